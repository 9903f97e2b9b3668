//! Whatever an assessment says comes back from every format that it is written in, or its loss is counted.

use std::collections::BTreeSet;

use xwalk::exchange::beside::sheet_losses;
use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::import::{self, GeneralInformation, IntoAssessment, Kind, SheetChoice};
use xwalk::exchange::written::Loss;
use xwalk::exchange::{oscal, sheet};
use xwalk::load;
use xwalk::model::{Assessment, ClauseId, EditionId, Statement};
use xwalk::query::{AssessedQuestion, Export};
use xwalk::render::{Csv, Page, Xlsx};
use xwalk::source::Sources;

use super::common::World;
use super::{FIRST, SECOND};

/// What an assessment may say beside what each has to say.
const OF_ASSESSMENT: [&str; 22] = [
    "scope: \"Two\\nlines\"",
    "scope: \" a\\tb \"",
    "assessor: \"A.\\tLee \"",
    "site: Quay",
    "unit: \"The\\nharbour\"",
    "site: \" Quay\"",
    "tags: [a, \"b; c\", \"d | e\"]",
    "tags: [\"a\\nb\", \" c \"]",
    "scope: \"All of it: the harbour\"",
    "date: 2026-11-20",
    "assessor: A. Lee",
    "targets: [\"second:1\", \"first:1\"]",
    "policy: { min-coverage: { \"second:1\": 60 } }",
    "effort: { build: 8 }",
    "maturity-target: 3",
    "evidence: { manual.pdf: { title: The manual, owner: Ann } }",
    "capacity: { Ann: 2.5 }",
    "days-off: [2026-12-24, 2026-12-25]",
    "objectives: { calm: { title: Calm, owner: Ann } }",
    "processes: { tugs: { title: Tugs, clauses: [\"first:1/1\"] } }",
    "progress: { way: { \"1\": done } }",
    "statuses: { \"second:1\": { A: implemented } }",
];

/// What a statement may say beside its status.
const OF_STATEMENT: [&str; 18] = [
    "note: \"ends with a blank \"",
    "note: \"\\ta\\tb\"",
    "note: \"\"",
    "owner: \"Ann \\tLee\"",
    "owner: \"Ann\\nLee\"",
    "evidence: [\" a.pdf \", \"b\\tc\", \"d\\ne\"]",
    "justification: \" Not\\tso \"",
    "evidence: [docs/a.pdf, \"https://harbour.example/b c\"]",
    "owner: Quality manager",
    "due: 2027-03-31",
    "assessed: 2026-11-02",
    "maturity: 2",
    "maturity-target: 4",
    "effort: 10",
    "note: \"Half of it:\\nthe gates\"",
    "risk: [R-1, R-2]",
    "evidence: [a.pdf], owner: Ann, due: 2027-01-01, assessed: 2026-01-01, maturity: 1, effort: 2.5, risk: [R], note: N",
    "justification: \"Not: needed\"",
];

/// Where statements stand: on a requirement, on a heading, and on both.
const STATEMENTS: [&str; 5] = [
    "\"1\": { status: partialSAID }",
    "\"3\": { status: plannedSAID }",
    "\"3\": { status: plannedSAID }\n    \"3.1\": implemented",
    "\"3\": { status: planned }\n    \"3.1\": { status: not-implementedSAID }\n    \"3.2\": { status: plannedSAID }",
    "\"3\": { status: not-applicable, justification: WhySAID }",
];

const METHOD: (&str, &str) = (
    "way.yaml",
    "xwalk: method/1\nid: way\ntitle: The way\nfor: first:1\nsource: Us\nsteps: { \"1\": { title: Begin, clauses: [\"1\"] } }\n",
);

fn assessment(head: &str, statements: &str) -> String {
    let statuses = match head.strip_prefix("statuses: ") {
        Some(_) => format!("statuses:\n  first:1:\n    {statements}\n  second:1:\n    A: implemented\n"),
        None => format!("{head}\nstatuses:\n  first:1:\n    {statements}\n"),
    };
    format!("xwalk: assessment/1\norganization: \"Us: all\"\n{statuses}")
}

