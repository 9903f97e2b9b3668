//! What changed between two assessments, two editions, two versions of a table.

use xwalk::bundled;
use xwalk::changes::{
    AssessmentChanges, AssessmentDiff, CatalogDiff, ChangeKind, EditionChange, EditionChanges, EditionDiff,
    RevisionKind, TableChanges, TableDiff,
};
use xwalk::crosswalk::{Crosswalk, Level};
use xwalk::load::{self, Files};
use xwalk::query::{Action, Assessed, Case, Progress, Question, Settings, Tally};
use xwalk::render::{self, Page};
use xwalk::report::Cell;
use xwalk::source::Sources;

use super::common::{World, answer, clause};
use super::{ASSESSMENT, BASE, TABLE, TARGET};

pub(crate) const OLD: (&str, &str) = (
    "old.yaml",
    r#"
xwalk: catalog/1
id: rules:1
title: Rules
clauses:
  "1": First
  "1.1": Policy
  "1.2": Roles
  "1.3": Records
  "1.4": Forms
  "1.5": Audit
  "1.6": Complaints
  "1.7": Costs
  "2": Second
  "2.1": Tools
  "2.2": Rooms
  "3": Stamps
  "4": Seals
"#,
);

pub(crate) const NEW: (&str, &str) = (
    "new.yaml",
    r#"
xwalk: catalog/1
id: rules:2
title: Rules
supersedes: rules:1
clauses:
  "1": Head
  "1.1": Policy
  "1.2": Responsibilities
  "1.3": Documents
  "1.4": Audit programme
  "1.5": Audits
  "1.6": Context
  "1.7": Complaints and praise
  "2": Means
  "2.1": Equipment
  "2.2": Places
"#,
);

pub(crate) const STEP: (&str, &str) = (
    "rules-1--rules-2.yaml",
    r#"
xwalk: relations/1
id: rules-1--rules-2
from: rules:1
to: rules:2
version: 1
source: made up
confidence: high
unrelated:
  "3": nobody stamps any more
rows:
  - { from: "1.1", to: "1.1", relation: full, reverse: full }
  - { from: "1.2", to: "1.2", relation: partial, reverse: full, add: Name deputies }
  - { from: ["1.3", "1.4"], to: "1.3", relation: full }
  - { from: "1.5", to: "1.4", relation: full, reverse: partial }
  - { from: "1.5", to: "1.5", relation: full, reverse: partial, confidence: medium }
  - { from: "1.6", to: "1.7", relation: full, reverse: full }
  - { from: "1.7", to: "1", relation: partial }
  - { from: "2", to: "2", relation: partial }
  - { to: "1.6", relation: none, note: nobody looked around before }
"#,
);

/// The library that is bundled.
pub(crate) fn bundled(assessment: Option<&str>) -> World {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    World::read(sources, files, assessment, &[])
}

fn editions(world: &World, old: &str, new: &str) -> EditionChanges {
    world.ask(|case| EditionDiff { old: old.into(), new: new.into() }.ask(case.case).unwrap())
}

fn refused(world: &World, old: &str, new: &str) -> (String, String) {
    let error = world.ask(|case| EditionDiff { old: old.into(), new: new.into() }.ask(case.case).unwrap_err());
    (error.message, error.help.unwrap())
}

/// Kind, earlier and later numbers, and how they relate.
fn shape(change: &EditionChange) -> (RevisionKind, String, String, &str) {
    let numbers = |clauses: &[xwalk::model::ClauseId]| {
        clauses.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join(" ")
    };
    (change.kind, numbers(&change.old), numbers(&change.new), &change.what)
}

fn counts(changes: &EditionChanges) -> [(usize, usize); 7] {
    [
        RevisionKind::Kept,
        RevisionKind::Renumbered,
        RevisionKind::Changed,
        RevisionKind::Merged,
        RevisionKind::Split,
        RevisionKind::New,
        RevisionKind::Withdrawn,
    ]
    .map(|fate| changes.count(fate))
}

#[test]
fn every_requirement_of_two_editions_is_kept_renumbered_changed_merged_split_new_or_withdrawn() {
    let world = World::new(&[OLD, NEW, STEP], None);
    let changes = editions(&world, "rules:1", "rules:2");
    let line = |fate, old: &str, new: &str, what| (fate, old.to_owned(), new.to_owned(), what);
    assert_eq!(
        changes.changes.iter().map(shape).collect::<Vec<_>>(),
        [
            line(RevisionKind::Kept, "1.1", "1.1", "requires the same"),
            line(RevisionKind::Changed, "1.2", "1.2", "requires all of that, and more"),
            line(RevisionKind::Merged, "1.3 1.4", "1.3", "together they cover all of it"),
            line(RevisionKind::Split, "1.5", "1.4 1.5", "1.4 (full), 1.5 (full)"),
            line(RevisionKind::New, "", "1.6", "nobody looked around before"),
            line(RevisionKind::Renumbered, "1.6", "1.7", "requires the same"),
            line(RevisionKind::Split, "2", "2.1 2.2", "2.1 (partial), 2.2 (partial)"),
            line(RevisionKind::Changed, "1.7", "1", "becomes part of 1 as a whole"),
            line(RevisionKind::Withdrawn, "3", "", "nobody stamps any more"),
            line(RevisionKind::Withdrawn, "4", "", ""),
        ]
    );
    assert_eq!(changes.changes[1].add, "Name deputies");
    assert_eq!(changes.changes[3].confidence, Some(xwalk::model::Confidence::Medium), "the least sure row counts");
    assert_eq!(counts(&changes), [(1, 1), (1, 1), (2, 2), (2, 1), (2, 4), (0, 1), (2, 0)]);
}

