//! The relation tables that a report depends on, and how far they can be relied on.

use std::collections::BTreeSet;

use crate::language::say;
use crate::model::{Confidence, Table as RelationTable, TableId};
use crate::query::case::Assessed;
use crate::report::{Audience, Cell, Column, Table, Tone, Tree};

/// The tables, in the order of their ids.
pub(super) struct UsedTables<'a>(Vec<Used<'a>>);

/// A relation table that the answer depends on.
struct Used<'a>(&'a RelationTable);

impl<'a> UsedTables<'a> {
    pub(super) fn of(case: Assessed<'a>, tables: &BTreeSet<TableId>) -> Self {
        Self(tables.iter().filter_map(|id| case.case.library.table(id)).map(Used).collect())
    }

    /// The tables with where they come from and how they were made.
    pub(super) fn table(&self) -> Table {
        let columns: [Column<Used<'_>>; 8] = [
            Column::said(Audience::All, "table", "report-heading-table", |used| Cell::text(used.0.id.as_str())),
            Column::said(Audience::All, "version", "heading-version", |used| Cell::Count(u64::from(used.0.version))),
            Column::said(Audience::All, "confidence", "heading-confidence", |used| {
                let tone = match used.0.confidence {
                    Confidence::High => Tone::Good,
                    Confidence::Medium => Tone::Middling,
                    Confidence::Low => Tone::Unsure,
                };
                Cell::word(used.0.confidence, tone)
            }),
            Column::said(Audience::All, "provenance", "heading-provenance", |used| match used.0.provenance {
                Some(provenance) => Cell::word(provenance, Tone::Plain),
                None => Cell::Empty,
            }),
            Column::said(Audience::All, "draft", "heading-draft", |used| {
                if used.0.is_draft { Cell::word(say!("draft"), Tone::Bad) } else { Cell::Empty }
            }),
            Column::said(Audience::All, "rows", "heading-rows", |used| Cell::count(used.0.rows.len())),
            Column::for_programs("source", |used| Cell::text(used.0.source.trim())),
            Column::for_programs("method", |used| Cell::maybe(used.0.method.as_ref().map(|method| method.trim()))),
        ];
        let source = |used: &Used<'_>| {
            let method = used.0.method.as_ref();
            let method = method.map(|method| Tree::new(say!("report-table-method", text = method.trim()), Vec::new()));
            let source = Tree::new(used.0.source.trim(), Vec::new());
            Some(Tree::new(say!("report-table-source"), std::iter::once(source).chain(method).collect()))
        };
        let details = self.0.iter().map(source).collect();
        Table::of("tables", say!("report-tables"), &columns, &self.0).with_details(details)
    }
}
