//! The engine against its contract (SEMANTICS.md, sections 1 to 5), written out a second time by brute force and without
//! a graph. Worlds reach the engine as YAML text, so the loader takes part.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use xwalk::crosswalk::{Crosswalk, Level, Selection};
use xwalk::load::{self, Files};
use xwalk::model::{ClauseId, ClauseNumber, Confidence, Direction, EditionId};
use xwalk::model::{Reading, Relation, Strength};
use xwalk::source::{Sources, Span};

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

/// Of two sets that share something: whether the first contains the second, and the second the first.
type Lie = (bool, bool);

/// How `from` and `to` may lie to each other (section 1); in no way if they share nothing.
fn lies((forward, reverse): Says) -> Vec<Lie> {
    let covers = forward == Strength::Full;
    match (forward, reverse) {
        (Strength::None, _) => vec![],
        (_, Some(reverse)) => vec![(covers, reverse == Strength::Full)],
        (_, None) => vec![(covers, false), (covers, true)],
    }
}

fn turned(lies: Vec<Lie>) -> Vec<Lie> {
    lies.iter().map(|lie| (lie.1, lie.0)).collect()
}

/// How `to` may lie to each `from` of a joint row.
fn lies_back((forward, reverse): Says) -> Vec<Lie> {
    match forward {
        Strength::None => vec![],
        _ => lies((reverse.unwrap_or(Strength::Partial), None)),
    }
}

