//! How far mappers agree on some units.

use crate::audit::agreement::{Bootstrap, Coefficients, Interval, Ratings};

/// How far mappers agree on some units.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The units.
    pub units: usize,
    /// Those that two mappers or more rated.
    pub compared: usize,
    /// How far they agree.
    pub coefficients: Coefficients,
    /// The interval of each, in the order of [`Coefficients::all`].
    pub intervals: [Option<Interval>; 4],
}

impl Score {
    pub(super) fn of(ratings: &Ratings, draws: Bootstrap) -> Self {
        Self {
            units: ratings.units(),
            compared: ratings.comparable().units(),
            coefficients: Coefficients::of(ratings),
            intervals: draws.intervals(ratings),
        }
    }
}
