//! `--where` and lists of attributes, counted by hand.

use super::{World, answer, clause};
use xwalk::deliver::Plan;
use xwalk::diagnostic::Refusal;
use xwalk::query::{AssessedQuestion, Condition, Coverage, Export, ExportKind, Gap, Question, Settings};
use xwalk::report::Document;
use xwalk::survey::{Density, Map, Search, Show};

/// Of the target, 1.1 and 1.3 are basic, 1.1 and 1.2 are soa, 2.1 is in no group; of its stages, 1.1 and 2.1 are early.
/// The heading 1 is called basic, and is not a requirement.
const TARGET: &str = r#"
xwalk: catalog/1
id: target:1
title: Target
titles: { de: Ziel }
clauses:
  "1": { title: Rules, groups: basic, tone: loud }
  "1.1":
    title: Audits
    summary: Asks for audits.
    titles: { fr: Vérifications, de: Prüfungen }
    summaries: { de: Verlangt Prüfungen. }
    groups: [basic, soa]
    stage: early
  "1.2": { title: Plans, groups: soa, stage: late }
  "1.3": { title: Records, groups: [basic] }
  "2": Tools
  "2.1": { title: Hammers, stage: early }
"#;

const BASE: &str = r#"
xwalk: catalog/1
id: base:1
title: Base
clauses:
  "b1": { title: Audit it, groups: far }
  "b2": Plan it
  "b3": Hammer it
"#;

/// b1 covers 1.1, which equals nothing else; over 1.2, which is no basic one, a chain leads on to 1.3.
const TABLE: &str = r#"
xwalk: relations/1
id: base-1--target-1
from: base:1
to: target:1
version: 1
source: Made up.
confidence: high
rows:
  - { from: "b1", to: "1.1", relation: partial }
  - { from: "b2", to: "1.2", relation: full, reverse: full }
  - { from: "b3", to: "2", relation: full }
"#;

/// Through another edition, 1.2 leads on to 1.3.
const MIDDLE: &str =
    "xwalk: catalog/1\nid: middle:1\ntitle: Middle\nclauses: { \"m\": { title: In between, stage: none } }\n";

const THERE: &str = r#"
xwalk: relations/1
id: target-1--middle-1
from: target:1
to: middle:1
version: 1
source: Made up.
confidence: high
rows:
  - { from: "1.2", to: "m", relation: full, reverse: full }
  - { from: "1.3", to: "m", relation: full, reverse: full }
"#;

const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
statuses:
  base:1:
    "b1": implemented
    "b2": implemented
    "b3": planned
"#;

fn world() -> World {
    let files = [
        ("target.yaml", TARGET),
        ("base.yaml", BASE),
        ("base-1--target-1.yaml", TABLE),
        ("middle.yaml", MIDDLE),
        ("target-1--middle-1.yaml", THERE),
    ];
    World::new(&files, Some(ASSESSMENT))
}

fn conditions(conditions: &[(&str, &str)]) -> Settings {
    let condition = |(key, value): &(&str, &str)| Condition { key: (*key).to_owned(), value: (*value).to_owned() };
    Settings { conditions: conditions.iter().map(condition).collect(), ..Settings::default() }
}

fn asked(question: &impl AssessedQuestion, settings: &Settings) -> Result<Document, Refusal> {
    world().ask_with(settings, |case| question.document(case))
}

fn asked_of_library(question: &impl Question, settings: &Settings) -> Result<Document, Refusal> {
    world().ask_with(settings, |case| question.document(case.case))
}

/// The first cells of the rows of an answer.
fn cells<const N: usize>(document: &Document) -> Vec<[String; N]> {
    answer(document).into_iter().map(|row| row[..N].to_vec().try_into().unwrap()).collect()
}

#[test]
fn a_gap_analysis_counts_what_meets_the_condition_and_infers_through_the_rest() {
    let basic = asked(&Gap::default(), &conditions(&[("groups", "basic")])).unwrap();
    // b2 = 1.2 = m = 1.3: the chain passes through 1.2, which is in another group.
    assert_eq!(cells::<3>(&basic), [["target:1/1.1", "Audits", "partial"], ["target:1/1.3", "Records", "full"]]);
    // One full and one partial of two.
    assert_eq!(
        basic.lead[..2],
        [
            "Only clauses with groups=basic are counted: 2 of 4 requirements of target:1.".to_owned(),
            "Coverage of target:1: guaranteed 50.0 %, 75.0 % counting partial as half, up to 100.0 % if everything \
             presumed is confirmed (2 requirements)."
                .to_owned()
        ]
    );
    assert!(basic.basis.settings.contains(&("where", "groups=basic".to_owned())));
    let all = asked(&Gap::default(), &Settings::default()).unwrap();
    assert_eq!(answer(&all).len(), 4);
    assert!(all.basis.settings.iter().all(|(name, _)| *name != "where"));
}

