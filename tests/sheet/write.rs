//! YAML, written and read back by the loader.

use proptest::prelude::*;
use xwalk::bundled;
use xwalk::edit::write;
use xwalk::load::{self, raw};
use xwalk::model::{Assessment, ClauseNumber, Library, PersonDays, Statement, Status, Table};
use xwalk::source::{Sources, Span};

use super::{bare, edition, stated, world};
use crate::common::clause;

/// The bundled library with its sources.
pub(crate) fn bundled() -> (Sources, Library) {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let (library, _) = load::library(&sources, files).sound().unwrap();
    (sources, library)
}

pub(crate) const EXAMPLES: [&str; 3] = ["harbour-it", "service-bank", "software-house"];

/// An example as read by the loader.
pub(crate) fn example(name: &str, sources: &mut Sources, library: &Library) -> Assessment {
    let path = format!("{}/examples/{name}/assessment.yaml", env!("CARGO_MANIFEST_DIR"));
    let file = sources.add(name, std::fs::read_to_string(path).unwrap());
    load::assessment(sources, file, library).sound().unwrap().0
}

pub(crate) fn table(text: String, library: &Library) -> Table {
    let mut sources = Sources::default();
    let id = text.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned();
    let file = sources.add("table", text);
    let mut faults = Vec::new();
    let Some(raw::File::Relations(raw)) = raw::read(&sources, file, &mut faults) else { panic!("{faults:?}") };
    let (table, _) = load::table_from_raw(raw, &format!("{id}.yaml"), library).sound().unwrap();
    table.unwrap()
}

/// All that a table says, without places.
pub(crate) fn said(table: &Table) -> String {
    let rows: Vec<String> = rows(table);
    let Table { id, title, from, to, version, source, confidence, provenance, method, is_draft, unrelated, .. } = table;
    let Table { mapper, date, stage, derived_from, .. } = table;
    format!(
        "{:?} {rows:#?}",
        (
            (id, title, from, to, version, source, confidence, provenance, method, is_draft, unrelated),
            (mapper, date, stage, derived_from)
        )
    )
}

/// The rows of a table, without places.
pub(crate) fn rows(table: &Table) -> Vec<String> {
    let row = |row: &xwalk::model::Relation| {
        let texts = (&row.items, &row.add, &row.add_reverse, &row.note);
        let names = (&row.derived_from, &row.said, &row.reviewed_by);
        format!("{:?}", (&row.from, &row.to, row.forward, row.reverse, texts, row.confidence, names))
    };
    table.rows.iter().map(row).collect()
}

fn is_statement() -> Statement {
    let mut sources = Sources::default();
    Statement::new(Status::Implemented, Span::start_of(sources.add("", "")))
}

