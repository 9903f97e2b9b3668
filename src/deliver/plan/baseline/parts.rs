//! What has become of an earlier plan, as sentences and as a table.

use super::{TaskChange, TaskProgress};
use crate::deliver::plan::names::clause;
use crate::model::PersonDays;
use crate::query::case::Assessed;
use crate::query::words::{counted, listed};
use crate::report::{Cell, Column, Table};

/// How many tasks have changed how, and how much work is left. Work is compared only as far as it is estimated, then and now.
pub(in crate::deliver) fn sentences(progress: &[TaskProgress]) -> Vec<String> {
    let count = |change: TaskChange| progress.iter().filter(|task| task.change == change).count();
    let kinds: Vec<String> = TaskChange::ALL
        .into_iter()
        .filter(|change| count(*change) > 0)
        .map(|change| format!("{} {}", count(change), change.in_words()))
        .collect();
    let mut sentences = vec![match kinds.is_empty() {
        true => "Since the baseline: nothing was open then, and nothing is.".to_owned(),
        false => format!("Since the baseline: {}.", listed(&kinds)),
    }];
    let sum =
        |effort: fn(&TaskProgress) -> Option<PersonDays>| -> PersonDays { progress.iter().filter_map(effort).sum() };
    let unknown = progress.iter().filter(|task| is_open(task) && task.effort.is_none()).count();
    let left_out = match unknown {
        0 => String::new(),
        some => format!("; {} not estimated", counted(some, "open task is", "open tasks are")),
    };
    let in_words =
        |effort: fn(&TaskProgress) -> Option<PersonDays>| match progress.iter().any(|task| effort(task).is_some()) {
            true => counted(sum(effort), "person-day", "person-days"),
            false => "not estimated".to_owned(),
        };
    let (now, before) = (in_words(|task| task.effort), in_words(|task| task.effort_before));
    if progress.iter().any(is_open) || progress.iter().any(|task| task.effort_before.is_some()) {
        sentences.push(format!("Effort left: {now}; at the baseline: {before}{left_out}."));
    }
    sentences
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
    Table::of("progress", "Progress since the baseline", &columns(), &lines)
}

struct Line<'a> {
    task: &'a TaskProgress,
    name: String,
    title: String,
}

/// The title of the clause; that of the earlier plan where there is no such clause any more.
fn title(case: Assessed<'_>, task: &TaskProgress) -> String {
    case.case.crosswalk.clause(&task.clause).map_or(&task.title, |clause| &clause.title).to_string()
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::for_programs("clause", |line| Cell::refs([&line.task.clause])),
        Column::for_people("Task", |line| Cell::text(format!("{} {}", line.name, line.title))),
        Column::for_programs("title", |line| Cell::text(&line.title)),
        Column::new("change", "Change", |line| Cell::word(line.task.change.name(), line.task.change.tone())),
        Column::new("owner", "Owner", |line| Cell::maybe(line.task.owner.as_ref())),
        Column::new("due-before", "Due before", |line| Cell::day(line.task.due_before)),
        Column::new("due", "Due", |line| Cell::day(line.task.due)),
        Column::new("effort-before", "Days before", |line| Cell::effort(line.task.effort_before)),
        Column::new("effort", "Days", |line| Cell::effort(line.task.effort)),
    ]
}
