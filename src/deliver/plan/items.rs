//! The open items: what is to be done about each requirement that is not covered, and about the base clauses that it waits for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::wins::WinSearch;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId, Efforts, PersonDays, Statement, Status, WorkingDays};
use crate::query::case::Assessed;
use crate::query::gap::{self, Action, GapRow};
use crate::source::Text;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The requirement that it is about: of the target, or a base clause that requirements of the target wait for.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// The kind of work.
    pub action: Action,
    /// What to do, in sentences.
    pub task: Phrase,
    /// The clauses whose tasks come before it: those that it depends on, and those that its catalog says to come first.
    pub prerequisites: Vec<ClauseId>,
    /// The requirements of targets that wait for it.
    pub required_by: Vec<ClauseId>,
    /// The requirements whose own work is part of it, since it puts them in place too.
    pub includes: Vec<ClauseId>,
    /// The requirements of all targets that it completes, its own and those that it includes among them. To verify or to
    /// assess completes nothing.
    pub completes: Vec<ClauseId>,
    /// Those that it brings to a higher level, and not to full.
    pub improves: Vec<ClauseId>,
    /// When it is done.
    pub timing: TaskTiming,
    /// What is stated about the clause.
    pub status: Option<Status>,
    /// Who is responsible for it: of the clause itself, else of the base clauses that it depends on.
    pub owner: Option<Text>,
    /// Its due date: of the clause itself, else the latest of the base clauses that it depends on.
    pub due: Option<Date>,
    /// How much work it is, where that is stated; nothing at all where the work is that of the clauses it depends on.
    pub effort: Option<PersonDays>,
    /// Whether status, owner, day and effort are stated on the clause itself, and do not only follow.
    pub is_stated: bool,
    /// Whether the owner is stated on the clause, or on a heading above it.
    pub has_own_owner: bool,
    /// Whether the day is stated so.
    pub has_own_due: bool,
    /// Whether the effort is stated on the clause itself, and is not what such work usually takes.
    pub has_own_effort: bool,
    /// The note on the clause itself.
    pub note: Option<String>,
    /// The target that it is an item of; nothing where no target waits for it.
    pub target: Option<EditionId>,
    /// Whether it is a base clause, and no requirement of a target of the plan.
    pub is_base: bool,
}

/// When a task is done, in working days from the start of the plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskTiming {
    /// When it starts.
    pub start: WorkingDays,
    /// When it is done.
    pub finish: WorkingDays,
    /// By how much it can be late without making the whole later.
    pub slack: WorkingDays,
    /// Whether a delay of it delays the whole.
    pub is_critical: bool,
}

impl Item {
    /// Whether its clauses are in place once it is done: to verify or to assess only gives information.
    pub fn puts_in_place(&self) -> bool {
        match self.action {
            Action::Extend | Action::Implement | Action::Build => true,
            Action::None | Action::Verify | Action::Assess => false,
        }
    }

    /// Its clause, and those whose work is part of it.
    pub fn clauses(&self) -> impl Iterator<Item = &ClauseId> {
        std::iter::once(&self.clause).chain(&self.includes)
    }

    /// The targets that it is of use to: those of requirements that it is about, completes, improves or that wait for it.
    pub fn targets(&self) -> BTreeSet<&EditionId> {
        let served = self.completes.iter().chain(&self.improves).chain(&self.required_by).map(|clause| &clause.edition);
        served.chain(&self.target).collect()
    }

    /// It in a line: what is to be done with its clause, whose name with the edition is given.
    pub(super) fn headline(&self, clause: &str) -> Phrase {
        let what = format!("{clause} {}", self.title);
        match self.action {
            Action::None => say!("plan-do-keep", what = what),
            Action::Extend => say!("plan-do-extend", what = what),
            Action::Verify => say!("plan-do-verify", what = what),
            Action::Implement => say!("plan-do-implement", what = what),
            Action::Assess => say!("plan-do-assess", what = what),
            Action::Build => say!("plan-do-build", what = what),
        }
    }

