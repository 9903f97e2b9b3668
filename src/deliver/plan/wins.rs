//! Quick wins: which base clauses, once implemented, complete most of a target (greedy set cover).

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Assumptions, Level};
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
pub(super) struct WinSearch<'a> {
    case: Assessed<'a>,
    requirements: Vec<&'a ClauseId>,
    candidates: BTreeSet<&'a ClauseId>,
    assumptions: Assumptions,
    levels: Vec<Option<Level>>,
    /// What each candidate brings alone, where it brings anything.
    individual_wins: Vec<Win>,
}

impl<'a> WinSearch<'a> {
    /// Looks what each candidate brings alone.
    pub(super) fn new(case: Assessed<'a>, target: &EditionId, base: &BTreeSet<EditionId>) -> Self {
        let crosswalk = case.case.crosswalk;
        let assumptions = crosswalk.assumptions(case.assessment);
        let requirements: Vec<&ClauseId> = crosswalk.requirements(target).collect();
        let candidates = requirements
            .iter()
            .flat_map(|clause| crosswalk.sources(clause, base, case.case.settings.max_hops))
            .filter(|clause| match crosswalk.assumption(&assumptions, clause) {
                Assumption::Stated(level) => level < Level::Full,
                Assumption::Open => true,
                Assumption::NotApplicable => false,
            })
            .collect();
        let mut search =
            Self { case, requirements, candidates, levels: Vec::new(), assumptions, individual_wins: Vec::new() };
        search.levels = search.levels_under(&search.assumptions);
        search.individual_wins = search.candidate_wins();
        search
    }

    /// What each candidate that the assessment states as not in place brings alone, in the order of ids.
    pub(super) fn stated(&self) -> impl Iterator<Item = &Win> {
        let crosswalk = self.case.case.crosswalk;
        self.individual_wins
            .iter()
            .filter(|win| crosswalk.assumption(&self.assumptions, &win.clause) != Assumption::Open)
    }

    /// At most so many wins, best first: by what closes most, then by what raises most, then by the order of ids.
    pub(super) fn wins(mut self, most: usize) -> Vec<Win> {
        let mut wins: Vec<Win> = Vec::new();
        while wins.len() < most {
            let gains = if wins.is_empty() { std::mem::take(&mut self.individual_wins) } else { self.candidate_wins() };
            let gain = |win: &Win| (win.closes.len(), win.raises.len());
            let Some(best) = gains.into_iter().rev().max_by_key(gain) else { break };
            self.assumptions = self.with(&best.clause);
            self.levels = self.levels_under(&self.assumptions);
            self.candidates.retain(|clause| **clause != best.clause);
            wins.push(best);
        }
        wins
    }

    fn with(&self, clause: &ClauseId) -> Assumptions {
        self.case.case.crosswalk.with(&self.assumptions, clause, Assumption::Stated(Level::Full))
    }

    fn levels_under(&self, assumptions: &Assumptions) -> Vec<Option<Level>> {
        let inference = self.case.case.crosswalk.infer(assumptions, self.case.case.settings.max_hops);
        self.requirements.iter().map(|clause| inference.level(clause)).collect()
    }

    /// What each candidate brings beside what is in place, in the order of ids; one that brings nothing is left out.
    fn candidate_wins(&self) -> Vec<Win> {
        let gain = |clause: &&'a ClauseId| {
            let after = self.levels_under(&self.with(clause));
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
