//! The engine against its contract (SEMANTICS.md, sections 1 to 5), written out a second time: by brute force, and
//! without a graph. Worlds reach the engine as YAML text, so the loader takes part.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use xwalk::crosswalk::{Crosswalk, Level, Selection};
use xwalk::load::{self, Files};
use xwalk::model::{ClauseId, ClauseNumber, Confidence, Direction, EditionId};
use xwalk::model::{Reading, Relation, Strength};
use xwalk::source::{Sources, Span};

/// How the demands of one clause lie to those of another (section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rcc {
    Eq,
    Ppi,
    Pp,
    Po,
    Dr,
}

impl Rcc {
    fn turned(self) -> Self {
        match self {
            Self::Ppi => Self::Pp,
            Self::Pp => Self::Ppi,
            Self::Eq | Self::Po | Self::Dr => self,
        }
    }

    /// Whether it holds between two sets, one bit for each demand.
    fn holds(self, c: u32, d: u32) -> bool {
        let (c_in_d, d_in_c) = (c & !d == 0, d & !c == 0);
        match self {
            Self::Eq => c == d,
            Self::Ppi => d_in_c && !c_in_d,
            Self::Pp => c_in_d && !d_in_c,
            Self::Po => c & d != 0 && !c_in_d && !d_in_c,
            Self::Dr => c & d == 0,
        }
    }

    /// The table of section 3.
    fn gives(self, level: Level) -> Level {
        use Level::{Full, None, Partial, Presumed};
        let [eq, ppi, pp, po, dr] = match level {
            Full => [Full, Full, Partial, Partial, None],
            Partial => [Partial, Presumed, Partial, Presumed, None],
            Presumed => [Presumed, None, None, None, None],
            None => [None; 5],
        };
        match self {
            Self::Eq => eq,
            Self::Ppi => ppi,
            Self::Pp => pp,
            Self::Po => po,
            Self::Dr => dr,
        }
    }
}

type Says = (Strength, Option<Strength>);

/// Everything that a row may say, forwards and backwards.
const SAYINGS: [Says; 8] = [
    (Strength::Full, Some(Strength::Full)),
    (Strength::Full, Some(Strength::Partial)),
    (Strength::Partial, Some(Strength::Full)),
    (Strength::Partial, Some(Strength::Partial)),
    (Strength::Full, None),
    (Strength::Partial, None),
    (Strength::None, Some(Strength::None)),
    (Strength::None, None),
];

/// The set relations that a row with one `from` leaves open, read forwards.
fn possible((forward, reverse): Says) -> Vec<Rcc> {
    use Strength::{Full, None as Not, Partial};
    match (forward, reverse) {
        (Full, Some(Full)) => vec![Rcc::Eq],
        (Full, Some(_)) => vec![Rcc::Ppi],
        (Partial, Some(Full)) => vec![Rcc::Pp],
        (Partial, Some(_)) => vec![Rcc::Po],
        (Full, None) => vec![Rcc::Eq, Rcc::Ppi],
        (Partial, None) => vec![Rcc::Po, Rcc::Pp],
        (Not, _) => vec![Rcc::Dr],
    }
}

fn turned(possible: Vec<Rcc>) -> Vec<Rcc> {
    possible.into_iter().map(Rcc::turned).collect()
}

/// What `to` may be to each `from` of a joint row.
fn possible_backwards_of_joint((forward, reverse): Says) -> Vec<Rcc> {
    match (forward, reverse) {
        (Strength::None, _) => vec![Rcc::Dr],
        (_, Some(Strength::Full)) => vec![Rcc::Eq, Rcc::Ppi],
        _ => vec![Rcc::Po],
    }
}

fn weakest(level: Level, possible: &[Rcc]) -> Level {
    possible.iter().map(|rcc| rcc.gives(level)).min().unwrap()
}

