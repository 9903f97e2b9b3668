//! Rows become relations of a table.

use std::collections::BTreeSet;

use super::record::{Record, with_coordinates};
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::{self, raw};
use crate::model::{Catalog, Confidence, EditionId, Library, Provenance, Stage, Table, TableId};
use crate::source::Span;

const NONE: &str = "none";
const STRENGTHS: [&str; 4] = ["full", "partial", NONE, "related"];
const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// What a table says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHeader {
    /// Its id.
    pub id: TableId,
    /// What it is, in a line.
    pub title: Option<String>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// Raised by every change of meaning.
    pub version: u32,
    /// Who says so.
    pub source: String,
    /// How sure its rows are where they do not say so themselves.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it was made.
    pub method: Option<String>,
    /// Who made it.
    pub mapper: Option<String>,
    /// When it was made.
    pub date: Option<String>,
    /// In which stage of the analysis.
    pub stage: Option<Stage>,
    /// The tables of which it was composed.
    pub derived_from: Vec<TableId>,
    /// Whether it is a draft.
    pub is_draft: bool,
}

impl TableHeader {
    /// What a table says of itself.
    pub fn of(table: &Table) -> Self {
        Self {
            id: table.id.clone(),
            title: table.title.as_ref().map(ToString::to_string),
            from: table.from.clone(),
            to: table.to.clone(),
            version: table.version,
            source: table.source.to_string(),
            confidence: table.confidence,
            provenance: table.provenance,
            method: table.method.as_ref().map(ToString::to_string),
            mapper: table.mapper.as_ref().map(ToString::to_string),
            date: table.date.as_ref().map(ToString::to_string),
            stage: table.stage,
            derived_from: table.derived_from.clone(),
            is_draft: table.is_draft,
        }
    }
}

/// The editions between which rows speak, each where all its clauses say so themselves and agree.
pub fn editions(rows: &Rows<'_>, library: &Library) -> (Option<EditionId>, Option<EditionId>) {
    let named = |column| {
        let cells = rows.records().filter_map(move |record| record.cell(column));
        let words: Vec<String> =
            cells.flat_map(|cell| words(&with_edition_ids(&cell.value.text(), library), None)).collect();
        let names: Option<BTreeSet<&str>> = words.iter().map(|word| Some(word.split_once('/')?.0)).collect();
        match names?.into_iter().collect::<Vec<_>>().as_slice() {
            [one] => EditionId::parse(one).ok(),
            _ => None,
        }
    };
    (named(Column::From), named(Column::To))
}

/// Reads rows as relations of a table with this head; all that is wrong, or the table with warnings.
pub fn table(
    rows: &Rows<'_>,
    head: &TableHeader,
    library: &Library,
) -> Result<(Table, Vec<Diagnostic>), Vec<Diagnostic>> {
    let start = Span::start_of(rows.file());
    let text = |text: &str| raw::Scalar { value: text.to_owned().into(), span: start, is_unquoted: false };
    let mut raw = raw::Relations {
        span: start,
        id: Some(text(head.id.as_str())),
        title: head.title.as_deref().map(text),
        from: Some(text(head.from.as_str())),
        to: Some(text(head.to.as_str())),
        version: Some(text(&head.version.to_string())),
        source: Some(text(&head.source)),
        confidence: Some(text(&head.confidence.to_string())),
        provenance: head.provenance.map(|provenance| text(&provenance.to_string())),
        method: head.method.as_deref().map(text),
        mapper: head.mapper.as_deref().map(text),
        date: head.date.as_deref().map(text),
        stage: head.stage.map(|stage| text(&stage.to_string())),
        derived_from: head.derived_from.iter().map(|table| text(table.as_str())).collect(),
        status: head.is_draft.then(|| text("draft")),
        unrelated: Vec::new(),
        rows: Vec::new(),
    };
    let mut reader =
        Reader { rows, library, from: library.catalog(&head.from), to: library.catalog(&head.to), faults: Vec::new() };
    for record in rows.records() {
        match reader.read(&record) {
            Some(RowContent::Relation(row)) => raw.rows.push(*row),
            Some(RowContent::Unrelated(clauses, why)) => {
                raw.unrelated.extend(clauses.into_iter().map(|clause| (clause, why.clone())))
            }
            None => {}
        }
    }
    let mut faults = reader.faults;
    let loaded = load::table_from_raw(raw, &format!("{}.yaml", head.id), library);
    faults.extend(loaded.diagnostics().iter().cloned());
    let faults = with_coordinates(faults, rows.sheet);
    let has_errors = crate::diagnostic::has_errors(&faults);
    match loaded.sound() {
        Ok((Some(table), _)) if !has_errors => Ok((table, faults)),
        Ok(_) | Err(_) => Err(faults),
    }
}

