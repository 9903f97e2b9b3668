//! Which editions chains to a target can pass through.

use std::collections::{BTreeMap, BTreeSet};

use super::Selection;
use crate::model::{EditionId, Library};

/// The editions from which chains of at most `hops` rows lead to some editions, and these themselves. A row leads in both
/// directions, and a joint row from the edition of each of its clauses.
pub(super) fn editions<'t>(
    library: &Library,
    selection: &Selection,
    targets: impl IntoIterator<Item = &'t EditionId>,
    hops: u32,
) -> BTreeSet<EditionId> {
    let mut beside: BTreeMap<&EditionId, BTreeSet<&EditionId>> = BTreeMap::new();
    for table in library.tables().filter(|table| !selection.without.contains(&table.id)) {
        // A table says of its two ends alone what it says without rows, so they stay together.
        let mut pairs = BTreeSet::from([(&table.from, &table.to)]);
        for row in table.rows.iter() {
            pairs.extend(row.from.iter().map(|from| (&from.edition, &row.to.edition)));
        }
        for (from, to) in pairs {
            beside.entry(from).or_default().insert(to);
            beside.entry(to).or_default().insert(from);
        }
    }
    let mut near: BTreeSet<EditionId> = targets.into_iter().cloned().collect();
    let mut edge: Vec<EditionId> = near.iter().cloned().collect();
    for _ in 0..hops {
        let next: BTreeSet<&EditionId> =
            edge.iter().filter_map(|edition| beside.get(edition)).flatten().copied().collect();
        edge = next.into_iter().filter(|edition| near.insert((*edition).clone())).cloned().collect();
        if edge.is_empty() {
            break;
        }
    }
    near
}
