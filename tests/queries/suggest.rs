//! Candidates for a table on a small world: what is ranked, why, and what is left out.

use std::num::NonZeroUsize;

use xwalk::exchange::decisions;
use xwalk::model::{PairDecisions, PairVerdict};
use xwalk::query::Settings;
use xwalk::source::{FileId, Sources};
use xwalk::survey::{LeftOut, Suggest, Suggestions};

use super::common::{World, answer, clause};

/// Own terms, and chapters above them.
const HOME: (&str, &str) = (
    "home.yaml",
    r#"
xwalk: catalog/1
id: home:1
title: Home
clauses:
  "1": Planning
  "1.1": { title: Staff training, phase: plan }
  "1.2": { title: Backups, summary: Keep copies of data and try to restore them, phase: do }
  "1.3": { title: Visitors, phase: do }
  "2": Scope
  "2.1": { title: Terms, kind: informative }
"#,
);

const AWAY: (&str, &str) = (
    "away.yaml",
    r#"
xwalk: catalog/1
id: away:1
title: Away
clauses:
  "1": Planning
  "1.1": { title: Organisation of lunch, phase: plan }
  "2": Operation
  "2.1": { title: Teach employees }
  "2.2": { title: Guests }
  "2.3": { title: Restoration from backup }
  "2.4": { title: Zebra }
"#,
);

/// Reads like 2.2 of away.
const THIRD: (&str, &str) = (
    "third.yaml",
    "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"A\": Guests and callers\n  \"B\": Menu\n",
);

fn table(id: &str, from: &str, to: &str, rows: &str) -> (String, String) {
    let head = format!("xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\n");
    (format!("{id}.yaml"), format!("{head}confidence: high\nrows:\n{rows}"))
}

fn world(tables: &[(String, String)]) -> World {
    let mut files = vec![HOME, AWAY, THIRD];
    files.extend(tables.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    World::new(&files, None)
}

fn question() -> Suggest {
    let limit = NonZeroUsize::new(5).unwrap();
    Suggest { from: "home:1".into(), to: "away:1".into(), clauses: vec![], limit, headings: false, stated: false }
}

fn ask(world: &World, question: &Suggest, decisions: &PairDecisions) -> Suggestions {
    world.ask(|case| question.ask(case.case, decisions).unwrap())
}

/// The numbers of the candidates of each target.
fn ranking(suggestions: &Suggestions) -> Vec<(String, Vec<String>)> {
    let of = |clauses: &[xwalk::survey::Suggestion]| clauses.iter().map(|one| one.clause.number.to_string()).collect();
    suggestions.targets.iter().map(|one| (one.target.number.to_string(), of(&one.candidates))).collect()
}

fn of<'r>(ranking: &'r [(String, Vec<String>)], target: &str) -> Vec<&'r str> {
    ranking.iter().find(|(known, _)| known == target).unwrap().1.iter().map(String::as_str).collect()
}

#[test]
fn words_are_one_by_stem_and_by_meaning_and_every_requirement_is_there() {
    let suggestions = ask(&world(&[]), &question(), &PairDecisions::default());
    let ranking = ranking(&suggestions);
    let targets: Vec<&str> = ranking.iter().map(|(target, _)| target.as_str()).collect();
    assert_eq!(targets, ["1.1", "2.1", "2.2", "2.3", "2.4"], "requirements, in the order of the catalog");
    assert_eq!(of(&ranking, "2.1")[0], "1.1", "teach and train, employees and staff");
    assert_eq!(of(&ranking, "2.3")[0], "1.2", "restoration and restore, backup and backups");
    assert_eq!(of(&ranking, "2.4"), [""; 0], "nothing speaks for any");
    let best = &suggestions.targets[1].candidates[0];
    assert_eq!(best.reasons, ["words in common: teach, employees"]);
    assert!(best.score > 0.0 && best.score <= 1.0);
}

