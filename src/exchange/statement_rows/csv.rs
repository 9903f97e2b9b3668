//! Rows of a CSV text, read as the rows of a sheet are.

use super::header::{Header, is_list};
use super::{ASSESSMENT, LineFault, NAMELESS, OF_ASSESSMENT, Sound, StreamLine, several, sound};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::import::{self, Kind, Reading, Remedy, SheetChoice};
use crate::exchange::sheet::{self, Cell, Row, Sheet, Value};
use crate::load;
use crate::load::raw::{self, Scalar};
use crate::model::Library;
use crate::source::{FileId, Sources, Span};

/// What the columns are, for those who have others.
const COLUMNS: &str = "the columns are assessment, clause, status, and the other fields of a statement";

/// The first line of a CSV text, and what is between its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvHead {
    delimiter: u8,
    /// The place of the name of the assessment.
    place: usize,
}

impl CsvHead {
    /// Reads the first line; with the columns that are not read, or what is wrong with it.
    pub fn read(line: &str) -> Result<(Self, Vec<LineFault>), LineFault> {
        let whole = 0..line.trim_end().len();
        if line.trim_start_matches('\u{feff}').trim().is_empty() {
            return Err(LineFault::new(Rule::EmptyFile, 0..0, "the file contains no data").help(COLUMNS));
        }
        let Some(head) = Self::find(line) else {
            let message = "no column of the first line is called assessment";
            return Err(LineFault::new(Rule::MissingKey, whole, message).help(COLUMNS));
        };
        let mut sources = Sources::default();
        let file = sources.add("", line.to_owned());
        let sheets = sheet::csv(&sources, file);
        let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).map_err(|refusal| {
            LineFault::new(Rule::MissingKey, whole, refusal.message).help(format!("{COLUMNS}, each once"))
        })?;
        let names = sheets.iter().find_map(named).unwrap_or_default();
        let ignored = names.into_iter().filter_map(|(cell, name)| {
            let is_known = name == ASSESSMENT || OF_ASSESSMENT.contains(&name.as_str());
            let column = cell.column + 1;
            // As the reader of sheets calls a column.
            let shown = format!("{column} ({})", cell.value.text().replace('\n', " "));
            let message = format!("column {shown} is not read");
            let place = cell.span.start as usize..cell.span.end as usize;
            let is_ignored = !is_known && rows.ignored.contains(&shown);
            is_ignored.then(|| LineFault::new(Rule::NotTakenOver, place, message).help(COLUMNS))
        });
        let ignored = ignored.collect();
        Ok((head, ignored))
    }

    fn find(line: &str) -> Option<Self> {
        [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
            let fields = fields(line.trim_start_matches('\u{feff}'), delimiter);
            let place = fields.iter().position(|field| field.trim().eq_ignore_ascii_case(ASSESSMENT))?;
            Some(Self { delimiter, place })
        })
    }

    /// Tells what a row is, or what is wrong with it.
    pub fn row(&self, row: &str) -> Result<StreamLine, LineFault> {
        let fields = fields(row, self.delimiter);
        if fields.iter().all(|field| field.trim().is_empty()) {
            return Ok(StreamLine::Blank);
        }
        match fields.get(self.place).map(|name| name.trim()).filter(|name| !name.is_empty()) {
            Some(name) => Ok(StreamLine::Row(name.to_owned())),
            None => Err(LineFault::new(Rule::MissingKey, 0..row.trim_end().len(), NAMELESS)),
        }
    }

    /// What tells where its rows end.
    pub fn quotes(&self) -> OpenQuotes {
        OpenQuotes { delimiters: vec![self.delimiter], state: Quote::Begin }
    }
}

/// Tells whether a quotation mark is open, so that a line break belongs to a field.
#[derive(Debug, Clone)]
pub struct OpenQuotes {
    delimiters: Vec<u8>,
    state: Quote,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quote {
    /// A field begins, which a quotation mark may open.
    Begin,
    /// In a field in which quotation marks mean nothing.
    Plain,
    /// Between quotation marks.
    Within,
    /// After one that closes the field or is the first half of one in it.
    Behind,
}

impl OpenQuotes {
    /// For a first line, of which it is not yet known what is between its fields.
    pub fn of_head() -> Self {
        Self { delimiters: vec![b',', b';', b'\t'], state: Quote::Begin }
    }

    /// Whether a quotation mark is open after these bytes.
    pub fn is_open_after(&mut self, bytes: &[u8]) -> bool {
        for byte in bytes {
            let ends = self.delimiters.contains(byte) || matches!(byte, b'\n' | b'\r');
            self.state = match (self.state, byte) {
                (Quote::Begin | Quote::Behind, b'"') => Quote::Within,
                (Quote::Within, b'"') => Quote::Behind,
                (Quote::Within, _) => Quote::Within,
                // A mark before the text is none of its fields.
                (Quote::Begin, 0xef | 0xbb | 0xbf) => Quote::Begin,
                (Quote::Begin | Quote::Plain | Quote::Behind, _) if ends => Quote::Begin,
                (Quote::Begin | Quote::Plain | Quote::Behind, _) => Quote::Plain,
            };
        }
        self.state == Quote::Within
    }
}

fn fields(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(line.as_bytes());
    let record = reader.records().next().and_then(Result::ok).unwrap_or_default();
    record.iter().map(str::to_owned).collect()
}

/// The assessment of which a text holds the head and the rows.
pub fn csv(sources: &Sources, file: FileId, library: &Library) -> Sound {
    let sheets = sheet::csv(sources, file);
    let start = Span::start_of(file);
    let mut rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[])
        .map_err(|refusal| vec![Diagnostic::new(Rule::MissingKey, start, refusal.message).help(COLUMNS)])?;
    rows.reading = Reading { remedy: Remedy::Cells, ..Reading::default() };
    let (raw, mut faults) = head(&sheets, start);
    let statements = match import::statements(&rows, None, library) {
        Ok((statements, further)) => {
            faults.extend(further);
            statements.list
        }
        Err(further) => {
            faults.extend(further);
            Vec::new()
        }
    };
    let (mut assessment, warnings) = sound(load::assessment_from_raw(raw, library), faults)?;
    for (clause, statement) in statements {
        // Each clause is among them once.
        assessment.add(clause, statement).ok();
    }
    Ok((assessment, warnings))
}

