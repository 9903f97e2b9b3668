//! Catalogs as editions.

use xwalk::exchange::content::Choices;
use xwalk::model::{ClauseKind, Provenance};

use crate::world::{CATALOG, World};

const ID: &str = "harbour-controls:2.1";

#[test]
fn a_catalog_is_an_edition_with_a_heading_for_each_group_and_a_requirement_for_each_control() {
    let world = World::of(&[("catalog.json", CATALOG)]);
    assert!(world.is_sound(), "{:?}", world.told());
    assert_eq!(world.told(), [""; 0]);
    let edition = world.edition(ID);
    assert_eq!(edition.title, "Harbour Controls Revision 2: What a harbour does");
    assert_eq!(edition.publisher.as_deref(), Some("Harbour Board"));
    assert_eq!(edition.published.as_deref(), Some("2026-03-01"));
    assert_eq!(edition.provenance, Some(Provenance::Community));
    assert_eq!(
        edition.names().collect::<Vec<_>>(),
        [
            ID,
            "Harbour Controls Revision 2",
            "Harbour Controls Revision 2: What a harbour does",
            "urn:uuid:11111111-1111-4111-8111-111111111111"
        ]
    );
    let clauses: Vec<(&str, &str, ClauseKind, Option<&str>)> = edition
        .clauses()
        .iter()
        .map(|clause| {
            let parent = clause.parent.map(|parent| edition.clauses()[parent].number.as_str());
            (clause.number.as_str(), clause.title.as_str(), clause.kind, parent)
        })
        .collect();
    use ClauseKind::{Heading, Informative, Requirement};
    assert_eq!(
        clauses,
        [
            ("gt", "Gates", Heading, None),
            ("GT-1", "Gate “rules”", Requirement, Some("gt")),
            ("GT-1(1)", "Gate “rules” | Two locks", Requirement, Some("GT-1")),
            ("GT-2", "Gate book", Informative, Some("gt")),
            ("qy", "Quays", Heading, None),
            ("QY-1", "Lights", Requirement, Some("qy")),
            ("qy-2", "Ropes", Requirement, Some("qy")),
            ("QY-3", "Rails", Requirement, Some("qy")),
            ("QY-4", "Old rails", Informative, Some("qy")),
            ("em", "Nothing yet", Informative, None),
        ]
    );
    assert_eq!(world.count("controls"), (7, 7, vec![]));
    assert_eq!(world.count("groups"), (3, 3, vec![]));
    assert_eq!(world.count("parameters"), (2, 0, vec![("have no place in a catalog", 2)]));
    assert_eq!(world.count("statements of controls"), (1, 0, vec![("were not requested", 1)]));
}

#[test]
fn a_control_keeps_its_id_and_its_properties_and_a_withdrawn_one_says_what_took_its_place() {
    let world = World::of(&[("catalog.json", CATALOG)]);
    let attributes = |number: &str| -> Vec<(String, String)> {
        let clause = world.clause(ID, number);
        clause.attributes.iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
    };
    let pairs = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    };
    assert_eq!(attributes("GT-1"), pairs(&[("level", "harbour"), ("uri", "gt-1")]));
    assert_eq!(attributes("gt"), pairs(&[("uri", "gt")]));
    assert_eq!(
        attributes("GT-2"),
        pairs(&[
            ("status", "withdrawn"),
            ("successors", "GT-1"),
            ("successors", "gt-1_smt.b"),
            ("successors", "qy"),
            ("successors", "https://harbour.example/book"),
            ("uri", "gt-2"),
        ])
    );
    assert_eq!(attributes("QY-4"), pairs(&[("status", "withdrawn"), ("uri", "qy-4")]));
}

#[test]
fn a_clause_stands_where_its_number_stands() {
    let world = World::of(&[("catalog.json", CATALOG)]);
    for (number, line, column) in [("GT-1", 24, 44), ("GT-1(1)", 41, 57), ("qy-2", 65, 20), ("gt", 14, 16)] {
        let place = world.sources.position(world.clause(ID, number).span);
        assert_eq!((place.line.get(), place.column.get()), (line, column), "{number}");
    }
}

#[test]
fn text_comes_along_only_where_it_is_asked_for() {
    let with_text = Choices { with_text: true, ..Choices::default() };
    let world = World::read(&[("catalog.json", CATALOG)], with_text);
    let text = world.clause(ID, "GT-1").attributes.get("text");
    assert_eq!(text, Some("Gates:\n  a. have rules;\n  b. are shut."));
    assert_eq!(world.count("statements of controls"), (1, 1, vec![]));
    let world = World::of(&[("catalog.json", CATALOG)]);
    assert_eq!(world.clause(ID, "GT-1").attributes.get("text"), None);
}

