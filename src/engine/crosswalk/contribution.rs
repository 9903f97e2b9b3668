//! The other contributors to the level of a clause: stated clauses from which a chain gives it the same level.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use foldhash::fast::FixedState;

use super::assumptions::Assumption;
use super::fact::{Claim, Fact};
use super::inference::Inference;
use super::known::Known;
use super::trail::Step;
use super::{Crosswalk, Passage, Tie};
use crate::model::{ClauseId, ClauseKind, Confidence, Direction, Reading};

/// A stated clause that gives a clause its level, in addition to the clause at the start of the best chain.
#[derive(Debug, Clone)]
pub struct Contribution<'c, 'l> {
    /// The stated clause.
    pub origin: &'c ClauseId,
    /// The clauses of its shortest chain to that level, first to last.
    pub chain: Vec<&'c ClauseId>,
    /// The rows of that chain, first to last.
    pub steps: Vec<Step<'l>>,
    /// The confidence of the least confident of them; nothing if there is none.
    pub confidence: Option<Confidence>,
}

/// How a chain continues from a fact towards the requested clause.
#[derive(Debug, Clone, Copy)]
struct Onward {
    /// The next fact; nothing where this is the clause itself.
    next: Option<Fact>,
    /// The row to it, and how it is read; nothing if it is above or below.
    step: Option<(u32, Direction)>,
    /// The heading at the end of the row, if the next fact is about a requirement below it.
    via: Option<u32>,
    /// How many rows there are to the end.
    rows: u32,
}

/// A fact from which another one follows, and how.
struct Before {
    fact: Fact,
    step: Option<(u32, Direction)>,
    via: Option<u32>,
    /// The number of rows of the slowest of the other facts that it needs.
    beside: u32,
}

impl<'l> Crosswalk<'l> {
    pub(super) fn step(&self, row: u32, direction: Direction) -> Step<'l> {
        let row = self.row(self.rows[row as usize]);
        Step { table: row.table, relation: row.relation, direction }
    }
}

impl<'c, 'l> Inference<'c, 'l> {
    /// The other stated clauses whose chains give a clause its level, in the order of ids, each with its shortest such
    /// chain.
    pub fn contributions(&self, clause: &ClauseId) -> Vec<Contribution<'c, 'l>> {
        let Some(vertex) = self.crosswalk.vertex(clause) else { return Vec::new() };
        let Some(best) = self.best(vertex).filter(|best| !best.facts.iter().any(|fact| self.is_origin(*fact))) else {
            return Vec::new();
        };
        let named: BTreeSet<&ClauseId> = self.origins(clause).into_iter().collect();
        let claims = Known::ALL.map(Claim::Is).into_iter().chain([Claim::Hinted]);
        let ends = claims.filter(|claim| claim.level() == best.level).map(|claim| Fact { vertex, claim });
        let onward = self.onward(ends.filter(|fact| self.proof(*fact).is_some()));
        let mut origins: BTreeMap<&ClauseId, Fact> = BTreeMap::new();
        for fact in onward.keys().filter(|fact| self.is_origin(**fact)) {
            let origin = &self.crosswalk.ids[fact.vertex as usize];
            if !named.contains(origin) && fact.vertex != vertex {
                origins.insert(origin, *fact);
            }
        }
        origins.into_iter().map(|(origin, fact)| self.contribution(origin, fact, &onward)).collect()
    }

    fn contribution(
        &self,
        origin: &'c ClauseId,
        fact: Fact,
        onward: &HashMap<Fact, Onward, FixedState>,
    ) -> Contribution<'c, 'l> {
        let id = |vertex: u32| &self.crosswalk.ids[vertex as usize];
        let (mut chain, mut steps, mut at) = (vec![origin], Vec::new(), fact);
        while let Some(Onward { next: Some(next), step, via, .. }) = onward.get(&at) {
            steps.extend(step.map(|(row, direction)| self.crosswalk.step(row, direction)));
            chain.extend(via.map(id));
            chain.push(id(next.vertex));
            at = *next;
        }
        let confidence = steps.iter().map(|step| step.relation.confidence).min();
        Contribution { origin, chain, steps, confidence }
    }

    /// Whether chains begin with a fact.
    fn is_origin(&self, fact: Fact) -> bool {
        match (self.assumptions[fact.vertex as usize], fact.claim) {
            (Assumption::Stated(level), Claim::Is(known)) => Known::stated(level) == Some(known),
            (Assumption::Stated(_) | Assumption::Open | Assumption::NotApplicable, _) => false,
        }
    }

