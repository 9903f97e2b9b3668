//! The question `soa` on small worlds, with answers counted by hand.

use xwalk::crosswalk::Level;
use xwalk::deliver::{Applicability, Control, Controls, Soa};
use xwalk::model::Status;
use xwalk::query::AssessedQuestion;
use xwalk::report::{Cell, Document};

use super::common::{World, answer, clause};

const SECURITY: (&str, &str) = (
    "security.yaml",
    r#"
xwalk: catalog/1
id: security:1
title: Security
kind: management-system
clauses:
  "4": Risks
  "A": Controls
  "A.1": Places
  "A.1.1": { title: Doors, domain: places }
  "A.1.2": { title: Gates, domain: places }
  "A.2": Machines
  "A.2.1": { title: Accounts, domain: machines, summary: Everyone has an account. }
  "A.2.2": { title: Backups, domain: machines }
  "A.2.3": { title: Logs, domain: machines }
"#,
);

const OTHERS: [(&str, &str); 5] = [
    (
        "other.yaml",
        "xwalk: catalog/1\nid: other:1\ntitle: Other\nclauses:\n  \"1\": One\n  \"2\": Two\n  \"3\": Three\n  \"4\": Four\n",
    ),
    ("third.yaml", "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"1\": One\n"),
    (
        "model.yaml",
        "xwalk: catalog/1\nid: model:1\ntitle: Model\nkind: process-model\nclauses:\n  \"1\": { title: One, domain: all }\n",
    ),
    (
        "set.yaml",
        "xwalk: catalog/1\nid: set:1\ntitle: Set\nkind: control-set\nclauses:\n  \"X\": Group\n  \"X-1\": { title: One, parent: \"X\" }\n  \
         \"X-2\": { title: Two, parent: \"X\" }\n  \"Y\": Alone\n",
    ),
    (
        "security-1--third-1.yaml",
        "xwalk: relations/1\nid: security-1--third-1\nfrom: security:1\nto: third:1\nversion: 1\nsource: made up\nconfidence: high\n\
         rows:\n  - { from: \"A.1.1\", to: \"1\", relation: partial }\n",
    ),
];

const FORWARD: (&str, &str) = (
    "security-1--other-1.yaml",
    r#"
xwalk: relations/1
id: security-1--other-1
from: security:1
to: other:1
version: 1
source: made up
confidence: low
rows:
  - { from: "A.1.1", to: "1", relation: partial }
  - { from: "A.1.2", to: "1", relation: partial }
  - { from: "A.2", to: "3", relation: partial }
  - { from: "A.2.2", to: "4", relation: none }
"#,
);

const BACKWARD: (&str, &str) = (
    "other-1--security-1.yaml",
    r#"
xwalk: relations/1
id: other-1--security-1
from: other:1
to: security:1
version: 1
source: made up
confidence: high
rows:
  - { from: "2", to: "A.2.1", relation: full }
  - { from: "4", to: "A.2.3", relation: partial }
"#,
);

/// Doors by their heading, gates out, accounts by another edition, backups planned, logs perhaps.
const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
scope: The whole house
statuses:
  security:1:
    "A.1": implemented
    "A.1.2": { status: not-applicable, justification: There is no gate }
    "A.2.2": { status: planned, justification: The law asks for it, owner: Bob, due: 2027-05-31, maturity: 1, note: Soon }
  other:1:
    "2": implemented
    "4": partial
"#;

fn world(assessment: &str) -> World {
    let mut files = vec![SECURITY, FORWARD, BACKWARD];
    files.extend(OTHERS);
    World::new(&files, Some(assessment))
}

fn ask(edition: Option<&str>) -> Controls {
    world(ASSESSMENT).ask(|case| Soa { edition: edition.map(Into::into).into_iter().collect() }.ask(case).unwrap())
}

fn of<'c>(controls: &'c Controls, number: &str) -> &'c Control {
    controls.controls.iter().find(|control| control.clause.number.as_str() == number).unwrap()
}

