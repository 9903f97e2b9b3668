//! What is stated of an edition, carried to another edition of its standard as far as both ask for the same.

mod document;

use std::collections::BTreeSet;

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Catalog, Clause, ClauseId, EditionId, Statement, Status, TableId};
use crate::query::case::Assessed;
use crate::query::diff::{AssessmentChanges, FieldChange};
use crate::query::progress::Progress;
use crate::query::succession::{Succession, SuccessionRow};
use crate::source::Text;

/// Carries what is stated to another edition of the standard, as far as both ask for the same
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
pub struct Migrate {
    /// The edition to carry to, by id or alias
    #[arg(long, value_name = "EDITION")]
    pub to: String,
    /// The edition to carry from, by id or alias [default: the one that is stated and that rows relate to the other]
    #[arg(long, value_name = "EDITION")]
    pub from: Option<String>,
}

/// The outcome of the migration for a requirement of the later edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MigrationOutcome {
    /// An earlier clause asks for the same, and what is stated of it was carried.
    Carried,
    /// What is stated of earlier clauses tells something of it, but not all.
    Verify,
    /// Nothing is stated of the earlier clauses that lead to it.
    Unstated,
    /// No earlier clause leads to it.
    New,
}

/// An earlier clause that leads to a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The clause.
    pub clause: ClauseId,
    /// How far it covers the requirement, in the words of a table.
    pub relation: &'static str,
    /// What is stated of it, in a word or a few.
    pub stated: String,
}

/// A requirement of the later edition, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigratedRequirement {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// The earlier clauses that lead to it.
    pub origins: Vec<Origin>,
    /// What came of it.
    pub outcome: MigrationOutcome,
    /// What is stated of it from here on, where that was carried.
    pub statement: Option<Statement>,
    /// Why that came of it, in a few words.
    pub reason: String,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The edition that is stated.
    pub from: EditionId,
    /// The edition that is to be stated.
    pub to: EditionId,
    /// Every requirement of the later edition, in catalog order.
    pub requirements: Vec<MigratedRequirement>,
    /// The requirements of the earlier edition that lead nowhere, in catalog order.
    pub withdrawn: Vec<Withdrawn>,
    /// The tables that it rests on.
    pub tables: BTreeSet<TableId>,
}

/// What is stated of a clause.
enum SourceStatement<'a> {
    /// One statement holds for all of it; the clause carries it.
    Single(&'a ClauseId, &'a Statement),
    /// Of a heading: several statements hold for what is below it, or one for part of that.
    Mixed,
    /// Nothing.
    Nothing,
}

impl SourceStatement<'_> {
    fn in_words(&self) -> String {
        match self {
            Self::Single(_, statement) => statement.status.to_string(),
            Self::Mixed => "stated in parts".to_owned(),
            Self::Nothing => "not stated".to_owned(),
        }
    }
}

/// What is stated of a clause: of a heading only where the same statement holds for every requirement below it.
fn source_statement<'a>(case: Assessed<'a>, clause: &ClauseId) -> SourceStatement<'a> {
    let crosswalk = case.case.crosswalk;
    let mut carriers: Vec<Option<(&ClauseId, &Statement)>> = crosswalk
        .requirements_of(clause)
        .into_iter()
        .map(|requirement| crosswalk.statement(requirement, case.assessment))
        .collect();
    carriers.dedup_by_key(|carrier| carrier.map(|(clause, _)| clause));
    match carriers.as_slice() {
        [] | [None] => SourceStatement::Nothing,
        [Some((carrier, statement))] => SourceStatement::Single(carrier, statement),
        [_, _, ..] => SourceStatement::Mixed,
    }
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
        let succession = self.succession(case, to)?;
        let crosswalk = case.case.crosswalk;
        let mut tables = BTreeSet::new();
        let mut moves = Vec::new();
        for (clause, found) in crosswalk.requirements(&to.id).zip(to.requirements()) {
            let links = succession.to(clause);
            tables.extend(links.iter().map(|link| link.table.id.clone()));
            let reason = succession.reason(clause);
            moves.push(migrated(case, clause, found, &links, reason));
        }
        let from = succession.old;
        let withdrawn = crosswalk
            .requirements(&from.id)
            .zip(from.requirements())
            .filter(|(clause, _)| succession.from(clause).is_empty())
            .map(|(clause, found)| Withdrawn {
                clause: clause.clone(),
                title: found.title.clone(),
                status: crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement.status),
                reason: succession.reason(clause).unwrap_or("no row leads on from it").to_owned(),
            })
            .collect();
        Ok(Migration { from: from.id.clone(), to: to.id.clone(), requirements: moves, withdrawn, tables })
    }

    /// The rows from the edition that is asked for; else from the one that is stated and that rows relate to the later one.
    fn succession<'a>(&self, case: Assessed<'a>, to: &'a Catalog) -> Result<Succession<'a>, Refusal> {
        let library = case.case.library;
        if let Some(from) = &self.from {
            let from = name::edition(from, library)?;
            if !case.assessment.editions().contains(&&from.id) {
                return Err(Refusal {
                    message: format!("the assessment states nothing of {}", from.id),
                    help: Some(stated_editions(case)),
                });
            }
            return Succession::between(case.case, from, to);
        }
        let (mut found, mut failures) = (Vec::new(), Vec::new());
        for from in case.assessment.editions().into_iter().filter_map(|edition| library.catalog(edition)) {
            match Succession::between(case.case, from, to) {
                Ok(succession) => found.push(succession),
                Err(failure) if from.id.standard() == to.id.standard() => failures.push(failure),
                Err(_) => {}
            }
        }
        match (found.pop(), found.as_slice(), failures.pop()) {
            (Some(one), [], _) => Ok(one),
            (Some(last), before, _) => {
                let ids: Vec<&str> = before.iter().chain([&last]).map(|one| one.old.id.as_str()).collect();
                Err(Refusal {
                    message: format!("several editions that are stated lead to {}", to.id),
                    help: Some(format!("add --from EDITION, one of {}", ids.join(", "))),
                })
            }
            (None, _, Some(failure)) => Err(failure),
            (None, _, None) => Err(Refusal {
                message: format!("the assessment states no other edition of {}", to.id.standard()),
                help: Some(stated_editions(case)),
            }),
        }
    }
}

