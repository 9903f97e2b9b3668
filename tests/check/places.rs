//! What other programs make of findings: where a file is, and what is a command.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{folder, run};

const WRONG: &str = "xwalk: assessment/1\norganization: \"\"\n";

fn said(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(run(folder, args).stdout).unwrap()
}

/// The path of the only finding as SARIF, GitHub and GitLab have it, and what the first starts from.
fn paths(folder: &Path, args: &[&str]) -> (String, String, String, Option<String>) {
    let json = |format: &str| -> Value {
        serde_json::from_str(&said(folder, &[args, &["--format", format]].concat())).unwrap()
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let log = json("sarif");
    let artifact = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert!(log["runs"][0]["originalUriBaseIds"]["%SRCROOT%"].is_object());
    let annotation = said(folder, &[args, &["--format", "github"]].concat());
    let annotated = annotation.split_once("file=").unwrap().1.split_once(',').unwrap().0.to_owned();
    let gitlab = text(&json("gitlab")[0]["location"]["path"]).unwrap();
    (text(&artifact["uri"]).unwrap(), annotated, gitlab, text(&artifact["uriBaseId"]))
}

#[test]
fn paths_start_from_the_root_of_the_repository_wherever_a_run_begins() {
    let files = folder(&[("repository/.git/HEAD", ""), ("repository/deep/a.yaml", WRONG), ("repository/docs/x", "")]);
    let root = files.path().join("repository");
    let same = |path: &str| (path.to_owned(), path.to_owned(), path.to_owned(), Some("%SRCROOT%".to_owned()));
    for (here, name) in [("", "deep"), ("deep", "."), ("deep", "a.yaml"), ("docs", "../deep"), ("docs", "..")] {
        assert_eq!(paths(&root.join(here), &[name]), same("deep/a.yaml"), "{name} from {here}");
    }
    assert_eq!(paths(files.path(), &["repository/deep"]), same("deep/a.yaml"), "from above it");
    assert_eq!(paths(files.path(), &["repository/deep", "--root", "."]), same("repository/deep/a.yaml"));
    // What stands outside has its whole path.
    let whole = fs::canonicalize(root.join("deep/a.yaml")).unwrap().display().to_string();
    let (uri, annotated, gitlab, base) = paths(&root, &["deep", "--root", "docs"]);
    assert_eq!((uri, annotated, gitlab, base), (format!("file://{whole}"), whole.clone(), whole, None));
    assert_eq!(run(&root, &["--root", "nowhere"]).status.code(), Some(2));
    assert_eq!(run(&root, &["--root", "deep/a.yaml"]).status.code(), Some(2));
}

#[test]
fn a_fingerprint_is_the_same_wherever_a_run_begins() {
    let files = folder(&[(".git/HEAD", ""), ("deep/a.yaml", WRONG)]);
    let print = |here: &str, name: &str| {
        let log: Value = serde_json::from_str(&said(&files.path().join(here), &[name, "--format", "sarif"])).unwrap();
        log["runs"][0]["results"][0]["partialFingerprints"].clone()
    };
    assert_eq!(print("", "."), print("deep", "a.yaml"));
}

#[test]
fn sarif_says_where_the_tool_is_at_home() {
    let files = folder(&[("a.yaml", WRONG)]);
    let log: Value = serde_json::from_str(&said(files.path(), &["--format", "sarif"])).unwrap();
    let home = log["runs"][0]["tool"]["driver"]["informationUri"].as_str().unwrap();
    assert!(home.starts_with("https://"), "{home}");
}

#[cfg(unix)]
#[test]
fn no_line_for_people_is_a_command_to_the_program_that_keeps_the_log() {
    let text = "xwalk: assessment/1\norganization: Us\n\"##vso[task.complete]\": 1\n\"::stop-commands::x\": 2\n";
    let files = folder(&[("::error title=x::done.yaml", text), ("##[group]a.yaml", text)]);
    let output = run(files.path(), &[]);
    for said in [output.stdout, output.stderr, run(files.path(), &["##[group]a.yaml", "a\n::b"]).stderr] {
        let said = String::from_utf8(said).unwrap();
        let commands: Vec<&str> = said
            .lines()
            .filter(|line| line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso["))
            .collect();
        assert_eq!(commands, [""; 0]);
    }
}
