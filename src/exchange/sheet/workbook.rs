//! The cells of a workbook, and a text that shows them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek};

use calamine::{
    DataRef, Dimensions, ExcelDateTime, Font, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxFormulaMetadata,
};
use jiff::civil::Date;

use super::budget::{Budget, LAST_COLUMN, LAST_ROW};
use super::package::{self, Package};
use super::{Cell, Marks, MergedCells, Row, Sheet, Value, letters};
use crate::source::{Sources, Span};

/// The sheets of a workbook of Office Open XML, in its order. For each a text is kept that shows it, a line a row.
/// Nothing is kept of one that holds more than so many bytes of text.
pub fn workbook(sources: &mut Sources, name: &str, bytes: &[u8], most: u64) -> Result<Vec<Sheet>, String> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(
            "it is an .xls file from before 2007, or locked with a password: save it as XLSX without a password"
                .to_owned(),
        );
    }
    if bytes.get(30..).is_some_and(|start| start.starts_with(b"mimetypeapplication/vnd.oasis.opendocument")) {
        return Err("it is an OpenDocument file: save it as XLSX".to_owned());
    }
    let Package { bytes, has_merged_cells, has_links, particulars } = package::checked(bytes, most)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes.as_ref())).map_err(|error| error.to_string())?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<(String, bool)> =
        sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
    let mut budget = Budget::new(most);
    let sheet = |(sheet, is_hidden): (String, bool)| {
        let in_sheet = |fault: String| format!("sheet {sheet}: {fault}");
        let (mut values, mut links) = values(&mut workbook, &sheet, &mut budget).map_err(in_sheet)?;
        if has_links {
            links.extend(self::links(&mut workbook, &sheet, &mut budget).map_err(in_sheet)?);
        }
        let Styled { struck, decimals } = styled(&mut workbook, &sheet).map_err(in_sheet)?;
        let (hidden_rows, comments) = particulars.of_sheet(&sheet);
        let marks = Marks { hidden_rows, comments, struck, links, decimals };
        let mut merged = Vec::new();
        if has_merged_cells {
            merged = workbook.merge_cells_by_sheet_name(&sheet).map_err(|error| in_sheet(error.to_string()))?;
            spread(&mut values, &mut merged, &mut budget).map_err(in_sheet)?;
        }
        let (text, cells) = shown(values);
        let file = sources.add(format!("{name}, sheet {sheet}"), text);
        let mut rows: Vec<Row> = Vec::new();
        for (row, column, value, (start, end)) in cells {
            let cell = Cell { column, value, span: Span { file, start, end } };
            match rows.last_mut() {
                Some(last) if last.number == row + 1 => last.cells.push(cell),
                Some(_) | None => rows.push(Row { number: row + 1, cells: vec![cell] }),
            }
        }
        let wide = merged.iter().filter(|merged| merged.start.1 < merged.end.1).map(|merged| MergedCells {
            rows: merged.start.0 + 1..=merged.end.0 + 1,
            columns: merged.start.1 as usize..=merged.end.1 as usize,
        });
        Ok(Sheet { name: Some(sheet), is_hidden, unclosed_quote: None, file, rows, wide: wide.collect(), marks })
    };
    names.into_iter().map(sheet).collect()
}

/// What people call a cell by its row and column, from zero.
fn name_of((row, column): (u32, u32)) -> String {
    format!("{}{}", letters(column as usize), u64::from(row) + 1)
}

/// The values of a sheet by row and column, from zero. Cells are read one by one: their corners may be far apart.
fn values<R: Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str, budget: &mut Budget) -> Result<(Values, Links), String> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|error| error.to_string())?;
    let (mut values, mut links) = (BTreeMap::new(), Links::new());
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| error.to_string())? {
        // Rows and cells without a number follow those before them.
        if cell.pos.0 >= LAST_ROW || cell.pos.1 >= LAST_COLUMN {
            return Err(format!("the cell {} lies beyond the end of a worksheet", name_of(cell.pos)));
        }
        let length = match (&cell.value, &cell.formula) {
            (DataRef::Empty, None) | (DataRef::SharedString(""), _) => continue,
            (DataRef::String(text) | DataRef::DurationIso(text) | DataRef::DateTimeIso(text), _) => text.len(),
            (DataRef::SharedString(text), _) => text.len(),
            (
                DataRef::Empty
                | DataRef::Int(_)
                | DataRef::Float(_)
                | DataRef::Bool(_)
                | DataRef::DateTime(_)
                | DataRef::Error(_),
                _,
            ) => 0,
        };
        budget.take(length, || name_of(cell.pos))?;
        if let Some(address) = cell.formula.as_ref().and_then(linked) {
            links.insert((cell.pos.0 + 1, cell.pos.1 as usize), address);
        }
        let value = match (cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => Value::Formula(formula_of(formula)),
            (DataRef::Empty, None) => continue,
            (DataRef::String(text) | DataRef::DurationIso(text), _) => Value::Text(text),
            (DataRef::SharedString(text), _) => Value::Text(text.to_owned()),
            (DataRef::Int(number), _) => Value::Number(number as f64),
            (DataRef::Float(number), _) => Value::Number(number),
            (DataRef::Bool(truth), _) => Value::Boolean(truth),
            (DataRef::DateTime(moment), _) => moment_of(&moment),
            (DataRef::DateTimeIso(text), _) => moment_of_text(&text),
            (DataRef::Error(error), _) => Value::Error(error.to_string()),
        };
        values.insert(cell.pos, value);
    }
    Ok((values, links))
}

