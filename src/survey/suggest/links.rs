//! The rows between clauses by number, each with what it counts as evidence.

use super::index::ClauseIndex;
use crate::crosswalk::Crosswalk;
use crate::model::{Strength, TableId};

/// A clause to which a row leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link<'l> {
    pub(super) to: usize,
    pub(super) table: &'l TableId,
    pub(super) strength: Strength,
    pub(super) counts: f64,
}

/// What every clause is related to by the rows of a crosswalk.
#[derive(Debug)]
pub struct Links<'l> {
    of: Vec<Vec<Link<'l>>>,
}

impl<'l> Links<'l> {
    /// The rows that take part in a crosswalk, between clauses of an index of its library.
    pub fn new(index: &ClauseIndex<'l>, crosswalk: &Crosswalk<'l>) -> Self {
        let neighbours = crosswalk.neighbours();
        let links = |number| {
            let id = index.id(number);
            let links = neighbours.of(&id).iter().filter_map(|neighbour| {
                let to = index.number(neighbour.clause)?;
                let counts = counts(neighbour.strength);
                Some(Link { to, table: &neighbour.table.id, strength: neighbour.strength, counts })
            });
            links.collect()
        };
        Self { of: (0..index.len()).map(links).collect() }
    }

    /// What a clause is related to.
    pub(super) fn of(&self, clause: usize) -> &[Link<'l>] {
        &self.of[clause]
    }
}

/// What a row counts as evidence by its strength.
fn counts(strength: Strength) -> f64 {
    match strength {
        Strength::None => 0.0,
        Strength::Related => 0.4,
        Strength::Partial => 0.8,
        Strength::Full => 1.0,
    }
}