#[test]
fn several_conditions_must_all_hold() {
    let both = asked(&Gap::default(), &conditions(&[("groups", "basic"), ("groups", "soa")])).unwrap();
    assert_eq!(cells::<1>(&both), [["target:1/1.1"]]);
    assert!(
        both.lead[0].starts_with("Only clauses with groups=basic and groups=soa are counted: 1 of 4 "),
        "{}",
        both.lead[0]
    );
    let early = asked(&Gap::default(), &conditions(&[("groups", "soa"), ("stage", "early")])).unwrap();
    assert_eq!(cells::<1>(&early), [["target:1/1.1"]]);
}

#[test]
fn a_coverage_counts_a_requirement_in_each_of_its_groups_and_once_in_the_total() {
    let by = |settings: &Settings| {
        let coverage = Coverage { target: Vec::new(), by: "groups".to_owned() };
        asked(&coverage, settings).unwrap()
    };
    // Group, applicable, full, partial.
    let counted = |document: &Document| -> Vec<[String; 4]> {
        cells::<5>(document)
            .into_iter()
            .map(|[_, group, applicable, full, partial]| [group, applicable, full, partial])
            .collect()
    };
    let all = by(&Settings::default());
    assert_eq!(
        counted(&all),
        [["basic", "2", "1", "1"], ["soa", "2", "1", "1"], ["unspecified", "1", "0", "0"], ["total", "4", "2", "1"]]
    );
    let several = "A requirement with several values of groups counts in the group of each, and once in the total.";
    assert!(all.lead.iter().any(|line| line == several));
    let late = by(&conditions(&[("stage", "late")]));
    assert_eq!(counted(&late), [["soa", "1", "1", "0"], ["total", "1", "1", "0"]]);
    assert!(late.lead.iter().all(|line| line != several), "1.2 has one value");
    let chapters =
        asked(&Coverage { target: Vec::new(), by: "chapter".to_owned() }, &conditions(&[("stage", "early")]));
    assert_eq!(counted(&chapters.unwrap()), [["1", "1", "0", "1"], ["2", "1", "0", "0"], ["total", "2", "0", "1"]]);
}

#[test]
fn a_plan_holds_the_work_for_what_meets_the_condition() {
    let open = |settings: &Settings| {
        let document = asked(&Plan { wins: 10, ..Plan::default() }, settings).unwrap();
        let plans = world().ask_with(settings, |case| Plan { wins: 10, ..Plan::default() }.ask(case).unwrap());
        let clauses: Vec<String> =
            plans.plans.iter().flat_map(|plan| plan.items()).map(|item| item.clause.to_string()).collect();
        (document.lead[0].clone(), clauses, plans.plans[0].wins.len())
    };
    // 1.1 is to be extended, and 2.1 is part of the work on b3.
    let (_, all, wins) = open(&Settings::default());
    assert_eq!((all, wins), (["base:1/b3", "target:1/1.1"].map(str::to_owned).to_vec(), 1));
    let (lead, soa, wins) = open(&conditions(&[("groups", "soa")]));
    assert_eq!(lead, "Only clauses with groups=soa are counted: 2 of 4 requirements of target:1.");
    assert_eq!((soa, wins), (vec!["target:1/1.1".to_owned()], 0));
}

#[test]
fn a_map_keeps_the_rows_to_what_meets_the_condition_and_to_headings_over_it() {
    let map = Map { from: "base:1".to_owned(), to: "target:1".to_owned(), inferred: false };
    let rows = |settings: &Settings| cells::<2>(&asked_of_library(&map, settings).unwrap());
    assert_eq!(rows(&conditions(&[("stage", "early")])), [["base:1/b1", "target:1/1.1"], ["base:1/b3", "target:1/2"]]);
    assert_eq!(rows(&conditions(&[("groups", "basic")])), [["base:1/b1", "target:1/1.1"], ["", "target:1/1.3"]]);
}

