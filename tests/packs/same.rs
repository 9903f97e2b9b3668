//! An answer over a pack is, byte by byte, the answer over the folder of which it was made.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const ASSESSMENT: &str = "xwalk: assessment/1\norganization: Us\ntargets: [house-rules:1]\nstatuses:\n  iso-9001:2008:\n    \"4.2.1\": implemented\n    \"4.2.3\": partial\n";
const RULES: &str = "xwalk: catalog/1\nid: house-rules:1\ntitle: Our own rules\naliases: [our rules]\nclauses:\n  \"1\": Documents\n  \"1.1\": Keep minutes\n  \"1.2\": { title: Keep contracts, owner: desk }\n  \"1.3\": Burn drafts\n";
const TABLE: &str = "xwalk: relations/1\nid: iso-9001-2008--house-rules-1\nfrom: iso-9001:2008\nto: house-rules:1\nversion: 1\nsource: made up\nconfidence: low\nrows:\n  - { from: \"4.2.1\", to: \"1.1\", relation: full }\n  - { from: [\"4.2.3\", \"iso-9001:2015/7.5\"], to: \"1.2\", relation: partial, add: Sign them }\n";

const METHOD: &str = "xwalk: method/1\nid: our-way\ntitle: Our way\nfor: house-rules:1\nsteps:\n  \"1\": { title: Begin, phase: first, clauses: [\"1\"], deliverables: [Pens, Paper], note: Early }\n  \"2\": { title: Go on, phase: first, done-when: it runs }\ntranslations:\n  fr: { title: Notre voie }\n  de:\n    title: Unser Weg\n    phases: { first: zuerst }\n    steps:\n      \"2\": { title: Weiter, done-when: es läuft }\n      \"1\": { title: Anfangen, deliverables: [Stifte, Papier], note: Früh }\n";

