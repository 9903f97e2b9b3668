//! The question `plan` on small worlds, with answers counted by hand.

use xwalk::deliver::{Item, Plan, Stage, TargetPlan};
use xwalk::diagnostic::Refusal;
use xwalk::model::{ClauseId, PersonDays, Status};
use xwalk::query::{Action, AssessedQuestion};

use xwalk::model::StepState;
use xwalk::render::{Format, Json, Markdown, Page};
use xwalk::report::{Basis, Document};
use xwalk::source::Sources;

use super::common::{World, answer, clause};
use super::{BASE, TABLE, TARGET};

const METHOD: (&str, &str) = (
    "way.yaml",
    r#"
xwalk: method/1
id: way
title: The way
for: target:1
steps:
  a: { title: Prepare, phase: first, clauses: ["1"] }
  b: { title: Build, phase: second, after: [a], clauses: ["2"], deliverables: [Tools], done-when: it runs }
  c: { title: Train, phase: second, after: [a], clauses: ["1.4"] }
  d: { title: Close, after: [b, c] }
  e: { title: Tell everybody, mandatory: false }
"#,
);

/// As in the other tests, with owners, days and efforts: 1.4 and 2.1 of the target wait for 2.2, 1.3 for 1.3, 2.2 for
/// 2.3.
const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
date: 2026-12-01
targets: [target:1]
effort: { extend: 2, verify: 0.5, implement: 3, assess: 0.5, build: 8 }
statuses:
  base:1:
    "1.1": implemented
    "1.2": implemented
    "1.3": { status: partial, owner: Bob, due: 2027-01-15, effort: 3, note: Half of it. }
    "2.1": implemented
    "2.2": { status: not-implemented, owner: Ann, due: 2027-03-01, effort: 5 }
"#;

fn plans(world: &World, plan: &Plan) -> Result<Vec<TargetPlan>, Refusal> {
    world.ask(|case| plan.ask(case).map(|plans| plans.plans))
}

fn usual() -> Plan {
    Plan { wins: 10, ..Plan::default() }
}

fn plan(files: &[(&str, &str)], assessment: &str) -> TargetPlan {
    plans(&World::new(files, Some(assessment)), &usual()).unwrap().remove(0)
}

fn item<'p>(plan: &'p TargetPlan, id: &str) -> &'p Item {
    plan.items().find(|item| item.clause == clause(id)).unwrap()
}

fn ids(stage: &Stage) -> Vec<String> {
    stage.items.iter().map(|item| item.clause.to_string()).collect()
}

fn all() -> TargetPlan {
    plan(&[BASE, TARGET, TABLE, METHOD], ASSESSMENT)
}

#[test]
fn every_open_requirement_hangs_on_the_step_that_names_it_most_closely() {
    let plan = all();
    let steps: Vec<(&str, usize, Vec<String>)> =
        plan.stages.iter().map(|stage| (stage.step.id.as_str(), stage.wave, ids(stage))).collect();
    let refs = |refs: &[&str]| refs.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        steps,
        [
            ("a", 1, refs(&["base:1/1.3", "target:1/1.2"])),
            (
                "b",
                2,
                refs(&["base:1/2.2", "base:1/2.3", "target:1/2.1", "target:1/2.2", "target:1/2.3", "target:1/2.4"])
            ),
            // 1.4 is part of the work on 2.2 of the base, which b needs first.
            ("c", 2, vec![]),
            ("d", 3, vec![]),
            ("e", 1, vec![]),
        ]
    );
}

#[test]
fn a_base_clause_is_one_item_however_many_requirements_wait_for_it() {
    let plan = all();
    let tools = item(&plan, "base:1/2.2");
    assert_eq!((tools.action, tools.status), (Action::Implement, Some(Status::NotImplemented)));
    assert_eq!(tools.required_by, [clause("target:1/1.4"), clause("target:1/2.1")]);
    assert_eq!(
        (tools.includes.as_slice(), tools.completes.as_slice()),
        (&[clause("target:1/1.4")][..], &[clause("target:1/1.4")][..])
    );
    assert_eq!(tools.improves, [clause("target:1/2.1")]);
    assert_eq!(item(&plan, "target:1/2.1").prerequisites, [clause("base:1/2.2")]);
    assert!(item(&plan, "base:1/2.3").completes.is_empty(), "to assess completes nothing");
    assert_eq!(item(&plan, "base:1/2.3").action, Action::Assess);
    let audit = item(&plan, "base:1/1.3");
    assert_eq!(audit.task, "Complete what is only partly in place. Note: Half of it.");
}

