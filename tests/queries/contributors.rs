//! What else gives a requirement its level, and what is left to do, on small worlds.

use xwalk::bundled;
use xwalk::crosswalk::Level;
use xwalk::model::EditionId;
use xwalk::query::{Action, AssessedQuestion, Explain, Gap, GapRow, Settings};
use xwalk::report::{Document, Part, Tree};
use xwalk::source::Sources;

use super::common::{World, answer, clause};
use super::{gap, row};

const BASE: (&str, &str) = (
    "base.yaml",
    r#"
xwalk: catalog/1
id: base:1
title: Base
clauses:
  "1": Documents
  "2": Records
  "3": Audit
  "4": People
  "5": Tools
  "6": Design
"#,
);

const TARGET: (&str, &str) = (
    "target.yaml",
    r#"
xwalk: catalog/1
id: target:1
title: Target
clauses:
  "1": Document control
  "2": { title: Record control, summary: Records are kept. }
  "3": Audits
  "4": Competence
  "5": Tooling
  "6": Budget
"#,
);

fn table(rows: &str) -> String {
    format!(
        "xwalk: relations/1\nid: base-1--target-1\nfrom: base:1\nto: target:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n{rows}"
    )
}

fn world(rows: &str, statuses: &str) -> World {
    let assessment =
        format!("xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  base:1:\n{statuses}");
    World::new(&[BASE, TARGET, ("base-1--target-1.yaml", &table(rows))], Some(&assessment))
}

/// The one requirement of which rows speak.
fn only(world: &World) -> GapRow {
    gap(world).into_iter().find(|row| !row.chain.is_empty()).unwrap()
}

fn explained(world: &World, clause: &str) -> Document {
    world.ask(|case| Explain { clause: clause.into() }.document(case).unwrap())
}

fn lines(tree: &Tree) -> Vec<&str> {
    std::iter::once(tree.line.as_str()).chain(tree.children.iter().flat_map(lines)).collect()
}

fn trees(document: &Document) -> Vec<&str> {
    fn tree(part: &Part) -> Vec<&str> {
        if let Part::Tree(tree) = part { lines(tree) } else { Vec::new() }
    }
    document.parts.iter().flat_map(tree).collect()
}

const TWO: &str = r#"
  - { from: "1", to: "1", relation: partial, add: Number them }
  - { from: "2", to: "1", relation: partial, add: Keep the old ones. }
"#;

const BOTH: &str = r#"
    "1": { status: implemented, evidence: [a.pdf, both.pdf] }
    "2": { status: implemented, evidence: [b.pdf, both.pdf] }
"#;

#[test]
fn each_of_two_clauses_that_overlap_a_requirement_is_named_with_status_evidence_and_what_is_left() {
    let world = world(TWO, BOTH);
    let found = only(&world);
    let contributors: Vec<(String, bool, String, Vec<&str>, &str)> = found
        .contributors
        .iter()
        .map(|other| {
            let evidence = other.evidence.iter().map(|text| text.as_str()).collect();
            let status = other.status.unwrap().to_string();
            (other.clause.to_string(), other.is_best, status, evidence, other.add.as_str())
        })
        .collect();
    let status = || "implemented".to_owned();
    assert_eq!(
        contributors,
        [
            ("base:1/1".to_owned(), true, status(), vec!["a.pdf", "both.pdf"], "Number them"),
            ("base:1/2".to_owned(), false, status(), vec!["b.pdf", "both.pdf"], "Keep the old ones."),
        ]
    );
    assert_eq!(found.evidence, ["a.pdf", "both.pdf", "b.pdf"]);
    assert_eq!(found.chain_in_words, "1; also 2");
    assert_eq!(found.add, "with base:1/1 in place: Number them; with base:1/2 in place: Keep the old ones");

    let document = world.ask(|case| Gap::default().document(case).unwrap());
    let first = &answer(&document)[0];
    assert_eq!(first[first.len() - 3..], ["a.pdf; both.pdf; b.pdf", "base:1/1 base:1/2", ""]);
    let work = document.tables().find(|table| table.name == "work").unwrap();
    let to_do = "With 1 in place: Number them; with 2 in place: Keep the old ones";
    assert_eq!(work.rows[0][2], xwalk::report::Cell::text(to_do), "clauses of the one base go by number");
}

