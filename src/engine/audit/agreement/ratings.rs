//! What several raters said about units, as levels of an order.

use std::collections::BTreeMap;

/// Ratings of units by the same raters, each a level counted from zero, or missing. Units that were rated alike are kept together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    levels: usize,
    raters: usize,
    /// What was said about a unit by each rater, in their order.
    patterns: Vec<Vec<Option<u8>>>,
    /// The pattern of each unit.
    units: Vec<usize>,
}

impl Ratings {
    /// Ratings on so many levels; what is said about a unit has a place for each rater.
    pub fn new(levels: usize, raters: usize, said: impl IntoIterator<Item = Vec<Option<u8>>>) -> Self {
        let mut known: BTreeMap<Vec<Option<u8>>, usize> = BTreeMap::new();
        let (mut patterns, mut units) = (Vec::new(), Vec::new());
        for unit in said {
            debug_assert_eq!(unit.len(), raters);
            let next = patterns.len();
            let at = *known.entry(unit.clone()).or_insert(next);
            if at == next {
                patterns.push(unit);
            }
            units.push(at);
        }
        Self { levels, raters, patterns, units }
    }

    /// How many levels there are.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// How many raters there are.
    pub fn raters(&self) -> usize {
        self.raters
    }

    /// How many units there are.
    pub fn units(&self) -> usize {
        self.units.len()
    }

    /// What was said, and of how many units.
    pub(super) fn weighed<'r>(&'r self, counts: &'r [u64]) -> impl Iterator<Item = (&'r [Option<u8>], u64)> {
        let both = self.patterns.iter().map(Vec::as_slice).zip(counts.iter().copied());
        both.filter(|(_, count)| *count > 0)
    }

    /// Of how many units each pattern holds.
    pub(super) fn counts(&self) -> Vec<u64> {
        self.counts_of(self.units.iter().copied())
    }

    /// The same of units that are drawn by their places.
    pub(super) fn drawn(&self, places: impl Iterator<Item = usize>) -> Vec<u64> {
        self.counts_of(places.map(|place| self.units[place]))
    }

    fn counts_of(&self, patterns: impl Iterator<Item = usize>) -> Vec<u64> {
        let mut counts = vec![0; self.patterns.len()];
        patterns.for_each(|pattern| counts[pattern] += 1);
        counts
    }

    /// The same without units of which fewer than two raters said something: nothing can be compared there.
    #[must_use]
    pub fn comparable(&self) -> Self {
        let is_comparable = |pattern: &Vec<Option<u8>>| pattern.iter().flatten().count() > 1;
        let said = self.units.iter().map(|unit| &self.patterns[*unit]).filter(|pattern| is_comparable(pattern));
        Self::new(self.levels, self.raters, said.cloned())
    }
}