#[test]
fn owner_and_day_are_those_of_the_clause_or_of_what_it_rests_on() {
    let plan = all();
    let who_and_when = |id: &str| {
        let item = item(&plan, id);
        (item.owner.as_ref().map(ToString::to_string), item.due.map(|day| day.to_string()))
    };
    let some = |owner: &str, day: &str| (Some(owner.to_owned()), Some(day.to_owned()));
    assert_eq!(who_and_when("base:1/2.2"), some("Ann", "2027-03-01"));
    assert_eq!(who_and_when("target:1/2.1"), some("Ann", "2027-03-01"));
    assert_eq!(who_and_when("base:1/1.3"), some("Bob", "2027-01-15"));
    assert_eq!(who_and_when("target:1/1.2"), (None, None));
}

#[test]
fn effort_is_the_clauses_own_or_that_of_its_kind_and_work_is_counted_once() {
    let plan = all();
    let effort = |id: &str| item(&plan, id).effort.map(|effort| effort.to_string());
    assert_eq!(effort("base:1/2.2").as_deref(), Some("5"));
    assert_eq!(effort("base:1/2.3").as_deref(), Some("0.5"));
    assert_eq!(effort("base:1/1.3").as_deref(), Some("3"));
    assert_eq!(effort("target:1/2.1").as_deref(), Some("2"), "what goes beyond the base clause is left");
    assert_eq!(effort("target:1/2.4").as_deref(), Some("8"));
    // a: 3 + 2; b: 5 + 0.5 + 2 + 2 + 8 + 8.
    let of_steps: Vec<String> = plan.stages.iter().map(|stage| stage.effort.to_string()).collect();
    assert_eq!(of_steps, ["5", "25.5", "0", "0", "0"]);
    assert_eq!(plan.effort().to_string(), "30.5");
}

#[test]
fn tasks_of_a_step_run_side_by_side_where_none_waits_for_another() {
    let plan = all();
    // a: 1.3 of the base for 3 days, 1.2 for 2. From then on b: 2.3 and 2.4 for 8 days, so that c waits till 3 and d till 11.
    let times = |time: fn(&Stage) -> f64| plan.stages.iter().map(time).collect::<Vec<_>>();
    assert_eq!(times(|stage| stage.start.days()), [0.0, 3.0, 3.0, 11.0, 0.0]);
    assert_eq!(times(|stage| stage.finish.days()), [3.0, 11.0, 3.0, 11.0, 0.0]);
    let critical: Vec<bool> = plan.stages.iter().map(|stage| stage.is_critical).collect();
    assert_eq!(critical, [true, true, false, false, false]);
    let timing = |id: &str| {
        let timing = item(&plan, id).timing;
        (timing.start.days(), timing.finish.days(), timing.slack.days(), timing.is_critical)
    };
    assert_eq!(timing("base:1/1.3"), (0.0, 3.0, 0.0, true));
    assert_eq!(timing("target:1/1.2"), (0.0, 2.0, 1.0, false));
    // 2.1 waits for 2.2 of the base, and 2.2 for 2.3 of it.
    assert_eq!(timing("base:1/2.2"), (3.0, 8.0, 1.0, false));
    assert_eq!(timing("target:1/2.1"), (8.0, 10.0, 1.0, false));
    assert_eq!(timing("target:1/2.2"), (3.5, 5.5, 5.5, false));
    assert_eq!(timing("target:1/2.4"), (3.0, 11.0, 0.0, true));
}

