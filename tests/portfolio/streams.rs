//! Assessments and rows that come in streams, and rows that go out.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::{NORTH, SOUTH, code, findings, folder, json, lines, run};

const WHOLE: &str = r#"{"xwalk": "assessment/1", "organization": "A", "targets": ["iso-iec-20000-1:2011"], "statuses": {"iso-9001:2008": {"4.2.1": "implemented"}}}"#;
const NAMED: &str = r#"{"assessment": "b-1", "xwalk": "assessment/1", "organization": "B", "site": "S", "targets": ["iso-iec-20000-1:2011"], "statuses": {"iso-9001:2008": {"4.2.1": "partial"}}}"#;

const ROWS: &str = r#"{"assessment": "c", "organization": "C", "site": "East", "targets": "iso-iec-20000-1:2011", "clause": "iso-9001:2008/4.2.1", "status": "implemented"}
{"assessment": "c", "clause": "5.1", "edition": "iso-9001:2008", "status": "partial", "maturity": 2, "evidence": ["a.pdf"]}
{"assessment": "d", "targets": ["iso-iec-20000-1:2011"], "clause": "iso-9001:2008/4.2.1", "status": "planned"}
"#;

fn names(answer: &Value) -> Vec<&str> {
    answer["answer"].as_array().unwrap().iter().map(|row| row["assessment"].as_str().unwrap()).collect()
}

#[test]
fn lines_hold_whole_assessments_or_rows_of_them() {
    let folder = folder(&[]);
    let answer = json(folder.path(), &["-"], &format!("{WHOLE}\n\n{ROWS}{NAMED}\n"));
    assert_eq!(names(&answer), ["A", "c", "d", "b-1"]);
    let rows = answer["answer"].as_array().unwrap();
    let told = |at: usize| (rows[at]["organization"].clone(), rows[at]["site"].clone(), rows[at]["rated"].clone());
    assert_eq!(told(1), (json!("C"), json!("East"), json!(0)), "maturity of the base is none of the target");
    assert_eq!(told(2), (json!("d"), Value::Null, json!(0)));
    assert_eq!(rows[3]["organization"], "B");
    assert!(findings(&answer).is_empty());
}

#[test]
fn an_empty_stream_is_answered() {
    let folder = folder(&[]);
    let output = run(folder.path(), &["-", "--format", "ndjson"], "");
    assert_eq!((code(&output), output.stdout.len()), (0, 0));
    let answer = json(folder.path(), &["-"], "");
    assert_eq!(answer["lead"][0], "There are no assessments.");
}

#[test]
fn what_is_wrong_in_a_stream_is_told_at_its_line() {
    let folder = folder(&[]);
    let wrong = r#"{"assessment": "e", "clause": "iso-9001:2008/4.99", "status": "partial"}
{"assessment": "e", "clause": "iso-9001:2008/4.2.1", "status": "perhaps"}
no JSON
{"assessment": "f"}
"#;
    let text = format!("{WHOLE}\n{wrong}{ROWS}{}", ROWS.lines().next().unwrap());
    let output = run(folder.path(), &["-", "--target", "20000-1:2011", "--format", "json"], &text);
    assert_eq!(code(&output), 1);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(names(&answer), ["A", "c", "d"]);
    assert_eq!(
        findings(&answer),
        [
            "standard input (e):2:1 unknown-clause",
            "standard input (e):3:1 unknown-status",
            "standard input:4:2 syntax",
            "standard input (f):5:1 missing-key",
            "standard input (c):9:1 duplicate-id",
        ]
    );
}

