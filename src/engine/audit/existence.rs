//! Whether something that must exist can exist, and which rows forbid it where it cannot.
//!
//! What is in a set is in every set in which that lies. So it cannot exist if two of these share nothing, or if one of
//! them is a set that it must not be in. What is in a heading is in one of its clauses too, and what is in the clauses of a
//! joint row together is in one of them: each is tried in turn, and where none is possible, neither is it.

use std::collections::VecDeque;

use super::network::{Element, Network, ORDER, Tie};
use super::reason::Reason;
use super::selection::Selection;

/// How many clauses are tried for one thing before it is left undecided.
const MOST_TRIED: u32 = 2_000;

/// How much work one search may take: ties followed, and sets examined.
const MOST_WORK: u64 = 2_000_000;

/// How much work there may be in all, before nothing is decided any more for which clauses have to be tried.
const MOST_WORK_IN_ALL: u64 = 1_000_000_000;

/// The parent of a set in which something is because it has to be.
const NO_SET: u32 = u32::MAX;

/// What came of looking whether something can exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It can.
    Possible,
    /// It cannot, and why.
    Impossible(Reason),
    /// Too many clauses would have to be tried.
    Undecided,
}

/// The space of a search, and its present state.
pub(super) struct Existence<'n, 'l> {
    network: &'n Network<'l>,
    /// Whether two sets that share nothing can come into play above a set, or below a heading above it.
    is_risky: Vec<bool>,
    /// In which search a set was reached last.
    seen: Vec<u32>,
    look: u32,
    /// How many rows point to a set that was reached.
    cost: Vec<u32>,
    /// From which set, by which row.
    parent: Vec<(u32, u32)>,
    /// The sets that were reached, in their order.
    reached: Vec<u32>,
    queue: VecDeque<u32>,
    /// The rows that are examined.
    pub(super) selection: Selection,
    tried: u32,
    /// How much was done so far.
    work: u64,
    /// How much may be done until the present search is left undecided.
    allowed: u64,
    /// How much may be done in all.
    most_in_all: u64,
    /// Whether something was left undecided since the last question.
    has_left: bool,
}

impl<'n, 'l> Existence<'n, 'l> {
    pub(super) fn new(network: &'n Network<'l>) -> Self {
        Self::within(network, MOST_WORK_IN_ALL)
    }

    /// The same with so much work in all.
    pub(super) fn within(network: &'n Network<'l>, most_in_all: u64) -> Self {
        let sets = network.sets.len();
        Self {
            network,
            is_risky: risky(network),
            seen: vec![0; sets],
            look: 0,
            cost: vec![0; sets],
            parent: vec![(NO_SET, ORDER); sets],
            reached: Vec::new(),
            queue: VecDeque::new(),
            selection: Selection::all_of(network.rows.len()),
            tried: 0,
            work: 0,
            allowed: MOST_WORK.min(most_in_all),
            most_in_all,
            has_left: false,
        }
    }

    /// All elements that cannot exist, or of which that stays undecided; by all rows.
    pub(super) fn suspects(&mut self) -> Vec<Element> {
        self.selection.all();
        let network = self.network;
        let mut elements: Vec<Element> = network.elements.clone();
        elements.extend(network.named.iter().map(|set| Network::something_of(*set)));
        elements.sort_unstable();
        let mut suspects = Vec::new();
        for same in elements.chunk_by(|one, other| one.within == other.within) {
            let [one, other] = same[0].within;
            if one != other && !(self.is_risky[one as usize] && self.is_risky[other as usize]) {
                continue;
            }
            self.begin();
            self.reach(one, (NO_SET, ORDER), 0);
            self.reach(other, (NO_SET, ORDER), 0);
            self.spread();
            let is_risky = self.is_risky[one as usize];
            let is_forbidden = is_risky && self.nearest_clash(0, None).is_some();
            let is_divided = self.first_divided().is_some();
            for element in same {
                let is_hit = element.without.is_some_and(|without| self.is_reached(without));
                // What of a clause that no two sets forbid has to be outside nothing, and is in some clause below a heading,
                // each of which is examined separately.
                let may_fail = is_forbidden || is_hit || (is_divided && (is_risky || element.without.is_some()));
                if may_fail {
                    suspects.push(*element);
                }
            }
        }
        suspects.retain(|suspect| self.verdict(suspect) != Verdict::Possible);
        suspects
    }