fn xwalk(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(folder).args(args).env_remove("XWALK_STANDARDS").env_remove("NO_COLOR").env_remove("COLUMNS");
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A folder with standards of its own, an assessment, and the pack of the standards.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("ours")).unwrap();
    fs::write(folder.path().join("assessment.yaml"), ASSESSMENT).unwrap();
    fs::write(folder.path().join("ours/rules.yaml"), RULES).unwrap();
    fs::write(folder.path().join("ours/iso-9001-2008--house-rules-1.yaml"), TABLE).unwrap();
    fs::write(folder.path().join("ours/our-way.yaml"), METHOD).unwrap();
    let output = xwalk(folder.path(), &["pack", "ours", "--output", "ours.xwp"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    folder
}

#[test]
fn an_answer_over_a_pack_is_the_answer_over_the_folder() {
    let folder = folder();
    let commands: &[&[&str]] = &[
        &["list", "--format", "json"],
        &["list", "tables"],
        &["show", "house-rules:1", "--format", "json"],
        &["show", "house-rules:1/1.2"],
        &["show", "iso-9001-2008--house-rules-1"],
        &["search", "minutes"],
        &["list", "methods", "--language", "de"],
        &["show", "our-way", "--language", "de"],
        &["plan", "assessment.yaml", "--language", "de"],
        &["plan", "assessment.yaml", "--language", "fr", "--format", "markdown"],
        &["map", "9001:2008", "our rules", "--format", "csv"],
        &["matrix", "house-rules:1", "9001:2008", "9001:2015"],
        &["gap", "assessment.yaml", "--format", "json"],
        &["gap", "assessment.yaml", "--format", "sarif"],
        &["coverage", "assessment.yaml"],
        &["explain", "assessment.yaml", "house-rules:1/1.2"],
        &["plan", "assessment.yaml", "--format", "csv"],
        &["report", "assessment.yaml"],
        &["guide", "9001:2008", "house-rules:1"],
        &["graph", "house-rules:1", "9001:2008"],
        &["export", "house-rules:1"],
        &["init", "house-rules:1"],
        &["check", "assessment.yaml", "--format", "sarif"],
        &["show", "house-rules:2"],
        &["gap", "assessment.yaml", "--target", "house-rulez:1"],
    ];
    for command in commands {
        let over = |standards: &str| xwalk(folder.path(), &[command, &["--standards", standards][..]].concat());
        let (files, pack) = (over("ours"), over("ours.xwp"));
        // What is packed was checked when it was, and is not a file of `check` any more.
        let is_check = command[0] == "check";
        assert!(
            is_check || files.stdout == pack.stdout,
            "{command:?}\n{}\n{}",
            text(&files.stdout),
            text(&pack.stdout)
        );
        assert_eq!(text(&files.stderr), text(&pack.stderr), "{command:?}");
        let is_german = command.ends_with(&["--language", "de"]);
        assert!(!is_german || text(&pack.stdout).contains("Unser Weg"), "{command:?}\n{}", text(&pack.stdout));
        assert_eq!(files.status.code(), pack.status.code(), "{command:?}");
    }
}

#[test]
fn a_pack_is_the_same_however_often_it_is_made_and_out_of_a_pack() {
    let folder = folder();
    let packed = fs::read(folder.path().join("ours.xwp")).unwrap();
    for from in ["ours", "ours.xwp"] {
        let output = xwalk(folder.path(), &["pack", from, "--output", "-"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(output.stdout == packed, "{from}");
        assert!(text(&output.stderr).contains("holds 1 edition, 1 relation table and 1 method, from 3 files"));
    }
}

#[test]
fn what_cannot_be_packed_is_not_and_says_why() {
    let folder = folder();
    let told = |args: &[&str]| {
        let output = xwalk(folder.path(), args);
        (output.status.code(), text(&output.stderr).to_owned())
    };
    let (code, why) = told(&["pack", "ours"]);
    assert!(code == Some(2) && why.contains("a pack is a file") && why.contains("--output"), "{why}");
    let (code, why) = told(&["pack", "ours", "--output", "assessment.yaml"]);
    assert!(code == Some(2) && why.contains("was not overwritten"), "{why}");
    let (code, why) = told(&["pack", "ours.xwp", "--output", "ours.xwp"]);
    assert!(code == Some(2) && why.contains("this run reads the file"), "{why}");
    fs::create_dir(folder.path().join("none")).unwrap();
    let (code, why) = told(&["pack", "none", "--output", "none.xwp"]);
    assert!(code == Some(2) && why.contains("nothing to pack was found"), "{why}");
    fs::write(folder.path().join("ours/bad.yaml"), RULES.replace("house-rules:1", "bad:1").replace("title", "titel"))
        .unwrap();
    let (code, why) = told(&["pack", "ours", "--output", "bad.xwp"]);
    assert!(code == Some(1) && why.contains("ours/bad.yaml:3:1"), "{why}");
    assert!(!folder.path().join("bad.xwp").exists());
    // What is part of the program is left out.
    let bundled = concat!(env!("CARGO_MANIFEST_DIR"), "/standards");
    let (code, why) = told(&["pack", bundled, "--output", "all.xwp"]);
    assert!(code == Some(2) && why.contains("nothing to pack was found"), "{why}");
}

#[test]
fn nothing_is_answered_over_a_damaged_part_that_is_checked() {
    let folder = folder();
    let mut bytes = fs::read(folder.path().join("ours.xwp")).unwrap();
    let at = bytes.windows(12).position(|window| window == b"1.2Keep cont").expect("the clauses stand in it");
    bytes[at + 4] ^= 1;
    fs::write(folder.path().join("ours.xwp"), bytes).unwrap();
    let told = |args: &[&str]| {
        let output = xwalk(folder.path(), &[args, &["--standards", "ours.xwp"]].concat());
        (output.status.code(), output.stdout.len(), text(&output.stderr).to_owned())
    };
    let (code, written, why) = told(&["show", "house-rules:1"]);
    assert_eq!((code, written), (Some(2), 0));
    assert!(why.contains("ours.xwp: the content for house-rules:1 is damaged"), "{why}");
    for command in [&["gap", "assessment.yaml"][..], &["init", "house-rules:1"], &["export", "house-rules:1"]] {
        let (code, written, why) = told(command);
        assert!((code, written) == (Some(2), 0) && why.contains("is damaged"), "{command:?}: {why}");
    }
    // What does not look at it is answered.
    assert_eq!(told(&["show", "iso-9001:2015"]).0, Some(0));
}
