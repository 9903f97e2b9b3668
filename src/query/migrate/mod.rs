//! An assessment carried to another edition: what follows in full is stated of it, with the chain as its note.

mod document;

use std::collections::BTreeSet;

use crate::crosswalk::Step;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Assessment, Catalog, ClauseId, EditionId, Statement, Status, TableId};
use crate::query::case::Assessed;
use crate::query::diff::{AssessmentChanges, FieldChange};
use crate::query::gap::{self, GapRow, Outcome};
use crate::query::progress::Progress;
use crate::query::scenarios::{AllScenarios, Scenarios};
use crate::query::succession::{self, Succession};
use crate::query::words;
use crate::source::{Span, Text};

/// Carries an assessment to another edition of its standard: states what follows in full
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct Migrate {
    /// The edition to carry to, by id or alias
    #[arg(long, value_name = "EDITION")]
    pub to: String,
    /// The edition to carry from, by id or alias [default: the edition of the same standard that the assessment states]
    #[arg(long, value_name = "EDITION")]
    pub from: Option<String>,
}

/// A requirement of the later edition, and what the assessment says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MigratedRequirement {
    /// What the gap analysis says of it.
    pub gap: GapRow,
    /// What is stated of it from here on: only where the gap analysis says that all of it is in place.
    pub statement: Option<Statement>,
    /// The earlier clauses that ask for the same and are stated not to apply, from which nothing follows.
    pub not_applicable: Vec<ClauseId>,
}

/// A requirement of the earlier edition that leads to nothing in the later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What is stated of it.
    pub status: Option<Status>,
    /// Why it leads nowhere, where a table says so.
    pub reason: String,
}

/// What is carried from one edition to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Migration {
    /// The edition that is stated.
    pub from: EditionId,
    /// The edition that is to be stated.
    pub to: EditionId,
    /// Every requirement of the later edition, in catalog order.
    pub requirements: Vec<MigratedRequirement>,
    /// The requirements of the earlier edition that lead nowhere, in catalog order; nothing where no table relates the two
    /// directly.
    pub withdrawn: Vec<Withdrawn>,
    /// The tables that it rests on.
    pub tables: BTreeSet<TableId>,
}

impl Migrate {
    /// Answers for an assessment that states nothing of the later edition.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Migration, Refusal> {
        let to = name::edition(&self.to, case.case.library)?;
        if let Some((clause, _)) = case.assessment.statements().find(|(clause, _)| clause.edition == to.id) {
            return Err(Refusal {
                message: format!("{} is stated already: {clause} is, for one", to.id),
                help: Some("take that section out first, or carry single clauses with `xwalk set`".to_owned()),
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

    /// The edition that is asked for; else the one that is stated and of the same standard, and of several the one that a
    /// table relates to the later edition.
    fn source<'a>(&self, case: Assessed<'a>, to: &'a Catalog) -> Result<&'a Catalog, Refusal> {
        let library = case.case.library;
        if let Some(from) = &self.from {
            let from = name::edition(from, library)?;
            if !case.assessment.editions().contains(&&from.id) {
                return Err(Refusal {
                    message: format!("the assessment states nothing of {}", from.id),
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
                message: format!("the assessment states no other edition of {}", to.id.standard()),
                help: Some(stated_editions(case.assessment)),
            }),
            (several, _) => {
                let ids: Vec<&str> = several.iter().map(|catalog| catalog.id.as_str()).collect();
                Err(Refusal {
                    message: format!("several editions that are stated lead to {}", to.id),
                    help: Some(format!("add --from EDITION, one of {}", ids.join(", "))),
                })
            }
        }
    }
}

fn stated_editions(assessment: &Assessment) -> String {
    match assessment.editions().as_slice() {
        [] => "it states nothing of any edition".to_owned(),
        editions => {
            format!("it states {}", editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Whether everything that a clause stands for is stated not to apply.
fn is_not_applicable(case: Assessed<'_>, clause: &ClauseId) -> bool {
    let crosswalk = case.case.crosswalk;
    let status = |clause| crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status);
    let requirements = crosswalk.requirements_of(clause);
    !requirements.is_empty() && requirements.into_iter().all(|clause| status(clause) == Some(Status::NotApplicable))
}

/// The statement that all of a requirement is in place: its evidence, whatever all statements behind it agree on, and the
/// chain as its note. The day and the effort of work that is done are left behind.
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
            reason: succession.reason(clause).unwrap_or("no row leads on from it").to_owned(),
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
            (false, true) => format!("{clauses} asks for the same and does not apply; state whether this one does."),
            (false, false) => format!("{clauses} ask for the same and do not apply; state whether this one does."),
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
