//! The cells of a workbook, and a text that shows them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil::Date;

use super::{Cell, Row, Sheet, Value};
use crate::source::{Sources, Span};

/// The sheets of a workbook of Office Open XML, in its order. For each a text is kept that shows it, a line a row.
pub fn workbook(sources: &mut Sources, name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<(String, bool)> =
        sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect();
    let sheet = |(sheet, is_hidden): (String, bool)| {
        let values = values(&mut workbook, &sheet).map_err(|error| error.to_string())?;
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
        Ok(Sheet { name: Some(sheet), is_hidden, unclosed_quote: None, file, rows })
    };
    names.into_iter().map(sheet).collect()
}

/// The values of a sheet by row and column, from zero. Cells are read one by one: their corners may be far apart.
fn values<R: Read + Seek>(workbook: &mut Xlsx<R>, sheet: &str) -> Result<BTreeMap<(u32, u32), Value>, XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    let mut values = BTreeMap::new();
    while let Some(cell) = cells.next_cell_with_formula()? {
        let value = match (cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => Value::Formula(formula),
            (DataRef::Empty, None) | (DataRef::SharedString(""), _) => continue,
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
    Ok(values)
}

/// A day; or a time of the day, which is that of no day where it is less than one.
fn moment_of(moment: &ExcelDateTime) -> Value {
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
