//! Rows and statements that are marked as reviewed, and what is said of them when a clause changes.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ALPHA: &str =
    "xwalk: catalog/1\nid: alpha:1\ntitle: Alpha\nclauses:\n  \"1\": Plan\n  \"1.1\": Issues\n  \"1.2\": Parties\n";
const BETA: &str = "xwalk: catalog/1\nid: beta:1\ntitle: Beta\nclauses:\n  \"1\": Surroundings\n  \"2\": Records\n";
const TABLE: &str = "xwalk: relations/1\nid: ours\nfrom: alpha:1\nto: beta:1\nversion: 1\nsource: made up\nconfidence: high\nunrelated: { \"1.2\": Nobody has a say. }\nrows:\n  - { from: \"1.1\", to: \"1\", relation: full }\n  - { to: \"2\", relation: none }\n";
const ASSESSMENT: &str = "xwalk: assessment/1\norganization: Harbour\ntargets: [beta:1]\nstatuses:\n  alpha:1:\n    \"1.1\": implemented\n    \"1.2\": planned\n";

fn world() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("alpha", ALPHA), ("beta", BETA), ("ours", TABLE)] {
        fs::create_dir_all(folder.path().join("s")).unwrap();
        fs::write(folder.path().join(format!("s/{name}.yaml")), text).unwrap();
    }
    fs::write(folder.path().join("a.yaml"), ASSESSMENT).unwrap();
    folder
}

fn xwalk(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    let Output { status, stdout, stderr } = command.current_dir(folder).args(arguments).output().unwrap();
    let text = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap()).join("");
    (status.code().unwrap(), text)
}

fn change(folder: &Path, name: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    assert!(text.contains(old), "{text}");
    fs::write(folder.join(name), text.replace(old, new)).unwrap();
}

/// The findings of a check: place, rule and message.
fn findings(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let arguments: Vec<&str> =
        ["check", "--notes", "--format", "csv"].into_iter().chain(arguments.iter().copied()).collect();
    let (_, text) = xwalk(folder, &arguments);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let line = |record: csv::StringRecord| {
        let [rule, _, file, line, column, message] = [0, 1, 2, 3, 4, 5].map(|at| record[at].to_owned());
        format!("{file}:{line}:{column} {rule}: {message}")
    };
    reader.records().map(|record| line(record.unwrap())).collect()
}

#[test]
fn a_row_is_suspect_when_a_clause_of_it_changed_since_it_was_reviewed() {
    let folder = world();
    let here = folder.path();
    let all = ["review", "ours", "--standards", "s", "--all", "--by", "A. Smith", "--date", "2026-11-30"];
    let (code, said) = xwalk(here, &all);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("3 are now marked as reviewed, in s/ours.reviews.yaml."), "{said}");
    assert_eq!(findings(here, &[]), Vec::<String>::new());
    change(here, "s/alpha.yaml", "Issues", "Issues and risks");
    let found = findings(here, &[]);
    let row = "alpha:1/1.1 changed since the row was reviewed: title was “Issues”, is “Issues and risks”";
    assert_eq!(found, [format!("s/ours.yaml:10:5 suspect-row: {row}")]);
    // One file is checked with what was reviewed of it.
    assert_eq!(findings(here, &["s/ours.yaml", "--beside", "s"]), found);
    let (_, gap) = xwalk(here, &["gap", "a.yaml", "--standards", "s", "--width", "200"]);
    assert!(gap.contains("Caution: this is based on 1 row of ours, reviewed before a clause changed."), "{gap}");
    let (code, _) = xwalk(here, &["review", "s/ours.yaml", "--standards", "s", "--row", "1.1=1", "--by", "B"]);
    assert_eq!((code, findings(here, &[])), (0, Vec::new()));
    let reviews = fs::read_to_string(here.join("s/ours.reviews.yaml")).unwrap();
    assert_eq!((reviews.matches("by: A. Smith").count(), reviews.matches("by: B").count()), (2, 1), "{reviews}");
    assert!(!reviews.contains("title: Issues\n"), "what nothing rests on goes: {reviews}");
}

