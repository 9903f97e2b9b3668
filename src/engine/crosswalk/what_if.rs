//! The levels of some clauses if the statements were different.
//!
//! A whole inference gives reasons; this calculates only levels, only for the clauses that are watched, and follows only
//! what a change adds. Putting a clause in place never removes anything: everything that was known about it, and
//! everything that followed, also follows from *full*, at least as strongly and through no more rows. So the earlier
//! facts remain, the change adds its own, and undoing it means removing those again. The contribution of a clause is
//! found in the same way: by adding all others to a state in which none of them is in place.

use std::collections::BTreeSet;

use super::assumptions::{Assumption, Assumptions};
use super::cone::{Cone, FAR, NOWHERE};
use super::fact::Claim;
use super::inference::RANKS;
use super::known::Known;
use super::{Crosswalk, Level, number};
use crate::model::{ClauseId, ClauseKind, EditionId, Reading};

/// Levels of some clauses under assumptions that change one by one.
#[derive(Debug)]
pub struct WhatIf<'c, 'l> {
    crosswalk: &'c Crosswalk<'l>,
    cone: Cone,
    hops: u8,
    /// What is assumed of each clause of the cone.
    assumptions: Vec<Assumption>,
    /// Through how many rows each claim is proved about each clause of the cone, if it is.
    facts: Vec<[u8; Claim::COUNT]>,
    /// Of each whole that was ever touched, how many of its parts are at full over each number of rows; at the end, how
    /// many are not.
    parts: Vec<Vec<u32>>,
    /// The watched clauses by their numbers in the cone.
    watched: Vec<u32>,
    /// The place of a clause among those that are watched.
    places: Vec<u32>,
    levels: Vec<Option<Level>>,
    /// What was changed, and what it was before, so that it can be taken back.
    changes: Vec<Change>,
    /// What is known since a round and has not been followed yet.
    found: Vec<Vec<(u32, Known)>>,
    /// What rows made known about headings in this round.
    gifts: Vec<(u32, Known)>,
    /// The wholes that are full in a round.
    due: Vec<Vec<u32>>,
}

/// A watched clause that rises by a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rise {
    /// Its place among the watched clauses.
    pub place: usize,
    /// Its level then.
    pub level: Level,
    /// Through how many rows it has that level, at the least.
    pub hops: u32,
}

#[derive(Debug, Clone, Copy)]
enum Change {
    Fact { clause: u32, claim: Claim, before: u8 },
    Assumption { clause: u32, before: Assumption },
}

