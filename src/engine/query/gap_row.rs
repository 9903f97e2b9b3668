//! One requirement of a target: its state, the reasons for that, and what remains to be done.

use crate::crosswalk::{Derivation, Level, Trail};
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Confidence, Direction, EditionId, Reading, Status, TableId};
use crate::query::action::{Action, Outcome};
use crate::query::advice::{self, Part};
use crate::query::chain;
use crate::query::contributor::{self, Contributor};
use crate::query::position::{Position, position};
use crate::query::scenarios::Scenarios;
use crate::query::words;
use crate::source::Text;

/// A requirement of the target and its state.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GapRow {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What it requires, in a sentence.
    pub summary: Option<Text>,
    /// How far it is known to be met.
    pub level: Level,
    /// Where it stands.
    pub outcome: Outcome,
    /// What is to be done.
    pub action: Action,
    /// The best chain: of the run as stated, or, where that has none, of the run that shows what would support it.
    pub chain: Vec<ClauseId>,
    /// What remains to be done besides the clauses that come first: if several clauses contribute, what each of them
    /// leaves open. Empty where those clauses are all that is left.
    pub add: Phrase,
    /// The same with the clauses of [`GapRow::home`] by number alone.
    pub(crate) add_in_words: Phrase,
    /// The clauses to put in place (implement), to assess (assess), or to finish since the chain depends on them
    /// (extend, verify).
    pub prerequisites: Vec<ClauseId>,
    /// Those of them that have not been assessed, if the action is to extend or to verify.
    pub unassessed: Vec<ClauseId>,
    /// What the assessment states about the requirement itself.
    pub status: Option<Status>,
    /// The number of rows of the chain.
    pub hops: Option<u32>,
    /// The tables of the chain.
    pub tables: Vec<TableId>,
    /// The confidence of its least confident row.
    pub confidence: Option<Confidence>,
    /// Every clause that gives it its level: those at the beginning of the best chain, and all that contribute too.
    pub contributors: Vec<Contributor>,
    /// The evidence that its own statement, or those of the contributors, name.
    pub evidence: Vec<Text>,
    /// The ids of the risks that its own statement treats.
    pub risks: Vec<Text>,
    /// Where a complete base would give it something by a longer chain than is followed: how many rows that has.
    pub hops_beyond: Option<u32>,
    /// The one edition on which the answer rests, where it is one: its clauses go by number alone in words.
    pub home: Option<EditionId>,
    /// The chain in short, for people.
    pub chain_in_words: Phrase,
}

/// The state of one requirement; nothing if it does not apply.
pub fn row(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Option<GapRow> {
    let crosswalk = scenarios.case.case.crosswalk;
    let found = crosswalk.clause(clause)?;
    let Position { level, outcome, action, chain, first, status, hops, tables, confidence, .. } =
        position(scenarios, clause)?;
    let telling = scenarios.most_informative(clause);
    let case = scenarios.case;
    let home = match scenarios.base.len() {
        1 => scenarios.base.first().cloned(),
        _ => None,
    };
    let trail = telling.trail(clause);
    let others = telling.contributions(clause);
    let contributors = contributor::contributors(case, telling, &others, clause);
    let statement = crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement);
    let mut evidence: Vec<Text> = Vec::new();
    let named = statement.iter().flat_map(|statement| &statement.evidence);
    for item in named.chain(contributors.iter().flat_map(|contributor| &contributor.evidence)) {
        if !evidence.contains(item) {
            evidence.push(item.clone());
        }
    }
    let steps = telling.steps(clause);
    let mut row = GapRow {
        clause: clause.clone(),
        title: found.title.clone(),
        summary: found.summary.clone(),
        level,
        outcome,
        action,
        chain,
        add: Phrase::default(),
        add_in_words: Phrase::default(),
        unassessed: match outcome {
            Outcome::PartlyCovered | Outcome::ToVerify => unassessed(scenarios, &first),
            Outcome::Covered | Outcome::Open | Outcome::Unknown | Outcome::New => Vec::new(),
        },
        prerequisites: first,
        status,
        hops,
        tables,
        confidence,
        contributors,
        evidence,
        risks: statement.map(|statement| statement.risks.clone()).unwrap_or_default(),
        hops_beyond: None,
        home,
        chain_in_words: Phrase::default(),
    };
    row.chain_in_words = row.because(trail.as_ref());
    if let Some(trail) = trail.as_ref().filter(|_| !steps.is_empty()) {
        let first = Part { by: chain::starts(trail), chain: telling.chain(clause), steps };
        let others =
            others.into_iter().map(|other| Part { by: vec![other.origin], chain: other.chain, steps: other.steps });
        let parts: Vec<Part<'_, '_>> = std::iter::once(first).chain(others).collect();
        let text = |name: chain::Name<'_>| match telling.level(clause) {
            Some(Level::Partial) if is_enough(scenarios, trail, &row.prerequisites) => Phrase::default(),
            Some(Level::Partial) => advice::left(case.case.library, clause, &parts, name),
            Some(Level::Presumed) => advice::said(&parts, name),
            Some(Level::Full | Level::None) | None => Phrase::default(),
        };
        let (add, add_in_words) = (text(&ToString::to_string), text(&|clause| row.short(clause)));
        (row.add, row.add_in_words) = (add, add_in_words);
    }
    Some(row)
}

