//! SARIF, GitHub annotations, GitLab code quality and JUnit, read back. Every line and column was counted by hand.
//!
//! `sarif-2.1.0.json` is the schema of the OASIS TC for SARIF, as the crate serde-sarif 0.8.0 (MIT) carries it.

use quick_junit::{Report, TestCase, TestCaseStatus};
use serde_json::{Value, json};
use xwalk::diagnostic::{ALL, BaselineState, Diagnostic, Rule, Severity};
use xwalk::render::{Format, GitHub, GitLab, JUnit, Page, Sarif};
use xwalk::report::{Basis, Cell, Column, Document, Part, Table};
use xwalk::rules::Documented;
use xwalk::source::{FileId, Sources, Span};

const SCHEMA: &str = include_str!("sarif-2.1.0.json");

/// A pattern in the schema with a bracket too many, which is none, and what Errata 01 of SARIF 2.1.0 has in its place.
const ERRATUM: (&str, &str) = ("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");

/// A byte order mark, line ends of two characters, and characters of two and of four bytes.
const ODD: &str = "\u{feff}xwalk: assessment/1\r\nname: größe 😀 done # x\r\nlist:\r\n  - eins\r\n  - zwei\r\n";
const PLAIN: &str = "ä: b\nc: d\n";

/// A message that would steer a terminal, end a line, start a command, name an argument, make a link and end a tag.
const HOSTILE: &str = "a\u{1b}[31m%, {0}: [b](http://c)\r\n::error::<c> ]]> \u{ffff}";

/// Where a word stands, by its bytes.
fn word(sources: &Sources, file: FileId, word: &str) -> Span {
    let start = sources.get(file).text().find(word).unwrap();
    Span { file, start: u32::try_from(start).unwrap(), end: u32::try_from(start + word.len()).unwrap() }
}

fn document(parts: Vec<Part>, findings: Vec<Diagnostic>) -> Document {
    Document { command: "check", title: "Title".into(), lead: Vec::new(), parts, findings, basis: Basis::default() }
}

/// A finding of every severity, in two files; the last two say the same.
fn everything() -> (Document, Sources) {
    let mut sources = Sources::default();
    let odd = sources.add("./a b/Prüfung,1:2%.yaml", ODD);
    let plain = sources.add("other.yaml", PLAIN);
    let place = |file, text| word(&sources, file, text);
    let list = Span { end: place(odd, "zwei").end, ..place(odd, "eins") };
    let findings = vec![
        Diagnostic::new(Rule::UnknownKind, place(odd, "assessment/1"), "this is no kind")
            .label(place(plain, "b"), "{b}"),
        Diagnostic::new(Rule::UnknownStatus, place(odd, "done"), "done is no status").help("write `{ status: … }`"),
        Diagnostic::new(Rule::EvidenceMissing, list, "there is no evidence"),
        Diagnostic::new(Rule::UnquotedId, place(odd, "eins"), HOSTILE),
        Diagnostic::new(Rule::StatedAboveInferred, place(plain, "b"), "more is stated"),
        Diagnostic::new(Rule::StatedAboveInferred, place(plain, "d"), "more is stated"),
    ];
    (document(Vec::new(), findings), sources)
}

