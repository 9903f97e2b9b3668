//! Questions on small worlds, with answers counted by hand.

#[path = "queries/agreement.rs"]
mod agreement;
mod common;
#[path = "queries/conditions.rs"]
mod conditions;
#[path = "queries/contradictions.rs"]
mod contradictions;
#[path = "queries/contributors.rs"]
mod contributors;
#[path = "queries/density.rs"]
mod density;
#[path = "queries/derived_table.rs"]
mod derived_table;
#[path = "queries/diff.rs"]
mod diff;
#[path = "queries/evidence.rs"]
mod evidence;
#[path = "queries/graph.rs"]
mod graph;
#[path = "queries/guide.rs"]
mod guide;
#[path = "queries/heading_proofs.rs"]
mod heading_proofs;
#[path = "queries/integrate.rs"]
mod integrate;
#[path = "queries/joint_plan.rs"]
mod joint_plan;
#[path = "queries/list.rs"]
mod list;
#[path = "queries/mappers.rs"]
mod mappers;
#[path = "queries/maturity.rs"]
mod maturity;
#[path = "queries/migrate.rs"]
mod migrate;
#[path = "queries/plan.rs"]
mod plan;
#[path = "queries/portal.rs"]
mod portal;
#[path = "queries/report.rs"]
mod report;
#[path = "queries/soa.rs"]
mod soa;
#[path = "queries/suggest.rs"]
mod suggest;
#[path = "queries/touch_points.rs"]
mod touch_points;
#[path = "queries/trend.rs"]
mod trend;

use std::num::NonZeroUsize;

use common::{World, answer, clause};
use xwalk::crosswalk::Level;
use xwalk::diagnostic::Rule;
use xwalk::query::{Action, AssessedQuestion, Coverage, Explain, Gap, GapRow, Outcome, Question, Settings, Tally};
use xwalk::render::Markdown;
use xwalk::report::Document;
use xwalk::survey::{Map, MapBasis, MapRow, Matrix, Search, Show};

const BASE: (&str, &str) = (
    "base.yaml",
    r#"
xwalk: catalog/1
id: base:1
title: Base
aliases: [the base]
clauses:
  "1": First chapter
  "1.1": { title: Documents, phase: plan }
  "1.2": { title: Records, phase: do }
  "1.3": { title: Audit, phase: check }
  "2": Second chapter
  "2.1": { title: People, phase: do }
  "2.2": { title: Tools, phase: do }
  "2.3": Design
"#,
);

const TARGET: (&str, &str) = (
    "target.yaml",
    r#"
xwalk: catalog/1
id: target:1
title: Target
clauses:
  "1": Chapter
  "1.1": Document control
  "1.2": Record control
  "1.3": Audits
  "1.4": Competence
  "2": Other chapter
  "2.1": Tooling
  "2.2": Designing
  "2.3": Budget
  "2.4": Capacity
"#,
);

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
  - { from: "1.1", to: "1.1", relation: full }
  - { from: "1.2", to: "1.2", relation: partial, add: Keep them longer }
  - { from: "1.3", to: "1.3", relation: full, reverse: full }
  - { from: ["2.1", "2.2"], to: "1.4", relation: full }
  - { from: "2.2", to: "2.1", relation: partial, add: Buy better ones }
  - { from: "2.3", to: "2.2", relation: partial, add: Design more }
  - { to: "2.3", relation: none, note: on purpose }
"#,
);

/// 1.1 in place, 1.2 in place, 1.3 partly, 2.1 in place, 2.2 not, 2.3 not assessed.
const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
statuses:
  base:1:
    "1.1": implemented
    "1.2": { status: implemented, evidence: [records.pdf] }
    "1.3": partial
    "2.1": implemented
    "2.2": not-implemented
"#;

fn world(assessment: &str) -> World {
    World::new(&[BASE, TARGET, TABLE], Some(assessment))
}

fn gap(world: &World) -> Vec<GapRow> {
    world.ask(|case| Gap::default().ask(case).unwrap().rows)
}

fn row<'r>(rows: &'r [GapRow], id: &str) -> &'r GapRow {
    rows.iter().find(|row| row.clause == clause(id)).unwrap()
}

