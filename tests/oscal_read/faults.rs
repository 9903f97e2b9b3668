//! What is wrong with a document is reported where it stands, and no text makes the reader panic.

use crate::world::{CATALOG, World};

#[test]
fn a_value_of_another_kind_is_reported_at_its_place() {
    let told = |text: &str| World::of(&[("x.json", text)]).told();
    let message = "this cannot be read as OSCAL";
    assert_eq!(
        told("{ \"catalog\": { \"metadata\": { \"title\": \"A\" },\n  \"controls\": [ { \"id\": 12 } ] } }"),
        [format!("x.json:2:25 {message}: a text is expected here, but this is a number [wrong-type]")]
    );
    assert_eq!(
        told("{ \"catalog\": { \"metadata\": { \"title\": \"A\" },\n  \"controls\": \"ac-1\" } }"),
        [format!("x.json:2:15 {message}: a list is expected here, but this is a text [wrong-type]")]
    );
}

#[test]
fn all_values_of_another_kind_are_reported_in_one_run() {
    let text = "{ \"catalog\": { \"metadata\": { \"title\": { \"a\": [1, \"}\"] }, \"version\": [1], \"props\": 5 },\n  \"controls\": \"x\",\n  \"groups\": [ { \"title\": 1, \"title\": 2, \"controls\": [ { \"id\": true, \"links\": [ { \"rel\": \"x\" } ] } ] }, 7 ] } }";
    let message = "this cannot be read as OSCAL:";
    assert_eq!(
        World::of(&[("x.json", text)]).told(),
        [
            format!("x.json:1:39 {message} a text is expected here, but this is an object [wrong-type]"),
            format!("x.json:1:69 {message} a text is expected here, but this is a list [wrong-type]"),
            format!("x.json:1:83 {message} a list is expected here, but this is a number [wrong-type]"),
            format!("x.json:2:15 {message} a list is expected here, but this is a text [wrong-type]"),
            format!("x.json:3:26 {message} a text is expected here, but this is a number [wrong-type]"),
            format!("x.json:3:29 {message} the key title appears here twice [duplicate-key]"),
            format!("x.json:3:63 {message} a text is expected here, but this is true or false [wrong-type]"),
            format!("x.json:3:89 {message} the key href is missing here [wrong-type]"),
            format!("x.json:3:104 {message} an object is expected here, but this is a number [wrong-type]"),
        ]
    );
}

#[test]
fn broken_json_is_reported_where_it_breaks() {
    let told = World::of(&[("x.json", "{ \"catalog\": {\n  \"metadata\": { \"title\": \"A\" ]\n")]).told();
    assert_eq!(told, ["x.json:2:30 this cannot be read as OSCAL: expected `,` or `}` [syntax]"]);
}

#[test]
fn broken_yaml_is_reported_where_it_breaks() {
    let text = "catalog:\n  metadata: { title: A, oscal-version: 1.1.2\n  controls: [\n";
    let world = World::of(&[("x.yaml", text)]);
    assert_eq!(world.faults.len(), 1);
    assert_eq!(world.faults[0].rule.id(), "syntax");
}

#[test]
fn other_models_hold_no_clauses() {
    for model in ["system-security-plan", "component-definition", "assessment-plan", "plan-of-action-and-milestones"] {
        let text = format!("{{ \"{model}\": {{ \"uuid\": \"x\", \"metadata\": {{ \"title\": 5 }} }} }}");
        let told = World::of(&[("x.json", &text)]).told();
        let message = "the document belongs to a model of OSCAL that contains no clauses and is left out [left-out]";
        assert_eq!(told, [format!("x.json:1:1 {message}")]);
    }
}

#[test]
fn a_catalog_without_controls_is_no_edition() {
    let text = "{ \"catalog\": { \"metadata\": { \"title\": \"Empty\", \"version\": \"1\" } } }";
    let world = World::of(&[("x.json", text)]);
    assert!(world.is_sound());
    assert_eq!(world.told(), ["x.json:1:40 the catalog contains no controls [left-out]"]);
}

#[test]
fn yaml_with_values_of_another_kind_or_a_key_twice_is_reported_at_its_place() {
    let told = |controls: &str| {
        let text = format!("catalog:\n  metadata: {{ title: A, oscal-version: 1.1.2 }}\n{controls}");
        let world = World::of(&[("x.yaml", &text)]);
        let place = world.sources.position(world.faults[0].span);
        (place.line.get(), place.column.get(), world.faults[0].rule.id())
    };
    assert_eq!(told("  controls: none\n"), (3, 13, "wrong-type"));
    assert_eq!(told("  controls:\n    - id: a-1\n      id: a-2\n"), (5, 7, "duplicate-key"));
    assert_eq!(told("  controls:\n    - id: [ a-1 ]\n"), (4, 11, "wrong-type"));
}

#[test]
fn all_values_of_another_kind_in_yaml_are_reported_in_one_run_in_plain_words() {
    let text = "catalog:\n  metadata:\n    title: { a: [1] }\n    version: [1]\n    oscal-version: 1.1.2\n    props: 5\n    links:\n  controls: x\n  groups:\n    - title: 1\n      title: 2\n      odd: 1\n      controls:\n        - id: true\n          links: [ { rel: x } ]\n    - 7\n";
    let message = "this cannot be read as OSCAL:";
    assert_eq!(
        World::of(&[("x.yaml", text)]).told(),
        [
            format!("x.yaml:3:12 {message} a text is expected here, but this is an object [wrong-type]"),
            format!("x.yaml:4:14 {message} a text is expected here, but this is a list [wrong-type]"),
            format!("x.yaml:6:12 {message} a list is expected here, but this is a text [wrong-type]"),
            format!("x.yaml:7:11 {message} a list is expected here, but this is null [wrong-type]"),
            format!("x.yaml:8:13 {message} a list is expected here, but this is a text [wrong-type]"),
            format!("x.yaml:11:7 {message} the key title appears here twice [duplicate-key]"),
            format!("x.yaml:15:27 {message} the key href is missing here [wrong-type]"),
            format!("x.yaml:16:7 {message} an object is expected here, but this is a text [wrong-type]"),
        ]
    );
    // What is deep is reported as such, or not looked into.
    let deep =
        format!("catalog:\n  metadata: {{ title: A, oscal-version: 1 }}\n  controls: 5\n  x: {}", "[".repeat(100_000));
    assert_eq!(World::of(&[("x.yaml", &deep)]).faults.len(), 1);
}

