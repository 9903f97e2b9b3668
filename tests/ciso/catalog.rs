//! Frameworks become editions.

use crate::Read;
use xwalk::exchange::content::Choices;
use xwalk::model::{ClauseKind, Confidence, Provenance};

/// Made up: a tree with the traps of the real ones.
const HARBOUR: &str = "\
urn: urn:harbour:risk:library:harbour-2024
locale: fr
ref_id: harbour-2024
name: Harbour rules
description: Rules of a made-up harbour
copyright: none
version: 3
publication_date: 2024-07-09
provider: Harbour office
packager: harbour
translations:
  en:
    name: Harbour rules in English
objects:
  framework:
    urn: urn:harbour:risk:framework:Harbour-2024
    ref_id: harbour-2024
    name: Règles du port
    description: Made up
    min_score: 0
    implementation_groups_definition:
    - ref_id: B
      name: Basic
    requirement_nodes:
    - urn: urn:harbour:risk:req_node:harbour-2024:1
      assessable: false
      depth: 1
      ref_id: '1'
      name: Quais
      translations:
        en:
          name: Quays
        pt_br:
          name: Cais
        english language:
          name: Quays
    - urn: urn:harbour:risk:req_node:harbour-2024:1.10
      assessable: true
      depth: 2
      parent_urn: urn:harbour:risk:req_node:Harbour-2024:1
      ref_id: '1.10'
      description: Every quay has a ladder
        every ten metres.
      typical_evidence: A plan
      implementation_groups:
      - B
      - S
    - urn: urn:harbour:risk:req_node:harbour-2024:Lamp:a
      assessable: true
      depth: 2
      parent_urn: urn:harbour:risk:req_node:harbour-2024:1
      name: Lamps
    - urn: urn:harbour:risk:req_node:harbour-2024:c/d
      assessable: true
      depth: 3
      parent_urn: urn:harbour:risk:req_node:harbour-2024:1.10
      ref_id: C 1 / 2
      name: Rope
    - urn: urn:harbour:risk:req_node:harbour-2024:1.10.1
      assessable: false
      depth: 1
      ref_id: 1.10.1
      name: About this document
    - urn: urn:harbour:risk:req_node:harbour-2024:9
      assessable: true
      depth: 1
      ref_id: '9'
      description: Alone at the top
";

#[test]
fn a_framework_is_an_edition_that_says_where_it_comes_from() {
    let read = Read::new(&[("h.yaml", HARBOUR)]);
    let catalog = read.catalog("harbour:2024");
    assert_eq!(catalog.title, "Règles du port");
    assert_eq!(catalog.publisher.as_deref(), Some("Harbour office"));
    assert_eq!(catalog.published.as_deref(), Some("2024-07-09"));
    assert_eq!(catalog.aliases, ["urn:harbour:risk:framework:Harbour-2024"]);
    assert_eq!(catalog.name(), "harbour:2024");
    assert_eq!((catalog.provenance, catalog.confidence), (Some(Provenance::Community), Some(Confidence::Medium)));
    let source = "CISO Assistant library Harbour rules, version 3, provider Harbour office, packager harbour, urn:harbour:risk:library:harbour-2024";
    assert_eq!(catalog.source.as_deref(), Some(source));
    assert_eq!(read.library.catalog_named("URN:harbour:risk:framework:harbour-2024").unwrap().id, catalog.id);
}

