//! What an organization says about itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::capacity::Capacity;
use super::effort::PersonDays;
use super::evidence::{Evidence, Unfit};
use super::id::{ClauseId, EditionId, MethodId};
use super::maturity::MaturityTargets;
use super::progress::StepProgress;
use super::relation::Confidence;
use super::review::Reviews;
use crate::source::{Span, Text, digest};

/// How far a clause is in place, as the organization states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// All of it is in place.
    Implemented,
    /// Some of it is in place.
    Partial,
    /// Nothing yet; it is intended.
    Planned,
    /// Nothing.
    NotImplemented,
    /// The clause does not apply to the organization.
    NotApplicable,
}

/// What is stated about one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// How far it is in place.
    pub status: Status,
    /// What shows it: paths and addresses.
    pub evidence: Vec<Text>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// By when it is to be in place.
    pub due: Option<Date>,
    /// The date of the last assessment.
    pub assessed: Option<Date>,
    /// From 0 to 5.
    pub maturity: Option<u8>,
    /// The target maturity, from 0 to 5.
    pub maturity_target: Option<u8>,
    /// How much work is left.
    pub effort: Option<PersonDays>,
    /// Why it does not apply; of a control also why it does.
    pub justification: Option<Text>,
    /// The ids of the risks that it treats, as a register of risks has them.
    pub risks: Vec<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// The position of the clause's id.
    pub span: Span,
}

impl Statement {
    /// A status and nothing more.
    pub fn new(status: Status, span: Span) -> Self {
        Self {
            status,
            evidence: Vec::new(),
            owner: None,
            due: None,
            assessed: None,
            maturity: None,
            maturity_target: None,
            effort: None,
            justification: None,
            risks: Vec::new(),
            note: None,
            span,
        }
    }
}

/// The policy of an assessment, which `check` enforces.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    /// The least coverage of a target, in percent, and its position.
    pub min_coverage: BTreeMap<EditionId, (Percent, Span)>,
    /// The least coverage of every chapter of a target, in percent, and its position.
    pub min_chapter_coverage: BTreeMap<EditionId, (Percent, Span)>,
    /// Which figure the least coverage is measured on.
    pub figure: Figure,
    /// Whether nothing may be open past its day.
    pub no_overdue: bool,
    /// Whether every clause stated as implemented has to have evidence.
    pub evidence_required: bool,
    /// Whether every path under evidence must point to an existing file.
    pub evidence_exists: bool,
    /// How many days a statement may be old.
    pub max_age: Option<u32>,
    /// The least confidence of a row that an answer may be based on.
    pub min_confidence: Option<Confidence>,
}

/// One of the three figures of a coverage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Figure {
    /// What is guaranteed: F / N.
    #[default]
    Lower,
    /// The weighted one: (F + w·P) / N.
    Middle,
    /// What is possible: (F + P + V) / N.
    Upper,
}

/// A share of the whole in percent, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(pub f64);

/// How much work an item of each kind is where the item does not say so itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Efforts {
    /// To do what is left where some of it is in place.
    pub extend: Option<PersonDays>,
    /// To check how much of it is in place.
    pub verify: Option<PersonDays>,
    /// To put a clause in place that is stated and is not.
    pub implement: Option<PersonDays>,
    /// To assess a clause that has not been assessed yet.
    pub assess: Option<PersonDays>,
    /// To build something that nothing in the base supports.
    pub build: Option<PersonDays>,
}

/// One of the organization's objectives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Its id inside the assessment.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// By what its reaching is measured.
    pub measure: Option<Text>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// By when it is to be reached.
    pub due: Option<Date>,
    /// The projects that it needs.
    pub projects: Vec<Text>,
    /// The ids of the processes that support it.
    pub processes: Vec<Text>,
}

/// One of the organization's own processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id inside the assessment.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// The document that describes it.
    pub description: Option<Text>,
    /// What goes in.
    pub inputs: Vec<Text>,
    /// What comes out.
    pub outputs: Vec<Text>,
    /// The clauses that it supports.
    pub clauses: Vec<ClauseId>,
}

