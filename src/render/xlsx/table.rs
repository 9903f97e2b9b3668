//! A table on a sheet: a head, and the rows under it.

use std::borrow::Cow;

use rust_xlsxwriter::{DataValidation, Format, IgnoreError, Worksheet, XlsxError};

use super::measure::{LINE, PADDING, TALLEST, lines, longest};
use super::rules::Rules;
use super::style::{Styles, toned};
use super::{cell, one_line};
use crate::render::is_number;
use crate::report::{Cell, Table};

/// A column of a table that a sheet shows.
pub(super) struct Chosen {
    /// Its position in the table.
    pub(super) at: usize,
    /// Its column on the sheet.
    pub(super) column: u16,
    /// Its head.
    pub(super) label: String,
    /// Whether it is for programs alone: it stands behind the others, takes one line and is not printed.
    pub(super) is_extra: bool,
    /// How wide it is, in pixels.
    pub(super) width: u32,
}

/// The columns for people, then those for programs that hold anything.
pub(super) fn chosen(table: &Table) -> Vec<Chosen> {
    let is_for_people = |at: &usize| table.headings[*at].audience.has_people();
    let (people, programs): (Vec<usize>, Vec<usize>) = (0..table.headings.len()).partition(is_for_people);
    let labels: Vec<String> = people.iter().map(|at| one_line(&table.headings[*at].label)).collect();
    let holds_anything = |at: &usize| people.is_empty() || table.rows.iter().any(|row| row[*at] != Cell::Empty);
    let extra = programs.iter().copied().filter(holds_anything).map(|at| {
        let label = capitalized(&table.headings[at].key);
        let label = if labels.contains(&label) { format!("{label} in full") } else { label };
        (at, label, !people.is_empty())
    });
    let extra: Vec<(usize, String, bool)> = extra.collect();
    let printed = people.iter().copied().zip(labels).map(|(at, label)| (at, label, false));
    let columns = printed.chain(extra).zip(0..).map(|((at, label, is_extra), column)| {
        let cells = table.rows.iter().map(|row| longest(&cell::text(&row[at], is_extra)) + PADDING).max();
        let width = width(cells.unwrap_or(0), &label, is_extra);
        (Chosen { at, column, label, is_extra, width }, cells.unwrap_or(0))
    });
    filling_the_page(columns.collect())
}

/// `done-when` as `Done when`.
fn capitalized(key: &str) -> String {
    let words = one_line(key).replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How wide a column is: as wide as its cells, within reason, and its head with the button of the filter.
fn width(cells: u32, label: &str, is_extra: bool) -> u32 {
    const BUTTON: u32 = 20;
    const LEAST: u32 = 48;
    const MOST: u32 = 425;
    const MOST_OF_LABEL: u32 = 180;
    const MOST_OF_EXTRA: u32 = 250;
    // Bold letters are wider.
    let label = (longest(label) * 11 / 10).min(MOST_OF_LABEL) + PADDING + BUTTON;
    label.max(cells).clamp(LEAST, if is_extra { MOST_OF_EXTRA } else { MOST })
}

/// Columns with how wide their cells would like to be, of which those that want more share what is left of a page.
fn filling_the_page(columns: Vec<(Chosen, u32)>) -> Vec<Chosen> {
    const PAGE: u32 = 1_000;
    let printed = || columns.iter().filter(|(column, _)| !column.is_extra);
    let wants_more = |column: &Chosen, wanted: u32| !column.is_extra && wanted > column.width;
    let left = PAGE.saturating_sub(printed().map(|(column, _)| column.width).sum());
    let count = printed().filter(|(column, wanted)| wants_more(column, *wanted)).count();
    let share = u32::try_from(count).ok().and_then(|count| left.checked_div(count)).unwrap_or(0);
    let widened = columns.into_iter().map(|(column, wanted)| {
        let width = if wants_more(&column, wanted) { wanted.min(column.width + share) } else { column.width };
        Chosen { width, ..column }
    });
    widened.collect()
}

/// Writes a table as the whole of a sheet, and says which row is free behind it.
pub(super) fn write_sheet(sheet: &mut Worksheet, table: &Table, styles: &Styles) -> Result<u32, XlsxError> {
    let columns = chosen(table);
    let behind = write(sheet, table, &columns, 0, styles)?;
    let Some(last) = columns.last() else { return Ok(behind) };
    for column in &columns {
        sheet.set_column_width_pixels(column.column, column.width)?;
    }
    for (key, words) in table.choices.iter().filter(|_| behind > 1) {
        let offer = DataValidation::new().allow_list_strings(words)?;
        for column in columns.iter().filter(|column| table.headings[column.at].key == *key) {
            sheet.add_data_validation(1, column.column, behind - 1, column.column, &offer)?;
        }
    }
    let printed = columns.iter().rfind(|column| !column.is_extra).unwrap_or(last).column;
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, behind - 1, last.column)?;
    sheet.set_repeat_rows(0, 0)?;
    if printed < last.column {
        sheet.set_print_area(0, 0, behind - 1, printed)?;
        sheet.group_columns(printed + 1, last.column)?;
    }
    Ok(behind)
}

