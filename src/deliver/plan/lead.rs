//! What matters most about a plan, in sentences.

use std::collections::BTreeSet;

use super::items::Item;
use super::method;
use super::names;
use super::plans::{Plans, TargetPlan};
use crate::language::{Phrase, say};
use crate::model::{EditionId, Method, PersonDays, StepState};
use crate::query::case::Assessed;
use crate::query::condition::Chosen;
use crate::query::gap::Action;

/// What matters most about a plan.
pub(in crate::deliver) fn sentences(case: Assessed<'_>, plan: &TargetPlan) -> Vec<Phrase> {
    let editions = plan.targets.iter().filter_map(|target| case.case.library.catalog(target));
    let chosen = editions.filter_map(|target| case.case.chosen_in_words(target, Chosen::Requirements, "counted"));
    let mut sentences: Vec<Phrase> = chosen.collect();
    sentences.push(open_items(case, plan));
    match plan.method.as_ref().and_then(|id| case.case.library.method(id)) {
        Some(method) => {
            let named = quoted(method);
            sentences.push(match plan.targets.len() {
                1 => say!("plan-method", method = named),
                several => say!("plan-method-joint", method = named, count = several),
            });
            sentences.extend(progress(case, plan, method));
        }
        None => sentences.push(without_method(case, plan)),
    }
    let (all, unknown) = (plan.items().count(), plan.without_effort());
    if all > unknown {
        sentences.push(say!("plan-effort", effort = plan.effort(), unknown = unknown));
    } else if all > 0 {
        sentences.push(say!("plan-effort-none"));
    }
    sentences
}

/// What the table of several targets counts, and what it does not.
pub(in crate::deliver) fn of_all_targets(plans: &Plans) -> Vec<Phrase> {
    if plans.summaries.len() < 2 || plans.items().next().is_none() {
        return Vec::new();
    }
    let mut sentences = vec![say!(
        "plan-together",
        tasks = plans.items().count(),
        effort = plans.items().filter_map(|item| item.effort).sum::<PersonDays>(),
        unknown = plans.items().filter(|item| item.effort.is_none()).count(),
    )];
    if !plans.items().all(Item::puts_in_place) {
        sentences.push(say!("plan-after-rule"));
    }
    sentences
}

/// How many items are open by the kind of work, and how many of them are about other standards than the targets.
fn open_items(case: Assessed<'_>, plan: &TargetPlan) -> Phrase {
    let targets = || Phrase::list(plan.targets.iter().map(|target| names::edition(case, target)));
    let count = |action: Action| plan.items().filter(|item| item.action == action).count();
    let kinds = || Phrase::list(Action::ALL.into_iter().filter_map(|action| kind(action, count(action))));
    let base = || plan.items().filter(|item| item.is_base);
    let standards: BTreeSet<&EditionId> = base().map(|item| &item.clause.edition).collect();
    match (plan.items().count(), base().count()) {
        (0, _) => say!("plan-nothing-open", targets = targets()),
        (all, 0) => say!("plan-open", targets = targets(), count = all, kinds = kinds()),
        (all, base) => say!(
            "plan-open-with-base",
            targets = targets(),
            count = all,
            kinds = kinds(),
            base = base,
            standards = standards.len(),
        ),
    }
}

fn kind(action: Action, count: usize) -> Option<Phrase> {
    let kind = match action {
        Action::None => return None,
        Action::Extend => say!("plan-to-extend", count = count),
        Action::Verify => say!("plan-to-verify", count = count),
        Action::Implement => say!("plan-to-implement", count = count),
        Action::Assess => say!("plan-to-assess", count = count),
        Action::Build => say!("plan-to-build", count = count),
    };
    (count > 0).then_some(kind)
}

/// What people call a method.
fn quoted(method: &Method) -> Phrase {
    say!("plan-quoted", title = &method.title)
}

/// Why tasks are grouped by type of work, and which methods have steps for them too.
fn without_method(case: Assessed<'_>, plan: &TargetPlan) -> Phrase {
    let named = plan.targets.iter().flat_map(|target| method::naming(target, case.case.library));
    let mut methods: Vec<&Method> = Vec::new();
    for method in named {
        if !methods.iter().any(|known| known.id == method.id) {
            methods.push(method);
        }
    }
    let targets = plan.targets.len();
    match methods.len() {
        0 => say!("plan-no-method", targets = targets),
        count => say!(
            "plan-no-method-alone",
            targets = targets,
            methods = Phrase::list(methods.into_iter().map(quoted)),
            count = count,
        ),
    }
}

/// How far the steps have come, where the assessment says so of the method.
fn progress(case: Assessed<'_>, plan: &TargetPlan, method: &Method) -> Vec<Phrase> {
    let Some(stated) = case.assessment.progress.get(&method.id) else { return Vec::new() };
    let count = |state: StepState| stated.values().filter(|progress| progress.state == state).count();
    let steps = method.steps.len();
    let mut sentences = vec![match (count(StepState::Done), count(StepState::UnderWay)) {
        (0, 0) => say!("plan-steps-none", steps = steps),
        (0, started) => say!("plan-steps-started", steps = steps, started = started),
        (done, 0) => say!("plan-steps-done", steps = steps, done = done),
        (done, started) => say!("plan-steps-done-started", steps = steps, done = done, started = started),
    }];
    let unfinished = plan.stages.iter().filter(|stage| stage.is_done() && !stage.items.is_empty());
    let unfinished: Vec<String> = unfinished.map(|stage| format!("{} ({})", stage.name(), stage.items.len())).collect();
    if !unfinished.is_empty() {
        let count = unfinished.len();
        sentences.push(say!("plan-done-but-open", count = count, steps = Phrase::list(unfinished)));
    }
    sentences
}
