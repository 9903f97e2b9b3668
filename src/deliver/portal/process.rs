//! The page of one process.

use super::system::{ProcessPage, System, owner_cell};
use super::work::items_table;
use super::{objectives, overview, processes};
use crate::crosswalk::Level;
use crate::deliver::plan::Item;
use crate::language::Phrase;
use crate::model::{ClauseId, EditionId};
use crate::query::gap::{self, Action};
use crate::query::{tally, words};
use crate::report::{Cell, Column, Entry, Link, Part, SitePage, Table, Tone};
use crate::source::Text;

pub(super) fn page(system: &System<'_>, site: &ProcessPage<'_>) -> SitePage {
    let open = system.open_of(site);
    let mut lead = vec![match site.is_done() {
        true => "The process is done: its description, inputs and outputs are there.".to_owned(),
        false => format!("The process is not done yet. What is missing: {}.", overview::missing(site)),
    }];
    lead.push(match (site.clauses.len(), open.len()) {
        (0, _) => "It names no clause: add those that it supports under its `clauses`.".to_owned(),
        (_, 0) => "Nothing is open about its clauses.".to_owned(),
        (_, several) => format!("{} about its clauses.", words::counted(several, "open item", "open items")),
    });
    let mut parts = vec![Part::Entry(described(system, site))];
    if !site.clauses.is_empty() {
        parts.push(Part::Section("Clauses".to_owned().into()));
    }
    for of_edition in site.clauses.chunk_by(|(one, _), (other, _)| one.edition == other.edition) {
        let lines: Vec<Line> =
            of_edition.iter().map(|(clause, belonging)| line(system, clause, belonging.in_words())).collect();
        parts.push(Part::Table(Table::of("clauses", title(system, &of_edition[0].0.edition), COLUMNS, &lines)));
    }
    if !open.is_empty() {
        parts.push(Part::Section("Current work".to_owned().into()));
        parts.push(Part::Table(items_table("work", "Open items about its clauses".to_owned(), open)));
    }
    let document = system.document(site.title().to_owned(), lead, parts, &site.tables);
    SitePage { path: site.path.clone(), name: None, main_page: processes::PATH.to_owned(), document }
}

fn title(system: &System<'_>, edition: &EditionId) -> String {
    let title = system.case.case.library.catalog(edition).map(|catalog| catalog.title.as_str());
    format!("{edition} {}", title.unwrap_or_default())
}

/// What makes a process done, who answers for it, and what it serves.
fn described(system: &System<'_>, site: &ProcessPage<'_>) -> Entry {
    let (word, tone) = site.state();
    let process = site.process;
    let missing = process.missing_parts();
    let needed = |title: &str, name: &str, places: &[Text]| {
        let is_there = !missing.contains(&name);
        let cell = if is_there { Cell::resources(places) } else { Cell::word("missing", Tone::Bad) };
        Entry { is_done: Some(is_there), ..Entry::new(title).value("", cell) }
    };
    let served = system.case.assessment.objectives.iter().filter(|objective| objective.processes.contains(&process.id));
    let mut entry = Entry::new("What it is")
        .mark(word, tone)
        .value("Owner", owner_cell(process.owner.as_deref()))
        .value("Objectives", Cell::links(served.map(|objective| Link::to_page(&objective.title, objectives::PATH))));
    entry.children = vec![
        needed("Description", "description", process.description.as_slice()),
        needed("Inputs", "inputs", &process.inputs),
        needed("Outputs", "outputs", &process.outputs),
    ];
    entry
}

/// A clause of a process, and how it stands.
struct Line {
    clause: ClauseId,
    title: Text,
    level: Cell,
    known: String,
    link: String,
    action: Option<Action>,
    task: Phrase,
    evidence: Vec<Text>,
}

const COLUMNS: &[Column<Line>] = &[
    Column::new("clause", "Clause", |line| Cell::refs_shown(vec![line.clause.clone()], line.clause.number.to_string())),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::new("belonging", "Belongs here", |line| Cell::text(&line.link)),
    Column::new("level", "Level", |line| line.level.clone()),
    Column::new("known", "Known", |line| Cell::text(&line.known)),
    Column::new("action", "Action", |line| match line.action {
        Some(action) => Cell::word(action.name(), action.tone()),
        None => Cell::Empty,
    }),
    Column::new("task", "What to do", |line| Cell::text(&line.task)),
    Column::new("evidence", "Evidence", |line| Cell::resources(&line.evidence)),
];

fn line(system: &System<'_>, clause: &ClauseId, belonging: String) -> Line {
    let crosswalk = system.case.case.crosswalk;
    let is_requirement = !crosswalk.requirements_of(clause).is_empty();
    let level = system.stated.level(clause);
    let stated = crosswalk.statement(clause, system.case.assessment);
    let known = match (stated, level) {
        (Some((carrier, statement)), _) if carrier == clause => words::status(statement.status),
        (Some((carrier, statement)), _) => {
            format!("{} with {}", words::status(statement.status), carrier.number).into()
        }
        (None, Some(Level::Presumed | Level::Partial | Level::Full)) => "inferred".into(),
        (None, Some(Level::None) | None) => "not assessed".into(),
    };
    let about = system.open_about(clause);
    let row = system.gaps.rows.iter().find(|row| row.clause == *clause);
    // Where the work is part of that on another clause, its own words name that clause.
    let task = |item: &&Item| match row.filter(|_| item.includes.contains(clause)) {
        Some(row) => gap::what_to_do(row),
        None => item.task.clone(),
    };
    let mut tasks: Vec<Phrase> = about.iter().map(task).collect();
    tasks.dedup();
    Line {
        clause: clause.clone(),
        title: crosswalk.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default(),
        level: match level {
            _ if !is_requirement => Cell::Empty,
            Some(level) => Cell::word(level, tally::tone(level)),
            None => Cell::word("not applicable", Tone::Quiet),
        },
        known: if is_requirement { known.into() } else { "asks for nothing".to_owned() },
        link: belonging,
        action: row.map(|row| row.action).or(about.first().map(|item| item.action)),
        task: Phrase::joined(tasks, " "),
        evidence: evidence(system, clause),
    }
}

/// What shows that a clause is in place: the evidence of what is stated of it, else of what its level rests on.
fn evidence(system: &System<'_>, clause: &ClauseId) -> Vec<Text> {
    let crosswalk = system.case.case.crosswalk;
    let statement = |clause: &ClauseId| crosswalk.statement(clause, system.case.assessment);
    let named: Vec<&Text> = match statement(clause) {
        Some((_, statement)) => statement.evidence.iter().collect(),
        None => {
            let origins = system.stated.origins(clause).into_iter();
            origins.filter_map(statement).flat_map(|(_, statement)| &statement.evidence).collect()
        }
    };
    let mut evidence: Vec<Text> = Vec::new();
    for place in named {
        if !evidence.contains(place) {
            evidence.push(place.clone());
        }
    }
    evidence
}
