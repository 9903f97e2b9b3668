//! How two clauses are related through chains of rows: the composition of the rows' relations, clause by clause.
//!
//! If the composition of a chain does not decide whether the two overlap, the chain is not followed further: no further
//! row could decide it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use foldhash::fast::FixedState;

use super::trail::Step;
use super::{Crosswalk, Passage, Tie};
use crate::model::{ClauseId, ClauseKind, Confidence, Direction, EditionId, Possible, Reading, SetRelation, Unstated};

/// How a clause is related to another one through a chain of rows.
#[derive(Debug, Clone)]
pub struct Composed<'c, 'l> {
    /// The other clause.
    pub to: &'c ClauseId,
    /// The relations that the composition allows; never that they share nothing.
    pub possible: Possible,
    /// The clauses of the shortest such chain, first to last.
    pub chain: Vec<&'c ClauseId>,
    /// Its rows, first to last.
    pub steps: Vec<Step<'l>>,
    /// The confidence of the least confident row.
    pub confidence: Confidence,
    /// Whether it only represents the chain between clauses below: it rises to a heading at its end, or begins with a
    /// heading and goes down to a clause below it.
    pub is_risen: bool,
}

/// A clause that a chain has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Place {
    vertex: u32,
    possible: Possible,
    /// Whether it is a heading at the end of a row, so that what is known about it also applies to the clauses below.
    is_given: bool,
}

/// How the chain came there.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    /// The number of the place before; nothing at the beginning.
    before: Option<usize>,
    /// The row, and how it is read; nothing from a clause to one above or below it.
    step: Option<(u32, Direction)>,
    hops: u32,
    confidence: Confidence,
    headings: u32,
}

/// All places that chains come to from one clause, in the order in which they are found: through few rows first.
struct Walk<'c, 'l> {
    crosswalk: &'c Crosswalk<'l>,
    places: Vec<(Place, Arrival)>,
    known: HashMap<Place, usize, FixedState>,
}

impl<'l> Crosswalk<'l> {
    /// Every other clause of an edition whose relation to a clause is decided by a chain of at most `hops` rows, in the
    /// order of ids and of relations. Among the chains to one relation it uses the shortest, then the one with the
    /// highest confidence, then the one through the fewest headings.
    pub fn composed(&self, from: &ClauseId, to: &EditionId, hops: u32) -> Vec<Composed<'_, 'l>> {
        let Some(start) = self.vertex(from) else { return Vec::new() };
        let mut walk = Walk { crosswalk: self, places: Vec::new(), known: HashMap::default() };
        let equal = Possible::only(SetRelation::Equal);
        let first = Arrival { before: None, step: None, hops: 0, confidence: Confidence::High, headings: 0 };
        // A heading holds what is below it, so that chains from there are chains from it.
        let is_given = self.kinds[start as usize] == ClauseKind::Heading;
        walk.arrive(Place { vertex: start, possible: equal, is_given }, first);
        walk.spread(0);
        let mut begin = 0;
        for round in 1..=hops {
            let end = walk.places.len();
            if begin == end {
                break;
            }
            for at in begin..end {
                walk.follow_rows(at, round);
            }
            begin = end;
            walk.spread(end);
        }
        walk.found(start, self.vertices(to))
    }
}

impl<'c, 'l> Walk<'c, 'l> {
    /// Records a place, or a better path to a place of the same round.
    fn arrive(&mut self, place: Place, arrival: Arrival) {
        if !place.possible.is_subset(Possible::SHARES) {
            return;
        }
        let is_heading = self.crosswalk.kinds[place.vertex as usize] == ClauseKind::Heading;
        if is_heading && self.crosswalk.below.of_number(place.vertex).is_empty() {
            return;
        }
        let arrival = Arrival { headings: arrival.headings + u32::from(is_heading), ..arrival };
        match self.known.get(&place) {
            None => {
                self.known.insert(place, self.places.len());
                self.places.push((place, arrival));
            }
            Some(at) => {
                let known = &mut self.places[*at].1;
                let rank = |arrival: &Arrival| (arrival.hops, std::cmp::Reverse(arrival.confidence), arrival.headings);
                if rank(&arrival) < rank(known) {
                    *known = arrival;
                }
            }
        }
    }