/// Whether a requirement is in place as soon as clauses are that a proof of a part of it depends on: what the rows hand
/// on is all of what they start from, and of joint rows those clauses are all that is missing.
fn is_enough(scenarios: &Scenarios<'_>, trail: &Trail<'_, '_>, prerequisites: &[ClauseId]) -> bool {
    // All may be there, and the chain to that be longer than is followed.
    if prerequisites.is_empty() {
        return false;
    }
    let all = |premises: &[Trail<'_, '_>]| premises.iter().all(|premise| is_enough(scenarios, premise, prerequisites));
    match &trail.derivation {
        Derivation::Stated => trail.level == Level::Full || is_named(scenarios, trail.clause, prerequisites),
        Derivation::ShownAbove => true,
        Derivation::Hint { .. } => false,
        Derivation::Below(premises) => trail.level == Level::Full && all(premises),
        Derivation::Row { step, premises, .. } => {
            let covers = match step.relation.reading(step.direction) {
                Reading::Equal | Reading::Covers => true,
                Reading::Within | Reading::Overlaps | Reading::Related | Reading::Disjoint => false,
            };
            let is_joint = step.relation.is_joint() && step.direction == Direction::Forward;
            let partners = step.relation.from.iter().filter(|_| is_joint);
            let mut partners = partners.filter(|from| !premises.iter().any(|premise| premise.clause == *from));
            covers && all(premises) && partners.all(|partner| is_named(scenarios, partner, prerequisites))
        }
    }
}

/// Those of some clauses on which nothing is stated.
fn unassessed(scenarios: &Scenarios<'_>, clauses: &[ClauseId]) -> Vec<ClauseId> {
    let case = scenarios.case;
    let is_stated = |clause: &&ClauseId| {
        let below = case.case.crosswalk.requirements_of(clause);
        below.iter().any(|below| case.case.crosswalk.statement(below, case.assessment).is_some())
    };
    clauses.iter().filter(|clause| !is_stated(clause)).cloned().collect()
}

/// Whether all of a clause is in place, or will be with clauses that are named.
fn is_named(scenarios: &Scenarios<'_>, clause: &ClauseId, prerequisites: &[ClauseId]) -> bool {
    let requirements = scenarios.case.case.crosswalk.requirements_of(clause);
    let is_done = |clause: &&ClauseId| {
        scenarios.level(clause) == Some(Level::Full) || prerequisites.contains(scenarios.statement_clause(clause))
    };
    !requirements.is_empty() && requirements.iter().all(is_done)
}

impl GapRow {
    /// What a clause is called in words.
    pub(crate) fn short(&self, clause: &ClauseId) -> String {
        words::short_reference(clause, self.home.as_ref())
    }

    /// On what the level rests, in short.
    fn because(&self, trail: Option<&Trail<'_, '_>>) -> Phrase {
        let name = |clause: &ClauseId| self.short(clause);
        let hops = self.hops.unwrap_or(0);
        let best = match trail {
            None if self.status.is_some() => return say!("because-own"),
            None => return Phrase::default(),
            Some(_) if self.chain.len() == 1 => return say!("because-own"),
            // A long chain is for `explain`; here it is enough where it begins.
            Some(trail) if hops > 1 => {
                let own = |start: &ClauseId| match start.edition == self.clause.edition {
                    true => say!("because-yours", clause = start.number.as_str()),
                    false => name(start).into(),
                };
                let starts = Phrase::joined(chain::starts(trail).into_iter().map(own), " + ");
                say!("because-indirect", starts = starts, hops = hops)
            }
            Some(trail) => chain::arrows_before(trail, &name).into(),
        };
        let others: Vec<String> =
            self.contributors.iter().filter(|other| !other.is_best).map(|other| name(&other.clause)).collect();
        if others.is_empty() { best } else { say!("because-also", best = best, others = words::some_of(&others)) }
    }
}