#[test]
fn a_third_clause_that_reads_alike_or_is_related_to_both_speaks_for_a_pair() {
    let alike = [table("third-1--home-1", "third:1", "home:1", "  - { from: A, to: \"1.3\", relation: partial }\n")];
    let suggestions = ask(&world(&alike), &question(), &PairDecisions::default());
    assert_eq!(of(&ranking(&suggestions), "2.2"), ["1.3"]);
    let best = &suggestions.targets[2].candidates[0];
    assert_eq!(best.reasons, ["third:1/A has similar words to 2.2, and a row relates it to 1.3 (partial)"]);
    assert_eq!(suggestions.tables.iter().map(ToString::to_string).collect::<Vec<_>>(), ["third-1--home-1"]);
    let both = [
        table("third-1--home-1", "third:1", "home:1", "  - { from: B, to: \"1.3\", relation: full }\n"),
        table("away-1--third-1", "away:1", "third:1", "  - { from: \"2.4\", to: B, relation: related }\n"),
    ];
    let suggestions = ask(&world(&both), &question(), &PairDecisions::default());
    assert_eq!(of(&ranking(&suggestions), "2.4"), ["1.3"]);
    let reasons = &suggestions.targets[4].candidates[0].reasons;
    assert_eq!(reasons, &["rows relate both to third:1/B (full, related)"]);
}

#[test]
fn a_row_that_was_composed_is_no_evidence() {
    let (name, text) =
        table("third-1--home-1", "third:1", "home:1", "  - { from: A, to: \"1.3\", relation: partial }\n");
    let (other, rows) = table("away-1--third-1", "away:1", "third:1", "  - { from: \"2.4\", to: B, relation: full }\n");
    let derived = text.replace("confidence:", "derived-from: [away-1--third-1]\nconfidence:");
    let world = world(&[(name, derived), (other, rows)]);
    assert_eq!(of(&ranking(&ask(&world, &question(), &PairDecisions::default())), "2.2"), [""; 0]);
}

/// Of titles that are not the same only their words have the same stems, and the reason says no more.
#[test]
fn the_reason_of_the_place_says_whether_the_chapters_have_the_same_title() {
    for (title, likeness) in [("Planning", "the same"), ("planning.", "the same"), ("Planned", "a similar")] {
        let away = AWAY.1.replace("\"1\": Planning", &format!("\"1\": {title}"));
        let world = World::new(&[HOME, (AWAY.0, &away)], None);
        let suggestions = ask(&world, &question(), &PairDecisions::default());
        let reasons = suggestions.targets.iter().flat_map(|one| &one.candidates).flat_map(|one| &one.reasons);
        let places: Vec<&String> = reasons.filter(|reason| reason.contains("the same number")).collect();
        let expected = format!("the same number in a chapter of {likeness} title");
        assert!(!places.is_empty() && places.iter().all(|reason| **reason == expected), "{title}: {places:?}");
    }
}

#[test]
fn place_and_attributes_speak_for_a_pair_and_headings_come_when_they_are_asked_for() {
    let suggestions = ask(&world(&[]), &question(), &PairDecisions::default());
    let of_lunch = &suggestions.targets[0].candidates;
    let same = of_lunch.iter().find(|one| one.clause.number.to_string() == "1.1").unwrap();
    for reason in
        ["the same number in a chapter of the same title", "both have phase plan", "words in common: planning"]
    {
        assert!(same.reasons.iter().any(|said| said == reason), "{reason}: {:?}", same.reasons);
    }
    // One that is a heading counts for a little less than one that is none, and is there.
    assert!(of_lunch.iter().any(|one| one.clause.number.to_string() == "1" && one.evidence.is_across_kinds));
    let headings = Suggest { headings: true, ..question() };
    let ranking = ranking(&ask(&world(&[]), &headings, &PairDecisions::default()));
    assert_eq!((ranking.len(), of(&ranking, "1")[0]), (7, "1"));
    let phases = Suggest { from: "away:1".into(), to: "home:1".into(), clauses: vec!["1.3".into()], ..question() };
    let nothing = ask(&world(&[]), &phases, &PairDecisions::default());
    assert_eq!(nothing.targets.len(), 1, "the one that is named");
}