#[test]
fn what_a_clause_asks_for_its_kind_and_what_lies_below_it_count_and_how_lines_are_broken_does_not() {
    let changes = [
        (
            "\"1.2\": Parties",
            "\"1.2\": { title: Parties, summary: Ask them. }",
            Some("summary was nothing, is “Ask them.”"),
        ),
        (
            "\"1.2\": Parties",
            "\"1.2\": { title: Parties, kind: heading }",
            Some("kind was “requirement”, is “heading”"),
        ),
        ("\"1.2\": Parties", "\"1.2\": Parties\n  \"1.2.1\": Owners", Some("children was nothing, is “1.2.1”")),
        ("\"1.2\": Parties", "\"1.2\": >-\n    Parties", None),
        ("\"1.1\": Issues", "\"1.1\": { title: Issues, pdca: plan }", None),
    ];
    for (old, new, expected) in changes {
        let folder = world();
        let here = folder.path();
        assert_eq!(xwalk(here, &["review", "a.yaml", "--standards", "s", "--all"]).0, 0);
        change(here, "s/alpha.yaml", old, new);
        let (_, said) = xwalk(here, &["check", "a.yaml", "--standards", "s", "--width", "200"]);
        match expected {
            Some(expected) => assert!(said.contains("warning[suspect-statement]") && said.contains(expected), "{said}"),
            None => assert!(!said.contains("suspect"), "{said}"),
        }
    }
}

#[test]
fn a_statement_is_suspect_and_answers_say_so() {
    let folder = world();
    let here = folder.path();
    let (code, said) = xwalk(here, &["review", "a.yaml", "--standards", "s", "--clause", "1.1"]);
    assert!(code == 0 && said.contains("1 is now marked as reviewed, in a.reviews.yaml."), "{said}");
    change(here, "s/alpha.yaml", "Issues", "Risks");
    let statement = "alpha:1/1.1 changed since the statement was reviewed: title was “Issues”, is “Risks”";
    let found = findings(here, &["a.yaml", "--standards", "s"]);
    assert_eq!(found, [format!("a.yaml:6:5 suspect-statement: {statement}")]);
    let (_, gap) = xwalk(here, &["gap", "a.yaml", "--standards", "s", "--width", "200"]);
    assert!(gap.contains("Caution: 1 statement was last reviewed before the standard changed there."), "{gap}");
    change(here, "a.yaml", "    \"1.1\": implemented\n", "");
    let found = findings(here, &["a.yaml", "--standards", "s"]);
    assert_eq!(found, ["a.reviews.yaml:6:5 outdated-review: the statement that was reviewed here no longer exists"]);
}

#[test]
fn what_is_called_unrelated_is_suspect_as_rows_are() {
    let folder = world();
    let here = folder.path();
    let all = ["review", "ours", "--standards", "s", "--all", "--by", "A. Smith", "--date", "2026-11-30"];
    assert_eq!(xwalk(here, &all).0, 0);
    change(here, "s/alpha.yaml", "\"1.2\": Parties", "\"1.2\": Parties\n  \"1.2.1\": Owners");
    let found = findings(here, &[]);
    let entry = "alpha:1/1.2 changed since the entry was reviewed: kind was “requirement”, is “heading”, children was nothing, is “1.2.1”";
    assert_eq!(found, [format!("s/ours.yaml:8:14 suspect-row: {entry}")]);
    let (_, card) = xwalk(here, &["audit", "s", "--card", "--format", "csv"]);
    let line = |measure: &str| card.lines().find(|line| line.contains(measure)).map(str::to_owned).unwrap_or_default();
    assert!(line(",suspect,").contains(",1,3,"), "{card}");
    assert!(line(",reviewed,").contains(",3,3,") && line(",reviewed-by,").contains(",3,3,"), "{card}");
    // The help names what is to be run, and that marks the entry alone.
    assert_eq!(xwalk(here, &["review", "ours", "--standards", "s", "--row", "alpha:1/1.2"]).0, 0);
    assert_eq!(findings(here, &[]), Vec::<String>::new());
}