fn document(assessment: &str) -> Document {
    world(assessment).ask(|case| Soa::default().document(case).unwrap())
}

#[test]
fn the_controls_of_a_standard_are_its_requirements_with_a_domain() {
    let controls = ask(None);
    let numbers: Vec<&str> = controls.controls.iter().map(|control| control.clause.number.as_str()).collect();
    assert_eq!(numbers, ["A.1.1", "A.1.2", "A.2.1", "A.2.2", "A.2.3"]);
    assert_eq!(of(&controls, "A.1.1").domain, Some(clause("security:1/A.1")), "A stands above all controls");
    assert_eq!(of(&controls, "A.2.3").domain_title, "Machines");
}

#[test]
fn all_requirements_of_a_control_set_are_controls() {
    let controls = ask(Some("set:1"));
    let domains: Vec<(&str, Option<&str>)> = controls
        .controls
        .iter()
        .map(|control| (control.clause.number.as_str(), control.domain.as_ref().map(|domain| domain.number.as_str())))
        .collect();
    assert_eq!(domains, [("X-1", Some("X")), ("X-2", Some("X")), ("Y", None)]);
    assert!(controls.controls.iter().all(|control| control.applicable == Applicability::Undecided));
}

#[test]
fn a_control_applies_does_not_or_is_not_decided() {
    let controls = ask(None);
    let state = |number: &str| {
        let control = of(&controls, number);
        (control.applicable, control.status(), control.level)
    };
    assert_eq!(state("A.1.1"), (Applicability::Yes, Some(Status::Implemented), Some(Level::Full)));
    assert_eq!(state("A.1.2"), (Applicability::No, Some(Status::NotApplicable), None));
    assert_eq!(state("A.2.1"), (Applicability::Yes, None, Some(Level::Full)));
    assert_eq!(state("A.2.2"), (Applicability::Yes, Some(Status::Planned), Some(Level::None)));
    assert_eq!(
        state("A.2.3"),
        (Applicability::Undecided, None, Some(Level::Presumed)),
        "a presumption decides nothing"
    );
}

#[test]
fn a_control_says_by_which_heading_it_is_stated_and_why_it_is_derived() {
    let controls = ask(None);
    assert_eq!(of(&controls, "A.1.1").stated.as_ref().unwrap().clause, clause("security:1/A.1"));
    assert_eq!(of(&controls, "A.2.2").stated.as_ref().unwrap().clause, clause("security:1/A.2.2"));
    assert_eq!(of(&controls, "A.2.1").chain, [clause("other:1/2"), clause("security:1/A.2.1")]);
    assert!(of(&controls, "A.2.1").is_derived());
    assert!(of(&controls, "A.1.1").chain.is_empty(), "what is stated needs no chain");
    assert_eq!(of(&controls, "A.1.2").justification(), Some("There is no gate"));
    assert_eq!(of(&controls, "A.1.1").justification(), None);
}

#[test]
fn a_control_says_what_else_it_serves_among_the_editions_of_the_assessment() {
    let controls = ask(None);
    let serves =
        |number: &str| -> Vec<String> { of(&controls, number).related.iter().map(ToString::to_string).collect() };
    assert_eq!(serves("A.1.1"), ["other:1/1"], "the assessment does not speak of third:1");
    assert!(serves("A.1.2").is_empty(), "what does not apply serves nothing");
    assert_eq!(serves("A.2.1"), ["other:1/2", "other:1/3"], "a row read backwards, and one of its heading");
    assert_eq!(serves("A.2.2"), ["other:1/3"], "a row that says none is no service");
    assert_eq!(serves("A.2.3"), ["other:1/3", "other:1/4"]);
    let aimed = ASSESSMENT.replace("scope:", "targets: [third:1]\nscope:");
    let controls = world(&aimed).ask(|case| Soa::default().ask(case).unwrap());
    assert_eq!(of(&controls, "A.1.1").related, [clause("other:1/1"), clause("third:1/1")]);
}

