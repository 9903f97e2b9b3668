//! SEMANTICS.md, sections 1 to 5 and the end of 7, written out a second time: every chain by itself, without a graph.
//! How two clauses lie to each other along a chain is found by looking at sets, and nothing is known of a chain but that.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::world::{CONFIDENCES, Says, World};

/// How a set may lie to another, a bit for each way: it is the same, inside, around, across, or apart.
pub(crate) type Lies = u8;

pub(crate) const SAME: Lies = 1;
pub(crate) const INSIDE: Lies = 2;
pub(crate) const AROUND: Lies = 4;
pub(crate) const ACROSS: Lies = 8;
pub(crate) const APART: Lies = 16;
const SHARING: Lies = SAME | INSIDE | AROUND | ACROSS;

/// The sets of five demands, a bit each, that are not empty: as many as chains of three rows need to show all they leave
/// open.
pub(crate) const SETS: std::ops::Range<u32> = 1..32;

/// How a set of demands lies to another.
pub(crate) fn between(c: u32, d: u32) -> Lies {
    match (d & !c == 0, c & !d == 0) {
        (true, true) => SAME,
        (false, true) => INSIDE,
        (true, false) => AROUND,
        (false, false) if c & d != 0 => ACROSS,
        (false, false) => APART,
    }
}

fn is_within(lies: Lies, others: Lies) -> bool {
    lies & !others == 0
}

/// How c may lie to e, where it may lie so to d, and d so to e.
pub(crate) fn compose(first: Lies, second: Lies) -> Lies {
    static COMPOSED: LazyLock<[[Lies; 32]; 32]> = LazyLock::new(|| {
        let mut single: BTreeMap<(Lies, Lies), Lies> = BTreeMap::new();
        for (c, d, e) in SETS.flat_map(|c| SETS.flat_map(move |d| SETS.map(move |e| (c, d, e)))) {
            *single.entry((between(c, d), between(d, e))).or_default() |= between(c, e);
        }
        let lies = |first: Lies, second: Lies| {
            let is_possible = |(one, _): &(&(Lies, Lies), &Lies)| first & one.0 != 0 && second & one.1 != 0;
            single.iter().filter(is_possible).fold(0, |all, (_, lies)| all | lies)
        };
        std::array::from_fn(|first| std::array::from_fn(|second| lies(first as Lies, second as Lies)))
    });
    COMPOSED[usize::from(first)][usize::from(second)]
}

pub(crate) fn turned(lies: Lies) -> Lies {
    let turn = |way, other| if lies & way != 0 { other } else { 0 };
    lies & (SAME | ACROSS | APART) | turn(INSIDE, AROUND) | turn(AROUND, INSIDE)
}

/// Section 1: how `from`, all of it together, may lie to `to`. A row that only relates them leaves everything open.
pub(crate) fn lies(says: Says) -> Lies {
    match says {
        ("none", _) => APART,
        ("related", _) => SHARING | APART,
        ("full", Some("full")) => SAME,
        ("full", Some(_)) => AROUND,
        ("full", None) => SAME | AROUND,
        (_, Some("full")) => INSIDE,
        (_, Some(_)) => ACROSS,
        (_, None) => INSIDE | ACROSS,
    }
}

/// How far the organization is known to meet a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    None,
    Presumed,
    Partial,
    Full,
}

/// What is in place of the clause that a chain starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    All,
    Part,
}

/// Section 3: the level of a clause to which another lies so.
pub(crate) fn level(start: Start, lies: Lies) -> Level {
    match start {
        Start::All if is_within(lies, SAME | AROUND) => Level::Full,
        Start::All if is_within(lies, SHARING) => Level::Partial,
        Start::Part if is_within(lies, SAME | INSIDE) => Level::Partial,
        Start::Part if is_within(lies, SHARING) => Level::Presumed,
        Start::All | Start::Part => Level::None,
    }
}

/// The runs A, B and C of section 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    AsStated,
    StatedFull,
    AllFull,
}

pub(crate) const RUNS: [Run; 3] = [Run::AsStated, Run::StatedFull, Run::AllFull];

/// What a requirement is stated at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stated {
    At(Level),
    NotApplicable,
    Open,
}

/// A chain, and what it proves of its last clause.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    pub(crate) clauses: Vec<usize>,
    pub(crate) start: Start,
    /// How what it starts from may lie to its last clause.
    pub(crate) lies: Lies,
    pub(crate) rows: usize,
    /// The place in `CONFIDENCES` of its least confident row.
    pub(crate) confidence: usize,
    /// Whether it ends in a hint: *its chapter is partly met*.
    pub(crate) is_hint: bool,
    /// Whether several chains, each to full, come together on the way. It is reported by only some of its clauses.
    pub(crate) is_joined: bool,
    /// Whether its last clause is stated, and lower. Such a chain contradicts and leads nowhere.
    is_against: bool,
}

