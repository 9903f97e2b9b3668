//! What is stated on an edition, carried to another one.

use std::fs;
use std::process::{Command, Output};

use xwalk::changes::{AssessmentDiff, Migrate, MigratedRequirement, Migration};
use xwalk::edit::{self, Entry};
use xwalk::load;
use xwalk::model::Status;
use xwalk::query::{Assessed, Gap, Outcome, Settings};

use super::common::{World, answer};
use super::diff::{NEW, OLD, STEP, bundled};

/// What is stated on the earlier edition: the audit on its heading, with an effort for all below it.
const STATED: &str = r#"# A remark at the top.
xwalk: assessment/1
organization: Us
targets: [rules:1]
statuses:
  rules:1:   # the earlier one
    "1":
      status: partial
      owner: Ann
      effort: 5
    "1.1":
      status: implemented
      evidence: ["a \"b\".pdf", https://a.example/x]
      due: 2026-02-02
      assessed: 2026-01-01
      maturity: 3
      effort: 0.5
      note: |
        Two lines:
        # no remark
    "2.1": implemented
    "3": planned

# Behind the statuses.
processes: {}
"#;

fn world(assessment: &str) -> World {
    World::new(&[OLD, NEW, STEP], Some(assessment))
}

fn to(edition: &str) -> Migrate {
    Migrate { to: edition.into(), from: None }
}

fn migration(world: &World, edition: &str) -> Migration {
    world.ask(|case| to(edition).ask(case).unwrap())
}

fn refused(world: &World, question: &Migrate) -> (String, String) {
    let error = world.ask(|case| question.ask(case).unwrap_err());
    (error.message, error.help.unwrap())
}

fn one<'m>(migration: &'m Migration, number: &str) -> &'m MigratedRequirement {
    migration.requirements.iter().find(|one| one.gap.clause.number.as_str() == number).unwrap()
}

/// The text with the section for what a migration carries.
fn changed(world: &World, migration: &Migration) -> Result<String, String> {
    let remarks: Vec<_> = migration.requirements.iter().map(MigratedRequirement::comment).collect();
    let entries: Vec<Entry<'_>> = migration
        .requirements
        .iter()
        .zip(&remarks)
        .map(|(one, remark)| match (&one.statement, remark) {
            (Some(statement), _) => Entry::Statement(&one.gap.clause.number, statement),
            (None, remark) => Entry::Comment(&one.gap.clause.number, remark.as_ref().unwrap()),
        })
        .collect();
    let file = world.assessment.as_ref().unwrap().1;
    edit::with_section(&world.sources, file, &migration.to, "a lead", &entries).map_err(|refused| refused.message)
}

/// Whether a changed text says what it said, and what was carried, and nothing else.
fn is_all(world: &World, migration: &Migration, text: &str) -> bool {
    let mut sources = world.sources.clone();
    let file = sources.add("changed.yaml", text.to_owned());
    let (assessment, _) = load::assessment(&sources, file, &world.library).sound().unwrap();
    world.ask(|before| {
        let after = Assessed { assessment: &assessment, file, ..before };
        migration.is_all_of(&AssessmentDiff::default().ask(before, after).unwrap())
    })
}

#[test]
fn what_the_gap_analysis_calls_full_is_stated_and_the_rest_is_not() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let shape: Vec<(&str, Outcome, Option<Status>)> = migration
        .requirements
        .iter()
        .map(|one| {
            let status = one.statement.as_ref().map(|statement| statement.status);
            (one.gap.clause.number.as_str(), one.gap.outcome, status)
        })
        .collect();
    assert_eq!(
        shape,
        [
            ("1.1", Outcome::Covered, Some(Status::Implemented)),
            // It contains what is partly in place, or equals it.
            ("1.2", Outcome::PartlyCovered, None),
            // They overlap what is partly in place, or lie in it.
            ("1.3", Outcome::ToVerify, None),
            ("1.4", Outcome::ToVerify, None),
            ("1.5", Outcome::ToVerify, None),
            ("1.6", Outcome::New, None),
            ("1.7", Outcome::PartlyCovered, None),
            // Of the heading that overlaps theirs, 2.2 has not been assessed.
            ("2.1", Outcome::Unknown, None),
            ("2.2", Outcome::Unknown, None),
        ]
    );
    let gap = Gap { target: vec!["rules:2".into()], ..Gap::default() };
    let gaps = world.ask(|case| gap.ask(case).unwrap());
    assert!(migration.requirements.iter().map(|one| &one.gap).eq(&gaps.rows), "it says what `gap` says");
    let withdrawn: Vec<_> =
        migration.withdrawn.iter().map(|one| (one.clause.number.as_str(), one.status, one.reason.as_str())).collect();
    assert_eq!(
        withdrawn,
        [("3", Some(Status::Planned), "nobody stamps any more"), ("4", None, "no row continues from it")]
    );
}

