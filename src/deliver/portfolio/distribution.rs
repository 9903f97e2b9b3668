//! How figures are distributed, by their values alone: it grows with how many different values there are, and not with how
//! many figures.

use std::collections::BTreeMap;

/// A share by which assessments are ranked, to twelve digits, so that equal ones are equal however they were computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked(u64);

impl Ranked {
    const DIGITS: f64 = 1e12;

    pub(super) fn new(share: f64) -> Self {
        Self((share * Self::DIGITS).round() as u64)
    }

    fn share(self) -> f64 {
        self.0 as f64 / Self::DIGITS
    }
}

/// The shares of assessments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    counts: BTreeMap<Ranked, usize>,
    total: usize,
}

/// What is far from the middle half, by the rule of Tukey: more than one and a half times the distance of the quartiles
/// below the lower of them, or above the upper one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fences {
    /// The lower quartile, between neighbours in proportion, as QUARTILE.INC of spreadsheets has it.
    pub lower_quartile: f64,
    /// The upper quartile.
    pub upper_quartile: f64,
    /// What is below this is an outlier.
    pub lower: f64,
    /// What is above this is an outlier.
    pub upper: f64,
}

impl Distribution {
    /// With fewer figures nothing is called an outlier: quartiles of a handful say little.
    pub const FEWEST: usize = 12;

    pub(super) fn add(&mut self, share: f64) {
        *self.counts.entry(Ranked::new(share)).or_default() += 1;
        self.total += 1;
    }

    /// How many figures there are.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The rank of a share, from one: one more than how many are above it.
    pub fn rank(&self, share: f64) -> usize {
        use std::ops::Bound::{Excluded, Unbounded};
        1 + self.counts.range((Excluded(Ranked::new(share)), Unbounded)).map(|(_, count)| count).sum::<usize>()
    }

    /// How many figures are exactly this share.
    pub fn count_of(&self, share: f64) -> usize {
        self.counts.get(&Ranked::new(share)).copied().unwrap_or_default()
    }

    /// The figure below which a part of all figures lies, in proportion between neighbours; none of nothing.
    pub fn quantile(&self, part: f64) -> Option<f64> {
        let last = self.total.checked_sub(1)?;
        let place = part.clamp(0.0, 1.0) * last as f64;
        let below = place.floor() as usize;
        let (low, high) = (self.at(below)?, self.at((below + 1).min(last))?);
        Some(low + (high - low) * (place - below as f64))
    }

    /// The fences; none if there are too few figures, or if the middle half is one value.
    pub fn fences(&self) -> Option<Fences> {
        if self.total < Self::FEWEST {
            return None;
        }
        let (lower_quartile, upper_quartile) = (self.quantile(0.25)?, self.quantile(0.75)?);
        let reach = 1.5 * (upper_quartile - lower_quartile);
        (reach > 0.0).then_some(Fences {
            lower_quartile,
            upper_quartile,
            lower: lower_quartile - reach,
            upper: upper_quartile + reach,
        })
    }

    /// How many figures are beyond fences.
    pub fn beyond(&self, fences: &Fences) -> usize {
        let is_beyond = |(share, _): &(&Ranked, &usize)| fences.is_beyond(share.share());
        self.counts.iter().filter(is_beyond).map(|(_, count)| count).sum()
    }

    /// The figure at a place from zero, in rising order.
    fn at(&self, place: usize) -> Option<f64> {
        let mut before = 0;
        self.counts.iter().find_map(|(share, count)| {
            before += count;
            (place < before).then(|| share.share())
        })
    }
}

impl Fences {
    /// Whether a share is an outlier.
    pub fn is_beyond(&self, share: f64) -> bool {
        share < self.lower || share > self.upper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(shares: &[f64]) -> Distribution {
        let mut distribution = Distribution::default();
        shares.iter().for_each(|share| distribution.add(*share));
        distribution
    }

    #[test]
    fn ranks_count_those_above_and_ties_share_one() {
        let distribution = of(&[0.5, 0.9, 0.5, 0.2]);
        assert_eq!([0.9, 0.5, 0.2].map(|share| distribution.rank(share)), [1, 2, 4]);
        assert_eq!([0.9, 0.5, 0.3].map(|share| distribution.count_of(share)), [1, 2, 0]);
        // One third, and two sixths of which a part is weighed.
        assert_eq!(of(&[1.0 / 3.0]).count_of((1.0 + 0.5 * 2.0) / 6.0), 1);
    }

    #[test]
    fn quartiles_are_those_of_spreadsheets() {
        // QUARTILE.INC of 0.1, 0.2, 0.4, 0.7 is 0.175, 0.3 and 0.475.
        let distribution = of(&[0.7, 0.1, 0.4, 0.2]);
        for (part, expected) in [(0.0, 0.1), (0.25, 0.175), (0.5, 0.3), (0.75, 0.475), (1.0, 0.7)] {
            let found = distribution.quantile(part).unwrap();
            assert!((found - expected).abs() < 1e-9, "{part}: {found}");
        }
        assert_eq!(Distribution::default().quantile(0.5), None);
    }

    #[test]
    fn outliers_are_told_of_twelve_and_more_whose_middle_half_differs() {
        let mut shares = vec![0.40, 0.42, 0.44, 0.46, 0.48, 0.50, 0.52, 0.54, 0.56, 0.58, 0.60];
        assert_eq!(of(&shares).fences(), None, "of eleven");
        shares.push(0.05);
        // Quartiles at places 2.75 and 8.25: 0.435 and 0.545; fences 0.165 below and above.
        let distribution = of(&shares);
        let fences = distribution.fences().unwrap();
        assert!((fences.lower - 0.27).abs() < 1e-9 && (fences.upper - 0.71).abs() < 1e-9, "{fences:?}");
        assert_eq!(distribution.beyond(&fences), 1);
        assert!(fences.is_beyond(0.05) && !fences.is_beyond(0.4));
        assert_eq!(of(&[0.5; 20]).fences(), None, "all alike");
    }
}
