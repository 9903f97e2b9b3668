//! The plans in time.

use jiff::civil::Date;

use super::plans::{Plans, TargetPlan};
use super::stages::Stage;
use crate::query::case::Assessed;
use crate::query::words::joined;
use crate::report::{Deadline, Schedule, Task};

/// The steps of all plans, and the days by which their items are due.
pub(super) fn schedule(case: Assessed<'_>, plans: &Plans, start: Option<Date>) -> Schedule {
    let mut tasks: Vec<Task> = Vec::new();
    for plan in &plans.plans {
        let first = tasks.len();
        for stage in &plan.stages {
            let is_before = |other: &&Stage| stage.step.after.contains(&other.step.id);
            let after = plan.stages.iter().enumerate().filter(|(_, other)| is_before(other)).map(|(at, _)| first + at);
            tasks.push(Task {
                id: format!("{}/{}", joined(&plan.targets, "+"), stage.step.id),
                title: stage.name(),
                section: match (&stage.step.phase, plans.plans.len()) {
                    (Some(phase), 1) => phase.to_string(),
                    (Some(phase), _) => format!("{}: {phase}", plan.name()),
                    (None, _) => plan.name(),
                },
                after: after.collect(),
                effort: (stage.items.len() > stage.without_effort).then_some(stage.effort),
                earliest_start: stage.earliest_start,
                items: stage.items.len(),
                is_critical: stage.is_critical,
                state: stage.progress.as_ref().map(|progress| progress.state),
            });
        }
    }
    let items = plans.plans.iter().flat_map(TargetPlan::items);
    let mut deadlines: Vec<Deadline> = items
        .filter_map(|item| {
            Some(Deadline {
                id: item.clause.to_string(),
                day: item.due?,
                title: format!("{} {} {}", item.verb(), item.clause.number, item.title),
                owner: item.owner.as_ref().map(ToString::to_string),
                text: format!("{}: {}", item.clause, item.task),
                category: item.action.name().to_owned(),
            })
        })
        .collect();
    deadlines.sort_by(|left, right| (left.day, &left.id).cmp(&(right.day, &right.id)));
    let title = format!("Plan of {}", case.assessment.organization);
    Schedule { title, start: start.or(case.assessment.date), tasks, deadlines }
}
