//! What is wrong with assessments and streams: nothing is answered from a part of an assessment.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::{BROKEN, NORTH, SOUTH, code, findings, folder, json, run};

const FOR: [&str; 2] = ["--target", "iso-14001:2015"];

/// What is answered, by name with the number of requirements in place, and what is found, of a file.
fn read(name: &str, content: impl AsRef<[u8]>) -> (Vec<(String, u64)>, Vec<String>, Value) {
    let folder = folder(&[]);
    fs::write(folder.path().join(name), content).unwrap();
    let answer = json(folder.path(), &[&[name][..], &FOR].concat(), "");
    let told = |row: &Value| (row["assessment"].as_str().unwrap().to_owned(), row["full"].as_u64().unwrap());
    let rows = answer["answer"].as_array().unwrap().iter().map(told).collect();
    (rows, findings(&answer), answer)
}

/// The same rows as CSV and as NDJSON.
fn both(rows: &[&[(&str, &str)]]) -> [(&'static str, String); 2] {
    let keys: Vec<&str> = rows[0].iter().map(|(key, _)| *key).collect();
    let mut table = keys.join(",") + "\n";
    let mut lines = String::new();
    for row in rows {
        let fields: Vec<&str> = row.iter().map(|(_, value)| *value).collect();
        table += &(fields.join(",") + "\n");
        let object: serde_json::Map<String, Value> =
            row.iter().map(|(key, value)| ((*key).to_owned(), Value::from(*value))).collect();
        lines += &format!("{}\n", Value::Object(object));
    }
    [("t.csv", table), ("t.ndjson", lines)]
}

fn named(rows: &[(String, u64)]) -> Vec<(&str, u64)> {
    rows.iter().map(|(name, full)| (name.as_str(), *full)).collect()
}

fn helps(answer: &Value) -> Vec<&str> {
    answer["findings"].as_array().unwrap().iter().map(|finding| finding["help"].as_str().unwrap_or("")).collect()
}

#[test]
fn text_that_is_no_utf8_is_refused_at_its_place() {
    let table = b"assessment,clause,status,note\n\
          M\xfcller,iso-14001:2015/4.1,implemented,\n\
          M\xf6ller,iso-14001:2015/4.2,implemented,\n\
          b,iso-14001:2015/4.1,implemented,\n\
          b,iso-14001:2015/4.2,implemented,gr\xfc\xdfe\n\
          c,iso-14001:2015/4.1,implemented,\n";
    let (rows, found, _) = read("t.csv", table);
    assert_eq!(named(&rows), [("c", 1)]);
    assert_eq!(found, ["t.csv:2:2 encoding", "t.csv:3:2 encoding", "t.csv (b):5:36 encoding"]);
    let lines = b"{\"assessment\": \"M\xfcller\", \"clause\": \"iso-14001:2015/4.1\", \"status\": \"implemented\"}\n\
          {\"assessment\": \"b\", \"clause\": \"iso-14001:2015/4.1\", \"status\": \"implemented\", \"note\": \"\xfc\"}\n\
          {\"assessment\": \"c\", \"organization\": \"\xfc\", \"statuses\": {}}\n";
    let (rows, found, _) = read("t.ndjson", lines);
    assert!(rows.is_empty());
    assert_eq!(found, ["t.ndjson:1:18 encoding", "t.ndjson (b):2:87 encoding", "t.ndjson (c):3:38 encoding"]);
    for name in ["t.csv", "t.ndjson"] {
        let utf16: Vec<u8> = "\u{feff}assessment\nx\ny\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (_, found, answer) = read(name, utf16);
        assert_eq!(found, [format!("{name}:1:1 encoding")]);
        assert_eq!(answer["findings"][0]["message"], "the file is UTF-16 text");
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    for (name, text) in both(&[&[("assessment", "a"), ("clause", "iso-14001:2015/4.1"), ("status", "implemented")]]) {
        let (rows, found, _) = read(name, format!("\u{feff}{text}"));
        assert_eq!((named(&rows), found), (vec![("a", 1)], Vec::new()));
    }
    let whole = r#"{"assessment": "a", "organization": "A", "statuses": {"iso-14001:2015": {"4.1": "implemented"}}}"#;
    assert_eq!(named(&read("t.ndjson", format!("\u{feff}{whole}\n")).0), [("a", 1)]);
}

#[test]
fn two_clients_of_one_name_are_not_one() {
    let row = |organization: &'static str, tags: &'static str, clause: &'static str| {
        [
            ("assessment", "a"),
            ("organization", organization),
            ("tags", tags),
            ("clause", clause),
            ("status", "implemented"),
        ]
    };
    let rows = [row("A", "x; y", "iso-14001:2015/4.1"), row("B", "y;x", "iso-14001:2015/4.2")];
    for ((name, text), place) in both(&[&rows[0], &rows[1]]).into_iter().zip(["3:3", "2:1"]) {
        let (answered, found, answer) = read(name, text);
        assert!(answered.is_empty(), "{name}");
        assert_eq!(found, [format!("{name} (a):{place} contradicting-cells")]);
        assert_eq!(answer["findings"][0]["message"], "organization is B here, but A before");
    }
    // What one row says counts, whichever it is.
    let rows =
        [row("", "", "iso-14001:2015/4.1"), row(" A ", "", "iso-14001:2015/4.2"), row("A", "x", "iso-14001:2015/4.3")];
    for (name, text) in both(&[&rows[0], &rows[1], &rows[2]]) {
        let (answered, found, answer) = read(name, text);
        assert_eq!((named(&answered), found), (vec![("a", 3)], Vec::new()), "{name}");
        assert_eq!((&answer["answer"][0]["organization"], &answer["answer"][0]["tags"]), (&"A".into(), &"x".into()));
    }
}

#[test]
fn the_name_of_a_refused_assessment_is_taken() {
    let row = |name: &'static str, clause: &'static str, status: &'static str| {
        [("assessment", name), ("clause", clause), ("status", status)]
    };
    let rows = [
        row("a", "iso-14001:2015/4.1", "foo"),
        row("b", "iso-14001:2015/4.3", "implemented"),
        row("a", "iso-14001:2015/4.2", "implemented"),
    ];
    for (name, text) in both(&[&rows[0], &rows[1], &rows[2]]) {
        let (answered, found, _) = read(name, &text);
        assert_eq!(named(&answered), [("b", 1)]);
        let line = text.lines().count();
        let [first, second] = found.try_into().unwrap();
        assert!(first.starts_with(&format!("{name} (a):")) && first.ends_with("unknown-status"), "{first}");
        assert_eq!(second, format!("{name} (a):{line}:1 duplicate-id"));
    }
    let named_line = |status: &str| {
        format!(
            r#"{{"assessment": "w", "organization": "W", "statuses": {{"iso-14001:2015": {{"4.1": "{status}"}}}}}}"#
        )
    };
    let (answered, found, _) = read("t.ndjson", format!("{}\n{}\n", named_line("foo"), named_line("implemented")));
    assert!(answered.is_empty());
    assert_eq!(found[1], "t.ndjson (w):2:1 duplicate-id");
}

