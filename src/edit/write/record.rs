//! Statements, policies, objectives, processes and rows as mappings.

use std::collections::BTreeMap;

use super::value::{Layout, Mapping, Scalar, Value, block, boolean, id, integer, name, number, text, texts};
use crate::model::{
    ClauseId, Confidence, EditionId, Efforts, Evidence, Figure, MaturityTargets, Objective, Percent, PersonDays,
    Policy, Process, Relation, Said, Statement, StepProgress, Table,
};
use crate::source::{Span, Text};

fn effort(effort: PersonDays) -> Value {
    number(effort.days())
}

/// A status alone, or a mapping where more than that is stated.
pub(super) fn record(statement: &Statement) -> Value {
    let record = Mapping::of("status", text(statement.status))
        .maybe("evidence", texts(&statement.evidence))
        .maybe("owner", statement.owner.as_ref().map(text))
        .maybe("due", statement.due.map(text))
        .maybe("assessed", statement.assessed.map(text))
        .maybe("maturity", statement.maturity.map(|maturity| integer(maturity.into())))
        .maybe("maturity-target", statement.maturity_target.map(|target| integer(target.into())))
        .maybe("effort", statement.effort.map(effort))
        .maybe("justification", statement.justification.as_ref().map(text))
        .maybe("risk", texts(&statement.risks))
        .maybe("note", statement.note.as_ref().map(text));
    if record.0.len() > 1 { record.block() } else { text(statement.status) }
}

/// A state alone, or a mapping where more than that is stated.
pub(super) fn advance(progress: &StepProgress) -> Value {
    let entries = Mapping::of("state", text(progress.state))
        .maybe("since", progress.since.map(text))
        .maybe("note", progress.note.as_ref().map(text));
    if entries.0.len() > 1 { entries.block().fitted() } else { text(progress.state) }
}

pub(super) fn policy(policy: &Policy) -> Option<Value> {
    let least = |least: &BTreeMap<EditionId, (Percent, Span)>| {
        block(least.iter().map(|(edition, (percent, _))| (name(edition), number(percent.0))).collect())
    };
    let measure = match policy.figure {
        Figure::Lower => None,
        Figure::Middle => Some("middle"),
        Figure::Upper => Some("upper"),
    };
    let entries = Mapping(Vec::new())
        .maybe("min-coverage", least(&policy.min_coverage))
        .maybe("min-chapter-coverage", least(&policy.min_chapter_coverage))
        .maybe("measure", measure.map(text))
        .maybe("no-overdue", policy.no_overdue.then_some(boolean(true)))
        .maybe("evidence", policy.evidence_required.then(|| text("required")))
        .maybe("evidence-exists", policy.evidence_exists.then_some(boolean(true)))
        .maybe("max-age", policy.max_age.map(integer))
        .maybe("min-confidence", policy.min_confidence.map(text));
    block(entries.0)
}

pub(super) fn efforts(efforts: &Efforts) -> Option<Value> {
    let entries = Mapping(Vec::new())
        .maybe("extend", efforts.extend.map(effort))
        .maybe("verify", efforts.verify.map(effort))
        .maybe("implement", efforts.implement.map(effort))
        .maybe("assess", efforts.assess.map(effort))
        .maybe("build", efforts.build.map(effort));
    block(entries.0).map(Value::fitted)
}

/// The maturity that is aimed at; nothing where none is.
pub(super) fn maturity_targets(targets: &MaturityTargets) -> Option<Value> {
    let level = |level: u8| integer(level.into());
    let editions = targets.editions.iter().map(|(edition, target)| (name(edition), level(*target)));
    let clauses = targets.clauses.iter().map(|(clause, target)| (id(clause), level(*target)));
    targets.everywhere.map(level).or_else(|| block(editions.chain(clauses).collect()))
}

/// What is said of a piece of evidence, under its path or address.
pub(super) fn evidence(piece: &Evidence) -> (Scalar, Value) {
    let entries = Mapping(Vec::new())
        .maybe("title", piece.title.as_ref().map(text))
        .maybe("owner", piece.owner.as_ref().map(text))
        .maybe("date", piece.date.map(text))
        .maybe("valid-until", piece.valid_until.map(text))
        .maybe("note", piece.note.as_ref().map(text));
    (name(&piece.place), entries.block())
}

pub(super) fn objective(objective: &Objective) -> (Scalar, Value) {
    let entries = Mapping::of("title", text(&objective.title))
        .maybe("measure", objective.measure.as_ref().map(text))
        .maybe("owner", objective.owner.as_ref().map(text))
        .maybe("due", objective.due.map(text))
        .maybe("projects", texts(&objective.projects))
        .maybe("processes", texts(&objective.processes));
    (name(&objective.id), entries.block())
}

pub(super) fn process(process: &Process) -> (Scalar, Value) {
    let entries = Mapping::of("title", text(&process.title))
        .maybe("owner", process.owner.as_ref().map(text))
        .maybe("description", process.description.as_ref().map(text))
        .maybe("inputs", texts(&process.inputs))
        .maybe("outputs", texts(&process.outputs))
        .maybe("clauses", texts(&process.clauses));
    (name(&process.id), entries.block())
}

/// A row, in one line unless it contains long texts.
pub(super) fn row(row: &Relation, table: &Table) -> Value {
    let from: Vec<Value> = row.from.iter().map(|clause| reference(clause, &table.from)).collect();
    let from = match from.len() {
        0 => None,
        1 => from.into_iter().next(),
        _ => Some(Value::List(from, Layout::Flow)),
    };
    let own = |confidence: Confidence| (confidence != table.confidence).then(|| text(confidence));
    let words = |words: &Option<Text>| words.as_ref().map(text);
    let entries = Mapping(Vec::new())
        .maybe("from", from)
        .with("to", reference(&row.to, &table.to))
        .with("relation", text(row.forward))
        .maybe("reverse", row.reverse.map(text))
        .maybe("items", row.items.as_deref().map(text))
        .maybe("add", words(&row.add))
        .maybe("add-reverse", words(&row.add_reverse))
        .maybe("note", words(&row.note))
        .maybe("confidence", own(row.confidence))
        .maybe("derived-from", texts(&row.derived_from))
        .maybe("said", said(&row.said))
        .maybe("reviewed-by", texts(&row.reviewed_by));
    entries.block().fitted()
}

/// What mappers said, each by name.
fn said(said: &[Said]) -> Option<Value> {
    block(said.iter().map(|said| (name(&said.mapper), text(said.words()))).collect()).map(Value::fitted)
}

/// A clause by its number where it is of the edition that is meant without saying so.
fn reference(clause: &ClauseId, home: &EditionId) -> Value {
    Value::Scalar(if clause.edition == *home { id(&clause.number) } else { id(clause) })
}
