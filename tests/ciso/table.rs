//! Mapping sets become relation tables.

use crate::Read;
use xwalk::exchange::content::{Choices, Intersect};
use xwalk::model::{Confidence, Provenance};

/// A made-up framework: a heading `H` with 1 to 5 below it, and an informative node `I`.
fn framework(name: &str) -> String {
    let node = |number: &str, rest: &str| {
        format!("    - urn: urn:a:risk:req_node:{name}-1.0:{number}\n      ref_id: {number}\n      name: N\n{rest}")
    };
    let below = format!("      assessable: true\n      parent_urn: urn:a:risk:req_node:{name}-1.0:h\n");
    let nodes: String = ["1", "2", "3", "4", "5"].iter().map(|number| node(number, &below)).collect();
    format!(
        "urn: urn:a:risk:library:{name}\nname: {name}\nobjects:\n  framework:\n    urn: urn:a:risk:framework:{name}-1.0\n    name: {name}\n    requirement_nodes:\n{}{nodes}{}",
        node("h", "      assessable: false\n"),
        node("i", "      assessable: false\n"),
    )
}

/// A set from one of them to another, its rows as `source target relationship rest`.
fn set(urn: &str, from: &str, to: &str, rows: &[&str]) -> String {
    let head = format!(
        "urn: urn:a:risk:req_mapping_set:{urn}\n    ref_id: m\n    name: A mapping\n    source_framework_urn: urn:a:risk:framework:{from}-1.0\n    target_framework_urn: urn:a:risk:framework:{to}-1.0\n    requirement_mappings:\n"
    );
    rows.iter().fold(head, |text, row| {
        let mut parts = row.splitn(4, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (source, target, relationship, rest) = (part(), part(), part(), part());
        let rest = if rest.is_empty() { String::new() } else { format!("      {rest}\n") };
        text + &format!("    - source_requirement_urn: urn:a:risk:req_node:{from}-1.0:{source}\n      target_requirement_urn: urn:a:risk:req_node:{to}-1.0:{target}\n      relationship: {relationship}\n{rest}")
    })
}

/// A library with one set in the singular shape.
fn single(set: &str) -> String {
    format!(
        "urn: urn:a:risk:library:m\nname: M\nversion: 4\nprovider: P\npublication_date: 2025-02-03\nobjects:\n  requirement_mapping_set:\n    {set}"
    )
}

/// A library with several sets in the plural shape.
fn several(sets: &[String]) -> String {
    let sets: String = sets.iter().map(|set| format!("  - {set}")).collect();
    format!("urn: urn:a:risk:library:m\nname: M\nobjects:\n  requirement_mapping_sets:\n{sets}")
}

fn read(mapping: &str) -> Read {
    Read::new(&[("f.yaml", &framework("f")), ("g.yaml", &framework("g")), ("m.yaml", mapping)])
}

/// What is reported of the mapping alone.
fn told(read: &Read) -> Vec<&str> {
    read.told.iter().filter(|told| told.contains(" m.yaml:")).map(String::as_str).collect()
}

#[test]
fn each_relationship_is_read_as_what_is_certain() {
    let rows = [
        "1 1 equal rationale: semantic",
        "2 2 superset",
        "3 3 subset annotation: Why",
        "4 4 intersect",
        "5 5 not_related",
    ];
    let mapping = single(&set("f-to-g", "f", "g", &rows));
    let read = read(&mapping);
    assert_eq!(
        read.rows("f-1.0--g-1.0--ciso"),
        [
            "1 1 full full medium",
            "2 2 full partial medium",
            "3 3 partial full medium",
            "4 4 partial ? low",
            "5 5 none none medium",
        ]
    );
    let table = read.table("f-1.0--g-1.0--ciso");
    let notes: Vec<Option<&str>> = table.rows.iter().map(|row| row.note.as_deref()).collect();
    assert_eq!(notes, [Some("semantic"), None, Some("Why"), None, None]);
    assert_eq!((table.confidence, table.provenance), (Confidence::Low, Some(Provenance::Community)));
    assert_eq!(
        (table.version, table.date.as_deref(), table.title.as_deref()),
        (4, Some("2025-02-03"), Some("A mapping"))
    );
    assert_eq!(table.source, "CISO Assistant library M, version 4, provider P, urn:a:risk:library:m");
    assert_eq!(
        told(&read),
        [
            "read-as m.yaml:25:7 a row says intersect: it is read as partial with low confidence, and the reverse is not stated"
        ]
    );
    assert_eq!(read.count("mapping rows"), (5, 5, vec![]));
}

#[test]
fn intersect_is_related_for_those_who_want_less() {
    let mapping = single(&set("f-to-g", "f", "g", &["1 1 intersect", "2 2 intersect"]));
    let files = [("f.yaml", &*framework("f")), ("g.yaml", &framework("g")), ("m.yaml", &mapping)];
    let read = Read::with(&files, Choices { intersect: Intersect::Related, ..Choices::default() });
    assert_eq!(read.rows("f-1.0--g-1.0--ciso"), ["1 1 related ? low", "2 2 related ? low"]);
    assert_eq!(
        told(&read),
        ["read-as m.yaml:14:7 2 rows say intersect and are read as related: no requirements in common are claimed"]
    );
}

#[test]
fn rows_that_cannot_be_taken_are_counted_by_reason() {
    let rows = [
        "1 1 equal",
        "1 1 equal rationale: again",
        "9 1 equal",
        "1 9 equal",
        "i 1 equal",
        "2 h superset",
        "3 3 nonsense",
        "4 4 equal strength_of_relationship: 90",
        "4 4 subset",
        "5 5 equal",
        "5 5 not_related",
        "5 5 intersect",
    ];
    let read = read(&single(&set("f-to-g", "f", "g", &rows)));
    assert_eq!(
        read.rows("f-1.0--g-1.0--ciso"),
        ["1 1 full full medium", "2 h full partial medium", "4 4 related ? low"]
    );
    let table = read.table("f-1.0--g-1.0--ciso");
    assert_eq!(table.rows[0].note.as_deref(), Some("again"));
    let line = |row: &xwalk::model::Relation| read.sources.position(row.span).line.get();
    let aside: Vec<String> = table
        .aside
        .iter()
        .map(|row| format!("{} {} {} {}", line(row), row.from[0].number, row.to.number, row.forward))
        .collect();
    // What contradicts itself is kept as it is written, for an audit.
    assert_eq!(aside, ["36 4 4 full", "40 4 4 partial", "43 5 5 full", "46 5 5 none", "49 5 5 partial"]);
    let mut expected = [
        "left-out m.yaml:21:31 2 mapping rows name nodes that their frameworks do not have, and are left out",
        "left-out m.yaml:27:7 a mapping row names a node that is not assessable and has none below it, and is left out",
        "left-out m.yaml:33:7 a mapping row lacks an end or has no relationship that CISO Assistant knows, and is left out",
        "left-out m.yaml:46:7 3 mapping rows are left out because other rows relate their pair and also say that it is not related",
        "read-as m.yaml:17:7 a mapping row repeats an earlier row and is not read twice",
        "read-as m.yaml:30:7 a row names a node that is not assessable: it stands for all nodes below it",
        "read-as m.yaml:36:7 a row has a strength_of_relationship, which is ignored",
        "read-as m.yaml:40:7 a mapping row differs from an earlier row of its pair: the two are read as related, which claims nothing",
    ];
    expected.sort_unstable();
    let mut told = told(&read);
    told.sort_unstable();
    assert_eq!(told, expected);
    let (rows, taken, left_out) = read.count("mapping rows");
    assert_eq!((rows, taken, left_out.iter().sum::<usize>()), (12, 3, 9));
}

#[test]
fn a_set_between_frameworks_that_nobody_describes_is_left_out() {
    let read = read(&single(&set("f-to-x", "f", "x", &["1 1 equal", "2 2 equal"])));
    assert_eq!(
        told(&read),
        [
            "left-out m.yaml:11:27 2 mapping rows are left out: no file here describes one of the two frameworks of their set"
        ]
    );
    assert_eq!(read.library.tables().count(), 0);
    assert_eq!(read.count("mapping rows"), (2, 0, vec![2]));
}

#[test]
fn a_row_from_a_node_to_itself_is_left_out() {
    let read = read(&single(&set("f-to-f", "f", "f", &["1 1 equal", "1 2 equal"])));
    assert_eq!(read.rows("f-1.0--f-1.0--ciso"), ["1 2 full full medium"]);
    assert_eq!(told(&read), ["left-out m.yaml:14:7 a mapping row relates a node to itself, and is left out"]);
}

#[test]
fn a_reverse_set_says_nothing_twice() {
    let forward = set("f-to-g", "f", "g", &["1 1 superset", "2 2 intersect", "3 3 equal"]);
    let reverse = set("f-to-g-revert", "g", "f", &["1 1 subset", "2 2 intersect", "3 3 subset", "4 4 equal"]);
    let read = read(&several(&[forward, reverse]));
    assert_eq!(read.rows("f-1.0--g-1.0--ciso").len(), 3);
    // Only what the forward set does not say.
    assert_eq!(read.rows("g-1.0--f-1.0--ciso"), ["3 3 partial full medium", "4 4 full full medium"]);
    assert!(told(&read).contains(&"read-as m.yaml:26:7 2 mapping rows of a -revert set repeat rows of its forward set in reverse and are not read twice"), "{:#?}", told(&read));
    assert_eq!(read.count("mapping rows"), (7, 5, vec![2]));
}

#[test]
fn a_set_in_the_other_direction_is_a_table_of_its_own() {
    let forward = set("f-to-g", "f", "g", &["1 1 superset"]);
    let backward = set("g-to-f", "g", "f", &["1 1 subset"]);
    let read = read(&several(&[forward, backward]));
    assert_eq!(read.rows("g-1.0--f-1.0--ciso"), ["1 1 partial full medium"]);
    assert_eq!(read.count("mapping rows"), (2, 2, vec![]));
}

#[test]
fn two_sets_for_one_pair_of_frameworks_are_two_tables() {
    let sets = [set("a", "f", "g", &["1 1 equal"]), set("b", "f", "g", &["2 2 equal"])];
    let read = read(&several(&sets));
    let ids: Vec<&str> = read.library.tables().map(|table| table.id.as_str()).collect();
    assert_eq!(ids, ["f-1.0--g-1.0--ciso", "f-1.0--g-1.0--ciso-2"]);
}

#[test]
fn urns_are_the_same_in_capitals() {
    let mapping =
        single(&set("f-to-g", "f", "g", &["1 1 equal"]).replace("urn:a:risk:req_node:f", "urn:A:risk:REQ_node:F"));
    assert_eq!(read(&mapping).rows("f-1.0--g-1.0--ciso"), ["1 1 full full medium"]);
}
