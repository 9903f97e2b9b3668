//! What the contract claims, against sets of demands: clauses are sets that are not empty, and what is in place is a set
//! too.

use std::collections::BTreeMap;

use crate::contract::{Level, Lies, SETS, Start, between, compose, level, lies, turned};
use crate::engine::seen;
use crate::world::{Clause, Kind, Row, SAYINGS, Says, World, sayings};

/// What is true of the last of some sets, where all of the first is in place, or a part of it that is not said.
/// The less is in place, the less is true: so all of it is no more than the set, and a part a single demand.
fn truth(start: Start, c: u32, d: u32) -> Level {
    let demands = || (0..5).map(|bit| 1 << bit).filter(move |demand| c & demand != 0);
    match start {
        Start::All if d & !c == 0 => Level::Full,
        Start::All if c & d != 0 => Level::Partial,
        Start::Part if demands().all(|demand| demand & d != 0) => Level::Partial,
        Start::Part if c & d != 0 => Level::Presumed,
        Start::All | Start::Part => Level::None,
    }
}

/// A row that is followed, forwards or backwards.
type Followed = (Says, bool);

fn followed() -> Vec<Followed> {
    let says = sayings().into_iter().filter(|says| !["none", "related"].contains(&says.0));
    says.flat_map(|says| [(says, true), (says, false)]).collect()
}

fn lies_of((says, is_forward): Followed) -> Lies {
    if is_forward { lies(says) } else { turned(lies(says)) }
}

/// For chains of four sets, how each lies to the next, and what is true of the last in all of them.
fn truths(start: Start) -> BTreeMap<[Lies; 3], Level> {
    let mut truths = BTreeMap::new();
    for (a, b) in SETS.flat_map(|a| SETS.map(move |b| (a, b))) {
        for (c, d) in SETS.flat_map(|c| SETS.map(move |d| (c, d))) {
            let least = truths.entry([between(a, b), between(b, c), between(c, d)]).or_insert(Level::Full);
            *least = truth(start, a, d).min(*least);
        }
    }
    truths
}

/// What is true of the last of four sets in every model of three rows.
fn claim(truths: &BTreeMap<[Lies; 3], Level>, rows: [Followed; 3]) -> Level {
    let is_model = |lies: &&[Lies; 3]| rows.into_iter().zip(lies.iter()).all(|(row, lies)| lies_of(row) & lies != 0);
    truths.keys().filter(is_model).map(|lies| truths[lies]).min().expect("a model")
}

/// A clause that is stated, and after it every chain of rows up to three, each of clauses of its own. Clauses with the
/// rows that lead to them.
fn tree(status: &'static str) -> (World, Vec<Vec<Followed>>) {
    let clause = |edition: usize, number: usize, stated| Clause {
        edition,
        number: number.to_string(),
        parent: None,
        kind: Kind::Requirement,
        stated,
    };
    let mut world = World::of("a1 b1 c1 d1", &[]);
    world.clauses = vec![clause(0, 1, Some(status))];
    let mut paths: Vec<Vec<Followed>> = vec![Vec::new()];
    let mut last = 0..1;
    for edition in 1..4 {
        let start = world.clauses.len();
        for before in last {
            for (says, is_forward) in followed() {
                let at = world.clauses.len();
                world.clauses.push(clause(edition, at, None));
                paths.push([&paths[before][..], &[(says, is_forward)]].concat());
                let (from, to) = if is_forward { (before, at) } else { (at, before) };
                world.rows.push(Row { from: vec![from], edition: 0, to: vec![to], says, confidence: 2 });
            }
        }
        last = start..world.clauses.len();
    }
    (world, paths)
}

#[test]
fn a_chain_claims_exactly_what_holds_in_every_model_of_its_rows() {
    for (status, start) in [("implemented", Start::All), ("partial", Start::Part)] {
        let truths = truths(start);
        let (world, paths) = tree(status);
        let same = (("full", Some("full")), true);
        let (_, seen) = seen(&world).remove(0);
        for (path, seen) in paths.iter().zip(seen) {
            let rows = [0, 1, 2].map(|at| path.get(at).copied().unwrap_or(same));
            assert_eq!(seen.level, Some(claim(&truths, rows)), "{status} {path:?}");
        }
    }
}

