//! What follows about every clause from assumptions: the inference itself.
//!
//! It proves facts of the form *this is known about clause c*, in rounds. Round 0 contains the statements. Round k proves
//! what follows through one more row from the facts of round k − 1, so a fact is proved with the smallest number of rows.
//! A fact keeps all the reasons that its round gives it; the best of them is chosen when it is needed (see `trail`). At
//! most five things are known about a clause, and every fact passes each edge once, so a run is linear in the number of
//! rows.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use foldhash::fast::FixedState;

use super::assumptions::{Assumption, Assumptions};
use super::fact::{Claim, Fact};
use super::known::Known;
use super::proofs::{NOTHING, Proof, Proofs};
use super::{Crosswalk, Joint, Level, Passage, Tie, number};
use crate::model::{ClauseId, ClauseKind, Confidence, Direction, Reading};

/// Why a fact holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It is stated.
    Stated,
    /// It follows by a row from another fact.
    Step { row: u32, direction: Direction, premise: Fact },
    /// It follows by a joint row from all its clauses, each at full.
    Together { joint: u32 },
    /// A row made something known about a heading above it, which also applies below.
    Down(Fact),
    /// A row says about the heading above it that its chapter is partly met.
    Hint { heading: u32, row: u32, direction: Direction, premise: Fact },
    /// It is a heading, and this is known about a requirement below it.
    Up(Fact),
    /// It is a heading, and all applicable requirements below it are at full.
    All,
}

/// A reason and the number of the one before it, if there is one.
#[derive(Debug, Clone, Copy)]
struct Link {
    reason: Reason,
    before: u32,
}

/// What would raise a clause above the statement on it.
#[derive(Debug, Clone)]
pub(super) struct Implied {
    pub(super) level: Level,
    is_hint: bool,
    hops: u32,
    pub(super) confidence: Confidence,
    pub(super) reasons: Vec<Reason>,
}

/// The best reason of a fact among those of a confidence, and the chain to the fact, including the fact itself.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) reason: Reason,
    pub(super) headings: usize,
    pub(super) chain: Rc<[u32]>,
}

/// The outcome of a run: the level of every clause, and why.
#[derive(Debug)]
pub struct Inference<'c, 'l> {
    pub(super) crosswalk: &'c Crosswalk<'l>,
    pub(super) assumptions: Vec<Assumption>,
    pub(super) hops: u32,
    proofs: Proofs,
    links: Vec<Link>,
    /// It is not followed further, since what is stated is final.
    pub(super) implied: BTreeMap<u32, Implied>,
    /// The choices that have been made, so that each is made once.
    pub(super) choices: RefCell<HashMap<(Fact, Confidence), Option<Choice>, FixedState>>,
}

/// The tallies of a run that is under way.
struct Run<'c, 'l> {
    inference: Inference<'c, 'l>,
    /// Through how many rows each clause points to what is asked about; nothing if that is everything.
    distances: Option<&'c [u32]>,
    /// The facts of the round from which others follow.
    found: Vec<Fact>,
    /// The headings about which rows made something known in this round.
    given_to_headings: Vec<Fact>,
    /// Rows that say in this round that a chapter is partly met which holds requirements that some row denies.
    hints: Vec<(u32, Reason)>,
    /// How many clauses of a joint row are at full.
    full_members: Vec<u32>,
    /// Of each heading, how many applicable requirements are below it, how many of them are not at full, and whether any
    /// is stated.
    below: Vec<Option<Below>>,
}

/// The requirements below a heading in a run.
#[derive(Debug, Clone, Copy)]
struct Below {
    missing: u32,
    is_stated: bool,
}

impl<'l> Crosswalk<'l> {
    /// Follows every chain of at most `hops` rows from assumptions.
    pub fn infer(&self, assumptions: &Assumptions, hops: u32) -> Inference<'_, 'l> {
        self.infer_towards(None, assumptions, hops)
    }

    /// Follows the chains of at most `hops` rows to the editions that the crosswalk is joined for, and no others: of other
    /// clauses less is known than [`Self::infer`] finds. Where it is joined for all, the same as that.
    pub fn infer_targets(&self, assumptions: &Assumptions, hops: u32) -> Inference<'_, 'l> {
        self.infer_towards(self.distances(), assumptions, hops)
    }