#[test]
fn a_carried_statement_has_the_evidence_and_the_chain_and_leaves_the_work_that_is_done_behind() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let carried = one(&migration, "1.1").statement.as_ref().unwrap();
    let before = world.assessment.as_ref().unwrap().0.statement(&super::common::clause("rules:1/1.1")).unwrap();
    assert_eq!((&carried.evidence, carried.maturity, carried.assessed), (&before.evidence, Some(3), before.assessed));
    assert_eq!((carried.effort, carried.due), (None, None));
    assert_eq!(
        carried.note.as_deref(),
        Some("Carried: rules:1/1.1 asks for the same as rules:2/1.1 (rules-1--rules-2, confidence high).")
    );
}

#[test]
fn a_joint_row_is_carried_where_all_of_its_clauses_are_implemented() {
    let parts = |first: &str, second: &str| {
        let text = format!(
            "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1:\n    \"1.3\": {{ {first} }}\n    \"1.4\": {{ {second} }}\n"
        );
        let world = world(&text);
        let migration = migration(&world, "rules:2");
        let documents = one(&migration, "1.3");
        (documents.gap.outcome, documents.statement.clone())
    };
    let (outcome, statement) = parts(
        "status: implemented, evidence: [a.pdf], owner: Ann, maturity: 3",
        "status: implemented, evidence: [b.pdf], owner: Ann, maturity: 2",
    );
    let statement = statement.unwrap();
    let evidence: Vec<&str> = statement.evidence.iter().map(|text| text.as_str()).collect();
    assert_eq!((outcome, evidence.as_slice()), (Outcome::Covered, ["a.pdf", "b.pdf"].as_slice()));
    assert_eq!((statement.owner.as_deref(), statement.maturity), (Some("Ann"), None), "what both say alike");
    assert!(statement.note.unwrap().contains("rules:1/1.3 and rules:1/1.4"));
    assert_eq!(parts("status: implemented", "status: partial"), (Outcome::PartlyCovered, None), "some of 1.3 is in it");
}

#[test]
fn what_is_not_carried_says_in_a_comment_what_the_gap_analysis_says() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let comment = |number| one(&migration, number).comment().unwrap();
    assert_eq!(one(&migration, "1.1").comment(), None);
    let roles = comment("1.2");
    assert!(roles.starts_with("partly covered by rules:1/1.2: ") && roles.ends_with("Name deputies"), "{roles}");
    assert!(comment("1.4").starts_with("to verify: "));
    assert!(comment("1.6").starts_with("new: "));
    let tools = comment("2.1");
    assert!(tools.starts_with("unknown: ") && tools.contains("rules:1/2.2"), "{tools}");
}

#[test]
fn what_does_not_apply_is_not_carried_and_the_comment_says_what_asks_for_the_same() {
    let out = "{ status: not-applicable, justification: \"none: # here\" }";
    let world = world(&STATED.replace("    \"2.1\"", &format!("    \"1.2\": {out}\n    \"1.6\": {out}\n    \"2.1\"")));
    let migration = migration(&world, "rules:2");
    assert_eq!(one(&migration, "1.7").statement, None);
    let comment = one(&migration, "1.7").comment().unwrap();
    assert!(comment.contains("rules:1/1.6 requires the same and does not apply"), "{comment}");
    assert_eq!(one(&migration, "1.2").not_applicable, [], "it is only contained");
    let text = changed(&world, &migration).unwrap();
    assert!(is_all(&world, &migration, &text));
}

#[test]
fn a_heading_that_equals_a_requirement_is_carried_where_all_of_it_is_implemented() {
    let step = STEP.1.replace(
        "from: \"2\", to: \"2\", relation: partial",
        "from: \"2\", to: \"2.1\", relation: full, reverse: full",
    );
    let tools = |statements: &str| {
        let text = format!("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1:\n{statements}");
        let world = World::new(&[OLD, NEW, (STEP.0, &step)], Some(&text));
        one(&migration(&world, "rules:2"), "2.1").gap.outcome
    };
    assert_eq!(tools("    \"2\": implemented\n"), Outcome::Covered);
    assert_eq!(tools("    \"2\": implemented\n    \"2.2\": planned\n"), Outcome::PartlyCovered);
    assert_eq!(tools("    \"2.1\": implemented\n"), Outcome::PartlyCovered, "nobody looked at 2.2");
    assert_eq!(tools("    \"1.1\": implemented\n"), Outcome::Unknown);
}

