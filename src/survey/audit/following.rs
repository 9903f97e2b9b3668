//! What follows from rows and is in no table: rows that need not be read, reverses, pairs.

use std::collections::BTreeMap;

use super::section::Section;
use super::wording::statement;
use crate::audit::{AuditedRow, AuditedTables, Contradictions, Following, ForcedPair, ForcedPairs, StrongerRow};
use crate::model::{ClauseId, SetRelation, Strength, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Part, Table, Tone};
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
    Column::new("to-read", "To be reviewed", |count| Cell::count(count.rows - count.follow)),
    Column::new("reverses", "Reverse follows", |count| Cell::count(count.reverses)),
];

/// Something that follows, for programs: a whole row, the reverse of a row, or a pair that no row states.
struct Fact {
    follows: &'static str,
    from: Vec<ClauseId>,
    relation: String,
    reverse: Option<String>,
    to: ClauseId,
    /// How many rows the shortest chain between a pair has.
    rows: Option<usize>,
    row: Option<RowPlace>,
}

/// The place of a row.
struct RowPlace {
    table: String,
    confidence: String,
    file: String,
    line: usize,
}

const FACTS: &[Column<Fact>] = &[
    Column::for_programs("follows", |fact| Cell::word(fact.follows, Tone::Plain)),
    Column::for_programs("from", |fact| Cell::refs(&fact.from)),
    Column::for_programs("relation", |fact| Cell::word(&fact.relation, Tone::Plain)),
    Column::for_programs("reverse", |fact| Cell::maybe(fact.reverse.as_ref())),
    Column::for_programs("to", |fact| Cell::refs([&fact.to])),
    Column::for_programs("rows", |fact| fact.rows.map_or(Cell::Empty, Cell::count)),
    Column::for_programs("table", |fact| Cell::maybe(fact.row.as_ref().map(|row| &row.table))),
    Column::for_programs("confidence", |fact| Cell::maybe(fact.row.as_ref().map(|row| &row.confidence))),
    Column::for_programs("file", |fact| Cell::maybe(fact.row.as_ref().map(|row| &row.file))),
    Column::for_programs("line", |fact| fact.row.as_ref().map_or(Cell::Empty, |row| Cell::count(row.line))),
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

/// The part of the audit that says what follows; `limit` is how many of each list people see. Programs get all as the
/// answer.
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
            "{follow} of {} follow from the others and need not be reviewed.",
            counted(audited.table_rows().count(), "row", "rows")
        ),
        format!("For {} the reverse is not stated but follows.", counted(stronger, "row", "rows")),
        format!(
            "For {} only one relation is possible, but no row states it.",
            counted(pairs, "pair of clauses", "pairs of clauses")
        ),
    ];
    if forced.is_cut {
        lead.push("Not all pairs were tried: there may be more than are listed.".to_owned());
    }
    if following.is_cut {
        lead.push("Not all rows were tried: more rows and reverses may follow than are listed.".to_owned());
    }
    if follow.max(stronger).max(pairs) > limit {
        lead.push(format!(
            "The first {limit} of each list are shown; --limit shows more, and JSON and CSV contain all."
        ));
    }
    let superfluous = following.superfluous.iter().map(|row| line(row, "the whole row", case.sources));
    let reverses =
        following.stronger.iter().map(|row| line(&row.row, &format!("reverse {}", row.reverse), case.sources));
    let lines = |title: &str, name: &'static str, lines: Vec<Line>| {
        (!lines.is_empty()).then(|| Part::Table(Table::of(name, title, LINES, &lines).for_audience(Audience::People)))
    };
    let mut parts = vec![
        Part::Section("What follows from rows".to_owned().into()),
        Part::Table(Table::of("to-read", "Rows of each table", COUNTS, &counts(audited, &following))),
    ];
    parts.extend(lines("Rows that follow from the others", "follow", superfluous.take(limit).collect()));
    parts.extend(lines("Reverses that follow", "reverses", reverses.take(limit).collect()));
    let told: Vec<&ForcedPair> = forced.pairs.iter().take(limit).collect();
    if !told.is_empty() {
        let pairs = Table::of("forced", "Pairs that no row states", PAIRS, told);
        parts.push(Part::Table(pairs.for_audience(Audience::People)));
    }
    let facts = facts(&following, &forced, case.sources);
    parts
        .push(Part::Table(Table::of(ANSWER, "What follows from rows", FACTS, &facts).for_audience(Audience::Programs)));
    Section { lead, parts, findings: Vec::new() }
}

/// All that follows, rows first, then reverses, then pairs.
fn facts(following: &Following<'_>, forced: &ForcedPairs, sources: &Sources) -> Vec<Fact> {
    let of_row = |row: &AuditedRow<'_>, follows, reverse: Option<Strength>| Fact {
        follows,
        from: row.relation.from.clone(),
        relation: row.relation.forward.to_string(),
        reverse: reverse.map(|reverse| reverse.to_string()),
        to: row.relation.to.clone(),
        rows: None,
        row: Some(RowPlace {
            table: row.table.id.to_string(),
            confidence: row.relation.confidence.to_string(),
            file: sources.get(row.relation.span.file).name().to_owned(),
            line: sources.position(row.relation.span).line.get() as usize,
        }),
    };
    let rows = following.superfluous.iter().map(|row| of_row(row, "row", row.relation.reverse));
    let reverses = following.stronger.iter().map(|stronger| of_row(&stronger.row, "reverse", Some(stronger.reverse)));
    let pairs = forced.pairs.iter().map(|pair| Fact {
        follows: "pair",
        from: vec![pair.one.clone()],
        relation: relation(pair.relation).to_owned(),
        reverse: None,
        to: pair.other.clone(),
        rows: Some(pair.rows),
        row: None,
    });
    rows.chain(reverses).chain(pairs).collect()
}

fn counts(audited: &AuditedTables<'_>, following: &Following<'_>) -> Vec<Count> {
    let mut follow: BTreeMap<&TableId, [usize; 2]> = BTreeMap::new();
    following.superfluous.iter().for_each(|row| follow.entry(&row.table.id).or_default()[0] += 1);
    following.stronger.iter().for_each(|StrongerRow { row, .. }| follow.entry(&row.table.id).or_default()[1] += 1);
    let mut rows: BTreeMap<&TableId, usize> = audited.tables.iter().map(|table| (&table.id, 0)).collect();
    audited.table_rows().for_each(|row| *rows.entry(&row.table.id).or_default() += 1);
    let count = |(table, rows): (&TableId, usize)| {
        let [follow, reverses] = follow.get(table).copied().unwrap_or_default();
        Count { table: table.to_string(), rows, follow, reverses }
    };
    rows.into_iter().map(count).collect()
}

fn line(row: &AuditedRow<'_>, follows: &str, sources: &Sources) -> Line {
    let span = row.relation.span;
    Line {
        row: statement(row),
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
        SetRelation::Disjoint => "nothing in common",
    }
}