/// A stamp that lost a hash, or has that of another clause, does not say what was reviewed.
#[test]
fn a_stamp_without_the_hash_of_each_of_its_clauses_is_broken() {
    let folder = world();
    let here = folder.path();
    assert_eq!(xwalk(here, &["review", "ours", "--standards", "s", "--all"]).0, 0);
    assert_eq!(xwalk(here, &["review", "a.yaml", "--standards", "s", "--all"]).0, 0);
    let read = |name: &str| fs::read_to_string(here.join(name)).unwrap();
    let hash_of = |text: &str, clause: &str| {
        let at = text.find(&format!("clause: \"{clause}\"")).unwrap();
        text[..at].rsplit('"').nth(1).unwrap().to_owned()
    };
    let (rows, statements) = (read("s/ours.reviews.yaml"), read("a.reviews.yaml"));
    let [issues, parties, records] = ["alpha:1/1.1", "alpha:1/1.2", "beta:1/2"].map(|clause| hash_of(&rows, clause));
    let surroundings = hash_of(&rows, "beta:1/1");
    let both = format!("[\"{issues}\", \"{surroundings}\"]");
    let broken = |changed: &str, arguments: &[&str]| {
        let found = findings(here, arguments);
        assert!(found.len() == 1 && found[0].contains("broken-review: ") && found[0].ends_with(changed), "{found:?}");
    };
    change(here, "s/ours.reviews.yaml", &both, &format!("\"{issues}\""));
    broken("the stamp has no hash of beta:1/1", &[]);
    fs::write(here.join("s/ours.reviews.yaml"), rows.replace(&both, &format!("[\"{issues}\", \"{records}\"]")))
        .unwrap();
    broken(&format!("the hash {records} is of beta:1/2, which is not in the row"), &[]);
    fs::write(here.join("s/ours.reviews.yaml"), rows).unwrap();
    let swapped = statements.replace(&format!("seen: \"{issues}\""), &format!("seen: \"{parties}\""));
    assert_ne!(swapped, statements);
    fs::write(here.join("a.reviews.yaml"), swapped).unwrap();
    let said = format!("the hash {parties} is of alpha:1/1.2, which is not in the statement");
    broken(&said, &["a.yaml", "--standards", "s"]);
}

#[test]
fn nothing_is_written_where_nothing_is_named_and_in_a_dry_run() {
    let folder = world();
    let here = folder.path();
    let (code, said) = xwalk(here, &["review", "s/ours.yaml", "--standards", "s"]);
    assert!(code == 0 && said.contains("3 never reviewed"), "{said}");
    let (code, said) = xwalk(here, &["review", "ours", "--standards", "s", "--all", "--dry-run"]);
    assert!(code == 0 && said.contains("Because of --dry-run, nothing was written"), "{said}");
    for (arguments, expected) in [
        (&["review", "ours", "--standards", "s", "--row", "9"][..], "ours has no row about 9"),
        (&["review", "ours", "--standards", "s", "--row", "1.2=1"], "ours has no row about 1.2=1"),
        (&["review", "our", "--standards", "s"], "did you mean ours?"),
        (&["review", "ours", "--standards", "s", "--by", "A"], "nothing is marked as reviewed"),
        (&["review", "ours", "--standards", "s", "--clause", "1"], "a table has rows"),
        (&["review", "a.yaml", "--standards", "s", "--row", "1"], "an assessment has statements"),
        (&["review", "s/alpha.yaml", "--standards", "s"], "is neither a relation table nor an assessment"),
        (&["review", "iso-9001-2008--iso-9001-2015", "--all"], "is part of xwalk or of a pack"),
    ] {
        let (code, said) = xwalk(here, arguments);
        assert!(code == 2 && said.contains(expected), "{arguments:?}: {code} {said}");
    }
    assert_eq!(fs::read_dir(here.join("s")).unwrap().count(), 3);
    assert_eq!(fs::read_dir(here).unwrap().count(), 2);
}

