//! The question `plan` where it tells of time, of a budget and of an earlier plan, with answers counted by hand.

use xwalk::deliver::{Plan, PlanBaseline, Plans, TaskChange};
use xwalk::model::PersonDays;
use xwalk::query::{Action, AssessedQuestion};
use xwalk::render::Json;
use xwalk::report::{Cell, Tone};

use super::common::{World, clause};
use super::plan::written;
use super::{BASE, TABLE, TARGET};

/// Five clauses of which 3 comes after 1, 4 after 1 and 2, and 5, which stands under a heading, after 4.
const ORDERED: (&str, &str) = (
    "ordered.yaml",
    r#"
xwalk: catalog/1
id: o:1
title: Ordered
aliases: [Standard O:2024]
clauses:
  "1": Risks
  "2": Scope
  "3": { title: Controls, after: "1" }
  "4": { title: Records, after: ["1", "2"] }
  "C": { title: Last, after: "4" }
  "C.5": Review
"#,
);

/// Ann has five days a week, Bob half of that: his 2.5 days take five.
const TWO_OWNERS: &str = r#"
xwalk: assessment/1
organization: Us
targets: [o:1]
capacity: { Ann: 5, Bob: 2.5, Cy: 1 }
days-off: [2027-01-15]
statuses:
  o:1:
    "1": { status: planned, owner: Ann, effort: 3 }
    "2": { status: planned, owner: Bob, effort: 2.5 }
    "3": { status: planned, owner: Ann, effort: 4 }
    "4": { status: planned, owner: Bob, effort: 0.5 }
    "C.5": { status: planned, owner: Ann, effort: 2 }
"#;

fn plans(world: &World, plan: &Plan) -> Plans {
    world.ask(|case| plan.ask(case)).unwrap()
}

fn lead(world: &World, plan: &Plan) -> Vec<String> {
    let document = world.ask(|case| plan.document(case).unwrap());
    document.lead.iter().map(ToString::to_string).collect()
}

fn starting(day: &str) -> Plan {
    Plan { start: Some(day.parse().unwrap()), ..Plan::default() }
}

#[test]
fn five_tasks_of_two_owners_are_placed_as_by_hand() {
    let plans = plans(&World::new(&[ORDERED], Some(TWO_OWNERS)), &Plan::default());
    let times: Vec<(String, f64, f64, f64)> = plans
        .items()
        .map(|item| {
            (
                item.clause.number.to_string(),
                item.timing.start.days(),
                item.timing.finish.days(),
                item.timing.slack.days(),
            )
        })
        .collect();
    let time = |number: &str, start: f64, finish: f64, slack: f64| (number.to_owned(), start, finish, slack);
    // From the start of each to the end: 1 takes 3 + 4 (3), 2 5 + 1 (4) + 2 (C.5), so 2 comes first, then 1, 3, 4, C.5.
    assert_eq!(
        times,
        [
            time("1", 0.0, 3.0, 0.0),
            time("2", 0.0, 5.0, 1.0),
            time("3", 3.0, 7.0, 0.0),
            time("4", 5.0, 6.0, 1.0),
            time("C.5", 7.0, 9.0, 0.0),
        ]
    );
    let before: Vec<Vec<String>> =
        plans.items().map(|item| item.prerequisites.iter().map(|clause| clause.number.to_string()).collect()).collect();
    assert_eq!(before, [vec![], vec![], vec!["1"], vec!["1", "2"], vec!["4"]]);
}

#[test]
fn the_finish_is_a_day_of_the_calendar_where_the_start_is_known() {
    let world = World::new(&[ORDERED], Some(TWO_OWNERS));
    // Nine working days from Monday the 11th on, without Friday the 15th and two weekends.
    assert_eq!(
        lead(&world, &starting("2027-01-11"))[3],
        "Start 2027-01-11, finish 2027-01-22: 9 working days. 3 tasks are on the critical path."
    );
    assert_eq!(
        lead(&world, &Plan::default())[3],
        "Start on day 1, finish on day 9: 9 working days. 3 tasks are on the critical path."
    );
    assert!(
        lead(&world, &Plan::default())
            .contains(&"A capacity is stated for Cy, but this name owns no task with an effort.".into())
    );
    let document = world.ask(|case| starting("2027-01-11").document(case).unwrap());
    let answer: serde_json::Value = serde_json::from_str(&written(document, &Json)).unwrap();
    let last = &answer["answer"][4];
    assert_eq!((&last["first_day"], &last["last_day"]), (&"2027-01-21".into(), &"2027-01-22".into()));
    assert_eq!((&last["slack"], &last["critical"]), (&0.0.into(), &true.into()));
}

