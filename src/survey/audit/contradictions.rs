//! Rows that contradict each other, and those without which the others agree.

use super::section::Section;
use super::wording::{kind, origin, reading, statement, statements};
use crate::audit::{AuditedRow, AuditedTables, Contradiction, Contradictions, Repair, SameClauses, Strictness};
use crate::diagnostic::{Diagnostic, Rule};
use crate::query::case::Case;
use crate::query::words::{counted, listed, some_of};
use crate::report::{ANSWER, Audience, Cell, Column, Part, Table, Tone};
use crate::source::Sources;

/// How many contradictions are reported one by one without --all.
const TOLD: usize = 100;

/// A row of a contradiction.
struct Line {
    conflict: usize,
    kind: &'static str,
    reading: &'static str,
    from: String,
    relation: String,
    reverse: String,
    to: String,
    table: String,
    confidence: String,
    source: String,
    file: String,
    line: usize,
    /// What of the order of editions it depends on, in addition to the first row.
    because: String,
    further: usize,
}

const LINES: &[Column<Line>] = &[
    Column::new("conflict", "No.", |line| Cell::count(line.conflict)),
    Column::for_programs("kind", |line| Cell::word(line.kind, Tone::Plain)),
    Column::for_programs("reading", |line| Cell::word(line.reading, Tone::Plain)),
    Column::new("from", "From", |line| Cell::text(&line.from)),
    Column::new("relation", "Relation", |line| Cell::word(&line.relation, Tone::Plain)),
    Column::new("reverse", "Reverse", |line| Cell::text(&line.reverse)),
    Column::new("to", "To", |line| Cell::text(&line.to)),
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("confidence", "Confidence", |line| Cell::text(&line.confidence)),
    Column::for_programs("file", |line| Cell::text(&line.file)),
    Column::for_programs("line", |line| Cell::count(line.line)),
    Column::for_programs("because", |line| Cell::text(&line.because)),
    Column::for_programs("further", |line| Cell::count(line.further)),
    Column::for_programs("source", |line| Cell::text(&line.source)),
];

/// How many contradictions there are of a kind.
struct Count {
    kind: &'static str,
    counts: [usize; 2],
}

const COUNTS: &[Column<Count>] = &[
    Column::new("kind", "Kind", |count| Cell::text(count.kind)),
    Column::new("every", "In every interpretation", |count| Cell::count(count.counts[0])),
    Column::new("strict", "Only if an unstated reverse is not full", |count| Cell::count(count.counts[1])),
];

/// A row without which contradictions go, with its place.
struct Mend {
    statement: String,
    table: String,
    confidence: String,
    file: String,
    line: usize,
    conflicts: usize,
    left: usize,
}

const MENDS: &[Column<Mend>] = &[
    Column::new("row", "Row", |mend| Cell::text(&mend.statement)),
    Column::new("table", "Table", |mend| Cell::text(&mend.table)),
    Column::new("confidence", "Confidence", |mend| Cell::text(&mend.confidence)),
    Column::for_programs("file", |mend| Cell::text(&mend.file)),
    Column::for_programs("line", |mend| Cell::count(mend.line)),
    Column::new("conflicts", "Contradictions with it", |mend| Cell::count(mend.conflicts)),
    Column::new("left", "Contradictions left without the rows so far", |mend| Cell::count(mend.left)),
];

/// The part of the audit that says whether tables agree.
/// Its table is called `name`; where that is not the answer, and nothing contradicts, there is none.
pub(super) fn section(
    case: Case<'_>,
    audited: &AuditedTables<'_>,
    contradictions: &Contradictions<'_>,
    tells_all: bool,
    name: &'static str,
) -> Section {
    let found = &contradictions.found;
    let lines: Vec<Line> =
        found.iter().enumerate().flat_map(|(at, found)| lines(at + 1, found, case.sources)).collect();
    let mends: Vec<Mend> = contradictions.repairs.iter().map(|repair| mend(repair, case.sources)).collect();
    let mut parts = Vec::new();
    if name == ANSWER || !lines.is_empty() {
        let rows = Table::of(name, "Rows that contradict each other", LINES, &lines);
        parts.push(Part::Table(rows.for_audience(Audience::Programs)));
    }
    let counts = counts(found);
    if !counts.is_empty() {
        parts.push(Part::Table(Table::of("kinds", "Contradictions by kind", COUNTS, &counts)));
    }
    if !mends.is_empty() {
        let title = "Rows whose removal resolves most contradictions; without all of them the others agree in every interpretation";
        parts.push(Part::Table(Table::of("mends", title, MENDS, &mends)));
    }
    Section { lead: lead(audited, contradictions, tells_all), parts, findings: findings(contradictions, tells_all) }
}