/// Values by row and column, from zero.
type Values = BTreeMap<(u32, u32), Value>;

/// Where links of cells lead, by row from one and column from zero.
type Links = BTreeMap<(u32, usize), String>;

/// The links of a sheet that lead out of it. One that is that of several cells counts for each of them, within reason.
fn links<R: Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str, budget: &mut Budget) -> Result<Links, String> {
    const MOST: u64 = 1_000;
    let mut links = Links::new();
    for link in workbook.hyperlinks_by_sheet_name(sheet).map_err(|error| error.to_string())? {
        let Some(target) = link.target.filter(|target| !target.trim().is_empty()) else { continue };
        let address = match link.location.filter(|location| !location.is_empty()) {
            Some(location) => format!("{target}#{location}"),
            None => target,
        };
        let ((top, left), (bottom, right)) = (link.range.start, link.range.end);
        let cells = u64::from(bottom.saturating_sub(top) + 1) * u64::from(right.saturating_sub(left) + 1);
        let (bottom, right) = if cells > MOST { (top, left) } else { (bottom, right) };
        for row in top..=bottom {
            for column in left..=right {
                budget.take(address.len(), || name_of((row, column)))?;
                links.insert((row.saturating_add(1), column as usize), address.clone());
            }
        }
    }
    Ok(links)
}

/// The address that a formula links to, if it is there as a text.
fn linked(formula: &XlsxFormulaMetadata) -> Option<String> {
    let XlsxFormulaMetadata::Normal { formula } = formula else { return None };
    let rest = formula.trim_start().get("HYPERLINK(".len()..)?;
    let is_link = formula.trim_start().to_ascii_uppercase().starts_with("HYPERLINK(");
    let (address, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    (is_link && !address.is_empty() && !address.starts_with('#')).then(|| address.to_owned())
}

/// What the styles of cells say, by row from one and column from zero.
#[derive(Default)]
struct Styled {
    /// The cells whose text is struck through.
    struck: BTreeSet<(u32, usize)>,
    /// How many decimals cells show.
    decimals: BTreeMap<(u32, usize), usize>,
}

/// How many decimals a number format shows: of those with a fixed number of them, such as `0.00` and `#,##0.00`.
fn decimals(code: &str) -> Option<usize> {
    let (whole, decimals) = code.split_once('.').unwrap_or((code, ""));
    let is_fixed = matches!(whole, "0" | "#,##0") && decimals.bytes().all(|byte| byte == b'0') && decimals.len() < 20;
    is_fixed.then_some(decimals.len())
}

fn styled<R: Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str) -> Result<Styled, String> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|error| error.to_string())?;
    let is_struck = |style: &Style| style.font.as_ref().is_some_and(Font::has_strikethrough);
    let decimals_of = |style: &Style| decimals(&style.number_format.as_ref()?.format_code);
    let styles: Vec<(bool, Option<usize>)> =
        cells.styles().iter().map(|style| (is_struck(style), decimals_of(style))).collect();
    let mut styled = Styled::default();
    if styles.iter().all(|style| *style == (false, None)) {
        return Ok(styled);
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|error| error.to_string())? {
        let Some((is_struck, decimals)) = styles.get(style) else { continue };
        let place = (row + 1, column as usize);
        if *is_struck {
            styled.struck.insert(place);
        }
        styled.decimals.extend(decimals.map(|decimals| (place, decimals)));
    }
    Ok(styled)
}

fn formula_of(formula: XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        // It is another cell's formula, moved; and what else there may be one day.
        _ => "…".to_owned(),
    }
}

