//! An assessment transferred to another edition: what follows in full is stated, with the chain as its note.

mod document;

use std::collections::BTreeSet;

use crate::changes::diff::{AssessmentChanges, FieldChange};
use crate::changes::succession::{self, Succession};
use crate::crosswalk::Step;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Assessment, Catalog, ClauseId, EditionId, Statement, Status, TableId};
use crate::query::case::Assessed;
use crate::query::gap::{self, GapRow, Outcome};
use crate::query::progress::Progress;
use crate::query::scenarios::{AllScenarios, Scenarios};
use crate::query::words;
use crate::source::{Span, Text};

/// Transfers an assessment to another edition of its standard: states what follows in full
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct Migrate {
    /// The edition to transfer to, by id or alias
    #[arg(long, value_name = "EDITION")]
    pub to: String,
    /// The edition to transfer from, by id or alias [default: the edition of the same standard in the assessment]
    #[arg(long, value_name = "EDITION")]
    pub from: Option<String>,
}

/// A requirement of the later edition, and what the assessment says about it.
#[derive(Debug, Clone, PartialEq)]
pub struct MigratedRequirement {
    /// What the gap analysis says about it.
    pub gap: GapRow,
    /// The new statement on it: only if the gap analysis says that all of it is in place.
    pub statement: Option<Statement>,
    /// The earlier clauses that require the same and are stated not to apply, from which nothing follows.
    pub not_applicable: Vec<ClauseId>,
}

/// A requirement of the earlier edition without a counterpart in the later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// The statement on it.
    pub status: Option<Status>,
    /// Why it has no counterpart, if a table says so.
    pub reason: String,
}

/// What is transferred from one edition to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Migration {
    /// The edition that is stated.
    pub from: EditionId,
    /// The edition that is to be stated.
    pub to: EditionId,
    /// Every requirement of the later edition, in catalog order.
    pub requirements: Vec<MigratedRequirement>,
    /// The requirements of the earlier edition without a counterpart, in catalog order; nothing if no table relates the
    /// two directly.
    pub withdrawn: Vec<Withdrawn>,
    /// The tables that it depends on.
    pub tables: BTreeSet<TableId>,
}

impl Migrate {
    /// Answers for an assessment that states nothing of the later edition.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Migration, Refusal> {
        let to = name::edition(&self.to, case.case.library)?;
        if let Some((clause, _)) = case.assessment.statements().find(|(clause, _)| clause.edition == to.id) {
            return Err(Refusal {
                message: format!("the assessment already has statements on {}, for example on {clause}", to.id),
                help: Some("remove that section first, or set single clauses with `xwalk set`".to_owned()),
            });
        }
        let from = self.source(case, to)?;
        let direct = Succession::between(case.case, from, to);
        let scenarios = AllScenarios::new(case).of(&to.id);
        let migrated = |clause| {
            let gap = gap::row(&scenarios, clause)?;
            let statement = (gap.outcome == Outcome::Covered).then(|| carried(&scenarios, &gap));
            let equal = direct.as_ref().map(|succession| succession.equal_to(clause)).unwrap_or_default();
            let not_applicable = equal.into_iter().filter(|earlier| is_not_applicable(case, earlier));
            Some(MigratedRequirement { gap, statement, not_applicable: not_applicable.cloned().collect() })
        };
        let requirements: Vec<MigratedRequirement> =
            case.case.crosswalk.requirements(&to.id).filter_map(migrated).collect();
        let leads_nowhere = requirements.iter().all(|one| one.gap.outcome == Outcome::New);
        let direct = match direct {
            Err(no_table) if leads_nowhere => return Err(no_table),
            direct => direct.ok(),
        };
        Ok(Migration {
            from: from.id.clone(),
            to: to.id.clone(),
            withdrawn: direct.map(|succession| withdrawn(case, &succession)).unwrap_or_default(),
            tables: requirements.iter().flat_map(|one| one.gap.tables.iter().cloned()).collect(),
            requirements,
        })
    }

    /// The requested edition; else the stated one of the same standard, and of several the one that a
    /// table relates to the later edition.
    fn source<'a>(&self, case: Assessed<'a>, to: &'a Catalog) -> Result<&'a Catalog, Refusal> {
        let library = case.case.library;
        if let Some(from) = &self.from {
            let from = name::edition(from, library)?;
            if !case.assessment.editions().contains(&&from.id) {
                return Err(Refusal {
                    message: format!("the assessment has no statement on {}", from.id),
                    help: Some(stated_editions(case.assessment)),
                });
            }
            return succession::line(case.case, from, to).map(|_| from);
        }
        let stated = case.assessment.editions().into_iter().filter_map(|edition| library.catalog(edition));
        let earlier: Vec<&Catalog> = stated.filter(|from| succession::line(case.case, from, to).is_ok()).collect();
        let is_direct = |from: &&Catalog| Succession::between(case.case, from, to).is_ok();
        let direct: Vec<&Catalog> = earlier.iter().copied().filter(is_direct).collect();
        match (earlier.as_slice(), direct.as_slice()) {
            ([one], _) | (_, [one]) => Ok(one),
            ([], _) => Err(Refusal {
                message: format!("the assessment has no statement on another edition of {}", to.id.standard()),
                help: Some(stated_editions(case.assessment)),
            }),
            (several, _) => {
                let ids: Vec<&str> = several.iter().map(|catalog| catalog.id.as_str()).collect();
                Err(Refusal {
                    message: format!("several editions in the assessment point to {}", to.id),
                    help: Some(format!("add --from EDITION, one of {}", ids.join(", "))),
                })
            }
        }
    }
}

