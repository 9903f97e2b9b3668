//! Small worlds with answers typed by hand, asked of the engine and of the second implementation alike.

use crate::contract::{Chain, Level, Run};
use crate::engine;
use crate::world::World;

/// The answers as lines like `b1 full: a1 b1`, a clause and its level and best chain.
fn contract_says(world: &World, name: &str) -> String {
    let chains = world.chains(Run::AsStated);
    let at = world.at(name);
    let chain = world.best(&chains, at).map_or(&[][..], |chain: &Chain| &chain.clauses);
    told(world, at, world.level(Run::AsStated, &chains, at), chain)
}

fn engine_says(world: &World, name: &str) -> String {
    let (_, seen) = engine::seen(world).remove(0);
    let at = world.at(name);
    told(world, at, seen[at].level, &seen[at].chain)
}

fn told(world: &World, at: usize, level: Option<Level>, chain: &[usize]) -> String {
    let level = match level {
        None => "not applicable",
        Some(Level::None) => "none",
        Some(Level::Presumed) => "presumed",
        Some(Level::Partial) => "partial",
        Some(Level::Full) => "full",
    };
    let chain: Vec<String> = chain.iter().map(|at| world.name(*at)).collect();
    format!("{} {level}: {}", world.name(at), chain.join(" ")).trim_end_matches([':', ' ']).to_owned()
}