/// A self-assessment: statements about clauses of one or more editions.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Who assesses itself.
    pub organization: Text,
    /// What part of it.
    pub scope: Option<Text>,
    /// The site that it is of, by which the assessments of a portfolio are rolled up.
    pub site: Option<Text>,
    /// The organizational unit that it is of, such as a division or a country.
    pub unit: Option<Text>,
    /// Further words by which it is grouped with others, each once, in the order of the file.
    pub tags: Vec<Text>,
    /// The day of the assessment.
    pub date: Option<Date>,
    /// Who made it.
    pub assessor: Option<Text>,
    /// The editions that are targets, in the order of the file.
    pub targets: Vec<EditionId>,
    /// Its policy.
    pub policy: Policy,
    /// How much work its open items are by default.
    pub efforts: Efforts,
    /// How mature it wants to become.
    pub maturity_targets: MaturityTargets,
    /// What it says about pieces of evidence, in the order of the file.
    pub register: Vec<Evidence>,
    /// How many person-days a week owners have for its open items, by their names.
    pub capacities: BTreeMap<Text, Capacity>,
    /// On which days people work.
    pub calendar: Calendar,
    /// The organization's objectives, in the order of the file.
    pub objectives: Vec<Objective>,
    /// The organization's own processes, in the order of the file.
    pub processes: Vec<Process>,
    /// How far it has come with the steps of methods: by method, and by the ids of its steps.
    pub progress: BTreeMap<MethodId, BTreeMap<Text, StepProgress>>,
    /// The editions that its file has a place for, whether anything is stated on them or not.
    pub sections: BTreeSet<EditionId>,
    /// What was reviewed of its statements; kept in a separate file.
    pub reviews: Option<Reviews>,
    /// The paths under evidence that do not point to a file, as found when the file was read; nothing if this was not
    /// checked.
    pub unfit: Option<BTreeMap<String, Unfit>>,
    statements: BTreeMap<ClauseId, Statement>,
}

impl Assessment {
    /// The name under `capacity` for work without an owner.
    pub const UNASSIGNED: &'static str = "unassigned";

    /// An assessment that states nothing.
    pub fn new(organization: Text) -> Self {
        Self {
            organization,
            scope: None,
            site: None,
            unit: None,
            tags: Vec::new(),
            date: None,
            assessor: None,
            targets: Vec::new(),
            policy: Policy::default(),
            efforts: Efforts::default(),
            maturity_targets: MaturityTargets::default(),
            register: Vec::new(),
            capacities: BTreeMap::new(),
            calendar: Calendar::default(),
            objectives: Vec::new(),
            processes: Vec::new(),
            progress: BTreeMap::new(),
            sections: BTreeSet::new(),
            reviews: None,
            unfit: None,
            statements: BTreeMap::new(),
        }
    }

    /// Adds what is stated about a clause; hands back what is stated about it already.
    pub fn add(&mut self, clause: ClauseId, statement: Statement) -> Result<(), &Statement> {
        match self.statements.entry(clause) {
            std::collections::btree_map::Entry::Vacant(vacant) => {
                vacant.insert(statement);
                Ok(())
            }
            std::collections::btree_map::Entry::Occupied(occupied) => Err(occupied.into_mut()),
        }
    }

    /// All that is stated, in the order of ids.
    pub fn statements(&self) -> impl Iterator<Item = (&ClauseId, &Statement)> {
        self.statements.iter()
    }

    /// What is stated about this clause itself; a heading above it may state more.
    pub fn statement(&self, clause: &ClauseId) -> Option<&Statement> {
        self.statements.get(clause)
    }

    /// The editions with statements, in the order of ids.
    pub fn editions(&self) -> Vec<&EditionId> {
        let mut editions: Vec<_> = self.statements.keys().map(|clause| &clause.edition).collect();
        editions.dedup();
        editions
    }
}

impl Process {
    /// What is missing to call the process done: its description, its inputs, its outputs.
    pub fn missing_parts(&self) -> Vec<&'static str> {
        let is_blank = |text: &Text| text.trim().is_empty();
        let has = [
            ("description", self.description.as_ref().is_some_and(|text| !is_blank(text))),
            ("inputs", self.inputs.iter().any(|text| !is_blank(text))),
            ("outputs", self.outputs.iter().any(|text| !is_blank(text))),
        ];
        has.into_iter().filter(|(_, has)| !has).map(|(name, _)| name).collect()
    }
}

impl Status {
    /// The word for each, most in place first.
    pub const WORDS: [&str; 5] = ["implemented", "partial", "planned", "not-implemented", "not-applicable"];
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Implemented => "implemented",
            Self::Partial => "partial",
            Self::Planned => "planned",
            Self::NotImplemented => "not-implemented",
            Self::NotApplicable => "not-applicable",
        })
    }
}

/// The mark of a row as it is written: a digest of what its fields say, those without a value left out. A sheet carries
/// it where the content of a row was derived, so that the import can see whether anybody has changed the row.
pub fn row_mark<'k>(fields: impl IntoIterator<Item = (&'k str, Option<String>)>) -> String {
    let said = fields.into_iter().filter_map(|(key, value)| field_said(key, &value?));
    digest(said.collect::<String>())[..12].to_owned()
}

/// The mark of one field as it is written, such as `effort:1f40fc92da24`; nothing where it has no value. It stands after
/// the mark of the row if the field was not stated: a change of the rest of the row does not state it either.
pub fn field_mark(key: &str, value: &str) -> Option<String> {
    Some(format!("{key}:{}", &digest(field_said(key, value)?)[..12]))
}

fn field_said(key: &str, value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| format!("{key}={value}\n"))
}
