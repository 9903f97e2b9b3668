//! Tables that say again what others say: composed of two others, reversed, or repeated under another name.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::related_pairs::{Pair, RelatedPair, is_derived, pairs, turned};
use super::tables::AuditedTables;
use crate::model::{EditionId, Possible, Provenance, Strength, Table, TableId};

/// How many pairs a table has at least of which it is said that they are those of others; fewer may be so by chance.
pub const FEWEST_PAIRS: usize = 10;

/// How many hundredths of its pairs have to be those of others, and of theirs to be its own.
pub const ENOUGH: usize = 95;

/// A table that says again what others say, without telling so.
#[derive(Debug, Clone)]
pub struct Copy<'l> {
    /// The table.
    pub table: &'l Table,
    /// What it says again.
    pub original: Original<'l>,
    /// Of the pairs that it relates, how many the original relates.
    pub pairs: Amount,
    /// Of the pairs that the original relates, how many it relates.
    pub original_pairs: Amount,
    /// Of the pairs of both, how many are as strong: as the row, or as the weaker of the two rows that were composed.
    pub strengths: Amount,
    /// Of the pairs of both, of how many the original proves that they have requirements in common.
    pub proven: Amount,
    /// Other tables of the three that are as well what the rest composes; any of them may be the one that was made last.
    pub or: Vec<&'l Table>,
}

/// What a table says again.
#[derive(Debug, Clone, Copy)]
pub enum Original<'l> {
    /// What follows where the rows of two tables meet.
    Composed(&'l Table, &'l Table),
    /// The rows of a table in the other direction.
    Turned(&'l Table),
    /// The rows of a table in the same direction.
    Repeated(&'l Table),
}

impl<'l> Original<'l> {
    /// The tables.
    pub fn tables(&self) -> Vec<&'l Table> {
        match self {
            Self::Composed(first, second) => vec![first, second],
            Self::Turned(one) | Self::Repeated(one) => vec![one],
        }
    }
}

/// A table as it is read in one direction. Only pairs that have requirements in common count, and of rows that do not
/// say that they are composed.
struct View<'l> {
    table: &'l Table,
    from: &'l EditionId,
    to: &'l EditionId,
    is_turned: bool,
    pairs: Vec<RelatedPair<'l>>,
}

/// All tables that say again what other audited tables say, in the order of ids: turned and repeated tables once, the later id
/// for the copy; composed ones by the two tables that fit best.
pub fn copies<'l>(audited: &AuditedTables<'l>) -> Vec<Copy<'l>> {
    let views = views(audited);
    let mut copies: Vec<Copy<'l>> = again(&views);
    let repeated: BTreeSet<&TableId> = copies.iter().map(|copy| &copy.table.id).collect();
    copies.extend(composed(&views, &repeated));
    copies.sort_by(|one, other| one.table.id.cmp(&other.table.id));
    copies
}

fn views<'l>(audited: &AuditedTables<'l>) -> Vec<View<'l>> {
    let mut views = Vec::with_capacity(2 * audited.tables.len());
    for table in audited.tables.iter().filter(|table| !is_declared(table)) {
        let mut all = pairs(table, audited.library, audited.min_confidence);
        all.retain(|related| related.relation.forward.shares_demands() && !is_derived(table, related.relation));
        if all.len() < FEWEST_PAIRS || table.from == table.to {
            continue;
        }
        let back = turned(&all);
        views.push(View { table, from: &table.from, to: &table.to, is_turned: false, pairs: all });
        views.push(View { table, from: &table.to, to: &table.from, is_turned: true, pairs: back });
    }
    views
}

/// Whether a table says about itself that it was composed or computed.
fn is_declared(table: &Table) -> bool {
    !table.derived_from.is_empty() || table.provenance == Some(Provenance::Derived)
}

/// Tables whose pairs and strengths are those of one other.
fn again<'l>(views: &[View<'l>]) -> Vec<Copy<'l>> {
    let mut copies = Vec::new();
    let own = || views.iter().filter(|view| !view.is_turned);
    for later in own() {
        let earlier = views.iter().filter(|view| view.table.id < later.table.id && view.ends() == later.ends());
        let found = earlier.filter_map(|view| {
            let count = later.pairs.len();
            let is_same =
                count == view.pairs.len() && later.pairs.iter().zip(&view.pairs).all(says_again(view.is_turned));
            let whole = Amount::new(count, count);
            let original = if view.is_turned { Original::Turned(view.table) } else { Original::Repeated(view.table) };
            is_same.then(|| Copy {
                table: later.table,
                original,
                pairs: whole,
                original_pairs: whole,
                strengths: whole,
                proven: whole,
                or: Vec::new(),
            })
        });
        copies.extend(found.min_by(|one, other| one.original.tables()[0].id.cmp(&other.original.tables()[0].id)));
    }
    copies
}

/// Whether a row says about a pair what another says about it. One that is reversed may keep its word, or say what the
/// other says backwards.
fn says_again<'l>(is_turned: bool) -> impl Fn((&RelatedPair<'l>, &RelatedPair<'l>)) -> bool {
    move |(one, other)| {
        let (ours, theirs) = (one.relation, other.relation);
        let keeps_word = ours.forward == theirs.forward && ours.reverse == theirs.reverse;
        let says_backwards =
            ours.forward == other.strength() && ours.reverse.is_none_or(|reverse| reverse == theirs.forward);
        one.pair == other.pair && ours.is_joint() == theirs.is_joint() && (keeps_word || is_turned && says_backwards)
    }
}

