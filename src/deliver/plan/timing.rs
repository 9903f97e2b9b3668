//! When tasks are done: by the order of steps, by what comes first, and by the time that owners have.

use std::collections::BTreeMap;

use super::items::{Item, TaskTiming};
use super::network::Network;
use super::plans::{Pace, TargetPlan};
use crate::model::{Assessment, ClauseId, EditionId, PersonDays, WorkingDays};
use crate::query::case::Assessed;
use crate::workflow::{Work, Workflow};

/// Says of each task which ones come before it and when it is done, and of each step when it begins and whether it is critical.
pub(super) fn place(case: Assessed<'_>, plans: &mut [TargetPlan]) -> Pace {
    let mut pace = Pace::default();
    let network = network(case, plans, &mut pace);
    let count = plans.iter().flat_map(TargetPlan::items).count();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    let mut works: Vec<Work> = Vec::with_capacity(network.waits().len());
    for item in plans.iter().flat_map(TargetPlan::items) {
        works.push(work(case.assessment, item, &mut owners, &mut pace));
    }
    works.resize(network.waits().len(), Work::default());
    let workflow = Workflow::new(network.waits()).expect("nothing is put before what it waits for");
    let table = workflow.serial(&works);
    pace.length = table.length;
    // Those of a project are for owners.
    let stated = case.assessment.capacities.iter().filter(|(_, capacity)| capacity.span.is_some());
    let unused = stated.map(|(owner, _)| owner).filter(|owner| !owners.contains_key(owner.trim()));
    pace.unused_capacities = unused.map(ToString::to_string).collect();
    let (mut task, mut step) = (0, count);
    for stage in plans.iter_mut().flat_map(|plan| &mut plan.stages) {
        for item in &mut stage.items {
            item.timing = TaskTiming {
                start: table.start[task],
                finish: table.finish[task],
                slack: table.slack[task],
                is_critical: table.is_critical(task),
            };
            task += 1;
        }
        (stage.start, stage.finish) = (table.start[step], table.finish[step + 1]);
        stage.is_critical = stage.items.iter().any(|item| item.timing.is_critical);
        step += 2;
    }
    pace
}

/// How long a task takes, and whose time it takes. Without an effort it takes none; for an owner without a stated
/// capacity the other work is unknown, so such a task waits only for other tasks.
fn work(assessment: &Assessment, item: &Item, owners: &mut BTreeMap<String, usize>, pace: &mut Pace) -> Work {
    let named = item.owner.as_ref().map(|owner| owner.trim()).filter(|owner| !owner.is_empty());
    let name = named.unwrap_or(Assessment::UNASSIGNED);
    let effort = item.effort.unwrap_or_default();
    let capacity =
        assessment.capacities.iter().find(|(owner, _)| owner.trim() == name).map(|(_, capacity)| capacity.per_week);
    match capacity.and_then(|capacity| WorkingDays::of(effort, capacity)) {
        Some(duration) => {
            let next = owners.len();
            Work { duration, owner: Some(*owners.entry(name.to_owned()).or_insert(next)) }
        }
        None => {
            if effort > PersonDays::default() {
                pace.without_capacity.insert(named.map(str::to_owned));
            }
            Work { duration: effort.into(), owner: None }
        }
    }
}

/// Tasks in the order of steps, then the beginning and the end of each step. What a method says about its steps comes
/// first, then what catalogs say about their clauses, then what tasks depend on; the order of kinds of work gives way
/// to all of these.
fn network(case: Assessed<'_>, plans: &mut [TargetPlan], pace: &mut Pace) -> Network {
    let count = plans.iter().flat_map(TargetPlan::items).count();
    let steps: usize = plans.iter().map(|plan| plan.stages.len()).sum();
    let mut network = Network::new(count + 2 * steps);
    let (mut task, mut first) = (0, count);
    let mut by_kind: Vec<(usize, usize)> = Vec::new();
    for plan in plans.iter() {
        let at = |step: usize| first + 2 * step;
        for (step, stage) in plan.stages.iter().enumerate() {
            network.put_before(at(step), at(step) + 1);
            for _ in &stage.items {
                network.put_before(at(step), task);
                network.put_before(task, at(step) + 1);
                task += 1;
            }
        }
        for (step, stage) in plan.stages.iter().enumerate() {
            let is_before = |other: &(usize, &super::Stage)| stage.step.after.contains(&other.1.step.id);
            for (before, _) in plan.stages.iter().enumerate().filter(is_before) {
                match plan.method {
                    Some(_) => {
                        network.put_before(at(before) + 1, at(step));
                    }
                    None => by_kind.push((at(before) + 1, at(step))),
                }
            }
        }
        first += 2 * plan.stages.len();
    }
    let mut places: BTreeMap<ClauseId, usize> = BTreeMap::new();
    for (at, item) in plans.iter().flat_map(TargetPlan::items).enumerate() {
        places.extend(item.clauses().map(|clause| (clause.clone(), at)));
    }
    let leads: Vec<ClauseId> = plans.iter().flat_map(TargetPlan::items).map(|item| item.clause.clone()).collect();
    let items = || plans.iter().flat_map(TargetPlan::items).enumerate();
    let mut wishes: Vec<(usize, usize)> = Vec::new();
    for (at, item) in items().filter(|(_, item)| item.puts_in_place()) {
        let first = item.clauses().flat_map(|clause| said_to_come_first(case, clause));
        wishes.extend(first.filter_map(|clause| places.get(&clause)).map(|before| (*before, at)));
    }
    for (at, item) in items() {
        wishes.extend(item.prerequisites.iter().filter_map(|clause| places.get(clause)).map(|before| (*before, at)));
    }
    let mut before: Vec<Vec<ClauseId>> = vec![Vec::new(); count];
    for (earlier, later) in wishes.into_iter().filter(|(earlier, later)| earlier != later) {
        if network.put_before(earlier, later) {
            before[later].push(leads[earlier].clone());
        } else {
            pace.conflicts.push((leads[earlier].clone(), leads[later].clone()));
        }
    }
    for (earlier, later) in by_kind {
        network.put_before(earlier, later);
    }
    for (item, before) in
        plans.iter_mut().flat_map(|plan| &mut plan.stages).flat_map(|stage| &mut stage.items).zip(before)
    {
        // What no task is about stays: it is in place, or left out of the count.
        item.prerequisites.retain(|clause| !places.contains_key(clause));
        item.prerequisites.extend(before);
        item.prerequisites.sort_unstable();
        item.prerequisites.dedup();
    }
    network
}

/// The requirements that a clause's catalog says to come before it: under `after` of itself or of a heading above it.
fn said_to_come_first(case: Assessed<'_>, clause: &ClauseId) -> Vec<ClauseId> {
    let Some(catalog) = case.case.library.catalog(&clause.edition) else { return Vec::new() };
    let above = std::iter::successors(catalog.position(&clause.number), |at| catalog.clauses()[*at].parent);
    let named = above.flat_map(|at| catalog.clauses()[at].after());
    let of_edition = |edition: &EditionId, number: &str| {
        let number = catalog.find(number)?.number.clone();
        Some(ClauseId { edition: edition.clone(), number })
    };
    let first = named.filter_map(|number| of_edition(&clause.edition, number));
    first
        .flat_map(|first| case.case.crosswalk.requirements_of(&first))
        .filter(|first| *first != clause)
        .cloned()
        .collect()
}
