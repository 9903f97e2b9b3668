//! Tables that are used against their direction: only where another table between the same editions shows it.

use super::related_pairs::{Pair, RelatedPair, pairs, turned};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Direction, Possible, Strength, Table};

/// How many pairs have to show it at least.
pub const FEWEST_SIGNS: usize = 3;

/// Two tables between the same editions of which one may have its ends swapped.
#[derive(Debug, Clone)]
pub struct Swapped<'l> {
    /// The table with the later id.
    pub table: &'l Table,
    /// The other one.
    pub other: &'l Table,
    /// How that shows.
    pub sign: Sign,
    /// The rows of both that show it, in the order of their pairs.
    pub rows: Vec<[AuditedRow<'l>; 2]>,
    /// How many pairs speak against it.
    pub against: usize,
}

/// How it shows that a table has its ends swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Rows contradict those of the other table as they stand, and agree with them when their ends are swapped, by reverses
    /// that are stated.
    Strengths,
    /// The remaining work for one side in one table is, word for word, that for the other side in the other table.
    Advice,
}

/// Pairs of tables of which one may have its ends swapped, by at least [`FEWEST_SIGNS`] pairs of clauses: strengths against which
/// nothing speaks, or advice that is the same for more pairs than it differs for.
pub fn swapped<'l>(audited: &AuditedTables<'l>) -> Vec<Swapped<'l>> {
    let mut found = Vec::new();
    for (at, table) in audited.tables.iter().enumerate() {
        let others = audited.tables[..at].iter().filter_map(|other| match (&other.from, &other.to) {
            ends if ends == (&table.from, &table.to) => Some((other, false)),
            ends if ends == (&table.to, &table.from) => Some((other, true)),
            _ => None,
        });
        let mut own = Vec::new();
        for (other, is_turned) in others {
            if own.is_empty() {
                own = pairs(table, audited.library, audited.min_confidence);
            }
            let theirs = pairs(other, audited.library, audited.min_confidence);
            let theirs = if is_turned { turned(&theirs) } else { theirs };
            found.extend(compare((table, &own), (other, &theirs)));
        }
    }
    found
}

/// A table with its pairs.
type Side<'s, 'l> = (&'l Table, &'s [RelatedPair<'l>]);

fn compare<'l>((table, own): Side<'_, 'l>, (other, theirs): Side<'_, 'l>) -> Vec<Swapped<'l>> {
    let (mut strengths, mut advice) = ((Vec::new(), 0), (Vec::new(), 0));
    for (one, two) in common(own, theirs) {
        let rows =
            || [AuditedRow { table, relation: one.relation }, AuditedRow { table: other, relation: two.relation }];
        match (agree(one.possible(), two.possible()), agree(one.possible(), two.possible().converse())) {
            // A partial row that leaves its reverse open agrees with a full one when it is swapped, whoever is right.
            (false, true) if is_open_partial(one) || is_open_partial(two) => {}
            (false, true) => strengths.0.push(rows()),
            // What contradicts either way is no matter of the direction.
            (true | false, false) => strengths.1 += 1,
            (true, true) => {}
        }
        match (left(one, Direction::Forward), left(two, Direction::Backward)) {
            (Some(ours), Some(same)) if ours == same => advice.0.push(rows()),
            (Some(_), Some(_)) => advice.1 += 1,
            (_, None) | (None, _) => {}
        }
    }
    let is_shown = |sign: Sign, rows: usize, against: usize| match sign {
        Sign::Strengths => rows >= FEWEST_SIGNS && against == 0,
        Sign::Advice => rows >= FEWEST_SIGNS && rows > against,
    };
    let both = [(Sign::Strengths, strengths), (Sign::Advice, advice)];
    let shown = both.into_iter().filter(|(sign, (rows, against))| is_shown(*sign, rows.len(), *against));
    shown.map(|(sign, (rows, against))| Swapped { table, other, sign, rows, against }).collect()
}

/// The pairs that both have, each with the first row that relates it.
fn common<'s, 'l>(
    own: &'s [RelatedPair<'l>],
    theirs: &'s [RelatedPair<'l>],
) -> impl Iterator<Item = (&'s RelatedPair<'l>, &'s RelatedPair<'l>)> {
    let mut last: Option<Pair> = None;
    let firsts = own.iter().filter(move |one| last.replace(one.pair) != Some(one.pair));
    firsts.filter_map(|one| {
        let at = theirs.partition_point(|two| two.pair < one.pair);
        theirs.get(at).filter(|two| two.pair == one.pair).map(|two| (one, two))
    })
}

fn agree(one: Possible, other: Possible) -> bool {
    !one.and(other).is_empty()
}

fn is_open_partial(related: &RelatedPair<'_>) -> bool {
    related.relation.forward == Strength::Partial && related.relation.reverse.is_none()
}

/// What remains to be done for the second clause of a pair, or for the first one, seen as the pair is. A touch point
/// says the same of both.
fn left<'l>(related: &RelatedPair<'l>, side: Direction) -> Option<&'l str> {
    let relation = related.relation;
    let text = match (related.direction == side, relation.forward.shares_demands()) {
        (_, false) => None,
        (true, true) => relation.add.as_ref(),
        (false, true) => relation.add_reverse.as_ref(),
    };
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}
