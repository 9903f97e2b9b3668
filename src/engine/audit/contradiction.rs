//! Contradictions between rows, as readers name them, and the rows that are in most of them.

use std::collections::{BTreeMap, BTreeSet};

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
    /// How its rows are connected.
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

/// How rows that contradict each other are connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContradictionKind {
    /// One row cannot be correct by itself, or not together with the structure of its edition.
    OneRow,
    /// They relate the same two clauses.
    OnePair,
    /// Two of them make one clause equal to two clauses of another edition.
    EqualTwice,
    /// Two rows: one relates a heading and the other a clause of it.
    HeadingAgainstClause,
    /// One says about clauses that they share nothing, and others that they do, with no heading between them.
    NoneAgainstShared,
    /// Three rows between three clauses.
    Triangle,
    /// More rows, with headings between them or without.
    LongerCycle,
    /// One of them is a joint row.
    JointRow,
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

    /// The pairs of clauses whose rows are contradicted in every reading, the smaller clause first.
    pub(super) fn contested_pairs(&self) -> BTreeSet<(&'l ClauseId, &'l ClauseId)> {
        let found = self.found.iter().filter(|found| found.strictness == Strictness::Every);
        let relations = found.flat_map(|found| &found.rows).map(|row| row.relation);
        let pairs = relations.flat_map(|row| row.from.iter().map(move |from| (from, &row.to)));
        pairs.map(|(from, to)| if from <= to { (from, to) } else { (to, from) }).collect()
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
    if rows.iter().any(|row| row.relation.is_joint()) {
        return ContradictionKind::JointRow;
    }
    let pairs: Vec<Option<[&ClauseId; 2]>> = rows.iter().map(pair).collect();
    if pairs.iter().all(|pair| pair.is_some() && *pair == pairs[0]) {
        return ContradictionKind::OnePair;
    }
    if is_equal_twice(rows) {
        return ContradictionKind::EqualTwice;
    }
    if uses_order {
        return if rows.len() == 2 { ContradictionKind::HeadingAgainstClause } else { ContradictionKind::LongerCycle };
    }
    if rows.iter().any(|row| row.relation.forward == Strength::None) {
        return ContradictionKind::NoneAgainstShared;
    }
    let clauses: BTreeSet<&ClauseId> = pairs.iter().flatten().flatten().copied().collect();
    if rows.len() == 3 && clauses.len() == 3 { ContradictionKind::Triangle } else { ContradictionKind::LongerCycle }
}

/// The clauses of a row from one clause to another, the smaller first.
fn pair<'l>(row: &AuditedRow<'l>) -> Option<[&'l ClauseId; 2]> {
    let relation = row.relation;
    match relation.from.as_slice() {
        [from] => Some([from.min(&relation.to), from.max(&relation.to)]),
        _ => None,
    }
}

/// Whether two rows make a clause equal to two clauses of one edition.
fn is_equal_twice(rows: &[AuditedRow<'_>]) -> bool {
    let is_equal =
        |row: &&AuditedRow<'_>| row.relation.forward == Strength::Full && row.relation.reverse == Some(Strength::Full);
    let equal: Vec<[&ClauseId; 2]> = rows.iter().filter(is_equal).filter_map(pair).collect();
    let shares_an_end = |one: &[&ClauseId; 2], other: &[&ClauseId; 2]| {
        let ends = |at: usize, other_at: usize| (one[1 - at], other[1 - other_at], one[at] == other[other_at]);
        let ends = [ends(0, 0), ends(0, 1), ends(1, 0), ends(1, 1)];
        ends.into_iter().any(|(left, right, is_same)| is_same && left != right && left.edition == right.edition)
    };
    equal.iter().enumerate().any(|(at, one)| equal[at + 1..].iter().any(|other| shares_an_end(one, other)))
}