/// What rows say of the whole assessment.
fn head(sheets: &[Sheet], start: Span) -> (raw::Assessment, Vec<Diagnostic>) {
    let (mut raw, mut faults) = (raw::Assessment::empty(start), Vec::new());
    let Some((sheet, names)) = sheets.iter().find_map(|sheet| Some((sheet, named(sheet)?))) else {
        return (raw, faults);
    };
    let said = |row: &Row, key: &str| {
        let (head, _) = names.iter().find(|(_, name)| name == key)?;
        let cell = row.cells.iter().find(|cell| cell.column == head.column)?;
        Some(Scalar::new(text(cell)?, cell.span))
    };
    let (mut header, mut name) = (Header::default(), None);
    for row in &sheet.rows[1..] {
        let first = row.cells.iter().find(|cell| text(cell).is_some());
        let Some(first) = first else { continue };
        match said(row, ASSESSMENT) {
            Some(said) => drop(name.get_or_insert(said)),
            None => faults.push(Diagnostic::new(Rule::MissingKey, first.span, NAMELESS)),
        }
        for (at, key) in OF_ASSESSMENT.into_iter().enumerate() {
            let Some(said) = said(row, key) else { continue };
            let parts =
                |cell: &Scalar| several(&cell.value).map(|part| Scalar::new(part.to_owned(), cell.span)).collect();
            header.add(at, if is_list(at) { parts(&said) } else { vec![said] }, &mut faults);
        }
    }
    header.finish(&mut raw, name);
    (raw, faults)
}

/// The headings of a sheet with their names, if one of them is that of the assessment.
fn named(sheet: &Sheet) -> Option<Vec<(&Cell, String)>> {
    let name = |cell: &Cell| text(cell).map(|text| text.trim_start_matches('\u{feff}').to_lowercase());
    let cells = sheet.rows.first().into_iter().flat_map(|row| &row.cells);
    let names: Vec<(&Cell, String)> = cells.filter_map(|cell| Some((cell, name(cell)?))).collect();
    names.iter().any(|(_, name)| name == ASSESSMENT).then_some(names)
}

fn text(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Day(day) => Some(day.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Boolean(_) | Value::Time(_) | Value::Formula(_) | Value::Error(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_of_the_assessment_is_found_with_each_delimiter() {
        for (head, row) in [
            ("clause,Assessment,status\n", "x/1,\"North, plant\",partial\n"),
            ("\u{feff}clause;assessment;status\r\n", "x/1;North, plant\r\n"),
        ] {
            let (head, unread) = CsvHead::read(head).unwrap();
            assert_eq!(head.row(row), Ok(StreamLine::Row("North, plant".to_owned())));
            assert_eq!(unread, []);
        }
        let (head, _) = CsvHead::read("assessment,clause,status\n").unwrap();
        assert_eq!(head.row(" ,x/1,partial").unwrap_err().message, NAMELESS);
        assert_eq!(head.row(" ,,\n"), Ok(StreamLine::Blank));
    }

    #[test]
    fn what_is_wrong_with_the_first_line_is_told_once_with_the_columns() {
        let fault = |line: &str| {
            let fault = CsvHead::read(line).unwrap_err();
            assert!(fault.help.unwrap().starts_with(COLUMNS));
            (fault.rule, fault.message)
        };
        assert_eq!(fault("\u{feff}\n"), (Rule::EmptyFile, "the file contains no data".to_owned()));
        for (line, said) in [
            ("clause,status\n", "no column of the first line is called assessment"),
            ("assessment,clause\n", "no row of the sheet names the columns clause and status"),
            ("assessment,clause,status,status\n", "the columns 3 and 4 both contain status"),
        ] {
            assert_eq!(fault(line), (Rule::MissingKey, said.to_owned()));
        }
        let (_, unread) = CsvHead::read("assessment;clause;status;Matur;site\n").unwrap();
        assert_eq!(unread.len(), 1);
        assert_eq!((unread[0].place.clone(), unread[0].message.as_str()), (25..30, "column 4 (Matur) is not read"));
    }

    #[test]
    fn a_quotation_mark_opens_only_where_a_field_begins() {
        for (text, is_open) in [
            ("a,\"b", true),
            ("a,\"b\"", false),
            ("a,\"b\"\"", true),
            ("a,5\" pipe", false),
            ("a;\"b", false),
            ("\"b\"x\"", false),
            ("a\n\"", true),
        ] {
            let (head, _) = CsvHead::read("assessment,clause,status\n").unwrap();
            assert_eq!(head.quotes().is_open_after(text.as_bytes()), is_open, "{text}");
        }
        assert!(OpenQuotes::of_head().is_open_after("\u{feff}\"assess".as_bytes()));
    }
}
