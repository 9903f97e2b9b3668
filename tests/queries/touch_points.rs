//! Rows that only relate two clauses, and what is left to do backwards, in every question; counted by hand.

use xwalk::changes::{EditionDiff, RevisionKind, TableDiff};
use xwalk::crosswalk::Level;
use xwalk::deliver::{Graph, Guide, Integrate, IntegrationKind};
use xwalk::model::ClauseId;
use xwalk::query::{Coverage, Gap, Question, Tally};
use xwalk::report::{Document, Part, Tone};
use xwalk::survey::{Compare, Density, Map, Show};

use super::common::{World, answer, clause};
use super::{BASE, TARGET};

/// 1.1 and 2.3 are covered in part; 1.2 is touched, 1.4 by two clauses, 2.3 of the target by a whole chapter, and one pair
/// is both.
const TABLE: (&str, &str) = (
    "base-1--target-1.yaml",
    r#"
xwalk: relations/1
id: base-1--target-1
from: base:1
to: target:1
version: 1
source: made up
confidence: medium
rows:
  - { from: "1.1", to: "1.1", relation: partial, add: Control them, add-reverse: Sign them }
  - { from: "1.2", to: "1.2", relation: related, add: Agree who keeps them }
  - { from: ["2.1", "2.2"], to: "1.4", relation: related, reverse: related }
  - { from: "2", to: "2.3", relation: related, add: Agree on money, add-reverse: Ask for money }
  - { from: "2.3", to: "2.2", relation: related }
  - { from: "2.3", to: "2.2", relation: partial, add: Design more }
"#,
);

const BASE_IN_PLACE: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
statuses:
  base:1: { "1": implemented, "2": implemented }
"#;

const TARGET_IN_PLACE: &str = r#"
xwalk: assessment/1
organization: Us
targets: [base:1]
statuses:
  target:1: { "1": implemented, "2": implemented }
"#;

fn world(assessment: &str) -> World {
    World::new(&[BASE, TARGET, TABLE], Some(assessment))
}

fn map(from: &str, to: &str) -> Map {
    Map { from: from.into(), to: to.into(), inferred: false }
}

fn lines(question: &impl Question) -> Vec<Vec<String>> {
    answer(&document(question))
}

fn document(question: &impl Question) -> Document {
    world(BASE_IN_PLACE).ask(|case| Question::document(question, case.case).unwrap())
}

#[test]
fn what_only_touches_gives_no_level_in_either_direction() {
    for (assessment, target, expected) in [
        (BASE_IN_PLACE, "target:1", Tally { applicable: 8, full: 0, partial: 2, presumed: 0 }),
        (TARGET_IN_PLACE, "base:1", Tally { applicable: 6, full: 0, partial: 2, presumed: 0 }),
    ] {
        let coverage = Coverage { target: vec![target.into()], by: "chapter".into() };
        let groups = world(assessment).ask(|case| coverage.ask(case).unwrap().groups);
        assert_eq!(groups.last().unwrap().tally, expected, "{target}");
    }
}

#[test]
fn what_is_left_to_do_is_said_in_the_direction_in_which_a_row_is_read() {
    let add = |assessment: &str, id: &str| {
        let rows = world(assessment).ask(|case| Gap::default().ask(case).unwrap().rows);
        rows.into_iter().find(|row| row.clause == clause(id)).unwrap().add
    };
    assert_eq!(add(BASE_IN_PLACE, "target:1/1.1"), "Control them");
    assert_eq!(add(TARGET_IN_PLACE, "base:1/1.1"), "Sign them");
    assert_eq!(add(BASE_IN_PLACE, "target:1/2.2"), "Design more");
    let covered = "Part of it is covered by target:1/2.2 Designing; check what else 2.3 Design asks for.";
    assert_eq!(add(TARGET_IN_PLACE, "base:1/2.3"), covered, "nobody says what is left to do backwards");
}

#[test]
fn a_crosswalk_lists_touch_points_as_rows_and_what_only_they_name_as_uncovered() {
    let rows = lines(&map("base:1", "target:1"));
    let shape: Vec<[&str; 4]> = rows.iter().map(|row| [&*row[0], &*row[1], &*row[2], &*row[4]]).collect();
    assert_eq!(
        shape,
        [
            ["base:1/1.1", "target:1/1.1", "partial", "direct"],
            ["base:1/1.2", "target:1/1.2", "related", "direct"],
            ["base:1/2.1 base:1/2.2", "target:1/1.4", "related", "direct"],
            ["base:1/2", "target:1/2.3", "related", "direct"],
            ["base:1/2.3", "target:1/2.2", "related", "direct"],
            ["base:1/2.3", "target:1/2.2", "partial", "direct"],
            ["", "target:1/1.2", "none", ""],
            ["", "target:1/1.3", "none", ""],
            ["", "target:1/1.4", "none", ""],
            ["", "target:1/2.1", "none", ""],
            ["", "target:1/2.3", "none", ""],
            ["", "target:1/2.4", "none", ""],
        ]
    );
    assert_eq!(rows[1][3], "", "a touch point has no reverse");
    assert_eq!(rows[1][8], "Agree who keeps them");
    assert_eq!(
        document(&map("base:1", "target:1")).lead[0],
        "6 rows of tables, 4 of them touch points; nothing in base:1 covers 6 requirements of target:1."
    );
}

