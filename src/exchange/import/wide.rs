//! Crosswalks with a column for each framework: each column is a table of its own.

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

/// The rows of a sheet whose covered clauses are in this column; the columns of other frameworks are left alone.
pub fn column_rows<'s>(
    sheets: &'s [Sheet],
    choice: &SheetChoice,
    mappings: &[Mapping],
    column: &ToColumn,
) -> Result<Rows<'s>, Refusal> {
    let mappings: Vec<Mapping> = mappings.iter().cloned().chain([Mapping::to(&column.head)]).collect();
    rows(sheets, choice, Kind::Table, &mappings)
}