/// What a row says.
enum RowContent {
    Relation(Box<raw::Row>),
    /// Clauses relate to nothing, for this reason.
    Unrelated(Vec<raw::Scalar>, raw::Scalar),
}

struct Reader<'r, 's> {
    rows: &'r Rows<'s>,
    library: &'r Library,
    from: Option<&'r Catalog>,
    to: Option<&'r Catalog>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn read(&mut self, record: &Record<'_>) -> Option<RowContent> {
        let faults = &mut self.faults;
        let span = record.span(self.rows.file());
        let before = faults.len();
        let mut clauses = |column, home| clauses(record, column, home, self.library, faults);
        let (from, to) = (clauses(Column::From, self.from), clauses(Column::To, self.to));
        let relation = record.word(Column::Relation, &STRENGTHS, faults);
        if record.cell(Column::Relation).is_none() {
            let fault = Diagnostic::new(Rule::MissingKey, span, "the row has no relation");
            faults.push(fault.help("fill in the column relation with one of full, partial, none, related"));
        }
        let is_none = relation.as_ref().is_some_and(|relation| relation.value.as_str() == NONE);
        let note = record.words(Column::Note, faults);
        if record.cell(Column::To).is_none() && !from.is_empty() && is_none {
            let Some(why) = note else {
                let fault = Diagnostic::new(
                    Rule::MissingKey,
                    span,
                    "the row says that a clause relates to nothing, and not why",
                );
                faults.push(fault.help("say why in the column note, or fill in the column to"));
                return None;
            };
            return Some(RowContent::Unrelated(from, why));
        }
        Some(RowContent::Relation(Box::new(raw::Row {
            span,
            from,
            to,
            relation,
            reverse: record.word(Column::Reverse, &STRENGTHS, faults),
            items: record.words(Column::Items, faults),
            add: record.words(Column::Add, faults),
            add_reverse: record.words(Column::AddReverse, faults),
            note,
            confidence: record.word(Column::Confidence, &CONFIDENCES, faults),
            derived_from: tables(record, faults),
            is_malformed: faults.len() > before,
        })))
    }
}

/// The tables of a cell, apart by blanks or commas.
fn tables(record: &Record<'_>, faults: &mut Vec<Diagnostic>) -> Vec<raw::Scalar> {
    let Some(text) = record.trimmed(Column::DerivedFrom, faults) else { return Vec::new() };
    let names = text.value.split([' ', ',', ';', '\n']).filter(|name| !name.is_empty());
    names.map(|name| raw::Scalar { value: name.to_owned().into(), ..text.clone() }).collect()
}

/// The clauses of a cell: apart by blanks, or by signs that belong to no clause id.
fn clauses(
    record: &Record<'_>,
    column: Column,
    home: Option<&Catalog>,
    library: &Library,
    faults: &mut Vec<Diagnostic>,
) -> Vec<raw::Scalar> {
    let Some(text) = record.clause(column, home, faults) else { return Vec::new() };
    let words = words(&with_edition_ids(&text.value, library), home);
    words.into_iter().map(|word| raw::Scalar { value: word.into(), ..text.clone() }).collect()
}

/// The text with every edition whose name ends at a slash called by its id; aliases such as `ISO/IEC 20000-1:2011` hold
/// blanks and slashes themselves.
fn with_edition_ids(text: &str, library: &Library) -> String {
    let begins = |rest: &str, name: &str| {
        let is_it = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        is_it && rest[name.len()..].starts_with('/')
    };
    let (mut said, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let is_start = !said.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':' | '/'));
        let catalogs = library.catalogs().filter(|_| is_start);
        let names = catalogs.flat_map(|catalog| catalog.names().map(move |name| (name, catalog)));
        match names.filter(|(name, _)| begins(rest, name)).max_by_key(|(name, _)| name.len()) {
            Some((name, catalog)) => {
                said.push_str(catalog.id.as_str());
                rest = &rest[name.len()..];
            }
            None => {
                said.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    said
}

fn words(text: &str, home: Option<&Catalog>) -> Vec<String> {
    let is_clause = |word: &str| {
        let number = word.split_once('/').map_or(word, |(_, number)| number);
        home.is_some_and(|catalog| catalog.find(number).is_some())
    };
    let parts = |word: &str| -> Vec<String> {
        if is_clause(word) {
            return vec![word.to_owned()];
        }
        word.split(['+', ',', ';', '&']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    text.split_whitespace().flat_map(parts).collect()
}
