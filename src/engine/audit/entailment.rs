//! What rows prove: whether what a row claims of two sets holds wherever the selected rows hold.
//!
//! That a set lies in another, or shares nothing with it, is proved if nothing can be in the one and not in the other,
//! or in both. That something exists is proved by something that must exist and can be nowhere else.

use super::claim::Claim;
use super::existence::{Existence, Verdict};
use super::network::{Network, ORDER, Tie};
use crate::model::Lists;

/// Room for proofs.
pub(super) struct Entailment<'n, 'l> {
    network: &'n Network<'l>,
    pub(super) existence: Existence<'n, 'l>,
    /// The sets in each set, and the rows that say so.
    below: Lists<(u32, u32)>,
    /// The elements that are in each set by what says that they exist.
    elements: Lists<u32>,
    seen: Vec<u32>,
    look: u32,
}

impl<'n, 'l> Entailment<'n, 'l> {
    pub(super) fn new(network: &'n Network<'l>) -> Self {
        Self::with(network, Existence::new(network))
    }

    /// The same with the room for looking that there is.
    pub(super) fn with(network: &'n Network<'l>, existence: Existence<'n, 'l>) -> Self {
        let sets = network.sets.len();
        let mut below = Vec::new();
        for set in (0..).take(sets) {
            below.extend(network.up.of_number(set).iter().map(|tie| (tie.to, (set, tie.row))));
        }
        let mut elements = Vec::new();
        for (number, element) in (0..).zip(&network.elements) {
            let [one, other] = element.within;
            elements.push((one, number));
            elements.extend((other != one).then_some((other, number)));
        }
        Self {
            network,
            existence,
            below: Lists::of(sets, &below),
            elements: Lists::of(sets, &elements),
            seen: vec![0; sets],
            look: 0,
        }
    }

    /// Whether the selected rows prove a claim about two sets, read openly; a claim of which nothing could be decided is not
    /// proved.
    pub(super) fn proves(&mut self, claim: Claim, [from, to]: [u32; 2]) -> bool {
        match claim {
            Claim::ToWithinFrom => self.is_nowhere(&[to], Some(from)),
            Claim::FromWithinTo => self.is_nowhere(&[from], Some(to)),
            Claim::Apart => self.is_nowhere(&[from, to], None),
            Claim::ToBeyondFrom => self.is_beyond(to, from),
            Claim::FromBeyondTo => self.is_beyond(from, to),
            Claim::Share => self.share(from, to),
        }
    }

    fn is_nowhere(&mut self, within: &[u32], without: Option<u32>) -> bool {
        matches!(self.existence.place(within, without), Verdict::Impossible(_))
    }

    /// Whether something must exist in both.
    fn share(&mut self, one: u32, other: u32) -> bool {
        let in_one = self.below(one);
        let in_other = self.below(other);
        self.mark(&in_other);
        if in_one.iter().any(|set| self.seen[*set as usize] == self.look) {
            return true;
        }
        let network = self.network;
        in_one.iter().flat_map(|set| self.elements.of_number(*set)).any(|number| {
            let element = &network.elements[*number as usize];
            let is_there = element.within.iter().any(|set| self.seen[*set as usize] == self.look);
            is_there && self.is_said(*number)
        })
    }

    /// Whether something must exist in the first that cannot be in the second.
    fn is_beyond(&mut self, inside: u32, outside: u32) -> bool {
        let within = self.below(inside);
        let in_outside = self.above(outside);
        self.mark(&in_outside);
        let network = self.network;
        let mut tried = Vec::new();
        for set in &within {
            let [one, other] = [*set, outside];
            if self.existence.may_clash(one) && self.existence.may_clash(other) {
                tried.push((vec![one], None));
            }
            for number in self.elements.of_number(*set) {
                let element = &network.elements[*number as usize];
                if !self.is_said(*number) {
                    continue;
                }
                // What must be outside a set in which the second lies cannot be in the second.
                if element.without.is_some_and(|without| self.seen[without as usize] == self.look) {
                    return true;
                }
                // Or none of the clauses of the second has room for it.
                let is_divided = !network.is_open[outside as usize] && element.without.is_some();
                let may_clash = element.within.iter().any(|set| self.existence.may_clash(*set));
                let is_pair = element.within[0] != element.within[1];
                if is_divided || (may_clash && self.existence.may_clash(outside) && is_pair) {
                    tried.push((element.within.to_vec(), element.without));
                }
            }
        }
        tried.into_iter().any(|(mut within, without)| {
            within.push(outside);
            self.is_nowhere(&within, without)
        })
    }

    /// Whether what says that an element exists is selected, in every reading.
    fn is_said(&self, number: u32) -> bool {
        let element = &self.network.elements[number as usize];
        element.strictness == super::claim::Strictness::Every && self.existence.selection.has(element.row)
    }

    /// A set, and all that lie in it; a heading too of which all clauses do.
    fn below(&mut self, set: u32) -> Vec<u32> {
        self.look += 1;
        let mut found = vec![set];
        self.seen[set as usize] = self.look;
        let mut next = 0;
        while let Some(set) = found.get(next).copied() {
            next += 1;
            let lower = self.below.of_number(set).iter().filter(|(_, row)| self.existence.selection.has(*row));
            let heads = self.network.up.of_number(set).iter().filter(|head| self.is_within_found(head.to));
            let more: Vec<u32> = lower.map(|(lower, _)| *lower).chain(heads.map(|head| head.to)).collect();
            for set in more {
                if self.seen[set as usize] != self.look {
                    self.seen[set as usize] = self.look;
                    found.push(set);
                }
            }
        }
        found
    }

    /// What lies right in a set, and which row says so.
    pub(super) fn lower(&self, set: u32) -> impl Iterator<Item = (u32, u32)> {
        self.below.of_number(set).iter().copied()
    }

    /// A set, and all in which it lies.
    fn above(&mut self, set: u32) -> Vec<u32> {
        self.look += 1;
        let mut found = vec![set];
        self.seen[set as usize] = self.look;
        let mut next = 0;
        while let Some(set) = found.get(next).copied() {
            next += 1;
            for tie in self.network.up.of_number(set) {
                if self.seen[tie.to as usize] != self.look
                    && (tie.row == ORDER || self.existence.selection.has(tie.row))
                {
                    self.seen[tie.to as usize] = self.look;
                    found.push(tie.to);
                }
            }
        }
        found
    }

    /// Whether all members of a heading, or of a joint row that is selected, were found.
    fn is_within_found(&self, head: u32) -> bool {
        let members = self.network.members.of_number(head);
        let is_found =
            |member: &Tie| self.existence.selection.has(member.row) && self.seen[member.to as usize] == self.look;
        !members.is_empty() && !self.network.is_open[head as usize] && members.iter().all(is_found)
    }

    fn mark(&mut self, sets: &[u32]) {
        self.look += 1;
        sets.iter().for_each(|set| self.seen[*set as usize] = self.look);
    }
}
