//! Rows and statements that depend on clauses of which the catalogs say otherwise than when they were last reviewed.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Rule};
use crate::language::{Phrase, say};
use crate::model::{
    Catalog, ClauseId, FieldChange, Library, Pin, Relation, Reviews, Stamp, Subject, Table, TableId, content_hash,
};
use crate::query::case::{Assessed, Case};
use crate::source::Span;

/// The suspect rows of all tables, the tables that were made for other content of an edition, and what was reviewed and is
/// no longer there; in the order of tables and rows.
pub fn suspect_rows(library: &Library) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for table in library.tables() {
        findings.extend(changed_editions(table, library));
        let Some(reviews) = library.reviews(&table.id) else { continue };
        for row in table.rows.iter() {
            let changes = library.changes_since(reviews, &Subject::of_row(row));
            findings.extend((!changes.is_empty()).then(|| suspect_row(row, table, library, &changes)));
        }
        for (clause, place) in table.unrelated_places() {
            let changes = library.changes_since(reviews, &Subject::unrelated(clause.clone()));
            findings.extend((!changes.is_empty()).then(|| suspect_entry(&clause, place, table, library, &changes)));
        }
        let subjects = subjects_of(table).into_iter().collect();
        findings.extend(outdated(reviews, &subjects, "row"));
    }
    findings
}

/// The suspect statements of an assessment, and what was reviewed in it and is no longer stated; in the order of
/// clauses.
pub fn suspect_statements(case: Assessed<'_>) -> Vec<Diagnostic> {
    let Some(reviews) = &case.assessment.reviews else { return Vec::new() };
    let library = case.case.library;
    let mut findings = Vec::new();
    for (clause, statement) in case.assessment.statements() {
        let changes = library.changes_since(reviews, &Subject::Statement(clause.clone()));
        if let Some(message) = in_words(&changes, "the statement") {
            let finding = Diagnostic::new(Rule::SuspectStatement, statement.span, message);
            let finding = labelled(finding, &changes, library).subject(clause.to_string());
            findings.push(finding.help(format!(
                "check whether the statement is still correct; `xwalk review {} --clause {clause}` confirms it",
                reviews.of
            )));
        }
    }
    let stated = case.assessment.statements().map(|(clause, _)| Subject::Statement(clause.clone())).collect();
    findings.extend(outdated(reviews, &stated, "statement"));
    findings
}

/// All that may be reviewed in a table: its rows, in the order of the file, and what it lists as unrelated.
pub(crate) fn subjects_of(table: &Table) -> Vec<Subject> {
    let unrelated = table.unrelated_clauses().map(Subject::unrelated);
    table.rows.iter().map(Subject::of_row).chain(unrelated).collect()
}

impl Case<'_> {
    /// How many rows of a table, and of what it calls unrelated, are suspect.
    pub(crate) fn suspect_count(&self, table: &TableId) -> usize {
        let (Some(reviews), Some(table)) = (self.library.reviews(table), self.library.table(table)) else { return 0 };
        subjects_of(table).iter().filter(|subject| !self.library.changes_since(reviews, subject).is_empty()).count()
    }
}

impl Assessed<'_> {
    /// That statements are suspect, in a sentence; nothing where none is.
    pub fn suspect_statements_in_words(&self) -> Option<Phrase> {
        let reviews = self.assessment.reviews.as_ref()?;
        let subjects = self.assessment.statements().map(|(clause, _)| Subject::Statement(clause.clone()));
        let count = subjects.filter(|subject| !self.case.library.changes_since(reviews, subject).is_empty()).count();
        (count > 0).then(|| say!("suspect-statements", count = count))
    }
}

/// The pins of a table that the catalogs do not have.
fn changed_editions(table: &Table, library: &Library) -> Vec<Diagnostic> {
    let changed = |(pin, key, catalog): (Option<&Pin>, &str, Option<&Catalog>)| {
        let (pin, catalog) = (pin?, catalog?);
        let now = content_hash(catalog);
        (pin.hash.as_str() != now).then(|| {
            let message = format!("the content of {1} has changed since {0} was made for it", table.id, catalog.id);
            Diagnostic::new(Rule::EditionChanged, pin.span, message)
                .label(catalog.span, "the present content")
                .help(format!("review the rows where it changed, then write `{key}: \"{now}\"`"))
        })
    };
    let pins = [
        (table.from_hash.as_ref(), "from-hash", library.catalog(&table.from)),
        (table.to_hash.as_ref(), "to-hash", library.catalog(&table.to)),
    ];
    pins.into_iter().filter_map(changed).collect()
}

