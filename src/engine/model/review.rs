//! The content of clauses in the catalogs when the rows and statements about them were last reviewed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::catalog::Catalog;
use super::clause::{Clause, ClauseKind};
use super::id::{ClauseId, ClauseNumber, TableId};
use super::relation::Relation;
use crate::source::{Span, Text, digest};

/// What a catalog says about a clause, as far as a row or a statement is based on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseRecord {
    /// The clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What it is to a count.
    pub kind: ClauseKind,
    /// What it requires, in one sentence.
    pub summary: Option<Text>,
    /// The clauses right below it, in published order.
    pub children: Vec<ClauseNumber>,
}

/// What is said otherwise of a clause than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// What: `title`, `kind`, `summary` or `children`.
    pub what: &'static str,
    /// What was said; nothing if nothing was.
    pub old: Option<String>,
    /// What is said now; nothing if nothing is.
    pub new: Option<String>,
}

/// How many digits the hash of a record has.
const HASH_DIGITS: usize = 16;

impl ClauseRecord {
    /// What a catalog says about a clause; nothing of one that it does not have.
    pub fn of(catalog: &Catalog, number: &ClauseNumber) -> Option<Self> {
        let position = catalog.position(number)?;
        let said = &catalog.clauses()[position];
        let children = catalog.children(position).iter().map(|child| catalog.clauses()[*child].number.clone());
        Some(Self {
            clause: ClauseId { edition: catalog.id.clone(), number: number.clone() },
            title: said.title.clone(),
            kind: said.kind,
            summary: said.summary.clone(),
            children: children.collect(),
        })
    }

    /// A hash of the record: the first 16 hexadecimal digits of the SHA-256 of what it says. How texts are broken into
    /// lines does not count.
    pub fn hash(&self) -> String {
        let children: Vec<&str> = self.children.iter().map(ClauseNumber::as_str).collect();
        let lines = [
            self.clause.to_string(),
            in_a_line(&self.title),
            self.kind.to_string(),
            self.summary.as_deref().map(in_a_line).unwrap_or_default(),
            children.join(" "),
        ];
        let mut hash = digest(lines.join("\n"));
        hash.truncate(HASH_DIGITS);
        hash
    }

    /// What another record of the same clause says otherwise.
    pub fn changes(&self, now: &Self) -> Vec<FieldChange> {
        let summary = |record: &Self| record.summary.as_deref().map(in_a_line);
        let children = |record: &Self| {
            let numbers: Vec<&str> = record.children.iter().map(ClauseNumber::as_str).collect();
            (!numbers.is_empty()).then(|| numbers.join(", "))
        };
        let pairs = [
            ("title", Some(in_a_line(&self.title)), Some(in_a_line(&now.title))),
            ("kind", Some(self.kind.to_string()), Some(now.kind.to_string())),
            ("summary", summary(self), summary(now)),
            ("children", children(self), children(now)),
        ];
        let differing = pairs.into_iter().filter(|(_, old, new)| old != new);
        differing.map(|(what, old, new)| FieldChange { what, old, new }).collect()
    }
}

/// A hash of what a catalog says about all its clauses, for tables that name the content they were made for: the first
/// 16 hexadecimal digits of the SHA-256 of numbers, titles, kinds, summaries and the order of clauses.
pub fn content_hash(catalog: &Catalog) -> String {
    let line = |clause: &Clause| {
        let above = clause.parent.map(|parent| catalog.clauses()[parent].number.to_string()).unwrap_or_default();
        let summary = clause.summary.as_deref().map(in_a_line).unwrap_or_default();
        format!("{}\t{}\t{}\t{above}\t{summary}\n", clause.number, in_a_line(&clause.title), clause.kind)
    };
    let mut hash = digest(catalog.clauses().iter().map(line).collect::<String>());
    hash.truncate(HASH_DIGITS);
    hash
}

/// A text whose white space is one space each.
fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was reviewed: a row by its ends, or a statement by its clause.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A row; also what a table calls unrelated, which has no `to`.
    Row {
        /// Its `from` clauses, sorted.
        from: Vec<ClauseId>,
        /// Its `to`.
        to: Option<ClauseId>,
    },
    /// A statement of an assessment.
    Statement(ClauseId),
}

impl Subject {
    /// The row with these ends.
    pub fn of_row(row: &Relation) -> Self {
        let mut from = row.from.clone();
        from.sort();
        Self::Row { from, to: Some(row.to.clone()) }
    }

