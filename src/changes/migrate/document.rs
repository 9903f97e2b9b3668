//! The result of a migration as a document.

use std::collections::BTreeSet;

use super::Migration;
use crate::language::Phrase;
use crate::model::{ClauseId, Status, TableId};
use crate::query::case::Assessed;
use crate::query::gap::{Action, Outcome};
use crate::query::stated;
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;

/// A line of the answer.
struct Line<'a> {
    clause: Option<&'a ClauseId>,
    title: &'a Text,
    chain: Vec<ClauseId>,
    because: String,
    outcome: Cell,
    action: Option<Action>,
    status: Option<Status>,
    what: String,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("clause", |line: &Line<'_>| Cell::refs(line.clause)),
        Column::for_people("Clause", |line: &Line<'_>| {
            Cell::maybe(line.clause.map(|clause| clause.number.to_string()))
        }),
        Column::new("title", "Requirement", |line: &Line<'_>| Cell::text(line.title)),
        Column::new("outcome", "Outcome", |line: &Line<'_>| line.outcome.clone()),
        Column::for_programs("action", |line: &Line<'_>| {
            line.action.map_or(Cell::Empty, |action| Cell::word(action.name(), action.tone()))
        }),
        Column::new("status", "Status", |line: &Line<'_>| {
            line.status.map_or(Cell::Empty, |status| Cell::word(status, stated::tone(status)))
        }),
        Column::for_programs("because", |line: &Line<'_>| Cell::refs(&line.chain)),
        Column::for_people("Because", |line: &Line<'_>| Cell::text(&line.because)),
        Column::new("what", "Reason, or what to do", |line: &Line<'_>| Cell::text(&line.what)),
    ]
}

/// How many requirements have an outcome.
struct Sum {
    outcome: Cell,
    count: usize,
    meaning: &'static str,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("outcome", "Outcome", |sum| sum.outcome.clone()),
    Column::new("requirements", "Requirements", |sum| Cell::count(sum.count)),
    Column::new("meaning", "Meaning", |sum| Cell::text(sum.meaning)),
];

const OUTCOMES: [Outcome; 6] =
    [Outcome::Covered, Outcome::PartlyCovered, Outcome::ToVerify, Outcome::Open, Outcome::Unknown, Outcome::New];

fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Covered => "your statements cover it in full: transferred as implemented",
        Outcome::PartlyCovered => "part of it is in place: extend",
        Outcome::ToVerify => "possibly partly in place: check",
        Outcome::Open => "a clause that would support it is not (or only partly) implemented",
        Outcome::Unknown => "depends on a clause not yet assessed",
        Outcome::New => "nothing you have supports it: implement in full",
    }
}

fn cell(outcome: Outcome) -> Cell {
    Cell::word(outcome.name(), outcome.action().tone())
}

fn withdrawn_cell() -> Cell {
    Cell::word("withdrawn", Tone::Quiet)
}

impl Migration {
    /// What was done, line by line; `targets` says what happened to the targets.
    pub fn document(&self, case: Assessed<'_>, targets: Option<String>) -> Document {
        let mut sums: Vec<Sum> = OUTCOMES
            .into_iter()
            .map(|one| Sum { outcome: cell(one), count: self.count(one), meaning: meaning(one) })
            .collect();
        sums.push(Sum {
            outcome: withdrawn_cell(),
            count: self.withdrawn.len(),
            meaning: "a requirement of the earlier edition with no counterpart in the later one; your statement on it stays",
        });
        let all = counted(self.requirements.len(), "requirement", "requirements");
        let mut lead = vec![match self.count(Outcome::Covered) {
            0 => format!("Your statements cover none of {all} of {} in full.", self.to),
            1 => format!("Your statements cover 1 of {all} of {} in full: it is stated as implemented.", self.to),
            several => {
                format!(
                    "Your statements cover {several} of {all} of {} in full: they are stated as implemented.",
                    self.to
                )
            }
        }];
        lead.push(format!(
            "The others are in the new section, with the remaining work as comments. Your statements on {} stay.",
            self.from
        ));
        lead.extend(targets);
        lead.extend(self.unchanged(case));
        let tables: BTreeSet<&TableId> = self.tables.iter().collect();
        lead.extend(case.case.caveats(&tables));
        Document {
            command: "migrate",
            title: format!("{} transferred from {} to {}", case.assessment.organization, self.from, self.to).into(),
            lead: Phrase::each(lead),
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
                    "`{gate}` of the policy still requires {} % of {}, but nothing of {}.",
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
            let note = one.statement.as_ref().and_then(|statement| statement.note.as_ref()).map(ToString::to_string);
            lines.push(Line {
                clause: Some(&one.gap.clause),
                title: &one.gap.title,
                chain: one.gap.chain.clone(),
                because: one.gap.chain_in_words.to_string(),
                outcome: cell(one.gap.outcome),
                action: Some(one.gap.action),
                status: one.statement.as_ref().map(|statement| statement.status),
                what: note.unwrap_or_else(|| one.to_do()),
            });
        }
        lines.extend(self.withdrawn.iter().map(|one| Line {
            clause: None,
            title: &one.title,
            chain: vec![one.clause.clone()],
            because: one.clause.number.to_string(),
            outcome: withdrawn_cell(),
            action: None,
            status: one.status,
            what: one.reason.clone(),
        }));
        lines
    }
}