#[test]
fn effort_that_nobody_states_is_unknown_and_counted_as_such() {
    let without = ASSESSMENT.replace("effort: { extend: 2, verify: 0.5, implement: 3, assess: 0.5, build: 8 }", "");
    let without = without.replace(", effort: 3,", ",");
    let plan = plan(&[BASE, TARGET, TABLE, METHOD], &without);
    assert_eq!(plan.effort(), PersonDays::whole(5));
    // Of eight tasks, only that of base 2.2 has an effort: five days.
    assert_eq!((plan.items().count(), plan.without_effort()), (8, 7));
}

#[test]
fn the_clause_that_closes_most_wins_and_the_next_ones_build_on_it() {
    let plan = all();
    let wins: Vec<(String, usize, usize, usize, usize)> = plan
        .wins
        .iter()
        .map(|win| (win.clause.to_string(), win.closes.len(), win.raises.len(), win.tally.full, win.tally.partial))
        .collect();
    assert_eq!(
        wins,
        [
            // Closes 1.4, raises 2.1: then 1.1 and 1.4 are full, 1.2, 1.3 and 2.1 partial.
            ("base:1/2.2".to_owned(), 1, 1, 2, 3),
            ("base:1/1.3".to_owned(), 1, 0, 3, 2),
            ("base:1/2.3".to_owned(), 0, 1, 3, 3),
        ]
    );
    let one = plans(&World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT)), &Plan { wins: 1, ..Plan::default() });
    assert_eq!(one.unwrap()[0].wins.len(), 1);
}

#[test]
fn a_joint_row_is_closed_by_its_last_member() {
    let assessment = "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  base:1:\n    \"2.1\": planned\n    \"2.2\": planned\n";
    let plan = plan(&[BASE, TARGET, TABLE], assessment);
    let of_four = |win: &xwalk::deliver::Win| win.closes.contains(&clause("target:1/1.4"));
    // 1.1 and 1.3 close one each at once; 2.1 or 2.2 alone only raise 1.4, and the second of them closes it.
    let wins: Vec<(String, bool)> = plan.wins.iter().map(|win| (win.clause.to_string(), of_four(win))).collect();
    let order = ["base:1/1.1", "base:1/1.3", "base:1/2.2", "base:1/2.1", "base:1/1.2", "base:1/2.3"];
    assert_eq!(wins, order.map(|id| (id.to_owned(), id == "base:1/2.1")));
}

#[test]
fn without_a_method_the_steps_are_kinds_of_work() {
    let plan = plan(&[BASE, TARGET, TABLE], ASSESSMENT);
    assert_eq!(plan.method, None);
    let steps: Vec<(&str, Vec<String>)> =
        plan.stages.iter().map(|stage| (stage.step.title.as_str(), ids(stage))).collect();
    let refs = |refs: &[&str]| refs.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        steps,
        [
            ("Assess and verify", refs(&["base:1/2.3", "target:1/2.2"])),
            ("Complete the base standards", refs(&["base:1/1.3", "base:1/2.2"])),
            ("Extend what is in place", refs(&["target:1/1.2"])),
            ("Implement what is missing", refs(&["target:1/2.1", "target:1/2.3", "target:1/2.4"])),
        ]
    );
    let waves: Vec<usize> = plan.stages.iter().map(|stage| stage.wave).collect();
    assert_eq!(waves, [1, 2, 3, 3]);
}

#[test]
fn what_no_step_names_stands_at_the_end() {
    let method = (
        "way.yaml",
        "xwalk: method/1\nid: way\ntitle: W\nfor: target:1\nsteps:\n  a: { title: A, clauses: [\"1\"] }\n",
    );
    let plan = plan(&[BASE, TARGET, TABLE, method], ASSESSMENT);
    let steps: Vec<(&str, usize)> =
        plan.stages.iter().map(|stage| (stage.step.title.as_str(), stage.items.len())).collect();
    // 1.2 and the base clauses 1.3 and 2.2, of which 1.3 and 1.4 are part; outside 2.1 to 2.4 and the base clause 2.3.
    assert_eq!(steps, [("A", 3), ("Not part of any step of the method", 5)]);
}

