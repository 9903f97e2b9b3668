//! The front door for other programs, and the programs of `examples/api`.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread;

use xwalk::api::{
    Action, Check, ClauseNumber, Confidence, Coverage, Error, Gap, Level, Map, Phrase, Question, Settings, Severity,
    Standards, Text,
};

#[expect(dead_code, unreachable_pub, reason = "it is a program as well")]
#[path = "../examples/api/gap.rs"]
mod gap;
#[expect(dead_code, unreachable_pub, reason = "it is a program as well")]
#[path = "../examples/api/portfolio.rs"]
mod portfolio;

const HARBOUR: &str = "examples/harbour-it/assessment.yaml";
const TARGET: &str = "iso-iec-20000-1:2011";

/// What the program prints, on standard output and on standard error, and its exit code.
fn program(arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    let output = command.args(arguments).env_remove("XWALK_STANDARDS").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> String {
    match answer {
        Err(Error::Refused(refusal)) => refusal.to_string(),
        other => panic!("{other:?}"),
    }
}

/// An assessment whose fifth line names a clause that is not there.
const WRONG: &str = "xwalk: assessment/1\norganization: Wrong\nstatuses:\n  iso-9001:2008:\n    \"4.9\": implemented\n";

#[test]
fn answers_are_those_of_the_program() {
    let standards = Standards::bundled();
    let assessment = standards.assessment(HARBOUR).unwrap();
    for format in ["json", "csv", "markdown", "html", "table", "sarif"] {
        let (printed, _, code) = program(&["gap", HARBOUR, "--target", TARGET, "--format", format]);
        let text = assessment.document(&Gap::new().target(TARGET)).unwrap().text(format).unwrap();
        assert_eq!((text, 0), (printed, code), "{format}");
    }
    for words in [
        &["coverage", "--by", "pdca"][..],
        &["explain", "iso-iec-20000-1:2011/4.1.1"],
        &["plan"],
        &["evidence"],
        &["report"],
    ] {
        let arguments = [&words[..1], &[HARBOUR], &words[1..], &["--format", "json"]].concat();
        let document = assessment.document(&Question::parse(words).unwrap()).unwrap();
        assert_eq!(document.text("json").unwrap(), program(&arguments).0, "{words:?}");
    }
    for words in [&["list"][..], &["show", "9001:2008/4.2.1"], &["matrix", "iso-9001:2008", "iso-14001:2004"]] {
        let arguments = [words, &["--format", "json"]].concat();
        let document = standards.document(&Question::parse(words).unwrap()).unwrap();
        assert_eq!(document.text("json").unwrap(), program(&arguments).0, "{words:?}");
    }
}

#[test]
fn a_gap_has_typed_rows() {
    let assessment = Standards::bundled().assessment(HARBOUR).unwrap();
    assert_eq!(assessment.organization(), "Harbour IT Services");
    assert_eq!(assessment.targets().iter().map(|target| target.as_str()).collect::<Vec<_>>(), [TARGET]);
    let answer = assessment.gap(&Gap::new()).unwrap();
    let (_, tally) = &answer.targets[0];
    assert_eq!((tally.applicable, tally.full, tally.partial, tally.presumed), (39, 3, 20, 2));
    let count = |action| answer.rows.iter().filter(|row| row.action == action).count();
    assert_eq!([Action::None, Action::Extend, Action::Verify, Action::Implement].map(count), [3, 20, 2, 4]);
    assert_eq!([Action::Assess, Action::Build].map(count), [0, 10]);
    let documents = answer.rows.iter().find(|row| row.clause.number.as_str() == "4.3.1").unwrap();
    assert_eq!(documents.level, Level::Full);
    let chain: Vec<String> = documents.chain.iter().map(ToString::to_string).collect();
    assert_eq!(chain, ["iso-9001:2008/4.2.1", "iso-iec-20000-1:2011/4.3.1"]);
    // What rows hold can be named by those who use nothing but the front door.
    let (number, title, add): (&ClauseNumber, &Text, &Phrase) =
        (&documents.clause.number, &documents.title, &documents.add);
    assert_eq!((number.as_str(), title.as_str(), add.as_str()), ("4.3.1", "Establish and maintain documents", ""));
}

#[test]
fn several_targets_are_asked_about_together() {
    let assessment = Standards::bundled().assessment(HARBOUR).unwrap();
    let both = Gap::new().target("iso-14001:2015").target("45001:2018");
    let targets = assessment.gap(&both).unwrap().targets;
    assert_eq!(
        targets.iter().map(|(target, _)| target.as_str()).collect::<Vec<_>>(),
        ["iso-14001:2015", "iso-45001:2018"]
    );
}

#[test]
fn the_commands_that_are_questions_are_those_that_the_documentation_names() {
    let about_standards = [
        &["list"][..],
        &["show", "iso-9001:2008"],
        &["search", "supplier"],
        &["map", "9001:2008", "20000-1:2011"],
        &["matrix", "iso-9001:2008", "iso-14001:2004"],
        &["compare", "9001:2008", "20000-1:2011"],
        &["density", "9001:2008", "20000-1:2011"],
        &["integrate", "9001:2008", "20000-1:2011"],
        &["guide", "9001:2008", "20000-1:2011"],
        &["graph", "9001:2008", "20000-1:2011"],
    ];
    for words in about_standards {
        let question = Question::parse(words).unwrap();
        assert!(Standards::bundled().document(&question).is_ok(), "{words:?}");
    }
    for word in ["coverage", "gap", "plan", "soa", "evidence", "report"] {
        let question = Question::parse([word]).unwrap();
        let said = refused(Standards::bundled().document(&question).map(drop));
        assert!(said.contains("needs an assessment"), "{word}: {said}");
    }
    assert!(Question::parse(["explain", "iso-9001:2008/4.1"]).is_ok());
    for word in ["portfolio", "trend", "diff", "audit", "suggest", "agree", "migrate", "portal", "check"] {
        assert!(Question::parse([word, "a", "b"]).is_err(), "{word}");
    }
}

#[test]
fn coverage_and_crosswalks_have_types_too() {
    let standards = Standards::bundled();
    let assessment = standards.assessment(HARBOUR).unwrap();
    let answer = assessment.coverage(&Coverage::new().by("pdca")).unwrap();
    let total = answer.groups.last().unwrap();
    assert_eq!((total.name.as_str(), total.tally.applicable, total.tally.full), ("total", 39, 3));
    let rows = standards.map(&Map::new("9001:2008", "20000-1:2011")).unwrap();
    let documents = rows.iter().find(|row| row.to.number.as_str() == "4.3.1").unwrap();
    assert_eq!(documents.relation, Level::Full);
}

#[test]
fn settings_change_the_answer_and_nothing_is_read_again() {
    let standards = Standards::bundled();
    let without = Settings::new().without_table("iso-9001-2008--iso-iec-20000-1-2011");
    let without = standards.with_settings(&without).unwrap();
    let full = |standards: &Standards| {
        let answer = standards.assessment(HARBOUR).unwrap().gap(&Gap::new().target(TARGET)).unwrap();
        answer.targets[0].1.full
    };
    assert_eq!(full(&standards), 3);
    assert!(full(&without) < 3, "the direct table is left out");
    assert_eq!(full(&without.with_settings(&Settings::new()).unwrap()), 3);
    let parsed = Settings::parse(["--max-hops", "2", "--min-confidence", "high"]).unwrap();
    assert_eq!(parsed, Settings::new().max_hops(2).min_confidence(Confidence::High));
    let document = |settings: &Settings| {
        let standards = standards.with_settings(settings).unwrap();
        standards.assessment(HARBOUR).unwrap().document(&Gap::new()).unwrap().text("json").unwrap()
    };
    let asked = ["gap", HARBOUR, "--where", "pdca=plan", "--partial-weight", "0.3", "--format", "json"];
    assert_eq!(document(&Settings::new().only("pdca", "plan").partial_weight(0.3)), program(&asked).0);
}

#[test]
fn what_cannot_be_is_refused_with_a_way_out() {
    let standards = Standards::bundled();
    let assessment = standards.assessment(HARBOUR).unwrap();
    let unknown = refused(assessment.gap(&Gap::new().target("iso-iec-20000-1:2012")));
    let (_, printed, _) = program(&["gap", HARBOUR, "--target", "iso-iec-20000-1:2012"]);
    assert_eq!(format!("error: {unknown}\n"), printed);
    let said = [
        refused(standards.with_settings(&Settings::new().max_hops(101))),
        refused(standards.with_settings(&Settings::new().partial_weight(1.5))),
        refused(standards.document(&Gap::new())),
        refused(assessment.document(&Gap::new()).unwrap().text("xlsx")),
        refused(assessment.document(&Gap::new()).unwrap().bytes("dot")),
        refused(Question::parse(["gap", "--tarket", "x"])),
        refused(Question::parse::<&str>([])),
    ];
    let begins = [
        "a chain can have at most 100 rows",
        "the weight of partial must be a share",
        "this question needs an assessment",
        "xlsx is not a text format",
        "",
        "unexpected argument '--tarket' found",
        "'xwalk' requires a subcommand but one was not provided",
    ];
    for (said, begin) in said.iter().zip(begins) {
        assert!(said.starts_with(begin), "{said}");
    }
    let chosen = standards.with_settings(&Settings::new().only("pdca", "plan")).unwrap();
    let report = chosen.assessment(HARBOUR).unwrap().document(&Question::parse(["report"]).unwrap());
    assert!(refused(report).starts_with("a selection by attributes is only for gap, coverage, plan, map and show"));
}

#[test]
fn wrong_data_is_an_error_with_every_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.yaml");
    fs::write(&path, WRONG).unwrap();
    let standards = Standards::bundled();
    let error = standards.assessment(&path).unwrap_err();
    let (_, printed, code) = program(&["gap", path.to_str().unwrap()]);
    assert_eq!((format!("{error}\n\nxwalk: 1 error; nothing was answered\n"), 1), (printed, code));
    let Error::Data(faults) = &error else { panic!("{error:?}") };
    let fault = faults.first_error().unwrap();
    assert_eq!((faults.len(), fault.rule, fault.severity), (1, "unknown-clause", Severity::Error));
    assert_eq!((fault.line, fault.column), (5, 5));
    assert!(fault.file.ends_with("wrong.yaml"));
    assert!(fault.to_string().ends_with("wrong.yaml:5:5: error[unknown-clause]: iso-9001:2008 has no clause 4.9"));
    let from_text = standards.assessment_from_text("a name", WRONG).unwrap_err();
    assert!(from_text.to_string().contains("a name:5:5"), "{from_text}");
    let Err(Error::File(missing)) = standards.assessment("no/such.yaml") else { panic!("it is not there") };
    assert_eq!(missing.path(), Path::new("no/such.yaml"));
    assert_eq!(missing.to_string(), "no/such.yaml: there is no such file or folder");
}

