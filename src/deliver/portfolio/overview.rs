//! The answers to assessments, added up in the order in which they come.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::EditionId;
use crate::query::case::Case;
use crate::source::Sources;

use super::answering::{Answer, PortfolioCase};
use super::roll_up::GroupKey;
use super::target::TargetOverview;

/// With more groups of one key than these, assessments are not rolled up by it: the memory that takes would grow with them.
pub const MOST_GROUPS: usize = 2_000;

/// What many assessments say together. It keeps none of them.
pub struct Overview<'l> {
    pub(super) portfolio: &'l PortfolioCase<'l>,
    /// How many assessments were added.
    pub assessments: usize,
    /// The targets, in the order in which they came up.
    pub targets: Vec<TargetOverview>,
    /// By what assessments are summarized.
    pub(super) keys: Vec<GroupKey>,
    /// By what they are not, since there are too many groups.
    pub(super) abandoned: BTreeSet<GroupKey>,
    places: BTreeMap<EditionId, usize>,
}

impl<'l> Overview<'l> {
    /// Nothing yet.
    pub fn new(portfolio: &'l PortfolioCase<'l>) -> Self {
        let asked = &portfolio.question().by;
        let is_asked = |key: &GroupKey| asked.is_empty() || asked.contains(key);
        Self {
            portfolio,
            assessments: 0,
            targets: Vec::new(),
            keys: GroupKey::ALL.into_iter().filter(is_asked).collect(),
            abandoned: BTreeSet::new(),
            places: BTreeMap::new(),
        }
    }

    /// Adds what is said about one assessment.
    pub fn add(&mut self, answer: &Answer) {
        self.assessments += 1;
        let weight = self.portfolio.settings().partial_weight;
        for standing in &answer.standings {
            let place = match self.places.get(&standing.target) {
                Some(place) => *place,
                None => {
                    let Some(target) = self.begin(&standing.target) else { continue };
                    self.places.insert(standing.target.clone(), self.targets.len());
                    self.targets.push(target);
                    self.targets.len() - 1
                }
            };
            let target = &mut self.targets[place];
            target.add(standing, &self.keys, weight);
            let is_too_much = |key: &GroupKey| target.groups.get(key).is_some_and(|groups| groups.len() > MOST_GROUPS);
            self.abandoned.extend(self.keys.iter().copied().filter(is_too_much));
        }
        if !self.abandoned.is_empty() {
            let abandoned = &self.abandoned;
            self.keys.retain(|key| !abandoned.contains(key));
            for target in &mut self.targets {
                target.groups.retain(|key, _| !abandoned.contains(key));
            }
        }
    }

    fn begin(&self, edition: &EditionId) -> Option<TargetOverview> {
        let catalog = self.portfolio.library().catalog(edition)?;
        let crosswalk = self.portfolio.crosswalk(&[catalog]);
        let case = Case {
            sources: &Sources::default(),
            library: self.portfolio.library(),
            crosswalk: &crosswalk,
            settings: self.portfolio.settings(),
        };
        Some(TargetOverview::new(case, catalog, self.portfolio.question().rows))
    }
}