fn written(format: &dyn Format, document: &Document, sources: &Sources) -> String {
    let mut bytes = Vec::new();
    format.write(document, Page::new(sources, 80), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn nothing(format: &dyn Format) -> String {
    written(format, &document(Vec::new(), Vec::new()), &Sources::default())
}

fn sarif(document: &Document, sources: &Sources) -> Value {
    serde_json::from_str(&written(&Sarif, document, sources)).unwrap()
}

/// What of a SARIF log is not as the schema has it.
fn breaches(log: &Value) -> Vec<String> {
    let schema = serde_json::from_str(&SCHEMA.replace(ERRATUM.0, ERRATUM.1)).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn sarif_says_how_a_finding_stands_to_a_baseline_in_its_own_words() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", PLAIN);
    let finding = || Diagnostic::new(Rule::CoverageTooLow, word(&sources, file, "c"), "it is low");
    let worsened = BaselineState::Changed { word: "worsened", was: Some("60.0 %".into()) };
    let findings = vec![finding().help("raise it").since(worsened), finding().since(BaselineState::New), finding()];
    let log = sarif(&document(Vec::new(), findings), &sources);
    assert_eq!(breaches(&log), [""; 0]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let said = results.iter().map(|one| (one["baselineState"].as_str(), one["message"]["text"].as_str().unwrap()));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            (Some("updated"), "it is low (worsened since the baseline, where it was 60.0 %); raise it"),
            (Some("new"), "it is low (new since the baseline)"),
            (None, "it is low"),
        ]
    );
}

#[test]
fn sarif_is_as_its_schema_has_it_with_and_without_findings() {
    let (document, sources) = everything();
    let mut log = sarif(&document, &sources);
    assert_eq!(breaches(&log), [""; 0]);
    let empty: Value = serde_json::from_str(&nothing(&Sarif)).unwrap();
    assert_eq!(breaches(&empty), [""; 0]);
    assert_eq!(empty["runs"][0]["results"], json!([]));
    let place = &mut log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    place["region"]["startLine"] = 0.into();
    place["artifactLocation"]["uri"] = "a b".into();
    assert_eq!(breaches(&log).len(), 2, "the schema is not looked at: {:?}", breaches(&log));
}

#[test]
fn sarif_knows_every_rule_and_how_bad_it_is() {
    let empty: Value = serde_json::from_str(&nothing(&Sarif)).unwrap();
    let run = &empty["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&"xwalk".into(), &env!("CARGO_PKG_VERSION").into()));
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), ALL.len());
    for (rule, known) in rules.iter().zip(ALL) {
        assert_eq!((&rule["id"], &rule["shortDescription"]["text"]), (&known.id().into(), &known.about().into()));
        assert_eq!(rule["help"]["markdown"], known.documentation());
        let level = match known.severity() {
            Severity::Error | Severity::Gate => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        assert_eq!(rule["defaultConfiguration"]["level"], level, "{}", known.id());
    }
    assert_eq!(rules[2]["id"], "encoding");
    assert_eq!(
        rules[2]["fullDescription"]["text"],
        "The meaning of such bytes can only be guessed. Names and titles would be unreadable, and an id with wrong characters would be a different id."
    );
    assert!(rules[2]["help"]["text"].as_str().unwrap().starts_with("Save the file as UTF-8, with or without a byte"));
}

#[test]
fn sarif_marks_each_finding_at_its_place() {
    let (document, sources) = everything();
    let log = sarif(&document, &sources);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let odd = "a%20b/Pr%C3%BCfung%2C1%3A2%25.yaml";
    let place = |uri: &str, [start, column, end, end_column]: [u32; 4]| {
        json!({
            "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" },
            "region": { "startLine": start, "startColumn": column, "endLine": end, "endColumn": end_column },
        })
    };
    let places: Vec<&Value> = results.iter().map(|result| &result["locations"][0]["physicalLocation"]).collect();
    assert_eq!(
        places,
        [
            &place(odd, [1, 8, 1, 20]),
            &place(odd, [2, 15, 2, 19]),
            &place(odd, [4, 5, 5, 9]),
            &place(odd, [4, 5, 4, 9]),
            &place("other.yaml", [1, 4, 1, 5]),
            &place("other.yaml", [2, 4, 2, 5]),
        ]
    );
    let label = json!({ "physicalLocation": place("other.yaml", [1, 4, 1, 5]), "message": { "text": "{{b}}" } });
    assert_eq!(results[0]["relatedLocations"], json!([label]));
    assert!(results[1].get("relatedLocations").is_none());
}

#[test]
fn sarif_says_each_finding_in_its_own_words() {
    let (document, sources) = everything();
    let log = sarif(&document, &sources);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let said: Vec<[&str; 3]> = results
        .iter()
        .map(|result| {
            [&result["ruleId"], &result["level"], &result["message"]["text"]].map(|text| text.as_str().unwrap())
        })
        .collect();
    assert_eq!(
        said,
        [
            ["unknown-kind", "error", "this is no kind"],
            ["unknown-status", "error", "done is no status; write `{{ status: … }}`"],
            ["evidence-missing", "error", "there is no evidence"],
            ["unquoted-id", "warning", "a␛[31m%, {{0}}: [b] (http://c)␍\n::error::<c> ]]> \u{ffff}"],
            ["stated-above-inferred", "note", "more is stated"],
            ["stated-above-inferred", "note", "more is stated"],
        ]
    );
    for (result, finding) in results.iter().zip(&document.findings) {
        let rule = result["ruleIndex"].as_u64().unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][rule as usize]["id"], finding.rule.id());
        assert_eq!(result["partialFingerprints"], json!({ "xwalk/v1": finding.fingerprint(&sources) }));
    }
}

