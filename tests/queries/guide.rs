//! The question `guide` on small worlds, with answers counted by hand.

use xwalk::crosswalk::Level;
use xwalk::deliver::{Agreement, Guide, Guideline, Guidelines};
use xwalk::model::{ClauseId, Confidence, Direction, Status};
use xwalk::query::{AssessedQuestion, Question, Settings, Tally};
use xwalk::report::{Document, Entry, Part};

use super::common::{World, answer, clause};

const BASE: (&str, &str) = (
    "base.yaml",
    r#"
xwalk: catalog/1
id: base:1
title: Base
clauses:
  "0": { title: Foreword, kind: informative }
  "1": Paper
  "1.1": { title: Documents, summary: Keep documents. }
  "1.2": { title: Records, summary: Keep records. }
  "2": Means
  "2.1": People
  "2.2": Tools
  "2.3": Design
  "2.4": Buying
  "3": Checks
  "3.1": Audit
  "3.2": Review
"#,
);

const TARGET: (&str, &str) = (
    "target.yaml",
    r#"
xwalk: catalog/1
id: target:1
title: Target
clauses:
  "1": First
  "1.1": { title: Document control, summary: Documents are controlled. }
  "1.2": { title: Record control, summary: Records are controlled. }
  "1.3": Competence
  "1.4": Budget
  "2": Second
  "2.1": Tooling
  "2.2": Capacity
  "2.3": Suppliers
  "2.4": Outlook
  "3": Checking
  "3.1": Auditing
  "3.2": Reviewing
"#,
);

/// A relation table with this head and the rest of its text.
fn table(id: &str, from: &str, to: &str, confidence: &str, rest: &str) -> String {
    format!(
        "xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\nconfidence: {confidence}\n{rest}"
    )
}

/// Three tables: one of low confidence, one of high confidence beside it, one of medium confidence the other way.
fn tables() -> [(&'static str, String); 3] {
    let low = r#"unrelated:
  "2.3": Nobody designs there.
rows:
  - { from: "1.1", to: "1.1", relation: full }
  - { from: "1.1", to: "1.2", relation: partial, add: List them. }
  - { from: "1.2", to: "1.2", relation: partial, items: a, add: Keep them longer. }
  - { from: ["2.1", "2.2"], to: "1.3", relation: full }
  - { from: "2.2", to: "2.1", relation: full }
  - { from: "3", to: "3", relation: full }
  - { to: "1.4", relation: none, note: Money is no matter of the base. }
"#;
    let high = r#"rows:
  - { from: "1.1", to: "1.1", relation: full }
  - { from: "1.2", to: "1.2", relation: partial, items: b }
  - { from: "2.2", to: "2.1", relation: partial, add: Buy better ones. }
"#;
    let other_way = r#"unrelated:
  "2.2": Only services have capacity.
rows:
  - { from: "2.1", to: "2.2", relation: full }
  - { from: "2.3", to: "2.4", relation: partial, reverse: full }
"#;
    [
        ("low.yaml", table("low", "base:1", "target:1", "low", low)),
        ("high.yaml", table("high", "base:1", "target:1", "high", high)),
        ("other-way.yaml", table("other-way", "target:1", "base:1", "medium", other_way)),
    ]
}

const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
statuses:
  base:1:
    "1.1": { status: implemented, evidence: [manual.pdf], owner: Ann }
    "1.2": { status: partial, due: 2027-03-31, note: Only on paper }
    "2": { status: not-applicable, justification: We rent everything }
  target:1:
    "1.2": planned
    "1.4": { status: not-applicable, justification: We have no money }
"#;

fn world_with(more: &[(&str, &str)], assessment: Option<&str>) -> World {
    let tables = tables();
    let mut files = vec![BASE, TARGET];
    files.extend(tables.iter().map(|(name, text)| (*name, text.as_str())));
    files.extend(more);
    World::new(&files, assessment)
}

fn question(all: bool) -> Guide {
    Guide { base: "base:1".into(), target: "target:1".into(), all, inferred: false }
}

fn guidelines(world: &World) -> Guidelines {
    world.ask(|case| question(false).ask(case.case).unwrap())
}

fn of<'g>(guidelines: &'g Guidelines, number: &str) -> &'g Guideline {
    guidelines.clauses.iter().find(|line| line.clause.number.as_str() == number).unwrap()
}

