//! The front page: the state of the management system.

use super::system::{ProcessPage, System, owner_cell};
use super::work::{self, deadlines};
use crate::deliver::plan::TargetPlan;
use crate::deliver::report;
use crate::language::{Phrase, say};
use crate::query::coverage;
use crate::query::gap::Action;
use crate::report::{Audience, Bar, Cell, Chart, Column, Entry, Part, Segment, SitePage, Table, Tone};

/// How many deadlines the front page shows.
const NEXT: usize = 10;

pub(super) fn page(system: &System<'_>) -> SitePage {
    let assessment = system.case.assessment;
    let weight = system.case.case.settings.partial_weight;
    let mut lead = vec![say!("portal-system", organization = &assessment.organization)];
    lead.extend(assessment.scope.iter().map(|scope| Phrase::from(scope.trim())));
    lead.extend(report::authorship(system.case));
    lead.push(processes_in_words(system));
    lead.extend(objectives_in_words(system));
    for (target, tally) in &system.gaps.targets {
        lead.push(say!("coverage-of", edition = target, figures = tally.in_words(weight)));
        lead.extend(system.case.out_of_scope(target));
    }
    lead.extend(work::in_words(system));
    let mut parts = processes(system);
    let totals = coverage::totals(&system.gaps.targets);
    if !totals.is_empty() {
        parts.push(Part::Section(say!("portal-standards")));
        parts.push(Part::Chart(coverage::chart(say!("portal-by-level"), &totals, weight)));
        let mut table = coverage::table("coverage", &totals, "target", weight);
        table.title = say!("in-numbers", title = say!("portal-by-level"));
        parts.push(Part::Table(table));
    }
    parts.extend(current(system));
    system.main_page("index.html", say!("portal-overview"), lead, parts, &system.tables)
}

/// How many processes are done, and what that means.
pub(super) fn processes_in_words(system: &System<'_>) -> Phrase {
    match system.process_pages.len() {
        0 => say!("portal-no-process"),
        all => say!("portal-processes-complete", done = system.done(), all = all),
    }
}

fn objectives_in_words(system: &System<'_>) -> Option<Phrase> {
    let count = system.case.assessment.objectives.len();
    (count > 0).then(|| say!("portal-objective-count", count = count))
}

fn processes(system: &System<'_>) -> Vec<Part> {
    if system.process_pages.is_empty() {
        return Vec::new();
    }
    let (done, all) = (system.done(), system.process_pages.len());
    let segments = vec![
        Segment { name: say!("portal-state-complete"), count: done, tone: Tone::Good },
        Segment { name: say!("portal-state-incomplete"), count: all - done, tone: Tone::Middling },
    ];
    let bar =
        Bar { label: say!("portal-processes"), value: say!("portal-complete-of", done = done, all = all), segments };
    let links = |is_done: bool| {
        Cell::links(system.process_pages.iter().filter(|site| site.is_done() == is_done).map(ProcessPage::link))
    };
    let pages = Entry::new(say!("portal-pages"))
        .value(say!("portal-heading-complete"), links(true))
        .value(say!("portal-heading-incomplete"), links(false));
    let mut parts = vec![
        Part::Section(say!("portal-processes")),
        Part::Chart(Chart { title: say!("portal-complete-processes"), bars: vec![bar] }),
        Part::Entry(pages),
    ];
    let open = system.process_pages.iter().filter(|site| !site.is_done());
    let table = Table::of("missing", say!("portal-missing"), &missing_columns(), open);
    if !table.rows.is_empty() {
        parts.push(Part::Table(table));
    }
    parts
}

fn missing_columns<'a>() -> Vec<Column<ProcessPage<'a>>> {
    vec![
        Column::said(Audience::All, "process", "portal-heading-process", |site| Cell::links([site.link()])),
        Column::said(Audience::All, "owner", "heading-owner", |site| owner_cell(site.process.owner.as_deref())),
        Column::said(Audience::All, "missing", "portal-heading-missing", |site| Cell::text(missing(site))),
    ]
}

/// What keeps a process from being done.
pub(super) fn missing(site: &ProcessPage<'_>) -> Phrase {
    Phrase::list(site.process.missing_parts().into_iter().map(|part| match part {
        "description" => say!("portal-description"),
        "inputs" => say!("portal-inputs"),
        "outputs" => say!("portal-outputs"),
        other => other.into(),
    }))
}

/// What is open by kind of work, and what is due next.
fn current(system: &System<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let lines: Vec<Open> = Action::ALL
        .into_iter()
        .map(|action| Open {
            action,
            planned: system.plans.plans.iter().flat_map(TargetPlan::items).filter(|item| item.action == action).count(),
            unplanned: system.unplanned.iter().filter(|item| item.action == action).count(),
        })
        .filter(|line| line.planned + line.unplanned > 0)
        .collect();
    if !lines.is_empty() {
        parts.push(Part::Table(Table::of("open", say!("portal-open-by-kind"), OPEN, &lines)));
    }
    let all = deadlines(system);
    if !all.is_empty() {
        let title = match all.len() {
            several @ NEXT.. if several > NEXT => say!("portal-next-deadlines", shown = NEXT, count = several),
            _ => say!("portal-deadlines"),
        };
        parts.push(Part::Table(work::deadline_table(title, &all[..all.len().min(NEXT)])));
    }
    if !parts.is_empty() {
        parts.insert(0, Part::Section(say!("portal-work")));
    }
    parts
}

/// How many items of a kind of work are open.
struct Open {
    action: Action,
    planned: usize,
    unplanned: usize,
}

const OPEN: &[Column<Open>] = &[
    Column::said(Audience::All, "action", "heading-action", |line| Cell::word(line.action, line.action.tone())),
    Column::said(Audience::All, "planned", "portal-heading-targets", |line| Cell::count(line.planned)),
    Column::said(Audience::All, "beside", "portal-heading-beside", |line| Cell::count(line.unplanned)),
];