#[test]
fn statements_are_written_in_the_style_of_the_examples() {
    let number = |number: &str| ClauseNumber::parse(number).unwrap();
    let partial = Statement {
        status: Status::Partial,
        evidence: vec!["docs/a.pdf".into(), "https://a.example/x".into()],
        owner: Some("yes".into()),
        due: Some(jiff::civil::date(2027, 3, 31)),
        maturity: Some(2),
        maturity_target: Some(3),
        risks: vec!["R-12".into(), "12".into()],
        effort: PersonDays::parse("1.25"),
        note: Some(
            "One sentence that is: long enough not to fit into a line of its own, and is folded there for that reason."
                .into(),
        ),
        ..is_statement()
    };
    let statements = [(number("4.10"), is_statement()), (number("A"), partial)];
    assert_eq!(
        write::statuses(&edition("odd:1"), &statements),
        r#"odd:1:
  "4.10": implemented
  "A":
    status: partial
    evidence: [docs/a.pdf, https://a.example/x]
    owner: "yes"
    due: "2027-03-31"
    maturity: 2
    maturity-target: 3
    effort: 1.25
    risk: [R-12, "12"]
    note: >-
      One sentence that is: long enough not to fit into a line of its own, and
      is folded there for that reason.
"#
    );
}

#[test]
fn every_example_is_read_back_as_it_was() {
    let (mut sources, library) = bundled();
    for name in EXAMPLES {
        let before = example(name, &mut sources, &library);
        let text = write::assessment(&before, &library);
        let file = sources.add("again", text.clone());
        let (after, warnings) = load::assessment(&sources, file, &library).sound().unwrap();
        assert!(warnings.is_empty(), "{warnings:?}");
        assert_eq!(stated(&after), stated(&before), "{name}");
        let head = |of: &Assessment| {
            let least: Vec<_> =
                of.policy.min_coverage.iter().map(|(edition, (percent, _))| (edition.clone(), *percent)).collect();
            (
                of.organization.clone(),
                of.scope.clone(),
                of.date,
                of.assessor.clone(),
                of.targets.clone(),
                least,
                of.efforts,
            )
        };
        assert_eq!(head(&after), head(&before), "{name}");
        assert_eq!((&after.objectives, &after.processes), (&before.objectives, &before.processes), "{name}");
        assert_eq!(after.progress, before.progress, "{name}");
        assert_eq!(write::assessment(&after, &library), text, "{name}");
    }
}

#[test]
fn a_policy_is_read_back_as_it_was() {
    let world = world(None);
    let text = r#"---
xwalk: assessment/1
organization: Us
targets: [plain:1]
policy:
  min-coverage:
    plain:1: 60
  min-chapter-coverage:
    plain:1: 12.5
  measure: upper
  no-overdue: true
  evidence: required
  evidence-exists: true
  max-age: 365
  min-confidence: medium
"#;
    let mut sources = Sources::default();
    let file = sources.add("policy", text);
    let (assessment, _) = load::assessment(&sources, file, &world.library).sound().unwrap();
    assert_eq!(write::assessment(&assessment, &world.library), text);
}

#[test]
fn progress_is_read_back_as_it_was_in_the_order_of_the_steps() {
    let (mut sources, library) = bundled();
    let text = r#"---
xwalk: assessment/1
organization: Us
progress:
  ims-roadmap:
    "1": done
    "2": {state: under-way, since: "2026-10-01", note: Waiting for the board.}
    "10": open
    "12b": {state: open, note: "10: first"}
  iso-20000-implementation:
    "A1": done
"#;
    let file = sources.add("progress", text);
    let (assessment, _) = load::assessment(&sources, file, &library).sound().unwrap();
    assert_eq!(write::assessment(&assessment, &library), text);
}

#[test]
fn every_bundled_table_is_read_back_as_it_was() {
    let (_, library) = bundled();
    assert!(library.tables().count() > 30);
    for before in library.tables() {
        let after = table(write::table(before), &library);
        assert_eq!(said(&after), said(before), "{}", before.id);
    }
}

/// Texts with all that YAML, CSV and workbooks may take for something else. None ends in a line break: no file holds such a one.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        2 => proptest::char::any().prop_map(|c| c.to_string()),
        1 => "[ -~]{0,12}",
        1 => "(lorem |ipsum  |dolor: |sit\t){8,16}x",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat().trim_end_matches('\n').to_owned())
}

