//! Bars of counts as a chart over the table of its numbers.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxisLabelPosition, ChartAxisTickType, ChartDataLabel, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::style::colors;
use super::text::first_units;
use crate::language::{DocumentLanguage, say};
use crate::render::in_words;
use crate::report::{Audience, Cell, Chart, Heading, Table};

/// The numbers of a chart: a line for each bar, a column for each segment.
pub(super) fn numbers(chart: &Chart, language: DocumentLanguage) -> Table {
    let heading =
        |label: String| Heading { key: label.clone().into(), label: label.into(), audience: Audience::People };
    let segments = chart.bars.first().map(|bar| bar.segments.as_slice()).unwrap_or_default();
    let mut headings = vec![heading(chart.title.to_string())];
    headings.extend(segments.iter().map(|segment| heading(segment.name.to_string())));
    headings.push(heading(in_words(&say!("page-in-words"), language)));
    let rows = chart.bars.iter().map(|bar| {
        let counts = (0..segments.len()).map(|at| bar.segments.get(at).map_or(Cell::Empty, |it| Cell::count(it.count)));
        std::iter::once(Cell::text(&bar.label)).chain(counts).chain([Cell::text(&bar.value)]).collect()
    });
    Table {
        name: "chart",
        title: chart.title.clone(),
        audience: Audience::People,
        headings,
        rows: rows.collect(),
        details: Vec::new(),
        choices: Vec::new(),
        cut: None,
        quiet: BTreeSet::new(),
    }
}

/// Draws the bars below their numbers, from which they are taken.
pub(super) fn draw(sheet: &mut Worksheet, name: &str, chart: &Chart, behind: u32) -> Result<(), XlsxError> {
    const BAR: u32 = 34;
    let Some(first) = chart.bars.first() else { return Ok(()) };
    let last = behind - 1;
    let mut drawing = Drawing::new(ChartType::BarPercentStacked);
    for (segment, column) in first.segments.iter().zip(1..) {
        let (ground, letters) = colors(segment.tone).unwrap_or((Color::RGB(0xB4C6E7), Color::RGB(0x1F3864)));
        let fill = ChartSolidFill::new().set_color(ground).clone();
        let edge = ChartLine::new().set_color(letters).set_width(0.75).clone();
        drawing
            .add_series()
            .set_name((name, 0, column))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, column, last, column))
            .set_format(ChartFormat::new().set_solid_fill(&fill).set_border(&edge))
            // A count of nothing needs no label.
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;"))
            .set_gap(60);
    }
    if first.segments.is_empty() {
        return Ok(());
    }
    drawing.title().set_hidden();
    drawing.legend().set_position(ChartLegendPosition::Bottom);
    // The bars are in the order of the rows, top to bottom, which moves the axis of shares up unless it is put back.
    drawing.y_axis().set_reverse().set_major_tick_type(ChartAxisTickType::None);
    drawing.x_axis().set_label_position(ChartAxisLabelPosition::High).set_num_format("0 %").set_major_gridlines(false);
    drawing.x_axis().set_major_tick_type(ChartAxisTickType::None).set_format(ChartFormat::new().set_no_line());
    // What is read aloud of a picture has no more than 255 characters.
    drawing.set_alt_text(first_units(&chart.title, 255));
    let bars = u32::try_from(chart.bars.len()).unwrap_or(u32::MAX).min(40);
    drawing.set_width(900).set_height(110 + BAR * bars);
    sheet.insert_chart(behind + 1, 0, &drawing)?;
    Ok(())
}
