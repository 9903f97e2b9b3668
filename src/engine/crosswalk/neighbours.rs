//! The clauses that rows relate to each other, with or without requirements in common.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::Crosswalk;
use crate::model::{ClauseId, Strength, Table};

/// A clause that a row relates to another one.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'l> {
    /// Which one.
    pub clause: &'l ClauseId,
    /// How far one of the two covers the other, according to the row; touch points are included, `none` never is.
    pub strength: Strength,
    /// The table that says so.
    pub table: &'l Table,
}

/// The neighbours of all clauses, whichever way their rows are written.
#[derive(Debug)]
pub struct Neighbours<'l> {
    of: HashMap<&'l ClauseId, Vec<Neighbour<'l>>, FixedState>,
}

impl<'l> Neighbours<'l> {
    /// The neighbours of a clause in the order of ids, each once by its strongest row.
    pub fn of(&self, clause: &ClauseId) -> &[Neighbour<'l>] {
        self.of.get(clause).map_or(&[], Vec::as_slice)
    }
}

impl<'l> Crosswalk<'l> {
    /// The clauses that are related by the rows that take part. Rows that were composed from other tables are left out,
    /// because the other tables already count.
    pub fn neighbours(&self) -> Neighbours<'l> {
        let mut of: HashMap<&'l ClauseId, Vec<Neighbour<'l>>, FixedState> = HashMap::default();
        for (table, row) in self.rows() {
            let is_derived = !table.derived_from.is_empty() || !row.derived_from.is_empty();
            if row.forward == Strength::None || is_derived {
                continue;
            }
            for from in &row.from {
                for (one, other) in [(from, &row.to), (&row.to, from)] {
                    let neighbour = Neighbour { clause: other, strength: row.forward, table };
                    of.entry(one).or_default().push(neighbour);
                }
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is put in its own order, whichever comes first")]
        for neighbours in of.values_mut() {
            let strongest_first = |one: &Neighbour<'_>, other: &Neighbour<'_>| {
                let order = one.clause.cmp(other.clause).then(other.strength.cmp(&one.strength));
                order.then_with(|| one.table.id.cmp(&other.table.id))
            };
            neighbours.sort_by(strongest_first);
            neighbours.dedup_by(|later, first| later.clause == first.clause);
        }
        Neighbours { of }
    }
}
