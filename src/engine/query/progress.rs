//! What happened to something that can be in place: the words of every comparison of two assessments, and of a
//! baseline.

use std::cmp::Reverse;

use crate::crosswalk::Level;
use crate::model::Status;
use crate::report::{Cell, Tone};

/// What happened to a statement, of a requirement of a target, of a coverage or of a finding.
///
/// *Complete* is a clause that is stated as implemented, a requirement that is covered in full, a target of which every
/// applicable requirement is, a finding that is gone. What does not apply is neither complete nor open: it is out of scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// It is complete and was not: nothing remains to be done.
    Completed,
    /// It is nearer to complete than it was, and something remains to be done.
    Improved,
    /// It is further from complete than it was, and was not complete before.
    Worsened,
    /// It was complete and is so no longer, though it applies.
    Reopened,
    /// It is there, and was not.
    New,
    /// It existed, and no longer does.
    Withdrawn,
    /// It applied and no longer does: it has left the scope without the work being done.
    Excluded,
    /// It did not apply and does: it has come into the scope, however far it is.
    Included,
    /// It is as far as it was, and something else is said about it.
    Updated,
}

impl Progress {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Completed,
        Self::Improved,
        Self::Worsened,
        Self::Reopened,
        Self::New,
        Self::Withdrawn,
        Self::Excluded,
        Self::Included,
        Self::Updated,
    ];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Improved => "improved",
            Self::Worsened => "worsened",
            Self::Reopened => "reopened",
            Self::New => "new",
            Self::Withdrawn => "withdrawn",
            Self::Excluded => "excluded",
            Self::Included => "included",
            Self::Updated => "updated",
        }
    }

    /// What it means for statements and requirements, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Completed => "nothing remains to be done: implemented, or covered in full",
            Self::Improved => "closer to complete than before; something remains to be done",
            Self::Worsened => "further from complete than before",
            Self::Reopened => "was complete and no longer is",
            Self::New => "stated now, not stated before",
            Self::Withdrawn => "stated before, no longer stated",
            Self::Excluded => "no longer applicable: out of scope",
            Self::Included => "applicable again: back in scope",
            Self::Updated => "same status or level; other particulars changed",
        }
    }

    /// How good it is.
    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::Completed => Tone::Good,
            Self::Improved | Self::Updated => Tone::Middling,
            Self::Worsened | Self::Reopened => Tone::Bad,
            Self::New | Self::Included => Tone::Unsure,
            Self::Withdrawn | Self::Excluded => Tone::Quiet,
        }
    }

    /// Its name, toned.
    pub fn cell(self) -> Cell {
        Cell::word(self.name(), self.tone())
    }

    /// What happened to something whose status was one and is another.
    pub fn of_statuses(before: Status, after: Status) -> Self {
        // The order of statuses begins with what is in place.
        let distance = |status: Status| match status {
            Status::Implemented | Status::Partial | Status::Planned | Status::NotImplemented => Some(Reverse(status)),
            Status::NotApplicable => None,
        };
        Self::in_scope(distance(before), distance(after), Reverse(Status::Implemented))
    }

    /// What happened to a requirement; it has no level where it does not apply.
    pub fn of_levels(before: Option<Level>, after: Option<Level>) -> Self {
        Self::in_scope(before, after, Level::Full)
    }

    /// What happened to something that is measured; what is out of scope has no measure.
    fn in_scope<T: Ord>(before: Option<T>, after: Option<T>, complete: T) -> Self {
        match (before, after) {
            (Some(before), Some(after)) if after > before && after == complete => Self::Completed,
            (Some(before), Some(after)) if after > before => Self::Improved,
            (Some(before), Some(after)) if after < before && before == complete => Self::Reopened,
            (Some(before), Some(after)) if after < before => Self::Worsened,
            (Some(_), Some(_)) | (None, None) => Self::Updated,
            (Some(_), None) => Self::Excluded,
            (None, Some(_)) => Self::Included,
        }
    }

    /// How many there are of each, such as `4 completed, 11 improved`; what does not occur is left out.
    pub fn counted(changes: impl IntoIterator<Item = Self>) -> String {
        let changes: Vec<Self> = changes.into_iter().collect();
        let count = |kind: Self| changes.iter().filter(|change| **change == kind).count();
        let occurring = Self::ALL.into_iter().map(|kind| (count(kind), kind)).filter(|(count, _)| *count > 0);
        occurring.map(|(count, kind)| format!("{count} {}", kind.name())).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::Progress::{Completed, Excluded, Improved, Included, Reopened, Updated, Worsened};
    use super::*;

    #[test]
    fn every_pair_of_statuses_has_its_word() {
        use Status::{Implemented, NotApplicable, NotImplemented, Partial, Planned};
        let table = [
            (NotImplemented, [Updated, Improved, Improved, Completed, Excluded]),
            (Planned, [Worsened, Updated, Improved, Completed, Excluded]),
            (Partial, [Worsened, Worsened, Updated, Completed, Excluded]),
            (Implemented, [Reopened, Reopened, Reopened, Updated, Excluded]),
            (NotApplicable, [Included, Included, Included, Included, Updated]),
        ];
        for (before, words) in table {
            let found = [NotImplemented, Planned, Partial, Implemented, NotApplicable]
                .map(|after| Progress::of_statuses(before, after));
            assert_eq!(found, words, "{before}");
        }
    }

    #[test]
    fn every_pair_of_levels_has_its_word() {
        let [none, presumed, partial, full] = [Level::None, Level::Presumed, Level::Partial, Level::Full].map(Some);
        let table = [
            (none, [Updated, Improved, Improved, Completed, Excluded]),
            (presumed, [Worsened, Updated, Improved, Completed, Excluded]),
            (partial, [Worsened, Worsened, Updated, Completed, Excluded]),
            (full, [Reopened, Reopened, Reopened, Updated, Excluded]),
            (None, [Included, Included, Included, Included, Updated]),
        ];
        for (before, words) in table {
            let found = [none, presumed, partial, full, None].map(|after| Progress::of_levels(before, after));
            assert_eq!(found, words, "{before:?}");
        }
    }

    #[test]
    fn only_words_that_occur_are_counted_and_in_one_order() {
        assert_eq!(Progress::counted([Updated, Completed, Updated]), "1 completed, 2 updated");
        assert_eq!(Progress::counted([]), "");
    }
}
