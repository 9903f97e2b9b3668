//! What changed between two versions of a catalog: in its clauses, and in its header.

use std::collections::BTreeSet;

use super::named_values::NamedValues;
use super::{ChangeKind, FieldChange};
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{Catalog, ClauseId, ClauseNumber};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};
use crate::source::Text;

/// What changed between two versions of a catalog.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CatalogDiff;

/// A clause that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseChange {
    /// What happened to it.
    pub kind: ChangeKind,
    /// The clause.
    pub clause: ClauseId,
    /// Its title, the later one if there are two.
    pub title: Text,
    /// What is another of it.
    pub fields: Vec<FieldChange>,
}

/// What changed between two versions of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogChanges {
    /// The clauses that changed: in the order of the later version, then those that are gone.
    pub clauses: Vec<ClauseChange>,
    /// What changed in the header.
    pub head: Vec<FieldChange>,
    /// How many requirements there were and are.
    pub requirements: (usize, usize),
    /// Whether the clauses that both versions have are in another order.
    pub is_reordered: bool,
}

impl CatalogDiff {
    /// Answers for two cases whose libraries have an edition each: the two versions.
    pub fn ask(&self, before: Case<'_>, after: Case<'_>) -> Result<CatalogChanges, Refusal> {
        let (old, new) = (only_catalog(before)?, only_catalog(after)?);
        if old.id != new.id {
            return Err(Refusal {
                message: format!("the files contain {} and {}, which are different editions", old.id, new.id),
                help: Some(match old.id.standard() == new.id.standard() {
                    true => format!("`xwalk diff {} {}` compares them through the rows between them", old.id, new.id),
                    false => "`xwalk compare` and `xwalk map` compare different standards".to_owned(),
                }),
            });
        }
        let change = |number: &ClauseNumber| {
            let (was, is) = (described(old, number), described(new, number));
            let clause = new.clause(number).or(old.clause(number))?;
            Some(ClauseChange {
                kind: ChangeKind::between(old.clause(number), new.clause(number)),
                clause: ClauseId { edition: new.id.clone(), number: number.clone() },
                title: clause.title.clone(),
                fields: NamedValues::changes(was, is),
            })
        };
        let gone = old.clauses().iter().filter(|clause| new.clause(&clause.number).is_none());
        let numbers = new.clauses().iter().chain(gone).map(|clause| &clause.number);
        Ok(CatalogChanges {
            clauses: numbers.filter_map(change).filter(|change| !change.fields.is_empty()).collect(),
            head: NamedValues::changes(NamedValues::catalog(old), NamedValues::catalog(new)),
            requirements: (old.requirements().count(), new.requirements().count()),
            is_reordered: !order(old, new).eq(order(new, old)),
        })
    }

    /// Answers for two cases whose libraries have an edition each: the two versions.
    pub fn document(&self, before: Case<'_>, after: Case<'_>) -> Result<Document, Refusal> {
        let changes = self.ask(before, after)?;
        let (old, new) = (only_catalog(before)?, only_catalog(after)?);
        let sums = ChangeKind::ALL.map(|kind| Sum {
            change: kind,
            clauses: changes.clauses.iter().filter(|clause| clause.kind == kind).count(),
            head: changes.head.iter().filter(|field| field.kind() == kind).count(),
        });
        let mut basis = after.basis([&new.id], []);
        basis.editions.splice(0..0, before.basis([&old.id], []).editions);
        Ok(Document {
            command: "diff",
            title: format!("What changed in the catalog {}", new.id).into(),
            lead: Phrase::each(in_words(&changes)),
            parts: vec![
                Part::Table(Table::of("summary", "Summary", SUMMARY, &sums)),
                Part::Table(Table::of(ANSWER, "Clauses and header", &columns(), &lines(&changes))),
            ],
            findings: Vec::new(),
            basis,
        })
    }
}

fn only_catalog<'l>(case: Case<'l>) -> Result<&'l Catalog, Refusal> {
    let mut catalogs = case.library.catalogs();
    match (catalogs.next(), catalogs.next()) {
        (Some(catalog), None) => Ok(catalog),
        (None, _) | (_, Some(_)) => {
            Err(Refusal { message: "one catalog is required on each side".to_owned(), help: None })
        }
    }
}

fn described(catalog: &Catalog, number: &ClauseNumber) -> NamedValues {
    catalog.clause(number).map(|clause| NamedValues::clause(clause, catalog)).unwrap_or_default()
}

/// The clauses of a catalog that another one has as well, in its order.
fn order<'c>(catalog: &'c Catalog, other: &'c Catalog) -> impl Iterator<Item = &'c ClauseNumber> {
    catalog.clauses().iter().map(|clause| &clause.number).filter(|number| other.clause(number).is_some())
}

fn in_words(changes: &CatalogChanges) -> Vec<String> {
    let (before, after) = changes.requirements;
    let mut sentences = vec![format!("It had {}, and has {after}.", counted(before, "requirement", "requirements"))];
    if changes.is_reordered {
        sentences.push("The order of the clauses changed.".to_owned());
    }
    let gone: BTreeSet<&ClauseId> = changes
        .clauses
        .iter()
        .filter(|change| change.kind == ChangeKind::Removed)
        .map(|change| &change.clause)
        .collect();
    if !gone.is_empty() {
        sentences.push(format!(
            "{} removed: `xwalk check` shows which tables and assessments still name {}.",
            counted(gone.len(), "clause is", "clauses are"),
            if gone.len() == 1 { "it" } else { "them" }
        ));
    }
    sentences
}

/// A line of the answer.
struct Line<'a> {
    change: ChangeKind,
    clause: Option<&'a ClauseChange>,
    field: &'a FieldChange,
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("kind", "Kind", |line: &Line<'_>| line.change.cell()),
        Column::for_programs("clause", |line: &Line<'_>| Cell::refs(line.clause.map(|change| &change.clause))),
        Column::for_people("Clause", |line: &Line<'_>| {
            Cell::maybe(line.clause.map(|change| change.clause.number.to_string()))
        }),
        Column::new("title", "Title", |line: &Line<'_>| Cell::maybe(line.clause.map(|change| &change.title))),
        Column::new("what", "What", |line: &Line<'_>| Cell::text(&line.field.name)),
        Column::new("before", "Before", |line: &Line<'_>| FieldChange::cell(&line.field.before)),
        Column::new("after", "After", |line: &Line<'_>| FieldChange::cell(&line.field.after)),
    ]
}

fn lines(changes: &CatalogChanges) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for change in &changes.clauses {
        lines.extend(change.fields.iter().map(|field| Line { change: change.kind, clause: Some(change), field }));
    }
    lines.extend(changes.head.iter().map(|field| Line { change: field.kind(), clause: None, field }));
    lines
}

/// How many of a kind there are.
struct Sum {
    change: ChangeKind,
    clauses: usize,
    head: usize,
}

const SUMMARY: &[Column<Sum>] = &[
    Column::new("kind", "Kind", |sum| sum.change.cell()),
    Column::new("clauses", "Clauses", |sum| Cell::count(sum.clauses)),
    Column::new("head", "Header", |sum| Cell::count(sum.head)),
];
