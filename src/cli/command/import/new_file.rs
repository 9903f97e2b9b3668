//! A file that comes of an import.

use xwalk::model::Table;

/// A file that comes of an import.
pub(super) struct NewFile {
    /// Its path in the folder of --output, with slashes.
    pub(super) path: String,
    /// What it is: a catalog, a relation table, an assessment.
    pub(super) kind: &'static str,
    /// Its id, or whose it is.
    pub(super) id: String,
    /// How many clauses, rows or statements it holds.
    pub(super) count: usize,
    /// Its text.
    pub(super) text: String,
    /// The table in it, where it is one.
    pub(super) table: Option<Box<Table>>,
}