#[test]
fn what_is_not_estimated_takes_no_time_and_is_counted_as_such() {
    let assessment = TWO_OWNERS.replace(", owner: Ann, effort: 4", "");
    let world = World::new(&[ORDERED], Some(&assessment));
    // Without 3 the longest is 2, 4 and C.5: 5 + 1 + 2.
    assert_eq!(
        lead(&world, &Plan::default())[3],
        "Start on day 1, finish on day 8: 8 working days, not counting 1 task that is not estimated. 3 tasks are on the critical path."
    );
    let taken = Plan { default_effort: Some(PersonDays::whole(6)), ..Plan::default() };
    let sentences = lead(&world, &taken);
    assert_eq!(sentences[3], "1 task has no estimate of its own and is counted as 6 person-days.");
    // It has no owner, and nobody said how much time there is for such: 3 days, then 6.
    assert_eq!(sentences[4], "Start on day 1, finish on day 9: 9 working days. 2 tasks are on the critical path.");
    assert!(sentences[5].starts_with("No capacity is stated for tasks without an owner:"), "{sentences:?}");
}

#[test]
fn the_order_of_a_methods_steps_comes_before_what_a_catalog_says() {
    let method = (
        "way.yaml",
        "xwalk: method/1\nid: way\ntitle: W\nfor: o:1\nsteps:\n  a: { title: A, clauses: [\"3\"] }\n  b: { title: B, after: [a], clauses: [\"1\", \"2\", \"4\", \"C\"] }\n",
    );
    let world = World::new(&[ORDERED, method], Some(TWO_OWNERS));
    let plans = plans(&world, &Plan::default());
    assert_eq!(plans.pace.conflicts, [(clause("o:1/1"), clause("o:1/3"))]);
    let sentence = "Not possible, because the order of the steps or of other tasks requires the opposite: Standard O:2024 1 before Standard O:2024 3.";
    assert!(lead(&world, &Plan::default()).contains(&sentence.to_owned()));
}

#[test]
fn several_targets_are_one_plan_and_one_named_twice_is_one() {
    let second = ("second.yaml", "xwalk: catalog/1\nid: second:1\ntitle: S\nclauses:\n  \"1\": Alone\n");
    let world = World::new(&[ORDERED, second], Some(TWO_OWNERS));
    let asked = Plan { target: vec!["o:1".into(), "second:1".into(), "o:1".into()], ..Plan::default() };
    let plans = plans(&world, &asked);
    let targets: Vec<(&str, usize)> =
        plans.summaries.iter().map(|summary| (summary.target.as_str(), summary.tasks)).collect();
    assert_eq!((plans.plans.len(), targets), (1, vec![("o:1", 5), ("second:1", 1)]));
}

/// As in `plan`: 1.3 (3 days) completes 1.3; 2.2 (5 days) completes 1.4 and improves 2.1, which then is 2 days; 1.2 is 2 days.
const ASSESSMENT: &str = r#"
xwalk: assessment/1
organization: Us
targets: [target:1]
effort: { extend: 2, verify: 0.5, implement: 3, assess: 0.5, build: 8 }
statuses:
  base:1:
    "1.1": implemented
    "1.2": implemented
    "1.3": { status: partial, owner: Bob, due: 2027-01-15, effort: 3 }
    "2.1": implemented
    "2.2": { status: not-implemented, owner: Ann, due: 2027-03-01, effort: 5 }
"#;

#[test]
fn a_budget_takes_what_brings_most_with_all_that_it_depends_on() {
    let world = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let budget = |days| {
        let budget = world.ask(|case| Plan::default().budgeted(case, PersonDays::whole(days))).unwrap();
        let tasks: Vec<String> = budget.tasks.iter().map(|task| task.clause.to_string()).collect();
        (tasks, budget)
    };
    // Of eight requirements: 2.2 of the base 1/2 + 1/2, then 2.1 1/2, and 1.2 1/2, for 5 + 2 + 2 days.
    let (tasks, nine) = budget(9);
    assert_eq!(tasks, ["base:1/2.2", "target:1/1.2", "target:1/2.1"]);
    assert!((nine.gain - 0.25).abs() < 1e-9 && nine.is_best);
    let last = nine.tasks.last().unwrap();
    assert_eq!(last.total, PersonDays::whole(9));
    // 1.1 is in place; 1.2, 1.4 and 2.1 with it then.
    assert_eq!((nine.targets[0].1.full, nine.targets[0].2.full), (1, 4));
    assert_eq!(budget(1).0, Vec::<String>::new());
    let two = budget(2);
    assert_eq!(two.0, ["target:1/1.2"]);
}

