//! How many tables confirm the pairs of clauses, as a document.

use super::section::Section;
use crate::audit::{Amount, DependentPair, TableWitnesses, Witnesses};
use crate::model::ClauseId;
use crate::query::words::counted;
use crate::report::{Audience, Cell, Column, Part, Table};

/// A table as a row.
struct Line {
    table: String,
    confirmed: Amount,
    independent: usize,
}

const TABLES: &[Column<Line>] = &[
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("pairs", "Pairs", |line| Cell::count(line.confirmed.of)),
    Column::new("confirmed", "Confirmed by another table", |line| Cell::count(line.confirmed.count)),
    Column::new("independent", "Independently, as far as known", |line| Cell::count(line.independent)),
];

/// A pair without two independent witnesses as a row.
struct PairLine {
    one: ClauseId,
    other: ClauseId,
    tables: String,
}

const PAIRS: &[Column<PairLine>] = &[
    Column::new("one", "Clause", |pair| Cell::refs([&pair.one])),
    Column::new("other", "Other clause", |pair| Cell::refs([&pair.other])),
    Column::new("tables", "Tables", |pair| Cell::text(&pair.tables)),
];

/// The part of the audit that says which pairs several tables confirm; nothing if no pair is in two of them.
pub(super) fn section(witnesses: &Witnesses<'_>) -> Section {
    let (confirmed, independent) = (witnesses.confirmed, witnesses.independent);
    if confirmed.count + witnesses.contradicted == 0 {
        return Section::default();
    }
    let mut lead = vec![format!(
        "{} in common; another table confirms {}, and {} of these independently, as far as the tables show.",
        counted(confirmed.of, "pair of clauses has requirements", "pairs of clauses have requirements"),
        confirmed.count,
        independent.count
    )];
    if witnesses.contradicted > 0 {
        lead.push(format!(
            "{} in several tables, but rows contradict them, so they do not count as confirmed.",
            counted(witnesses.contradicted, "pair is", "pairs are")
        ));
    }
    if !witnesses.dependent.is_empty() {
        let are = if witnesses.dependent.len() == 1 { "pair is" } else { "pairs are" };
        lead.push(format!(
            "{} {are} not confirmed independently: the tables have the same source and mapper, repeat each other, or are derived from others.",
            witnesses.dependent.len()
        ));
    }
    let shared = witnesses.tables.iter().filter(|of| of.confirmed.count > 0);
    let shared: Vec<Line> = shared.map(line).collect();
    let title = "Pairs of clauses that other tables confirm";
    let mut parts = Vec::new();
    if !shared.is_empty() {
        parts.push(Part::Table(Table::of("witnesses", title, TABLES, &shared)));
    }
    if !witnesses.dependent.is_empty() {
        let pairs: Vec<PairLine> = witnesses.dependent.iter().map(pair_line).collect();
        let pairs = Table::of("dependent-pairs", "Pairs that no independent table confirms", PAIRS, &pairs);
        parts.push(Part::Table(pairs.for_audience(Audience::Programs)));
    }
    Section { lead, parts, findings: Vec::new() }
}

fn line(of: &TableWitnesses<'_>) -> Line {
    Line { table: of.table.id.to_string(), confirmed: of.confirmed, independent: of.independent.count }
}

fn pair_line(pair: &DependentPair<'_>) -> PairLine {
    let tables: Vec<String> = pair.tables.iter().map(|table| table.id.to_string()).collect();
    PairLine { one: pair.one.clone(), other: pair.other.clone(), tables: tables.join(" ") }
}
