//! Editions and tables go out as libraries, and come back as they were.

use std::fmt::Write as _;

use crate::Read;
use xwalk::exchange::ciso::{write_catalog, write_tables};
use xwalk::exchange::written::{OpenReverse, Written};
use xwalk::model::{Table, TableId};

const OURS: &str = r#"
xwalk: catalog/1
id: pier:2026
title: "Piers: yes"
publisher: Pier office
published: 2026-01-02
status: current
aliases: ["Pier 2026"]
source: Made up.
clauses:
  "4": Context
  "4.1": { title: Piers, summary: "Say what a pier is: no, never.", groups: [a, b], titles: { de: Stege, fr: Jetées }, summaries: { de: "Sagt, was ein Steg ist" } }
  "4.10": { title: "(All of it)", groups: [b], mandatory: false, weight: heavy }
  "04.1": { title: "no", parent: null }
  "x~y": { title: Odd, parent: "4.1" }
  "x_y": { title: Even, kind: informative }
"#;

const THEIRS: &str = "\
urn: urn:t:risk:library:t-1
objects:
  framework:
    urn: urn:t:risk:framework:t-1.0
    name: T
    requirement_nodes:
    - urn: urn:t:risk:req_node:t-1.0:Node-A
      assessable: true
      ref_id: A
      name: A
    - urn: urn:t:risk:req_node:t-1.0:node-b
      assessable: true
";

fn losses(written: &Written) -> Vec<String> {
    written.losses.iter().map(|loss| loss.to_string()).collect()
}

/// Every clause of an edition as a line.
fn clauses(read: &Read, edition: &str) -> String {
    let catalog = read.catalog(edition);
    catalog.clauses().iter().fold(String::new(), |mut lines, clause| {
        let parent = clause.parent.map(|parent| catalog.clauses()[parent].number.as_str());
        let groups: Vec<&str> =
            clause.attributes.iter().filter(|(key, _)| *key == "groups").map(|(_, group)| group).collect();
        writeln!(
            lines,
            "{} {parent:?} {} {} {:?} {groups:?} {:?}",
            clause.number, clause.kind, clause.title, clause.summary, clause.translations
        )
        .unwrap();
        lines
    })
}

#[test]
fn an_edition_comes_back_but_for_what_is_counted() {
    let read = Read::new(&[("pier.yaml", OURS)]);
    let written = write_catalog(read.catalog("pier:2026"));
    assert_eq!(
        losses(&written),
        [
            "1 clause that is only recommended is not marked as recommended",
            "1 value of the attribute weight is left out: the format has a place for groups only",
        ]
    );
    let back = Read::new(&[("pier.yaml", &written.text)]);
    // The node of 4.1 stands before those below it, and what was after them follows.
    let mut expected: Vec<String> = clauses(&read, "pier:2026").lines().map(str::to_owned).collect();
    let mut found: Vec<String> = clauses(&back, "pier:2026").lines().map(str::to_owned).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    let (before, after) = (read.catalog("pier:2026"), back.catalog("pier:2026"));
    assert_eq!(
        (&before.title, &before.publisher, &before.published, &before.source, &before.aliases),
        (&after.title, &after.publisher, &after.published, &after.source, &after.aliases)
    );
    assert_eq!(
        (before.status, before.kind, before.confidence, before.provenance),
        (after.status, after.kind, after.confidence, after.provenance)
    );
    // Once there, it is the same text again.
    assert_eq!(write_catalog(after).text, write_catalog(after).text);
}

#[test]
fn urns_are_distinguished_in_their_own_letters() {
    let read = Read::new(&[("pier.yaml", OURS)]);
    let text = write_catalog(read.catalog("pier:2026")).text;
    let urns: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("- urn: ")).collect();
    assert_eq!(
        urns,
        [
            "\"urn:xwalk:risk:req_node:pier-2026:4\"",
            "\"urn:xwalk:risk:req_node:pier-2026:4.1\"",
            "\"urn:xwalk:risk:req_node:pier-2026:x_y\"",
            "\"urn:xwalk:risk:req_node:pier-2026:4.10\"",
            "\"urn:xwalk:risk:req_node:pier-2026:04.1\"",
            "\"urn:xwalk:risk:req_node:pier-2026:x_y-2\"",
        ]
    );
    assert!(!text.contains("dependencies"));
}

