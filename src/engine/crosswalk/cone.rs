//! The part of a crosswalk that affects some clauses: all clauses from which they can be reached through few enough rows.
//!
//! For each clause in it, the cone knows the minimum number of rows to one of the clauses that are watched, so that no
//! fact is followed that cannot arrive in time. A chain never becomes stronger on its way. If every path from a clause
//! leads back to the requirement from which it was reached, it is useless to go there; such rows are left out, otherwise
//! the many neighbours of one clause would be visited for each of them.

use std::cmp::Reverse;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::assumptions::Assumption;
use super::{Crosswalk, Passage, number};
use crate::model::{ClauseKind, Lists, Reading};

/// More rows than any chain has.
pub(super) const FAR: u8 = u8::MAX;

/// No number of a clause.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A row that leads on inside a cone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Onward {
    pub(super) to: u32,
    pub(super) reading: Reading,
    /// A fact that is proved through more rows than this arrives too late.
    pub(super) latest: u8,
}

/// What is at full once all of some clauses are.
#[derive(Debug)]
pub(super) struct Whole {
    /// The clauses; none if one of them never is.
    pub(super) parts: Vec<u32>,
    pub(super) to: u32,
    /// Whether there is a row between them, or `to` is the heading above.
    pub(super) is_row: bool,
}

/// The clauses of a cone, which have numbers of their own, in the order in which they were found.
#[derive(Debug)]
pub(super) struct Cone {
    /// Their vertices.
    pub(super) vertices: Vec<u32>,
    numbers: HashMap<u32, u32, FixedState>,
    /// How many rows are left at least where something is known about a clause.
    pub(super) rest: Vec<u8>,
    /// The same where a row makes something known about a heading, to hand down.
    pub(super) rest_down: Vec<u8>,
    /// Whether something can be inferred of a requirement; and whether a heading keeps what rows make known about it.
    pub(super) is_open: Vec<bool>,
    /// The rows that lead on from each clause, those first that may be followed latest.
    pub(super) onward: Lists<Onward>,
    /// The headings above each requirement to which it is of use that something is known about it.
    pub(super) above: Lists<u32>,
    /// The open requirements below each heading, those first that are nearest to what is watched.
    pub(super) below: Lists<u32>,
    pub(super) wholes: Vec<Whole>,
    /// Of each clause the wholes that it is part of.
    pub(super) wholes_of: Lists<u32>,
}

/// The two shortest ways on from a clause whose first rows point to different clauses: how many rows each has, and
/// where its first one leads.
#[derive(Debug, Clone, Copy)]
struct Ways([(u8, u32); 2]);

impl Ways {
    const NONE: Self = Self([(FAR, NOWHERE); 2]);

    fn add(&mut self, (rows, first): (u8, u32)) {
        let [best, other] = &mut self.0;
        if first == best.1 {
            best.0 = best.0.min(rows);
        } else if rows < best.0 {
            *other = std::mem::replace(best, (rows, first));
        } else if rows < other.0 {
            *other = (rows, first);
        }
    }

    /// The shortest way that does not go to a clause first.
    fn past(&self, clause: u32) -> u8 {
        let [best, other] = self.0;
        if best.1 == clause { other.0 } else { best.0 }
    }
}

impl Cone {
    /// The part that affects some vertices through at most so many rows.
    pub(super) fn new(crosswalk: &Crosswalk<'_>, assumptions: &[Assumption], watched: &[u32], hops: u8) -> Self {
        let mut walk = Walk {
            crosswalk,
            assumptions,
            cone: Self {
                vertices: Vec::new(),
                numbers: HashMap::default(),
                rest: Vec::new(),
                rest_down: Vec::new(),
                is_open: Vec::new(),
                onward: Lists::of(0, &[]),
                above: Lists::of(0, &[]),
                below: Lists::of(0, &[]),
                wholes: Vec::new(),
                wholes_of: Lists::of(0, &[]),
            },
            applies: Vec::new(),
            front: Vec::new(),
        };
        for vertex in watched {
            walk.reach(*vertex, 0);
        }
        for rows in 0..=hops {
            // Clauses above and below are at the same distance, nearer than clauses a row away.
            let mut at = 0;
            while let Some((clause, is_down)) = walk.front.get(at).copied() {
                walk.widen(clause, is_down, rows);
                at += 1;
            }
            for (clause, is_down) in std::mem::take(&mut walk.front) {
                if rows < hops {
                    walk.step_back(clause, is_down, rows + 1);
                }
            }
        }
        walk.join(watched, hops);
        walk.cone
    }