    /// What a table says of a clause that it calls unrelated.
    pub fn unrelated(clause: ClauseId) -> Self {
        Self::Row { from: vec![clause], to: None }
    }

    /// The clauses that it is about.
    pub fn clauses(&self) -> Vec<&ClauseId> {
        match self {
            Self::Row { from, to } => from.iter().chain(to).collect(),
            Self::Statement(clause) => vec![clause],
        }
    }
}

/// The review of a row or a statement, and what the catalogs said then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Who.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Date>,
    /// The hashes of the records of its clauses, in their order.
    pub seen: Vec<Text>,
    /// The position of the stamp.
    pub span: Span,
}

/// Whose rows or statements were reviewed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reviewed {
    /// A relation table.
    Table(TableId),
    /// An assessment, by the name of its file in the folder of the reviews.
    Assessment(Text),
}

impl fmt::Display for Reviewed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(table) => table.fmt(f),
            Self::Assessment(file) => file.fmt(f),
        }
    }
}

/// The reviews of a relation table or of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviews {
    /// Whose.
    pub of: Reviewed,
    /// Where that is said.
    pub span: Span,
    records: BTreeMap<Text, ClauseRecord>,
    stamps: BTreeMap<Subject, Stamp>,
}

impl Reviews {
    /// No reviews yet.
    pub fn new(of: Reviewed, span: Span) -> Self {
        Self { of, span, records: BTreeMap::new(), stamps: BTreeMap::new() }
    }

    /// Adds the content of a clause; existing content stays.
    pub fn add_record(&mut self, record: ClauseRecord) {
        self.records.entry(record.hash().into()).or_insert(record);
    }

    /// Adds that something was reviewed; hands back what is there already.
    pub fn add_stamp(&mut self, subject: Subject, stamp: Stamp) -> Result<(), &Stamp> {
        if self.stamps.contains_key(&subject) {
            return Err(&self.stamps[&subject]);
        }
        self.stamps.insert(subject, stamp);
        Ok(())
    }

    /// Records that something was reviewed, with the content of its clauses, and replaces an earlier record.
    pub fn review(&mut self, subject: Subject, records: Vec<ClauseRecord>, by: Option<&Text>, date: Option<Date>) {
        let seen = records.iter().map(|record| record.hash().into()).collect();
        records.into_iter().for_each(|record| self.add_record(record));
        self.stamps.insert(subject, Stamp { by: by.cloned(), date, seen, span: self.span });
    }

    /// Keeps what is still there, and the records that it is based on.
    pub fn retain(&mut self, is_there: impl Fn(&Subject) -> bool) {
        self.stamps.retain(|subject, _| is_there(subject));
        let seen: BTreeSet<&Text> = self.stamps.values().flat_map(|stamp| &stamp.seen).collect();
        self.records.retain(|hash, _| seen.contains(hash));
    }

    /// All that was reviewed, in order.
    pub fn stamps(&self) -> impl Iterator<Item = (&Subject, &Stamp)> {
        self.stamps.iter()
    }

    /// The review of a row or a statement.
    pub fn stamp(&self, subject: &Subject) -> Option<&Stamp> {
        self.stamps.get(subject)
    }

    /// The content of clauses in the catalogs, by hash.
    pub fn records(&self) -> impl Iterator<Item = (&Text, &ClauseRecord)> {
        self.records.iter()
    }

    /// The content of a clause in a catalog.
    pub fn record(&self, hash: &str) -> Option<&ClauseRecord> {
        self.records.get(hash)
    }

    /// What is said otherwise of the clauses of a row or a statement than it was when that was reviewed; `now` is what is
    /// said about a clause. Nothing if all is as it was, or if it was not reviewed.
    pub fn changes(
        &self,
        subject: &Subject,
        now: impl Fn(&ClauseId) -> Option<ClauseRecord>,
    ) -> Vec<(ClauseId, Vec<FieldChange>)> {
        let seen = self.stamp(subject).map(|stamp| stamp.seen.as_slice()).unwrap_or_default();
        let records = seen.iter().filter_map(|hash| self.record(hash));
        let changed = records.filter_map(|record| {
            let changes = record.changes(&now(&record.clause)?);
            (!changes.is_empty()).then(|| (record.clause.clone(), changes))
        });
        changed.collect()
    }
}