impl<'c, 'l> WhatIf<'c, 'l> {
    /// Watches some clauses under assumptions, through chains of at most `hops` rows.
    pub fn new<'i>(
        crosswalk: &'c Crosswalk<'l>,
        assumptions: &Assumptions,
        watched: impl IntoIterator<Item = &'i ClauseId>,
        hops: u32,
    ) -> Self {
        let watched: Vec<u32> = watched.into_iter().filter_map(|clause| crosswalk.vertex(clause)).collect();
        // One more than the longest chain must be distinguished from what is far away.
        let hops = u8::try_from(hops).map_or(FAR - 2, |hops| hops.min(FAR - 2));
        let cone = Cone::new(crosswalk, &assumptions.0, &watched, hops);
        let watched: Vec<u32> = watched.iter().filter_map(|vertex| cone.number(*vertex)).collect();
        let mut places = vec![NOWHERE; cone.vertices.len()];
        for (place, clause) in (0..).zip(&watched) {
            places[*clause as usize] = place;
        }
        let rounds = usize::from(hops) + 2;
        let mut what_if = Self {
            crosswalk,
            hops,
            assumptions: cone.vertices.iter().map(|vertex| assumptions.0[*vertex as usize]).collect(),
            facts: vec![[FAR; Claim::COUNT]; cone.vertices.len()],
            parts: vec![Vec::new(); cone.wholes.len()],
            cone,
            watched,
            places,
            levels: Vec::new(),
            changes: Vec::new(),
            found: vec![Vec::new(); rounds],
            gifts: Vec::new(),
            due: vec![Vec::new(); rounds],
        };
        for clause in 0..number(what_if.facts.len()) {
            what_if.state(clause);
        }
        what_if.follow();
        what_if.changes.clear();
        what_if.levels = what_if.watched.iter().map(|clause| what_if.level(*clause)).collect();
        what_if
    }

    /// The levels of the watched clauses, in their order; nothing if one does not apply.
    pub fn levels(&self) -> &[Option<Level>] {
        &self.levels
    }

    /// The requirements of some editions that are not stated as fully in place and bear on what is watched, in published
    /// order.
    pub fn candidates(&self, editions: &BTreeSet<EditionId>) -> Vec<&'c ClauseId> {
        let is_candidate = |clause: &usize| {
            let vertex = self.cone.vertices[*clause] as usize;
            self.cone.rest[*clause] < FAR
                && self.crosswalk.kinds[vertex] == ClauseKind::Requirement
                && self.assumptions[*clause] != Assumption::Stated(Level::Full)
                && editions.contains(&self.crosswalk.ids[vertex].edition)
        };
        let mut found: Vec<u32> =
            (0..self.facts.len()).filter(is_candidate).map(|clause| self.cone.vertices[clause]).collect();
        found.sort_unstable();
        found.into_iter().map(|vertex| &self.crosswalk.ids[vertex as usize]).collect()
    }

    /// Which watched clauses would rise if some applicable requirements were fully in place, in the order of places.
    pub fn rises<'i>(&mut self, requirements: impl IntoIterator<Item = &'i ClauseId>) -> Vec<Rise> {
        requirements.into_iter().for_each(|requirement| self.raise(requirement));
        self.follow();
        let rises = self.risen();
        self.take_back(0);
        rises
    }

    /// Takes an applicable requirement as fully in place from here on.
    pub fn put_in_place(&mut self, requirement: &ClauseId) {
        self.raise(requirement);
        self.follow();
        for rise in self.risen() {
            self.levels[rise.place] = Some(rise.level);
        }
        self.changes.clear();
    }

    /// The levels of the watched clauses without each of some stated requirements: as if that one were stated as not in
    /// place.
    pub fn without_each<'i>(
        crosswalk: &'c Crosswalk<'l>,
        assumptions: &Assumptions,
        watched: impl IntoIterator<Item = &'i ClauseId>,
        hops: u32,
        stated: &[&ClauseId],
    ) -> Vec<Vec<Option<Level>>> {
        let vertices: Vec<u32> = stated.iter().filter_map(|clause| crosswalk.vertex(clause)).collect();
        let mut none_of_them = assumptions.clone();
        for vertex in &vertices {
            none_of_them.0[*vertex as usize] = Assumption::Stated(Level::None);
        }
        let mut what_if = Self::new(crosswalk, &none_of_them, watched, hops);
        let each: Vec<(u32, Assumption)> =
            vertices.iter().map(|vertex| (*vertex, assumptions.0[*vertex as usize])).collect();
        let mut found = Vec::new();
        what_if.leave_out_each(&each, &mut found);
        found
    }

    /// Adds one half while it leaves out each of the other one, so that each is added but a few times.
    fn leave_out_each(&mut self, each: &[(u32, Assumption)], found: &mut Vec<Vec<Option<Level>>>) {
        if each.len() < 2 {
            found.extend(each.iter().map(|_| self.watched.iter().map(|clause| self.level(*clause)).collect()));
            return;
        }
        let (one, other) = each.split_at(each.len() / 2);
        for (added, left_out) in [(other, one), (one, other)] {
            let before = self.changes.len();
            for (vertex, assumption) in added {
                if let Some(clause) = self.cone.number(*vertex) {
                    self.assume(clause, *assumption);
                }
            }
            self.follow();
            self.leave_out_each(left_out, found);
            self.take_back(before);
        }
    }

    fn raise(&mut self, requirement: &ClauseId) {
        let clause = self.crosswalk.vertex(requirement).and_then(|vertex| self.cone.number(vertex));
        if let Some(clause) = clause.filter(|clause| self.assumptions[*clause as usize].applies()) {
            self.assume(clause, Assumption::Stated(Level::Full));
        }
    }

    fn assume(&mut self, clause: u32, assumption: Assumption) {
        let before = std::mem::replace(&mut self.assumptions[clause as usize], assumption);
        self.changes.push(Change::Assumption { clause, before });
        self.state(clause);
    }

    fn state(&mut self, clause: u32) {
        if let Assumption::Stated(level) = self.assumptions[clause as usize]
            && let Some(known) = Known::stated(level)
        {
            self.learn(clause, known, 0);
        }
    }

    /// The watched clauses that have risen since the changes began, in their order.
    fn risen(&self) -> Vec<Rise> {
        let touched = self.changes.iter().filter_map(|change| match change {
            Change::Fact { clause, .. } => Some(self.places[*clause as usize]),
            Change::Assumption { .. } => None,
        });
        let mut places: Vec<u32> = touched.filter(|place| *place != NOWHERE).collect();
        places.sort_unstable();
        places.dedup();
        let rise = |place: u32| {
            let clause = self.watched[place as usize];
            let level = self.level(clause)?;
            let is_rise = Some(level) > self.levels[place as usize];
            is_rise.then(|| Rise { place: place as usize, level, hops: self.rows_to(clause) })
        };
        places.into_iter().filter_map(rise).collect()
    }

    fn level(&self, clause: u32) -> Option<Level> {
        let vertex = self.cone.vertices[clause as usize] as usize;
        if self.crosswalk.kinds[vertex] == ClauseKind::Requirement && !self.assumptions[clause as usize].applies() {
            return None;
        }
        let is_proved = |claim: &&Claim| self.facts[clause as usize][claim.index()] < FAR;
        Some(RANKS.into_iter().flatten().find(is_proved).map_or(Level::None, |claim| claim.level()))
    }

    /// Through how many rows a clause has its level, at the least.
    fn rows_to(&self, clause: u32) -> u32 {
        let rows = |claim: &Claim| self.facts[clause as usize][claim.index()];
        let best =
            RANKS.into_iter().map(|claims| claims.iter().map(rows).min().unwrap_or(FAR)).find(|rows| *rows < FAR);
        u32::from(best.unwrap_or(0))
    }

    /// Forgets what was changed since there were so many changes.
    fn take_back(&mut self, count: usize) {
        while self.changes.len() > count {
            match self.changes.pop() {
                Some(Change::Assumption { clause, before }) => self.assumptions[clause as usize] = before,
                Some(Change::Fact { clause, claim, before }) => {
                    let now = std::mem::replace(&mut self.facts[clause as usize][claim.index()], before);
                    if claim == Claim::Is(Known::Full) {
                        for at in 0..self.cone.wholes_of.of_number(clause).len() {
                            let whole = self.cone.wholes_of.of_number(clause)[at] as usize;
                            if !self.parts[whole].is_empty() {
                                self.move_part(whole, now, before);
                            }
                        }
                    }
                }
                None => {}
            }
        }
    }

    /// Follows all that is new, in rounds like those of an inference.
    fn follow(&mut self) {
        for round in 0..=self.hops {
            if let Some(before) = round.checked_sub(1) {
                let mut front = std::mem::take(&mut self.found[usize::from(before)]);
                for (clause, known) in front.drain(..) {
                    self.hand_along(clause, known, round);
                }
                self.found[usize::from(before)] = front;
            }
            self.complete(round, true);
            self.hand_down(round);
            for at in 0..self.found[usize::from(round)].len() {
                let (clause, known) = self.found[usize::from(round)][at];
                self.hand_up(clause, known, round);
            }
            self.complete(round, false);
        }
        self.found[usize::from(self.hops)].clear();
        self.due[usize::from(self.hops) + 1].clear();
    }

    fn hand_along(&mut self, clause: u32, known: Known, round: u8) {
        for at in 0..self.cone.onward.of_number(clause).len() {
            let way = self.cone.onward.of_number(clause)[at];
            if way.latest < round - 1 {
                break;
            }
            if let Some(gained) = known.step(way.reading) {
                self.give(clause, way.to, gained, round);
            }
        }
    }

    /// A row makes something known about a clause.
    fn give(&mut self, from: u32, to: u32, gained: Known, round: u8) {
        let heading = self.cone.vertices[to as usize];
        if self.crosswalk.kinds[heading as usize] == ClauseKind::Heading {
            if self.prove(to, Claim::Gets(gained), round) {
                self.gifts.push((to, gained));
            }
            if gained == Known::Some && self.crosswalk.denials.are_below(heading) {
                for requirement in self.crosswalk.denials.below(heading) {
                    if let Some(clause) = self.cone.number(*requirement)
                        && self.cone.is_open[clause as usize]
                        && !self.crosswalk.shares_nothing(*requirement, self.cone.vertices[from as usize])
                    {
                        self.prove(clause, Claim::Hinted, round);
                    }
                }
            }
        }
        if self.cone.is_open[to as usize] {
            self.learn(to, gained, round);
        }
    }

    fn hand_down(&mut self, round: u8) {
        while let Some((heading, gained)) = self.gifts.pop() {
            let known = gained.step(Reading::Covers);
            if known.is_none() && gained != Known::Some {
                continue;
            }
            for at in 0..self.cone.below.of_number(heading).len() {
                let requirement = self.cone.below.of_number(heading)[at];
                if self.cone.rest[requirement as usize] > self.hops - round {
                    break;
                }
                match known {
                    Some(known) => self.learn(requirement, known, round),
                    None if self.crosswalk.denials.are_of(self.cone.vertices[requirement as usize]) => {}
                    None => drop(self.prove(requirement, Claim::Hinted, round)),
                }
            }
        }
    }

    /// Something is known about the headings above a requirement.
    fn hand_up(&mut self, clause: u32, known: Known, round: u8) {
        let is_stated = matches!(self.assumptions[clause as usize], Assumption::Stated(_));
        for at in 0..self.cone.above.of_number(clause).len() {
            let heading = self.cone.above.of_number(clause)[at];
            if let Some(gained) = known.step(Reading::Within) {
                self.learn(heading, gained, round);
            }
            if is_stated {
                self.learn(heading, Known::Part, round);
            }
        }
    }

    /// Puts the wholes at full that are due in a round: those through rows, or those of headings.
    fn complete(&mut self, round: u8, is_row: bool) {
        let mut due = std::mem::take(&mut self.due[usize::from(round)]);
        due.retain(|whole| {
            let whole = &self.cone.wholes[*whole as usize];
            let (to, is_due) = (whole.to, whole.is_row == is_row);
            if is_due {
                // Hints come from what is less than full, so it does not matter from where.
                self.give_whole(to, is_row, round);
            }
            !is_due
        });
        let later = std::mem::replace(&mut self.due[usize::from(round)], due);
        self.due[usize::from(round)].extend(later);
    }

    fn give_whole(&mut self, to: u32, is_row: bool, round: u8) {
        if is_row { self.give(to, to, Known::Full, round) } else { self.learn(to, Known::Full, round) }
    }

    /// Something is known about a clause from a round on.
    fn learn(&mut self, clause: u32, known: Known, round: u8) {
        let before = self.facts[clause as usize][Claim::Is(known).index()];
        if !self.prove(clause, Claim::Is(known), round) {
            return;
        }
        self.found[usize::from(round)].push((clause, known));
        if known == Known::Full {
            for at in 0..self.cone.wholes_of.of_number(clause).len() {
                let whole = self.cone.wholes_of.of_number(clause)[at];
                self.add_part(whole, before, round);
            }
        }
    }

    /// A part of a whole is at full, through fewer rows than before.
    fn add_part(&mut self, whole: u32, before: u8, round: u8) {
        let never = usize::from(self.hops) + 1;
        let at = whole as usize;
        if self.parts[at].is_empty() {
            self.parts[at] = vec![0; never + 1];
            for part in &self.cone.wholes[at].parts {
                let rows = self.facts[*part as usize][Claim::Is(Known::Full).index()];
                self.parts[at][usize::from(rows).min(never)] += 1;
            }
        } else {
            self.move_part(at, before, round);
        }
        let slowest = (0..=never).rev().find(|rows| self.parts[at][*rows] > 0).unwrap_or(0);
        if slowest < never {
            self.due[slowest + usize::from(self.cone.wholes[at].is_row)].push(whole);
        }
    }

    fn move_part(&mut self, whole: usize, before: u8, now: u8) {
        let never = usize::from(self.hops) + 1;
        self.parts[whole][usize::from(before).min(never)] -= 1;
        self.parts[whole][usize::from(now).min(never)] += 1;
    }

    /// Notes a claim that is new, or proved through fewer rows than before, unless it comes too late to be of use.
    fn prove(&mut self, clause: u32, claim: Claim, round: u8) -> bool {
        let at = clause as usize;
        let rest = match claim {
            Claim::Is(_) => self.cone.rest[at],
            Claim::Gets(_) => self.cone.rest_down[at],
            Claim::Hinted if self.places[at] == NOWHERE => FAR,
            Claim::Hinted => 0,
        };
        let before = self.facts[at][claim.index()];
        if rest > self.hops - round || before <= round {
            return false;
        }
        self.facts[at][claim.index()] = round;
        self.changes.push(Change::Fact { clause, claim, before });
        true
    }
}
