//! The list of processes.

use super::overview;
use super::system::{ProcessPage, System, owner_cell};
use crate::language::say;
use crate::report::{Audience, Cell, Column, Heading, Part, SitePage, Table};

/// The page that lists the processes.
pub(super) const PATH: &str = "processes.html";

pub(super) fn page(system: &System<'_>) -> SitePage {
    let mut lead = vec![overview::processes_in_words(system)];
    let mut parts = Vec::new();
    if !system.process_pages.is_empty() {
        lead.push(say!("portal-per-standard"));
        parts.push(Part::Table(table(system)));
    }
    system.main_page(PATH, say!("portal-processes"), lead, parts, &system.tables)
}

struct Line<'a> {
    site: &'a ProcessPage<'a>,
    open: usize,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::said(Audience::All, "process", "portal-heading-process", |line| Cell::links([line.site.link()])),
        Column::said(Audience::All, "owner", "heading-owner", |line| owner_cell(line.site.process.owner.as_deref())),
        Column::said(Audience::All, "state", "portal-heading-state", |line| {
            let (word, tone) = line.site.state();
            Cell::word(word, tone)
        }),
        Column::said(Audience::All, "missing", "portal-heading-missing", |line| {
            Cell::text(overview::missing(line.site))
        }),
        Column::said(Audience::All, "open", "portal-heading-open", |line| Cell::count(line.open)),
    ]
}

fn table(system: &System<'_>) -> Table {
    let lines: Vec<Line<'_>> =
        system.process_pages.iter().map(|site| Line { site, open: system.open_of(site).len() }).collect();
    let mut table = Table::of("processes", say!("portal-processes"), &columns(), &lines);
    let mut editions = system.editions();
    editions
        .extend(system.process_pages.iter().flat_map(|site| site.clauses.iter().map(|(clause, _)| &clause.edition)));
    for edition in editions {
        let name = edition.to_string();
        table.headings.push(Heading { key: name.clone().into(), label: name.into(), audience: Audience::All });
        for (row, site) in table.rows.iter_mut().zip(&system.process_pages) {
            row.push(Cell::count(site.clauses.iter().filter(|(clause, _)| clause.edition == *edition).count()));
        }
    }
    table
}
