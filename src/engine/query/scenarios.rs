//! Three what-if scenarios that explain why a requirement of a target is at its level.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use crate::crosswalk::{Assumption, Assumptions, Inference, Level};
use crate::diagnostic::Diagnostic;
use crate::model::{ClauseId, EditionId, Status};
use crate::query::case::Assessed;
use crate::query::{finding, lifecycle};

/// What targets share of their scenarios, so that each run is made once.
pub struct AllScenarios<'a> {
    /// The assessment, and what it is asked against.
    pub case: Assessed<'a>,
    /// What the assessment states.
    pub assumptions: Rc<Assumptions>,
    /// What follows from it.
    pub as_stated: Rc<Inference<'a, 'a>>,
    /// The editions on which the assessment states something.
    stated: BTreeSet<EditionId>,
    /// The scenarios made last, by the edition that their base leaves out.
    made: RefCell<VecDeque<(Option<EditionId>, Rc<Scenarios<'a>>)>>,
}

/// A as stated, B with every stated base requirement at full, C with every base requirement at full.
pub struct Scenarios<'a> {
    /// What is asked about.
    pub case: Assessed<'a>,
    /// The editions on which the assessment states something, the target excepted.
    pub(crate) base: BTreeSet<EditionId>,
    /// What the assessment states.
    pub assumptions: Rc<Assumptions>,
    /// What follows from the assessment as it is stated.
    pub as_stated: Rc<Inference<'a, 'a>>,
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

impl<'a> AllScenarios<'a> {
    /// How many are kept: those of many targets on which something is stated would fill the memory.
    const KEPT: usize = 8;

    /// Those of an assessment, of which the first is made at once.
    pub fn new(case: Assessed<'a>) -> Self {
        let crosswalk = case.case.crosswalk;
        let assumptions = crosswalk.assumptions(case.assessment);
        Self {
            case,
            as_stated: Rc::new(crosswalk.infer(&assumptions, case.case.settings.max_hops)),
            assumptions: Rc::new(assumptions),
            stated: case.assessment.editions().into_iter().cloned().collect(),
            made: RefCell::default(),
        }
    }

    /// The scenarios of a target: those of all targets on which nothing is stated are the same.
    pub fn of(&self, target: &EditionId) -> Rc<Scenarios<'a>> {
        let left_out = self.stated.contains(target).then(|| target.clone());
        if let Some((_, scenarios)) = self.made.borrow().iter().find(|(known, _)| *known == left_out) {
            return Rc::clone(scenarios);
        }
        let crosswalk = self.case.case.crosswalk;
        let hops = self.case.case.settings.max_hops;
        let base = self.base_of(target);
        let [finished, complete] =
            [true, false].map(|only_stated| crosswalk.assuming_full(&self.assumptions, &base, only_stated));
        let scenarios = Rc::new(Scenarios {
            case: self.case,
            base,
            assumptions: Rc::clone(&self.assumptions),
            as_stated: Rc::clone(&self.as_stated),
            stated_in_place: crosswalk.infer_targets(&finished, hops),
            base_in_place: crosswalk.infer_targets(&complete, hops),
        });
        let mut made = self.made.borrow_mut();
        made.truncate(Self::KEPT - 1);
        made.push_front((left_out, Rc::clone(&scenarios)));
        scenarios
    }

    /// The editions on which the assessment states something, a target excepted.
    pub fn base_of(&self, target: &EditionId) -> BTreeSet<EditionId> {
        self.stated.iter().filter(|edition| *edition != target).cloned().collect()
    }

    /// What is stated otherwise than it follows, and what was stated before an amendment.
    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        let mut findings = finding::findings(self.case, &self.assumptions, &self.as_stated);
        findings.extend(lifecycle::assessed_before_amendments(self.case));
        findings
    }
}

impl<'a> Scenarios<'a> {
    /// The level of a requirement as stated; nothing where it does not apply.
    pub(super) fn level(&self, clause: &ClauseId) -> Option<Level> {
        self.as_stated.level(clause)
    }

    /// The clause whose statement holds for a requirement, such as a heading above it; itself if nothing is stated.
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
            let (mut carriers, mut seen) = (Vec::new(), BTreeSet::new());
            for unfinished in named(&self.stated_in_place, &is_unfinished) {
                let carrier = self.statement_clause(&unfinished);
                if seen.insert(carrier.clone()) {
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
    pub fn most_informative(&self, clause: &ClauseId) -> &Inference<'a, 'a> {
        let has_level =
            |inference: &&Inference<'a, 'a>| inference.level(clause).is_some_and(|level| level > Level::None);
        let is_stated = self.as_stated.assumption(clause).is_some_and(|assumption| assumption != Assumption::Open);
        if is_stated {
            return &self.as_stated;
        }
        [&*self.as_stated, &self.stated_in_place, &self.base_in_place]
            .into_iter()
            .find(has_level)
            .unwrap_or(&self.as_stated)
    }
}
