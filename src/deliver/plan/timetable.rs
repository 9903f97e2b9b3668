//! The tasks by when they are done, for people: days, slack, the critical path, and the day on which everything is done.

use jiff::civil::Date;

use super::items::Item;
use super::names;
use super::plans::Plans;
use crate::language::{Phrase, say};
use crate::model::{Calendar, ClauseId, PersonDays, WorkingDays};
use crate::query::case::Assessed;
use crate::query::words::some_of;
use crate::report::{Audience, Cell, Column, Table, Tone};

/// The name of the table that says when each task is done.
pub(in crate::deliver) const TIMETABLE: &str = "timetable";

/// The first and the last day of a task, where it is known when the plan starts.
pub(super) fn days(case: Assessed<'_>, plans: &Plans, item: &Item) -> Option<(Date, Date)> {
    let calendar = &case.assessment.calendar;
    let start = plans.start?;
    let (begin, end) = (item.timing.start, item.timing.finish);
    calendar.day_after(start, begin).zip(calendar.last_day(start, begin, end))
}

/// Whether a task is done after the day by which it is due; nothing where one of the two is not known.
pub(super) fn is_late(case: Assessed<'_>, plans: &Plans, item: &Item) -> Option<bool> {
    let (_, last) = days(case, plans, item)?;
    Some(item.due? < last)
}

/// The day by which a task is due, marked where the task is done later.
pub(super) fn due(case: Assessed<'_>, plans: &Plans, item: &Item) -> Cell {
    match item.due {
        Some(due) if is_late(case, plans, item) == Some(true) => Cell::word(say!("plan-late", day = due), Tone::Bad),
        due => Cell::day(due),
    }
}

/// A number of working days.
pub(super) fn time(time: WorkingDays) -> Cell {
    // A plan that takes longer is refused.
    Cell::Effort(PersonDays(u32::try_from(time.0).unwrap_or(u32::MAX)))
}

/// How long it all takes, how that was found, and what is left out of it.
pub(super) fn sentences(case: Assessed<'_>, plans: &Plans) -> Vec<Phrase> {
    let mut sentences = Vec::new();
    if let Some((effort, count @ 1..)) = plans.estimate {
        sentences.push(say!("plan-estimated", count = count, effort = effort));
    }
    let pace = &plans.pace;
    if pace.length > WorkingDays::default() {
        let critical = plans.items().filter(|item| item.timing.is_critical).count();
        sentences.push(Phrase::joined([span(case, plans), say!("plan-critical", count = critical)], " "));
        sentences.extend(without_capacity(case, plans));
        sentences.push(say!("plan-schedule-rule"));
    }
    let late: Vec<Phrase> = plans
        .items()
        .filter(|item| is_late(case, plans, item) == Some(true))
        .map(|item| names::clause(case, &item.clause).into())
        .collect();
    if !late.is_empty() {
        sentences.push(say!("plan-late-tasks", count = late.len(), tasks = some_of(&late)));
    }
    if !pace.unused_capacities.is_empty() {
        let owners = Phrase::list(&pace.unused_capacities);
        sentences.push(say!("plan-unused-capacity", owners = owners, count = pace.unused_capacities.len()));
    }
    if !pace.conflicts.is_empty() {
        let name = |clause: &ClauseId| names::clause(case, clause);
        let pair =
            |(earlier, later): &(ClauseId, ClauseId)| say!("plan-before", earlier = name(earlier), later = name(later));
        let pairs: Vec<Phrase> = pace.conflicts.iter().map(pair).collect();
        sentences.push(say!("plan-not-kept", pairs = some_of(&pairs)));
    }
    sentences
}

/// From when to when it is, and for how long, as far as tasks are estimated.
fn span(case: Assessed<'_>, plans: &Plans) -> Phrase {
    let (calendar, length) = (&case.assessment.calendar, plans.pace.length);
    let unknown = plans.items().filter(|item| item.effort.is_none()).count();
    let first_and_last = plans.start.and_then(|start| {
        let first = calendar.day_after(start, WorkingDays::default());
        first.zip(calendar.last_day(start, WorkingDays::default(), length))
    });
    let finish = length.0.div_ceil(100);
    // Both are hundredths of a day, and a plan that is longer than this can hold was refused.
    let length = PersonDays(u32::try_from(length.0).unwrap_or(u32::MAX));
    match first_and_last {
        Some((first, last)) => {
            say!("plan-span-dates", start = first, finish = last, length = length, unknown = unknown)
        }
        None => say!("plan-span-days", finish = finish, length = length, unknown = unknown),
    }
}

