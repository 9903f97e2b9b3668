//! `xwalk portfolio` as a whole: where assessments come from, what is said of them, and the exit code.

#[cfg(feature = "parquet")]
#[path = "portfolio/columns.rs"]
mod columns;
#[path = "portfolio/faults.rs"]
mod faults;
#[path = "portfolio/overview.rs"]
mod overview;
#[path = "portfolio/partitions.rs"]
mod partitions;
#[path = "portfolio/projects.rs"]
mod projects;
#[path = "portfolio/streams.rs"]
mod streams;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// All of 4.2.1 is in place.
pub(crate) const NORTH: &str = "xwalk: assessment/1
organization: Group
site: North
unit: Plants
tags: [old, large]
targets: [iso-iec-20000-1:2011]
statuses:
  iso-9001:2008:
    \"4.2.1\": { status: implemented, maturity: 3 }
    \"5.1\": { status: partial, due: 2026-01-31 }
";

/// The same is in part.
pub(crate) const SOUTH: &str = "xwalk: assessment/1
organization: Group
site: South
unit: Plants
tags: [old]
targets: [iso-iec-20000-1:2011]
statuses:
  iso-9001:2008:
    \"4.2.1\": partial
  iso-iec-20000-1:2011:
    \"6.5\": { status: not-applicable, justification: no such service }
    \"6.6.1\": implemented
";

pub(crate) const BROKEN: &str = "xwalk: assessment/1
organization: Group
targets: [iso-iec-20000-1:2011]
statuses:
  iso-9001:2008:
    \"4.99\": implemented
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

pub(crate) fn run(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(folder)
        .arg("portfolio")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its arguments reads nothing.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    child.wait_with_output().unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn json(folder: &Path, args: &[&str], input: &str) -> Value {
    let output = run(folder, &[args, &["--format", "json"]].concat(), input);
    serde_json::from_slice(&output.stdout).unwrap()
}

pub(crate) fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What findings say, as `file:line:column rule`.
pub(crate) fn findings(answer: &Value) -> Vec<String> {
    let place = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        format!("{}:{}:{} {}", text("file"), finding["line"], finding["column"], text("rule"))
    };
    answer["findings"].as_array().unwrap().iter().map(place).collect()
}
