//! Which base clause, put in place, closes most of a target: a greedy cover.

use std::collections::BTreeSet;

use crate::crosswalk::{Ground, Level, Standing};
use crate::model::{ClauseId, EditionId};
use crate::query::case::Assessed;
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

/// The base clauses that are not fully in place and may serve a target, and how the target stands.
pub(super) struct Search<'a> {
    case: Assessed<'a>,
    requirements: Vec<&'a ClauseId>,
    candidates: BTreeSet<&'a ClauseId>,
    ground: Ground,
    levels: Vec<Option<Level>>,
    /// What each candidate brings alone, where it brings anything.
    alone: Vec<Win>,
}

impl<'a> Search<'a> {
    /// Looks what each candidate brings alone.
    pub(super) fn new(case: Assessed<'a>, target: &EditionId, base: &BTreeSet<EditionId>) -> Self {
        let crosswalk = case.case.crosswalk;
        let ground = crosswalk.ground(case.assessment);
        let requirements: Vec<&ClauseId> = crosswalk.requirements(target).collect();
        let candidates = requirements
            .iter()
            .flat_map(|clause| crosswalk.sources(clause, base, case.case.settings.max_hops))
            .filter(|clause| match crosswalk.standing(&ground, clause) {
                Standing::Stated(level) => level < Level::Full,
                Standing::Open => true,
                Standing::NotApplicable => false,
            })
            .collect();
        let mut search = Self { case, requirements, candidates, levels: Vec::new(), ground, alone: Vec::new() };
        search.levels = search.levels_on(&search.ground);
        search.alone = search.gains();
        search
    }

    /// What each candidate that the assessment states as not in place brings alone, in the order of ids.
    pub(super) fn stated(&self) -> impl Iterator<Item = &Win> {
        let crosswalk = self.case.case.crosswalk;
        self.alone.iter().filter(|win| crosswalk.standing(&self.ground, &win.clause) != Standing::Open)
    }

    /// At most so many wins, best first: by what closes most, then by what raises most, then by the order of ids.
    pub(super) fn wins(mut self, most: usize) -> Vec<Win> {
        let mut wins: Vec<Win> = Vec::new();
        while wins.len() < most {
            let gains = if wins.is_empty() { std::mem::take(&mut self.alone) } else { self.gains() };
            let gain = |win: &Win| (win.closes.len(), win.raises.len());
            let Some(best) = gains.into_iter().rev().max_by_key(gain) else { break };
            self.ground = self.with(&best.clause);
            self.levels = self.levels_on(&self.ground);
            self.candidates.retain(|clause| **clause != best.clause);
            wins.push(best);
        }
        wins
    }

    fn with(&self, clause: &ClauseId) -> Ground {
        self.case.case.crosswalk.with(&self.ground, clause, Standing::Stated(Level::Full))
    }

    fn levels_on(&self, ground: &Ground) -> Vec<Option<Level>> {
        let reach = self.case.case.crosswalk.reach(ground, self.case.case.settings.max_hops);
        self.requirements.iter().map(|clause| reach.level(clause)).collect()
    }

    /// What each candidate brings beside what is in place, in the order of ids; one that brings nothing is left out.
    fn gains(&self) -> Vec<Win> {
        let gain = |clause: &&'a ClauseId| {
            let after = self.levels_on(&self.with(clause));
            let (mut closes, mut raises) = (Vec::new(), Vec::new());
            for ((requirement, before), after) in self.requirements.iter().zip(&self.levels).zip(&after) {
                if after > before {
                    let gained = if *after == Some(Level::Full) { &mut closes } else { &mut raises };
                    gained.push((*requirement).clone());
                }
            }
            let is_win = closes.len() + raises.len() > 0;
            let tally = Tally::of(after);
            is_win.then(|| Win { clause: (*clause).clone(), closes, raises, tally })
        };
        self.candidates.iter().filter_map(gain).collect()
    }
}