const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "😀",
    "é",
    "=1+1",
    "+1",
    "-1",
    "@x",
    "＝1",
    "'",
    "''",
    "\"",
    "\\",
    "\\u{",
    "\\u{41}",
    "\\u{}",
    "}",
    ": ",
    " #",
    "- ",
    "-",
    "? ",
    "---",
    "...",
    "%",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    ">-",
    "[",
    "]",
    "{ }",
    ",",
    ";",
    "; ",
    "1",
    "4.10",
    "0x1F",
    "1_0",
    "1:30",
    "1e3",
    ".inf",
    "~",
    "null",
    "yes",
    "No",
    "on",
    "true",
    "2027-03-31",
    "<<",
    "_x000D_",
    "_x0041_",
    "&amp;",
    "<b>",
    "]]>",
    "x\n  y",
    "\n\n",
    "  x",
    "x  ",
    "k: >",
    "k: >\n x",
    "… [cut",
    "http://a.example/?a=b&c",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_back_as_itself(owner in hostile(), note in hostile(), evidence in proptest::collection::vec(hostile(), 0..4), key in hostile()) {
        let world = world(None);
        let mut before = Assessment::new(format!("O{owner}").into());
        before.scope = Some(note.clone().into());
        let statement = Statement {
            evidence: evidence.into_iter().map(Into::into).collect(),
            owner: Some(owner.clone().into()),
            note: Some(note.into()),
            ..is_statement()
        };
        before.add(clause("odd:1/=E"), statement).unwrap();
        before.processes.push(xwalk::model::Process {
            id: key.into(), title: format!("T{owner}").into(), owner: None, description: None, inputs: Vec::new(), outputs: Vec::new(),
            clauses: vec![clause("odd:1/A+B"), clause("odd:1/C,D")],
        });
        let mut sources = Sources::default();
        let text = write::assessment(&before, &world.library);
        let file = sources.add("again", text.clone());
        let loaded = load::assessment(&sources, file, &world.library);
        // An empty text among evidence is reported, and comes back all the same.
        let is_fault = |fault: &xwalk::diagnostic::Diagnostic| fault.rule != xwalk::diagnostic::Rule::EmptyEvidence;
        prop_assert!(!loaded.diagnostics().iter().any(is_fault), "{:?}\n{text}", loaded.diagnostics());
        let (after, _) = loaded.sound().unwrap();
        prop_assert_eq!(&after.organization, &before.organization, "{}", text);
        prop_assert_eq!(&after.scope, &before.scope, "{}", text);
        prop_assert_eq!(stated(&after), stated(&before), "{}", text);
        prop_assert_eq!(&after.processes, &before.processes, "{}", text);
    }

    #[test]
    fn any_effort_is_read_back_as_itself(hundredths in 0..=10_000_000_u32) {
        let statement = Statement { effort: Some(PersonDays(hundredths)), ..is_statement() };
        let text = write::statuses(&edition("odd:1"), &[(ClauseNumber::parse("4.1").unwrap(), statement.clone())]);
        let text = format!("xwalk: assessment/1\norganization: Us\nstatuses:\n  {}", text.replace('\n', "\n  "));
        let mut sources = Sources::default();
        let file = sources.add("again", text);
        let (after, _) = load::assessment(&sources, file, &world(None).library).sound().unwrap();
        prop_assert_eq!(bare(after.statement(&clause("odd:1/4.1")).unwrap()), bare(&statement));
    }
}

#[test]
fn a_table_is_written_with_all_that_it_says_of_its_making() {
    let mut library = super::world(None).library;
    let head = "from: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: medium\n";
    let other = table(format!("xwalk: relations/1\nid: other\n{head}rows: []\n"), &library);
    library.add_table(other).unwrap();
    let text = format!(
        "---\nxwalk: relations/1\nid: t\n{head}method: By hand\nmapper: Ann\ndate: 2026-05\nstage: individual\n\
         derived-from: [other]\nrows:\n  \
         - {{from: \"4.1\", to: \"1\", relation: related, add: Agree, add-reverse: Sign}}\n  \
         - from: \"4.2\"\n    to: \"2\"\n    relation: partial\n    add-reverse: Ask\n    derived-from: [other]\n    said: {{A. Smith: partial/full, \"B: C\": none}}\n"
    );
    let before = table(text.clone(), &library);
    assert_eq!((before.mapper.as_deref(), before.date.as_deref()), (Some("Ann"), Some("2026-05")));
    assert_eq!(before.stage, Some(xwalk::model::Stage::Individual));
    assert_eq!(write::table(&before), text);
    let sources = super::import::TableHeader::of(&before);
    assert_eq!(sources.derived_from, before.derived_from);
}