#[test]
fn a_table_may_name_the_content_that_it_was_made_for() {
    let folder = world();
    let here = folder.path();
    let (_, shown) = xwalk(here, &["show", "alpha:1", "--standards", "s"]);
    let hash =
        shown.lines().find_map(|line| line.strip_prefix("Content hash ")).unwrap().trim_end_matches('.').to_owned();
    assert_eq!(hash.len(), 16);
    change(here, "s/ours.yaml", "confidence: high", &format!("confidence: high\nfrom-hash: \"{hash}\""));
    assert_eq!(findings(here, &[]), Vec::<String>::new());
    change(here, "s/alpha.yaml", "Parties", "People");
    let said = "the content of alpha:1 has changed since ours was made for it";
    assert_eq!(findings(here, &[]), [format!("s/ours.yaml:8:12 edition-changed: {said}")]);
}

#[test]
fn who_reviewed_a_row_stays_where_nobody_says_another_and_nothing_changed() {
    let folder = world();
    let here = folder.path();
    assert_eq!(
        xwalk(here, &["review", "ours", "--standards", "s", "--all", "--by", "Ann", "--date", "2026-11-30"]).0,
        0
    );
    change(here, "s/alpha.yaml", "Issues", "Risks");
    let (_, shown) = xwalk(here, &["show", "ours", "--standards", "s", "--width", "200"]);
    let line =
        |text: &str, words: &str| text.lines().find(|line| line.contains(words)).map(str::to_owned).unwrap_or_default();
    assert!(line(&shown, "Rows reviewed before a clause changed").contains("1 of 3"), "{shown}");
    assert!(line(&shown, "Reviewed rows").contains("3 of 3"), "{shown}");
    let (_, gap) = xwalk(here, &["gap", "a.yaml", "--standards", "s", "--width", "200"]);
    assert!(gap.contains("`xwalk review TABLE` shows what changed"), "{gap}");
    let (code, said) = xwalk(here, &["review", "ours", "--standards", "s", "--all"]);
    assert!(code == 0 && said.contains("1 is now marked as reviewed"), "{said}");
    let reviews = fs::read_to_string(here.join("s/ours.reviews.yaml")).unwrap();
    assert_eq!((reviews.matches("by: Ann").count(), reviews.matches("date:").count()), (2, 2), "{reviews}");
}

#[test]
fn a_sheet_among_standards_is_reported_with_what_makes_a_file_of_it() {
    let folder = world();
    fs::write(folder.path().join("s.csv"), "from,to,relation\n1.1,1,full\n").unwrap();
    let (code, said) = xwalk(folder.path(), &["audit", "s.csv", "--standards", "s"]);
    assert!(code == 2 && said.contains("s.csv is a sheet") && said.contains("xwalk import"), "{code} {said}");
}

#[test]
fn a_pack_keeps_what_was_reviewed() {
    let folder = world();
    let here = folder.path();
    assert_eq!(xwalk(here, &["review", "s/ours.yaml", "--standards", "s", "--all"]).0, 0);
    change(here, "s/alpha.yaml", "Issues", "Risks");
    let (code, said) = xwalk(here, &["pack", "s", "--output", "s.xwp"]);
    assert!(code == 0 && said.contains("reviews"), "{said}");
    let found = findings(here, &["a.yaml", "--standards", "s.xwp"]);
    let row = "alpha:1/1.1 changed since the row was reviewed: title was “Issues”, is “Risks”";
    assert_eq!(found, [format!("s/ours.yaml:10:5 suspect-row: {row}")]);
    let (_, gap) = xwalk(here, &["gap", "a.yaml", "--standards", "s.xwp", "--width", "200"]);
    assert!(gap.contains("Caution: this is based on 1 row of ours, reviewed before a clause changed."), "{gap}");
}