#[test]
fn nodes_stand_under_what_they_name_and_are_what_they_say() {
    let read = Read::new(&[("h.yaml", HARBOUR)]);
    let catalog = read.catalog("harbour:2024");
    let shown: Vec<String> = catalog
        .clauses()
        .iter()
        .map(|clause| {
            let parent = clause.parent.map_or("-", |parent| catalog.clauses()[parent].number.as_str());
            format!("{} {} {} {}", clause.number, parent, clause.kind, clause.title)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1 - heading Quais",
            // Assessable with others below it; it has no name.
            "1.10 1 requirement (under Quais)",
            // Without a ref_id it is numbered by the end of its urn, in small letters.
            "lamp:a 1 requirement Lamps",
            "C-1-2 1.10 requirement Rope",
            // A root with dots in its number, which contains no requirement.
            "1.10.1 - informative About this document",
            "9 - requirement (no title)",
        ]
    );
    let ladder = read.clause("harbour:2024", "1.10");
    let attributes: Vec<(&str, &str)> = ladder.attributes.iter().collect();
    assert_eq!(attributes, [("groups", "B"), ("groups", "S"), ("uri", "urn:harbour:risk:req_node:harbour-2024:1.10")]);
    assert_eq!(ladder.summary, None);
    assert_eq!(read.count("requirement nodes"), (6, 6, vec![]));
}

#[test]
fn what_is_not_taken_as_it_stands_is_reported_once_with_its_count() {
    let read = Read::new(&[("h.yaml", HARBOUR)]);
    assert_eq!(
        read.told,
        [
            "read-as h.yaml:20:5 keys of the framework and its nodes that are not read: min_score (1), implementation_groups_definition (1), typical_evidence (1)",
            "left-out h.yaml:35:9 a translation is not listed under a language and is left out",
            "read-as h.yaml:37:7 2 requirement nodes have no name, and get a title in brackets from the node above them",
            "read-as h.yaml:42:20 2 requirement nodes have descriptions, which are not copied",
            "read-as h.yaml:48:12 a requirement node has no ref_id and takes its number from the end of its urn",
            "read-as h.yaml:57:15 a ref_id is not a valid clause number and is read with hyphens for spaces and slashes, or with a counter",
        ]
    );
}

#[test]
fn texts_come_along_where_they_are_asked_for() {
    let read = Read::with(&[("h.yaml", HARBOUR)], Choices { with_text: true, ..Choices::default() });
    let text = |number: &str| read.clause("harbour:2024", number).attributes.get("text").map(str::to_owned);
    assert_eq!(text("1.10").as_deref(), Some("Every quay has a ladder every ten metres."));
    assert_eq!(text("lamp:a"), None);
    assert!(!read.told.iter().any(|told| told.contains("descriptions")));
}

/// A framework of so many nodes, as lines of `requirement_nodes`.
fn framework(nodes: &str) -> String {
    format!(
        "urn: urn:a:risk:library:f-1.0\nname: F\nobjects:\n  framework:\n    urn: urn:a:risk:framework:f-1.0\n    requirement_nodes:\n{nodes}"
    )
}

fn node(urn: &str, rest: &str) -> String {
    format!("    - urn: urn:a:risk:req_node:f-1.0:{urn}\n      assessable: true\n{rest}")
}

