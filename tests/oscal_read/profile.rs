//! Profiles as editions of their own, tied to the catalogs that they pick from.

use xwalk::model::{ClauseKind, Provenance};

use crate::world::{CATALOG, World};

/// Picks an enhancement without its base, a control with a parameter set, one with a part added, one with a part removed.
pub(crate) const PROFILE: &str = r##"{
  "profile": {
    "uuid": "33333333-3333-4333-8333-333333333333",
    "metadata": { "title": "Harbour Controls Revision 2 LOW BASELINE", "version": "2.1", "oscal-version": "1.1.2" },
    "imports": [
      {
        "href": "#44444444-4444-4444-8444-444444444444",
        "include-controls": [ { "with-ids": [ "qy-3", "gt-1.1", "qy-1", "qy-9", "qy-2" ] } ]
      }
    ],
    "merge": { "as-is": true },
    "modify": {
      "set-parameters": [ { "param-id": "qy-01_prm_1", "values": [ "3" ] } ],
      "alters": [
        { "control-id": "qy-2", "adds": [ { "props": [ { "name": "priority", "value": "P1" } ] } ] },
        { "control-id": "qy-3", "removes": [ { "by-name": "statement" } ] }
      ]
    },
    "back-matter": {
      "resources": [
        {
          "uuid": "44444444-4444-4444-8444-444444444444",
          "rlinks": [ { "href": "../xml/harbour_catalog.xml" }, { "href": "../json/harbour_catalog.json" } ]
        }
      ]
    }
  }
}
"##;

const ID: &str = "harbour-controls-low:2.1";
const TABLE: &str = "harbour-controls-low-2.1--harbour-controls-2.1";
const CATALOG_FILE: (&str, &str) = ("in/harbour_catalog-min.json", CATALOG);

fn shape(world: &World, id: &str) -> Vec<(String, ClauseKind)> {
    world.edition(id).clauses().iter().map(|clause| (clause.number.to_string(), clause.kind)).collect()
}

fn picked(profile: &str) -> Vec<String> {
    let world = World::of(&[CATALOG_FILE, ("profile.json", profile)]);
    assert!(world.is_sound(), "{:?}", world.told());
    let edition = world.library.catalogs().find(|catalog| catalog.id.as_str() != "harbour-controls:2.1");
    let requirements = edition.unwrap().clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement);
    requirements.map(|clause| clause.number.to_string()).collect()
}

fn profile(import: &str) -> String {
    format!(
        "{{ \"profile\": {{ \"metadata\": {{ \"title\": \"Own\", \"version\": \"1\" }}, \"imports\": [ {{ \"href\": \"harbour_catalog.json\"{import} }} ] }} }}"
    )
}

#[test]
fn a_profile_picks_controls_and_keeps_the_base_of_an_enhancement_as_a_heading() {
    let world = World::of(&[("profile.json", PROFILE), CATALOG_FILE]);
    assert!(world.is_sound(), "{:?}", world.told());
    use ClauseKind::{Heading, Requirement};
    let expected = [
        ("gt", Heading),
        ("GT-1", Heading),
        ("GT-1(1)", Requirement),
        ("qy", Heading),
        ("QY-1", Requirement),
        ("qy-2", Requirement),
        ("QY-3", Requirement),
    ];
    assert_eq!(shape(&world, ID), expected.map(|(number, kind)| (number.to_owned(), kind)));
    assert_eq!(
        world.told(),
        [
            "profile.json:8:74 harbour-controls:2.1 has no control qy-9, which is left out [left-out]",
            "profile.json:13:42 the value that the profile sets for the parameter qy-01_prm_1 has no place here and is left out [left-out]",
            "profile.json:16:26 a part that the profile takes out of qy-3 stays [left-out]",
        ]
    );
    // A property that it adds is one of the control.
    assert_eq!(world.clause(ID, "qy-2").attributes.get("priority"), Some("P1"));
    assert_eq!(world.count("controls of the catalogs"), (7, 4, vec![("are not picked", 3)]));
    // A clause stands where the profile names it.
    let place = world.sources.position(world.clause(ID, "QY-3").span);
    assert_eq!((place.line.get(), place.column.get()), (8, 48));
}

#[test]
fn a_picked_control_is_the_same_unless_the_profile_changes_it() {
    let world = World::of(&[("profile.json", PROFILE), CATALOG_FILE]);
    assert_eq!(
        world.rows(TABLE),
        ["GT-1(1) -> GT-1(1): full / full", "QY-1 -> QY-1: full", "qy-2 -> qy-2: full / full", "QY-3 -> QY-3: related",]
    );
    let table = world.library.tables().next().unwrap();
    assert_eq!(table.provenance, Some(Provenance::Derived));
}

#[test]
fn a_parameter_of_nobody_knows_what_makes_no_control_the_same() {
    let unclear = PROFILE.replace("qy-01_prm_1", "days");
    let world = World::of(&[("profile.json", &unclear), CATALOG_FILE]);
    assert_eq!(
        world.rows(TABLE),
        ["GT-1(1) -> GT-1(1): full", "QY-1 -> QY-1: full", "qy-2 -> qy-2: full", "QY-3 -> QY-3: related"]
    );
}

