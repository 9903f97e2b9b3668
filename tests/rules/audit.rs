//! What `xwalk audit` says of the tables of a folder and of the common world beside it. A folder with errors has no tables that
//! could be compared, and nothing is said of it.

use std::path::{Path, PathBuf};
use std::process::Command;

use rayon::prelude::*;

use crate::expected::{By, differences, folders};
use crate::folder::{ROOT, WORLD, yaml_files};

#[derive(serde::Deserialize)]
struct Audited {
    findings: Vec<Finding>,
}

#[derive(serde::Deserialize)]
struct Finding {
    rule: String,
    file: String,
    line: usize,
    column: usize,
    message: String,
}

impl Finding {
    /// As a line of `expected.txt`.
    fn line(&self) -> String {
        let name = self.file.rsplit('/').next().expect("even a text without a slash has an end");
        format!("{name}:{}:{}: {} [{}]", self.line, self.column, self.message, self.rule)
    }
}

#[test]
fn every_rule_runs_over_the_tables_of_all_folders() {
    let look = |folder: &'static str| {
        let is_standard = |path: &PathBuf| !path.ends_with("assessment.yaml");
        let files = yaml_files(&Path::new(ROOT).join(folder)).into_iter().filter(is_standard);
        let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
        command.args(["audit", "--no-project", "--format", "json"]).args(files).arg(Path::new(ROOT).join(WORLD));
        let output = command.output().expect("it runs");
        let audited: Option<Audited> = serde_json::from_slice(&output.stdout).ok();
        let found: Vec<String> = audited.iter().flat_map(|audited| &audited.findings).map(Finding::line).collect();
        (folder, found)
    };
    let found: Vec<(&str, Vec<String>)> = folders().into_par_iter().map(look).collect();
    let differences = differences(By::Audit, found);
    assert!(differences.is_empty(), "these folders differ:\n\n{differences}");
}
