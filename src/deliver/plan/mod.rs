//! The work to be done, in order.

mod items;
mod lead;
mod merge;
mod method;
mod parts;
mod plans;
mod schedule;
mod stages;
mod wins;

pub use items::Item;
pub(super) use items::base_item;
pub(super) use lead::sentences;
pub(super) use parts::items_table;
pub use plans::{Plans, TargetPlan};
pub use stages::Stage;
pub use wins::Win;
use wins::WinSearch;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::Refusal;
use crate::model::{ClauseId, EditionId, Method, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::gap::{Gap, Gaps};
use crate::query::scenarios::AllScenarios;
use crate::query::words::joined;
use crate::report::{ANSWER, Document, Part};

/// The work to be done, in the order of a method: steps, quick wins, effort, deadlines
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk plan examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk plan assessment.yaml --method ims-roadmap --format markdown --output plan.md
  xwalk plan assessment.yaml --format csv      (opens in issue trackers: title, description, due_date, …)
  xwalk plan assessment.yaml --format mermaid --start 2027-01-11
  xwalk plan assessment.yaml --output plan.ics

Effort in person-days is taken from `effort` of a clause, else from `effort: { extend: 2, verify: 0.5, … }` of the
assessment; where neither says anything it is unknown, and counted as such.")]
pub struct Plan {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
    /// The method whose steps the work is hung on [default: the one that is for the target, or that names clauses of it and of other targets; else by kind of work]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
    /// The day on which the work starts [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::settings::day)]
    pub start: Option<Date>,
    /// How many quick wins to look for: base clauses that, put in place, close most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub wins: usize,
}

/// What is to be done for targets that one method puts in place.
struct Project<'a> {
    method: Option<&'a Method>,
    targets: Vec<&'a EditionId>,
    /// The items of each target.
    items: Vec<Vec<Item>>,
    wins: Vec<Win>,
}

impl<'a> Project<'a> {
    fn add(&mut self, target: &'a EditionId, items: Vec<Item>, wins: Vec<Win>) {
        self.targets.push(target);
        self.items.push(items);
        self.wins.extend(wins);
    }

    /// Its items on the steps of its method; base clauses that are `listed` are items of other plans.
    fn planned(self, case: Assessed<'_>, listed: &mut BTreeSet<ClauseId>) -> TargetPlan {
        let mut items = merge::merged(case, self.items);
        items.retain(|item| !item.is_base || !listed.contains(&item.clause));
        listed.extend(items.iter().map(|item| item.clause.clone()));
        let progress = self.method.and_then(|method| case.assessment.progress.get(&method.id));
        TargetPlan {
            targets: self.targets.into_iter().cloned().collect(),
            method: self.method.map(|method| method.id.clone()),
            stages: stages::stages(self.method, items, case.case.crosswalk, progress),
            wins: self.wins,
        }
    }
}

impl Plan {
    /// Answers for every target. A base clause that several targets wait for is an item of the first.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Plans, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&case.targets(self.target.as_deref())?, &all);
        let plans = self.of(&all, &gaps)?;
        Ok(Plans { findings: gaps.findings, ..plans })
    }

    /// The same for a gap analysis that is there already, which tells its findings itself.
    pub(super) fn of(&self, all: &AllScenarios<'_>, gaps: &Gaps) -> Result<Plans, Refusal> {
        let case = all.case;
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let mut projects: Vec<Project<'_>> = Vec::new();
        for (target, rows) in gaps.by_target() {
            let method = method::method(self.method.as_deref(), target, &targets, case.case.library)?;
            let search = WinSearch::new(all, target);
            let items = items::items(case, target, rows, &search);
            let wins = search.wins(self.wins);
            let is_same = |project: &&mut Project<'_>| method.is_some_and(|method| project.method == Some(method));
            match projects.iter_mut().find(is_same) {
                Some(project) => project.add(target, items, wins),
                None => projects.push(Project { method, targets: vec![target], items: vec![items], wins }),
            }
        }
        let mut listed: BTreeSet<ClauseId> = BTreeSet::new();
        let plans = projects.into_iter().map(|project| project.planned(case, &mut listed)).collect();
        let tables = gaps.rows.iter().flat_map(|row| row.tables.iter().cloned()).collect();
        Ok(Plans { plans, findings: Vec::new(), tables })
    }
}

impl AssessedQuestion for Plan {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let plans = self.ask(case)?;
        let tables: BTreeSet<&TableId> = plans.tables.iter().collect();
        let mut parts = self.parts(case, &plans);
        parts.push(Part::Table(items_table(&plans, ANSWER)));
        let mut lead: Vec<String> = plans.plans.iter().flat_map(|plan| sentences(case, plan)).collect();
        lead.extend(case.case.care(&tables));
        let targets: Vec<&EditionId> = plans.plans.iter().flat_map(|plan| &plan.targets).collect();
        let names = joined(&targets, ", ");
        Ok(Document {
            command: "plan",
            title: format!("Plan of {} for {names}", case.assessment.organization),
            lead,
            parts,
            basis: case.basis(targets, tables),
            findings: plans.findings,
        })
    }
}

impl Plan {
    /// The parts that people read: quick wins, steps, items, and the schedule of all plans.
    pub(super) fn parts(&self, case: Assessed<'_>, plans: &Plans) -> Vec<Part> {
        parts::parts(case, plans, self.start)
    }
}