    /// Whether an element can exist, by the rows that are selected.
    pub(super) fn verdict(&mut self, element: &Element) -> Verdict {
        let mut verdict = self.place(&element.within, element.without);
        if let (Verdict::Impossible(reason), true) = (&mut verdict, element.row != ORDER) {
            reason.rows.push(element.row);
            reason.tidy();
        }
        verdict
    }

    /// Whether something can be in all of some sets and not in another, by the rows that are selected.
    pub(super) fn place(&mut self, within: &[u32], without: Option<u32>) -> Verdict {
        self.begin();
        self.tried = 0;
        self.allowed = self.work.saturating_add(MOST_WORK).min(self.most_in_all);
        for set in within {
            self.reach(*set, (NO_SET, ORDER), 0);
        }
        match self.settle(0, without, 1) {
            Ok(()) => Verdict::Possible,
            Err(None) => {
                self.has_left = true;
                Verdict::Undecided
            }
            Err(Some(mut reason)) => {
                reason.tidy();
                Verdict::Impossible(reason)
            }
        }
    }

    /// How much was done so far, in ties followed and sets examined.
    pub(super) fn work(&self) -> u64 {
        self.work
    }

    /// Whether so much was done that longer searches are omitted from now on.
    pub(super) fn is_spent(&self) -> bool {
        self.work > self.most_in_all
    }

    /// Notes that something was left undecided.
    pub(super) fn leave(&mut self) {
        self.has_left = true;
    }

    /// Whether something was left undecided since this was asked last.
    pub(super) fn take_left(&mut self) -> bool {
        std::mem::take(&mut self.has_left)
    }

    /// Whether two sets that share nothing can come into play above a set.
    pub(super) fn may_clash(&self, set: u32) -> bool {
        self.is_risky[set as usize]
    }

    fn begin(&mut self) {
        self.look += 1;
        self.reached.clear();
        self.queue.clear();
    }

    fn is_reached(&self, set: u32) -> bool {
        self.seen[set as usize] == self.look
    }

    /// Puts what is examined into a set, from another by a row.
    fn reach(&mut self, set: u32, parent: (u32, u32), cost: u32) {
        if self.is_reached(set) {
            return;
        }
        self.seen[set as usize] = self.look;
        self.cost[set as usize] = cost;
        self.parent[set as usize] = parent;
        self.reached.push(set);
        self.queue.push_back(set);
    }

    /// Puts it into all sets that contain those: over as few rows as possible.
    fn spread(&mut self) {
        let network = self.network;
        while let Some(set) = self.queue.pop_front() {
            let cost = self.cost[set as usize];
            self.work += 1 + network.up.of_number(set).len() as u64;
            for tie in network.up.of_number(set) {
                if !self.selection.has(tie.row) {
                    continue;
                }
                let further = cost + u32::from(tie.row != ORDER);
                if self.is_reached(tie.to) {
                    if further >= self.cost[tie.to as usize] {
                        continue;
                    }
                } else {
                    self.seen[tie.to as usize] = self.look;
                    self.reached.push(tie.to);
                }
                self.cost[tie.to as usize] = further;
                self.parent[tie.to as usize] = (set, tie.row);
                match tie.row {
                    ORDER => self.queue.push_front(tie.to),
                    _ => self.queue.push_back(tie.to),
                }
            }
        }
    }

    /// Finds a place for it in one of the clauses of every heading in which it is; says why there is none, and nothing where
    /// that would take too long. What was reached before `from` is free of clashes.
    fn settle(&mut self, from: usize, without: Option<u32>, depth: u32) -> Result<(), Option<Reason>> {
        self.spread();
        if let Some(reason) = self.nearest_clash(from, without) {
            return Err(Some(reason));
        }
        let Some(head) = self.first_divided() else { return Ok(()) };
        let network = self.network;
        let mut reason = Reason { divided: vec![head], ..Reason::default() };
        self.trace(head, &mut reason);
        // Whatever is reached from here on costs more than all before, so that nothing before is changed.
        let cost = depth.saturating_mul(1 << 20);
        for member in network.members.of_number(head) {
            if !self.selection.has(member.row) {
                continue;
            }
            self.tried += 1;
            if self.tried > MOST_TRIED || depth > 1_000 || self.work > self.allowed {
                return Err(None);
            }
            let mark = self.reached.len();
            self.reach(member.to, (head, member.row), cost);
            match self.settle(mark, without, depth + 1) {
                Ok(()) => return Ok(()),
                Err(None) => return Err(None),
                Err(Some(why)) => reason.join(why),
            }
            self.forget(mark);
        }
        Err(Some(reason))
    }

