//! Plans that take longer than any date can say.

use jiff::civil::Date;

use super::items::Item;
use super::names;
use super::plans::TargetPlan;
use crate::diagnostic::{Refusal, counted};
use crate::model::{Assessment, Capacity, ClauseId, WorkingDays};
use crate::query::case::Assessed;
use crate::source::Span;

/// How many working days a plan may have without dates: some ten thousand years.
const MOST: WorkingDays = WorkingDays::whole(10_000_000);

/// Refuses a plan of such a length, with the task that takes longest and the place that says so.
pub(super) fn refuse_too_long(
    case: Assessed<'_>,
    plans: &[TargetPlan],
    start: Option<Date>,
    length: WorkingDays,
) -> Result<(), Refusal> {
    let calendar = &case.assessment.calendar;
    let ends = |start| calendar.last_day(start, WorkingDays::default(), length);
    let limit = match start {
        Some(start) if ends(start).is_none() => "would end after 9999-12-31".to_owned(),
        _ if length > MOST => format!("would take more than {MOST} working days"),
        _ => return Ok(()),
    };
    let longest =
        plans.iter().flat_map(TargetPlan::items).max_by_key(|item| item.timing.finish.since(item.timing.start));
    let why = longest.map(|item| why(case, item)).unwrap_or_default();
    Err(Refusal::new(format!("the plan {limit}{why}"), "correct the effort or the capacity"))
}

/// What makes a task so long, and where that is stated.
fn why(case: Assessed<'_>, item: &Item) -> String {
    let effort = item.effort.unwrap_or_default();
    let effort = counted(effort, "person-day", "person-days");
    let work = format!("{} takes {effort}", names::clause(case, &item.clause));
    let owner = item.owner.as_ref().map_or(Assessment::UNASSIGNED, |owner| owner.trim());
    let capacity = case.assessment.capacities.iter().find(|(name, _)| name.trim() == owner);
    let (pace, span) = match capacity {
        Some((name, Capacity { per_week, span })) => {
            (format!(", and {} has {per_week} a week", name.trim()), span.or(stated(case, &item.clause)))
        }
        None => (String::new(), stated(case, &item.clause)),
    };
    let place = span.map(|span| format!(" ({})", place(case, span))).unwrap_or_default();
    format!(": {work}{pace}{place}")
}

fn stated(case: Assessed<'_>, clause: &ClauseId) -> Option<Span> {
    case.assessment.statement(clause).map(|statement| statement.span)
}

fn place(case: Assessed<'_>, span: Span) -> String {
    let position = case.case.sources.position(span);
    format!("{}:{}:{}", case.case.sources.get(span.file).name(), position.line, position.column)
}
