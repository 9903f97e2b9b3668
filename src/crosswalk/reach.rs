//! How far every clause is reached from a ground: the inference itself.
//!
//! It proves facts of the form *clause c is at least at level l*, in rounds. Round 0 holds what is stated. Round k
//! proves what follows over one more row from what round k − 1 proved, so a fact is proved with the fewest rows at once,
//! and every lower level is proved with it. A fact keeps all the reasons that its round gives it; which of them is the
//! best is chosen when somebody asks (see `trail`). Every fact is handed along each edge once, so a run is linear in rows.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::assumptions::{Assumption, Assumptions};
use super::{Crosswalk, Level, Passage, Tie, Vertex, number};
use crate::model::{ClauseId, ClauseKind, Confidence, Direction, Strength};

/// What can be proved of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Claim {
    /// It is at least at this level.
    Is(Level),
    /// It is a heading to which a row gives this level, to hand down: presumed or full.
    Gets(Level),
}

/// That something is proved of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Fact {
    pub(super) vertex: u32,
    pub(super) claim: Claim,
}

impl Fact {
    pub(super) const CLAIMS: usize = 5;

    pub(super) fn is(vertex: u32, level: Level) -> Self {
        Self { vertex, claim: Claim::Is(level) }
    }

    fn index(self) -> usize {
        let offset = match self.claim {
            Claim::Is(Level::None | Level::Presumed) => 0,
            Claim::Is(Level::Partial) => 1,
            Claim::Is(Level::Full) => 2,
            Claim::Gets(Level::None | Level::Presumed | Level::Partial) => 3,
            Claim::Gets(Level::Full) => 4,
        };
        self.vertex as usize * Self::CLAIMS + offset
    }
}

/// Why a fact holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It is stated.
    Stated,
    /// A row leads to it from another fact.
    Step { row: u32, direction: Direction, premise: Fact },
    /// A joint row leads to it from all its clauses, each at full.
    Together { row: u32 },
    /// A heading above it hands down what a row gave to the heading.
    Gift(Fact),
    /// It is a heading, and this holds of a requirement below it.
    One(Fact),
    /// It is a heading, and all applicable requirements below it are at full.
    All,
}

/// A reason and the number of the one before it, where there is one.
#[derive(Debug, Clone, Copy)]
struct Link {
    reason: Reason,
    before: u32,
}

const NOTHING: u32 = u32::MAX;

/// That a fact is proved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proof {
    /// How many rows its longest chain has.
    pub(super) hops: u32,
    /// The confidence of its least confident row, by the reason for which that is highest.
    pub(super) confidence: Confidence,
    /// The number of its last reason.
    last: u32,
}

/// What would raise a clause above what is stated of it.
#[derive(Debug, Clone)]
pub(super) struct Surplus {
    pub(super) level: Level,
    hops: u32,
    pub(super) confidence: Confidence,
    pub(super) reasons: Vec<Reason>,
}

/// The best reason of a fact among those of a confidence, with the chain that leads up to the fact.
pub(super) type Choice = Option<(Reason, Rc<[u32]>)>;

/// The outcome of a run: the level of every clause, and why.
#[derive(Debug)]
pub struct Inference<'c, 'l> {
    pub(super) crosswalk: &'c Crosswalk<'l>,
    pub(super) assumptions: Vec<Assumption>,
    proofs: Vec<Option<Proof>>,
    links: Vec<Link>,
    /// It is not followed further, since what is stated is final.
    pub(super) surplus: BTreeMap<u32, Surplus>,
    /// The choices that have been made, so that each is made once.
    pub(super) choices: RefCell<HashMap<(Fact, Confidence), Choice>>,
}

/// The tallies of a run that is under way.
struct Run<'c, 'l> {
    reach: Inference<'c, 'l>,
    /// The facts of the round.
    found: Vec<Fact>,
    /// The headings to which rows gave something in this round.
    gifts: Vec<Fact>,
    /// How many clauses of a joint row are at full.
    full_members: Vec<u32>,
    /// How many applicable requirements below a heading are not at full.
    missing_below: Vec<u32>,
}

