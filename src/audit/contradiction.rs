//! Contradictions between rows, as readers name them, and the rows that are in most of them.

use std::collections::BTreeMap;

use super::claim::Strictness;
use super::conflict::MinimalSets;
use super::minimal::MinimalSet;
use super::network::{Network, Set};
use super::repair::{Repair, repair};
use super::same::{SameClauses, same_clauses};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{ClauseId, Strength};

/// What audited tables say that cannot all be right.
#[derive(Debug, Clone)]
pub struct Contradictions<'l> {
    /// Each once: those in every reading first, then in the order of tables and rows.
    pub found: Vec<Contradiction<'l>>,
    /// Rows without which nothing contradicts itself in every reading, the one that mends most first.
    pub repairs: Vec<Repair<'l>>,
    /// Clauses of one edition that rows make the same.
    pub same: Vec<SameClauses<'l>>,
    /// Of how many things it was not decided whether they can exist.
    pub undecided: usize,
}

/// Rows that cannot all be right. Without any one of them the others could.
#[derive(Debug, Clone)]
pub struct Contradiction<'l> {
    /// What its rows have to do with each other.
    pub kind: ContradictionKind,
    /// In which reading they contradict each other.
    pub strictness: Strictness,
    /// In the order of tables and rows.
    pub rows: Vec<AuditedRow<'l>>,
    /// Which clauses lie in which headings, as far as that matters.
    pub inside: Vec<(ClauseId, ClauseId)>,
    /// Headings of which each clause is ruled out, while something of the heading has to be in one of them.
    pub divided: Vec<ClauseId>,
    /// In how many more ways what is contradicted is contradicted too that are not among what was found; more than nine are not
    /// counted.
    pub further: usize,
    /// Whether it was tried that without any one of its rows the others agree; where that takes too long, some may not be needed.
    pub is_smallest: bool,
}

/// What rows that contradict each other have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContradictionKind {
    /// One row cannot be right by itself, or not beside the order of its edition.
    OneRow,
    /// They relate the same clauses.
    OnePair,
    /// One relates a heading and another a clause of it.
    HeadingAgainstClause,
    /// One says of clauses that they share nothing, and others that they do.
    NoneAgainstShared,
    /// Three rows between three clauses.
    Triangle,
    /// More rows than three, or joint rows.
    Chain,
}

impl<'l> Contradictions<'l> {
    /// Finds what cannot all be right.
    pub fn of(audited: &AuditedTables<'l>) -> Self {
        let network = Network::new(audited);
        let mut sets = MinimalSets::new(&network);
        let repairs = repair(&network, &mut sets);
        let found: Vec<Contradiction<'l>> = sets.sets.iter().map(|set| contradiction(&network, set)).collect();
        let same = same_clauses(&network, &sets.sets);
        Self { found, repairs, same, undecided: sets.undecided }
    }

    /// The numbers of the rows without which nothing contradicts itself in every reading.
    pub(super) fn left_out(&self) -> impl Iterator<Item = u32> {
        self.repairs.iter().map(|repair| repair.number)
    }

    /// How many there are in a reading.
    pub fn count(&self, strictness: Strictness) -> usize {
        self.found.iter().filter(|contradiction| contradiction.strictness == strictness).count()
    }
}

fn contradiction<'l>(network: &Network<'l>, set: &MinimalSet) -> Contradiction<'l> {
    let rows: Vec<AuditedRow<'l>> = set.rows.iter().map(|row| network.rows[*row as usize]).collect();
    let inside = inside(network, set);
    let divided: Vec<ClauseId> = set.reason.divided.iter().filter_map(|head| network.clause(*head)).collect();
    let kind = kind(&rows, !inside.is_empty() || !divided.is_empty());
    Contradiction {
        kind,
        strictness: set.strictness,
        rows,
        inside,
        divided,
        further: set.further,
        is_smallest: set.is_smallest,
    }
}

/// From a clause that a row names up to the next one; what lies between is left out.
fn inside(network: &Network<'_>, set: &MinimalSet) -> Vec<(ClauseId, ClauseId)> {
    let above: BTreeMap<u32, u32> = set.reason.inside.iter().copied().collect();
    let is_named = |clause: u32| set.rows.iter().any(|row| network.named_by.of_number(*row).contains(&clause));
    let is_below_none = |clause: &u32| !above.values().any(|heading| heading == clause);
    let mut inside = Vec::new();
    for start in above.keys().copied().filter(|clause| is_named(*clause) || is_below_none(clause)) {
        let mut end = start;
        while let Some(next) = above.get(&end) {
            end = *next;
            if is_named(end) {
                break;
            }
        }
        if !matches!(network.sets[end as usize], Set::Edition(_)) {
            inside.extend(network.clause(start).zip(network.clause(end)));
        }
    }
    inside
}

fn kind(rows: &[AuditedRow<'_>], uses_order: bool) -> ContradictionKind {
    if rows.len() == 1 {
        return ContradictionKind::OneRow;
    }
    if uses_order {
        return ContradictionKind::HeadingAgainstClause;
    }
    let pair = |row: &AuditedRow<'_>| match row.relation.from.as_slice() {
        [from] if *from > row.relation.to => Some([row.relation.to.clone(), from.clone()]),
        [from] => Some([from.clone(), row.relation.to.clone()]),
        _ => None,
    };
    let pairs: Vec<_> = rows.iter().map(pair).collect();
    if pairs.iter().all(|pair| pair.is_some() && *pair == pairs[0]) {
        return ContradictionKind::OnePair;
    }
    if rows.iter().any(|row| row.relation.forward == Strength::None) {
        return ContradictionKind::NoneAgainstShared;
    }
    match rows.len() {
        3 if rows.iter().all(|row| !row.relation.is_joint()) => ContradictionKind::Triangle,
        _ => ContradictionKind::Chain,
    }
}