/// The target, the relation and the table of each row of a clause.
fn related(line: &Guideline) -> Vec<(&str, Level, &str)> {
    let rows = line.related.iter().map(|related| &related.row);
    rows.map(|row| (row.to.number.as_str(), row.relation, row.tables[0].as_str())).collect()
}

/// All entries of a document, each with its section.
fn entries(document: &Document) -> Vec<(&str, &Entry)> {
    let mut section = "";
    let mut entries = Vec::new();
    for part in &document.parts {
        match part {
            Part::Section(title) => section = title,
            Part::Entry(entry) => entries.push((section, entry)),
            Part::Table(_) | Part::Tree(_) | Part::Chart(_) | Part::Graph(_) | Part::Schedule(_) | Part::Plot(_) => {}
        }
    }
    entries
}

fn entry<'d>(document: &'d Document, title: &str) -> &'d Entry {
    entries(document).into_iter().map(|(_, entry)| entry).find(|entry| entry.title == title).unwrap()
}

/// What an entry says under a name, as people read it.
fn said(entry: &Entry, name: &str) -> Option<String> {
    entry.values.iter().find(|(known, _)| *known == name).map(|(_, cell)| match cell {
        xwalk::report::Cell::Text(text) | xwalk::report::Cell::Word(text, _) => text.to_string(),
        other => format!("{other:?}"),
    })
}

fn mark(entry: &Entry) -> &str {
    entry.mark.as_ref().map(|(word, _)| word.as_str()).unwrap_or_default()
}

#[test]
fn every_pair_stands_once_by_the_row_that_counts() {
    let guidelines = guidelines(&world_with(&[], None));
    assert_eq!(
        related(of(&guidelines, "1.1")),
        [("1.1", Level::Full, "high"), ("1.2", Level::Partial, "low")],
        "two tables relate 1.1 to 1.1, and the surer one counts"
    );
    assert_eq!(
        related(of(&guidelines, "2.2")),
        [("1.3", Level::Full, "low"), ("2.1", Level::Full, "low")],
        "two tables relate 2.2 to 2.1, and the stronger one counts, as it does for the gap analysis"
    );
}

#[test]
fn the_other_tables_of_a_pair_agree_or_differ() {
    let guidelines = guidelines(&world_with(&[], None));
    let opinions = |number: &str, at: usize| -> Vec<(String, Confidence, Agreement)> {
        let opinions = of(&guidelines, number).related[at].other_mappings.iter();
        opinions.map(|opinion| (opinion.table.to_string(), opinion.confidence, opinion.agreement.clone())).collect()
    };
    assert_eq!(opinions("1.1", 0), [("low".into(), Confidence::Low, Agreement::Agrees)]);
    assert_eq!(opinions("1.1", 1), []);
    assert_eq!(
        opinions("2.2", 1),
        [
            ("high".into(), Confidence::High, Agreement::Differs(Level::Partial)),
            ("other-way".into(), Confidence::Medium, Agreement::Agrees),
        ],
        "a row that leaves this direction open says at least partial"
    );
}

#[test]
fn a_row_that_was_composed_of_others_is_no_second_opinion_and_gives_way_to_one_that_was_not() {
    let rows = "rows:\n  - { from: \"1.1\", to: \"1.1\", relation: full, derived-from: high }\n  - { from: \"1.2\", to: \"1.2\", relation: partial }\n";
    let composed = table("a-composed", "base:1", "target:1", "high", rows);
    let guidelines = guidelines(&world_with(&[("a-composed.yaml", &composed)], None));
    let related = &of(&guidelines, "1.1").related[0];
    let opinions: Vec<(&str, &Agreement)> =
        related.other_mappings.iter().map(|other| (other.table.as_str(), &other.agreement)).collect();
    assert_eq!(related.row.tables[0].as_str(), "high", "it comes behind in the order of tables");
    assert_eq!(opinions, [("a-composed", &Agreement::Composed), ("low", &Agreement::Agrees)]);
    let whole = table(
        "a-composed",
        "base:1",
        "target:1",
        "high",
        &format!("derived-from: [low]\n{}", rows.replace(", derived-from: high", "")),
    );
    let guidelines = self::guidelines(&world_with(&[("a-composed.yaml", &whole)], None));
    assert_eq!(of(&guidelines, "1.1").related[0].other_mappings[0].agreement, Agreement::Composed);
}