    /// For every proved fact from which one of some ends can be reached through few enough rows, the continuation of the
    /// shortest chain.
    fn onward(&self, ends: impl Iterator<Item = Fact>) -> HashMap<Fact, Onward, FixedState> {
        let mut onward: HashMap<Fact, Onward, FixedState> = HashMap::default();
        let mut open: VecDeque<(Fact, Onward)> = VecDeque::new();
        open.extend(ends.map(|fact| (fact, Onward { next: None, step: None, via: None, rows: 0 })));
        while let Some((fact, way)) = open.pop_front() {
            let is_near = self.proof(fact).is_some_and(|proof| proof.hops + way.rows <= self.hops);
            if !is_near || onward.contains_key(&fact) {
                continue;
            }
            onward.insert(fact, way);
            for Before { fact: before, step, via, beside } in self.before(fact) {
                let rows = way.rows + u32::from(step.is_some());
                if beside + rows > self.hops {
                    continue;
                }
                let way = Onward { next: Some(fact), step, via, rows };
                // Clauses above or below are not a row away.
                if step.is_some() { open.push_back((before, way)) } else { open.push_front((before, way)) }
            }
        }
        onward
    }

    /// The facts from which a fact follows directly.
    fn before(&self, fact: Fact) -> Vec<Before> {
        let crosswalk = self.crosswalk;
        let vertex = fact.vertex as usize;
        let mut found = Vec::new();
        match crosswalk.kinds[vertex] {
            ClauseKind::Informative => {}
            ClauseKind::Requirement => {
                if self.assumptions[vertex] != Assumption::Open {
                    return found;
                }
                if let Claim::Is(known) = fact.claim {
                    self.before_rows(fact.vertex, known, None, &mut found);
                }
                for heading in crosswalk.headings(fact.vertex) {
                    let all_needed = Known::ALL.into_iter().filter(|needed| match fact.claim {
                        Claim::Is(known) => needed.step(Reading::Covers) == Some(known),
                        Claim::Hinted => *needed == Known::Some,
                        Claim::Gets(_) => false,
                    });
                    for needed in all_needed {
                        let from = found.len();
                        self.before_rows(heading, needed, Some(heading), &mut found);
                        if fact.claim == Claim::Hinted && crosswalk.denials.are_of(fact.vertex) {
                            let mut at = 0;
                            found.retain(|before| {
                                at += 1;
                                at <= from || !crosswalk.shares_nothing(fact.vertex, before.fact.vertex)
                            });
                        }
                    }
                }
            }
            ClauseKind::Heading => {
                let Claim::Is(known) = fact.claim else { return found };
                let below = || crosswalk.below.of_number(fact.vertex).iter().copied();
                let is_stated = |at: u32| matches!(self.assumptions[at as usize], Assumption::Stated(_));
                if !below().any(is_stated) {
                    self.before_rows(fact.vertex, known, None, &mut found);
                }
                let whole = if known == Known::Full { self.whole(fact.vertex) } else { None };
                for requirement in below() {
                    for before in Known::ALL {
                        let fact = Fact::is(requirement, before);
                        let rises = before.step(Reading::Within) == Some(known)
                            || known == Known::Part && is_stated(requirement);
                        if rises {
                            found.push(Before { fact, step: None, via: None, beside: 0 });
                        } else if let (Known::Full, Known::Full, Some(beside)) = (known, before, whole) {
                            found.push(Before { fact, step: None, via: None, beside });
                        }
                    }
                }
            }
        }
        found.retain(|before| self.proof(before.fact).is_some());
        found
    }

    /// Through how many rows the last of the applicable requirements below a heading is at full, where all are.
    fn whole(&self, heading: u32) -> Option<u32> {
        let below = self.crosswalk.below.of_number(heading).iter().copied();
        self.slowest(below.filter(|at| self.assumptions[*at as usize].applies()))
    }

    /// Through how many rows the last of some clauses is at full, where all are.
    fn slowest(&self, clauses: impl Iterator<Item = u32>) -> Option<u32> {
        let mut hops = clauses.map(|at| self.proof(Fact::is(at, Known::Full)).map(|proof| proof.hops));
        hops.try_fold(0, |slowest, hops| Some(slowest.max(hops?)))
    }

    /// The facts from which rows make something known about a clause.
    fn before_rows(&self, to: u32, known: Known, via: Option<u32>, found: &mut Vec<Before>) {
        for Tie { row, direction, passage } in self.crosswalk.back(to) {
            let step = Some((row, direction));
            let mut add = |from: u32, reading: Reading| {
                for before in Known::ALL.into_iter().filter(|before| before.step(reading) == Some(known)) {
                    found.push(Before { fact: Fact::is(from, before), step, via, beside: 0 });
                }
            };
            match passage {
                Passage::Step(from, reading) => add(from, reading),
                Passage::Joint(joint) => {
                    let joint = &self.crosswalk.joints[joint as usize];
                    let members = || joint.members.iter().copied();
                    members().for_each(|member| add(member, Reading::Overlaps));
                    let slowest = match known == Known::Full && joint.is_whole {
                        true => self.slowest(members()),
                        false => None,
                    };
                    for (member, beside) in members().zip(slowest.into_iter().cycle()) {
                        found.push(Before { fact: Fact::is(member, Known::Full), step, via, beside });
                    }
                }
            }
        }
    }
}