#[test]
fn github_gets_one_command_a_line_whatever_a_message_says() {
    let (document, sources) = everything();
    let commands = written(&GitHub, &document, &sources);
    assert_eq!(
        commands.lines().collect::<Vec<_>>(),
        [
            "::error file=a b/Prüfung%2C1%3A2%25.yaml,line=1,col=8,endLine=1,endColumn=20,title=xwalk (unknown-kind)::this is no kind",
            "::error file=a b/Prüfung%2C1%3A2%25.yaml,line=2,col=15,endLine=2,endColumn=19,title=xwalk (unknown-status)::done is no status; write `{ status: … }`",
            "::error file=a b/Prüfung%2C1%3A2%25.yaml,line=4,endLine=5,title=xwalk (evidence-missing)::there is no evidence",
            "::warning file=a b/Prüfung%2C1%3A2%25.yaml,line=4,col=5,endLine=4,endColumn=9,title=xwalk (unquoted-id)::a␛[31m%25, {0}: [b](http://c)␍%0A::error::<c> ]]> \u{ffff}",
            "::notice file=other.yaml,line=1,col=4,endLine=1,endColumn=5,title=xwalk (stated-above-inferred)::more is stated",
            "::notice file=other.yaml,line=2,col=4,endLine=2,endColumn=5,title=xwalk (stated-above-inferred)::more is stated",
        ]
    );
    assert_eq!(nothing(&GitHub), "");
}

#[test]
fn gitlab_gets_each_finding_with_a_fingerprint_of_its_own() {
    let (document, sources) = everything();
    let report: Value = serde_json::from_str(&written(&GitLab, &document, &sources)).unwrap();
    let print: Vec<String> = document.findings.iter().map(|finding| finding.fingerprint(&sources)).collect();
    let (odd, above) = ("a b/Prüfung,1:2%.yaml", "stated-above-inferred");
    let issue = |description: &str, rule: &str, fingerprint: &str, severity: &str, (path, line): (&str, u32)| {
        json!({
            "description": description,
            "check_name": rule,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": { "path": path, "lines": { "begin": line } },
        })
    };
    let status = "done is no status; write `{ status: … }`";
    let hostile = "a␛[31m%, {0}: [b](http://c)␍\n::error::<c> ]]> \u{ffff}";
    assert_eq!(
        report,
        json!([
            issue("this is no kind", "unknown-kind", &print[0], "critical", (odd, 1)),
            issue(status, "unknown-status", &print[1], "critical", (odd, 2)),
            issue("there is no evidence", "evidence-missing", &print[2], "major", (odd, 4)),
            issue(hostile, "unquoted-id", &print[3], "minor", (odd, 4)),
            issue("more is stated", above, &print[4], "info", ("other.yaml", 1)),
            issue("more is stated", above, &format!("{}-2", print[4]), "info", ("other.yaml", 2)),
        ])
    );
    assert_eq!(nothing(&GitLab), "[]\n");
}

/// A case: its name, what failed or else what was put out, and the line.
fn case(case: &TestCase) -> (&str, Result<Option<&str>, [&str; 3]>, Option<&str>) {
    let outcome = match &case.status {
        TestCaseStatus::Success { .. } => Ok(case.system_out.as_deref()),
        TestCaseStatus::NonSuccess { message, ty, description, .. } => {
            Err([ty, message, description].map(|text| &**text.as_ref().unwrap()))
        }
        TestCaseStatus::Skipped { .. } => panic!("{} is skipped", case.name.as_str()),
    };
    (&case.name, outcome, case.extra.get("line").map(|line| &**line))
}

