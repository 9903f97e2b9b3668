//! What has become of an earlier plan, as sentences and as a table.

use super::{TaskChange, TaskProgress};
use crate::deliver::plan::names::clause;
use crate::language::{Phrase, say};
use crate::model::PersonDays;
use crate::query::case::Assessed;
use crate::report::{Audience, Cell, Column, Table};

/// How many tasks have changed how, and how much work is left. Work is compared only as far as it is estimated, then and now.
pub(in crate::deliver) fn sentences(progress: &[TaskProgress]) -> Vec<Phrase> {
    let count = |change: TaskChange| progress.iter().filter(|task| task.change == change).count();
    let kinds = TaskChange::ALL.into_iter().filter(|change| count(*change) > 0);
    let kinds: Vec<Phrase> = kinds.map(|change| change.counted(count(change))).collect();
    let changes = match kinds.is_empty() {
        true => say!("plan-since-nothing"),
        false => say!("plan-since", changes = Phrase::list(kinds)),
    };
    let sum =
        |effort: fn(&TaskProgress) -> Option<PersonDays>| -> PersonDays { progress.iter().filter_map(effort).sum() };
    let unknown = progress.iter().filter(|task| is_open(task) && task.effort.is_none()).count();
    let in_words =
        |effort: fn(&TaskProgress) -> Option<PersonDays>| match progress.iter().any(|task| effort(task).is_some()) {
            true => say!("plan-days", days = sum(effort)),
            false => say!("plan-not-estimated"),
        };
    let has_effort = progress.iter().any(is_open) || progress.iter().any(|task| task.effort_before.is_some());
    let (now, before) = (in_words(|task| task.effort), in_words(|task| task.effort_before));
    let left = has_effort.then(|| say!("plan-left", now = now, before = before, unknown = unknown));
    std::iter::once(changes).chain(left).collect()
}

fn is_open(task: &TaskProgress) -> bool {
    match task.change {
        TaskChange::Slipped | TaskChange::Undated | TaskChange::New | TaskChange::Open => true,
        TaskChange::Done | TaskChange::Dropped => false,
    }
}

/// The tasks, then and now.
pub(in crate::deliver) fn table(case: Assessed<'_>, progress: &[TaskProgress]) -> Table {
    let lines: Vec<Line<'_>> =
        progress.iter().map(|task| Line { task, name: clause(case, &task.clause), title: title(case, task) }).collect();
    Table::of("progress", say!("plan-progress"), &columns(), &lines)
}

struct Line<'a> {
    task: &'a TaskProgress,
    name: String,
    title: String,
}

/// The title of the clause; that of the earlier plan if the clause no longer exists.
fn title(case: Assessed<'_>, task: &TaskProgress) -> String {
    case.case.crosswalk.clause(&task.clause).map_or(&task.title, |clause| &clause.title).to_string()
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("clause", |line| Cell::refs([&line.task.clause])),
        Column::said(Audience::People, "task", "plan-heading-task", |line| {
            Cell::text(format!("{} {}", line.name, line.title))
        }),
        Column::for_programs("title", |line| Cell::text(&line.title)),
        Column::said(Audience::All, "change", "plan-heading-change", |line| {
            Cell::word(line.task.change, line.task.change.tone())
        }),
        Column::said(Audience::All, "owner", "heading-owner", |line| Cell::maybe(line.task.owner.as_ref())),
        Column::said(Audience::All, "due-before", "plan-heading-due-before", |line| Cell::day(line.task.due_before)),
        Column::said(Audience::All, "due", "heading-due", |line| Cell::day(line.task.due)),
        Column::said(Audience::All, "effort-before", "plan-heading-days-before", |line| {
            Cell::effort(line.task.effort_before)
        }),
        Column::said(Audience::All, "effort", "plan-heading-days", |line| Cell::effort(line.task.effort)),
    ]
}
