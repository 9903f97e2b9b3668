//! What changed between two assessments, and what that means for their targets.

use std::collections::BTreeSet;

use super::named_values::NamedValues;
use super::{FieldChange, TargetChange};
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Assessment, Catalog, ClauseId, EditionId, Statement};
use crate::query::case::Assessed;
use crate::query::progress::Progress;
use crate::query::scenarios::AllScenarios;
use crate::source::Text;

/// What changed between two assessments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssessmentDiff {
    /// The targets, by id or alias; those of both assessments if none is named.
    pub targets: Vec<String>,
}

/// A clause of which something else is stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementChange {
    /// The clause.
    pub clause: ClauseId,
    /// What happened to it, by its own status: it is complete where it is implemented.
    pub progress: Progress,
    /// The earlier statement on the clause itself.
    pub before: Option<Statement>,
    /// The later statement on the clause itself.
    pub after: Option<Statement>,
    /// What is another of it.
    pub fields: Vec<FieldChange>,
}

/// What changed between two assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessmentChanges {
    /// The statements that changed, by edition and in catalog order.
    pub statements: Vec<StatementChange>,
    /// All else that changed: header, policy, efforts, objectives, processes.
    pub others: Vec<FieldChange>,
    /// What it means for each target.
    pub targets: Vec<TargetChange>,
}

impl AssessmentDiff {
    /// Answers for two assessments that were read against one library.
    pub fn ask(&self, before: Assessed<'_>, after: Assessed<'_>) -> Result<AssessmentChanges, Refusal> {
        let library = after.case.library;
        let mut targets: Vec<&Catalog> = Vec::new();
        for asked in &self.targets {
            targets.push(name::edition(asked, library)?);
        }
        if targets.is_empty() {
            let stated = before.assessment.targets.iter().chain(&after.assessment.targets);
            targets.extend(stated.filter_map(|target| library.catalog(target)));
        }
        let mut seen: BTreeSet<&EditionId> = BTreeSet::new();
        targets.retain(|target| seen.insert(&target.id));
        let catalogs = library.catalogs().flat_map(|catalog| {
            catalog
                .clauses()
                .iter()
                .map(|clause| ClauseId { edition: catalog.id.clone(), number: clause.number.clone() })
        });
        let (was, is) = (AllScenarios::new(before), AllScenarios::new(after));
        Ok(AssessmentChanges {
            statements: catalogs
                .filter_map(|clause| statement_change(clause, before.assessment, after.assessment))
                .collect(),
            others: other_changes(before.assessment, after.assessment),
            targets: targets.into_iter().map(|target| TargetChange::of(&was, &is, target)).collect(),
        })
    }
}

fn statement_change(clause: ClauseId, before: &Assessment, after: &Assessment) -> Option<StatementChange> {
    let (before, after) = (before.statement(&clause), after.statement(&clause));
    let described = |statement: Option<&Statement>| statement.map(NamedValues::statement).unwrap_or_default();
    let fields = NamedValues::changes(described(before), described(after));
    if fields.is_empty() {
        return None;
    }
    let progress = match (before, after) {
        (Some(before), Some(after)) => Progress::of_statuses(before.status, after.status),
        (None, _) => Progress::New,
        (Some(_), None) => Progress::Withdrawn,
    };
    Some(StatementChange { clause, progress, before: before.cloned(), after: after.cloned(), fields })
}

fn other_changes(before: &Assessment, after: &Assessment) -> Vec<FieldChange> {
    let mut changes = NamedValues::changes(NamedValues::assessment(before), NamedValues::assessment(after));
    let processes = |assessment: &Assessment| -> Vec<Text> {
        assessment.processes.iter().map(|process| process.id.clone()).collect()
    };
    let objectives = |assessment: &Assessment| -> Vec<Text> {
        assessment.objectives.iter().map(|objective| objective.id.clone()).collect()
    };
    changes.extend(order("objectives", objectives(before), objectives(after)));
    changes.extend(order("processes", processes(before), processes(after)));
    changes
}

/// The order of what is in both lists, if it differs.
fn order(list: &str, before: Vec<Text>, after: Vec<Text>) -> Option<FieldChange> {
    let of_both = |ids: &[Text]| -> Vec<String> {
        ids.iter().filter(|id| before.contains(id) && after.contains(id)).map(Text::to_string).collect()
    };
    let (before, after) = (of_both(&before), of_both(&after));
    (before != after).then(|| FieldChange { name: format!("{list} (order)"), before, after })
}
