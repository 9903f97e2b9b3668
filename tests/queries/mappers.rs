//! Several mappers of one pair of editions: how far they agree, what they agree on, and the sheets that they fill in.

use xwalk::audit::agreement::{Difference, EntailedCounts, EntailedPair, Opinions, RowChange, Undefined, Word};
use xwalk::load::{self, Files};
use xwalk::model::{
    Catalog, ClauseId, ClauseNumber, PairDecision, PairDecisions, PairVerdict, Possible, Relation, SetRelation,
    Strength, Table, TableId,
};
use xwalk::query::Case;
use xwalk::source::Sources;
use xwalk::survey::{Absent, Agree, CandidateSource, Consensus, ConsensusHead, MapSheet, Reached};

use super::common::{World, answer};

const A: (&str, &str) = (
    "a.yaml",
    "xwalk: catalog/1\nid: a:1\ntitle: A\nclauses: { \"1\": One, \"1.1\": First, \"1.2\": Second, \"2\": Two, \"3\": Three }\n",
);
const B: (&str, &str) = (
    "b.yaml",
    "xwalk: catalog/1\nid: b:1\ntitle: B\nclauses: { \"1\": One, \"1.1\": First, \"1.2\": Second, \"2\": Two, \"3\": Three }\n",
);

/// Rows of a table with this id, from a to b, or back.
fn table(id: &str, (from, to): (&str, &str), rows: &str) -> (String, String) {
    let head = format!("xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: {id} alone\n");
    (format!("{id}.yaml"), format!("{head}confidence: medium\nmapper: {id}\nstage: individual\n{rows}"))
}

const THERE: (&str, &str) = ("a:1", "b:1");

fn smith() -> (String, String) {
    let rows = "rows:\n  - { from: \"1.1\", to: \"1.1\", relation: full }\n  - { from: \"1.2\", to: \"1.2\", relation: partial, add: More }\n  - { from: \"2\", to: \"2\", relation: full }\n  - { from: \"3\", to: \"3\", relation: related }\n";
    table("smith", THERE, rows)
}

fn jones() -> (String, String) {
    let rows = "rows:\n  - { from: \"1.1\", to: \"1.1\", relation: full, reverse: full }\n  - { from: \"1.2\", to: \"1.2\", relation: full }\n  - { from: \"2\", to: \"2\", relation: partial, note: Only half }\n  - { from: \"2\", to: \"3\", relation: full }\n  - { from: \"3\", to: \"3\", relation: partial }\n";
    table("jones", THERE, rows)
}

/// The other way: b 1.1 is inside a 1.1; b 1.2 shares something with a 1.2; b 2 and a 2 share nothing.
fn brown() -> (String, String) {
    let rows = "rows:\n  - { from: \"1.1\", to: \"1.1\", relation: partial, reverse: full }\n  - { from: \"1.2\", to: \"1.2\", relation: partial }\n  - { from: \"2\", to: \"2\", relation: none }\n  - { from: [\"1.1\", \"1.2\"], to: \"3\", relation: partial }\n";
    table("brown", ("b:1", "a:1"), rows)
}

fn world(tables: &[(String, String)]) -> World {
    let mut sources = Sources::default();
    let mut files = Files::default();
    let own = tables.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    for (name, text) in [A, B].into_iter().chain(own) {
        let file = sources.add(name, text.to_owned());
        files.read(&sources, file);
    }
    let (library, _) = load::library(&sources, files).sound().unwrap();
    World { sources, library, assessment: None }
}

fn named<'w>(world: &'w World, ids: &[&str]) -> Vec<&'w Table> {
    ids.iter().map(|id| world.library.table(&TableId::parse(id).unwrap()).unwrap()).collect()
}

fn clause(text: &str) -> ClauseId {
    let (edition, number) = text.split_once('/').unwrap();
    ClauseId { edition: xwalk::model::EditionId::parse(edition).unwrap(), number: ClauseNumber::parse(number).unwrap() }
}

/// What each says of each pair, as in `1.1 1.1 full full/full`.
fn said(opinions: &Opinions<'_>) -> Vec<String> {
    let unit = |unit: &xwalk::audit::agreement::Unit<'_>| {
        let from: Vec<&str> = unit.pair.from.iter().map(|clause| clause.number.as_str()).collect();
        let words = unit.opinions.iter().map(|one| match one.reverse {
            Some(reverse) => format!("{}/{reverse}", one.word),
            None => one.word.to_string(),
        });
        [from.join("+"), unit.pair.to.number.to_string()].into_iter().chain(words).collect::<Vec<_>>().join(" ")
    };
    opinions.units.iter().map(unit).collect()
}

