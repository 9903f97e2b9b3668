//! The crosswalk between two editions.

use super::ask::{Ask, Asked, Sealed};
use crate::query;

/// How one edition covers another one, row by row, with the clauses that nothing covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map(pub(super) query::Map);

impl Map {
    /// From the edition that covers to the one that is covered, each by id or alias.
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self(query::Map { from: from.into(), to: to.into(), inferred: false })
    }

    /// The same with what follows over chains of rows, clause by clause.
    #[must_use]
    pub fn inferred(mut self) -> Self {
        self.0.inferred = true;
        self
    }
}

impl Sealed for Map {}

impl Ask for Map {
    fn asked(&self) -> Asked<'_> {
        Asked::OfStandards(&self.0)
    }

    fn heeds_conditions(&self) -> bool {
        true
    }
}