#[test]
fn their_urns_go_back_and_a_title_of_ours_does_not() {
    let read = Read::new(&[("t.yaml", THEIRS)]);
    let text = write_catalog(read.catalog("t:1.0")).text;
    for line in [
        "urn: \"urn:t:risk:framework:t-1.0\"",
        "urn: \"urn:t:risk:req_node:t-1.0:Node-A\"",
        "urn: \"urn:t:risk:req_node:t-1.0:node-b\"",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert!(!text.contains("no title"), "{text}");
    let back = Read::new(&[("t.yaml", &text)]);
    assert_eq!(clauses(&back, "t:1.0"), clauses(&read, "t:1.0"));
}

const TABLE: &str = r#"
xwalk: relations/1
id: pier-2026--t-1.0
from: pier:2026
to: t:1.0
version: 7
source: A joint review
confidence: high
date: 2026-03-04
unrelated: { "4": nothing of it }
rows:
  - { from: "4.1", to: A, relation: full, reverse: partial, add: Do more, add-reverse: Do less, note: Seen }
  - { from: "4.10", to: A, relation: full }
  - { from: ["4.1", "4.10"], to: node-b, relation: full, reverse: full }
  - { from: "04.1", to: A, relation: related }
  - { from: "04.1", to: node-b, relation: partial, reverse: partial }
  - { from: "4.10", to: node-b, relation: partial }
  - { from: "x~y", to: A, relation: none }
  - { from: "x~y", to: node-b, relation: full, reverse: full }
"#;

fn world() -> Read {
    Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), ("pier-2026--t-1.0.yaml", TABLE)])
}

fn written(read: &Read, open: OpenReverse) -> Written {
    write_tables(&[read.table("pier-2026--t-1.0")], &read.library, open)
}

#[test]
fn a_table_is_two_sets_that_say_no_more_than_it() {
    let read = world();
    assert!(read.told.iter().all(|told| told.contains(" t.yaml:")), "{:#?}", read.told);
    let out = written(&read, OpenReverse::LeaveOut);
    assert_eq!(
        losses(&out),
        [
            "1 joint row is left out",
            "1 pair that is full in one direction and open in the other is left out",
            "1 pair that overlaps is written as intersect, which the format uses for every connection",
            "1 related row is left out",
        ]
    );
    let back = Read::new(&[
        ("pier.yaml", OURS),
        ("t.yaml", THEIRS),
        ("m.yaml", &out.text),
        ("p.yaml", &write_catalog(read.catalog("pier:2026")).text),
    ]);
    // The edition that is there is the one that the framework was written of.
    assert!(
        back.told.iter().any(|told| {
            told == "left-out p.yaml:12:10 pier:2026 was written by xwalk and already exists: the existing edition is read"
        }),
        "{:#?}",
        back.told
    );
    assert_eq!(
        back.rows("pier-2026--t-1.0"),
        [
            "4.1 A full partial high",
            "4.10 node-b partial ? high",
            "04.1 node-b partial partial high",
            "x~y A none ? high",
            "x~y node-b full full high",
        ]
    );
    // The set backwards adds nothing.
    assert_eq!(back.library.tables().count(), 1);
    let (before, after) = (read.table("pier-2026--t-1.0"), back.table("pier-2026--t-1.0"));
    assert_eq!((after.version, &after.source, &after.date), (7, &before.source, &before.date));
    assert_eq!((&after.unrelated, &after.rows[0].note), (&before.unrelated, &before.rows[0].note));
    assert!(
        out.text.contains("urn: \"urn:xwalk:risk:req_mapping_set:mapping-pier-2026--t-1.0-revert\""),
        "{}",
        out.text
    );
    assert!(out.text.contains("dependencies:\n- \"urn:xwalk:risk:library:pier-2026\"\n"), "{}", out.text);
    assert_eq!(out.text.matches("\"add: Do more\\nadd-reverse: Do less\\nnote: Seen\"").count(), 1, "{}", out.text);
    assert_eq!(out.text.matches("\"add: Do less\\nadd-reverse: Do more\\nnote: Seen\"").count(), 1, "{}", out.text);
}

#[test]
fn what_was_written_comes_back_with_the_ids_that_it_had_whatever_else_is_there() {
    let read = world();
    let [pier, t] = ["pier:2026", "t:1.0"].map(|id| write_catalog(read.catalog(id)).text);
    let table = written(&read, OpenReverse::Weaken).text;
    let rows = [
        "4.1 A full partial high",
        "4.10 A full ? high",
        "4.10 node-b partial ? high",
        "04.1 node-b partial partial high",
        "x~y A none ? high",
        "x~y node-b full full high",
    ];
    for files in [
        &[("p.yaml", pier.as_str()), ("t.yaml", &t), ("m.yaml", &table)][..],
        &[("m.yaml", &table), ("pier.yaml", OURS), ("t.yaml", &t)],
        &[("pier.yaml", OURS), ("p.yaml", &pier), ("t.yaml", THEIRS), ("m.yaml", &table)],
        &[("p.yaml", &pier), ("t.yaml", &t), ("pier-2026--t-1.0.yaml", TABLE)],
    ] {
        let back = Read::new(files);
        let mut editions: Vec<&str> = back.library.catalogs().map(|catalog| catalog.id.as_str()).collect();
        editions.sort_unstable();
        assert_eq!(editions, ["pier:2026", "t:1.0"]);
        if files.iter().any(|(name, _)| *name == "m.yaml") {
            assert_eq!(back.rows("pier-2026--t-1.0"), rows);
        }
        // Nothing that was made on the way stays behind.
        let attributes = |read: &Read| format!("{:?}", read.clause("pier:2026", "4.1").attributes);
        assert_eq!(attributes(&back), attributes(&read));
    }
}

