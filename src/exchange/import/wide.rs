//! Crosswalks with a column for each framework: each column is a table of its own.

use super::column::Column;
use super::heading::LAST_HEADING_ROW;
use super::{Kind, Mapping, Rows, SheetChoice, rows};
use crate::diagnostic::Refusal;
use crate::exchange::sheet::Sheet;

/// A column that holds the clauses of one edition that are covered, by its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToColumn {
    /// Its head.
    pub head: String,
    /// The edition, by id or alias.
    pub edition: String,
}

impl ToColumn {
    /// Reads `Head=edition`.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.rsplit_once('=') {
            Some((head, edition)) if !head.trim().is_empty() && !edition.trim().is_empty() => {
                Ok(Self { head: head.trim().to_owned(), edition: edition.trim().to_owned() })
            }
            Some(_) | None => {
                Err("write \"Head=edition\", such as \"ISO 27002 Mappings=iso-iec-27002:2013\"".to_owned())
            }
        }
    }
}

/// The rows of a sheet whose covered clauses are in this column; the columns of other frameworks are left alone. If no
/// column heading says which clauses cover, the only heading that is known for clauses does.
pub fn column_rows<'s>(
    sheets: &'s [Sheet],
    choice: &SheetChoice,
    mappings: &[Mapping],
    column: &ToColumn,
) -> Result<Rows<'s>, Refusal> {
    let mut mappings: Vec<Mapping> = mappings.iter().cloned().chain([Mapping::to(&column.head)]).collect();
    let heads = sheets.iter().flat_map(|sheet| sheet.rows.iter().take(LAST_HEADING_ROW)).find_map(|row| {
        let heads: Vec<String> = row.cells.iter().map(|cell| cell.value.text()).collect();
        let is_to = heads.iter().any(|head| Mapping::to(&column.head).is_of(head));
        is_to.then_some(heads)
    });
    let Some(heads) = heads else { return rows(sheets, choice, Kind::Table, &mappings) };
    let is_mapped = |head: &String| mappings.iter().any(|mapping| mapping.is_of(head));
    let says_from = |head: &String| match mappings.iter().find(|mapping| mapping.is_of(head)) {
        Some(mapping) => mapping.column(Kind::Table).is_ok_and(|meant| meant == Some(Column::From)),
        None => Kind::Table.column(head) == Some(Column::From),
    };
    if !heads.iter().any(says_from) {
        let is_clause = |head: &&String| {
            !is_mapped(head)
                && Kind::Table.column(head).is_none()
                && Kind::Assessment.column(head) == Some(Column::Clause)
        };
        let clauses: Vec<&String> = heads.iter().filter(is_clause).collect();
        match clauses.as_slice() {
            [only] => mappings.push(Mapping::from(only)),
            [] | [_, ..] => {
                let message = format!("no column is known to hold the clauses that cover those of {}", column.head);
                let help = format!("its heads are {}: --map \"HEAD=from\" says which it is", heads.join(", "));
                return Err(Refusal { message, help: Some(help) });
            }
        }
    }
    rows(sheets, choice, Kind::Table, &mappings)
}