#[test]
fn a_pair_is_rated_by_those_who_have_a_row_and_what_has_none_is_missing_or_none() {
    let world = world(&[smith(), jones()]);
    world.ask(|case| {
        let tables = named(&world, &["smith", "jones"]);
        let answer = Agree::default().ask(case.case, &tables).unwrap();
        assert_eq!(
            said(&answer.opinions),
            [
                "1.1 1.1 full full/full",
                "1.2 1.2 partial full",
                "2 2 full partial",
                "2 3 no row full",
                "3 3 related partial"
            ]
        );
        // Of three pairs that both rated they say the same of one. By chance they would of (2 · 2 + 1 · 1) / 9: five
        // ninths.
        let overall = &answer.overall;
        assert_eq!((overall.units, overall.compared), (5, 3));
        assert!((overall.coefficients.same.value.unwrap() - 1.0 / 3.0).abs() < 1e-9);
        assert!((overall.coefficients.cohen.value.unwrap() + 0.5).abs() < 1e-9);
        let chapters: Vec<(String, usize, usize)> =
            answer.chapters.iter().map(|one| (one.chapter.to_string(), one.score.units, one.score.compared)).collect();
        assert_eq!(chapters, [("1".into(), 2, 2), ("2".into(), 1, 1), ("3".into(), 2, 0)]);
        assert_eq!(answer.chapters[2].score.coefficients.alpha.value, Err(Undefined::NothingToCompare));
        let absent = Agree { absent: Absent::None, ..Agree::default() }.ask(case.case, &tables).unwrap();
        assert_eq!((absent.overall.units, absent.overall.compared), (5, 4));
        assert_eq!(absent.overall.coefficients.same.value, Ok(0.25));
    });
}

#[test]
fn disagreements_come_by_how_much_they_change_the_coverage() {
    let world = world(&[smith(), jones()]);
    world.ask(|case| {
        let answer = Agree::default().ask(case.case, &named(&world, &["smith", "jones"])).unwrap();
        // All agree on 1.1 alone: one of four requirements. What jones says of 3 makes it two; all else changes half a
        // requirement.
        let found: Vec<(String, String, f64)> = answer
            .disagreements
            .iter()
            .map(|one| (one.from[0].number.to_string(), one.to.number.to_string(), one.effect()))
            .collect();
        assert_eq!(
            found,
            [
                ("2".into(), "3".into(), 0.25),
                ("1.2".into(), "1.2".into(), 0.125),
                ("2".into(), "2".into(), 0.125),
                ("3".into(), "3".into(), 0.125)
            ]
        );
        assert_eq!(answer.disagreements[0].coverages, [Some(0.25), Some(0.5)]);
        assert_eq!(answer.disagreements[1].coverages, [Some(0.375), Some(0.5)]);
        assert_eq!(answer.disagreements[1].reasons[0].as_deref(), Some("More"));
        let tallies: Vec<(usize, usize)> =
            answer.entailed.tallies.iter().map(|tally| (tally.full, tally.partial)).collect();
        assert_eq!(tallies, [(2, 1), (3, 1)]);
        assert_eq!(answer.entailed.score.coefficients.same.value, Ok(0.25));
    });
}

#[test]
fn what_mappers_agree_on_but_for_the_reverse_or_the_items_is_part_of_every_coverage() {
    for (smith, jones) in [("reverse: full", "reverse: partial"), ("items: a", "items: b"), ("note: so", "note: so")] {
        let rows = |row: &str, strength: &str| {
            format!(
                "rows:\n  - {{ from: \"1.2\", to: \"1.2\", relation: partial, {row} }}\n  - {{ from: \"2\", to: \"2\", relation: {strength} }}\n"
            )
        };
        let world = world(&[table("smith", THERE, &rows(smith, "full")), table("jones", THERE, &rows(jones, "none"))]);
        world.ask(|case| {
            let answer = Agree::default().ask(case.case, &named(&world, &["smith", "jones"])).unwrap();
            let found: Vec<(&str, &[Option<f64>])> =
                answer.disagreements.iter().map(|one| (one.to.number.as_str(), &*one.coverages)).collect();
            assert_eq!(found, [("2", &[Some(0.375), Some(0.125)][..])], "{smith}");
        });
    }
}

#[test]
fn mappers_who_relate_a_heading_and_its_clauses_agree_by_what_follows() {
    let ann = table("ann", THERE, "rows:\n  - { from: \"1\", to: \"1\", relation: full }\n");
    let bea = table("bea", THERE, "rows:\n  - { from: \"1\", to: [\"1.1\", \"1.2\"], relation: full }\n");
    let world = world(&[ann, bea]);
    world.ask(|case| {
        let answer = Agree::default().ask(case.case, &named(&world, &["ann", "bea"])).unwrap();
        assert_eq!(answer.overall.coefficients.same.value, Err(Undefined::NothingToCompare));
        assert_eq!(answer.entailed.score.coefficients.same.value, Ok(1.0));
        // Two requirements at full and two at none: there is variation, and no disagreement.
        assert_eq!(answer.entailed.score.coefficients.alpha.value, Ok(1.0));
    });
}

