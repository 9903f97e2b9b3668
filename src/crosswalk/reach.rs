//! How far every clause is reached from a ground: the inference itself.
//!
//! It proves facts of the form *clause c is at least at level l*, in rounds. Round 0 holds what is stated. Round k
//! proves what follows over one more row from what round k − 1 proved, so a fact is proved with the fewest rows at once.
//! Among several proofs of one fact in one round the one whose least confident row is most confident is kept, then the one
//! whose chain comes first in the order of ids. Every fact is proved once and then handed along each edge once, so a run is
//! linear in rows; every level below a proved one is proved with it.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::ground::{Ground, Standing};
use super::{Crosswalk, Level, Passage, Tie, Vertex, number};
use crate::model::{ClauseId, ClauseKind, Confidence, Direction};

/// That a clause is at least at a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Fact {
    pub(super) vertex: u32,
    pub(super) level: Level,
}

impl Fact {
    fn index(self) -> usize {
        let offset = match self.level {
            Level::None | Level::Presumed => 0,
            Level::Partial => 1,
            Level::Full => 2,
        };
        self.vertex as usize * 3 + offset
    }
}

/// Why a fact holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reason {
    /// It is stated.
    Stated,
    /// A row leads to it from another fact.
    Step { row: u32, direction: Direction, premise: Fact, via: Option<u32> },
    /// A joint row leads to it from all its clauses, each at full.
    Together { row: u32, via: Option<u32> },
    /// It is a heading, and this holds of a requirement below it.
    One { below: Fact },
    /// It is a heading, and all applicable requirements below it are at full.
    All,
}

/// A fact's best proof.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proof {
    /// How many rows its longest chain has.
    pub(super) hops: u32,
    /// The confidence of its least confident row.
    pub(super) confidence: Confidence,
    pub(super) reason: Reason,
}

/// The outcome of a run: the level of every clause, and why.
#[derive(Debug)]
pub struct Reach<'c, 'l> {
    pub(super) crosswalk: &'c Crosswalk<'l>,
    pub(super) ground: Vec<Standing>,
    proofs: Vec<Option<Proof>>,
    /// What would raise a clause above what is stated of it. It is not followed further, since what is stated is final.
    pub(super) surplus: BTreeMap<u32, (Level, Proof)>,
}

/// The tallies of a run that is under way.
struct Run<'c, 'l> {
    reach: Reach<'c, 'l>,
    /// The proofs of the round, not yet facts.
    offers: Vec<Option<Proof>>,
    offered: Vec<Fact>,
    /// What rows gave to headings in this round: presumed and full.
    gifts: Vec<[Option<Proof>; 2]>,
    gifted: Vec<u32>,
    /// What headings have handed down in earlier rounds.
    handed_down: Vec<[bool; 2]>,
    /// How many clauses of a joint row are at full.
    full_members: Vec<u32>,
    /// How many applicable requirements below a heading are not at full.
    missing_below: Vec<u32>,
}

impl<'l> Crosswalk<'l> {
    /// Follows every chain of at most `hops` rows from a ground.
    pub fn reach(&self, ground: &Ground, hops: u32) -> Reach<'_, 'l> {
        let clauses = self.ids.len();
        let is_applicable = |below: &&u32| ground.0[**below as usize] != Standing::NotApplicable;
        let mut run = Run {
            reach: Reach {
                crosswalk: self,
                ground: ground.0.clone(),
                proofs: vec![None; clauses * 3],
                surplus: BTreeMap::new(),
            },
            offers: vec![None; clauses * 3],
            offered: Vec::new(),
            gifts: vec![[None; 2]; clauses],
            gifted: Vec::new(),
            handed_down: vec![[false; 2]; clauses],
            full_members: vec![0; self.graph.node_count() - clauses],
            missing_below: self.below.iter().map(|below| number(below.iter().filter(is_applicable).count())).collect(),
        };
        let mut front = run.state();
        for round in 1..=hops {
            if front.is_empty() {
                break;
            }
            for fact in front {
                run.hand_along(fact, round);
            }
            run.hand_down();
            front = run.settle();
        }
        run.reach
    }
}