#[test]
fn the_rows_between_editions_are_read_backwards_too() {
    let world = World::new(&[OLD, NEW, STEP], None);
    let changes = editions(&world, "rules:2", "rules:1");
    // 1.3 became 1.3 and 1.4; 1.4 and 1.5 became 1.5; 3 and 4 are new; 1.6 is withdrawn.
    assert_eq!(counts(&changes), [(1, 1), (1, 1), (2, 2), (2, 1), (2, 4), (0, 2), (1, 0)]);
    let withdrawn = changes.changes.last().unwrap();
    assert_eq!(shape(withdrawn), (RevisionKind::Withdrawn, "1.6".into(), String::new(), "nobody looked around before"));
    let roles = changes.changes.iter().find(|change| change.new == [clause("rules:1/1.2")]).unwrap();
    assert_eq!(
        (roles.what.as_str(), roles.add.as_str()),
        ("requires nothing more", ""),
        "what to add is of the other way"
    );
}

#[test]
fn the_answer_about_editions_has_the_titles_before_and_after() {
    let world = World::new(&[OLD, NEW, STEP], None);
    let rows = world
        .ask(|case| answer(&EditionDiff { old: "rules:1".into(), new: "rules:2".into() }.document(case.case).unwrap()));
    assert_eq!(
        rows[2],
        [
            "merged",
            "rules:1/1.3 rules:1/1.4",
            "rules:2/1.3",
            "together they cover all of it",
            "Records; Forms",
            "Documents",
            "",
            "rules-1--rules-2",
            "high"
        ]
    );
    assert_eq!(rows[5][4..6], ["Complaints", "Complaints and praise"]);
}

#[test]
fn requirements_below_a_heading_that_equals_another_are_covered_by_it_and_not_equal_to_it() {
    let step = STEP.1.replace("to: \"2\", relation: partial", "to: \"2\", relation: full, reverse: full");
    let world = World::new(&[OLD, NEW, (STEP.0, &step)], None);
    let changes = editions(&world, "rules:1", "rules:2").changes;
    assert_eq!(shape(&changes[6]), (RevisionKind::Split, "2".into(), "2.1 2.2".into(), "2.1 (full), 2.2 (full)"));
}

#[test]
fn a_clause_that_is_kept_is_not_split_by_what_else_draws_on_it() {
    let step = STEP.1.replace("{ to: \"1.6\", relation: none,", "{ from: \"1.1\", to: \"1.6\", relation: partial,");
    let world = World::new(&[OLD, NEW, (STEP.0, &step)], None);
    let changes = editions(&world, "rules:1", "rules:2").changes;
    assert_eq!(changes[0].kind, RevisionKind::Kept);
    assert_eq!(shape(&changes[4]), (RevisionKind::Changed, "1.1".into(), "1.6".into(), "requires some of that"));
}

#[test]
fn a_clause_of_which_a_part_went_elsewhere_says_where() {
    let step = STEP.1.replace("  - { from: \"2\", to: \"2\"", "  - { from: \"1.5\", to: \"2.1\", relation: partial }\n  - { from: \"2.1\", to: \"2.1\", relation: partial }\n  - { from: \"2\", to: \"2\"");
    let world = World::new(&[OLD, NEW, (STEP.0, &step)], None);
    let changes = editions(&world, "rules:1", "rules:2").changes;
    assert_eq!(shape(&changes[3]).3, "1.4 (full), 1.5 (full); with others it became 2.1");
    assert_eq!(
        shape(&changes[6]),
        (RevisionKind::Merged, "1.5 2.1".into(), "2.1".into(), "1.5 (partial), 2.1 (partial)")
    );
    assert_eq!(
        shape(&changes[7]),
        (RevisionKind::Changed, "2".into(), "2.2".into(), "requires some of that, as part of 2")
    );
}

#[test]
fn editions_without_rows_between_them_are_refused_with_what_there_is() {
    let third =
        ("third.yaml", "xwalk: catalog/1\nid: rules:3\ntitle: Rules\nsupersedes: rules:2\nclauses:\n  \"1\": One\n");
    let world = World::new(&[OLD, NEW, STEP, third, BASE], None);
    assert_eq!(
        refused(&world, "rules:1", "rules:3"),
        (
            "no table relates rules:1 and rules:3".into(),
            "go one step at a time: rules:1 → rules:2, rules:2 → rules:3 (no table)".into()
        )
    );
    assert_eq!(
        refused(&world, "rules:3", "rules:1").1,
        "go one step at a time: rules:3 → rules:2 (no table), rules:2 → rules:1"
    );
    assert_eq!(refused(&world, "rules:2", "rules:3").1, "`xwalk list tables` shows the available tables");
    assert_eq!(refused(&world, "rules:2", "rules:2").0, "rules:2 is one edition, but two are required");
    assert_eq!(refused(&world, "rules:2", "base:1").0, "rules:2 and base:1 are not editions of the same standard");
}

