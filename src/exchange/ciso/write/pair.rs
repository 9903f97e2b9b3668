//! What relation tables say of pairs of clauses, in the words of CISO Assistant.
//!
//! | forwards | backwards | relationship |
//! |---|---|---|
//! | full | full | `equal` |
//! | full | partial | `superset` |
//! | partial | full | `subset` |
//! | partial | partial, or not stated | `intersect` |
//! | none | | `not_related` |
//! | full | not stated | left out, or `intersect`, which is weaker |
//! | related | | left out |
//!
//! `superset` for a full row whose reverse is not stated would say that there is more in one than in the other.
//! `intersect` is what CISO Assistant's users say of every connection, so that it says no more than partial does. What
//! the relationship does not say is in the annotation of the row.

use std::collections::BTreeMap;

use super::Losses;
use super::said::Said;
use crate::exchange::ciso::annotation::Annotation;
use crate::exchange::written::OpenReverse;
use crate::model::{Catalog, ClauseId, Confidence, Relation, Strength, Table};

/// A pair that is written.
pub(super) struct Pair {
    /// The positions of the two clauses in their editions.
    pub(super) ends: [usize; 2],
    pub(super) relationship: &'static str,
    /// The same backwards.
    pub(super) reverse: &'static str,
    /// What else is said about it, in each direction.
    pub(super) annotations: [Annotation; 2],
}

/// The pairs of clauses of two editions that tables relate, in the order of the editions. `confidence` is that of the
/// set, where it has one.
pub(super) fn pairs(
    tables: &[&Table],
    editions: [&Catalog; 2],
    open: OpenReverse,
    confidence: Option<Confidence>,
    losses: &mut Losses,
) -> Vec<Pair> {
    let mut said: BTreeMap<[usize; 2], Said> = BTreeMap::new();
    for table in tables {
        for row in &table.rows {
            if let Some((ends, is_forward)) = ends(row, editions, losses) {
                said.entry(ends).or_default().add(row, is_forward, losses);
            }
        }
    }
    said.into_iter().filter_map(|(ends, said)| pair(ends, &said, open, confidence, losses)).collect()
}

/// The two clauses of a row, and whether it leads from the first edition to the second; none where a library cannot say
/// it.
fn ends(row: &Relation, editions: [&Catalog; 2], losses: &mut Losses) -> Option<([usize; 2], bool)> {
    let from = match row.from.as_slice() {
        [] => {
            losses.add([
                "row that says that nothing covers a clause is left out",
                "rows that say that nothing covers a clause are left out",
            ]);
            return None;
        }
        [from] => from,
        _ => {
            losses.add(["joint row is left out", "joint rows are left out"]);
            return None;
        }
    };
    if row.forward == Strength::Related {
        losses.add(["related row is left out", "related rows are left out"]);
        return None;
    }
    let place = |catalog: &Catalog, clause: &ClauseId| {
        (catalog.id == clause.edition).then(|| catalog.position(&clause.number)).flatten()
    };
    let [first, second] = editions;
    let forward = place(first, from).zip(place(second, &row.to)).map(|(from, to)| ([from, to], true));
    let backward = || place(first, &row.to).zip(place(second, from)).map(|(to, from)| ([to, from], false));
    let found = forward.or_else(backward);
    losses.add_many(
        ["row between other editions is left out", "rows between other editions are left out"],
        usize::from(found.is_none()),
    );
    found
}

fn pair(
    ends: [usize; 2],
    said: &Said,
    open: OpenReverse,
    confidence: Option<Confidence>,
    losses: &mut Losses,
) -> Option<Pair> {
    use Strength::{Full, None as Nothing, Partial, Related};
    if said.is_contradicted {
        losses.add([
            "pair whose rows say different things is left out",
            "pairs whose rows say different things are left out",
        ]);
        return None;
    }
    let [relationship, reverse] = match (said.forward, said.reverse) {
        (Some(Full), Some(Full)) => ["equal"; 2],
        (Some(Full), Some(Partial)) => ["superset", "subset"],
        (Some(Partial), Some(Full)) => ["subset", "superset"],
        (Some(Nothing), _) | (_, Some(Nothing)) => ["not_related"; 2],
        (Some(Partial), Some(Partial)) => {
            losses.add([
                "pair that overlaps is written as intersect, which the format uses for every connection",
                "pairs that overlap are written as intersect, which the format uses for every connection",
            ]);
            ["intersect"; 2]
        }
        (Some(Partial), None) | (None, Some(Partial)) => ["intersect"; 2],
        (Some(Full), None) | (None, Some(Full)) => match open {
            OpenReverse::LeaveOut | OpenReverse::OwnWord => {
                losses.add([
                    "pair that is full in one direction and open in the other is left out",
                    "pairs that are full in one direction and open in the other are left out",
                ]);
                return None;
            }
            OpenReverse::Weaken => {
                losses.add([
                    "pair that is full in one direction and open in the other is written as intersect",
                    "pairs that are full in one direction and open in the other are written as intersect",
                ]);
                ["intersect"; 2]
            }
        },
        (None, None) | (Some(Related), _) | (_, Some(Related)) => return None,
    };
    Some(Pair { ends, relationship, reverse, annotations: said.annotations(relationship, confidence) })
}
