//! What tables entail of the pairs that one of them names: one may relate a heading and another each of its clauses.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;

use super::opinions::Opinions;
use crate::audit::claim::Claim;
use crate::audit::contradiction::Contradictions;
use crate::audit::entailment::Entailment;
use crate::audit::network::{Network, Set};
use crate::audit::tables::{AuditedTables, asides};
use crate::model::{ClauseId, Confidence, EditionId, Library, Possible, SetRelation};

/// A pair that a row of one of several tables names, with what each table entails of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntailedPair {
    /// The clause of the edition that covers.
    pub from: ClauseId,
    /// The clause of the edition that is covered.
    pub to: ClauseId,
    /// How the first may lie to the second, by each table in its order: all there is where a table entails nothing.
    pub possible: Vec<Possible>,
}

/// How two tables compare by what they entail on such pairs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EntailedCounts {
    /// Pairs of which both entail the same.
    pub same: usize,
    /// Pairs of which both entail something, and both can be right: one says more, or each says something else.
    pub compatible: usize,
    /// Pairs of which they cannot both be right.
    pub contradicting: usize,
    /// Pairs of which the first alone entails something.
    pub only_first: usize,
    /// Pairs of which the second alone entails something.
    pub only_second: usize,
}

/// What is entailed, and what could not be examined.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntailedPairs {
    /// In the order of `to` and then of `from`; pairs of which no table entails anything are left out.
    pub pairs: Vec<EntailedPair>,
    /// Tables, by number, that contradict themselves: rows without which they do not are left out.
    pub contradictory: Vec<usize>,
    /// Whether there was so much to try that more may be entailed.
    pub is_cut: bool,
}

impl EntailedPairs {
    /// Looks at what each table entails by itself, by the rows that are sure enough; reverses that are not stated are left open.
    pub fn of(opinions: &Opinions<'_>, library: &Library, min_confidence: Option<Confidence>) -> Self {
        let named = named(opinions);
        let mut found = Self::default();
        let mut by_table = Vec::with_capacity(opinions.mappers.len());
        for (number, mapper) in opinions.mappers.iter().enumerate() {
            let asides = asides(&[mapper.table]);
            let audited = AuditedTables { library, tables: vec![mapper.table], asides: &asides, min_confidence };
            let (possible, is_contradictory, is_cut) = entailed(&audited, &named);
            found.contradictory.extend(is_contradictory.then_some(number));
            found.is_cut |= is_cut;
            by_table.push(possible);
        }
        let pair = |(at, (to, from)): (usize, (ClauseId, ClauseId))| EntailedPair {
            from,
            to,
            possible: by_table.iter().map(|possible| possible[at]).collect(),
        };
        let pairs = named.into_iter().enumerate().map(pair);
        found.pairs = pairs.filter(|pair| pair.possible.iter().any(|possible| *possible != Possible::ALL)).collect();
        found
    }

    /// How two of the tables compare.
    pub fn counts(&self, first: usize, second: usize) -> EntailedCounts {
        let mut counts = EntailedCounts::default();
        for pair in &self.pairs {
            let [one, other] = [first, second].map(|number| pair.possible[number]);
            let count = match [one, other].map(|possible| possible == Possible::ALL) {
                [true, true] => continue,
                [false, true] => &mut counts.only_first,
                [true, false] => &mut counts.only_second,
                [false, false] if one == other => &mut counts.same,
                [false, false] if one.and(other).is_empty() => &mut counts.contradicting,
                [false, false] => &mut counts.compatible,
            };
            *count += 1;
        }
        counts
    }
}

/// The pairs that rows name, each clause of a joint row by itself: the clause that is covered first, in published order.
fn named(opinions: &Opinions<'_>) -> Vec<(ClauseId, ClauseId)> {
    let (from, to) = (opinions.from, opinions.to);
    let is_from = |clause: &ClauseId| clause.edition == from.id;
    let mut named = BTreeSet::new();
    for row in opinions.mappers.iter().flat_map(|mapper: &super::Mapper<'_>| mapper.table.rows.iter()) {
        for one in &row.from {
            let (covering, covered) = if is_from(one) { (one, &row.to) } else { (&row.to, one) };
            let places = from.position(&covering.number).zip(to.position(&covered.number));
            if is_from(covering) && covered.edition == to.id {
                named.extend(places.map(|(covering, covered)| (covered, covering)));
            }
        }
    }
    let id = |edition: &EditionId, number| ClauseId { edition: edition.clone(), number };
    let pair = |(covered, covering): (usize, usize)| {
        let number = |catalog: &crate::model::Catalog, at: usize| catalog.clauses()[at].number.clone();
        (id(&to.id, number(to, covered)), id(&from.id, number(from, covering)))
    };
    named.into_iter().map(pair).collect()
}

/// What a table entails of pairs; whether it contradicts itself; whether not all was tried.
fn entailed(audited: &AuditedTables<'_>, pairs: &[(ClauseId, ClauseId)]) -> (Vec<Possible>, bool, bool) {
    let contradictions = Contradictions::of(audited);
    let network = Network::asked_about(audited, pairs.iter().flat_map(|(to, from)| [to, from]));
    let mut sets: HashMap<ClauseId, u32, FixedState> = HashMap::default();
    for (set, stands_for) in (0..).zip(&network.sets) {
        if let (Set::Clause(..), Some(clause)) = (stands_for, network.clause(set)) {
            sets.insert(clause, set);
        }
    }
    let mut entailment = Entailment::new(&network);
    let left_out: Vec<u32> = contradictions.left_out().collect();
    entailment.existence.selection.without(left_out.iter().copied().chain(audited.disputed()));
    let possible = pairs.iter().map(|(to, from)| match (sets.get(from), sets.get(to)) {
        (Some(from), Some(to)) => possible(&mut entailment, [*from, *to]),
        (None, _) | (_, None) => Possible::ALL,
    });
    let possible = possible.collect();
    (possible, !left_out.is_empty(), entailment.existence.is_spent())
}

/// How two sets may lie to each other by all that is proved about them.
fn possible(entailment: &mut Entailment<'_, '_>, ends: [u32; 2]) -> Possible {
    let claims = [
        (Claim::Apart, Possible::only(SetRelation::Disjoint)),
        (Claim::ToWithinFrom, Possible::COVERS),
        (Claim::FromWithinTo, Possible::WITHIN),
        (Claim::ToBeyondFrom, Possible::ALL.but(Possible::COVERS)),
        (Claim::FromBeyondTo, Possible::ALL.but(Possible::WITHIN)),
        (Claim::Share, Possible::SHARES),
    ];
    let proved = claims.into_iter().filter(|(claim, _)| entailment.proves(*claim, ends));
    proved.fold(Possible::ALL, |possible, (_, allowed)| possible.and(allowed))
}
