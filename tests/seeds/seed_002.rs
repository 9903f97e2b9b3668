//! Seed 002: the workflow of an ISO/IEC 20000-1 implementation.

use super::bundled::{Bundled, comes_before, rows, step};

const METHOD: &str = "iso-20000-implementation";

#[test]
fn row_002_1_thirteen_steps_and_two_audits_stand_in_logical_order() {
    let steps = rows(&Bundled::new().show(METHOD));
    let known: Vec<(&str, String)> = steps.iter().map(|step| (&*step["step"], step["title"].to_lowercase())).collect();
    let expected = [
        ("1", "obtain management support"),
        ("2", "establish the project"),
        ("3", "perform assessment and gap analysis"),
        ("4", "define scope, management intention, responsibilities"),
        ("5", "implement support procedures"),
        ("6", "generate process / function documentation"),
        ("7", "implement processes and/or functions"),
        ("8", "perform training and awareness programs"),
        ("9", "operate the sms"),
        ("10", "create the continual service improvement concept"),
        ("11", "implement the continual service improvement concept"),
        ("12", "conduct the internal audit"),
        ("13", "management review"),
        ("A1", "stage 1 certification audit (documentation review)"),
        ("A2", "stage 2 certification audit (main audit)"),
    ];
    assert_eq!(known, expected.map(|(id, title)| (id, title.to_owned())));
}

#[test]
fn row_002_1_every_step_comes_after_the_one_before_it() {
    let bundled = Bundled::new();
    let method = bundled.method(METHOD);
    let order = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "A1", "A2"];
    for pair in order.windows(2) {
        assert!(comes_before(method, pair[0], pair[1]), "{} before {}", pair[0], pair[1]);
    }
}

#[test]
fn row_002_1_project_and_gap_analysis_are_optional_improvement_and_management_review_mandatory() {
    let steps = rows(&Bundled::new().show(METHOD));
    let mandatory = |id: &str| steps.iter().find(|step| step["step"] == id).unwrap()["mandatory"].clone();
    assert_eq!(["2", "3"].map(mandatory), ["false", "false"]);
    assert_eq!(["10", "13"].map(mandatory), ["true", "true"]);
    for unsaid in ["1", "4", "5", "6", "7", "8", "9", "11", "12", "A1", "A2"] {
        assert_eq!(mandatory(unsaid), "", "the article says nothing of step {unsaid}");
    }
}

#[test]
fn row_002_1_the_method_puts_iso_20000_in_place_and_says_that_the_text_announces_twelve_steps() {
    let shown = Bundled::new().show(METHOD);
    assert!(shown.lead.iter().any(|line| line.contains("iso-iec-20000-1:2011")));
    assert!(shown.lead.iter().any(|line| line.contains("12 steps")));
}

#[test]
fn row_002_1_set_up_comes_first_then_processes_and_functions_then_improvement_then_the_audits() {
    let bundled = Bundled::new();
    let phase = |id| step(bundled.method(METHOD), id).phase.clone().unwrap();
    for setup in ["2", "3", "4", "5"] {
        assert_eq!(phase(setup), phase("1"), "{setup}");
    }
    assert_eq!(phase("6"), phase("7"));
    assert_eq!(phase("10"), phase("11"));
    assert_eq!(phase("A1"), phase("A2"));
    assert!(phase("5") != phase("6") && phase("7") != phase("10") && phase("13") != phase("A1"));
}

#[test]
fn row_002_1_support_procedures_are_those_of_documents_internal_audit_and_communication() {
    let bundled = Bundled::new();
    let left = step(bundled.method(METHOD), "5").deliverables.join("; ").to_lowercase();
    for procedure in
        ["document and record control", "internal audit procedure and checklist", "communication procedure"]
    {
        assert!(left.contains(procedure), "{procedure}: {left}");
    }
}

#[test]
fn row_002_1_scope_and_policy_are_defined_and_the_sponsor_and_the_funds_are_management_s() {
    let bundled = Bundled::new();
    let left = |id| step(bundled.method(METHOD), id).deliverables.join("; ").to_lowercase();
    assert!(left("1").contains("funds") && left("1").contains("sponsor"));
    assert!(left("2").contains("goal") && left("2").contains("people") && left("2").contains("time plan"));
    assert!(left("4").contains("scope") && left("4").contains("policy"));
}

#[test]
fn row_002_1_the_auditor_took_no_part_what_exists_is_not_redone_and_the_direction_stays() {
    let bundled = Bundled::new();
    let words = |id| {
        let step = step(bundled.method(METHOD), id);
        let words = [step.done_when.clone(), step.note.clone()];
        words.into_iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join(" ")
    };
    assert!(words("12").contains("no part in the implementation"));
    assert!(words("3").contains("incidents or changes") && words("3").contains("not done again"));
    assert!(words("2").contains("ad-hoc changes of direction"));
}