/// Of each pair what each table entails, and how the first two stand to each other.
fn entailed(world: &World, ids: &[&str]) -> (Vec<String>, EntailedCounts) {
    world.ask(|case| {
        let answer = Agree::default().ask(case.case, &named(world, ids)).unwrap();
        let relations = |possible: &Possible| format!("{:?}", possible.relations().collect::<Vec<_>>());
        let pair = |pair: &EntailedPair| {
            let possible: Vec<String> = pair.possible.iter().map(relations).collect();
            format!("{} {} {}", pair.from.number, pair.to.number, possible.join(" "))
        };
        (answer.entailed_pairs.pairs.iter().map(pair).collect(), answer.entailed_pairs.counts(0, 1))
    })
}

#[test]
fn what_tables_entail_of_a_pair_is_compared_whoever_has_a_row_for_it() {
    let ann = "rows:\n  - { from: \"1\", to: \"1\", relation: full }\n  - { from: \"2\", to: \"2\", relation: full }\n  - { from: \"3\", to: \"3\", relation: full, reverse: full }\n";
    let bea = "rows:\n  - { from: \"1\", to: [\"1.1\", \"1.2\"], relation: full }\n  - { from: \"2\", to: \"2\", relation: none }\n  - { from: \"3\", to: \"3\", relation: full }\n  - { from: \"1.1\", to: \"2\", relation: partial }\n  - { from: \"1.1\", to: \"3\", relation: related }\n";
    let world = world(&[table("ann", THERE, ann), table("bea", THERE, bea)]);
    let (pairs, counts) = entailed(&world, &["ann", "bea"]);
    assert_eq!(
        pairs,
        [
            "1 1 [Equal, Contains] [Equal, Contains]",
            "1 1.1 [Equal, Contains] [Equal, Contains]",
            "1 1.2 [Equal, Contains] [Equal, Contains]",
            "1.1 2 [Equal, Inside, Contains, Overlaps, Disjoint] [Inside, Overlaps]",
            "2 2 [Equal, Contains] [Disjoint]",
            "3 3 [Equal] [Equal, Contains]",
        ]
    );
    let expected = EntailedCounts { same: 3, compatible: 1, contradicting: 1, only_first: 0, only_second: 1 };
    assert_eq!(counts, expected);
}

#[test]
fn a_joint_row_entails_what_a_row_of_the_heading_says_and_a_table_of_the_other_direction_is_read_backwards() {
    let joint = "rows:\n  - { from: [\"1.1\", \"1.2\"], to: \"3\", relation: full, reverse: full }\n";
    let back = "rows:\n  - { from: \"3\", to: \"1\", relation: full, reverse: full }\n";
    let world = world(&[table("ann", THERE, joint), table("bea", ("b:1", "a:1"), back)]);
    let (pairs, counts) = entailed(&world, &["ann", "bea"]);
    assert_eq!(
        pairs,
        ["1 3 [Equal] [Equal]", "1.1 3 [Equal, Inside] [Equal, Inside]", "1.2 3 [Equal, Inside] [Equal, Inside]",]
    );
    assert_eq!(counts, EntailedCounts { same: 3, ..EntailedCounts::default() });
}

/// A heading is the union of its clauses: with one clause below it, it is that clause, however deep.
#[test]
fn a_heading_with_one_clause_below_it_is_that_clause() {
    let catalog = |id: &str| {
        let text = format!(
            "xwalk: catalog/1\nid: {id}:1\ntitle: T\nclauses: {{ \"1\": One, \"1.1\": Alone, \"1.1.1\": Deep, \"2\": Two }}\n"
        );
        (format!("{id}.yaml"), text)
    };
    let deep = |rows: [&str; 2]| {
        let tables = ["ann", "bea"].into_iter().zip(rows);
        let tables = tables.map(|(id, row)| table(id, ("c:1", "d:1"), &format!("rows:\n  - {{ {row} }}\n")));
        let world = world(&[catalog("c"), catalog("d")].into_iter().chain(tables).collect::<Vec<_>>());
        entailed(&world, &["ann", "bea"]).1
    };
    let contradicting = |count| EntailedCounts { contradicting: count, ..EntailedCounts::default() };
    let overlap = "from: \"1\", to: \"1\", relation: partial, reverse: partial";
    assert_eq!(deep([overlap, "from: \"1.1\", to: \"1.1\", relation: none"]), contradicting(2));
    assert_eq!(deep([overlap, "from: \"1.1.1\", to: \"1.1.1\", relation: none"]), contradicting(2));
    assert_eq!(deep([overlap, "from: \"1.1.1\", to: \"1\", relation: full, reverse: full"]), contradicting(2));
    let same = deep([
        "from: \"1\", to: \"1\", relation: full, reverse: partial",
        "from: \"1.1.1\", to: \"1.1\", relation: full, reverse: partial",
    ]);
    assert_eq!(same, EntailedCounts { same: 2, ..EntailedCounts::default() });
}

