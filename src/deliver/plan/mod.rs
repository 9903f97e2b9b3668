//! The work to be done, in order.

mod baseline;
mod bounds;
mod budget;
mod headings;
mod items;
mod joint;
mod lead;
mod merge;
mod method;
mod names;
mod network;
mod parts;
mod plans;
mod schedule;
mod stages;
mod summary;
mod timetable;
mod timing;
mod wins;

pub use baseline::{PlanBaseline, TaskChange, TaskProgress};
pub use budget::{Budget, BudgetTask};
pub(super) use headings::sentences as not_shared_out;
pub use items::{Item, TaskTiming};
pub(super) use items::{base_item, sort_by_place};
pub(super) use lead::{of_all_targets, sentences};
pub(super) use parts::{STEPS, items_table};
pub use plans::{Pace, Plans, TargetPlan};
pub use stages::Stage;
pub use summary::TargetSummary;
pub(super) use timetable::TIMETABLE;
pub use wins::Win;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::{Assessment, Catalog, EditionId, Method, PersonDays, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::effects::Effects;
use crate::query::gap::{Gap, Gaps};
use crate::query::scenarios::AllScenarios;
use crate::report::{ANSWER, Document, Part};
use wins::WinSearch;

/// Plans the work for all targets: tasks in the order of a method, quick wins, effort, critical path, finish date
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk plan examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk plan assessment.yaml --method ims-roadmap --format markdown --output plan.md
  xwalk plan assessment.yaml --format csv      (opens in issue trackers: title, description, due_date, …)
  xwalk plan assessment.yaml --format mermaid --start 2027-01-11
  xwalk plan assessment.yaml --output plan.ics
  xwalk plan assessment.yaml --target 27001:2022 --target 9001:2015 --budget 40
  xwalk plan assessment.yaml --baseline last-quarter.json

All targets have one plan: work that serves several of them is one task. Effort in person-days is taken from `effort` of a
clause, else from `effort: { extend: 2, verify: 0.5, … }` of the assessment, else from --default-effort; where none of them
says anything the task is not estimated. `capacity: { Ann: 2.5, unassigned: 5 }` of the assessment gives the person-days a
week of owners, `days-off: [2026-12-24]` the days without work beside weekends. Without --start and a date of the
assessment, days are counted from day 1.")]
pub struct Plan {
    /// A target edition, by id or alias; several give one plan [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Vec<String>,
    /// The method whose steps group the tasks [default: the one for the target, or one that names clauses of it and of
    /// other targets; else by type of work]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
    /// The day on which the work starts [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::settings::day)]
    pub start: Option<Date>,
    /// How many quick wins to find: base clauses whose implementation completes most requirements
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = crate::query::settings::count)]
    pub wins: usize,
    /// The effort, in person-days, of every task without an estimate; else it is listed as not estimated and takes no
    /// time
    #[arg(long, value_name = "DAYS", value_parser = person_days)]
    pub default_effort: Option<PersonDays>,
    /// Show which tasks improve the coverage most within so many person-days
    #[arg(long, value_name = "DAYS", value_parser = person_days)]
    pub budget: Option<PersonDays>,
}

/// Reads an amount of work as files write it.
fn person_days(text: &str) -> Result<PersonDays, String> {
    PersonDays::parse(text)
        .ok_or_else(|| "a number from 0 to 100000 with at most two decimal places, such as 2.5".to_owned())
}

/// What is to be done for targets that one method implements, or for those without any.
struct Project<'a> {
    method: Option<&'a Method>,
    targets: Vec<&'a EditionId>,
    wins: Vec<Win>,
    items: Vec<Item>,
}

impl Project<'_> {
    /// Its items on the steps of its method.
    fn planned(self, case: Assessed<'_>) -> TargetPlan {
        let progress = self.method.and_then(|method| case.assessment.progress.get(&method.id));
        TargetPlan {
            targets: self.targets.into_iter().cloned().collect(),
            method: self.method.map(|method| method.id.clone()),
            stages: stages::stages(self.method, self.items, case.case.crosswalk, progress),
            wins: self.wins,
        }
    }
}

