//! The open items: what is to be done about each requirement that is not covered, and about the base clauses that it waits for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{ClauseId, EditionId, Efforts, PersonDays, Statement, Status};
use crate::query::Assessed;
use crate::query::gap::{self, Action, GapRow};
use crate::source::Words;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The requirement that it is about: of the target, or a base clause that requirements of the target wait for.
    pub clause: ClauseId,
    /// Its title.
    pub title: Words,
    /// The kind of work.
    pub action: Action,
    /// What to do, in sentences.
    pub task: String,
    /// The base clauses that come before it, since it rests on them.
    pub rests_on: Vec<ClauseId>,
    /// Of a base clause: the requirements of the target that wait for it.
    pub serves: Vec<ClauseId>,
    /// What is stated about the clause.
    pub status: Option<Status>,
    /// Who answers for it: of the clause itself, else of the base clauses that it rests on.
    pub owner: Option<Words>,
    /// By when it is due: of the clause itself, else the latest of the base clauses that it rests on.
    pub due: Option<Date>,
    /// How much work it is, where that is stated; nothing at all where the work is that of the clauses it rests on.
    pub effort: Option<PersonDays>,
}

/// The items of one target: those of its base clauses first, each once, then those of its requirements in their order.
pub(super) fn items(case: Assessed<'_>, target: &EditionId, rows: &[GapRow]) -> Vec<Item> {
    let open: Vec<&GapRow> =
        rows.iter().filter(|row| row.clause.edition == *target && row.action != Action::None).collect();
    let mut waiting: BTreeMap<&ClauseId, Vec<ClauseId>> = BTreeMap::new();
    for row in &open {
        for first in row.first.iter().filter(|first| !open.iter().any(|other| other.clause == **first)) {
            waiting.entry(first).or_default().push(row.clause.clone());
        }
    }
    let base = waiting.into_iter().filter_map(|(clause, serves)| base_item(case, clause, serves));
    let own = open.iter().map(|row| own_item(case, row));
    base.chain(own).collect()
}

fn base_item(case: Assessed<'_>, clause: &ClauseId, serves: Vec<ClauseId>) -> Option<Item> {
    let found = case.case.crosswalk.clause(clause)?;
    let statement = statement(case, clause);
    let asked = found.summary.as_deref().unwrap_or("what the clause asks for.");
    let (action, task) = match statement.map(|statement| statement.status) {
        Some(Status::Partial) => (Action::Implement, "Finish what is stated as partly in place.".to_owned()),
        Some(Status::Implemented | Status::Planned | Status::NotImplemented | Status::NotApplicable) => {
            (Action::Implement, format!("Put it in place: {asked}"))
        }
        None => (Action::Assess, format!("Look whether it is in place: {asked}")),
    };
    let note =
        statement.and_then(|statement| statement.note.as_deref()).map(|note| format!(" Stated: {}", note.trim()));
    Some(Item {
        clause: clause.clone(),
        title: found.title.clone(),
        action,
        task: task + &note.unwrap_or_default(),
        rests_on: Vec::new(),
        serves,
        status: statement.map(|statement| statement.status),
        owner: statement.and_then(|statement| statement.owner.clone()),
        due: statement.and_then(|statement| statement.due),
        effort: own_effort(case, clause).or(usual(&case.assessment.efforts, action)),
    })
}

fn own_item(case: Assessed<'_>, row: &GapRow) -> Item {
    let own = statement(case, &row.clause);
    let partners: Vec<&Statement> = row.first.iter().filter_map(|first| statement(case, first)).collect();
    let of_partners = || {
        let mut owners = partners.iter().filter_map(|statement| statement.owner.as_ref());
        let first = owners.next()?;
        owners.all(|owner| owner == first).then(|| first.clone())
    };
    // Where the work is that of the base clauses, only what goes beyond them is left.
    let is_work_of_base = matches!(row.action, Action::Implement | Action::Assess) && !row.first.is_empty();
    let usual = match (is_work_of_base, row.add.is_empty()) {
        (true, true) => Some(PersonDays::default()),
        (true, false) => case.assessment.efforts.extend,
        (false, _) => usual(&case.assessment.efforts, row.action),
    };
    Item {
        clause: row.clause.clone(),
        title: row.title.clone(),
        action: row.action,
        task: gap::what_to_do(row),
        rests_on: row.first.clone(),
        serves: Vec::new(),
        status: row.status,
        owner: own.and_then(|statement| statement.owner.clone()).or_else(of_partners),
        due: own
            .and_then(|statement| statement.due)
            .or_else(|| partners.iter().filter_map(|statement| statement.due).max()),
        effort: own_effort(case, &row.clause).or(usual),
    }
}

fn statement<'a>(case: Assessed<'a>, clause: &ClauseId) -> Option<&'a Statement> {
    case.case.crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement)
}

/// The effort that is stated of the clause itself: that of a heading is for all below it, and not for each.
fn own_effort(case: Assessed<'_>, clause: &ClauseId) -> Option<PersonDays> {
    case.assessment.statement(clause)?.effort
}

fn usual(efforts: &Efforts, action: Action) -> Option<PersonDays> {
    match action {
        Action::None => None,
        Action::Extend => efforts.extend,
        Action::Verify => efforts.verify,
        Action::Implement => efforts.implement,
        Action::Assess => efforts.assess,
        Action::Build => efforts.build,
    }
}
