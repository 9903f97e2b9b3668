//! What is stated of an edition, carried to another one.

use std::fs;
use std::process::{Command, Output};

use xwalk::edit::{self, Entry};
use xwalk::load;
use xwalk::model::{PersonDays, Status};
use xwalk::query::{Assessed, AssessmentDiff, Migrate, MigratedRequirement, Migration, MigrationOutcome};

use super::common::{World, answer};
use super::diff::{NEW, OLD, STEP, bundled};

/// What is stated of the earlier edition: the audit on its heading, with an effort for all below it.
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
    migration.requirements.iter().find(|one| one.clause.number.as_str() == number).unwrap()
}

/// The text with the section for what a migration carries.
fn changed(world: &World, migration: &Migration) -> Result<String, String> {
    let remarks: Vec<_> = migration.requirements.iter().map(MigratedRequirement::comment).collect();
    let entries: Vec<Entry<'_>> = migration
        .requirements
        .iter()
        .zip(&remarks)
        .map(|(one, remark)| match (&one.statement, remark) {
            (Some(statement), _) => Entry::Statement(&one.clause.number, statement),
            (None, remark) => Entry::Comment(&one.clause.number, remark.as_ref().unwrap()),
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
fn only_what_is_stated_of_the_one_clause_that_asks_for_the_same_is_carried() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let shape: Vec<(&str, MigrationOutcome, Option<Status>)> = migration
        .requirements
        .iter()
        .map(|one| (one.clause.number.as_str(), one.outcome, one.statement.as_ref().map(|statement| statement.status)))
        .collect();
    assert_eq!(
        shape,
        [
            ("1.1", MigrationOutcome::Carried, Some(Status::Implemented)),
            ("1.2", MigrationOutcome::Verify, None),
            ("1.3", MigrationOutcome::Verify, None),
            ("1.4", MigrationOutcome::Verify, None),
            ("1.5", MigrationOutcome::Verify, None),
            ("1.6", MigrationOutcome::New, None),
            ("1.7", MigrationOutcome::Carried, Some(Status::Partial)),
            ("2.1", MigrationOutcome::Verify, None),
            ("2.2", MigrationOutcome::Verify, None),
        ]
    );
    let withdrawn: Vec<_> =
        migration.withdrawn.iter().map(|one| (one.clause.number.as_str(), one.status, one.reason.as_str())).collect();
    assert_eq!(
        withdrawn,
        [("3", Some(Status::Planned), "nobody stamps any more"), ("4", None, "no row leads on from it")]
    );
}

#[test]
fn a_statement_is_carried_as_it_is_and_that_of_a_heading_without_its_effort() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let own = one(&migration, "1.1").statement.as_ref().unwrap();
    let before = world.assessment.as_ref().unwrap().0.statement(&super::common::clause("rules:1/1.1")).unwrap();
    assert_eq!((own, own.evidence.len(), own.effort), (before, 2, Some(PersonDays(50))));
    let inherited = one(&migration, "1.7");
    let statement = inherited.statement.as_ref().unwrap();
    assert_eq!((statement.owner.as_deref(), statement.effort), (Some("Ann"), None));
    assert_eq!(
        inherited.reason,
        "asks for the same; stated of 1, whose effort of 5 is for all below it and was left there"
    );
}

#[test]
fn what_is_not_carried_says_in_a_remark_what_there_is_to_look_at() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let remark = |number| one(&migration, number).comment();
    assert_eq!(remark("1.1"), None);
    assert_eq!(remark("1.2").unwrap(), "verify: partial from 1.2 (partial)");
    assert_eq!(remark("1.3").unwrap(), "verify: joint full from 1.3 (partial), joint full from 1.4 (partial)");
    assert_eq!(remark("1.4").unwrap(), "verify: full from 1.5 (partial)");
    assert_eq!(remark("1.6").unwrap(), "new: nobody looked around before");
    assert_eq!(remark("2.2").unwrap(), "verify: partial from 2 (stated in parts)");
    let nothing = super::migrate::world(&STATED.replace("    \"2.1\": implemented\n", ""));
    let migration = super::migrate::migration(&nothing, "rules:2");
    assert_eq!(one(&migration, "2.2").comment().unwrap(), "unstated: partial from 2 (not stated)");
}