#[test]
fn where_the_row_that_counts_does_not_say_what_to_add_another_table_does() {
    let guidelines = guidelines(&world_with(&[], None));
    let records = &of(&guidelines, "1.2").related[0];
    assert_eq!((records.row.tables[0].as_str(), records.row.items.as_deref()), ("high", Some("b")));
    assert_eq!(records.row.add.as_deref(), Some("Keep them longer."));
    assert_eq!(records.add_table.as_ref().map(|table| table.as_str()), Some("low"));
}

#[test]
fn a_row_that_says_none_is_named_and_does_not_overrule_one_that_relates_the_pair() {
    let nothing = table(
        "very-high",
        "base:1",
        "target:1",
        "high",
        "rows:\n  - { from: \"1.2\", to: \"1.2\", relation: none, note: Two things. }\n",
    );
    let world = world_with(&[("very-high.yaml", &nothing)], None);
    let guidelines = guidelines(&world);
    let records = of(&guidelines, "1.2");
    assert_eq!(related(records), [("1.2", Level::Partial, "high")]);
    assert_eq!((records.strengths.as_slice(), records.contribution()), (&[Level::Partial][..], Level::Partial));
    let stances: Vec<&Agreement> = records.related[0].other_mappings.iter().map(|opinion| &opinion.agreement).collect();
    assert_eq!(stances, [&Agreement::Agrees, &Agreement::Differs(Level::None)]);
}

#[test]
fn the_row_of_a_clause_itself_counts_before_that_of_its_chapter() {
    let precise = table(
        "precise",
        "base:1",
        "target:1",
        "high",
        "rows:\n  - { from: \"3\", to: \"3\", relation: partial }\n  - { from: \"3.1\", to: \"3.1\", relation: full }\n",
    );
    let guidelines = guidelines(&World::new(&[BASE, TARGET, ("precise.yaml", &precise)], None));
    let (audit, review) = (of(&guidelines, "3.1"), of(&guidelines, "3.2"));
    assert_eq!((audit.headings.len(), audit.contribution()), (0, Level::Full));
    assert_eq!((review.headings.as_slice(), review.contribution()), (&[clause("base:1/3")][..], Level::Partial));
    // 3.1 by its own row, and 3.2 because its chapter is partly covered.
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 1, partial: 0, presumed: 1 });
}

#[test]
fn a_row_that_says_none_of_a_pair_is_not_overruled_by_a_row_between_chapters() {
    let precise = table(
        "precise",
        "base:1",
        "target:1",
        "high",
        "unrelated: { \"3.2\": Nobody reviews. }\nrows:\n  - { from: \"3\", to: \"3\", relation: partial }\n  - { from: \"3\", to: \"3.1\", relation: none }\n",
    );
    let world = World::new(&[BASE, TARGET, ("precise.yaml", &precise)], None);
    let guidelines = guidelines(&world);
    let review = of(&guidelines, "3.2");
    assert_eq!((review.headings.len(), review.contribution()), (0, Level::None), "it is said to be related to nothing");
    // 3.2 stands in the chapter that is partly covered; 3.1 shares nothing with what covers it.
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 0, partial: 0, presumed: 1 });
    let document = world.ask(|case| Question::document(&question(false), case.case).unwrap());
    assert_eq!(
        said(entry(&document, "3.1 Auditing"), "Relation").as_deref(),
        Some("none with 3 Checks, as stated by the mapping precise (confidence high)")
    );
}

#[test]
fn nothing_is_to_be_added_for_what_other_clauses_cover_in_full() {
    let two = table(
        "two",
        "base:1",
        "target:1",
        "high",
        "rows:\n  - { from: \"1.1\", to: \"1.1\", relation: full }\n  - { from: \"1.2\", to: \"1.1\", relation: partial, add: Sign them. }\n",
    );
    let world = World::new(&[BASE, TARGET, ("two.yaml", &two)], None);
    let guidelines = guidelines(&world);
    let records = of(&guidelines, "1.2");
    assert_eq!((records.strengths.as_slice(), records.contribution()), (&[Level::Partial][..], Level::Full));
    let document = world.ask(|case| Question::document(&question(false), case.case).unwrap());
    let control = &entry(&document, "1.2 Records").children[0];
    assert_eq!(said(control, "To add").as_deref(), Some("Nothing: the base covers it in full elsewhere."));
}