    /// The same with whether it is what is stated.
    pub(super) fn with_origin(self, case: Assessed<'_>) -> Self {
        let is_own = |own: &Statement| {
            let of_clause = (Some(own.status), own.owner.as_ref(), own.due, own.effort);
            of_clause == (self.status, self.owner.as_ref(), self.due, self.effort)
        };
        let stated = case.assessment.statement(&self.clause);
        let own = statement(case, &self.clause);
        Self {
            is_stated: stated.is_some_and(is_own),
            note: stated.and_then(|own| own.note.as_ref()).map(ToString::to_string),
            has_own_owner: own.is_some_and(|own| own.owner.is_some()),
            has_own_due: own.is_some_and(|own| own.due.is_some()),
            has_own_effort: own_effort(case, &self.clause).is_some(),
            ..self
        }
    }
}

/// The items of one target: those of its base clauses first, each once, then those of its requirements in their order.
/// Base clauses are those that requirements wait for, and those stated as not in place that bring a requirement further.
pub(super) fn items(case: Assessed<'_>, target: &EditionId, rows: &[GapRow], search: &WinSearch<'_>) -> Vec<Item> {
    let open: Vec<&GapRow> = rows.iter().filter(|row| row.action != Action::None).collect();
    let in_target: BTreeSet<&ClauseId> = open.iter().map(|row| &row.clause).collect();
    let mut waiting: BTreeMap<&ClauseId, Vec<ClauseId>> = BTreeMap::new();
    for row in &open {
        for first in row.prerequisites.iter().filter(|first| !in_target.contains(first)) {
            waiting.entry(first).or_default().push(row.clause.clone());
        }
    }
    let mut carriers: BTreeSet<&ClauseId> = BTreeSet::new();
    for (clause, rises) in search.stated() {
        let stated = case.case.crosswalk.statement(clause, case.assessment);
        let carrier = stated.map_or(clause, |(carrier, _)| carrier);
        let serves = waiting.entry(carrier).or_default();
        serves.extend(rises.cloned());
        carriers.insert(carrier);
    }
    for carrier in carriers {
        let serves = waiting.entry(carrier).or_default();
        serves.sort_unstable();
        serves.dedup();
    }
    let mut awaited: BTreeMap<&ClauseId, BTreeSet<&ClauseId>> = BTreeMap::new();
    for (clause, serves) in &waiting {
        for served in serves {
            awaited.entry(served).or_default().insert(clause);
        }
    }
    let own: Vec<Item> = open
        .iter()
        .map(|row| {
            let of_base = awaited.get(&row.clause).into_iter().flatten().copied();
            let rests_on: BTreeSet<&ClauseId> = of_base.chain(&row.prerequisites).collect();
            own_item(case, row, rests_on.into_iter().cloned().collect())
        })
        .collect();
    let base = waiting.into_iter().filter_map(|(clause, serves)| base_item(case, clause, serves));
    let mut base: Vec<Item> = base.map(|item| Item { target: Some(target.clone()), ..item }).collect();
    sort_by_place(case, &mut base);
    base.into_iter().chain(own).collect()
}

/// Sorts items by their places in the catalogs; those of one clause stay in their order.
pub(in crate::deliver) fn sort_by_place(case: Assessed<'_>, items: &mut [Item]) {
    let library = case.case.library;
    items.sort_by(|left, right| library.place(&left.clause).cmp(&library.place(&right.clause)));
}

