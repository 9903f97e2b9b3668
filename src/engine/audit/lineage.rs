//! Tables and editions that cannot have come about as they say: in a circle, before what they depend on, or of tables
//! that do not join their editions.

use std::collections::BTreeSet;

use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Catalog, EditionId, Library, Provenance, Relation, Table, TableId};

/// Something that a table or an edition says about how it came about, and that cannot be.
#[derive(Debug, Clone)]
pub enum Impossible<'l> {
    /// Tables each of which is composed of the next one, and the last of the first.
    Circle(Vec<&'l Table>),
    /// A table that is composed of others, which do not lead from one of its editions to the other.
    NotJoined(&'l Table),
    /// The same of single rows: the first of them, and how many there are.
    RowNotJoined(AuditedRow<'l>, usize),
    /// A table that is older than one of which it is composed.
    BeforeSource(&'l Table, &'l Table),
    /// A table that is older than an edition that it relates.
    BeforeEdition(&'l Table, &'l Catalog),
    /// An edition that is older than the one that it supersedes.
    BeforePredecessor(&'l Catalog, &'l Catalog),
}

/// All of that among the audited tables and their editions, in the order of tables. Dates count as far as they are stated: a
/// year is neither before nor after a day of it.
pub fn impossible<'l>(audited: &AuditedTables<'l>) -> Vec<Impossible<'l>> {
    let library = audited.library;
    let mut found: Vec<Impossible<'l>> = Vec::new();
    let mut in_circles: BTreeSet<&TableId> = BTreeSet::new();
    for table in &audited.tables {
        if !in_circles.contains(&table.id)
            && let Some(circle) = circle(library, table)
        {
            in_circles.extend(circle.iter().map(|table| &table.id));
            found.push(Impossible::Circle(circle));
        }
        if !table.derived_from.is_empty() && !are_joined(library, &table.derived_from, [&table.from, &table.to]) {
            found.push(Impossible::NotJoined(table));
        }
        let rows: Vec<AuditedRow<'l>> =
            audited.rows_of(table).filter(|row| !is_row_joined(library, row.relation)).collect();
        found.extend(rows.first().map(|row| Impossible::RowNotJoined(*row, rows.len())));
        let sources = table.derived_from.iter().filter_map(|source| library.table(source));
        let later = sources.filter(|source| is_before(table.date.as_deref(), source.date.as_deref()));
        found.extend(later.map(|source| Impossible::BeforeSource(table, source)));
        let editions = [&table.from, &table.to].into_iter().filter_map(|edition| library.catalog(edition));
        let later = editions.filter(|edition| is_before(table.date.as_deref(), published(edition)));
        found.extend(later.map(|edition| Impossible::BeforeEdition(table, edition)));
    }
    let editions: BTreeSet<&EditionId> = audited.tables.iter().flat_map(|table| [&table.from, &table.to]).collect();
    for edition in editions.into_iter().filter_map(|edition| library.catalog(edition)) {
        let predecessor = edition.supersedes.as_ref().and_then(|edition| library.catalog(edition));
        let later = predecessor.filter(|other| is_before(published(edition), published(other)));
        found.extend(later.map(|other| Impossible::BeforePredecessor(edition, other)));
    }
    found
}

/// When an edition was published; unknown if the catalog may give the date of its file instead.
fn published(edition: &Catalog) -> Option<&str> {
    let is_of_others = edition.provenance == Some(Provenance::Community);
    edition.published.as_deref().filter(|_| !is_of_others)
}

/// Whether a day, month or year lies wholly before another one.
fn is_before(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let (one, other) = (one.trim().split('-'), other.trim().split('-'));
    one.zip(other).find(|(one, other)| one != other).is_some_and(|(one, other)| one < other)
}

/// The shortest way from a table over those of which it is composed back to it.
fn circle<'l>(library: &'l Library, start: &'l Table) -> Option<Vec<&'l Table>> {
    let mut ways: Vec<Vec<&'l Table>> = vec![vec![start]];
    let mut seen: BTreeSet<&TableId> = BTreeSet::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let last = way.last()?;
        for source in last.derived_from.iter().filter_map(|source| library.table(source)) {
            if source.id == start.id {
                return Some(way);
            }
            if seen.insert(&source.id) {
                ways.push(way.iter().copied().chain([source]).collect());
            }
        }
    }
    None
}

fn is_row_joined(library: &Library, row: &Relation) -> bool {
    row.derived_from.is_empty()
        || row.from.iter().all(|from| are_joined(library, &row.derived_from, [&from.edition, &row.to.edition]))
}

/// Whether tables lead from one edition to another, in whatever direction.
fn are_joined(library: &Library, tables: &[TableId], [from, to]: [&EditionId; 2]) -> bool {
    let tables: Vec<&Table> = tables.iter().filter_map(|table| library.table(table)).collect();
    let relates = |table: &Table, edition: &EditionId| {
        let names = |row: &Relation| row.from.iter().chain([&row.to]).any(|clause| clause.edition == *edition);
        table.from == *edition || table.to == *edition || table.rows.iter().any(names)
    };
    // Tables that may be reached, from those that relate the first edition on.
    let mut reached: Vec<bool> = tables.iter().map(|table| relates(table, from)).collect();
    loop {
        let before = reached.clone();
        for at in 0..tables.len() {
            let is_next = |other: usize| {
                before[other]
                    && [&tables[other].from, &tables[other].to].into_iter().any(|edition| relates(tables[at], edition))
            };
            reached[at] |= (0..tables.len()).any(is_next);
        }
        if reached == before {
            return tables.iter().zip(reached).any(|(table, is_reached)| is_reached && relates(table, to));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_before;

    #[test]
    fn a_day_a_month_and_a_year_are_compared_as_far_as_both_say() {
        let before = |one, other| is_before(Some(one), Some(other));
        assert!(before("2019", "2020-01-01"));
        assert!(before("2020-01", "2020-02-01"));
        assert!(before("2020-01-31", "2020-02"));
        assert!(!before("2020", "2020-02"));
        assert!(!before("2020-02", "2020"));
        assert!(!before("2020-02-01", "2020-02-01"));
        assert!(!before("2021", "2020-12-31"));
        assert!(!is_before(None, Some("2020")) && !is_before(Some("2020"), None));
    }
}
