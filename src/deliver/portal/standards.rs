//! The standards: what is covered of those that are aimed at, what is stated of which.

use super::system::System;
use crate::diagnostic::Severity;
use crate::model::{Catalog, EditionId, Status};
use crate::query::coverage;
use crate::query::words::listed;
use crate::report::{Cell, Column, Part, SitePage, Table};

pub(super) fn page(system: &System<'_>) -> SitePage {
    let stated: Vec<StatusCounts> =
        system.case.assessment.editions().into_iter().map(|edition| count(system, edition)).collect();
    let mut lead = vec![match stated.as_slice() {
        [] => "The assessment holds no statements: `statuses` takes what is in place, clause by clause.".to_owned(),
        stated => {
            let names: Vec<String> = stated.iter().map(|stated| stated.edition.clone()).collect();
            format!("Statements on {}.", listed(&names))
        }
    }];
    let mut parts = Vec::new();
    if !stated.is_empty() {
        parts.push(Part::Table(Table::of("statuses", "Statements, by requirement", COLUMNS, &stated)));
    }
    let targets = system.gaps.targets.iter();
    for target in targets.filter_map(|(target, _)| system.case.case.library.catalog(target)) {
        let (sentence, coverage) = coverage(system, target);
        lead.push(sentence);
        lead.extend(system.case.out_of_scope(&target.id).map(String::from));
        parts.extend(coverage);
    }
    if system.gaps.targets.is_empty() {
        lead.push(
            "No edition is aimed at: name some under `targets` of the assessment to see what is covered of them."
                .to_owned(),
        );
    }
    let mut page = system.main_page("standards.html", "Standards", lead, parts, &system.tables);
    page.document.findings =
        system.gaps.findings.iter().filter(|finding| finding.severity() != Severity::Note).cloned().collect();
    page
}

/// The coverage of an edition: in a sentence, as bars by chapter, and in numbers.
pub(super) fn coverage(system: &System<'_>, catalog: &Catalog) -> (String, Vec<Part>) {
    let weight = system.case.case.settings.partial_weight;
    let groups = coverage::chapters(catalog, system.case.case.crosswalk, &system.stated);
    let total = groups.last().expect("every edition has a total");
    let sentence = format!("Coverage of {}: {}.", catalog.id, total.tally.in_words(weight));
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
    Column::new("edition", "Edition", |stated| Cell::text(&stated.edition)),
    Column::new("title", "Title", |stated| Cell::text(&stated.title)),
    Column::new("requirements", "Requirements", |stated| Cell::count(stated.all)),
    Column::new("implemented", "Implemented", |stated| stated.count(Status::Implemented)),
    Column::new("partial", "Partial", |stated| stated.count(Status::Partial)),
    Column::new("planned", "Planned", |stated| stated.count(Status::Planned)),
    Column::new("not-implemented", "Not implemented", |stated| stated.count(Status::NotImplemented)),
    Column::new("not-applicable", "Not applicable", |stated| stated.count(Status::NotApplicable)),
    Column::new("not-assessed", "Not assessed", |stated| Cell::count(stated.all - stated.statuses.len())),
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
