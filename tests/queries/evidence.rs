//! The register of evidence on a small world.

use std::collections::BTreeMap;

use jiff::civil::date;
use xwalk::deliver::{EvidenceRegister, EvidenceState, Register, Validity};
use xwalk::model::Unfit;
use xwalk::query::AssessedQuestion;

use super::BASE;
use super::common::{World, clause};

const STATED: &str = r#"
xwalk: assessment/1
organization: Us
date: 2026-06-30
evidence:
  a.pdf: { title: Plan, owner: Ann, date: 2025-05-01, valid-until: 2026-06-29 }
  idle.pdf: { valid-until: 2026-06-30 }
statuses:
  base:1:
    "1.1": { status: implemented, evidence: [a.pdf, "https://x.example/y"] }
    "1.2": { status: partial, evidence: a.pdf }
    "1.3": implemented
"#;

fn world() -> World {
    let mut world = World::new(&[BASE], Some(STATED));
    let assessment = &mut world.assessment.as_mut().unwrap().0;
    assessment.unfit = Some(BTreeMap::from([("idle.pdf".to_owned(), Unfit::Missing)]));
    world
}

fn pieces(register: &Register) -> Vec<(&str, Vec<String>, EvidenceState, Validity)> {
    let supports = |clauses: &[xwalk::model::ClauseId]| clauses.iter().map(ToString::to_string).collect();
    let pieces = register.pieces.iter();
    pieces.map(|piece| (piece.place.as_str(), supports(&piece.supports), piece.state, piece.validity)).collect()
}

#[test]
fn every_piece_says_what_it_supports_and_whether_it_is_there_and_counts() {
    let register = world().ask(|case| EvidenceRegister::default().ask(case));
    let both = ["base:1/1.1", "base:1/1.2"].map(str::to_owned);
    assert_eq!(
        pieces(&register),
        [
            ("a.pdf", both.to_vec(), EvidenceState::There, Validity::Expired),
            ("https://x.example/y", both[..1].to_vec(), EvidenceState::Address, Validity::Unlimited),
            ("idle.pdf", vec![], EvidenceState::Unfit(Unfit::Missing), Validity::Valid),
        ]
    );
    assert_eq!(register.without, [(clause("base:1/1.3"), "Audit".to_owned())]);
}

#[test]
fn the_counts_stand_before_the_register() {
    let document = world().ask(|case| EvidenceRegister::default().document(case).unwrap());
    assert_eq!(
        document.lead,
        [
            "3 pieces of evidence for 2 clauses; 1 not named in any statement.",
            "Files: 1 found, 1 missing, 1 web address (not opened).",
            "As of 2026-06-30, 1 of 2 pieces of evidence with an expiry date has expired.",
        ]
    );
}

#[test]
fn another_day_may_be_asked_about_and_without_one_nothing_expires() {
    let earlier = EvidenceRegister { as_of: Some(date(2026, 6, 29)) };
    let register = world().ask(|case| earlier.ask(case));
    assert!(register.pieces.iter().all(|piece| piece.validity != Validity::Expired));
    let undated = World::new(&[BASE], Some(&STATED.replace("date: 2026-06-30\nevidence", "evidence")));
    let register = undated.ask(|case| EvidenceRegister::default().ask(case));
    let validity: Vec<Validity> = register.pieces.iter().map(|piece| piece.validity).collect();
    assert_eq!(validity, [Validity::Undecided, Validity::Unlimited, Validity::Undecided]);
    // Nobody looked.
    assert_eq!(register.pieces[0].state, EvidenceState::Unknown);
}

#[test]
fn clauses_stand_in_the_order_of_the_standard_and_not_of_their_letters() {
    let catalog = "xwalk: catalog/1\nid: ten:1\ntitle: Ten\nclauses: { \"9\": Nine, \"10\": Ten, \"2\": Two }\n";
    let stated = "xwalk: assessment/1\norganization: Us\nstatuses:\n  ten:1:\n    \"9\": implemented\n    \"10\": implemented\n    \"2\": { status: partial, evidence: a.pdf }\n";
    let more = stated.replace("\"10\": implemented", "\"10\": { status: planned, evidence: a.pdf }");
    let register = |stated: &str| {
        World::new(&[("ten.yaml", catalog)], Some(stated)).ask(|case| EvidenceRegister::default().ask(case))
    };
    let without: Vec<String> = register(stated).without.iter().map(|(clause, _)| clause.to_string()).collect();
    assert_eq!(without, ["ten:1/9", "ten:1/10"]);
    assert_eq!(register(&more).pieces[0].supports, [clause("ten:1/10"), clause("ten:1/2")]);
}