    fn infer_towards<'c>(
        &'c self,
        distances: Option<&'c [u32]>,
        assumptions: &Assumptions,
        hops: u32,
    ) -> Inference<'c, 'l> {
        let clauses = self.ids.len();
        let mut run = Run {
            inference: Inference {
                crosswalk: self,
                assumptions: assumptions.0.clone(),
                hops,
                proofs: Proofs::of_none(clauses),
                links: Vec::new(),
                implied: BTreeMap::new(),
                choices: RefCell::default(),
            },
            distances,
            found: Vec::new(),
            given_to_headings: Vec::new(),
            hints: Vec::new(),
            full_members: vec![0; self.joints.len()],
            below: self.below_under(&assumptions.0),
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
        // Several outcomes are held side by side.
        run.inference.links.shrink_to_fit();
        run.inference
    }

    /// The headings that have an applicable requirement below them; the others have no level, give nothing and are given
    /// nothing.
    fn below_under(&self, assumptions: &[Assumption]) -> Vec<Option<Below>> {
        let mut counted = vec![None; self.ids.len()];
        for (heading, counted) in (0..).zip(&mut counted) {
            let applicable =
                || self.below.of_number(heading).iter().map(|at| assumptions[*at as usize]).filter(|at| at.applies());
            let missing = number(applicable().count());
            if missing > 0 {
                let is_stated = applicable().any(|assumption| assumption != Assumption::Open);
                *counted = Some(Below { missing, is_stated });
            }
        }
        counted
    }
}

impl Run<'_, '_> {
    /// Round 0: what is stated.
    fn state(&mut self) -> Vec<Fact> {
        for vertex in 0..number(self.inference.assumptions.len()) {
            if let Assumption::Stated(level) = self.inference.assumptions[vertex as usize]
                && let Some(known) = Known::stated(level)
            {
                self.prove_on(Fact::is(vertex, known), Reason::Stated, 0, Confidence::High);
            }
        }
        self.settle(0)
    }

    /// Whether what is known about a clause in a round points to nothing that is asked about.
    fn is_too_far(&self, vertex: u32, round: u32) -> bool {
        let is_too_far = |distances: &[u32]| round.saturating_add(distances[vertex as usize]) > self.inference.hops;
        self.distances.is_some_and(is_too_far)
    }

    /// Hands a fact along every edge of its clause.
    fn hand_along(&mut self, fact: Fact, round: u32) {
        let Claim::Is(known) = fact.claim else { return };
        let crosswalk = self.inference.crosswalk;
        for Tie { row, direction, passage } in crosswalk.onward(fact.vertex) {
            match passage {
                Passage::Step(to, _) if self.is_too_far(to, round) => {}
                Passage::Step(to, reading) => {
                    if let Some(gained) = known.step(reading) {
                        self.step(to, gained, row, direction, fact, round);
                    }
                }
                Passage::Joint(joint) => self.share(joint, fact, known, round),
            }
        }
    }

    /// Something is known about a clause of a joint row: alone it overlaps `to`; with all the others at full it makes the
    /// whole.
    fn share(&mut self, joint: u32, fact: Fact, known: Known, round: u32) {
        let Joint { row, members, to, is_whole } = &self.inference.crosswalk.joints[joint as usize];
        if let Some(gained) = known.step(Reading::Overlaps) {
            self.step(*to, gained, *row, Direction::Forward, fact, round);
        }
        if known == Known::Full {
            let full = &mut self.full_members[joint as usize];
            *full += 1;
            if *full as usize == members.len() && *is_whole {
                let reason = Reason::Together { joint };
                if let Some(confidence) = self.inference.confidence_of(Fact::is(*to, Known::Full), &reason) {
                    self.give(*to, Known::Full, reason, round, confidence);
                }
            }
        }
    }

