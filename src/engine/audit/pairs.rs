//! Pairs of clauses that rows force to one relation while no row states it.

use std::collections::{BTreeMap, HashSet, VecDeque};

use foldhash::fast::FixedState;

use super::claim::Claim;
use super::contradiction::Contradictions;
use super::entailment::Entailment;
use super::network::{Network, ORDER, Set};
use super::tables::AuditedTables;
use crate::model::{ClauseId, SetRelation, Strength};

/// How many pairs that share something are tried at most, and about how many are reported.
const MOST_TRIED: usize = 200_000;

/// A pair of clauses of two editions that can lie to each other in one way only, as rows say that are about other pairs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForcedPair {
    /// The clause whose edition and number come first.
    pub one: ClauseId,
    /// The other clause.
    pub other: ClauseId,
    /// How the first lies to the other.
    pub relation: SetRelation,
    /// How many rows the shortest chain between them has.
    pub rows: usize,
}

/// All of them.
#[derive(Debug, Clone, Default)]
pub struct ForcedPairs {
    /// In the order of clauses.
    pub pairs: Vec<ForcedPair>,
    /// Whether there were too many pairs for all of them to be tried.
    pub is_cut: bool,
}

/// Adds what lies right above or below a set, each with the row that says so.
type Next<'a> = dyn Fn(u32, &mut Vec<(u32, u32)>) + 'a;

/// What is searched for, and what was found.
struct Search<'n, 'l> {
    network: &'n Network<'l>,
    entailment: Entailment<'n, 'l>,
    stated: HashSet<(u32, u32), FixedState>,
    /// By the two sets, the smaller number first: how the first lies to the other, and over how many rows.
    found: BTreeMap<(u32, u32), (SetRelation, u32)>,
    is_cut: bool,
}

impl ForcedPairs {
    /// Finds them among the rows without those that repair contradictions. One row alone, even one about headings, forces nothing
    /// that is worth telling: each pair depends on two rows or more.
    pub fn of(audited: &AuditedTables<'_>, contradictions: &Contradictions<'_>) -> Self {
        let network = Network::new(audited);
        let mut entailment = Entailment::new(&network);
        entailment.existence.selection.without(contradictions.left_out().chain(audited.disputed()));
        let mut stated = HashSet::default();
        for row in (0..).take(network.rows.len()) {
            let named = network.named_by.of_number(row);
            stated.extend(named.iter().flat_map(|one| named.iter().map(|other| (*one, *other))));
        }
        let mut search = Search { network: &network, entailment, stated, found: BTreeMap::new(), is_cut: false };
        search.inclusions();
        search.apart();
        search.overlaps();
        let pair = |((one, other), (relation, rows)): (&(u32, u32), &(SetRelation, u32))| {
            let (one, other) = (network.clause(*one)?, network.clause(*other)?);
            let rows = *rows as usize;
            Some(if one <= other {
                ForcedPair { one, other, relation: *relation, rows }
            } else {
                ForcedPair { one: other, other: one, relation: relation.converse(), rows }
            })
        };
        let mut pairs: Vec<ForcedPair> = search.found.iter().filter_map(pair).collect();
        pairs.sort();
        Self { pairs, is_cut: search.is_cut }
    }
}

impl Search<'_, '_> {
    /// Whether a pair is about clauses of two editions that no row relates.
    fn is_open(&self, one: u32, other: u32) -> bool {
        let edition = |set: u32| match self.network.sets[set as usize] {
            Set::Clause(edition, _) => Some(edition),
            Set::Edition(_) | Set::Together(_) => None,
        };
        edition(one).zip(edition(other)).is_some_and(|(one, other)| one != other)
            && !self.stated.contains(&(one, other))
    }

    fn note(&mut self, one: u32, other: u32, relation: SetRelation, rows: u32) {
        let (pair, relation) = if one < other { ((one, other), relation) } else { ((other, one), relation.converse()) };
        let known = self.found.entry(pair).or_insert((relation, rows));
        known.1 = known.1.min(rows);
    }

