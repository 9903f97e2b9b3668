//! Open items against the days on which they are due.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{ClauseId, Statement, Status};
use crate::query::case::Assessed;
use crate::query::stated::effective_statements;

/// How many items were open at a date: statements that are partial, planned or not implemented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenItems {
    /// The date.
    pub date: Date,
    /// All that are open.
    pub open: usize,
    /// Those that were due before the date.
    pub overdue: usize,
    /// Those that are due at the date or later.
    pub later: usize,
    /// Those without a day.
    pub undated: usize,
    /// How many of the items that were open at the first date would still be open by their days as they stood then; one
    /// without a day stays open.
    pub planned: usize,
}

/// What is due on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueDay {
    /// The day; none for what has none.
    pub(super) day: Option<Date>,
    /// What is open and due then.
    pub(super) clauses: Vec<ClauseId>,
    /// How many items are due up to then.
    pub(super) so_far: usize,
    /// Whether the day has passed.
    pub(super) is_overdue: bool,
}

/// The open items of each date, in the order of dates.
pub(super) fn open_items(assessed: &[(Date, Assessed<'_>)]) -> Vec<OpenItems> {
    let first: Vec<Option<Date>> =
        assessed.first().map(|(_, case)| open(*case).map(|(_, statement)| statement.due).collect()).unwrap_or_default();
    let count = |(date, case): &(Date, Assessed<'_>)| {
        let is_later = |due: &Option<Date>| due.is_none_or(|due| due >= *date);
        let mut items = OpenItems { date: *date, open: 0, overdue: 0, later: 0, undated: 0, planned: 0 };
        for (_, statement) in open(*case) {
            items.open += 1;
            match statement.due {
                Some(due) if due < *date => items.overdue += 1,
                Some(_) => items.later += 1,
                None => items.undated += 1,
            }
        }
        items.planned = first.iter().filter(|due| is_later(due)).count();
        items
    };
    assessed.iter().map(count).collect()
}

/// What is open by the day on which it is due, what has no day last.
pub(super) fn by_due_day(case: Assessed<'_>, date: Date) -> Vec<DueDay> {
    let mut days: BTreeMap<(bool, Option<Date>), Vec<ClauseId>> = BTreeMap::new();
    for (clause, statement) in open(case) {
        days.entry((statement.due.is_none(), statement.due)).or_default().push(clause.clone());
    }
    let mut so_far = 0;
    let day = |((_, day), clauses): ((bool, Option<Date>), Vec<ClauseId>)| {
        so_far += clauses.len();
        DueDay { day, clauses, so_far, is_overdue: day.is_some_and(|day| day < date) }
    };
    days.into_iter().map(day).collect()
}

/// The statements of which something remains to be done.
fn open<'a>(case: Assessed<'a>) -> impl Iterator<Item = (&'a ClauseId, &'a Statement)> {
    effective_statements(case).filter(|(_, statement)| match statement.status {
        Status::Partial | Status::Planned | Status::NotImplemented => true,
        Status::Implemented | Status::NotApplicable => false,
    })
}