#[test]
fn clauses_are_shown_and_exported_that_meet_the_condition_headings_included() {
    let show = Show { name: "target:1".to_owned() };
    let basic = conditions(&[("groups", "basic")]);
    let shown = asked_of_library(&show, &basic).unwrap();
    assert_eq!(cells::<1>(&shown), [["target:1/1"], ["target:1/1.1"], ["target:1/1.3"]]);
    assert!(shown.lead.contains(&"Only clauses with groups=basic are shown: 3 of 6 clauses of target:1.".into()));
    let export = Export { kind: Some(ExportKind::Catalog), name: "target:1".to_owned(), all: false };
    let exported = asked_of_library(&export, &basic).unwrap();
    assert_eq!(cells::<1>(&exported), [["target:1/1"], ["target:1/1.1"], ["target:1/1.3"]]);
    let refused = asked_of_library(&Show { name: "target:1/1.1".to_owned() }, &basic).unwrap_err();
    assert_eq!(refused.message, "--where selects clauses of an edition, but target:1/1.1 is not an edition");
}

#[test]
fn what_nothing_has_is_refused_with_what_there_is() {
    let refused = |settings: &[(&str, &str)]| {
        let refusal = asked(&Gap::default(), &conditions(settings)).unwrap_err();
        (refusal.message, refusal.help.unwrap())
    };
    let said = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    assert_eq!(
        refused(&[("group", "basic")]),
        said(
            "no requirement of target:1 has an attribute group",
            "did you mean groups? their attributes are groups and stage"
        )
    );
    assert_eq!(
        refused(&[("groups", "basics")]),
        said(
            "no requirement of target:1 has groups=basics",
            "did you mean basic? the values of groups are basic and soa"
        )
    );
    // A heading has it, which is not counted.
    assert_eq!(refused(&[("tone", "loud")]).0, "no requirement of target:1 has an attribute tone");
    assert_eq!(
        refused(&[("groups", "basic"), ("stage", "late")]),
        said("no requirement of target:1 has groups=basic and stage=late at once", "give fewer conditions")
    );
}

#[test]
fn a_density_counts_a_clause_in_each_of_its_groups() {
    let density = Density {
        from: "base:1".to_owned(),
        to: "target:1".to_owned(),
        by: "groups".to_owned(),
        side: None,
        inferred: false,
    };
    let document = asked_of_library(&density, &Settings::default()).unwrap();
    let rows: Vec<[String; 4]> = cells::<4>(&document);
    assert_eq!(
        rows,
        [
            ["from", "unspecified", "", "2"],
            ["from", "far", "", "1"],
            ["to", "soa", "", "2"],
            ["to", "basic", "", "1"],
            ["to", "unspecified", "", "1"],
        ]
    );
    assert!(document.lead.contains(&"A clause with several values of groups counts in the group of each.".into()));
}

#[test]
fn lists_and_other_languages_are_shown_exported_and_found() {
    let usual = Settings::default();
    let of_clause = asked_of_library(&Show { name: "target:1/1.1".to_owned() }, &usual).unwrap();
    let lead: Vec<&str> = of_clause.lead.iter().map(|line| line.as_str()).collect();
    assert_eq!(
        lead[2..5],
        ["With groups: basic, soa; stage: early.", "de: Prüfungen. Verlangt Prüfungen.", "fr: Vérifications."]
    );
    let shown = asked_of_library(&Show { name: "target:1".to_owned() }, &usual).unwrap();
    assert!(shown.lead.contains(&"de: Ziel.".into()));
    assert_eq!(
        answer(&shown)[1][6..],
        ["groups=basic; groups=soa; stage=early", "de=Prüfungen; fr=Vérifications", "de=Verlangt Prüfungen."]
    );
    let export = Export { kind: None, name: "target:1".to_owned(), all: false };
    let exported = asked_of_library(&export, &usual).unwrap();
    assert_eq!(
        answer(&exported)[1][6..],
        ["basic\nsoa", "early", "", "Prüfungen", "Verlangt Prüfungen.", "Vérifications", ""]
    );
    for word in ["prüfungen", "vérifications", "verlangt", "soa"] {
        let search = Search { words: vec![word.to_owned()], edition: None, limit: None };
        let found = asked_of_library(&search, &usual).unwrap();
        assert!(cells::<1>(&found).contains(&["target:1/1.1".to_owned()]), "{word}");
    }
    assert_eq!(world().library.clause(&clause("target:1/1.1")).unwrap().attributes.get("groups"), Some("basic"));
}
