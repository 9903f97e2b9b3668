//! What the organization wants to reach, and what supports it.

use std::collections::BTreeSet;

use super::standards;
use super::system::{ProcessPage, System};
use crate::language::{Phrase, say};
use crate::model::{CatalogKind, Objective};
use crate::report::{Audience, Cell, Column, Part, SitePage, Table, Tone};

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
        parts.push(Part::Table(Table::of("objectives", say!("portal-own-objectives"), &columns(), &own)));
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
        lead.push(say!("portal-no-objective"));
    }
    system.main_page(PATH, say!("portal-objectives"), lead, parts, &tables)
}

/// An objective with the processes that support it.
struct Line<'a> {
    objective: &'a Objective,
    supported_by: Vec<&'a ProcessPage<'a>>,
}

impl Line<'_> {
    fn done(&self) -> usize {
        self.supported_by.iter().filter(|site| site.is_done()).count()
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::said(Audience::All, "objective", "portal-heading-objective", |line| Cell::text(&line.objective.title)),
        Column::said(Audience::All, "measure", "portal-heading-measure", |line| {
            Cell::maybe(line.objective.measure.as_ref())
        }),
        Column::said(Audience::All, "owner", "heading-owner", |line| Cell::maybe(line.objective.owner.as_ref())),
        Column::said(Audience::All, "due", "heading-due", |line| Cell::day(line.objective.due)),
        Column::said(Audience::All, "projects", "portal-heading-projects", |line| {
            match line.objective.projects.as_slice() {
                [] => Cell::word(say!("portal-none-named"), Tone::Unsure),
                projects => Cell::resources(projects),
            }
        }),
        Column::said(Audience::All, "processes", "portal-processes", |line| match line.supported_by.as_slice() {
            [] => Cell::word(say!("portal-none-named"), Tone::Unsure),
            sites => Cell::links(sites.iter().map(|site| site.link())),
        }),
        Column::said(Audience::All, "done", "portal-heading-complete", |line| match line.supported_by.len() {
            0 => Cell::Empty,
            all if all == line.done() => Cell::word(complete_of(all, all), Tone::Good),
            all => Cell::word(complete_of(line.done(), all), Tone::Middling),
        }),
    ]
}

fn line<'a>(system: &'a System<'_>, objective: &'a Objective) -> Line<'a> {
    let supports = |site: &&ProcessPage<'_>| objective.processes.contains(&site.process.id);
    Line { objective, supported_by: system.process_pages.iter().filter(supports).collect() }
}

fn complete_of(complete: usize, all: usize) -> Phrase {
    say!("portal-count-of", done = complete, all = all)
}

fn in_words(own: &[Line<'_>]) -> Vec<Phrase> {
    let reached =
        own.iter().filter(|line| !line.supported_by.is_empty() && line.done() == line.supported_by.len()).count();
    let mut sentences = vec![say!("portal-objectives-reached", count = own.len(), reached = reached)];
    let idle = own.iter().filter(|line| line.objective.projects.is_empty()).count();
    if idle > 0 {
        sentences.push(say!("portal-no-project", count = idle));
    }
    sentences
}
