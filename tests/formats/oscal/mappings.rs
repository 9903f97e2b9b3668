//! Relation tables as mapping collections.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use xwalk::diagnostic::Rule;
use xwalk::exchange::oscal::write::mapping_collection;
use xwalk::exchange::written::{OpenReverse, Written};
use xwalk::model::{Table, TableId};

use super::{A, B, checked, losses, props};
use crate::common::{World, clause};

const TABLE: &str = r#"
xwalk: relations/1
id: a-1--b-2
from: a:1
to: b:2
version: 3
title: "From A\nto B"
source: A test
confidence: medium
method: Joint analysis
date: "2012"
mapper: M. Apper
unrelated: { "5": Nothing like it }
rows:
  - { from: "4.1", to: "1", relation: full, reverse: full }
  - { from: "4.1", to: "2.1", relation: full, reverse: partial, add: "Do\nmore", add-reverse: Do less, note: A remark, confidence: low }
  - { from: ["4.1", "4.2.1"], to: "2.2", relation: partial, reverse: full, items: "b, c" }
  - { from: "4.2", to: "2", relation: partial, reverse: partial }
  - { from: "5.1", to: "1", relation: none }
  - { from: "4.2.1", to: "1", relation: related, add: Agree on it }
  - { from: "4.2.1", to: "2.1", relation: full }
  - { from: "4.2.(2)", to: "2.1", relation: partial }
  - { to: "3", relation: none, note: Looked for }
"#;

fn world(table: &str) -> World {
    World::new(&[("a.yaml", A), ("b.yaml", B), ("a-1--b-2.yaml", table)], None)
}

fn table(world: &World) -> &Table {
    world.library.table(&TableId::parse("a-1--b-2").unwrap()).unwrap()
}

fn written(world: &World, open: OpenReverse) -> Written {
    mapping_collection(&[table(world)], &world.library, open, &BTreeSet::new())
}

fn words(mapping: &Value) -> Vec<&str> {
    mapping["maps"].as_array().unwrap().iter().map(|map| map["relationship"].as_str().unwrap()).collect()
}

fn ids(items: &Value) -> Vec<&str> {
    items.as_array().unwrap().iter().map(|item| item["id-ref"].as_str().unwrap()).collect()
}

#[test]
fn each_row_has_the_word_that_says_what_it_says() {
    let world = world(TABLE);
    let out = written(&world, OpenReverse::LeaveOut);
    let value = checked(&out);
    assert_eq!(losses(&out), [(2, "relations whose reverse is not stated are left out")]);
    let collection = &value["mapping-collection"];
    let metadata = &collection["metadata"];
    assert_eq!((&metadata["title"], &metadata["version"]), (&json!("From A to B"), &json!("3")));
    assert_eq!(metadata["last-modified"], "2012-01-01T00:00:00Z");
    let provenance = &collection["provenance"];
    assert_eq!(
        provenance,
        &json!({
            "method": "human",
            "matching-rationale": "semantic",
            "status": "complete",
            "mapping-description": "Joint analysis",
        })
    );
    let mapping = &collection["mappings"][0];
    assert_eq!(
        words(mapping),
        ["equivalent-to", "superset-of", "subset-of", "intersects-with", "no-relationship", "related",]
    );
    assert_eq!(mapping["confidence-score"], json!({"category": "medium"}));
    assert_eq!(props(&mapping["source-resource"]), ["edition=a:1"]);
    assert_eq!(props(&mapping["target-resource"]), ["edition=b:2"]);
    let said = props(mapping);
    assert_eq!(&said[..3], ["table=a-1--b-2", "table-version=3", "title=From A to B"]);
    assert!(said.contains(&"source=A test".to_owned()) && said.contains(&"unrelated=5".to_owned()));
    assert_eq!(mapping["source-gap-summary"]["unmapped-controls"], json!([{"with-ids": ["c-5"]}]));
    assert_eq!(mapping["target-gap-summary"]["unmapped-controls"], json!([{"with-ids": ["c-3"]}]));
    let none = mapping["props"].as_array().unwrap().iter().find(|prop| prop["name"] == "none").unwrap();
    assert_eq!((&none["value"], &none["remarks"]), (&json!("3"), &json!("Looked for")));

    let second = &mapping["maps"][1];
    assert_eq!(second["confidence-score"], json!({"category": "low"}));
    assert_eq!(second["remarks"], "A remark");
    assert_eq!(props(second), ["relation=full", "reverse=partial"]);
    let qualifier = |subject: &str, description: &str| json!({"subject": subject, "predicate": "has-requirement", "category": "addressable", "description": description});
    assert_eq!(second["qualifiers"], json!([qualifier("target", "Do\nmore"), qualifier("source", "Do less")]));
    let joint = &mapping["maps"][2];
    assert_eq!((ids(&joint["sources"]), ids(&joint["targets"])), (vec!["c-4.1", "c-4.2.1"], vec!["c-2.2"]));
    assert_eq!(props(joint), ["relation=partial", "reverse=full", "items=b, c"]);
    assert_eq!(props(&joint["sources"][1]), ["clause=4.2.1"]);
    // A heading is what it stands for, on both sides.
    let heading = &mapping["maps"][3];
    assert_eq!(
        (ids(&heading["sources"]), ids(&heading["targets"])),
        (vec!["c-4.2.1", "c-4.2.-2-"], vec!["c-2.1", "c-2.2"])
    );
    assert_eq!(props(heading), ["relation=partial", "reverse=partial", "from=4.2", "to=2"]);
    assert_eq!(mapping["maps"][5]["ns"], "urn:xwalk:oscal");
    assert_eq!(mapping["maps"][4].get("ns"), None);
}