    fn step(&mut self, to: u32, gained: Known, row: u32, direction: Direction, premise: Fact, round: u32) {
        let reason = Reason::Step { row, direction, premise };
        if let Some(confidence) = self.inference.confidence_of(premise, &reason) {
            self.give(to, gained, reason, round, confidence);
        }
    }

    /// Makes something known about a requirement; or about a heading, to hand down, and to continue if nothing below it
    /// is stated.
    #[inline]
    fn give(&mut self, to: u32, gained: Known, reason: Reason, round: u32, confidence: Confidence) {
        let crosswalk = self.inference.crosswalk;
        match crosswalk.kinds[to as usize] {
            ClauseKind::Informative => {}
            ClauseKind::Requirement => self.offer(Fact::is(to, gained), reason, round, confidence),
            ClauseKind::Heading => {
                let Some(below) = self.below[to as usize] else { return };
                let given = Fact { vertex: to, claim: Claim::Gets(gained) };
                if self.prove(given, reason, round, confidence) {
                    self.given_to_headings.push(given);
                }
                if gained == Known::Some && crosswalk.denials.are_below(to) {
                    self.hints.push((to, reason));
                }
                if !below.is_stated {
                    self.prove_on(Fact::is(to, gained), reason, round, confidence);
                }
            }
        }
    }

    /// Hands down what rows made known about headings in this round.
    fn hand_down(&mut self, round: u32) {
        let crosswalk = self.inference.crosswalk;
        for given in std::mem::take(&mut self.given_to_headings) {
            let (Claim::Gets(gained), Some(proof)) = (given.claim, self.inference.proof(given)) else { continue };
            let claim = match gained.step(Reading::Covers) {
                Some(known) => Claim::Is(known),
                None if gained == Known::Some => Claim::Hinted,
                None => continue,
            };
            for requirement in crosswalk.below.of_number(given.vertex) {
                // If a row denies it, the origin of the hint must be checked.
                if claim != Claim::Hinted || !crosswalk.denials.are_of(*requirement) {
                    let fact = Fact { vertex: *requirement, claim };
                    self.offer(fact, Reason::Down(given), round, proof.confidence);
                }
            }
        }
        for (heading, reason) in std::mem::take(&mut self.hints) {
            let Reason::Step { row, direction, premise } = reason else { continue };
            let Some(confidence) = self.inference.confidence_of(premise, &reason) else { continue };
            for requirement in crosswalk.denials.below(heading) {
                if !crosswalk.shares_nothing(*requirement, premise.vertex) {
                    let fact = Fact { vertex: *requirement, claim: Claim::Hinted };
                    self.offer(fact, Reason::Hint { heading, row, direction, premise }, round, confidence);
                }
            }
        }
    }

    /// Proves a fact of a requirement, unless the statement on the requirement is final.
    #[inline]
    fn offer(&mut self, fact: Fact, reason: Reason, round: u32, confidence: Confidence) {
        match self.inference.assumptions[fact.vertex as usize] {
            Assumption::Open => match fact.claim {
                Claim::Is(_) => self.prove_on(fact, reason, round, confidence),
                Claim::Hinted | Claim::Gets(_) => drop(self.prove(fact, reason, round, confidence)),
            },
            Assumption::Stated(stated) if fact.claim.level() > stated => {
                self.note_implied(fact, reason, round, confidence)
            }
            Assumption::Stated(_) | Assumption::NotApplicable => {}
        }
    }

    /// Proves a fact that leads on.
    #[inline]
    fn prove_on(&mut self, fact: Fact, reason: Reason, round: u32, confidence: Confidence) {
        if self.prove(fact, reason, round, confidence) {
            self.found.push(fact);
        }
    }

    /// Adds a reason to a fact of this round; says whether the fact is new.
    fn prove(&mut self, fact: Fact, reason: Reason, round: u32, confidence: Confidence) -> bool {
        if self.is_too_far(fact.vertex, round) {
            return false;
        }
        let link = number(self.inference.links.len());
        let proof = self.inference.proofs.of_mut(fact);
        if proof.hops < round {
            return false;
        }
        let is_new = proof.hops == u32::MAX;
        let before = proof.last;
        *proof = match is_new {
            true => Proof { hops: round, confidence, last: link },
            false => Proof { hops: round, confidence: proof.confidence.max(confidence), last: link },
        };
        self.inference.links.push(Link { reason, before });
        is_new
    }