#[test]
fn nodes_that_cannot_be_clauses_are_left_out_and_counted() {
    let nodes = [
        node("a", "      ref_id: A\n      name: A\n"),
        node("A", "      ref_id: B\n      name: The same urn\n"),
        "    - assessable: true\n      ref_id: C\n      name: No urn\n".to_owned(),
        node("\"\u{200b}\"", "").replace("f-1.0:\"\u{200b}\"", "f-1.0:\u{200b}"),
        node("d", "      ref_id: A\n      name: The same ref_id\n      parent_urn: urn:nowhere\n"),
        node("e", "      ref_id: E\n      name: E\n      parent_urn: urn:a:risk:req_node:f-1.0:g\n"),
        node("g", "      ref_id: G\n      name: G\n      parent_urn: urn:a:risk:req_node:f-1.0:e\n"),
        node("h", &format!("      ref_id: H\n      name: {}\n", "long ".repeat(60).trim())),
    ];
    let read = Read::new(&[("f.yaml", &framework(&nodes.concat()))]);
    let catalog = read.catalog("f:1.0");
    let numbers: Vec<&str> = catalog.clauses().iter().map(|clause| clause.number.as_str()).collect();
    assert_eq!(numbers, ["A", "A~2", "E", "G", "H"]);
    assert_eq!(catalog.find("E").unwrap().parent, None);
    assert_eq!(catalog.find("G").unwrap().parent, catalog.position(&catalog.find("E").unwrap().number));
    assert_eq!(catalog.find("H").unwrap().title, "(no title)");
    assert_eq!(read.count("requirement nodes"), (8, 5, vec![1, 1, 1]));
    assert_eq!(
        read.told,
        [
            "left-out f.yaml:11:12 a requirement node has the urn of an earlier one, and is left out",
            "left-out f.yaml:15:7 a requirement node has no urn, and is left out",
            "left-out f.yaml:18:12 a requirement node has neither a ref_id nor a urn that could be a clause number, and is left out",
            "read-as f.yaml:22:15 a ref_id is not a valid clause number and is read with hyphens for spaces and slashes, or with a counter",
            "left-out f.yaml:24:19 a parent_urn names no node of the framework; its node is placed at the top level",
            "left-out f.yaml:25:7 a requirement node is above itself through parent_urn; it is placed at the top level",
            "read-as f.yaml:38:13 a name is longer than 200 characters and is read as a text, not as a title",
            "read-as f.yaml:38:13 a requirement node has a description, which is not copied",
        ]
    );
    assert_eq!(catalog.requirements().filter(|clause| clause.kind == ClauseKind::Requirement).count(), 5);
}

#[test]
fn a_framework_without_nodes_or_without_a_urn_is_left_out() {
    let empty = "urn: urn:a:risk:library:e\nobjects:\n  framework:\n    urn: urn:a:risk:framework:e\n    requirement_nodes: []\n";
    let nameless = framework(&node("a", "")).replace("    urn: urn:a:risk:framework:f-1.0\n", "    name: No urn\n");
    let read = Read::new(&[("e.yaml", empty), ("f.yaml", &nameless)]);
    assert_eq!(read.library.catalogs().count(), 0);
    assert_eq!(
        read.told,
        [
            "left-out e.yaml:4:5 the framework contains no requirement nodes and is left out",
            "left-out f.yaml:5:5 a requirement node is left out with its framework, whose urn names no edition",
        ]
    );
    assert_eq!(read.count("requirement nodes"), (1, 0, vec![1]));
}

#[test]
fn what_holds_no_clauses_is_said_to_hold_none() {
    let matrix = "urn: urn:a:risk:library:m\nobjects:\n  risk_matrix:\n  - urn: urn:a:risk:matrix:m\n  threats: []\n";
    let mixed =
        framework(&node("a", "      name: A\n      ref_id: A\n")) + "  threats:\n  - urn: urn:a:risk:threat:t\n";
    let read = Read::new(&[("m.yaml", matrix), ("f.yaml", &mixed)]);
    assert_eq!(
        read.told,
        [
            "read-as m.yaml:3:3 this library contains no framework and no mapping set, but risk_matrix, threats",
            "read-as f.yaml:11:3 parts of this library that are not read: threats",
        ]
    );
    assert_eq!(read.library.catalogs().count(), 1);
}

#[test]
fn an_edition_that_is_there_already_keeps_its_id_and_the_other_gets_one() {
    let own = "xwalk: catalog/1\nid: f:1.0\ntitle: Ours\nclauses: { \"1\": One }\n";
    let text = framework(&node("a", "      name: A\n      ref_id: A\n"));
    let read = Read::new(&[("own.yaml", own), ("f.yaml", &text), ("again.yaml", &text)]);
    let ids: Vec<&str> = read.library.catalogs().map(|catalog| catalog.id.as_str()).collect();
    assert_eq!(ids, ["f:1.0", "f:1.0-ciso-assistant"]);
    assert_eq!(
        read.told,
        [
            "read-as f.yaml:5:10 edition f:1.0 already exists; this one is named f:1.0-ciso-assistant",
            "left-out again.yaml:5:10 f:1.0 is already in another file and has the same clauses there: it is left out here",
        ]
    );
}

