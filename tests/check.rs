//! `xwalk check` as a whole: which files it looks at, what it says of them, and the exit code.

#[path = "check/found.rs"]
mod found;
#[path = "check/many.rs"]
mod many;
#[path = "check/places.rs"]
mod places;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

pub(crate) const ASSESSMENT: &str = "xwalk: assessment/1
organization: Us
targets: [iso-iec-20000-1:2011]
statuses:
  iso-9001:2008:
    \"4.2.1\": implemented
";

/// A folder with files, each with its text.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub(crate) fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(folder).arg("check").args(args).output().unwrap()
}

pub(crate) fn code(folder: &Path, args: &[&str]) -> i32 {
    run(folder, args).status.code().unwrap()
}

/// The findings as `file:line:column rule`.
pub(crate) fn findings(folder: &Path, args: &[&str]) -> Vec<String> {
    let output = run(folder, &[args, &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let place = |finding: &serde_json::Value| {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        format!("{}:{}:{} {}", text("file"), finding["line"], finding["column"], text("rule"))
    };
    json["answer"].as_array().unwrap().iter().map(place).collect()
}

#[test]
fn the_exit_code_distinguishes_clean_wrong_missed_and_usage() {
    let clean = folder(&[("a.yaml", ASSESSMENT)]);
    assert_eq!(code(clean.path(), &[]), 0);
    assert_eq!(code(clean.path(), &["--min-coverage", "99"]), 3);
    assert_eq!(code(clean.path(), &["--min-coverage", "2.5"]), 0, "1 of 39 is 2.6 %");
    assert_eq!(code(clean.path(), &["--min-coverage", "iso-iec-20000-1:2011=3"]), 3);
    assert_eq!(code(clean.path(), &["--min-coverage", "lots"]), 2);
    assert_eq!(code(clean.path(), &["nowhere"]), 2);
    let wrong = folder(&[("a.yaml", &ASSESSMENT.replace("implemented", "done"))]);
    assert_eq!(code(wrong.path(), &["--min-coverage", "99"]), 1, "data before gates");
    let warned = folder(&[("a.yaml", &ASSESSMENT.replace("\"4.2.1\"", "4.2"))]);
    assert_eq!((code(warned.path(), &[]), code(warned.path(), &["--deny", "warnings"])), (0, 1));
    let empty = folder(&[("a.yaml", "name: something else\n")]);
    assert_eq!(code(empty.path(), &[]), 2);
}

#[test]
fn files_are_found_by_their_first_key_and_each_is_checked_once() {
    let files = folder(&[
        ("a.yaml", ASSESSMENT),
        ("deep/b.yml", ASSESSMENT),
        ("deep/other.yaml", "services: []\n"),
        (".hidden/c.yaml", "xwalk: assessment/1\n"),
        ("d.txt", "xwalk: assessment/1\n"),
    ]);
    let text = |args: &[&str]| String::from_utf8(run(files.path(), args).stdout).unwrap();
    assert!(
        text(&[]).starts_with("Checked 2 files: no faults\n1 other YAML file is not in xwalk's format.\n"),
        "{}",
        text(&[])
    );
    assert!(text(&["a.yaml", ".", "./a.yaml"]).starts_with("Checked 2 files: no faults\n"));
    assert_eq!(findings(files.path(), &["deep/other.yaml"]), ["deep/other.yaml:1:1 unknown-kind"]);
    assert_eq!(code(files.path(), &["a.yaml", "deep/other.yaml", "--skip-others"]), 0);
}

#[test]
fn a_library_and_the_assessments_against_it_are_checked_together() {
    let files = folder(&[
        ("mine.yaml", "xwalk: catalog/1\nid: mine:1\ntitle: Mine\nclauses:\n  \"1\": One\n"),
        (
            "mine-1--iso-9001-2008.yaml",
            "xwalk: relations/1\nid: mine-1--iso-9001-2008\nfrom: mine:1\nto: iso-9001:2008\nversion: 1\nsource: us\nconfidence: high\nrows:\n  - { from: \"1\", to: \"4.9\", relation: full }\n",
        ),
        (
            "a.yaml",
            "xwalk: assessment/1\norganization: Us\nstatuses:\n  mine:1:\n    \"2\": implemented\n    \"1\": done\n",
        ),
    ]);
    let all =
        ["a.yaml:5:5 unknown-clause", "a.yaml:6:10 unknown-status", "mine-1--iso-9001-2008.yaml:9:22 unknown-clause"];
    assert_eq!(findings(files.path(), &[]), all);
}

#[test]
fn a_baseline_lets_pass_what_is_known_and_shows_what_got_worse() {
    let text = |second: &str| {
        format!(
            "{ASSESSMENT}    \"5.1\": {second}\npolicy: {{ min-coverage: {{ iso-iec-20000-1:2011: 50 }}, evidence: required }}\n"
        )
    };
    let files = folder(&[("a.yaml", &text("implemented"))]);
    let path = files.path();
    assert_eq!(code(path, &[]), 3);
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0, "what is written down is accepted");
    let known = ["a.yaml", "--baseline", "known.json"];
    assert_eq!((code(path, &known), findings(path, &known)), (0, vec![]));
    // A comment above moves every line and changes no finding.
    fs::write(path.join("a.yaml"), format!("# moved\n{}", text("implemented"))).unwrap();
    assert_eq!(code(path, &known), 0);
    // 5.1 no longer gives 4.1.1 a part, and there is a key too many.
    fs::write(path.join("a.yaml"), text("planned") + "owner: nobody\n").unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:9:1 unknown-key"]);
    fs::write(path.join("a.yaml"), text("planned")).unwrap();
    assert_eq!((code(path, &known), findings(path, &known)), (3, vec!["a.yaml:3:11 coverage-fell".to_owned()]));
    // What the gate measures fell as well, and it alone is reported.
    fs::write(path.join("a.yaml"), text("implemented").replace("\"4.2.1\": implemented", "\"4.2.1\": planned"))
        .unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:8:49 coverage-too-low"]);
    let free = |second: &str| text(second).replace("min-coverage: { iso-iec-20000-1:2011: 50 }, ", "");
    fs::write(path.join("a.yaml"), free("planned")).unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:3:11 coverage-fell"]);
    let allowed = free("planned").replace("2011]", "2011] # xwalk: allow coverage-fell a site was closed");
    fs::write(path.join("a.yaml"), allowed).unwrap();
    assert_eq!((code(path, &known), findings(path, &known)), (0, vec![]));
    // The target is measured although nobody aims at it any more.
    fs::write(path.join("a.yaml"), free("planned").replace("targets: [iso-iec-20000-1:2011]\n", "")).unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:1:1 coverage-fell"]);
    fs::write(path.join("known.json"), "{").unwrap();
    assert_eq!(code(path, &known), 2);
}

/// Five requirements, of which three are in place without evidence; the coverage that is asked for is missed.
const FIVE: &str = "xwalk: assessment/1
organization: Us
targets: [mine:1]
policy: { min-coverage: { mine:1: 90 }, evidence: required }
statuses:
  mine:1:
    \"1\": implemented
    \"2\": implemented
    \"3\": implemented
    \"4\": planned
    \"5\": not-implemented
";
const CATALOG: &str = "xwalk: catalog/1
id: mine:1
title: Mine
clauses: { \"1\": One, \"2\": Two, \"3\": Three, \"4\": Four, \"5\": Five }
";

/// The sentences about the baseline, and what is found as `rule since`.
fn since(path: &Path, text: &str) -> (Vec<String>, Vec<String>) {
    fs::write(path.join("a.yaml"), text).unwrap();
    let output = run(path, &["--baseline", "known.json", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let lead = json["lead"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned());
    let found = json["answer"].as_array().unwrap().iter();
    let found = found.map(|one| format!("{} {}", one["rule"].as_str().unwrap(), one["since"].as_str().unwrap()));
    (lead.filter(|line| line.contains("baseline")).collect(), found.collect())
}

/// A line of the table about the baseline: what became of what, and what it was and is.
fn line(row: &serde_json::Value) -> String {
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    [text("kind"), text("what"), text("rule"), text("before"), text("after")].join("|")
}

#[test]
fn what_became_of_what_a_baseline_knows_is_counted_in_the_words_of_diff() {
    let files = folder(&[("a.yaml", FIVE), ("mine.yaml", CATALOG)]);
    let path = files.path();
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    let words = |text: &str| since(path, text);
    // Known are evidence-missing of 1, 2 and 3, and the coverage, 3 of 5.
    assert_eq!(
        words(FIVE),
        (
            vec![
                "Since the baseline no finding changed. 4 known findings are not shown.".to_owned(),
                "Since the baseline no coverage of a target changed.".to_owned()
            ],
            vec![]
        )
    );
    // 1 has evidence, 2 is no longer stated, 3 does not apply, 4 is in place without evidence; 2 of 4 are covered.
    let mixed = FIVE
        .replace("\"1\": implemented", "\"1\": { status: implemented, evidence: [a.pdf] }")
        .replace("    \"2\": implemented\n", "")
        .replace("\"3\": implemented", "\"3\": { status: not-applicable, justification: none }")
        .replace("planned", "implemented");
    assert_eq!(
        words(&mixed),
        (
            vec![
                "Since the baseline 5 findings changed: 1 completed, 1 worsened, 1 new, 1 withdrawn, 1 excluded."
                    .to_owned(),
                "Since the baseline the coverage of 1 target changed: 1 worsened.".to_owned()
            ],
            vec!["coverage-too-low worsened".to_owned(), "evidence-missing new".to_owned()]
        )
    );
    let shown = |format: &[&str]| {
        String::from_utf8(run(path, &[&["--baseline", "known.json"][..], format].concat()).stdout).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&shown(&["--format", "json"])).unwrap();
    assert_eq!(
        json["baseline"].as_array().unwrap().iter().map(line).collect::<Vec<_>>(),
        [
            "worsened|coverage||60.0 % full, 60.0 % full or partial, of 5 requirements|50.0 % full, 50.0 % full or partial, of 4 requirements",
            "completed|finding|evidence-missing||",
            "worsened|finding|coverage-too-low|60.0 %|50.0 %",
            "new|finding|evidence-missing||",
            "withdrawn|finding|evidence-missing||",
            "excluded|finding|evidence-missing||"
        ]
    );
    let said = "worsened since the baseline, where it was 60.0 %";
    for format in [&["--width", "200"][..], &["--format", "github"], &["--format", "gitlab"], &["--format", "junit"]] {
        let text = shown(format).replace("60.0 %25", "60.0 %");
        assert!(text.contains(said) && text.contains("new since the baseline"), "{text}");
    }
    let sarif: serde_json::Value = serde_json::from_str(&shown(&["--format", "sarif"])).unwrap();
    let states: Vec<_> =
        sarif["runs"][0]["results"].as_array().unwrap().iter().map(|one| &one["baselineState"]).collect();
    assert_eq!(states, ["updated", "new"]);
}

#[test]
fn what_got_better_since_the_baseline_is_improved_and_completed_only_where_nothing_is_left() {
    let files = folder(&[("a.yaml", FIVE), ("mine.yaml", CATALOG)]);
    let path = files.path();
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    let evident = |number: &str, status: &str| {
        let (before, after) = (format!("\"{number}\": {status}"), "{ status: implemented, evidence: [a.pdf] }");
        (before, format!("\"{number}\": {after}"))
    };
    let with = |text: &str, (before, after): (String, String)| text.replace(&before, &after);
    let lead = |text: &str| since(path, text).0;
    let none = |known: &str| format!("Since the baseline no finding changed. {known}");
    let changed = |word: &str, left: &str| format!("Since the baseline 1 finding changed: 1 {word}. {left}");
    let coverage = |word: &str| format!("Since the baseline the coverage of 1 target changed: 1 {word}.");
    let four = "4 known findings are not shown.";
    // 4 in part: more is certain, and the gate measures the same 3 of 5.
    assert_eq!(lead(&FIVE.replace("planned", "partial")), [none(four), coverage("improved")]);
    // 4 in place: 4 of 5, and 90 % are asked for.
    let better = with(FIVE, evident("4", "planned"));
    assert_eq!(lead(&better), [changed("improved", four), coverage("improved")]);
    let best = with(&better, evident("5", "not-implemented"));
    assert_eq!(lead(&best), [changed("completed", "3 known findings are not shown."), coverage("completed")]);
    // From there on, what is no longer covered in full is reopened, and the gate tells it.
    let free = |text: &str| text.replace("min-coverage: { mine:1: 90 }, ", "");
    fs::write(path.join("a.yaml"), &best).unwrap();
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    let (sentences, found) = since(path, &free(&better));
    assert_eq!(sentences, [none("3 known findings are not shown."), coverage("reopened")]);
    assert_eq!((found, code(path, &["--baseline", "known.json"])), (vec!["coverage-fell reopened".to_owned()], 3));
    // A target that is out of scope is no longer covered, and nobody did the work.
    let number = |text: String, number: &str| {
        let statement = text.lines().find(|line| line.contains(&format!("    \"{number}\": "))).unwrap().to_owned();
        text.replace(&statement, &format!("    \"{number}\": {{ status: not-applicable, justification: none }}"))
    };
    let out = ["1", "2", "3", "4", "5"].into_iter().fold(free(&best), number);
    let (sentences, found) = since(path, &out);
    assert_eq!(sentences[0], "Since the baseline 3 findings changed: 3 excluded.");
    assert_eq!((sentences[1].clone(), found), (coverage("excluded"), vec!["coverage-fell excluded".to_owned()]));
}

#[test]
fn what_nobody_looked_for_is_not_called_completed() {
    let files = folder(&[("a.yaml", FIVE), ("mine.yaml", CATALOG)]);
    let path = files.path();
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    let lead = |text: &str| since(path, text).0;
    let uncompared = "4 findings of the baseline could not be compared: this run did not check them.";
    let same = "Since the baseline no coverage of a target changed.";
    // No gate is asked for.
    let free = FIVE.replace("policy: { min-coverage: { mine:1: 90 }, evidence: required }\n", "");
    assert_eq!(lead(&free), ["Since the baseline no finding changed.", same, uncompared]);
    // The rule is asked for, and of another edition.
    let other = FIVE.replace("{ mine:1: 90 }", "{ iso-9001:2008: 0 }");
    assert_eq!(lead(&other)[0], "Since the baseline 1 finding changed: 1 withdrawn. 3 known findings are not shown.");
    // A comment allows it, which is no work done.
    let allowed = FIVE.replace("\"2\": implemented", "\"2\": implemented # xwalk: allow evidence-missing lost");
    assert_eq!(lead(&allowed)[0], "Since the baseline 1 finding changed: 1 excluded. 3 known findings are not shown.");
    // Errors come first.
    assert_eq!(lead(&FIVE.replace("planned", "plannd")), ["Since the baseline 1 finding changed: 1 new.", uncompared]);
    // A baseline of the first shape does not say what findings are about.
    let best = FIVE.replace("planned", "implemented").replace("not-implemented", "implemented");
    let known: serde_json::Value = serde_json::from_str(&fs::read_to_string(path.join("known.json")).unwrap()).unwrap();
    let mut first = known.clone();
    first["xwalk-baseline"] = 1.into();
    for finding in first["findings"].as_object_mut().unwrap().values_mut() {
        finding.as_object_mut().unwrap().remove("subject").unwrap();
    }
    fs::write(path.join("known.json"), first.to_string()).unwrap();
    let sentences = lead(&best);
    assert_eq!(sentences[0], "Since the baseline 2 findings changed: 2 new. 3 known findings are not shown.");
    assert_eq!(sentences[2], "1 finding of the baseline could not be compared: this run did not check it.");
}

#[test]
fn a_baseline_knows_no_gate_that_held_or_was_not_asked_for_when_it_was_written() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let path = files.path();
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    let with = |args: &[&str]| findings(path, &[&["a.yaml", "--baseline", "known.json"], args].concat());
    assert_eq!(with(&["--min-coverage", "90"]), ["a.yaml:3:11 coverage-too-low"]);
    assert_eq!(with(&["--min-coverage", "iso-iec-27001:2005=90"]), ["a.yaml:1:1 coverage-too-low"], "another target");
    // A chapter that was covered and is no longer, while the whole of the target gains.
    let chapters = ["--min-chapter-coverage", "1", "--on", "middle"];
    let before = "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2008]\nstatuses:\n  iso-9001:2008: { \"4.1\": implemented, \"5.1\": implemented, \"6.1\": implemented, \"7.1\": implemented, \"8.1\": implemented }\n";
    fs::write(path.join("a.yaml"), before).unwrap();
    assert_eq!(code(path, &[&["--write-baseline", "known.json"][..], &chapters].concat()), 0);
    let after = before.replace("\"6.1\": implemented", "\"4.2\": implemented");
    fs::write(path.join("a.yaml"), after).unwrap();
    assert_eq!(with(&chapters), ["a.yaml:3:11 chapter-coverage-too-low"]);
}

#[test]
fn what_is_known_is_known_by_what_it_is_about_wherever_it_is_checked_from() {
    let text = format!(
        "{}date: 2026-01-01\npolicy: {{ max-age: 30, evidence-exists: true }}\n",
        ASSESSMENT.replace("implemented", "{ status: implemented, evidence: [nix.pdf] }")
    );
    let files = folder(&[("sub/a.yaml", &text)]);
    let (above, path) = (files.path(), files.path().join("sub"));
    assert_eq!(code(&path, &["a.yaml", "--today", "2026-03-01", "--write-baseline", "known.json"]), 0);
    let whole = path.join("a.yaml");
    let later = ["--today", "2026-03-02"];
    assert_eq!(code(&path, &[&["a.yaml", "--baseline", "known.json"][..], &later].concat()), 0, "a day older");
    assert_eq!(code(&path, &[&["./a.yaml", "--baseline", "known.json"][..], &later].concat()), 0);
    assert_eq!(code(&path, &[&[whole.to_str().unwrap(), "--baseline", "known.json"][..], &later].concat()), 0);
    assert_eq!(code(above, &[&["sub/a.yaml", "--baseline", "sub/known.json"][..], &later].concat()), 0);
    // Another clause that names the same missing file is another finding.
    fs::write(&whole, text.replace("date:", "    \"7.6\": { status: planned, evidence: [nix.pdf] }\ndate:")).unwrap();
    let known = [&["a.yaml", "--baseline", "known.json"][..], &later].concat();
    assert_eq!(findings(&path, &known), ["a.yaml:7:5 status-too-old", "a.yaml:7:42 evidence-not-found"]);
}

#[test]
fn a_baseline_distinguishes_files_and_findings_and_knows_its_settings() {
    let covered = ASSESSMENT.replace("\"4.2.1\"", "\"4\"");
    let nothing = ASSESSMENT.replace("implemented", "planned");
    let files = folder(&[("a.yaml", &nothing), ("ci/a.yaml", &covered)]);
    let path = files.path();
    let both = ["a.yaml", "ci/a.yaml"];
    assert_eq!(code(path, &[&both[..], &["--write-baseline", "ci/b.json"]].concat()), 0);
    let known = [&both[..], &["--baseline", "ci/b.json"]].concat();
    assert_eq!((code(path, &known), findings(path, &known)), (0, vec![]));
    let inside = ["../a.yaml", "a.yaml", "--baseline", "b.json"];
    assert_eq!(findings(&path.join("ci"), &inside), [""; 0], "from another folder");
    let said = |args: &[&str]| String::from_utf8(run(path, args).stderr).unwrap();
    let one = said(&["ci/a.yaml", "--baseline", "ci/b.json"]);
    assert!(one.contains("not checked in this run, although the baseline contains them: the file ../a.yaml"), "{one}");
    let other = [&known[..], &["--max-hops", "1"]].concat();
    assert_eq!(code(path, &other), 2);
    assert!(said(&other).contains("max-hops 3, partial-weight 0.5, but this run uses max-hops 1"), "{}", said(&other));
    // One more warning that says the same as one that is known.
    let warned = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008:\n    4.1: planned\n";
    let files = folder(&[("a.yaml", warned)]);
    let path = files.path();
    let deny = ["a.yaml", "--deny", "warnings"];
    assert_eq!(code(path, &[&deny[..], &["--write-baseline", "b.json"]].concat()), 0, "what is written is no failure");
    let known = [&deny[..], &["--baseline", "b.json"]].concat();
    assert_eq!(code(path, &known), 0);
    fs::write(path.join("a.yaml"), format!("{warned}  iso-14001:2004:\n    4.1: planned\n")).unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:7:5 unquoted-id"]);
}

#[test]
fn a_baseline_is_written_only_of_a_run_that_could_be_reported_and_saw_everything() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let path = files.path();
    for args in [&["--output", "x.foo"][..], &["--format", "svg"], &["--min-coverage", "lots"]] {
        assert_eq!(code(path, &[&["a.yaml", "--write-baseline", "b.json"][..], args].concat()), 2, "{args:?}");
        assert!(!path.join("b.json").exists(), "{args:?}");
    }
    assert_eq!(code(path, &["a.yaml", "--write-baseline", "-"]), 2);
    let catalog = folder(&[("c.yaml", "xwalk: catalog/1\nid: c:1\ntitle: C\nclauses: { \"1\": One }\n")]);
    assert_eq!(code(catalog.path(), &[]), 0);
    assert_eq!(code(catalog.path(), &["--min-coverage", "50"]), 2, "no gate could ever be missed");
}

#[test]
fn an_assessment_that_cannot_be_read_keeps_no_other_from_being_judged() {
    for broken in [&b"xwalk: assessment/1\norganization: [\n"[..], b"xwalk: assessment/1\norganization: S\xfcd\n"] {
        let files = folder(&[("a.yaml", ASSESSMENT)]);
        fs::write(files.path().join("b.yaml"), broken).unwrap();
        let found = findings(files.path(), &["--require-evidence"]);
        assert_eq!(found[0], "a.yaml:6:5 evidence-missing", "{found:?}");
        assert_eq!((found.len(), code(files.path(), &["--require-evidence"])), (2, 1));
    }
}

#[test]
fn no_baseline_is_written_while_there_are_errors() {
    let files = folder(&[("a.yaml", &ASSESSMENT.replace("implemented", "done")), ("known.json", "kept")]);
    assert_eq!(code(files.path(), &["--write-baseline", "known.json"]), 1);
    assert_eq!(fs::read_to_string(files.path().join("known.json")).unwrap(), "kept");
}

#[test]
fn a_gate_that_nothing_can_be_measured_by_is_missed() {
    let without = ASSESSMENT.replace("targets: [iso-iec-20000-1:2011]\n", "");
    let files = folder(&[("a.yaml", &without)]);
    let path = files.path();
    assert_eq!(findings(path, &["--min-coverage", "1"]), ["a.yaml:1:1 coverage-too-low"]);
    assert_eq!(findings(path, &["--min-chapter-coverage", "1"]), ["a.yaml:1:1 chapter-coverage-too-low"]);
    let of_edition = ["--min-coverage", "iso-iec-20000-1:2011=1", "--require-confidence", "high"];
    assert_eq!(findings(path, &of_edition), ["a.yaml:1:1 confidence-too-low"], "1 of 39 is 2.6 %, by a table of ours");
    // Nothing applies; no day to compare with.
    let nothing = "xwalk: assessment/1\norganization: Us\ntargets: [base:1]\nstatuses:\n  base:1:\n    \"1\": { status: not-applicable, justification: none, due: 2026-01-01 }\npolicy: { min-coverage: { base:1: 50 }, no-overdue: true }\n";
    let catalog = "xwalk: catalog/1\nid: base:1\ntitle: Base\nclauses: { \"1\": One }\n";
    let files = folder(&[("a.yaml", nothing), ("base.yaml", catalog)]);
    assert_eq!(findings(files.path(), &[]), ["a.yaml:1:1 overdue", "a.yaml:7:35 coverage-too-low"]);
}

#[test]
fn what_is_asked_of_one_edition_counts_more_than_what_is_asked_of_all() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let [one, all] = ["iso-iec-20000-1:2011=90", "1"];
    for order in [[one, all], [all, one]] {
        assert_eq!(code(files.path(), &["--min-coverage", order[0], "--min-coverage", order[1]]), 3, "{order:?}");
    }
}

#[test]
fn days_to_come_are_no_days_of_an_assessment_and_a_heading_without_a_say_is_not_overdue() {
    let text = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008:\n    \"7.6\": { status: planned, assessed: 2062-11-20 }\n    \"5.5\": { status: planned, due: 2026-01-01 }\n    \"5.5.1\": implemented\n    \"5.5.2\": implemented\n    \"5.5.3\": implemented\npolicy: { no-overdue: true, max-age: 30 }\ndate: 2026-11-01\n";
    let files = folder(&[("a.yaml", text)]);
    let today = ["--today", "2026-11-22"];
    assert_eq!(findings(files.path(), &today), ["a.yaml:5:41 status-too-old"]);
    fs::write(files.path().join("a.yaml"), text.replace("    \"5.5.3\": implemented\n", "")).unwrap();
    assert_eq!(findings(files.path(), &today), ["a.yaml:5:41 status-too-old", "a.yaml:6:36 overdue"]);
}

#[test]
fn an_allow_is_a_comment_and_may_stand_beside_another_one() {
    let text = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008:\n    \"4.1\": implemented # xwalk: allow evidence-missing lost # xwalk: allow status-too-old known\n    \"4.2.1\": { status: implemented, note: 'see # xwalk: allow evidence-missing nobody' }\npolicy: { evidence: required, max-age: 30 }\ndate: 2026-01-01\n";
    let files = folder(&[("a.yaml", text)]);
    let today = ["--today", "2026-11-22"];
    assert_eq!(findings(files.path(), &today), ["a.yaml:6:5 evidence-missing", "a.yaml:6:5 status-too-old"]);
}

#[test]
fn an_allow_is_unused_only_where_its_rule_was_checked() {
    let text = format!("{ASSESSMENT}    \"7.6\": planned # xwalk: allow overdue until the move\n");
    let files = folder(&[("a.yaml", &text), ("b.yaml", &ASSESSMENT.replace("implemented", "done"))]);
    let path = files.path();
    assert_eq!(findings(path, &["a.yaml"]), [""; 0], "nobody asked");
    assert_eq!(findings(path, &["a.yaml", "--no-overdue", "--today", "2026-11-22"]), ["a.yaml:7:35 unused-allow"]);
    fs::write(path.join("a.yaml"), text.replace("overdue until the move", "unused-allow: we know")).unwrap();
    assert_eq!(findings(path, &["a.yaml"]), ["a.yaml:7:35 unknown-allow"], "a comment about comments");
    fs::write(path.join("a.yaml"), text.replace("planned", "plannd")).unwrap();
    assert_eq!(findings(path, &["a.yaml", "--no-overdue"]), ["a.yaml:7:12 unknown-status"]);
}

#[test]
fn gates_are_checked_where_an_assessment_is_sound_whatever_is_wrong_with_others() {
    let files = folder(&[("a.yaml", ASSESSMENT), ("b.yaml", &ASSESSMENT.replace("implemented", "done"))]);
    let path = files.path();
    let gate = ["--require-evidence"];
    assert_eq!(findings(path, &gate), ["a.yaml:6:5 evidence-missing", "b.yaml:6:14 unknown-status"]);
    let text = String::from_utf8(run(path, &gate).stdout).unwrap();
    assert!(text.contains("The gates of 1 assessment were not checked: correct the errors first."), "{text}");
    fs::write(path.join("c.yaml"), "xwalk: catalog/1\nid: mine:1\n").unwrap();
    assert!(!findings(path, &gate).contains(&"a.yaml:6:5 evidence-missing".to_owned()), "the library is unsound");
}

#[test]
fn what_is_denied_is_an_error_in_every_format() {
    let files = folder(&[("a.yaml", &ASSESSMENT.replace("\"4.2.1\"", "4.2"))]);
    let shown = |args: &[&str]| String::from_utf8(run(files.path(), args).stdout).unwrap();
    let denied = ["--deny", "warnings"];
    assert!(shown(&denied).starts_with("Checked 1 file: 1 error\n"), "{}", shown(&denied));
    for (format, said) in [("junit", "failures=\"1\""), ("sarif", "\"level\": \"error\""), ("github", "::error ")] {
        let text = shown(&[&denied[..], &["--format", format]].concat());
        assert!(text.contains(said), "{text}");
    }
    let note = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008: { \"4.2.4\": partial }\n  iso-iec-20000-1:2011: { \"4.3.3\": planned }\n";
    let files = folder(&[("a.yaml", note)]);
    let text = String::from_utf8(run(files.path(), &["--deny", "notes"]).stdout).unwrap();
    assert!(text.contains("error[stated-below-"), "{text}");
}

#[test]
fn notes_are_reported_to_those_who_ask() {
    // All that 4.3.3 asks for lies in 4.2.4, which is partly in place: some of it may be.
    let text = format!("{ASSESSMENT}    \"4.2.4\": partial\n  iso-iec-20000-1:2011:\n    \"4.3.3\": planned\n");
    let files = folder(&[("a.yaml", &text)]);
    assert_eq!(findings(files.path(), &[]), [""; 0]);
    assert_eq!(findings(files.path(), &["--notes"]), ["a.yaml:9:5 stated-below-presumed"]);
    let shown = String::from_utf8(run(files.path(), &[]).stdout).unwrap();
    assert!(shown.contains("\n1 informational note is hidden: --notes shows all.\n"), "{shown}");
    let shown = String::from_utf8(run(files.path(), &["--notes"]).stdout).unwrap();
    assert!(shown.contains("\nnote[stated-below-presumed]: ") && shown.contains(" a.yaml:9:5\n"), "{shown}");
}

#[test]
fn a_reader_who_has_seen_enough_changes_nothing_about_the_exit_code() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(files.path()).args(["check", "--require-evidence"]).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(3));
}

