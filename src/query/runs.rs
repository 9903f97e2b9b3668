//! The three runs over an assessment that tell why a requirement of a target is where it is.

use std::collections::BTreeSet;

use crate::crosswalk::{Ground, Level, Reach, Standing};
use crate::model::{Assessment, ClauseId, EditionId, Status};
use crate::query::case::Assessed;

/// A as stated, B with every stated base requirement at full, C with every base requirement at full.
pub(crate) struct Runs<'a> {
    pub(super) case: Assessed<'a>,
    /// The editions of which the assessment states something, the target excepted.
    pub(super) base: BTreeSet<EditionId>,
    pub(super) ground: Ground,
    pub(super) stated: Reach<'a, 'a>,
    pub(super) finished: Reach<'a, 'a>,
    pub(super) complete: Reach<'a, 'a>,
}

/// Why a requirement has no level, and which base clauses would give it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Absence {
    /// The assessment says so itself.
    Stated,
    /// These base clauses are stated and not in place.
    Unfinished(Vec<ClauseId>),
    /// These base clauses have not been assessed.
    Unknown(Vec<ClauseId>),
    /// Nothing in the base would.
    New,
}

/// The editions of which an assessment states something, the target excepted.
pub(crate) fn base_of(assessment: &Assessment, target: &EditionId) -> BTreeSet<EditionId> {
    assessment.editions().into_iter().filter(|edition| *edition != target).cloned().collect()
}

impl<'a> Runs<'a> {
    pub(crate) fn new(case: Assessed<'a>, target: &EditionId) -> Self {
        let crosswalk = case.case.crosswalk;
        let hops = case.case.settings.max_hops;
        let base = base_of(case.assessment, target);
        let ground = crosswalk.ground(case.assessment);
        let finished = crosswalk.raised(&ground, &base, true);
        let complete = crosswalk.raised(&ground, &base, false);
        Self {
            case,
            base,
            stated: crosswalk.reach(&ground, hops),
            finished: crosswalk.reach(&finished, hops),
            complete: crosswalk.reach(&complete, hops),
            ground,
        }
    }

    /// The level of a requirement as stated; nothing where it does not apply.
    pub(super) fn level(&self, clause: &ClauseId) -> Option<Level> {
        self.stated.level(clause)
    }

    /// The clause whose statement holds for a requirement, such as a heading above it; itself where nothing is stated.
    pub(super) fn carrier<'c>(&self, clause: &'c ClauseId) -> &'c ClauseId
    where
        'a: 'c,
    {
        self.case.case.crosswalk.statement(clause, self.case.assessment).map_or(clause, |(carrier, _)| carrier)
    }

    /// Why a requirement that is at none is there.
    pub(super) fn absence(&self, clause: &ClauseId) -> Absence {
        let crosswalk = self.case.case.crosswalk;
        let own = crosswalk.statement(clause, self.case.assessment).map(|(_, statement)| statement.status);
        if matches!(own, Some(Status::Planned | Status::NotImplemented)) {
            return Absence::Stated;
        }
        let reaches = |reach: &Reach<'_, '_>| reach.level(clause).is_some_and(|level| level > Level::None);
        let named = |reach: &Reach<'a, 'a>, is_meant: &dyn Fn(&ClauseId) -> bool| -> Vec<ClauseId> {
            reach.origins(clause).into_iter().filter(|origin| is_meant(origin)).cloned().collect()
        };
        if reaches(&self.finished) {
            let is_unfinished = |origin: &ClauseId| matches!(crosswalk.standing(&self.ground, origin), Standing::Stated(level) if level < Level::Full);
            let mut carriers: Vec<ClauseId> = Vec::new();
            for unfinished in named(&self.finished, &is_unfinished) {
                let carrier = self.carrier(&unfinished);
                if !carriers.contains(carrier) {
                    carriers.push(carrier.clone());
                }
            }
            return Absence::Unfinished(carriers);
        }
        if reaches(&self.complete) {
            let is_unknown = |origin: &ClauseId| crosswalk.standing(&self.ground, origin) == Standing::Open;
            return Absence::Unknown(named(&self.complete, &is_unknown));
        }
        Absence::New
    }

    /// The run whose chain tells most about a requirement: the first in which it has a level.
    pub(crate) fn telling(&self, clause: &ClauseId) -> &Reach<'a, 'a> {
        let has_level = |reach: &&Reach<'a, 'a>| reach.level(clause).is_some_and(|level| level > Level::None);
        let is_stated = self.stated.standing(clause).is_some_and(|standing| standing != Standing::Open);
        if is_stated {
            return &self.stated;
        }
        [&self.stated, &self.finished, &self.complete].into_iter().find(has_level).unwrap_or(&self.stated)
    }
}
