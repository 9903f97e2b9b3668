//! Why a clause is at its level: the chain in short, the whole proof in full.

use std::collections::BTreeSet;

use super::reach::{Fact, Proof, Reach, Reason};
use super::{Level, Standing};
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
    pub why: Why<'c, 'l>,
}

/// The last thing that a proof does.
#[derive(Debug, Clone)]
pub enum Why<'c, 'l> {
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
    Shown,
}

impl<'c, 'l> Reach<'c, 'l> {
    /// The clauses of a clause's best chain, first to last, itself included; empty where it has no level.
    pub fn chain(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some(fact) = self.crosswalk.vertex(clause).and_then(|vertex| self.best(vertex)) else { return Vec::new() };
        let mut chain = Vec::new();
        self.chain_to(fact, &mut chain);
        chain.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// What other statements make of a clause that is stated lower, and by which chain.
    pub fn surplus(&self, clause: &ClauseId) -> Option<(Level, Vec<&'c ClauseId>)> {
        let vertex = self.crosswalk.vertex(clause)?;
        let (level, proof) = self.surplus.get(&vertex)?;
        let mut chain = Vec::new();
        self.chain_of(proof, &mut chain);
        chain.push(vertex);
        Some((*level, chain.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()))
    }

    /// The rows of a clause's best chain, first to last.
    pub fn steps(&self, clause: &ClauseId) -> Vec<Step<'l>> {
        let Some(fact) = self.crosswalk.vertex(clause).and_then(|vertex| self.best(vertex)) else { return Vec::new() };
        let mut steps = Vec::new();
        self.steps_to(fact, &mut BTreeSet::new(), &mut steps);
        steps
    }

    /// The requirements that a clause's level rests on in the end: those that are stated.
    pub fn origins(&self, clause: &ClauseId) -> Vec<&'c ClauseId> {
        let Some(fact) = self.crosswalk.vertex(clause).and_then(|vertex| self.best(vertex)) else { return Vec::new() };
        let mut seen = BTreeSet::new();
        let mut open = vec![fact];
        let mut origins = BTreeSet::new();
        while let Some(fact) = open.pop() {
            if !seen.insert(fact) {
                continue;
            }
            match self.proof(fact).map(|proof| proof.reason) {
                Some(Reason::Stated) => {
                    origins.insert(fact.vertex);
                }
                Some(reason) => open.extend(self.premises(fact, &reason)),
                None => {}
            }
        }
        origins.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// The whole proof of a clause's level; nothing where it has none.
    pub fn trail(&self, clause: &ClauseId) -> Option<Trail<'c, 'l>> {
        let fact = self.best(self.crosswalk.vertex(clause)?)?;
        self.trail_to(fact, &mut BTreeSet::new())
    }

    fn trail_to(&self, fact: Fact, seen: &mut BTreeSet<Fact>) -> Option<Trail<'c, 'l>> {
        let proof = self.proof(fact)?;
        let is_shown = !matches!(proof.reason, Reason::Stated) && !seen.insert(fact);
        let mut premises = |fact: Fact, reason: &Reason| -> Vec<Trail<'c, 'l>> {
            self.premises(fact, reason).into_iter().filter_map(|premise| self.trail_to(premise, seen)).collect()
        };
        let why = match &proof.reason {
            _ if is_shown => Why::Shown,
            Reason::Stated => Why::Stated,
            Reason::One { .. } | Reason::All => Why::Below(premises(fact, &proof.reason)),
            Reason::Step { via, .. } | Reason::Together { via, .. } => Why::Row {
                step: self.step_of(&proof.reason)?,
                via: via.map(|heading| &self.crosswalk.ids[heading as usize]),
                premises: premises(fact, &proof.reason),
            },
        };
        let confidence = (proof.hops > 0).then_some(proof.confidence);
        Some(Trail { clause: &self.crosswalk.ids[fact.vertex as usize], level: fact.level, confidence, why })
    }