#[test]
fn a_gap_analysis_gives_every_requirement_its_status_and_what_to_do() {
    let rows = gap(&world(ASSESSMENT));
    let shape: Vec<(&str, Level, Outcome, Action)> =
        rows.iter().map(|row| (row.clause.number.as_str(), row.level, row.outcome, row.action)).collect();
    assert_eq!(
        shape,
        [
            ("1.1", Level::Full, Outcome::Covered, Action::None),
            ("1.2", Level::Partial, Outcome::PartlyCovered, Action::Extend),
            ("1.3", Level::Partial, Outcome::PartlyCovered, Action::Extend),
            ("1.4", Level::Partial, Outcome::PartlyCovered, Action::Extend),
            ("2.1", Level::None, Outcome::Open, Action::Implement),
            ("2.2", Level::None, Outcome::Unknown, Action::Assess),
            ("2.3", Level::None, Outcome::New, Action::Build),
            ("2.4", Level::None, Outcome::New, Action::Build),
        ]
    );
}

#[test]
fn a_gap_row_says_because_of_what_what_to_add_and_what_to_turn_to_first() {
    let rows = gap(&world(ASSESSMENT));
    let records = row(&rows, "target:1/1.2");
    assert_eq!(records.chain, [clause("base:1/1.2"), clause("target:1/1.2")]);
    assert_eq!(records.add, "Keep them longer");
    assert_eq!(records.evidence, ["records.pdf"]);
    assert_eq!((records.hops, records.tables.len()), (Some(1), 1));
    assert_eq!(row(&rows, "target:1/1.3").prerequisites, [clause("base:1/1.3")], "the audit is only partly in place");
    assert_eq!(
        row(&rows, "target:1/1.4").prerequisites,
        [clause("base:1/2.2")],
        "the partner in the joint row is missing"
    );
    let tooling = row(&rows, "target:1/2.1");
    assert_eq!(tooling.chain, [clause("base:1/2.2"), clause("target:1/2.1")]);
    assert_eq!(tooling.prerequisites, [clause("base:1/2.2")]);
    assert_eq!(tooling.add, "Buy better ones");
    assert_eq!(row(&rows, "target:1/2.2").prerequisites, [clause("base:1/2.3")]);
    assert!(row(&rows, "target:1/2.3").chain.is_empty());
}

#[test]
fn what_the_assessment_says_of_the_target_itself_is_final() {
    let own = format!(
        "{ASSESSMENT}  target:1:\n    \"1.1\": not-implemented\n    \"2.3\": implemented\n    \"2.4\": {{ status: not-applicable, justification: none }}\n"
    );
    let world = world(&own);
    let rows = gap(&world);
    assert_eq!(row(&rows, "target:1/1.1").outcome, Outcome::Open);
    assert_eq!(row(&rows, "target:1/1.1").action, Action::Implement);
    assert_eq!(row(&rows, "target:1/2.3").outcome, Outcome::Covered);
    assert_eq!(row(&rows, "target:1/2.3").chain, [clause("target:1/2.3")]);
    assert!(rows.iter().all(|row| row.clause != clause("target:1/2.4")), "what does not apply is in no count");
    let findings = world.ask(|case| Gap::default().ask(case).unwrap().findings);
    let below: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.rule == Rule::StatementsContradict)
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        below,
        [
            "target:1/1.1 is stated as not implemented, but the statement on base:1/1.1 proves that it is completely in place"
        ]
    );
}

#[test]
fn the_filters_choose_what_is_shown_and_not_what_is_counted() {
    let world = world(ASSESSMENT);
    let ask = |gap: Gap| world.ask(|case| gap.document(case).unwrap());
    let implement = ask(Gap { action: vec![Action::Implement, Action::Assess], ..Gap::default() });
    assert_eq!(
        answer(&implement).iter().map(|row| row[0].clone()).collect::<Vec<_>>(),
        ["target:1/2.1", "target:1/2.2"]
    );
    assert!(implement.lead[0].contains("(8 requirements)"), "{:?}", implement.lead);
    let chapter = ask(Gap { clause: vec!["2".into()], ..Gap::default() });
    assert_eq!(answer(&chapter).len(), 4);
    let unknown = world.ask(|case| Gap { clause: vec!["9".into()], ..Gap::default() }.document(case).unwrap_err());
    assert_eq!(unknown.message, "target:1 has no clause 9");
}