impl<'l> Crosswalk<'l> {
    /// Follows every chain of at most `hops` rows from a ground.
    pub fn infer(&self, assumptions: &Assumptions, hops: u32) -> Inference<'_, 'l> {
        let clauses = self.ids.len();
        let is_applicable = |below: &&u32| assumptions.0[**below as usize] != Assumption::NotApplicable;
        let mut run = Run {
            reach: Inference {
                crosswalk: self,
                assumptions: assumptions.0.clone(),
                proofs: vec![None; clauses * Fact::CLAIMS],
                links: Vec::new(),
                surplus: BTreeMap::new(),
                choices: RefCell::default(),
            },
            found: Vec::new(),
            gifts: Vec::new(),
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
            run.hand_down(round);
            front = run.settle(round);
        }
        run.reach
    }
}

impl Run<'_, '_> {
    /// Round 0: what is stated.
    fn state(&mut self) -> Vec<Fact> {
        for vertex in 0..number(self.reach.assumptions.len()) {
            if let Assumption::Stated(stated) = self.reach.assumptions[vertex as usize] {
                for level in Level::REACHED.into_iter().filter(|level| *level <= stated) {
                    self.prove(Fact::is(vertex, level), Reason::Stated, 0, Confidence::High);
                }
            }
        }
        self.settle(0)
    }

    /// Hands a fact along every edge of its clause.
    fn hand_along(&mut self, fact: Fact, round: u32) {
        let Claim::Is(level) = fact.claim else { return };
        let crosswalk = self.reach.crosswalk;
        for edge in crosswalk.graph.edges(NodeIndex::new(fact.vertex as usize)) {
            let Tie { row, direction, passage } = *edge.weight();
            let target = edge.target();
            match passage {
                Passage::Step(reading) => {
                    let gained = level.step(reading);
                    // What a lower level gives as well is handed along with that level.
                    if below(level).step(reading) < gained {
                        self.step(number(target.index()), gained, row, direction, fact, round);
                    }
                }
                Passage::Share => self.share(target, row, fact, level, round),
                Passage::Together => {}
            }
        }
    }

    /// A clause of a joint row has a level: alone it makes a share certain or presumed, with all the others it makes the whole.
    fn share(&mut self, joint: NodeIndex<u32>, row: u32, fact: Fact, level: Level, round: u32) {
        let crosswalk = self.reach.crosswalk;
        let Vertex::Joint { members } = crosswalk.graph[joint] else { return };
        let relation = crosswalk.rows[row as usize].relation;
        let Some(to) = crosswalk.vertex(&relation.to) else { return };
        match level {
            Level::Presumed => self.step(to, Level::Presumed, row, Direction::Forward, fact, round),
            Level::Partial | Level::None => {}
            Level::Full => {
                self.step(to, Level::Partial, row, Direction::Forward, fact, round);
                let full = &mut self.full_members[joint.index() - self.reach.assumptions.len()];
                *full += 1;
                if *full == members && relation.forward == Strength::Full {
                    let reason = Reason::Together { row };
                    if let Some(confidence) = self.reach.confidence_of(Fact::is(to, Level::Full), &reason) {
                        self.give(to, Level::Full, reason, round, confidence);
                    }
                }
            }
        }
    }

    fn step(&mut self, to: u32, gained: Level, row: u32, direction: Direction, premise: Fact, round: u32) {
        let reason = Reason::Step { row, direction, premise };
        if let Some(confidence) = self.reach.confidence_of(premise, &reason) {
            self.give(to, gained, reason, round, confidence);
        }
    }

    /// Gives a level, and with it every lower one, to a requirement; or to a heading, to hand down.
    fn give(&mut self, to: u32, gained: Level, reason: Reason, round: u32, confidence: Confidence) {
        match self.reach.crosswalk.kinds[to as usize] {
            ClauseKind::Informative => {}
            ClauseKind::Requirement => {
                for level in Level::REACHED.into_iter().filter(|level| *level <= gained) {
                    self.offer(Fact::is(to, level), level, reason, round, confidence);
                }
            }
            ClauseKind::Heading => {
                for level in [Level::Presumed, Level::Full].into_iter().filter(|level| *level <= gained) {
                    let gift = Fact { vertex: to, claim: Claim::Gets(level) };
                    if self.prove(gift, reason, round, confidence) {
                        self.gifts.push(gift);
                    }
                }
            }
        }
    }