fn stated_editions(case: Assessed<'_>) -> String {
    match case.assessment.editions().as_slice() {
        [] => "it states nothing of any edition".to_owned(),
        editions => {
            format!("it states {}", editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", "))
        }
    }
}

/// What comes of one requirement. Only what is stated of the one clause that asks for the same is carried.
fn migrated(
    case: Assessed<'_>,
    clause: &ClauseId,
    found: &Clause,
    links: &[&SuccessionRow<'_>],
    reason: Option<&str>,
) -> MigratedRequirement {
    let origins = links.iter().flat_map(|link| link.old.iter().map(|old| (*link, *old)));
    let origins: Vec<Origin> = origins
        .map(|(link, old)| Origin {
            clause: old.clone(),
            relation: link.coverage_word(clause),
            stated: source_statement(case, old).in_words(),
        })
        .collect();
    let is_same = |link: &&&SuccessionRow<'_>| link.is_equal_to(clause);
    let same: Vec<&ClauseId> = links.iter().filter(is_same).map(|link| link.old[0]).collect();
    let is_stated = links
        .iter()
        .flat_map(|link| &link.old)
        .any(|old| !matches!(source_statement(case, old), SourceStatement::Nothing));
    let (outcome, statement, reason) = match same.as_slice() {
        _ if links.is_empty() => {
            (MigrationOutcome::New, None, reason.map_or_else(|| "no row leads to it".to_owned(), str::to_owned))
        }
        [one] => match source_statement(case, one) {
            SourceStatement::Single(carrier, statement) => {
                let (statement, reason) = carried(one, carrier, statement);
                (MigrationOutcome::Carried, Some(statement), reason)
            }
            SourceStatement::Mixed => {
                (MigrationOutcome::Verify, None, "asks for the same as a heading that is stated in parts".to_owned())
            }
            SourceStatement::Nothing => {
                (MigrationOutcome::Unstated, None, "asks for the same, and nothing is stated".to_owned())
            }
        },
        _ if !is_stated => (MigrationOutcome::Unstated, None, "nothing is stated of what leads to it".to_owned()),
        [] if origins.len() > 1 => (MigrationOutcome::Verify, None, "several clauses lead to it".to_owned()),
        [] => (MigrationOutcome::Verify, None, "does not ask for the same".to_owned()),
        [_, _, ..] => (MigrationOutcome::Verify, None, "several clauses ask for the same".to_owned()),
    };
    MigratedRequirement { clause: clause.clone(), title: found.title.clone(), origins, outcome, statement, reason }
}

/// A statement as it is carried, and why. The effort of a heading is for all below it and not for each.
fn carried(one: &ClauseId, carrier: &ClauseId, statement: &Statement) -> (Statement, String) {
    let is_own = one == carrier;
    let statement_kept = Statement { effort: statement.effort.filter(|_| is_own), ..statement.clone() };
    let reason = match (is_own, statement.effort) {
        (true, _) => "asks for the same".to_owned(),
        (false, None) => format!("asks for the same; stated of {}", carrier.number),
        (false, Some(effort)) => format!(
            "asks for the same; stated of {}, whose effort of {effort} is for all below it and was left there",
            carrier.number
        ),
    };
    (statement_kept, reason)
}

impl MigratedRequirement {
    /// What remains to be reviewed, as a comment in the assessment; none if the statement was carried over.
    pub fn comment(&self) -> Option<String> {
        let origins = || {
            let origin =
                |origin: &Origin| format!("{} from {} ({})", origin.relation, origin.clause.number, origin.stated);
            self.origins.iter().map(origin).collect::<Vec<_>>().join(", ")
        };
        let what = match self.outcome {
            MigrationOutcome::Carried => return None,
            MigrationOutcome::Verify | MigrationOutcome::Unstated => origins(),
            MigrationOutcome::New => self.reason.clone(),
        };
        Some(format!("{}: {what}", self.outcome.name()))
    }
}

impl Migration {
    /// How many requirements of the later edition something came of.
    pub fn count(&self, outcome: MigrationOutcome) -> usize {
        self.requirements.iter().filter(|one| one.outcome == outcome).count()
    }

    /// Whether what changed between two assessments is just what was carried, and the target where that is changed.
    pub fn is_all_of(&self, changes: &AssessmentChanges) -> bool {
        let carried = self.requirements.iter().filter_map(|one| Some((&one.clause, one.statement.as_ref()?)));
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
