//! What is said of assessments in files, counted by hand.

use serde_json::{Value, json};

use crate::{BROKEN, NORTH, SOUTH, code, findings, folder, json, run};

fn figures(row: &Value) -> Vec<u64> {
    let keys = ["applicable", "full", "partial", "presumed", "none", "not-applicable"];
    keys.iter().map(|key| row[*key].as_u64().unwrap()).collect()
}

#[test]
fn a_row_for_each_assessment_says_what_coverage_says_of_it() {
    let folder = folder(&[("sites/north.yaml", NORTH), ("sites/south.yaml", SOUTH), ("sites/notes.yaml", "a: b")]);
    let answer = json(folder.path(), &["sites", "--as-of", "2026-02-01"], "");
    let rows = answer["answer"].as_array().unwrap();
    let names: Vec<&str> = rows.iter().map(|row| row["assessment"].as_str().unwrap()).collect();
    assert_eq!(names, ["sites/north.yaml", "sites/south.yaml"]);
    for (row, name) in rows.iter().zip(names) {
        let alone = std::process::Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(folder.path())
            .args(["coverage", name, "--format", "json"])
            .output()
            .unwrap();
        let alone: Value = serde_json::from_slice(&alone.stdout).unwrap();
        let total = alone["answer"].as_array().unwrap().iter().find(|group| group["group"] == "total").unwrap();
        for key in ["applicable", "full", "partial", "presumed", "none", "lower", "coverage", "upper"] {
            assert_eq!(row[key], total[key], "{name}: {key}");
        }
    }
    assert_eq!(rows[0]["not-applicable"], 0);
    assert_eq!(rows[1]["not-applicable"], 1);
    assert_eq!((&rows[0]["overdue"], &rows[1]["overdue"]), (&json!(1), &json!(0)));
    assert_eq!((&rows[0]["site"], &rows[0]["tags"]), (&json!("North"), &json!("old; large")));
}

#[test]
fn requirements_count_the_assessments_at_each_level() {
    let folder = folder(&[("north.yaml", NORTH), ("south.yaml", SOUTH)]);
    let answer = json(folder.path(), &["."], "");
    let requirements = answer["requirements"].as_array().unwrap();
    assert_eq!(requirements.len(), 39);
    let of = |clause: &str| {
        let clause = format!("iso-iec-20000-1:2011/{clause}");
        figures(requirements.iter().find(|row| row["clause"] == clause.as_str()).unwrap())
    };
    // 6.5 does not apply in the south; 6.6.1 is in place there, and nothing is known of it in the north.
    assert_eq!(of("6.5"), [1, 0, 0, 0, 1, 1]);
    assert_eq!(of("6.6.1"), [2, 1, 0, 0, 1, 0]);
    let gap = |clause: &str| {
        let clause = format!("iso-iec-20000-1:2011/{clause}");
        let gaps = answer["common-gaps"].as_array().unwrap();
        gaps.iter().find(|row| row["clause"] == clause.as_str()).map(|row| row["brought-forward"].clone())
    };
    assert_eq!((gap("6.6.2"), gap("6.5"), gap("6.6.1")), (Some(json!(2)), None, None), "one alone shares no gap");
}

#[test]
fn assessments_are_rolled_up_by_what_they_name() {
    let folder = folder(&[("north.yaml", NORTH), ("south.yaml", SOUTH)]);
    let answer = json(folder.path(), &["."], "");
    let groups = |table: &str, key: &str| -> Vec<(String, u64, u64)> {
        let rows = answer[table].as_array().unwrap().iter();
        rows.map(|row| {
            let number = |key: &str| row[key].as_u64().unwrap();
            (row[key].as_str().unwrap().to_owned(), number("assessments"), number("applicable"))
        })
        .collect()
    };
    assert_eq!(groups("by-site", "site"), [("North".to_owned(), 1, 39), ("South".to_owned(), 1, 38)]);
    assert_eq!(groups("by-unit", "unit"), [("Plants".to_owned(), 2, 77)]);
    assert_eq!(groups("by-tag", "tag"), [("large".to_owned(), 1, 39), ("old".to_owned(), 2, 77)]);
    let only = json(folder.path(), &[".", "--by", "unit"], "");
    assert!(only["by-site"].is_null() && only["by-tag"].is_null() && only["by-unit"].is_array());
}

