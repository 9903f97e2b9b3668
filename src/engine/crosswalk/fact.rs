//! What can be proved about a clause.

use super::known::Known;
use super::level::Level;

/// What can be proved about a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Claim {
    /// This is known about it.
    Is(Known),
    /// Its chapter is partly met: a hint to check it, from which nothing else follows.
    Hinted,
    /// It is a heading, and a row makes this known about it, to be passed to the clauses below.
    Gets(Known),
}

impl Claim {
    pub(super) const COUNT: usize = 11;

    pub(super) fn index(self) -> usize {
        match self {
            Self::Is(known) => known as usize,
            Self::Hinted => 5,
            Self::Gets(known) => 6 + known as usize,
        }
    }

    /// The level of a clause about which this is proved.
    pub(super) fn level(self) -> Level {
        match self {
            Self::Is(known) | Self::Gets(known) => known.level(),
            Self::Hinted => Level::Presumed,
        }
    }
}

/// The fact that something is proved about a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Fact {
    pub(super) vertex: u32,
    pub(super) claim: Claim,
}

impl Fact {
    pub(super) fn is(vertex: u32, known: Known) -> Self {
        Self { vertex, claim: Claim::Is(known) }
    }
}