impl Plan {
    /// Answers for all targets together.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Plans, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&self.catalogs(case)?, &all);
        let plans = self.of(&all, &gaps)?;
        Ok(Plans { findings: gaps.findings, ..plans })
    }

    /// The targets, each once.
    fn catalogs<'a>(&self, case: Assessed<'a>) -> Result<Vec<&'a Catalog>, Refusal> {
        case.targets(&self.target)
    }

    /// The ids of the targets, each once.
    pub fn target_ids(&self, case: Assessed<'_>) -> Result<Vec<String>, Refusal> {
        Ok(self.catalogs(case)?.into_iter().map(|catalog| catalog.id.to_string()).collect())
    }

    /// The same for an existing gap analysis, which reports its findings itself.
    pub(super) fn of(&self, all: &AllScenarios<'_>, gaps: &Gaps) -> Result<Plans, Refusal> {
        let case = all.case;
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let mut projects: Vec<Project<'_>> = Vec::new();
        let mut of_targets: Vec<Vec<Item>> = Vec::new();
        for (target, rows) in gaps.by_target() {
            let method = method::method(self.method.as_deref(), target, &targets, case.case.library)?;
            let search = WinSearch::new(all, target);
            of_targets.push(items::items(case, target, rows, &search));
            let wins = search.wins(self.wins);
            match projects.iter_mut().find(|project| project.method == method) {
                Some(project) => {
                    project.targets.push(target);
                    project.wins.extend(wins);
                }
                None => projects.push(Project { method, targets: vec![target], wins, items: Vec::new() }),
            }
        }
        let mut effects = Effects::new(all, &targets);
        let mut items = merge::merged(case, of_targets);
        headings::give_to_the_only_requirement(case, &mut items);
        let mut items = joint::joined(case, items, &mut effects);
        let estimate = self.default_effort.map(|effort| (effort, estimated(&mut items, effort)));
        let summaries = summary::summaries(case, &items, &mut effects);
        for item in items {
            let is_of =
                |project: &&mut Project<'_>| project.targets.iter().any(|target| item.target.as_ref() == Some(target));
            projects.iter_mut().find(is_of).into_iter().for_each(|project| project.items.push(item.clone()));
        }
        let mut plans: Vec<TargetPlan> = projects.into_iter().map(|project| project.planned(case)).collect();
        let pace = timing::place(case, &mut plans);
        let tables = gaps.rows.iter().flat_map(|row| row.tables.iter().cloned()).collect();
        let start = self.start.or(case.assessment.date);
        bounds::refuse_too_long(case, &plans, start, pace.length)?;
        Ok(Plans { plans, summaries, pace, start, estimate, findings: Vec::new(), tables })
    }

    /// Answers, and shows what has changed since an earlier plan.
    pub fn document_since(&self, case: Assessed<'_>, baseline: Option<&PlanBaseline>) -> Result<Document, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&self.catalogs(case)?, &all);
        let plans = self.of(&all, &gaps)?;
        let tables: BTreeSet<&TableId> = plans.tables.iter().collect();
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let mut lead: Vec<Phrase> = plans.plans.iter().flat_map(|plan| sentences(case, plan)).collect();
        lead.extend(of_all_targets(&plans));
        lead.extend(headings::sentences(case, &plans));
        lead.extend(timetable::sentences(case, &plans));
        let mut parts = Vec::new();
        if let Some(baseline) = baseline {
            let progress = baseline.compare(&all, &plans);
            lead.extend(baseline::sentences(&progress));
            parts.push(Part::Table(baseline::table(case, &progress)));
        }
        if let Some(days) = self.budget {
            let budget = budget::choose(&all, &plans, days);
            lead.extend(budget::sentences(case, &budget));
            parts.push(Part::Table(budget::table(case, &budget)));
        }
        parts.extend(self.parts(case, &plans));
        parts.push(Part::Table(items_table(case, &plans, ANSWER)));
        lead.extend(case.case.care(&tables));
        let names = targets.iter().map(|target| names::edition(case, target)).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "plan",
            title: say!("plan-title", organization = &case.assessment.organization, editions = names),
            lead,
            parts,
            basis: case.basis(targets, tables),
            findings: gaps.findings,
        })
    }

    /// What to do first if there are only so many days.
    pub fn budgeted(&self, case: Assessed<'_>, days: PersonDays) -> Result<Budget, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&self.catalogs(case)?, &all);
        Ok(budget::choose(&all, &self.of(&all, &gaps)?, days))
    }

    /// What has changed since an earlier plan.
    pub fn progress_since(&self, case: Assessed<'_>, baseline: &PlanBaseline) -> Result<Vec<TaskProgress>, Refusal> {
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&self.catalogs(case)?, &all);
        Ok(baseline.compare(&all, &self.of(&all, &gaps)?))
    }

    /// The parts that people read: what the plan is to each target, quick wins, steps with their tasks, and all of it in time.
    pub(super) fn parts(&self, case: Assessed<'_>, plans: &Plans) -> Vec<Part> {
        parts::parts(case, plans)
    }
}

/// Takes each task without an effort for so much work; how many there are.
fn estimated(items: &mut [Item], effort: PersonDays) -> usize {
    let unknown = items.iter_mut().filter(|item| item.effort.is_none());
    unknown.map(|item| (item.effort, item.is_stated) = (Some(effort), false)).count()
}

impl AssessedQuestion for Plan {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        self.document_since(case, None)
    }

    fn hint(&self, assessment: &Assessment) -> Option<String> {
        let is_dated = self.start.or(assessment.date).is_some();
        (!is_dated).then(|| {
            "the plan has no start date, so days are counted: add --start DATE, or `date` to the assessment".to_owned()
        })
    }
}