/// Gives every row that merged cells span what they hold, in their first column. Rows in which nothing else stands have
/// no need of it.
fn spread(
    values: &mut BTreeMap<(u32, u32), Value>,
    merged: &mut [Dimensions],
    budget: &mut Budget,
) -> Result<(), String> {
    merged.sort_unstable_by_key(|merged| (merged.start.1, merged.start.0, merged.end.0));
    for pair in merged.windows(2) {
        if pair[0].start.1 == pair[1].start.1 && pair[1].start.0 <= pair[0].end.0 {
            let range = |merged: &Dimensions| format!("{}:{}", name_of(merged.start), name_of(merged.end));
            return Err(format!("the merged cells {} and {} overlap", range(&pair[0]), range(&pair[1])));
        }
    }
    let mut rows: Vec<u32> = values.keys().map(|(row, _)| *row).collect();
    rows.dedup();
    for merged in merged {
        let Some(value) = values.get(&merged.start).cloned() else { continue };
        let column = merged.start.1;
        let below = rows.partition_point(|row| *row <= merged.start.0);
        for row in rows[below..].iter().take_while(|row| **row <= merged.end.0) {
            if let Entry::Vacant(place) = values.entry((*row, column)) {
                budget.take(value.text().len(), || name_of((*row, column)))?;
                place.insert(value.clone());
            }
        }
    }
    Ok(())
}

/// A day; or a time of the day, which is that of no day if it is less than one.
fn moment_of(moment: &ExcelDateTime) -> Value {
    /// The day after 9999-12-31, as spreadsheets count days.
    const END: f64 = 2_958_466.0;
    if !(0.0..END).contains(&moment.as_f64()) {
        return Value::Number(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let small = |number: u8| i8::try_from(number).ok();
    let date = || Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok();
    match date() {
        Some(day) if moment.is_datetime() && (hour, minute, second, milli) == (0, 0, 0, 0) => Value::Day(day),
        Some(_) | None if moment.is_duration() => Value::Number(moment.as_f64()),
        Some(_) | None if moment.as_f64() < 1.0 => Value::Time(format!("{hour:02}:{minute:02}:{second:02}")),
        Some(_) | None => Value::Time(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")),
    }
}

fn moment_of_text(text: &str) -> Value {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let is_midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    let day = if is_midnight { day.parse().ok() } else { None };
    day.map_or_else(|| Value::Time(text.to_owned()), Value::Day)
}

/// A cell by its row and column, from zero, with its stretch of the text that shows it.
type Shown = (u32, usize, Value, (u32, u32));

/// A text with a line for each row down to the last in which something stands.
fn shown(values: BTreeMap<(u32, u32), Value>) -> (String, Vec<Shown>) {
    let (mut text, mut cells, mut line) = (String::new(), Vec::new(), 0);
    for ((row, column), value) in values {
        if line < row {
            text.extend(std::iter::repeat_n('\n', (row - line) as usize));
            line = row;
        } else if !text.is_empty() && !text.ends_with('\n') {
            text.push_str(" | ");
        }
        let offset = |text: &String| u32::try_from(text.len()).unwrap_or(u32::MAX);
        let start = offset(&text);
        text.push_str(&value.shown());
        cells.push((row, column as usize, value, (start, offset(&text))));
    }
    (text, cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_shown_with_a_line_for_each_row() {
        let text = |text: &str| Value::Text(text.to_owned());
        let values = [((0, 0), text("a")), ((0, 2), text("b\nc")), ((3, 1), Value::Number(4.1))];
        let (shown, cells) = shown(BTreeMap::from(values));
        assert_eq!(shown, "a | b c\n\n\n4.1");
        let places: Vec<(u32, usize, &str)> = cells
            .iter()
            .map(|(row, column, _, (start, end))| (*row, *column, &shown[*start as usize..*end as usize]))
            .collect();
        assert_eq!(places, [(0, 0, "a"), (0, 2, "b c"), (3, 1, "4.1")]);
    }

    #[test]
    fn a_moment_at_midnight_is_a_day_and_any_other_is_no_day() {
        use calamine::ExcelDateTimeType::DateTime;
        let moment = |value| moment_of(&ExcelDateTime::new(value, DateTime, false));
        assert_eq!(moment(45_943.0), Value::Day(jiff::civil::date(2025, 10, 13)));
        assert_eq!(moment(45_943.5), Value::Time("2025-10-13 12:00:00".to_owned()));
        assert_eq!(moment(60.0), Value::Time("1900-02-29 00:00:00".to_owned()));
        // Ten past four is 250 of the 1440 minutes of a day.
        assert_eq!(moment(250.0 / 1_440.0), Value::Time("04:10:00".to_owned()));
        assert_eq!(moment_of_text("2025-10-13T00:00:00"), Value::Day(jiff::civil::date(2025, 10, 13)));
        assert_eq!(moment_of_text("2025-10-13T10:00:00"), Value::Time("2025-10-13T10:00:00".to_owned()));
    }
}
