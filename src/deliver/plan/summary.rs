//! What a plan is to each of its targets. Nothing here is added up over targets: a task that serves several counts for each.

use super::effects::Effects;
use super::items::Item;
use crate::model::{ClauseId, EditionId, PersonDays};
use crate::query::case::Assessed;
use crate::query::tally::Tally;
use crate::report::{Audience, Cell, Column, Table, Tone};

/// What a plan is to one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetSummary {
    /// The target.
    pub target: EditionId,
    /// How its requirements stand today.
    pub before: Tally,
    /// How they stand once everything is done that is to extend, to implement or to build.
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
    let lines: Vec<Line<'_>> = summaries
        .iter()
        .map(|summary| Line {
            summary,
            name: case.case.library.catalog(&summary.target).map_or(summary.target.as_str(), |catalog| catalog.name()),
        })
        .collect();
    let table = Table::of("targets", "What the plan is to each target", &columns(), &lines);
    // Of a single target the sentences and the other tables say all of it.
    if summaries.len() > 1 { table } else { table.for_audience(Audience::Programs) }
}

struct Line<'a> {
    summary: &'a TargetSummary,
    name: &'a str,
}

impl Line<'_> {
    /// Whether the work is known of any task, or there is none.
    fn is_estimated(&self) -> bool {
        self.summary.tasks == 0 || self.summary.not_estimated < self.summary.tasks
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("target", |line| Cell::text(line.summary.target.as_str())),
        Column::for_people("Target", |line| Cell::text(line.name)),
        Column::new("applicable", "N", |line| Cell::count(line.summary.before.applicable)),
        Column::new("lower", "Guaranteed", |line| Cell::share(line.summary.before.lower())),
        Column::new("after", "Guaranteed after", |line| Cell::share(line.summary.after.lower())),
        Column::new("tasks", "Tasks", |line| Cell::count(line.summary.tasks)),
        Column::new("shared", "Shared tasks", |line| Cell::count(line.summary.shared)),
        Column::for_programs("effort", |line| {
            if line.is_estimated() { Cell::Effort(line.summary.effort) } else { Cell::Empty }
        }),
        Column::for_people("Days", |line| match line.is_estimated() {
            true => Cell::Effort(line.summary.effort),
            false => Cell::word("not estimated", Tone::Unsure),
        }),
        Column::new("shared-effort", "Shared days", |line| Cell::Effort(line.summary.shared_effort)),
        Column::new("unknown", "Not estimated", |line| Cell::count(line.summary.not_estimated)),
    ]
}
