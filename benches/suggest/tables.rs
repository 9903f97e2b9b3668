//! Which tables are scored, and what is held out for each.

use std::collections::{BTreeMap, BTreeSet};

use xwalk::model::{Catalog, ClauseId, Library, Provenance, Strength, Table, TableId};
use xwalk::survey::Evidences;

/// A table is scored if it relates at least so many pairs.
const LEAST_PAIRS: usize = 20;

/// Tables that are based on an earlier version of what a scored one says, so that they are held out with it: NIST's
/// references of CSF 1.1 are the basis of the table of COBIT 5 and the forerunners of those of CSF 2.0.
const RELATIVES: &[(&str, &str)] = &[("iso-iec-27001-2022--nist-csf-2.0", "cobit-5--iso-iec-27001-2013")];

/// What is asked: candidates of an edition for the clauses of another one that have partners in a table.
pub(crate) struct Asked<'l> {
    pub(crate) table: &'l TableId,
    pub(crate) candidates: &'l Catalog,
    pub(crate) targets: &'l Catalog,
    /// The positions of each target's partners.
    pub(crate) partners: BTreeMap<usize, BTreeSet<usize>>,
}

/// The same with what speaks for each pair when its answers are held out.
pub(crate) struct Task<'l> {
    pub(crate) asked: Asked<'l>,
    pub(crate) evidences: Evidences,
}

/// Every table that others state or published, in both directions, with the tables that are held out for it.
pub(crate) fn scored(library: &Library) -> Vec<(Asked<'_>, BTreeSet<TableId>)> {
    let mut scored = Vec::new();
    let mut seen = BTreeSet::new();
    for table in library.tables().filter(|table| is_published(table)) {
        let ends = BTreeSet::from([&table.from, &table.to]);
        if !seen.insert(ends.clone()) {
            continue;
        }
        let is_sibling = |other: &&Table| BTreeSet::from([&other.from, &other.to]) == ends;
        let siblings: Vec<&Table> = library.tables().filter(is_sibling).collect();
        let published: Vec<&Table> = siblings.iter().filter(|other| is_published(other)).copied().collect();
        let mut held_out: BTreeSet<TableId> = siblings.iter().map(|table| table.id.clone()).collect();
        let relatives = RELATIVES.iter().filter(|(scored, _)| table.id.as_str() == *scored);
        held_out.extend(relatives.filter_map(|(_, relative)| TableId::parse(relative).ok()));
        let derived = library.tables().filter(|other| {
            let rows = other.rows.iter().flat_map(|row| &row.derived_from);
            other.derived_from.iter().chain(rows).any(|source| held_out.contains(source))
        });
        let derived: Vec<TableId> = derived.map(|table| table.id.clone()).collect();
        held_out.extend(derived);
        let (Some(from), Some(to)) = (library.catalog(&table.from), library.catalog(&table.to)) else { continue };
        for (candidates, targets) in [(from, to), (to, from)] {
            let partners = partners(&published, candidates, targets);
            if partners.values().map(BTreeSet::len).sum::<usize>() >= LEAST_PAIRS {
                scored.push((Asked { table: &table.id, candidates, targets, partners }, held_out.clone()));
            }
        }
    }
    scored
}

/// Whether somebody else says what a table says: not a reconstruction of ours, and not computed.
fn is_published(table: &Table) -> bool {
    match table.provenance {
        Some(Provenance::Stated | Provenance::Published | Provenance::Recalled | Provenance::Community) => true,
        Some(Provenance::Derived | Provenance::Reconstruction) | None => false,
    }
}

fn partners(tables: &[&Table], candidates: &Catalog, targets: &Catalog) -> BTreeMap<usize, BTreeSet<usize>> {
    let position = |catalog: &Catalog, clause: &ClauseId| {
        catalog.position(&clause.number).filter(|_| clause.edition == catalog.id)
    };
    let mut partners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for row in tables.iter().flat_map(|table| table.rows.iter()).filter(|row| row.forward != Strength::None) {
        for from in &row.from {
            for (one, other) in [(from, &row.to), (&row.to, from)] {
                if let (Some(candidate), Some(target)) = (position(candidates, one), position(targets, other)) {
                    partners.entry(target).or_default().insert(candidate);
                }
            }
        }
    }
    partners
}
