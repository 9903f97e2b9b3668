//! Finds the header row of a sheet, and which column holds what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Kind, normalized};
use super::record::Record;
use crate::diagnostic::Refusal;
use crate::exchange::sheet::{Row, Sheet, Value};
use crate::load::raw::nearest;
use crate::source::FileId;

/// The header must be among the first so many rows; a title and notes may stand above it.
const LAST_HEADING_ROW: usize = 30;

/// What the user says that a head means: `Head=column`, or `Head=ignore`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    heading: String,
    column: String,
}

impl Mapping {
    /// Reads `Head=column`.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.rsplit_once('=') {
            Some((head, column)) if !normalized(head).is_empty() && !normalized(column).is_empty() => {
                Ok(Self { heading: head.trim().to_owned(), column: column.trim().to_owned() })
            }
            Some(_) | None => Err("write \"Head=column\", such as \"Prüfpunkt=clause\", or \"Head=ignore\"".to_owned()),
        }
    }

    /// The column that is meant; nothing for one that is left out on purpose.
    fn column(&self, kind: Kind) -> Result<Option<Column>, Refusal> {
        if normalized(&self.column) == "ignore" {
            return Ok(None);
        }
        kind.column(&self.column).map(Some).ok_or_else(|| {
            let names = kind.columns().iter().map(|column| column.name());
            let near = nearest(&self.column, names.clone()).map(|near| format!("did you mean {near}? "));
            let names = names.collect::<Vec<_>>().join(", ");
            let help = format!("{}the columns are {names}, and ignore", near.unwrap_or_default());
            Refusal { message: format!("there is no column {} to map to", self.column), help: Some(help) }
        })
    }
}

/// The rows of a sheet under its head.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) columns: BTreeMap<usize, Column>,
    /// The columns that nobody takes over, each as `G (Priority)`.
    pub ignored: Vec<String>,
    data: &'s [Row],
}

/// Finds the rows under the head that names what is needed; in a workbook on the only sheet that has one, or on the named one.
pub fn rows<'s>(
    sheets: &'s [Sheet],
    name: Option<&str>,
    kind: Kind,
    mappings: &[Mapping],
) -> Result<Rows<'s>, Refusal> {
    let asked: Vec<&Sheet> = sheets.iter().filter(|sheet| name.is_none() || sheet.name.as_deref() == name).collect();
    if let (Some(name), []) = (name, asked.as_slice()) {
        let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
        let help = match names.as_slice() {
            [] => "a CSV file has none: leave out --sheet".to_owned(),
            names => format!("the sheets are {}", names.join(", ")),
        };
        return Err(Refusal { message: format!("there is no sheet {name}"), help: Some(help) });
    }
    let mut found = Vec::new();
    for sheet in &asked {
        found.extend(heading(sheet, kind, mappings)?);
    }
    let name = |sheet: &Sheet| Some(sheet.name.clone()? + if sheet.is_hidden { " (hidden)" } else { "" });
    let names: Vec<String> = found.iter().filter_map(|rows| name(rows.sheet)).collect();
    if names.len() > 1 {
        return Err(Refusal {
            message: format!("the sheets {} hold such rows", names.join(", ")),
            help: Some("add --sheet NAME".to_owned()),
        });
    }
    found.into_iter().next().ok_or_else(|| no_heading(&asked, kind, mappings))
}

/// Why there is no head, and which row looks like one: the first of those with the most texts.
fn no_heading(sheets: &[&Sheet], kind: Kind, mappings: &[Mapping]) -> Refusal {
    let [first, second] = kind.required_columns().map(Column::name);
    let texts = |row: &Row| row.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_))).count();
    let rows = || sheets.iter().flat_map(|sheet| sheet.rows.iter().take(LAST_HEADING_ROW));
    let heads = rows().min_by_key(|row| Reverse(texts(row))).map(|row| row.cells.as_slice()).unwrap_or_default();
    let heads: Vec<String> = heads.iter().take(20).map(|cell| cell.value.text().replace('\n', " ")).collect();
    let heads = heads.join(", ");
    let is_there = |mapping: &&Mapping| {
        let mut cells = rows().flat_map(|row| &row.cells);
        cells.any(|cell| normalized(&cell.value.text()) == normalized(&mapping.heading))
    };
    if heads.is_empty() {
        let message = format!("no row of the sheet names the columns {first} and {second}");
        return Refusal { message, help: Some("nothing stands in it".to_owned()) };
    }
    if let Some(unused) = mappings.iter().find(|mapping| !is_there(mapping)) {
        return no_column(unused, &heads);
    }
    let unclosed = sheets.iter().any(|sheet| sheet.unclosed_quote.is_some());
    let unclosed = if unclosed { "a quotation mark in it is never closed; " } else { "" };
    Refusal {
        message: format!("no row of the sheet names the columns {first} and {second}"),
        help: Some(format!("{unclosed}its heads may be {heads}: say what they mean, such as --map \"Head={first}\"")),
    }
}

