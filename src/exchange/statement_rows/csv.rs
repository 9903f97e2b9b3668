//! Rows of a CSV text, read as the rows of a sheet are.

use super::{ASSESSMENT, Sound, several, sound};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::import::{self, Kind, SheetChoice};
use crate::exchange::sheet::{self, Cell, Sheet, Value};
use crate::load;
use crate::load::raw::{self, Scalar};
use crate::model::Library;
use crate::source::{FileId, Sources, Span};

/// The first line of a CSV text, and what is between its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvHead {
    delimiter: u8,
    /// The place of the name of the assessment.
    place: usize,
}

impl CsvHead {
    /// Reads the first line; none if no column is called `assessment`.
    pub fn read(line: &str) -> Option<Self> {
        [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
            let fields = fields(line.trim_start_matches('\u{feff}'), delimiter);
            let place = fields.iter().position(|field| field.trim().eq_ignore_ascii_case(ASSESSMENT))?;
            Some(Self { delimiter, place })
        })
    }

    /// Of which assessment a row is; nothing where it does not say.
    pub fn assessment(&self, row: &str) -> Option<String> {
        let name = fields(row, self.delimiter).get(self.place)?.trim().to_owned();
        (!name.is_empty()).then_some(name)
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
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[])
        .map_err(|refusal| vec![Diagnostic::new(Rule::MissingKey, start, refusal.message).maybe_help(refusal.help)])?;
    let (statements, faults) = import::statements(&rows, None, library)?;
    let (mut assessment, warnings) = sound(load::assessment_from_raw(head(&sheets, start), library), faults)?;
    for (clause, statement) in statements.list {
        // Each clause is among them once.
        assessment.add(clause, statement).ok();
    }
    Ok((assessment, warnings))
}

/// What the first row says of the whole assessment.
fn head(sheets: &[Sheet], start: Span) -> raw::Assessment {
    let mut raw = raw::Assessment::empty(start);
    let names = |sheet: &Sheet| -> Vec<(usize, String)> {
        let head = sheet.rows.first().into_iter().flat_map(|row| &row.cells);
        head.filter_map(|cell| Some((cell.column, text(cell)?.trim_start_matches('\u{feff}').to_lowercase()))).collect()
    };
    let is_meant = |sheet: &&Sheet| names(sheet).iter().any(|(_, name)| name == ASSESSMENT);
    let Some(sheet) = sheets.iter().find(is_meant) else { return raw };
    let names = names(sheet);
    let cell = |key: &str| {
        let (column, _) = names.iter().find(|(_, name)| name == key)?;
        let cell = sheet.rows.get(1)?.cells.iter().find(|cell| cell.column == *column)?;
        Some(Scalar::new(text(cell)?, cell.span))
    };
    let cells = |key: &str| -> Vec<Scalar> {
        let parts = cell(key)
            .map(|cell| several(&cell.value).map(|part| Scalar::new(part.to_owned(), cell.span)).collect::<Vec<_>>());
        parts.unwrap_or_default()
    };
    raw.organization = cell("organization").or_else(|| cell(ASSESSMENT));
    raw.scope = cell("scope");
    raw.site = cell("site");
    raw.unit = cell("unit");
    raw.tags = cells("tags");
    raw.date = cell("date");
    raw.targets = cells("targets");
    raw
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
            ("\u{feff}clause;assessment\r\n", "x/1;North, plant\r\n"),
        ] {
            let head = CsvHead::read(head).unwrap();
            assert_eq!(head.assessment(row).as_deref(), Some("North, plant"));
        }
        assert_eq!(CsvHead::read("clause,status\n"), None);
        assert_eq!(CsvHead::read("assessment,status\n").unwrap().assessment(" ,partial"), None);
    }
}
