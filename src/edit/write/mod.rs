//! Statements, assessments, tables and catalogs as YAML.
//!
//! Texts are quoted wherever readers of YAML 1.1 and 1.2 would not agree on what they are, days among them; ids of
//! clauses always are. What is written is read back as it was, but for line breaks at the end of a text, which YAML files
//! cannot hold here.

mod catalog;
mod open_rows;
mod record;
mod reviews;
mod value;

pub use open_rows::{OpenRow, table_to_fill_in};

use std::collections::BTreeMap;

use crate::model::{
    Assessment, Catalog, ClauseNumber, EditionId, Library, MethodId, Relation, Reviews, Statement, StepProgress, Table,
};
use crate::source::Text;
use record::{advance, efforts, evidence, maturity_targets, objective, policy, process, record, row};
use value::{Layout, Mapping, Scalar, Value, block, id, integer, name, text, texts};

/// A whole assessment; the clauses of each edition in their published order.
pub fn assessment(assessment: &Assessment, library: &Library) -> String {
    let mut editions: BTreeMap<&EditionId, Vec<(&ClauseNumber, &Statement)>> = BTreeMap::new();
    for (clause, statement) in assessment.statements() {
        editions.entry(&clause.edition).or_default().push((&clause.number, statement));
    }
    let statuses = editions.into_iter().map(|(edition, mut stated)| {
        let catalog = library.catalog(edition);
        stated.sort_by_key(|(number, _)| catalog.and_then(|catalog| catalog.position(number)));
        let stated = stated.into_iter().map(|(number, statement)| (id(number), record(statement)));
        (name(edition), Value::Map(stated.collect(), Layout::Block))
    });
    let progress = assessment.progress.iter().map(|(method, stated)| progress(method, stated, library));
    let file = Mapping::of("xwalk", text("assessment/1"))
        .with("organization", text(&assessment.organization))
        .maybe("scope", assessment.scope.as_ref().map(text))
        .maybe("site", assessment.site.as_ref().map(text))
        .maybe("unit", assessment.unit.as_ref().map(text))
        .maybe("tags", texts(&assessment.tags))
        .maybe("date", assessment.date.map(text))
        .maybe("assessor", assessment.assessor.as_ref().map(text))
        .maybe("targets", texts(&assessment.targets))
        .maybe("policy", policy(&assessment.policy))
        .maybe("effort", efforts(&assessment.efforts))
        .maybe("maturity-target", maturity_targets(&assessment.maturity_targets))
        .maybe("statuses", block(statuses.collect()))
        .maybe("evidence", block(assessment.register.iter().map(evidence).collect()))
        .maybe("objectives", block(assessment.objectives.iter().map(objective).collect()))
        .maybe("processes", block(assessment.processes.iter().map(process).collect()))
        .maybe("progress", block(progress.collect()));
    file.file()
}

/// What is stated on a method's steps, in the order of the method.
fn progress(method: &MethodId, stated: &BTreeMap<Text, StepProgress>, library: &Library) -> (Scalar, Value) {
    let steps = library.method(method).into_iter().flat_map(|method| &method.steps);
    let steps = steps.filter_map(|step| Some((id(&step.id), advance(stated.get(&step.id)?))));
    (name(method), Value::Map(steps.collect(), Layout::Block))
}

/// Statements about clauses of an edition, in their order, as they are written under `statuses:`.
pub fn statuses(edition: &EditionId, statements: &[(ClauseNumber, Statement)]) -> String {
    let stated = statements.iter().map(|(number, statement)| (id(number), record(statement)));
    Mapping(vec![(name(edition), Value::Map(stated.collect(), Layout::Block))]).written()
}

/// A row as it is written under `rows:`.
pub(super) fn row_of(table: &Table, relation: &Relation) -> String {
    let mut out = String::new();
    Value::List(vec![row(relation, table)], Layout::Block).write(0, &mut out);
    out.trim_start_matches('\n').to_owned()
}

/// What a table calls unrelated, under its key; nothing where there is nothing.
pub(super) fn unrelated(table: &Table) -> String {
    Mapping(Vec::new()).maybe("unrelated", unrelated_of(table)).written()
}

fn unrelated_of(table: &Table) -> Option<Value> {
    block(table.unrelated.iter().map(|(number, why)| (id(number), text(why))).collect())
}

/// A whole relation table, one row for each `to`.
pub fn table(table: &Table) -> String {
    let rows = table.rows.iter().map(|relation| row(relation, table));
    let file = Mapping::of("xwalk", text("relations/1"))
        .with("id", text(&table.id))
        .maybe("title", table.title.as_ref().map(text))
        .with("from", text(&table.from))
        .with("to", text(&table.to))
        .with("version", integer(table.version))
        .with("source", text(&table.source))
        .with("confidence", text(table.confidence))
        .maybe("provenance", table.provenance.map(text))
        .maybe("method", table.method.as_ref().map(text))
        .maybe("mapper", table.mapper.as_ref().map(text))
        .maybe("date", table.date.as_ref().map(text))
        .maybe("stage", table.stage.map(text))
        .maybe("derived-from", texts(&table.derived_from))
        .maybe("from-hash", table.from_hash.as_ref().map(|pin| Value::Scalar(id(&pin.hash))))
        .maybe("to-hash", table.to_hash.as_ref().map(|pin| Value::Scalar(id(&pin.hash))))
        .maybe("status", table.is_draft.then(|| text("draft")))
        .maybe("unrelated", unrelated_of(table))
        .with("rows", Value::List(rows.collect(), Layout::Block));
    file.file()
}

/// A whole catalog, its clauses in published order. An attribute that is called as a key of a clause is written with
/// ` (attribute)` after its name.
pub fn catalog(catalog: &Catalog) -> String {
    catalog::entries(catalog).file()
}

/// A whole file of reviews. Nobody changes it by hand, and it says so.
pub fn reviews(reviews: &Reviews) -> String {
    format!(
        "# Written by `xwalk review`: what the catalogs said when rows or statements were last reviewed.\n{}",
        reviews::entries(reviews).file()
    )
}
