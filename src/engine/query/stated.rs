//! What an assessment states on a clause, itself or by a heading above it.

use crate::language::say;
use crate::model::{ClauseId, Statement, Status};
use crate::query::case::Assessed;
use crate::report::{Cell, Entry, Tone};

/// What holds for a clause by the assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectiveStatement {
    /// The clause that carries the statement: the one asked about, or the nearest heading above it on which something
    /// is stated.
    pub clause: ClauseId,
    /// The statement.
    pub statement: Statement,
}

impl EffectiveStatement {
    /// What holds for a clause; nothing if it has not been assessed.
    pub fn of(case: Assessed<'_>, clause: &ClauseId) -> Option<Self> {
        let (by, statement) = case.case.crosswalk.statement(clause, case.assessment)?;
        Some(Self { clause: by.clone(), statement: statement.clone() })
    }

    /// The status, and the heading that carries it where that is another clause.
    pub fn status(&self, clause: &ClauseId) -> Cell {
        let status = self.statement.status;
        let word = match self.clause == *clause {
            true => status.into(),
            false => say!("status-by", status = status, clause = self.clause.number.as_str()),
        };
        Cell::word(word, tone(status))
    }

    /// The entry of a clause with the whole statement on the clause.
    pub fn describe(&self, clause: &ClauseId, entry: Entry) -> Entry {
        let statement = &self.statement;
        entry
            .value(say!("heading-status"), self.status(clause))
            .value(say!("heading-justification"), Cell::maybe(statement.justification.as_ref()))
            .value(say!("heading-evidence"), Cell::resources(&statement.evidence))
            .value(say!("heading-owner"), Cell::maybe(statement.owner.as_ref()))
            .value(say!("heading-due"), Cell::day(statement.due))
            .value(say!("guide-remark"), Cell::maybe(statement.note.as_ref()))
    }
}

/// The statements that hold for a requirement; one on a heading of which everything has statements of its own does not.
pub fn effective_statements<'a>(case: Assessed<'a>) -> impl Iterator<Item = (&'a ClauseId, &'a Statement)> {
    let crosswalk = case.case.crosswalk;
    case.assessment.statements().filter(move |(clause, _)| {
        let requirements = crosswalk.requirements_of(clause);
        let holds = |requirement: &&ClauseId| {
            crosswalk.statement(requirement, case.assessment).is_some_and(|(carrier, _)| carrier == *clause)
        };
        requirements.is_empty() || requirements.iter().any(holds)
    })
}

/// What a status means.
pub fn tone(status: Status) -> Tone {
    match status {
        Status::Implemented => Tone::Good,
        Status::Partial => Tone::Middling,
        Status::Planned => Tone::Unsure,
        Status::NotImplemented => Tone::Bad,
        Status::NotApplicable => Tone::Quiet,
    }
}