/// Another edition, to which tables lead from the base and which a table leads on to the target.
fn over_another() -> World {
    let middle =
        "xwalk: catalog/1\nid: middle:1\ntitle: Middle\nclauses:\n  \"1\": One\n  \"2\": Two\n  \"3\": Three\n";
    let first = table(
        "first",
        "base:1",
        "middle:1",
        "high",
        "rows:\n  - { from: \"1.1\", to: \"1\", relation: full, reverse: full }\n  - { from: \"1.2\", to: \"2\", relation: partial }\n  - { from: \"2.1\", to: \"3\", relation: partial, reverse: full }\n",
    );
    let second = table(
        "second",
        "target:1",
        "middle:1",
        "low",
        "rows:\n  - { from: \"1.1\", to: \"1\", relation: full, reverse: full }\n  - { from: \"1.2\", to: \"2\", relation: partial }\n  - { from: \"1.3\", to: \"3\", relation: full, reverse: full }\n",
    );
    World::new(
        &[BASE, TARGET, ("middle.yaml", middle), ("first.yaml", &first), ("second.yaml", &second)],
        Some(ASSESSMENT),
    )
}

#[test]
fn where_no_table_relates_two_editions_one_sentence_says_so_and_names_what_answers() {
    let document = over_another().ask(|case| Question::document(&question(false), case.case).unwrap());
    assert_eq!(
        document.lead,
        [
            "No relation table relates base:1 and target:1 directly, so this guide is empty. Relations that follow through \
             other standards exist.",
            "`xwalk guide base:1 target:1 --inferred` shows them.",
        ]
    );
    assert!(entries(&document).is_empty() && answer(&document).is_empty());
    let alone = World::new(&[BASE, TARGET], None);
    let document = alone.ask(|case| Question::document(&question(false), case.case).unwrap());
    assert_eq!(
        document.lead,
        ["No relation table relates base:1 and target:1, neither directly nor through other standards within 3 steps."]
    );
}

#[test]
fn what_follows_over_chains_is_shown_where_it_is_asked_for() {
    let guide = Guide { inferred: true, ..question(false) };
    let world = over_another();
    let guidelines = world.ask(|case| guide.ask(case.case).unwrap());
    // 1.1 equals what 1.1 equals; 1.2 overlaps what 1.2 overlaps, which says nothing; 2.1 lies in what 1.3 equals.
    let shape = |number: &str| -> Vec<(String, Level, Option<Direction>)> {
        let related = of(&guidelines, number).related.iter();
        related.map(|related| (related.row.to.number.to_string(), related.row.relation, related.direction)).collect()
    };
    assert_eq!(shape("1.1"), [("1.1".to_owned(), Level::Full, None)]);
    assert_eq!(shape("1.2"), []);
    assert_eq!(shape("2.1"), [("1.3".to_owned(), Level::Partial, None)]);
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 1, partial: 1, presumed: 0 });
    assert_eq!(guidelines.base_tally, Tally { applicable: 8, full: 1, partial: 1, presumed: 0 });
    let document = world.ask(|case| Question::document(&guide, case.case).unwrap());
    assert!(document.lead[0].starts_with("No relation table relates base:1 and target:1 directly: what is shown"));
    let control = &entry(&document, "1.1 Documents").children[0];
    assert_eq!(
        said(control, "Mapping").as_deref(),
        Some("first second, confidence low, through 2 relations: base:1/1.1 → middle:1/1 → target:1/1.1")
    );
    let assessed = world.ask(|case| guide.ask_about(case).unwrap());
    assert_eq!(assessed.target_tally, Tally { applicable: 9, full: 1, partial: 0, presumed: 0 }, "2 does not apply");
    assert!(of(&assessed, "2.1").related.is_empty());
}