    fn step_of(&self, reason: &Reason) -> Option<Step<'l>> {
        let (row, direction) = match reason {
            Reason::Step { row, direction, .. } => (*row, *direction),
            Reason::Together { row, .. } => (*row, Direction::Forward),
            Reason::Stated | Reason::One { .. } | Reason::All => return None,
        };
        let row = self.crosswalk.rows[row as usize];
        Some(Step { table: row.table, relation: row.relation, direction })
    }

    /// What a reason starts from, in the order in which it is told.
    fn premises(&self, fact: Fact, reason: &Reason) -> Vec<Fact> {
        match reason {
            Reason::Stated => Vec::new(),
            Reason::Step { premise, .. } => vec![*premise],
            Reason::One { below } => vec![*below],
            Reason::Together { row, .. } => {
                let from = self.crosswalk.rows[*row as usize].relation.from.iter();
                from.filter_map(|clause| Some(Fact { vertex: self.crosswalk.vertex(clause)?, level: Level::Full }))
                    .collect()
            }
            Reason::All => {
                let below = self.crosswalk.below[fact.vertex as usize].iter();
                below
                    .map(|vertex| Fact { vertex: *vertex, level: Level::Full })
                    .filter(|fact| self.proof(*fact).is_some())
                    .collect()
            }
        }
    }

    /// What the chain of a reason goes through before it comes to the fact itself. A heading that stands on all its requirements
    /// has the chain of the one that needs most rows, and none where all are stated: then the chain begins with the heading.
    fn chain_premises(&self, fact: Fact, proof: &Proof) -> Vec<Fact> {
        match proof.reason {
            Reason::All if proof.hops == 0 => Vec::new(),
            Reason::All => {
                let hardest = self.premises(fact, &proof.reason).into_iter().max_by_key(|premise| {
                    let proof = self.proof(*premise);
                    proof.map(|proof| {
                        (
                            proof.hops,
                            std::cmp::Reverse(proof.confidence),
                            std::cmp::Reverse(&self.crosswalk.ids[premise.vertex as usize]),
                        )
                    })
                });
                hardest.into_iter().collect()
            }
            Reason::Stated | Reason::Step { .. } | Reason::Together { .. } | Reason::One { .. } => {
                self.premises(fact, &proof.reason)
            }
        }
    }

    /// Adds the chain of a fact. What stands in the chain already stands there with all that leads to it.
    fn chain_to(&self, fact: Fact, chain: &mut Vec<u32>) {
        if chain.contains(&fact.vertex) {
            return;
        }
        let Some(proof) = self.proof(fact) else { return };
        self.chain_before(fact, &proof, chain);
        chain.push(fact.vertex);
    }

    fn chain_before(&self, fact: Fact, proof: &Proof, chain: &mut Vec<u32>) {
        match proof.reason {
            Reason::Stated => {}
            Reason::Step { premise, .. } => self.chain_to(premise, chain),
            Reason::One { below } => self.chain_to(below, chain),
            Reason::Together { .. } | Reason::All => {
                for premise in self.chain_premises(fact, proof) {
                    self.chain_to(premise, chain);
                }
            }
        }
        if let Reason::Step { via: Some(heading), .. } | Reason::Together { via: Some(heading), .. } = proof.reason
            && !chain.contains(&heading)
        {
            chain.push(heading);
        }
    }

    /// The chain of a proof, without its end. The end is the same for all proofs that are compared.
    pub(super) fn chain_of(&self, proof: &Proof, chain: &mut Vec<u32>) {
        // No reason that is compared looks at the end.
        self.chain_before(Fact { vertex: u32::MAX, level: Level::None }, proof, chain);
    }

    fn steps_to(&self, fact: Fact, seen: &mut BTreeSet<Fact>, steps: &mut Vec<Step<'l>>) {
        let Some(proof) = self.proof(fact) else { return };
        if !seen.insert(fact) {
            return;
        }
        for premise in self.chain_premises(fact, &proof) {
            self.steps_to(premise, seen, steps);
        }
        steps.extend(self.step_of(&proof.reason));
    }

    /// What a requirement stands on in this run.
    pub fn standing(&self, clause: &ClauseId) -> Option<Standing> {
        let vertex = self.crosswalk.vertex(clause)?;
        (self.crosswalk.kinds[vertex as usize] == ClauseKind::Requirement).then(|| self.ground[vertex as usize])
    }
}