#[test]
fn rows_of_csv_are_read_as_those_of_a_sheet() {
    let table = "assessment;organization;site;targets;clause;status;evidence
north;Group;North;iso-iec-20000-1:2011;iso-9001:2008/4.2.1;Implemented;\"a.pdf
b.pdf\"
north;;;;iso-9001:2008/5.1;Partial;
south;Group;South;iso-iec-20000-1:2011;iso-9001:2008/4.2.1;perhaps;
";
    let folder = folder(&[("table.csv", table)]);
    let output = run(folder.path(), &["table.csv", "--format", "json"], "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), names(&answer)), (1, vec!["north"]), "{answer}");
    let same = json(
        folder.path(),
        &["-"],
        r#"{"assessment": "north", "targets": "iso-iec-20000-1:2011", "clause": "iso-9001:2008/4.2.1", "status": "implemented"}
{"assessment": "north", "clause": "iso-9001:2008/5.1", "status": "partial"}"#,
    );
    for key in ["full", "partial", "presumed", "applicable"] {
        assert_eq!(answer["answer"][0][key], same["answer"][0][key], "{key}");
    }
    let found = findings(&answer);
    assert!(found.len() == 1 && found[0].starts_with("table.csv (south):5:"), "{found:?}");
}

#[test]
fn a_row_for_each_requirement_says_what_gap_says() {
    let folder = folder(&[("north.yaml", NORTH), ("south.yaml", SOUTH)]);
    let output = run(folder.path(), &["north.yaml", "south.yaml", "--format", "ndjson"], "");
    let rows = lines(&output);
    assert_eq!(rows.len(), 39 + 38);
    let mut rows = rows.iter();
    for name in ["north.yaml", "south.yaml"] {
        let alone = std::process::Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(folder.path())
            .args(["gap", name, "--format", "json"])
            .output()
            .unwrap();
        let alone: Value = serde_json::from_slice(&alone.stdout).unwrap();
        for requirement in alone["answer"].as_array().unwrap() {
            let row = rows.next().unwrap();
            assert_eq!(row["assessment"], name);
            for key in ["clause", "level", "outcome", "action", "because", "first", "status", "confidence"] {
                let expected = if requirement[key] == "" { &Value::Null } else { &requirement[key] };
                assert_eq!(&row[key], expected, "{name}: {key} of {}", row["clause"]);
            }
            assert_eq!(row["hops"], requirement["hops"].as_u64().unwrap_or(0));
        }
    }
    assert_eq!(rows.next(), None);
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = folder(&[]);
    let mut stream = String::new();
    for number in 0..60 {
        let status = ["implemented", "partial", "planned"][number % 3];
        let line = NAMED.replace("b-1", &format!("b-{number}")).replace("\"partial\"", &format!("\"{status}\""));
        writeln!(stream, "{line}").unwrap();
        if number % 10 == 0 {
            stream.push_str("no JSON\n");
        }
    }
    for format in ["table", "csv", "json", "markdown", "html", "ndjson"] {
        let [one, two, seven] =
            ["1", "2", "7"].map(|jobs| run(folder.path(), &["-", "--format", format, "--jobs", jobs], &stream));
        assert_eq!(code(&one), 1);
        assert_eq!(one.stdout, two.stdout, "{format}");
        assert_eq!(one.stdout, seven.stdout, "{format}");
        assert_eq!((&one.stderr, &one.stderr), (&two.stderr, &seven.stderr), "{format}");
    }
}

#[test]
fn a_stream_goes_into_a_file_whole_or_not_at_all() {
    let folder = folder(&[("a.yaml", NORTH), ("other.ndjson", "something else\n")]);
    let output = run(folder.path(), &["a.yaml", "--output", "rows.ndjson"], "");
    assert_eq!(code(&output), 0, "{output:?}");
    let text = std::fs::read_to_string(folder.path().join("rows.ndjson")).unwrap();
    assert_eq!(text.lines().count(), 39);
    assert_eq!(code(&run(folder.path(), &["a.yaml", "--output", "rows.ndjson"], "")), 0, "an earlier output");
    let output = run(folder.path(), &["a.yaml", "--output", "other.ndjson"], "");
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("not an earlier output"));
    assert_eq!(code(&run(folder.path(), &["a.yaml", "--output", "a.yaml", "--format", "ndjson"], "")), 2, "an input");
    let named: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn rows_are_asked_of_portfolio_alone() {
    let folder = folder(&[("a.yaml", NORTH)]);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(folder.path())
        .args(["gap", "a.yaml", "--format", "ndjson"])
        .output()
        .unwrap();
    assert_eq!(code(&output), 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("ndjson is only for the rows of `xwalk portfolio`"));
}
