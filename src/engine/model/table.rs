//! A relation table: rows, and who says so.

use std::collections::{BTreeMap, BTreeSet};

use super::id::{ClauseId, ClauseNumber, EditionId, TableId};
use super::relation::{Confidence, Provenance, Stage};
use super::rows::Rows;
use crate::deferred::Deferred;
use crate::source::{Span, Text};

/// The content of an edition that a table was made for, as a hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// What [`content_hash`](super::content_hash) said then.
    pub hash: Text,
    /// Its position.
    pub span: Span,
}

/// A relation table: rows of one source between two editions.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its id: its file name.
    pub id: TableId,
    /// What it is, in a line.
    pub title: Option<Text>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// Raised by every change of meaning.
    pub version: u32,
    /// Who says so.
    pub source: Text,
    /// The confidence of its rows if they do not state their own.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it was made.
    pub method: Option<Text>,
    /// Who made it.
    pub mapper: Option<Text>,
    /// When it was made: a day, a month or a year.
    pub date: Option<Text>,
    /// In which stage of the analysis.
    pub stage: Option<Stage>,
    /// The tables from which it was composed: it is not independent evidence for them.
    pub derived_from: Vec<TableId>,
    /// The content of `from` that it was made for, where it names that.
    pub from_hash: Option<Pin>,
    /// The content of `to` that it was made for.
    pub to_hash: Option<Pin>,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Clauses of `from` that, according to the source, have no counterpart in `to`, each with the reason.
    pub unrelated: Deferred<BTreeMap<ClauseNumber, Text>>,
    /// Its rows in the order of the file, one `to` each.
    pub rows: Rows,
    /// Rows for audits only: rows that are left out because they contradict each other, and each unrelated clause as a row
    /// with `none` and without `from`.
    pub aside: Rows,
    /// The position of its id.
    pub span: Span,
}

impl Table {
    /// The first version of a table of low confidence, without rows and other content.
    pub fn new(id: TableId, from: EditionId, to: EditionId, span: Span) -> Self {
        Self {
            id,
            title: None,
            from,
            to,
            version: 1,
            source: Text::default(),
            confidence: Confidence::Low,
            provenance: None,
            method: None,
            mapper: None,
            date: None,
            stage: None,
            derived_from: Vec::new(),
            from_hash: None,
            to_hash: None,
            is_draft: false,
            unrelated: Deferred::default(),
            rows: Rows::default(),
            aside: Rows::default(),
            span,
        }
    }

    /// The clauses that it calls unrelated, in the order of numbers.
    pub fn unrelated_clauses(&self) -> impl Iterator<Item = ClauseId> {
        self.unrelated.keys().map(|number| ClauseId { edition: self.from.clone(), number: number.clone() })
    }

    /// The same, each with the position of its first entry, in the order of the file.
    pub fn unrelated_places(&self) -> Vec<(ClauseId, Span)> {
        // Entries come before rows that are left out; only where both editions are one can these look the same.
        let mut open: BTreeSet<ClauseId> = self.unrelated_clauses().collect();
        let entries = self.aside.iter().filter(|row| row.from.is_empty() && open.remove(&row.to));
        entries.map(|row| (row.to.clone(), row.span)).collect()
    }
}
