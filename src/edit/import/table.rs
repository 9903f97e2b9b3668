//! Rows become relations of a table.

use std::collections::BTreeSet;

use super::record::{Record, edition_id, told};
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::{self, raw};
use crate::model::{Catalog, Confidence, EditionId, Library, Table, TableId};
use crate::source::Span;

const NONE: &str = "none";
const STRENGTHS: [&str; 3] = ["full", "partial", NONE];
const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

/// What a table says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHead {
    /// Its id.
    pub id: TableId,
    /// What it is, in a line.
    pub title: Option<String>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// Who says so.
    pub source: String,
    /// How sure its rows are where they do not say so themselves.
    pub confidence: Confidence,
    /// How it was made.
    pub method: Option<String>,
}

/// The editions between which rows speak, each where all its clauses say so themselves and agree.
pub fn editions(rows: &Rows<'_>, library: &Library) -> (Option<EditionId>, Option<EditionId>) {
    let named = |column| {
        let cells = rows.records().filter_map(move |record| record.cell(column));
        let words: Vec<String> = cells.flat_map(|cell| words(&cell.value.text(), None)).collect();
        let names = words.iter().map(|word| word.split_once('/').map(|(edition, _)| edition_id(edition, library)));
        let names: Option<BTreeSet<String>> = names.collect();
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
    head: &TableHead,
    library: &Library,
) -> Result<(Table, Vec<Diagnostic>), Vec<Diagnostic>> {
    let start = Span::start_of(rows.file());
    let text = |text: &str| raw::Text { value: text.to_owned().into(), span: start, is_unquoted: false };
    let mut raw = raw::Relations {
        span: start,
        id: Some(text(head.id.as_str())),
        title: head.title.as_deref().map(text),
        from: Some(text(head.from.as_str())),
        to: Some(text(head.to.as_str())),
        version: Some(text("1")),
        source: Some(text(&head.source)),
        confidence: Some(text(&head.confidence.to_string())),
        provenance: None,
        method: head.method.as_deref().map(text),
        status: None,
        unrelated: Vec::new(),
        rows: Vec::new(),
    };
    let mut reader =
        Reader { rows, from: library.catalog(&head.from), to: library.catalog(&head.to), faults: Vec::new() };
    for record in rows.records() {
        match reader.read(&record) {
            Some(Said::Relation(row)) => raw.rows.push(*row),
            Some(Said::Unrelated(clauses, why)) => {
                raw.unrelated.extend(clauses.into_iter().map(|clause| (clause, why.clone())))
            }
            None => {}
        }
    }
    let mut faults = reader.faults;
    let loaded = load::table_as_written(raw, &format!("{}.yaml", head.id), library);
    faults.extend(loaded.diagnostics().iter().cloned());
    crate::diagnostic::sort(&mut faults);
    let has_errors = crate::diagnostic::has_errors(&faults);
    let faults = told(faults, rows.sheet);
    match loaded.sound() {
        Ok((Some(table), _)) if !has_errors => Ok((table, faults)),
        Ok(_) | Err(_) => Err(faults),
    }
}

/// What a row says.
enum Said {
    Relation(Box<raw::Row>),
    /// Clauses relate to nothing, for this reason.
    Unrelated(Vec<raw::Text>, raw::Text),
}

struct Reader<'r, 's> {
    rows: &'r Rows<'s>,
    from: Option<&'r Catalog>,
    to: Option<&'r Catalog>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn read(&mut self, record: &Record<'_>) -> Option<Said> {
        let faults = &mut self.faults;
        let span = record.span(self.rows.file());
        let before = faults.len();
        let from = clauses(record, Column::From, self.from, faults);
        let to = clauses(record, Column::To, self.to, faults);
        let relation = record.word(Column::Relation, &STRENGTHS, faults);
        if record.cell(Column::Relation).is_none() {
            let fault = Diagnostic::new(Rule::MissingKey, span, "the row has no relation");
            faults.push(fault.help("fill in the column relation with one of full, partial, none"));
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
            return Some(Said::Unrelated(from, why));
        }
        Some(Said::Relation(Box::new(raw::Row {
            span,
            from,
            to,
            relation,
            reverse: record.word(Column::Reverse, &STRENGTHS, faults),
            items: record.words(Column::Items, faults),
            add: record.words(Column::Add, faults),
            note,
            confidence: record.word(Column::Confidence, &CONFIDENCES, faults),
            is_broken: faults.len() > before,
        })))
    }
}

/// The clauses of a cell: apart by blanks, or by signs that belong to no clause id.
fn clauses(
    record: &Record<'_>,
    column: Column,
    home: Option<&Catalog>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<raw::Text> {
    let Some(text) = record.clause(column, home, faults) else { return Vec::new() };
    words(&text.value, home).into_iter().map(|word| raw::Text { value: word.into(), ..text.clone() }).collect()
}

fn words(text: &str, home: Option<&Catalog>) -> Vec<String> {
    let is_clause =
        |word: &str| home.is_some_and(|catalog| catalog.find(word.rsplit('/').next().unwrap_or(word)).is_some());
    let parts = |word: &str| -> Vec<String> {
        if is_clause(word) {
            return vec![word.to_owned()];
        }
        word.split(['+', ',', ';', '&']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    text.split_whitespace().flat_map(parts).collect()
}
