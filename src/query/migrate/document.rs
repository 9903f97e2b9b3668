//! The result of a migration as a document.

use std::collections::BTreeSet;

use super::{Migration, MigrationOutcome};
use crate::model::{ClauseId, Status, TableId};
use crate::query::case::Assessed;
use crate::query::stated;
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;

impl MigrationOutcome {
    const ALL: [Self; 4] = [Self::Carried, Self::Verify, Self::Unstated, Self::New];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Carried => "carried",
            Self::Verify => "verify",
            Self::Unstated => "unstated",
            Self::New => "new",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Carried => "an earlier clause asks for the same: what is stated of it holds",
            Self::Verify => "what is stated of earlier clauses tells only part of it: look",
            Self::Unstated => "nothing is stated of the earlier clauses that lead to it",
            Self::New => "no earlier clause leads to it",
        }
    }

    fn cell(self) -> Cell {
        let tone = match self {
            Self::Carried => Tone::Good,
            Self::Verify => Tone::Middling,
            Self::Unstated => Tone::Unsure,
            Self::New => Tone::Bad,
        };
        Cell::word(self.name(), tone)
    }
}

/// A line of the answer.
struct Line<'a> {
    clause: Option<&'a ClauseId>,
    title: &'a Text,
    from: Vec<ClauseId>,
    relation: String,
    what: Cell,
    status: Option<Status>,
    reason: &'a str,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("clause", |line: &Line<'_>| Cell::refs(line.clause)),
        Column::for_people("Clause", |line: &Line<'_>| {
            Cell::maybe(line.clause.map(|clause| clause.number.to_string()))
        }),
        Column::new("title", "Requirement", |line: &Line<'_>| Cell::text(line.title)),
        Column::for_programs("from", |line: &Line<'_>| Cell::refs(&line.from)),
        Column::for_people("From", |line: &Line<'_>| {
            Cell::text(line.from.iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>().join(", "))
        }),
        Column::new("relation", "Relation", |line: &Line<'_>| Cell::text(&line.relation)),
        Column::new("what", "What", |line: &Line<'_>| line.what.clone()),
        Column::new("status", "Status", |line: &Line<'_>| {
            line.status.map_or(Cell::Empty, |status| Cell::word(status, stated::tone(status)))
        }),
        Column::new("reason", "Why", |line: &Line<'_>| Cell::text(line.reason)),
    ]
}

/// How many requirements met with something.
struct Sum {
    what: Cell,
    count: usize,
    meaning: &'static str,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("what", "What", |sum| sum.what.clone()),
    Column::new("requirements", "Requirements", |sum| Cell::count(sum.count)),
    Column::new("meaning", "Meaning", |sum| Cell::text(sum.meaning)),
];

fn withdrawn_cell() -> Cell {
    Cell::word("withdrawn", Tone::Quiet)
}

impl Migration {
    /// What was done, line by line; `targets` says what became of the targets.
    pub fn document(&self, case: Assessed<'_>, targets: Option<String>) -> Document {
        let mut sums: Vec<Sum> = MigrationOutcome::ALL
            .into_iter()
            .map(|one| Sum { what: one.cell(), count: self.count(one), meaning: one.meaning() })
            .collect();
        sums.push(Sum {
            what: withdrawn_cell(),
            count: self.withdrawn.len(),
            meaning: "an earlier requirement that leads to nothing later; what is stated of it stays",
        });
        let mut lead = vec![format!(
            "Of {} of {}, {} carried from {} as they are stated there.",
            counted(self.requirements.len(), "requirement", "requirements"),
            self.to,
            match self.count(MigrationOutcome::Carried) {
                1 => "1 is".to_owned(),
                several => format!("{several} are"),
            },
            self.from
        )];
        lead.push(format!("What is stated of {} stays; the rest stands in the section as remarks.", self.from));
        lead.extend(targets);
        lead.extend(self.unchanged(case));
        let tables: BTreeSet<&TableId> = self.tables.iter().collect();
        lead.extend(case.case.caveats(&tables));
        Document {
            command: "migrate",
            title: format!("{} carried from {} to {}", case.assessment.organization, self.from, self.to),
            lead,
            parts: vec![
                Part::Table(Table::of("summary", "Summary", SUMMARY, &sums)),
                Part::Table(Table::of(ANSWER, format!("Requirements of {}", self.to), &columns(), &self.lines())),
            ],
            findings: Vec::new(),
            basis: case.basis([&self.from, &self.to], tables),
        }
    }

    /// What else of the assessment is about the earlier edition and stays so.
    fn unchanged(&self, case: Assessed<'_>) -> Vec<String> {
        let (policy, mut left) = (&case.assessment.policy, Vec::new());
        let gates = [("min-coverage", &policy.min_coverage), ("min-chapter-coverage", &policy.min_chapter_coverage)];
        for (gate, asked) in gates {
            if let (Some((percent, _)), false) = (asked.get(&self.from), asked.contains_key(&self.to)) {
                left.push(format!(
                    "`{gate}` of the policy still asks for {} % of {}, and for nothing of {}.",
                    percent.0, self.from, self.to
                ));
            }
        }
        let processes = case.assessment.processes.iter();
        let concerned = processes.filter(|process| process.clauses.iter().any(|clause| clause.edition == self.from));
        let concerned: Vec<&str> = concerned.map(|process| process.id.as_str()).collect();
        if !concerned.is_empty() {
            let name = if concerned.len() == 1 { "process names" } else { "processes name" };
            let count = concerned.len();
            left.push(format!("{count} {name} clauses of {}, as before: {}.", self.from, concerned.join(", ")));
        }
        left
    }

    fn lines(&self) -> Vec<Line<'_>> {
        let mut lines: Vec<Line<'_>> = Vec::new();
        for one in &self.requirements {
            let mut relations: Vec<&str> = one.origins.iter().map(|origin| origin.relation).collect();
            relations.dedup();
            lines.push(Line {
                clause: Some(&one.clause),
                title: &one.title,
                from: one.origins.iter().map(|origin| origin.clause.clone()).collect(),
                relation: relations.join(", "),
                what: one.outcome.cell(),
                status: one.statement.as_ref().map(|statement| statement.status),
                reason: &one.reason,
            });
        }
        lines.extend(self.withdrawn.iter().map(|one| Line {
            clause: None,
            title: &one.title,
            from: vec![one.clause.clone()],
            relation: String::new(),
            what: withdrawn_cell(),
            status: one.status,
            reason: &one.reason,
        }));
        lines
    }
}
