//! The cells of spreadsheets, each with its place.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use csv_core::{ReadFieldResult, ReaderBuilder};
use jiff::civil::Date;

use crate::source::{FileId, Sources, Span};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number; whoever typed `4.10` may have meant a text.
    Number(f64),
    /// A truth value.
    Truth(bool),
    /// A day.
    Day(Date),
    /// A time of the day, alone or behind its day.
    Time(String),
    /// A formula whose result nobody has computed.
    Formula(String),
    /// The error that a formula came to, such as `#REF!`.
    Error(String),
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its column, from zero.
    pub column: usize,
    /// What it holds.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A row in which something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number, from one.
    pub number: u32,
    /// Its cells that hold something, left to right.
    pub cells: Vec<Cell>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name in a workbook.
    pub name: Option<String>,
    /// Whether people do not see it.
    pub is_hidden: bool,
    /// A quotation mark that opens a field and is never closed.
    pub unclosed: Option<Span>,
    /// Where its places are: the text of a CSV file, or what a workbook shows, line by line.
    pub file: FileId,
    /// Its rows in which something stands, top to bottom.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// What people call a cell of a workbook, such as `B7`; in CSV a line says where it is.
    pub fn coordinates(&self, row: &Row, cell: &Cell) -> Option<String> {
        self.name.as_ref().map(|_| format!("{}{}", letters(cell.column), row.number))
    }

    /// What people call a column: its letters in a workbook, its number in CSV.
    pub fn column(&self, column: usize) -> String {
        if self.name.is_some() { letters(column) } else { (column + 1).to_string() }
    }
}

/// `A` to `Z`, then `AA`.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match column / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + &letter.to_string(),
    }
}

/// A CSV text with each of the characters that may stand between fields: which of them does, the head of the rows tells.
pub fn csv(sources: &Sources, file: FileId) -> Vec<Sheet> {
    let text = sources.get(file).text();
    let sheet = |delimiter| {
        let (rows, unclosed) = records(text, file, delimiter);
        Sheet { name: None, is_hidden: false, unclosed, file, rows }
    };
    [b',', b';', b'\t'].map(sheet).into()
}

/// The rows of a text, and the quotation mark that is still open at its end.
fn records(text: &str, file: FileId, delimiter: u8) -> (Vec<Row>, Option<Span>) {
    let bytes = text.as_bytes();
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    // No field is longer than the text and the line break behind it.
    let mut field = vec![0; bytes.len() + 1];
    let (mut start, mut at, mut filled, mut is_over) = (0, 0, 0, false);
    let (mut rows, mut cells, mut column, mut unclosed) = (Vec::new(), Vec::new(), 0, None);
    loop {
        let input = match &bytes[at..] {
            [] if is_over => b"".as_slice(),
            [] => b"\n".as_slice(),
            rest => rest,
        };
        is_over = at == bytes.len();
        let (result, read, written) = reader.read_field(input, &mut field[filled..]);
        // A line break is a part of a field only between quotation marks.
        if is_over && written > 0 {
            let Span { start, .. } = span_of(text, file, start..at, delimiter);
            unclosed = Some(Span { file, start, end: start + 1 });
        }
        at = bytes.len().min(at + read);
        filled += written;
        let record_end = match result {
            // Without input the next call ends the field.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => continue,
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
        };
        if filled > 0 {
            let value = Value::Text(undefused(&String::from_utf8_lossy(&field[..filled])).to_owned());
            cells.push(Cell { column, value, span: span_of(text, file, start..at, delimiter) });
        }
        (start, filled, column) = (at, 0, column + 1);
        if record_end {
            let number = u32::try_from(rows.len()).map_or(u32::MAX, |before| before + 1);
            rows.push(Row { number, cells: std::mem::take(&mut cells) });
            column = 0;
        }
    }
    (rows, unclosed)
}

/// A field without the line breaks before it and what ends it.
fn span_of(text: &str, file: FileId, read: std::ops::Range<usize>, delimiter: u8) -> Span {
    let whole = &text[read.clone()];
    let field = whole.trim_start_matches(['\u{feff}', '\r', '\n']);
    let start = read.start + whole.len() - field.len();
    let end = start + field.strip_suffix([char::from(delimiter), '\r', '\n']).unwrap_or(field).len();
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}

/// The text without the apostrophe that keeps spreadsheets from running it, as CSV is written.
fn undefused(text: &str) -> &str {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        Some(_) | None => text,
    }
}

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
        Ok(Sheet { name: Some(sheet), is_hidden, unclosed: None, file, rows })
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
            (DataRef::Bool(truth), _) => Value::Truth(truth),
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

impl Value {
    /// The value as a text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Time(text) | Self::Error(text) => text.clone(),
            Self::Formula(formula) => format!("={formula}"),
            Self::Number(number) => number.to_string(),
            Self::Truth(true) => "TRUE".to_owned(),
            Self::Truth(false) => "FALSE".to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// The value in a line, not too long.
    fn shown(&self) -> String {
        const LONGEST: usize = 40;
        let line = self.text().replace(['\n', '\r'], " ");
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &'static str, delimiter: u8) -> Vec<Vec<(usize, String, &'static str)>> {
        let mut sources = Sources::default();
        let file = sources.add("t", text);
        let field = |cell: Cell| {
            let place = &text[cell.span.start as usize..cell.span.end as usize];
            (cell.column, cell.value.text(), place)
        };
        let (rows, _) = records(text, file, delimiter);
        rows.into_iter().map(|row| row.cells.into_iter().map(field).collect()).collect()
    }

    #[test]
    fn a_field_of_csv_stands_where_it_stands_in_the_text() {
        let text = "\u{feff}a,\"b\"\"c\",\r\n\r\n\"d\ne\",,'=1+1\nlast";
        assert_eq!(
            fields(text, b','),
            [
                vec![(0, "a".to_owned(), "a"), (1, "b\"c".to_owned(), "\"b\"\"c\"")],
                vec![(0, "d\ne".to_owned(), "\"d\ne\""), (2, "=1+1".to_owned(), "'=1+1")],
                vec![(0, "last".to_owned(), "last")],
            ]
        );
        assert_eq!(fields("a;b\tc", b';'), [[(0, "a".to_owned(), "a"), (1, "b\tc".to_owned(), "b\tc")]]);
        assert_eq!(fields("", b','), [[]; 0]);
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_found_where_it_opens() {
        let unclosed = |text: &'static str| {
            let mut sources = Sources::default();
            let file = sources.add("t", text);
            records(text, file, b',').1.map(|span| (span.start, span.end))
        };
        assert_eq!(unclosed("a,b\n\"c\nd,e\nf,g\n"), Some((4, 5)));
        assert_eq!(unclosed("a,\r\n\r\n\"c"), Some((6, 7)));
        assert_eq!(unclosed("a,\""), Some((2, 3)));
        assert_eq!(unclosed("a,\"b\"\""), Some((2, 3)));
        for closed in ["", "a", "a,\"b\"", "a,\"b\nc\"\n", "a,\"\"", "a,b\"c", "a,\"b\"\"\"", "\n\n"] {
            assert_eq!(unclosed(closed), None, "{closed:?}");
        }
    }

    #[test]
    fn only_the_apostrophe_that_was_added_is_taken_away() {
        for (written, meant) in [("'=1", "=1"), ("''-1", "'-1"), ("'tis", "'tis"), ("''", "''"), ("=1", "=1")] {
            assert_eq!(undefused(written), meant);
        }
    }

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
    fn columns_are_lettered_as_spreadsheets_letter_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
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
