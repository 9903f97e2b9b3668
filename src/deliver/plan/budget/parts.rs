//! A budget as sentences and as a table.

use super::{Budget, BudgetTask};
use crate::deliver::plan::names::{clause, clauses, edition};
use crate::language::{Phrase, say};
use crate::query::case::Assessed;
use crate::report::{Audience, Cell, Column, Table};

/// What the tasks bring, how good the choice is, and what is left out of it.
pub(in crate::deliver) fn sentences(case: Assessed<'_>, budget: &Budget) -> Vec<Phrase> {
    let used = budget.tasks.last().map(|task| task.total).unwrap_or_default();
    let mut sentences = vec![say!("plan-budget", days = budget.days, count = budget.tasks.len(), used = used)];
    let weight = case.case.settings.partial_weight;
    let shown = |share: Option<f64>| share.map_or_else(|| say!("plan-no-figure"), Phrase::share);
    for (target, before, after) in &budget.targets {
        sentences.push(say!(
            "plan-budget-target",
            edition = edition(case, target),
            count = before.applicable,
            lower = shown(before.lower()),
            lower_after = shown(after.lower()),
            coverage = shown(before.coverage(weight)),
            coverage_after = shown(after.coverage(weight)),
        ));
    }
    sentences.push(match budget.is_best {
        true => say!("plan-budget-best"),
        false => say!(
            "plan-budget-greedy",
            most = points(budget.most),
            gain = points(budget.gain),
            share = Phrase::share(budget.gain / budget.most),
        ),
    });
    sentences.push(say!("plan-budget-rule"));
    if budget.not_estimated > 0 {
        sentences.push(say!("plan-budget-left-out", count = budget.not_estimated));
    }
    sentences
}

/// Percentage points with one decimal place.
fn points(share: f64) -> Phrase {
    Phrase::number(share * 100.0, 1)
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
    Table::of("budget", say!("plan-budget-title", days = budget.days), &columns(), &lines)
}

struct Line<'a> {
    rank: usize,
    task: &'a BudgetTask,
    name: String,
    completes: Phrase,
    improves: Phrase,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("rank", "#", |line| Cell::count(line.rank)),
        Column::for_programs("clause", |line| Cell::refs([&line.task.clause])),
        Column::said(Audience::People, "task", "plan-heading-task", |line| {
            Cell::text(format!("{} {}", line.name, line.task.title))
        }),
        Column::for_programs("title", |line| Cell::text(&line.task.title)),
        Column::said(Audience::All, "effort", "plan-heading-days", |line| Cell::Effort(line.task.effort)),
        Column::said(Audience::All, "total", "plan-heading-total", |line| Cell::Effort(line.task.total)),
        Column::for_programs("completes", |line| Cell::refs(&line.task.completes)),
        Column::for_programs("improves", |line| Cell::refs(&line.task.improves)),
        Column::said(Audience::People, "completed", "plan-heading-requirements-completed", |line| {
            Cell::text(line.completes.clone())
        }),
        Column::said(Audience::People, "improved", "plan-heading-improved", |line| Cell::text(line.improves.clone())),
    ]
}
