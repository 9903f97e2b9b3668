//! The front page: how the management system stands.

use super::system::{ProcessPage, System, owner_cell};
use super::work::{self, deadlines};
use crate::deliver::plan::TargetPlan;
use crate::deliver::report;
use crate::query::coverage;
use crate::query::gap::Action;
use crate::query::words::{counted, listed};
use crate::report::{Bar, Cell, Chart, Column, Entry, Part, Segment, SitePage, Table, Tone};

/// How many deadlines the front page shows.
const NEXT: usize = 10;

pub(super) fn page(system: &System<'_>) -> SitePage {
    let assessment = system.case.assessment;
    let weight = system.case.case.settings.partial_weight;
    let mut lead = vec![format!("The management system of {}.", assessment.organization)];
    lead.extend(assessment.scope.iter().map(|scope| scope.trim().to_owned()));
    lead.extend(report::authorship(system.case).map(String::from));
    lead.push(processes_in_words(system));
    lead.extend(objectives_in_words(system));
    for (target, tally) in &system.gaps.targets {
        lead.push(format!("Coverage of {target}: {}.", tally.in_words(weight)));
        lead.extend(system.case.out_of_scope(target).map(String::from));
    }
    lead.extend(work::in_words(system));
    let mut parts = processes(system);
    let totals = coverage::totals(&system.gaps.targets);
    if !totals.is_empty() {
        parts.push(Part::Section("Standards".to_owned().into()));
        parts.push(Part::Chart(coverage::chart("Requirements by level".to_owned().into(), &totals, weight)));
        let mut table = coverage::table("coverage", &totals, "target", weight);
        table.title = "Requirements by level, in numbers".to_owned().into();
        parts.push(Part::Table(table));
    }
    parts.extend(current(system));
    system.main_page("index.html", "Overview", lead, parts, &system.tables)
}

/// How many processes are done, and what that means.
pub(super) fn processes_in_words(system: &System<'_>) -> String {
    match system.process_pages.len() {
        0 => "No process is named: add each under `processes` of the assessment, with title, owner, description, inputs, outputs and clauses.".to_owned(),
        all => format!(
            "{} of {} done: description, inputs and outputs are there.",
            system.done(),
            counted(all, "process is", "processes are")
        ),
    }
}

fn objectives_in_words(system: &System<'_>) -> Option<String> {
    let count = system.case.assessment.objectives.len();
    (count > 0).then(|| format!("The organization has {}.", counted(count, "objective", "objectives")))
}

fn processes(system: &System<'_>) -> Vec<Part> {
    if system.process_pages.is_empty() {
        return Vec::new();
    }
    let (done, all) = (system.done(), system.process_pages.len());
    let segments = vec![
        Segment { name: "done".into(), count: done, tone: Tone::Good },
        Segment { name: "not yet".into(), count: all - done, tone: Tone::Middling },
    ];
    let bar = Bar { label: "Processes".to_owned().into(), value: format!("{done} of {all} done").into(), segments };
    let links = |is_done: bool| {
        Cell::links(system.process_pages.iter().filter(|site| site.is_done() == is_done).map(ProcessPage::link))
    };
    let sites = Entry::new("The sites of the processes").value("Done", links(true)).value("Not yet", links(false));
    let mut parts = vec![
        Part::Section("Processes".to_owned().into()),
        Part::Chart(Chart { title: "Processes that are done".to_owned().into(), bars: vec![bar] }),
        Part::Entry(sites),
    ];
    let open = system.process_pages.iter().filter(|site| !site.is_done());
    let table = Table::of("missing", "What is missing", &missing_columns(), open);
    if !table.rows.is_empty() {
        parts.push(Part::Table(table));
    }
    parts
}

fn missing_columns<'a>() -> Vec<Column<ProcessPage<'a>>> {
    vec![
        Column::new("process", "Process", |site| Cell::links([site.link()])),
        Column::new("owner", "Owner", |site| owner_cell(site.process.owner.as_deref())),
        Column::new("missing", "Missing", |site| Cell::text(missing(site))),
    ]
}

/// What keeps a process from being done.
pub(super) fn missing(site: &ProcessPage<'_>) -> String {
    listed(&site.process.missing_parts().into_iter().map(str::to_owned).collect::<Vec<_>>())
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
        parts.push(Part::Table(Table::of("open", "Open items by kind of work", OPEN, &lines)));
    }
    let all = deadlines(system);
    if !all.is_empty() {
        let title = match all.len() {
            several @ NEXT.. if several > NEXT => format!("The next {NEXT} of {several} deadlines"),
            _ => "Deadlines".to_owned(),
        };
        parts.push(Part::Table(work::deadline_table(title, &all[..all.len().min(NEXT)])));
    }
    if !parts.is_empty() {
        parts.insert(0, Part::Section("Work".to_owned().into()));
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
    Column::new("action", "Action", |line| Cell::word(line.action.name(), line.action.tone())),
    Column::new("planned", "For the targets", |line| Cell::count(line.planned)),
    Column::new("beside", "Beside them", |line| Cell::count(line.unplanned)),
];
