//! The tables that are audited, with the editions that they relate.

use crate::model::{Confidence, Library, Relation, Table};

/// The tables that are audited. Others of the library say nothing here; of its editions all may be looked at.
#[derive(Debug, Clone)]
pub struct AuditedTables<'l> {
    /// The editions, and all tables.
    pub library: &'l Library,
    /// Those that are audited, in the order of ids.
    pub tables: Vec<&'l Table>,
    /// Rows that are less sure are left out.
    pub min_confidence: Option<Confidence>,
}

/// A row of an audited table.
#[derive(Debug, Clone, Copy)]
pub struct AuditedRow<'l> {
    /// The table in which it stands.
    pub table: &'l Table,
    /// What it says.
    pub relation: &'l Relation,
}

impl<'l> AuditedTables<'l> {
    /// The rows that are sure enough, table by table, in the order of their files.
    pub fn rows(&self) -> impl Iterator<Item = AuditedRow<'l>> {
        let rows =
            self.tables.iter().flat_map(|table| table.rows.iter().map(|relation| AuditedRow { table, relation }));
        rows.filter(|row| self.min_confidence.is_none_or(|least| row.relation.confidence >= least))
    }

    /// The rows of one table that are sure enough, in the order of its file.
    pub fn rows_of<'t>(&self, table: &'t Table) -> impl Iterator<Item = AuditedRow<'t>> {
        let least = self.min_confidence;
        let rows = table.rows.iter().map(move |relation| AuditedRow { table, relation });
        rows.filter(move |row| least.is_none_or(|least| row.relation.confidence >= least))
    }
}
