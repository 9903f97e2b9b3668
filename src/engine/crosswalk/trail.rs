//! Why a clause is at its level: the chain in short, the whole proof in full.
//!
//! The best of the chains to the same level is chosen in this order: not a hint; the fewest rows; the highest confidence
//! of its least confident row; the fewest headings; the first in the order of ids, clause by clause from the beginning. A
//! chain that is better up to a clause is not always better after it, since a less confident row later can cancel the
//! difference. So the choice is made from the end, among all chains that keep the confidence of the whole.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Level;
use super::fact::{Claim, Fact};
use super::inference::{Best, Choice, Inference, Reason};
use super::known::Known;
use crate::model::{ClauseId, ClauseKind, Confidence, Direction, Relation, Table};

/// A row on a chain, and how it was read.
#[derive(Debug, Clone, Copy)]
pub struct Step<'l> {
    /// Its table.
    pub table: &'l Table,
    /// The row.
    pub relation: &'l Relation,
    /// How it was read.
    pub direction: Direction,
}

/// What other statements make of a clause that is stated lower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implication<'c> {
    /// The level that they prove.
    pub level: Level,
    /// The clauses of the best chain to it, first to last, the clause itself included.
    pub chain: Vec<&'c ClauseId>,
    /// The stated requirements that the chain is based on.
    pub origins: Vec<&'c ClauseId>,
}

/// A proof that a clause is at least at a level.
#[derive(Debug, Clone)]
pub struct Trail<'c, 'l> {
    /// The clause.
    pub clause: &'c ClauseId,
    /// The level.
    pub level: Level,
    /// What is known about it; nothing if there is only a hint.
    pub known: Option<Known>,
    /// The confidence of the least confident row below; nothing if there is none.
    pub confidence: Option<Confidence>,
    /// Why.
    pub derivation: Derivation<'c, 'l>,
}

/// The last step of a proof.
#[derive(Debug, Clone)]
pub enum Derivation<'c, 'l> {
    /// The assessment states it.
    Stated,
    /// A row gives it, through the heading at the end of the row, if there is one.
    Row {
        /// The row.
        step: Step<'l>,
        /// The heading above the clause at the end of the row.
        via: Option<&'c ClauseId>,
        /// The proof from which the row starts.
        premises: Vec<Trail<'c, 'l>>,
    },
    /// It is a heading, and has the level from requirements below it: from one of them, or for full from all.
    Below(Vec<Trail<'c, 'l>>),
    /// A row makes it known that some of the chapter above it is in place: a hint.
    Hint {
        /// The row.
        step: Step<'l>,
        /// The heading above the clause at the end of the row.
        via: &'c ClauseId,
        /// The proof from which the row starts.
        premises: Vec<Trail<'c, 'l>>,
    },
    /// It is already proved above.
    ShownAbove,
}

impl<'c, 'l> Inference<'c, 'l> {
    /// The clauses of a clause's best chain, first to last, itself included; empty where it has no level.
    pub fn chain(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some((_, choice)) = self.chosen(clause) else { return Vec::new() };
        choice.chain.iter().map(|vertex| &self.crosswalk.ids[*vertex as usize]).collect()
    }