#[test]
fn what_a_table_calls_unrelated_it_entails_of_every_pair_below() {
    let ann = table("ann", THERE, "unrelated: { \"1\": Trains }\nrows: []\n");
    let bea = table("bea", THERE, "rows:\n  - { from: \"1.1\", to: \"2\", relation: partial }\n");
    let (pairs, counts) = entailed(&world(&[ann, bea]), &["ann", "bea"]);
    assert_eq!(pairs, ["1.1 2 [Disjoint] [Inside, Overlaps]"]);
    assert_eq!(counts, EntailedCounts { contradicting: 1, ..EntailedCounts::default() });
}

#[test]
fn who_says_that_nothing_covers_a_clause_says_none_of_every_pair_with_it_and_below_it() {
    let none = table(
        "none",
        THERE,
        "unrelated: { \"2\": Nothing there }\nrows:\n  - { to: \"1\", relation: none }\n  - { to: \"2\", relation: none }\n",
    );
    let also = table(
        "also",
        THERE,
        "rows:\n  - { to: \"2\", relation: none }\n  - { from: \"2\", to: \"3\", relation: partial }\n  - { from: [\"1.1\", \"2\"], to: \"1.2\", relation: full }\n",
    );
    let world = world(&[none, also]);
    world.ask(|case| {
        let tables = named(&world, &["none", "also"]);
        let answer = Agree::default().ask(case.case, &tables).unwrap();
        let said = said(&answer.opinions);
        assert_eq!(said, [" 1 none no row", "1.1+2 1.2 none full", " 2 none none", "2 3 none partial"]);
    });
}

#[test]
fn a_table_of_the_other_direction_counts_where_it_states_its_reverse() {
    let world = world(&[smith(), brown()]);
    world.ask(|case| {
        let answer = Agree::default().ask(case.case, &named(&world, &["smith", "brown"])).unwrap();
        let said = said(&answer.opinions);
        assert_eq!(
            said,
            ["1.1 1.1 full full/partial", "1.2 1.2 partial open/partial", "2 2 full none", "3 3 related no row"]
        );
        assert_eq!((answer.opinions.mappers[1].is_reversed, answer.opinions.mappers[1].left_out), (true, 1));
        assert_eq!(answer.opinions.units[1].opinions[1].word, Word::Open);
        assert_eq!(answer.overall.compared, 2);
    });
}

#[test]
fn tables_of_other_editions_and_one_table_alone_are_refused() {
    let other = table("other", ("a:1", "a:1"), "rows:\n  - { from: \"1.1\", to: \"1.2\", relation: partial }\n");
    let world = world(&[smith(), other]);
    world.ask(|case| {
        let refused = |ids: &[&str]| Agree::default().ask(case.case, &named(&world, ids)).unwrap_err().to_string();
        assert_eq!(
            refused(&["smith", "other"]),
            "smith relates a:1 to b:1, but other relates a:1 to a:1\n\n  tip: name tables of the same two editions, in either direction"
        );
        assert!(refused(&["smith"]).starts_with("one table agrees with itself"));
        assert!(refused(&["smith", "smith"]).starts_with("two tables are called smith"));
    });
}

fn head() -> ConsensusHead {
    ConsensusHead {
        id: TableId::parse("both").unwrap(),
        title: None,
        date: Some("2026-11".into()),
        derived_from: Vec::new(),
        decisions: Some("decided.csv".to_owned()),
    }
}

fn decision(world: &World, from: &str, to: &str, forward: Strength) -> Relation {
    let any = &named(world, &["smith"])[0].rows[0];
    Relation { from: vec![clause(from)], to: clause(to), forward, reverse: None, add: None, ..any.clone() }
}

fn reached<'w>(world: &'w World, case: Case<'w>, ids: &[&str], decisions: &[Relation]) -> Reached<'w> {
    Consensus::default().ask(case, &named(world, ids), &head(), decisions).unwrap().unwrap()
}

