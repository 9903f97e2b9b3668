//! Tasks in time.

use jiff::civil::Date;

use crate::language::Phrase;
use crate::model::{Calendar, PersonDays, StepState, WorkingDays};

/// Tasks with what each waits for, and days by which something is due.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// Its title.
    pub title: Phrase,
    /// The day on which the first tasks start, where that is known.
    pub start: Option<Date>,
    /// On which days people work.
    pub calendar: Calendar,
    /// Its tasks, each after those that it waits for.
    pub tasks: Vec<Task>,
    /// What is due by a day, in the order of days.
    pub deadlines: Vec<Deadline>,
}

/// A task.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its id, unlike that of any other task.
    pub id: String,
    /// Its title.
    pub title: Phrase,
    /// What it belongs to, such as a phase.
    pub section: Phrase,
    /// The positions of the tasks that it waits for.
    pub after: Vec<usize>,
    /// How much work it is, where that is known.
    pub effort: Option<PersonDays>,
    /// When it starts, in working days from the start of the whole.
    pub begin: WorkingDays,
    /// When it is done; when it starts where its work is not known.
    pub end: WorkingDays,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whether it is a step without any open task, which has no work of its own.
    pub is_empty_step: bool,
    /// Whether a delay of it delays the whole.
    pub is_critical: bool,
    /// Whether it is done after the day by which it is due.
    pub is_late: bool,
    /// How far it has come, where that is stated.
    pub state: Option<StepState>,
}

/// What is due by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Its id, unlike that of any other deadline and the same in every run.
    pub id: String,
    /// The day.
    pub day: Date,
    /// What is due.
    pub title: Phrase,
    /// Who answers for it.
    pub owner: Option<String>,
    /// More about it, in sentences.
    pub text: Phrase,
    /// What kind of work it is, such as `implement`.
    pub category: Phrase,
    /// Whether the task is done later.
    pub is_missed: bool,
}