impl<'c, 'l> Run<'c, 'l> {
    /// Round 0: what is stated.
    fn state(&mut self) -> Vec<Fact> {
        for vertex in 0..number(self.reach.ground.len()) {
            if let Standing::Stated(stated) = self.reach.ground[vertex as usize] {
                for level in Level::REACHED.into_iter().filter(|level| *level <= stated) {
                    let fact = Fact { vertex, level };
                    self.offers[fact.index()] =
                        Some(Proof { hops: 0, confidence: Confidence::High, reason: Reason::Stated });
                    self.offered.push(fact);
                }
            }
        }
        self.settle()
    }

    /// Hands a fact along every edge of its clause.
    fn hand_along(&mut self, fact: Fact, round: u32) {
        let crosswalk = self.reach.crosswalk;
        for edge in crosswalk.graph.edges(NodeIndex::new(fact.vertex as usize)) {
            let Tie { row, direction, passage } = *edge.weight();
            let target = edge.target();
            match passage {
                Passage::Step(reading) => {
                    let gained = fact.level.step(reading);
                    // What a lower level gives as well has been handed along with that level.
                    let is_new = below(fact.level).step(reading) < gained;
                    if is_new {
                        self.step(number(target.index()), gained, row, direction, fact, round);
                    }
                }
                Passage::Share => self.share(target, row, fact, round),
                Passage::Together => {}
            }
        }
    }

    /// A clause of a joint row has a level: alone it makes a share certain or presumed, with all the others it makes the whole.
    fn share(&mut self, joint: NodeIndex<u32>, row: u32, fact: Fact, round: u32) {
        let Vertex::Joint { members } = self.reach.crosswalk.graph[joint] else { return };
        let relation = self.reach.crosswalk.rows[row as usize].relation;
        let Some(to) = self.reach.crosswalk.vertex(&relation.to) else { return };
        match fact.level {
            Level::Presumed => self.step(to, Level::Presumed, row, Direction::Forward, fact, round),
            Level::Partial | Level::None => {}
            Level::Full => {
                self.step(to, Level::Partial, row, Direction::Forward, fact, round);
                let full = &mut self.full_members[joint.index() - self.reach.ground.len()];
                *full += 1;
                if *full == members && relation.forward == crate::model::Strength::Full {
                    let whole = relation.from.iter().filter_map(|clause| {
                        let member = Fact { vertex: self.reach.crosswalk.vertex(clause)?, level: Level::Full };
                        self.reach.proofs[member.index()].map(|proof| proof.confidence)
                    });
                    let confidence = whole.min().unwrap_or(Confidence::High).min(relation.confidence);
                    self.offer_all(
                        to,
                        Level::Full,
                        Proof { hops: round, confidence, reason: Reason::Together { row, via: None } },
                    );
                }
            }
        }
    }

    fn step(&mut self, to: u32, gained: Level, row: u32, direction: Direction, premise: Fact, round: u32) {
        let Some(premise_proof) = self.reach.proofs[premise.index()] else { return };
        let confidence = premise_proof.confidence.min(self.reach.crosswalk.rows[row as usize].relation.confidence);
        let reason = Reason::Step { row, direction, premise, via: None };
        self.offer_all(to, gained, Proof { hops: round, confidence, reason });
    }