#[test]
fn files_of_xwalk_are_known_however_their_first_key_is_spelt() {
    let body = "\norganization: Us\n";
    let latin = [b"xwalk: assessment/1\norganization: S\xfcd\n".as_slice()].concat();
    let wide: Vec<u8> = "\u{feff}xwalk: assessment/1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = folder(&[
        ("a.yaml", &format!("\"xwalk\" : assessment/1{body}")),
        ("b.yaml", "{\n  \"xwalk\": \"assessment/1\",\n  \"organization\": \"Us\"\n}\n"),
        ("c.yaml", "  xwalk: assessment/1\n  organization: Us\n"),
        ("d.yaml", &format!("xwalk:\n  assessment/1{body}")),
        ("other.yaml", "jobs:\n  xwalk:\n    steps: []\n"),
        ("other2.yaml", "xwalk:\n  steps: []\n"),
        ("other3.yaml", "name: my deployment\nxwalk: 1.4.2\n"),
        ("other4.yaml", "xwalk: { image: x }\n"),
        ("other5.yaml", "xwalk: true\n"),
    ]);
    let path = files.path();
    let shown = String::from_utf8(run(path, &[]).stdout).unwrap();
    assert!(
        shown.starts_with("Checked 4 files: no faults\n5 other YAML files are not in xwalk's format.\n"),
        "{shown}"
    );
    fs::write(path.join("g.YAML"), "xwalk: asessment/1\n").unwrap();
    assert_eq!(findings(path, &[]), ["g.YAML:1:8 unknown-kind"]);
    fs::remove_file(path.join("g.YAML")).unwrap();
    fs::write(path.join("e.yaml"), latin).unwrap();
    fs::write(path.join("f.yaml"), wide).unwrap();
    assert_eq!(findings(path, &[]), ["e.yaml:2:16 encoding", "f.yaml:1:1 encoding"]);
}

