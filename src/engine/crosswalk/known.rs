//! What is known about a clause along a chain of rows, and what one row makes of it.
//!
//! A chain proves exactly what the composition of its rows' relations proves. If it starts from a clause that is in
//! place, or partly in place, one of five things is known about each clause on it. The chain ends where it does not
//! decide whether two clauses overlap. `tests/inference` compares the table with a brute-force calculation over sets.

use super::Level;
use crate::model::Reading;

/// What is known about a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    /// All of it is in place.
    Full,
    /// A certain piece of it is in place.
    Some,
    /// It is stated as partly in place: some of it is, which is not said.
    Part,
    /// It is part of a clause that is partly in place.
    Within,
    /// It has requirements in common with a clause that is partly in place.
    Maybe,
}

impl Known {
    /// All that can be known.
    pub const ALL: [Self; 5] = [Self::Full, Self::Some, Self::Part, Self::Within, Self::Maybe];

    /// What a statement at a level says about its clause; nothing if nothing of it is in place.
    pub(super) fn stated(level: Level) -> Option<Self> {
        match level {
            Level::Full => Some(Self::Full),
            Level::Partial => Some(Self::Part),
            Level::Presumed | Level::None => None,
        }
    }

    /// The level of a clause of which this is known.
    pub fn level(self) -> Level {
        match self {
            Self::Full => Level::Full,
            Self::Some | Self::Part => Level::Partial,
            Self::Within | Self::Maybe => Level::Presumed,
        }
    }

    /// What is known about a clause that has this relation to a clause about which this is known; nothing where the chain
    /// ends.
    pub fn step(self, reading: Reading) -> Option<Self> {
        match (reading, self) {
            (Reading::Equal, known) => Some(known),
            (Reading::Covers, Self::Full) => Some(Self::Full),
            (Reading::Covers, Self::Part | Self::Within) => Some(Self::Within),
            (Reading::Within, Self::Full | Self::Some | Self::Part) | (Reading::Overlaps, Self::Full) => {
                Some(Self::Some)
            }
            (Reading::Within, Self::Within | Self::Maybe) | (Reading::Overlaps, Self::Part | Self::Within) => {
                Some(Self::Maybe)
            }
            (Reading::Covers | Reading::Overlaps, Self::Some | Self::Maybe)
            | (Reading::Disjoint | Reading::Related, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_is_the_table_of_the_semantics() {
        use Known::{Full, Maybe, Part, Some as Piece, Within};
        let table = [
            (Full, [Some(Full), Some(Full), Some(Piece), Some(Piece)]),
            (Piece, [Some(Piece), None, Some(Piece), None]),
            (Part, [Some(Part), Some(Within), Some(Piece), Some(Maybe)]),
            (Within, [Some(Within), Some(Within), Some(Maybe), Some(Maybe)]),
            (Maybe, [Some(Maybe), None, Some(Maybe), None]),
        ];
        for (known, expected) in table {
            let readings = [Reading::Equal, Reading::Covers, Reading::Within, Reading::Overlaps];
            assert_eq!(readings.map(|reading| known.step(reading)), expected, "{known:?}");
            assert_eq!([Reading::Disjoint, Reading::Related].map(|reading| known.step(reading)), [None, None]);
        }
    }
}
