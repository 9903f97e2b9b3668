//! Levels, and what one step does to them.

use std::fmt;

use crate::model::{Reading, Status};

/// How far an organization is known to meet a clause, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing is known.
    None,
    /// Something that overlaps the clause is partly in place, so some of it may be.
    Presumed,
    /// It is certain that some of it is in place.
    Partial,
    /// All that it asks for is in place.
    Full,
}

impl Level {
    /// The levels that are more than nothing, least first.
    pub const REACHED: [Self; 3] = [Self::Presumed, Self::Partial, Self::Full];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Presumed => "presumed",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// The level that a statement gives; none where it takes the clause out of every count.
    pub fn from_status(status: Status) -> Option<Self> {
        match status {
            Status::Implemented => Some(Self::Full),
            Status::Partial => Some(Self::Partial),
            Status::Planned | Status::NotImplemented => Some(Self::None),
            Status::NotApplicable => None,
        }
    }

    /// The level that a clause at this level guarantees for another clause related to it by this relation.
    pub fn step(self, reading: Reading) -> Self {
        match (reading, self) {
            (Reading::Equal, level) => level,
            (Reading::Covers, Self::Full) => Self::Full,
            (Reading::Within, Self::Full | Self::Partial) | (Reading::Overlaps, Self::Full) => Self::Partial,
            (Reading::Covers | Reading::Overlaps, Self::Partial) => Self::Presumed,
            (Reading::Covers | Reading::Within | Reading::Overlaps, Self::Presumed | Self::None)
            | (Reading::Disjoint, _) => Self::None,
        }
    }

    /// The level that each requirement below a heading inherits when a row gives the heading this level.
    pub fn handed_down(self) -> Self {
        match self {
            Self::Full => Self::Full,
            Self::Partial | Self::Presumed => Self::Presumed,
            Self::None => Self::None,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Level::{Full, None, Partial, Presumed};
    use super::*;

    #[test]
    fn one_step_is_the_table_of_the_semantics() {
        let table = [
            (Full, [Full, Full, Partial, Partial, None]),
            (Partial, [Partial, Presumed, Partial, Presumed, None]),
            (Presumed, [Presumed, None, None, None, None]),
            (None, [None, None, None, None, None]),
        ];
        for (level, expected) in table {
            let readings = [Reading::Equal, Reading::Covers, Reading::Within, Reading::Overlaps, Reading::Disjoint];
            assert_eq!(readings.map(|reading| level.step(reading)), expected, "{level}");
        }
    }
}