#[test]
fn what_has_become_of_an_earlier_plan_is_said_of_each_task() {
    let before = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let now = ASSESSMENT
        .replace("\"1.1\": implemented", "\"1.1\": planned")
        .replace("\"1.3\": { status: partial, owner: Bob, due: 2027-01-15, effort: 3 }", "\"1.3\": implemented")
        .replace("due: 2027-03-01", "due: 2027-06-01");
    let now = World::new(&[BASE, TARGET, TABLE], Some(&now));
    let earlier = PlanBaseline::of(&plans(&before, &Plan::default()));
    let progress = now.ask(|case| Plan::default().progress_since(case, &earlier)).unwrap();
    let changes = |change: TaskChange| -> Vec<String> {
        progress.iter().filter(|task| task.change == change).map(|task| task.clause.to_string()).collect()
    };
    assert_eq!(changes(TaskChange::Done), ["base:1/1.3"]);
    assert_eq!(changes(TaskChange::New), ["base:1/1.1"]);
    // 2.1 of the target is due when 2.2 of the base is.
    assert_eq!(changes(TaskChange::Slipped), ["base:1/2.2", "target:1/2.1"]);
    assert_eq!(changes(TaskChange::Open).len(), 5);
    let written = written(before.ask(|case| Plan::default().document(case).unwrap()), &Json);
    let kept = PlanBaseline::from_json(&written).unwrap();
    let again = now.ask(|case| Plan::default().progress_since(case, &kept)).unwrap();
    let told = |progress: &[xwalk::deliver::TaskProgress]| -> Vec<_> {
        progress.iter().map(|task| (task.clause.clone(), task.change, task.due_before, task.effort_before)).collect()
    };
    assert_eq!(told(&again), told(&progress), "what was written says the same as the assessment");
    let document = now.ask(|case| Plan::default().document_since(case, Some(&earlier)).unwrap());
    let sentence = "Since the baseline: 1 done, 2 due later than before, 1 new and 5 open as before.";
    assert!(document.lead.iter().any(|known| known == sentence), "{:?}", document.lead);
    // 3 days of 1.3 are done, and 3 of 1.1 have come.
    assert!(document.lead.contains(&"Remaining effort: 30.5 person-days; at the baseline: 30.5 person-days.".into()));
}

#[test]
fn a_task_that_loses_its_due_date_is_not_said_to_be_later() {
    let before = World::new(&[BASE, TARGET, TABLE], Some(ASSESSMENT));
    let now = World::new(&[BASE, TARGET, TABLE], Some(&ASSESSMENT.replace(", due: 2027-01-15", "")));
    let earlier = PlanBaseline::of(&plans(&before, &Plan::default()));
    let progress = now.ask(|case| Plan::default().progress_since(case, &earlier)).unwrap();
    let changes = |change: TaskChange| progress.iter().filter(|task| task.change == change).count();
    assert_eq!((changes(TaskChange::Slipped), changes(TaskChange::Undated)), (0, 1));
}

/// 100000 person-days at a hundredth of a person-day a week are 10 million weeks.
#[test]
fn a_plan_that_ends_after_the_last_date_is_refused_with_its_place() {
    let text = TWO_OWNERS.replace("Bob: 2.5", "Bob: 0.01").replace("effort: 2.5", "effort: 100000");
    let world = World::new(&[ORDERED], Some(&text));
    let refused = |plan: &Plan| world.ask(|case| plan.ask(case)).unwrap_err().message;
    let why = "Standard O:2024 2 takes 100000 person-days, and Bob has 0.01 a week";
    let message = refused(&starting("2027-01-11"));
    assert!(message.starts_with(&format!("the plan would end after 9999-12-31: {why} (")), "{message}");
    assert!(message.ends_with(":5:21)"), "{message}");
    let message = refused(&Plan::default());
    assert!(message.starts_with(&format!("the plan would take more than 10000000 working days: {why} (")), "{message}");
    // Bob alone has 100000 weeks of five days for 2, then half a week for 4; Ann has 2 days for C.5.
    let text = TWO_OWNERS.replace("Bob: 2.5", "Bob: 1").replace("effort: 2.5", "effort: 100000");
    let world = World::new(&[ORDERED], Some(&text));
    assert_eq!(plans(&world, &starting("2027-01-11")).pace.length.days(), 500_004.5);
}

