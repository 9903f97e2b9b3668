//! The weights among which is chosen, and the choice.

use rayon::prelude::*;
use xwalk::survey::Weights;

use super::measure::{Figures, mean};
use super::tables::Task;

/// Every set of weights with the figures of every task.
pub(crate) type ByWeights = Vec<(Weights, Vec<Figures>)>;

/// The grid: coarse, so that little can be fitted. Attributes count half of what words do at the most: what they are is for
/// each standard to say.
fn grid() -> Vec<Weights> {
    let mut grid = Vec::new();
    for alike in [1.0, 2.0, 4.0, 8.0] {
        for through in [0.5, 1.0, 2.0, 4.0] {
            for place in [0.0, 0.125, 0.25, 0.5] {
                for attributes in [0.0, 0.125, 0.25, 0.5] {
                    for across_kinds in [1.0, 0.9, 0.8, 0.7, 0.6] {
                        grid.push(Weights { alike, through, place, attributes, across_kinds });
                    }
                }
            }
        }
    }
    grid
}

pub(crate) fn figures(tasks: &[Task<'_>]) -> ByWeights {
    let of = |weights: Weights| (weights, tasks.iter().map(|task| task.figures(&weights)).collect());
    grid().into_par_iter().map(of).collect()
}

/// The weights with the best mean over the tasks that count; the first of several.
pub(crate) fn best(by_weights: &ByWeights, counts: impl Fn(usize) -> bool) -> Weights {
    let mut best = (f64::MIN, Weights::default());
    for (weights, figures) in by_weights {
        let counted = figures.iter().enumerate().filter(|(task, _)| counts(*task)).map(|(_, figures)| *figures);
        let worth = mean(&counted.collect::<Vec<_>>()).worth();
        if worth > best.0 + 1e-9 {
            best = (worth, *weights);
        }
    }
    best.1
}

/// The weights that are chosen where one table is left out, each with those tables.
pub(crate) fn without_each(by_weights: &ByWeights, tasks: &[Task<'_>]) -> Vec<(Weights, Vec<String>)> {
    let mut chosen: Vec<(Weights, Vec<String>)> = Vec::new();
    for task in tasks {
        let table = task.asked.table;
        let weights = best(by_weights, |other| tasks[other].asked.table != table);
        let at = chosen.iter().position(|(known, _)| *known == weights).unwrap_or_else(|| {
            chosen.push((weights, Vec::new()));
            chosen.len() - 1
        });
        if !chosen[at].1.contains(&table.to_string()) {
            chosen[at].1.push(table.to_string());
        }
    }
    chosen
}
