//! What is covered, what has to be extended, what is new.

use super::ask::{Ask, Asked, Sealed};
use super::faults::Faults;
use crate::model::EditionId;
use crate::query::{self, GapRow, Tally};

/// What is covered, what has to be extended and how, what is new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gap(pub(super) query::Gap);

impl Gap {
    /// For the targets that the assessment names.
    pub fn new() -> Self {
        Self::default()
    }

    /// For an edition, by id or alias, instead of the targets of the assessment; may be said several times, for
    /// several.
    #[must_use]
    pub fn target(mut self, edition: impl Into<String>) -> Self {
        self.0.target.push(edition.into());
        self
    }
}

/// The answer to [`Gap`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Gaps {
    /// The targets, each with the counts of its requirements.
    pub targets: Vec<(EditionId, Tally)>,
    /// Every applicable requirement of the targets, in the order of the targets and of their catalogs.
    pub rows: Vec<GapRow>,
    /// What is stated otherwise than it follows.
    pub findings: Faults,
}

impl Sealed for Gap {}

impl Ask for Gap {
    fn asked(&self) -> Asked<'_> {
        Asked::Assessment(&self.0)
    }
}
