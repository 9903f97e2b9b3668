//! The assessments at both ends of a ranking, as many as tables show.

use std::collections::BTreeMap;

use super::distribution::Ranked;
use super::kept::Kept;

/// The best and the lowest of assessments; those of one share in the order in which they came.
#[derive(Debug, Clone)]
pub(super) struct Extremes {
    most: usize,
    added: usize,
    best: BTreeMap<(std::cmp::Reverse<Ranked>, usize), Kept>,
    lowest: BTreeMap<(Ranked, std::cmp::Reverse<usize>), Kept>,
}

impl Extremes {
    /// At most so many at both ends together.
    pub(super) fn new(most: usize) -> Self {
        Self { most, added: 0, best: BTreeMap::new(), lowest: BTreeMap::new() }
    }

    /// Adds an assessment with its share; `keep` makes what is kept of it, where it is at an end.
    pub(super) fn add(&mut self, share: f64, keep: &mut dyn FnMut() -> Kept) {
        let (ranked, number) = (Ranked::new(share), self.added);
        self.added += 1;
        let best = (std::cmp::Reverse(ranked), number);
        if self.best.len() < self.most || self.best.last_key_value().is_some_and(|(last, _)| best < *last) {
            self.best.insert(best, keep());
            if self.best.len() > self.most {
                self.best.pop_last();
            }
        }
        // All are among the best while there are no more than that.
        let lowest = (ranked, std::cmp::Reverse(number));
        let half = self.most / 2;
        if self.lowest.len() < half || self.lowest.last_key_value().is_some_and(|(last, _)| lowest < *last) {
            self.lowest.insert(lowest, keep());
            if self.lowest.len() > half {
                self.lowest.pop_last();
            }
        }
    }

    /// From the best to the lowest: all of them, or both ends; and how many are left out between these.
    pub(super) fn ranked(&self) -> (Vec<&Kept>, Vec<&Kept>, usize) {
        if self.added <= self.most {
            return (self.best.values().collect(), Vec::new(), 0);
        }
        let half = self.most - self.most / 2;
        let best: Vec<&Kept> = self.best.values().take(half).collect();
        let lowest: Vec<&Kept> = self.lowest.values().rev().collect();
        let left_out = self.added - best.len() - lowest.len();
        (best, lowest, left_out)
    }

    /// Those at both ends for which something holds, from the lowest on.
    pub(super) fn filtered(&self, is_meant: impl Fn(&Kept) -> bool) -> Vec<&Kept> {
        let (best, lowest, _) = self.ranked();
        lowest.into_iter().rev().chain(best.into_iter().rev()).filter(|kept| is_meant(kept)).collect()
    }
}
