//! The question of an audit, and its answer as a document.

use std::collections::BTreeSet;

use super::{card, chapters, contradictions, copies, direction, following, lineage, shape, witnesses};
use crate::audit::{self, AuditedTables, Contradictions, Copy, Shape, Strictness, Witnesses};
use crate::diagnostic::{self, Refusal};
use crate::language::Phrase;
use crate::model::{ClauseId, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::{ANSWER, Document};
use crate::source::Span;

/// Options of an audit besides contradictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub struct Audit {
    /// Report every contradiction separately, however many there are
    #[arg(long)]
    all: bool,
    /// List what follows from rows as well: rows that follow from the others, reverses that are not stated, pairs that no row states. In CSV they are the answer, instead of contradictions
    #[arg(long)]
    forced: bool,
    /// How many of each list of --forced are shown; JSON and CSV contain all
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = crate::query::settings::count)]
    limit: usize,
    /// A reliability card for each table: rows, counterparts, reviews, and what other tables between the same editions
    /// say; a format of findings, such as sarif, shows the contradictions instead
    #[arg(long)]
    pub card: bool,
}

impl Audit {
    /// Audits tables. Findings come in the order of files and places. Where confidence leaves no row, there is nothing to say.
    pub fn document(&self, case: Case<'_>, audited: &AuditedTables<'_>) -> Result<Document, Refusal> {
        let below = rows_below_confidence(audited);
        if let (1.., None, Some(least)) = (below, audited.rows().next(), audited.min_confidence) {
            let message = format!("no row is left at confidence {least}, so nothing was examined");
            let help = format!("a lower --min-confidence examines the {}", counted(below, "other row", "other rows"));
            return Err(Refusal::new(message, help));
        }
        Ok(self.answer(case, audited))
    }

    fn answer(&self, case: Case<'_>, audited: &AuditedTables<'_>) -> Document {
        let (copies, shapes) = (audit::copies(audited), audit::shapes(audited));
        let contradictions = Contradictions::of(audited);
        if self.card {
            return cards(case, audited, shapes, &copies, &contradictions);
        }
        // What was requested is the answer, and CSV has no other table.
        let name = if self.forced { "contradictions" } else { ANSWER };
        let mut sections = vec![contradictions::section(case, audited, &contradictions, self.all, name)];
        if self.forced {
            sections.push(following::section(case, audited, &contradictions, self.limit));
        }
        sections.extend([
            copies::section(&copies),
            witnesses::section(&Witnesses::of(audited, &copies, &contradictions)),
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
        lead.extend(less_sure(audited));
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

/// What is examined although it is not a row of a table.
fn left_out(audited: &AuditedTables<'_>) -> Option<String> {
    let count = audited.disputed_rows().count();
    let rows = counted(count, "row was", "rows were");
    let text = format!(
        "{rows} left out on reading, because others contradict them on the same pair; the audit includes them."
    );
    (count > 0).then_some(text)
}

/// How many rows of the tables confidence leaves out.
fn rows_below_confidence(audited: &AuditedTables<'_>) -> usize {
    let all = audited.tables.iter().copied().chain(audited.asides).map(|table| table.rows.len()).sum::<usize>();
    all - audited.rows().count()
}

/// A note that rows are not examined, so chapters may seem not mapped.
fn less_sure(audited: &AuditedTables<'_>) -> Option<String> {
    let least = audited.min_confidence?;
    let left_out = counted(rows_below_confidence(audited), "row", "rows");
    (rows_below_confidence(audited) > 0).then(|| {
        format!("{left_out} with less than {least} confidence were not examined; without them, chapters may count as not mapped.")
    })
}

/// The cards alone; its findings are the contradictions that are counted in them.
fn cards<'l>(
    case: Case<'_>,
    audited: &AuditedTables<'l>,
    shapes: Vec<Shape<'l>>,
    copies: &[Copy<'l>],
    found: &Contradictions<'l>,
) -> Document {
    let cards = audit::cards(audited, shapes, copies, found);
    let in_every_reading = found.found.iter().filter(|found| found.strictness == Strictness::Every);
    let rows: BTreeSet<(&TableId, Span, &ClauseId)> = in_every_reading
        .flat_map(|found| &found.rows)
        .map(|row| (&row.table.id, row.relation.span, &row.relation.to))
        .collect();
    let mut lead = vec!["Only the audited tables are compared. Each share is shown with its counts; if there is nothing to count, there is no share.".to_owned()];
    match found.count(Strictness::Every) {
        0 => {}
        1 => lead.push("1 set of rows is contradictory; the audit without --card shows it.".to_owned()),
        several => {
            lead.push(format!("{several} sets of rows are contradictory; the audit without --card shows each of them."))
        }
    }
    lead.extend(less_sure(audited));
    let conflicts = |table: &TableId| rows.iter().filter(|(of, ..)| *of == table).count();
    let tables = counted(cards.len(), "table", "tables");
    let editions = audited.tables.iter().flat_map(|table| [&table.from, &table.to]);
    Document {
        command: "audit",
        title: format!("How reliable {tables} {}", if cards.len() == 1 { "is" } else { "are" }).into(),
        lead: Phrase::each(lead),
        parts: card::parts(&cards, Some(&conflicts)),
        findings: contradictions::section(case, audited, found, false, ANSWER).findings,
        basis: case.basis(editions, audited.tables.iter().map(|table| &table.id)),
    }
}
