//! The page of one process.

use super::system::{ProcessPage, System, owner_cell};
use super::work::items_table;
use super::{objectives, overview, processes};
use crate::crosswalk::Level;
use crate::deliver::plan::Item;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId};
use crate::query::gap::{self, Action};
use crate::query::{tally, words};
use crate::report::{Audience, Cell, Column, Entry, Link, Part, SitePage, Table, Tone};
use crate::source::Text;

pub(super) fn page(system: &System<'_>, site: &ProcessPage<'_>) -> SitePage {
    let open = system.open_of(site);
    let mut lead = vec![match site.is_done() {
        true => say!("portal-process-complete"),
        false => say!("portal-process-incomplete", missing = overview::missing(site)),
    }];
    lead.push(match (site.clauses.len(), open.len()) {
        (0, _) => say!("portal-process-no-clause"),
        (_, 0) => say!("portal-process-nothing-open"),
        (_, count) => say!("portal-process-open", count = count),
    });
    let mut parts = vec![Part::Entry(described(system, site))];
    if !site.clauses.is_empty() {
        parts.push(Part::Section(say!("portal-clauses")));
    }
    for of_edition in site.clauses.chunk_by(|(one, _), (other, _)| one.edition == other.edition) {
        let lines: Vec<Line> =
            of_edition.iter().map(|(clause, belonging)| line(system, clause, belonging.in_words())).collect();
        parts.push(Part::Table(Table::of("clauses", title(system, &of_edition[0].0.edition), COLUMNS, &lines)));
    }
    if !open.is_empty() {
        parts.push(Part::Section(say!("portal-current-work")));
        parts.push(Part::Table(items_table("work", say!("portal-process-items"), open)));
    }
    let document = system.document(site.title().into(), lead, parts, &site.tables);
    SitePage { path: site.path.clone(), name: None, main_page: processes::PATH.to_owned(), document }
}

fn title(system: &System<'_>, edition: &EditionId) -> Phrase {
    let title = system.case.case.library.catalog(edition).map(|catalog| Phrase::from(&catalog.title));
    Phrase::joined(std::iter::once(edition.into()).chain(title), " ")
}

/// What makes a process complete, who is responsible for it, and what it supports.
fn described(system: &System<'_>, site: &ProcessPage<'_>) -> Entry {
    let (word, tone) = site.state();
    let process = site.process;
    let missing = process.missing_parts();
    let needed = |title: Phrase, name: &str, places: &[Text]| {
        let is_there = !missing.contains(&name);
        let cell = if is_there { Cell::resources(places) } else { Cell::word(say!("portal-is-missing"), Tone::Bad) };
        Entry { is_done: Some(is_there), ..Entry::new(title).value("", cell) }
    };
    let supported =
        system.case.assessment.objectives.iter().filter(|objective| objective.processes.contains(&process.id));
    let mut entry = Entry::new(say!("portal-profile"))
        .mark(word, tone)
        .value(say!("heading-owner"), owner_cell(process.owner.as_deref()))
        .value(
            say!("portal-objectives"),
            Cell::links(supported.map(|objective| Link::to_page(&objective.title, objectives::PATH))),
        );
    entry.children = vec![
        needed(say!("portal-heading-description"), "description", process.description.as_slice()),
        needed(say!("portal-heading-inputs"), "inputs", &process.inputs),
        needed(say!("portal-heading-outputs"), "outputs", &process.outputs),
    ];
    entry
}

/// A clause of a process, and its state.
struct Line {
    clause: ClauseId,
    title: Text,
    level: Cell,
    known: Phrase,
    link: Phrase,
    action: Option<Action>,
    task: Phrase,
    evidence: Vec<Text>,
}

const COLUMNS: &[Column<Line>] = &[
    Column::said(Audience::All, "clause", "heading-clause", |line| {
        Cell::refs_shown(vec![line.clause.clone()], line.clause.number.to_string())
    }),
    Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.title)),
    Column::said(Audience::All, "belonging", "portal-heading-belonging", |line| Cell::text(&line.link)),
    Column::said(Audience::All, "level", "heading-level", |line| line.level.clone()),
    Column::said(Audience::All, "known", "portal-heading-known", |line| Cell::text(&line.known)),
    Column::said(Audience::All, "action", "heading-action", |line| match line.action {
        Some(action) => Cell::word(action, action.tone()),
        None => Cell::Empty,
    }),
    Column::said(Audience::All, "task", "heading-task", |line| Cell::text(&line.task)),
    Column::said(Audience::All, "evidence", "heading-evidence", |line| Cell::resources(&line.evidence)),
];

fn line(system: &System<'_>, clause: &ClauseId, belonging: Phrase) -> Line {
    let crosswalk = system.case.case.crosswalk;
    let is_requirement = !crosswalk.requirements_of(clause).is_empty();
    let level = system.stated.level(clause);
    let stated = crosswalk.statement(clause, system.case.assessment);
    let known = match (stated, level) {
        (Some((carrier, statement)), _) if carrier == clause => words::status(statement.status),
        (Some((carrier, statement)), _) => {
            let statement = words::status(statement.status);
            say!("proof-stated-by", statement = statement, clause = carrier.number.as_str())
        }
        (None, Some(Level::Presumed | Level::Partial | Level::Full)) => say!("portal-inferred"),
        (None, Some(Level::None) | None) => say!("not-assessed"),
    };
    let about = system.open_about(clause);
    let row = system.gaps.rows.iter().find(|row| row.clause == *clause);
    // Where the work is part of that on another clause, its own words name that clause.
    let task = |item: &&Item| match row.filter(|_| item.includes.contains(clause)) {
        Some(row) => gap::what_to_do(row),
        None => Phrase::from(&item.task),
    };
    let mut tasks: Vec<Phrase> = about.iter().map(task).collect();
    tasks.dedup();
    Line {
        clause: clause.clone(),
        title: crosswalk.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default(),
        level: match level {
            _ if !is_requirement => Cell::Empty,
            Some(level) => Cell::word(level, tally::tone(level)),
            None => Cell::word(say!("portal-not-applicable"), Tone::Quiet),
        },
        known: if is_requirement { known } else { say!("portal-no-requirement") },
        link: belonging,
        action: row.map(|row| row.action).or(about.first().map(|item| item.action)),
        task: Phrase::joined(tasks, " "),
        evidence: evidence(system, clause),
    }
}

/// What shows that a clause is in place: the evidence of the statement on it, else of what its level depends on.
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
