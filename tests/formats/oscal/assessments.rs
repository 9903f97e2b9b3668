//! Assessments as assessment results, and open items as plans of action and milestones.

use serde_json::{Value, json};
use xwalk::exchange::oscal::write::{PoamItem, assessment_results, poam};
use xwalk::model::PersonDays;

use super::{A, B, checked, losses, props};
use crate::common::{World, clause};

const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: "Made\tup Ltd"
scope: All of it
date: 2026-11-20
assessor: A. Ssessor
targets: [b:2]
policy: { no-overdue: true }
effort: { build: 8 }
statuses:
  a:1:
    "4.1":
      status: partial
      evidence: ["docs/the manual.pdf", "https://example.com/x#y"]
      owner: Quality manager
      due: 2027-03-31
      assessed: 2026-11-21
      maturity: 3
      effort: 2.5
      note: "Two\nlines"
    "4.2": { status: implemented, evidence: [docs/documents.md] }
    "4.2.(2)": not-implemented
    "5": { status: not-applicable, justification: No such thing }
  b:2:
    "1": planned
    "2": implemented
    "2.1": partial
    "2.2": partial
processes:
  one: { title: One }
"#;

fn world() -> World {
    World::new(&[("a.yaml", A), ("b.yaml", B)], Some(ASSESSMENT))
}

fn states(finding: &Value) -> [&str; 3] {
    let target = &finding["target"];
    [&target["target-id"], &target["status"]["state"], &target["implementation-status"]["state"]]
        .map(|value| value.as_str().unwrap())
}

#[test]
fn a_statement_is_a_finding_that_is_never_better_than_it() {
    let world = world();
    let out = assessment_results(&world.assessment.as_ref().unwrap().0, &world.library);
    let value = checked(&out);
    assert_eq!(
        losses(&out),
        [
            (1, "list of usual efforts is left out"),
            (1, "name is written in one line, with single spaces inside it and none around it"),
            (1, "policy is left out"),
            (1, "process is left out"),
            (1, "statement on a heading is left out: all clauses below it have separate statements"),
        ]
    );
    let results = &value["assessment-results"];
    let metadata = &results["metadata"];
    assert_eq!((&metadata["title"], &metadata["version"]), (&json!("Made up Ltd"), &json!("2026-11-20")));
    assert_eq!(metadata["last-modified"], "2026-11-21T00:00:00Z");
    assert_eq!(props(metadata), ["date=2026-11-20", "scope=All of it", "target=b:2"]);

    let first = &results["results"][0];
    assert_eq!((&first["title"], props(first)), (&json!("Statements on A 1"), vec!["edition=a:1".to_owned()]));
    let reviewed = &first["reviewed-controls"]["control-selections"][0]["include-controls"];
    let reviewed: Vec<&Value> = reviewed.as_array().unwrap().iter().map(|control| &control["control-id"]).collect();
    assert_eq!(reviewed, ["c-4.1", "c-4.2.1", "c-4.2.-2-", "c-5"]);
    let findings = first["findings"].as_array().unwrap();
    assert_eq!(
        findings.iter().map(states).collect::<Vec<_>>(),
        [
            ["c-4.1_smt", "not-satisfied", "partial"],
            ["c-4.2.1_smt", "satisfied", "implemented"],
            ["c-4.2.-2-_smt", "not-satisfied", "not-implemented"],
            ["c-5_smt", "not-satisfied", "not-applicable"],
        ]
    );
    assert_eq!(
        props(&findings[0]),
        [
            "clause=a:1/4.1",
            "owner=Quality manager",
            "due=2027-03-31",
            "assessed=2026-11-21",
            "maturity=3",
            "effort=2.5",
        ]
    );
    assert_eq!((&findings[0]["title"], &findings[0]["remarks"]), (&json!("4.1 One and a half"), &json!("Two\nlines")));
    assert_eq!(props(&findings[1]), ["clause=a:1/4.2.1", "stated-on=4.2"]);
    let target = &findings[3]["target"];
    assert_eq!(target["status"], json!({"state": "not-satisfied", "reason": "other"}));
    assert_eq!(target["implementation-status"]["remarks"], "No such thing");
    let observations = first["observations"].as_array().unwrap();
    assert_eq!(observations.len(), 2);
    assert_eq!(
        observations[0]["relevant-evidence"],
        json!([
            {"href": "docs/the%20manual.pdf", "description": "docs/the manual.pdf"},
            {"href": "https://example.com/x#y", "description": "https://example.com/x#y"},
        ])
    );
    let collected = [&observations[0]["collected"], &observations[1]["collected"]];
    assert_eq!(collected, ["2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z"]);
    assert_eq!(findings[1]["related-observations"][0]["observation-uuid"], observations[1]["uuid"]);

    let second = results["results"][1]["findings"].as_array().unwrap();
    assert_eq!(second.iter().map(|finding| states(finding)[2]).collect::<Vec<_>>(), ["planned", "partial", "partial"]);
}

