//! Rows that contradict each other, each conflict as a smallest set of them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::claim::Strictness;
use super::existence::{Existence, Verdict};
use super::minimal::{MinimalSet, Minimizer};
use super::network::{Element, Network};
use super::suspects::Suspects;
use crate::model::Strength;

/// How many further ways in which a row is contradicted are counted without being reported.
const MOST_WAYS: usize = 9;

/// How many selections of rows are left out for one thing, one after the other, to see what forbids it then.
const MOST_SELECTIONS: usize = 32;

/// How many ways are reported in which one thing cannot exist.
const MOST_SETS: usize = 100;

/// All that was found.
pub(super) struct MinimalSets {
    /// Each once: those that hold in every reading first, then by their rows.
    pub(super) sets: Vec<MinimalSet>,
    /// What cannot exist, by all rows.
    suspects: Suspects,
    /// How many of them nothing was decided of.
    pub(super) undecided: usize,
}

impl MinimalSets {
    pub(super) fn new(network: &Network<'_>) -> Self {
        let mut existence = Existence::new(network);
        let suspects = Suspects::new(&mut existence);
        let mut undecided = 0;
        let mut ways = Ways::default();
        for element in suspects.iter() {
            existence.selection.all();
            match existence.verdict(element) {
                Verdict::Impossible(_) => {
                    ways.add(&mut Minimizer::new(&mut existence, network, &suspects), network, *element)
                }
                Verdict::Possible => {}
                Verdict::Undecided => undecided += 1,
            }
        }
        let mut found = Self { sets: ways.sets, suspects, undecided };
        found.sort();
        found
    }

    /// Adds what cannot exist in every reading even without some rows; whether there is such a thing.
    pub(super) fn reveal<'n, 'l>(
        &mut self,
        existence: &mut Existence<'n, 'l>,
        network: &'n Network<'l>,
        without: &[u32],
    ) -> bool {
        let mut more: BTreeMap<Vec<u32>, MinimalSet> = BTreeMap::new();
        for element in self.suspects.iter().filter(|element| element.strictness == Strictness::Every) {
            if without.contains(&element.row) {
                continue;
            }
            if let Some(set) =
                Minimizer::new(existence, network, &self.suspects).without(without.iter().copied(), *element)
            {
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

/// The smallest sets that were found so far, and where each stands.
#[derive(Default)]
struct Ways {
    sets: Vec<MinimalSet>,
    known: BTreeMap<Vec<u32>, usize>,
}

impl Ways {
    /// Adds the ways in which an element cannot exist. Of each way the rows that say none are left out next, so that each that
    /// goes against the same others is in a set; then, one at a time, the others.
    fn add(&mut self, minimizer: &mut Minimizer<'_, '_, '_>, network: &Network<'_>, element: Element) {
        let says_none = |row: &u32| network.rows[*row as usize].relation.forward == Strength::None;
        let mut open = VecDeque::from([BTreeSet::new()]);
        let mut seen: BTreeSet<BTreeSet<u32>> = open.iter().cloned().collect();
        let (mut selections, mut found, mut first) = (0, 0, None);
        while selections < MOST_SELECTIONS && found < MOST_SETS && !minimizer.existence.is_spent() {
            let Some(blocked) = open.pop_front() else { break };
            selections += 1;
            let mut without = blocked.clone();
            while let Some(set) = minimizer.without(without.iter().copied(), element) {
                let others = || set.rows.iter().copied().filter(|row| *row != element.row);
                let opposing: Vec<u32> = others().filter(says_none).collect();
                for row in others().filter(|row| !says_none(row) || opposing.len() > 1) {
                    let next: BTreeSet<u32> = blocked.iter().copied().chain([row]).collect();
                    if seen.insert(next.clone()) {
                        open.push_back(next);
                    }
                }
                let at = self.put(set);
                first.get_or_insert(at);
                found += 1;
                let before = without.len();
                without.extend(opposing);
                if without.len() == before {
                    break;
                }
                if found >= MOST_SETS {
                    open.push_front(without);
                    break;
                }
            }
        }
        let Some(first) = first else { return };
        let mut untold: BTreeSet<Vec<u32>> = BTreeSet::new();
        for without in open.iter().take(MOST_SELECTIONS) {
            let more = minimizer.without(without.iter().copied(), element).map(|set| set.rows);
            untold.extend(more.filter(|rows| !self.known.contains_key(rows)));
        }
        self.sets[first].further += untold.len().min(MOST_WAYS);
    }

    /// Keeps a set once, and says where it stands.
    fn put(&mut self, set: MinimalSet) -> usize {
        *self.known.entry(set.rows.clone()).or_insert_with(|| {
            self.sets.push(set);
            self.sets.len() - 1
        })
    }
}
