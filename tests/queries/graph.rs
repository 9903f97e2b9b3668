//! The crosswalk as a graph.

use xwalk::crosswalk::Level;
use xwalk::deliver::{Graph, GraphState, Network};
use xwalk::model::Confidence;
use xwalk::query::{AssessedQuestion, Question, Settings};
use xwalk::report::{Document, NodeKind, Tone};

use super::common::{World, answer};
use super::{ASSESSMENT, BASE, TABLE, TARGET, world};

const THIRD: (&str, &str) = (
    "third.yaml",
    "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"1\": Alpha\n  \"2\": { title: Beta, kind: requirement }\n",
);

fn graph(names: &[&str], depth: u32) -> Graph {
    Graph { names: names.iter().map(ToString::to_string).collect(), depth, inferred: false }
}

fn ask(world: &World, names: &[&str], depth: u32) -> Network {
    world.ask(|case| graph(names, depth).ask(case.case, None).unwrap())
}

fn document(world: &World, names: &[&str]) -> Document {
    world.ask(|case| Question::document(&graph(names, 1), case.case).unwrap())
}

fn numbers(network: &Network) -> Vec<String> {
    network.clauses.iter().map(|line| line.clause.to_string()).collect()
}

fn unrelated(network: &Network) -> Vec<String> {
    let lines = network.clauses.iter().filter(|line| !line.is_related);
    lines.map(|line| line.clause.to_string()).collect()
}

#[test]
fn between_editions_stand_all_their_requirements_and_the_rows_that_join_them() {
    let network = ask(&world(ASSESSMENT), &["the base", "target:1"], 1);
    assert_eq!(
        numbers(&network),
        [
            "base:1/1.1",
            "base:1/1.2",
            "base:1/1.3",
            "base:1/2.1",
            "base:1/2.2",
            "base:1/2.3",
            "target:1/1.1",
            "target:1/1.2",
            "target:1/1.3",
            "target:1/1.4",
            "target:1/2.1",
            "target:1/2.2",
            "target:1/2.3",
            "target:1/2.4",
        ]
    );
    assert_eq!(network.rows.len(), 6, "the row from nothing ties nothing");
    assert_eq!(unrelated(&network), ["target:1/2.3", "target:1/2.4"]);
    assert!(network.clauses.iter().all(|line| line.state == GraphState::NotAssessed));
}

#[test]
fn editions_stand_in_the_order_in_which_they_are_named_and_each_once() {
    let network = ask(&world(ASSESSMENT), &["target:1", "base:1", "the base"], 1);
    assert_eq!(network.editions.iter().map(ToString::to_string).collect::<Vec<_>>(), ["target:1", "base:1"]);
    assert_eq!(numbers(&network)[0], "target:1/1.1");
}

#[test]
fn around_a_clause_stands_what_lies_within_so_many_rows_in_both_directions() {
    let world = world(ASSESSMENT);
    let one = ask(&world, &["target:1/1.4"], 1);
    assert_eq!(numbers(&one), ["base:1/2.1", "base:1/2.2", "target:1/1.4"]);
    assert_eq!(one.rows.len(), 1, "the joint row is one row");
    let two = ask(&world, &["target:1/1.4"], 2);
    assert_eq!(numbers(&two), ["base:1/2.1", "base:1/2.2", "target:1/1.4", "target:1/2.1"]);
    assert_eq!(ask(&world, &["target:1/1.4"], 10).rows.len(), 2, "nothing lies further away");
}

#[test]
fn around_a_heading_stands_what_is_around_the_requirements_below_it() {
    let network = ask(&world(ASSESSMENT), &["base:1/2"], 1);
    assert_eq!(
        numbers(&network),
        ["base:1/2", "base:1/2.1", "base:1/2.2", "base:1/2.3", "target:1/1.4", "target:1/2.1", "target:1/2.2"]
    );
    assert!(unrelated(&network).is_empty(), "a heading stands for what is below it");
}

#[test]
fn around_a_clause_that_no_row_relates_to_anything_stands_the_clause_alone() {
    // Of 2.3 a row says that nothing covers it; of 2.4 no row speaks.
    for name in ["target:1/2.3", "target:1/2.4"] {
        let alone = ask(&world(ASSESSMENT), &[name], 1);
        assert_eq!((numbers(&alone), alone.rows.len()), (vec![name.to_owned()], 0));
        assert_eq!(unrelated(&alone), [name]);
    }
}