#[test]
fn a_joint_row_stands_at_each_of_its_clauses_with_its_partners() {
    let guidelines = guidelines(&world_with(&[], None));
    for (number, partner) in [("2.1", "base:1/2.2"), ("2.2", "base:1/2.1")] {
        let line = of(&guidelines, number);
        assert_eq!(line.related[0].row.to, clause("target:1/1.3"), "{number}");
        assert_eq!(line.partners(&line.related[0]), [&clause(partner)]);
    }
}

#[test]
fn a_row_of_a_table_the_other_way_is_read_backwards() {
    let guidelines = guidelines(&world_with(&[], None));
    let buying = of(&guidelines, "2.4");
    assert_eq!(related(buying), [("2.3", Level::Full, "other-way")], "the table states that direction as full");
    assert_eq!(buying.related[0].direction, Some(Direction::Backward));
    let without = Settings { without_table: vec!["low".into(), "high".into()], ..Settings::default() };
    let guidelines = world_with(&[], None).ask_with(&without, |case| question(false).ask(case.case).unwrap());
    assert_eq!(related(of(&guidelines, "2.2")), [("2.1", Level::Partial, "other-way")], "never guessed to be full");
    assert_eq!(of(&guidelines, "2.2").related[0].row.add, None);
}

#[test]
fn what_relates_a_heading_stands_at_the_heading_and_counts_for_what_is_below() {
    let guidelines = guidelines(&world_with(&[], None));
    let order: Vec<&str> = guidelines.clauses.iter().map(|line| line.clause.number.as_str()).collect();
    assert_eq!(order, ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3", "3.1", "3.2"]);
    assert_eq!(related(of(&guidelines, "3")), [("3", Level::Full, "low")]);
    let audit = of(&guidelines, "3.1");
    assert!(audit.related.is_empty());
    assert_eq!((audit.headings.as_slice(), audit.contribution()), (&[clause("base:1/3")][..], Level::Full));
}

#[test]
fn a_clause_counts_as_partial_where_one_of_its_relations_is() {
    let guidelines = guidelines(&world_with(&[], None));
    assert_eq!(of(&guidelines, "1.1").strengths, [Level::Full, Level::Partial]);
    // 2.1, 2.2, 2.4, 3.1 and 3.2 in full; 1.1 and 1.2 in part; 2.3 not at all.
    assert_eq!(guidelines.base_tally, Tally { applicable: 8, full: 5, partial: 2, presumed: 0 });
    // 1.1, 1.3, 2.1, 2.3, 3.1 and 3.2 in full; 1.2 in part; 1.4, 2.2 and 2.4 are new.
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 6, partial: 1, presumed: 0 });
}

#[test]
fn what_leads_in_part_to_a_heading_has_to_be_looked_at() {
    let part =
        table("part", "base:1", "target:1", "low", "rows:\n  - { from: \"2.3\", to: \"2\", relation: partial }\n");
    let low = tables()[0].1.replace("unrelated:\n  \"2.3\": Nobody designs there.\n", "");
    let world = World::new(&[BASE, TARGET, ("low.yaml", &low), ("part.yaml", &part)], None);
    let guidelines = guidelines(&world);
    // 2.1 is full by another row; 2.2, 2.3 and 2.4 stand below the heading.
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 5, partial: 1, presumed: 3 });
    assert_eq!(guidelines.new.iter().map(|new| new.clause.number.as_str()).collect::<Vec<_>>(), ["1.4"]);
}

#[test]
fn to_say_on_purpose_that_there_is_no_relation_differs_from_silence() {
    let guidelines = guidelines(&world_with(&[], None));
    let new: Vec<&str> = guidelines.new.iter().map(|new| new.clause.number.as_str()).collect();
    assert_eq!(new, ["1.4", "2.2", "2.4"]);
    let said: Vec<(&str, Option<&str>)> = guidelines
        .new
        .iter()
        .flat_map(|new| &new.declared_unrelated)
        .map(|said| (said.table.as_str(), said.note.as_deref()))
        .collect();
    assert_eq!(
        said,
        [("low", Some("Money is no matter of the base.")), ("other-way", Some("Only services have capacity.")),]
    );
    assert!(guidelines.new[2].declared_unrelated.is_empty(), "nobody looked at 2.4");
    let design = of(&guidelines, "2.3");
    assert_eq!(design.unrelated[0].note.as_deref(), Some("Nobody designs there."));
    assert!(of(&guidelines, "1.1").unrelated.is_empty());
}

