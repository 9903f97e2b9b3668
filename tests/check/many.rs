//! Many findings of one cause.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{code, folder, run};

fn said(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(run(folder, args).stdout).unwrap()
}

fn json(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&said(folder, args)).unwrap()
}

/// A table of which every row names an edition that is not there, and how many rows it has.
fn table(id: &str, rows: usize) -> String {
    let head = "from: iso-9001:2008\nto: iso-9001:2000\nversion: 1\nsource: us\nconfidence: low\nrows:\n";
    let mut text = format!("xwalk: relations/1\nid: {id}\n{head}");
    for _ in 0..rows {
        text.push_str("  - { from: \"mine:1/1\", to: \"4.1\", relation: partial }\n");
    }
    text
}

#[test]
fn what_comes_from_one_cause_is_reported_once_with_its_number_in_every_format() {
    let files =
        folder(&[("a.yaml", &table("a", 200)), ("b.yaml", &table("b", 18)), ("c.yaml", "xwalk: assessment/1\n")]);
    let path = files.path();
    let checked = json(path, &["--format", "json"]);
    assert_eq!(checked["title"], "Checked 3 files: 219 errors");
    let answer = checked["answer"].as_array().unwrap();
    assert_eq!(answer.len(), 2);
    assert_eq!((&answer[0]["count"], &answer[1]["count"]), (&218.into(), &1.into()));
    assert_eq!(answer[0]["message"], "there is no edition mine:1 (218 times in 2 files)");
    assert_eq!(answer[0]["line"], 9);
    assert_eq!(answer[0]["places"], "a.yaml:10:13 a.yaml:11:13 a.yaml:12:13 a.yaml:13:13");
    assert_eq!(checked["files"][0]["errors"], 200, "each file has all of its own");
    assert_eq!(checked["files"][1]["errors"], 18);
    assert_eq!(code(path, &[]), 1);
    let words = "(218 times in 2 files)";
    for format in ["table", "markdown", "csv", "html", "github", "gitlab", "junit", "sarif"] {
        let text = said(path, &["--format", format, "--width", "200"]);
        assert!(text.contains(words), "{format}: {text}");
        assert!(text.len() < 150_000, "{format} has {} bytes", text.len());
    }
    let log = json(path, &["--format", "sarif"]);
    assert_eq!(log["runs"][0]["results"][0]["occurrenceCount"], 218);
    // Each by itself, for those who ask.
    let all = json(path, &["--format", "json", "--all"]);
    assert_eq!((all["answer"].as_array().unwrap().len(), &all["title"]), (219, &checked["title"]));
    assert_eq!(json(path, &["--format", "sarif", "--all"])["runs"][0]["results"].as_array().unwrap().len(), 219);
    // A question says the same of the same folder, of which no file may be an assessment.
    let question = std::process::Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(["list", "editions", "--standards"])
        .arg(path)
        .output()
        .unwrap();
    let error = String::from_utf8(question.stderr).unwrap();
    assert!(error.contains(words) && error.contains("220 errors"), "{error}");
}

#[test]
fn ten_thousand_findings_of_a_folder_are_few_and_all_are_counted() {
    let table = |id: usize| {
        let mut text = table(&format!("t{id}"), 0);
        (0..300).for_each(|n| writeln!(text, "  - {{ from: \"9.{n}\", to: \"4.1\", relation: none }}").unwrap());
        text
    };
    let files: Vec<(String, String)> = (10..50).map(|id| (format!("t{id}.yaml"), table(id))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let files = folder(&files);
    let checked = json(files.path(), &["--format", "json"]);
    assert_eq!(checked["title"], "Checked 40 files: 12000 errors");
    let answer = checked["answer"].as_array().unwrap();
    assert_eq!(answer.len(), 40, "each file has a cause of its own, where no other tells them apart");
    assert_eq!(answer[0]["message"], "iso-9001:2008 has no clause 9.0 (and 299 more of unknown-clause)");
    assert!(answer.iter().all(|one| one["count"] == 300));
    assert_eq!(checked["files"][39]["errors"], 300);
}

#[test]
fn a_baseline_knows_each_of_many_and_shows_how_many_are_new() {
    let text = |count: usize| {
        let mut text =
            "xwalk: assessment/1\norganization: Us\npolicy: { evidence: required }\nstatuses:\n  mine:1:\n".to_owned();
        (0..count).for_each(|number| writeln!(text, "    {number}: implemented").unwrap());
        text
    };
    let mut catalog = "xwalk: catalog/1\nid: mine:1\ntitle: Mine\nclauses:\n".to_owned();
    (0..900).for_each(|number| writeln!(catalog, "  \"{number}\": A").unwrap());
    let files = folder(&[("a.yaml", &text(300)), ("mine.yaml", &catalog)]);
    let path = files.path();
    // Each has no evidence, and no quotes.
    let checked = json(path, &["--format", "json"]);
    assert_eq!(checked["title"], "Checked 2 files: 300 missed gates, 300 warnings");
    assert_eq!(checked["answer"].as_array().unwrap().len(), 600, "each is a matter of its own");
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 0);
    assert_eq!(code(path, &["--baseline", "known.json", "--deny", "warnings"]), 0);
    fs::write(path.join("a.yaml"), text(900)).unwrap();
    let since = json(path, &["--baseline", "known.json", "--format", "json"]);
    assert_eq!(since["title"], "Checked 2 files: 600 missed gates, 600 warnings");
    let told: Vec<_> =
        since["answer"].as_array().unwrap().iter().map(|one| (&one["rule"], &one["count"], &one["since"])).collect();
    let one = |rule: &'static str| (Value::from(rule), Value::from(600), Value::from("new"));
    let expected = [one("evidence-missing"), one("unquoted-id")];
    let mut expected: Vec<_> = expected.iter().map(|(rule, count, since)| (rule, count, since)).collect();
    if told[0].0 == "unquoted-id" {
        expected.reverse();
    }
    assert_eq!(told, expected);
    assert_eq!(code(path, &["--baseline", "known.json"]), 3);
}
