//! What an intersection of another program is read as, by the words of an option.

use clap::ValueEnum;

/// How an intersection of another program is interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum IntersectAs {
    /// Partial, with the reverse unstated and low confidence
    Partial,
    /// Related: no requirements in common are claimed
    Related,
}

impl IntersectAs {
    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Partial => "partial",
            Self::Related => "related",
        }
    }
}
