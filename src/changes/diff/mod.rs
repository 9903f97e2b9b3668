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

use crate::report::{Cell, Tone};

/// What happened to something that is there or not, and is never better or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there.
    Added,
    /// It no longer exists.
    Removed,
    /// It is another.
    Changed,
}

impl ChangeKind {
    const ALL: [Self; 3] = [Self::Added, Self::Removed, Self::Changed];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Added => Tone::Unsure,
            Self::Removed => Tone::Quiet,
            Self::Changed => Tone::Middling,
        }
    }

    fn cell(self) -> Cell {
        Cell::word(self.name(), self.tone())
    }

    /// What happened to something that may not be there before or after.
    fn between<T>(before: Option<T>, after: Option<T>) -> Self {
        match (before, after) {
            (Some(_), Some(_)) => Self::Changed,
            (None, _) => Self::Added,
            (Some(_), None) => Self::Removed,
        }
    }
}