/// Writes a table with its head in a row, and says which row is free behind it.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Chosen],
    top: u32,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    const MOST_LINKS: usize = 65_530;
    let rules = Rules::of(table, columns);
    let looks = write_head(sheet, table, columns, top, styles)?;
    let mut links = 0;
    let mut last = top;
    for row in &table.rows {
        last += 1;
        for (column, look) in columns.iter().zip(&looks) {
            let (place, found) = ((last, column.column), &row[column.at]);
            match (found, cell::only_link(found).filter(|_| links < MOST_LINKS)) {
                (_, Some(link)) => {
                    cell::write_link(sheet, place, link, styles)?;
                    links += 1;
                }
                (Cell::Empty, None) => cell::write(sheet, place, found, column.is_extra, look)?,
                (found, None) => {
                    let look = cell::look(found, column.is_extra, styles);
                    let own = rules.leaves(column.column, found).map(|tone| toned(look, tone));
                    cell::write(sheet, place, found, column.is_extra, own.as_ref().unwrap_or(look))?;
                }
            }
        }
        let printed = columns.iter().filter(|column| !column.is_extra);
        fit_row(sheet, last, printed.map(|column| (cell::text(&row[column.at], false).into(), column.width)))?;
    }
    if let (Some(first), Some(end)) = (columns.first(), columns.last()) {
        // Numbers of clauses are text on purpose.
        sheet.ignore_error_range(top, first.column, last, end.column, IgnoreError::NumberStoredAsText)?;
        if last > top {
            rules.add(sheet, top + 1, last)?;
        }
    }
    Ok(last + 1)
}

/// Writes the head of a table, and says how an empty cell of each column looks: like the others, so that what someone fills
/// in is taken for what it is.
fn write_head<'s>(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Chosen],
    row: u32,
    styles: &'s Styles,
) -> Result<Vec<&'s Format>, XlsxError> {
    let mut looks = Vec::new();
    for column in columns {
        let cells = || table.rows.iter().map(|row| &row[column.at]);
        let head = match column.is_extra {
            true => &styles.extra_head,
            false if cells().any(is_number) => &styles.number_head,
            false => &styles.head,
        };
        sheet.write_string_with_format(row, column.column, cell::fitted(&column.label), head)?;
        let example = cells().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
        looks.push(cell::look(example, column.is_extra, styles));
    }
    fit_row(sheet, row, columns.iter().map(|column| (column.label.as_str().into(), column.width)))?;
    Ok(looks)
}

/// Makes a row as tall as its texts are. Excel would find that out by itself, other programs do not.
fn fit_row<'t>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl Iterator<Item = (Cow<'t, str>, u32)>,
) -> Result<(), XlsxError> {
    let lines = texts.map(|(text, width)| lines(&text, width.saturating_sub(PADDING))).max();
    if let Some(lines) = lines.filter(|lines| *lines > 1) {
        sheet.set_row_height_pixels(row, lines.saturating_mul(LINE).min(TALLEST))?;
    }
    Ok(())
}