#[test]
fn between_bundled_editions_the_counts_are_those_of_their_tables() {
    let world = bundled(None);
    // Every row is an equality of one number; 51 of the 67 are of requirements, the others of headings.
    assert_eq!(counts(&editions(&world, "9001:2000", "9001:2008"))[..2], [(51, 51), (0, 0)]);
    let security = editions(&world, "27001:2013", "27001:2022");
    // 72 equalities, 10 that ask for more, 24 joint rows, 9.2 and 9.3 in two and three parts, 6.3 and 11 controls without
    // a predecessor: 123 requirements.
    assert_eq!(counts(&security), [(17, 17), (55, 55), (10, 10), (56, 24), (2, 5), (0, 12), (0, 0)]);
    let earlier = editions(&world, "27001:2005", "27001:2013");
    // 11 controls are the published new ones; 18 stand under `unrelated`, each with its reason; 5.1 and 6.1.2
    // ask for what two more were about.
    assert_eq!(earlier.changes.iter().filter(|change| change.kind == RevisionKind::New).count(), 11);
    let withdrawn: Vec<_> = earlier.changes.iter().filter(|change| change.kind == RevisionKind::Withdrawn).collect();
    assert_eq!(withdrawn.len(), 18);
    assert!(withdrawn.iter().all(|change| !change.what.is_empty()));
}

#[test]
fn between_all_bundled_editions_no_requirement_is_left_out_or_counted_twice() {
    let world = bundled(None);
    let ids: Vec<_> = world.library.catalogs().map(|catalog| catalog.id.clone()).collect();
    let mut pairs = 0;
    for old in &ids {
        for new in &ids {
            let diff = EditionDiff { old: old.to_string(), new: new.to_string() };
            let Ok(changes) = world.ask(|case| diff.ask(case.case)) else { continue };
            pairs += 1;
            for requirement in world.library.catalog(new).unwrap().requirements() {
                let met = changes.changes.iter().flat_map(|change| &change.new);
                assert_eq!(
                    met.filter(|met| met.number == requirement.number).count(),
                    1,
                    "{old} {new} {}",
                    requirement.number
                );
            }
            let catalog = world.library.catalog(old).unwrap();
            for requirement in catalog.requirements() {
                let position = catalog.position(&requirement.number).unwrap();
                let numbers: Vec<_> = std::iter::once(position)
                    .chain(catalog.ancestors(position))
                    .map(|at| &catalog.clauses()[at].number)
                    .collect();
                let is_met =
                    changes.changes.iter().flat_map(|change| &change.old).any(|met| numbers.contains(&&met.number));
                assert!(is_met, "{old} {new} {}", requirement.number);
            }
        }
    }
    assert_eq!(pairs, 38, "nineteen tables between editions of one line, each read both ways");
}

/// The answer about two assessments of the world of base and target.
const WAY: (&str, &str) =
    ("way.yaml", "xwalk: method/1\nid: way\ntitle: The way\nsteps:\n  a: { title: Prepare }\n  b: { title: Build }\n");

fn compare<T>(before: &str, after: &str, ask: impl FnOnce(Assessed<'_>, Assessed<'_>) -> T) -> T {
    let mut world = World::new(&[BASE, TARGET, TABLE, WAY], Some(before));
    let file = world.sources.add("after.yaml", after.to_owned());
    let (assessment, _) = load::assessment(&world.sources, file, &world.library).sound().unwrap();
    world.ask(|before| ask(before, Assessed { assessment: &assessment, file, ..before }))
}

fn changes(before: &str, after: &str) -> AssessmentChanges {
    compare(before, after, |before, after| AssessmentDiff::default().ask(before, after).unwrap())
}

/// 1.1 only partly, 1.2 with other evidence and an owner, 1.3 no longer stated, 2.2 in place, 2.3 planned.
const LATER: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
statuses:
  base:1:
    "1.1": partial
    "1.2": { status: implemented, evidence: [a.pdf, b.pdf], owner: Ann }
    "2.1": implemented
    "2.2": implemented
    "2.3": planned
"#;

