//! How far clauses are met.

use std::fmt;

use crate::model::Status;

/// How far an organization is known to meet a clause, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is known.
    None,
    /// Something that overlaps the clause is partly in place, so part of it may be in place.
    Presumed,
    /// It is certain that part of it is in place.
    Partial,
    /// It is completely in place.
    Full,
}

impl Level {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Presumed => "presumed",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// The level that a statement gives; none if it excludes the clause from every count.
    pub fn from_status(status: Status) -> Option<Self> {
        match status {
            Status::Implemented => Some(Self::Full),
            Status::Partial => Some(Self::Partial),
            Status::Planned | Status::NotImplemented => Some(Self::None),
            Status::NotApplicable => None,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