#[test]
fn a_table_that_calls_a_related_clause_unrelated_is_named() {
    let nothing = table("third", "base:1", "target:1", "medium", "rows:\n  - { to: \"1\", relation: none }\n");
    let world = world_with(&[("third.yaml", &nothing)], None);
    let guidelines = guidelines(&world);
    let documents = &of(&guidelines, "1.1").related[0];
    assert_eq!(
        documents.other_mappings[1].agreement,
        Agreement::Unrelated(clause("target:1/1")),
        "{:?}",
        documents.other_mappings
    );
    assert_eq!(documents.row.relation, Level::Full, "the relation stays");
    let purpose: Vec<&str> = guidelines.new[0].declared_unrelated.iter().map(|said| said.table.as_str()).collect();
    assert_eq!(purpose, ["third", "low"], "the surer one first");
}

#[test]
fn the_settings_leave_rows_and_reasons_out() {
    let sure = Settings { min_confidence: Some(Confidence::Medium), ..Settings::default() };
    let guidelines = world_with(&[], None).ask_with(&sure, |case| question(false).ask(case.case).unwrap());
    assert_eq!(of(&guidelines, "1.2").related[0].row.add, None);
    assert!(of(&guidelines, "2.3").unrelated.is_empty());
    // 1.1 and 2.3 in full, 1.2 and 2.1 in part.
    assert_eq!(guidelines.target_tally, Tally { applicable: 10, full: 2, partial: 2, presumed: 0 });
}

#[test]
fn what_is_new_is_what_the_crosswalk_leaves_uncovered() {
    let world = world_with(&[], None);
    for (base, target) in [("base:1", "target:1"), ("target:1", "base:1")] {
        let guide = Guide { base: base.into(), target: target.into(), all: false, inferred: false };
        let map = xwalk::survey::Map { from: base.into(), to: target.into(), inferred: false };
        let (guide, map) = world.ask(|case| (guide.ask(case.case).unwrap(), map.ask(case.case).unwrap()));
        assert_eq!(guide.new.len(), map.uncovered, "{base} {target}");
    }
}

#[test]
fn what_does_not_apply_gives_nothing_and_is_not_counted() {
    let world = world_with(&[], Some(ASSESSMENT));
    let guidelines = world.ask(|case| question(false).ask_about(case).unwrap());
    // 3.1 and 3.2 in full, 1.1 and 1.2 in part.
    assert_eq!(guidelines.base_tally, Tally { applicable: 4, full: 2, partial: 2, presumed: 0 });
    // 1.1, 3.1 and 3.2 in full, 1.2 in part, five new; 1.4 does not apply.
    assert_eq!(guidelines.target_tally, Tally { applicable: 9, full: 3, partial: 1, presumed: 0 });
    let new: Vec<(&str, Vec<&ClauseId>)> =
        guidelines.new.iter().map(|new| (new.clause.number.as_str(), new.not_applicable.iter().collect())).collect();
    let (people, tools, buying) = (clause("base:1/2.1"), clause("base:1/2.2"), clause("base:1/2.4"));
    assert_eq!(
        new,
        [
            ("1.3", vec![&people, &tools]),
            ("1.4", vec![]),
            ("2.1", vec![&tools]),
            ("2.2", vec![]),
            ("2.3", vec![&buying]),
            ("2.4", vec![]),
        ]
    );
}

#[test]
fn a_joint_row_whose_partner_does_not_apply_gives_a_part() {
    let world = world_with(&[], Some(&ASSESSMENT.replace("\"2\": {", "\"2.1\": {")));
    let guidelines = world.ask(|case| question(false).ask_about(case).unwrap());
    // 1.1, 2.1, 2.3, 3.1 and 3.2 in full; 1.2 and, by 2.2 alone, 1.3 in part.
    assert_eq!(guidelines.target_tally, Tally { applicable: 9, full: 5, partial: 2, presumed: 0 });
}