/// What is to be done about a base clause, and for which requirements of a target.
pub(in crate::deliver) fn base_item(case: Assessed<'_>, clause: &ClauseId, serves: Vec<ClauseId>) -> Option<Item> {
    let found = case.case.crosswalk.clause(clause)?;
    let statement = statement(case, clause);
    let summary = found.summary.as_ref().map(|summary| summary.trim());
    let (action, task) = match (statement.map(|statement| statement.status), summary) {
        (Some(Status::Partial), Some(text)) => (Action::Extend, say!("task-extend-summary", text = text)),
        (Some(Status::Partial), None) => (Action::Extend, say!("task-extend")),
        (Some(Status::Implemented | Status::Planned | Status::NotImplemented | Status::NotApplicable), Some(text)) => {
            (Action::Implement, say!("task-implement-summary", text = text))
        }
        (Some(Status::Implemented | Status::Planned | Status::NotImplemented | Status::NotApplicable), None) => {
            (Action::Implement, say!("task-implement"))
        }
        (None, Some(text)) => (Action::Assess, say!("plan-task-check-summary", text = text)),
        (None, None) => (Action::Assess, say!("plan-task-check")),
    };
    let note = statement.and_then(|statement| statement.note.as_deref());
    let note = note.map(|note| say!("plan-note", note = note.trim()));
    let item = Item {
        is_stated: false,
        has_own_owner: false,
        has_own_due: false,
        has_own_effort: false,
        note: None,
        target: None,
        is_base: true,
        clause: clause.clone(),
        title: found.title.clone(),
        action,
        task: Phrase::joined(std::iter::once(task).chain(note), " "),
        prerequisites: Vec::new(),
        required_by: serves,
        includes: Vec::new(),
        completes: Vec::new(),
        improves: Vec::new(),
        timing: TaskTiming::default(),
        status: statement.map(|statement| statement.status),
        owner: statement.and_then(|statement| statement.owner.clone()),
        due: statement.and_then(|statement| statement.due),
        effort: base_effort(case, clause),
    };
    Some(item.with_origin(case))
}

/// How much work it is to complete or to implement a base clause, or to assess it.
pub(super) fn base_effort(case: Assessed<'_>, clause: &ClauseId) -> Option<PersonDays> {
    let action = match statement(case, clause).map(|statement| statement.status) {
        Some(Status::Partial) => Action::Extend,
        Some(_) => Action::Implement,
        None => Action::Assess,
    };
    own_effort(case, clause).or(default_effort(&case.assessment.efforts, action))
}

fn own_item(case: Assessed<'_>, row: &GapRow, rests_on: Vec<ClauseId>) -> Item {
    let own = statement(case, &row.clause);
    let partners: Vec<&Statement> = rests_on.iter().filter_map(|clause| statement(case, clause)).collect();
    let of_partners = || {
        let mut owners = partners.iter().filter_map(|statement| statement.owner.as_ref());
        let first = owners.next()?;
        owners.all(|owner| owner == first).then(|| first.clone())
    };
    // If the work is that of the base clauses, only what goes beyond them remains; to check is separate work.
    let is_work_of_base = !row.prerequisites.is_empty() && row.action != Action::Verify;
    let usual = match (is_work_of_base, row.add.is_empty()) {
        (true, true) => Some(PersonDays::default()),
        (true, false) => case.assessment.efforts.extend,
        (false, _) => default_effort(&case.assessment.efforts, row.action),
    };
    let item = Item {
        is_stated: false,
        has_own_owner: false,
        has_own_due: false,
        has_own_effort: false,
        note: None,
        target: Some(row.clause.edition.clone()),
        is_base: false,
        clause: row.clause.clone(),
        title: row.title.clone(),
        action: row.action,
        task: gap::what_to_do(row),
        required_by: Vec::new(),
        includes: Vec::new(),
        completes: Vec::new(),
        improves: Vec::new(),
        timing: TaskTiming::default(),
        status: row.status,
        owner: own.and_then(|statement| statement.owner.clone()).or_else(of_partners),
        due: own
            .and_then(|statement| statement.due)
            .or_else(|| partners.iter().filter_map(|statement| statement.due).max()),
        prerequisites: rests_on,
        effort: own_effort(case, &row.clause).or(usual),
    };
    item.with_origin(case)
}

fn statement<'a>(case: Assessed<'a>, clause: &ClauseId) -> Option<&'a Statement> {
    case.case.crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement)
}

/// The effort that is stated on the clause itself: that of a heading is for all below it, and not for each.
fn own_effort(case: Assessed<'_>, clause: &ClauseId) -> Option<PersonDays> {
    case.assessment.statement(clause)?.effort
}

fn default_effort(efforts: &Efforts, action: Action) -> Option<PersonDays> {
    match action {
        Action::None => None,
        Action::Extend => efforts.extend,
        Action::Verify => efforts.verify,
        Action::Implement => efforts.implement,
        Action::Assess => efforts.assess,
        Action::Build => efforts.build,
    }
}
