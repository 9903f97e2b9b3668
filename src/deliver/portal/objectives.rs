//! What the organization wants to reach, and what serves it.

use std::collections::BTreeSet;

use super::standards;
use super::system::{ProcessPage, System};
use crate::model::{CatalogKind, Objective};
use crate::query::words::counted;
use crate::report::{Cell, Column, Part, SitePage, Table, Tone};

/// The page of the objectives.
pub(super) const PATH: &str = "objectives.html";

pub(super) fn page(system: &System<'_>) -> SitePage {
    let own: Vec<Line<'_>> =
        system.case.assessment.objectives.iter().map(|objective| line(system, objective)).collect();
    let mut lead = Vec::new();
    let mut parts = Vec::new();
    let mut tables = BTreeSet::new();
    if !own.is_empty() {
        lead.extend(in_words(&own));
        parts.push(Part::Table(Table::of("objectives", "Objectives of the organization", &columns(), &own)));
    }
    let library = system.case.case.library;
    let catalogs = system.editions().into_iter().filter_map(|edition| library.catalog(edition));
    for catalog in catalogs.filter(|catalog| catalog.kind == Some(CatalogKind::Objectives)) {
        let (sentence, coverage) = standards::coverage(system, catalog);
        lead.push(sentence);
        parts.extend(coverage);
        tables.clone_from(&system.tables);
    }
    if parts.is_empty() {
        lead.push("No objective is named: add each under `objectives` of the assessment, with title, measure, owner, due, projects and processes; or aim at an edition of objectives, such as ims-objectives:1.".to_owned());
    }
    system.main_page(PATH, "Objectives", lead, parts, &tables)
}

/// An objective with the processes that serve it.
struct Line<'a> {
    objective: &'a Objective,
    served_by: Vec<&'a ProcessPage<'a>>,
}

impl Line<'_> {
    fn done(&self) -> usize {
        self.served_by.iter().filter(|site| site.is_done()).count()
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("objective", "Objective", |line| Cell::text(&line.objective.title)),
        Column::new("measure", "Measure", |line| Cell::maybe(line.objective.measure.as_ref())),
        Column::new("owner", "Owner", |line| Cell::maybe(line.objective.owner.as_ref())),
        Column::new("due", "Due", |line| Cell::day(line.objective.due)),
        Column::new("projects", "Projects", |line| match line.objective.projects.as_slice() {
            [] => Cell::word("none named", Tone::Unsure),
            projects => Cell::resources(projects),
        }),
        Column::new("processes", "Processes", |line| match line.served_by.as_slice() {
            [] => Cell::word("none named", Tone::Unsure),
            sites => Cell::links(sites.iter().map(|site| site.link())),
        }),
        Column::new("done", "Done", |line| match line.served_by.len() {
            0 => Cell::Empty,
            all if all == line.done() => Cell::word(format!("{all} of {all}"), Tone::Good),
            all => Cell::word(format!("{} of {all}", line.done()), Tone::Middling),
        }),
    ]
}

fn line<'a>(system: &'a System<'_>, objective: &'a Objective) -> Line<'a> {
    let serves = |site: &&ProcessPage<'_>| objective.processes.contains(&site.process.id);
    Line { objective, served_by: system.process_pages.iter().filter(serves).collect() }
}

fn in_words(own: &[Line<'_>]) -> Vec<String> {
    let served = own.iter().filter(|line| !line.served_by.is_empty() && line.done() == line.served_by.len()).count();
    let mut sentences = vec![format!(
        "The organization has {}; {served} of them with all processes done.",
        counted(own.len(), "objective", "objectives")
    )];
    let idle = own.iter().filter(|line| line.objective.projects.is_empty()).count();
    if idle > 0 {
        sentences.push(format!(
            "{} no project: what is to be reached needs at least one.",
            counted(idle, "objective names", "objectives name")
        ));
    }
    sentences
}