#[test]
fn what_all_say_is_a_row_and_nothing_that_is_not_decided() {
    let world = world(&[smith(), jones(), brown()]);
    let crosswalk = xwalk::crosswalk::Crosswalk::new(&world.library, &Default::default());
    let settings = xwalk::query::Settings::default();
    let case = Case { sources: &world.sources, library: &world.library, crosswalk: &crosswalk, settings: &settings };
    let first = reached(&world, case, &["smith", "jones"], &[]);
    assert_eq!((first.agreed, first.decided, first.undecided.len(), first.table.rows.len()), (1, 0, 4, 1));
    let row = &first.table.rows[0];
    assert_eq!((row.forward, row.reverse, first.open_reverses.len()), (Strength::Full, None, 1));
    assert_eq!(row.said.iter().map(ToString::to_string).collect::<Vec<_>>(), ["smith: full", "jones: full/full"]);
    assert!(first.table.is_draft, "four pairs are open");
    assert_eq!(
        first.table.method.as_deref(),
        Some(
            "Consensus of smith (individual, version 1), jones (individual, version 1): 1 row is what all say; 4 pairs are undecided."
        )
    );
    let decisions = [
        decision(&world, "a:1/1.2", "b:1/1.2", Strength::Partial),
        decision(&world, "a:1/2", "b:1/2", Strength::Partial),
        decision(&world, "a:1/2", "b:1/3", Strength::None),
        decision(&world, "a:1/3", "b:1/3", Strength::Partial),
        decision(&world, "a:1/3", "b:1/2", Strength::Partial),
    ];
    let all = reached(&world, case, &["smith", "jones", "brown"], &decisions);
    assert_eq!((all.agreed, all.decided, all.added, all.undecided.len()), (1, 5, 1, 0));
    assert_eq!((all.table.is_draft, all.table.mapper.as_deref()), (false, Some("smith, jones")));
    assert_eq!(all.table.source.as_str(), "smith alone; jones alone");
    let said: Vec<usize> = all.table.rows.iter().map(|row| row.said.len()).collect();
    // Of 2 and 3 only jones said something, of 3 and 2 nobody.
    assert_eq!(said, [2, 2, 2, 0, 1, 2]);
    // What is written is read back as it is.
    let text = xwalk::edit::write::table(&all.table);
    let again = self::world(&[smith(), jones(), ("both.yaml".to_owned(), text.clone())]);
    assert_eq!(xwalk::edit::write::table(named(&again, &["both"])[0]), text);
    // smith says full, and brown that b 1.1 lies inside: a 1.1 contains it. b 2 and a 2 share something, and share
    // nothing.
    let other = &all.opposite[0];
    let complements: Vec<(String, Possible)> =
        other.complements().map(|(pair, .., possible, _)| (pair.to.to_string(), *possible)).collect();
    assert_eq!(complements[0], ("b:1/1.1".to_owned(), Possible::only(SetRelation::Contains)));
    let contradictions: Vec<String> = other.contradictions().map(|(pair, ..)| pair.to.to_string()).collect();
    assert_eq!(contradictions, ["b:1/2"]);
}

/// Which items of `to` are meant is part of what a row says: where mappers name different ones, they do not agree.
#[test]
fn pairs_of_which_mappers_mean_different_items_are_left_to_decide() {
    let rows = |rest: [&str; 4]| {
        let row = |(number, rest): (&str, &str)| {
            format!("  - {{ from: \"{number}\", to: \"{number}\", relation: partial{rest} }}\n")
        };
        let rows: String = ["1.1", "1.2", "2", "3"].into_iter().zip(rest).map(row).collect();
        format!("rows:\n{rows}")
    };
    let ann = table("ann", THERE, &rows([", items: \"a, b\"", ", items: a", ", items: \"b, a\"", ", add: Do c"]));
    let bea = table("bea", THERE, &rows([", items: c", "", ", items: \"a b\"", ", add: Do d"]));
    let world = world(&[ann, bea]);
    world.ask(|case| {
        let found = reached(&world, case.case, &["ann", "bea"], &[]);
        let undecided: Vec<(String, Difference)> =
            found.undecided.iter().map(|(unit, difference)| (unit.pair.to.number.to_string(), *difference)).collect();
        assert_eq!(undecided, [("1.1".to_owned(), Difference::Items), ("1.2".to_owned(), Difference::Items)]);
        let items: Vec<Option<&str>> =
            found.table.rows.iter().map(|row| row.items.as_ref().map(|items| items.as_str())).collect();
        assert_eq!(items, [Some("b, a"), None]);
        assert_eq!(found.table.rows[1].add.as_deref(), Some("Do c / Do d"));
        let lead: Vec<String> = found.document(case.case, "both").lead.iter().map(|line| line.to_string()).collect();
        assert!(
            lead.iter().any(|line| line == "2 pairs to decide differ only in the items that are meant."),
            "{lead:?}"
        );
        assert!(lead.iter().any(|line| line.starts_with("1 row has different texts of the mappers")), "{lead:?}");
        let sheet = answer(&found.decision_sheet(case.case)).concat().join(",");
        assert!(sheet.contains("partial (items a, b)") && sheet.contains("partial (items c)"), "{sheet}");
    });
}