#[test]
fn a_line_that_cannot_be_read_refuses_the_rows_around_it() {
    let row = |name: &str, clause: &str| {
        format!(
            "{{\"assessment\": \"{name}\", \"clause\": \"iso-14001:2015/{clause}\", \"status\": \"implemented\"}}\n"
        )
    };
    let (b, c) = (row("b", "4.1"), row("c", "4.1"));
    for broken in
        ["{broken", "{\"clause\": \"iso-14001:2015/4.2\", \"status\": \"partial\"}", "{\"assessment\": \"b\"}"]
    {
        let (answered, found, _) = read("t.ndjson", format!("{b}{broken}\n\n{}{c}", row("b", "4.3")));
        assert_eq!(named(&answered), [("c", 1)], "{broken}");
        assert!(found.len() == 1 && found[0].starts_with("t.ndjson (b):2:"), "{found:?}");
    }
    let (answered, found, _) = read("t.ndjson", format!("{b}{{broken\n{c}"));
    assert_eq!((named(&answered), found), (vec![("b", 1), ("c", 1)], vec!["t.ndjson:2:2 syntax".to_owned()]));
    let nameless = "assessment,clause,status\n\
          b,iso-14001:2015/4.1,implemented\n\
          ,iso-14001:2015/4.2,implemented\n\
          b,iso-14001:2015/4.3,implemented\n\
          ,,\n\
          c,iso-14001:2015/4.1,implemented\n";
    let (answered, found, _) = read("t.csv", nameless);
    assert_eq!((named(&answered), found), (vec![("c", 1)], vec!["t.csv (b):3:2 missing-key".to_owned()]));
    // After a hundred such lines nobody waits for more rows.
    let (answered, found, _) = read("t.ndjson", format!("{b}{}{c}{}", "{broken\n".repeat(150), row("b", "4.3")));
    assert_eq!(named(&answered), [("c", 1)]);
    assert!(found.last().unwrap().ends_with("duplicate-id"), "{found:?}");
}

