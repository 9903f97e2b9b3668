//! Where a requirement stands, and what is to be done about it.

use clap::ValueEnum;

use crate::report::Tone;

/// Where a requirement stands.
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
    /// Do what is left: part of it is in place
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
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Covered => "The requirement is at level full.",
            Self::PartlyCovered => "The requirement is at level partial.",
            Self::ToVerify => "The requirement is at level presumed.",
            Self::Open => {
                "The requirement is not in place, or a clause that would support it is not fully implemented."
            }
            Self::Unknown => "A clause that would support the requirement has not been assessed yet.",
            Self::New => "No clause of the standards in use supports the requirement.",
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
    pub(crate) const ALL: [Self; 6] =
        [Self::None, Self::Extend, Self::Verify, Self::Implement, Self::Assess, Self::Build];

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

    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::None => Tone::Good,
            Self::Extend => Tone::Middling,
            Self::Verify | Self::Assess => Tone::Unsure,
            Self::Implement | Self::Build => Tone::Bad,
        }
    }

    /// What it asks for, in a sentence.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::None => "Keep what is in place; nothing has to be done.",
            Self::Extend => "Complete what is only partly in place: do what is named.",
            Self::Verify => "Check how much is already in place, and complete the rest.",
            Self::Implement => "Implement the requirement, or the clause that supports it.",
            Self::Assess => "Assess the clause that the requirement depends on.",
            Self::Build => "Implement the requirement in full.",
        }
    }

    /// What it means, in a few words.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::None => "nothing to do: what is in place covers it",
            Self::Extend => "partly in place: do what is left",
            Self::Verify => "possibly partly in place: check",
            Self::Implement => "not implemented, or supported by a clause that is not (or only partly) implemented",
            Self::Assess => "depends on a clause not yet assessed",
            Self::Build => "nothing you have supports it: implement in full",
        }
    }
}