impl<'l> View<'l> {
    fn ends(&self) -> (&'l EditionId, &'l EditionId) {
        (self.from, self.to)
    }

    fn is_of(&self, other: &Self) -> bool {
        self.table.id == other.table.id
    }
}

/// Tables that are what two others compose. If this is true of each of three tables, one represents all.
fn composed<'l>(views: &[View<'l>], repeated: &BTreeSet<&TableId>) -> Vec<Copy<'l>> {
    let mut by_start: BTreeMap<&EditionId, Vec<&View<'l>>> = BTreeMap::new();
    for view in views.iter().filter(|view| !repeated.contains(&view.table.id)) {
        by_start.entry(view.from).or_default().push(view);
    }
    let from = |edition: &EditionId| by_start.get(edition).into_iter().flatten().copied();
    let mut groups: BTreeMap<[&TableId; 3], Vec<Copy<'l>>> = BTreeMap::new();
    for view in views.iter().filter(|view| !view.is_turned && !repeated.contains(&view.table.id)) {
        let mut best: Option<Copy<'l>> = None;
        for first in from(view.from).filter(|first| !first.is_of(view) && first.to != view.to) {
            let onward = from(first.to).filter(|second| second.to == view.to);
            for second in onward.filter(|second| !second.is_of(view) && !second.is_of(first)) {
                let found = compose(view, first, second);
                best = match (best, found) {
                    (Some(known), Some(found)) if fit(&known) >= fit(&found) => Some(known),
                    (known, found) => found.or(known),
                };
            }
        }
        if let Some(copy) = best {
            let [first, second] = [copy.original.tables()[0], copy.original.tables()[1]];
            let mut three = [&copy.table.id, &first.id, &second.id];
            three.sort_unstable();
            groups.entry(three).or_default().push(copy);
        }
    }
    let one_of_each = |mut group: Vec<Copy<'l>>| {
        let best = (0..group.len()).rev().max_by_key(|at| fit(&group[*at]))?;
        let copy = group.swap_remove(best);
        let mut or: Vec<&'l Table> = group.iter().map(|other| other.table).collect();
        or.sort_by(|one, other| one.id.cmp(&other.id));
        Some(Copy { or, ..copy })
    };
    groups.into_values().filter_map(one_of_each).collect()
}

/// How well a table fits what others compose: in ten-thousandths of the pairs of both that both have, then of the strengths.
fn fit(copy: &Copy<'_>) -> (usize, usize) {
    let of = copy.pairs.of + copy.original_pairs.of - copy.pairs.count;
    (copy.pairs.count * 10_000 / of.max(1), copy.strengths.count * 10_000 / copy.strengths.of.max(1))
}

/// Compares a table with what two others compose; nothing as soon as more differs than may.
fn compose<'l>(view: &View<'l>, first: &View<'l>, second: &View<'l>) -> Option<Copy<'l>> {
    let all = view.pairs.len();
    let may_differ = all * (100 - ENOUGH) / ENOUGH;
    let (mut shared, mut strengths, mut proven, mut more, mut missing) = (0, 0, 0, 0, 0);
    let mut own = view.pairs.as_slice();
    for of_clause in first.pairs.chunk_by(|one, other| one.pair.from == other.pair.from) {
        let from = of_clause[0].pair.from;
        let behind = own.partition_point(|related| related.pair.from < from);
        missing += behind;
        own = &own[behind..];
        let mut reached: BTreeMap<u32, (Strength, Possible)> = BTreeMap::new();
        for step in of_clause {
            let start = second.pairs.partition_point(|next| next.pair.from < step.pair.to);
            for next in second.pairs[start..].iter().take_while(|next| next.pair.from == step.pair.to) {
                let weaker = step.strength().min(next.strength());
                let follows = step.possible().compose(next.possible());
                let end = reached.entry(next.pair.to).or_insert((weaker, Possible::ALL));
                *end = (end.0.max(weaker), end.1.and(follows));
            }
        }
        let end = own.partition_point(|related| related.pair.from == from);
        let mut ours: BTreeMap<u32, &RelatedPair<'l>> = BTreeMap::new();
        for related in &own[..end] {
            ours.entry(related.pair.to).or_insert(related);
        }
        own = &own[end..];
        missing += ours.keys().filter(|to| !reached.contains_key(to)).count();
        for (to, (strength, possible)) in reached {
            match ours.get(&to) {
                None => more += 1,
                Some(related) => {
                    shared += 1;
                    strengths += usize::from(related.strength() == strength);
                    proven += usize::from(possible.is_subset(Possible::SHARES));
                }
            }
        }
        if more > may_differ || missing > may_differ {
            return None;
        }
    }
    let (pairs, original_pairs) = (Amount::new(shared, distinct(view)), Amount::new(shared, shared + more));
    let is_copy = pairs.is_at_least(ENOUGH) && original_pairs.is_at_least(ENOUGH);
    is_copy.then(|| Copy {
        table: view.table,
        original: Original::Composed(first.table, second.table),
        pairs,
        original_pairs,
        strengths: Amount::new(strengths, shared),
        proven: Amount::new(proven, shared),
        or: Vec::new(),
    })
}

/// How many pairs a table relates; one that is in several rows counts once.
fn distinct(view: &View<'_>) -> usize {
    let mut last: Option<Pair> = None;
    view.pairs.iter().filter(|related| last.replace(related.pair) != Some(related.pair)).count()
}
