//! What an organization says of itself.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::id::{ClauseId, EditionId};
use crate::source::{Span, Words};

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
    pub evidence: Vec<Words>,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// By when it is to be in place.
    pub due: Option<Date>,
    /// From 0 to 5.
    pub maturity: Option<u8>,
    /// Why it does not apply.
    pub justification: Option<Words>,
    /// A remark.
    pub note: Option<Words>,
    /// Where the clause's id stands.
    pub span: Span,
}

/// What an assessment promises, for `check` to enforce.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    /// The least coverage of a target, in percent.
    pub min_coverage: BTreeMap<EditionId, Percent>,
}

/// A share of the whole in percent, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(pub f64);

/// One of the organization's own processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its id inside the assessment.
    pub id: Words,
    /// Its title.
    pub title: Words,
    /// Who answers for it.
    pub owner: Option<Words>,
    /// The document that describes it.
    pub description: Option<Words>,
    /// What goes in.
    pub inputs: Vec<Words>,
    /// What comes out.
    pub outputs: Vec<Words>,
    /// The clauses that it serves.
    pub clauses: Vec<ClauseId>,
}

/// A self-assessment: statements about clauses of one or more editions.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Who assesses itself.
    pub organization: Words,
    /// What part of it.
    pub scope: Option<Words>,
    /// The day of the assessment.
    pub date: Option<Date>,
    /// Who made it.
    pub assessor: Option<Words>,
    /// The editions that are aimed at, in the order of the file.
    pub targets: Vec<EditionId>,
    /// What it promises.
    pub policy: Policy,
    /// The organization's own processes, in the order of the file.
    pub processes: Vec<Process>,
    statements: BTreeMap<ClauseId, Statement>,
}

impl Assessment {
    /// An assessment that states nothing.
    pub fn new(organization: Words) -> Self {
        Self {
            organization,
            scope: None,
            date: None,
            assessor: None,
            targets: Vec::new(),
            policy: Policy::default(),
            processes: Vec::new(),
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

    /// The editions of which something is stated, in the order of ids.
    pub fn editions(&self) -> Vec<&EditionId> {
        let mut editions: Vec<_> = self.statements.keys().map(|clause| &clause.edition).collect();
        editions.dedup();
        editions
    }
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
