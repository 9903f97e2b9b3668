//! The standards: how much of the targets is covered, and on which standards there are statements.

use super::system::System;
use crate::diagnostic::Severity;
use crate::language::{Phrase, say};
use crate::model::{Catalog, EditionId, Status};
use crate::query::coverage;
use crate::report::{Audience, Cell, Column, Part, SitePage, Table};

pub(super) fn page(system: &System<'_>) -> SitePage {
    let stated: Vec<StatusCounts> =
        system.case.assessment.editions().into_iter().map(|edition| count(system, edition)).collect();
    let mut lead = vec![match stated.as_slice() {
        [] => say!("portal-no-statement"),
        stated => {
            let editions = Phrase::list(stated.iter().map(|stated| &stated.edition));
            say!("portal-statements-on", editions = editions)
        }
    }];
    let mut parts = Vec::new();
    if !stated.is_empty() {
        parts.push(Part::Table(Table::of("statuses", say!("portal-statements"), COLUMNS, &stated)));
    }
    let targets = system.gaps.targets.iter();
    for target in targets.filter_map(|(target, _)| system.case.case.library.catalog(target)) {
        let (sentence, coverage) = coverage(system, target);
        lead.push(sentence);
        lead.extend(system.case.out_of_scope(&target.id));
        parts.extend(coverage);
    }
    if system.gaps.targets.is_empty() {
        lead.push(say!("portal-no-target"));
    }
    let mut page = system.main_page("standards.html", say!("portal-standards"), lead, parts, &system.tables);
    page.document.findings =
        system.gaps.findings.iter().filter(|finding| finding.severity() != Severity::Note).cloned().collect();
    page
}

/// The coverage of an edition: in a sentence, as bars by chapter, and in numbers.
pub(super) fn coverage(system: &System<'_>, catalog: &Catalog) -> (Phrase, Vec<Part>) {
    let weight = system.case.case.settings.partial_weight;
    let groups = coverage::chapters(catalog, system.case.case.crosswalk, &system.stated);
    let total = groups.last().expect("every edition has a total");
    let sentence = say!("coverage-of", edition = &catalog.id, figures = total.tally.in_words(weight));
    (sentence, coverage::by_chapter(&groups, weight))
}

/// How many requirements of an edition have which status, their own or that of a heading above them.
struct StatusCounts {
    edition: String,
    title: String,
    all: usize,
    statuses: Vec<Status>,
}

impl StatusCounts {
    fn count(&self, status: Status) -> Cell {
        Cell::count(self.statuses.iter().filter(|stated| **stated == status).count())
    }
}

const COLUMNS: &[Column<StatusCounts>] = &[
    Column::said(Audience::All, "edition", "heading-edition", |stated| Cell::text(&stated.edition)),
    Column::said(Audience::All, "title", "heading-title", |stated| Cell::text(&stated.title)),
    Column::said(Audience::All, "requirements", "heading-requirements", |stated| Cell::count(stated.all)),
    Column::said(Audience::All, "implemented", "portal-heading-implemented", |stated| {
        stated.count(Status::Implemented)
    }),
    Column::said(Audience::All, "partial", "portal-heading-partial", |stated| stated.count(Status::Partial)),
    Column::said(Audience::All, "planned", "portal-heading-planned", |stated| stated.count(Status::Planned)),
    Column::said(Audience::All, "not-implemented", "portal-heading-not-implemented", |stated| {
        stated.count(Status::NotImplemented)
    }),
    Column::said(Audience::All, "not-applicable", "portal-heading-not-applicable", |stated| {
        stated.count(Status::NotApplicable)
    }),
    Column::said(Audience::All, "not-assessed", "portal-heading-not-assessed", |stated| {
        Cell::count(stated.all - stated.statuses.len())
    }),
];

fn count(system: &System<'_>, edition: &EditionId) -> StatusCounts {
    let crosswalk = system.case.case.crosswalk;
    let status = |clause| crosswalk.statement(clause, system.case.assessment).map(|(_, statement)| statement.status);
    let catalog = system.case.case.library.catalog(edition);
    StatusCounts {
        edition: edition.to_string(),
        title: catalog.map(|catalog| catalog.title.to_string()).unwrap_or_default(),
        all: crosswalk.requirements(edition).count(),
        statuses: crosswalk.requirements(edition).filter_map(status).collect(),
    }
}