fn lead(audited: &AuditedTables<'_>, contradictions: &Contradictions<'_>, tells_all: bool) -> Vec<String> {
    let mut lead = Vec::new();
    let [every, strict] = [Strictness::Every, Strictness::Strict].map(|strictness| contradictions.count(strictness));
    lead.push(match every {
        0 if audited.rows().next().is_none() => {
            "There are no rows, so nothing was examined for contradictions.".to_owned()
        }
        0 => "The rows do not contradict each other or the structure of their editions.".to_owned(),
        some => {
            let sets = counted(some, "minimal set of rows is", "minimal sets of rows are");
            format!("{sets} contradictory, whatever an unstated reverse means.")
        }
    });
    if strict > 0 {
        let sets = match every {
            0 => counted(strict, "set of rows is", "sets of rows are"),
            _ => counted(strict, "more set of rows is", "more sets of rows are"),
        };
        lead.push(format!("{sets} contradictory only if an unstated reverse means that it is not full."));
    }
    if every > 0 {
        lead.push("No file was changed: the row that contradicts others may be the correct one.".to_owned());
    }
    if contradictions.undecided > 0 {
        let things = counted(contradictions.undecided, "claim", "claims");
        let are = if contradictions.undecided == 1 { "it is" } else { "they are" };
        lead.push(format!(
            "For {things} it was not decided whether {are} possible: too many clauses below headings would have to be tried."
        ));
    }
    let untried = contradictions.found.iter().filter(|found| !found.is_smallest).count();
    if untried > 0 {
        let sets = counted(untried, "set", "sets");
        lead.push(format!(
            "For {sets} it was not fully checked which rows are needed: some rows may not be part of the contradiction."
        ));
    }
    let further = contradictions.found.iter().filter(|found| found.further > 0).count();
    if further > 0 {
        let sets = counted(further, "set", "sets");
        lead.push(format!("For {sets} there are further contradictions of the same claim that are not listed."));
    }
    if !tells_all && every.max(strict) > TOLD {
        lead.push(format!("The first {TOLD} of each are shown as findings; --all shows all of them, and JSON and CSV always contain all."));
    }
    lead
}

fn lines(conflict: usize, found: &Contradiction<'_>, sources: &Sources) -> Vec<Line> {
    let line = |(at, row): (usize, &AuditedRow<'_>)| {
        let from: Vec<String> = row.relation.from.iter().map(ToString::to_string).collect();
        Line {
            conflict,
            kind: kind(found.kind).0,
            reading: reading(found.strictness),
            from: if from.is_empty() { row.table.from.to_string() } else { from.join(" ") },
            relation: row.relation.forward.to_string(),
            reverse: row.relation.reverse.map(|reverse| reverse.to_string()).unwrap_or_default(),
            to: row.relation.to.to_string(),
            table: row.table.id.to_string(),
            confidence: row.relation.confidence.to_string(),
            source: row.table.source.trim().to_owned(),
            file: sources.get(row.relation.span.file).name().to_owned(),
            line: sources.position(row.relation.span).line.get() as usize,
            because: if at == 0 { because(found) } else { String::new() },
            further: found.further,
        }
    };
    found.rows.iter().enumerate().map(line).collect()
}