    /// Hands down what rows gave to headings in this round.
    fn hand_down(&mut self, round: u32) {
        let crosswalk = self.reach.crosswalk;
        for gift in std::mem::take(&mut self.gifts) {
            let (Claim::Gets(gained), Some(proof)) = (gift.claim, self.reach.proof(gift)) else { continue };
            for requirement in &crosswalk.below[gift.vertex as usize] {
                self.give(*requirement, gained.handed_down(), Reason::Gift(gift), round, proof.confidence);
            }
        }
    }

    /// Proves a fact of a requirement, unless what is stated of the requirement is final.
    fn offer(&mut self, fact: Fact, level: Level, reason: Reason, round: u32, confidence: Confidence) {
        match self.reach.assumptions[fact.vertex as usize] {
            Assumption::Open => {
                if self.prove(fact, reason, round, confidence) {
                    self.found.push(fact);
                }
            }
            Assumption::Stated(stated) if level > stated => {
                self.note_surplus(fact.vertex, level, reason, round, confidence)
            }
            Assumption::Stated(_) | Assumption::NotApplicable => {}
        }
    }

    /// Adds a reason to a fact of this round; says whether the fact is new.
    fn prove(&mut self, fact: Fact, reason: Reason, round: u32, confidence: Confidence) -> bool {
        let link = number(self.reach.links.len());
        let proof = &mut self.reach.proofs[fact.index()];
        let before = match proof {
            Some(proof) if proof.hops < round => return false,
            Some(proof) => {
                proof.confidence = proof.confidence.max(confidence);
                std::mem::replace(&mut proof.last, link)
            }
            None => {
                *proof = Some(Proof { hops: round, confidence, last: link });
                if reason == Reason::Stated {
                    self.found.push(fact);
                }
                NOTHING
            }
        };
        self.reach.links.push(Link { reason, before });
        before == NOTHING
    }

    /// No step raises a level, so a clause that is stated at a level has no part in a proof of a higher one about itself.
    fn note_surplus(&mut self, vertex: u32, level: Level, reason: Reason, round: u32, confidence: Confidence) {
        let new = || Surplus { level, hops: round, confidence, reasons: Vec::new() };
        let surplus = self.reach.surplus.entry(vertex).or_insert_with(new);
        if level > surplus.level {
            *surplus = new();
        }
        if level == surplus.level && round == surplus.hops {
            surplus.confidence = surplus.confidence.max(confidence);
            surplus.reasons.push(reason);
        }
    }

