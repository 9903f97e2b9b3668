//! The question of an audit, and its answer as a document.

use std::collections::BTreeSet;

use super::{card, chapters, contradictions, copies, direction, following, lineage, shape, witnesses};
use crate::audit::{self, AuditedTables, Contradictions, Copy, Shape, Strictness, Witnesses};
use crate::diagnostic;
use crate::language::Phrase;
use crate::model::{ClauseId, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::{ANSWER, Document};
use crate::source::Span;

/// What is asked of relation tables beside whether they contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub struct Audit {
    /// Tell every contradiction that was found by itself, however many there are
    #[arg(long)]
    all: bool,
    /// List what follows from rows as well: rows that follow from the others, reverses that are not stated, pairs that no row states. In CSV they are the answer, instead of contradictions
    #[arg(long)]
    forced: bool,
    /// How many of each list of --forced people are told; JSON and CSV hold all
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// A reliability card for each table: rows, counterparts, reviews, and what other tables between the same editions say
    #[arg(long)]
    pub card: bool,
}

impl Audit {
    /// Audits tables. Findings come in the order of files and places.
    pub fn document(&self, case: Case<'_>, audited: &AuditedTables<'_>) -> Document {
        let (copies, shapes) = (audit::copies(audited), audit::shapes(audited));
        let contradictions = Contradictions::of(audited);
        if self.card {
            return cards(case, audited, shapes, &copies, &contradictions);
        }
        // What was asked for is the answer, and CSV has no other table.
        let name = if self.forced { "contradictions" } else { ANSWER };
        let mut sections = vec![contradictions::section(case, &contradictions, self.all, name)];
        if self.forced {
            sections.push(following::section(case, audited, &contradictions, self.limit));
        }
        sections.extend([
            copies::section(&copies),
            witnesses::section(&Witnesses::of(audited, &copies)),
            chapters::section(&audit::chapter_rows(audited)),
            direction::section(&audit::swapped(audited)),
            lineage::section(&audit::impossible(audited)),
            shape::section(&shapes),
        ]);
        let (mut lead, mut parts, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for section in sections {
            lead.extend(section.lead);
            parts.extend(section.parts);
            findings.extend(section.findings);
        }
        lead.extend(left_out(audited));
        diagnostic::sort(&mut findings);
        let tables = counted(audited.tables.len(), "table", "tables");
        let rows = counted(audited.table_rows().count(), "row", "rows");
        let editions = audited.tables.iter().flat_map(|table| [&table.from, &table.to]);
        Document {
            command: "audit",
            title: format!("Audited {tables} with {rows}").into(),
            lead: Phrase::each(lead),
            parts,
            findings,
            basis: case.basis(editions, audited.tables.iter().map(|table| &table.id)),
        }
    }
}

/// What is looked at although it is no row of a table.
fn left_out(audited: &AuditedTables<'_>) -> Option<String> {
    let count = audited.disputed_rows().count();
    let (rows, are) = (counted(count, "row", "rows"), if count == 1 { "is" } else { "are" });
    let text =
        format!("{rows} that reading left out, since others contradict them on their pair, {are} looked at too.");
    (count > 0).then_some(text)
}

/// The cards alone; its findings are the contradictions that are counted in them.
fn cards<'l>(
    case: Case<'_>,
    audited: &AuditedTables<'l>,
    shapes: Vec<Shape<'l>>,
    copies: &[Copy<'l>],
    found: &Contradictions<'l>,
) -> Document {
    let cards = audit::cards(audited, shapes, copies);
    let in_every_reading = found.found.iter().filter(|found| found.strictness == Strictness::Every);
    let rows: BTreeSet<(&TableId, Span, &ClauseId)> = in_every_reading
        .flat_map(|found| &found.rows)
        .map(|row| (&row.table.id, row.relation.span, &row.relation.to))
        .collect();
    let mut lead = vec!["Compared are the audited tables alone. A share stands beside what it is of; where there is nothing to count, there is none.".to_owned()];
    match found.count(Strictness::Every) {
        0 => {}
        some => {
            let sets = counted(some, "set of rows contradicts itself", "sets of rows contradict themselves");
            lead.push(format!("{sets}; without --card each is told."));
        }
    }
    let conflicts = |table: &TableId| rows.iter().filter(|(of, ..)| *of == table).count();
    let tables = counted(cards.len(), "table", "tables");
    let editions = audited.tables.iter().flat_map(|table| [&table.from, &table.to]);
    Document {
        command: "audit",
        title: format!("How reliable {tables} {}", if cards.len() == 1 { "is" } else { "are" }).into(),
        lead: Phrase::each(lead),
        parts: card::parts(&cards, Some(&conflicts)),
        findings: contradictions::section(case, found, false, ANSWER).findings,
        basis: case.basis(editions, audited.tables.iter().map(|table| &table.id)),
    }
}