#[test]
fn nothing_is_no_kind_of_file_and_no_evidence() {
    let nothing = "xwalk:\norganization: A\nstatuses: { iso-9001:2008: { \"99\": bogus } }\n";
    let files = folder(&[("a.yaml", nothing)]);
    for text in [nothing.to_owned(), nothing.replace("xwalk:", "xwalk: ~")] {
        fs::write(files.path().join("a.yaml"), text).unwrap();
        assert_eq!(findings(files.path(), &["a.yaml"]), ["a.yaml:1:1 unknown-kind"]);
    }
    let text = ASSESSMENT.replace("implemented", "{ status: implemented, evidence: [~] }");
    let files = folder(&[("a.yaml", &text)]);
    assert_eq!(findings(files.path(), &["--require-evidence"]), ["a.yaml:6:48 wrong-type"]);
}

#[test]
fn a_folder_of_standards_is_read_as_every_other_command_reads_it() {
    let files = folder(&[
        ("st/mine.yaml", "xwalk: catalog/1\nid: mine:1\ntitle: Mine\nclauses: { \"1\": One }\n"),
        ("st/other.yml", "a: b\n"),
        ("st/a.yaml", ASSESSMENT),
        ("st/.github/x.yml", "on: push\n"),
        ("b.yaml", ASSESSMENT),
    ]);
    let found = findings(files.path(), &["--standards", "st"]);
    assert_eq!(found, ["st/a.yaml:1:8 unexpected-kind", "st/other.yml:1:1 unknown-kind"]);
    let mut list = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    let listed = list.current_dir(files.path()).args(["list", "--standards", "st"]).output().unwrap();
    let said = String::from_utf8(listed.stderr).unwrap();
    assert!(said.contains("error[unexpected-kind]") && said.contains("error[unknown-kind]"), "{said}");
    assert!(said.contains("xwalk: 2 errors; nothing was answered"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_in_a_folder_does_not_hide_what_is_found() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let path = files.path();
    assert!(Command::new("mkfifo").arg(path.join("pipe.yaml")).status().unwrap().success());
    assert_eq!(code(path, &["--require-evidence"]), 3, "a pipe is no file");
    std::os::unix::fs::symlink("nowhere.yaml", path.join("z.yaml")).unwrap();
    let output = run(path, &["--require-evidence"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("Checked 2 files: 1 error, 1 missed gate") && shown.contains("z.yaml:1:1"), "{shown}");
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_file_of_two_names_is_checked_once_under_the_first_of_them_in_whatever_order() {
    let files = folder(&[("one/a.yaml", ASSESSMENT), ("two/other.txt", "")]);
    let path = files.path();
    std::os::unix::fs::symlink("../one/a.yaml", path.join("two/b.yaml")).unwrap();
    for order in [["one/a.yaml", "two/b.yaml"], ["two/b.yaml", "one/a.yaml"]] {
        let found = findings(path, &[&order[..], &["--require-evidence"]].concat());
        assert_eq!(found, ["one/a.yaml:6:5 evidence-missing"]);
    }
}

#[test]
fn a_rule_is_explained_as_its_page_does() {
    let here = folder(&[]);
    let output = run(here.path(), &["--explain", "unknown-clause"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("## unknown-clause\n\n*Error.* ") && text.contains("**How to correct it.**"), "{text}");
    let unknown = run(here.path(), &["--explain", "unknown-claus"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("did you mean unknown-clause?"));
}

#[test]
fn what_is_bundled_is_not_taken_for_a_copy_of_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(code(root, &["standards", "examples/harbour-it"]), 0);
}