#[test]
fn coverage_counts_by_chapter_and_by_attribute_with_the_total_last() {
    let world = world(ASSESSMENT);
    let by = |by: &str, target: &str| {
        let coverage = Coverage { target: vec![target.into()], by: by.into() };
        world.ask(|case| {
            coverage.ask(case).unwrap().groups.into_iter().map(|group| (group.name, group.tally)).collect::<Vec<_>>()
        })
    };
    let tally = |applicable, full, partial, presumed| Tally { applicable, full, partial, presumed };
    assert_eq!(
        by("chapter", "target:1"),
        [("1".into(), tally(4, 1, 3, 0)), ("2".into(), tally(4, 0, 0, 0)), ("total".into(), tally(8, 1, 3, 0))]
    );
    // 2.3 has no phase and stands alone; nothing leads back to 2.2, since 2.1 of the target has no level.
    let phases: Vec<(String, Tally)> = by("phase", "the base");
    assert_eq!(phases[0], ("plan".into(), tally(1, 1, 0, 0)));
    assert_eq!(phases[1], ("do".into(), tally(3, 2, 0, 0)));
    assert_eq!(phases[2], ("check".into(), tally(1, 0, 1, 0)));
    assert_eq!(phases[3], ("unspecified".into(), tally(1, 0, 0, 0)));
    assert_eq!(phases[4].0, "total");
    let wrong =
        world.ask(|case| Coverage { target: vec!["target:1".into()], by: "colour".into() }.ask(case).unwrap_err());
    assert_eq!(wrong.help.as_deref(), Some("group by one of chapter"));
}

#[test]
fn groups_of_several_targets_say_of_which_target_they_are_and_a_target_that_is_named_twice_counts_once() {
    let world = world(ASSESSMENT);
    let shown = |targets: &[&str]| {
        let coverage = Coverage { target: targets.iter().map(ToString::to_string).collect(), by: "chapter".into() };
        let document = world.ask(|case| coverage.document(case).unwrap());
        let table = document.tables().next().unwrap();
        assert_eq!(table.headings[0].key, "edition");
        (table.headings[0].audience.has_people(), table.rows.len())
    };
    // Two chapters and the total of each.
    assert_eq!(shown(&["target:1"]), (false, 3));
    assert_eq!(shown(&["target:1", "base:1", "target:1"]), (true, 6));
    let gap = Gap { target: vec!["target:1".into(), "the base".into()], ..Gap::default() };
    let gaps = world.ask(|case| gap.ask(case).unwrap());
    assert_eq!(gaps.targets.iter().map(|(target, _)| target.as_str()).collect::<Vec<_>>(), ["target:1", "base:1"]);
}

#[test]
fn the_matrix_takes_one_edition_as_fully_in_place_and_counts_another() {
    let (rows, _) = world(ASSESSMENT).ask(|case| Matrix::default().ask(case.case).unwrap());
    let forwards = rows.iter().find(|row| row.base.as_str() == "base:1").unwrap();
    // 1.1, 1.3 and 1.4 in full; 1.2, 2.1 and 2.2 in part; 2.3 and 2.4 not at all.
    assert_eq!(forwards.tally, Tally { applicable: 8, full: 3, partial: 3, presumed: 0 });
    let backwards = rows.iter().find(|row| row.base.as_str() == "target:1").unwrap();
    // Only the audit row is stated to be full backwards; all six clauses share something with the target.
    assert_eq!(backwards.tally, Tally { applicable: 6, full: 1, partial: 5, presumed: 0 });
}

#[test]
fn a_crosswalk_has_a_row_for_each_relation_and_then_what_nothing_covers() {
    let ask = |from: &str, to: &str| {
        let map = Map { from: from.into(), to: to.into(), inferred: false };
        world(ASSESSMENT).ask(|case| map.ask(case.case).unwrap())
    };
    let forwards = ask("base:1", "target:1");
    assert_eq!(forwards.rows.len(), 8, "seven rows, and 2.4 of which no row speaks");
    assert_eq!(forwards.uncovered, 2);
    assert_eq!(forwards.rows[3].from, [clause("base:1/2.1"), clause("base:1/2.2")]);
    assert_eq!(forwards.rows[6].from, []);
    assert_eq!(forwards.rows[6].basis, Some(MapBasis::Direct));
    assert_eq!(forwards.rows[7].to, clause("target:1/2.4"));
    assert_eq!(forwards.rows[7].basis, None);
    let backwards = ask("target:1", "base:1");
    assert_eq!(backwards.rows.len(), 7, "the joint row gives two, the row from nothing none");
    assert_eq!((backwards.rows[0].relation, backwards.rows[0].reverse), (Level::Partial, Some(Level::Full)));
    assert_eq!((backwards.rows[2].relation, backwards.rows[2].reverse), (Level::Full, Some(Level::Full)));
    assert!(backwards.rows.iter().all(|row| row.add.is_none()), "what is left to do is of the other direction");
}