fn stated_editions(assessment: &Assessment) -> String {
    match assessment.editions().as_slice() {
        [] => "it has no statements".to_owned(),
        editions => {
            format!(
                "it has statements on {}",
                editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", ")
            )
        }
    }
}

/// Whether everything that a clause represents is stated not to apply.
fn is_not_applicable(case: Assessed<'_>, clause: &ClauseId) -> bool {
    let crosswalk = case.case.crosswalk;
    let status = |clause| crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status);
    let requirements = crosswalk.requirements_of(clause);
    !requirements.is_empty() && requirements.into_iter().all(|clause| status(clause) == Some(Status::NotApplicable))
}

/// The statement that all of a requirement is in place: its evidence, whatever all underlying statements agree on, and
/// the chain as its note. The day and the effort of completed work are left out.
fn carried(scenarios: &Scenarios<'_>, gap: &GapRow) -> Statement {
    let (case, inference) = (scenarios.case, &scenarios.as_stated);
    let origins = inference.origins(&gap.clause).into_iter();
    let statements: Vec<&Statement> = origins
        .filter_map(|origin| case.case.crosswalk.statement(origin, case.assessment))
        .map(|(_, statement)| statement)
        .collect();
    let span = Span::start_of(case.file);
    Statement {
        evidence: gap.evidence.clone(),
        owner: agreed(&statements, |statement| statement.owner.clone()),
        assessed: agreed(&statements, |statement| statement.assessed),
        maturity: agreed(&statements, |statement| statement.maturity),
        justification: agreed(&statements, |statement| statement.justification.clone()),
        note: Some(chain(&inference.steps(&gap.clause)).into()),
        ..Statement::new(Status::Implemented, span)
    }
}

/// What all statements say alike.
fn agreed<T: PartialEq>(statements: &[&Statement], said: impl Fn(&Statement) -> Option<T>) -> Option<T> {
    let mut all = statements.iter().map(|statement| said(statement));
    let first = all.next()?;
    if all.all(|other| other == first) { first } else { None }
}

/// A chain in words: what each row says, by which table.
fn chain(steps: &[Step<'_>]) -> String {
    let step =
        |step: &Step<'_>| format!("{} ({}, confidence {})", words::step(step), step.table.id, step.relation.confidence);
    format!("Carried: {}.", steps.iter().map(step).collect::<Vec<_>>().join("; "))
}

fn withdrawn(case: Assessed<'_>, succession: &Succession<'_>) -> Vec<Withdrawn> {
    let (crosswalk, from) = (case.case.crosswalk, succession.old);
    let requirements = crosswalk.requirements(&from.id).zip(from.requirements());
    requirements
        .filter(|(clause, _)| succession.from(clause).is_empty())
        .map(|(clause, found)| Withdrawn {
            clause: clause.clone(),
            title: found.title.clone(),
            status: crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status),
            reason: succession.reason(clause).unwrap_or("no row continues from it").to_owned(),
        })
        .collect()
}

impl MigratedRequirement {
    /// The outcome and what to do, as a comment in the assessment; none where the statement was carried over.
    pub fn comment(&self) -> Option<String> {
        if self.statement.is_some() {
            return None;
        }
        let by = match (self.gap.outcome, self.gap.chain.first()) {
            (Outcome::PartlyCovered, Some(first)) => format!(" by {first}"),
            (Outcome::PartlyCovered, None)
            | (Outcome::Covered | Outcome::ToVerify | Outcome::Open | Outcome::Unknown | Outcome::New, _) => {
                String::new()
            }
        };
        Some(format!("{}{by}: {}", self.gap.outcome.name(), self.to_do()))
    }

    /// What the gap analysis says to do about it.
    fn to_do(&self) -> String {
        let (clauses, is_one) = (words::joined(&self.not_applicable, ", "), self.not_applicable.len() == 1);
        match (self.not_applicable.is_empty(), is_one) {
            (true, _) => gap::what_to_do(&self.gap).into(),
            (false, true) => {
                format!("{clauses} requires the same and does not apply; state whether this clause applies.")
            }
            (false, false) => {
                format!("{clauses} require the same and do not apply; state whether this clause applies.")
            }
        }
    }
}

impl Migration {
    /// How many requirements of the later edition have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.requirements.iter().filter(|one| one.gap.outcome == outcome).count()
    }

    /// Whether what changed between two assessments is just what was carried, and the target where that is changed.
    pub fn is_all_of(&self, changes: &AssessmentChanges) -> bool {
        let carried = self.requirements.iter().filter_map(|one| Some((&one.gap.clause, one.statement.as_ref()?)));
        let added: Vec<_> = changes.statements.iter().collect();
        let is_same = |left: &Statement, right: &Statement| Statement { span: right.span, ..left.clone() } == *right;
        let is_carried = added.len() == carried.clone().count()
            && carried.zip(&added).all(|((clause, statement), change)| {
                change.progress == Progress::New
                    && change.clause == *clause
                    && change.after.as_ref().is_some_and(|after| is_same(statement, after))
            });
        is_carried && changes.others.iter().all(|change| change.name == "targets" && self.is_retargeted(change))
    }

    /// Whether a change of the targets puts the later edition in the place of the earlier one.
    fn is_retargeted(&self, change: &FieldChange) -> bool {
        let put = |target: &String| if target == self.from.as_str() { self.to.to_string() } else { target.clone() };
        change.before.iter().map(put).collect::<Vec<_>>() == change.after
    }
}