/// Section 3: what clauses, several of them jointly, give to one that may lie to them so.
fn gain(levels: &[Level], lies: &[Lie]) -> Level {
    use Level::{Full, None, Partial, Presumed};
    if let [level] = *levels {
        let one = |lie: &Lie| match (level, lie) {
            (Full, (true, _)) => Full,
            (Full, (false, _)) | (Partial, (_, true)) => Partial,
            (Partial, (_, false)) | (Presumed, (true, true)) => Presumed,
            (Presumed | None, _) => None,
        };
        return lies.iter().map(one).min().unwrap_or(None);
    }
    match lies.first() {
        Option::None => None,
        Some((true, _)) if levels.iter().all(|level| *level == Full) => Full,
        Some(_) if levels.contains(&Full) => Partial,
        Some(_) if levels.iter().any(|level| *level > None) => Presumed,
        Some(_) => None,
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

/// From which clauses, to which, what, and how sure.
type Row = (Vec<usize>, Vec<usize>, Says, Confidence);

/// A row with one `to`, read in one direction.
type Step = (Vec<usize>, usize, Vec<Lie>, Confidence);

#[derive(Clone)]
struct World {
    clauses: Vec<Clause>,
    rows: Vec<Row>,
    target: usize,
    hops: u32,
}

/// For each clause its level, nothing where it is not applicable.
type Levels = Vec<Option<Level>>;

impl World {
    fn above(&self, clause: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.clauses[clause].parent, |at| self.clauses[*at].parent)
    }

    fn is_requirement(&self, clause: usize) -> bool {
        matches!(self.clauses[clause].kind, Kind::Requirement | Kind::Control)
    }

    fn is_heading(&self, clause: usize) -> bool {
        self.clauses[clause].kind == Kind::Heading
    }

    /// The clauses that ask for something.
    fn asking(&self) -> Vec<usize> {
        let asks = |at: &usize| self.clauses[*at].kind != Kind::Informative;
        (0..self.clauses.len()).filter(asks).collect()
    }

    /// The requirements that a clause stands for.
    fn requirements_of(&self, clause: usize) -> Vec<usize> {
        if !self.is_heading(clause) {
            return vec![clause];
        }
        let is_below = |at: &usize| self.above(*at).any(|up| up == clause);
        let is_meant = |at: &usize| self.is_requirement(*at) && is_below(at);
        (0..self.clauses.len()).filter(is_meant).collect()
    }

    /// The nearest statement: its own, or that of a heading above it.
    fn statement(&self, requirement: usize) -> Option<&'static str> {
        let is_near = |at: &usize| *at == requirement || self.is_heading(*at);
        let mut near = std::iter::once(requirement).chain(self.above(requirement));
        near.find_map(|at| self.clauses[at].stated.filter(|_| is_near(&at)))
    }

    fn base(&self) -> BTreeSet<usize> {
        let is_base = |at: &Clause| at.stated.is_some() && at.edition != self.target;
        let base = self.clauses.iter().filter(|at| is_base(at));
        base.map(|clause| clause.edition).collect()
    }

    /// The level of a clause over no row at all, and whether rows may raise it.
    fn ground(&self, run: char, at: usize) -> (Option<Level>, bool) {
        let is_base = self.base().contains(&self.clauses[at].edition);
        match (self.statement(at), run) {
            _ if !self.is_requirement(at) => (None, false),
            (Some("not-applicable"), _) => (None, false),
            (Some(_), 'B') | (_, 'C') if is_base => (Some(Level::Full), false),
            (Some("implemented"), _) => (Some(Level::Full), false),
            (Some("partial"), _) => (Some(Level::Partial), false),
            (Some(_), _) => (Some(Level::None), false),
            (None, _) => (Some(Level::None), true),
        }
    }

    /// The level of a clause, that of a heading from the requirements below it.
    fn level(&self, clause: usize, levels: &Levels) -> Option<Level> {
        if !self.is_heading(clause) {
            return levels[clause];
        }
        let below = self.requirements_of(clause);
        let below: Vec<Level> = below.into_iter().filter_map(|at| levels[at]).collect();
        Some(match below.iter().max() {
            Some(Level::Full) if below.iter().any(|level| *level != Level::Full) => Level::Partial,
            Some(level) => *level,
            None => Level::None,
        })
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (from, to, says, confidence) in &self.rows {
            let back = match from.len() {
                1 => turned(lies(*says)),
                _ => lies_back(*says),
            };
            for &to in to {
                steps.push((from.clone(), to, lies(*says), *confidence));
                for from in from {
                    steps.push((vec![to], *from, back.clone(), *confidence));
                }
            }
        }
        steps
    }

    /// The levels over at most 0, 1, … rows, headings included.
    fn rounds(&self, run: char) -> Vec<Levels> {
        let all = 0..self.clauses.len();
        let mut rounds: Vec<Levels> = vec![all.clone().map(|at| self.ground(run, at).0).collect()];
        for round in 0..self.hops as usize {
            let mut next = rounds[round].clone();
            for (from, to, lies, _) in self.steps() {
                let level = |at: &usize| self.level(*at, &rounds[round]).unwrap_or(Level::None);
                let given: Vec<Level> = from.iter().map(level).collect();
                let mut gift = gain(&given, &lies);
                if self.is_heading(to) && gift == Level::Partial {
                    gift = Level::Presumed;
                }
                for taker in self.requirements_of(to) {
                    if self.ground(run, taker).1 {
                        next[taker] = next[taker].max(Some(gift));
                    }
                }
            }
            rounds.push(next);
        }
        let whole = |levels: &Levels| all.clone().map(|at| self.level(at, levels)).collect();
        rounds.iter().map(whole).collect()
    }

    /// Every chain of single rows that proves something of its last clause.
    fn proofs(&self, run: char) -> Vec<Proof> {
        let start = |at: usize| Some((vec![at], self.ground(run, at).0?, Confidence::High));
        let mut proofs: Vec<Proof> = (0..self.clauses.len()).filter_map(start).collect();
        for rows in 1..=self.hops as usize {
            for (chain, level, confidence) in proofs.clone() {
                for (from, to, lies, sure) in self.steps() {
                    let level = gain(&[level], &lies);
                    let is_next = chain.len() == rows && chain.ends_with(&from);
                    if is_next && level > Level::None && self.ground(run, to).1 {
                        proofs.push(([&chain[..], &[to]].concat(), level, confidence.min(sure)));
                    }
                }
            }
        }
        proofs
    }

    fn reference(&self, clause: usize) -> String {
        let clause = &self.clauses[clause];
        format!("e{}:1/{}", clause.edition, clause.number)
    }

    /// The edition of the first clause, and all as a table of this edition names them.
    fn list(&self, clauses: &[usize]) -> (String, String) {
        let home = format!("e{}:1", self.clauses[clauses[0]].edition);
        let name = |at: &usize| self.reference(*at).replace(&format!("{home}/"), "");
        let names: Vec<String> = clauses.iter().map(name).collect();
        (home, format!("{names:?}"))
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
            files[edition].1 += &format!("  {:?}: {text}\n", clause.number);
        }
        for (number, (from, to, (forward, reverse), confidence)) in self.rows.iter().enumerate() {
            let ((from, some), (to, others)) = (self.list(from), self.list(to));
            let reverse = reverse.map_or(String::new(), |word| format!(", reverse: {word}"));
            let text = format!(
                "xwalk: relations/1\nid: r{number}\nfrom: {from}\nto: {to}\nversion: 1\nsource: S\n\
                 confidence: {confidence}\nrows:\n  \
                 - {{ from: {some}, to: {others}, relation: {forward}{reverse} }}\n",
            );
            files.push((format!("standards/relations/r{number}.yaml"), text));
        }
        files
    }

    fn assessment(&self) -> String {
        let mut text = format!("# target e{}:1, at most {} rows\n", self.target, self.hops);
        text += "xwalk: assessment/1\norganization: O\nstatuses:\n";
        let mut last = None;
        for clause in &self.clauses {
            let (edition, number) = (clause.edition, &clause.number);
            let Some(status) = clause.stated else {
                continue;
            };
            if last.replace(edition) != Some(edition) {
                text += &format!("  e{edition}:1:\n");
            }
            text += &format!("    {number:?}: {{ status: {status}, justification: J }}\n");
        }
        text
    }

    /// What the engine says of every clause, run by run.
    fn seen_through(&self, files: &[(String, String)]) -> Vec<(char, Vec<Seen>)> {
        let (mut sources, mut read) = (Sources::default(), Files::default());
        for (name, text) in files {
            let file = sources.add(name.clone(), text.clone());
            read.read(&sources, file);
        }
        let library = load::library(&sources, read);
        let (library, _) = library.sound().expect("a sound library");
        let file = sources.add("assessment.yaml", self.assessment());
        let assessment = load::assessment(&sources, file, &library);
        let (assessment, _) = assessment.sound().expect("a sound assessment");
        let ids = (0..self.clauses.len()).map(|at| clause_id(&self.reference(at)));
        let ids: Vec<ClauseId> = ids.collect();
        let edition = |number| EditionId::parse(&format!("e{number}:1")).unwrap();
        let base = self.base().into_iter().map(edition).collect();
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        let ground = crosswalk.assumptions(&assessment);
        let raised = |only_stated| crosswalk.assuming_full(&ground, &base, only_stated);
        let grounds = [ground.clone(), raised(true), raised(false)];
        let run = |(run, ground)| {
            let reach = crosswalk.infer(&ground, self.hops);
            let position = |id| ids.iter().position(|other| other == id).unwrap();
            let see = |id| Seen {
                level: reach.level(id),
                hops: reach.hops(id),
                chain: reach.chain(id).into_iter().map(position).collect(),
                confidence: reach.confidence(id),
            };
            (run, ids.iter().map(see).collect())
        };
        ['A', 'B', 'C'].into_iter().zip(grounds).map(run).collect()
    }

    fn seen(&self) -> Vec<(char, Vec<Seen>)> {
        self.seen_through(&self.files())
    }
}

