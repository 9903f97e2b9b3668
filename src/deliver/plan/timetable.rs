//! The tasks by when they are done, for people: days, slack, the critical path, and the day on which everything is done.

use jiff::civil::Date;

use super::items::Item;
use super::names;
use super::plans::Plans;
use crate::model::{Calendar, PersonDays, WorkingDays};
use crate::query::case::Assessed;
use crate::query::words::{counted, listed, some_of};
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

/// A number of working days.
pub(super) fn time(time: WorkingDays) -> Cell {
    // A plan that takes longer is refused.
    Cell::Effort(PersonDays(u32::try_from(time.0).unwrap_or(u32::MAX)))
}

/// How long it all takes, how that was found, and what is left out of it.
pub(super) fn sentences(case: Assessed<'_>, plans: &Plans) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some((effort, count @ 1..)) = plans.estimate {
        let tasks = counted(count, "task has", "tasks have");
        sentences.push(format!(
            "{tasks} no effort of {} own and {} taken for {}{}.",
            its(count),
            is(count),
            counted(effort, "person-day", "person-days"),
            if count == 1 { "" } else { " each" }
        ));
    }
    let (pace, calendar) = (&plans.pace, &case.assessment.calendar);
    let unknown = plans.items().filter(|item| item.effort.is_none()).count();
    let left_out = match unknown {
        0 => String::new(),
        some => format!(", without {} not estimated", counted(some, "task that is", "tasks that are")),
    };
    if pace.length > WorkingDays::default() {
        let critical = plans.items().filter(|item| item.timing.is_critical).count();
        let first_and_last = plans.start.and_then(|start| {
            let first = calendar.day_after(start, WorkingDays::default());
            first.zip(calendar.last_day(start, WorkingDays::default(), pace.length))
        });
        let finish = match first_and_last {
            Some((first, last)) => format!("Start {first}, finish {last}"),
            None => format!("Start on day 1, finish on day {}", pace.length.0.div_ceil(100)),
        };
        sentences.push(format!(
            "{finish}: {}{left_out}. {} on the critical path.",
            counted(pace.length, "working day", "working days"),
            counted(critical, "task is", "tasks are")
        ));
        sentences.extend(without_capacity(case, plans));
        sentences.push(
            "Tasks were placed one after the other, first the one with the most work on the longest path behind it; a shorter schedule may exist."
                .to_owned(),
        );
    }
    if !pace.unused_capacities.is_empty() {
        let owners = listed(&pace.unused_capacities);
        sentences.push(format!("A capacity is stated for {owners}, who own no task with an effort under this name."));
    }
    if !pace.conflicts.is_empty() {
        let pairs = pace
            .conflicts
            .iter()
            .map(|(earlier, later)| format!("{} before {}", names::clause(case, earlier), names::clause(case, later)));
        let pairs: Vec<String> = pairs.collect();
        sentences.push(format!(
            "Not kept, since the order of the steps or of other tasks says otherwise: {}.",
            some_of(&pairs)
        ));
    }
    sentences
}

fn its(count: usize) -> &'static str {
    if count == 1 { "its" } else { "their" }
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Whose time is taken for as much as is needed.
fn without_capacity(case: Assessed<'_>, plans: &Plans) -> Option<String> {
    let owners = &plans.pace.without_capacity;
    let rest = "each of these tasks takes five days a week, and any number of them may run side by side";
    if case.assessment.capacities.is_empty() {
        return Some(format!("No capacity is stated: {}.", rest.replace("these ", "the ")));
    }
    let mut names: Vec<String> = owners.iter().flatten().cloned().collect();
    if owners.contains(&None) {
        names.push("tasks without an owner".to_owned());
    }
    (!names.is_empty()).then(|| format!("No capacity is stated for {}: {rest}.", some_of(&names)))
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
        slack: item.timing.slack,
        is_critical: item.timing.is_critical,
    };
    let lines: Vec<Line> = items.into_iter().map(line).collect();
    let is_timed = plans.pace.length > WorkingDays::default();
    is_timed.then(|| Table::of(TIMETABLE, "Timetable", COLUMNS, &lines).for_audience(Audience::People))
}

struct Line {
    name: String,
    title: String,
    owner: Option<String>,
    effort: Option<PersonDays>,
    days: Days,
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
            Self::Counted(first, _) => Cell::text(format!("day {first}")),
        }
    }

    fn last(&self) -> Cell {
        match self {
            Self::Dates(_, last) => Cell::day(Some(*last)),
            Self::Counted(_, last) => Cell::text(format!("day {last}")),
        }
    }
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("clause", "Task", |line| Cell::text(&line.name)),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::new("owner", "Owner", |line| Cell::maybe(line.owner.as_ref())),
    Column::new("effort", "Days", |line| match line.effort {
        Some(effort) => Cell::Effort(effort),
        None => Cell::word("not estimated", Tone::Unsure),
    }),
    Column::new("first", "Start", |line| line.days.first()),
    Column::new("last", "Finish", |line| line.days.last()),
    Column::new("slack", "Slack", |line| time(line.slack)),
    Column::new("critical", "Critical path", |line| match line.is_critical {
        true => Cell::word("critical", Tone::Bad),
        false => Cell::Empty,
    }),
];