#[test]
fn equal_assessments_share_a_rank() {
    let files = [("a.yaml", NORTH), ("b.yaml", SOUTH), ("c.yaml", &format!("{NORTH}# again\n"))];
    let folder = folder(&files);
    let answer = json(folder.path(), &["."], "");
    let league: Vec<(&str, u64, u64)> = answer["league"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["assessment"].as_str().unwrap(), row["rank"].as_u64().unwrap(), row["tied"].as_u64().unwrap()))
        .collect();
    assert_eq!(league, [("b.yaml", 1, 0), ("a.yaml", 2, 1), ("c.yaml", 2, 1)]);
}

#[test]
fn a_broken_file_is_a_finding_and_the_others_are_answered() {
    let folder = folder(&[("a.yaml", NORTH), ("b/broken.yaml", BROKEN), ("c.yaml", SOUTH)]);
    for jobs in ["1", "2", "7"] {
        let output = run(folder.path(), &[".", "--format", "json", "--jobs", jobs], "");
        assert_eq!(code(&output), 1);
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["answer"].as_array().unwrap().len(), 2);
        assert_eq!(findings(&answer), ["b/broken.yaml:6:5 unknown-clause"]);
        let told = answer["lead"][0].as_str().unwrap();
        assert!(told.starts_with("1 assessment could not be answered"), "{told}");
    }
    let output = run(folder.path(), &[".", "--format", "csv"], "");
    assert_eq!((code(&output), String::from_utf8(output.stdout).unwrap().lines().count()), (1, 3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("b/broken.yaml:6:5"));
}

#[test]
fn what_is_no_text_or_aims_at_nothing_is_a_finding_too() {
    let folder = folder(&[("a.yaml", NORTH), ("b.yaml", &NORTH.replace("targets: [iso-iec-20000-1:2011]\n", ""))]);
    std::fs::write(folder.path().join("c.yaml"), b"xwalk: assessment/1\norganization: \xff\n").unwrap();
    let answer = json(folder.path(), &["."], "");
    let mut found = findings(&answer);
    found.sort();
    assert_eq!(found, ["b.yaml:1:1 missing-key", "c.yaml:2:15 encoding"]);
    let named = json(folder.path(), &[".", "--target", "20000-1:2011"], "");
    assert_eq!(findings(&named), ["c.yaml:2:15 encoding"]);
}

#[test]
fn a_copy_is_told_and_a_file_that_is_named_twice_is_there_once() {
    let folder = folder(&[("a.yaml", NORTH), ("copy.yaml", NORTH)]);
    let output = run(folder.path(), &["a.yaml", "copy.yaml", "a.yaml", "*.yaml", "--format", "json"], "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), answer["answer"].as_array().unwrap().len()), (0, 2));
    assert_eq!(findings(&answer), ["copy.yaml:1:1 repeated-value"]);
}

#[test]
fn a_folder_without_assessments_and_a_pattern_without_files_are_refused() {
    let folder = folder(&[("notes.yaml", "a: b")]);
    for (path, said) in
        [(".", "no assessment was found in ."), ("*.yml", "nothing matches *.yml"), ("x", "x: there is no")]
    {
        let output = run(folder.path(), &[path], "");
        assert_eq!(code(&output), 2, "{path}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn tables_hold_as_many_assessments_as_are_asked_for_and_figures_count_all() {
    let files: Vec<(String, String)> = (0..15)
        .map(|number| (format!("{number:02}.yaml"), format!("{}# {number}\n", if number < 14 { NORTH } else { SOUTH })))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    let answer = json(folder.path(), &[".", "--rows", "4"], "");
    let count = |table: &str| answer[table].as_array().unwrap().len();
    assert_eq!((count("answer"), count("heatmap"), count("league")), (4, 4 * 6, 4), "six chapters");
    assert_eq!(answer["by-unit"][0]["assessments"], 15);
    let league: Vec<u64> =
        answer["league"].as_array().unwrap().iter().map(|row| row["rank"].as_u64().unwrap()).collect();
    assert_eq!(league, [1, 2, 2, 2], "the first two and the last two");
    // The middle half of the fifteen is one value: nothing is far from it.
    assert!(answer["outliers"].is_null());
    let csv = run(folder.path(), &[".", "--rows", "4", "--format", "csv"], "");
    assert_eq!(String::from_utf8(csv.stdout).unwrap().lines().count(), 16);
}

#[test]
fn conditions_narrow_what_is_counted() {
    let folder = folder(&[("a.yaml", NORTH)]);
    let answer = json(folder.path(), &[".", "--where", "pdca=plan"], "");
    let all = json(folder.path(), &["."], "");
    let applicable = |answer: &Value| answer["answer"][0]["applicable"].as_u64().unwrap();
    assert!(applicable(&answer) < applicable(&all));
    assert_eq!(answer["requirements"].as_array().unwrap().len() as u64, applicable(&answer));
}