#[test]
fn an_open_reverse_has_no_word_that_says_no_more_than_it_does() {
    let world = world(TABLE);
    let out = written(&world, OpenReverse::Weaken);
    let mapping = checked(&out)["mapping-collection"]["mappings"][0].clone();
    let why = "relations whose reverse is not stated are left out: every word says something about both directions, intersects-with too";
    assert_eq!(losses(&out), [(2, why)]);
    assert_eq!(words(&mapping).len(), 6);
}

#[test]
fn an_open_reverse_may_go_by_a_word_in_our_namespace_which_the_schema_takes() {
    let world = world(TABLE);
    let out = written(&world, OpenReverse::OwnWord);
    assert_eq!(losses(&out), []);
    let mapping = checked(&out)["mapping-collection"]["mappings"][0].clone();
    assert_eq!(&words(&mapping)[6..], ["full", "partial"]);
    for map in &mapping["maps"].as_array().unwrap()[6..] {
        assert_eq!(map["ns"], "urn:xwalk:oscal");
    }
}

#[test]
fn what_a_table_says_of_its_method_is_said() {
    let text = TABLE
        .replace("Joint analysis", "A syntactic comparison of titles")
        .replace("version: 3", "version: 3\nstatus: draft\nprovenance: derived");
    let world = world(&text);
    let value = checked(&written(&world, OpenReverse::LeaveOut));
    let collection = &value["mapping-collection"];
    let said = ["method", "matching-rationale", "status"].map(|key| collection["provenance"][key].as_str().unwrap());
    assert_eq!(said, ["automation", "syntactic", "draft"]);
    assert_eq!(words(&collection["mappings"][0])[0], "equal-to");
}

#[test]
fn clauses_that_an_answer_finds_uncovered_are_gaps_unless_a_row_leads_to_them() {
    let world = world(&TABLE.replace("  - { to: \"3\", relation: none, note: Looked for }\n", ""));
    let uncovered = BTreeSet::from([clause("b:2/3"), clause("b:2/2.1"), clause("a:1/5")]);
    let out = mapping_collection(&[table(&world)], &world.library, OpenReverse::LeaveOut, &uncovered);
    let mapping = checked(&out)["mapping-collection"]["mappings"][0].clone();
    assert_eq!(mapping["target-gap-summary"]["unmapped-controls"], json!([{"with-ids": ["c-3"]}]));
}

#[test]
fn rows_of_other_editions_have_a_mapping_of_their_own_and_joint_ones_have_none() {
    let text = TABLE.split("rows:").next().unwrap().to_owned()
        + "rows:\n  - { from: \"4.1\", to: \"1\", relation: full, reverse: full }\n"
        + "  - { from: \"b:2/3\", to: \"2.1\", relation: full, reverse: full }\n"
        + "  - { from: [\"b:2/3\", \"4.1\"], to: \"2.1\", relation: full, reverse: full }\n";
    let files = [("a.yaml", A), ("b.yaml", B), ("a-1--b-2.yaml", &*text)];
    let world = World::with_warnings(&files, None, &[Rule::RowOfOtherEditions]);
    let out = written(&world, OpenReverse::LeaveOut);
    assert_eq!(losses(&out), [(1, "joint row with sources in several editions is left out: a mapping has one source")]);
    let mappings = checked(&out)["mapping-collection"]["mappings"].clone();
    let pairs: Vec<[Vec<String>; 2]> = mappings
        .as_array()
        .unwrap()
        .iter()
        .map(|mapping| [props(&mapping["source-resource"]), props(&mapping["target-resource"])])
        .collect();
    assert_eq!(pairs, [[["edition=a:1"], ["edition=b:2"]], [["edition=b:2"], ["edition=b:2"]]]);
    assert_eq!(mappings[1].get("source-gap-summary"), None);
}

#[test]
fn where_no_row_is_left_there_is_no_document() {
    let text =
        TABLE.split("rows:").next().unwrap().to_owned() + "rows:\n  - { from: \"4.1\", to: \"1\", relation: full }\n";
    let world = world(&text);
    let out = written(&world, OpenReverse::LeaveOut);
    assert_eq!(out.text, "");
    assert_eq!(
        losses(&out),
        [
            (
                1,
                "clause that a table leaves uncovered or unrelated is left out: the table has no row that can be written"
            ),
            (1, "relation whose reverse is not stated is left out"),
        ]
    );
}

#[test]
fn no_number_of_a_row_changes_the_uuid_of_another() {
    let before = written(&world(TABLE), OpenReverse::LeaveOut).text;
    let more = TABLE.replace("rows:\n", "rows:\n  - { from: \"5.1\", to: \"2.2\", relation: full, reverse: full }\n");
    let after: Value = serde_json::from_str(&written(&world(&more), OpenReverse::LeaveOut).text).unwrap();
    let before: Value = serde_json::from_str(&before).unwrap();
    let maps = |value: &Value| value["mapping-collection"]["mappings"][0]["maps"].as_array().unwrap().clone();
    assert_eq!(maps(&after)[1..], maps(&before)[..]);
    assert_eq!(written(&world(TABLE), OpenReverse::LeaveOut), written(&world(TABLE), OpenReverse::LeaveOut));
}
