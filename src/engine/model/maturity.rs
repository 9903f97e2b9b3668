//! How mature clauses are to become.

use std::collections::BTreeMap;

use super::id::{ClauseId, EditionId};

/// The highest level of maturity; the lowest is 0.
pub const MAX_MATURITY: u8 = 5;

/// The target maturity, from 0 to 5: of everything, of editions, and of clauses with all that lies below them. The
/// nearest to a clause counts, and a statement on the clause or on a heading above it that names one is nearer than what
/// stands here of the same clause.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MaturityTargets {
    /// Of every clause of every edition.
    pub everywhere: Option<u8>,
    /// Of every clause of an edition.
    pub editions: BTreeMap<EditionId, u8>,
    /// Of a clause, and of every clause below it.
    pub clauses: BTreeMap<ClauseId, u8>,
}

impl MaturityTargets {
    /// Whether none is named.
    pub fn is_empty(&self) -> bool {
        self.everywhere.is_none() && self.editions.is_empty() && self.clauses.is_empty()
    }
}