/// What several clauses give together.
fn together(levels: &[Level], forward: Strength) -> Level {
    if forward == Strength::None {
        Level::None
    } else if levels.iter().all(|level| *level == Level::Full) {
        if forward == Strength::Full {
            Level::Full
        } else {
            Level::Partial
        }
    } else if levels.contains(&Level::Full) {
        Level::Partial
    } else if levels.iter().any(|level| *level > Level::None) {
        Level::Presumed
    } else {
        Level::None
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Requirement,
    /// A clause with children that is declared to be a requirement.
    Control,
    Heading,
    Informative,
}

#[derive(Clone)]
struct Clause {
    edition: usize,
    number: String,
    parent: Option<usize>,
    kind: Kind,
    stated: Option<&'static str>,
}

#[derive(Clone)]
struct Row {
    from: Vec<usize>,
    to: Vec<usize>,
    says: Says,
    confidence: Confidence,
}

#[derive(Clone)]
struct World {
    clauses: Vec<Clause>,
    rows: Vec<Row>,
    target: usize,
    hops: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    A,
    B,
    C,
}

const RUNS: [Run; 3] = [Run::A, Run::B, Run::C];

/// For each clause its level, nothing where it is not applicable.
type Levels = Vec<Option<Level>>;

impl World {
    fn above(&self, clause: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.clauses[clause].parent, |at| self.clauses[*at].parent)
    }

    fn is_requirement(&self, clause: usize) -> bool {
        matches!(self.clauses[clause].kind, Kind::Requirement | Kind::Control)
    }

    fn requirements_below(&self, heading: usize) -> Vec<usize> {
        let is_below =
            |at: &usize| self.is_requirement(*at) && self.above(*at).any(|up| up == heading);
        (0..self.clauses.len()).filter(is_below).collect()
    }

    fn statement(&self, requirement: usize) -> Option<&'static str> {
        let is_heading = |up: &usize| self.clauses[*up].kind == Kind::Heading;
        let headings = self.above(requirement).filter(is_heading);
        std::iter::once(requirement)
            .chain(headings)
            .find_map(|at| self.clauses[at].stated)
    }

    fn base(&self) -> BTreeSet<usize> {
        let stated = self.clauses.iter().filter(|clause| clause.stated.is_some());
        stated
            .map(|clause| clause.edition)
            .filter(|edition| *edition != self.target)
            .collect()
    }

    /// The levels over no row at all, and for each clause whether rows may raise it.
    fn ground(&self, run: Run) -> (Levels, Vec<bool>) {
        let base = self.base();
        let stand = |at: usize| {
            if !self.is_requirement(at) {
                return (None, false);
            }
            let statement = self.statement(at);
            let is_raised = base.contains(&self.clauses[at].edition)
                && (run == Run::C || run == Run::B && statement.is_some());
            match statement {
                Some("not-applicable") => (None, false),
                _ if is_raised => (Some(Level::Full), false),
                Some("implemented") => (Some(Level::Full), false),
                Some("partial") => (Some(Level::Partial), false),
                Some(_) => (Some(Level::None), false),
                None => (Some(Level::None), true),
            }
        };
        (0..self.clauses.len()).map(stand).unzip()
    }

    /// The level of a clause, that of a heading from the requirements below it.
    fn level(&self, clause: usize, levels: &Levels) -> Option<Level> {
        if self.clauses[clause].kind != Kind::Heading {
            return levels[clause];
        }
        let below = self.requirements_below(clause);
        let below: Vec<Level> = below.into_iter().filter_map(|at| levels[at]).collect();
        Some(match below.iter().max() {
            Some(Level::Full) if below.iter().all(|level| *level == Level::Full) => Level::Full,
            Some(Level::Full | Level::Partial) => Level::Partial,
            Some(Level::Presumed) => Level::Presumed,
            Some(Level::None) | None => Level::None,
        })
    }

    /// All that rows give when each is used once: which clause, and what.
    fn gifts(&self, levels: &Levels) -> Vec<(usize, Level)> {
        let level = |at: usize| self.level(at, levels).unwrap_or(Level::None);
        let mut gifts = Vec::new();
        for row in &self.rows {
            for &to in &row.to {
                match row.from[..] {
                    [] => {}
                    [from] => {
                        gifts.push((to, weakest(level(from), &possible(row.says))));
                        gifts.push((from, weakest(level(to), &turned(possible(row.says)))));
                    }
                    _ => {
                        let given: Vec<Level> = row.from.iter().map(|at| level(*at)).collect();
                        gifts.push((to, together(&given, row.says.0)));
                        let back = weakest(level(to), &possible_backwards_of_joint(row.says));
                        gifts.extend(row.from.iter().map(|from| (*from, back)));
                    }
                }
            }
        }
        gifts
    }

    /// The levels over 0, 1, … rows, headings included.
    fn rounds(&self, run: Run) -> Vec<Levels> {
        let (mut levels, is_open) = self.ground(run);
        let mut rounds = vec![levels.clone()];
        for _ in 0..self.hops {
            let mut next = levels.clone();
            for (clause, gift) in self.gifts(&levels) {
                let (takers, gift) = match (self.clauses[clause].kind, gift) {
                    (_, Level::None) => continue,
                    (Kind::Heading, Level::Full) => (self.requirements_below(clause), Level::Full),
                    (Kind::Heading, _) => (self.requirements_below(clause), Level::Presumed),
                    _ => (vec![clause], gift),
                };
                for taker in takers.into_iter().filter(|taker| is_open[*taker]) {
                    next[taker] = next[taker].max(Some(gift));
                }
            }
            levels = next;
            rounds.push(levels.clone());
        }
        let whole = |levels: &Levels| (0..levels.len()).map(|at| self.level(at, levels)).collect();
        rounds.iter().map(whole).collect()
    }

    fn reference(&self, clause: usize) -> String {
        format!(
            "e{}:1/{}",
            self.clauses[clause].edition, self.clauses[clause].number
        )
    }

    /// Ids as a table writes them: short where the clause is of the table's own edition.
    fn list(&self, clauses: &[usize]) -> String {
        let home = self.clauses[clauses[0]].edition;
        let name = |at: &usize| match &self.clauses[*at] {
            clause if clause.edition == home => format!("\"{}\"", clause.number),
            _ => format!("\"{}\"", self.reference(*at)),
        };
        let names: Vec<String> = clauses.iter().map(name).collect();
        if names.len() == 1 {
            names[0].clone()
        } else {
            format!("[{}]", names.join(", "))
        }
    }

    /// The library as files: a catalog for each edition, and a table for each row.
    fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for clause in &self.clauses {
            let edition = clause.edition;
            if files.len() == edition {
                let head = format!("xwalk: catalog/1\nid: e{edition}:1\ntitle: E\nclauses:\n");
                files.push((format!("standards/e{edition}/1.yaml"), head));
            }
            let text = match clause.kind {
                Kind::Requirement | Kind::Heading => "C",
                Kind::Control => "{ title: C, kind: requirement }",
                Kind::Informative => "{ title: C, kind: informative }",
            };
            writeln!(files[edition].1, "  \"{}\": {text}", clause.number).unwrap();
        }
        for (number, row) in self.rows.iter().enumerate() {
            let home = |list: &[usize]| self.clauses[list[0]].edition;
            let (from, to, (forward, reverse)) = (home(&row.from), home(&row.to), row.says);
            let reverse = reverse
                .map(|reverse| format!(", reverse: {reverse}"))
                .unwrap_or_default();
            let text = format!(
                "xwalk: relations/1\nid: r{number}\nfrom: e{from}:1\nto: e{to}:1\nversion: 1\nsource: S\n\
                 confidence: {}\nrows:\n  - {{ from: {}, to: {}, relation: {forward}{reverse} }}\n",
                row.confidence,
                self.list(&row.from),
                self.list(&row.to),
            );
            files.push((format!("standards/relations/r{number}.yaml"), text));
        }
        files
    }

    fn assessment(&self) -> String {
        let mut text = "xwalk: assessment/1\norganization: O\nstatuses:\n".to_owned();
        let mut last = None;
        for clause in &self.clauses {
            let Some(status) = clause.stated else {
                continue;
            };
            if last.replace(clause.edition) != Some(clause.edition) {
                writeln!(text, "  e{}:1:", clause.edition).unwrap();
            }
            match status {
                "not-applicable" => {
                    let record = "{ status: not-applicable, justification: J }";
                    writeln!(text, "    \"{}\": {record}", clause.number).unwrap();
                }
                _ => writeln!(text, "    \"{}\": {status}", clause.number).unwrap(),
            }
        }
        text
    }

    /// What the engine says of every clause, in runs A, B and C.
    fn seen_through(&self, files: &[(String, String)]) -> Vec<Vec<Seen>> {
        let (mut sources, mut read) = (Sources::default(), Files::default());
        for (name, text) in files {
            let file = sources.add(name.clone(), text.clone());
            read.read(&sources, file);
        }
        let (library, _) = load::library(&sources, read)
            .sound()
            .expect("a sound library");
        let file = sources.add("assessment.yaml", self.assessment());
        let assessment = load::assessment(&sources, file, &library);
        let (assessment, _) = assessment.sound().expect("a sound assessment");
        let edition = |number: &usize| EditionId::parse(&format!("e{number}:1")).unwrap();
        let base: BTreeSet<EditionId> = self.base().iter().map(edition).collect();
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        let ground = crosswalk.ground(&assessment);
        let raised = |only_stated| crosswalk.raised(&ground, &base, only_stated);
        let all: Vec<usize> = (0..self.clauses.len()).collect();
        let ids: Vec<ClauseId> = all
            .iter()
            .map(|at| clause_id(&self.reference(*at)))
            .collect();
        let runs = [ground.clone(), raised(true), raised(false)];
        let run = |ground| {
            let reach = crosswalk.reach(ground, self.hops);
            let position = |id: &ClauseId| ids.iter().position(|other| other == id).unwrap();
            let see = |id: &ClauseId| Seen {
                level: reach.level(id),
                hops: reach.hops(id),
                chain: reach.chain(id).into_iter().map(position).collect(),
                confidence: reach.confidence(id),
            };
            ids.iter().map(see).collect()
        };
        runs.iter().map(run).collect()
    }

    fn seen(&self) -> Vec<Vec<Seen>> {
        self.seen_through(&self.files())
    }

    /// The clauses that ask for something.
    fn asking(&self) -> Vec<usize> {
        let asks = |at: &usize| self.clauses[*at].kind != Kind::Informative;
        (0..self.clauses.len()).filter(asks).collect()
    }
}