fn counts(found: &[Contradiction<'_>]) -> Vec<Count> {
    let mut kinds: Vec<_> = found.iter().map(|found| found.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let count =
        |of, strictness| found.iter().filter(|found| found.kind == of && found.strictness == strictness).count();
    let line = |of| Count { kind: kind(of).1, counts: [count(of, Strictness::Every), count(of, Strictness::Strict)] };
    kinds.into_iter().map(line).collect()
}

fn mend(repair: &Repair<'_>, sources: &Sources) -> Mend {
    let span = repair.row.relation.span;
    Mend {
        statement: statement(&repair.row),
        table: repair.row.table.id.to_string(),
        confidence: repair.row.relation.confidence.to_string(),
        file: sources.get(span.file).name().to_owned(),
        line: sources.position(span).line.get() as usize,
        conflicts: repair.conflicts,
        left: repair.left,
    }
}

/// What of the order of editions a contradiction depends on: `x:1/4.1 is part of x:1/4`.
fn because(found: &Contradiction<'_>) -> String {
    let inside = found.inside.iter().map(|(clause, heading)| format!("{clause} is part of {heading}"));
    let divided = found.divided.iter().map(|heading| format!("{heading} is made of its clauses alone"));
    inside.chain(divided).collect::<Vec<_>>().join("; ")
}

fn findings(contradictions: &Contradictions<'_>, tells_all: bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for strictness in [Strictness::Every, Strictness::Strict] {
        let of_reading = || contradictions.found.iter().filter(move |found| found.strictness == strictness);
        let told = if tells_all { usize::MAX } else { TOLD };
        findings.extend(of_reading().take(told).map(finding));
        let untold = of_reading().skip(told).count();
        if let Some(next) = of_reading().nth(told) {
            let mut rest = finding(next);
            rest.message = format!("{} contradictory", counted(untold, "more set of rows is", "more sets of rows are"));
            rest.help = Some("--all reports each of them".to_owned());
            (rest.count, rest.labels) = (untold, Vec::new());
            findings.push(rest);
        }
    }
    findings.extend(contradictions.same.iter().filter_map(same));
    findings
}

/// At the row with the lowest confidence; of several the last one.
fn finding(found: &Contradiction<'_>) -> Diagnostic {
    let rule = match found.strictness {
        Strictness::Every => Rule::TablesContradict,
        Strictness::Strict => Rule::TablesContradictStrictly,
    };
    let least = found.rows.iter().map(|row| row.relation.confidence).min();
    let at = found.rows.iter().rposition(|row| Some(row.relation.confidence) == least).unwrap_or(0);
    let (row, others) = (&found.rows[at], others(&found.rows, at));
    let since = Some(because(found)).filter(|because| !because.is_empty());
    let since = since.map(|because| format!(", since {because}")).unwrap_or_default();
    let only = match found.strictness {
        Strictness::Every => "",
        Strictness::Strict => ", if an unstated reverse is not full,",
    };
    let further = match found.further {
        0 => String::new(),
        ways => format!(" (and in {ways} further {})", if ways == 1 { "way" } else { "ways" }),
    };
    let row_says = statement(row);
    let message = match others.as_slice() {
        [] => format!("{row_says}, which{only} is not possible{since}{further}"),
        others => format!("{row_says}, which{only} contradicts {}{since}{further}", statements(others)),
    };
    let help = match found.strictness {
        Strictness::Every => {
            "compare the rows with their sources, starting with the lowest confidence; one of them must be weakened or removed"
        }
        Strictness::Strict => "state the reverse if it is known; if it is full, nothing is wrong",
    };
    let finding = Diagnostic::new(rule, row.relation.span, message).help(help);
    others.iter().fold(finding, |finding, other| {
        finding.label(other.relation.span, format!("{} says that {}", origin(other), statement(other)))
    })
}

fn others<'r, 'l>(rows: &'r [AuditedRow<'l>], at: usize) -> Vec<&'r AuditedRow<'l>> {
    rows.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, row)| row).collect()
}

fn same(same: &SameClauses<'_>) -> Option<Diagnostic> {
    let (first, rest) = same.rows.split_first()?;
    let clauses: Vec<String> = same.clauses.iter().map(ToString::to_string).collect();
    let clauses = if clauses.len() > 3 { some_of(&clauses) } else { listed(&clauses).into() };
    let message = format!("according to the rows, {clauses} require the same");
    let help = "two clauses of one edition rarely require the same: one of the rows may mean that one covers the other";
    let finding = Diagnostic::new(Rule::ClausesMadeEqual, first.relation.span, message).help(help);
    Some(rest.iter().fold(finding, |finding, other| {
        finding.label(other.relation.span, format!("{} says that {}", origin(other), statement(other)))
    }))
}