/// No key of the mappers' rows goes without a word.
#[test]
fn what_a_row_of_the_consensus_does_not_have_as_each_mapper_says_it_is_told() {
    let ann = table(
        "ann",
        THERE,
        "rows:\n  - { from: \"2\", to: \"2\", relation: partial, confidence: low, derived-from: old, reviewed-by: Cid, said: { Dan: full } }\n",
    );
    let bea = table("bea", THERE, "rows:\n  - { from: \"2\", to: \"2\", relation: partial, note: Half }\n");
    let old = table("old", THERE, "rows:\n  - { from: \"3\", to: \"3\", relation: partial }\n");
    let world = world(&[ann, bea, old]);
    world.ask(|case| {
        let found = reached(&world, case.case, &["ann", "bea"], &[]);
        let row = &found.table.rows[0];
        assert_eq!(row.derived_from.iter().map(TableId::as_str).collect::<Vec<_>>(), ["old"]);
        let told: Vec<RowChange> = found.changes.keys().copied().collect();
        use RowChange::{EarlierWords, LowestConfidence, Origins, Reviewers};
        assert_eq!(told, [LowestConfidence, Origins, EarlierWords, Reviewers]);
    });
}

#[test]
fn a_decision_against_what_all_say_is_refused_at_its_row() {
    let world = world(&[smith(), jones()]);
    world.ask(|case| {
        let tables = named(&world, &["smith", "jones"]);
        let against = [decision(&world, "a:1/1.1", "b:1/1.1", Strength::Partial)];
        let faults = Consensus::default().ask(case.case, &tables, &head(), &against).unwrap().unwrap_err();
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].message, "a:1/1.1 and b:1/1.1 is partial here, but all mappers say full");
        let again = [decision(&world, "a:1/1.1", "b:1/1.1", Strength::Full)];
        let reached = Consensus::default().ask(case.case, &tables, &head(), &again).unwrap().unwrap();
        assert_eq!((reached.repeated, reached.table.rows.len()), (1, 1));
    });
}

/// Knows one candidate.
struct Words;

impl CandidateSource for Words {
    fn candidates(&self, _: Case<'_>, _: &Catalog, to: &ClauseId) -> Vec<(ClauseId, String)> {
        if to.number.as_str() == "1.1" { vec![(clause("a:1/3"), "same words".to_owned())] } else { Vec::new() }
    }
}

#[test]
fn a_sheet_has_every_requirement_with_the_clauses_worth_a_look() {
    let ann = table(
        "ann",
        THERE,
        "rows:\n  - { from: \"1\", to: \"1.1\", relation: partial }\n  - { from: \"2\", to: \"1\", relation: partial }\n  - { from: \"3\", to: \"3\", relation: none }\n",
    );
    let world = world(&[ann]);
    let question = MapSheet {
        from: "a:1".into(),
        to: "b:1".into(),
        mapper: "Bea B.".into(),
        date: Some("2026-11".into()),
        stage: xwalk::model::Stage::Individual,
        reverse: false,
        source: None,
        confidence: xwalk::model::Confidence::Medium,
        limit: 10,
        suggest: 0,
    };
    world.ask(|case| {
        let sheet = question.ask_with(case.case, &[&Words], &PairDecisions::default()).unwrap();
        let lines: Vec<String> = sheet
            .rows
            .iter()
            .map(|row| {
                let from = row.from.as_ref().map_or("-", |(from, _)| from.number.as_str());
                format!("{} {from}: {}", row.to.0.number, row.because)
            })
            .collect();
        assert_eq!(
            lines,
            [
                "1.1 1: partial in ann",
                "1.1 1.1: partial in ann for its heading 1",
                "1.1 1.2: partial in ann for its heading 1",
                "1.1 2: partial in ann for the heading 1",
                "1.1 3: same words",
                "1.2 2: partial in ann for the heading 1",
                "2 -: ",
                "3 -: "
            ]
        );
        assert_eq!((sheet.requirements, sheet.without, sheet.left_out), (4, 2, 0));
        assert_eq!(sheet.table.id.as_str(), "a-1--b-1--bea-b");
        let few = MapSheet { limit: 1, ..question.clone() }
            .ask_with(case.case, &[&Words], &PairDecisions::default())
            .unwrap();
        assert_eq!((few.rows.len(), few.left_out), (5, 3));
        let back =
            MapSheet { reverse: true, ..question.clone() }.ask_with(case.case, &[], &PairDecisions::default()).unwrap();
        assert_eq!((back.table.from.as_str(), back.rows.len()), ("b:1", 6));
        assert!(question.document(case.case, &PairDecisions::default(), None).is_ok());
        let bad = MapSheet { date: Some("soon".into()), ..question.clone() }
            .ask_with(case.case, &[], &PairDecisions::default())
            .unwrap_err();
        assert!(bad.to_string().starts_with("soon is not a valid date"));
    });
}