/// The smallest world that fails is shown as the files that make it.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "target e{}:1, at most {} rows", self.target, self.hops)?;
        for (name, text) in self.files() {
            writeln!(f, "# {name}\n{text}")?;
        }
        writeln!(f, "{}", self.assessment())
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Seen {
    level: Option<Level>,
    hops: Option<u32>,
    chain: Vec<usize>,
    confidence: Option<Confidence>,
}

fn clause_id(reference: &str) -> ClauseId {
    let (edition, number) = reference.split_once('/').unwrap();
    ClauseId {
        edition: EditionId::parse(edition).unwrap(),
        number: ClauseNumber::parse(number).unwrap(),
    }
}

/// A clause before it has its place: how deep at most, whether its kind is declared, and what is stated of it.
type Seed = (usize, bool, Option<&'static str>);

fn plant(editions: &[Vec<Seed>]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (edition, seeds) in editions.iter().enumerate() {
        let mut path: Vec<(usize, u32)> = Vec::new();
        for (place, (depth, is_declared, stated)) in seeds.iter().enumerate() {
            let mut count = 1;
            while path.len() > *depth {
                count = path.pop().unwrap().1 + 1;
            }
            let parent = path.last().map(|(at, _)| *at);
            path.push((clauses.len(), count));
            let numbers: Vec<String> = path.iter().map(|(_, count)| count.to_string()).collect();
            let has_children = seeds
                .get(place + 1)
                .is_some_and(|(next, ..)| *next >= path.len());
            let (kind, stated) = match (has_children, is_declared) {
                (true, true) => (Kind::Control, *stated),
                (true, false) => (Kind::Heading, *stated),
                (false, true) => (Kind::Informative, None),
                (false, false) => (Kind::Requirement, *stated),
            };
            clauses.push(Clause {
                edition,
                number: numbers.join("."),
                parent,
                kind,
                stated,
            });
        }
    }
    clauses
}

fn worlds() -> impl Strategy<Value = World> {
    let statuses = vec![
        "implemented",
        "partial",
        "planned",
        "not-implemented",
        "not-applicable",
    ];
    let stated = prop::option::weighted(0.3, select(statuses));
    let seed = (0..3_usize, prop::bool::weighted(0.2), stated);
    let editions = prop::collection::vec(prop::collection::vec(seed, 1..7), 2..5);
    let confidence = select(vec![Confidence::Low, Confidence::Medium, Confidence::High]);
    let some = |most: usize| prop::collection::vec(any::<Index>(), 1..=most);
    let from = prop_oneof![2 => some(1), 1 => some(3)];
    let row = (
        from,
        prop_oneof![3 => some(1), 1 => some(3)],
        select(SAYINGS.to_vec()),
        confidence,
    );
    let rows = prop::collection::vec(row, 0..16);
    (editions, rows, any::<Index>(), 0..6_u32).prop_map(|(editions, rows, target, hops)| {
        let target = target.index(editions.len());
        let clauses = plant(&editions);
        let mut world = World {
            clauses,
            rows: Vec::new(),
            target,
            hops,
        };
        let asking = world.asking();
        let pick = |list: Vec<Index>| {
            let mut picked: Vec<usize> = list.iter().map(|index| *index.get(&asking)).collect();
            let mut met = BTreeSet::new();
            picked.retain(|at| met.insert(*at));
            picked
        };
        if !asking.is_empty() {
            let row = |(from, to, says, confidence)| Row {
                from: pick(from),
                to: pick(to),
                says,
                confidence,
            };
            world.rows = rows.into_iter().map(row).collect();
        }
        world
    })
}

/// Worlds whose rows all lead from one requirement to another.
fn plain_worlds() -> impl Strategy<Value = World> {
    worlds().prop_map(|mut world| {
        let rows = std::mem::take(&mut world.rows);
        let is_plain = |row: &Row| {
            let [from, ref to @ ..] = [&row.from[..1], &row.to[..]].concat()[..] else {
                return false;
            };
            world.is_requirement(from) && to.iter().all(|to| world.is_requirement(*to))
        };
        let single = rows.into_iter().map(|mut row| {
            row.from.truncate(1);
            row
        });
        world.rows = single.filter(is_plain).collect();
        world.hops = world.hops.min(3);
        world
    })
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(9001),
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_clause_has_the_level_of_the_contract_over_the_fewest_rows_in_runs_a_b_and_c(world in worlds()) {
        for (run, seen) in RUNS.into_iter().zip(world.seen()) {
            let rounds = world.rounds(run);
            for at in world.asking() {
                let name = world.reference(at);
                let level = rounds.last().unwrap()[at];
                let first = rounds.iter().position(|levels| levels[at] == level).unwrap();
                let hops = level.filter(|level| *level > Level::None).map(|_| first as u32);
                prop_assert_eq!(seen[at].level, level, "level of {} in run {:?}", name, run);
                prop_assert_eq!(seen[at].hops, hops, "hops of {} in run {:?}", name, run);
            }
        }
    }

    #[test]
    fn neither_levels_nor_chains_depend_on_the_order_of_files(
        (world, files) in worlds().prop_flat_map(|world| {
            let files = Just(world.files()).prop_shuffle();
            (Just(world), files)
        })
    ) {
        prop_assert_eq!(world.seen(), world.seen_through(&files));
    }

    #[test]
    fn another_row_or_another_hop_never_lowers_a_level(world in worlds()) {
        let levels = |world: &World| -> Vec<_> { world.seen().into_iter().flatten().map(|seen| seen.level).collect() };
        let mut less = world.clone();
        less.rows.pop();
        let more = World { hops: world.hops + 1, ..world.clone() };
        let (less, these, more) = (levels(&less), levels(&world), levels(&more));
        for ((less, this), more) in less.iter().zip(&these).zip(&more) {
            prop_assert!(less <= this && this <= more);
        }
    }

    #[test]
    fn a_chain_ends_in_its_clause_and_is_empty_where_there_is_no_level(world in worlds()) {
        for seen in world.seen() {
            for at in world.asking() {
                let is_met = seen[at].level.is_some_and(|level| level > Level::None);
                prop_assert_eq!(seen[at].chain.last().copied(), is_met.then_some(at));
            }
        }
    }

    #[test]
    fn a_chain_of_single_rows_is_the_surest_of_the_shortest_that_prove_the_level(world in plain_worlds()) {
        for (run, seen) in RUNS.into_iter().zip(world.seen()) {
            let proofs = world.proofs(run);
            for at in (0..seen.len()).filter(|at| !seen[*at].chain.is_empty()) {
                if !world.is_requirement(at) { continue }
                let seen = &seen[at];
                let proves = |proof: &&Proof| proof.chain.last() == Some(&at) && Some(proof.level) == seen.level;
                let rank = |proof: &&Proof| (proof.chain.len(), std::cmp::Reverse(proof.confidence), proof.chain.clone());
                let best = proofs.iter().filter(proves).min_by_key(rank).unwrap();
                prop_assert_eq!(&best.chain, &seen.chain);
                prop_assert_eq!(best.confidence, seen.confidence.unwrap_or(Confidence::High));
            }
        }
    }
}

/// A chain of rows between requirements, and what it proves of the last one.
#[derive(Clone)]
struct Proof {
    chain: Vec<usize>,
    level: Level,
    confidence: Confidence,
}

impl World {
    /// Every chain of single rows that there is.
    fn proofs(&self, run: Run) -> Vec<Proof> {
        let (ground, is_open) = self.ground(run);
        let start = |(at, level): (usize, &Option<Level>)| {
            let level = level.filter(|level| *level > Level::None)?;
            Some(Proof {
                chain: vec![at],
                level,
                confidence: Confidence::High,
            })
        };
        let mut proofs: Vec<Proof> = ground.iter().enumerate().filter_map(start).collect();
        let mut done = 0;
        for _ in 0..self.hops {
            let last = proofs[done..].to_vec();
            done = proofs.len();
            for (proof, row) in last
                .iter()
                .flat_map(|proof| self.rows.iter().map(move |row| (proof, row)))
            {
                for &to in &row.to {
                    let forwards = (row.from[0], to, possible(row.says));
                    let backwards = (to, row.from[0], turned(possible(row.says)));
                    for (from, to, possible) in [forwards, backwards] {
                        let level = weakest(proof.level, &possible);
                        if proof.chain.last() != Some(&from) || !is_open[to] || level == Level::None
                        {
                            continue;
                        }
                        let confidence = proof.confidence.min(row.confidence);
                        proofs.push(Proof {
                            chain: [&proof.chain[..], &[to]].concat(),
                            level,
                            confidence,
                        });
                    }
                }
            }
        }
        proofs
    }
}

/// A row between clauses `a` (and `b`, where it is joint) and `c`.
fn relation((forward, reverse): Says, is_joint: bool) -> Relation {
    let mut from = vec![clause_id("e0:1/a"), clause_id("e0:1/b")];
    from.truncate(if is_joint { 2 } else { 1 });
    Relation {
        from,
        to: clause_id("e1:1/c"),
        forward,
        reverse,
        items: None,
        add: None,
        note: None,
        confidence: Confidence::High,
        span: Span::start_of(Sources::default().add("", "")),
    }
}

#[test]
fn a_row_is_read_in_both_directions_as_the_table_of_section_1_says() {
    use Reading::{Covers, Disjoint, Equal, Overlaps, Within};
    // Forwards, backwards, and backwards where the row is joint, in the order of SAYINGS.
    let expected = [
        [Equal, Equal, Covers],
        [Covers, Within, Overlaps],
        [Within, Covers, Covers],
        [Overlaps, Overlaps, Overlaps],
        [Covers, Within, Overlaps],
        [Overlaps, Overlaps, Overlaps],
        [Disjoint, Disjoint, Disjoint],
        [Disjoint, Disjoint, Disjoint],
    ];
    for (says, [forwards, backwards, backwards_of_joint]) in SAYINGS.into_iter().zip(expected) {
        let (single, joint) = (relation(says, false), relation(says, true));
        assert_eq!(single.reading(Direction::Forward), forwards, "{says:?}");
        assert_eq!(single.reading(Direction::Backward), backwards, "{says:?}");
        assert_eq!(
            joint.reading(Direction::Backward),
            backwards_of_joint,
            "{says:?}"
        );
        let all_full = Level::Full.step(joint.reading(Direction::Forward));
        assert_eq!(all_full, together(&[Level::Full; 2], says.0), "{says:?}");
    }
}

#[test]
fn a_step_gives_what_the_table_of_section_3_says() {
    use Level::{Full, None, Partial, Presumed};
    let readings = [
        Reading::Equal,
        Reading::Covers,
        Reading::Within,
        Reading::Overlaps,
        Reading::Disjoint,
    ];
    let expected = [
        (Full, [Full, Full, Partial, Partial, None]),
        (Partial, [Partial, Presumed, Partial, Presumed, None]),
        (Presumed, [Presumed, None, None, None, None]),
        (None, [None; 5]),
    ];
    for (level, gives) in expected {
        assert_eq!(
            readings.map(|reading| level.step(reading)),
            gives,
            "{level:?}"
        );
    }
}

/// What is known of a set of demands in every one of many models: the strongest claim that is sound.
struct Claim {
    is_full: bool,
    is_partial: bool,
    may_be: bool,
}

impl Claim {
    fn new() -> Self {
        Self {
            is_full: true,
            is_partial: true,
            may_be: false,
        }
    }

    /// Adds a model: the set, what is in place, and what of that is known to be.
    fn meet(&mut self, set: u32, in_place: u32, known: u32) {
        self.is_full &= set & !in_place == 0;
        self.is_partial &= set & in_place != 0;
        self.may_be |= set & known != 0;
    }

    fn level(&self) -> Level {
        match self {
            Self { is_full: true, .. } => Level::Full,
            Self {
                is_partial: true, ..
            } => Level::Partial,
            Self { may_be: true, .. } => Level::Presumed,
            Self { .. } => Level::None,
        }
    }
}

/// Whether a level of a clause is true by definition.
fn is_at(level: Level, set: u32, in_place: u32) -> bool {
    match level {
        Level::Full => set & !in_place == 0,
        Level::Partial => set & in_place != 0,
        Level::Presumed | Level::None => true,
    }
}

#[test]
fn a_step_claims_exactly_what_holds_in_every_model_of_what_the_row_says() {
    const ALL: u32 = 1 << 5;
    for says in SAYINGS {
        for direction in [Direction::Forward, Direction::Backward] {
            let possible = match direction {
                Direction::Forward => possible(says),
                Direction::Backward => turned(possible(says)),
            };
            let reading = relation(says, false).reading(direction);
            for level in [Level::Full, Level::Partial] {
                let mut claim = Claim::new();
                for (c, d) in (1..ALL).flat_map(|c| (1..ALL).map(move |d| (c, d))) {
                    if possible.iter().any(|rcc| rcc.holds(c, d)) {
                        let places = (0..ALL).filter(|in_place| is_at(level, c, *in_place));
                        places.for_each(|in_place| claim.meet(d, in_place, c & in_place));
                    }
                }
                assert_eq!(
                    level.step(reading),
                    claim.level(),
                    "{level:?} {direction:?} {says:?}"
                );
            }
        }
    }
}

#[test]
fn a_joint_row_claims_exactly_what_holds_in_every_model_of_clauses_that_each_contribute() {
    const ALL: u32 = 1 << 4;
    let levels = [Level::Full, Level::Partial, Level::None];
    let sets =
        || (1..ALL).flat_map(|a| (1..ALL).flat_map(move |b| (1..ALL).map(move |d| (a, b, d))));
    for says in SAYINGS.into_iter().filter(|says| says.0 != Strength::None) {
        let is_model = |&(a, b, d): &(u32, u32, u32)| {
            let whole = a | b;
            let reverse = says
                .1
                .is_none_or(|reverse| (whole & !d == 0) == (reverse == Strength::Full));
            a & d != 0 && b & d != 0 && reverse && (d & !whole == 0) == (says.0 == Strength::Full)
        };
        for (at_a, at_b) in levels.into_iter().flat_map(|a| levels.map(|b| (a, b))) {
            let mut claim = Claim::new();
            for (a, b, d) in sets().filter(is_model) {
                let is_place = |place: &u32| is_at(at_a, a, *place) && is_at(at_b, b, *place);
                let known =
                    if at_a > Level::None { a } else { 0 } | if at_b > Level::None { b } else { 0 };
                (0..ALL)
                    .filter(is_place)
                    .for_each(|place| claim.meet(d, place, known & place));
            }
            assert_eq!(
                together(&[at_a, at_b], says.0),
                claim.level(),
                "{at_a:?} {at_b:?} {says:?}"
            );
        }
        let backwards = relation(says, true).reading(Direction::Backward);
        for level in [Level::Full, Level::Partial] {
            let mut claim = Claim::new();
            for (a, _, d) in sets().filter(is_model) {
                let places = (0..ALL).filter(|place| is_at(level, d, *place));
                places.for_each(|place| claim.meet(a, place, d & place));
            }
            assert_eq!(
                level.step(backwards),
                claim.level(),
                "{level:?} backwards {says:?}"
            );
        }
    }
}