#[test]
fn a_text_that_is_no_yaml_is_a_fault_at_its_place() {
    let read = Read::new(&[("f.yaml", "urn: urn:a\nobjects:\n  framework: [a\n")]);
    assert_eq!(read.told, ["syntax f.yaml:3:14 unclosed bracket '['"]);
    let twice = Read::new(&[("f.yaml", "urn: urn:a\nobjects: {}\n---\nurn: urn:b\n")]);
    assert_eq!(twice.told, ["several-documents f.yaml:3:1 a second document begins here"]);
}

#[test]
fn values_of_another_shape_are_left_out_and_reported() {
    let nodes = node("a", "      name: [A]\n      ref_id: A\n      implementation_groups: B\n") + "    - just a text\n";
    let read = Read::new(&[("f.yaml", &framework(&nodes))]);
    assert_eq!(
        read.told,
        [
            "read-as f.yaml:7:7 a requirement node has no name, and gets a title in brackets from the node above it",
            "left-out f.yaml:9:13 3 values do not have the form that their keys require and are left out",
        ]
    );
    assert_eq!(read.clause("f:1.0", "A").title, "(no title)");
    assert_eq!(read.sources.count(), 1);
}

#[test]
fn odd_values_are_counted_at_the_first_of_each() {
    let text = "\
urn: urn:odd:risk:library:odd-1
ref_id: odd-1
name: Odd
version: first
objects:
  framework:
    urn: urn:odd:risk:framework:odd-1
    name: Odd
    requirement_nodes:
    - { urn: \"urn:odd:risk:req_node:odd-1:1\", ref_id: \"1\", name: One, assessable: maybe, depth: x }
    - { urn: \"urn:odd:risk:req_node:odd-1:2\", ref_id: \"2\", name: Two, assessable: \"true\", depth: 1.5 }
    - { urn: \"urn:odd:risk:req_node:odd-1:3\", ref_id: \"3\", name: Three, assessable: off, depth: 1 }
    - { urn: \"urn:odd:risk:req_node:odd-1:4\", ref_id: \"4\", name: Four, assessable: true }
";
    let read = Read::new(&[("odd.yaml", text)]);
    assert_eq!(
        read.told,
        [
            "left-out odd.yaml:10:83 2 values of assessable are neither true nor false: their nodes are read as not assessable and are not counted",
            "read-as odd.yaml:10:97 2 depths are not whole numbers and are ignored",
        ]
    );
    let kinds: Vec<ClauseKind> = read.catalog("odd-1:undated").clauses().iter().map(|clause| clause.kind).collect();
    use ClauseKind::{Informative, Requirement};
    assert_eq!(kinds, [Informative, Informative, Informative, Requirement]);
    // Words that CISO Assistant takes for truth values are such in quotation marks too; where nothing is said, it loads
    // nothing.
    let words = text.replace("maybe, depth: x", "\"True\"").replace("\"true\", depth: 1.5", "'0'");
    let words = words.replace(", assessable: off, depth: 1", "").replace("first", "1");
    let read = Read::new(&[("odd.yaml", &words)]);
    assert_eq!(
        read.told,
        [
            "left-out odd.yaml:12:7 a requirement node does not say whether it is assessable: it is read as not assessable and is not counted",
        ]
    );
    let kinds: Vec<ClauseKind> = read.catalog("odd-1:undated").clauses().iter().map(|clause| clause.kind).collect();
    assert_eq!(kinds, [Requirement, Informative, Informative, Requirement]);
    let nodes = text.split("requirement_nodes:").next().unwrap().to_owned() + "requirement_nodes: { a: b }\n";
    let told = Read::new(&[("odd.yaml", &nodes)]).told;
    let expected = "left-out odd.yaml:9:24 a value does not have the form that its key requires and is left out";
    assert!(told.iter().any(|told| told == expected), "{told:?}");
}
