//! The plan in time.

use std::collections::BTreeMap;

use super::items::Item;
use super::names;
use super::plans::{Plans, TargetPlan};
use super::stages::{self, Stage};
use super::timetable;
use crate::language::{Phrase, say};
use crate::model::ClauseId;
use crate::query::case::Assessed;
use crate::query::words::joined;
use crate::report::{Deadline, Schedule, Task};

/// The tasks of the plan by the steps to which they belong, a step without any as one of its own, and the days by which
/// tasks are due.
pub(super) fn schedule(case: Assessed<'_>, plans: &Plans) -> Schedule {
    let mut tasks: Vec<Task> = Vec::new();
    for plan in &plans.plans {
        for stage in &plan.stages {
            let section = section(case, plans, plan, stage);
            if stage.items.is_empty() {
                tasks.push(step(plan, stage, section));
                continue;
            }
            tasks.extend(stage.items.iter().map(|item| task(case, plans, item, section.clone())));
        }
    }
    let places: BTreeMap<String, usize> = tasks.iter().enumerate().map(|(at, task)| (task.id.clone(), at)).collect();
    for item in plans.items() {
        let place = |clause: &ClauseId| places.get(&clause.to_string()).copied();
        if let Some(at) = place(&item.clause) {
            tasks[at].after = item.prerequisites.iter().filter_map(place).collect();
        }
    }
    let mut due: Vec<&Item> = plans.items().filter(|item| item.due.is_some()).collect();
    due.sort_by_key(|item| (item.due, case.case.library.place(&item.clause)));
    let deadlines: Vec<Deadline> = due
        .into_iter()
        .filter_map(|item| {
            Some(Deadline {
                id: item.clause.to_string(),
                day: item.due?,
                title: item.headline(&names::clause(case, &item.clause)),
                owner: item.owner.as_ref().map(ToString::to_string),
                text: say!("plan-deadline", clause = names::clause(case, &item.clause), task = &item.task),
                category: item.action.into(),
                is_missed: timetable::is_late(case, plans, item) == Some(true),
            })
        })
        .collect();
    Schedule {
        title: say!("plan-of", organization = &case.assessment.organization),
        start: plans.start,
        calendar: case.assessment.calendar.clone(),
        tasks,
        deadlines,
    }
}

/// The step with its phase and how far it has come, and with the targets if there are several parts.
fn section(case: Assessed<'_>, plans: &Plans, plan: &TargetPlan, stage: &Stage) -> Phrase {
    let step = match &stage.step.phase {
        Some(phase) => say!("plan-section", of = phase, part = stage.name()),
        None => stage.name(),
    };
    let of_step = match &stage.progress {
        Some(progress) => say!("plan-section-state", section = step, state = stages::state(progress.state)),
        None => step,
    };
    match plans.plans.len() {
        1 => of_step,
        _ => say!("plan-section", of = plan.name(case), part = of_step),
    }
}

fn task(case: Assessed<'_>, plans: &Plans, item: &Item, section: Phrase) -> Task {
    Task {
        id: item.clause.to_string(),
        title: format!("{} {}", names::clause(case, &item.clause), item.title).into(),
        section,
        after: Vec::new(),
        effort: item.effort,
        begin: item.timing.start,
        end: item.timing.finish,
        owner: item.owner.as_ref().map(ToString::to_string),
        is_empty_step: false,
        is_critical: item.timing.is_critical,
        is_late: timetable::is_late(case, plans, item) == Some(true),
        state: None,
    }
}

fn step(plan: &TargetPlan, stage: &Stage, section: Phrase) -> Task {
    Task {
        id: format!("{}/{}", joined(&plan.targets, "+"), stage.step.id),
        title: stage.name(),
        section,
        after: Vec::new(),
        effort: None,
        begin: stage.start,
        end: stage.start,
        owner: None,
        is_empty_step: true,
        is_critical: false,
        is_late: false,
        state: stage.progress.as_ref().map(|progress| progress.state),
    }
}
