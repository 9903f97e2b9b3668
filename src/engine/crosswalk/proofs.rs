//! What is proved about each clause in a run, stored only for the clauses about which something is proved.

use super::fact::{Claim, Fact};
use crate::model::Confidence;

/// That a fact is proved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proof {
    /// The number of rows of its longest chain; the highest number if it is not proved.
    pub(super) hops: u32,
    /// The confidence of its least confident row, by the reason for which that is highest.
    pub(super) confidence: Confidence,
    /// The number of its last reason.
    pub(super) last: u32,
}

/// The number that nothing has.
pub(super) const NOTHING: u32 = u32::MAX;

impl Proof {
    const NONE: Self = Self { hops: u32::MAX, confidence: Confidence::Low, last: NOTHING };
}

/// The proofs of all facts.
#[derive(Debug)]
pub(super) struct Proofs {
    /// For each clause its number in `reached`, if a proof about it was searched.
    numbers: Vec<u32>,
    reached: Vec<[Proof; Claim::COUNT]>,
}

impl Proofs {
    /// For how many clauses there is room from the beginning: few runs reach fewer.
    const REACHED: usize = 512;

    /// The proofs of so many clauses about which nothing is proved yet.
    pub(super) fn of_none(clauses: usize) -> Self {
        Self { numbers: vec![NOTHING; clauses], reached: Vec::with_capacity(clauses.min(Self::REACHED)) }
    }

    /// The proof of a fact; also one of what is not proved.
    pub(super) fn of(&self, fact: Fact) -> Option<Proof> {
        let proofs = self.reached.get(self.numbers[fact.vertex as usize] as usize)?;
        Some(proofs[fact.claim.index()])
    }

    /// The proof of a fact, to be made.
    #[inline]
    pub(super) fn of_mut(&mut self, fact: Fact) -> &mut Proof {
        let number = &mut self.numbers[fact.vertex as usize];
        if *number == NOTHING {
            *number = super::number(self.reached.len());
            self.reached.push([Proof::NONE; Claim::COUNT]);
        }
        &mut self.reached[*number as usize][fact.claim.index()]
    }
}