#[test]
fn around_a_clause_what_leads_to_it_stands_before_it_and_what_it_leads_to_behind() {
    let link = (
        "third-1--base-1.yaml",
        "xwalk: relations/1\nid: third-1--base-1\nfrom: third:1\nto: base:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  \
         - { from: \"1\", to: \"1.1\", relation: full }\n  - { from: \"2\", to: \"1\", relation: partial }\n",
    );
    let world = World::new(&[BASE, TARGET, TABLE, THIRD, link], None);
    let network = ask(&world, &["base:1/1.1"], 1);
    assert_eq!(network.editions.iter().map(ToString::to_string).collect::<Vec<_>>(), ["third:1", "base:1", "target:1"]);
    let joined = ask(&world, &["third:1", "base:1"], 1);
    assert_eq!(
        unrelated(&joined),
        ["base:1/2.1", "base:1/2.2", "base:1/2.3"],
        "a row to a heading speaks of what is below it"
    );
    assert!(numbers(&joined).contains(&"base:1/1".to_owned()), "a heading that a row names stands there");
}

#[test]
fn a_joint_row_brings_in_the_clause_of_an_edition_that_nobody_asked_for() {
    let table = (
        "base-1--target-1.yaml",
        "xwalk: relations/1\nid: base-1--target-1\nfrom: base:1\nto: target:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  \
         - { from: [\"1.1\", \"third:1/2\"], to: \"1.1\", relation: full }\n",
    );
    let network = ask(&World::new(&[BASE, TARGET, THIRD, table], None), &["base:1", "target:1"], 1);
    assert_eq!(network.editions.last().unwrap().as_str(), "third:1");
    assert_eq!(numbers(&network).last().unwrap(), "third:1/2");
    assert!(!numbers(&network).contains(&"third:1/1".to_owned()), "nobody asked for the rest of it");
}

#[test]
fn with_an_assessment_every_clause_has_its_level() {
    let own = format!(
        "{ASSESSMENT}  target:1:\n    \"2.3\": {{ status: not-applicable, justification: none }}\n    \"2.4\": {{ status: not-applicable, justification: none }}\n"
    );
    let states = |names: &[&str]| -> Vec<GraphState> {
        world(&own).ask(|case| {
            let network = graph(names, 1).ask(case.case, Some(case.assessment)).unwrap();
            network.clauses.into_iter().map(|line| line.state).collect()
        })
    };
    let at = GraphState::At;
    assert_eq!(
        states(&["base:1", "target:1"]),
        [
            at(Level::Full),
            at(Level::Full),
            at(Level::Partial),
            at(Level::Full),
            at(Level::None),
            at(Level::None),
            at(Level::Full),
            at(Level::Partial),
            at(Level::Partial),
            at(Level::Partial),
            at(Level::None),
            at(Level::None),
            GraphState::NotApplicable,
            GraphState::NotApplicable,
        ]
    );
    // Of the heading, 2.1 is in place; 2.2 and 2.3 are not.
    assert_eq!(states(&["base:1/2"])[0], at(Level::Partial));
    assert_eq!(states(&["base:1/1.1"]), [at(Level::Full), at(Level::Full)]);
}

#[test]
fn the_picture_has_a_node_for_a_joint_row_and_marks_what_nothing_covers() {
    let document = document(&world(ASSESSMENT), &["base:1", "target:1"]);
    let picture = document.graph().unwrap();
    assert_eq!(
        (picture.nodes.len(), picture.edges.len()),
        (15, 8),
        "14 clauses and a joint row; 5 rows and 3 ties of it"
    );
    let joint = picture.nodes.iter().position(|node| node.kind == NodeKind::Joint).unwrap();
    let into: Vec<&str> =
        picture.edges.iter().filter(|tie| tie.to == joint).map(|tie| picture.nodes[tie.from].id.as_str()).collect();
    assert_eq!(into, ["base:1/2.1", "base:1/2.2"]);
    let on: Vec<&str> =
        picture.edges.iter().filter(|tie| tie.from == joint).map(|tie| picture.nodes[tie.to].id.as_str()).collect();
    assert_eq!(on, ["target:1/1.4"]);
    let bad: Vec<&str> =
        picture.nodes.iter().filter(|node| node.tone == Tone::Bad).map(|node| node.id.as_str()).collect();
    assert_eq!(bad, ["target:1/2.3", "target:1/2.4"]);
    assert_eq!(document.lead[0], "6 rows connect 6 clauses of base:1, 8 clauses of target:1.");
    assert_eq!(document.lead[1], "Of target:1, 2 requirements have no relation here.");
}

