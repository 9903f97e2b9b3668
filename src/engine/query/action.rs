//! The state of a requirement, and what is to be done about it.

use clap::ValueEnum;

use crate::language::{Phrase, say};
use crate::report::Tone;

/// The state of a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All of it is in place.
    Covered,
    /// Some of it is certainly in place.
    PartlyCovered,
    /// Some of it may be in place.
    ToVerify,
    /// It is not in place, or a base clause that would support it is not.
    Open,
    /// A base clause that would support it has not been assessed.
    Unknown,
    /// Nothing in the base supports it.
    New,
}

/// What is to be done about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Action {
    /// Nothing
    None,
    /// Complete it: part of it is in place
    Extend,
    /// Check how much of it is in place
    Verify,
    /// Implement it, or the clause that supports it
    Implement,
    /// Assess the clause that it depends on
    Assess,
    /// Implement it in full: nothing supports it
    Build,
}

impl Outcome {
    pub(super) const ALL: [Self; 6] =
        [Self::Covered, Self::PartlyCovered, Self::ToVerify, Self::Open, Self::Unknown, Self::New];

    /// What it means, in a sentence.
    pub(super) fn meaning(self) -> Phrase {
        match self {
            Self::Covered => say!("glossary-covered"),
            Self::PartlyCovered => say!("glossary-partly-covered"),
            Self::ToVerify => say!("glossary-to-verify"),
            Self::Open => say!("glossary-open"),
            Self::Unknown => say!("glossary-unknown"),
            Self::New => say!("glossary-new"),
        }
    }

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::PartlyCovered => "partly covered",
            Self::ToVerify => "to verify",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::New => "new",
        }
    }

    /// What follows from it.
    pub fn action(self) -> Action {
        match self {
            Self::Covered => Action::None,
            Self::PartlyCovered => Action::Extend,
            Self::ToVerify => Action::Verify,
            Self::Open => Action::Implement,
            Self::Unknown => Action::Assess,
            Self::New => Action::Build,
        }
    }
}

impl Action {
    /// Every action, from what is done to what is most to do.
    pub const ALL: [Self; 6] = [Self::None, Self::Extend, Self::Verify, Self::Implement, Self::Assess, Self::Build];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Extend => "extend",
            Self::Verify => "verify",
            Self::Implement => "implement",
            Self::Assess => "assess",
            Self::Build => "build",
        }
    }

    /// How good it is that this is to be done.
    pub fn tone(self) -> Tone {
        match self {
            Self::None => Tone::Good,
            Self::Extend => Tone::Middling,
            Self::Verify | Self::Assess => Tone::Unsure,
            Self::Implement | Self::Build => Tone::Bad,
        }
    }

    /// What it requires, in a sentence.
    pub(super) fn sentence(self) -> Phrase {
        match self {
            Self::None => say!("glossary-keep"),
            Self::Extend => say!("glossary-extend"),
            Self::Verify => say!("glossary-verify"),
            Self::Implement => say!("glossary-implement"),
            Self::Assess => say!("glossary-assess"),
            Self::Build => say!("glossary-build"),
        }
    }

    /// What it means, in a few words.
    pub(super) fn meaning(self) -> Phrase {
        match self {
            Self::None => say!("action-means-none"),
            Self::Extend => say!("action-means-extend"),
            Self::Verify => say!("action-means-verify"),
            Self::Implement => say!("action-means-implement"),
            Self::Assess => say!("action-means-assess"),
            Self::Build => say!("action-means-build"),
        }
    }
}
