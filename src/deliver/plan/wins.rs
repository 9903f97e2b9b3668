//! Quick wins: which base clauses, once implemented, complete most of a target (greedy set cover).

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Assumptions, Crosswalk, Level, Rise, WhatIf};
use crate::model::{ClauseId, EditionId};
use crate::query::scenarios::AllScenarios;
use crate::query::tally::Tally;

/// A base clause and what putting it in place brings, all wins before it being in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Win {
    /// The target for which it is one.
    pub target: EditionId,
    /// The base clause.
    pub clause: ClauseId,
    /// The requirements of the target that it brings to full.
    pub closes: Vec<ClauseId>,
    /// Those that it brings to a higher level, and not to full.
    pub raises: Vec<ClauseId>,
    /// The count of the target's requirements then.
    pub tally: Tally,
}

/// What a base clause brings: the requirements that rise.
struct Gain<'a> {
    clause: &'a ClauseId,
    rises: Vec<Rise>,
}

impl Gain<'_> {
    fn closes(&self) -> usize {
        self.rises.iter().filter(|rise| rise.level == Level::Full).count()
    }
}

/// The base clauses that are not fully in place and may support a target, and the coverage of the target.
pub(super) struct WinSearch<'a> {
    target: &'a EditionId,
    crosswalk: &'a Crosswalk<'a>,
    assumptions: &'a Assumptions,
    requirements: Vec<&'a ClauseId>,
    candidates: BTreeSet<&'a ClauseId>,
    what_if: WhatIf<'a, 'a>,
    /// What each candidate brings alone, where it brings anything.
    individual_gains: Vec<Gain<'a>>,
}

impl<'a> WinSearch<'a> {
    /// Looks what each candidate brings alone.
    pub(super) fn new(all: &'a AllScenarios<'_>, target: &'a EditionId) -> Self {
        let crosswalk = all.case.case.crosswalk;
        let requirements: Vec<&ClauseId> = all
            .case
            .case
            .library
            .catalog(target)
            .into_iter()
            .flat_map(|target| all.case.case.counted_requirements(target))
            .collect();
        let hops = all.case.case.settings.max_hops;
        let what_if = WhatIf::new(crosswalk, &all.assumptions, requirements.iter().copied(), hops);
        let candidates = what_if.candidates(&all.base_of(target)).into_iter().collect();
        let assumptions = &all.assumptions;
        let mut search =
            Self { target, crosswalk, assumptions, requirements, candidates, what_if, individual_gains: Vec::new() };
        search.individual_gains = search.gains();
        search
    }

    /// Each candidate that the assessment states as not in place, and the requirements that it brings further alone, in the order of ids.
    pub(super) fn stated(&self) -> impl Iterator<Item = (&'a ClauseId, impl Iterator<Item = &'a ClauseId>)> {
        let is_stated = |gain: &&Gain<'_>| self.crosswalk.assumption(self.assumptions, gain.clause) != Assumption::Open;
        self.individual_gains
            .iter()
            .filter(is_stated)
            .map(|gain| (gain.clause, gain.rises.iter().map(|rise| self.requirements[rise.place])))
    }

    /// At most so many wins, best first: by what closes most, then by what raises most, then by the order of ids.
    pub(super) fn wins(mut self, most: usize) -> Vec<Win> {
        let mut wins: Vec<Win> = Vec::new();
        while wins.len() < most {
            let gains = if wins.is_empty() { std::mem::take(&mut self.individual_gains) } else { self.gains() };
            let rank = |gain: &Gain<'_>| (gain.closes(), gain.rises.len());
            let Some(best) = gains.into_iter().rev().max_by_key(rank) else { break };
            self.what_if.put_in_place(best.clause);
            self.candidates.remove(best.clause);
            wins.push(self.win(&best));
        }
        wins
    }

    /// A gain by the names of what it brings further.
    fn win(&self, gain: &Gain<'_>) -> Win {
        let named = |is_meant: fn(Level) -> bool| {
            let meant = gain.rises.iter().filter(move |rise| is_meant(rise.level));
            meant.map(|rise| self.requirements[rise.place].clone()).collect()
        };
        Win {
            target: self.target.clone(),
            clause: gain.clause.clone(),
            closes: named(|level| level == Level::Full),
            raises: named(|level| level < Level::Full),
            tally: Tally::of(self.what_if.levels().iter().copied()),
        }
    }

    /// What each candidate improves besides what is in place, in the order of ids; one that improves nothing is left
    /// out.
    fn gains(&mut self) -> Vec<Gain<'a>> {
        let what_if = &mut self.what_if;
        let gains = self.candidates.iter().map(|clause| Gain { clause, rises: what_if.rises([*clause]) });
        gains.filter(|gain| !gain.rises.is_empty()).collect()
    }
}