/// All that an assessment says, each in a line.
fn lines(assessment: &Assessment) -> BTreeSet<String> {
    let Assessment { organization, scope, date, assessor, targets, policy, efforts, maturity_targets, .. } = assessment;
    let Assessment { register, capacities, calendar, objectives, processes, progress, .. } = assessment;
    let days_off: Vec<_> = calendar.days_off().collect();
    let Assessment { site, unit, tags, .. } = assessment;
    let head = [
        format!("site: {site:?}"),
        format!("unit: {unit:?}"),
        format!("tags: {tags:?}"),
        format!("organization: {organization}"),
        format!("scope: {scope:?}"),
        format!("date: {date:?}"),
        format!("assessor: {assessor:?}"),
        format!("targets: {targets:?}"),
        format!("policy: {policy:?}"),
        format!("efforts: {efforts:?}"),
        format!("maturity targets: {maturity_targets:?}"),
        format!("register: {}", register.len()),
        format!("capacities: {capacities:?}"),
        format!("days off: {days_off:?}"),
        format!("objectives: {}", objectives.len()),
        format!("processes: {}", processes.len()),
        format!("progress: {}", progress.len()),
    ];
    head.into_iter().chain(assessment.statements().map(line)).collect()
}

fn line((clause, statement): (&ClauseId, &Statement)) -> String {
    let Statement { status, evidence, owner, due, assessed, maturity, maturity_target, effort, .. } = statement;
    let Statement { justification, risks, note, .. } = statement;
    let work = format!("{owner:?} {due:?} {assessed:?} {maturity:?} {maturity_target:?} {effort:?} {risks:?}");
    format!("{clause} {status} {evidence:?} {work} {justification:?} {note:?}")
}

/// An assessment written and read back; nothing where nothing was left to write.
type ThereAndBack = fn(&World) -> (Option<Assessment>, Vec<Loss>);

fn through_oscal(world: &World) -> (Option<Assessment>, Vec<Loss>) {
    let (assessment, _) = world.assessment.as_ref().unwrap();
    let written = oscal::write::assessment_results(assessment, &world.library);
    if written.text.is_empty() {
        return (None, written.losses);
    }
    let mut sources = Sources::default();
    let file = sources.add("results.json", written.text);
    let mut foreign = ForeignFiles::read(&sources, &[(file, Format::Oscal)]);
    let contents = foreign.assessments(&world.library, Choices::default());
    let raw = contents.into_iter().flat_map(|(_, content)| content.assessments).next().unwrap();
    (Some(load::assessment_from_raw(raw, &world.library).sound().unwrap().0), written.losses)
}

/// Through the rows of a spreadsheet, with the head where there is a place for it.
fn through_sheet(world: &World, format: &dyn xwalk::render::Format, name: &str) -> (Option<Assessment>, Vec<Loss>) {
    let (assessment, _) = world.assessment.as_ref().unwrap();
    let export = Export { kind: None, name: "assessment.yaml".to_owned(), all: false };
    let document = world.ask(|case| AssessedQuestion::document(&export, case).unwrap());
    let mut bytes = Vec::new();
    format.write(&document, Page::new(&world.sources, 80), &mut bytes).unwrap();
    let mut sources = Sources::default();
    let sheets = match name {
        "a.xlsx" => sheet::workbook(&mut sources, name, &bytes, sheet::MAX_SIZE).unwrap(),
        _ => {
            let file = sources.add(name, String::from_utf8(bytes).unwrap());
            sheet::csv(&sources, file)
        }
    };
    let general = GeneralInformation::of(&sheets, &world.library);
    let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
    let statements = import::statements(&rows, None, &world.library).unwrap().0;
    let mut head = Assessment::new(general.organization.unwrap_or_else(|| "nobody".to_owned()).into());
    head.scope = general.scope.map(Into::into);
    head.date = general.date.and_then(|date| load::day(&date));
    head.assessor = general.assessor.map(Into::into);
    head.site = general.site.map(Into::into);
    head.unit = general.unit.map(Into::into);
    head.tags = general.tags.into_iter().map(Into::into).collect();
    head.targets = general.targets.iter().map(|target| EditionId::parse(target).unwrap()).collect();
    let imported = import::import_statements(statements, IntoAssessment::New(head), &mut sources, &world.library);
    let text = imported.unwrap().text;
    let file = sources.add("read.yaml", text);
    let read = load::assessment(&sources, file, &world.library).sound().unwrap().0;
    (Some(read), sheet_losses(assessment, format.holds_answer_alone()))
}

