//! A budget as sentences and as a table.

use super::{Budget, BudgetTask};
use crate::deliver::plan::names::{clause, clauses, edition};
use crate::query::case::Assessed;
use crate::query::tally::percent;
use crate::query::words::counted;
use crate::report::{Cell, Column, Table};

/// What the tasks bring, how good the choice is, and what is left out of it.
pub(in crate::deliver) fn sentences(case: Assessed<'_>, budget: &Budget) -> Vec<String> {
    let used = budget.tasks.last().map(|task| task.total).unwrap_or_default();
    let used = counted(used, "person-day", "person-days");
    let mut sentences = vec![format!(
        "With {}: {} ({used}), chosen for what they bring to the coverage of all targets together, each target counting the same.",
        counted(budget.days, "person-day", "person-days"),
        counted(budget.tasks.len(), "task", "tasks"),
    )];
    let weight = case.case.settings.partial_weight;
    let shown = |share: Option<f64>| share.map_or_else(|| "no figure".to_owned(), percent);
    for (target, before, after) in &budget.targets {
        sentences.push(format!(
            "{}: guaranteed {} becomes {}, coverage {} becomes {} ({}).",
            edition(case, target),
            shown(before.lower()),
            shown(after.lower()),
            shown(before.coverage(weight)),
            shown(after.coverage(weight)),
            counted(before.applicable, "requirement", "requirements"),
        ));
    }
    sentences.push(match budget.is_best {
        true => "No other choice of tasks for so many days brings more.".to_owned(),
        false => format!(
            "Tasks were taken one after the other by what they bring for their days. No choice for so many days can bring more than {} over all targets; this one brings {}, so it is at least {} of the best.",
            counted(points(budget.most), "percentage point", "percentage points"),
            points(budget.gain),
            percent(budget.gain / budget.most),
        ),
    });
    sentences.push(
        "A task comes with all that it depends on; tasks to verify and to assess bring nothing by themselves. The order of steps does not count here."
            .to_owned(),
    );
    if budget.not_estimated > 0 {
        sentences.push(format!(
            "Left out: {} not estimated, or {} on one that is not.",
            counted(budget.not_estimated, "task that is", "tasks that are"),
            if budget.not_estimated == 1 { "depends" } else { "depend" },
        ));
    }
    sentences
}

/// Percentage points with one digit behind the point.
fn points(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

/// The tasks in their order.
pub(in crate::deliver) fn table(case: Assessed<'_>, budget: &Budget) -> Table {
    let line = |(at, task)| {
        let task: &BudgetTask = task;
        Line {
            rank: at + 1,
            task,
            name: clause(case, &task.clause),
            completes: clauses(case, &task.completes),
            improves: clauses(case, &task.improves),
        }
    };
    let lines: Vec<Line<'_>> = budget.tasks.iter().enumerate().map(line).collect();
    Table::of(
        "budget",
        format!("What to do with {}", counted(budget.days, "person-day", "person-days")),
        &columns(),
        &lines,
    )
}

struct Line<'a> {
    rank: usize,
    task: &'a BudgetTask,
    name: String,
    completes: String,
    improves: String,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("rank", "#", |line| Cell::count(line.rank)),
        Column::for_programs("clause", |line| Cell::refs([&line.task.clause])),
        Column::for_people("Task", |line| Cell::text(format!("{} {}", line.name, line.task.title))),
        Column::for_programs("title", |line| Cell::text(&line.task.title)),
        Column::new("effort", "Days", |line| Cell::Effort(line.task.effort)),
        Column::new("total", "In all", |line| Cell::Effort(line.task.total)),
        Column::for_programs("completes", |line| Cell::refs(&line.task.completes)),
        Column::for_programs("improves", |line| Cell::refs(&line.task.improves)),
        Column::for_people("Requirements completed", |line| Cell::text(&line.completes)),
        Column::for_people("Improved", |line| Cell::text(&line.improves)),
    ]
}
