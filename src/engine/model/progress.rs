//! How far an organization has come with the steps of a method.

use std::fmt;

use jiff::civil::Date;

use crate::source::Text;

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepState {
    /// All of it is done.
    Done,
    /// It has begun.
    UnderWay,
    /// It has not begun.
    Open,
}

/// What is stated about one step of a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProgress {
    /// How far it has come.
    pub state: StepState,
    /// Since when.
    pub since: Option<Date>,
    /// A remark.
    pub note: Option<Text>,
}

impl StepState {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::UnderWay => "under-way",
            Self::Open => "open",
        }
    }
}

impl fmt::Display for StepState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