/// A chain, and what it proves of its last clause.
type Proof = (Vec<usize>, Level, Confidence);

#[derive(Debug, PartialEq)]
struct Seen {
    level: Option<Level>,
    hops: Option<u32>,
    chain: Vec<usize>,
    confidence: Option<Confidence>,
}

/// The smallest world that fails is shown as the files that make it.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, text) in self.files() {
            writeln!(f, "# {name}\n{text}")?;
        }
        f.write_str(&self.assessment())
    }
}

fn clause_id(reference: &str) -> ClauseId {
    let (edition, number) = reference.split_once('/').unwrap();
    let (edition, number) = (EditionId::parse(edition), ClauseNumber::parse(number));
    ClauseId { edition: edition.unwrap(), number: number.unwrap() }
}

/// A clause before it has its place: how deep at most, whether its kind is declared, and what is stated of it.
type Seed = (usize, bool, Option<&'static str>);

fn plant(editions: &[Vec<Seed>]) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (edition, seeds) in editions.iter().enumerate() {
        let mut path: Vec<usize> = Vec::new();
        for (place, &(depth, is_declared, stated)) in seeds.iter().enumerate() {
            path.truncate(depth);
            let parent = path.last().copied();
            let number = match parent {
                Some(parent) => format!("{}.{}", clauses[parent].number, place + 1),
                None => (place + 1).to_string(),
            };
            path.push(clauses.len());
            let next = seeds.get(place + 1);
            let has_children = next.is_some_and(|next| next.0 >= path.len());
            let kind = match (has_children, is_declared) {
                (true, true) => Kind::Control,
                (true, false) => Kind::Heading,
                (false, true) => Kind::Informative,
                (false, false) => Kind::Requirement,
            };
            let stated = stated.filter(|_| kind != Kind::Informative);
            clauses.push(Clause { edition, number, parent, kind, stated });
        }
    }
    clauses
}

