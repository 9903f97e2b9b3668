//! What a plan is.

use std::collections::BTreeSet;

use super::items::Item;
use super::names;
use super::stages::Stage;
use super::summary::TargetSummary;
use super::wins::Win;
use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::{ClauseId, EditionId, MethodId, PersonDays, TableId, WorkingDays};
use crate::query::case::Assessed;

/// The part of a plan that follows the steps of one method, or is grouped by type of work.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetPlan {
    /// The targets: several where their items hang on the steps of one method.
    pub targets: Vec<EditionId>,
    /// The method whose steps group its items; none if they are grouped by type of work.
    pub method: Option<MethodId>,
    /// The steps in their order.
    pub stages: Vec<Stage>,
    /// The base clauses that bring most for each target, best first.
    pub wins: Vec<Win>,
}

/// The plan for all targets: every task is in it once, under the steps of the method of one of its targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Plans {
    /// The steps with their tasks, by method: one part for each method, and one for all targets without any.
    pub plans: Vec<TargetPlan>,
    /// The coverage of each target and what is to be done for it, in the order of targets.
    pub summaries: Vec<TargetSummary>,
    /// How long it all takes.
    pub pace: Pace,
    /// On which day it starts, where that is known.
    pub start: Option<Date>,
    /// How much each task without an effort of its own is taken for, and how many there are.
    pub estimate: Option<(PersonDays, usize)>,
    /// What is stated otherwise than it follows.
    pub findings: Vec<Diagnostic>,
    /// The tables that levels depend on.
    pub tables: BTreeSet<TableId>,
}

/// What is to be said about the time that a plan takes, besides the dates of each task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pace {
    /// How many working days everything takes that has an effort.
    pub length: WorkingDays,
    /// The owners of tasks with an effort without a stated capacity; nothing represents tasks without an owner.
    pub without_capacity: BTreeSet<Option<String>>,
    /// The names under `capacity` that own nothing here.
    pub unused_capacities: Vec<String>,
    /// What should come before what, and does not, since the steps or other tasks say otherwise.
    pub conflicts: Vec<(ClauseId, ClauseId)>,
}

impl Plans {
    /// All tasks, in the order of steps.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.plans.iter().flat_map(TargetPlan::items)
    }
}

impl TargetPlan {
    /// What people call its targets.
    pub(super) fn name(&self, case: Assessed<'_>) -> String {
        self.targets.iter().map(|target| names::edition(case, target)).collect::<Vec<_>>().join(", ")
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
}