#[test]
fn a_method_is_found_for_the_target_or_asked_for() {
    let other = METHOD.1.replace("id: way", "id: detour");
    let world = World::new(&[BASE, TARGET, TABLE, METHOD, ("detour.yaml", &other)], Some(ASSESSMENT));
    let several = plans(&world, &usual()).unwrap_err();
    assert_eq!(several.message, "target:1 has several methods");
    assert_eq!(several.help.as_deref(), Some("add --method M, one of detour, way"));
    let named = plans(&world, &Plan { method: Some("detour".into()), ..usual() }).unwrap();
    assert_eq!(named[0].method.as_ref().unwrap().as_str(), "detour");
    let unknown = plans(&world, &Plan { method: Some("wey".into()), ..usual() }).unwrap_err();
    assert_eq!(
        (unknown.message.as_str(), unknown.help.as_deref()),
        ("method wey does not exist", Some("did you mean way?"))
    );
}

#[test]
fn work_that_two_targets_share_is_one_task_with_all_that_it_completes() {
    let second =
        ("second.yaml", "xwalk: catalog/1\nid: second:1\ntitle: Second\nclauses:\n  \"1\": { title: Tooling }\n");
    let rows = (
        "base-1--second-1.yaml",
        "xwalk: relations/1\nid: base-1--second-1\nfrom: base:1\nto: second:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - { from: \"2.2\", to: \"1\", relation: full }\n",
    );
    let assessment = ASSESSMENT.replace("[target:1]", "[target:1, second:1]");
    let world = World::new(&[BASE, TARGET, TABLE, second, rows], Some(&assessment));
    let plans = plans(&world, &usual()).unwrap();
    // No method is for either: one plan by kind of work.
    assert_eq!(plans.len(), 1);
    let tools = item(&plans[0], "base:1/2.2");
    assert_eq!(tools.completes, [clause("target:1/1.4"), clause("second:1/1")]);
    assert_eq!(tools.targets().into_iter().map(ToString::to_string).collect::<Vec<_>>(), ["second:1", "target:1"]);
    assert_eq!(plans[0].items().filter(|item| item.clause.edition.as_str() == "second:1").count(), 0);
}

#[test]
fn nothing_open_leaves_a_plan_without_items() {
    let assessment = "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  target:1:\n    \"1\": implemented\n    \"2\": implemented\n";
    let plan = plan(&[BASE, TARGET, TABLE, METHOD], assessment);
    assert_eq!((plan.items().count(), plan.wins.len()), (0, 0));
}

#[test]
fn the_items_open_in_issue_trackers_and_the_schedule_holds_steps_and_days() {
    let world = World::new(&[BASE, TARGET, TABLE, METHOD], Some(ASSESSMENT));
    let document = world.ask(|case| usual().document(case).unwrap());
    let rows = answer(&document);
    assert_eq!(rows.len(), 8);
    assert_eq!(
        rows[0][..6],
        [
            "Extend base:1/1.3 Audit",
            "Complete what is only partly in place. Note: Half of it. Completes target:1/1.3.",
            "2027-01-15",
            "a Prepare",
            "extend,base:1",
            "Bob"
        ]
    );
    let schedule = document.schedule().unwrap();
    assert_eq!(schedule.start.unwrap().to_string(), "2026-12-01");
    let tasks: Vec<(&str, &str, &[usize])> =
        schedule.tasks.iter().map(|task| (task.title.as_str(), task.section.as_str(), task.after.as_slice())).collect();
    assert_eq!(
        tasks,
        [
            ("the base 1.3 Audit", "first: a Prepare", &[][..]),
            ("target:1 1.2 Record control", "first: a Prepare", &[]),
            ("the base 2.2 Tools", "second: b Build", &[]),
            ("the base 2.3 Design", "second: b Build", &[]),
            ("target:1 2.1 Tooling", "second: b Build", &[2]),
            ("target:1 2.2 Designing", "second: b Build", &[3]),
            ("target:1 2.3 Budget", "second: b Build", &[]),
            ("target:1 2.4 Capacity", "second: b Build", &[]),
            ("c Train", "second: c Train", &[]),
            ("d Close", "d Close", &[]),
            ("e Tell everybody", "e Tell everybody", &[]),
        ]
    );
    let days: Vec<(String, &str)> =
        schedule.deadlines.iter().map(|deadline| (deadline.day.to_string(), deadline.id.as_str())).collect();
    let (january, march) = ("2027-01-15".to_owned(), "2027-03-01".to_owned());
    assert_eq!(days, [(january, "base:1/1.3"), (march.clone(), "base:1/2.2"), (march, "target:1/2.1"),]);
}

