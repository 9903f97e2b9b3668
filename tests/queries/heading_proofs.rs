//! What is based on several clauses is based on all of them: headings that are whole, joint rows, and what is left out of
//! them.

use xwalk::changes::Gate;
use xwalk::crosswalk::Level;
use xwalk::load::raw;
use xwalk::model::{ClauseKind, Confidence};
use xwalk::query::{Action, AssessedQuestion, Explain, Gap, GapRow, Settings};
use xwalk::report::Document;
use xwalk::survey::{Density, Map, MapRow};

use super::common::{World, clause};

/// A catalog with clauses whose titles are their numbers.
fn catalog(id: &str, clauses: &[&str]) -> (String, String) {
    let clauses: String = clauses.iter().map(|number| format!("  \"{number}\": Clause {number}\n")).collect();
    (format!("{}.yaml", id.replace(':', "-")), format!("xwalk: catalog/1\nid: {id}\ntitle: T\nclauses:\n{clauses}"))
}

/// A table with rows as they are written in a file; `id` is its name, too.
fn table(id: &str, (from, to): (&str, &str), confidence: &str, rest: &str) -> (String, String) {
    let head = format!("xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\n");
    (format!("{id}.yaml"), format!("{head}confidence: {confidence}\n{rest}\n"))
}

fn world(files: &[(String, String)], target: &str, statuses: &str) -> World {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let text = format!("xwalk: assessment/1\norganization: Us\ntargets: [{target}]\nstatuses:\n{statuses}");
    World::new(&files, Some(&text))
}

/// Two clauses each cover a half of a heading, one of them by a table that is not sure, and the heading covers the
/// target.
fn halves() -> World {
    let files = [
        catalog("wa:1", &["1", "2"]),
        catalog("wb:1", &["1", "1.1", "1.2"]),
        catalog("wc:1", &["1"]),
        table("first", ("wa:1", "wb:1"), "high", "rows: [{ from: \"1\", to: \"1.1\", relation: full }]"),
        table("second", ("wa:1", "wb:1"), "low", "rows: [{ from: \"2\", to: \"1.2\", relation: full }]"),
        table("third", ("wb:1", "wc:1"), "high", "rows: [{ from: \"1\", to: \"1\", relation: full }]"),
    ];
    world(&files, "wc:1", "  wa:1: { \"1\": implemented, \"2\": implemented }\n")
}

fn gap(world: &World, settings: &Settings) -> Vec<GapRow> {
    world.ask_with(settings, |case| Gap::default().ask(case).unwrap().rows)
}

fn document(world: &World) -> Document {
    world.ask(|case| Explain { clause: "wc:1/1".into() }.document(case).unwrap())
}

#[test]
fn a_heading_that_is_whole_rests_on_the_rows_of_all_its_requirements() {
    let world = halves();
    let [row] = gap(&world, &Settings::default()).try_into().unwrap();
    assert_eq!((row.level, row.confidence), (Level::Full, Some(Confidence::Low)));
    assert_eq!(row.tables.iter().map(|table| table.as_str()).collect::<Vec<_>>(), ["first", "second", "third"]);
    let chain: Vec<String> = row.chain.iter().map(ToString::to_string).collect();
    assert_eq!(chain, ["wa:1/1", "wb:1/1.1", "wa:1/2", "wb:1/1.2", "wb:1/1", "wc:1/1"]);
    assert_eq!(row.chain_in_words, "indirectly, from 1 + 2 (2 steps)");
    let lead = world.ask(|case| Gap::default().document(case).unwrap().lead);
    let lead = lead.iter().map(|line| line.as_str()).collect::<Vec<_>>().join(" ");
    assert!(lead.contains("Caution: this is based on second (confidence low"), "{lead}");
    let said = "wa:1/1 contains wb:1/1.1; wa:1/2 contains wb:1/1.2; wb:1/1.1 and wb:1/1.2 together are all of wb:1/1, \
                which contains wc:1/1";
    assert!(document(&world).lead.iter().any(|line| line.contains(said)), "{:?}", document(&world).lead);
}

#[test]
fn a_gate_of_confidence_sees_every_row_that_an_answer_rests_on() {
    let missed = |least| {
        halves().ask(|case| {
            let gate = Gate { require_confidence: Some(least), ..Gate::default() };
            let written = raw::read(case.case.sources, case.file, &mut Vec::new());
            let Some(raw::File::Assessment(written)) = written else { panic!("it was read") };
            gate.judge(case, &written, &Default::default()).unwrap().missed.len()
        })
    };
    assert_eq!([Confidence::High, Confidence::Medium, Confidence::Low].map(missed), [1, 1, 0]);
}