    /// No step raises a level, so a clause that is stated at a level has no part in a proof of a higher one about itself.
    fn note_implied(&mut self, fact: Fact, reason: Reason, round: u32, confidence: Confidence) {
        let (level, is_hint) = (fact.claim.level(), fact.claim == Claim::Hinted);
        let new = || Implied { level, is_hint, hops: round, confidence, reasons: Vec::new() };
        let implied = self.inference.implied.entry(fact.vertex).or_insert_with(new);
        if level > implied.level || level == implied.level && !is_hint && implied.is_hint {
            *implied = new();
        }
        if (level, is_hint, round) == (implied.level, implied.is_hint, implied.hops) {
            implied.confidence = implied.confidence.max(confidence);
            implied.reasons.push(reason);
        }
    }

    /// Ends a round: headings follow from the requirements below them. Hands back all facts of the round that lead on.
    fn settle(&mut self, round: u32) -> Vec<Fact> {
        let facts = std::mem::take(&mut self.found);
        let crosswalk = self.inference.crosswalk;
        for below in &facts {
            let (Claim::Is(known), Some(proof)) = (below.claim, self.inference.proof(*below)) else { continue };
            if crosswalk.kinds[below.vertex as usize] != ClauseKind::Requirement {
                continue;
            }
            let is_stated = self.inference.assumptions[below.vertex as usize] != Assumption::Open;
            for heading in crosswalk.headings(below.vertex) {
                if let Some(gained) = known.step(Reading::Within) {
                    self.prove_on(Fact::is(heading, gained), Reason::Up(*below), round, proof.confidence);
                }
                if is_stated {
                    self.prove_on(Fact::is(heading, Known::Part), Reason::Up(*below), round, proof.confidence);
                }
                if known == Known::Full {
                    self.complete(heading, round);
                }
            }
        }
        facts.into_iter().chain(std::mem::take(&mut self.found)).collect()
    }

    /// One more requirement below a heading is at full; a heading is so if all are.
    fn complete(&mut self, heading: u32, round: u32) {
        let Some(below) = &mut self.below[heading as usize] else { return };
        below.missing -= 1;
        let fact = Fact::is(heading, Known::Full);
        if below.missing == 0
            && let Some(confidence) = self.inference.confidence_of(fact, &Reason::All)
        {
            self.prove_on(fact, Reason::All, round, confidence);
        }
    }
}

/// The best facts of a clause: those that give its level with the fewest rows and the most confidence.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) level: Level,
    pub(super) hops: u32,
    pub(super) confidence: Confidence,
    pub(super) facts: Vec<Fact>,
}

/// What gives a clause its level, best first; a hint comes last.
pub(super) const RANKS: [&[Claim]; 4] = [
    &[Claim::Is(Known::Full)],
    &[Claim::Is(Known::Some), Claim::Is(Known::Part)],
    &[Claim::Is(Known::Within), Claim::Is(Known::Maybe)],
    &[Claim::Hinted],
];

impl<'c, 'l> Inference<'c, 'l> {
    /// How far a clause is met: the level of a requirement, or the best that is known about a heading. Nothing where it
    /// does not apply.
    pub fn level(&self, clause: &ClauseId) -> Option<Level> {
        let vertex = self.crosswalk.vertex(clause)?;
        if self.assumptions[vertex as usize] == Assumption::NotApplicable {
            return None;
        }
        let is_proved = |claim: &Claim| self.proof(Fact { vertex, claim: *claim }).is_some();
        let best = RANKS.into_iter().flatten().find(|claim| is_proved(claim));
        Some(best.map_or(Level::None, |claim| claim.level()))
    }

    /// Through how many rows a clause is reached; nothing where it is not.
    pub fn hops(&self, clause: &ClauseId) -> Option<u32> {
        self.best(self.crosswalk.vertex(clause)?).map(|best| best.hops)
    }