    /// The number of a vertex in the cone; nothing where it is not in it.
    pub(super) fn number(&self, vertex: u32) -> Option<u32> {
        self.numbers.get(&vertex).copied()
    }
}

/// A walk against the rows, from what is watched.
struct Walk<'w, 'l> {
    crosswalk: &'w Crosswalk<'l>,
    assumptions: &'w [Assumption],
    cone: Cone,
    /// Whether a clause counts at all, a heading if a requirement below it does.
    applies: Vec<bool>,
    /// The clauses from which the walk continues, and whether they are headings to which rows give something to hand
    /// down.
    front: Vec<(u32, bool)>,
}

impl Walk<'_, '_> {
    /// The number of a vertex, which is added.
    fn number(&mut self, vertex: u32) -> u32 {
        if let Some(known) = self.cone.number(vertex) {
            return known;
        }
        let assumption = |at: &u32| self.assumptions[*at as usize];
        let (applies, is_open) = match self.crosswalk.kinds[vertex as usize] {
            ClauseKind::Informative => (false, false),
            ClauseKind::Requirement => (assumption(&vertex).applies(), assumption(&vertex) == Assumption::Open),
            ClauseKind::Heading => {
                let below = || self.crosswalk.below.of_number(vertex).iter().map(assumption);
                let is_stated = |assumption| matches!(assumption, Assumption::Stated(_));
                (below().any(Assumption::applies), !below().any(is_stated))
            }
        };
        let clause = number(self.cone.vertices.len());
        self.cone.vertices.push(vertex);
        self.cone.numbers.insert(vertex, clause);
        self.cone.rest.push(FAR);
        self.cone.rest_down.push(FAR);
        self.cone.is_open.push(applies && is_open);
        self.applies.push(applies);
        clause
    }

    /// What is known about a vertex is of use, so many rows away; of what does not apply nothing is.
    fn reach(&mut self, vertex: u32, rows: u8) {
        let clause = self.number(vertex);
        let rest = &mut self.cone.rest[clause as usize];
        if *rest == FAR && self.applies[clause as usize] {
            *rest = rows;
            self.front.push((clause, false));
        }
    }

    /// What a row makes known about a heading is of use to the requirements below.
    fn reach_down(&mut self, heading: u32, rows: u8) {
        let clause = self.number(heading);
        let rest = &mut self.cone.rest_down[clause as usize];
        if *rest == FAR {
            *rest = rows;
            self.front.push((clause, true));
        }
    }

    /// Continues from a clause to the clauses above and below it.
    fn widen(&mut self, clause: u32, is_down: bool, rows: u8) {
        let crosswalk = self.crosswalk;
        let vertex = self.cone.vertices[clause as usize];
        if crosswalk.kinds[vertex as usize] == ClauseKind::Heading {
            if !is_down {
                crosswalk.below.of_number(vertex).iter().for_each(|below| self.reach(*below, rows));
            }
        } else if self.cone.is_open[clause as usize] {
            crosswalk.headings(vertex).for_each(|heading| self.reach_down(heading, rows));
        }
    }

    /// Goes one row back from a clause that takes what rows give.
    fn step_back(&mut self, clause: u32, is_down: bool, rows: u8) {
        if !self.cone.is_open[clause as usize] && !is_down {
            return;
        }
        let crosswalk = self.crosswalk;
        for tie in crosswalk.back(self.cone.vertices[clause as usize]) {
            match tie.passage {
                Passage::Step(from, _) => self.reach(from, rows),
                Passage::Joint(joint) => {
                    crosswalk.joints[joint as usize].members.iter().for_each(|from| self.reach(*from, rows));
                }
            }
        }
    }

    /// How many rows are left if a row points to a clause.
    fn rest_at(&self, clause: u32) -> u8 {
        let rest = if self.cone.is_open[clause as usize] { self.cone.rest[clause as usize] } else { FAR };
        rest.min(self.cone.rest_down[clause as usize])
    }

