//! The question of an audit, and its answer as a document.

use super::contradictions;
use super::section::Section;
use crate::audit::AuditedTables;
use crate::diagnostic;
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::Document;

/// What is asked of relation tables beside whether they contradict each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::Args)]
pub struct Audit {
    /// Tell every contradiction by itself, however many there are
    #[arg(long)]
    all: bool,
}

impl Audit {
    /// Audits tables. Findings come in the order of files and places.
    pub fn document(&self, case: Case<'_>, audited: &AuditedTables<'_>) -> Document {
        let sections: Vec<Section> = vec![contradictions::section(case, audited, self.all)];
        let (mut lead, mut parts, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for section in sections {
            lead.extend(section.lead);
            parts.extend(section.parts);
            findings.extend(section.findings);
        }
        diagnostic::sort(&mut findings);
        let tables = counted(audited.tables.len(), "table", "tables");
        let rows = counted(audited.rows().count(), "row", "rows");
        let editions = audited.tables.iter().flat_map(|table| [&table.from, &table.to]);
        Document {
            command: "audit",
            title: format!("Audited {tables} with {rows}"),
            lead,
            parts,
            findings,
            basis: case.basis(editions, audited.tables.iter().map(|table| &table.id)),
        }
    }
}
