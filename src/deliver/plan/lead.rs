//! What matters most about a plan, in sentences.

use super::method;
use super::names;
use super::plans::TargetPlan;
use crate::model::{Method, StepState};
use crate::query::case::Assessed;
use crate::query::condition::Chosen;
use crate::query::gap::Action;
use crate::query::words::{counted, listed};

/// What matters most about a plan.
pub(in crate::deliver) fn sentences(case: Assessed<'_>, plan: &TargetPlan) -> Vec<String> {
    let count = |action: Action| plan.items().filter(|item| item.action == action).count();
    let kinds: Vec<String> = Action::ALL
        .into_iter()
        .filter(|action| count(*action) > 0)
        .map(|action| format!("{} to {}", count(action), action.name()))
        .collect();
    let base = plan.items().filter(|item| item.is_base).count();
    let of_base = match base {
        0 => String::new(),
        _ => format!("; {} from the base", counted(base, "is a prerequisite", "are prerequisites")),
    };
    let targets =
        listed(&plan.targets.iter().map(|target| names::edition(case, target).to_owned()).collect::<Vec<_>>());
    let editions = plan.targets.iter().filter_map(|target| case.case.library.catalog(target));
    let chosen = editions.filter_map(|target| case.case.chosen_in_words(target, Chosen::Requirements, "counted"));
    let mut sentences: Vec<String> = chosen.map(String::from).collect();
    sentences.push(match plan.items().count() {
        0 => format!("Nothing is open for {targets}."),
        several => {
            format!("For {targets}: {}, {}{of_base}.", counted(several, "open item", "open items"), listed(&kinds))
        }
    });
    match plan.method.as_ref().and_then(|id| case.case.library.method(id)) {
        Some(method) => {
            let of_all = match plan.targets.len() {
                1 => String::new(),
                several => format!("; they are one project for {several} targets"),
            };
            sentences.push(format!("The steps are those of the method {}{of_all}.", method.title));
            sentences.extend(progress(case, plan, method));
        }
        None => sentences.push(without_method(case, plan)),
    }
    let unknown = match plan.without_effort() {
        0 => String::new(),
        some => format!("; {} not estimated", counted(some, "task is", "tasks are")),
    };
    if plan.items().count() > plan.without_effort() {
        sentences.push(format!("Effort: {}{unknown}.", counted(plan.effort(), "person-day", "person-days")));
    } else if plan.items().count() > 0 {
        sentences.push("The effort is not estimated.".to_owned());
    }
    sentences
}

/// Why tasks are grouped by type of work, and how else they can be.
fn without_method(case: Assessed<'_>, plan: &TargetPlan) -> String {
    let named = plan.targets.iter().flat_map(|target| method::naming(target, case.case.library));
    let named: Vec<String> = named.map(|method| method.title.to_string()).collect();
    match named.as_slice() {
        [] => "No implementation method is defined for this standard, so tasks are grouped by type of work.".to_owned(),
        [one] => format!(
            "No implementation method is defined for this standard alone, so tasks are grouped by type of work; {one}, a project for several standards, has steps for it too."
        ),
        several => format!(
            "No implementation method is defined for this standard alone, so tasks are grouped by type of work; {}, projects for several standards, have steps for it too.",
            listed(several)
        ),
    }
}

/// How far the steps have come, where the assessment says so of the method.
fn progress(case: Assessed<'_>, plan: &TargetPlan, method: &Method) -> Vec<String> {
    let Some(stated) = case.assessment.progress.get(&method.id) else { return Vec::new() };
    let count = |state: StepState| stated.values().filter(|progress| progress.state == state).count();
    let (done, under_way) = (count(StepState::Done), count(StepState::UnderWay));
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let steps = counted(method.steps.len(), "step", "steps");
    let mut sentences = vec![match (done, under_way) {
        (0, 0) => format!("Of {steps} none is done or under way."),
        (0, begun) => format!("Of {steps} none is done and {begun} {} under way.", is(begun)),
        (done, 0) => format!("Of {steps} {done} {} done.", is(done)),
        (done, begun) => format!("Of {steps} {done} {} done and {begun} {} under way.", is(done), is(begun)),
    }];
    let unfinished = plan.stages.iter().filter(|stage| stage.is_done() && !stage.items.is_empty());
    let unfinished: Vec<String> = unfinished.map(|stage| format!("{} ({})", stage.name(), stage.items.len())).collect();
    if !unfinished.is_empty() {
        let step = if unfinished.len() == 1 { "step" } else { "steps" };
        sentences.push(format!("Stated as done while requirements are open: {step} {}.", listed(&unfinished)));
    }
    sentences
}
