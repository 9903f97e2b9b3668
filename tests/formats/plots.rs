//! Figures along axes, drawn to scale and read back.

use jiff::civil::date;
use xwalk::render::{Page, format};
use xwalk::report::{ANSWER, Basis, Cell, Column, Document, Line, Lines, Part, Plot, Radar, Ring, Scale, Table, Tone};
use xwalk::source::Sources;

fn written(name: &str, part: Part) -> String {
    let document = Document {
        command: "trend",
        title: "A title".to_owned().into(),
        lead: Vec::new(),
        parts: vec![part],
        findings: Vec::new(),
        basis: Basis::default(),
    };
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    assert_eq!(format(name).unwrap().missing_content(&document), None);
    format(name).unwrap().write(&document, Page::new(&sources, 80), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn radar(figures: [Option<f64>; 4]) -> Part {
    Part::Plot(Plot::Radar(Radar {
        title: "Maturity <by> chapter".to_owned().into(),
        end: 5,
        spokes: xwalk::language::Phrase::each(["4 & more", "5", "6", "7"].map(str::to_owned).to_vec()),
        rings: vec![Ring { name: "maturity".into(), figures: figures.to_vec(), tone: Tone::Good, is_dashed: false }],
    }))
}

fn lines(points: &[(i8, f64)], scale: Scale) -> Part {
    let points = points.iter().map(|(month, figure)| (date(2026, *month, 1), *figure)).collect();
    let line = Line { name: "open".to_owned().into(), points, tone: Tone::Bad, is_dashed: true };
    Part::Plot(Plot::Lines(Lines { title: "Open".to_owned().into(), scale, lines: vec![line] }))
}

#[test]
fn a_radar_chart_is_drawn_to_scale_around_its_centre() {
    // The centre is at 380, 215, and the end of the scale 165 away: 5 up, 2.5 right, 0 at the centre, 1 left.
    let svg = written("svg", radar([Some(5.0), Some(2.5), Some(0.0), Some(1.0)]));
    assert!(svg.contains("d=\"M 380 50 L 462.5 215 L 380 215 L 347 215 Z\""), "{svg}");
    assert!(svg.contains("<title>5: maturity 2.5</title>"), "{svg}");
    assert!(svg.contains("4 &amp; more") && svg.contains("Maturity &lt;by&gt; chapter"), "{svg}");
}

#[test]
fn a_line_of_a_radar_chart_ends_where_there_is_no_figure() {
    let svg = written("svg", radar([Some(5.0), None, Some(5.0), Some(1.0)]));
    assert!(svg.contains("d=\"M 380 50 M 380 380 L 347 215 L 380 50\""), "{svg}");
}

#[test]
fn shares_end_at_the_whole_and_counts_at_a_round_number() {
    // 58 to 730 are the dates, 264 up to 24 the scale.
    let svg = written("svg", lines(&[(1, 0.0), (7, 0.5)], Scale::Shares));
    assert!(svg.contains("d=\"M 58 264 L 730 144\"") && svg.contains(">100 %</text>"), "{svg}");
    assert!(svg.contains("<title>open, 2026-07-01: 50.0 %</title>"), "{svg}");
    // Of 12 at the most the scale goes by 5 to 15.
    let svg = written("svg", lines(&[(1, 12.0), (7, 6.0)], Scale::Counts));
    assert!(svg.contains("d=\"M 58 72 L 730 168\"") && svg.contains(">15</text>"), "{svg}");
    // One date stands in the middle.
    assert!(written("svg", lines(&[(1, 1.0)], Scale::Counts)).contains("d=\"M 394 24\""));
}

#[test]
fn a_page_has_the_picture_and_text_formats_leave_it_to_the_table() {
    let part = || lines(&[(1, 0.0), (7, 0.5)], Scale::Shares);
    assert!(written("html", part()).contains("aria-labelledby=\"xw-lines-open-title xw-lines-open-desc\""));
    assert!(!written("markdown", part()).contains("svg"));
    assert!(!written("table", part()).contains("svg"));
    let shown = written("table", part());
    assert!(
        anstream::adapter::strip_str(&shown).to_string().contains("\nOpen\nopen  ▁▅  0.0 % to 50.0 %\n"),
        "{shown}"
    );
}

#[test]
fn a_column_that_is_cut_keeps_rows_at_a_line_and_leaves_no_row_empty() {
    const COLUMNS: &[Column<&str>] = &[
        Column::new("title", "Title", |title| Cell::text(*title)),
        Column::new("number", "A heading of 64 signs, as many as leave room for ten more signs...", |_| Cell::Count(1)),
    ];
    let rows = ["Short", "Performance evaluation", "Context of it"];
    let shown = written("table", Part::Table(Table::of(ANSWER, "Groups", COLUMNS, &rows).with_cut_column("title")));
    let shown = anstream::adapter::strip_str(&shown).to_string();
    let table: Vec<&str> = shown.split("───\n").nth(1).unwrap().split("\n\n").next().unwrap().lines().collect();
    assert_eq!(table.len(), 3, "{shown}");
    assert!(table.iter().all(|row| row.ends_with(" 1")), "{shown}");
}

#[test]
fn a_rating_has_one_digit_for_people_and_four_for_programs() {
    const COLUMNS: &[Column<f64>] = &[Column::new("maturity", "Maturity", |figure| Cell::Rating(*figure))];
    let table = || Part::Table(Table::of(ANSWER, "Maturity", COLUMNS, &[13.0 / 3.0]));
    assert!(written("table", table()).contains("4.3\n"));
    assert_eq!(written("csv", table()), "maturity\n4.3333\n");
    assert!(written("json", table()).contains("\"maturity\": 4.3333"));
}