#[test]
fn read_backwards_a_touch_point_is_one_and_its_interface_is_reported_from_the_other_side() {
    let rows = lines(&map("target:1", "base:1"));
    let shape: Vec<[&str; 5]> =
        rows.iter().take(7).map(|row| [&*row[0], &*row[1], &*row[2], &*row[3], &*row[8]]).collect();
    assert_eq!(
        shape,
        [
            ["target:1/1.1", "base:1/1.1", "partial", "partial", "Sign them"],
            ["target:1/1.2", "base:1/1.2", "related", "", "Agree who keeps them"],
            ["target:1/1.4", "base:1/2.1", "related", "", ""],
            ["target:1/1.4", "base:1/2.2", "related", "", ""],
            ["target:1/2.3", "base:1/2", "related", "", "Ask for money"],
            ["target:1/2.2", "base:1/2.3", "related", "", ""],
            ["target:1/2.2", "base:1/2.3", "partial", "partial", ""],
        ]
    );
    let uncovered: Vec<&str> = rows.iter().skip(7).map(|row| row[1].as_str()).collect();
    assert_eq!(uncovered, ["base:1/1.2", "base:1/1.3", "base:1/2.1", "base:1/2.2"]);
}

#[test]
fn what_follows_over_a_chain_is_reported_beside_a_touch_point() {
    let middle = ("middle.yaml", "xwalk: catalog/1\nid: middle:1\ntitle: Middle\nclauses: { \"1\": One }\n");
    let link = |from: &str, to: &str, row: &str| {
        let id = format!("{from}--{to}").replace(':', "-");
        let text = format!(
            "xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\nconfidence: high\nrows: [{row}]\n"
        );
        (format!("{id}.yaml"), text)
    };
    let there = link("base:1", "middle:1", "{ from: \"1.2\", to: \"1\", relation: full, reverse: full }");
    let on = link("middle:1", "target:1", "{ from: \"1\", to: \"1.2\", relation: full, reverse: full }");
    let world = World::new(&[BASE, TARGET, TABLE, middle, (&there.0, &there.1), (&on.0, &on.1)], None);
    let map = Map { inferred: true, ..map("base:1", "target:1") };
    let rows = world.ask(|case| map.ask(case.case).unwrap().rows);
    let of_pair: Vec<(bool, Level)> = rows
        .iter()
        .filter(|row| row.to == clause("target:1/1.2") && !row.is_risen)
        .map(|row| (row.is_touch_point, row.relation))
        .collect();
    assert_eq!(of_pair, [(true, Level::None), (false, Level::Full)]);
}

#[test]
fn a_clause_is_shown_with_its_touch_points_from_both_sides() {
    let shown = lines(&Show { name: "base:1/1.2".into() });
    let expected = [
        "to",
        "base:1/1.2",
        "target:1/1.2",
        "related",
        "base:1/1.2 is related to target:1/1.2 (touch point)",
        "Agree who keeps them",
        "",
    ];
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0][..7], expected);
    let shown = lines(&Show { name: "target:1/1.4".into() });
    assert_eq!(shown[0][0], "from");
    assert_eq!(shown[0][3], "related");
    assert_eq!(shown[0][4], "base:1/2.1 and base:1/2.2 are related to target:1/1.4 (touch point)");
    let both = lines(&Show { name: "base:1/1.1".into() });
    assert_eq!(both[0][5..7], ["Control them", "Sign them"]);
    let table = lines(&Show { name: "base-1--target-1".into() });
    assert_eq!(
        table[3][..8],
        ["base:1/2", "target:1/2.3", "related", "", "", "Agree on money", "Ask for money", "medium"]
    );
}

#[test]
fn density_counts_touch_points_as_it_counts_other_rows() {
    let density =
        Density { from: "base:1".into(), to: "target:1".into(), by: "clause".into(), side: None, inferred: false };
    let counted = world(BASE_IN_PLACE).ask(|case| density.ask(case.case).unwrap());
    assert_eq!((counted.forward + counted.backward, counted.pairs.len(), counted.requirement_pairs.len()), (6, 6, 5));
}