#[test]
fn a_quotation_mark_in_a_text_does_not_join_rows() {
    let table = "assessment,clause,status,note\n\
          a,iso-14001:2015/4.1,implemented,5\" pipe\n\
          b,iso-14001:2015/4.2,implemented,6\" pipe\n";
    let (answered, found, _) = read("t.csv", table);
    assert_eq!((named(&answered), found), (vec![("a", 1), ("b", 1)], Vec::new()));
    let (answered, found, _) = read("t.csv", table.replace("5\"", "\"5").replace("6\"", "6"));
    assert!(answered.is_empty());
    assert_eq!(found, ["t.csv (a):2:34 syntax"]);
}

#[test]
fn what_a_line_says_twice_is_not_decided_by_its_order() {
    let statuses = r#"{"iso-14001:2015": {"4.1": "implemented", "4.1": "partial"}}"#;
    let whole = format!(r#"{{"assessment": "a", "organization": "A", "organization": "B", "statuses": {statuses}}}"#);
    let (answered, found, _) = read("t.ndjson", whole);
    assert!(answered.is_empty());
    assert_eq!(found, ["t.ndjson (a):1:42 duplicate-key", "t.ndjson (a):1:117 duplicate-statement"]);
    let row = r#"{"assessment": "a", "clause": "iso-14001:2015/4.1", "status": "implemented", "status": "partial"}"#;
    assert_eq!(read("t.ndjson", row).1, ["t.ndjson (a):1:1 duplicate-key"]);
    let row = r#"{"assessment": "a", "clause": "iso-14001:2015/4.1", "edition": "9001:2015", "status": "partial"}"#;
    assert_eq!(read("t.ndjson", row).1, ["t.ndjson (a):1:1 bad-id"]);
    let row =
        r#"{"assessment": "a", "clause": "iso-14001:2015/4.1", "edition": "14001:2015", "status": "implemented"}"#;
    assert_eq!(named(&read("t.ndjson", row).0), [("a", 1)]);
}

#[test]
fn places_and_lines_are_those_of_the_user() {
    let line = r#"{"assessment":"e","organization":"E","statuses":{"iso-9001:2015":{"4":"implementedd"}}}"#;
    let folder = folder(&[]);
    let output = run(
        folder.path(),
        &[&["-", "--format", "ndjson", "--width", "200"][..], &FOR].concat(),
        &format!("\n{line}\n"),
    );
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("--> standard input (e):2:71"), "{error}");
    assert!(error.contains("\"assessment\":\"e\"") && !error.contains("xwalk\":"), "{error}");
    let nested = format!("{{\"organization\": \"A\", \"statuses\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let (_, found, answer) = read("t.ndjson", nested);
    assert_eq!(found.len(), 1);
    assert_eq!(answer["findings"][0]["message"], "the nesting or the aliases of the file exceed the limits");
}

#[test]
fn rows_of_csv_begin_below_the_header() {
    let table = "assessment,clause,status\nx,iso-9001:2015/4.1,partial\ny,iso-9001:2015/4.1,partial\n";
    let folder = folder(&[("t.csv", table)]);
    let answer = json(folder.path(), &["t.csv"], "");
    assert_eq!(findings(&answer), ["t.csv (x):2:1 missing-key", "t.csv (y):3:1 missing-key"]);
}

#[test]
fn a_column_that_is_not_known_is_told_once() {
    let table = "assessment,clause,status,deadline,Matur,site\n\
          a,iso-14001:2015/4.1,implemented,2020-01-01,3,S\n\
          b,iso-14001:2015/4.1,partial,,,\n";
    let folder = folder(&[("t.csv", table)]);
    let output = run(folder.path(), &[&["t.csv", "--format", "json"][..], &FOR].concat(), "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), findings(&answer)), (0, vec!["t.csv:1:35 not-taken-over".to_owned()]));
    assert_eq!(answer["answer"].as_array().unwrap().len(), 2);
    let output = run(folder.path(), &[&["t.csv", "--format", "csv"][..], &FOR].concat(), "");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("column 5 (Matur) is not read") && !error.contains("left out"), "{error}");
}

#[test]
fn a_header_that_cannot_be_used_is_a_fault_of_the_header() {
    for (text, place, said) in [
        ("", "1:1 empty-file", "the file contains no data"),
        ("clause,status\nx,y\n", "1:1 missing-key", "no column of the first line is called assessment"),
        (
            "\nassessment,clause\na,b\nc,d\n",
            "2:1 missing-key",
            "no row of the sheet names the columns clause and status",
        ),
    ] {
        let (_, found, answer) = read("t.csv", text);
        assert_eq!(found, [format!("t.csv:{place}")]);
        assert_eq!(answer["findings"][0]["message"], said);
        assert!(helps(&answer)[0].starts_with("the columns are assessment, clause, status"));
    }
    for (name, text) in [("t.csv", "assessment,clause,status\n"), ("t.ndjson", "\n")] {
        let folder = folder(&[(name, text)]);
        assert_eq!(code(&run(folder.path(), &[name], "")), 0, "a part of a table may be empty");
    }
}

#[test]
fn help_names_no_option_that_portfolio_does_not_have() {
    let table = "assessment,clause,status,due,applicable,title
a,4.1,done,,,
a,iso-14001:2015/4.2,implemented,31.12.2025,,
a,iso-14001:2015/4.3,0.7,,,
a,iso-14001:2015/4.4,implemented,,perhaps,
a,iso-iec-27001:2013/5.1,implemented,,,Policies for information security
a,iso-iec-27001:2013/6.2.1,no idea,,,Something
a,\"iso-14001:2015/5.1, 5.2\",partial,,,
";
    let (_, found, answer) = read("t.csv", table);
    assert!(found.len() >= 7, "{found:?}");
    for help in helps(&answer) {
        assert!(!help.contains("--"), "{help}");
    }
    let nowhere = r#"{"assessment": "a", "clause": "nowhere:1/4", "status": "partial"}"#;
    let lines: String = (0..8).map(|at| nowhere.replace("\"a\"", &format!("\"a{at}\"")) + "\n").collect();
    let folder = folder(&[("t.ndjson", &lines)]);
    let output = run(folder.path(), &[&["t.ndjson", "--format", "csv"][..], &FOR].concat(), "");
    assert!(!String::from_utf8(output.stderr).unwrap().contains("xwalk check"));
}

#[test]
fn a_closed_pipe_hides_no_fault() {
    let folder = folder(&[("a.yaml", BROKEN), ("b.yaml", NORTH), ("c.yaml", SOUTH)]);
    for format in ["table", "json", "html", "csv", "ndjson"] {
        for (paths, expected) in [(&["a.yaml", "b.yaml"][..], 1), (&["b.yaml"], 0)] {
            assert_eq!(code_of_closed(folder.path(), paths, format), expected, "{format}");
        }
    }
    // So many rows that they are written while others are answered.
    let line = r#"{"assessment": "#;
    let rest = r#", "organization": "A", "targets": ["iso-14001:2015"], "statuses": {"iso-9001:2015": {}}}"#;
    let lines: String = (0..60).map(|at| format!("{line}\"{at}\"{rest}\n")).collect();
    fs::write(folder.path().join("many.ndjson"), format!("no JSON\n{lines}")).unwrap();
    assert_eq!(code_of_closed(folder.path(), &["many.ndjson"], "ndjson"), 1);
}

/// The exit code where nobody reads what is written.
fn code_of_closed(folder: &Path, paths: &[&str], format: &str) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(folder).arg("portfolio").args(paths).args(["--format", format, "--jobs", "1"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait().unwrap().code().unwrap()
}

#[cfg(unix)]
#[test]
fn what_a_pattern_matches_and_cannot_be_read_is_a_finding() {
    let folder = folder(&[("in/a.yaml", NORTH), ("in/.hidden.yaml", SOUTH), ("in/.h/b.yaml", SOUTH)]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("in/z.yaml")).unwrap();
    for path in ["in/*.yaml", "in/*", "in/**/*.yaml", "in"] {
        let output = run(folder.path(), &[path, "--format", "json"], "");
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((code(&output), findings(&answer)), (1, vec!["in/z.yaml:1:1 unreadable".to_owned()]), "{path}");
        assert_eq!(answer["answer"].as_array().unwrap().len(), 1, "{path}");
        assert!(!helps(&answer)[0].contains("--exclude"));
    }
    assert_eq!(code(&run(folder.path(), &["in/z.yaml"], "")), 2, "what is named itself has to be there");
}

#[test]
fn a_tag_counts_once_however_it_is_written() {
    let folder = folder(&[("a.yaml", &NORTH.replace("[old, large]", "[old, \" old\", \"old \"]"))]);
    let answer = json(folder.path(), &["a.yaml"], "");
    assert_eq!(answer["by-tag"][0]["assessments"], 1);
    assert_eq!(answer["answer"][0]["tags"], "old");
}

#[test]
fn programs_find_all_common_gaps() {
    let folder = folder(&[("a.yaml", NORTH), ("b.yaml", SOUTH)]);
    let answer = json(folder.path(), &["."], "");
    let count = |clause: &Value| clause["applicable"].as_u64().unwrap() - clause["full"].as_u64().unwrap();
    let shared = answer["requirements"].as_array().unwrap().iter().filter(|clause| count(clause) > 1).count();
    assert!(shared > 25, "{shared}");
    assert_eq!(answer["common-gaps"].as_array().unwrap().len(), shared);
    let table = run(folder.path(), &[".", "--format", "markdown"], "");
    assert!(String::from_utf8(table.stdout).unwrap().contains(&format!("(the first 25 of {shared})")));
}