#[test]
fn a_statement_is_completed_reopened_updated_new_or_withdrawn() {
    let changes = changes(ASSESSMENT, LATER);
    let statements: Vec<(String, Progress, Vec<&str>)> = changes
        .statements
        .iter()
        .map(|change| {
            (
                change.clause.number.to_string(),
                change.progress,
                change.fields.iter().map(|field| field.name.as_str()).collect(),
            )
        })
        .collect();
    let line = |number: &str, progress, fields: &[&'static str]| (number.to_owned(), progress, fields.to_vec());
    assert_eq!(
        statements,
        [
            line("1.1", Progress::Reopened, &["status"]),
            line("1.2", Progress::Updated, &["evidence", "owner"]),
            line("1.3", Progress::Withdrawn, &["status"]),
            line("2.2", Progress::Completed, &["status"]),
            line("2.3", Progress::New, &["status"]),
        ]
    );
    assert_eq!(changes.statements[1].fields[0].after, ["a.pdf", "b.pdf"]);
    assert!(changes.others.is_empty());
}

#[test]
fn a_changed_assessment_says_what_it_means_for_its_targets() {
    let changes = changes(ASSESSMENT, LATER);
    let [target] = changes.targets.as_slice() else { panic!("{:?}", changes.targets) };
    assert_eq!(target.before, Tally { applicable: 8, full: 1, partial: 3, presumed: 0 });
    // 1.4 in full by 2.1 and 2.2; 1.2 and 2.1 in part; 1.1 perhaps.
    assert_eq!(target.after, Tally { applicable: 8, full: 1, partial: 2, presumed: 1 });
    let moved: Vec<_> = target
        .requirements
        .iter()
        .map(|change| (change.clause.number.as_str(), change.progress(), change.before.unwrap(), change.after.unwrap()))
        .collect();
    assert_eq!(
        moved,
        [
            ("1.1", Progress::Reopened, (Level::Full, Action::None), (Level::Presumed, Action::Verify)),
            ("1.3", Progress::Worsened, (Level::Partial, Action::Extend), (Level::None, Action::Assess)),
            ("1.4", Progress::Completed, (Level::Partial, Action::Extend), (Level::Full, Action::None)),
            ("2.1", Progress::Improved, (Level::None, Action::Implement), (Level::Partial, Action::Extend)),
            ("2.2", Progress::Updated, (Level::None, Action::Assess), (Level::None, Action::Implement)),
        ]
    );
}

#[test]
fn what_leaves_the_scope_is_excluded_and_what_comes_into_it_included_and_neither_is_work_done() {
    let out = format!(
        "{ASSESSMENT}    \"2.3\": {{ status: not-applicable, justification: none }}\n  target:1:\n    \"2.4\": {{ status: not-applicable, justification: none }}\n"
    );
    let back = out.replace("{ status: not-applicable, justification: none }", "implemented");
    let answer = changes(&out, &back);
    let statements = |answer: &AssessmentChanges| -> Vec<Progress> {
        answer.statements.iter().map(|change| change.progress).collect()
    };
    assert_eq!(statements(&answer), [Progress::Included, Progress::Included]);
    let last = answer.targets[0].requirements.last().unwrap();
    assert_eq!(
        (last.progress(), last.before, last.after),
        (Progress::Included, None, Some((Level::Full, Action::None)))
    );
    let answer = changes(&back, &out);
    assert_eq!(statements(&answer), [Progress::Excluded, Progress::Excluded]);
    let last = answer.targets[0].requirements.last().unwrap();
    assert_eq!(
        (last.progress(), last.before, last.after),
        (Progress::Excluded, Some((Level::Full, Action::None)), None)
    );
}

#[test]
fn the_targets_are_those_of_both_assessments_or_those_asked_for() {
    let other = LATER.replace("targets: [target:1]", "targets: [base:1]");
    let targets = |diff: AssessmentDiff| {
        compare(ASSESSMENT, &other, |before, after| {
            diff.ask(before, after)
                .unwrap()
                .targets
                .into_iter()
                .map(|target| target.target.to_string())
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(targets(AssessmentDiff::default()), ["target:1", "base:1"]);
    assert_eq!(targets(AssessmentDiff { targets: vec!["the base".into(), "base:1".into()] }), ["base:1"]);
}

/// An assessment in which everything is said.
const FULL: &str = r#"
xwalk: assessment/1
organization: Us
scope: All of it
date: 2026-01-01
assessor: Ann
targets: [target:1]
policy:
  min-coverage: { target:1: 10 }
  min-chapter-coverage: { target:1: 5 }
  measure: middle
  no-overdue: true
  evidence: required
  evidence-exists: true
  max-age: 30
  min-confidence: low
effort: { extend: 1, verify: 2, implement: 3, assess: 4, build: 5 }
maturity-target: { base:1: 3, base:1/1.1: 4 }
evidence:
  a.pdf: { title: Plan, owner: Eve, date: 2025-05-05, valid-until: 2027-05-05, note: Signed }
statuses:
  base:1:
    "1.1":
      status: planned
      evidence: [a.pdf]
      owner: Bob
      due: 2026-02-02
      assessed: 2026-01-03
      maturity: 2
      effort: 7
      maturity-target: 4
      justification: Because
      risk: [R-12]
      note: Remark
objectives:
  fast: { title: Be fast, measure: Time, owner: Cy, due: 2026-03-03, projects: [Belt], processes: [audit] }
  safe: { title: Be safe }
processes:
  audit: { title: Audit, owner: Di, description: audit.md, inputs: [Plan], outputs: [Report], clauses: [base:1/1.3] }
  buying: { title: Buying }
progress:
  way:
    a: { state: under-way, since: 2026-04-04, note: Slowly }
    b: done
"#;

#[test]
fn no_difference_is_passed_over_in_silence() {
    for (before, after, name) in [
        ("organization: Us", "organization: Them", "organization"),
        ("scope: All of it", "scope: Some of it", "scope"),
        ("date: 2026-01-01", "date: 2026-01-02", "date"),
        ("assessor: Ann", "", "assessor"),
        ("targets: [target:1]", "targets: [target:1, base:1]", "targets"),
        ("min-coverage: { target:1: 10 }", "min-coverage: { target:1: 11 }", "policy/min-coverage/target:1"),
        ("coverage: { target:1: 5 }", "coverage: { target:1: 6 }", "policy/min-chapter-coverage/target:1"),
        ("measure: middle", "measure: lower", "policy/measure"),
        ("no-overdue: true", "no-overdue: false", "policy/no-overdue"),
        ("evidence: required", "evidence: optional", "policy/evidence"),
        ("evidence-exists: true", "", "policy/evidence-exists"),
        ("max-age: 30", "max-age: 31", "policy/max-age"),
        ("min-confidence: low", "min-confidence: high", "policy/min-confidence"),
        ("extend: 1", "extend: 1.5", "effort/extend"),
        ("verify: 2", "verify: 2.5", "effort/verify"),
        ("implement: 3", "implement: 3.5", "effort/implement"),
        ("assess: 4", "assess: 4.5", "effort/assess"),
        ("build: 5", "build: 5.5", "effort/build"),
        ("status: planned", "status: not-implemented", "base:1/1.1 status"),
        ("evidence: [a.pdf]", "evidence: [a.pdf, a.pdf]", "base:1/1.1 evidence"),
        ("owner: Bob", "owner: Ben", "base:1/1.1 owner"),
        ("due: 2026-02-02", "due: 2026-02-03", "base:1/1.1 due"),
        ("assessed: 2026-01-03", "", "base:1/1.1 assessed"),
        ("maturity: 2", "maturity: 3", "base:1/1.1 maturity"),
        ("      maturity-target: 4", "      maturity-target: 5", "base:1/1.1 maturity-target"),
        ("risk: [R-12]", "risk: [R-13]", "base:1/1.1 risk"),
        ("target: { base:1: 3", "target: { base:1: 2", "maturity-target/base:1"),
        ("1.1: 4 }", "1.1: 5 }", "maturity-target/base:1/1.1"),
        ("title: Plan", "title: Plans", "evidence/a.pdf/title"),
        ("owner: Eve", "owner: Eva", "evidence/a.pdf/owner"),
        ("date: 2025-05-05", "date: 2025-05-06", "evidence/a.pdf/date"),
        ("valid-until: 2027-05-05", "valid-until: 2027-05-06", "evidence/a.pdf/valid-until"),
        ("note: Signed", "note: Draft", "evidence/a.pdf/note"),
        ("effort: 7", "effort: 8", "base:1/1.1 effort"),
        ("justification: Because", "justification: Why not", "base:1/1.1 justification"),
        ("note: Remark", "note: Another", "base:1/1.1 note"),
        ("title: Be fast", "title: Be faster", "objectives/fast/title"),
        ("measure: Time", "measure: Money", "objectives/fast/measure"),
        ("owner: Cy", "owner: Cleo", "objectives/fast/owner"),
        ("due: 2026-03-03", "due: 2026-03-04", "objectives/fast/due"),
        ("projects: [Belt]", "projects: [Belt, Braces]", "objectives/fast/projects"),
        ("processes: [audit]", "processes: [buying]", "objectives/fast/processes"),
        ("  safe: { title: Be safe }\n", "", "objectives/safe/title"),
        ("title: Audit", "title: Audits", "processes/audit/title"),
        ("owner: Di", "owner: Dan", "processes/audit/owner"),
        ("audit.md", "audits.md", "processes/audit/description"),
        ("inputs: [Plan]", "inputs: []", "processes/audit/inputs"),
        ("outputs: [Report]", "outputs: [Reports]", "processes/audit/outputs"),
        ("clauses: [base:1/1.3]", "clauses: [base:1/1.2]", "processes/audit/clauses"),
        (
            "  buying: { title: Buying }\n",
            "  buying: { title: Buying }\n  zoning: { title: Zoning }\n",
            "processes/zoning/title",
        ),
        ("state: under-way", "state: done", "progress/way/a/state"),
        ("since: 2026-04-04", "since: 2026-04-05", "progress/way/a/since"),
        ("note: Slowly", "note: Fast", "progress/way/a/note"),
        ("    b: done\n", "", "progress/way/b/state"),
    ] {
        assert_eq!(FULL.matches(before).count(), 1, "{before}");
        let answer = changes(FULL, &FULL.replace(before, after));
        let statements = answer.statements.iter().flat_map(|change| {
            change.fields.iter().map(|field| format!("{} {}", change.clause, field.name)).collect::<Vec<_>>()
        });
        let names: Vec<String> = statements.chain(answer.others.iter().map(|change| change.name.clone())).collect();
        assert_eq!(names, [name], "{before}");
    }
    let moved = FULL
        .replace("  safe: { title: Be safe }\n", "")
        .replace("objectives:\n", "objectives:\n  safe: { title: Be safe }\n");
    let answer = changes(FULL, &moved).others;
    assert_eq!(
        (answer.len(), answer[0].name.as_str(), answer[0].after.join(" ")),
        (1, "objectives (order)", "safe fast".into())
    );
    let same = changes(FULL, &format!("{FULL}# a remark\n"));
    assert!(same.statements.is_empty() && same.others.is_empty() && same.targets[0].requirements.is_empty());
}

#[test]
fn the_answer_about_assessments_is_a_line_for_each_value_that_is_another() {
    let later = LATER.replace("organization: Us", "organization: Them");
    let rows = compare(ASSESSMENT, &later, |before, after| {
        answer(&AssessmentDiff::default().document(before, after).unwrap())
    });
    assert_eq!(rows[0], ["reopened", "base:1/1.1", "Documents", "status", "implemented", "partial", "statement"]);
    assert_eq!(rows[1], ["updated", "base:1/1.2", "Records", "evidence", "records.pdf", "a.pdf; b.pdf", "statement"]);
    assert_eq!(rows[6], ["reopened", "target:1/1.1", "Document control", "level", "full", "presumed", "requirement"]);
    assert_eq!(rows[7], ["reopened", "target:1/1.1", "Document control", "action", "none", "verify", "requirement"]);
    // Six lines of statements, nine of requirements (2.2 keeps its level), one of the head.
    assert_eq!(rows.len(), 16);
    assert_eq!(rows[15], ["updated", "", "", "organization", "Us", "Them", "assessment"]);
}

/// Every way in which a statement can change, a clause each; the statement on 1.2 of the base stays the same.
const EARLIER: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
policy: { max-age: 30, no-overdue: true }
statuses:
  base:1:
    "1.1": not-implemented
    "1.2": partial
    "1.3": partial
    "2.1": implemented
    "2.2": not-implemented
    "2.3": planned
  target:1:
    "2.2": { status: not-applicable, justification: none }
    "2.3": implemented
    "2.4": { status: partial, owner: Ann }
    "2.1": planned
"#;

const AFTERWARDS: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
policy: { max-age: 60, min-confidence: low }
statuses:
  base:1:
    "1.1": implemented
    "1.2": partial
    "1.3": planned
    "2.1": planned
    "2.2": partial
    "2.3": implemented
  target:1:
    "1.4": not-implemented
    "2.2": planned
    "2.3": { status: not-applicable, justification: none }
    "2.4": { status: partial, owner: Ben }
"#;

#[test]
fn the_first_sentences_count_only_the_words_that_occur() {
    let lead =
        compare(EARLIER, AFTERWARDS, |before, after| AssessmentDiff::default().document(before, after).unwrap().lead);
    // Completed 1.1 and 2.3 of the base, improved 2.2, worsened 1.3, reopened 2.1, new 1.4 of the target, withdrawn 2.1,
    // excluded 2.3, included 2.2, updated 2.4.
    assert_eq!(
        lead[0],
        "10 clauses changed: 2 completed, 1 improved, 1 worsened, 1 reopened, 1 new, 1 withdrawn, 1 excluded, 1 included, 1 updated."
    );
    // Of the target 1.1 is covered by now; 1.3 was partial by the audit and is based on a plan; 1.4 was partial by 2.1
    // and is stated as not in place; of 2.1 a tool in part may serve it; 2.3 has left the scope and 2.2 come into it.
    assert_eq!(
        lead[1],
        "6 requirements of target:1 changed: 1 completed, 1 improved, 2 worsened, 1 excluded, 1 included."
    );
    let same =
        compare(EARLIER, EARLIER, |before, after| AssessmentDiff::default().document(before, after).unwrap().lead);
    assert_eq!(same[..2], ["No statement on a clause changed.", "No requirement of target:1 changed."]);
}

#[test]
fn every_format_for_people_and_programs_has_the_words() {
    for name in ["table", "csv", "json", "markdown", "html"] {
        let text = compare(EARLIER, AFTERWARDS, |before, after| {
            let document = AssessmentDiff::default().document(before, after).unwrap();
            let mut bytes = Vec::new();
            let page = Page::new(before.case.sources, 300);
            render::format(name).unwrap().write(&document, page, &mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        });
        for progress in Progress::ALL {
            assert!(text.contains(progress.name()), "{name} lacks {}", progress.name());
        }
        let counts = "2 completed, 1 improved, 1 worsened, 1 reopened";
        assert_eq!(text.contains(counts), name != "csv", "{name}: CSV holds the rows alone");
    }
}

#[test]
fn the_summary_counts_every_word_and_says_what_it_means() {
    let document =
        compare(EARLIER, AFTERWARDS, |before, after| AssessmentDiff::default().document(before, after).unwrap());
    let summary = document.tables().find(|table| table.name == "summary" && table.audience.has_programs()).unwrap();
    let shown = |cell: &Cell| match cell {
        Cell::Word(text, _) | Cell::Text(text) => text.to_string(),
        Cell::Count(count) => count.to_string(),
        other => panic!("{other:?}"),
    };
    let rows: Vec<String> =
        summary.rows.iter().map(|row| row[..4].iter().map(shown).collect::<Vec<_>>().join(" ")).collect();
    // Of the policy, max-age is another, no-overdue is gone, min-confidence has come.
    assert_eq!(
        rows,
        [
            "completed 2 1 0",
            "improved 1 1 0",
            "worsened 1 2 0",
            "reopened 1 0 0",
            "new 1 0 1",
            "withdrawn 1 0 1",
            "excluded 1 1 0",
            "included 1 1 0",
            "updated 1 0 1"
        ]
    );
    assert!(summary.rows.iter().all(|row| !shown(&row[4]).is_empty()));
}

/// The answer about two versions of the table of base and target.
fn tables<T>(after: &str, ask: impl FnOnce(Case<'_>, Case<'_>) -> T) -> T {
    let mut sources = Sources::default();
    let library = |sources: &mut Sources, table: &str| {
        let mut files = Files::default();
        for (name, text) in [BASE, TARGET, (TABLE.0, table)] {
            let file = sources.add(name, text.to_owned());
            files.read(sources, file);
        }
        load::library(sources, files).sound().unwrap().0
    };
    let libraries = [library(&mut sources, TABLE.1), library(&mut sources, after)];
    let settings = Settings::default();
    let crosswalks = [0, 1].map(|at: usize| Crosswalk::new(&libraries[at], &Default::default()));
    let [before, after] = [0, 1].map(|at: usize| Case {
        sources: &sources,
        library: &libraries[at],
        crosswalk: &crosswalks[at],
        settings: &settings,
    });
    ask(before, after)
}

fn table_changes(after: &str) -> TableChanges {
    tables(after, |before, after| TableDiff.ask(before, after).unwrap())
}

#[test]
fn versions_of_a_table_differ_in_rows_and_that_shows_in_levels() {
    let after = TABLE
        .1
        .replace("to: \"1.2\", relation: partial, add: Keep them longer", "to: \"1.2\", relation: full")
        .replace("  - { from: \"2.3\", to: \"2.2\", relation: partial, add: Design more }\n", "")
        .replace("[\"2.1\", \"2.2\"]", "[\"2.2\", \"2.1\"]")
        + "  - { from: \"1.1\", to: \"2.4\", relation: partial }\n";
    let changes = table_changes(&after);
    let rows: Vec<(ChangeKind, String, String, Vec<&str>)> = changes
        .rows
        .iter()
        .map(|row| {
            let fields = row.fields.iter().map(|field| field.name.as_str()).collect();
            (row.kind, row.from[0].number.to_string(), row.to.number.to_string(), fields)
        })
        .collect();
    assert_eq!(
        rows,
        [
            (ChangeKind::Changed, "1.2".into(), "1.2".into(), vec!["relation", "add"]),
            (ChangeKind::Removed, "2.3".into(), "2.2".into(), vec!["relation", "add"]),
            (ChangeKind::Added, "1.1".into(), "2.4".into(), vec!["relation"]),
        ],
        "the order inside a joint row means nothing"
    );
    assert!(changes.head.is_empty() && changes.is_meaning_changed && changes.lacks_new_version());
    let lead = tables(&after, |before, after| TableDiff.document(before, after).unwrap().lead);
    assert_eq!(
        lead[1],
        "If all of base:1 is in place, 3 requirements of target:1 are at a different level: 1 completed, 1 improved, 1 worsened."
    );
    let forwards = &changes.effects[0];
    // Before 1.1, 1.3 and 1.4 in full, 1.2, 2.1 and 2.2 in part; after also 1.2 in full, 2.4 in part, 2.2 not at all.
    assert_eq!(forwards.before, Tally { applicable: 8, full: 3, partial: 3, presumed: 0 });
    assert_eq!(forwards.after, Tally { applicable: 8, full: 4, partial: 2, presumed: 0 });
    assert_eq!(
        forwards.level_changes,
        [
            (clause("target:1/1.2"), Level::Partial, Level::Full),
            (clause("target:1/2.2"), Level::Partial, Level::None),
            (clause("target:1/2.4"), Level::None, Level::Partial),
        ]
    );
    assert_eq!(changes.effects[1].level_changes, [(clause("base:1/2.3"), Level::Partial, Level::None)]);
}

#[test]
fn a_raised_version_is_no_lapse_and_a_remark_is_no_meaning() {
    let raised = table_changes(&TABLE.1.replace("version: 1", "version: 2").replace("note: on purpose", "items: a"));
    assert_eq!((raised.is_meaning_changed, raised.lacks_new_version(), raised.versions), (true, false, (1, 2)));
    let remark = table_changes(&TABLE.1.replace("note: on purpose", "note: still on purpose"));
    assert_eq!((remark.rows.len(), remark.is_meaning_changed, remark.lacks_new_version()), (1, false, false));
    let surer = table_changes(&TABLE.1.replace("confidence: medium", "confidence: high"));
    assert_eq!((surer.rows.len(), surer.head[0].name.as_str()), (0, "confidence"), "rows take it from the head");
    let unrelated = table_changes(&TABLE.1.replace("rows:", "unrelated: { \"1\": a title }\nrows:"));
    assert_eq!((unrelated.head[0].name.as_str(), unrelated.lacks_new_version()), ("unrelated/1", true));
    assert_eq!(table_changes(TABLE.1).rows, []);
}

#[test]
fn a_version_that_was_not_raised_is_a_line_of_the_answer_and_the_first_sentence() {
    let after = TABLE.1.replace("to: \"1.1\", relation: full", "to: \"1.1\", relation: partial");
    tables(&after, |before, after| {
        let document = TableDiff.document(before, after).unwrap();
        assert_eq!(document.lead[0], "The meaning changed but the version did not increase: it was 1 and is 1.");
        assert_eq!(
            answer(&document),
            [
                ["changed", "base:1/1.1", "target:1/1.1", "relation", "full", "partial"],
                ["not raised", "", "", "version", "1", "1"]
            ]
        );
    });
}

/// The answer about two versions of a catalog.
fn catalogs<T>(before: &str, after: &str, ask: impl FnOnce(Case<'_>, Case<'_>) -> T) -> T {
    let [before, after] = [before, after].map(|text| World::new(&[("catalog.yaml", text)], None));
    before.ask(|before| after.ask(|after| ask(before.case, after.case)))
}

const CATALOG: &str = r#"
xwalk: catalog/1
id: rules:1
title: Rules
clauses:
  "1": First
  "1.1": { title: Policy, pdca: plan }
  "1.2": { title: Roles, summary: Who does what. }
  "2": Second
  "2.1": Tools
"#;

#[test]
fn versions_of_a_catalog_differ_in_clauses_and_at_the_head() {
    let after = r#"
xwalk: catalog/1
id: rules:1
title: Rules of the house
publisher: Us
clauses:
  "2": Second
  "1": First
  "1.1": { title: Policies, pdca: do }
  "1.2": { title: Roles, summary: Who does what., mandatory: false }
  "1.3": Records
"#;
    let changes = catalogs(CATALOG, after, |before, after| CatalogDiff.ask(before, after).unwrap());
    type Field<'a> = (&'a str, String, String);
    let clauses: Vec<(ChangeKind, &str, Vec<Field<'_>>)> = changes
        .clauses
        .iter()
        .map(|change| {
            let field = |field: &xwalk::changes::FieldChange| (field.before.join("; "), field.after.join("; "));
            let fields = change.fields.iter().map(|one| (one.name.as_str(), field(one).0, field(one).1));
            (change.kind, change.clause.number.as_str(), fields.collect())
        })
        .collect();
    let field = |name, before: &str, after: &str| (name, before.to_owned(), after.to_owned());
    assert_eq!(
        clauses,
        [
            (ChangeKind::Changed, "2", vec![field("kind", "heading", "requirement")]),
            (ChangeKind::Changed, "1.1", vec![field("title", "Policy", "Policies"), field("pdca", "plan", "do")]),
            (ChangeKind::Changed, "1.2", vec![field("mandatory", "", "false")]),
            (
                ChangeKind::Added,
                "1.3",
                vec![field("title", "", "Records"), field("kind", "", "requirement"), field("parent", "", "1")]
            ),
            (
                ChangeKind::Removed,
                "2.1",
                vec![field("title", "Tools", ""), field("kind", "requirement", ""), field("parent", "2", "")]
            ),
        ]
    );
    let head: Vec<(&str, ChangeKind)> = changes.head.iter().map(|field| (field.name.as_str(), field.kind())).collect();
    assert_eq!(head, [("title", ChangeKind::Changed), ("publisher", ChangeKind::Added)]);
    // Before 1.1, 1.2, 2.1; after 2, 1.1, 1.2, 1.3.
    assert_eq!((changes.requirements, changes.is_reordered), ((3, 4), true));
    let document = catalogs(CATALOG, after, |before, after| CatalogDiff.document(before, after).unwrap());
    assert_eq!(answer(&document)[0], ["changed", "rules:1/2", "Second", "kind", "heading", "requirement"]);
    assert_eq!(
        document.lead,
        [
            "It had 3 requirements, and has 4.",
            "The order of the clauses changed.",
            "1 clause is removed: `xwalk check` shows which tables and assessments still name it."
        ]
    );
    let same = catalogs(CATALOG, CATALOG, |before, after| CatalogDiff.ask(before, after).unwrap());
    assert!(same.clauses.is_empty() && same.head.is_empty() && !same.is_reordered);
}

#[test]
fn catalogs_of_two_editions_are_no_versions_of_one() {
    let other = CATALOG.replace("rules:1", "rules:2");
    let error = catalogs(CATALOG, &other, |before, after| CatalogDiff.ask(before, after).unwrap_err());
    assert_eq!(error.message, "the files contain rules:1 and rules:2, which are different editions");
}

#[test]
fn tables_of_different_editions_are_no_versions_of_one() {
    let turned = "xwalk: relations/1\nid: base-1--target-1\nfrom: target:1\nto: base:1\nversion: 1\nsource: made up\nconfidence: low\nrows: []\n";
    let error = tables(turned, |before, after| TableDiff.ask(before, after).unwrap_err());
    assert_eq!(error.message, "one table relates base:1 to target:1, but the other relates target:1 to base:1");
}

#[test]
fn lists_and_other_languages_of_a_clause_are_compared_by_name() {
    let text = |clause: &str| format!("xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses:\n  \"1\": {clause}\n");
    let old = text("{ title: One, groups: [a, b], titles: { de: Eins }, summaries: { fr: Un. } }");
    let new = text("{ title: One, groups: [a, c], titles: { de: Eins, fr: Un }, summaries: { fr: Une. } }");
    let changes = catalogs(&old, &new, |before, after| CatalogDiff.ask(before, after).unwrap());
    let fields = changes.clauses.iter().flat_map(|clause| &clause.fields);
    let fields: Vec<String> = fields
        .map(|field| format!("{}: {} -> {}", field.name, field.before.join("+"), field.after.join("+")))
        .collect();
    assert_eq!(fields, ["groups: a+b -> a+c", "summaries/fr: Un. -> Une.", "titles/fr:  -> Un"]);
}
