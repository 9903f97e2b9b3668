//! Mapping collections as relation tables.

use xwalk::model::{Confidence, Provenance};

use crate::world::{CATALOG, World};

/// An edition to map to.
const SHIP: &str = r#"{ "catalog": { "uuid": "66666666-6666-4666-8666-666666666666",
  "metadata": { "title": "Ship rules", "version": "3" },
  "controls": [ { "id": "s-1", "title": "A" }, { "id": "s-2", "title": "B" }, { "id": "s-3", "title": "C" },
    { "id": "s-4", "title": "D" }, { "id": "s-5", "title": "E" }, { "id": "s-6", "title": "F" } ] } }"#;

/// Every word of the model, joint sources, several targets, statements, gaps, and all that cannot be said.
pub(crate) const COLLECTION: &str = r##"{
  "mapping-collection": {
    "uuid": "77777777-7777-4777-8777-777777777777",
    "metadata": { "title": "Harbour to ship", "version": "4", "oscal-version": "1.2.0" },
    "provenance": {
      "method": "human", "matching-rationale": "semantic", "status": "draft",
      "mapping-description": "d", "confidence-score": { "category": "Medium" }
    },
    "mappings": [ {
      "uuid": "88888888-8888-4888-8888-888888888888",
      "source-resource": { "type": "catalog", "href": "#99999999-9999-4999-8999-999999999999" },
      "target-resource": { "type": "catalog", "href": "urn:uuid:66666666-6666-4666-8666-666666666666" },
      "maps": [
        { "relationship": "equal-to", "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ] },
        { "relationship": { "type": "superset-of" }, "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-2" } ],
          "qualifiers": [ { "subject": "target", "predicate": "has-requirement", "category": "addressable", "description": "Add lights" },
                          { "subject": "source", "predicate": "has-incompatibility", "category": "unaddressable", "description": "No mast" } ],
          "remarks": "seen", "confidence-score": { "category": "high" } },
        { "relationship": "subset-of", "sources": [ { "type": "control", "id-ref": "gt-1" }, { "type": "control", "id-ref": "qy-2" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ] },
        { "relationship": "intersects-with", "sources": [ { "type": "control", "id-ref": "qy-2" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ] },
        { "relationship": "no-relationship", "sources": [ { "type": "control", "id-ref": "qy-2" } ], "targets": [ { "type": "control", "id-ref": "s-2" }, { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "equivalent-to", "sources": [ { "type": "control", "id-ref": "qy-3" } ], "targets": [ { "type": "control", "id-ref": "s-3" }, { "type": "control", "id-ref": "s-4" } ] },
        { "relationship": "subset-of", "sources": [ { "type": "control", "id-ref": "qy-3" } ], "targets": [ { "type": "statement", "id-ref": "s-1_smt.a" }, { "type": "statement", "id-ref": "s-1_smt.b" } ] },
        { "relationship": "superset-of", "sources": [ { "type": "statement", "id-ref": "gt-1_smt.a" } ], "targets": [ { "type": "control", "id-ref": "s-4" } ] },
        { "relationship": "subset-of", "sources": [ { "type": "statement", "id-ref": "gt-1_smt.a" } ], "targets": [ { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "no-relationship", "sources": [ { "type": "statement", "id-ref": "gt-1_smt.b" } ], "targets": [ { "type": "control", "id-ref": "s-2" } ] },
        { "relationship": "equal-to", "ns": "https://other.example", "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "like", "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "equal-to", "sources": [ { "type": "control", "id-ref": "gt-2" } ], "targets": [ { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "equal-to", "sources": [ { "type": "control", "id-ref": "gt-9_smt" } ], "targets": [ { "type": "control", "id-ref": "s-3" } ] },
        { "relationship": "equivalent-to", "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ] },
        { "relationship": "subset-of", "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ] }
      ],
      "source-gap-summary": { "uuid": "x", "unmapped-controls": [ { "with-ids": [ "gt-1.1", "qy-1" ] } ] },
      "target-gap-summary": { "uuid": "x", "unmapped-controls": [ { "with-ids": [ "s-5", "s-1" ] }, { "with-ids": [ "s-5", "s-9" ] } ] }
    } ],
    "back-matter": { "resources": [
      { "uuid": "99999999-9999-4999-8999-999999999999", "title": "x", "rlinks": [ { "href": "catalogs/harbour/catalog.json" } ] }
    ] }
  }
}
"##;

const TABLE: &str = "harbour-controls-2.1--ship-rules-3--harbour-to-ship";

fn world() -> World {
    let harbour = ("work/catalogs/harbour/catalog.json", CATALOG);
    World::of(&[("map.json", COLLECTION), harbour, ("work/catalogs/ship/catalog.json", SHIP)])
}

#[test]
fn entries_are_rows_that_say_no_more_than_they_do() {
    let world = world();
    assert!(world.is_sound(), "{:?}", world.told());
    assert_eq!(
        world.rows(TABLE),
        [
            "QY-1 -> s-1: full / full",
            "QY-1 -> s-2: full / partial",
            "GT-1 + qy-2 -> s-1: partial / full",
            "qy-2 -> s-1: partial / partial",
            "qy-2 -> s-2: none / none",
            "qy-2 -> s-3: none / none",
            "QY-3 -> s-3: full",
            "QY-3 -> s-4: full",
            "QY-3 -> s-1: partial / full",
            "GT-1 -> s-4: full / partial",
            "GT-1 -> s-3: related",
            " -> s-5: none",
        ]
    );
    let table = world.library.tables().next().unwrap();
    assert_eq!(table.confidence, Confidence::Medium);
    assert_eq!(table.provenance, Some(Provenance::Community));
    assert_eq!(table.method.as_deref(), Some("human, semantic matching"));
    assert_eq!(table.source, "OSCAL mapping collection \"Harbour to ship\", version 4");
    assert!(table.is_draft);
    let row = &table.rows[1];
    assert_eq!(row.add.as_deref(), Some("Add lights"));
    assert_eq!(row.note.as_deref(), Some("seen; source has-incompatibility: No mast"));
    assert_eq!(row.confidence, Confidence::High);
    let unrelated: Vec<&str> = table.unrelated.keys().map(|number| number.as_str()).collect();
    assert_eq!(unrelated, ["GT-1(1)"]);
    // The entry that contradicts another one is kept for an audit, beside what is unrelated.
    let aside: Vec<(u32, usize)> =
        table.aside.iter().map(|row| (world.sources.position(row.span).line.get(), row.from.len())).collect();
    assert_eq!(aside, [(34, 0), (32, 1)]);
    let place = world.sources.position(row.span);
    assert_eq!((place.line.get(), place.column.get()), (15, 99));
}

#[test]
fn what_cannot_be_said_is_reported_and_counted() {
    let world = world();
    assert_eq!(
        world.told(),
        [
            "map.json:25:149 subset-of of statements, or of several targets together, is read as related [read-as]",
            "map.json:26:155 parts of GT-1 and s-2 have nothing in common: an entry is left out [left-out]",
            "map.json:27:28 the relationship equal-to of https://other.example is not known: an entry is left out [left-out]",
            "map.json:28:28 the relationship like is not known: an entry is left out [left-out]",
            "map.json:29:84 harbour-controls:2.1/GT-2 contains no requirement: an entry is left out [left-out]",
            "map.json:30:84 harbour-controls:2.1 has no control gt-9_smt: an entry is left out [left-out]",
            "map.json:31:145 QY-1 and s-1 are related a second time: an entry is left out [left-out]",
            "map.json:32:141 QY-1 and s-1 are related a second time in a different way: an entry is left out [left-out]",
            "map.json:35:91 2 controls are marked as unmapped but are mapped; the first: s-1 is marked as unmapped, but an entry maps it: the mark is left out [left-out]",
            "map.json:35:125 ship-rules:3 has no control s-9, which is marked as unmapped [left-out]",
        ]
    );
    assert_eq!(
        world.count("mapping entries"),
        (
            16,
            9,
            vec![
                ("say that parts have nothing in common", 1),
                ("have a relationship of another namespace", 1),
                ("have no known relationship", 1),
                ("name a control that contains no requirement", 1),
                ("name a control that does not exist", 1),
                ("repeat another entry", 1),
                ("contradict another entry", 1),
            ]
        )
    );
}

#[test]
fn a_mapping_between_what_is_not_here_says_what_is_missing() {
    let world = World::of(&[("map.json", COLLECTION), ("catalogs/other/catalog.json", SHIP)]);
    assert!(world.is_sound());
    assert_eq!(
        world.told(),
        ["map.json:11:56 the mapping goes from catalog.json, which is not available, and is left out [left-out]"]
    );
    assert_eq!(world.count("mapping entries"), (16, 0, vec![("belong to an edition that is not available", 16)]));
}

#[test]
fn what_we_wrote_beside_it_says_edition_clause_relation_and_table() {
    let ours = r#"{ "mapping-collection": { "metadata": { "title": "T", "version": "1" }, "mappings": {
      "props": [ { "ns": "urn:xwalk:oscal", "name": "table", "value": "own-table" }, { "ns": "urn:xwalk:oscal", "name": "version", "value": "7" },
                 { "ns": "urn:xwalk:oscal", "name": "source", "value": "A citation" } ],
      "source-resource": { "type": "catalog", "href": "x", "props": [ { "ns": "urn:xwalk:oscal", "name": "edition", "value": "ship-rules:3" } ] },
      "target-resource": { "type": "catalog", "href": "x", "props": [ { "ns": "urn:xwalk:oscal", "name": "edition", "value": "harbour-controls:2.1" } ] },
      "maps": [
        { "relationship": "intersects-with", "props": [ { "ns": "urn:xwalk:oscal", "name": "relation", "value": "partial" } ],
          "sources": [ { "type": "control", "id-ref": "c-s-1" } ],
          "targets": [ { "type": "control", "id-ref": "x", "props": [ { "ns": "urn:xwalk:oscal", "name": "clause", "value": "GT-1(1)" } ] } ] },
        { "relationship": "related", "ns": "urn:xwalk:oscal",
          "sources": [ { "type": "control", "id-ref": "s-2" } ], "targets": [ { "type": "control", "id-ref": "qy-2" } ] }
      ] } } }"#;
    let world = World::of(&[("c.json", CATALOG), ("s.json", SHIP), ("map.json", ours)]);
    assert_eq!(
        world.told(),
        [
            "map.json:9:56 harbour-controls:2.1 has no control x: it is read as GT-1(1), which the property next to it names [read-as]"
        ]
    );
    assert_eq!(world.rows("own-table"), ["s-1 -> GT-1(1): partial", "s-2 -> qy-2: related"]);
    let table = world.library.tables().next().unwrap();
    assert_eq!((table.version, table.source.as_str()), (7, "A citation"));
    assert_eq!(table.confidence, Confidence::Low);
}

/// An entry with what we write beside it.
fn entry(relationship: &str, source: &str, targets: &[&str], more: &str) -> String {
    let own =
        |name: &str, value: &str| format!(r#"{{ "ns": "urn:xwalk:oscal", "name": "{name}", "value": "{value}" }}"#);
    let item = |(id, number): (&str, &str)| {
        format!(r#"{{ "type": "control", "id-ref": "{id}", "props": [ {} ] }}"#, own("clause", number))
    };
    let targets: Vec<String> = targets.iter().map(|id| item((id, "s-1"))).collect();
    format!(
        r#"{{ "mapping-collection": {{ "metadata": {{ "title": "T", "version": "1" }}, "mappings": {{ "props": [ {} ],
      "source-resource": {{ "type": "catalog", "href": "aaaa", "props": [ {} ] }},
      "target-resource": {{ "type": "catalog", "href": "s.json", "props": [ {} ] }},
      "maps": [
        {{ "relationship": "{relationship}", "sources": [ {} ],
          "targets": [ {} ],
          "props": [ {}, {} {more} ] }} ] }} }} }}"#,
        own("table", "t"),
        own("edition", "harbour-controls:2.1"),
        own("edition", "other:1"),
        item((source, "GT-1")),
        targets.join(",\n            "),
        own("relation", "full"),
        own("reverse", "partial"),
    )
}

fn read(relationship: &str, source: &str, targets: &[&str], more: &str) -> (Vec<String>, Vec<String>) {
    let text = entry(relationship, source, targets, more);
    let world = World::of(&[("c.json", CATALOG), ("s.json", SHIP), ("map.json", &text)]);
    (world.rows("t"), world.told())
}

#[test]
fn what_another_program_changed_counts_before_what_we_wrote_beside_it() {
    let edition = "map.json:3:56 the reference points to ship-rules:3, but a property next to it names another edition: the reference counts [read-as]";
    let as_written = read("superset-of", "gt-1", &["s-1"], "");
    assert_eq!(as_written, (vec!["GT-1 -> s-1: full / partial".to_owned()], vec![edition.to_owned()]));
    let ids = read("superset-of", "qy-1", &["c-s-2"], "");
    assert_eq!(ids.0, ["QY-1 -> s-2: full / partial"]);
    assert_eq!(
        ids.1,
        [
            edition,
            "map.json:5:87 2 ids are of other clauses than the properties next to them say; the first: qy-1 is QY-1, but the property next to it names another clause: the id counts [read-as]",
        ]
    );
    let word = read("subset-of", "gt-1", &["s-1"], "");
    assert_eq!(word.0, ["GT-1 -> s-1: partial / full"]);
    assert_eq!(
        word.1[1],
        "map.json:5:28 the relationship subset-of counts, not the properties next to it that say something else [read-as]"
    );
    // Of a target that was added nothing is claimed that only holds of both together.
    let targets = read("superset-of", "gt-1", &["s-1", "s-2"], "");
    assert_eq!(targets.0, ["GT-1 -> s-1: full / partial", "GT-1 -> s-2: full / partial"]);
}

#[test]
fn a_heading_beside_an_entry_counts_as_long_as_the_controls_are_those_below_it() {
    let heading = r#", { "ns": "urn:xwalk:oscal", "name": "from", "value": "gt" }"#;
    let (rows, told) = read("superset-of", "gt-1", &["s-1"], heading);
    assert_eq!(rows, ["GT-1 -> s-1: full / partial"]);
    assert_eq!(
        told[1],
        "map.json:5:87 the controls are not all those of gt, which a property names: the controls count [read-as]"
    );
}

#[test]
fn words_of_confidence_and_status_that_mean_nothing_here_are_reported_at_their_place() {
    let text = entry("superset-of", "gt-1", &["s-1"], "").replace(
        "\"mappings\": {",
        "\"provenance\": { \"status\": \"superseded\", \"confidence-score\": { \"category\": \"certain\" } },\n\"mappings\": { ",
    );
    let world = World::of(&[("c.json", CATALOG), ("s.json", SHIP), ("map.json", &text)]);
    assert_eq!(
        world.told()[..2],
        [
            "map.json:1:100 the status superseded of a mapping has no equivalent and is left out [left-out]",
            "map.json:1:148 the confidence certain is not known and is left out [left-out]",
        ]
    );
    assert_eq!(world.library.tables().next().unwrap().confidence, Confidence::Low);
}

#[test]
fn patterns_of_a_gap_summary_are_controls_and_what_no_row_holds_is_counted() {
    let collection = r##"{ "mapping-collection": { "uuid": "u", "metadata": { "title": "H to s", "version": "1" },
      "provenance": { "matching-rationale": "semantic" },
      "mappings": [ {
        "source-resource": { "type": "catalog", "href": "catalog.json" }, "target-resource": { "type": "catalog", "href": "ship.json" },
        "maps": [
          { "relationship": "equal-to", "matching-rationale": "syntactic", "coverage": { "target-coverage": 0.5 },
            "sources": [ { "type": "control", "id-ref": "qy-1" } ], "targets": [ { "type": "control", "id-ref": "s-1" } ],
            "props": [ { "name": "weight", "value": "3" }, { "name": "side", "value": "port" } ], "links": [ { "href": "x" } ] },
          { "relationship": "subset-of", "sources": [ { "type": "control", "id-ref": "qy-2" } ], "targets": [ { "type": "control", "id-ref": "s-2" } ] }
        ],
        "source-gap-summary": { "unmapped-controls": [ { "matching": [ { "pattern": "gt-1*" } ] } ] },
        "target-gap-summary": { "unmapped-controls": [ { "matching": [ { "pattern": "s-?" } ] }, { "matching": [ { "pattern": "z*" } ] } ] }
      } ] } }"##;
    let world = World::of(&[("map.json", collection), ("catalog.json", CATALOG), ("ship.json", SHIP)]);
    assert!(world.is_sound(), "{:?}", world.told());
    let table = world.library.tables().next().unwrap();
    assert_eq!(
        world.rows(table.id.as_str()),
        [
            "QY-1 -> s-1: full / full",
            "qy-2 -> s-2: partial / full",
            " -> s-3: none",
            " -> s-4: none",
            " -> s-5: none",
            " -> s-6: none",
        ]
    );
    let unrelated: Vec<&str> = table.unrelated.keys().map(|number| number.as_str()).collect();
    assert_eq!(unrelated, ["GT-1", "GT-1(1)"]);
    assert_eq!(table.method.as_deref(), Some("semantic and syntactic matching"));
    let told = world.told();
    let has = |text: &str| told.iter().any(|told| told.contains(text));
    for text in [
        "ship-rules:3 has no control like z*, which is called unmapped",
        "how much is covered, which an entry says as a number",
        "2 properties of entries have no place here and are left out; the first: the property weight",
        "a link of an entry has no place here",
        "an entry was matched in another way than all, syntactic",
    ] {
        assert!(has(text), "{text}: {told:#?}");
    }
}

