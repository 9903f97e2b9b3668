//! The figures of a ranking.

use std::fmt;

use xwalk::model::ClauseKind;
use xwalk::survey::Weights;

use super::tables::Task;

/// hit@1, MRR, and recall at 5, 10 and 20.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures(pub(crate) [f64; 5]);

const DEPTHS: [usize; 3] = [5, 10, 20];

impl Figures {
    pub(crate) const HEAD: &'static str = "hit@1   MRR   R@5  R@10  R@20";

    /// What weights are chosen by: the mean of MRR and recall at 10.
    pub(crate) fn worth(&self) -> f64 {
        f64::midpoint(self.0[1], self.0[3])
    }

    pub(crate) fn short(&self) -> String {
        format!("MRR {:.3}, R@10 {:.3}", self.0[1], self.0[3])
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [hit, mrr, five, ten, twenty] = self.0;
        write!(f, "{hit:.3} {mrr:.3} {five:.3} {ten:.3} {twenty:.3}")
    }
}

pub(crate) fn mean(figures: &[Figures]) -> Figures {
    let mut sums = [0.0; 5];
    for figure in figures {
        sums.iter_mut().zip(figure.0).for_each(|(sum, figure)| *sum += figure);
    }
    Figures(sums.map(|sum| sum / figures.len().max(1) as f64))
}

impl Task<'_> {
    /// The mean of the figures of all targets.
    pub(crate) fn figures(&self, weights: &Weights) -> Figures {
        let clauses = self.asked.candidates.clauses();
        let of_target = |(target, partners): (&usize, &std::collections::BTreeSet<usize>)| {
            let scores: Vec<f64> = (0..clauses.len())
                .map(|candidate| match clauses[candidate].kind {
                    ClauseKind::Informative => 0.0,
                    ClauseKind::Requirement | ClauseKind::Heading => {
                        weights.score(self.evidences.pair(*target, candidate))
                    }
                })
                .collect();
            let is_before = |other: usize, one: usize| (scores[other], one) > (scores[one], other);
            let found = partners.iter().filter(|partner| scores[**partner] > 0.0);
            let ranks: Vec<usize> =
                found.map(|partner| (0..scores.len()).filter(|other| is_before(*other, *partner)).count()).collect();
            let first = ranks.iter().min();
            let recall =
                |depth: usize| ranks.iter().filter(|before| **before < depth).count() as f64 / partners.len() as f64;
            let hit = first.map_or(0.0, |before| f64::from(u8::from(*before == 0)));
            let reciprocal = first.map_or(0.0, |before| 1.0 / (1 + before) as f64);
            let [five, ten, twenty] = DEPTHS.map(recall);
            Figures([hit, reciprocal, five, ten, twenty])
        };
        mean(&self.asked.partners.iter().map(of_target).collect::<Vec<_>>())
    }
}