    fn follow_rows(&mut self, at: usize, round: u32) {
        let (place, arrival) = self.places[at];
        for Tie { row, direction, passage } in self.crosswalk.onward(place.vertex) {
            let relation = self.crosswalk.row(self.crosswalk.rows[row as usize]).relation;
            let (to, possible) = match passage {
                Passage::Step(to, reading) if relation.is_joint() => (to, reading.possible()),
                Passage::Step(to, _) => (to, relation.possible(direction, Unstated::Open)),
                Passage::Joint(joint) => (self.crosswalk.joints[joint as usize].to, Reading::Overlaps.possible()),
            };
            let is_given = self.crosswalk.kinds[to as usize] == ClauseKind::Heading;
            let next = Place { vertex: to, possible: place.possible.compose(possible), is_given };
            let confidence = arrival.confidence.min(relation.confidence);
            let step = Some((row, direction));
            self.arrive(next, Arrival { before: Some(at), step, hops: round, confidence, headings: arrival.headings });
        }
    }

    /// From all places since a number, down from headings at the end of rows, and up to the headings above requirements.
    fn spread(&mut self, since: usize) {
        let mut at = since;
        while at < self.places.len() {
            let (place, arrival) = self.places[at];
            let on = Arrival { before: Some(at), step: None, ..arrival };
            let crosswalk = self.crosswalk;
            if place.is_given {
                for below in crosswalk.below.of_number(place.vertex) {
                    let possible = place.possible.compose(Possible::COVERS);
                    self.arrive(Place { vertex: *below, possible, is_given: false }, on);
                }
            }
            if crosswalk.kinds[place.vertex as usize] == ClauseKind::Requirement {
                for heading in crosswalk.headings(place.vertex) {
                    let possible = place.possible.compose(Possible::WITHIN);
                    self.arrive(Place { vertex: heading, possible, is_given: false }, on);
                }
            }
            at += 1;
        }
    }

    /// What was found among some vertices, except the clause itself and the headings above it.
    fn found(&self, start: u32, among: Range<u32>) -> Vec<Composed<'c, 'l>> {
        let ids = &self.crosswalk.ids;
        let mut best: BTreeMap<(&ClauseId, Possible), usize> = BTreeMap::new();
        for (at, (place, arrival)) in self.places.iter().enumerate() {
            if among.contains(&place.vertex) && place.vertex != start && arrival.hops > 0 {
                let known = best.entry((&ids[place.vertex as usize], place.possible)).or_insert(at);
                let rank = |at: usize| {
                    let arrival = &self.places[at].1;
                    (arrival.hops, std::cmp::Reverse(arrival.confidence), arrival.headings, at)
                };
                if rank(at) < rank(*known) {
                    *known = at;
                }
            }
        }
        best.into_iter().map(|((to, possible), at)| self.composed(to, possible, at)).collect()
    }

    fn composed(&self, to: &'c ClauseId, possible: Possible, at: usize) -> Composed<'c, 'l> {
        let Arrival { confidence, step, .. } = self.places[at].1;
        let is_heading = self.crosswalk.kinds[self.places[at].0.vertex as usize] == ClauseKind::Heading;
        let is_risen = is_heading && step.is_none();
        let (mut chain, mut steps) = (Vec::new(), Vec::new());
        let mut before = Some(at);
        while let Some(at) = before {
            let (place, arrival) = self.places[at];
            chain.push(&self.crosswalk.ids[place.vertex as usize]);
            steps.extend(arrival.step.map(|(row, direction)| self.crosswalk.step(row, direction)));
            before = arrival.before;
        }
        let from = |at: usize| self.places[at].1;
        let mut first = at;
        while let Some(before) = from(first).before.filter(|before| from(*before).before.is_some()) {
            first = before;
        }
        let is_fallen = from(first).step.is_none();
        chain.reverse();
        steps.reverse();
        Composed { to, possible, chain, steps, confidence, is_risen: is_risen || is_fallen }
    }
}
