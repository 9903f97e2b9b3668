//! The rows without which the others agree: each time the one that is in most of what is left.

use std::collections::BTreeMap;

use super::claim::Strictness;
use super::conflict::MinimalSets;
use super::existence::Existence;
use super::minimal::MinimalSet;
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
    // By row, how many were left out before it.
    let mut order: BTreeMap<u32, usize> = BTreeMap::new();
    loop {
        let is_left = |set: &&MinimalSet| {
            set.strictness == Strictness::Every && !set.rows.iter().any(|row| order.contains_key(row))
        };
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for row in found.sets.iter().filter(is_left).flat_map(|set| &set.rows) {
            *counts.entry(*row).or_default() += 1;
        }
        let sureness = |row: u32| network.rows[row as usize].relation.confidence;
        let worst = counts.into_iter().min_by_key(|(row, count)| (std::cmp::Reverse(*count), sureness(*row), *row));
        match worst {
            Some((row, _)) => {
                order.insert(row, left_out.len());
                left_out.push(row);
            }
            None if !found.reveal(&mut existence, network, &left_out) => break,
            None => {}
        }
    }
    let mut conflicts = vec![0; left_out.len()];
    // Of each row, how many sets go with it.
    let mut mended = vec![0; left_out.len()];
    let mut left = 0;
    for set in found.sets.iter().filter(|set| set.strictness == Strictness::Every) {
        let at: Vec<usize> = set.rows.iter().filter_map(|row| order.get(row).copied()).collect();
        at.iter().for_each(|at| conflicts[*at] += 1);
        left += 1;
        at.iter().min().into_iter().for_each(|at| mended[*at] += 1);
    }
    let repair = |(at, row): (usize, &u32)| {
        left -= mended[at];
        Repair { row: network.rows[*row as usize], number: *row, conflicts: conflicts[at], left }
    };
    left_out.iter().enumerate().map(repair).collect()
}
