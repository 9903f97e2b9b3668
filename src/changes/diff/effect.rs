//! What a changed assessment means for a target.

use crate::crosswalk::Level;
use crate::model::{Catalog, ClauseId, EditionId, TableId};
use crate::query::gap::{self, Action, GapRow};
use crate::query::progress::Progress;
use crate::query::scenarios::AllScenarios;
use crate::query::tally::Tally;
use crate::source::Text;

/// A target before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetChange {
    /// The target.
    pub target: EditionId,
    /// Its count before.
    pub before: Tally,
    /// Its count after.
    pub after: Tally,
    /// The requirements that changed, in catalog order.
    pub requirements: Vec<RequirementChange>,
    /// The tables that either count depends on.
    pub(super) tables: Vec<TableId>,
}

/// A requirement of which the level or the action is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementChange {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// Level and action before; none where it did not apply.
    pub before: Option<(Level, Action)>,
    /// Level and action after; none where it does not apply.
    pub after: Option<(Level, Action)>,
}

impl RequirementChange {
    /// What happened to it, by its level: it is complete where it is covered in full.
    pub fn progress(&self) -> Progress {
        let level = |stands: Option<(Level, Action)>| stands.map(|(level, _)| level);
        Progress::of_levels(level(self.before), level(self.after))
    }
}

impl TargetChange {
    pub(super) fn of(before: &AllScenarios<'_>, after: &AllScenarios<'_>, target: &Catalog) -> Self {
        let crosswalk = after.case.case.crosswalk;
        let runs = [before.of(&target.id), after.of(&target.id)];
        let mut change = Self {
            target: target.id.clone(),
            before: Tally::default(),
            after: Tally::default(),
            requirements: Vec::new(),
            tables: Vec::new(),
        };
        let mut levels = [Vec::new(), Vec::new()];
        for (clause, found) in crosswalk.requirements(&target.id).zip(target.requirements()) {
            let rows = [0, 1].map(|at| gap::row(&runs[at], clause));
            for (levels, row) in levels.iter_mut().zip(&rows) {
                levels.push(row.as_ref().map(|row| row.level));
                change.tables.extend(row.iter().flat_map(|row| row.tables.iter().cloned()));
            }
            let stands = |row: &Option<GapRow>| row.as_ref().map(|row| (row.level, row.action));
            let [before, after] = [stands(&rows[0]), stands(&rows[1])];
            if before != after {
                change.requirements.push(RequirementChange {
                    clause: clause.clone(),
                    title: found.title.clone(),
                    before,
                    after,
                });
            }
        }
        let [before, after] = levels;
        change.before = Tally::of(before);
        change.after = Tally::of(after);
        change.tables.sort_unstable();
        change.tables.dedup();
        change
    }
}
