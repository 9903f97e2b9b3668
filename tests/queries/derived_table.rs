//! A crosswalk as a relation table: what is certain, pair by pair, with the tables that it is based on.

use xwalk::edit::write;
use xwalk::model::{Provenance, Relation, Strength};
use xwalk::survey::{DerivedTable, Map};

use super::common::World;

const fn catalog(name: &'static str, text: &'static str) -> (&'static str, &'static str) {
    (name, text)
}

const A: (&str, &str) =
    catalog("a.yaml", "xwalk: catalog/1\nid: a:1\ntitle: A\nclauses: { \"1\": One, \"2\": Two, \"3\": Three }\n");
const B: (&str, &str) = catalog("b.yaml", "xwalk: catalog/1\nid: b:1\ntitle: B\nclauses: { \"1\": One, \"2\": Two }\n");
const C: (&str, &str) =
    catalog("c.yaml", "xwalk: catalog/1\nid: c:1\ntitle: C\nclauses: { \"1\": One, \"2\": Two, \"3\": Three }\n");

/// a1 = b1, b1 covers c1: a1 covers c1 by a chain, and a row says partial. a2 touches c2. Of c3 nothing is said.
const TABLES: [(&str, &str); 3] = [
    (
        "a-1--b-1.yaml",
        "xwalk: relations/1\nid: a-1--b-1\nfrom: a:1\nto: b:1\nversion: 1\nsource: made up\nconfidence: high\ndate: 2026-03\nrows:\n  - { from: \"1\", to: \"1\", relation: full, reverse: full }\n",
    ),
    (
        "b-1--c-1.yaml",
        "xwalk: relations/1\nid: b-1--c-1\nfrom: b:1\nto: c:1\nversion: 1\nsource: made up\nconfidence: medium\ndate: 2025-01\nstatus: draft\nrows:\n  - { from: \"1\", to: \"1\", relation: full }\n",
    ),
    (
        "a-1--c-1.yaml",
        "xwalk: relations/1\nid: a-1--c-1\nfrom: a:1\nto: c:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - { from: \"1\", to: \"1\", relation: partial, add: More }\n  - { from: \"2\", to: \"2\", relation: related }\n",
    ),
];

fn derived(inferred: bool) -> DerivedTable {
    let files = [&[A, B, C][..], &TABLES].concat();
    let world =
        World::new(&files, Some("xwalk: assessment/1\norganization: Us\nstatuses: { a:1: { \"1\": planned } }\n"));
    world.ask(|case| Map { from: "a:1".into(), to: "c:1".into(), inferred }.table(case.case).unwrap())
}

fn row(row: &Relation) -> (String, String, Strength, Option<Strength>, Vec<String>) {
    let from = row.from.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let tables = row.derived_from.iter().map(ToString::to_string).collect();
    (from, row.to.to_string(), row.forward, row.reverse, tables)
}

#[test]
fn the_strongest_that_is_certain_of_a_pair_is_one_row_and_names_all_its_tables() {
    let DerivedTable { table, presumed, uncovered } = derived(true);
    let all = ["a-1--b-1", "a-1--c-1", "b-1--c-1"].map(str::to_owned).to_vec();
    let touches = vec!["a-1--c-1".to_owned()];
    assert_eq!(
        table.rows.iter().map(row).collect::<Vec<_>>(),
        [
            ("a:1/1".to_owned(), "c:1/1".to_owned(), Strength::Full, None, all),
            ("a:1/2".to_owned(), "c:1/2".to_owned(), Strength::Related, None, touches),
        ]
    );
    assert_eq!(table.rows[0].add, None, "what is covered wholly leaves nothing to do");
    assert_eq!(table.rows[0].note.as_deref(), Some("Follows through a:1/1 → b:1/1 → c:1/1"));
    assert_eq!((table.provenance, table.is_draft), (Some(Provenance::Derived), true));
    assert_eq!(table.date.as_deref(), Some("2026-03"), "the newest of its tables");
    assert_eq!(
        (presumed, uncovered.iter().map(ToString::to_string).collect::<Vec<_>>()),
        (0, vec!["c:1/2".to_owned(), "c:1/3".to_owned()])
    );
}

#[test]
fn without_chains_it_says_what_rows_say() {
    let DerivedTable { table, .. } = derived(false);
    let row = row(&table.rows[0]);
    assert_eq!((row.2, table.rows[0].add.as_deref()), (Strength::Partial, Some("More")));
    assert_eq!(table.derived_from.iter().map(ToString::to_string).collect::<Vec<_>>(), ["a-1--c-1"]);
}

#[test]
fn it_is_read_back_as_a_file() {
    let table = derived(true).table;
    let name = format!("{}.yaml", table.id);
    let text = write::table(&table);
    let files = [&[A, B, C, (name.as_str(), text.as_str())][..], &TABLES].concat();
    let world = World::new(&files, None);
    assert_eq!(world.library.tables().count(), 4);
}