#[test]
fn what_does_not_apply_is_carried_with_its_justification_and_only_over_an_equality() {
    let out = "{ status: not-applicable, justification: \"none: # here\" }";
    let world = world(&STATED.replace("    \"2.1\"", &format!("    \"1.2\": {out}\n    \"1.6\": {out}\n    \"2.1\"")));
    let migration = migration(&world, "rules:2");
    let carried = one(&migration, "1.7").statement.as_ref().unwrap();
    assert_eq!((carried.status, carried.justification.as_deref()), (Status::NotApplicable, Some("none: # here")));
    assert_eq!(one(&migration, "1.2").outcome, MigrationOutcome::Verify);
    let text = changed(&world, &migration).unwrap();
    assert!(
        text.contains("    \"1.7\":\n      status: not-applicable\n      justification: \"none: # here\"\n"),
        "{text}"
    );
    assert!(is_all(&world, &migration, &text));
}

#[test]
fn a_clause_that_two_others_equal_is_to_be_verified() {
    let step = STEP.1.replace(
        "  - { from: \"1.7\", to: \"1\"",
        "  - { from: \"1.7\", to: \"1.7\", relation: full, reverse: full }\n  - { from: \"1.7\", to: \"1\"",
    );
    let world = World::new(&[OLD, NEW, (STEP.0, &step)], Some(STATED));
    let migration = migration(&world, "rules:2");
    let both = one(&migration, "1.7");
    assert_eq!((both.outcome, both.reason.as_str()), (MigrationOutcome::Verify, "several clauses ask for the same"));
}

#[test]
fn a_heading_that_equals_a_requirement_is_carried_where_one_statement_holds_for_all_of_it() {
    let step = STEP.1.replace(
        "from: \"2\", to: \"2\", relation: partial",
        "from: \"2\", to: \"2.1\", relation: full, reverse: full",
    );
    let tools = |statements: &str| {
        let text = format!("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1:\n{statements}");
        let world = World::new(&[OLD, NEW, (STEP.0, &step)], Some(&text));
        let migration = migration(&world, "rules:2");
        let tools = one(&migration, "2.1");
        (tools.outcome, tools.reason.clone())
    };
    assert_eq!(tools("    \"2\": implemented\n"), (MigrationOutcome::Carried, "asks for the same".into()));
    let parts = (MigrationOutcome::Verify, "asks for the same as a heading that is stated in parts".to_owned());
    assert_eq!(tools("    \"2\": implemented\n    \"2.2\": planned\n"), parts);
    assert_eq!(tools("    \"2.1\": implemented\n"), parts, "nobody looked at 2.2");
    assert_eq!(
        tools("    \"1.1\": implemented\n"),
        (MigrationOutcome::Unstated, "asks for the same, and nothing is stated".into())
    );
}

#[test]
fn what_is_stated_is_carried_backwards_as_well() {
    let back = "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:2:\n    \"1.7\": implemented\n    \"1.2\": implemented\n";
    let world = world(back);
    let migration = migration(&world, "rules:1");
    assert_eq!(one(&migration, "1.6").outcome, MigrationOutcome::Carried);
    assert_eq!(one(&migration, "1.2").comment().unwrap(), "verify: full from 1.2 (implemented)");
    assert_eq!(migration.count(MigrationOutcome::Carried), 1);
    assert_eq!(migration.count(MigrationOutcome::New), 2, "3 and 4 are led to by nothing");
}

