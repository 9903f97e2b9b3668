//! Rows that contradict each other, each conflict as a smallest set of them.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Strictness;
use super::existence::{Existence, Reason, Verdict};
use super::network::{Element, Network, ORDER};

/// How many ways beside the first one are counted in which what a row says is contradicted.
const MOST_WAYS: usize = 9;

/// How much work there may be in trying which rows of one contradiction are needed.
const MOST_WORK: u64 = 20_000_000;

/// Rows that cannot all be right. Without any one of them the others could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MinimalSet {
    /// By number.
    pub(super) rows: Vec<u32>,
    pub(super) strictness: Strictness,
    /// What they say to exist that cannot.
    pub(super) element: Element,
    pub(super) reason: Reason,
    /// How many more ways there are at least, over other rows, in which that cannot exist.
    pub(super) further: usize,
    /// Whether it was tried that the others agree without any one of them; that may take too long.
    pub(super) is_smallest: bool,
}

/// All that was found.
pub(super) struct MinimalSets {
    /// Each once: those that hold in every reading first, then by their rows.
    pub(super) sets: Vec<MinimalSet>,
    /// What cannot exist, by all rows.
    pub(super) suspects: Vec<Element>,
    /// How many of them nothing was decided of.
    pub(super) undecided: usize,
}

impl MinimalSets {
    pub(super) fn new(network: &Network<'_>) -> Self {
        let mut existence = Existence::new(network);
        let mut suspects = existence.suspects();
        // What fails in every reading comes first, and what is there anyway before what rows ask for.
        suspects.sort_by_key(|element| (element.strictness, element.row != ORDER, *element));
        let mut found = Self { sets: Vec::new(), suspects, undecided: 0 };
        let mut known = BTreeSet::new();
        for element in &found.suspects {
            existence.select_all();
            match existence.verdict(element) {
                Verdict::Impossible(reason) => {
                    let set = minimal(&mut existence, *element, reason);
                    if known.insert(set.rows.clone()) {
                        let further = further(&mut existence, &set);
                        found.sets.push(MinimalSet { further, ..set });
                    }
                }
                Verdict::Possible => {}
                Verdict::Undecided => found.undecided += 1,
            }
        }
        found.sort();
        found
    }

    /// Adds what cannot exist in every reading even without some rows; whether there is such a thing.
    pub(super) fn reveal(&mut self, existence: &mut Existence<'_, '_>, without: &[u32]) -> bool {
        let mut more: BTreeMap<Vec<u32>, MinimalSet> = BTreeMap::new();
        for element in self.suspects.iter().filter(|element| element.strictness == Strictness::Every) {
            if without.contains(&element.row) {
                continue;
            }
            existence.select_without(without.iter().copied());
            if let Verdict::Impossible(reason) = existence.verdict(element) {
                let set = minimal(existence, *element, reason);
                // Each time a row has to go of what is found, or this would never end.
                if !set.rows.is_empty() && !set.rows.iter().any(|row| without.contains(row)) {
                    more.insert(set.rows.clone(), set);
                }
            }
        }
        // A set that was found strictly may turn out to hold in every reading.
        self.sets.retain(|set| !more.contains_key(&set.rows));
        let is_more = !more.is_empty();
        self.sets.extend(more.into_values());
        self.sort();
        is_more
    }

    fn sort(&mut self) {
        self.sets.sort_by(|one, other| (one.strictness, &one.rows).cmp(&(other.strictness, &other.rows)));
    }
}

/// The rows of a reason without those that it does not need.
fn minimal(existence: &mut Existence<'_, '_>, element: Element, reason: Reason) -> MinimalSet {
    let (mut element, mut reason) = (element, reason);
    let mut strictness = element.strictness;
    let until = existence.work().saturating_add(MOST_WORK);
    existence.take_left();
    for row in reason.rows.clone() {
        if !reason.rows.contains(&row) {
            continue;
        }
        let rest: Vec<u32> = reason.rows.iter().copied().filter(|other| *other != row).collect();
        existence.select(rest.iter().copied());
        if let Some((other, why)) = existence.conflict(&rest, strictness, &element, until) {
            (element, reason) = (other, why);
        }
    }
    // Less than the strict reading may do once rows are gone.
    existence.select(reason.rows.iter().copied());
    if strictness == Strictness::Strict
        && let Some(found) = existence.conflict(&reason.rows, Strictness::Every, &element, until)
    {
        (element, reason) = found;
        strictness = Strictness::Every;
    }
    let is_smallest = !existence.take_left();
    MinimalSet { rows: reason.rows.clone(), strictness, element, reason, further: 0, is_smallest }
}

/// In how many ways over other rows an element cannot exist; the row that asks for it is one of each.
fn further(existence: &mut Existence<'_, '_>, set: &MinimalSet) -> usize {
    let mut blocked: BTreeSet<u32> = set.rows.iter().copied().filter(|row| *row != set.element.row).collect();
    let mut ways = 0;
    while ways < MOST_WAYS && !blocked.is_empty() {
        existence.select_without(blocked.iter().copied());
        let Verdict::Impossible(reason) = existence.verdict(&set.element) else { break };
        let before = blocked.len();
        blocked.extend(reason.rows.into_iter().filter(|row| *row != set.element.row));
        if blocked.len() == before {
            break;
        }
        ways += 1;
    }
    ways
}
