//! Several dates on a small world, counted by hand.

use jiff::civil::{Date, date};
use xwalk::deliver::{Moment, Trend};
use xwalk::report::{Cell, Document, Part, Plot};

use super::BASE;
use super::common::World;

const FIRST: &str = r#"
xwalk: assessment/1
organization: Us
targets: [base:1]
statuses:
  base:1:
    "1.1": { status: planned, due: 2026-02-01 }
    "1.2": { status: partial, due: 2026-06-30 }
    "1.3": not-implemented
    "2.1": implemented
"#;

/// 1.1 is done, and 1.3 has a day that has passed.
const SECOND: &str = r#"
xwalk: assessment/1
organization: Us
targets: [base:1]
statuses:
  base:1:
    "1.1": implemented
    "1.2": { status: partial, due: 2026-06-30 }
    "1.3": { status: planned, due: 2026-05-01 }
    "2.1": implemented
"#;

const DATES: [Date; 2] = [date(2026, 1, 1), date(2026, 6, 30)];

/// Asks about the second date before the first.
fn asked<T>(ask: impl FnOnce(xwalk::query::Case<'_>, &[Moment<'_>]) -> T) -> T {
    let (first, second) = (World::new(&[BASE], Some(FIRST)), World::new(&[BASE], Some(SECOND)));
    let later = &second.assessment.as_ref().unwrap().0;
    first.ask(|case| {
        let moment = |date, assessment| Moment { date, assessment, file: case.file, commit: None };
        ask(case.case, &[moment(DATES[1], later), moment(DATES[0], case.assessment)])
    })
}

fn document() -> Document {
    asked(|case, moments| Trend::default().document(case, moments, &[]).unwrap())
}

#[test]
fn coverage_is_told_date_by_date() {
    let answer = asked(|case, moments| Trend::default().ask(case, moments).unwrap());
    let points = answer.points.iter().map(|point| {
        let tally = point.tally;
        (point.date, tally.applicable, tally.full, tally.partial, tally.presumed)
    });
    assert_eq!(points.collect::<Vec<_>>(), [(DATES[0], 6, 1, 1, 0), (DATES[1], 6, 2, 1, 0)]);
}

#[test]
fn assessments_of_one_date_stay_in_their_order_and_that_is_said() {
    let (first, second) = (World::new(&[BASE], Some(FIRST)), World::new(&[BASE], Some(SECOND)));
    let later = &second.assessment.as_ref().unwrap().0;
    first.ask(|case| {
        let moment = |assessment| Moment { date: DATES[0], assessment, file: case.file, commit: None };
        let moments = [moment(later), moment(case.assessment)];
        let full: Vec<usize> =
            Trend::default().ask(case.case, &moments).unwrap().points.iter().map(|point| point.tally.full).collect();
        assert_eq!(full, [2, 1]);
        let document = Trend::default().document(case.case, &moments, &[]).unwrap();
        let sentence = "Several assessments have the same date (2 of 2026-01-01); they are shown in the order in which they were given.";
        assert!(document.lead.iter().any(|line| line == sentence), "{:?}", document.lead);
    });
}

#[test]
fn open_items_burn_down_against_their_due_dates() {
    let answer = asked(|case, moments| Trend::default().ask(case, moments).unwrap());
    let open = answer
        .open
        .iter()
        .map(|items| (items.date, [items.open, items.overdue, items.later, items.undated, items.planned]));
    // At first 1.1, 1.2 and 1.3; by their days of then, 1.2 and 1.3, which had none, would be open at the end. Then 1.2, which is
    // due that day, and 1.3, which is late.
    assert_eq!(open.collect::<Vec<_>>(), [(DATES[0], [3, 0, 2, 1, 3]), (DATES[1], [2, 1, 1, 0, 2])]);
}

#[test]
fn what_is_open_at_the_end_stands_by_its_due_date() {
    let document = document();
    let due = document.tables().find(|table| table.name == "due").unwrap();
    assert_eq!(due.title, "Open statements by due date, as of 2026-06-30");
    let days: Vec<&Cell> = due.rows.iter().map(|row| &row[0]).collect();
    assert_eq!(days, [&Cell::Day(date(2026, 5, 1)), &Cell::Day(date(2026, 6, 30))]);
    let so_far: Vec<&Cell> = due.rows.iter().map(|row| &row[2]).collect();
    assert_eq!(so_far, [&Cell::Count(1), &Cell::Count(2)]);
}

#[test]
fn the_change_is_told_in_sentences_and_drawn() {
    let document = document();
    assert_eq!(
        document.lead[..2],
        [
            "Guaranteed coverage of base:1: 16.7 % of 6 requirements on 2026-01-01; 33.3 % of 6 requirements on 2026-06-30.",
            "Open statements: 3 on 2026-01-01; 2 on 2026-06-30, 1 of them overdue. An open statement says that a clause is partial, planned or not implemented. What a plan also lists, requirements without a statement, is not counted here.",
        ]
    );
    let plots: Vec<&Plot> =
        document.parts.iter().filter_map(|part| if let Part::Plot(plot) = part { Some(plot) } else { None }).collect();
    let [Plot::Lines(coverage), Plot::Lines(open)] = plots[..] else { panic!("two charts") };
    assert_eq!(coverage.lines[0].points, [(DATES[0], 1.0 / 6.0), (DATES[1], 2.0 / 6.0)]);
    assert_eq!(open.lines[1].points, [(DATES[0], 0.0), (DATES[1], 1.0)]);
}

#[test]
fn a_target_has_to_be_named_somewhere() {
    let unaimed = FIRST.replace("targets: [base:1]\n", "");
    let world = World::new(&[BASE], Some(&unaimed));
    world.ask(|case| {
        let moments = [Moment { date: DATES[0], assessment: case.assessment, file: case.file, commit: None }];
        let refusal = Trend::default().ask(case.case, &moments).unwrap_err();
        assert_eq!(refusal.message, "no assessment names a target under `targets`");
        let named = Trend { targets: vec!["base:1".to_owned()] };
        assert_eq!(named.ask(case.case, &moments).unwrap().points.len(), 1);
    });
}