    /// The confidence of the least confident row that a clause's level is based on; nothing where it is based on no row.
    pub fn confidence(&self, clause: &ClauseId) -> Option<Confidence> {
        let best = self.best(self.crosswalk.vertex(clause)?)?;
        (best.hops > 0).then_some(best.confidence)
    }

    /// What is assumed about a requirement in this run.
    pub fn assumption(&self, clause: &ClauseId) -> Option<Assumption> {
        let vertex = self.crosswalk.vertex(clause)?;
        (self.crosswalk.kinds[vertex as usize] == ClauseKind::Requirement).then(|| self.assumptions[vertex as usize])
    }

    pub(super) fn proof(&self, fact: Fact) -> Option<Proof> {
        self.proofs.of(fact).filter(|proof| proof.hops < u32::MAX)
    }

    /// The best facts on a clause; nothing if nothing is known about it.
    pub(super) fn best(&self, vertex: u32) -> Option<Best> {
        RANKS.into_iter().find_map(|claims| {
            let facts = claims.iter().map(|claim| Fact { vertex, claim: *claim });
            let proved: Vec<(Fact, Proof)> = facts.filter_map(|fact| Some((fact, self.proof(fact)?))).collect();
            let hops = proved.iter().map(|(_, proof)| proof.hops).min()?;
            let short = || proved.iter().filter(|(_, proof)| proof.hops == hops);
            let confidence = short().map(|(_, proof)| proof.confidence).max()?;
            let sure = short().filter(|(_, proof)| proof.confidence == confidence);
            let facts = sure.map(|(fact, _)| *fact).collect();
            Some(Best { level: claims[0].level(), hops, confidence, facts })
        })
    }

    /// All reasons of a fact, last first.
    pub(super) fn reasons(&self, fact: Fact) -> impl Iterator<Item = Reason> {
        let first = self.proof(fact).map_or(NOTHING, |proof| proof.last);
        let link = |at: u32| self.links.get(at as usize);
        std::iter::successors(link(first), move |before| link(before.before)).map(|link| link.reason)
    }

    /// The facts that a reason for a fact starts from, in the order in which they are reported.
    pub(super) fn premises(&self, fact: Fact, reason: &Reason) -> Vec<Fact> {
        match reason {
            Reason::Stated => Vec::new(),
            Reason::Step { premise, .. }
            | Reason::Hint { premise, .. }
            | Reason::Down(premise)
            | Reason::Up(premise) => vec![*premise],
            Reason::Together { joint } => {
                self.crosswalk.joints[*joint as usize].members.iter().map(|from| Fact::is(*from, Known::Full)).collect()
            }
            Reason::All => self.all_below(fact.vertex).collect(),
        }
    }

    /// That all applicable requirements below a heading are at full.
    fn all_below(&self, heading: u32) -> impl Iterator<Item = Fact> {
        let below = self.crosswalk.below.of_number(heading).iter();
        let applies = |vertex: &&u32| self.assumptions[**vertex as usize].applies();
        below.filter(applies).map(|vertex| Fact::is(*vertex, Known::Full))
    }

    /// The confidence of the least confident row if a fact holds for a reason; nothing where a premise is not proved.
    #[inline]
    pub(super) fn confidence_of(&self, fact: Fact, reason: &Reason) -> Option<Confidence> {
        let of_row = |row: u32| self.crosswalk.row(self.crosswalk.rows[row as usize]).relation.confidence;
        let with = |least: Confidence, premise: Fact| Some(least.min(self.proof(premise)?.confidence));
        match reason {
            Reason::Stated => Some(Confidence::High),
            Reason::Step { row, premise, .. } | Reason::Hint { row, premise, .. } => with(of_row(*row), *premise),
            Reason::Together { joint } => {
                let joint = &self.crosswalk.joints[*joint as usize];
                let mut premises = joint.members.iter().map(|from| Fact::is(*from, Known::Full));
                premises.try_fold(of_row(joint.row), with)
            }
            Reason::Down(premise) | Reason::Up(premise) => with(Confidence::High, *premise),
            Reason::All => self.all_below(fact.vertex).try_fold(Confidence::High, with),
        }
    }
}