    /// Ends a round: headings follow from the requirements below them. Hands back all facts of the round.
    fn settle(&mut self, round: u32) -> Vec<Fact> {
        let facts = std::mem::take(&mut self.found);
        let crosswalk = self.reach.crosswalk;
        let mut risen: Vec<Fact> = Vec::new();
        for below in &facts {
            let (Claim::Is(level), Some(proof)) = (below.claim, self.reach.proof(*below)) else { continue };
            for heading in &crosswalk.headings[below.vertex as usize] {
                let fact = Fact::is(*heading, level);
                let is_new = if level < Level::Full {
                    self.prove(fact, Reason::One(*below), round, proof.confidence)
                } else {
                    let missing = &mut self.missing_below[*heading as usize];
                    *missing -= 1;
                    let confidence = (*missing == 0).then(|| self.reach.confidence_of(fact, &Reason::All)).flatten();
                    confidence.is_some_and(|confidence| self.prove(fact, Reason::All, round, confidence))
                };
                if is_new {
                    risen.push(fact);
                }
            }
        }
        let mut facts = facts;
        facts.extend(risen);
        facts
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

impl<'c, 'l> Inference<'c, 'l> {
    /// How far a clause is met: the level of a requirement, or what a heading has from the requirements below it. Nothing where it does not apply.
    pub fn level(&self, clause: &ClauseId) -> Option<Level> {
        let vertex = self.crosswalk.vertex(clause)?;
        if self.assumptions[vertex as usize] == Assumption::NotApplicable {
            return None;
        }
        Some(self.best(vertex).map_or(Level::None, |(_, level)| level))
    }

    /// Over how many rows a clause is reached; nothing where it is not.
    pub fn hops(&self, clause: &ClauseId) -> Option<u32> {
        self.proof(self.best(self.crosswalk.vertex(clause)?)?.0).map(|proof| proof.hops)
    }

    /// The confidence of the least confident row that a clause's level rests on; nothing where it rests on no row.
    pub fn confidence(&self, clause: &ClauseId) -> Option<Confidence> {
        let proof = self.proof(self.best(self.crosswalk.vertex(clause)?)?.0)?;
        (proof.hops > 0).then_some(proof.confidence)
    }

    /// What a requirement stands on in this run.
    pub fn assumption(&self, clause: &ClauseId) -> Option<Assumption> {
        let vertex = self.crosswalk.vertex(clause)?;
        (self.crosswalk.kinds[vertex as usize] == ClauseKind::Requirement).then(|| self.assumptions[vertex as usize])
    }

    pub(super) fn proof(&self, fact: Fact) -> Option<Proof> {
        self.proofs[fact.index()]
    }

    /// The strongest fact about a clause, and its level.
    pub(super) fn best(&self, vertex: u32) -> Option<(Fact, Level)> {
        let mut facts = Level::REACHED.into_iter().rev().map(|level| (Fact::is(vertex, level), level));
        facts.find(|(fact, _)| self.proofs[fact.index()].is_some())
    }

    /// All reasons of a fact, last first.
    pub(super) fn reasons(&self, fact: Fact) -> impl Iterator<Item = Reason> {
        let first = self.proof(fact).map_or(NOTHING, |proof| proof.last);
        let link = |at: u32| self.links.get(at as usize);
        std::iter::successors(link(first), move |before| link(before.before)).map(|link| link.reason)
    }

    /// The facts that a reason for a fact starts from, in the order in which they are told.
    pub(super) fn premises(&self, fact: Fact, reason: &Reason) -> Vec<Fact> {
        match reason {
            Reason::Stated => Vec::new(),
            Reason::Step { premise, .. } | Reason::Gift(premise) | Reason::One(premise) => vec![*premise],
            Reason::Together { row } => {
                let from = self.crosswalk.rows[*row as usize].relation.from.iter();
                from.filter_map(|clause| Some(Fact::is(self.crosswalk.vertex(clause)?, Level::Full))).collect()
            }
            Reason::All => {
                let below = self.crosswalk.below[fact.vertex as usize].iter();
                let applies = |vertex: &&u32| self.assumptions[**vertex as usize] != Assumption::NotApplicable;
                below.filter(applies).map(|vertex| Fact::is(*vertex, Level::Full)).collect()
            }
        }
    }

    /// The confidence of the least confident row if a fact holds for a reason; nothing where a premise is not proved.
    pub(super) fn confidence_of(&self, fact: Fact, reason: &Reason) -> Option<Confidence> {
        let own = match reason {
            Reason::Step { row, .. } | Reason::Together { row } => {
                self.crosswalk.rows[*row as usize].relation.confidence
            }
            Reason::Stated | Reason::Gift(_) | Reason::One(_) | Reason::All => Confidence::High,
        };
        // The many premises of a heading are not gathered for the few other reasons.
        match reason {
            Reason::Step { premise, .. } | Reason::Gift(premise) | Reason::One(premise) => {
                self.proof(*premise).map(|proof| proof.confidence.min(own))
            }
            Reason::Stated | Reason::Together { .. } | Reason::All => self
                .premises(fact, reason)
                .into_iter()
                .try_fold(own, |least, premise| Some(least.min(self.proof(premise)?.confidence))),
        }
    }
}
