//! What can be proved of a clause.

use super::known::Known;
use super::level::Level;

/// What can be proved of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Claim {
    /// This is known of it.
    Is(Known),
    /// Its chapter is partly met: a hint to look there, which leads nowhere else.
    Hinted,
    /// It is a heading of which a row makes this known, to hand down.
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

    /// The level of a clause of which this is proved.
    pub(super) fn level(self) -> Level {
        match self {
            Self::Is(known) | Self::Gets(known) => known.level(),
            Self::Hinted => Level::Presumed,
        }
    }
}

/// That something is proved of a clause.
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