    /// Offers a proof of a level, and with it of every lower one, to a requirement or a heading.
    fn offer_all(&mut self, to: u32, gained: Level, proof: Proof) {
        match self.reach.crosswalk.kinds[to as usize] {
            ClauseKind::Informative => {}
            ClauseKind::Requirement => {
                for level in Level::REACHED.into_iter().filter(|level| *level <= gained) {
                    self.offer(Fact { vertex: to, level }, proof);
                }
            }
            ClauseKind::Heading => {
                for kind in 0..=usize::from(gained == Level::Full) {
                    if self.handed_down[to as usize][kind] {
                        continue;
                    }
                    let standing = self.gifts[to as usize][kind];
                    if standing.is_none() {
                        self.gifted.push(to);
                    }
                    if standing.is_none_or(|standing| self.reach.is_better(&proof, &standing)) {
                        self.gifts[to as usize][kind] = Some(proof);
                    }
                }
            }
        }
    }

    /// Hands down what rows gave to headings in this round.
    fn hand_down(&mut self) {
        for heading in std::mem::take(&mut self.gifted) {
            for (kind, gained) in [Level::Presumed, Level::Full].into_iter().enumerate() {
                let Some(gift) = self.gifts[heading as usize][kind].take() else { continue };
                self.handed_down[heading as usize][kind] = true;
                let reason = match gift.reason {
                    Reason::Step { row, direction, premise, via: _ } => {
                        Reason::Step { row, direction, premise, via: Some(heading) }
                    }
                    Reason::Together { row, via: _ } => Reason::Together { row, via: Some(heading) },
                    reason @ (Reason::Stated | Reason::One { .. } | Reason::All) => reason,
                };
                let crosswalk = self.reach.crosswalk;
                for requirement in &crosswalk.below[heading as usize] {
                    self.offer_all(*requirement, gained.handed_down(), Proof { reason, ..gift });
                }
            }
        }
    }

    fn offer(&mut self, fact: Fact, proof: Proof) {
        match self.reach.ground[fact.vertex as usize] {
            Standing::Open if self.reach.proofs[fact.index()].is_none() => {}
            Standing::Stated(stated) if fact.level > stated => return self.note_surplus(fact, proof),
            Standing::Open | Standing::Stated(_) | Standing::NotApplicable => return,
        }
        match self.offers[fact.index()] {
            None => {
                self.offers[fact.index()] = Some(proof);
                self.offered.push(fact);
            }
            Some(standing) if self.reach.is_better(&proof, &standing) => self.offers[fact.index()] = Some(proof),
            Some(_) => {}
        }
    }

    /// No step raises a level, so a clause that is stated at a level has no part in a proof of a higher one about itself.
    fn note_surplus(&mut self, fact: Fact, proof: Proof) {
        let is_worth_noting = match self.reach.surplus.get(&fact.vertex) {
            None => true,
            Some((level, standing)) if *level == fact.level => {
                proof.hops == standing.hops && self.reach.is_better(&proof, standing)
            }
            Some((level, _)) => fact.level > *level,
        };
        if is_worth_noting {
            self.reach.surplus.insert(fact.vertex, (fact.level, proof));
        }
    }

    /// Ends a round: offers become facts, and headings follow from the requirements below them. Hands back all facts of the round.
    fn settle(&mut self) -> Vec<Fact> {
        let mut facts = std::mem::take(&mut self.offered);
        for fact in &facts {
            self.reach.proofs[fact.index()] = self.offers[fact.index()].take();
        }
        let crosswalk = self.reach.crosswalk;
        let mut risen: Vec<Fact> = Vec::new();
        for below in &facts {
            let Some(proof) = self.reach.proofs[below.index()] else { continue };
            for heading in &crosswalk.headings[below.vertex as usize] {
                let fact = Fact { vertex: *heading, level: below.level };
                if below.level == Level::Full {
                    let missing = &mut self.missing_below[*heading as usize];
                    *missing -= 1;
                    if *missing == 0 {
                        self.offers[fact.index()] = Some(self.whole_heading(*heading));
                        risen.push(fact);
                    }
                    continue;
                }
                if self.reach.proofs[fact.index()].is_some() {
                    continue;
                }
                let proof = Proof { reason: Reason::One { below: *below }, ..proof };
                match self.offers[fact.index()] {
                    None => {
                        self.offers[fact.index()] = Some(proof);
                        risen.push(fact);
                    }
                    Some(standing) if self.reach.is_better(&proof, &standing) => {
                        self.offers[fact.index()] = Some(proof)
                    }
                    Some(_) => {}
                }
            }
        }
        for fact in &risen {
            self.reach.proofs[fact.index()] = self.offers[fact.index()].take();
        }
        facts.extend(risen);
        facts
    }