#[test]
fn a_check_lists_what_is_wrong_and_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.yaml");
    fs::write(&path, WRONG).unwrap();
    let standards = Standards::bundled();
    for path in [path.to_str().unwrap(), HARBOUR, "examples/service-bank/assessment.yaml"] {
        let document = standards.check(&Check::of(path).with_notes()).unwrap();
        let printed = program(&["check", path, "--notes", "--format", "json"]).0;
        assert_eq!(document.text("json").unwrap(), printed, "{path}");
    }
    let gates = ["--min-coverage", "iso-iec-20000-1:2011=90"];
    let check = Check::of(HARBOUR).with_gates(gates).unwrap();
    let printed = program(&["check", HARBOUR, gates[0], gates[1], "--format", "json"]).0;
    assert_eq!(standards.check(&check).unwrap().text("json").unwrap(), printed);
}

#[test]
fn standards_of_ones_own_stand_beside_those_that_are_bundled() {
    let folder = tempfile::tempdir().unwrap();
    let catalog = "xwalk: catalog/1\nid: ours:1\ntitle: Ours\nclauses:\n  \"1\": One\n";
    fs::write(folder.path().join("ours.yaml"), catalog).unwrap();
    let standards = Standards::with([folder.path()]).unwrap();
    assert!(standards.editions().any(|edition| edition.as_str() == "ours:1"));
    assert!(!Standards::bundled().editions().any(|edition| edition.as_str() == "ours:1"));
    let Err(Error::File(missing)) = Standards::with(["no/such"]) else { panic!("it is not there") };
    assert_eq!(missing.path(), Path::new("no/such"));
}