#[test]
fn junit_fails_for_errors_and_gates_alone() {
    let (document, sources) = everything();
    let report = Report::deserialize_from_str(&written(&JUnit, &document, &sources)).unwrap();
    assert_eq!(report.name.as_deref(), Some("xwalk check"));
    assert_eq!((report.tests, report.failures, report.errors, report.skipped), (6, 3, 0, 0));
    assert_eq!((report.timestamp, report.uuid, report.time), (None, None, None));
    let suites: Vec<(&str, usize, usize)> =
        report.test_suites.iter().map(|suite| (&*suite.name, suite.tests, suite.failures)).collect();
    let odd = "a b/Prüfung,1:2%.yaml";
    assert_eq!(suites, [(odd, 4, 3), ("other.yaml", 2, 0)]);
    let cases: Vec<_> = report.test_suites.iter().flat_map(|suite| &suite.test_cases).collect();
    assert_eq!(
        cases.iter().map(|found| case(found)).collect::<Vec<_>>(),
        [
            (
                "unknown-kind: this is no kind",
                Err(["error", "this is no kind", "a b/Prüfung,1:2%.yaml:1:8: error: this is no kind"]),
                Some("1")
            ),
            (
                "unknown-status: done is no status",
                Err([
                    "error",
                    "done is no status; write `{ status: … }`",
                    "a b/Prüfung,1:2%.yaml:2:15: error: done is no status; write `{ status: … }`"
                ]),
                Some("2")
            ),
            (
                "evidence-missing: there is no evidence",
                Err(["gate", "there is no evidence", "a b/Prüfung,1:2%.yaml:4:5: gate: there is no evidence"]),
                Some("4")
            ),
            (
                "unquoted-id: a␛[31m%, {0}: [b](http://c)␍\n::error::<c> ]]> \u{fffd}",
                Ok(Some("a b/Prüfung,1:2%.yaml:4:5: warning: a␛[31m%, {0}: [b](http://c)␍\n::error::<c> ]]> \u{fffd}")),
                Some("4")
            ),
            ("stated-above-inferred: more is stated", Ok(Some("other.yaml:1:4: note: more is stated")), Some("1")),
            ("stated-above-inferred: more is stated (2)", Ok(Some("other.yaml:2:4: note: more is stated")), Some("2")),
        ]
    );
    assert!(cases[..4].iter().all(|case| case.classname.as_deref() == Some(odd)));
}

#[test]
fn junit_says_every_count_and_keeps_what_a_message_says() {
    let (mut document, sources) = everything();
    let span = document.findings[0].span;
    document.findings = vec![Diagnostic::new(Rule::UnknownKind, span, "one\ntwo \"three\" <four> ]]> & five")];
    let text = written(&JUnit, &document, &sources);
    assert!(
        text.contains("<testsuites name=\"xwalk check\" tests=\"1\" skipped=\"0\" failures=\"1\" errors=\"0\">"),
        "{text}"
    );
    assert!(text.contains("yaml\" tests=\"1\" skipped=\"0\" errors=\"0\" failures=\"1\">"), "{text}");
    let report = Report::deserialize_from_str(&text).unwrap();
    let found = &report.test_suites[0].test_cases[0];
    assert_eq!(&*found.name, "unknown-kind: one\ntwo \"three\" <four> ]]> & five");
    let TestCaseStatus::NonSuccess { message, .. } = &found.status else { panic!("{text}") };
    assert_eq!(message.as_deref(), Some("one\ntwo \"three\" <four> ]]> & five"));
}

#[test]
fn junit_passes_files_without_findings() {
    let (mut document, sources) = everything();
    let column: Column<&str> = Column::new("file", "File", |name| Cell::text(name));
    let looked_at = ["./clean.yaml", "other.yaml", "./a b/Prüfung,1:2%.yaml"];
    document.parts.push(Part::Table(Table::of("files", "Files", &[column], &looked_at)));
    let report = Report::deserialize_from_str(&written(&JUnit, &document, &sources)).unwrap();
    let suites: Vec<(&str, usize, usize)> =
        report.test_suites.iter().map(|suite| (&*suite.name, suite.tests, suite.failures)).collect();
    assert_eq!(suites, [("a b/Prüfung,1:2%.yaml", 4, 3), ("clean.yaml", 1, 0), ("other.yaml", 2, 0)]);
    let clean = &report.test_suites[1].test_cases[0];
    assert_eq!(case(clean), ("no findings", Ok(None), None));
    assert_eq!(clean.classname.as_deref(), Some("clean.yaml"));

    let empty = Report::deserialize_from_str(&nothing(&JUnit)).unwrap();
    assert_eq!((empty.tests, empty.test_suites.len()), (0, 0));
}