fn through_xlsx(world: &World) -> (Option<Assessment>, Vec<Loss>) {
    through_sheet(world, &Xlsx, "a.xlsx")
}

fn through_csv(world: &World) -> (Option<Assessment>, Vec<Loss>) {
    through_sheet(world, &Csv, "a.csv")
}

const FORMATS: [(&str, ThereAndBack); 3] = [("oscal", through_oscal), ("xlsx", through_xlsx), ("csv", through_csv)];

#[test]
fn what_an_assessment_says_comes_back_from_every_format_or_is_counted_as_lost() {
    let mut made: Vec<(String, String)> = Vec::new();
    for statements in STATEMENTS {
        let plain = statements.replace("SAID", "");
        made.push((String::new(), assessment("", &plain)));
        made.extend(OF_ASSESSMENT.iter().map(|head| ((*head).to_owned(), assessment(head, &plain))));
        made.extend(OF_STATEMENT.iter().map(|said| {
            let said = if statements.contains("not-applicable") && said.starts_with("just") { "" } else { said };
            let more = if said.is_empty() { String::new() } else { format!(", {said}") };
            (format!("{statements} {said}"), assessment("", &statements.replace("SAID", &more)))
        }));
    }
    let mut silent = Vec::new();
    for (said, text) in &made {
        let world = World::new(&[FIRST, SECOND, METHOD], Some(text));
        let before = lines(&world.assessment.as_ref().unwrap().0);
        for (format, through) in FORMATS {
            let (after, losses) = through(&world);
            let after = after.as_ref().map(lines).unwrap_or_default();
            let changed: Vec<&String> = before.symmetric_difference(&after).collect();
            if changed.is_empty() != losses.is_empty() {
                silent.push(format!("{format}: {said}\n    {changed:?}\n    {losses:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "{} are lost in silence, or said to be lost:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn every_key_of_an_assessment_is_among_what_may_be_said() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../../schemas/assessment.json")).unwrap();
    let keys: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let said = OF_ASSESSMENT.iter().filter_map(|said| said.split_once(':')).map(|(key, _)| key);
    // Each assessment has the first two.
    let said: BTreeSet<&str> = said.chain(["xwalk", "organization"]).collect();
    assert_eq!(said, keys);
}

#[test]
fn a_statement_on_a_heading_is_not_made_again_of_findings_that_another_program_changed() {
    let text = assessment("", "\"3\": { status: planned, owner: Ann, effort: 10 }");
    let world = World::new(&[FIRST, SECOND, METHOD], Some(&text));
    let written = oscal::write::assessment_results(&world.assessment.as_ref().unwrap().0, &world.library).text;
    let read = |text: String| {
        let mut sources = Sources::default();
        let file = sources.add("results.json", text);
        let contents =
            ForeignFiles::read(&sources, &[(file, Format::Oscal)]).assessments(&world.library, Choices::default());
        let content = contents.into_iter().map(|(_, content)| content).next().unwrap();
        let told: Vec<String> = content.faults.iter().map(|fault| fault.message.clone()).collect();
        let raw = content.assessments.into_iter().next().unwrap();
        let read = load::assessment_from_raw(raw, &world.library).sound().unwrap().0;
        let stated = |(clause, statement): (&ClauseId, &Statement)| {
            format!("{} {} {:?}", clause.number, statement.status, statement.effort.map(|effort| effort.to_string()))
        };
        (read.statements().map(stated).collect::<Vec<_>>(), told)
    };
    assert_eq!(read(written.clone()), (vec!["3 planned Some(\"10\")".to_owned()], Vec::new()));
    let changed = written.replacen("\"state\": \"planned\"", "\"state\": \"partial\"", 1);
    let (stated, told) = read(changed);
    assert_eq!(stated, ["3.1 partial None", "3.2 planned None"]);
    assert_eq!(told, ["the effort of a heading, 10 person-days, is left out"]);
}