#[test]
fn an_assessment_without_a_statement_or_a_day_claims_neither() {
    let text = "xwalk: assessment/1\norganization: O\nstatuses: {}\n";
    let empty = World::new(&[("a.yaml", A)], Some(text));
    let assessment = &empty.assessment.as_ref().unwrap().0;
    assert_eq!(assessment_results(assessment, &empty.library).text, "");
    assert_eq!(poam(&[], assessment, &empty.library).text, "");
    let undated = World::new(
        &[("a.yaml", A)],
        Some("xwalk: assessment/1\norganization: O\nstatuses: {a:1: {\"5.1\": planned}}\n"),
    );
    let value = checked(&assessment_results(&undated.assessment.as_ref().unwrap().0, &undated.library));
    let metadata = &value["assessment-results"]["metadata"];
    assert_eq!(metadata["last-modified"], "1970-01-01T00:00:00Z");
    assert_eq!(props(metadata), ["last-modified=unknown"]);
}

#[test]
fn an_item_is_a_risk_with_a_deadline_and_a_task() {
    let item = |number: &str, action: &str| PoamItem {
        clause: clause(number),
        title: "Title\nof two lines".to_owned(),
        action: action.to_owned(),
        task: "Do this.\nThen that.".to_owned(),
        owner: None,
        due: None,
        effort: None,
        because: String::new(),
        after: Vec::new(),
    };
    let items = [
        item("a:1/4.1", "implement"),
        PoamItem {
            owner: Some("Quality manager".to_owned()),
            due: Some("2027-03-31".parse().unwrap()),
            effort: Some(PersonDays(250)),
            because: "Stated as planned.".to_owned(),
            after: vec![clause("a:1/4.1"), clause("b:2/3")],
            ..item("b:2/1", "build")
        },
        item("b:2/1", "build"),
    ];
    let world = world();
    let out = poam(&items, &world.assessment.as_ref().unwrap().0, &world.library);
    let value = checked(&out);
    assert_eq!(losses(&out), [(0, ""); 0]);
    let plan = &value["plan-of-action-and-milestones"];
    assert_eq!(plan["system-id"]["id"], "Made up Ltd");
    let (risks, planned) = (&plan["risks"], plan["poam-items"].as_array().unwrap());
    assert_eq!(planned.len(), 3);
    assert!(planned.iter().all(|item| item["uuid"].is_string()));
    let second = &risks[1];
    assert_eq!(second["title"], "b:2/1 Title of two lines");
    assert_eq!(
        (&second["deadline"], &second["description"]),
        (&json!("2027-03-31T00:00:00Z"), &json!("Stated as planned."))
    );
    let remediation = &second["remediations"][0];
    assert_eq!(
        (&remediation["lifecycle"], &remediation["description"]),
        (&json!("planned"), &json!("Do this.\nThen that."))
    );
    let task = &remediation["tasks"][0];
    assert_eq!(task["timing"]["on-date"]["date"], "2027-03-31T00:00:00Z");
    let first = &risks[0]["remediations"][0];
    assert_eq!(task["dependencies"], json!([{"task-uuid": first["tasks"][0]["uuid"]}]));
    assert_eq!(first["lifecycle"], "recommendation");
    assert_eq!((first["tasks"][0].get("timing"), risks[0].get("deadline")), (None, None));
    assert_eq!(
        props(&planned[1]),
        [
            "clause=b:2/1",
            "action=build",
            "owner=Quality manager",
            "due=2027-03-31",
            "effort=2.5",
            "after=a:1/4.1",
            "after=b:2/3",
        ]
    );
    assert_eq!(planned[1]["related-risks"][0]["risk-uuid"], second["uuid"]);
    assert_ne!(planned[1]["uuid"], planned[2]["uuid"]);
}
