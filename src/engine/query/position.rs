//! The state of one requirement of a target and the reasons for that, before any words about it.

use std::collections::BTreeSet;

use crate::crosswalk::Level;
use crate::model::{ClauseId, Confidence, Direction, Status, TableId};
use crate::query::action::{Action, Outcome};
use crate::query::scenarios::{GapCause, Scenarios};
use crate::query::words;

/// The state of a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The requirement.
    pub clause: ClauseId,
    /// How far it is known to be met.
    pub level: Level,
    /// Where it stands.
    pub outcome: Outcome,
    /// What is to be done.
    pub action: Action,
    /// The best chain: of the run as stated, or, where that has none, of the run that shows what would support it.
    pub chain: Vec<ClauseId>,
    /// The clauses to put in place, to assess or to finish first.
    pub first: Vec<ClauseId>,
    /// What the assessment states about the requirement itself.
    pub status: Option<Status>,
    /// The number of rows of the chain.
    pub hops: Option<u32>,
    /// The tables of the chain.
    pub tables: Vec<TableId>,
    /// The confidence of its least confident row.
    pub confidence: Option<Confidence>,
}

/// The state of one requirement; nothing if it does not apply.
pub(crate) fn position(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Option<Position> {
    let level = scenarios.level(clause)?;
    let (outcome, first) = match level {
        Level::Full => (Outcome::Covered, Vec::new()),
        Level::Partial => (Outcome::PartlyCovered, unfinished(scenarios, clause)),
        Level::Presumed => (Outcome::ToVerify, unfinished(scenarios, clause)),
        Level::None => match scenarios.gap_cause(clause) {
            GapCause::Stated => (Outcome::Open, Vec::new()),
            GapCause::Unfinished(first) => (Outcome::Open, first),
            GapCause::Unknown(first) => (Outcome::Unknown, first),
            GapCause::New => (Outcome::New, Vec::new()),
        },
    };
    let telling = scenarios.most_informative(clause);
    let case = scenarios.case;
    let statement = case.case.crosswalk.statement(clause, case.assessment);
    Some(Position {
        clause: clause.clone(),
        level,
        outcome,
        action: outcome.action(),
        chain: telling.chain(clause).into_iter().cloned().collect(),
        first,
        status: statement.map(|(_, statement)| statement.status),
        hops: telling.hops(clause),
        tables: words::tables(&telling.steps(clause)),
        confidence: telling.confidence(clause),
    })
}

/// The clauses on a chain that are not fully in place, so that finishing them may bring more: where it starts, and the
/// partners in its joint rows.
fn unfinished(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Vec<ClauseId> {
    let steps = scenarios.as_stated.steps(clause);
    let partners = steps
        .iter()
        .filter(|step| step.direction == Direction::Forward && step.relation.is_joint())
        .flat_map(|step| &step.relation.from)
        .flat_map(|clause| scenarios.case.case.crosswalk.requirements_of(clause));
    let (mut unfinished, mut seen) = (Vec::new(), BTreeSet::new());
    for candidate in scenarios.as_stated.origins(clause).into_iter().chain(partners) {
        let is_open = scenarios.level(candidate).is_some_and(|level| level < Level::Full);
        // A partner in an edition without statements of the organization is not work that it has started.
        let is_taken_on = scenarios.base.contains(&candidate.edition) || candidate.edition == clause.edition;
        let carrier = scenarios.statement_clause(candidate);
        if is_open && is_taken_on && candidate != clause && seen.insert(carrier) {
            unfinished.push(carrier.clone());
        }
    }
    unfinished
}