#[test]
fn controls_are_picked_by_id_by_pattern_with_their_children_or_all_and_others_are_taken_out() {
    let all = ["GT-1", "GT-1(1)", "QY-1", "qy-2", "QY-3"];
    assert_eq!(picked(&profile("")), all);
    assert_eq!(picked(&profile(", \"include-all\": {}")), all);
    let ids = |more: &str| picked(&profile(&format!(", \"include-controls\": [ {{ {more} }} ]")));
    assert_eq!(ids("\"with-ids\": [ \"gt-1\", \"qy-4\" ]"), ["GT-1"]);
    assert_eq!(ids("\"with-child-controls\": \"yes\", \"with-ids\": [ \"gt-1\" ]"), ["GT-1", "GT-1(1)"]);
    assert_eq!(ids("\"with-child-controls\": \"no\", \"with-ids\": [ \"gt-1\" ]"), ["GT-1"]);
    assert_eq!(ids("\"matching\": [ { \"pattern\": \"qy-?\" } ]"), ["QY-1", "qy-2", "QY-3"]);
    let without =
        |more: &str| picked(&profile(&format!(", \"include-all\": {{}}, \"exclude-controls\": [ {{ {more} }} ]")));
    assert_eq!(without("\"with-ids\": [ \"qy-2\", \"gt-1\" ]"), ["GT-1(1)", "QY-1", "QY-3"]);
    assert_eq!(without("\"with-child-controls\": \"yes\", \"with-ids\": [ \"gt-1\" ]"), ["QY-1", "qy-2", "QY-3"]);
}

#[test]
fn a_profile_of_a_profile_waits_for_it() {
    let inner = profile(", \"include-controls\": [ { \"with-ids\": [ \"qy-1\", \"qy-2\" ] } ]");
    let outer = r#"{ "profile": { "metadata": { "title": "Outer", "version": "1" },
      "imports": [ { "href": "inner.json", "include-controls": [ { "with-ids": [ "qy-2", "qy-3" ] } ] } ] } }"#;
    let world = World::of(&[("outer.json", outer), ("inner.json", &inner), CATALOG_FILE]);
    assert!(world.is_sound(), "{:?}", world.told());
    assert_eq!(
        shape(&world, "outer:1"),
        [("qy".to_owned(), ClauseKind::Heading), ("qy-2".to_owned(), ClauseKind::Requirement)]
    );
    assert_eq!(world.told(), ["outer.json:2:91 own:1 has no control qy-3, which is left out [left-out]"]);
    assert_eq!(world.rows("outer-1--own-1"), ["qy-2 -> qy-2: full / full"]);
    assert_eq!(world.rows("own-1--harbour-controls-2.1").len(), 2);
}

#[test]
fn a_profile_without_its_catalog_says_which_file_is_missing() {
    let world = World::of(&[("profile.json", PROFILE)]);
    assert!(world.is_sound());
    assert_eq!(
        world.told(),
        [
            "profile.json:7:18 the profile harbour-controls-low:2.1 picks controls from harbour_catalog.json, which is not available [left-out]"
        ]
    );
    assert_eq!(
        world.faults[0].help.as_deref(),
        Some("name the catalog's file together with the profile, or the resolved catalog instead of it")
    );
}

/// A resolved catalog has the base of a picked enhancement as a control.
const RESOLVED: &str = r##"{ "catalog": { "uuid": "55555555-5555-4555-8555-555555555555",
  "metadata": { "title": "Harbour Controls Revision 2 LOW BASELINE", "version": "2.1",
    "links": [ { "href": "profile.xml", "rel": "source-profile" } ] },
  "controls": [ { "id": "gt-1", "title": "Gates", "controls": [ { "id": "gt-1.1", "title": "Locks" } ] },
    { "id": "qy-1", "title": "Lights" }, { "id": "qy-2", "title": "Ropes" }, { "id": "qy-3", "title": "Rails" } ] } }"##;

#[test]
fn a_profile_is_read_instead_of_the_catalog_that_others_resolved_it_into() {
    let world = World::of(&[("resolved.json", RESOLVED), CATALOG_FILE, ("profile.json", PROFILE)]);
    assert!(world.is_sound(), "{:?}", world.told());
    // Beside it stand a control that is nowhere, a parameter that is set and a part that is taken out.
    assert_eq!(world.told().len(), 4);
    assert_eq!(
        world.told()[0],
        "profile.json:4:29 the profile is read with 4 controls, not the resolved catalog, which has 5 (more than here: 1, missing there: 0) [read-as]"
    );
    assert_eq!(world.edition(ID).find("GT-1").unwrap().kind, ClauseKind::Heading);
    assert_eq!(world.rows(TABLE).len(), 4);
}

#[test]
fn a_resolved_catalog_alone_is_what_it_says() {
    let world = World::of(&[("resolved.json", RESOLVED), ("profile.json", PROFILE)]);
    assert_eq!(world.told(), [""; 0]);
    let edition = world.edition(ID);
    assert_eq!(edition.clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement).count(), 5);
}