/// A row with one `to`, read in one direction.
struct Step {
    from: Vec<usize>,
    to: usize,
    pub(crate) lies: Lies,
    confidence: usize,
}

impl Chain {
    fn new(clauses: Vec<usize>, start: Start) -> Self {
        let confidence = CONFIDENCES.len() - 1;
        Self { clauses, start, lies: SAME, rows: 0, confidence, is_hint: false, is_joined: false, is_against: false }
    }

    pub(crate) fn level(&self) -> Level {
        if self.is_hint { Level::Presumed } else { level(self.start, self.lies) }
    }

    /// Whether anything follows from it for other clauses.
    fn leads_on(&self) -> bool {
        !self.is_hint && !self.is_against
    }

    pub(crate) fn end(&self) -> usize {
        self.clauses[self.clauses.len() - 1]
    }

    /// Goes on to a clause; nothing where nothing is known of that clause.
    fn on(&self, to: usize, lies: Lies) -> Option<Self> {
        let clauses = [&self.clauses[..], &[to]].concat();
        let next = Self { clauses, lies: compose(self.lies, lies), ..self.clone() };
        (next.level() > Level::None).then_some(next)
    }
}

impl World {
    /// The requirements that a clause stands for.
    pub(crate) fn requirements_of(&self, clause: usize) -> Vec<usize> {
        if !self.is_heading(clause) {
            return vec![clause];
        }
        let is_below = |at: &usize| self.above(*at).any(|up| up == clause);
        let is_meant = |at: &usize| self.is_requirement(*at) && is_below(at);
        (0..self.clauses.len()).filter(is_meant).collect()
    }

    fn headings_above(&self, clause: usize) -> Vec<usize> {
        self.above(clause).filter(|at| self.is_heading(*at)).collect()
    }