    fn inclusions(&mut self) {
        for one in self.network.named.clone() {
            if self.entailment.existence.is_spent() {
                self.is_cut = true;
                return;
            }
            for (other, rows) in self.above(one) {
                if rows < 2 || !self.is_open(one, other) {
                    continue;
                }
                if self.entailment.proves(Claim::ToWithinFrom, [one, other]) {
                    self.note(one, other, SetRelation::Equal, rows);
                } else if self.entailment.proves(Claim::ToBeyondFrom, [one, other]) {
                    self.note(one, other, SetRelation::Inside, rows);
                }
            }
        }
    }

    fn apart(&mut self) {
        for one in (0..).take(self.network.sets.len()) {
            for tie in self.network.apart.of_number(one) {
                if one > tie.to || !self.entailment.existence.selection.has(tie.row) {
                    continue;
                }
                if self.found.len() > MOST_TRIED {
                    self.is_cut = true;
                    return;
                }
                let others = self.below(tie.to);
                for (left, to_left) in self.below(one) {
                    for (right, to_right) in &others {
                        let rows = to_left + to_right + 1;
                        if rows >= 2 && self.is_open(left, *right) {
                            self.note(left, *right, SetRelation::Disjoint, rows);
                        }
                    }
                }
            }
        }
    }

    fn overlaps(&mut self) {
        let shares = |row: u32| self.network.rows[row as usize].relation.forward == Strength::Partial;
        let rows: Vec<u32> = (0..).take(self.network.rows.len()).filter(|row| shares(*row)).collect();
        let mut tried = HashSet::<(u32, u32), FixedState>::default();
        for row in rows {
            let [.., from, to] = self.network.named_by.of_number(row) else { continue };
            if !self.entailment.existence.selection.has(row) {
                continue;
            }
            let others = self.above(*to);
            for (one, to_one) in self.above(*from) {
                for (other, to_other) in &others {
                    let (other, rows) = (*other, to_one + to_other + 1);
                    if rows < 2 || !self.is_open(one, other) || !tried.insert((one.min(other), one.max(other))) {
                        continue;
                    }
                    if tried.len() > MOST_TRIED || self.entailment.existence.is_spent() {
                        self.is_cut = true;
                        return;
                    }
                    let overlap = [Claim::FromBeyondTo, Claim::ToBeyondFrom];
                    if overlap.into_iter().all(|claim| self.entailment.proves(claim, [one, other])) {
                        self.note(one, other, SetRelation::Overlaps, rows);
                    }
                }
            }
        }
    }

    /// The sets in which a set lies, itself among them, each over the fewest rows.
    fn above(&self, set: u32) -> Vec<(u32, u32)> {
        let next = |set: u32| self.network.up.of_number(set).iter().map(|tie| (tie.to, tie.row));
        self.walk(set, &|set, open| open.extend(next(set)))
    }

    /// The sets that lie in a set, itself among them.
    fn below(&self, set: u32) -> Vec<(u32, u32)> {
        self.walk(set, &|set, open| open.extend(self.entailment.lower(set)))
    }

    fn walk(&self, start: u32, next: &Next<'_>) -> Vec<(u32, u32)> {
        let mut nearest = BTreeMap::from([(start, 0_u32)]);
        let mut queue = VecDeque::from([start]);
        let mut ties = Vec::new();
        while let Some(set) = queue.pop_front() {
            let so_far = nearest[&set];
            ties.clear();
            next(set, &mut ties);
            for (other, row) in ties.drain(..).filter(|(_, row)| self.entailment.existence.selection.has(*row)) {
                let rows = so_far + u32::from(row != ORDER);
                if nearest.get(&other).is_none_or(|known| rows < *known) {
                    nearest.insert(other, rows);
                    if row == ORDER { queue.push_front(other) } else { queue.push_back(other) }
                }
            }
        }
        nearest.into_iter().collect()
    }
}