#[test]
fn inferred_rows_say_over_which_chain() {
    let third =
        ("third.yaml", "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"1\": Alpha\n  \"2\": Beta\n");
    let link = (
        "third-1--base-1.yaml",
        "xwalk: relations/1\nid: third-1--base-1\nfrom: third:1\nto: base:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  \
         - { from: \"1\", to: \"1.1\", relation: full }\n  - { from: \"2\", to: \"1.2\", relation: partial }\n",
    );
    let world = World::new(&[BASE, TARGET, TABLE, third, link], None);
    let map = Map { from: "third:1".into(), to: "target:1".into(), inferred: true };
    let mapping = world.ask(|case| map.ask(case.case).unwrap());
    let inferred: Vec<_> = mapping.rows.iter().filter(|row| row.basis == Some(MapBasis::Inferred)).collect();
    let told = |row: &&MapRow| (row.to.clone(), row.relation, row.reverse, row.hops);
    assert_eq!(
        inferred.iter().map(told).collect::<Vec<_>>(),
        [(clause("target:1/1"), Level::Partial, None, Some(2)), (clause("target:1/1.1"), Level::Full, None, Some(2)),],
        "headings too; an overlap behind an overlap decides nothing"
    );
    let chain = ["third:1/1", "base:1/1.1", "target:1/1.1", "target:1/1"].map(clause);
    assert_eq!((&*inferred[0].chain, &*inferred[1].chain), (&chain[..], &chain[..3]));
    assert_eq!(inferred[1].confidence, Some(xwalk::model::Confidence::Medium), "the least confident row counts");
    assert_eq!(mapping.uncovered, 7);
}

#[test]
fn the_settings_leave_rows_and_chains_out() {
    let world = world(ASSESSMENT);
    let full =
        |settings: &Settings| world.ask_with(settings, |case| Gap::default().ask(case).unwrap().targets[0].1.full);
    assert_eq!(full(&Settings::default()), 1);
    assert_eq!(full(&Settings { max_hops: 0, ..Settings::default() }), 0);
    assert_eq!(full(&Settings { min_confidence: Some(xwalk::model::Confidence::High), ..Settings::default() }), 0);
    assert_eq!(full(&Settings { without_table: vec!["base-1--target-1".into()], ..Settings::default() }), 0);
    let unknown = Settings { without_table: vec!["base-1--target-2".into()], ..Settings::default() };
    assert_eq!(unknown.selection(&world.library).unwrap_err().help.as_deref(), Some("did you mean base-1--target-1?"));
}

#[test]
fn an_explanation_names_the_row_the_statement_and_what_would_change_the_answer() {
    let world = world(ASSESSMENT);
    let document = world.ask(|case| Explain { clause: "1.4".into() }.document(case).unwrap());
    let rows = answer(&document);
    assert_eq!(rows[0][..4], ["proof", "0", "target:1/1.4", "partial"]);
    assert_eq!(rows[1][..4], ["proof", "1", "base:1/2.1", "full"]);
    assert!(rows[1][4].starts_with("stated as implemented (assessment.yaml:10:5)"), "{}", rows[1][4]);
    let changes: Vec<(&str, &str)> =
        rows.iter().filter(|row| row[0] == "change").map(|row| (row[4].as_str(), row[3].as_str())).collect();
    assert_eq!(
        changes,
        [
            ("base:1/2.2 Tools fully in place", "full"),
            ("base:1/2.1 not in place", "none"),
            ("without the table base-1--target-1", "none"),
        ]
    );
}

