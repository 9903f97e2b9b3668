//! `xwalk check` as a whole: which files it looks at, what it says of them, and the exit code.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const ASSESSMENT: &str = "xwalk: assessment/1
organization: Us
targets: [iso-iec-20000-1:2011]
statuses:
  iso-9001:2008:
    \"4.2.1\": implemented
";

/// A folder with files, each with its text.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(folder).arg("check").args(args).output().unwrap()
}

fn code(folder: &Path, args: &[&str]) -> i32 {
    run(folder, args).status.code().unwrap()
}

/// The findings as `file:line:column rule`.
fn findings(folder: &Path, args: &[&str]) -> Vec<String> {
    let output = run(folder, &[args, &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let place = |finding: &serde_json::Value| {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        format!("{}:{}:{} {}", text("file"), finding["line"], finding["column"], text("rule"))
    };
    json["answer"].as_array().unwrap().iter().map(place).collect()
}

#[test]
fn the_exit_code_tells_clean_from_wrong_from_missed_from_usage() {
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
fn files_are_found_by_their_first_key_and_each_is_looked_at_once() {
    let files = folder(&[
        ("a.yaml", ASSESSMENT),
        ("deep/b.yml", ASSESSMENT),
        ("deep/other.yaml", "services: []\n"),
        (".hidden/c.yaml", "xwalk: assessment/1\n"),
        ("d.txt", "xwalk: assessment/1\n"),
    ]);
    let text = |args: &[&str]| String::from_utf8(run(files.path(), args).stdout).unwrap();
    assert!(text(&[]).starts_with("Checked 2 files: clean\n1 other YAML file is not of xwalk.\n"), "{}", text(&[]));
    assert!(text(&["a.yaml", ".", "./a.yaml"]).starts_with("Checked 2 files: clean\n"));
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
fn a_baseline_lets_pass_what_is_known_and_tells_what_got_worse() {
    let text = |second: &str| {
        format!(
            "{ASSESSMENT}    \"5.1\": {second}\npolicy: {{ min-coverage: {{ iso-iec-20000-1:2011: 50 }}, evidence: required }}\n"
        )
    };
    let files = folder(&[("a.yaml", &text("implemented"))]);
    let path = files.path();
    assert_eq!(code(path, &[]), 3);
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 3, "it is told once more, and known from then on");
    let known = ["a.yaml", "--baseline", "known.json"];
    assert_eq!((code(path, &known), findings(path, &known)), (0, vec![]));
    // A comment above moves every line and changes no finding.
    fs::write(path.join("a.yaml"), format!("# moved\n{}", text("implemented"))).unwrap();
    assert_eq!(code(path, &known), 0);
    // 5.1 no longer gives 4.1.1 a part, and one more clause has no evidence.
    fs::write(path.join("a.yaml"), text("planned") + "owner: nobody\n").unwrap();
    assert_eq!(findings(path, &known), ["a.yaml:9:1 unknown-key"]);
    fs::write(path.join("a.yaml"), text("planned")).unwrap();
    assert_eq!((code(path, &known), findings(path, &known)), (3, vec!["a.yaml:1:1 coverage-fell".to_owned()]));
    fs::write(path.join("known.json"), "{").unwrap();
    assert_eq!(code(path, &known), 2);
}

#[test]
fn a_rule_is_explained_as_its_page_does() {
    let here = folder(&[]);
    let output = run(here.path(), &["--explain", "unknown-clause"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("## unknown-clause\n\n*Error.* ") && text.contains("**Way out.**"), "{text}");
    let unknown = run(here.path(), &["--explain", "unknown-claus"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("did you mean unknown-clause?"));
}

#[test]
fn what_is_bundled_is_not_taken_for_a_copy_of_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(code(root, &["standards", "examples/harbour-it"]), 0);
}
