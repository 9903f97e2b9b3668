//! The tables that are audited, with the editions that they relate.

use crate::model::{Confidence, EditionId, Library, Relation, Table};

/// The tables that are audited. Others of the library say nothing here; all of its editions may be examined.
#[derive(Debug, Clone)]
pub struct AuditedTables<'l> {
    /// The editions, and all tables.
    pub library: &'l Library,
    /// Those that are audited, in the order of ids.
    pub tables: Vec<&'l Table>,
    /// What the tables state in addition to their rows; see [`asides`].
    pub asides: &'l [Table],
    /// Rows that are of lower confidence are left out.
    pub min_confidence: Option<Confidence>,
}

/// A row of an audited table.
#[derive(Debug, Clone, Copy)]
pub struct AuditedRow<'l> {
    /// Its table.
    pub table: &'l Table,
    /// What it says.
    pub relation: &'l Relation,
}

impl<'l> AuditedTables<'l> {
    /// All that is stated and sure enough: the rows table by table, in the order of their files, and what is stated in
    /// addition.
    pub fn rows(&self) -> impl Iterator<Item = AuditedRow<'l>> {
        let beside = self.asides.iter().flat_map(|table| self.rows_of(table));
        self.table_rows().chain(beside)
    }

    /// The rows that are sure enough, table by table, in the order of their files.
    pub fn table_rows(&self) -> impl Iterator<Item = AuditedRow<'l>> {
        self.tables.iter().flat_map(|table| self.rows_of(table))
    }

    /// Rows that were left out when they were read, since they contradict each other.
    pub fn disputed_rows(&self) -> impl Iterator<Item = AuditedRow<'l>> {
        self.asides.iter().flat_map(|table| self.rows_of(table)).filter(is_disputed)
    }

    /// The numbers of these rows among all that is stated; nothing follows from them.
    pub(super) fn disputed(&self) -> impl Iterator<Item = u32> {
        let first = self.table_rows().count();
        let beside = self.rows().enumerate().skip(first).filter(|(_, row)| is_disputed(row));
        beside.map(|(at, _)| u32::try_from(at).expect("fewer than four billion rows"))
    }

    /// The rows of one table that are sure enough, in the order of its file.
    pub fn rows_of<'t>(&self, table: &'t Table) -> impl Iterator<Item = AuditedRow<'t>> {
        let least = self.min_confidence;
        let rows = table.rows.iter().map(move |relation| AuditedRow { table, relation });
        rows.filter(move |row| least.is_none_or(|least| row.relation.confidence >= least))
    }
}

/// What names clauses on both sides, of what is stated in addition to rows.
fn is_disputed(row: &AuditedRow<'_>) -> bool {
    !row.relation.from.is_empty()
}

/// What tables state in addition to their rows, as tables of the same ids: rows that were left out since they
/// contradict each other, and, reversed, the clauses that are unrelated as rows by which nothing covers them.
pub fn asides(tables: &[&Table]) -> Vec<Table> {
    let beside = tables.iter().filter(|table| !table.aside.is_empty());
    let of_table = |table: &&Table| {
        let (disputed, unrelated): (Vec<Relation>, Vec<Relation>) =
            table.aside.iter().cloned().partition(|row| !row.from.is_empty());
        let with = |rows: Vec<Relation>, [from, to]: [&EditionId; 2]| {
            (!rows.is_empty()).then(|| Table {
                source: table.source.clone(),
                confidence: table.confidence,
                rows: rows.into(),
                ..Table::new(table.id.clone(), from.clone(), to.clone(), table.span)
            })
        };
        [with(disputed, [&table.from, &table.to]), with(unrelated, [&table.to, &table.from])]
    };
    beside.flat_map(of_table).flatten().collect()
}
