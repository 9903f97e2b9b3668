//! What follows from rows and stands in no table: rows that need not be read, reverses, pairs.

use std::collections::BTreeMap;

use super::section::Section;
use super::wording::statement;
use crate::audit::{AuditedRow, AuditedTables, Contradictions, Following, ForcedPair, ForcedPairs, StrongerRow};
use crate::model::{SetRelation, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::{Cell, Column, Part, Table, Tone};
use crate::source::Sources;

/// A table with how many of its rows have to be read.
struct Count {
    table: String,
    rows: usize,
    follow: usize,
    reverses: usize,
}

const COUNTS: &[Column<Count>] = &[
    Column::new("table", "Table", |count| Cell::text(&count.table)),
    Column::new("rows", "Rows", |count| Cell::count(count.rows)),
    Column::new("follow", "Follow from others", |count| Cell::count(count.follow)),
    Column::new("to-read", "To be read", |count| Cell::count(count.rows - count.follow)),
    Column::new("reverses", "Reverse follows", |count| Cell::count(count.reverses)),
];

/// A row, and what follows about it.
struct Line {
    row: String,
    follows: String,
    table: String,
    file: String,
    line: usize,
}

const LINES: &[Column<Line>] = &[
    Column::new("row", "Row", |line| Cell::text(&line.row)),
    Column::new("follows", "What follows", |line| Cell::text(&line.follows)),
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::for_programs("file", |line| Cell::text(&line.file)),
    Column::for_programs("line", |line| Cell::count(line.line)),
];

const PAIRS: &[Column<ForcedPair>] = &[
    Column::new("one", "Clause", |pair| Cell::text(pair.one.to_string())),
    Column::new("relation", "Relation", |pair| Cell::word(relation(pair.relation), Tone::Plain)),
    Column::new("other", "Other clause", |pair| Cell::text(pair.other.to_string())),
    Column::new("rows", "Rows between", |pair| Cell::count(pair.rows)),
];

/// The part of the audit that says what follows; `limit` is how many of each list are told.
pub(super) fn section(
    case: Case<'_>,
    audited: &AuditedTables<'_>,
    contradictions: &Contradictions<'_>,
    limit: usize,
) -> Section {
    let following = Following::of(audited, contradictions);
    let forced = ForcedPairs::of(audited, contradictions);
    let (follow, stronger, pairs) = (following.superfluous.len(), following.stronger.len(), forced.pairs.len());
    let mut lead = vec![
        format!(
            "Of {} {follow} follow from the others, and need not be read.",
            counted(audited.rows().count(), "row", "rows")
        ),
        format!("Of {} the reverse is not stated and follows.", counted(stronger, "row", "rows")),
        format!(
            "{} can lie to each other in one way only, and no row states it.",
            counted(pairs, "pair of clauses", "pairs of clauses")
        ),
    ];
    if forced.is_cut {
        lead.push("There may be more such pairs than were tried: those that are listed are not all.".to_owned());
    }
    if following.is_cut {
        lead.push("There was too much to try: more rows and reverses may follow than are listed.".to_owned());
    }
    if follow.max(stronger).max(pairs) > limit {
        lead.push(format!("Of each list the first {limit} are told; --limit tells more."));
    }
    let superfluous = following.superfluous.iter().map(|row| line(row, "the whole row", case.sources));
    let reverses =
        following.stronger.iter().map(|row| line(&row.row, &format!("reverse {}", row.reverse), case.sources));
    let lines = |title: &str, name: &'static str, lines: Vec<Line>| {
        (!lines.is_empty()).then(|| Part::Table(Table::of(name, title, LINES, &lines)))
    };
    let mut parts = vec![
        Part::Section("What follows from rows".to_owned()),
        Part::Table(Table::of("to-read", "Rows of each table", COUNTS, &counts(audited, &following))),
    ];
    parts.extend(lines("Rows that follow from the others", "follow", superfluous.take(limit).collect()));
    parts.extend(lines("Reverses that follow", "reverses", reverses.take(limit).collect()));
    let told: Vec<&ForcedPair> = forced.pairs.iter().take(limit).collect();
    if !told.is_empty() {
        parts.push(Part::Table(Table::of("forced", "Pairs that no row states", PAIRS, told)));
    }
    Section { lead, parts, findings: Vec::new() }
}

fn counts(audited: &AuditedTables<'_>, following: &Following<'_>) -> Vec<Count> {
    let mut follow: BTreeMap<&TableId, [usize; 2]> = BTreeMap::new();
    following.superfluous.iter().for_each(|row| follow.entry(&row.table.id).or_default()[0] += 1);
    following.stronger.iter().for_each(|StrongerRow { row, .. }| follow.entry(&row.table.id).or_default()[1] += 1);
    let mut rows: BTreeMap<&TableId, usize> = audited.tables.iter().map(|table| (&table.id, 0)).collect();
    audited.rows().for_each(|row| *rows.entry(&row.table.id).or_default() += 1);
    let count = |(table, rows): (&TableId, usize)| {
        let [follow, reverses] = follow.get(table).copied().unwrap_or_default();
        Count { table: table.to_string(), rows, follow, reverses }
    };
    rows.into_iter().map(count).collect()
}

fn line(row: &AuditedRow<'_>, follows: &str, sources: &Sources) -> Line {
    let span = row.relation.span;
    Line {
        row: statement(row.relation),
        follows: follows.to_owned(),
        table: row.table.id.to_string(),
        file: sources.get(span.file).name().to_owned(),
        line: sources.position(span).line.get() as usize,
    }
}

fn relation(relation: SetRelation) -> &'static str {
    match relation {
        SetRelation::Equal => "equal",
        SetRelation::Inside => "inside",
        SetRelation::Contains => "contains",
        SetRelation::Overlaps => "overlaps",
        SetRelation::Disjoint => "shares nothing",
    }
}