#[test]
fn editions_side_by_side_say_how_many_of_the_rows_between_them_are_touch_points() {
    let compared = lines(&Compare { editions: vec!["base:1".into(), "target:1".into()] });
    assert_eq!(compared[0][11], "target:1 (6 rows, 0 full, 4 of them touch points)");
}

#[test]
fn a_picture_draws_a_touch_point_as_a_quiet_line_and_what_only_it_names_as_uncovered() {
    let graph = Graph { names: vec!["base:1".into(), "target:1".into()], depth: 1, inferred: false };
    let document = document(&graph);
    assert_eq!(
        document.lead[..3],
        [
            "6 rows connect 7 clauses of base:1, 8 clauses of target:1, 4 of them touch points.",
            "Of base:1, 1 requirement has no relation here.",
            "Of target:1, 3 requirements have no relation here.",
        ]
    );
    let picture = document.graph().unwrap();
    let place = |id: &str| picture.nodes.iter().position(|node| node.id == id).unwrap();
    assert!(picture.nodes.iter().all(|node| node.group.is_some()), "clauses that touch do so each by itself");
    let touching: Vec<(usize, usize)> = picture
        .edges
        .iter()
        .filter(|edge| (edge.label.as_str(), edge.tone) == ("related", Tone::Quiet))
        .map(|edge| (edge.from, edge.to))
        .collect();
    let expected = [
        ("base:1/1.2", "target:1/1.2"),
        ("base:1/2.1", "target:1/1.4"),
        ("base:1/2.2", "target:1/1.4"),
        ("base:1/2", "target:1/2.3"),
        ("base:1/2.3", "target:1/2.2"),
    ];
    assert_eq!(touching, expected.map(|(from, to)| (place(from), place(to))));
    assert_eq!(picture.edges.len(), 7);
    let state = |id: &str| picture.nodes[place(id)].state.as_deref();
    assert_eq!(["target:1/1.2", "target:1/1.4", "target:1/2.3"].map(state), [Some("uncovered"); 3]);
    assert_eq!(["target:1/1.1", "target:1/2.2", "base:1/1.2", "base:1/2.1"].map(state), [None; 4]);
    assert_eq!(state("base:1/1.3"), Some("unrelated"));
}

#[test]
fn a_guide_lists_touch_points_under_their_clauses_and_never_counts_them_as_coverage() {
    let guide = Guide { base: "base:1".into(), target: "target:1".into(), all: false, inferred: false };
    let guidelines = world(BASE_IN_PLACE).ask(|case| guide.ask(case.case).unwrap());
    assert_eq!(guidelines.base_tally, Tally { applicable: 6, full: 0, partial: 2, presumed: 0 });
    assert_eq!(guidelines.target_tally, Tally { applicable: 8, full: 0, partial: 2, presumed: 0 });
    let told: Vec<(String, usize, bool, Level)> = guidelines
        .clauses
        .iter()
        .map(|line| (line.clause.number.to_string(), line.related.len(), line.is_only_touched(), line.contribution()))
        .collect();
    let expected = [
        ("1.1", 1, false, Level::Partial),
        ("1.2", 1, true, Level::None),
        ("1.3", 0, false, Level::None),
        ("2", 1, true, Level::None),
        ("2.1", 1, true, Level::None),
        ("2.2", 1, true, Level::None),
        ("2.3", 1, false, Level::Partial),
    ];
    assert_eq!(
        told,
        expected.map(|(number, related, is_touched, level)| (number.to_owned(), related, is_touched, level))
    );
    let new: Vec<(ClauseId, Vec<ClauseId>)> =
        guidelines.new.into_iter().map(|new| (new.clause, new.touch_points)).collect();
    let expected = [
        ("target:1/1.2", vec!["base:1/1.2"]),
        ("target:1/1.3", vec![]),
        ("target:1/1.4", vec!["base:1/2.1", "base:1/2.2"]),
        ("target:1/2.1", vec![]),
        ("target:1/2.3", vec!["base:1/2"]),
        ("target:1/2.4", vec![]),
    ];
    assert_eq!(new, expected.map(|(id, with)| (clause(id), with.into_iter().map(clause).collect::<Vec<_>>())));
}

