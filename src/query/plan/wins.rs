//! Which base clause, put in place, closes most of a target: a greedy cover.

use std::collections::BTreeSet;

use crate::crosswalk::{Ground, Level, Reach, Standing};
use crate::model::{ClauseId, EditionId};
use crate::query::Assessed;
use crate::query::tally::Tally;

/// A base clause and what putting it in place brings, all wins before it being in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Win {
    /// The base clause.
    pub clause: ClauseId,
    /// The requirements of the target that it brings to full.
    pub closes: Vec<ClauseId>,
    /// Those that it brings to a higher level, and not to full.
    pub raises: Vec<ClauseId>,
    /// The count of the target's requirements then.
    pub tally: Tally,
}

/// At most so many wins, best first: by what closes most, then by what raises most, then by the order of ids. A clause that brings nothing is none.
pub(super) fn wins(case: Assessed<'_>, target: &EditionId, base: &BTreeSet<EditionId>, most: usize) -> Vec<Win> {
    let crosswalk = case.case.crosswalk;
    let hops = case.case.settings.max_hops;
    let requirements: Vec<&ClauseId> = crosswalk.requirements(target).collect();
    let levels = |reach: &Reach<'_, '_>| -> Vec<Option<Level>> {
        requirements.iter().map(|clause| reach.level(clause)).collect()
    };
    let mut ground: Ground = crosswalk.ground(case.assessment);
    let mut candidates: BTreeSet<&ClauseId> = requirements
        .iter()
        .flat_map(|clause| crosswalk.sources(clause, base, hops))
        .filter(|clause| match crosswalk.standing(&ground, clause) {
            Standing::Stated(level) => level < Level::Full,
            Standing::Open => true,
            Standing::NotApplicable => false,
        })
        .collect();
    let mut before = levels(&crosswalk.reach(&ground, hops));
    let mut wins = Vec::new();
    while wins.len() < most {
        let mut best: Option<(Win, Ground, Vec<Option<Level>>)> = None;
        for clause in &candidates {
            let raised = crosswalk.with(&ground, clause, Standing::Stated(Level::Full));
            let after = levels(&crosswalk.reach(&raised, hops));
            let (mut closes, mut raises) = (Vec::new(), Vec::new());
            for ((clause, before), after) in requirements.iter().zip(&before).zip(&after) {
                if after > before {
                    if *after == Some(Level::Full) { &mut closes } else { &mut raises }.push((*clause).clone());
                }
            }
            let gain = (closes.len(), raises.len());
            let is_better = best.as_ref().is_none_or(|(win, _, _)| gain > (win.closes.len(), win.raises.len()));
            if gain > (0, 0) && is_better {
                let tally = Tally::of(after.iter().copied());
                best = Some((Win { clause: (*clause).clone(), closes, raises, tally }, raised, after));
            }
        }
        let Some((win, raised, after)) = best else { break };
        candidates.remove(&win.clause);
        (ground, before) = (raised, after);
        wins.push(win);
    }
    wins
}
