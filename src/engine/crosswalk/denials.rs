//! The requirements that, according to a row, have nothing in common with some clause or edition, so that no hint is
//! given about them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ClauseKind, Lists};

/// What rows deny.
#[derive(Debug, Default)]
pub(super) struct Denials {
    /// Two clauses, the smaller number first.
    pairs: BTreeSet<(u32, u32)>,
    /// A clause, and the first vertex of an edition.
    editions: BTreeSet<(u32, u32)>,
    /// The requirements about which something is denied, directly or through a heading above them.
    denied: BTreeSet<u32>,
    /// The same below each heading, in published order.
    below: BTreeMap<u32, Vec<u32>>,
}

impl Denials {
    /// Two clauses share nothing.
    pub(super) fn add(&mut self, one: u32, other: u32) {
        self.pairs.insert((one.min(other), one.max(other)));
    }

    /// A clause shares nothing with any clause of an edition, which is known by its first vertex.
    pub(super) fn add_edition(&mut self, clause: u32, first: u32) {
        self.editions.insert((clause, first));
    }

    /// Records for which requirements something is denied. What is said about a heading applies to all clauses below it.
    pub(super) fn settle(&mut self, kinds: &[ClauseKind], below: &Lists<u32>, nearest_headings: &[Option<u32>]) {
        let said = self.pairs.iter().flat_map(|(one, other)| [*one, *other]);
        for clause in said.chain(self.editions.iter().map(|(clause, _)| *clause)) {
            match kinds[clause as usize] {
                ClauseKind::Requirement => drop(self.denied.insert(clause)),
                ClauseKind::Heading => self.denied.extend(below.of_number(clause)),
                ClauseKind::Informative => {}
            }
        }
        for requirement in &self.denied {
            let nearest = |vertex: u32| nearest_headings[vertex as usize];
            for heading in std::iter::successors(nearest(*requirement), |above| nearest(*above)) {
                self.below.entry(heading).or_default().push(*requirement);
            }
        }
    }

    /// Whether something is denied about a requirement.
    pub(super) fn are_of(&self, requirement: u32) -> bool {
        self.denied.contains(&requirement)
    }

    /// Whether something is denied about a requirement below a heading.
    pub(super) fn are_below(&self, heading: u32) -> bool {
        self.below.contains_key(&heading)
    }

    /// The requirements below a heading about which something is denied.
    pub(super) fn below(&self, heading: u32) -> &[u32] {
        self.below.get(&heading).map_or(&[], Vec::as_slice)
    }

    /// Whether a pair of clauses is said to share nothing.
    pub(super) fn of_clauses(&self, one: u32, other: u32) -> bool {
        self.pairs.contains(&(one.min(other), one.max(other)))
    }

    /// Whether a clause is said to share nothing with an edition, which is known by its first vertex.
    pub(super) fn of_edition(&self, clause: u32, first: u32) -> bool {
        self.editions.contains(&(clause, first))
    }
}
