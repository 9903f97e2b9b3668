//! What holds in every world.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::contract::{AROUND, Chain, Level, Lies, RUNS, Run, SAME, Start};
use crate::engine::{
    Seen, alone_and_in_portfolio, composed, differences, on_the_whole_and_on_what_is_connected, outcomes, seen,
    seen_through,
};
use crate::world::{World, worlds};

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(9001),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_clause_has_the_level_of_the_contract_over_as_many_rows_in_runs_a_b_and_c(world in worlds()) {
        for (run, seen) in seen(&world) {
            let chains = world.chains(run);
            for at in world.asking() {
                let hops = world.best(&chains, at).map(|chain| chain.rows);
                let level = world.level(run, &chains, at);
                prop_assert_eq!((seen[at].level, seen[at].hops), (level, hops), "{} in run {:?}", world.name(at), run);
            }
        }
    }

    #[test]
    fn every_requirement_of_the_target_has_the_outcome_of_the_contract(world in worlds()) {
        prop_assert_eq!(outcomes(&world), world.outcomes());
    }

    /// Which follows chains in the part of the library alone that leads to the target.
    #[test]
    fn a_portfolio_says_of_an_assessment_what_gap_and_coverage_say_of_it_alone(world in worlds()) {
        let [alone, in_portfolio] = alone_and_in_portfolio(&world);
        prop_assert_eq!(in_portfolio, alone);
    }

    #[test]
    fn what_no_row_connects_to_the_editions_of_a_question_does_not_change_its_answer(world in worlds()) {
        let [whole, connected] = on_the_whole_and_on_what_is_connected(&world);
        prop_assert_eq!(connected, whole);
    }

    #[test]
    fn the_best_chain_is_no_hint_then_short_then_sure_then_past_few_headings_then_first(world in worlds()) {
        for (run, seen) in seen(&world) {
            let chains = world.chains(run);
            for at in world.asking() {
                let Some(best) = world.best(&chains, at) else { continue };
                let strength = |chain: &Chain| (chain.end(), Reverse(chain.level()), chain.is_hint, chain.rows);
                // Where chains come together on the way, the contract does not say which of them is reported.
                if chains.iter().any(|chain| strength(chain) == strength(best) && chain.is_joined) {
                    continue;
                }
                let Seen { chain, confidence, contributors, .. } = &seen[at];
                prop_assert_eq!(chain, &best.clauses, "{} in run {:?}", world.name(at), run);
                prop_assert_eq!(*confidence, (best.rows > 0).then_some(best.confidence));
                let is_joined = |chain: &Chain| chain.is_joined && (chain.end(), chain.level()) == (at, best.level());
                if let (Some(contributors), false) = (contributors, chains.iter().any(is_joined)) {
                    prop_assert_eq!(contributors, &world.contributors(&chains, at));
                }
            }
        }
    }

    #[test]
    fn what_inference_would_put_higher_than_it_is_stated_is_reported_with_its_chain(world in worlds()) {
        let (run, seen) = seen(&world).remove(0);
        let chains = world.chains(run);
        for at in world.asking().into_iter().filter(|at| world.is_requirement(*at)) {
            // Whether it is worth telling that something may be in place is left to who tells it.
            let is_certain = |chain: &&Chain| chain.level() >= Level::Partial;
            let expected = world.contradiction(&chains, at).filter(is_certain);
            let told = seen[at].contradiction.as_ref().filter(|told| told.0 >= Level::Partial);
            prop_assert_eq!(told.map(|told| told.0), expected.map(Chain::level), "{}", world.name(at));
            let is_joined = chains.iter().any(|chain| chain.end() == at && chain.is_joined);
            if let (Some(told), Some(expected), false) = (told, expected, is_joined) {
                prop_assert_eq!(&told.1, &expected.clauses, "{}", world.name(at));
            }
        }
    }

    /// `map --inferred` against every chain by itself; and `gap` never knows less.
    #[test]
    fn rows_compose_to_what_every_chain_by_itself_proves(world in worlds()) {
        // Whether one covers the other, and over how few rows at the least.
        type Proved = BTreeMap<usize, (bool, Reverse<usize>)>;
        fn prove(proved: &mut Proved, to: usize, lies: Lies, rows: usize) {
            let found = (lies & !(SAME | AROUND) == 0, Reverse(rows));
            let known = proved.entry(to).or_insert(found);
            *known = found.max(*known);
        }
        for from in world.asking().into_iter().filter(|at| world.is_requirement(*at)) {
            let mut alone = world.clone();
            for (at, clause) in alone.clauses.iter_mut().enumerate() {
                clause.stated = (at == from).then_some("implemented");
            }
            let chains = alone.chains(Run::AsStated);
            let (mut expected, mut found) = (Proved::new(), Proved::new());
            for chain in &chains {
                let is_plain = chain.start == Start::All && !chain.is_hint && !chain.is_joined;
                // That it lies in a heading above it needs no row.
                let is_plain = is_plain && alone.above(from).all(|heading| heading != chain.end());
                if is_plain && chain.rows > 0 && chain.end() != from && chain.clauses[0] == from {
                    prove(&mut expected, chain.end(), chain.lies, chain.rows);
                }
            }
            for (to, lies, rows) in composed(&alone, from) {
                prove(&mut found, to, lies, rows);
            }
            // A statement below a heading keeps what rows give to the heading from going on; without one it goes on.
            if alone.above(from).next().is_none() {
                prop_assert_eq!(&found, &expected, "from {}", world.name(from));
            }
            for (to, proved) in &expected {
                prop_assert!(found.get(to) >= Some(proved), "from {} to {}", world.name(from), world.name(*to));
            }
        }
    }

    #[test]
    fn a_chain_ends_in_its_clause_and_is_empty_where_there_is_no_level(world in worlds()) {
        for (run, seen) in seen(&world) {
            for at in world.asking() {
                let Seen { level, chain, .. } = &seen[at];
                let is_told = chain.last() == Some(&at);
                let is_met = *level > Some(Level::None);
                prop_assert!(if is_met { is_told } else { chain.is_empty() }, "{at} {chain:?} in run {run:?}");
            }
        }
    }

    #[test]
    fn levels_under_a_change_are_those_of_a_whole_inference(world in worlds()) {
        for is_target_watched in [true, false] {
            let differences = differences(&world, is_target_watched);
            prop_assert!(differences.is_empty(), "{differences:#?}");
        }
    }

    #[test]
    fn neither_levels_nor_chains_depend_on_the_order_of_files(
        (world, files) in worlds().prop_flat_map(|world| {
            let files = Just(world.files()).prop_shuffle();
            (Just(world), files)
        })
    ) {
        prop_assert_eq!(seen(&world), seen_through(&world, &files));
    }

    #[test]
    fn another_row_or_another_hop_never_lowers_a_level_unless_it_takes_back_a_hint(world in worlds()) {
        let more_hops = World { hops: world.hops + 1, ..world.clone() };
        let mut fewer_rows = world.clone();
        let denies = fewer_rows.rows.pop().is_some_and(|row| row.says.0 == "none");
        for (less, more, denies) in [(&fewer_rows, &world, denies), (&world, &more_hops, false)] {
            for ((run, before), (_, after)) in seen(less).into_iter().zip(seen(more)) {
                let chains = less.chains(run);
                for at in less.asking() {
                    let may_fall = denies && less.best(&chains, at).is_some_and(|chain| chain.is_hint);
                    let is_kept = before[at].level <= after[at].level;
                    prop_assert!(is_kept || may_fall, "{} in run {:?}", less.name(at), run);
                }
            }
        }
    }

    #[test]
    fn to_finish_the_base_never_lowers_a_level_of_the_target_and_to_complete_it_neither(world in worlds()) {
        let runs = seen(&world);
        for pair in runs.windows(2) {
            for at in world.asking().into_iter().filter(|at| world.clauses[*at].edition == world.target) {
                prop_assert!(pair[0].1[at].level <= pair[1].1[at].level, "{}", world.name(at));
            }
        }
    }

    /// The second implementation against itself, so that a law that the contract does not give is not asked of the
    /// engine.
    #[test]
    fn the_contract_keeps_these_laws_itself(world in worlds()) {
        let more_hops = World { hops: world.hops + 1, ..world.clone() };
        let mut fewer_rows = world.clone();
        let denies = fewer_rows.rows.pop().is_some_and(|row| row.says.0 == "none");
        let mut lower = vec![Some(Level::None); world.clauses.len()];
        for run in RUNS {
            let [chains, with_more_hops, with_fewer_rows] =
                [&world, &more_hops, &fewer_rows].map(|world| world.chains(run));
            for at in world.asking() {
                let level = world.level(run, &chains, at);
                let name = world.name(at);
                let may_fall = denies && world.best(&with_fewer_rows, at).is_some_and(|chain| chain.is_hint);
                let with_fewer_rows = world.level(run, &with_fewer_rows, at);
                prop_assert!(level <= world.level(run, &with_more_hops, at), "{name} in run {run:?} over more rows");
                prop_assert!(with_fewer_rows <= level || may_fall, "{name} in run {run:?} with one row more");
                if world.clauses[at].edition == world.target {
                    prop_assert!(lower[at].min(level) == lower[at].filter(|_| level.is_some()), "{name} in run {run:?}");
                    lower[at] = level;
                }
            }
        }
    }
}
