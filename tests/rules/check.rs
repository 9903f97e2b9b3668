//! What `xwalk check` says of a folder when every gate is asked for, notes are reported, and it was all well before.
//!
//! The files of the folder `sound` stand beside those of each: its assessment, as `sound.yaml`, keeps every promise, and
//! its baseline knows both assessments as wholly covered, where a folder has none of its own. So every rule has something
//! to look at in every folder, and where one fires that should not, a line is missing in `expected.txt`.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;
use tempfile::TempDir;

use crate::expected::{By, differences, folders};
use crate::folder::{ROOT, WORLD, files, yaml_files};

/// Every gate there is. Coverage is asked for by the whole of one edition and by the chapters of the other.
const GATES: &[&str] = &[
    "--min-coverage=alpha:1=100",
    "--min-chapter-coverage=beta:1=100",
    "--no-overdue",
    "--require-evidence",
    "--evidence-exists",
    "--max-age=365",
    "--require-confidence=high",
];

/// A finding in the output for programs.
#[derive(serde::Deserialize)]
pub(crate) struct Finding {
    pub(crate) rule: String,
    pub(crate) file: String,
    line: usize,
    column: usize,
    message: String,
}

#[derive(serde::Deserialize)]
struct Checked {
    answer: Vec<Finding>,
}

impl Finding {
    /// As a line of `expected.txt`.
    fn line(&self) -> String {
        let name = self.file.rsplit('/').next().expect("even a text without a slash has an end");
        format!("{name}:{}:{}: {} [{}]", self.line, self.column, self.message.replace('\\', "/"), self.rule)
    }
}

/// What the program finds, notes too.
pub(crate) fn check(here: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Vec<Finding> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(here).args(["check", "--notes", "--format", "json"]).args(arguments);
    let output = command.output().expect("it runs");
    let checked: Result<Checked, _> = serde_json::from_slice(&output.stdout);
    checked.unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&output.stderr))).answer
}

/// The folders under the same names in a folder of their own, each with the files of `sound`.
fn copy() -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    let put = |from: &Path, to: &Path| {
        let to = copy.path().join(to);
        fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("it can be made");
        fs::copy(from, to).expect("it can be copied");
    };
    let sound = Path::new(ROOT).join("sound");
    for folder in folders().into_iter().map(|folder| Path::new(ROOT).join(folder)) {
        put(&sound.join("assessment.yaml"), &folder.join("sound.yaml"));
        put(&sound.join("baseline.json"), &folder.join("baseline.json"));
    }
    // Last, so that a folder's own baseline counts.
    files(Path::new(ROOT)).iter().for_each(|path| put(path, path));
    copy
}

#[test]
fn every_rule_runs_over_the_folders_of_all_others() {
    let copy = copy();
    let look = |folder: &'static str| {
        // Each file is named, so that one that does not look like one of ours is looked at all the same.
        let named = yaml_files(&copy.path().join(ROOT).join(folder)).into_iter();
        let named = named.map(|path| path.strip_prefix(copy.path()).expect("it lies there").to_owned());
        let options = [format!("--standards={ROOT}/{WORLD}"), format!("--baseline={ROOT}/{folder}/baseline.json")];
        let options = options.into_iter().chain(GATES.iter().map(|gate| (*gate).to_owned()));
        let found = check(copy.path(), options.map(PathBuf::from).chain(named));
        (folder, found.iter().map(Finding::line).collect())
    };
    let found: Vec<(&str, Vec<String>)> = folders().into_par_iter().map(look).collect();
    let differences = differences(By::Check, found);
    assert!(differences.is_empty(), "these folders differ:\n\n{differences}");
}
