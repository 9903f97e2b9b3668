//! How far a coefficient would lie elsewhere if other units had been rated: an interval by the bootstrap.

use super::coefficient::{Coefficients, Measured};
use super::ratings::Ratings;

/// How to draw: the same numbers give the same intervals on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bootstrap {
    /// How often as many units are drawn as there are, with replacement.
    pub resamples: u32,
    /// Where the generator of random numbers begins.
    pub seed: u64,
}

/// The middle 95 of 100 values that a coefficient had over the draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// 2.5 % of the values lie below.
    pub lower: f64,
    /// 2.5 % of the values lie above.
    pub upper: f64,
    /// In how many draws the coefficient was undefined; they say nothing.
    pub undefined: u32,
}

impl Bootstrap {
    /// An interval for each coefficient, in the order of [`Coefficients::all`]; none where it was undefined in all draws. Only units
    /// that two raters or more rated are drawn.
    pub fn intervals(&self, ratings: &Ratings) -> [Option<Interval>; 4] {
        let ratings = ratings.comparable();
        let units = ratings.units();
        let mut values: [Vec<f64>; 4] = Default::default();
        if units > 0 {
            let mut random = fastrand::Rng::with_seed(self.seed);
            for _ in 0..self.resamples {
                let counts = ratings.drawn((0..units).map(|_| draw(&mut random, units)));
                let found = Coefficients::weighed(&ratings, &counts).all();
                for (values, (_, Measured { value, .. })) in values.iter_mut().zip(found) {
                    values.extend(value.ok());
                }
            }
        }
        values.map(|values| self.interval(values))
    }

    fn interval(&self, mut values: Vec<f64>) -> Option<Interval> {
        values.sort_by(f64::total_cmp);
        // The nearest rank: the value at or below which that share of the values lies.
        let at = |share: f64| values.get((share * values.len() as f64).ceil().max(1.0) as usize - 1).copied();
        let undefined = self.resamples - u32::try_from(values.len()).unwrap_or(self.resamples);
        Some(Interval { lower: at(0.025)?, upper: at(0.975)?, undefined })
    }
}

/// A place among so many, drawn from 64 bits whatever the width of the machine.
fn draw(random: &mut fastrand::Rng, places: usize) -> usize {
    usize::try_from(random.u64(..places as u64)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings() -> Ratings {
        let both = [(0, 0), (0, 0), (0, 1), (1, 1), (1, 1), (1, 2), (2, 2), (2, 2), (2, 2), (2, 0)];
        Ratings::new(3, 2, both.map(|(a, b)| vec![Some(a), Some(b)]))
    }

    #[test]
    fn a_seed_gives_the_same_interval_and_the_value_lies_in_it() {
        let draws = Bootstrap { resamples: 500, seed: 1 };
        let intervals = draws.intervals(&ratings());
        assert_eq!(intervals, draws.intervals(&ratings()));
        assert_ne!(intervals, Bootstrap { seed: 2, ..draws }.intervals(&ratings()));
        for ((name, measured), interval) in Coefficients::of(&ratings()).all().into_iter().zip(intervals) {
            let (value, interval) = (measured.value.unwrap(), interval.unwrap());
            assert!(interval.lower <= value && value <= interval.upper && interval.lower < interval.upper, "{name}");
        }
    }

    #[test]
    fn draws_without_variation_are_counted_and_give_no_value() {
        let one = Ratings::new(3, 2, [vec![Some(0), Some(0)], vec![Some(0), Some(1)], vec![Some(2), None]]);
        let [same, .., alpha] = Bootstrap { resamples: 400, seed: 1 }.intervals(&one);
        assert_eq!(same.unwrap().undefined, 0);
        // One draw in four is the first unit twice.
        let undefined = alpha.unwrap().undefined;
        assert!((60..140).contains(&undefined), "{undefined}");
        let none = Ratings::new(3, 2, [vec![Some(0), None]]);
        assert_eq!(Bootstrap { resamples: 10, seed: 1 }.intervals(&none), [None; 4]);
    }
}