#[test]
fn the_section_stands_behind_the_others_and_every_other_byte_stays() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let text = changed(&world, &migration).unwrap();
    let section = r##"  rules:2:
    # a lead
    "1.1":
      status: implemented
      evidence: ["a \"b\".pdf", "https://a.example/x"]
      due: 2026-02-02
      assessed: 2026-01-01
      maturity: 3
      effort: 0.5
      note: "Two lines:\n# no remark"
    # "1.2": …  # verify: partial from 1.2 (partial)
    # "1.3": …  # verify: joint full from 1.3 (partial), joint full from 1.4 (partial)
    # "1.4": …  # verify: full from 1.5 (partial)
    # "1.5": …  # verify: full from 1.5 (partial)
    # "1.6": …  # new: nobody looked around before
    "1.7":
      status: partial
      owner: "Ann"
    # "2.1": …  # verify: partial from 2 (stated in parts)
    # "2.2": …  # verify: partial from 2 (stated in parts)
"##;
    assert_eq!(text, STATED.replace("    \"3\": planned\n", &format!("    \"3\": planned\n{section}")));
    assert!(is_all(&world, &migration, &text));
    assert!(!is_all(&world, &migration, STATED), "what was to be carried is missing");
    assert!(!is_all(&world, &migration, &text.replace("organization: Us", "organization: Them")));
    assert!(!is_all(&world, &migration, &text.replace("owner: \"Ann\"", "owner: \"Ben\"")));
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
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1:\n    \"1.6\": {{ status: planned, owner: {hostile}, evidence: [{hostile}, \"- a\", \"null\", \"# b\"], note: {hostile} }}\n"
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
        assert_eq!(refused, "no section can be added to the statuses as they are written", "{braces}");
    }
}