#[test]
fn what_is_left_is_said_where_only_the_length_of_chains_keeps_a_joint_row_from_more() {
    let files = [
        catalog("wa:1", &["1"]),
        catalog("wb:1", &["1", "2", "3"]),
        catalog("wc:1", &["1"]),
        table("first", ("wa:1", "wb:1"), "high", "rows: [{ from: \"1\", to: \"1\", relation: full }]"),
        table(
            "second",
            ("wb:1", "wb:1"),
            "high",
            "rows: [{ from: \"1\", to: \"2\", relation: full }, { from: \"2\", to: \"3\", relation: full }]",
        ),
        table("third", ("wb:1", "wc:1"), "high", "rows: [{ from: [\"1\", \"3\"], to: \"1\", relation: full }]"),
    ];
    let world = world(&files, "wc:1", "  wa:1: { \"1\": implemented }\n");
    let [row] = gap(&world, &Settings::default()).try_into().unwrap();
    assert_eq!((row.level, row.action, row.prerequisites.len()), (Level::Partial, Action::Extend, 0));
    assert_eq!(row.add, "Part of it is covered by wa:1/1 Clause 1; check what else 1 Clause 1 asks for.");
    let [further] = gap(&world, &Settings { max_hops: 4, ..Settings::default() }).try_into().unwrap();
    assert_eq!(further.level, Level::Full);
}

#[test]
fn what_is_less_sure_than_asked_denies_nothing() {
    let files = [
        catalog("wa:1", &["1"]),
        catalog("wb:1", &["1", "1.1", "1.2"]),
        table("first", ("wa:1", "wb:1"), "high", "rows: [{ from: \"1\", to: \"1\", relation: partial }]"),
        table("second", ("wb:1", "wa:1"), "low", "unrelated: { \"1.1\": Nothing there. }"),
    ];
    let world = world(&files, "wb:1", "  wa:1: { \"1\": implemented }\n");
    let levels = |least| {
        let settings = Settings { min_confidence: least, ..Settings::default() };
        gap(&world, &settings).iter().map(|row| row.level).collect::<Vec<_>>()
    };
    assert_eq!(levels(None), [Level::None, Level::Presumed]);
    assert_eq!(levels(Some(Confidence::High)), [Level::Presumed, Level::Presumed]);
}

#[test]
fn a_clause_whose_parent_is_nothing_stands_alone() {
    let catalog = "xwalk: catalog/1\nid: wa:1\ntitle: T\nclauses:\n  \"1\": A\n  \"1.1\": { title: B, parent: null }\n";
    let world = World::new(&[("wa-1.yaml", catalog)], None);
    let clauses = world.library.catalogs().next().unwrap().clauses();
    assert!(clauses.iter().all(|clause| clause.kind == ClauseKind::Requirement && clause.parent.is_none()));
}

fn mapped(world: &World, from: &str, to: &str) -> Vec<MapRow> {
    let map = Map { from: from.into(), to: to.into(), inferred: true };
    world.ask(|case| map.ask(case.case).unwrap().rows)
}

#[test]
fn a_chain_that_says_more_than_a_row_is_shown_beside_it() {
    let row = |relation| format!("rows: [{{ from: \"1\", to: \"1\", relation: {relation} }}]");
    let files = [
        catalog("wa:1", &["1"]),
        catalog("wb:1", &["1"]),
        catalog("wc:1", &["1"]),
        table("first", ("wa:1", "wb:1"), "high", &row("partial")),
        table("second", ("wa:1", "wc:1"), "high", &row("full")),
        table("third", ("wc:1", "wb:1"), "high", &row("full")),
    ];
    let rows = mapped(&world(&files, "wb:1", "  wa:1: {}\n"), "wa:1", "wb:1");
    assert_eq!(
        rows.iter().map(|row| (row.relation, row.hops)).collect::<Vec<_>>(),
        [(Level::Partial, Some(1)), (Level::Full, Some(2))]
    );
}

#[test]
fn a_heading_stands_to_others_as_what_is_below_it_does_in_both_directions() {
    let files = [
        catalog("wa:1", &["1"]),
        catalog("wb:1", &["1", "1.1", "1.2"]),
        table(
            "first",
            ("wa:1", "wb:1"),
            "high",
            "rows: [{ from: \"1\", to: \"1.1\", relation: full, reverse: partial }]",
        ),
    ];
    let world = world(&files, "wb:1", "  wa:1: {}\n");
    let heading = clause("wb:1/1");
    let to = mapped(&world, "wa:1", "wb:1").into_iter().find(|row| row.to == heading).unwrap();
    let from = mapped(&world, "wb:1", "wa:1").into_iter().find(|row| row.from == [heading.clone()]).unwrap();
    assert_eq!([to.relation, from.relation], [Level::Partial, Level::Partial]);
    assert_eq!([to.is_risen, from.is_risen], [true, true]);
}

#[test]
fn clauses_that_give_something_only_together_share_nothing_each() {
    let world = halves();
    let joint: Vec<MapRow> = mapped(&world, "wa:1", "wc:1").into_iter().filter(|row| row.from.len() == 2).collect();
    assert_eq!(joint.len(), 1);
    assert_eq!(joint[0].relation, Level::Full);
    let by = "clause".to_owned();
    let density = Density { from: "wa:1".into(), to: "wc:1".into(), by, side: None, inferred: true };
    let pairs = world.ask(|case| density.ask(case.case).unwrap().pairs);
    assert!(pairs.is_empty(), "each of the two may lie wholly beside what covers it");
}
