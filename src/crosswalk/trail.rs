//! Why a clause is at its level: the chain in short, the whole proof in full.
//!
//! Of the chains that give a fact its level with the fewest rows, the best is the one whose least confident row is most
//! confident, and among those the one that comes first in the order of ids, clause by clause from the beginning. A chain
//! that is better up to a clause need not be better beyond it, since a less confident row further on levels the
//! difference; so the choice is made from the end, among all chains that keep the confidence of the whole.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Level;
use super::reach::{Choice, Claim, Fact, Inference, Reason};
use crate::model::{ClauseId, Confidence, Direction, Relation, Table};

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

/// A proof that a clause is at least at a level.
#[derive(Debug, Clone)]
pub struct Trail<'c, 'l> {
    /// The clause.
    pub clause: &'c ClauseId,
    /// The level.
    pub level: Level,
    /// The confidence of the least confident row below; nothing where there is none.
    pub confidence: Option<Confidence>,
    /// Why.
    pub derivation: Derivation<'c, 'l>,
}

/// The last thing that a proof does.
#[derive(Debug, Clone)]
pub enum Derivation<'c, 'l> {
    /// The assessment states it.
    Stated,
    /// A row gives it, over the heading that the row leads to where there is one.
    Row {
        /// The row.
        step: Step<'l>,
        /// The heading above the clause to which the row leads.
        via: Option<&'c ClauseId>,
        /// What the row starts from.
        premises: Vec<Trail<'c, 'l>>,
    },
    /// It is a heading, and has it from requirements below: one, or for full all of them.
    Below(Vec<Trail<'c, 'l>>),
    /// It is proved further up already.
    ShownAbove,
}

impl<'c, 'l> Inference<'c, 'l> {
    /// The clauses of a clause's best chain, first to last, itself included; empty where it has no level.
    pub fn chain(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some((fact, confidence)) = self.asked(clause) else { return Vec::new() };
        self.chain_to(fact, confidence).into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// What other statements make of a clause that is stated lower, and by which chain.
    pub fn implied(&self, clause: &ClauseId) -> Option<(Level, Vec<&'c ClauseId>)> {
        let vertex = self.crosswalk.vertex(clause)?;
        let surplus = self.surplus.get(&vertex)?;
        let fact = Fact::is(vertex, surplus.level);
        let (_, chain) = self.choose(fact, surplus.confidence, surplus.reasons.iter().copied())?;
        let chain = chain.iter().copied().chain(std::iter::once(vertex));
        Some((surplus.level, chain.map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()))
    }

    /// The rows of a clause's best chain, first to last.
    pub fn steps(&self, clause: &ClauseId) -> Vec<Step<'l>> {
        let mut steps = Vec::new();
        if let Some((fact, confidence)) = self.asked(clause) {
            self.steps_to(fact, confidence, &mut BTreeSet::new(), &mut steps);
        }
        steps
    }