    /// The nearest statement: its own, or that of a heading above it.
    pub(crate) fn statement(&self, requirement: usize) -> Option<&'static str> {
        let near = std::iter::once(requirement).chain(self.headings_above(requirement));
        near.into_iter().find_map(|at| self.clauses[at].stated)
    }

    /// The editions of which something is stated, the target excepted.
    pub(crate) fn base(&self) -> BTreeSet<usize> {
        let is_base = |at: &crate::world::Clause| at.stated.is_some() && at.edition != self.target;
        let base = self.clauses.iter().filter(|at| is_base(at));
        base.map(|clause| clause.edition).collect()
    }

    pub(crate) fn stated(&self, run: Run, requirement: usize) -> Stated {
        let is_base = self.base().contains(&self.clauses[requirement].edition);
        match (self.statement(requirement), run) {
            (Some("not-applicable"), _) => Stated::NotApplicable,
            (Some(_), Run::StatedFull) | (_, Run::AllFull) if is_base => Stated::At(Level::Full),
            (Some("implemented"), _) => Stated::At(Level::Full),
            (Some("partial"), _) => Stated::At(Level::Partial),
            (Some(_), _) => Stated::At(Level::None),
            (None, _) => Stated::Open,
        }
    }

    /// The requirements that a clause stands for and that apply.
    fn applicable(&self, run: Run, clause: usize) -> Vec<usize> {
        let mut requirements = self.requirements_of(clause);
        requirements.retain(|at| self.stated(run, *at) != Stated::NotApplicable);
        requirements
    }

    /// Section 3: every row in each direction. A joint row is read from all its clauses and from each of them alone.
    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for row in self.rows.iter().filter(|row| !["none", "related"].contains(&row.says.0)) {
            let (lies, confidence) = (lies(row.says), row.confidence);
            let is_joint = row.from.len() > 1;
            let back = match row.says.1 {
                _ if !is_joint => turned(lies),
                Some("full") => SAME | AROUND,
                _ => SHARING,
            };
            for &to in &row.to {
                steps.push(Step { from: row.from.clone(), to, lies, confidence });
                for &from in &row.from {
                    steps.push(Step { from: vec![to], to: from, lies: back, confidence });
                    if is_joint {
                        steps.push(Step { from: vec![from], to, lies: SHARING, confidence });
                    }
                }
            }
        }
        steps
    }

    /// Whether a row says that a requirement shares nothing with a clause, or with the edition of that clause.
    /// What is said of a heading is said of all below it.
    fn shares_nothing(&self, requirement: usize, clause: usize) -> bool {
        let with_above = |at: usize| [vec![at], self.headings_above(at)].concat();
        let (ours, theirs) = (with_above(requirement), with_above(clause));
        let edition = self.clauses[clause].edition;
        let says = |row: &crate::world::Row| {
            let of = |side: &[usize], clauses: &[usize]| clauses.iter().any(|at| side.contains(at));
            let of_clause =
                of(&ours, &row.to) && of(&theirs, &row.from) || of(&theirs, &row.to) && of(&ours, &row.from);
            let of_edition = row.from.is_empty() && row.edition == edition && of(&ours, &row.to);
            row.says.0 == "none" && (of_clause || of_edition)
        };
        let is_unrelated = |(at, other): &(usize, usize)| *other == edition && ours.contains(at);
        self.rows.iter().any(says) || self.unrelated.iter().any(is_unrelated)
    }

    /// Every chain that proves something of its last clause.
    pub(crate) fn chains(&self, run: Run) -> Vec<Chain> {
        let mut chains = Vec::new();
        for at in (0..self.clauses.len()).filter(|at| self.is_requirement(*at)) {
            let Stated::At(level) = self.stated(run, at) else { continue };
            let in_part = |heading: usize| Chain::new(vec![at, heading], Start::Part);
            match level {
                Level::Full => chains.push(Chain::new(vec![at], Start::All)),
                Level::Partial => chains.push(Chain::new(vec![at], Start::Part)),
                Level::None | Level::Presumed => continue,
            }
            chains.extend(self.headings_above(at).into_iter().map(in_part));
        }
        self.rise(run, &mut chains, 0);
        let steps = self.steps();
        for rows in 1..=self.hops {
            let before = chains.clone();
            for step in &steps {
                for mut chain in self.before(&before, step, rows) {
                    chain.rows = rows;
                    chain.confidence = chain.confidence.min(step.confidence);
                    chains.extend(self.given(run, step, &chain));
                }
            }
            self.rise(run, &mut chains, rows);
        }
        chains
    }

    /// The chains that a step goes on from, as the row with this number.
    fn before(&self, chains: &[Chain], step: &Step, rows: usize) -> Vec<Chain> {
        let goes_on = |chain: &&Chain| chain.leads_on() && chain.rows < rows;
        if let [from] = step.from[..] {
            let is_next = |chain: &&Chain| goes_on(chain) && chain.rows + 1 == rows && chain.end() == from;
            return chains.iter().filter(is_next).cloned().collect();
        }
        let is_full = |chain: &&Chain| goes_on(chain) && chain.level() == Level::Full;
        let Some(members) = join(chains.iter().filter(is_full), &step.from) else { return Vec::new() };
        let clauses = members.iter().flat_map(|chain| chain.clauses.clone()).filter(|at| *at != step.to).collect();
        let confidence = members.iter().map(|chain| chain.confidence).min().expect("several members");
        vec![Chain { confidence, is_joined: true, ..Chain::new(clauses, Start::All) }]
    }

    /// What a row gives to a clause: to a requirement, or to a heading and down to those below it (section 4).
    fn given(&self, run: Run, step: &Step, chain: &Chain) -> Vec<Chain> {
        // To come back to a requirement never tells more of it; to a heading may, since it then has from a row what rose
        // to it.
        let is_new = self.is_heading(step.to) || !chain.clauses.contains(&step.to);
        let Some(next) = chain.on(step.to, step.lies).filter(|_| is_new) else { return Vec::new() };
        if !self.is_heading(step.to) {
            return self.taken(run, next).into_iter().collect();
        }
        let below = self.applicable(run, step.to);
        let mut given = Vec::new();
        for requirement in below.iter().copied().filter(|at| !next.clauses.contains(at)) {
            given.extend(match next.on(requirement, SAME | AROUND) {
                Some(down) => self.taken(run, down),
                None if next.level() == Level::Partial && !self.shares_nothing(requirement, chain.end()) => {
                    let clauses = [&next.clauses[..], &[requirement]].concat();
                    self.taken(run, Chain { clauses, is_hint: true, ..next.clone() })
                }
                None => None,
            });
        }
        if !below.is_empty() && below.iter().all(|at| self.stated(run, *at) == Stated::Open) {
            given.push(next);
        }
        given
    }

    /// What is stated on a requirement is final, and what would put it higher contradicts (section 5).
    fn taken(&self, run: Run, chain: Chain) -> Option<Chain> {
        match self.stated(run, chain.end()) {
            Stated::Open => Some(chain),
            Stated::At(level) => (chain.level() > level).then_some(Chain { is_against: true, ..chain }),
            Stated::NotApplicable => None,
        }
    }

    /// What is known of headings from the requirements below them (section 4), after so many rows.
    fn rise(&self, run: Run, chains: &mut Vec<Chain>, rows: usize) {
        let is_latest = |chain: &&Chain| chain.rows == rows && chain.leads_on() && self.is_requirement(chain.end());
        let latest: Vec<Chain> = chains.iter().filter(is_latest).cloned().collect();
        for chain in latest {
            let up = |heading| chain.on(heading, SAME | INSIDE);
            chains.extend(self.headings_above(chain.end()).into_iter().filter_map(up));
        }
        for heading in (0..self.clauses.len()).filter(|at| self.is_heading(*at)) {
            let below = self.applicable(run, heading);
            let is_full = |chain: &&Chain| chain.leads_on() && chain.level() == Level::Full;
            if below.is_empty() {
                continue;
            }
            let Some(all) = join(chains.iter().filter(is_full), &below) else { continue };
            if all.iter().any(|chain| chain.rows == rows) {
                let confidence = all.iter().map(|chain| chain.confidence).min().expect("some requirement");
                let whole = Chain::new(vec![heading], Start::All);
                chains.push(Chain { rows, confidence, is_joined: true, ..whole });
            }
        }
    }

    /// Section 5: the order of chains to one clause, the best first. A chain by itself comes before several that come
    /// together.
    fn rank(&self, chain: &Chain) -> impl Ord {
        let headings = chain.clauses.iter().filter(|at| self.is_heading(**at)).count();
        let strength = (Reverse(chain.level()), chain.is_hint);
        (strength, chain.rows, Reverse(chain.confidence), headings, chain.is_joined, chain.clauses.clone())
    }

    /// The best chain to a clause, among all that prove something.
    pub(crate) fn best<'c>(&self, chains: &'c [Chain], clause: usize) -> Option<&'c Chain> {
        let is_meant = |chain: &&Chain| chain.end() == clause && !chain.is_against;
        chains.iter().filter(is_meant).min_by_key(|chain| self.rank(chain))
    }

    /// The best chain that would put a stated clause higher.
    pub(crate) fn contradiction<'c>(&self, chains: &'c [Chain], clause: usize) -> Option<&'c Chain> {
        let is_meant = |chain: &&Chain| chain.end() == clause && chain.is_against;
        chains.iter().filter(is_meant).min_by_key(|chain| self.rank(chain))
    }

    /// The level of a clause that asks for something; nothing where it does not apply.
    pub(crate) fn level(&self, run: Run, chains: &[Chain], clause: usize) -> Option<Level> {
        if self.is_requirement(clause) && self.stated(run, clause) == Stated::NotApplicable {
            return None;
        }
        Some(self.best(chains, clause).map_or(Level::None, Chain::level))
    }

    /// The first clauses of other chains that give a clause its level.
    pub(crate) fn contributors(&self, chains: &[Chain], clause: usize) -> Vec<usize> {
        let Some(best) = self.best(chains, clause) else { return Vec::new() };
        let is_other = |chain: &&Chain| {
            let is_so = chain.end() == clause && chain.level() == best.level() && !chain.is_against;
            is_so && chain.clauses[0] != best.clauses[0]
        };
        let others: BTreeSet<usize> = chains.iter().filter(is_other).map(|chain| chain.clauses[0]).collect();
        others.into_iter().collect()
    }

    /// The outcome of every applicable requirement of the target.
    pub(crate) fn outcomes(&self) -> Vec<(usize, &'static str)> {
        let runs = RUNS.map(|run| (run, self.chains(run)));
        let mut outcomes = Vec::new();
        for at in (0..self.clauses.len()).filter(|at| self.clauses[*at].edition == self.target) {
            let levels = [0, 1, 2].map(|number| self.level(runs[number].0, &runs[number].1, at));
            let [Some(stated), Some(finished), Some(complete)] = levels else { continue };
            if !self.is_requirement(at) {
                continue;
            }
            let is_denied = self.stated(Run::AsStated, at) == Stated::At(Level::None);
            outcomes.push((
                at,
                match stated {
                    Level::Full => "covered",
                    Level::Partial => "partly covered",
                    Level::Presumed => "to verify",
                    Level::None if is_denied || finished > Level::None => "open",
                    Level::None if complete > Level::None => "unknown",
                    Level::None => "new",
                },
            ));
        }
        outcomes
    }
}

/// The best chain to each of the clauses, by rows and then by confidence; nothing where one of them has none.
fn join<'c>(chains: impl Iterator<Item = &'c Chain> + Clone, clauses: &[usize]) -> Option<Vec<&'c Chain>> {
    let best = |clause: &usize| {
        let to = chains.clone().filter(|chain| chain.end() == *clause);
        to.min_by_key(|chain| (chain.rows, Reverse(chain.confidence)))
    };
    clauses.iter().map(best).collect()
}