#[test]
fn every_clause_carries_what_is_stated_of_it_or_of_the_heading_above() {
    let world = world_with(&[], Some(ASSESSMENT));
    let guidelines = world.ask(|case| question(false).ask_about(case).unwrap());
    let stated =
        |number: &str| of(&guidelines, number).stated.as_ref().map(|stated| (&stated.clause, stated.statement.status));
    assert_eq!(stated("1.1"), Some((&clause("base:1/1.1"), Status::Implemented)));
    assert_eq!(stated("2.3"), Some((&clause("base:1/2"), Status::NotApplicable)));
    assert_eq!(stated("3.1"), None);
    let records = of(&guidelines, "1.2").related[0].stated.as_ref().unwrap();
    assert_eq!(records.statement.status, Status::Planned, "the target's own");
    assert!(world.ask(|case| question(false).ask(case.case).unwrap()).clauses.iter().all(|line| line.stated.is_none()));
}

#[test]
fn the_page_has_a_section_for_each_chapter_and_what_is_new_at_the_end() {
    let document = world_with(&[], None).ask(|case| Question::document(&question(false), case.case).unwrap());
    let titles: Vec<(&str, &str, &str)> =
        entries(&document).into_iter().map(|(section, entry)| (section, entry.title.as_str(), mark(entry))).collect();
    let new = "New requirements, to be implemented in full";
    assert_eq!(
        titles,
        [
            ("1 Paper", "1.1 Documents", "full, partial"),
            ("1 Paper", "1.2 Records", "partial"),
            ("2 Means", "2.1 People", "full"),
            ("2 Means", "2.2 Tools", "full"),
            ("2 Means", "2.3 Design", "none"),
            ("2 Means", "2.4 Buying", "full"),
            ("3 Checks", "3 Checks", "full"),
            ("3 Checks", "3.1 Audit", "full"),
            ("3 Checks", "3.2 Review", "full"),
            (new, "1.4 Budget", "new"),
            (new, "2.2 Capacity", "new"),
            (new, "2.4 Outlook", "new"),
        ]
    );
    assert!(
        document.lead[0].starts_with("Of 8 requirements of base:1, 5 are fully related to target:1"),
        "{:?}",
        document.lead
    );
    assert!(document.lead[1].ends_with("6 are covered fully by base:1, 1 is to be extended, and 3 are new."));
    assert!(document.lead.iter().any(|line| line.contains("Caution") && line.contains("low")));
}

#[test]
fn an_entry_says_what_to_add_what_is_asked_and_who_says_so() {
    let world = world_with(&[], None);
    let document = world.ask(|case| Question::document(&question(false), case.case).unwrap());
    let documents = entry(&document, "1.1 Documents");
    assert_eq!(said(documents, "").as_deref(), Some("Keep documents."));
    let (full, partial) = (&documents.children[0], &documents.children[1]);
    assert_eq!((full.title.as_str(), mark(full)), ("→ 1.1 Document control", "full"));
    assert_eq!(said(full, "To add").as_deref(), Some("Nothing."));
    assert_eq!(said(full, "It requires"), None, "only where the relation is partial");
    assert_eq!(
        said(full, "Mapping").as_deref(),
        Some("high, confidence high; the mapping low (confidence low) agrees")
    );
    assert_eq!(said(partial, "To add").as_deref(), Some("List them."));
    assert_eq!(said(partial, "It requires").as_deref(), Some("Records are controlled."));
    let people = &entry(&document, "2.1 People").children[0];
    assert_eq!(said(people, "Together with").as_deref(), Some("2.2 Tools"));
    let buying = &entry(&document, "2.4 Buying").children[0];
    assert_eq!(
        said(buying, "Mapping").as_deref(),
        Some("other-way, confidence medium, read in the opposite direction")
    );
    assert_eq!(
        said(&entry(&document, "1.2 Records").children[0], "Mapping").as_deref(),
        Some("high, confidence high; additions by the mapping low; the mapping low (confidence low) agrees")
    );
    let relation = |title: &str| said(entry(&document, title), "Relation");
    assert_eq!(
        relation("2.3 Design").as_deref(),
        Some("none, as stated by the mapping low (confidence low): Nobody designs there")
    );
    assert_eq!(relation("2.4 Outlook").as_deref(), Some("none: no mapping available"));
    assert_eq!(relation("3.1 Audit").as_deref(), Some("as part of 3 Checks, which is related as a whole"));
    let all = world.ask(|case| Question::document(&question(true), case.case).unwrap());
    let full = &entry(&all, "1.1 Documents").children[0];
    assert_eq!(said(full, "It requires").as_deref(), Some("Documents are controlled."));
}