#[test]
fn the_second_implementation_claims_exactly_what_holds_in_every_model_of_its_rows() {
    for start in [Start::All, Start::Part] {
        let truths = truths(start);
        for first in followed() {
            for second in followed() {
                for third in followed() {
                    let rows = [first, second, third];
                    let composed = rows.map(lies_of).into_iter().reduce(compose).expect("three rows");
                    assert_eq!(level(start, composed), claim(&truths, rows), "{start:?} {rows:?}");
                }
            }
        }
    }
}

#[test]
fn a_joint_row_claims_nothing_that_fails_in_a_model_of_clauses_that_each_contribute() {
    // For the statement on two clauses: how little may be in place where their demands are these.
    let least = |status: Option<&str>, clause: u32| -> Vec<u32> {
        match status {
            Some("implemented") => vec![clause],
            Some("partial") => SETS.filter(|part| part & !clause == 0).collect(),
            Some(_) | None => vec![0],
        }
    };
    let statuses = [Some("implemented"), Some("partial"), None];
    for says in sayings().into_iter().filter(|says| !["none", "related"].contains(&says.0)) {
        let models = SETS.flat_map(|a| SETS.flat_map(move |b| SETS.map(move |c| (a, b, c))));
        let is_model = |&(a, b, c): &(u32, u32, u32)| a & c != 0 && b & c != 0 && lies(says) & between(a | b, c) != 0;
        let models: Vec<(u32, u32, u32)> = models.filter(is_model).collect();
        for (at_a, at_b) in statuses.into_iter().flat_map(|a| statuses.map(move |b| (a, b))) {
            let mut world = World::of("a1 a2 b1", &["a1+a2 full b1"]);
            world.rows[0].says = says;
            (world.clauses[0].stated, world.clauses[1].stated) = (at_a, at_b);
            let mut holds = Level::Full;
            for (a, b, c) in &models {
                for (some, more) in
                    least(at_a, *a).into_iter().flat_map(|p| least(at_b, *b).into_iter().map(move |q| (p, q)))
                {
                    let in_place = some | more;
                    let is_stated = at_a.is_some() || at_b.is_some();
                    holds = holds.min(match in_place & c {
                        _ if c & !in_place == 0 => Level::Full,
                        0 if is_stated => Level::Presumed,
                        0 => Level::None,
                        _ => Level::Partial,
                    });
                }
            }
            let claimed = seen(&world).remove(0).1[2].level.expect("it applies");
            // Where `to` contains them all, a part of one is a part of `to`, and the contract presumes it only.
            let is_modest = says.1 == Some("full") && claimed == Level::Presumed;
            assert!(claimed == holds || is_modest && claimed < holds, "{at_a:?} {at_b:?} {says:?}: {claimed:?}");
        }
    }
}

#[test]
fn a_row_is_read_in_both_directions_as_the_table_of_section_1_says() {
    // In the order of SAYINGS: the level that a row gives over a clause that is in place, and one that is partly so; then
    // the same backwards.
    use Level::{Full, None, Partial, Presumed};
    let expected = [
        ([Full, Partial], [Full, Partial]),
        ([Full, Presumed], [Partial, Partial]),
        ([Partial, Partial], [Full, Presumed]),
        ([Partial, Presumed], [Partial, Presumed]),
        ([Full, Presumed], [Partial, Partial]),
        ([Partial, Presumed], [Partial, Presumed]),
        ([None, None], [None, None]),
        ([None, None], [None, None]),
        ([None, None], [None, None]),
    ];
    for (says, (forwards, backwards)) in SAYINGS.into_iter().zip(expected) {
        for (start, place) in [(Start::All, 0), (Start::Part, 1)] {
            assert_eq!(level(start, lies(says)), forwards[place], "{says:?}");
            assert_eq!(level(start, turned(lies(says))), backwards[place], "{says:?} backwards");
        }
        if !sayings().contains(&says) {
            continue;
        }
        for (status, place) in [("implemented", 0), ("partial", 1)] {
            let mut world = World::of("a1 b1", &["a1 full b1"]);
            world.rows[0].says = says;
            for (stated, other, expected) in [(0, 1, forwards[place]), (1, 0, backwards[place])] {
                let mut world = world.clone();
                world.clauses[stated].stated = Some(status);
                assert_eq!(seen(&world).remove(0).1[other].level, Some(expected), "{status} {says:?}");
            }
        }
    }
}
