//! The clauses that a process supports, across all standards of the assessment.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::Inference;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Process, TableId};
use crate::query::case::Assessed;

/// How a clause belongs to a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ProcessLink {
    /// The process names it.
    Named,
    /// The process names a heading above it.
    Under(ClauseId),
    /// A relation table relates it to these clauses of the process.
    Related(BTreeSet<ClauseId>),
}

impl ProcessLink {
    /// The same in a few words.
    pub(super) fn in_words(&self) -> Phrase {
        match self {
            Self::Named => say!("portal-assigned"),
            Self::Under(heading) => say!("portal-assigned-with", clause = heading.number.as_str()),
            Self::Related(own) => say!("portal-related-to", clauses = Phrase::joined(own, ", ")),
        }
    }
}

type Clauses = (Vec<(ClauseId, ProcessLink)>, BTreeSet<TableId>);

/// The requirements that a process names, itself or by a heading, and those of other editions at hand that single rows
/// relate to them; with the tables that this and their levels depend on. In the order of editions and then of catalogs.
pub(super) fn clauses(case: Assessed<'_>, process: &Process, stated: &Inference<'_, '_>) -> Clauses {
    let mut clauses = named(case, process);
    let mut tables = add_related(case, process, &mut clauses);
    for clause in clauses.keys() {
        tables.extend(stated.steps(clause).into_iter().map(|step| step.table.id.clone()));
    }
    let mut clauses: Vec<(ClauseId, ProcessLink)> = clauses.into_iter().collect();
    let position = |clause: &ClauseId| case.case.library.catalog(&clause.edition)?.position(&clause.number);
    clauses.sort_by_cached_key(|(clause, _)| (clause.edition.clone(), position(clause)));
    (clauses, tables)
}

fn named(case: Assessed<'_>, process: &Process) -> BTreeMap<ClauseId, ProcessLink> {
    let mut named = BTreeMap::new();
    for clause in &process.clauses {
        for requirement in case.case.crosswalk.requirements_of(clause) {
            named.entry(requirement.clone()).or_insert_with(|| ProcessLink::Under(clause.clone()));
        }
    }
    for clause in &process.clauses {
        let requirements = case.case.crosswalk.requirements_of(clause);
        // What contains no requirement is listed all the same: the organization named it.
        if requirements.is_empty() || requirements == [clause] {
            named.insert(clause.clone(), ProcessLink::Named);
        }
    }
    named
}

/// Adds what single rows relate to the clauses of a process: its requirements, and the headings that it names.
fn add_related(
    case: Assessed<'_>,
    process: &Process,
    clauses: &mut BTreeMap<ClauseId, ProcessLink>,
) -> BTreeSet<TableId> {
    let own: BTreeSet<ClauseId> = clauses.keys().chain(&process.clauses).cloned().collect();
    let at_hand = case.editions();
    let mut tables = BTreeSet::new();
    for (table, relation) in case.case.crosswalk.rows().filter(|(_, relation)| relation.forward.shares_demands()) {
        let forwards = relation.from.iter().map(|from| (from, &relation.to));
        let backwards = relation.from.iter().map(|from| (&relation.to, from));
        for (one, other) in forwards.chain(backwards) {
            if !own.contains(one) || other.edition == one.edition || !at_hand.contains(&other.edition) {
                continue;
            }
            for requirement in case.case.crosswalk.requirements_of(other) {
                let belonging =
                    clauses.entry(requirement.clone()).or_insert_with(|| ProcessLink::Related(BTreeSet::new()));
                if let ProcessLink::Related(related) = belonging {
                    related.insert(one.clone());
                    tables.insert(table.id.clone());
                }
            }
        }
    }
    tables
}
