//! What happened to the requirements of an edition, as a document.

use std::collections::BTreeSet;

use super::{EditionChange, EditionChanges, EditionDiff, RevisionKind};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{ClauseId, TableId};
use crate::query::case::{Case, Question};
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};

/// A line of the answer: a change with the titles of its clauses.
struct Line<'a> {
    change: &'a EditionChange,
    before: String,
    after: String,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("kind", "Kind", |line: &Line<'_>| line.change.kind.cell()),
        Column::for_programs("old", |line: &Line<'_>| Cell::refs(&line.change.old)),
        Column::for_programs("new", |line: &Line<'_>| Cell::refs(&line.change.new)),
        Column::for_people("Old", |line: &Line<'_>| Cell::text(numbers(&line.change.old))),
        Column::for_people("New", |line: &Line<'_>| Cell::text(numbers(&line.change.new))),
        Column::for_programs("what", |line: &Line<'_>| Cell::text(&line.change.what)),
        Column::for_programs("before", |line: &Line<'_>| Cell::text(&line.before)),
        Column::for_programs("after", |line: &Line<'_>| Cell::text(&line.after)),
        Column::for_people("Title", |line: &Line<'_>| match (line.before.as_str(), line.after.as_str()) {
            (before, after) if before == after || before.is_empty() => Cell::text(after),
            (before, "") => Cell::text(before),
            (before, after) => Cell::text(format!("{before} → {after}")),
        }),
        Column::for_people("What it requires", |line: &Line<'_>| {
            let add = line.change.add.replace(".; ", ". ");
            let said = [line.change.what.as_str(), &add];
            Cell::text(said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": "))
        }),
        Column::for_programs("add", |line: &Line<'_>| Cell::text(&line.change.add)),
        Column::for_programs("table", |line: &Line<'_>| {
            Cell::text(line.change.tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(" "))
        }),
        Column::for_programs("confidence", |line: &Line<'_>| {
            Cell::maybe(line.change.confidence.map(|confidence| confidence.to_string()))
        }),
    ]
}

fn numbers(clauses: &[ClauseId]) -> String {
    clauses.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(", ")
}

/// How many clauses met a fate.
struct Sum {
    kind: RevisionKind,
    old: usize,
    new: usize,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("kind", "Kind", |sum| sum.kind.cell()),
    Column::new("old", "Earlier clauses", |sum| Cell::count(sum.old)),
    Column::new("new", "Later clauses", |sum| Cell::count(sum.new)),
    Column::new("meaning", "Meaning", |sum| Cell::text(sum.kind.meaning())),
];

impl EditionChanges {
    /// How many earlier and how many later clauses met a fate, each counted once.
    pub fn count(&self, kind: RevisionKind) -> (usize, usize) {
        let of = |clauses: fn(&EditionChange) -> &Vec<ClauseId>| {
            let met = self.changes.iter().filter(|change| change.kind == kind);
            met.flat_map(clauses).collect::<BTreeSet<_>>().len()
        };
        (of(|change| &change.old), of(|change| &change.new))
    }
}

impl Question for EditionDiff {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let answer = self.ask(case)?;
        let title = |clause: &ClauseId| case.library.clause(clause).map(|clause| clause.title.to_string());
        let titles = |clauses: &[ClauseId]| clauses.iter().filter_map(title).collect::<Vec<_>>().join("; ");
        let lines: Vec<Line<'_>> = answer
            .changes
            .iter()
            .map(|change| Line { change, before: titles(&change.old), after: titles(&change.new) })
            .collect();
        let sums: Vec<Sum> = RevisionKind::ALL
            .into_iter()
            .map(|kind| {
                let (old, new) = answer.count(kind);
                Sum { kind, old, new }
            })
            .collect();
        let tables: BTreeSet<&TableId> = answer.changes.iter().flat_map(|change| &change.tables).collect();
        let size = |edition| counted(case.crosswalk.requirements(edition).count(), "requirement", "requirements");
        let mut lead = vec![
            format!("{} has {}, {} has {}.", answer.old, size(&answer.old), answer.new, size(&answer.new)),
            "What a row says about a heading also applies to the requirements below it that have no row of their own; an earlier clause counts under every kind that applies to it.".to_owned(),
        ];
        lead.extend(case.caveats(&tables));
        Ok(Document {
            command: "diff",
            title: format!("What changed from {} to {}", answer.old, answer.new).into(),
            lead: Phrase::each(lead),
            parts: vec![
                Part::Table(Table::of("summary", "Summary", SUMMARY, &sums)),
                Part::Table(Table::of(ANSWER, "Requirements", &columns(), &lines)),
            ],
            findings: Vec::new(),
            basis: case.basis([&answer.old, &answer.new], tables.iter().copied()),
        })
    }
}
