//! The crosswalk between two editions.

use super::ask::{Ask, Asked, Sealed};
use super::error::Error;
use super::standards::Standards;
use crate::survey;
use crate::survey::MapRow;

/// How one edition covers another one, row by row, with the clauses that nothing covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map(pub(super) survey::Map);

impl Map {
    /// From the edition that covers to the one that is covered, each by id or alias.
    pub fn new(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self(survey::Map { from: from.into(), to: to.into(), inferred: false })
    }

    /// The same with what follows through chains of rows, clause by clause.
    #[must_use]
    pub fn inferred(mut self) -> Self {
        self.0.inferred = true;
        self
    }
}

impl Standards {
    /// The crosswalk between two editions: the rows of tables, then what follows, then what nothing covers.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if an edition does not exist or has no clause that fits the conditions of the settings; also
    /// if part of a pack turns out to be damaged.
    pub fn map(&self, question: &Map) -> Result<Vec<MapRow>, Error> {
        self.ask(self.sources(), |case| question.0.ask(case)).map(|mapping| mapping.rows)
    }
}

impl Sealed for Map {}

impl Ask for Map {
    fn asked(&self) -> Asked<'_> {
        Asked::Standards(&self.0)
    }
}