#[test]
fn a_clause_wins_too_where_only_the_whole_heading_leads_to_the_target() {
    let pivot = ("pivot.yaml", "xwalk: catalog/1\nid: pivot:1\ntitle: P\nclauses:\n  \"1\": One\n");
    let table = |from: &str, to: &str, rows: &str| {
        let id = format!("{from}-1--{to}-1");
        let head = format!("xwalk: relations/1\nid: {id}\nfrom: {from}:1\nto: {to}:1\nversion: 1\nsource: made up\n");
        (format!("{id}.yaml"), format!("{head}confidence: high\nrows:\n{rows}"))
    };
    let tables = [
        table("base", "target", "  - { from: \"1.1\", to: \"2.4\", relation: partial }\n"),
        table("base", "pivot", "  - { from: \"1\", to: \"1\", relation: full }\n"),
        table("pivot", "target", "  - { from: \"1\", to: \"2.4\", relation: full }\n"),
    ];
    let mut files = vec![BASE, TARGET, pivot];
    files.extend(tables.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let assessment = "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n  base:1:\n    \"1.1\": implemented\n    \"1.2\": implemented\n    \"1.3\": planned\n";
    let plan = plan(&files, assessment);
    let wins: Vec<(&ClauseId, usize)> = plan.wins.iter().map(|win| (&win.clause, win.closes.len())).collect();
    assert_eq!(wins, [(&clause("base:1/1.3"), 1)]);
}

/// A document in a format, without what it is based on.
pub(super) fn written(document: Document, format: &dyn Format) -> String {
    let document = Document { basis: Basis::default(), ..document };
    let (sources, mut bytes) = (Sources::default(), Vec::new());
    format.write(&document, Page::new(&sources, 80), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// What a plan says, as programs read it.
fn told(world: &World) -> serde_json::Value {
    serde_json::from_str(&written(world.ask(|case| usual().document(case).unwrap()), &Json)).unwrap()
}

/// A column of a table.
fn column(answer: &serde_json::Value, table: &str, name: &str) -> Vec<serde_json::Value> {
    answer[table].as_array().unwrap().iter().map(|row| row[name].clone()).collect()
}

const SECOND: (&str, &str) = (
    "second.yaml",
    "xwalk: catalog/1\nid: second:1\ntitle: Second\nclauses:\n  \"1\": { title: Tooling }\n  \"2\": { title: Budgets }\n",
);

/// 2.2 of the base puts 1 of the second target in place, and 2.3 of the first target its 2.
const TO_SECOND: [(&str, &str); 2] = [
    (
        "base-1--second-1.yaml",
        "xwalk: relations/1\nid: base-1--second-1\nfrom: base:1\nto: second:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - { from: \"2.2\", to: \"1\", relation: full }\n",
    ),
    (
        "target-1--second-1.yaml",
        "xwalk: relations/1\nid: target-1--second-1\nfrom: target:1\nto: second:1\nversion: 1\nsource: made up\nconfidence: high\nrows:\n  - { from: \"2.3\", to: \"2\", relation: full }\n",
    ),
];

const PROJECT: (&str, &str) = (
    "project.yaml",
    r#"
xwalk: method/1
id: project
title: One project
steps:
  a: { title: Begin, clauses: ["target:1/1"] }
  b: { title: Equip, after: [a], clauses: ["target:1/2", "second:1/1"] }
  c: { title: Close, after: [b], clauses: ["second:1/2"] }
"#,
);

fn of_two_targets() -> World {
    let assessment = ASSESSMENT.replace("[target:1]", "[target:1, second:1]");
    let assessment = format!("{assessment}  target:1:\n    \"2.3\": {{ status: planned, owner: Cy }}\n");
    World::new(&[BASE, TARGET, TABLE, SECOND, TO_SECOND[0], TO_SECOND[1], PROJECT], Some(&assessment))
}

#[test]
fn targets_of_one_method_are_one_project_in_which_each_clause_stands_once() {
    let plans = plans(&of_two_targets(), &usual()).unwrap();
    assert_eq!(plans.len(), 1);
    let plan = &plans[0];
    let targets: Vec<&str> = plan.targets.iter().map(|target| target.as_str()).collect();
    assert_eq!(
        (targets.as_slice(), plan.method.as_ref().unwrap().as_str()),
        (&["target:1", "second:1"][..], "project")
    );
    let steps: Vec<(&str, Vec<String>)> =
        plan.stages.iter().map(|stage| (stage.step.id.as_str(), ids(stage))).collect();
    let refs = |refs: &[&str]| refs.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        steps,
        [
            ("a", refs(&["base:1/1.3", "base:1/2.2", "target:1/1.2"])),
            ("b", refs(&["base:1/2.3", "target:1/2.1", "target:1/2.2", "target:1/2.3", "target:1/2.4"])),
            ("c", vec![]),
        ]
    );
    // 2.2 of the base is of use to both targets, and 2 of the second is part of 2.3 of the first.
    assert_eq!(
        item(plan, "base:1/2.2").required_by,
        [clause("second:1/1"), clause("target:1/1.4"), clause("target:1/2.1")]
    );
    let between = item(plan, "target:1/2.3");
    assert_eq!((between.is_base, between.required_by.as_slice()), (false, &[clause("second:1/2")][..]));
    assert_eq!((between.owner.as_deref(), between.effort.unwrap().to_string().as_str()), (Some("Cy"), "3"));
    assert_eq!(
        (between.includes.as_slice(), between.completes.as_slice()),
        (&[clause("second:1/2")][..], &[clause("target:1/2.3"), clause("second:1/2")][..])
    );
    // a: 3 + 5 + 2; b: 0.5 + 2 + 2 + 3 + 8; c: 0.
    let of_steps: Vec<String> = plan.stages.iter().map(|stage| stage.effort.to_string()).collect();
    assert_eq!(of_steps, ["10", "15.5", "0"]);
    assert_eq!(plan.effort().to_string(), "25.5");
    // 5 days for 2.2 of the base, then 8 for 2.4.
    assert_eq!(plan.stages[2].start.days(), 13.0);
}

#[test]
fn a_project_names_all_its_targets_and_each_item_keeps_its_own() {
    let world = of_two_targets();
    let answer = told(&world);
    assert_eq!(answer["title"], "Plan of Us for target:1, second:1");
    assert_eq!(
        answer["lead"][0],
        "For target:1 and second:1: 8 open items, 2 to extend, 3 to implement, 2 to assess and 1 to build; 3 are prerequisites from the base standard."
    );
    assert_eq!(answer["lead"][1], "The steps follow the method “One project”; they are one project for 2 targets.");
    assert_eq!(column(&answer, "steps", "step"), ["a", "b", "c"]);
    assert_eq!(column(&answer, "steps", "targets"), ["target:1 second:1"; 3]);
    let items = column(&answer, "answer", "clause").into_iter().zip(column(&answer, "answer", "targets"));
    let both: Vec<serde_json::Value> =
        items.filter(|(_, targets)| targets == "second:1 target:1").map(|(clause, _)| clause).collect();
    assert_eq!(both, ["base:1/2.2", "target:1/2.3"]);
    // To the first target all eight tasks are of use, to the second two of them, 5 + 3 days.
    assert_eq!(column(&answer, "targets", "tasks"), [8, 2]);
    assert_eq!(column(&answer, "targets", "shared"), [2, 2]);
    assert_eq!(column(&answer, "targets", "effort"), [25.5, 8.0]);
    let wins = column(&answer, "wins", "target");
    assert!(wins.contains(&"target:1".into()) && wins.contains(&"second:1".into()), "{wins:?}");
    let document = world.ask(|case| usual().document(case).unwrap());
    let schedule = document.schedule().unwrap();
    let tasks: Vec<(&str, &str)> =
        schedule.tasks.iter().map(|task| (task.id.as_str(), task.section.as_str())).collect();
    assert_eq!((tasks[0], tasks[8]), (("base:1/1.3", "a Begin"), ("target:1+second:1/c", "c Close")));
}

#[test]
fn targets_of_other_methods_keep_their_own_plans() {
    let assessment = ASSESSMENT.replace("[target:1]", "[target:1, second:1]");
    let world = World::new(&[BASE, TARGET, TABLE, SECOND, TO_SECOND[0], PROJECT, METHOD], Some(&assessment));
    let plans = |plan: &Plan| -> Vec<(usize, Option<String>)> {
        let plans = plans(&world, plan).unwrap();
        plans.iter().map(|plan| (plan.targets.len(), plan.method.as_ref().map(ToString::to_string))).collect()
    };
    assert_eq!(plans(&usual()), [(1, Some("way".into())), (1, Some("project".into()))]);
    let asked = Plan { method: Some("project".into()), ..usual() };
    assert_eq!(plans(&asked), [(2, Some("project".into()))]);
}

#[test]
fn a_project_for_several_standards_serves_none_of_them_alone_unless_it_is_asked_for() {
    let world = World::new(&[BASE, TARGET, TABLE, SECOND, TO_SECOND[0], PROJECT], Some(ASSESSMENT));
    assert_eq!(plans(&world, &usual()).unwrap()[0].method, None);
    assert_eq!(
        told(&world)["lead"][1],
        "No implementation method is defined for this standard alone, so tasks are grouped by type of work; the method “One project”, for several standards, also has steps for it."
    );
    let asked = plans(&world, &Plan { method: Some("project".into()), ..usual() }).unwrap();
    assert_eq!(asked[0].stages.len(), 3);
    let of_one = PROJECT.1.replace(", \"second:1/1\"", "").replace("second:1/2", "target:1/2.4");
    let world = World::new(&[BASE, TARGET, TABLE, ("project.yaml", &of_one)], Some(ASSESSMENT));
    assert_eq!(plans(&world, &usual()).unwrap()[0].method.as_ref().unwrap().as_str(), "project");
}

#[test]
fn the_project_for_most_of_the_targets_serves_and_of_two_alike_none() {
    let assessment = ASSESSMENT.replace("[target:1]", "[target:1, second:1]");
    let third = ("third.yaml", "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"1\": Alone\n");
    let method = |id: &str, clauses: &str| {
        format!("xwalk: method/1\nid: {id}\ntitle: T\nsteps:\n  a: {{ title: A, clauses: [{clauses}] }}\n")
    };
    let methods = |other: &str| {
        let (one, other) = (method("one", "\"target:1/1\", \"second:1/1\""), method("other", other));
        let world = World::new(
            &[BASE, TARGET, TABLE, SECOND, TO_SECOND[0], third, ("one.yaml", &one), ("other.yaml", &other)],
            Some(&assessment),
        );
        let plans = plans(&world, &usual()).unwrap();
        plans.into_iter().map(|plan| plan.method.map(|method| method.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(methods("\"target:1/1\", \"third:1/1\""), [Some("one".to_owned())]);
    assert_eq!(methods("\"target:1/1\", \"second:1/2\""), [None]);
}

fn under_way() -> World {
    let progress =
        "progress:\n  way:\n    a: done\n    b: { state: under-way, since: 2026-10-01, note: Slowly. }\n    e: done\n";
    let method = METHOD.1.replace("d: { title: Close,", "d: { title: Close, mandatory: unsaid,");
    World::new(&[BASE, TARGET, TABLE, ("way.yaml", &method)], Some(&format!("{ASSESSMENT}{progress}")))
}

#[test]
fn how_far_steps_have_come_is_reported_and_what_is_open_of_done_ones() {
    let answer = told(&under_way());
    assert_eq!(answer["lead"][2], "Of 5 steps, 2 are done and 1 is under way.");
    assert_eq!(answer["lead"][3], "Reported as done, but requirements are open: step a Prepare (2).");
    let nothing = serde_json::Value::Null;
    let text = |text: &str| serde_json::Value::from(text);
    assert_eq!(
        column(&answer, "steps", "state"),
        [text("done"), text("under-way"), nothing.clone(), nothing.clone(), text("done")]
    );
    assert_eq!(column(&answer, "steps", "since")[1], "2026-10-01");
    assert_eq!(column(&answer, "steps", "remark")[1], "Slowly.");
    let document = under_way().ask(|case| usual().document(case).unwrap());
    let states: Vec<Option<StepState>> = document.schedule().unwrap().tasks.iter().map(|task| task.state).collect();
    let sections: Vec<&str> = document.schedule().unwrap().tasks.iter().map(|task| task.section.as_str()).collect();
    // Eight tasks, of which nobody says how far they have come; then c, d and e, on which nothing is open.
    assert_eq!(states, [None, None, None, None, None, None, None, None, None, None, Some(StepState::Done)]);
    assert_eq!((sections[0], sections[2]), ("first: a Prepare (done)", "second: b Build (under way)"));
    let shown = written(document, &Markdown);
    for line in [
        "## a Prepare (done)",
        "*State:* done, but 2 requirements of this step are open",
        "*State:* under way since 2026-10-01. Slowly.",
        "## e Tell everybody (done)",
    ] {
        assert_eq!(shown.lines().filter(|shown| *shown == line).count(), 1, "{line} in\n{shown}");
    }
}

#[test]
fn where_no_progress_is_stated_nothing_is_said_of_it() {
    let world = World::new(&[BASE, TARGET, TABLE, METHOD], Some(ASSESSMENT));
    let answer = told(&world);
    assert!(!answer["lead"].to_string().contains("Of 5 steps"), "{}", answer["lead"]);
    let document = world.ask(|case| usual().document(case).unwrap());
    assert!(!written(document, &Markdown).contains("State"));
}

#[test]
fn a_step_of_which_nobody_says_whether_it_is_mandatory_is_neither() {
    let answer = told(&under_way());
    let (yes, no, unsaid) = (serde_json::Value::from(true), serde_json::Value::from(false), serde_json::Value::Null);
    assert_eq!(column(&answer, "steps", "mandatory"), [yes.clone(), yes.clone(), yes, unsaid, no]);
}

/// The sentences above a plan.
fn lead(assessment: &str) -> Vec<String> {
    World::new(&[BASE, TARGET, TABLE, METHOD], Some(assessment))
        .ask(|case| usual().document(case).unwrap().lead.iter().map(ToString::to_string).collect())
}

#[test]
fn the_effort_of_a_heading_is_in_the_plan_once_or_is_said_not_to_be() {
    let stated =
        |statuses: &str| format!("xwalk: assessment/1\norganization: Us\ntargets: [target:1]\nstatuses:\n{statuses}");
    // Four requirements stand below 2, and nobody says how much each of them takes.
    let shared = stated("  target:1:\n    \"2\": { status: not-implemented, effort: 10 }\n");
    let told = "Effort stated on a heading applies to all requirements below it together. It is not divided among the tasks and not included in the plan: target:1 2 (10).";
    assert!(lead(&shared).contains(&told.to_owned()), "{:?}", lead(&shared));
    assert_eq!(plan(&[BASE, TARGET, TABLE, METHOD], &shared).effort(), PersonDays::whole(0));
    // The others say something of their own, so that 2.4 is all that the heading stands for.
    let only = stated(
        "  target:1:\n    \"2\": { status: not-implemented, effort: 10 }\n    \"2.1\": implemented\n    \"2.2\": implemented\n    \"2.3\": implemented\n",
    );
    let planned = plan(&[BASE, TARGET, TABLE, METHOD], &only);
    assert_eq!(item(&planned, "target:1/2.4").effort, Some(PersonDays::whole(10)));
    assert!(item(&planned, "target:1/2.4").has_own_effort);
    assert_eq!(planned.effort(), PersonDays::whole(10));
    assert!(lead(&only).iter().all(|sentence| !sentence.contains("shared out")), "{:?}", lead(&only));
}
