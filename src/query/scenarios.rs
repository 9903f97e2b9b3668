//! Three what-if scenarios that explain why a requirement of a target is at its level.

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Assumptions, Inference, Level};
use crate::model::{Assessment, ClauseId, EditionId, Status};
use crate::query::case::Assessed;

/// A as stated, B with every stated base requirement at full, C with every base requirement at full.
pub(crate) struct Scenarios<'a> {
    pub(super) case: Assessed<'a>,
    /// The editions of which the assessment states something, the target excepted.
    pub(super) base: BTreeSet<EditionId>,
    pub(super) assumptions: Assumptions,
    pub(super) as_stated: Inference<'a, 'a>,
    pub(super) stated_in_place: Inference<'a, 'a>,
    pub(super) base_in_place: Inference<'a, 'a>,
}

/// Why a requirement has no level, and which base clauses would give it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum GapCause {
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

impl<'a> Scenarios<'a> {
    pub(crate) fn new(case: Assessed<'a>, target: &EditionId) -> Self {
        let crosswalk = case.case.crosswalk;
        let hops = case.case.settings.max_hops;
        let base = base_of(case.assessment, target);
        let assumptions = crosswalk.assumptions(case.assessment);
        let finished = crosswalk.assuming_full(&assumptions, &base, true);
        let complete = crosswalk.assuming_full(&assumptions, &base, false);
        Self {
            case,
            base,
            as_stated: crosswalk.infer(&assumptions, hops),
            stated_in_place: crosswalk.infer(&finished, hops),
            base_in_place: crosswalk.infer(&complete, hops),
            assumptions,
        }
    }

    /// The level of a requirement as stated; nothing where it does not apply.
    pub(super) fn level(&self, clause: &ClauseId) -> Option<Level> {
        self.as_stated.level(clause)
    }

    /// The clause whose statement holds for a requirement, such as a heading above it; itself where nothing is stated.
    pub(super) fn statement_clause<'c>(&self, clause: &'c ClauseId) -> &'c ClauseId
    where
        'a: 'c,
    {
        self.case.case.crosswalk.statement(clause, self.case.assessment).map_or(clause, |(carrier, _)| carrier)
    }

    /// Why a requirement that is at none is there.
    pub(super) fn gap_cause(&self, clause: &ClauseId) -> GapCause {
        let crosswalk = self.case.case.crosswalk;
        let own = crosswalk.statement(clause, self.case.assessment).map(|(_, statement)| statement.status);
        if matches!(own, Some(Status::Planned | Status::NotImplemented)) {
            return GapCause::Stated;
        }
        let reaches = |inference: &Inference<'_, '_>| inference.level(clause).is_some_and(|level| level > Level::None);
        let named = |inference: &Inference<'a, 'a>, is_meant: &dyn Fn(&ClauseId) -> bool| -> Vec<ClauseId> {
            inference.origins(clause).into_iter().filter(|origin| is_meant(origin)).cloned().collect()
        };
        if reaches(&self.stated_in_place) {
            let is_unfinished = |origin: &ClauseId| matches!(crosswalk.assumption(&self.assumptions, origin), Assumption::Stated(level) if level < Level::Full);
            let mut carriers: Vec<ClauseId> = Vec::new();
            for unfinished in named(&self.stated_in_place, &is_unfinished) {
                let carrier = self.statement_clause(&unfinished);
                if !carriers.contains(carrier) {
                    carriers.push(carrier.clone());
                }
            }
            return GapCause::Unfinished(carriers);
        }
        if reaches(&self.base_in_place) {
            let is_unknown = |origin: &ClauseId| crosswalk.assumption(&self.assumptions, origin) == Assumption::Open;
            return GapCause::Unknown(named(&self.base_in_place, &is_unknown));
        }
        GapCause::New
    }

    /// The scenario that explains a requirement: the first in which it has a level.
    pub(crate) fn most_informative(&self, clause: &ClauseId) -> &Inference<'a, 'a> {
        let has_level =
            |inference: &&Inference<'a, 'a>| inference.level(clause).is_some_and(|level| level > Level::None);
        let is_stated = self.as_stated.assumption(clause).is_some_and(|assumption| assumption != Assumption::Open);
        if is_stated {
            return &self.as_stated;
        }
        [&self.as_stated, &self.stated_in_place, &self.base_in_place]
            .into_iter()
            .find(has_level)
            .unwrap_or(&self.as_stated)
    }
}