fn no_column(mapping: &Mapping, heads: &str) -> Refusal {
    Refusal {
        message: format!("no column is called {}", mapping.heading),
        help: Some(format!("the columns are {heads}")),
    }
}

/// The rows of a sheet under its head, if it has one.
fn heading<'s>(sheet: &'s Sheet, kind: Kind, mappings: &[Mapping]) -> Result<Option<Rows<'s>>, Refusal> {
    for (at, row) in sheet.rows.iter().enumerate().take(LAST_HEADING_ROW) {
        let heads: Vec<(usize, String)> = row.cells.iter().map(|cell| (cell.column, cell.value.text())).collect();
        let mapping = |head: &str| mappings.iter().find(|mapping| normalized(&mapping.heading) == normalized(head));
        let (mut columns, mut silent) = (BTreeMap::new(), BTreeSet::new());
        for (column, head) in &heads {
            match mapping(head).map(|mapping| mapping.column(kind)).transpose()? {
                Some(Some(meant)) => drop(columns.insert(*column, meant)),
                Some(None) => drop(silent.insert(*column)),
                None => {}
            }
        }
        let known = heads.iter().filter(|(_, head)| mapping(head).is_none());
        let known = known.filter_map(|(column, head)| Some((*column, kind.column(head)?, head)));
        let (own, other): (Vec<_>, Vec<_>) = known.partition(|(_, meant, head)| meant.is_called(head));
        // What the user says comes first, then a column's own name, then any other.
        for named in [own, other] {
            let taken: Vec<Column> = columns.values().copied().collect();
            let free = named.iter().filter(|(_, meant, _)| !taken.contains(meant));
            columns.extend(free.map(|(column, meant, _)| (*column, *meant)));
        }
        if !kind.required_columns().iter().all(|needed| columns.values().any(|column| column == needed)) {
            continue;
        }
        if let Some(unused) = mappings
            .iter()
            .find(|mapping| heads.iter().all(|(_, head)| normalized(head) != normalized(&mapping.heading)))
        {
            let heads: Vec<&str> = heads.iter().map(|(_, head)| head.as_str()).collect();
            return Err(no_column(unused, &heads.join(", ")));
        }
        check_duplicates(sheet, &columns)?;
        let data = &sheet.rows[at + 1..];
        let under: BTreeSet<usize> = data.iter().flat_map(|row| &row.cells).map(|cell| cell.column).collect();
        let with_head: BTreeSet<usize> = heads.iter().map(|(column, _)| *column).collect();
        let headless = under.into_iter().filter(|column| !with_head.contains(column));
        let nameless = headless.map(|column| format!("{} (without a head)", sheet.column(column)));
        let ignored = heads.iter().filter(|(column, _)| !columns.contains_key(column) && !silent.contains(column));
        let ignored = ignored.map(|(column, head)| format!("{} ({})", sheet.column(*column), head.replace('\n', " ")));
        return Ok(Some(Rows { sheet, ignored: ignored.chain(nameless).collect(), columns, data }));
    }
    Ok(None)
}

fn check_duplicates(sheet: &Sheet, columns: &BTreeMap<usize, Column>) -> Result<(), Refusal> {
    let mut first: BTreeMap<Column, usize> = BTreeMap::new();
    for (at, column) in columns {
        if let Some(before) = first.insert(*column, *at) {
            let message =
                format!("the columns {} and {} both say {}", sheet.column(before), sheet.column(*at), column.name());
            return Err(Refusal { message, help: Some("leave one of them out: --map \"Head=ignore\"".to_owned()) });
        }
    }
    Ok(())
}

impl<'s> Rows<'s> {
    /// The text in which the places of all cells are.
    pub fn file(&self) -> FileId {
        self.sheet.file
    }

    /// Whether the sheet has a column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.values().any(|known| *known == column)
    }

    /// The rows that hold something under the head.
    pub(super) fn records(&self) -> impl Iterator<Item = Record<'s>> {
        self.data.iter().map(|row| Record::new(&self.columns, row)).filter(|record| !record.is_blank())
    }
}