#[test]
fn several_threads_may_ask_at_the_same_time() {
    let standards = Standards::bundled();
    let assessment = Arc::new(standards.assessment(HARBOUR).unwrap());
    let ask = |assessment: &Arc<xwalk::api::Assessment>| assessment.gap(&Gap::new()).unwrap();
    let alone = ask(&assessment);
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let assessment = Arc::clone(&assessment);
            thread::spawn(move || ask(&assessment))
        })
        .collect();
    assert!(workers.into_iter().all(|worker| worker.join().unwrap() == alone));
}

#[test]
fn the_example_of_a_gap_says_what_is_left_to_do() {
    let text = gap::left_to_do(HARBOUR, TARGET).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Harbour IT Services: of 39 requirements of iso-iec-20000-1:2011, 3 are met in full");
    assert_eq!(lines.len(), 1 + 36);
    let because = "because of iso-9001:2008/6.1 iso-iec-20000-1:2011/4.4.1";
    assert!(lines.contains(&format!("4.4.1 extend: Provision of resources ({because})").as_str()), "{text}");
    assert!(gap::left_to_do("no/such.yaml", TARGET).is_err());
}

#[test]
fn the_example_of_a_portfolio_answers_all_but_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.yaml");
    fs::write(&path, WRONG).unwrap();
    let paths = [HARBOUR, path.to_str().unwrap(), "examples/service-start/assessment.yaml"].map(str::to_owned);
    let answers = portfolio::answers(&Standards::bundled(), TARGET, &paths);
    assert_eq!(answers[0].as_ref().unwrap(), "39,3,20,2");
    assert!(matches!(&answers[1], Err(Error::Data(faults)) if faults.len() == 1));
    assert_eq!(answers[2].as_ref().unwrap(), "39,1,4,18");
}
