//! How much of a target is covered, whole and by group.

use super::ask::{Ask, Asked, Sealed};
use super::faults::Faults;
use crate::query::{self, Group};

/// How much of a target is covered, whole and by chapter or another property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage(pub(super) query::Coverage);

impl Coverage {
    /// For the targets that the assessment names, by chapter.
    pub fn new() -> Self {
        Self(query::Coverage { target: Vec::new(), by: "chapter".to_owned() })
    }

    /// For an edition, by id or alias, instead of the targets of the assessment; may be said several times, for
    /// several.
    #[must_use]
    pub fn target(mut self, edition: impl Into<String>) -> Self {
        self.0.target.push(edition.into());
        self
    }

    /// By an attribute of the clauses, such as `pdca`.
    #[must_use]
    pub fn by(mut self, attribute: impl Into<String>) -> Self {
        self.0.by = attribute.into();
        self
    }
}

impl Default for Coverage {
    fn default() -> Self {
        Self::new()
    }
}

/// The answer to [`Coverage`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Coverages {
    /// The groups of every target in the order in which they come up in its catalog, and then its `total`.
    pub groups: Vec<Group>,
    /// What is stated otherwise than it follows.
    pub findings: Faults,
}

impl Sealed for Coverage {}

impl Ask for Coverage {
    fn asked(&self) -> Asked<'_> {
        Asked::Assessment(&self.0)
    }
}