#[test]
fn what_tables_state_is_left_out_unless_it_is_asked_for() {
    let rows =
        "  - { from: \"1.1\", to: \"2.1\", relation: none }\n  - { to: \"2.2\", relation: none, note: on purpose }\n";
    let world = world(&[table("home-1--away-1", "home:1", "away:1", rows)]);
    let suggestions = ask(&world, &question(), &PairDecisions::default());
    assert_eq!(suggestions.left_out, LeftOut { stated: 1, refused: 0, unsure: 0, uncovered: 1 });
    assert!(!of(&ranking(&suggestions), "2.1").contains(&"1.1"));
    let stated = Suggest { stated: true, ..question() };
    let suggestions = ask(&world, &stated, &PairDecisions::default());
    assert_eq!((suggestions.left_out, suggestions.targets.len()), (LeftOut::default(), 5));
    assert_eq!(of(&ranking(&suggestions), "2.1")[0], "1.1");
    let without = Settings { without_table: vec!["home-1--away-1".into()], ..Settings::default() };
    let suggestions = world.ask_with(&without, |case| question().ask(case.case, &PairDecisions::default()).unwrap());
    assert_eq!(suggestions.left_out, LeftOut::default());
}

/// A file of decisions as text, with what is wrong in it: rule, line, column.
fn decided(text: &str) -> (PairDecisions, Vec<(&'static str, u32, u32)>, Sources, FileId) {
    let world = world(&[]);
    let mut sources = world.sources.clone();
    let file = sources.add("decided.csv", text.to_owned());
    let editions = ["home:1/1", "away:1/1"].map(|name| clause(name).edition);
    let (decisions, faults) = decisions::read(&sources, file, &world.library, [&editions[0], &editions[1]]);
    let place = |fault: &xwalk::diagnostic::Diagnostic| {
        let position = sources.get(file).position(fault.span.start);
        (fault.rule.id(), position.line.get(), position.column.get())
    };
    let faults = faults.iter().map(place).collect();
    (decisions, faults, sources, file)
}

#[test]
fn a_refused_pair_does_not_come_again_whichever_way_it_is_asked_for() {
    let text = "by;why;verdict;to;from\nus;no;Refused;away:1/2.1;home:1/1.1\n;;unsure;home:1/1.2;away:1/2.3\n";
    let (decisions, faults, ..) = decided(text);
    assert_eq!(faults, []);
    assert_eq!(decisions.of(&clause("away:1/2.1"), &clause("home:1/1.1")).unwrap().verdict, PairVerdict::Refused);
    let world = world(&[]);
    let there = ask(&world, &question(), &decisions);
    assert_eq!(there.left_out, LeftOut { stated: 0, refused: 1, unsure: 1, uncovered: 0 });
    assert!(!of(&ranking(&there), "2.1").contains(&"1.1"));
    let back = Suggest { from: "away:1".into(), to: "home:1".into(), ..question() };
    assert_eq!(ask(&world, &back, &decisions).left_out, there.left_out);
}

#[test]
fn all_that_is_wrong_with_decisions_is_reported_at_its_place() {
    let (_, faults, ..) = decided(
        "from,to,verdict,why\nhome:1/9,away:1/2.1,refused,x\nhome:1/1.1,third:1/A,refuse,\n,away:1/2.1,,\n\
         home:1/1.1,away:1/2.1,refused,\nhome:1/1.2,away:1/2.1,unsure,\nhome:1/1.2,away:1/2.1,refused,x\n\
         away:1/2.1,home:1/1.2,unsure,\nhome:1/1.1,home:1/1.2,unsure,\n",
    );
    let expected = [
        ("unknown-clause", 2, 1),
        ("unknown-clause", 3, 12),
        ("unknown-word", 3, 22),
        ("missing-key", 4, 2),
        ("missing-key", 4, 2),
        ("missing-key", 5, 23),
        ("contradicting-rows", 7, 23),
        ("repeated-row", 8, 23),
        ("unknown-clause", 9, 12),
    ];
    assert_eq!(faults, expected);
    assert_eq!(decided("clause,why\n").1, [("missing-key", 1, 1)]);
    assert_eq!(decided("from,to,verdict,why\n\"home:1/1.1,\n").1[0], ("syntax", 2, 1));
}

#[test]
fn a_decision_is_added_in_the_form_of_its_file_and_read_again() {
    let pair = [&clause("home:1/1.3"), &clause("away:1/2.4")];
    let written = |text: &str, verdict, why: &str| {
        let (_, _, sources, file) = decided(text);
        decisions::with_decision(&sources, file, pair, verdict, why)
    };
    let new = written("", PairVerdict::Refused, "a \"b\", c");
    assert_eq!(new, "from,to,verdict,why\nhome:1/1.3,away:1/2.4,refused,\"a \"\"b\"\", c\"\n");
    let (decisions, faults, ..) = decided(&new);
    assert_eq!(faults, []);
    assert_eq!(decisions.of(pair[1], pair[0]).unwrap().why.as_deref(), Some("a \"b\", c"));
    let text = "verdict;by;to;from;why\r\nunsure;us;away:1/2.1;home:1/1.1;";
    let added = written(text, PairVerdict::Unsure, "=x;");
    assert_eq!(added, format!("{text}\r\nunsure;;away:1/2.4;home:1/1.3;\"'=x;\"\r\n"));
    assert_eq!(decided(&added).0.of(pair[0], pair[1]).unwrap().why.as_deref(), Some("=x;"));
}

#[test]
fn a_decision_is_changed_at_its_place_and_other_columns_stay() {
    let changed = |text: &str, why: &str| {
        let (decisions, faults, sources, file) = decided(text);
        assert_eq!(faults, []);
        let decision = decisions.of(&clause("home:1/1.1"), &clause("away:1/2.1")).unwrap();
        decisions::with_changed_decision(&sources, file, decision, PairVerdict::Refused, why)
    };
    let text = "by;verdict;to;from;why;seen\r\n;unsure;away:1/2.1;home:1/1.1;\"a\nb\";\"=x\ny\"\r\nus;unsure;away:1/2.2;home:1/1.1;;\r\n";
    assert_eq!(
        changed(text, "no; never"),
        "by;verdict;to;from;why;seen\r\n;refused;away:1/2.1;home:1/1.1;\"no; never\";\"'=x\ny\"\r\nus;unsure;away:1/2.2;home:1/1.1;;\r\n"
    );
    assert_eq!(
        changed("from,to,verdict,why\nhome:1/1.1,away:1/2.1,unsure", "no"),
        "from,to,verdict,why\nhome:1/1.1,away:1/2.1,refused,no"
    );
    assert_eq!(decided("").1, []);
}

#[test]
fn the_sheet_has_a_line_for_each_candidate_and_one_for_a_clause_without_any() {
    let world = world(&[]);
    let document = world.ask(|case| question().document(case.case, &PairDecisions::default(), None).unwrap());
    let rows = answer(&document);
    let last = rows.last().unwrap();
    assert_eq!(last, &["away:1/2.4", "Zebra", "", "", "", "", "", "", "", "", ""]);
    let one = rows.iter().find(|row| row[0] == "away:1/2.1").unwrap();
    assert_eq!(
        one[..10],
        [
            "away:1/2.1",
            "Teach employees",
            "home:1/1.1",
            "Staff training",
            "",
            "",
            "",
            "",
            "words in common: teach, employees",
            "1"
        ]
    );
    assert!(document.lead.iter().any(|line| line.starts_with("Nothing was found for ")));
}

#[test]
fn what_cannot_be_asked_says_what_can() {
    let world = world(&[]);
    let refusal =
        |question: Suggest| world.ask(|case| question.ask(case.case, &PairDecisions::default()).unwrap_err()).message;
    assert_eq!(refusal(Suggest { to: "home:1".into(), ..question() }), "home:1 and home:1 are the same edition");
    assert_eq!(
        refusal(Suggest { clauses: vec!["home:1/1.1".into()], ..question() }),
        "home:1/1.1 is not a clause of away:1"
    );
    let informative = Suggest { from: "away:1".into(), to: "home:1".into(), clauses: vec!["2.1".into()], ..question() };
    assert_eq!(refusal(informative), "home:1/2.1 is informative, so nothing is related to it");
}