#[test]
fn what_is_left_is_said_once_where_clauses_leave_the_same() {
    let same = TWO.replace("Keep the old ones.", "Number them");
    assert_eq!(only(&world(&same, BOTH)).add, "Number them");
}

#[test]
fn a_clause_of_which_no_row_says_what_it_leaves_covers_part_of_it_as_well() {
    let silent = TWO.replace(", add: Keep the old ones.", "");
    let found = only(&world(&silent, BOTH));
    assert_eq!(found.add, "with base:1/1 in place: Number them; base:1/2 covers part of it as well");
}

#[test]
fn an_explanation_names_the_others_that_contribute_with_their_statements() {
    let document = explained(&world(TWO, BOTH), "1");
    assert!(document.lead.contains(&"The chain: base:1/1 overlaps with target:1/1.".into()), "{:?}", document.lead);
    let trees = trees(&document);
    let at = trees.iter().position(|line| *line == "Other clauses that contribute").unwrap();
    assert_eq!(
        trees[at + 1..at + 4],
        [
            "base:1/2 Records, stated as implemented (assessment.yaml:8:5); evidence b.pdf, both.pdf",
            "chain: base:1/2 → target:1/1",
            "to add: Keep the old ones.",
        ]
    );
    let others: Vec<Vec<String>> = answer(&document).into_iter().filter(|row| row[0] == "contributor").collect();
    assert_eq!(others.len(), 1);
    assert_eq!(others[0][2..4], ["base:1/2", "full"]);
}

const JOINT: &str = "  - { from: [\"1\", \"2\"], to: \"1\", relation: full }\n";

#[test]
fn what_clauses_cover_together_stands_with_a_plus_and_is_no_chain() {
    let found = only(&world(JOINT, BOTH));
    assert_eq!((found.level, found.chain_in_words.as_str()), (Level::Full, "1 + 2"));
    assert!(found.contributors.iter().all(|contributor| contributor.is_best));
    let lead = explained(&world(JOINT, BOTH), "1").lead;
    assert!(lead.contains(&"The chain: base:1/1 and base:1/2 together cover target:1/1.".into()), "{lead:?}");
}

#[test]
fn a_joint_row_says_what_it_would_need_and_that_this_is_not_applicable() {
    let world = world(JOINT, "    \"1\": implemented\n    \"2\": { status: not-applicable, justification: none }\n");
    let found = only(&world);
    assert_eq!(found.level, Level::Partial);
    assert!(found.prerequisites.is_empty());
    let said = "Part of it is covered by base:1/1 Documents; check what else 1 Document control asks for.";
    assert_eq!(found.add, said);
    let document = explained(&world, "1");
    let needs = "target:1/1 Document control: partial, since base:1/1 is one of those that cover it together (1 and 2); \
                 full would need base:1/2, which is not applicable";
    assert!(trees(&document).contains(&needs), "{:?}", trees(&document));
}

#[test]
fn where_the_base_clauses_are_all_that_is_left_nothing_is_added_to_them() {
    let world = world(JOINT, "    \"1\": implemented\n    \"2\": partial\n");
    let found = only(&world);
    assert_eq!((found.add.as_str(), found.prerequisites.as_slice()), ("", [clause("base:1/2")].as_slice()));
    let document = world.ask(|case| Gap::default().document(case).unwrap());
    assert_eq!(answer(&document)[0][6], "Complete base:1/2.", "for programs the cell is never empty");
}

#[test]
fn a_row_read_backwards_says_what_its_add_reverse_says_else_what_is_asked_for_else_what_is_covered() {
    let backwards = |number: &str, more: &str| {
        let rows = format!("  - {{ from: \"{number}\", to: \"3\", relation: full{more} }}\n");
        let table = table(&rows).replace("base-1--target-1", "target-1--base-1");
        let table = table.replace("from: base:1", "from: target:1").replace("to: target:1", "to: base:1");
        let assessment = "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  base:1:\n    \"3\": implemented\n";
        only(&World::new(&[BASE, TARGET, ("target-1--base-1.yaml", &table)], Some(assessment)))
    };
    let found = backwards("2", ", add: For base, add-reverse: For target");
    assert_eq!((found.level, found.action, found.add.as_str()), (Level::Partial, Action::Extend, "For target"));
    assert_eq!(backwards("2", ", add: For base").add, "Do what is left of: Records are kept.");
    let covered = "Part of it is covered by base:1/3 Audit; check what else 3 Audits asks for.";
    assert_eq!(backwards("3", "").add, covered);
}