#[test]
fn the_answer_is_a_line_a_row() {
    let rows = answer(&document(&world(ASSESSMENT), &["base:1", "target:1"]));
    assert_eq!(rows.len(), 6);
    assert_eq!(
        rows[1],
        ["base:1/1.2", "target:1/1.2", "partial", "", "base-1--target-1", "medium", "Keep them longer", "", "", "", ""]
    );
    assert_eq!(rows[3][..3], ["base:1/2.1 base:1/2.2", "target:1/1.4", "full"]);
}

#[test]
fn with_an_assessment_the_document_rests_on_it_and_says_where_statements_differ() {
    let own = format!("{ASSESSMENT}  target:1:\n    \"1.1\": not-implemented\n");
    let document =
        world(&own).ask(|case| AssessedQuestion::document(&graph(&["base:1", "target:1"], 1), case).unwrap());
    assert!(document.basis.assessment.is_some());
    let messages: Vec<&str> = document.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(
        messages.contains(
            &"target:1/1.1 is stated as not implemented, but the statement on base:1/1.1 proves that it is completely in place"
        ),
        "{messages:?}"
    );
}

#[test]
fn rows_that_are_left_out_tie_nothing() {
    let world = world(ASSESSMENT);
    let rows = |settings: Settings| {
        world.ask_with(&settings, |case| graph(&["base:1", "target:1"], 1).ask(case.case, None).unwrap().rows.len())
    };
    assert_eq!(rows(Settings { min_confidence: Some(Confidence::Medium), ..Settings::default() }), 6);
    assert_eq!(rows(Settings { min_confidence: Some(Confidence::High), ..Settings::default() }), 0);
    assert_eq!(rows(Settings { without_table: vec!["base-1--target-1".into()], ..Settings::default() }), 0);
}

#[test]
fn names_that_make_no_graph_are_refused_with_what_would() {
    let world = world(ASSESSMENT);
    let error = |names: &[&str]| {
        let error = world.ask(|case| graph(names, 1).ask(case.case, None).unwrap_err());
        (error.message, error.help.unwrap())
    };
    assert_eq!(
        error(&["the base"]),
        (
            "base:1 alone has no crosswalk".into(),
            "name another edition as well, or one of its clauses as base:1/NUMBER".into()
        )
    );
    assert_eq!(error(&["base:1", "target:1/1.1"]).1, "name two or more editions, or one clause");
    assert_eq!(error(&["base:1/1.1", "target:1/1.1"]).0, "a graph is possible around only one clause");
    assert_eq!(error(&["base:1", "target:2"]).0, "there is no edition target:2");
    assert_eq!(error(&["base:1/9"]).0, "base:1 has no clause 9");
}

#[test]
fn what_follows_over_chains_is_drawn_between_editions_where_it_is_asked_for() {
    let link = (
        "third-1--base-1.yaml",
        "xwalk: relations/1\nid: third-1--base-1\nfrom: third:1\nto: base:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  \
         - { from: \"1\", to: \"1.1\", relation: full, reverse: full }\n",
    );
    let world = World::new(&[BASE, TARGET, TABLE, THIRD, link], None);
    let direct = document(&world, &["third:1", "target:1"]);
    assert!(
        direct.lead[0].starts_with("No relation table relates third:1 and target:1 directly: `xwalk graph third:1")
    );
    let inferred = Graph { inferred: true, ..graph(&["third:1", "target:1"], 1) };
    let network = world.ask(|case| inferred.ask(case.case, None).unwrap());
    let rows = network.inferred.iter();
    let rows: Vec<(String, String, Level, Option<u32>)> =
        rows.map(|row| (row.from[0].to_string(), row.to.to_string(), row.relation, row.hops)).collect();
    // 1 equals 1.1 of the base, which covers 1.1 of the target in full.
    assert_eq!(rows, [("third:1/1".into(), "target:1/1.1".into(), Level::Full, Some(2))]);
    assert_eq!(network.rows.len(), 0);
    let document = world.ask(|case| Question::document(&inferred, case.case).unwrap());
    assert_eq!(answer(&document)[0].last().unwrap(), "third:1/1 base:1/1.1 target:1/1.1");
    let around = Graph { inferred: true, ..graph(&["third:1/1"], 1) };
    let refused = world.ask(|case| around.ask(case.case, None).unwrap_err());
    assert_eq!(refused.message, "--inferred shows what follows between editions, not around a clause");
}
