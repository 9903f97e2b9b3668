//! The question `report` on small worlds, with answers counted by hand.

use xwalk::deliver::Report;
use xwalk::query::AssessedQuestion;
use xwalk::report::{ANSWER, Cell, Document, Part, Table, Tone};

use super::common::World;
use super::{ASSESSMENT, BASE, TABLE, TARGET};

fn report(world: &World) -> Document {
    world.ask(|case| Report::default().document(case).unwrap())
}

fn sections(document: &Document) -> Vec<&str> {
    document
        .parts
        .iter()
        .filter_map(|part| if let Part::Section(title) = part { Some(title.as_str()) } else { None })
        .collect()
}

fn table<'d>(document: &'d Document, name: &str) -> &'d Table {
    document.tables().find(|table| table.name == name).unwrap()
}

#[test]
fn a_report_holds_summary_coverage_gaps_plan_and_tables() {
    let world = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let document = report(&world);
    assert_eq!(document.title, "Us: gap analysis for target:1");
    let appendices = [
        "Appendix A: requirements in place",
        "Appendix B: evidence",
        "Appendix C: related standards",
        "Appendix D: words used",
    ];
    assert_eq!(sections(&document), [&["Summary", "Overview", "target:1", "Plan"][..], &appendices].concat());
    let standing = &table(&document, "standing").rows;
    assert_eq!(standing.len(), 1);
    assert_eq!(
        standing[0],
        [
            Cell::text("target:1"),
            Cell::count(8),
            Cell::share(Some(0.125)),
            Cell::Share(0.3125, Tone::Unsure),
            Cell::share(Some(0.5)),
            Cell::count(7),
        ]
    );
}

#[test]
fn its_bars_count_what_the_coverage_counts() {
    let world = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let charts: Vec<(String, Vec<usize>)> = report(&world)
        .parts
        .iter()
        .filter_map(|part| if let Part::Chart(chart) = part { Some(chart.clone()) } else { None })
        .flat_map(|chart| chart.bars)
        .map(|bar| (bar.label.to_string(), bar.segments.iter().map(|segment| segment.count).collect()))
        .collect();
    // Full, partial, presumed, none.
    assert_eq!(charts, [("target:1".to_owned(), vec![1, 3, 0, 4])]);
    let report = report(&world);
    let count = |count: usize, tone| if count == 0 { Cell::count(0) } else { Cell::word(count, tone) };
    let levels: Vec<Vec<Cell>> = table(&report, "levels").rows.iter().map(|row| row[3..7].to_vec()).collect();
    let by_level = |[full, partial, presumed, none]: [usize; 4]| {
        let (good, middling) = (count(full, Tone::Good), count(partial, Tone::Middling));
        vec![good, middling, count(presumed, Tone::Unsure), count(none, Tone::Bad)]
    };
    assert_eq!(levels, [[1, 3, 0, 0], [0, 0, 0, 4], [1, 3, 0, 4]].map(by_level));
}

#[test]
fn behind_each_requirement_stands_its_proof() {
    let world = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let document = report(&world);
    assert_eq!(table(&document, ANSWER).rows.len(), 8);
    let (gaps, in_place) = (table(&document, "gaps"), table(&document, "in-place"));
    assert_eq!((gaps.rows.len(), gaps.details.len(), in_place.details.len()), (7, 7, 1));
    let heads: Vec<Option<&str>> =
        gaps.details.iter().map(|tree| tree.as_ref().map(|tree| tree.line.as_str())).collect();
    let (proof, finished, whole) = (
        Some("Proof"),
        Some("What would follow if every clause with a statement were implemented"),
        Some("What would follow if all of the base were implemented"),
    );
    assert_eq!(heads, [proof, proof, proof, finished, whole, None, None]);
    let first = &in_place.details[0].as_ref().unwrap().children[0];
    assert_eq!(first.line, "target:1/1.1 Document control: full, since base:1/1.1 covers target:1/1.1 fully");
}

#[test]
fn it_says_what_the_same_statements_cover_elsewhere_and_what_it_rests_on() {
    let other = ("other.yaml", "xwalk: catalog/1\nid: other:1\ntitle: Other\nclauses:\n  \"1\": One\n  \"2\": Two\n");
    let rows = (
        "base-1--other-1.yaml",
        "xwalk: relations/1\nid: base-1--other-1\nfrom: base:1\nto: other:1\nversion: 3\nsource: made up\nconfidence: low\nrows:\n  - { from: \"1.1\", to: \"1\", relation: full }\n",
    );
    let world = World::new(&[BASE, TARGET, TABLE, other, rows], Some(ASSESSMENT));
    assert!(!report(&world).tables().any(|table| table.name == "elsewhere"), "it has to be asked for");
    let asked = Report { related: true, ..Report::default() };
    let document = world.ask(|case| asked.document(case).unwrap());
    let elsewhere = table(&document, "elsewhere");
    assert_eq!(elsewhere.rows.len(), 1);
    assert_eq!(elsewhere.rows[0][0], Cell::text("other:1"));
    assert_eq!(elsewhere.rows[0][4], Cell::share(Some(0.5)));
    let used = table(&document, "tables");
    let used: Vec<_> = used.rows.iter().map(|row| (row[0].clone(), row[1].clone(), row[5].clone())).collect();
    assert_eq!(
        used,
        [
            (Cell::text("base-1--other-1"), Cell::Count(3), Cell::Count(1)),
            (Cell::text("base-1--target-1"), Cell::Count(1), Cell::Count(7)),
        ]
    );
}

#[test]
fn the_brief_is_the_first_page_alone() {
    let world = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let asked = Report { brief: true, ..Report::default() };
    let document = world.ask(|case| asked.document(case).unwrap());
    assert_eq!(sections(&document), ["Summary"]);
    let names: Vec<&str> = document.tables().map(|table| table.name).collect();
    assert_eq!(names, ["standing", "priorities", "glossary"], "nothing is due");
}
