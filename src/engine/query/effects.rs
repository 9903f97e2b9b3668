//! What work brings: which requirements of the targets it completes, and which it improves.
//!
//! What is stated as not, or not fully, in place is left open here, since work on a clause is done to change that: where the
//! rows prove that a clause requires no more than another one, implementing that other one completes it, whatever is
//! stated on it today. Levels of today are those of the gap analysis.

use std::collections::BTreeMap;

use crate::crosswalk::{Level, WhatIf};
use crate::model::{ClauseId, EditionId};
use crate::query::scenarios::AllScenarios;
use crate::query::tally::Tally;

/// What work brings to the requirements of all targets.
pub struct Effects<'a> {
    targets: Vec<EditionId>,
    requirements: Vec<&'a ClauseId>,
    /// The place of each requirement that applies.
    places: BTreeMap<&'a ClauseId, usize>,
    /// The level of each requirement today; nothing where it does not apply.
    levels: Vec<Option<Level>>,
    what_if: WhatIf<'a, 'a>,
}

/// The requirements that rise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// To full.
    pub completes: Vec<ClauseId>,
    /// To a higher level, and not to full.
    pub improves: Vec<ClauseId>,
}

impl<'a> Effects<'a> {
    /// For the requirements of targets, each of which is named once.
    pub fn new(all: &AllScenarios<'a>, targets: &[&EditionId]) -> Self {
        let case = all.case.case;
        let catalogs = targets.iter().filter_map(|target| case.library.catalog(target));
        let requirements: Vec<&ClauseId> = catalogs.flat_map(|catalog| case.counted_requirements(catalog)).collect();
        let levels: Vec<Option<Level>> = requirements.iter().map(|clause| all.as_stated.level(clause)).collect();
        let open = case.crosswalk.leaving_unfinished_open(&all.assumptions);
        let applicable = (0..requirements.len()).filter(|at| levels[*at].is_some());
        Self {
            targets: targets.iter().map(|target| (*target).clone()).collect(),
            places: applicable.map(|at| (requirements[at], at)).collect(),
            levels,
            what_if: WhatIf::new(case.crosswalk, &open, requirements.iter().copied(), case.settings.max_hops),
            requirements,
        }
    }

    /// The targets, in their order.
    pub fn targets(&self) -> &[EditionId] {
        &self.targets
    }

    /// The edition of the requirement at a place.
    pub fn edition(&self, place: usize) -> &EditionId {
        &self.requirements[place].edition
    }

    /// What rises if some requirements are put in place. Those of them that are requirements of targets are complete then.
    pub fn of(&mut self, put_in_place: &[&ClauseId]) -> Effect {
        let mut effect = Effect::default();
        for (at, level) in self.raised(put_in_place) {
            let requirement = self.requirements[at].clone();
            match level {
                Level::Full => effect.completes.push(requirement),
                Level::Partial | Level::Presumed | Level::None => effect.improves.push(requirement),
            }
        }
        effect
    }

    /// The coverage of each target if some requirements are implemented.
    pub fn tallies(&mut self, put_in_place: &[&ClauseId]) -> Vec<Tally> {
        let levels = self.levels_with(put_in_place);
        let of_target = |target: &EditionId| {
            let own = self.requirements.iter().zip(&levels).filter(|(clause, _)| clause.edition == *target);
            Tally::of(own.map(|(_, level)| *level))
        };
        self.targets.iter().map(of_target).collect()
    }

    /// The level of each requirement then: that of today, or a higher one.
    pub fn levels_with(&mut self, put_in_place: &[&ClauseId]) -> Vec<Option<Level>> {
        let mut levels = self.levels.clone();
        for (at, level) in self.raised(put_in_place) {
            levels[at] = Some(level);
        }
        levels
    }

    /// The places of the requirements that are at a higher level then, in their order, each with that level.
    fn raised(&mut self, put_in_place: &[&ClauseId]) -> BTreeMap<usize, Level> {
        let mut raised: BTreeMap<usize, Level> = BTreeMap::new();
        let rises = self.what_if.rises(put_in_place.iter().copied()).into_iter().map(|rise| (rise.place, rise.level));
        let complete = put_in_place.iter().filter_map(|clause| self.places.get(*clause));
        for (at, level) in rises.chain(complete.map(|at| (*at, Level::Full))) {
            let known = raised.get(&at).copied().or(self.levels[at]);
            if known.is_some_and(|known| known < level) {
                raised.insert(at, level);
            }
        }
        raised
    }
}