fn worlds() -> impl Strategy<Value = World> {
    let statuses = "implemented partial planned not-implemented not-applicable";
    let stated = prop::option::weighted(0.2, select(statuses.split(' ').collect::<Vec<_>>()));
    let seed = (0..3_usize, prop::bool::weighted(0.2), stated);
    let editions = prop::collection::vec(prop::collection::vec(seed, 1..7), 2..5);
    let confidence = select(vec![Confidence::Low, Confidence::Medium, Confidence::High]);
    let some = |most: usize| prop::collection::vec(any::<Index>(), 1..=most);
    let ends = prop_oneof![3 => (some(1), some(1)), 1 => (some(1), some(3)), 1 => (some(3), some(2))];
    let rows = prop::collection::vec((ends, select(SAYINGS.to_vec()), confidence), 0..28);
    (editions, rows, any::<Index>(), 0..6_u32).prop_map(|(editions, rows, target, hops)| {
        let target = target.index(editions.len());
        let mut world = World { clauses: plant(&editions), rows: Vec::new(), target, hops };
        let asking = world.asking();
        let pick = |list: Vec<Index>| {
            let picked: BTreeSet<usize> = list.iter().map(|index| *index.get(&asking)).collect();
            picked.into_iter().collect()
        };
        if !asking.is_empty() {
            let row = |((from, to), says, sure)| (pick(from), pick(to), says, sure);
            world.rows = rows.into_iter().map(row).collect();
        }
        world
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(9001),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_clause_has_the_level_of_the_contract_over_the_fewest_rows_in_runs_a_b_and_c(world in worlds()) {
        for (run, seen) in world.seen() {
            let rounds = world.rounds(run);
            for at in world.asking() {
                let level = rounds.last().unwrap()[at];
                let first = rounds.iter().position(|levels| levels[at] == level).unwrap();
                let hops = (level > Some(Level::None)).then_some(first as u32);
                let name = world.reference(at);
                prop_assert_eq!((seen[at].level, seen[at].hops), (level, hops), "{} in run {}", name, run);
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
        let more_hops = World { hops: world.hops + 1, ..world.clone() };
        let mut fewer_rows = world.clone();
        fewer_rows.rows.pop();
        for (less, more) in [(&fewer_rows, &world), (&world, &more_hops)] {
            for ((run, less), (_, more)) in less.seen().into_iter().zip(more.seen()) {
                prop_assert!(less.iter().zip(&more).all(|(less, more)| less.level <= more.level), "run {}", run);
            }
        }
    }

    #[test]
    fn a_chain_ends_in_its_clause_and_is_empty_where_there_is_no_level(world in worlds()) {
        for (run, seen) in world.seen() {
            for at in world.asking() {
                let Seen { level, chain, .. } = &seen[at];
                let is_told = chain.last() == Some(&at);
                let is_met = *level > Some(Level::None);
                prop_assert!(if is_met { is_told } else { chain.is_empty() }, "{at} {chain:?} in run {run}");
            }
        }
    }

    #[test]
    fn a_chain_of_single_rows_is_the_surest_of_the_shortest_and_among_those_equally_sure_the_first(
        mut world in worlds(),
    ) {
        let requirements: Vec<bool> = (0..world.clauses.len()).map(|at| world.is_requirement(at)).collect();
        world.rows.retain(|(from, to, ..)| from.len() == 1 && from.iter().chain(to).all(|at| requirements[*at]));
        world.hops = world.hops.min(3);
        for (run, seen) in world.seen() {
            let proofs = world.proofs(run);
            for (at, Seen { level, chain, confidence, .. }) in seen.into_iter().enumerate() {
                if !requirements[at] || chain.is_empty() { continue }
                let proves = |proof: &&Proof| proof.0.ends_with(&[at]) && Some(proof.1) == level;
                let proofs = || proofs.iter().filter(proves);
                let rank = |proof: &Proof| (proof.0.len(), Reverse(proof.2), proof.0.clone());
                let best = proofs().map(rank).min().unwrap();
                let is_best = proofs().any(|proof| proof.0 == chain && rank(proof) == best);
                prop_assert!(is_best, "{chain:?} in run {run}");
                prop_assert_eq!(confidence.unwrap_or(Confidence::High), best.1.0);
            }
        }
    }
}

/// A row between `a`, or `a` and `b` jointly, and `c`.
fn relation((forward, reverse): Says, is_joint: bool) -> Relation {
    let from = ["e0:1/a", "e0:1/b"].map(clause_id);
    let span = Span::start_of(Sources::default().add("", ""));
    Relation {
        from: from[..1 + usize::from(is_joint)].to_vec(),
        to: clause_id("e1:1/c"),
        forward,
        reverse,
        items: None,
        add: None,
        note: None,
        confidence: Confidence::High,
        span,
    }
}

#[test]
fn a_row_is_read_in_both_directions_as_the_table_of_section_1_says() {
    use Reading::{Covers, Disjoint, Equal, Overlaps, Within};
    // In the order of SAYINGS: forwards, backwards, and backwards where the row is joint.
    let expected = [
        (Equal, Equal, Covers),
        (Covers, Within, Overlaps),
        (Within, Covers, Covers),
        (Overlaps, Overlaps, Overlaps),
        (Covers, Within, Overlaps),
        (Overlaps, Overlaps, Overlaps),
        (Disjoint, Disjoint, Disjoint),
        (Disjoint, Disjoint, Disjoint),
    ];
    for (says, expected) in SAYINGS.into_iter().zip(expected) {
        let [single, joint] = [false, true].map(|is_joint| relation(says, is_joint));
        let forwards = single.set_relation(Direction::Forward);
        let back = [&single, &joint].map(|row| row.set_relation(Direction::Backward));
        assert_eq!((forwards, back[0], back[1]), expected, "{says:?}");
        let all_full = Level::Full.step(joint.set_relation(Direction::Forward));
        assert_eq!(all_full, gain(&[Level::Full; 2], &lies(says)), "{says:?}");
    }
}

/// All sets of four demands, one bit each; clauses are those that are not empty.
const SETS: std::ops::Range<u32> = 0..16;

fn clauses() -> impl Iterator<Item = u32> + Clone {
    SETS.skip(1)
}

fn is_within(part: u32, whole: u32) -> bool {
    part & !whole == 0
}

/// Whether a clause may lie so to another.
fn may_lie(lies: &[Lie], c: u32, d: u32) -> bool {
    let is_disjoint = c & d == 0;
    let is_so = lies.contains(&(is_within(d, c), is_within(c, d)));
    is_disjoint == lies.is_empty() && (is_disjoint || is_so)
}

/// The strongest level of `d` that is true in every model, where clauses at levels are to `d` as some model says.
/// A model is the clauses, then `d`; with each, everything may be in place that makes the levels true by definition.
fn strongest<const N: usize>(levels: [Level; N], models: impl Iterator<Item = ([u32; N], u32)>) -> Level {
    let (mut is_full, mut is_partial, mut may_be) = (true, true, false);
    for (clauses, d) in models {
        let given = || clauses.into_iter().zip(levels);
        let is_true = |place: &u32| {
            given().all(|(clause, level)| match level {
                Level::Full => is_within(clause, *place),
                Level::Partial => clause & place != 0,
                Level::Presumed | Level::None => true,
            })
        };
        for place in SETS.filter(is_true) {
            is_full &= is_within(d, place);
            is_partial &= d & place != 0;
            may_be |= given().any(|(clause, level)| level > Level::None && clause & d & place != 0);
        }
    }
    match (is_full, is_partial, may_be) {
        (true, ..) => Level::Full,
        (_, true, _) => Level::Partial,
        (.., true) => Level::Presumed,
        _ => Level::None,
    }
}

#[test]
fn a_step_claims_exactly_what_holds_in_every_model_of_its_row() {
    for says in SAYINGS {
        let forward = (Direction::Forward, lies(says));
        let backward = (Direction::Backward, turned(lies(says)));
        for (direction, lies) in [forward, backward] {
            let reading = relation(says, false).set_relation(direction);
            let pairs = clauses().flat_map(|c| clauses().map(move |d| ([c], d)));
            let models = pairs.filter(|([c], d)| may_lie(&lies, *c, *d));
            for level in [Level::Full, Level::Partial] {
                let holds = strongest([level], models.clone());
                let row = format!("{level:?} {direction:?} {says:?}");
                assert_eq!(level.step(reading), holds, "{row}");
            }
            for level in [Level::Presumed, Level::None] {
                assert_eq!(level.step(reading), gain(&[level], &lies), "{says:?}");
            }
        }
    }
}

#[test]
fn a_joint_row_claims_nothing_that_fails_in_a_model_of_clauses_that_each_contribute() {
    let pairs = || clauses().flat_map(|a| clauses().map(move |b| [a, b]));
    for says in SAYINGS.into_iter().filter(|says| says.0 != Strength::None) {
        let is_model = |[a, b]: [u32; 2], d| a & d != 0 && b & d != 0 && may_lie(&lies(says), a | b, d);
        let models = clauses().flat_map(|d| pairs().map(move |pair| (pair, d)));
        let models: Vec<_> = models.filter(|(pair, d)| is_model(*pair, *d)).collect();
        for at_a in [Level::Full, Level::Partial, Level::None] {
            for at_b in [Level::Full, Level::Partial, Level::None] {
                let claim = gain(&[at_a, at_b], &lies(says));
                let holds = strongest([at_a, at_b], models.iter().copied());
                // Where `to` contains them all, a part of one is a part of `to`, and the contract presumes it only.
                let is_modest = says.1 == Some(Strength::Full) && claim == Level::Presumed;
                let is_right = claim == holds || is_modest && claim < holds;
                assert!(is_right, "{at_a:?} {at_b:?} {says:?}");
            }
            let backwards = relation(says, true).set_relation(Direction::Backward);
            let holds = strongest([at_a], models.iter().map(|([a, _], d)| ([*d], *a)));
            assert_eq!(at_a.step(backwards), holds, "{at_a:?} backwards {says:?}");
        }
    }
}
