//! What has become of an earlier plan: what is done, what has come, what is due later, and how much is left.

mod parts;
mod written;

pub(super) use parts::{sentences, table};

use std::collections::{BTreeMap, BTreeSet};

use super::items::Item;
use super::plans::Plans;
use crate::crosswalk::Level;
use crate::language::{Phrase, say, words_of};
use crate::model::{ClauseId, PersonDays};
use crate::query::scenarios::AllScenarios;
use crate::report::Tone;
use crate::source::Text;
use jiff::civil::Date;

/// The tasks of an earlier plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanBaseline {
    tasks: Vec<BaselineTask>,
}

/// What is kept of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
struct BaselineTask {
    clause: ClauseId,
    title: Text,
    includes: Vec<ClauseId>,
    owner: Option<String>,
    due: Option<Date>,
    effort: Option<PersonDays>,
}

/// What has become of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskChange {
    /// Its clauses are in place.
    Done,
    /// It is due later than it was.
    Slipped,
    /// It had a due date, and has none any more.
    Undated,
    /// It was in no task of the earlier plan.
    New,
    /// It is open as before.
    Open,
    /// It is no longer in the plan, but its clause is not in place: it does not apply, or is not in a target.
    Dropped,
}

/// A task then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskProgress {
    /// The clause of the task: of the plan of today, or, where that holds it no more, of the earlier one.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What has become of it.
    pub change: TaskChange,
    /// Who answers for it.
    pub owner: Option<String>,
    /// By when it was due.
    pub due_before: Option<Date>,
    /// By when it is due.
    pub due: Option<Date>,
    /// How much work it was.
    pub effort_before: Option<PersonDays>,
    /// How much work it is.
    pub effort: Option<PersonDays>,
}

impl PlanBaseline {
    /// The tasks of a plan.
    pub fn of(plans: &Plans) -> Self {
        let task = |item: &Item| BaselineTask {
            clause: item.clause.clone(),
            title: item.title.clone(),
            includes: item.includes.clone(),
            owner: item.owner.as_ref().map(ToString::to_string),
            due: item.due,
            effort: item.effort,
        };
        Self { tasks: plans.items().map(task).collect() }
    }

    /// What has become of each task: first those of the plan in its order, then those that it holds no more.
    pub(super) fn compare(&self, all: &AllScenarios<'_>, plans: &Plans) -> Vec<TaskProgress> {
        let mut places: BTreeMap<&ClauseId, usize> = BTreeMap::new();
        for (at, task) in self.tasks.iter().enumerate() {
            for clause in &task.includes {
                places.entry(clause).or_insert(at);
            }
        }
        for (at, task) in self.tasks.iter().enumerate() {
            places.insert(&task.clause, at);
        }
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut progress: Vec<TaskProgress> = Vec::new();
        for item in plans.items() {
            let before: BTreeSet<usize> = item.clauses().filter_map(|clause| places.get(clause).copied()).collect();
            found.extend(&before);
            let then = places.get(&item.clause).or(before.first()).map(|at| &self.tasks[*at]);
            let change = |then: &BaselineTask| match (then.due, item.due) {
                (Some(before), Some(now)) if now > before => TaskChange::Slipped,
                (Some(_), None) => TaskChange::Undated,
                (Some(_), Some(_)) | (None, _) => TaskChange::Open,
            };
            progress.push(TaskProgress {
                clause: item.clause.clone(),
                title: item.title.clone(),
                change: then.map_or(TaskChange::New, change),
                owner: item.owner.as_ref().map(ToString::to_string),
                due_before: then.and_then(|then| then.due),
                due: item.due,
                effort_before: then.and_then(|then| then.effort),
                effort: item.effort,
            });
        }
        let gone = self.tasks.iter().enumerate().filter(|(at, _)| !found.contains(at)).map(|(_, task)| task);
        progress.extend(gone.map(|task| TaskProgress {
            clause: task.clause.clone(),
            title: task.title.clone(),
            change: if is_in_place(all, task) { TaskChange::Done } else { TaskChange::Dropped },
            owner: task.owner.clone(),
            due_before: task.due,
            due: None,
            effort_before: task.effort,
            effort: None,
        }));
        progress
    }
}

/// Whether all that a task was about is in place.
fn is_in_place(all: &AllScenarios<'_>, task: &BaselineTask) -> bool {
    let clauses = std::iter::once(&task.clause).chain(&task.includes);
    let mut requirements = clauses.flat_map(|clause| all.case.case.crosswalk.requirements_of(clause)).peekable();
    requirements.peek().is_some() && requirements.all(|clause| all.as_stated.level(clause) == Some(Level::Full))
}

impl TaskChange {
    const ALL: [Self; 6] = [Self::Done, Self::Slipped, Self::Undated, Self::New, Self::Open, Self::Dropped];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Slipped => "slipped",
            Self::Undated => "no-due-date",
            Self::New => "new",
            Self::Open => "open",
            Self::Dropped => "dropped",
        }
    }

    /// So many tasks of which that has become.
    fn counted(self, count: usize) -> Phrase {
        match self {
            Self::Done => say!("plan-changed-done", count = count),
            Self::Slipped => say!("plan-changed-slipped", count = count),
            Self::Undated => say!("plan-changed-undated", count = count),
            Self::New => say!("plan-changed-new", count = count),
            Self::Open => say!("plan-changed-open", count = count),
            Self::Dropped => say!("plan-changed-dropped", count = count),
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Done => Tone::Good,
            Self::Slipped | Self::Undated => Tone::Bad,
            Self::New => Tone::Middling,
            Self::Open => Tone::Plain,
            Self::Dropped => Tone::Quiet,
        }
    }
}

words_of!(TaskChange {
    Done => "done", "plan-change-done";
    Slipped => "slipped", "plan-change-slipped";
    Undated => "no-due-date", "plan-change-undated";
    New => "new", "plan-change-new";
    Open => "open", "plan-change-open";
    Dropped => "dropped", "plan-change-dropped";
});