/// Some clauses, some rows, and what follows.
type Example = (&'static str, &'static [&'static str], &'static [&'static str]);

fn check(examples: &[Example]) {
    let mut wrong = Vec::new();
    for (clauses, rows, expected) in examples {
        let world = World::of(clauses, rows);
        for expected in *expected {
            let name = expected.split(' ').next().expect("a clause");
            for (who, says) in [("contract", contract_says(&world, name)), ("engine", engine_says(&world, name))] {
                if says != *expected {
                    wrong.push(format!("{clauses} {rows:?}: expected {expected}, the {who} says {says}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn one_row_does_to_each_of_the_five_things_known_what_the_table_of_section_3_says() {
    // What brings about each of the five at x1, then what the four columns give to y1.
    let known: [(&str, &str, &[&str]); 5] = [
        ("full", "a1=implemented", &["a1 full/full b1"]),
        ("some", "a1=implemented", &["a1 partial/partial b1"]),
        ("part", "a1=partial", &["a1 full/full b1"]),
        ("within", "a1=partial", &["a1 full/partial b1"]),
        ("maybe", "a1=partial", &["a1 partial/partial b1"]),
    ];
    let columns = ["b1 full/full c1", "b1 full/partial c1", "b1 partial/full c1", "b1 partial/partial c1"];
    let expected = [
        ["full", "full", "partial", "partial"],
        ["partial", "none", "partial", "none"],
        ["partial", "presumed", "partial", "presumed"],
        ["presumed", "presumed", "presumed", "presumed"],
        ["presumed", "none", "presumed", "none"],
    ];
    for ((name, start, before), expected) in known.into_iter().zip(expected) {
        for (column, level) in columns.into_iter().zip(expected) {
            let world = World::of(&format!("{start} b1 c1"), &[before, &[column]].concat());
            let line = if level == "none" { "c1 none".to_owned() } else { format!("c1 {level}: a1 b1 c1") };
            assert_eq!(contract_says(&world, "c1"), line, "{name} over {column}");
            assert_eq!(engine_says(&world, "c1"), line, "{name} over {column}, by the engine");
        }
    }
}

#[test]
fn what_is_within_goes_on_and_what_may_be_does_not() {
    // The last row tells the two apart: what covers it and what overlaps it.
    check(&[
        ("a1=partial b1 c1 d1", &["a1 full b1", "b1 full c1", "c1 full d1"], &["d1 presumed: a1 b1 c1 d1"]),
        ("a1=partial b1 c1 d1", &["a1 full b1", "b1 partial c1", "c1 full d1"], &["d1 none"]),
        ("a1=partial b1 c1 d1", &["a1 full b1", "b1 partial/full c1", "c1 full d1"], &["d1 none"]),
        ("a1=partial b1 c1 d1", &["a1 full b1", "b1 partial c1", "c1 partial/full d1"], &["d1 presumed: a1 b1 c1 d1"]),
        ("a1=partial b1 c1 d1", &["a1 partial/full b1", "b1 full c1"], &["b1 partial: a1 b1", "c1 none"]),
        ("a1=partial b1 c1 d1", &["a1 full/full b1", "b1 full c1"], &["b1 partial: a1 b1", "c1 presumed: a1 b1 c1"]),
    ]);
}

#[test]
fn a_chain_goes_down_then_over_one_overlap_then_up() {
    check(&[
        ("a1=implemented b1 c1", &["a1 partial b1", "b1 partial c1"], &["b1 partial: a1 b1", "c1 none"]),
        (
            "a1=implemented b1 c1 d1",
            &["a1 full b1", "b1 partial c1", "c1 partial/full d1"],
            &["d1 partial: a1 b1 c1 d1"],
        ),
        ("a1=implemented b1 c1 d1", &["a1 partial/full b1", "b1 partial c1"], &["c1 none"]),
        ("a1=implemented b1 c1 d1", &["a1 partial/full b1", "b1 full c1"], &["c1 none"]),
        ("a1=implemented b1 c1 d1", &["a1 partial b1", "b1 full c1"], &["c1 none"]),
        // Both reach beyond what they have in common, and still share it.
        (
            "a1=partial b1 c1",
            &["b1 partial/full a1", "b1 partial/full c1"],
            &["b1 presumed: a1 b1", "c1 presumed: a1 b1 c1"],
        ),
        ("a1=partial b1 c1", &["a1 partial b1", "b1 partial c1"], &["b1 presumed: a1 b1", "c1 none"]),
        // At most three rows.
        (
            "a1=implemented b1 c1 d1 e1",
            &["a1 full b1", "b1 full c1", "c1 full d1", "d1 full e1"],
            &["d1 full: a1 b1 c1 d1", "e1 none"],
        ),
    ]);
}

#[test]
fn where_the_reverse_is_not_stated_the_weaker_reading_counts() {
    check(&[
        ("a1=implemented b1", &["b1 full a1"], &["b1 partial: a1 b1"]),
        ("a1=partial b1", &["b1 full a1"], &["b1 partial: a1 b1"]),
        ("a1=implemented b1", &["b1 partial a1"], &["b1 partial: a1 b1"]),
        ("a1=partial b1", &["b1 partial a1"], &["b1 presumed: a1 b1"]),
        ("a1=partial b1", &["a1 partial b1"], &["b1 presumed: a1 b1"]),
        ("a1=partial b1", &["a1 full b1"], &["b1 presumed: a1 b1"]),
        ("a1=implemented b1", &["a1 none b1"], &["b1 none"]),
    ]);
}

#[test]
fn a_row_that_only_relates_gives_no_level() {
    let world = World::of("a1=implemented b1", &["a1 related b1"]);
    assert_eq!(contract_says(&world, "b1"), "b1 none");
    if engine::READS_RELATED {
        assert_eq!(engine_says(&world, "b1"), "b1 none");
    }
}

#[test]
fn what_is_stated_is_final_and_no_chain_passes_through_it() {
    check(&[
        ("a1=implemented b1=planned c1", &["a1 full b1", "b1 full c1"], &["b1 none", "c1 none"]),
        ("a1=implemented b1=partial c1", &["a1 full b1", "b1 full c1"], &["b1 partial: b1", "c1 presumed: b1 c1"]),
        ("a1=implemented b1=not-applicable c1", &["a1 full b1", "b1 full c1"], &["b1 not applicable", "c1 none"]),
        ("a1=planned b1=implemented", &["a1 full/full b1"], &["a1 none", "b1 full: b1"]),
    ]);
}

#[test]
fn clauses_of_a_joint_row_make_it_whole_together_and_overlap_alone() {
    let both: &[&str] = &["a1+a2 full b1"];
    check(&[
        ("a1=implemented a2 b1", both, &["b1 partial: a1 b1"]),
        ("a1=implemented a2=planned b1", both, &["b1 partial: a1 b1"]),
        ("a1=implemented a2=not-applicable b1", both, &["b1 partial: a1 b1"]),
        ("a1 a2=partial b1", both, &["b1 presumed: a2 b1"]),
        ("a1=implemented a2=implemented b1", &["a1+a2 partial b1"], &["b1 partial: a1 b1"]),
        // Each alone overlaps, and overlap after overlap is nothing.
        ("a1 a2 b1 c1=implemented", &["c1 partial a1", "a1+a2 full b1"], &["a1 partial: c1 a1", "b1 none"]),
        // What lies in something that is partly in place, and overlaps.
        ("a1 a2 b1 c1=partial", &["c1 full a1", "a1+a2 full b1"], &["a1 presumed: c1 a1", "b1 presumed: c1 a1 b1"]),
        // Backwards.
        ("a1 a2 b1=implemented", both, &["a1 partial: b1 a1", "a2 partial: b1 a2"]),
        ("a1 a2 b1=implemented", &["a1+a2 full/full b1"], &["a1 full: b1 a1"]),
        ("a1 a2 b1=implemented", &["a1+a2 partial/full b1"], &["a2 full: b1 a2"]),
        ("a1 a2 b1=implemented", &["a1+a2 partial/partial b1"], &["a2 partial: b1 a2"]),
        ("a1 a2 b1=partial", &["a1+a2 partial/full b1"], &["a2 presumed: b1 a2"]),
        // Several clauses that are covered are a row for each.
        ("a1=implemented b1 b2", &["a1 full b1+b2"], &["b1 full: a1 b1", "b2 full: a1 b2"]),
    ]);
    let whole = World::of("a1=implemented a2=implemented b1", both);
    for says in [contract_says(&whole, "b1"), engine_says(&whole, "b1")] {
        assert!(says.starts_with("b1 full: a1 "), "{says}");
    }
}

#[test]
fn a_heading_is_what_its_requirements_are_together() {
    check(&[
        // One part is in place, and nobody looked at the other: what the heading covers lies in something partly in place.
        ("a1 a1.1=implemented a1.2 b1", &["a1 full b1"], &["a1 partial: a1.1 a1", "b1 presumed: a1.1 a1 b1"]),
        ("a1 a1.1=implemented a1.2 b1", &["a1 partial b1"], &["b1 presumed: a1.1 a1 b1"]),
        ("a1 a1.1=implemented a1.2 b1", &["a1 partial/full b1"], &["b1 partial: a1.1 a1 b1"]),
        ("a1 a1.1=partial a1.2=planned b1", &["a1 full b1"], &["a1 partial: a1.1 a1", "b1 presumed: a1.1 a1 b1"]),
        // What is only inferred of a part is a certain piece, or an overlap, of the heading.
        ("a1 a1.1 a1.2 b1 c1=implemented", &["c1 partial a1.1", "a1 full b1"], &["a1 partial: c1 a1.1 a1", "b1 none"]),
        ("a1 a1.1 a1.2 b1 c1=implemented", &["c1 full a1.1", "a1 full b1"], &["a1 partial: c1 a1.1 a1", "b1 none"]),
        ("a1 a1.1 a1.2 b1 c1=implemented", &["c1 full a1.1", "a1 full/full b1"], &["b1 partial: c1 a1.1 a1 b1"]),
        ("a1 a1.1 a1.2 b1 c1=partial", &["c1 full a1.1", "a1 full/full b1"], &["b1 presumed: c1 a1.1 a1 b1"]),
        ("a1 a1.1 a1.2 b1 c1=partial", &["c1 full a1.1", "a1 full b1"], &["b1 none"]),
        // What does not apply is not asked for.
        ("a1 a1.1=not-applicable a1.2=planned b1", &["a1 full b1"], &["a1 none", "b1 none"]),
        ("a1 a1.1=not-applicable b1=implemented", &["b1 full a1"], &["a1 none"]),
        // A requirement of its own stands for itself.
        ("a1! a1.1=implemented b1", &["a1 full b1"], &["a1 none", "b1 none"]),
        ("a1!=implemented a1.1 b1", &["a1 full b1"], &["a1.1 none", "b1 full: a1 b1"]),
    ]);
    for clauses in ["a1 a1.1=implemented a1.2=implemented b1", "a1=implemented a1.1 a1.2=not-applicable b1"] {
        let world = World::of(clauses, &["a1 full b1"]);
        for says in [contract_says(&world, "b1"), engine_says(&world, "b1")] {
            assert!(says.starts_with("b1 full: ") && says.ends_with("a1 b1"), "{says}");
        }
    }
}

#[test]
fn what_a_row_gives_to_a_heading_goes_down_and_goes_on() {
    check(&[
        ("a1=implemented b1 b1.1 b1.2", &["a1 full b1"], &["b1 full: a1 b1", "b1.2 full: a1 b1 b1.2"]),
        ("a1=implemented b1 b1.1 b1.2=planned", &["a1 full b1"], &["b1.1 full: a1 b1 b1.1", "b1.2 none"]),
        ("a1=implemented b1 b1.1 b1.2=not-applicable", &["a1 full b1"], &["b1 full: a1 b1", "b1.2 not applicable"]),
        // It goes on along the heading's own rows, unless a requirement below it is stated.
        ("a1=implemented b1 b1.1 b1.2 c1", &["a1 full b1", "b1 full c1"], &["c1 full: a1 b1 c1"]),
        (
            "a1=implemented b1 b1.1 b1.2=planned c1",
            &["a1 full b1", "b1 full c1"],
            &["b1 partial: a1 b1 b1.1 b1", "c1 none"],
        ),
        (
            "a1=implemented b1 b1.1 b1.2 c1",
            &["a1 partial b1", "b1 partial/full c1"],
            &["b1 partial: a1 b1", "c1 partial: a1 b1 c1"],
        ),
        (
            "a1=partial b1 b1.1 b1.2 c1",
            &["a1 full b1", "b1 full c1"],
            &["b1.1 presumed: a1 b1 b1.1", "c1 presumed: a1 b1 c1"],
        ),
        // What lies below a clause that is partly in place lies within it, and that goes on from there.
        (
            "a1=partial b1 b1.1 c1",
            &["a1 full/full b1", "b1.1 full c1"],
            &["b1 partial: a1 b1", "b1.1 presumed: a1 b1 b1.1", "c1 presumed: a1 b1 b1.1 c1"],
        ),
        // What may be met of a heading is nothing to those below it.
        ("a1=partial b1 b1.1", &["a1 partial b1"], &["b1 presumed: a1 b1", "b1.1 none"]),
    ]);
}

#[test]
fn a_chapter_that_is_partly_met_is_a_hint_that_leads_nowhere_else() {
    check(&[
        ("a1=implemented b1 b1.1 b1.2", &["a1 partial b1"], &["b1 partial: a1 b1", "b1.1 presumed: a1 b1 b1.1"]),
        ("a1=partial b1 b1.1 b1.2", &["a1 partial/full b1"], &["b1.2 presumed: a1 b1 b1.2"]),
        (
            "a1=implemented b1 b1.1 b1.2 c1",
            &["a1 partial b1", "b1.1 full/full c1"],
            &["b1.1 presumed: a1 b1 b1.1", "c1 none"],
        ),
        // Not where it is known better.
        (
            "a1=implemented b1 b1.1 b1.2",
            &["a1 partial b1", "a1 none b1.1"],
            &["b1.1 none", "b1.2 presumed: a1 b1 b1.2"],
        ),
        ("a1=implemented b1 b1.1 b1.2", &["a1 partial b1", "b1.1 none a1"], &["b1.1 none"]),
        ("a1=implemented b1 b1.1 b1.2", &["a1 partial b1", "a none b1.1"], &["b1.1 none", "b1.2 presumed: a1 b1 b1.2"]),
        ("a1=implemented b1 b1.1 b1.2", &["a1 partial b1", "b1.1 unrelated a"], &["b1.1 none"]),
        ("a1=implemented a2 b1 b1.1 b1.2", &["a1 partial b1", "a2 none b1.1"], &["b1.1 presumed: a1 b1 b1.1"]),
        // A `none` takes back the hint, and nothing that is proved.
        (
            "a1=implemented a2=partial b1 b1.1",
            &["a1 partial b1", "a none b1.1", "a2 full b1.1"],
            &["b1.1 presumed: a2 b1.1"],
        ),
        // Of a part of the clauses that contribute to a heading together, the heading is partly met.
        ("a1=implemented a2 b1 b1.1 b1.2", &["a1+a2 full b1"], &["b1 partial: a1 b1", "b1.1 presumed: a1 b1 b1.1"]),
    ]);
}

#[test]
fn what_a_row_gives_to_a_heading_goes_down_though_the_chain_rose_from_below_it() {
    // Nothing forbids a chain to come back to a heading, and what a row gives to it goes down. What rises alone does not.
    check(&[
        ("a1 a1.1=partial a1.2 b1", &[], &["a1 partial: a1.1 a1", "a1.2 none"]),
        (
            "a1 a1.1=partial a1.2 b1",
            &["b1 full/full a1"],
            &["b1 partial: a1.1 a1 b1", "a1.2 presumed: a1.1 a1 b1 a1 a1.2"],
        ),
        ("a1 a1.1=implemented a1.2 b1", &["b1 partial a1"], &["b1 presumed: a1.1 a1 b1", "a1.2 none"]),
    ]);
}

#[test]
fn two_statements_contradict_each_other_where_one_proves_what_the_other_denies() {
    let cases: [Example; 8] = [
        ("a1=implemented b1=planned", &["a1 full b1"], &["b1 full: a1 b1"]),
        // What lies in a clause that is in place is in place too; what contains it need not be.
        ("a1=implemented b1=partial", &["b1 partial/full a1"], &["b1 full: a1 b1"]),
        ("a1=implemented b1=partial", &["a1 partial/full b1"], &["b1 none"]),
        ("a1=implemented b1=planned", &["a1 partial b1"], &["b1 partial: a1 b1"]),
        // They need not meet in a clause of either.
        ("a1=implemented b1 c1=planned", &["a1 full b1", "c1 partial/full b1"], &["c1 full: a1 b1 c1"]),
        ("a1=implemented b1=implemented c1=planned", &["a1 full b1", "b1 full c1"], &["c1 full: b1 c1"]),
        ("a1=implemented b1 b1.1=planned b1.2", &["a1 full b1"], &["b1.1 full: a1 b1 b1.1"]),
        ("a1=implemented b1=not-applicable", &["a1 full b1"], &["b1 none"]),
    ];
    for (clauses, rows, expected) in cases {
        let world = World::of(clauses, rows);
        let at = world.at(expected[0].split(' ').next().expect("a clause"));
        let chains = world.chains(Run::AsStated);
        let contract = world.contradiction(&chains, at).map(|chain| (chain.level(), chain.clauses.clone()));
        let engine = engine::seen(&world).remove(0).1.remove(at).contradiction;
        for found in [contract, engine] {
            let (level, chain) = found.unwrap_or((Level::None, Vec::new()));
            assert_eq!(told(&world, at, Some(level), &chain), expected[0], "{clauses} {rows:?}");
        }
    }
}

#[test]
fn of_chains_to_one_level_the_best_is_reported() {
    check(&[
        // The higher level first, however long.
        ("a1=implemented b1 c1", &["a1 partial c1", "a1 full b1", "b1 full c1"], &["c1 full: a1 b1 c1"]),
        // Then what is no hint.
        (
            "a1=implemented a2=partial b1 c1 c1.1",
            &["a1 partial c1", "a2 full b1 low", "b1 full c1.1"],
            &["c1.1 presumed: a2 b1 c1.1"],
        ),
        // Then the fewest rows, however unsure.
        ("a1=implemented b1 c1", &["a1 full b1", "b1 full c1", "a1 full c1 low"], &["c1 full: a1 c1"]),
        // Then the surest.
        ("a1=implemented a2=implemented b1", &["a1 full b1 medium", "a2 full b1 high"], &["b1 full: a2 b1"]),
        ("a1=implemented b1 b2 c1", &["a1 full b1+b2", "b1 full c1 low", "b2 full c1 medium"], &["c1 full: a1 b2 c1"]),
        // Then the fewest headings.
        ("a1=partial b1 b1.1", &["a1 full b1", "a1 full b1.1"], &["b1.1 presumed: a1 b1.1"]),
        ("a1 a1.1=partial a2=partial b1", &["a1 full b1", "a2 full b1"], &["b1 presumed: a2 b1"]),
        // Then the order of ids.
        ("a1=implemented a2=implemented b1", &["a2 full b1", "a1 full b1"], &["b1 full: a1 b1"]),
        ("a1=implemented b1 b2 c1", &["a1 full b2+b1", "b2 full c1", "b1 full c1"], &["c1 full: a1 b1 c1"]),
    ]);
}

#[test]
fn every_other_clause_that_gives_the_same_level_contributes_too() {
    let cases: [(&str, &[&str], &str, &[&str]); 3] = [
        (
            "a1=implemented a2=implemented a3=implemented a4=partial b1",
            &["a1 full b1", "a2 full b1", "a3 partial b1", "a4 full/full b1"],
            "b1",
            &["a2"],
        ),
        ("a1=implemented a2=implemented b1 c1", &["a1 partial c1", "a2 full b1", "b1 partial c1"], "c1", &["a2"]),
        ("a1=implemented a2=planned b1", &["a1 full b1", "a2 full b1"], "b1", &[]),
    ];
    for (clauses, rows, name, expected) in cases {
        let world = World::of(clauses, rows);
        let expected: Vec<usize> = expected.iter().map(|name| world.at(name)).collect();
        assert_eq!(world.contributors(&world.chains(Run::AsStated), world.at(name)), expected, "{clauses}");
        let seen = engine::seen(&world).remove(0).1.remove(world.at(name));
        assert!(seen.contributors.is_none_or(|contributors| contributors == expected), "{clauses}");
    }
}

#[test]
fn three_runs_tell_why_a_requirement_is_where_it_is() {
    let world = World::of(
        "a1=implemented a2=planned a3 a4=partial b1 b2 b3 b4 b5 b6=planned b7=not-applicable b8 b9 b9.1",
        &[
            "a1 full b1",
            "a1 partial b2",
            "a2 full b3",
            "a3 full b4",
            "a4 full b5",
            "a1 full b6",
            "a1 full b7",
            "a1+a3 full b8",
        ],
    );
    let expected = [
        ("b1", "covered"),
        ("b2", "partly covered"),
        ("b3", "open"),
        ("b4", "unknown"),
        ("b5", "to verify"),
        ("b6", "open"),
        ("b8", "partly covered"),
        ("b9.1", "new"),
    ];
    let expected = expected.map(|(name, outcome)| (world.at(name), outcome));
    assert_eq!(world.outcomes(), expected);
    assert_eq!(engine::outcomes(&world), expected);
}

#[test]
fn one_control_in_place_says_nothing_of_the_controls_beside_it() {
    // As ISO/IEC 27001 is: a chapter of controls that overlaps a clause elsewhere, which overlaps the chapter in turn.
    check(&[(
        "a5 a5.1 a5.15=implemented a5.16 b1",
        &["a5.15 partial b1", "a5.16 partial b1", "a5 partial b1"],
        &["b1 partial: a5.15 b1", "a5.1 none", "a5.16 none"],
    )]);
}

#[test]
fn two_clauses_that_contain_the_same_one_share_it() {
    // As ISO 9001:2015 4.2 and ISO/IEC 20000-1:2018 4.2 both contain the harmonized structure's 4.2.
    check(&[
        (
            "a4.2=partial b4.2 c4.2",
            &["b4.2 partial/full a4.2", "b4.2 partial/full c4.2"],
            &["b4.2 presumed: a4.2 b4.2", "c4.2 presumed: a4.2 b4.2 c4.2"],
        ),
        (
            "a4.2=implemented b4.2 c4.2",
            &["b4.2 partial/full a4.2", "b4.2 partial/full c4.2"],
            &["b4.2 full: a4.2 b4.2", "c4.2 partial: a4.2 b4.2 c4.2"],
        ),
    ]);
}