#[test]
fn a_guide_says_what_a_touch_point_is_and_calls_it_so() {
    let guide = Guide { base: "base:1".into(), target: "target:1".into(), all: false, inferred: false };
    let document = document(&guide);
    assert_eq!(
        document.lead[2],
        "4 pairs of clauses are touch points: the two have to do with each other, but no table says that they have \
         requirements in common. They do not count as relations above.",
        "the pair that is covered as well is no touch point"
    );
    let rows = answer(&document);
    let of = |base: &str| -> Vec<[&str; 4]> {
        let rows = rows.iter().filter(|row| row[0] == base);
        rows.map(|row| [&*row[1], &*row[2], &*row[4], &*row[14]]).collect()
    };
    assert_eq!(
        of("base:1/1.2"),
        [["none", "", "", "none: touch points only"], ["related", "target:1/1.2", "Agree who keeps them", ""],]
    );
    assert_eq!(of("base:1/2.3"), [["partial", "target:1/2.2", "Design more", ""]]);
    assert_eq!(
        rows.iter().find(|row| row[2] == "target:1/1.4" && row[0].is_empty()).unwrap()[14],
        "none: touch points only; touch points with 2.1 People, 2.2 Tools"
    );
    let entries = document.parts.iter().filter_map(|part| match part {
        Part::Entry(entry) => Some(entry),
        _ => None,
    });
    let records = entries.into_iter().find(|entry| entry.title == "1.2 Records").unwrap();
    assert_eq!(records.children[0].mark, Some(("touch point".into(), Tone::Quiet)));
    assert_eq!(records.children[0].values[0].0, "Touch point");
}

#[test]
fn nothing_attaches_by_a_touch_point_and_what_is_added_backwards_is_said() {
    let requirement = |editions: [&str; 2], id: &str| {
        let question =
            Integrate { editions: editions.map(str::to_owned).to_vec(), suggest_base: false, by: "clause".into() };
        let integration = world(BASE_IN_PLACE).ask(|case| question.ask(case.case).unwrap());
        integration.requirements.into_iter().find(|one| one.clause == clause(id)).unwrap()
    };
    let touched = requirement(["base:1", "target:1"], "target:1/1.2");
    assert_eq!((touched.kind, touched.attachments.len()), (IntegrationKind::New, 0));
    let extended = requirement(["target:1", "base:1"], "base:1/1.1");
    assert_eq!(extended.kind, IntegrationKind::Extend);
    assert_eq!(extended.attachments[0].add, "Sign them");
}

#[test]
fn to_call_a_row_related_changes_its_meaning_and_takes_its_level() {
    let version = |text: &str| World::new(&[BASE, TARGET, (TABLE.0, text)], None);
    let (partial, related) = ("relation: partial, add: Control them, add-reverse: Sign them", "relation: related");
    let (before, after) = (version(TABLE.1), version(&TABLE.1.replace(partial, related)));
    let changes = before.ask(|before| after.ask(|after| TableDiff.ask(before.case, after.case).unwrap()));
    assert!(changes.is_meaning_changed);
    let fields: Vec<(&str, String, String)> = changes
        .rows
        .iter()
        .flat_map(|row| &row.fields)
        .map(|field| (field.name.as_str(), field.before.join(" "), field.after.join(" ")))
        .collect();
    let expected = [("relation", "partial", "related"), ("add", "Control them", ""), ("add-reverse", "Sign them", "")];
    assert_eq!(fields, expected.map(|(name, before, after)| (name, before.to_owned(), after.to_owned())));
    let levels: Vec<_> = changes.effects.iter().map(|effect| effect.level_changes.clone()).collect();
    let lost = |id: &str| vec![(clause(id), Level::Partial, Level::None)];
    assert_eq!(levels, [lost("target:1/1.1"), lost("base:1/1.1")]);
}

#[test]
fn no_clause_succeeds_another_by_a_touch_point() {
    let edition = |id: &str| format!("xwalk: catalog/1\nid: {id}\ntitle: E\nclauses: {{ \"1\": One, \"2\": Two }}\n");
    let (old, new) = (edition("std:1"), edition("std:2"));
    let table = "xwalk: relations/1\nid: std-1--std-2\nfrom: std:1\nto: std:2\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - { from: \"1\", to: \"1\", relation: full, reverse: full }\n  - { from: \"2\", to: \"2\", relation: related }\n";
    let world = World::new(&[("old.yaml", &old), ("new.yaml", &new), ("std-1--std-2.yaml", table)], None);
    let diff = EditionDiff { old: "std:1".into(), new: "std:2".into() };
    let changes = world.ask(|case| diff.ask(case.case).unwrap().changes);
    let kinds: Vec<(RevisionKind, usize, usize)> =
        changes.iter().map(|change| (change.kind, change.old.len(), change.new.len())).collect();
    assert_eq!(kinds, [(RevisionKind::Kept, 1, 1), (RevisionKind::New, 0, 1), (RevisionKind::Withdrawn, 1, 0)]);
}