#[test]
fn editions_that_no_table_relates_directly_are_carried_over_the_one_between_them() {
    let third =
        "xwalk: catalog/1\nid: rules:3\ntitle: Rules\nsupersedes: rules:2\nclauses:\n  \"1\": One\n  \"2\": Two\n";
    let table = "xwalk: relations/1\nid: rules-2--rules-3\nfrom: rules:2\nto: rules:3\nversion: 1\nsource: made up\nconfidence: low\nrows:\n  - { from: \"1.1\", to: \"1\", relation: full, reverse: full }\n  - { from: \"1.2\", to: \"2\", relation: full, reverse: full }\n";
    let world = World::new(&[OLD, NEW, STEP, ("third.yaml", third), ("rules-2--rules-3.yaml", table)], Some(STATED));
    let migration = migration(&world, "rules:3");
    assert_eq!(
        one(&migration, "1").statement.as_ref().unwrap().note.as_deref(),
        Some(
            "Carried: rules:1/1.1 asks for the same as rules:2/1.1 (rules-1--rules-2, confidence high); rules:2/1.1 asks \
             for the same as rules:3/1 (rules-2--rules-3, confidence low)."
        )
    );
    assert_eq!(one(&migration, "2").gap.outcome, Outcome::PartlyCovered);
    assert_eq!(migration.withdrawn, [], "no table says so");
    let near = Settings { max_hops: 1, ..Settings::default() };
    let refused = world.ask_with(&near, |case| to("rules:3").ask(case).unwrap_err());
    assert_eq!(refused.message, "no table relates rules:1 and rules:3");
}

#[test]
fn what_is_stated_is_carried_backwards_as_well() {
    let back = "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:2:\n    \"1.7\": implemented\n    \"1.2\": implemented\n";
    let world = world(back);
    let migration = migration(&world, "rules:1");
    assert_eq!(one(&migration, "1.6").gap.outcome, Outcome::Covered, "they ask for the same");
    assert_eq!(one(&migration, "1.2").gap.outcome, Outcome::Covered, "the later one contains it");
    assert_eq!(migration.count(Outcome::Covered), 2);
    assert_eq!(migration.count(Outcome::New), 2, "3 and 4 are led to by nothing");
}

#[test]
fn the_section_stands_behind_the_others_and_every_other_byte_stays() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let text = changed(&world, &migration).unwrap();
    // No line has more than 80 columns.
    let section = r##"  rules:2:
    # a lead
    "1.1":
      status: implemented
      evidence: ["a \"b\".pdf", "https://a.example/x"]
      assessed: 2026-01-01
      maturity: 3
      note: "Carried: rules:1/1.1 asks for the same as rules:2/1.1
        (rules-1--rules-2, confidence high)."
    # "1.2": …  # partly covered by rules:1/1.2: Complete rules:1/1. Name
    #            deputies
    # "1.3": …  # to verify: Check how much is already in place; part of it may
    #            follow from rules:1/1.3 and rules:1/1.4. Complete rules:1/1.
    # "1.4": …  # to verify: Check how much is already in place; part of it may
    #            follow from rules:1/1.5. Complete rules:1/1.
    # "1.5": …  # to verify: Check how much is already in place; part of it may
    #            follow from rules:1/1.5. Complete rules:1/1.
    # "1.6": …  # new: Implement in full.
    # "1.7": …  # partly covered by rules:1/1.6: Complete rules:1/1.
    # "2.1": …  # unknown: Assess rules:1/2.2.
    # "2.2": …  # unknown: Assess rules:1/2.2.
"##;
    assert_eq!(text, STATED.replace("    \"3\": planned\n", &format!("    \"3\": planned\n{section}")));
    assert!(is_all(&world, &migration, &text));
    assert!(!is_all(&world, &migration, STATED), "what was to be carried is missing");
    assert!(!is_all(&world, &migration, &text.replace("organization: Us", "organization: Them")));
    assert!(!is_all(
        &world,
        &migration,
        &text.replace("      maturity: 3\n      note: \"", "      maturity: 4\n      note: \"")
    ));
}

