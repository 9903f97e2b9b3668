//! The rows without which the others agree: each time the one that is in most of what is left.

use std::collections::BTreeMap;

use super::claim::Strictness;
use super::conflict::{MinimalSet, MinimalSets};
use super::existence::Existence;
use super::network::Network;
use super::tables::AuditedRow;

/// A row in contradictions.
#[derive(Debug, Clone, Copy)]
pub struct Repair<'l> {
    /// The row.
    pub row: AuditedRow<'l>,
    /// In how many of the contradictions in every reading it is.
    pub conflicts: usize,
    /// The number of the row.
    pub(super) number: u32,
    /// How many of these are left once it and the rows before it are left out.
    pub left: usize,
}

/// The rows to leave out, and in what order. What shows only once a row is left out is added to what was found, so that
/// nothing is left in the end.
pub(super) fn repair<'l>(network: &Network<'l>, found: &mut MinimalSets) -> Vec<Repair<'l>> {
    let mut existence = Existence::new(network);
    let mut left_out: Vec<u32> = Vec::new();
    loop {
        let is_left = |set: &&MinimalSet| {
            set.strictness == Strictness::Every && !set.rows.iter().any(|row| left_out.contains(row))
        };
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for row in found.sets.iter().filter(is_left).flat_map(|set| &set.rows) {
            *counts.entry(*row).or_default() += 1;
        }
        let sureness = |row: u32| network.rows[row as usize].relation.confidence;
        let worst = counts.into_iter().min_by_key(|(row, count)| (std::cmp::Reverse(*count), sureness(*row), *row));
        match worst {
            Some((row, _)) => left_out.push(row),
            None if !found.reveal(&mut existence, &left_out) => break,
            None => {}
        }
    }
    let every = || found.sets.iter().filter(|set| set.strictness == Strictness::Every);
    let repair = |(at, row): (usize, &u32)| Repair {
        row: network.rows[*row as usize],
        number: *row,
        conflicts: every().filter(|set| set.rows.contains(row)).count(),
        left: every().filter(|set| !set.rows.iter().any(|row| left_out[..=at].contains(row))).count(),
    };
    left_out.iter().enumerate().map(repair).collect()
}
