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
//! `superset` for a full row whose reverse nobody states would say that there is more in one than in the other. `intersect`
//! is what CISO Assistant's users say of every connection, so that it says no more than partial does.

use std::collections::BTreeMap;

use super::Losses;
use crate::exchange::written::OpenReverse;
use crate::model::{Catalog, ClauseId, Relation, Strength, Table};

/// What is said of a pair, as far as that is stated.
#[derive(Debug, Clone, Default)]
struct Said {
    forward: Option<Strength>,
    reverse: Option<Strength>,
    /// What is left to do and what is remarked, for each direction.
    annotations: [Vec<String>; 2],
    is_contradicted: bool,
}

/// A pair that is written.
pub(super) struct Pair {
    /// The positions of the two clauses in their editions.
    pub(super) ends: [usize; 2],
    pub(super) relationship: &'static str,
    /// The same backwards.
    pub(super) reverse: &'static str,
    /// What is said beside it, in each direction.
    pub(super) annotations: [Option<String>; 2],
}

/// The pairs of clauses of two editions that tables relate, in the order of the editions.
pub(super) fn pairs(tables: &[&Table], editions: [&Catalog; 2], open: OpenReverse, losses: &mut Losses) -> Vec<Pair> {
    let mut said: BTreeMap<[usize; 2], Said> = BTreeMap::new();
    for table in tables {
        for row in &table.rows {
            if let Some((ends, is_forward)) = ends(row, editions, losses) {
                said.entry(ends).or_default().add(row, is_forward);
            }
        }
        losses.add(table.unrelated.len(), "clauses that are said to relate to nothing are left out");
    }
    said.into_iter().filter_map(|(ends, said)| said.pair(ends, open, losses)).collect()
}

/// The two clauses of a row, and whether it leads from the first edition to the second; none where a library cannot say it.
fn ends(row: &Relation, editions: [&Catalog; 2], losses: &mut Losses) -> Option<([usize; 2], bool)> {
    let from = match row.from.as_slice() {
        [] => {
            losses.add(1, "rows that say that nothing covers a clause are left out");
            return None;
        }
        [from] => from,
        _ => {
            losses.add(1, "joint rows are left out");
            return None;
        }
    };
    if row.forward == Strength::Related {
        losses.add(1, "related rows are left out");
        return None;
    }
    let place = |catalog: &Catalog, clause: &ClauseId| {
        (catalog.id == clause.edition).then(|| catalog.position(&clause.number)).flatten()
    };
    let [first, second] = editions;
    let forward = place(first, from).zip(place(second, &row.to)).map(|(from, to)| ([from, to], true));
    let backward = || place(first, &row.to).zip(place(second, from)).map(|(to, from)| ([to, from], false));
    let found = forward.or_else(backward);
    losses.add(usize::from(found.is_none()), "rows between other editions are left out");
    found
}

impl Said {
    /// Takes in a row. What another row said stays; what contradicts it is noted.
    fn add(&mut self, row: &Relation, is_forward: bool) {
        // What shares nothing shares nothing backwards.
        let reverse = if row.forward == Strength::None { Some(Strength::None) } else { row.reverse };
        let (forward, reverse) = if is_forward { (Some(row.forward), reverse) } else { (reverse, Some(row.forward)) };
        for (known, said) in [(&mut self.forward, forward), (&mut self.reverse, reverse)] {
            self.is_contradicted |= known.is_some() && said.is_some() && *known != said;
            *known = known.or(said);
        }
        let items = row.items.as_ref().map(|items| format!("Items: {items}"));
        let note = row.note.as_ref().map(ToString::to_string);
        for (annotation, add) in self.annotations.iter_mut().zip(match is_forward {
            true => [&row.add, &row.add_reverse],
            false => [&row.add_reverse, &row.add],
        }) {
            let add = add.as_ref().map(ToString::to_string);
            for part in [add, items.clone(), note.clone()].into_iter().flatten() {
                if !annotation.contains(&part) {
                    annotation.push(part);
                }
            }
        }
    }

    fn pair(self, ends: [usize; 2], open: OpenReverse, losses: &mut Losses) -> Option<Pair> {
        use Strength::{Full, None as Nothing, Partial, Related};
        let Self { forward, reverse, annotations, is_contradicted } = self;
        if is_contradicted {
            losses.add(1, "pairs of which the rows say different things are left out");
            return None;
        }
        let [relationship, backwards] = match (forward, reverse) {
            (Some(Full), Some(Full)) => ["equal"; 2],
            (Some(Full), Some(Partial)) => ["superset", "subset"],
            (Some(Partial), Some(Full)) => ["subset", "superset"],
            (Some(Nothing), _) | (_, Some(Nothing)) => ["not_related"; 2],
            (Some(Partial), Some(Partial)) => {
                losses.add(1, "pairs that overlap are written as intersect, which is said of every connection there");
                ["intersect"; 2]
            }
            (Some(Partial), None) | (None, Some(Partial)) => ["intersect"; 2],
            (Some(Full), None) | (None, Some(Full)) => match open {
                OpenReverse::LeaveOut | OpenReverse::OwnWord => {
                    losses.add(1, "pairs that are full one way and open the other way are left out");
                    return None;
                }
                OpenReverse::Weaken => {
                    losses.add(1, "pairs that are full one way and open the other way are written as intersect");
                    ["intersect"; 2]
                }
            },
            (None, None) | (Some(Related), _) | (_, Some(Related)) => return None,
        };
        losses.add(
            usize::from(annotations.iter().any(|parts| parts.len() > 1)),
            "pairs say what is left to do, items and notes in one annotation",
        );
        let annotations = annotations.map(|parts| (!parts.is_empty()).then(|| parts.join("\n")));
        Some(Pair { ends, relationship, reverse: backwards, annotations })
    }
}