/// What was refused or left unsure does not come again, whoever suggests it.
#[test]
fn a_sheet_leaves_out_pairs_that_somebody_decided_and_names_the_tables_that_it_rests_on() {
    let ann = table(
        "ann",
        THERE,
        "rows:\n  - { from: \"1\", to: \"1.1\", relation: partial }\n  - { from: \"2\", to: \"2\", relation: full }\n",
    );
    let none = table("none", THERE, "rows:\n  - { from: \"3\", to: \"3\", relation: none }\n");
    let world = world(&[ann, none]);
    let question = MapSheet {
        from: "a:1".into(),
        to: "b:1".into(),
        mapper: "Bea".into(),
        date: None,
        stage: xwalk::model::Stage::Individual,
        reverse: false,
        source: None,
        confidence: xwalk::model::Confidence::Medium,
        limit: 10,
        suggest: 0,
    };
    let mut decisions = PairDecisions::default();
    let span = world.library.catalogs().next().unwrap().span;
    for (from, to, verdict) in [
        ("a:1/3", "b:1/1.1", PairVerdict::Refused),
        ("a:1/1.1", "b:1/1.1", PairVerdict::Refused),
        ("b:1/2", "a:1/2", PairVerdict::Unsure),
    ] {
        decisions.add(clause(from), clause(to), PairDecision { verdict, why: None, span }).unwrap();
    }
    world.ask(|case| {
        let sheet = question.ask_with(case.case, &[&Words], &decisions).unwrap();
        let lines: Vec<(String, Option<String>)> = sheet
            .rows
            .iter()
            .map(|row| (row.to.0.number.to_string(), row.from.as_ref().map(|(from, _)| from.number.to_string())))
            .collect();
        let line = |to: &str, from: Option<&str>| (to.to_owned(), from.map(str::to_owned));
        let expected =
            [line("1.1", Some("1")), line("1.1", Some("1.2")), line("1.2", None), line("2", None), line("3", None)];
        assert_eq!(lines, expected);
        assert_eq!((sheet.refused, sheet.unsure), (2, 1));
        assert_eq!(sheet.tables.iter().map(TableId::as_str).collect::<Vec<_>>(), ["ann"]);
        let document = question.document(case.case, &decisions, Some("a--b.refused.csv")).unwrap();
        let said = "Left out, as a--b.refused.csv says: 2 refused pairs and 1 unsure pair.";
        assert!(document.lead.iter().any(|line| *line == said), "{:?}", document.lead);
        assert_eq!(document.basis.tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>(), ["ann"]);
    });
}

#[test]
fn a_sheet_has_clauses_that_words_speak_for_where_no_table_knows_any() {
    let from =
        "xwalk: catalog/1\nid: a:1\ntitle: A\nclauses:\n  \"1\": Keep records of incidents\n  \"2\": Buy chairs\n";
    let to = "xwalk: catalog/1\nid: b:1\ntitle: B\nclauses:\n  \"1\": Incident records\n  \"2\": Feed the cat\n";
    let world = World::new(&[("a.yaml", from), ("b.yaml", to)], Some("xwalk: assessment/1\norganization: O\n"));
    let question = |suggest| MapSheet {
        from: "a:1".into(),
        to: "b:1".into(),
        mapper: "Bea".into(),
        date: None,
        stage: xwalk::model::Stage::Individual,
        reverse: false,
        source: None,
        confidence: xwalk::model::Confidence::Medium,
        limit: 10,
        suggest,
    };
    world.ask(|case| {
        let candidates = |suggest| -> Vec<Option<String>> {
            let sheet = question(suggest).ask(case.case, &PairDecisions::default()).unwrap();
            sheet.rows.iter().map(|row| row.from.as_ref().map(|(from, _)| from.number.to_string())).collect()
        };
        assert_eq!(candidates(1), [Some("1".to_owned()), None]);
        assert_eq!(candidates(0), [None, None]);
    });
}

