//! What assessments say about one target, added up one by one.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Catalog, ClauseId, EditionId, TableId};
use crate::query::case::Case;
use crate::query::grouping::{self, TOTAL};
use crate::query::tally::Tally;

use super::distribution::Distribution;
use super::extremes::Extremes;
use super::kept::Kept;
use super::requirements::{ChapterCount, LevelCounts};
use super::roll_up::{GroupKey, Pool};
use super::standing::Standing;

/// What assessments say about one target.
#[derive(Debug, Clone)]
pub struct TargetOverview {
    /// The target.
    pub target: EditionId,
    /// All assessments together.
    pub pool: Pool,
    /// How their coverages are distributed; those to which nothing applies have none.
    pub distribution: Distribution,
    /// Its requirements, each with how many assessments have it at which level.
    pub requirements: Vec<LevelCounts>,
    /// Its chapters.
    pub chapters: Vec<ChapterCount>,
    /// The groups of assessments, by key and name.
    pub groups: BTreeMap<GroupKey, BTreeMap<String, Pool>>,
    /// The tables that levels depend on.
    pub tables: BTreeSet<TableId>,
    /// The first assessments that were added.
    pub(super) first: Vec<Kept>,
    /// The best and the lowest ones.
    pub(super) extremes: Extremes,
    /// How many assessments tables show.
    rows: usize,
}

impl TargetOverview {
    pub(super) fn new(case: Case<'_>, catalog: &Catalog, rows: usize) -> Self {
        let ids: Vec<&ClauseId> = case.crosswalk.requirements(&catalog.id).collect();
        let clauses = catalog.requirements().zip(&ids).filter(|(clause, _)| case.is_chosen(clause));
        let requirements: Vec<LevelCounts> =
            clauses.map(|(clause, id)| LevelCounts::new((*id).clone(), clause.title.clone())).collect();
        let places: BTreeMap<&ClauseId, usize> =
            requirements.iter().enumerate().map(|(at, count)| (&count.clause, at)).collect();
        let groups = grouping::groups(catalog, grouping::CHAPTER, case.crosswalk, &|clause| case.is_chosen(clause));
        let chapters = groups.into_iter().filter(|group| group.name != TOTAL).map(|group| ChapterCount {
            target: catalog.id.clone(),
            members: group.members.iter().filter_map(|member| places.get(member).copied()).collect(),
            number: group.name,
            title: group.title,
            tally: Tally::default(),
            lowest_in: 0,
        });
        let chapters = chapters.collect();
        Self {
            target: catalog.id.clone(),
            pool: Pool::default(),
            distribution: Distribution::default(),
            requirements,
            chapters,
            groups: BTreeMap::new(),
            tables: BTreeSet::new(),
            first: Vec::new(),
            extremes: Extremes::new(rows),
            rows,
        }
    }

    /// Adds the state of an assessment; its groups are those of `keys`.
    pub(super) fn add(&mut self, standing: &Standing, keys: &[GroupKey], weight: f64) {
        self.pool.add(standing, weight);
        for table in &standing.tables {
            if !self.tables.contains(table) {
                self.tables.insert(table.clone());
            }
        }
        for (count, level) in self.requirements.iter_mut().zip(&standing.levels) {
            count.add(*level);
        }
        let chapter = |chapter: &ChapterCount| {
            Tally::of(chapter.members.iter().map(|at| standing.levels.get(*at).copied().flatten()))
        };
        let chapters: Vec<Tally> = self.chapters.iter().map(chapter).collect();
        let lowest = chapters.iter().filter_map(|tally| tally.coverage(weight)).min_by(f64::total_cmp);
        for (count, tally) in self.chapters.iter_mut().zip(&chapters) {
            super::roll_up::add(&mut count.tally, tally);
            count.lowest_in += usize::from(lowest.is_some() && tally.coverage(weight) == lowest);
        }
        for key in keys {
            for value in key.values(&standing.respondent) {
                self.groups.entry(*key).or_default().entry(value.to_owned()).or_default().add(standing, weight);
            }
        }
        let mut keep = || Kept { standing: standing.as_counts(), chapters: chapters.clone() };
        if self.first.len() < self.rows {
            self.first.push(keep());
        }
        if let Some(share) = standing.tally.coverage(weight) {
            self.distribution.add(share);
            self.extremes.add(share, &mut keep);
        }
    }
}