#[test]
fn what_we_wrote_of_the_reverse_of_none_comes_back() {
    let entry = |reverse: &str| {
        format!(
            "{{ \"relationship\": \"no-relationship\", \"sources\": [ {{ \"type\": \"control\", \"id-ref\": \"qy-1\" }} ], \"targets\": [ {{ \"type\": \"control\", \"id-ref\": \"s-1\" }} ], \"props\": [ {{ \"ns\": \"urn:xwalk:oscal\", \"name\": \"relation\", \"value\": \"none\" }}{reverse} ] }}"
        )
    };
    let reverse = ", { \"ns\": \"urn:xwalk:oscal\", \"name\": \"reverse\", \"value\": \"none\" }";
    for (reverse, expected) in [(reverse, "QY-1 -> s-1: none / none"), ("", "QY-1 -> s-1: none")] {
        let collection = format!(
            "{{ \"mapping-collection\": {{ \"uuid\": \"u\", \"metadata\": {{ \"title\": \"H\", \"version\": \"1\" }}, \"mappings\": [ {{ \"source-resource\": {{ \"type\": \"catalog\", \"href\": \"catalog.json\" }}, \"target-resource\": {{ \"type\": \"catalog\", \"href\": \"ship.json\" }}, \"maps\": [ {} ] }} ] }} }}",
            entry(reverse)
        );
        let world = World::of(&[("map.json", &collection), ("catalog.json", CATALOG), ("ship.json", SHIP)]);
        let table = world.library.tables().next().unwrap();
        assert_eq!(world.rows(table.id.as_str()), [expected]);
    }
}