#[test]
fn with_an_assessment_the_reader_sees_whether_a_clause_is_in_place() {
    let document =
        world_with(&[], Some(ASSESSMENT)).ask(|case| AssessedQuestion::document(&question(false), case).unwrap());
    assert_eq!(document.title, "Guide for Us from base:1 to target:1");
    let standing = document.lead.iter().find(|line| line.starts_with("The guide is based on")).unwrap();
    assert_eq!(
        standing,
        "The guide is based on 4 requirements of base:1. So far, at Us: 1 implemented, 1 partly implemented, 2 not assessed."
    );
    let documents = entry(&document, "1.1 Documents");
    assert_eq!(said(documents, "Status").as_deref(), Some("implemented"));
    assert_eq!(said(documents, "Owner").as_deref(), Some("Ann"));
    assert!(said(documents, "Evidence").unwrap().contains("manual.pdf"));
    assert_eq!(said(entry(&document, "1.2 Records"), "Remark").as_deref(), Some("Only on paper"));
    assert_eq!(said(entry(&document, "3.1 Audit"), "Status").as_deref(), Some("not assessed"));
    let people = entry(&document, "2.1 People");
    assert_eq!(mark(people), "not applicable");
    assert_eq!(said(people, "Status").as_deref(), Some("not-applicable (by 2)"));
    assert_eq!(said(people, "Justification").as_deref(), Some("We rent everything"));
    assert_eq!(said(&people.children[0], "To add"), None, "nothing is added to what does not apply");
    let budget = entry(&document, "1.4 Budget");
    assert_eq!((mark(budget), said(budget, "Justification").as_deref()), ("not applicable", Some("We have no money")));
    let competence = entry(&document, "1.3 Competence");
    assert_eq!(said(competence, "Relation").as_deref(), Some("only to what does not apply: 2.1 People, 2.2 Tools"));
}

#[test]
fn programs_get_a_row_for_each_pair_each_clause_without_one_and_each_new_requirement() {
    let world = world_with(&[], Some(ASSESSMENT));
    let document = world.ask(|case| Question::document(&question(false), case.case).unwrap());
    let rows: Vec<[String; 3]> =
        answer(&document).into_iter().map(|row| [row[0].clone(), row[1].clone(), row[2].clone()]).collect();
    let row = |base: &str, relation: &str, target: &str| {
        let whole = |edition: &str, number: &str| match number {
            "" => String::new(),
            number => format!("{edition}/{number}"),
        };
        [whole("base:1", base), relation.to_owned(), whole("target:1", target)]
    };
    assert_eq!(
        rows,
        [
            row("1.1", "full", "1.1"),
            row("1.1", "partial", "1.2"),
            row("1.2", "partial", "1.2"),
            row("2.1", "full", "1.3"),
            row("2.2", "full", "1.3"),
            row("2.2", "full", "2.1"),
            row("2.3", "none", ""),
            row("2.4", "full", "2.3"),
            row("3", "full", "3"),
            row("3.1", "full", ""),
            row("3.2", "full", ""),
            row("", "none", "1.4"),
            row("", "none", "2.2"),
            row("", "none", "2.4"),
        ]
    );
    let assessed = world.ask(|case| AssessedQuestion::document(&question(false), case).unwrap());
    let first = &answer(&assessed)[0];
    assert_eq!(first[5..9], ["Documents", "Document control", "Keep documents.", "Documents are controlled."]);
    assert_eq!(first[11..14], ["high", "high", "the mapping low (confidence low) agrees"]);
    assert_eq!(first[15..18], ["implemented", "manual.pdf", "Ann"]);
}

#[test]
fn a_guide_leads_from_one_edition_to_another() {
    let guide = Guide { base: "base:1".into(), target: "Base:1".into(), all: false, inferred: false };
    let error = world_with(&[], None).ask(|case| guide.ask(case.case).unwrap_err());
    assert_eq!(error.message, "base:1 and Base:1 are the same edition");
}
