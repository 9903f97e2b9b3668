//! What changed: between two assessments, between two editions of a standard, between two versions of a catalog or of a
//! relation table.

mod assessment_document;
mod assessments;
mod catalogs;
mod edition_document;
mod editions;
mod effect;
mod named_values;
mod revision;
mod table_document;
mod tables;

pub use assessments::{AssessmentChanges, AssessmentDiff, StatementChange};
pub use catalogs::{CatalogChanges, CatalogDiff, ClauseChange};
pub use editions::{EditionChange, EditionChanges, EditionDiff};
pub use effect::{RequirementChange, TargetChange};
pub use named_values::FieldChange;
pub use revision::RevisionKind;
pub use tables::{RowChange, TableChanges, TableDiff, TableEffect};

use std::cmp::Ordering;

use crate::report::{Cell, Tone};

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is worse than it was.
    Opened,
    /// It is better than it was.
    Closed,
    /// It is another, neither better nor worse.
    Changed,
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
}

impl ChangeKind {
    const ALL: [Self; 5] = [Self::Opened, Self::Closed, Self::Changed, Self::Added, Self::Removed];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Opened => Tone::Bad,
            Self::Closed => Tone::Good,
            Self::Changed => Tone::Middling,
            Self::Added => Tone::Unsure,
            Self::Removed => Tone::Quiet,
        }
    }

    fn cell(self) -> Cell {
        Cell::word(self.name(), self.tone())
    }

    /// Whether something that can be measured became better or worse.
    fn of<T: Ord>(before: &T, after: &T) -> Self {
        match after.cmp(before) {
            Ordering::Less => Self::Opened,
            Ordering::Equal => Self::Changed,
            Ordering::Greater => Self::Closed,
        }
    }

    /// What became of something that may not be there before or after; `both` says it where it is.
    fn between<T>(before: Option<T>, after: Option<T>, both: impl FnOnce(T, T) -> Self) -> Self {
        match (before, after) {
            (Some(before), Some(after)) => both(before, after),
            (None, _) => Self::Added,
            (Some(_), None) => Self::Removed,
        }
    }
}