    /// The requirements that a clause's level rests on in the end: those that are stated.
    pub fn origins(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some((fact, confidence)) = self.asked(clause) else { return Vec::new() };
        let mut seen = BTreeSet::new();
        let mut open = vec![fact];
        let mut origins = BTreeSet::new();
        while let Some(fact) = open.pop() {
            if !seen.insert(fact) {
                continue;
            }
            match self.choice(fact, confidence) {
                Some((Reason::Stated, _)) => {
                    origins.insert(fact.vertex);
                }
                Some((reason, _)) => open.extend(self.premises(fact, &reason)),
                None => {}
            }
        }
        origins.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// The whole proof of a clause's level; nothing where it has none.
    pub fn trail(&self, clause: &ClauseId) -> Option<Trail<'c, 'l>> {
        let (fact, level) = self.best(self.crosswalk.vertex(clause)?)?;
        let confidence = self.proof(fact)?.confidence;
        self.trail_to(fact, level, confidence, &mut BTreeSet::new())
    }

    /// The fact that a question about a clause is about, and the confidence that its chain keeps.
    fn asked(&self, clause: &ClauseId) -> Option<(Fact, Confidence)> {
        let (fact, _) = self.best(self.crosswalk.vertex(clause)?)?;
        Some((fact, self.proof(fact)?.confidence))
    }

    /// The best reason of a fact among those whose rows all have a confidence, with the chain up to the fact.
    fn choice(&self, fact: Fact, confidence: Confidence) -> Choice {
        if let Some(made) = self.choices.borrow().get(&(fact, confidence)) {
            return made.clone();
        }
        let choice = self.choose(fact, confidence, self.reasons(fact));
        self.choices.borrow_mut().insert((fact, confidence), choice.clone());
        choice
    }

    fn choose(&self, fact: Fact, confidence: Confidence, reasons: impl Iterator<Item = Reason>) -> Choice {
        let mut best: Choice = None;
        for reason in reasons {
            if self.confidence_of(fact, &reason).is_none_or(|reached| reached < confidence) {
                continue;
            }
            let chain = self.chain_before(fact, &reason, confidence);
            if best.as_ref().is_none_or(|(standing, before)| self.is_before((&reason, &chain), (standing, before))) {
                best = Some((reason, Rc::from(chain)));
            }
        }
        best
    }

    /// The order of ids along the chains; of one chain over several rows, the order of rows.
    fn is_before(&self, (reason, chain): (&Reason, &[u32]), (other, before): (&Reason, &[u32])) -> bool {
        let ids = &self.crosswalk.ids;
        let first_difference = chain.iter().zip(before).find(|(left, right)| left != right);
        let order = match first_difference {
            Some((left, right)) => ids[*left as usize].cmp(&ids[*right as usize]),
            None => chain.len().cmp(&before.len()),
        };
        let row = |reason: &Reason| match reason {
            Reason::Step { row, direction, .. } => Some((*row, *direction)),
            Reason::Together { row } => Some((*row, Direction::Forward)),
            Reason::Stated | Reason::Gift(_) | Reason::One(_) | Reason::All => None,
        };
        order.then_with(|| row(reason).cmp(&row(other))).is_lt()
    }

    /// The chain that leads up to a fact for a reason, without the fact's own clause.
    fn chain_before(&self, fact: Fact, reason: &Reason, confidence: Confidence) -> Vec<u32> {
        match reason {
            Reason::Stated => Vec::new(),
            Reason::Step { premise, .. } | Reason::Gift(premise) | Reason::One(premise) => {
                self.chain_to(*premise, confidence)
            }
            Reason::Together { .. } | Reason::All => {
                let mut chain: Vec<u32> = Vec::new();
                for premise in self.telling(fact, reason) {
                    let before = self.chain_to(premise, confidence);
                    for vertex in before {
                        if !chain.contains(&vertex) {
                            chain.push(vertex);
                        }
                    }
                }
                chain
            }
        }
    }

    fn chain_to(&self, fact: Fact, confidence: Confidence) -> Vec<u32> {
        let Some((_, before)) = self.choice(fact, confidence) else { return Vec::new() };
        before.iter().copied().chain(std::iter::once(fact.vertex)).collect()
    }

    /// The premises that a chain goes through. A heading that stands on all its requirements has the chain of the one that
    /// needs most rows, and none where all are stated: then the chain begins with the heading.
    fn telling(&self, fact: Fact, reason: &Reason) -> Vec<Fact> {
        match reason {
            Reason::All => {
                let ids = &self.crosswalk.ids;
                let hops = |fact: &Fact| self.proof(*fact).map_or(0, |proof| proof.hops);
                let premises = self.premises(fact, reason).into_iter().filter(|premise| hops(premise) > 0);
                premises
                    .max_by_key(|premise| (hops(premise), std::cmp::Reverse(&ids[premise.vertex as usize])))
                    .into_iter()
                    .collect()
            }
            Reason::Stated | Reason::Step { .. } | Reason::Together { .. } | Reason::Gift(_) | Reason::One(_) => {
                self.premises(fact, reason)
            }
        }
    }

    fn steps_to(&self, fact: Fact, confidence: Confidence, seen: &mut BTreeSet<Fact>, steps: &mut Vec<Step<'l>>) {
        if !seen.insert(fact) {
            return;
        }
        let Some((reason, _)) = self.choice(fact, confidence) else { return };
        for premise in self.telling(fact, &reason) {
            self.steps_to(premise, confidence, seen, steps);
        }
        steps.extend(self.step_of(&reason));
    }

    fn step_of(&self, reason: &Reason) -> Option<Step<'l>> {
        let (row, direction) = match reason {
            Reason::Step { row, direction, .. } => (*row, *direction),
            Reason::Together { row } => (*row, Direction::Forward),
            Reason::Stated | Reason::Gift(_) | Reason::One(_) | Reason::All => return None,
        };
        let row = self.crosswalk.rows[row as usize];
        Some(Step { table: row.table, relation: row.relation, direction })
    }

    fn trail_to(
        &self,
        fact: Fact,
        level: Level,
        confidence: Confidence,
        seen: &mut BTreeSet<Fact>,
    ) -> Option<Trail<'c, 'l>> {
        let (mut reason, _) = self.choice(fact, confidence)?;
        let clause = &self.crosswalk.ids[fact.vertex as usize];
        let trail = |why| Some(Trail { clause, level, confidence: self.rests_on(fact, confidence), derivation: why });
        if reason == Reason::Stated {
            return trail(Derivation::Stated);
        }
        if !seen.insert(fact) {
            return trail(Derivation::ShownAbove);
        }
        let (mut via, mut given) = (None, fact);
        if let Reason::Gift(gift) = reason {
            via = Some(&self.crosswalk.ids[gift.vertex as usize]);
            given = gift;
            (reason, _) = self.choice(gift, confidence)?;
        }
        let mut premises = Vec::new();
        for premise in self.premises(given, &reason) {
            let Claim::Is(level) = premise.claim else { continue };
            premises.extend(self.trail_to(premise, level, confidence, seen));
        }
        trail(match self.step_of(&reason) {
            Some(step) => Derivation::Row { step, via, premises },
            None => Derivation::Below(premises),
        })
    }

    /// The confidence that a fact is proved with where its chain has rows.
    fn rests_on(&self, fact: Fact, confidence: Confidence) -> Option<Confidence> {
        self.proof(fact).filter(|proof| proof.hops > 0).map(|proof| proof.confidence.max(confidence))
    }
}