#[test]
fn yaml_says_the_same_as_json() {
    let yaml = "\
catalog:
  uuid: 11111111-1111-4111-8111-111111111111
  metadata:
    title: House rules
    version: 1.10
    oscal-version: 1.1.2
  controls:
    - id: h-1
      title: >-
        Shut
        the door
      props:
        - name: label
          value: 4.10
    - id: h-1.1
      class: enhancement
      title: Lock it
      links:
        - href: '#h-1'
          rel: required
";
    let world = World::of(&[("rules.yaml", yaml)]);
    assert_eq!(world.told(), [""; 0]);
    let edition = world.edition("house-rules:1.10");
    let clause = &edition.clauses()[0];
    assert_eq!((clause.number.as_str(), clause.title.as_str()), ("4.10", "Shut the door"));
    let place = world.sources.position(clause.span);
    assert_eq!((place.line.get(), place.column.get()), (14, 18));
    // An enhancement that does not stand in its base says which one it needs.
    assert_eq!(edition.clauses()[1].parent, Some(0));
}

#[test]
fn values_that_yaml_repeats_by_aliases_and_merges_are_read_in_every_place() {
    let yaml = "\
catalog:
  metadata: { title: House rules, version: 1, oscal-version: 1.1.2 }
  controls:
    - &base
      id: h-1
      title: \"Shut the door\"
      props: &props [ { name: label, value: 'A-1' } ]
    - id: h-2
      title: Lock it
      props: [ { name: label, value: A-2 } ]
      links: [ { href: '#h-1', rel: required } ]
    - <<: *base
      id: h-3
      props: [ { name: label, value: A-3 } ]
";
    let world = World::of(&[("rules.yaml", yaml)]);
    assert_eq!(world.told(), [""; 0]);
    let edition = world.edition("house-rules:1");
    let clauses: Vec<(&str, &str)> =
        edition.clauses().iter().map(|clause| (clause.number.as_str(), clause.title.as_str())).collect();
    assert_eq!(clauses, [("A-1", "Shut the door"), ("A-2", "Lock it"), ("A-3", "Shut the door")]);
    let aliased = yaml.replace("props: [ { name: label, value: A-2 } ]", "parts: []\n      links: *props");
    let told = World::of(&[("rules.yaml", &aliased)]).told();
    // The place of what is repeated, and of the key that is there twice.
    assert_eq!(
        told,
        [
            "rules.yaml:7:45 this cannot be read as OSCAL: the key href is missing here [wrong-type]",
            "rules.yaml:12:7 this cannot be read as OSCAL: the key links appears here twice [duplicate-key]",
        ]
    );
}

#[test]
fn a_document_in_two_forms_is_read_once() {
    let world = World::of(&[("catalog.json", CATALOG), ("catalog-min.json", &CATALOG.replace("\n", ""))]);
    assert!(world.is_sound());
    assert_eq!(
        world.told(),
        [format!(
            "catalog-min.json:1:100 {ID} is already in another file and has the same clauses there: it is left out here [left-out]"
        )]
    );
}

#[test]
fn what_appears_twice_is_reported_and_read_once() {
    let catalog = r#"{ "catalog": { "metadata": { "title": "Twice", "version": "1" }, "groups": [
  { "id": "a", "title": "A", "controls": [
    { "id": "a-1", "title": "One", "props": [ { "name": "label", "value": "1" } ] },
    { "id": "a-2", "title": "Two", "props": [ { "name": "label", "value": "1" } ] } ] },
  { "id": "a", "title": "A", "controls": [
    { "id": "a-1", "title": "One", "props": [ { "name": "label", "value": "1" } ] },
    { "title": "Without", "controls": [ { "id": "a-3", "title": "Three" } ] } ] }
] } }"#;
    let world = World::of(&[("twice.json", catalog)]);
    assert!(world.is_sound());
    let numbers: Vec<&str> = world.edition("twice:1").clauses().iter().map(|clause| clause.number.as_str()).collect();
    assert_eq!(numbers, ["a", "1", "1~2", "a-3"]);
    assert_eq!(
        world.told(),
        [
            "twice.json:4:76 1 is the number of two clauses: the second is 1~2 [read-as]",
            "twice.json:6:14 control a-1 already exists and is left out [left-out]",
            "twice.json:7:17 a control has no id and is left out [left-out]",
        ]
    );
    assert_eq!(world.count("controls"), (5, 3, vec![("have no id", 1), ("already exist", 1)]));
    assert_eq!(world.count("groups"), (2, 1, vec![("already exist", 1)]));
}
