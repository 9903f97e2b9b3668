//! A coverage as counts, and what happened to one.

use serde::{Deserialize, Serialize};

use crate::query::progress::Progress;
use crate::query::tally::{Tally, percent};
use crate::query::words::counted;

/// A coverage as counts: full requirements, partial ones, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// How many are full.
    pub full: usize,
    /// How many are partial.
    pub partial: usize,
    /// How many apply.
    pub applicable: usize,
}

impl Figure {
    pub(super) fn of(tally: &Tally) -> Self {
        Self { full: tally.full, partial: tally.partial, applicable: tally.applicable }
    }

    /// What happened to a coverage; nothing where it is as it was. Certain is what is full, and what is full or
    /// partial: it has got worse if one of the two has.
    pub(super) fn progress(before: Self, after: Self) -> Option<Progress> {
        let (was, is) = match (before.shares(), after.shares()) {
            (Some(was), Some(is)) => (was, is),
            (Some(_), None) => return Some(Progress::Excluded),
            (None, Some(_)) => return Some(Progress::Included),
            (None, None) => return None,
        };
        let changes = [measured(Some(was.0), Some(is.0)), measured(Some(was.1), Some(is.1))];
        if changes.contains(&Some(Progress::Worsened)) {
            Some(if before.is_complete() { Progress::Reopened } else { Progress::Worsened })
        } else if changes.contains(&Some(Progress::Improved)) {
            Some(if after.is_complete() { Progress::Completed } else { Progress::Improved })
        } else {
            None
        }
    }

    /// The share that is full, and the share that is full or partial; none of nothing.
    pub(super) fn shares(self) -> Option<(f64, f64)> {
        let share = |count: usize| count as f64 / self.applicable as f64;
        (self.applicable > 0).then(|| (share(self.full), share(self.full + self.partial)))
    }

    fn is_complete(self) -> bool {
        self.applicable > 0 && self.full == self.applicable
    }

    pub(super) fn in_words(self) -> String {
        match self.shares() {
            Some((full, certain)) => format!(
                "{} full, {} full or partial, of {}",
                percent(full),
                percent(certain),
                counted(self.applicable, "requirement", "requirements")
            ),
            None => "no applicable requirements".to_owned(),
        }
    }
}

/// How far measures may differ and be called the same.
pub(super) const SAME: f64 = 1e-9;

/// What happened to a measure; nothing where it is the same, or one of the two is missing.
pub(super) fn measured(before: Option<f64>, after: Option<f64>) -> Option<Progress> {
    match (before, after) {
        (Some(before), Some(after)) if after + SAME < before => Some(Progress::Worsened),
        (Some(before), Some(after)) if before + SAME < after => Some(Progress::Improved),
        (_, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(full: usize, partial: usize, applicable: usize) -> Figure {
        Figure { full, partial, applicable }
    }

    #[test]
    fn a_coverage_is_completed_only_where_all_that_applies_is_full() {
        let cases = [
            ((1, 1, 4), (2, 1, 4), Some(Progress::Improved)),
            ((1, 1, 4), (1, 2, 4), Some(Progress::Improved)),
            ((1, 1, 4), (2, 0, 4), Some(Progress::Improved)),
            ((3, 1, 4), (4, 0, 4), Some(Progress::Completed)),
            ((2, 1, 4), (1, 2, 4), Some(Progress::Worsened)),
            ((2, 1, 4), (2, 0, 4), Some(Progress::Worsened)),
            ((4, 0, 4), (3, 1, 4), Some(Progress::Reopened)),
            ((4, 0, 4), (5, 0, 5), None),
            ((1, 0, 2), (2, 0, 4), None),
            ((1, 0, 2), (0, 0, 0), Some(Progress::Excluded)),
            ((0, 0, 0), (0, 0, 3), Some(Progress::Included)),
            ((0, 0, 0), (0, 0, 0), None),
        ];
        for ((full, partial, of), after, word) in cases {
            let before = figure(full, partial, of);
            assert_eq!(Figure::progress(before, figure(after.0, after.1, after.2)), word, "{before:?} {after:?}");
        }
    }
}