#[test]
fn the_section_takes_the_indentation_and_the_line_ends_of_the_text() {
    for (assessment, wanted) in [
        (
            "\u{feff}xwalk: assessment/1\r\norganization: Us\r\nstatuses:\r\n    rules:1:\r\n       \"1.6\": planned\r\n# end\r\n",
            "       \"1.6\": planned\r\n    rules:2:\r\n       # a lead\r\n",
        ),
        (
            "xwalk: assessment/1\norganization: Us\nstatuses:\n rules:1: { \"1.6\": planned }",
            " rules:1: { \"1.6\": planned }\n rules:2:\n   # a lead\n",
        ),
        (
            "xwalk: assessment/1\nstatuses: # all\n\n  # and\n  rules:1:\n    \"1.6\": planned\n    # \"1.7\": planned\n\n\norganization: Us\n",
            "    # \"1.7\": planned\n  rules:2:\n    # a lead\n",
        ),
    ] {
        let world = world(assessment);
        let migration = migration(&world, "rules:2");
        let text = changed(&world, &migration).unwrap();
        assert!(text.contains(wanted), "{text:?}");
        assert!(is_all(&world, &migration, &text), "{text}");
    }
}

#[test]
fn hostile_texts_are_quoted_so_that_they_stay_what_they_are() {
    let hostile = r#""\e[31m\u202e\ufeff\x07\x85 \"x\\\": {y}\t''""#;
    let world = world(&format!(
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1:\n    \"1.6\": {{ status: implemented, owner: {hostile}, evidence: [{hostile}, \"- a\", \"null\", \"# b\"], justification: {hostile} }}\n"
    ));
    let migration = migration(&world, "rules:2");
    let text = changed(&world, &migration).unwrap();
    assert!(is_all(&world, &migration, &text), "{text}");
    let added = text.lines().skip(5).collect::<String>();
    assert!(!added.contains(|c: char| c.is_control() || matches!(c, '\u{202e}' | '\u{feff}')), "{added:?}");
}

#[test]
fn statuses_in_braces_are_refused_with_the_way_out() {
    for braces in [
        "xwalk: assessment/1\norganization: Us\nstatuses: { rules:1: { \"1.1\": planned } }\n",
        "xwalk: assessment/1\norganization: Us\nstatuses: {\n  rules:1: { \"1.1\": planned }\n}\n",
        "{ xwalk: assessment/1, organization: Us, statuses: {\n  rules:1: { \"1.1\": planned } } }\n",
    ] {
        let world = world(braces);
        let refused = changed(&world, &migration(&world, "rules:2")).unwrap_err();
        assert_eq!(refused, "a section cannot be added to `statuses` in its present form", "{braces}");
    }
}

#[test]
fn an_edition_that_is_stated_already_is_refused() {
    let both = STATED.replace("\n# Behind", "  rules:2:\n    \"1.2\": planned\n\n# Behind");
    assert_eq!(
        refused(&world(&both), &to("rules:2")).0,
        "the assessment already has statements on rules:2, for example on rules:2/1.2"
    );
    let empty = world(&STATED.replace("\n# Behind", "  rules:2:\n\n# Behind"));
    assert_eq!(
        changed(&empty, &migration(&empty, "rules:2")).unwrap_err(),
        "rules:2 already has a section under `statuses`"
    );
}

#[test]
fn the_edition_to_carry_from_is_the_stated_one_with_rows_or_has_to_be_named() {
    let third =
        ("third.yaml", "xwalk: catalog/1\nid: rules:3\ntitle: Rules\nsupersedes: rules:2\nclauses:\n  \"1\": One\n");
    let steps = [("rules-1--rules-3.yaml", "rules:1", "1.1"), ("rules-2--rules-3.yaml", "rules:2", "1.2")].map(|(name, from, number)| {
        let id = name.trim_end_matches(".yaml");
        (name, format!("xwalk: relations/1\nid: {id}\nfrom: {from}\nto: rules:3\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - {{ from: \"{number}\", to: \"1\", relation: full, reverse: full }}\n"))
    });
    let both = "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1: { \"1.1\": planned }\n  rules:2: { \"1.2\": implemented }\n";
    let world = World::new(&[OLD, NEW, third, (steps[0].0, &steps[0].1), (steps[1].0, &steps[1].1)], Some(both));
    assert_eq!(
        refused(&world, &to("rules:3")),
        (
            "several editions in the assessment point to rules:3".into(),
            "add --from EDITION, one of rules:1, rules:2".into()
        )
    );
    let from = |from: &str| Migrate { to: "rules:3".into(), from: Some(from.into()) };
    let carried = world.ask(|case| from("rules:2").ask(case).unwrap());
    assert_eq!(one(&carried, "1").statement.as_ref().unwrap().status, Status::Implemented);
    let only =
        super::migrate::world("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1: { \"1.1\": planned }\n");
    assert_eq!(
        refused(&only, &Migrate { to: "rules:1".into(), from: None }).0,
        "the assessment already has statements on rules:1, for example on rules:1/1.1"
    );
    let nothing = super::migrate::world("xwalk: assessment/1\norganization: Us\n");
    assert_eq!(
        refused(&nothing, &to("rules:2")),
        ("the assessment has no statement on another edition of rules".into(), "it has no statements".into())
    );
    let other =
        super::migrate::world("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:2: { \"1.1\": planned }\n");
    let unstated = Migrate { to: "rules:1".into(), from: Some("rules:1".into()) };
    assert_eq!(
        refused(&other, &unstated),
        ("the assessment has no statement on rules:1".into(), "it has statements on rules:2".into())
    );
}