#[test]
fn two_tables_of_a_pair_have_urns_of_their_own_however_long_their_ids_are() {
    let table = |id: &str| TABLE.replace("id: pier-2026--t-1.0", &format!("id: {id}"));
    let long = "a".repeat(120);
    let urn = |id: &str| {
        let read = Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), (&format!("{id}.yaml"), &table(id))]);
        let text = write_tables(&[read.table(id)], &read.library, OpenReverse::LeaveOut).text;
        let urn = text.lines().find_map(|line| line.trim().strip_prefix("- urn: ")).unwrap().to_owned();
        assert_eq!(text, write_tables(&[read.table(id)], &read.library, OpenReverse::LeaveOut).text);
        urn
    };
    assert_eq!(urn("a"), "\"urn:xwalk:risk:req_mapping_set:mapping-a\"");
    assert_eq!(urn("b"), "\"urn:xwalk:risk:req_mapping_set:mapping-b\"");
    let [first, second] = [urn(&format!("{long}1")), urn(&format!("{long}2"))];
    assert_ne!(first, second);
    assert_eq!(first.len(), "\"urn:xwalk:risk:req_mapping_set:mapping-\"".len() + 80);
    // What ends like a set backwards is none.
    assert!(!urn("a-revert").ends_with("-revert\""));
}

#[test]
fn a_relationship_that_somebody_changed_counts() {
    let read = world();
    let text = written(&read, OpenReverse::Weaken).text;
    let changed = text.replacen("relationship: intersect", "relationship: equal", 1);
    let back = Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), ("m.yaml", &changed)]);
    assert_eq!(back.rows("pier-2026--t-1.0")[1], "4.10 A full full high");
    // What somebody writes into an annotation is a remark.
    let remarked = text.replacen("add: Do more\\nadd-reverse: Do less\\nnote: Seen", "Ask again: why?", 1);
    let back = Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), ("m.yaml", &remarked)]);
    let row = &back.table("pier-2026--t-1.0").rows[0];
    assert_eq!((row.note.as_deref(), &row.add), (Some("Ask again: why?"), &None));
}

#[test]
fn an_open_reverse_is_weakened_where_that_is_asked_for() {
    let read = world();
    let out = written(&read, OpenReverse::Weaken);
    assert!(
        losses(&out)
            .contains(&"1 pair that is full in one direction and open in the other is written as intersect".to_owned())
    );
    assert_eq!(out.text.matches("relationship: intersect").count(), 6);
    assert_eq!(out.text.matches("relationship: superset").count(), 1);
    assert_eq!(out.text.matches("relationship: subset").count(), 1);
}

#[test]
fn two_tables_of_one_pair_complete_each_other_and_contradict_in_vain() {
    let forward = "\nxwalk: relations/1\nid: a\nfrom: pier:2026\nto: t:1.0\nversion: 1\nsource: s\nconfidence: low\nrows:\n  - { from: \"4.1\", to: A, relation: full }\n  - { from: \"4.10\", to: A, relation: full, reverse: full }\n";
    let backward = "\nxwalk: relations/1\nid: b\nfrom: t:1.0\nto: pier:2026\nversion: 2\nsource: s\nconfidence: low\nrows:\n  - { from: A, to: \"4.1\", relation: partial }\n  - { from: A, to: \"4.10\", relation: partial }\n";
    let read = Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), ("a.yaml", forward), ("b.yaml", backward)]);
    let tables: Vec<&Table> =
        ["a", "b"].iter().map(|id| read.library.table(&TableId::parse(id).unwrap()).unwrap()).collect();
    let out = write_tables(&tables, &read.library, OpenReverse::LeaveOut);
    assert_eq!(out.text.matches("relationship: superset").count(), 1);
    assert_eq!(out.text.matches("relationship:").count(), 2);
    assert!(
        losses(&out).contains(&"1 pair whose rows say different things is left out".to_owned()),
        "{:?}",
        losses(&out)
    );
}

#[test]
fn where_nothing_can_be_written_there_is_no_text() {
    let table = "\nxwalk: relations/1\nid: a\nfrom: pier:2026\nto: t:1.0\nversion: 1\nsource: s\nconfidence: low\nrows:\n  - { from: \"4.1\", to: A, relation: related }\n";
    let read = Read::new(&[("pier.yaml", OURS), ("t.yaml", THEIRS), ("a.yaml", table)]);
    let out = write_tables(&[read.table("a")], &read.library, OpenReverse::LeaveOut);
    assert_eq!((out.text.as_str(), losses(&out)), ("", vec!["1 related row is left out".to_owned()]));
}