/// Both say full of 1.1, nothing of 3, and that a 3 relates to nothing; they differ on 1.2 and on 2.
fn two_who_leave_out() -> World {
    let rows = |on_1_2: &str, on_2: &str| {
        format!(
            "unrelated: {{ \"3\": Nothing there }}\nrows:\n  - {{ from: \"1.1\", to: \"1.1\", relation: full }}\n  - {{ from: \"1.2\", to: \"1.2\", relation: {on_1_2} }}\n  - {{ from: \"2\", to: \"2\", relation: {on_2} }}\n  - {{ to: \"3\", relation: none }}\n"
        )
    };
    world(&[table("ann", THERE, &rows("full", "partial")), table("bea", THERE, &rows("partial", "full"))])
}

fn nothing(world: &World, to: &str) -> Relation {
    let any = &named(world, &["ann"])[0].rows[0];
    Relation { from: Vec::new(), to: clause(to), forward: Strength::None, reverse: None, add: None, ..any.clone() }
}

fn decided(world: &World, from: &str, to: &str, forward: Strength) -> Relation {
    Relation { from: vec![clause(from)], forward, ..nothing(world, to) }
}

#[test]
fn a_decision_against_what_all_say_of_a_whole_clause_is_refused_at_its_row() {
    let world = two_who_leave_out();
    world.ask(|case| {
        let decisions = [
            decided(&world, "a:1/1.1", "b:1/3", Strength::Full),
            nothing(&world, "b:1/1.1"),
            decided(&world, "a:1/3", "b:1/2", Strength::Partial),
            decided(&world, "a:1/1.1", "b:1/2", Strength::Partial),
        ];
        let tables = named(&world, &["ann", "bea"]);
        let faults = Consensus::default().ask(case.case, &tables, &head(), &decisions).unwrap().unwrap_err();
        let said: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "a:1/1.1 and b:1/3 is full here, but all mappers say that nothing covers b:1/3",
                "b:1/1.1 is none here, but all mappers say full of a:1/1.1 and b:1/1.1",
                "a:1/3 and b:1/2 is partial here, but all mappers say that a:1/3 has no counterpart"
            ]
        );
    });
}

#[test]
fn that_nothing_covers_a_clause_settles_the_open_pairs_to_it_and_every_row_is_counted() {
    let world = two_who_leave_out();
    world.ask(|case| {
        let decisions = [nothing(&world, "b:1/2"), nothing(&world, "b:1/3")];
        let tables = named(&world, &["ann", "bea"]);
        let reached = Consensus::default().ask(case.case, &tables, &head(), &decisions).unwrap().unwrap();
        let rows: Vec<String> = reached
            .table
            .rows
            .iter()
            .map(|row| {
                let from = row.from.first().map_or("-", |from| from.number.as_str());
                let said: Vec<String> = row.said.iter().map(ToString::to_string).collect();
                format!("{from} {} {}: {}", row.to.number, row.forward, said.join(", "))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "1.1 1.1 full: ann: full, bea: full",
                "- 2 none: ",
                "2 2 none: ann: partial, bea: full",
                "- 3 none: ann: none, bea: none"
            ]
        );
        assert_eq!((reached.agreed, reached.decided, reached.settled, reached.added), (2, 2, 1, 1));
        assert_eq!((reached.repeated, reached.undecided.len()), (1, 1), "1.2 is open");
        let method = reached.table.method.as_deref().unwrap();
        let counts = ": 2 rows are what all say; 2 rows were decided in decided.csv; 1 pair is undecided.";
        assert!(method.ends_with(counts), "{method}");
    });
}

#[test]
fn a_row_that_covers_a_clause_settles_whether_nothing_does() {
    let same = "  - { from: \"1.1\", to: \"1.1\", relation: full }\n";
    let ann = table("ann", THERE, &format!("rows:\n{same}  - {{ to: \"3\", relation: none }}\n"));
    let world = world(&[ann, table("bea", THERE, &format!("rows:\n{same}"))]);
    world.ask(|case| {
        let tables = named(&world, &["ann", "bea"]);
        let ask = |decisions: &[Relation]| {
            let reached = Consensus::default().ask(case.case, &tables, &head(), decisions).unwrap().unwrap();
            let said = reached.table.rows.last().unwrap().said.iter().map(ToString::to_string).collect::<Vec<_>>();
            (reached.table.rows.len(), reached.undecided.len(), said.join(", "))
        };
        assert_eq!(ask(&[]), (1, 1, "ann: full, bea: full".to_owned()));
        let covers = decided(&world, "a:1/2", "b:1/3", Strength::Partial);
        assert_eq!(ask(&[covers]), (2, 0, "ann: none".to_owned()));
    });
}