#[test]
fn every_key_that_yaml_has_twice_is_reported_whether_it_is_read_or_not() {
    let text = "catalog:\n  metadata: { title: A, oscal-version: 1.1.2 }\n  x: { y: 1, y: 2 }\n  z: 1\n  z: 2\n  controls:\n    - id: a-1\n      title: A\n";
    let message = "this cannot be read as OSCAL: the key";
    assert_eq!(
        World::of(&[("x.yaml", text)]).told(),
        [
            format!("x.yaml:3:14 {message} y appears here twice [duplicate-key]"),
            format!("x.yaml:5:3 {message} z appears here twice [duplicate-key]"),
        ]
    );
}

#[test]
fn a_list_is_no_object_a_key_is_a_text_and_what_is_merged_a_mapping() {
    let text = "catalog:\n  metadata: { title: A, oscal-version: 1.1.2 }\n  groups:\n    - [ g, G ]\n  controls:\n    - id: a-1\n      title: A\n      [ b, c ]: x\n      <<: { title: B, title: C }\n    - <<: [ { id: a-2 }, ~ ]\n      title: D\n";
    let message = "this cannot be read as OSCAL:";
    assert_eq!(
        World::of(&[("x.yaml", text)]).told(),
        [
            format!("x.yaml:4:7 {message} an object is expected here, but this is a list [wrong-type]"),
            format!("x.yaml:8:7 {message} a key must be a text [wrong-type]"),
            format!("x.yaml:9:23 {message} the key title appears here twice [duplicate-key]"),
        ]
    );
    let merged = World::of(&[("x.yaml", &text.replace('~', "5"))]);
    assert_eq!(merged.faults.len(), 1);
    let place = merged.sources.position(merged.faults[0].span);
    assert_eq!((place.line.get(), place.column.get()), (10, 26));
    // Nothing, and remarks alone, are no document.
    for text in ["", "# later\n"] {
        let world = World::of(&[("x.yaml", text)]);
        assert!(world.faults.iter().all(|fault| fault.rule.id() != "syntax"), "{:?}", world.told());
    }
}

#[test]
fn aliases_that_repeat_too_much_are_a_fault() {
    let head = "catalog:\n  metadata: { title: A, oscal-version: 1.1.2 }\n";
    let row = |to: char, of: char| format!("  {to}: &{to} [{}]\n", vec![format!("*{of}"); 30].join(", "));
    let many = format!("{head}  a: &a [1, 2, 3]\n{}{}{}", row('b', 'a'), row('c', 'b'), row('d', 'c'));
    for text in [many, format!("{head}  params: &a [*a]\n")] {
        let world = World::of(&[("x.yaml", &text)]);
        assert_eq!(world.faults.iter().map(|fault| fault.rule.id()).collect::<Vec<_>>(), ["syntax"]);
    }
}

#[test]
fn a_key_that_appears_twice_in_json_is_reported() {
    let text = "{ \"catalog\": { \"uuid\": \"a\",\n  \"uuid\": \"b\" } }";
    let world = World::of(&[("x.json", text)]);
    assert_eq!(
        world.told(),
        ["x.json:2:3 this cannot be read as OSCAL: the key uuid appears here twice [duplicate-key]"]
    );
}

/// The text cut off at every byte, and with bytes changed all over it: there is always a value or something told.
#[test]
fn no_text_makes_the_reader_panic() {
    let yaml = "catalog:\n  metadata: { title: A, version: 1, oscal-version: 1.1.2 }\n  controls:\n    - id: a-1\n      title: |\n        A\n        b\n";
    for text in [CATALOG, crate::mapping::COLLECTION, crate::profile::PROFILE, crate::results::RESULTS, yaml] {
        let bytes = text.as_bytes();
        let step = (bytes.len() / 60).max(1);
        for end in (0..bytes.len()).step_by(step) {
            let cut = format!("{}ü", String::from_utf8_lossy(&bytes[..end]));
            check_places(&World::of(&[("x.json", &cut)]));
        }
        for at in (0..bytes.len()).step_by(step) {
            for byte in [b'"', b'{', b'}', b'[', b'0', b' ', b'\\', b':', b'#'] {
                let mut changed = bytes.to_vec();
                changed[at] = byte;
                check_places(&World::of(&[("catalog.json", CATALOG), ("x.json", &String::from_utf8_lossy(&changed))]));
            }
        }
    }
}

/// Every place lies in its text, between characters.
fn check_places(world: &World) {
    for fault in &world.faults {
        let text = world.sources.get(fault.span.file).text();
        let (start, end) = (fault.span.start as usize, fault.span.end as usize);
        assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end), "{fault:?}");
    }
}

#[test]
fn deep_nesting_is_told() {
    for text in ["{\"catalog\":".repeat(10_000), format!("catalog: {}oscal-version", "[".repeat(10_000))] {
        let world = World::of(&[("x", &text)]);
        assert_eq!(world.faults.len(), 1, "{:?}", world.told());
    }
}
