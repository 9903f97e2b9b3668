//! Which editions chains to a target can pass through.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::graph::NodeIndex;

use super::joined::{Joined, number};
use super::selection::Selection;
use crate::model::{EditionId, Library};

/// The editions from which chains of at most `hops` rows point to some editions, and these themselves. A row points in
/// both directions, and a joint row from the edition of each of its clauses; all that a table names counts as joined by a
/// row, so that none has to be read.
pub(super) fn editions<'t>(
    library: &Library,
    selection: &Selection,
    targets: impl IntoIterator<Item = &'t EditionId>,
    hops: u32,
) -> BTreeSet<EditionId> {
    let mut beside: BTreeMap<&EditionId, BTreeSet<&EditionId>> = BTreeMap::new();
    for table in library.tables().filter(|table| selection.takes_table(table)) {
        // A table says about its two ends alone what it says without rows, so they stay together.
        let mut named = table.rows.editions();
        named.extend([&table.from, &table.to]);
        for edition in &named {
            beside.entry(edition).or_default().extend(named.iter().copied().filter(|other| other != edition));
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

/// Through how many rows each clause points to some editions at least, whatever the rows say; the highest number if it
/// points to none. What is known about a clause goes to the headings above it and the requirements below it over no
/// row.
pub(super) fn distances(joined: &Joined, targets: &[EditionId]) -> Vec<u32> {
    let mut distances = vec![u32::MAX; joined.ids.len()];
    let mut open = VecDeque::new();
    for place in targets.iter().filter_map(|target| joined.places.get(target)) {
        for vertex in place.first..place.end {
            distances[vertex as usize] = 0;
            open.push_back(vertex);
        }
    }
    let mut ties: Vec<Vec<u32>> = vec![Vec::new(); joined.ids.len()];
    for joint in &joined.joints {
        for member in &joint.members {
            ties[*member as usize].push(joint.to);
            ties[joint.to as usize].push(*member);
        }
    }
    // What is reached over no further row comes first, so each clause has its distance when its turn comes.
    while let Some(vertex) = open.pop_front() {
        let distance = distances[vertex as usize];
        let beside = joined.headings(vertex).chain(joined.below.of_number(vertex).iter().copied());
        for other in beside.collect::<Vec<_>>() {
            if distances[other as usize] > distance {
                distances[other as usize] = distance;
                open.push_front(other);
            }
        }
        let over_rows = joined.graph.neighbors_undirected(NodeIndex::new(vertex as usize));
        let over_rows = over_rows.map(|other| number(other.index())).chain(ties[vertex as usize].iter().copied());
        for other in over_rows {
            if distances[other as usize] > distance + 1 {
                distances[other as usize] = distance + 1;
                open.push_back(other);
            }
        }
    }
    distances
}