#[test]
fn the_items_that_a_row_means_say_which_part_is_covered() {
    let found = only(&world("  - { from: \"1\", to: \"1\", relation: partial, items: \"a, b\" }\n", BOTH));
    let part = "Part of it is covered by base:1/1 Documents (items a, b); check what else 1 Document control asks for.";
    assert_eq!(found.add, part);
}

#[test]
fn a_requirement_that_a_longer_chain_would_reach_is_distinguished_from_one_that_nothing_would() {
    let rows = "  - { from: \"1\", to: \"1\", relation: full }\n  - { from: \"2\", to: \"1\", relation: full, reverse: full }\n  \
                - { from: \"2\", to: \"2\", relation: full }\n  - { from: \"3\", to: \"3\", relation: partial }\n";
    // 3 of the base is not assessed and does not come into it; 1 of the base is not in place.
    let none = "    \"4\": implemented\n";
    let world = world(rows, none);
    let settings = Settings { max_hops: 0, ..Settings::default() };
    let rows = world.ask_with(&settings, |case| Gap::default().ask(case).unwrap().rows);
    let beyond: Vec<Option<u32>> = rows.iter().map(|row| row.hops_beyond).collect();
    assert_eq!(beyond, [Some(1), Some(1), Some(1), None, None, None]);
    let lead = |number: &str| {
        let explain = Explain { clause: number.into() };
        world
            .ask_with(&settings, |case| explain.document(case).unwrap().lead)
            .iter()
            .map(|line| line.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let within = "Even if all of the base were in place, nothing would support it within 0 steps; a chain of 1 would (--max-hops 1).";
    assert!(lead("1").contains(within), "{}", lead("1"));
    assert!(lead("4").contains("Nothing would support it, even if all of the base were in place."), "{}", lead("4"));
}

#[test]
fn every_action_is_a_sentence() {
    let rows = r#"
  - { from: "1", to: "1", relation: full }
  - { from: "2", to: "2", relation: partial }
  - { from: "3", to: "3", relation: full }
  - { from: "4", to: "4", relation: full }
  - { from: "5", to: "5", relation: full }
"#;
    let statuses = "    \"1\": implemented\n    \"2\": implemented\n    \"3\": partial\n    \"4\": planned\n";
    let world = world(rows, statuses);
    let document = world.ask(|case| Gap::default().document(case).unwrap());
    let work = document.tables().find(|table| table.name == "work").unwrap();
    let to_do: Vec<_> = work.rows.iter().map(|row| row[1..].to_vec()).collect();
    let expected = [
        ("extend", "Do what is left of: Records are kept."),
        ("verify", "Check how much is already in place; part of it may follow from 3. Complete 3."),
        ("implement", "Implement 4."),
        ("assess", "Assess 5."),
        ("build", "Implement in full."),
    ];
    let words = |cell: &xwalk::report::Cell| match cell {
        xwalk::report::Cell::Word(word, _) => word.to_string(),
        xwalk::report::Cell::Text(text) => text.to_string(),
        other => panic!("{other:?}"),
    };
    let found: Vec<(String, String)> = to_do.iter().map(|row| (words(&row[0]), words(&row[1]))).collect();
    assert_eq!(found, expected.map(|(action, task)| (action.to_owned(), task.to_owned())));
    assert_eq!(row(&gap(&world), "target:1/3").level, Level::Presumed);
}

#[test]
fn of_bundled_editions_no_partly_covered_requirement_is_left_without_advice() {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    // The rows between the two are written from ISO/IEC 27001 and read backwards here.
    let library = World::read(sources, files, None, &[]).library;
    let all: Vec<String> = library
        .catalog(&EditionId::parse("itil:4").unwrap())
        .unwrap()
        .requirements()
        .map(|clause| format!("    \"{}\": implemented\n", clause.number))
        .collect();
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let assessment = format!(
        "xwalk: assessment/1\norganization: Us\ntargets: [\"iso-iec-27001:2022\"]\nstatuses:\n  itil:4:\n{}",
        all.concat()
    );
    let rows = gap(&World::read(sources, files, Some(&assessment), &[]));
    assert_eq!(rows.len(), 123);
    let extend: Vec<&GapRow> = rows.iter().filter(|row| row.action == Action::Extend).collect();
    assert!(extend.len() > 100, "{}", extend.len());
    assert!(extend.iter().all(|row| !row.add.is_empty()));
}