fn suspect_row(
    row: &Relation,
    table: &Table,
    library: &Library,
    changes: &[(ClauseId, Vec<FieldChange>)],
) -> Diagnostic {
    let message = in_words(changes, "the row").unwrap_or_default();
    let finding = Diagnostic::new(Rule::SuspectRow, row.span, message);
    labelled(finding, changes, library).subject(ends(row)).help(format!(
        "check whether the row is still correct; `xwalk review {} --row {}` confirms it",
        table.id,
        row_name(row)
    ))
}

/// The same of a clause that the table calls unrelated.
fn suspect_entry(
    clause: &ClauseId,
    place: Span,
    table: &Table,
    library: &Library,
    changes: &[(ClauseId, Vec<FieldChange>)],
) -> Diagnostic {
    let message = in_words(changes, "the entry").unwrap_or_default();
    let finding = Diagnostic::new(Rule::SuspectRow, place, message);
    labelled(finding, changes, library).subject(format!("{clause} -> nothing")).help(format!(
        "check whether the clause is still unrelated; `xwalk review {} --row {clause}` then marks it as reviewed",
        table.id
    ))
}

/// A row as `xwalk review --row` names it.
fn row_name(row: &Relation) -> String {
    match row.from.first() {
        Some(from) => format!("{}={}", from.number, row.to.number),
        None => row.to.number.to_string(),
    }
}

/// The ends of a row, as people write them.
fn ends(row: &Relation) -> String {
    let from: Vec<String> = row.from.iter().map(ClauseId::to_string).collect();
    format!("{} -> {}", if from.is_empty() { "nothing".to_owned() } else { from.join(" + ") }, row.to)
}

/// What is said otherwise, in a sentence; nothing where all is as it was.
fn in_words(changes: &[(ClauseId, Vec<FieldChange>)], what: &str) -> Option<String> {
    let said = changes.iter().map(|(clause, changes)| {
        let changes: Vec<String> = changes.iter().map(change_in_words).collect();
        (clause.to_string(), changes.join(", "))
    });
    let said: Vec<(String, String)> = said.collect();
    match said.as_slice() {
        [] => None,
        [(clause, changes)] => Some(format!("{clause} changed since {what} was reviewed: {changes}")),
        several => {
            let all: Vec<String> = several.iter().map(|(clause, changes)| format!("{clause}: {changes}")).collect();
            Some(format!("clauses changed since {what} was reviewed: {}", all.join("; ")))
        }
    }
}

/// One change, as people say it.
fn change_in_words(change: &FieldChange) -> String {
    let FieldChange { what, old, new } = change;
    match (old, new) {
        (Some(old), Some(new)) => format!("{what} was \u{201c}{old}\u{201d}, is \u{201c}{new}\u{201d}"),
        (Some(old), None) => format!("{what} was \u{201c}{old}\u{201d}, is gone"),
        (None, Some(new)) => format!("{what} was nothing, is \u{201c}{new}\u{201d}"),
        (None, None) => (*what).to_owned(),
    }
}

fn labelled(finding: Diagnostic, changes: &[(ClauseId, Vec<FieldChange>)], library: &Library) -> Diagnostic {
    let places = changes.iter().filter_map(|(clause, _)| library.clause(clause)).map(|clause| clause.span);
    places.fold(finding, |finding, place: Span| finding.label(place, "as it is now"))
}

/// What was reviewed and no longer exists.
fn outdated(reviews: &Reviews, there: &BTreeSet<Subject>, what: &str) -> Vec<Diagnostic> {
    let gone = reviews.stamps().filter(|(subject, _)| !there.contains(*subject));
    let finding = |stamp: &Stamp| {
        let message = format!("the {what} that was reviewed here no longer exists");
        Diagnostic::new(Rule::OutdatedReview, stamp.span, message)
            .help(format!("`xwalk review {}` removes it when it next writes the file", reviews.of))
    };
    gone.map(|(_, stamp)| finding(stamp)).collect()
}