/// Whose time is taken for as much as is needed.
fn without_capacity(case: Assessed<'_>, plans: &Plans) -> Option<Phrase> {
    let owners = &plans.pace.without_capacity;
    if case.assessment.capacities.is_empty() {
        return Some(say!("plan-no-capacity"));
    }
    let mut names: Vec<Phrase> = owners.iter().flatten().map(Phrase::from).collect();
    if owners.contains(&None) {
        names.push(say!("plan-unowned"));
    }
    (!names.is_empty()).then(|| say!("plan-no-capacity-for", owners = some_of(&names)))
}

/// The tasks in the order in which they start.
pub(super) fn table(case: Assessed<'_>, plans: &Plans) -> Option<Table> {
    let mut items: Vec<&Item> = plans.items().collect();
    items.sort_by_key(|item| (item.timing.start, item.timing.finish));
    let line = |item: &Item| Line {
        name: names::clause(case, &item.clause),
        title: item.title.to_string(),
        owner: item.owner.as_ref().map(ToString::to_string),
        effort: item.effort,
        days: Days::of(&case.assessment.calendar, plans.start, item),
        due: due(case, plans, item),
        slack: item.timing.slack,
        is_critical: item.timing.is_critical,
    };
    let lines: Vec<Line> = items.into_iter().map(line).collect();
    let is_timed = plans.pace.length > WorkingDays::default();
    // Without a single day there is nothing to compare.
    let is_shown = |column: &&Column<Line>| column.key() != "due" || lines.iter().any(|line| line.due != Cell::Empty);
    let columns: Vec<Column<Line>> = COLUMNS.iter().filter(is_shown).copied().collect();
    is_timed.then(|| Table::of(TIMETABLE, say!("plan-timetable"), &columns, &lines).for_audience(Audience::People))
}

struct Line {
    name: String,
    title: String,
    owner: Option<String>,
    effort: Option<PersonDays>,
    days: Days,
    due: Cell,
    slack: WorkingDays,
    is_critical: bool,
}

/// When a task is done, as days of the calendar or counted from day 1.
enum Days {
    Dates(Date, Date),
    Counted(u64, u64),
}

impl Days {
    fn of(calendar: &Calendar, start: Option<Date>, item: &Item) -> Self {
        let (begin, end) = (item.timing.start, item.timing.finish);
        let dates = |start| calendar.day_after(start, begin).zip(calendar.last_day(start, begin, end));
        match start.and_then(dates) {
            Some((first, last)) => Self::Dates(first, last),
            None => {
                let first = begin.0 / 100 + 1;
                Self::Counted(first, end.0.div_ceil(100).max(first))
            }
        }
    }

    fn first(&self) -> Cell {
        match self {
            Self::Dates(first, _) => Cell::day(Some(*first)),
            Self::Counted(first, _) => Cell::text(say!("plan-day", day = *first)),
        }
    }

    fn last(&self) -> Cell {
        match self {
            Self::Dates(_, last) => Cell::day(Some(*last)),
            Self::Counted(_, last) => Cell::text(say!("plan-day", day = *last)),
        }
    }
}

const COLUMNS: &[Column<Line>] = &[
    Column::said(Audience::All, "clause", "plan-heading-task", |line| Cell::text(&line.name)),
    Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.title)),
    Column::said(Audience::All, "owner", "heading-owner", |line| Cell::maybe(line.owner.as_ref())),
    Column::said(Audience::All, "effort", "plan-heading-days", |line| match line.effort {
        Some(effort) => Cell::Effort(effort),
        None => Cell::word(say!("plan-not-estimated"), Tone::Unsure),
    }),
    Column::said(Audience::All, "first", "plan-heading-start", |line| line.days.first()),
    Column::said(Audience::All, "last", "plan-heading-finish", |line| line.days.last()),
    Column::said(Audience::All, "due", "heading-due", |line| line.due.clone()),
    Column::said(Audience::All, "slack", "plan-heading-slack", |line| time(line.slack)),
    Column::said(Audience::All, "critical", "plan-heading-critical", |line| critical(line.is_critical)),
];

/// That a delay delays the whole, where it does.
pub(super) fn critical(is_critical: bool) -> Cell {
    if is_critical { Cell::word(say!("plan-critical-word"), Tone::Bad) } else { Cell::Empty }
}
