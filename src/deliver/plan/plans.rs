//! What a plan is.

use std::collections::BTreeSet;

use super::items::Item;
use super::stages::Stage;
use super::wins::Win;
use crate::diagnostic::Diagnostic;
use crate::model::{EditionId, MethodId, PersonDays, TableId};
use crate::query::words::joined;

/// The plan for a target, or for several that one method puts in place.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPlan {
    /// The targets: several where their items hang on the steps of one method.
    pub targets: Vec<EditionId>,
    /// The method whose steps its items hang on; none where they stand by kind of work.
    pub method: Option<MethodId>,
    /// The steps in their order.
    pub stages: Vec<Stage>,
    /// The base clauses that bring most for each target, best first.
    pub wins: Vec<Win>,
}

/// The plans for all targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Plans {
    /// One for each target, or for all targets of one method.
    pub plans: Vec<TargetPlan>,
    /// What is stated otherwise than it follows.
    pub findings: Vec<Diagnostic>,
    /// The tables that levels rest on.
    pub tables: BTreeSet<TableId>,
}

impl TargetPlan {
    /// What people call its targets.
    pub(super) fn name(&self) -> String {
        joined(&self.targets, ", ")
    }

    /// All items, in the order of steps.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.stages.iter().flat_map(|stage| &stage.items)
    }

    /// How much work it is, as far as that is stated.
    pub fn effort(&self) -> PersonDays {
        self.stages.iter().map(|stage| stage.effort).sum()
    }

    /// How many items have no effort.
    pub fn without_effort(&self) -> usize {
        self.stages.iter().map(|stage| stage.without_effort).sum()
    }

    /// How much work lies on the longest way, as far as that is stated.
    pub fn critical_path(&self) -> PersonDays {
        self.stages.iter().map(|stage| stage.earliest_start + stage.effort).max().unwrap_or_default()
    }
}
