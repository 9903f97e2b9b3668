//! Every document that the assessment names, and what it is there for.

use std::collections::{BTreeMap, BTreeSet};

use super::system::System;
use crate::language::say;
use crate::model::ClauseId;
use crate::report::{Audience, Cell, Column, Link, Part, SitePage, Table};

pub(super) fn page(system: &System<'_>) -> SitePage {
    let documents = documents(system);
    let mut parts = Vec::new();
    let lead = match documents.len() {
        0 => say!("portal-no-document"),
        count => {
            let title = say!("portal-documents-and-evidence");
            parts.push(Part::Table(Table::of("documents", title, &columns(), &documents)));
            say!(
                "portal-document-count",
                count = count,
                describes = documents.iter().filter(|document| !document.describes.is_empty()).count(),
                shows = documents.iter().filter(|document| !document.shows.is_empty()).count(),
            )
        }
    };
    system.main_page("documents.html", say!("portal-documents"), vec![lead], parts, &BTreeSet::new())
}

/// A document, and where it is named.
struct Named<'a> {
    place: &'a str,
    describes: Vec<Link>,
    shows: Vec<&'a ClauseId>,
}

fn columns<'a>() -> Vec<Column<Named<'a>>> {
    vec![
        Column::said(Audience::All, "document", "portal-heading-document", |document| {
            Cell::resources(&[document.place])
        }),
        Column::said(Audience::All, "describes", "portal-heading-describes", |document| {
            Cell::links(document.describes.iter().cloned())
        }),
        Column::said(Audience::All, "shows", "portal-heading-shows", |document| {
            Cell::refs(document.shows.iter().copied())
        }),
    ]
}

/// Each document once, in the order of their places.
fn documents<'a>(system: &'a System<'_>) -> Vec<Named<'a>> {
    let mut documents: BTreeMap<&str, Named<'_>> = BTreeMap::new();
    for site in &system.process_pages {
        for place in site.process.description.iter().map(|place| place.trim()).filter(|place| !place.is_empty()) {
            named(&mut documents, place).describes.push(site.link());
        }
    }
    for (clause, statement) in system.case.assessment.statements() {
        for place in statement.evidence.iter().map(|place| place.trim()).filter(|place| !place.is_empty()) {
            let shows = &mut named(&mut documents, place).shows;
            if !shows.contains(&clause) {
                shows.push(clause);
            }
        }
    }
    let mut documents: Vec<Named<'_>> = documents.into_values().collect();
    for document in &mut documents {
        document.shows.sort_by_key(|clause| system.case.case.library.place(clause));
    }
    documents
}

fn named<'d, 'a>(documents: &'d mut BTreeMap<&'a str, Named<'a>>, place: &'a str) -> &'d mut Named<'a> {
    documents.entry(place).or_insert_with(|| Named { place, describes: Vec::new(), shows: Vec::new() })
}
