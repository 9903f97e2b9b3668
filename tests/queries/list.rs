//! What `list` shows to people, and that programs get all of it.

use xwalk::bundled;
use xwalk::query::Question;
use xwalk::render::{Format, Page, Terminal};
use xwalk::report::{Cell, Document, Table};
use xwalk::source::Sources;
use xwalk::survey::{List, Listed};

use super::answer;
use super::common::World;

const FILES: [(&str, &str); 6] = [
    (
        "b-1.yaml",
        "xwalk: catalog/1\nid: b:one\ntitle: First B\npublished: 1999-05-01\nstatus: withdrawn\nclauses: { \"1\": One }\n",
    ),
    (
        "b-2.yaml",
        "xwalk: catalog/1\nid: b:two\ntitle: Second B\npublished: 2004\nsupersedes: \"b:one\"\nconfidence: high\nprovenance: published\nclauses: { \"1\": One, \"2\": Two }\n",
    ),
    ("a.yaml", "xwalk: catalog/1\nid: a:1\ntitle: Only A\nstatus: withdrawn\nclauses: { \"1\": One }\n"),
    ("c.yaml", "xwalk: catalog/1\nid: c:1\ntitle: Draft of C\nstatus: draft\nclauses: { \"1\": One }\n"),
    (
        "b-one--b-two.yaml",
        "xwalk: relations/1\nid: b-one--b-two\nfrom: \"b:one\"\nto: \"b:two\"\nversion: 1\nsource: Made up.\nconfidence: high\nrows: [{ from: \"1\", to: \"1\", relation: full }]\n",
    ),
    ("m.yaml", "xwalk: method/1\nid: m\ntitle: A method\nsteps: { a: { title: A step } }\n"),
];

fn listed(list: List) -> Document {
    World::new(&FILES, None).ask(|case| list.document(case.case).unwrap())
}

fn for_people(document: &Document) -> Vec<&Table> {
    document.tables().filter(|table| table.audience.has_people()).collect()
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Count(count) => count.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn people_see_editions_by_standard_the_newest_first_and_what_became_of_them() {
    let document = listed(List::default());
    let [editions] = for_people(&document)[..] else { panic!("one table") };
    let rows: Vec<Vec<String>> = editions.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    let expected = [
        ["a:1", "1", "Empty", "[added, withdrawn] Only A"],
        ["b:two", "2", "high, published", "[added] Second B"],
        ["b:one", "1", "Empty", "[added, replaced by b:two] First B"],
        ["c:1", "1", "Empty", "[added, draft] Draft of C"],
    ];
    assert_eq!(rows, expected);
    assert_eq!(editions.quiet, [0, 2].into());
    assert_eq!(document.lead[0], "4 editions, 1 relation table, 1 method.");
    assert!(document.lead[1].contains("`xwalk list tables`") && document.lead[1].contains("`xwalk list --all`"));
    assert!(document.lead[2].starts_with("[added] marks editions that are not part of xwalk"));
}

#[test]
fn all_shows_three_tables_and_one_that_is_named_is_shown_alone() {
    let titles = |list: List| for_people(&listed(list)).iter().map(|table| table.title.clone()).collect::<Vec<_>>();
    let all = List { all: true, ..List::default() };
    assert_eq!(titles(all), ["Editions", "Relation tables", "Methods"]);
    assert_eq!(titles(List { what: Some(Listed::Tables), ..List::default() }), ["Relation tables"]);
    // Programs get the same with and without.
    assert_eq!(answer(&listed(all)), answer(&listed(List::default())));
    assert_eq!(answer(&listed(all)).len(), 6);
}

#[test]
fn every_bundled_edition_fits_a_line_of_100_columns_and_two_of_80() {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let world = World::read(sources, files, None, &[]);
    let document = world.ask(|case| List::default().document(case.case).unwrap());
    let lines = |width: usize| {
        let mut bytes = Vec::new();
        Terminal.write(&document, Page::new(&world.sources, width), &mut bytes).unwrap();
        let shown = String::from_utf8(anstream::adapter::strip_bytes(&bytes).into_vec()).unwrap();
        let table = shown.split("────\n").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
        assert!(table.lines().all(|line| line.chars().count() <= width), "{table}");
        table.lines().count()
    };
    let editions = world.library.catalogs().count();
    assert_eq!(lines(100), editions);
    assert!(lines(80) <= 2 * editions);
}