#[test]
fn the_report_has_a_line_for_each_requirement_and_then_for_what_leads_nowhere() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let document = world.ask(|case| migration.document(case, None));
    let rows = answer(&document);
    assert_eq!(rows.len(), 11, "nine requirements, and two that lead nowhere");
    assert_eq!(rows[0][..6], ["rules:2/1.1", "Policy", "covered", "none", "implemented", "rules:1/1.1 rules:2/1.1"]);
    assert!(rows[0][6].starts_with("Carried: "));
    assert_eq!(rows[1][..5], ["rules:2/1.2", "Responsibilities", "partly covered", "extend", ""]);
    assert_eq!(rows[9], ["", "Stamps", "withdrawn", "", "planned", "rules:1/3", "nobody stamps any more"]);
    let first = &world.ask(|case| migration.document(case, None)).lead[0];
    assert_eq!(first, "Your statements cover 1 of 9 requirements of rules:2 in full: it is stated as implemented.");
}

#[test]
fn a_target_becomes_the_later_edition_where_its_place_is_plain() {
    let target = |targets: &str| {
        let world = world(&STATED.replace("targets: [rules:1]", targets));
        let (assessment, file) = world.assessment.as_ref().unwrap();
        let from = assessment.editions()[0].clone();
        let later = world.library.catalogs().last().unwrap().id.clone();
        let text = edit::with_target(&world.sources, *file, &from, &later)?;
        text.lines().find(|line| line.starts_with("targets")).map(str::to_owned)
    };
    assert_eq!(target("targets: [rules:1]").unwrap(), "targets: [rules:2]");
    assert_eq!(target("targets: \"rules:1\" # ours").unwrap(), "targets: rules:2 # ours");
    assert_eq!(target("targets: [rules:1, rules:2]"), None);
    assert_eq!(target(""), None);
}

#[test]
fn equal_clauses_of_bundled_editions_carry_what_is_stated_of_them() {
    let all = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2000:\n    \"4\": implemented\n    \"5\": implemented\n    \"6\": implemented\n    \"7\": partial\n    \"8\": implemented\n";
    let quality = migration(&bundled(Some(all)), "9001:2008");
    // Each requirement equals that of its number, and chapter 7 has 20 of them.
    assert_eq!((quality.count(Outcome::Covered), quality.count(Outcome::PartlyCovered)), (31, 20));
    assert_eq!(one(&quality, "8.1").gap.hops, Some(1));

    let stated = r#"
xwalk: assessment/1
organization: Us
statuses:
  iso-iec-27001:2013:
    "9.2": implemented
    "A.5.1.1": implemented
    "A.7.1.1": { status: implemented, evidence: [screening.pdf] }
    "A.12.4": { status: partial, effort: 3 }
    "A.14.2.7": { status: not-applicable, justification: Nothing is outsourced }
"#;
    let security = migration(&bundled(Some(stated)), "27001:2022");
    let with = |outcome: Outcome| -> Vec<&str> {
        let of_outcome = security.requirements.iter().filter(|one| one.gap.outcome == outcome);
        of_outcome.map(|one| one.gap.clause.number.as_str()).collect()
    };
    assert_eq!(with(Outcome::Covered), ["9.2.1", "9.2.2", "A.6.1"], "9.2 contains the first two, A.7.1.1 equals A.6.1");
    assert_eq!(with(Outcome::PartlyCovered), ["A.5.1", "A.8.17"], "a part of A.5.1 by A.5.1.1, A.8.17 is A.12.4.4");
    assert_eq!(with(Outcome::ToVerify), ["A.8.15"], "three of A.12.4 were merged");
    assert_eq!(one(&security, "A.8.30").not_applicable, [super::common::clause("iso-iec-27001:2013/A.14.2.7")]);

    let earlier =
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-iec-27001:2005:\n    \"A.6.1.4\": implemented\n";
    let dropped = migration(&bundled(Some(earlier)), "27001:2013");
    assert_eq!(dropped.withdrawn.len(), 18);
    // After A.6.1.2, of which nothing is stated.
    assert_eq!(dropped.withdrawn[1].status, Some(Status::Implemented));
    assert_eq!(dropped.withdrawn[1].reason, "Dropped; no control for authorizing new facilities is left.");
}

