//! What work brings: which requirements of the targets it completes, and which it improves.
//!
//! What is stated as not, or not fully, in place is left open here, since work on a clause is done to change that: where the
//! rows prove that a clause requires no more than another one, implementing that other one completes it, whatever is
//! stated on it today. Levels of today are those of the gap analysis.

use std::collections::BTreeSet;

use crate::crosswalk::{Level, WhatIf};
use crate::model::{ClauseId, EditionId};
use crate::query::scenarios::AllScenarios;
use crate::query::tally::Tally;

/// What work brings to the requirements of all targets.
pub(super) struct Effects<'a> {
    targets: Vec<EditionId>,
    requirements: Vec<&'a ClauseId>,
    /// The level of each requirement today; nothing where it does not apply.
    levels: Vec<Option<Level>>,
    what_if: WhatIf<'a, 'a>,
}

/// The requirements that rise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Effect {
    /// To full.
    pub(super) completes: Vec<ClauseId>,
    /// To a higher level, and not to full.
    pub(super) improves: Vec<ClauseId>,
}

impl<'a> Effects<'a> {
    pub(super) fn new(all: &AllScenarios<'a>, targets: &[&EditionId]) -> Self {
        let case = all.case.case;
        let catalogs = targets.iter().filter_map(|target| case.library.catalog(target));
        let requirements: Vec<&ClauseId> = catalogs.flat_map(|catalog| case.counted_requirements(catalog)).collect();
        let open = case.crosswalk.leaving_unfinished_open(&all.assumptions);
        Self {
            targets: targets.iter().map(|target| (*target).clone()).collect(),
            levels: requirements.iter().map(|clause| all.as_stated.level(clause)).collect(),
            what_if: WhatIf::new(case.crosswalk, &open, requirements.iter().copied(), case.settings.max_hops),
            requirements,
        }
    }

    /// The targets, in their order.
    pub(super) fn targets(&self) -> &[EditionId] {
        &self.targets
    }

    /// The edition of the requirement at a place.
    pub(super) fn edition(&self, place: usize) -> &EditionId {
        &self.requirements[place].edition
    }

    /// What rises if some requirements are put in place. Those of them that are requirements of targets are complete then.
    pub(super) fn of(&mut self, put_in_place: &[&ClauseId]) -> Effect {
        let mut effect = Effect::default();
        for (at, level) in self.levels_with(put_in_place).into_iter().enumerate() {
            match level {
                Some(Level::Full) if self.levels[at] < level => {
                    effect.completes.push(self.requirements[at].clone());
                }
                Some(_) if self.levels[at] < level => effect.improves.push(self.requirements[at].clone()),
                Some(_) | None => {}
            }
        }
        effect
    }

    /// The coverage of each target if some requirements are implemented.
    pub(super) fn tallies(&mut self, put_in_place: &[&ClauseId]) -> Vec<Tally> {
        let levels = self.levels_with(put_in_place);
        let of_target = |target: &EditionId| {
            let own = self.requirements.iter().zip(&levels).filter(|(clause, _)| clause.edition == *target);
            Tally::of(own.map(|(_, level)| *level))
        };
        self.targets.iter().map(of_target).collect()
    }

    /// The level of each requirement then: that of today, or a higher one.
    pub(super) fn levels_with(&mut self, put_in_place: &[&ClauseId]) -> Vec<Option<Level>> {
        let mut levels = self.levels.clone();
        for rise in self.what_if.rises(put_in_place.iter().copied()) {
            let level = &mut levels[rise.place];
            *level = level.map(|known| known.max(rise.level));
        }
        let put_in_place: BTreeSet<&ClauseId> = put_in_place.iter().copied().collect();
        for (level, clause) in levels.iter_mut().zip(&self.requirements) {
            if level.is_some() && put_in_place.contains(*clause) {
                *level = Some(Level::Full);
            }
        }
        levels
    }
}
