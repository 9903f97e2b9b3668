//! Clauses of one edition that rows make the same: no contradiction, since nothing says that they differ, and rarely meant.

use std::collections::BTreeMap;

use super::claim::Strictness;
use super::existence::{Existence, Verdict};
use super::minimal::MinimalSet;
use super::network::{Element, Network, ORDER};
use super::strong::strong_components;
use super::tables::AuditedRow;
use crate::model::ClauseId;

/// Clauses of one edition, none of which lies in another, that, according to rows, require the same.
#[derive(Debug, Clone)]
pub struct SameClauses<'l> {
    /// In published order; two and more.
    pub clauses: Vec<ClauseId>,
    /// The rows by which the first two are the same: a shortest way there, and one back.
    pub rows: Vec<AuditedRow<'l>>,
}

/// All of them, by their rows; what contradictions depend on is left out, since anything would follow from it.
pub(super) fn same_clauses<'l>(network: &Network<'l>, conflicts: &[MinimalSet]) -> Vec<SameClauses<'l>> {
    let mut groups: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    let components = strong_components(network);
    for set in &network.named {
        if let (Some(edition), Some(_)) = (network.edition(*set), network.clause(*set)) {
            groups.entry((components[*set as usize], edition)).or_default().push(*set);
        }
    }
    let mut existence = Existence::new(network);
    let contradicts = |row: &u32| {
        let every = conflicts.iter().filter(|set| set.strictness == Strictness::Every);
        every.flat_map(|set| &set.rows).any(|other| other == row)
    };
    let mut found = Vec::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let group: Vec<u32> =
            group.iter().copied().filter(|set| !group.iter().any(|above| is_above(network, *above, *set))).collect();
        let [one, other, ..] = group.as_slice() else { continue };
        let there = chain(&mut existence, *one, *other);
        let Some((there, back)) = there.zip(chain(&mut existence, *other, *one)) else { continue };
        let mut rows: Vec<u32> = there.into_iter().chain(back).collect();
        rows.sort_unstable();
        rows.dedup();
        if !rows.iter().any(contradicts) {
            found.push((rows, group));
        }
    }
    found.sort();
    let same = |(rows, group): (Vec<u32>, Vec<u32>)| SameClauses {
        clauses: group.into_iter().filter_map(|set| network.clause(set)).collect(),
        rows: rows.into_iter().map(|row| network.rows[row as usize]).collect(),
    };
    found.into_iter().map(same).collect()
}

/// Whether a clause lies below another in its edition.
fn is_above(network: &Network<'_>, above: u32, set: u32) -> bool {
    let heading = |set: &u32| network.up.of_number(*set).iter().find(|tie| tie.row == ORDER).map(|tie| tie.to);
    std::iter::successors(heading(&set), heading).any(|heading| heading == above)
}

/// The rows by which a set lies in another.
fn chain(existence: &mut Existence<'_, '_>, from: u32, to: u32) -> Option<Vec<u32>> {
    let outside = Element { within: [from, from], without: Some(to), row: ORDER, strictness: Strictness::Every };
    match existence.verdict(&outside) {
        Verdict::Impossible(reason) => Some(reason.rows),
        Verdict::Possible | Verdict::Undecided => None,
    }
}