    /// Takes back all that was reached since.
    fn forget(&mut self, mark: usize) {
        for set in self.reached.drain(mark..) {
            self.seen[set as usize] = 0;
        }
        self.queue.clear();
    }

    /// The first heading in which it is while it is in none of its clauses, unless there is one of which rows say nothing. A joint
    /// row that is not examined divides nothing.
    fn first_divided(&mut self) -> Option<u32> {
        let network = self.network;
        for at in 0..self.reached.len() {
            let head = self.reached[at];
            let members = network.members.of_number(head);
            self.work += 1;
            if members.is_empty() || network.is_open[head as usize] {
                continue;
            }
            self.work += members.len() as u64;
            let is_chosen = |member: &&Tie| self.selection.has(member.row);
            let mut chosen = members.iter().filter(is_chosen).peekable();
            if chosen.peek().is_some() && !chosen.any(|member| self.is_reached(member.to)) {
                return Some(head);
            }
        }
        None
    }

    /// The clash among what was reached, one side of it since `from`, that depends on the fewest rows.
    fn nearest_clash(&mut self, from: usize, without: Option<u32>) -> Option<Reason> {
        let network = self.network;
        let looked: usize = self.reached[from..].iter().map(|set| 1 + network.apart.of_number(*set).len()).sum();
        self.work += looked as u64;
        let cost = |set: u32| self.cost[set as usize];
        let mut nearest: Option<(u32, u32, Option<Tie>)> = None;
        let mut consider = |cost: u32, set: u32, other: Option<Tie>| {
            if nearest.is_none_or(|(least, ..)| cost < least) {
                nearest = Some((cost, set, other));
            }
        };
        for set in &self.reached[from..] {
            if Some(*set) == without {
                consider(cost(*set), *set, None);
            }
            for tie in network.apart.of_number(*set) {
                if self.selection.has(tie.row) && self.is_reached(tie.to) {
                    consider(cost(*set).saturating_add(cost(tie.to)).saturating_add(1), *set, Some(*tie));
                }
            }
        }
        let (_, set, other) = nearest?;
        let mut reason = Reason::default();
        self.trace(set, &mut reason);
        if let Some(tie) = other {
            self.trace(tie.to, &mut reason);
            reason.rows.push(tie.row);
        }
        Some(reason)
    }

    /// Adds how a set was reached.
    fn trace(&self, mut set: u32, reason: &mut Reason) {
        loop {
            let (parent, row) = self.parent[set as usize];
            if parent == NO_SET {
                return;
            }
            let is_upwards = self.network.up.of_number(parent).iter().any(|tie| tie.to == set && tie.row == ORDER);
            match row {
                ORDER if is_upwards => reason.inside.push((parent, set)),
                ORDER => reason.divided.push(parent),
                row => reason.rows.push(row),
            }
            set = parent;
        }
    }
}

/// The sets from which one that shares nothing with another can be reached.
fn risky(network: &Network<'_>) -> Vec<bool> {
    let sets = network.sets.len();
    let mut below: Vec<(u32, u32)> = Vec::new();
    for set in (0..).take(sets) {
        below.extend(network.up.of_number(set).iter().map(|tie| (tie.to, set)));
        below.extend(network.members.of_number(set).iter().map(|tie| (tie.to, set)));
    }
    let below = crate::model::Lists::of(sets, &below);
    let mut is_risky = vec![false; sets];
    let mut open: Vec<u32> = (0..).take(sets).filter(|set| !network.apart.of_number(*set).is_empty()).collect();
    open.iter().for_each(|set| is_risky[*set as usize] = true);
    while let Some(set) = open.pop() {
        for lower in below.of_number(set) {
            if !std::mem::replace(&mut is_risky[*lower as usize], true) {
                open.push(*lower);
            }
        }
    }
    is_risky
}
