//! The tables that levels depend on.

use std::collections::{BTreeSet, HashSet};

use foldhash::fast::FixedState;

use super::Inference;
use super::inference::Reason;
use crate::model::{ClauseId, TableId};

impl<'l> Inference<'_, 'l> {
    /// The tables of the rows that give some clauses their levels, by the shortest chains to these: of several that are as short,
    /// all. Each fact is examined once.
    pub fn tables<'i>(&self, clauses: impl IntoIterator<Item = &'i ClauseId>) -> BTreeSet<&'l TableId> {
        let vertices = clauses.into_iter().filter_map(|clause| self.crosswalk.vertex(clause));
        self.tables_of(vertices.collect())
    }

    fn tables_of(&self, vertices: Vec<u32>) -> BTreeSet<&'l TableId> {
        let mut seen = HashSet::with_hasher(FixedState::default());
        let mut tables = BTreeSet::new();
        let facts = vertices.into_iter().filter_map(|vertex| self.best(vertex)).flat_map(|best| best.facts);
        let mut open: Vec<_> = facts.collect();
        while let Some(fact) = open.pop() {
            if !seen.insert(fact) {
                continue;
            }
            for reason in self.reasons(fact) {
                let row = match reason {
                    Reason::Step { row, .. } | Reason::Hint { row, .. } => Some(row),
                    Reason::Together { joint } => Some(self.crosswalk.joints[joint as usize].row),
                    Reason::Stated | Reason::Down(_) | Reason::Up(_) | Reason::All => None,
                };
                let table = row.map(|row| self.crosswalk.rows[row as usize].table);
                tables.extend(table);
                open.extend(self.premises(fact, &reason));
            }
        }
        tables.into_iter().map(|table| &self.crosswalk.tables[table as usize].id).collect()
    }
}