#[test]
fn an_edition_that_is_stated_already_is_refused() {
    let both = STATED.replace("\n# Behind", "  rules:2:\n    \"1.2\": planned\n\n# Behind");
    assert_eq!(refused(&world(&both), &to("rules:2")).0, "rules:2 is stated already: rules:2/1.2 is, for one");
    let empty = world(&STATED.replace("\n# Behind", "  rules:2:\n\n# Behind"));
    assert_eq!(
        changed(&empty, &migration(&empty, "rules:2")).unwrap_err(),
        "rules:2 has a section under `statuses` already"
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
    let both = "xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1: { \"1.1\": planned }\n  rules:2: { \"1.2\": partial }\n";
    let world = World::new(&[OLD, NEW, third, (steps[0].0, &steps[0].1), (steps[1].0, &steps[1].1)], Some(both));
    assert_eq!(
        refused(&world, &to("rules:3")),
        (
            "several editions that are stated lead to rules:3".into(),
            "add --from EDITION, one of rules:1, rules:2".into()
        )
    );
    let from = |from: &str| Migrate { to: "rules:3".into(), from: Some(from.into()) };
    let carried = world.ask(|case| from("rules:2").ask(case).unwrap());
    assert_eq!(one(&carried, "1").statement.as_ref().unwrap().status, Status::Partial);
    let only =
        super::migrate::world("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:1: { \"1.1\": planned }\n");
    assert_eq!(
        refused(&only, &Migrate { to: "rules:1".into(), from: None }).0,
        "rules:1 is stated already: rules:1/1.1 is, for one"
    );
    let nothing = super::migrate::world("xwalk: assessment/1\norganization: Us\n");
    assert_eq!(
        refused(&nothing, &to("rules:2")),
        ("the assessment states no other edition of rules".into(), "it states nothing of any edition".into())
    );
    let other =
        super::migrate::world("xwalk: assessment/1\norganization: Us\nstatuses:\n  rules:2: { \"1.1\": planned }\n");
    let unstated = Migrate { to: "rules:1".into(), from: Some("rules:1".into()) };
    assert_eq!(
        refused(&other, &unstated),
        ("the assessment states nothing of rules:1".into(), "it states rules:2".into())
    );
}

#[test]
fn the_report_has_a_line_for_each_requirement_and_then_for_what_leads_nowhere() {
    let world = world(STATED);
    let migration = migration(&world, "rules:2");
    let document = world.ask(|case| migration.document(case, None));
    let rows = answer(&document);
    assert_eq!(rows.len(), 11, "nine requirements, and two that lead nowhere");
    assert_eq!(
        rows[0],
        ["rules:2/1.1", "Policy", "rules:1/1.1", "equal", "carried", "implemented", "asks for the same"]
    );
    assert_eq!(
        rows[2],
        [
            "rules:2/1.3",
            "Documents",
            "rules:1/1.3 rules:1/1.4",
            "joint full",
            "verify",
            "",
            "several clauses lead to it"
        ]
    );
    assert_eq!(rows[9], ["", "Stamps", "rules:1/3", "", "withdrawn", "planned", "nobody stamps any more"]);
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
    assert_eq!(quality.count(MigrationOutcome::Carried), 51, "each requirement equals that of its number");
    assert_eq!(one(&quality, "7.3.7").reason, "asks for the same; stated of 7");

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
    let carried: Vec<&str> = security
        .requirements
        .iter()
        .filter(|one| one.outcome == MigrationOutcome::Carried)
        .map(|one| one.clause.number.as_str())
        .collect();
    assert_eq!(carried, ["A.6.1", "A.8.17", "A.8.30"], "of A.7.1.1, of A.12.4.4 by A.12.4, of A.14.2.7");
    assert_eq!(one(&security, "9.2.1").comment().unwrap(), "verify: full from 9.2 (implemented)");
    assert_eq!(
        one(&security, "A.5.1").comment().unwrap(),
        "verify: joint full from A.5.1.1 (implemented), joint full from A.5.1.2 (not stated)"
    );
    assert_eq!(one(&security, "A.8.15").outcome, MigrationOutcome::Verify, "three of A.12.4 were merged");
    // 9.2.1 and 9.2.2, A.5.1 and A.8.15.
    assert_eq!(security.count(MigrationOutcome::Verify), 4);
    assert_eq!((security.count(MigrationOutcome::New), security.requirements.len()), (12, 123));

    let earlier =
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-iec-27001:2005:\n    \"A.6.1.1\": implemented\n";
    let dropped = migration(&bundled(Some(earlier)), "27001:2013");
    assert_eq!((dropped.withdrawn.len(), dropped.withdrawn[0].status), (20, Some(Status::Implemented)));
    assert_eq!(dropped.withdrawn[0].reason, "Dropped as a control; clause 5.1 asks for it.");
}

#[test]
fn what_else_is_about_the_earlier_edition_stays_and_is_told() {
    let text = STATED.replace("targets: [rules:1]", "targets: [rules:1]\npolicy:\n  min-coverage: { rules:1: 60 }\n  min-chapter-coverage: { rules:1: 20, rules:2: 20 }")
        .replace("processes: {}", "processes:\n  audit: { title: Audit, clauses: [\"rules:1/1.5\"] }\n  desk: { title: Desk, clauses: [\"rules:2/1.6\"] }");
    let world = world(&text);
    let migration = migration(&world, "rules:2");
    let lead = world.ask(|case| migration.document(case, None)).lead;
    assert_eq!(
        lead[2..],
        [
            "`min-coverage` of the policy still asks for 60 % of rules:1, and for nothing of rules:2.",
            "1 process names clauses of rules:1, as before: audit."
        ]
    );
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xwalk")).current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

#[test]
fn the_program_writes_the_file_whole_and_tells_what_it_did() {
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
    assert!(String::from_utf8(shown.stderr).unwrap().contains("The target iso-9001:2000 became iso-9001:2008."));
    let again = run(&["migrate", name, "--to", "9001:2008", "--in-place"]);
    assert_eq!((again.status.code(), fs::read_to_string(&path).unwrap()), (Some(2), changed));
    assert_eq!(run(&["migrate", name, "--to", "9001:2015", "--in-place", "--output", name]).status.code(), Some(2));
}

#[test]
fn the_program_tells_assessments_tables_and_editions_apart() {
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
    assert_eq!(title(table, "9001:2008"), (2, format!("error: {table} is a file, and 9001:2008 is none")));
    assert_eq!(title("gone.yaml", table).0, 2);
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("earlier.yaml");
    fs::copy(table, &earlier).unwrap();
    assert_eq!(title(earlier.to_str().unwrap(), table).0, 0, "an earlier version may have another file name");
}