    /// What other statements make of a clause that is stated lower.
    pub fn implied(&self, clause: &ClauseId) -> Option<Implication<'c>> {
        let vertex = self.crosswalk.vertex(clause)?;
        let implied = self.implied.get(&vertex)?;
        let fact = Fact { vertex, claim: Claim::Hinted };
        let choice = self.choose(fact, implied.confidence, implied.reasons.iter().copied())?;
        let chain = choice.chain.iter().map(|vertex| &self.crosswalk.ids[*vertex as usize]).collect();
        let origins = self.origins_of(self.premises(fact, &choice.reason), implied.confidence);
        Some(Implication { level: implied.level, chain, origins })
    }

    /// The rows of a clause's best chain, first to last.
    pub fn steps(&self, clause: &ClauseId) -> Vec<Step<'l>> {
        let mut steps = Vec::new();
        if let Some((best, choice)) = self.chosen(clause) {
            let fact = self.fact_of(&best, &choice);
            self.steps_to(fact, best.confidence, &mut BTreeSet::new(), &mut steps);
        }
        steps
    }

    /// The stated requirements on which the level of a clause is finally based.
    pub fn origins(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some((best, choice)) = self.chosen(clause) else { return Vec::new() };
        self.origins_of(vec![self.fact_of(&best, &choice)], best.confidence)
    }

    fn origins_of(&self, mut open: Vec<Fact>, confidence: Confidence) -> Vec<&'c ClauseId> {
        let mut seen = BTreeSet::new();
        let mut origins = BTreeSet::new();
        while let Some(fact) = open.pop() {
            if !seen.insert(fact) {
                continue;
            }
            match self.choice(fact, confidence).map(|choice| choice.reason) {
                Some(Reason::Stated) => {
                    origins.insert(fact.vertex);
                }
                Some(reason) => open.extend(self.premises(fact, &reason)),
                None => {}
            }
        }
        origins.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// Whether the level of a clause is based only on a hint: its chapter is partly met.
    pub fn is_hint(&self, clause: &ClauseId) -> bool {
        let best = self.crosswalk.vertex(clause).and_then(|vertex| self.best(vertex));
        best.is_some_and(|best| best.facts.iter().all(|fact| fact.claim == Claim::Hinted))
    }

    /// The whole proof of a clause's level; nothing where it has none.
    pub fn trail(&self, clause: &ClauseId) -> Option<Trail<'c, 'l>> {
        let (best, choice) = self.chosen(clause)?;
        self.trail_to(self.fact_of(&best, &choice), best.confidence, &mut BTreeSet::new())
    }

    /// The best facts of a clause, and the best chain to one of them.
    fn chosen(&self, clause: &ClauseId) -> Option<(Best, Choice)> {
        let best = self.best(self.crosswalk.vertex(clause)?)?;
        let choices = best.facts.iter().filter_map(|fact| self.choice(*fact, best.confidence));
        let choice = choices.reduce(|one, other| if self.is_before(&other, &one) { other } else { one })?;
        Some((best, choice))
    }

    /// Which of the best facts a choice is about.
    fn fact_of(&self, best: &Best, choice: &Choice) -> Fact {
        let is_meant = |fact: &&Fact| {
            self.choice(**fact, best.confidence).is_some_and(|made| Rc::ptr_eq(&made.chain, &choice.chain))
        };
        *best.facts.iter().find(is_meant).unwrap_or(&best.facts[0])
    }

    /// The best reason of a fact among those whose rows all have a confidence.
    fn choice(&self, fact: Fact, confidence: Confidence) -> Option<Choice> {
        if let Some(made) = self.choices.borrow().get(&(fact, confidence)) {
            return made.clone();
        }
        let choice = self.choose(fact, confidence, self.reasons(fact));
        self.choices.borrow_mut().insert((fact, confidence), choice.clone());
        choice
    }

    fn choose(&self, fact: Fact, confidence: Confidence, reasons: impl Iterator<Item = Reason>) -> Option<Choice> {
        let mut best: Option<Choice> = None;
        for reason in reasons {
            if self.confidence_of(fact, &reason).is_none_or(|reached| reached < confidence) {
                continue;
            }
            let mut chain = self.chain_before(fact, &reason, confidence);
            chain.push(fact.vertex);
            let is_heading = |vertex: &&u32| self.crosswalk.kinds[**vertex as usize] == ClauseKind::Heading;
            let headings = chain.iter().filter(is_heading).count();
            let choice = Choice { reason, headings, chain: Rc::from(chain) };
            if best.as_ref().is_none_or(|best| self.is_before(&choice, best)) {
                best = Some(choice);
            }
        }
        best
    }

    /// Few headings, then the order of ids along the chains; of one chain through several rows, the order of rows.
    fn is_before(&self, choice: &Choice, other: &Choice) -> bool {
        let ids = &self.crosswalk.ids;
        let row = |reason: &Reason| match reason {
            Reason::Step { row, direction, .. } | Reason::Hint { row, direction, .. } => Some((*row, *direction)),
            Reason::Together { joint } => Some((self.crosswalk.joints[*joint as usize].row, Direction::Forward)),
            Reason::Stated | Reason::Down(_) | Reason::Up(_) | Reason::All => None,
        };
        let by_ids = || {
            let first_difference = choice.chain.iter().zip(&*other.chain).find(|(left, right)| left != right);
            match first_difference {
                Some((left, right)) => ids[*left as usize].cmp(&ids[*right as usize]),
                None => choice.chain.len().cmp(&other.chain.len()),
            }
        };
        let order = choice.headings.cmp(&other.headings).then_with(by_ids);
        order.then_with(|| row(&choice.reason).cmp(&row(&other.reason))).is_lt()
    }

    /// The chain that leads up to a fact for a reason, without the fact's own clause.
    fn chain_before(&self, fact: Fact, reason: &Reason, confidence: Confidence) -> Vec<u32> {
        match reason {
            Reason::Stated => Vec::new(),
            Reason::Step { premise, .. } | Reason::Down(premise) | Reason::Up(premise) => {
                self.chain_to(*premise, confidence)
            }
            Reason::Hint { heading, premise, .. } => {
                let mut chain = self.chain_to(*premise, confidence);
                chain.push(*heading);
                chain
            }
            Reason::Together { .. } | Reason::All => {
                let mut chain: Vec<u32> = Vec::new();
                let mut seen = BTreeSet::new();
                for premise in self.premises_with_rows(fact, reason) {
                    chain.extend(self.chain_to(premise, confidence).into_iter().filter(|vertex| seen.insert(*vertex)));
                }
                chain
            }
        }
    }

    fn chain_to(&self, fact: Fact, confidence: Confidence) -> Vec<u32> {
        self.choice(fact, confidence).map_or_else(Vec::new, |choice| choice.chain.to_vec())
    }

    /// The premises that a chain goes through. A heading that is based on all its requirements has the chains of those
    /// that need rows, and none where all are stated: then the chain begins with the heading.
    fn premises_with_rows(&self, fact: Fact, reason: &Reason) -> Vec<Fact> {
        match reason {
            Reason::All => {
                let hops = |fact: &Fact| self.proof(*fact).map_or(0, |proof| proof.hops);
                self.premises(fact, reason).into_iter().filter(|premise| hops(premise) > 0).collect()
            }
            Reason::Stated
            | Reason::Step { .. }
            | Reason::Hint { .. }
            | Reason::Together { .. }
            | Reason::Down(_)
            | Reason::Up(_) => self.premises(fact, reason),
        }
    }

    fn steps_to(&self, fact: Fact, confidence: Confidence, seen: &mut BTreeSet<Fact>, steps: &mut Vec<Step<'l>>) {
        if !seen.insert(fact) {
            return;
        }
        let Some(choice) = self.choice(fact, confidence) else { return };
        for premise in self.premises_with_rows(fact, &choice.reason) {
            self.steps_to(premise, confidence, seen, steps);
        }
        steps.extend(self.step_of(&choice.reason));
    }

    fn step_of(&self, reason: &Reason) -> Option<Step<'l>> {
        match reason {
            Reason::Step { row, direction, .. } | Reason::Hint { row, direction, .. } => {
                Some(self.crosswalk.step(*row, *direction))
            }
            Reason::Together { joint } => {
                Some(self.crosswalk.step(self.crosswalk.joints[*joint as usize].row, Direction::Forward))
            }
            Reason::Stated | Reason::Down(_) | Reason::Up(_) | Reason::All => None,
        }
    }

    fn trail_to(&self, fact: Fact, confidence: Confidence, seen: &mut BTreeSet<Fact>) -> Option<Trail<'c, 'l>> {
        let id = |vertex: u32| &self.crosswalk.ids[vertex as usize];
        let mut reason = self.choice(fact, confidence)?.reason;
        let known = match fact.claim {
            Claim::Is(known) | Claim::Gets(known) => Some(known),
            Claim::Hinted => None,
        };
        let (clause, level) = (id(fact.vertex), fact.claim.level());
        let trail =
            |derivation| Some(Trail { clause, level, known, confidence: self.rests_on(fact, confidence), derivation });
        if reason == Reason::Stated {
            return trail(Derivation::Stated);
        }
        if !seen.insert(fact) {
            return trail(Derivation::ShownAbove);
        }
        let (mut via, mut given) = (None, fact);
        match reason {
            Reason::Down(at_heading) => {
                via = Some(id(at_heading.vertex));
                given = at_heading;
                reason = self.choice(at_heading, confidence)?.reason;
            }
            Reason::Hint { heading, .. } => via = Some(id(heading)),
            Reason::Stated | Reason::Step { .. } | Reason::Together { .. } | Reason::Up(_) | Reason::All => {}
        }
        let premises = self.premises(given, &reason).into_iter();
        let premises = premises.filter_map(|premise| self.trail_to(premise, confidence, seen)).collect();
        trail(match (self.step_of(&reason), via, fact.claim) {
            (Some(step), Some(via), Claim::Hinted) => Derivation::Hint { step, via, premises },
            (Some(step), via, _) => Derivation::Row { step, via, premises },
            (None, ..) => Derivation::Below(premises),
        })
    }

    /// The confidence with which a fact is proved, if its chain has rows.
    fn rests_on(&self, fact: Fact, confidence: Confidence) -> Option<Confidence> {
        self.proof(fact).filter(|proof| proof.hops > 0).map(|proof| proof.confidence.max(confidence))
    }
}