    fn whole_heading(&self, heading: u32) -> Proof {
        let below = self.reach.crosswalk.below[heading as usize].iter();
        let proofs = below.filter_map(|vertex| self.reach.proofs[Fact { vertex: *vertex, level: Level::Full }.index()]);
        let start = Proof { hops: 0, confidence: Confidence::High, reason: Reason::All };
        proofs.fold(start, |whole, proof| Proof {
            hops: whole.hops.max(proof.hops),
            confidence: whole.confidence.min(proof.confidence),
            reason: Reason::All,
        })
    }
}

/// The level right below.
fn below(level: Level) -> Level {
    match level {
        Level::None | Level::Presumed => Level::None,
        Level::Partial => Level::Presumed,
        Level::Full => Level::Partial,
    }
}

impl<'c, 'l> Reach<'c, 'l> {
    /// How far a clause is met: the level of a requirement, or what a heading has from the requirements below it. Nothing where it does not apply.
    pub fn level(&self, clause: &ClauseId) -> Option<Level> {
        let vertex = self.crosswalk.vertex(clause)?;
        if self.ground[vertex as usize] == Standing::NotApplicable {
            return None;
        }
        Some(self.best(vertex).map_or(Level::None, |fact| fact.level))
    }

    /// Over how many rows a clause is reached; nothing where it is not.
    pub fn hops(&self, clause: &ClauseId) -> Option<u32> {
        self.proof(self.best(self.crosswalk.vertex(clause)?)?).map(|proof| proof.hops)
    }

    /// The confidence of the least confident row that a clause's level rests on; nothing where it rests on no row.
    pub fn confidence(&self, clause: &ClauseId) -> Option<Confidence> {
        let proof = self.proof(self.best(self.crosswalk.vertex(clause)?)?)?;
        (proof.hops > 0).then_some(proof.confidence)
    }

    pub(super) fn proof(&self, fact: Fact) -> Option<Proof> {
        self.proofs[fact.index()]
    }

    /// The strongest fact about a clause.
    pub(super) fn best(&self, vertex: u32) -> Option<Fact> {
        let facts = Level::REACHED.into_iter().rev().map(|level| Fact { vertex, level });
        facts.into_iter().find(|fact| self.proofs[fact.index()].is_some())
    }

    /// Whether one proof of a fact is to be preferred to another with as many rows.
    fn is_better(&self, proof: &Proof, other: &Proof) -> bool {
        if proof.confidence != other.confidence {
            return proof.confidence > other.confidence;
        }
        let (mut chain, mut other_chain) = (Vec::with_capacity(4), Vec::with_capacity(4));
        self.chain_of(proof, &mut chain);
        self.chain_of(other, &mut other_chain);
        let ids = &self.crosswalk.ids;
        let first_difference = chain.iter().zip(&other_chain).find(|(left, right)| left != right);
        let order = match first_difference {
            Some((left, right)) => ids[*left as usize].cmp(&ids[*right as usize]),
            None => chain.len().cmp(&other_chain.len()),
        };
        let row = |proof: &Proof| match proof.reason {
            Reason::Step { row, direction, .. } => Some((row, direction)),
            Reason::Together { row, .. } => Some((row, Direction::Forward)),
            Reason::Stated | Reason::One { .. } | Reason::All => None,
        };
        order.then_with(|| row(proof).cmp(&row(other))).is_lt()
    }
}
