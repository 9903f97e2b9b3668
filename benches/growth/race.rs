//! Commands beside each other, in turns, so that both meet the same machine.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::generate::World;
use crate::measure::{self, Run};
use crate::shapes;

/// Commands on one world, each of them measured by the first.
pub(crate) struct Race {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) world: fn() -> World,
    pub(crate) yardstick: &'static str,
    /// Commands, each with how many times the yardstick it may take, where that is settled.
    pub(crate) others: &'static [(&'static str, Option<f64>)],
}

pub(crate) const RACES: &[Race] = &[
    Race {
        name: "library-of-70",
        about: "70 editions of 1,000 clauses, 38,000 rows by chance, five targets",
        world: || shapes::random(70, 38_000, 5),
        yardstick: "gap assessment.yaml",
        others: &[
            ("plan assessment.yaml", Some(1.3)),
            ("report assessment.yaml", Some(2.0)),
            ("portal assessment.yaml --output site", None),
        ],
    },
    Race {
        name: "library-of-100",
        about: "100 editions of 1,000 clauses, 200,000 rows by chance, five targets",
        world: || shapes::random(100, 200_000, 5),
        yardstick: "gap assessment.yaml",
        others: &[
            ("plan assessment.yaml --wins 0", Some(1.3)),
            ("plan assessment.yaml", Some(1.3)),
            ("report assessment.yaml", Some(2.0)),
            ("portal assessment.yaml --output site", None),
        ],
    },
];

/// What is run in a turn: a program, its arguments, and where.
pub(crate) struct Lane<'a> {
    pub(crate) program: &'a Path,
    pub(crate) arguments: Vec<&'a str>,
    pub(crate) folder: &'a Path,
}

/// What the two of a turn took, in seconds; nothing of one that was stopped.
pub(crate) type Turn = (Option<f64>, Option<f64>);

impl Lane<'_> {
    fn run(&self, limit: Duration) -> Option<f64> {
        match measure::run(self.program, self.arguments.iter().copied(), self.folder, limit) {
            Run::Ended(cost) => Some(cost.seconds),
            Run::Stopped => None,
        }
    }
}

/// Runs two in turns: at the most so many, at the least three, and no further ones once they have taken `enough` time.
/// Where one is stopped, that turn is the last.
pub(crate) fn turns(
    yardstick: &Lane<'_>,
    other: &Lane<'_>,
    most: usize,
    enough: Duration,
    limit: Duration,
) -> Vec<Turn> {
    let start = Instant::now();
    let mut turns: Vec<Turn> = Vec::new();
    while turns.len() < most && (turns.len() < 3 || start.elapsed() < enough) {
        let turn = (yardstick.run(limit), other.run(limit));
        turns.push(turn);
        if turn.0.is_none() || turn.1.is_none() {
            break;
        }
    }
    turns
}

/// The one in the middle; of an even number the upper of the two.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