#[test]
fn what_else_is_about_the_earlier_edition_stays_and_is_reported() {
    let text = STATED.replace("targets: [rules:1]", "targets: [rules:1]\npolicy:\n  min-coverage: { rules:1: 60 }\n  min-chapter-coverage: { rules:1: 20, rules:2: 20 }")
        .replace("processes: {}", "processes:\n  audit: { title: Audit, clauses: [\"rules:1/1.5\"] }\n  desk: { title: Desk, clauses: [\"rules:2/1.6\"] }");
    let world = world(&text);
    let migration = migration(&world, "rules:2");
    let lead = world.ask(|case| migration.document(case, None)).lead;
    assert_eq!(
        lead[2..],
        [
            "`min-coverage` of the policy still requires 60 % of rules:1, but nothing of rules:2.",
            "1 process names clauses of rules:1, as before: audit."
        ]
    );
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xwalk")).current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

#[test]
fn the_program_writes_the_file_whole_and_shows_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    let text = "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2000]\nstatuses:\n  iso-9001:2000:\n    \"4.1\": implemented\n";
    fs::write(&path, text).unwrap();
    let name = path.to_str().unwrap();
    let shown = run(&["migrate", name, "--to", "9001:2008"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "the file stays");
    let told = run(&["migrate", name, "--to", "9001:2008", "--in-place", "--format", "csv"]);
    assert_eq!((shown.status.code(), told.status.code()), (Some(0), Some(0)));
    let changed = fs::read_to_string(&path).unwrap();
    assert_eq!(changed.as_bytes(), shown.stdout);
    assert!(changed.contains("targets: [iso-9001:2008]\n") && changed.contains("  iso-9001:2008:\n"), "{changed}");
    assert_eq!(String::from_utf8(told.stdout).unwrap().lines().count(), 52, "a heading and 51 requirements");
    assert!(
        String::from_utf8(shown.stderr).unwrap().contains("The target iso-9001:2000 was replaced by iso-9001:2008.")
    );
    let again = run(&["migrate", name, "--to", "9001:2008", "--in-place"]);
    assert_eq!((again.status.code(), fs::read_to_string(&path).unwrap()), (Some(2), changed));
    assert_eq!(run(&["migrate", name, "--to", "9001:2015", "--in-place", "--output", name]).status.code(), Some(2));
}

#[test]
fn the_program_distinguishes_assessments_tables_and_editions() {
    let table = "standards/relations/iso-9001-2000--iso-9001-2008.yaml";
    let assessment = "examples/harbour-it/assessment.yaml";
    let title = |old: &str, new: &str| {
        let output = run(&["diff", old, new]);
        let said = if output.status.code() == Some(0) { output.stdout } else { output.stderr };
        (output.status.code().unwrap(), String::from_utf8(said).unwrap().lines().next().unwrap().to_owned())
    };
    assert_eq!(title(table, table), (0, "What changed in the table iso-9001-2000--iso-9001-2008".into()));
    let catalog = "standards/iso-9001/2008.yaml";
    assert_eq!(title(catalog, catalog), (0, "What changed in the catalog iso-9001:2008".into()));
    assert_eq!(title(assessment, assessment), (0, "What changed in the assessment of Harbour IT Services".into()));
    assert_eq!(title("9001:2000", "9001:2008"), (0, "What changed from iso-9001:2000 to iso-9001:2008".into()));
    assert_eq!(title(table, assessment).0, 2);
    assert_eq!(title(table, "9001:2008"), (2, format!("error: {table} is a file, but 9001:2008 is not")));
    assert_eq!(title("gone.yaml", table).0, 2);
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier.yaml");
    fs::copy(table, &earlier).unwrap();
    assert_eq!(title(earlier.to_str().unwrap(), table).0, 0, "an earlier version may have another file name");
}
