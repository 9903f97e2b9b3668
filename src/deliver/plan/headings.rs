//! The effort that is stated on a heading: it is for all below it together, and not for each.

use super::items::Item;
use super::names;
use super::plans::Plans;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, PersonDays};
use crate::query::case::Assessed;
use crate::query::words::some_of;

/// Gives the effort of a heading to the only requirement that its statement holds for. Where the heading is a task itself,
/// the effort is there already.
pub(super) fn give_to_the_only_requirement(case: Assessed<'_>, items: &mut [Item]) {
    for (heading, effort) in stated(case) {
        let [only] = &held_by(case, heading)[..] else { continue };
        if items.iter().all(|item| item.clause != *heading) {
            let of_it = items.iter_mut().filter(|item| item.clause == **only);
            of_it.for_each(|item| (item.effort, item.has_own_effort) = (Some(effort), true));
        }
    }
}

/// Which efforts are in no task, because it is not stated how much of them each task below the heading takes.
pub(in crate::deliver) fn sentences(case: Assessed<'_>, plans: &Plans) -> Option<Phrase> {
    let tasks = || plans.items().flat_map(Item::clauses);
    let not_shared_out = stated(case).filter(|(heading, _)| {
        let held = held_by(case, heading);
        held.len() > 1 && tasks().any(|task| held.contains(&task)) && tasks().all(|task| task != *heading)
    });
    let named: Vec<Phrase> = not_shared_out
        .map(|(heading, effort)| say!("plan-heading-effort", clause = names::clause(case, heading), effort = effort))
        .collect();
    (!named.is_empty()).then(|| say!("plan-not-shared-out", headings = some_of(&named)))
}

/// The headings on which an effort is stated.
fn stated<'a>(case: Assessed<'a>) -> impl Iterator<Item = (&'a ClauseId, PersonDays)> {
    let efforts = case.assessment.statements().filter_map(|(clause, statement)| Some((clause, statement.effort?)));
    efforts.filter(move |(clause, _)| case.case.crosswalk.requirements_of(clause).iter().any(|below| below != clause))
}

/// The requirements that the statement on a heading holds for.
fn held_by<'a>(case: Assessed<'a>, heading: &ClauseId) -> Vec<&'a ClauseId> {
    let holds = |clause: &&ClauseId| {
        let nearest = case.case.crosswalk.statement(clause, case.assessment);
        nearest.is_some_and(|(stated_on, _)| stated_on == heading)
    };
    case.case.crosswalk.requirements_of(heading).into_iter().filter(holds).collect()
}