    /// Ties together what was found.
    fn join(&mut self, watched: &[u32], hops: u8) {
        let crosswalk = self.crosswalk;
        let count = self.cone.vertices.len();
        let (mut onward, mut above, mut below) = (Vec::new(), Vec::new(), Vec::new());
        let mut joints: HashMap<u32, u32, FixedState> = HashMap::default();
        let mut ways = vec![Ways::NONE; count];
        for vertex in watched {
            ways[self.number(*vertex) as usize].add((0, NOWHERE));
        }
        for clause in 0..number(count) {
            let vertex = self.cone.vertices[clause as usize];
            if self.cone.rest[clause as usize] < FAR {
                for tie in crosswalk.onward(vertex) {
                    let (to, reading) = match tie.passage {
                        Passage::Step(to, reading) => (to, reading),
                        Passage::Joint(joint) => (crosswalk.joints[joint as usize].to, Reading::Overlaps),
                    };
                    let Some(to) = self.cone.number(to) else { continue };
                    let rest = self.rest_at(to);
                    if rest >= hops {
                        continue;
                    }
                    onward.push((clause, Onward { to, reading, latest: hops - 1 - rest }));
                    ways[clause as usize].add((rest + 1, to));
                    if let Passage::Joint(joint) = tie.passage
                        && crosswalk.joints[joint as usize].is_whole
                    {
                        joints.insert(joint, to);
                    }
                }
            }
            if crosswalk.kinds[vertex as usize] == ClauseKind::Heading {
                let found = crosswalk.below.of_number(vertex).iter().filter_map(|below| self.cone.number(*below));
                for requirement in found.filter(|found| self.cone.rest[*found as usize] < FAR) {
                    if self.cone.rest[clause as usize] < FAR {
                        above.push((requirement, clause));
                    }
                    if self.cone.rest_down[clause as usize] < FAR && self.cone.is_open[requirement as usize] {
                        below.push((clause, requirement));
                    }
                }
            }
        }
        for (requirement, heading) in &above {
            for way in ways[*heading as usize].0 {
                ways[*requirement as usize].add(way);
            }
        }
        let is_requirement =
            |clause: u32| crosswalk.kinds[self.cone.vertices[clause as usize] as usize] == ClauseKind::Requirement;
        onward.retain_mut(|(clause, way)| {
            if !is_requirement(*clause) || !is_requirement(way.to) {
                return true;
            }
            let rest = ways[way.to as usize].past(*clause);
            way.latest = hops.saturating_sub(rest.saturating_add(1));
            rest < hops
        });
        self.cone.onward = Lists::of(count, &onward);
        self.cone.above = Lists::of(count, &above);
        self.cone.below = Lists::of(count, &below);
        for clause in 0..number(count) {
            self.cone.onward.of_number_mut(clause).sort_by_key(|way| Reverse(way.latest));
            let rest = &self.cone.rest;
            self.cone.below.of_number_mut(clause).sort_by_key(|requirement| rest[*requirement as usize]);
        }
        let mut joints: Vec<(u32, u32)> = joints.into_iter().collect();
        joints.sort_unstable();
        self.add_wholes(&joints);
    }

    /// Notes which clauses together put another one at full: those of joint rows, and those below headings.
    fn add_wholes(&mut self, joints: &[(u32, u32)]) {
        let mut wholes_of = Vec::new();
        let headings = (0..number(self.cone.vertices.len())).filter(|clause| {
            self.cone.rest[*clause as usize] < FAR
                && self.crosswalk.kinds[self.cone.vertices[*clause as usize] as usize] == ClauseKind::Heading
        });
        let of_headings = headings.map(|heading| {
            let below = self.crosswalk.below.of_number(self.cone.vertices[heading as usize]).iter();
            (below.filter(|at| self.assumptions[**at as usize].applies()).collect::<Vec<_>>(), heading, false)
        });
        let of_joints = joints.iter().map(|(joint, to)| {
            let members = &self.crosswalk.joints[*joint as usize].members;
            (members.iter().collect::<Vec<_>>(), *to, true)
        });
        let mut wholes = Vec::new();
        for (parts, to, is_row) in of_headings.chain(of_joints) {
            let reached =
                |vertex: &u32| self.cone.number(*vertex).filter(|clause| self.cone.rest[*clause as usize] < FAR);
            let Some(parts) = parts.into_iter().map(reached).collect::<Option<Vec<u32>>>() else { continue };
            wholes_of.extend(parts.iter().map(|part| (*part, number(wholes.len()))));
            wholes.push(Whole { parts, to, is_row });
        }
        self.cone.wholes = wholes;
        self.cone.wholes_of = Lists::of(self.cone.vertices.len(), &wholes_of);
    }
}