#[test]
fn what_is_no_plan_is_refused() {
    assert!(PlanBaseline::from_json("{").is_err());
    assert_eq!(
        PlanBaseline::from_json(r#"{"command": "gap", "answer": []}"#),
        Err("it is the output of gap".to_owned())
    );
    let unnamed = r#"{"command": "plan", "answer": [{"clause": "4.1", "title": "A"}]}"#;
    assert_eq!(PlanBaseline::from_json(unnamed), Err("4.1 is not a clause".to_owned()));
}

#[test]
fn a_task_that_ends_after_its_day_is_marked_and_said() {
    // Two days of work at two a week are five working days: from Monday the 21st to the 29th, Christmas being off.
    let stated = r#"
xwalk: assessment/1
organization: Us
targets: [o:1]
capacity: { Ann: 2, Bob: 5 }
days-off: [2026-12-24, 2026-12-25]
statuses:
  o:1:
    "1": { status: planned, owner: Ann, effort: 2, due: 2026-12-23 }
    "2": { status: planned, owner: Bob, effort: 1, due: 2026-12-21 }
    "3": implemented
    "4": implemented
    "C.5": { status: planned, owner: Bob, effort: 1, due: 2026-12-01 }
"#;
    let world = World::new(&[ORDERED], Some(stated));
    let said = lead(&world, &starting("2026-12-21")).join(" ");
    assert!(
        said.contains("2 tasks finish after their due dates: Standard O:2024 1 and Standard O:2024 C.5."),
        "{said}"
    );
    let document = world.ask(|case| starting("2026-12-21").document(case).unwrap());
    let column = |name: &str, key: &str| {
        let table = document.tables().find(|table| table.name == name).unwrap();
        let at = table.headings.iter().position(|heading| heading.key == key).unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect::<Vec<_>>()
    };
    let late = |day: &str| Cell::word(format!("{day} (late)"), Tone::Bad);
    let due = column("timetable", "due");
    assert!(due.contains(&late("2026-12-23")) && due.contains(&late("2026-12-01")), "{due:?}");
    assert!(due.contains(&Cell::Day("2026-12-21".parse().unwrap())), "{due:?}");
    assert_eq!(column("answer", "late").iter().filter(|cell| **cell == Cell::Boolean(true)).count(), 2);
    let schedule = document.schedule().unwrap();
    assert_eq!(schedule.tasks.iter().filter(|task| task.is_late).count(), 2);
    assert_eq!(schedule.deadlines.iter().filter(|deadline| deadline.is_missed).count(), 2);
    // Without a day on which the work starts nothing can be compared.
    assert!(!lead(&world, &Plan::default()).join(" ").contains("due date"));
}

#[test]
fn the_lead_adds_up_all_targets_and_says_what_the_table_counts() {
    let world = World::new(
        &[BASE, TARGET, TABLE, ORDERED],
        Some(
            "xwalk: assessment/1\norganization: Us\ntargets: [target:1, o:1]\nstatuses:\n  base:1: { \"1.1\": implemented, \"1.3\": partial }\n",
        ),
    );
    let plans = plans(&world, &Plan::default());
    let said = lead(&world, &Plan::default()).join(" ");
    let all = format!("All targets together: {} tasks", plans.items().count());
    assert!(said.contains(&all) && said.contains("counted once, under the first of them"), "{said}");
    assert!(said.contains("Tasks to verify and to assess show what is in place and add nothing"), "{said}");
    // Of one target the other sentences say all of it.
    let one = Plan { target: vec!["o:1".to_owned()], ..Plan::default() };
    assert!(!lead(&world, &one).join(" ").contains("together"));
}

#[test]
fn a_base_clause_that_is_partly_in_place_is_to_be_extended() {
    let world = World::new(
        &[BASE, TARGET, TABLE],
        Some(
            "xwalk: assessment/1\norganization: Us\ntargets: [target:1]\neffort: { extend: 1, implement: 7 }\nstatuses:\n  base:1: { \"1.3\": partial, \"2.2\": planned }\n",
        ),
    );
    let plans = plans(&world, &Plan::default());
    let found = |id: &str| plans.items().find(|item| item.clause == clause(id)).map(|item| (item.action, item.effort));
    assert_eq!(found("base:1/1.3"), Some((Action::Extend, Some(PersonDays::whole(1)))));
    assert_eq!(found("base:1/2.2"), Some((Action::Implement, Some(PersonDays::whole(7)))));
}
