//! What a plan is to each of its targets. Nothing here is added up over targets: a task that is for several targets
//! counts for each.

use super::items::Item;
use super::names;
use crate::language::say;
use crate::model::{ClauseId, EditionId, PersonDays};
use crate::query::case::Assessed;
use crate::query::effects::Effects;
use crate::query::tally::Tally;
use crate::report::{Audience, Cell, Column, Table, Tone};

/// What a plan is to one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetSummary {
    /// The target.
    pub target: EditionId,
    /// The state of its requirements today.
    pub before: Tally,
    /// Their coverage once everything is done that is to extend, to implement or to build.
    pub after: Tally,
    /// How many tasks are of use to it.
    pub tasks: usize,
    /// How many of these are of use to other targets too.
    pub shared: usize,
    /// How much work they are, as far as that is known; that of shared tasks counts in full for each target.
    pub effort: PersonDays,
    /// How much of it is that of shared tasks.
    pub shared_effort: PersonDays,
    /// How many of its tasks have no effort.
    pub not_estimated: usize,
}

pub(super) fn summaries(case: Assessed<'_>, items: &[Item], effects: &mut Effects<'_>) -> Vec<TargetSummary> {
    let (before, after) = (effects.tallies(&[]), effects.tallies(&put_in_place(case, items)));
    let summary = |((target, before), after): ((&EditionId, Tally), Tally)| {
        let own: Vec<&Item> = items.iter().filter(|item| item.targets().contains(target)).collect();
        let shared: Vec<&&Item> = own.iter().filter(|item| item.targets().len() > 1).collect();
        TargetSummary {
            target: target.clone(),
            before,
            after,
            tasks: own.len(),
            shared: shared.len(),
            effort: own.iter().filter_map(|item| item.effort).sum(),
            shared_effort: shared.iter().filter_map(|item| item.effort).sum(),
            not_estimated: own.iter().filter(|item| item.effort.is_none()).count(),
        }
    };
    effects.targets().iter().zip(before).zip(after).map(summary).collect()
}

/// The requirements that tasks put in place.
pub(super) fn put_in_place<'i>(case: Assessed<'i>, items: impl IntoIterator<Item = &'i Item>) -> Vec<&'i ClauseId> {
    let items = items.into_iter().filter(|item| item.puts_in_place());
    items.flat_map(Item::clauses).flat_map(|clause| case.case.crosswalk.requirements_of(clause)).collect()
}

/// A line for each target.
pub(super) fn table(case: Assessed<'_>, summaries: &[TargetSummary]) -> Table {
    let lines: Vec<Line<'_>> =
        summaries.iter().map(|summary| Line { summary, name: names::edition(case, &summary.target) }).collect();
    let table = Table::of("targets", say!("plan-targets"), &columns(), &lines);
    // Of a single target the sentences and the other tables say all of it.
    if summaries.len() > 1 { table } else { table.for_audience(Audience::Programs) }
}

struct Line<'a> {
    summary: &'a TargetSummary,
    name: &'a str,
}

impl Line<'_> {
    /// Whether the work of any task is known, or there is none.
    fn is_estimated(&self) -> bool {
        self.summary.tasks == 0 || self.summary.not_estimated < self.summary.tasks
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("target", |line| Cell::text(line.summary.target.as_str())),
        Column::said(Audience::People, "name", "plan-heading-target", |line| Cell::text(line.name)),
        Column::said(Audience::All, "applicable", "heading-number", |line| Cell::count(line.summary.before.applicable)),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| Cell::share(line.summary.before.lower())),
        Column::said(Audience::All, "after", "plan-heading-guaranteed-after", |line| {
            Cell::share(line.summary.after.lower())
        }),
        Column::said(Audience::All, "tasks", "plan-heading-tasks", |line| Cell::count(line.summary.tasks)),
        Column::said(Audience::All, "shared", "plan-heading-shared", |line| Cell::count(line.summary.shared)),
        Column::for_programs("effort", |line| match line.is_estimated() {
            true => Cell::Effort(line.summary.effort),
            false => Cell::Empty,
        }),
        Column::said(Audience::People, "days", "plan-heading-days", |line| match line.is_estimated() {
            true => Cell::Effort(line.summary.effort),
            false => Cell::word(say!("plan-not-estimated"), Tone::Unsure),
        }),
        Column::said(Audience::All, "shared-effort", "plan-heading-shared-days", |line| {
            Cell::Effort(line.summary.shared_effort)
        }),
        Column::said(Audience::All, "unknown", "plan-heading-not-estimated", |line| {
            Cell::count(line.summary.not_estimated)
        }),
    ]
}