#[test]
fn the_lead_counts_what_applies_what_is_in_place_and_what_is_missing() {
    let document = document(ASSESSMENT);
    assert_eq!(document.title, "Statement of applicability of Us for security:1");
    assert_eq!(
        document.lead[..6],
        [
            "Scope: The whole house.",
            "5 controls of security:1: 3 apply, 1 does not, 1 undecided.",
            "Of those that apply, 1 is implemented, 0 in part, 1 planned, and 0 not implemented.",
            "1 control counts as applicable without a decision, since other statements cover part of it.",
            "1 decision lacks a justification, and 1 implemented control lacks evidence.",
            "Maturity of security:1: 1.0 on average on a scale from 0 to 5 (1 of 4 rated).",
        ]
    );
    assert_eq!(
        document.lead[6],
        "Caution: this is based on 2 relation tables; 1 of them is of low confidence, a draft, or older than a change of a clause: \
         have it reviewed before you base decisions on it (see Basis)."
    );
}

#[test]
fn evidence_and_a_justification_are_not_missed_where_a_heading_has_them() {
    let told = ASSESSMENT.replace(
        "\"A.1\": implemented",
        "\"A.1\": { status: implemented, justification: Theft, evidence: [doors.pdf] }",
    );
    let lead = document(&told).lead;
    assert_eq!(lead[4], "0 decisions lack a justification, and 0 implemented controls lack evidence.");
}

#[test]
fn the_summary_counts_by_domain() {
    let document = document(ASSESSMENT);
    let summary = document.tables().find(|table| table.name == "summary" && table.audience.has_programs());
    let counts = |row: &Vec<Cell>| -> Vec<u64> {
        row.iter().filter_map(|cell| if let Cell::Count(count) = cell { Some(*count) } else { None }).collect()
    };
    let rows: Vec<Vec<u64>> = summary.unwrap().rows.iter().map(counts).collect();
    // All, apply, do not, undecided, implemented, partial, planned, not implemented, derived.
    assert_eq!(rows, [[2, 1, 1, 0, 1, 0, 0, 0, 0], [3, 2, 0, 1, 0, 0, 1, 0, 1]]);
}

#[test]
fn programs_get_a_row_for_each_control() {
    let rows = answer(&document(ASSESSMENT));
    assert_eq!(rows.len(), 5);
    assert_eq!(
        rows[0][..9],
        ["security:1/A.1.1", "Doors", "security:1/A.1", "Places", "yes", "", "implemented", "security:1/A.1", "full"]
    );
    assert_eq!(rows[3][11..17], ["", "Bob", "2027-05-31", "1", "", "Soon"]);
    assert_eq!(rows[2][9], "other:1/2 security:1/A.2.1");
}

#[test]
fn an_edition_without_controls_has_no_statement_of_applicability() {
    let wrong = |edition: Option<&str>, assessment: &str| {
        world(assessment)
            .ask(|case| Soa { edition: edition.map(Into::into).into_iter().collect() }.ask(case).unwrap_err())
    };
    let process = wrong(Some("model:1"), ASSESSMENT);
    assert_eq!(process.message, "model:1 has no controls");
    assert_eq!(process.help.as_deref(), Some("the editions with controls are security:1, set:1"));
    let none = wrong(None, "xwalk: assessment/1\norganization: Us\nstatuses:\n  other:1:\n    \"1\": implemented\n");
    assert_eq!(none.help.as_deref(), Some("add --edition EDITION; the editions with controls are security:1, set:1"));
}

#[test]
fn without_an_edition_all_with_controls_that_are_stated_or_aimed_at_are_reported() {
    let aimed = ASSESSMENT.replace("scope:", "targets: [set:1, third:1]\nscope:");
    let controls = world(&aimed).ask(|case| Soa::default().ask(case).unwrap());
    assert_eq!(controls.editions.iter().map(ToString::to_string).collect::<Vec<_>>(), ["security:1", "set:1"]);
    assert_eq!(controls.controls.len(), 8);
    assert_eq!(answer(&document(&aimed)).len(), 8);
}