#[test]
fn a_clause_is_shown_with_what_it_leads_to_and_what_leads_to_it() {
    let world = world(ASSESSMENT);
    let document = world.ask(|case| Show { name: "The Base/2.2".into() }.document(case.case).unwrap());
    let links: Vec<(String, String)> =
        answer(&document).into_iter().map(|row| (row[0].clone(), row[2].clone())).collect();
    assert_eq!(links, [("to".into(), "target:1/1.4".into()), ("to".into(), "target:1/2.1".into())]);
    let error = world.ask(|case| Show { name: "base:1/2.9".into() }.document(case.case).unwrap_err());
    assert_eq!(error.message, "base:1 has no clause 2.9");
}

#[test]
fn a_note_stands_behind_what_a_row_leaves_to_do_and_its_first_words_where_it_is_long() {
    let long = "word ".repeat(30);
    let table = TABLE.1.replace("add: Buy better ones }", "add: Buy better ones, note: \"Heavily: row 11.\" }");
    let table = table.replace("add: Keep them longer }", &format!("add: Keep them longer, note: {} }}", long.trim()));
    let world = World::new(&[BASE, TARGET, ("base-1--target-1.yaml", &table)], None);
    let map = Map { from: "base:1".into(), to: "target:1".into(), inferred: false };
    let map = world.ask(|case| plan::written(map.document(case.case).unwrap(), &Markdown));
    let of = |clause: &str| {
        let name = clause.to_owned();
        world.ask(|case| plan::written(Show { name }.document(case.case).unwrap(), &Markdown))
    };
    // 24 words of five letters with their blanks are 120.
    let beginning = format!("Keep them longer ({} …)", "word ".repeat(24).trim());
    for (text, row) in [
        (&map, "Buy better ones (Heavily: row 11.)"),
        (&map, &beginning),
        (&map, "on purpose"),
        (&of("base:1/2.2"), "Buy better ones (Heavily: row 11.)"),
        (&of("base:1/1.2"), &beginning),
        (&of("target:1/2.3"), "(on purpose)"),
    ] {
        assert_eq!(text.matches(row).count(), 1, "{row} in\n{text}");
    }
    let document = world.ask(|case| Show { name: "base:1/2.2".into() }.document(case.case).unwrap());
    assert_eq!(answer(&document)[1][9], "Heavily: row 11.");
}

#[test]
fn a_search_finds_clauses_that_hold_all_words_in_number_title_summary_or_attributes() {
    let world = world(ASSESSMENT);
    let found = |words: &[&str]| {
        let search = Search { words: words.iter().map(ToString::to_string).collect(), ..Search::default() };
        world.ask(|case| {
            answer(&search.document(case.case).unwrap()).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(found(&["AUDIT"]), ["base:1/1.3", "target:1/1.3"]);
    assert_eq!(found(&["records", "do"]), ["base:1/1.2"]);
    assert!(found(&["nowhere"]).is_empty());
    assert!(found(&["audi"]).is_empty(), "words, not parts of them");
}

#[test]
fn a_search_ranks_numbers_then_titles_then_summaries_and_says_what_a_limit_leaves_out() {
    let catalog = "xwalk: catalog/1\nid: c:1\ntitle: C\nclauses:\n  \"1\": { title: Part, summary: The plan of it }\n  \"2\": Plans\n  \"plan\": Other\n  \"plan.1\": Below\n  \"3\": Planet\n";
    let world = World::new(&[("c.yaml", catalog)], None);
    let ask = |limit: Option<usize>| {
        let limit = limit.and_then(NonZeroUsize::new);
        let search = Search { words: vec!["plan".to_owned()], limit, ..Search::default() };
        world.ask(|case| search.document(case.case).unwrap())
    };
    let clauses = |document: &Document| answer(document).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    let all = ask(None);
    assert_eq!(clauses(&all), ["c:1/plan", "c:1/plan.1", "c:1/2", "c:1/1"]);
    assert_eq!(all.lead, ["4 clauses found."]);
    let best = ask(Some(2));
    assert_eq!(clauses(&best), ["c:1/plan", "c:1/plan.1"]);
    assert_eq!(best.lead, ["4 clauses found. The best 2 are shown; a larger --limit shows more."]);
    assert_eq!(ask(Some(4)).lead, ["4 clauses found."]);
}

#[test]
fn without_a_target_the_question_has_no_answer_and_says_what_would_be_possible() {
    let world = world("xwalk: assessment/1\norganization: Us\n");
    let error = world.ask(|case| Gap::default().ask(case).unwrap_err());
    assert_eq!(error.help.as_deref(), Some("add --target EDITION, one of base:1, target:1"));
}
