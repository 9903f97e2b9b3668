//! The shapes of tables.

use xwalk::audit::{ChapterState, shapes};

use crate::{flat, look, row, table};

const EDITION: &str = "xwalk: catalog/1\nid: b:1\ntitle: Made\nclauses:\n  \"0\": { title: Scope, kind: informative }\n  \"4\": Chapter\n  \"4.1\": One\n  \"4.2\": Two\n  \"5\": Chapter\n  \"5.1\": One\n  \"6\": Alone\n  \"7\": Alone\n";

#[test]
fn rows_are_counted_by_what_they_say_and_where_they_end() {
    let rows = [
        row("1", "4", "full, reverse: partial, confidence: high"),
        row("1", "4.1", "partial, add: Do it"),
        row("2", "4.1", "partial, add: \" \""),
        "from: [\"2\", \"3\"], to: \"4.1\", relation: full".to_owned(),
        row("3", "4.2", "related"),
        "to: \"6\", relation: none, note: why".to_owned(),
    ];
    let files = [flat("a:1", 4), ("b.yaml".to_owned(), EDITION.to_owned()), table("t", ["a:1", "b:1"], "", &rows)];
    look(&files, |audited| {
        let shape = &shapes(audited)[0];
        assert_eq!(shape.strengths.map(|(_, count)| count), [2, 2, 1, 1]);
        assert_eq!(shape.confidences.map(|(_, amount)| (amount.count, amount.of)), [(1, 6), (5, 6), (0, 6)]);
        let amounts = [shape.with_add, shape.with_reverse, shape.at_headings, shape.joint];
        assert_eq!(amounts.map(|amount| (amount.count, amount.of)), [(1, 2), (1, 4), (1, 6), (1, 6)]);
        assert_eq!(shape.twice, 1, "2 and 4.1");
        assert!(shape.fans.is_empty());
    });
}

#[test]
fn a_chapter_that_nobody_looked_at_is_distinguished_from_one_without_a_counterpart() {
    let rows = [
        row("1", "4.2", "related"),
        "to: \"4.1\", relation: none".to_owned(),
        "to: \"5.1\", relation: none, note: It is about ships".to_owned(),
        row("2", "6", "none"),
    ];
    let head = "unrelated: { \"3\": It is about trains }\n";
    let files = [flat("a:1", 4), ("b.yaml".to_owned(), EDITION.to_owned()), table("t", ["a:1", "b:1"], head, &rows)];
    look(&files, |audited| {
        let shape = &shapes(audited)[0];
        let states = |at: usize| {
            let chapters = shape.chapters[at].iter();
            chapters
                .map(|chapter| (chapter.clause.number.to_string(), chapter.requirements, chapter.state))
                .collect::<Vec<_>>()
        };
        let state = |number: &str, requirements: usize, state: ChapterState| (number.to_owned(), requirements, state);
        assert_eq!(
            states(0),
            [
                state("1", 1, ChapterState::Mapped),
                state("2", 1, ChapterState::NoCounterpart),
                state("3", 1, ChapterState::NoCounterpartWithReason),
                state("4", 1, ChapterState::NotMapped),
            ]
        );
        assert_eq!(
            states(1),
            [
                state("4", 2, ChapterState::Mapped),
                state("5", 1, ChapterState::NoCounterpartWithReason),
                state("6", 1, ChapterState::NoCounterpart),
                state("7", 1, ChapterState::NotMapped),
            ]
        );
    });
}

#[test]
fn one_requirement_without_a_counterpart_says_nothing_of_those_beside_it() {
    let state = |none: &[&str]| {
        let rows: Vec<String> = none.iter().map(|to| format!("to: \"{to}\", relation: none")).collect();
        let files = [flat("a:1", 4), ("b.yaml".to_owned(), EDITION.to_owned()), table("t", ["a:1", "b:1"], "", &rows)];
        look(&files, |audited| shapes(audited)[0].chapters[1][0].state)
    };
    assert_eq!(state(&["4.1"]), ChapterState::NotMappedInPart);
    assert_eq!(state(&["4.1", "4.2"]), ChapterState::NoCounterpart);
    assert_eq!(state(&["4"]), ChapterState::NoCounterpart);
}

#[test]
fn a_clause_with_rows_to_half_of_an_edition_and_to_ten_requirements_is_a_fan() {
    let fans = |rows: usize, of: usize| {
        let rows: Vec<String> = (1..=rows).map(|n| row(1, n, "partial")).collect();
        let files = [flat("a:1", 2), flat("b:1", of), table("t", ["a:1", "b:1"], "", &rows)];
        look(&files, |audited| {
            let fans = &shapes(audited)[0].fans;
            fans.iter()
                .map(|fan| (fan.clause.to_string(), fan.requirements.count, fan.requirements.of))
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(fans(10, 20), [("a:1/1".to_owned(), 10, 20)]);
    assert_eq!(fans(10, 21), []);
    assert_eq!(fans(9, 9), []);
    // From the other side as well: many clauses lead to one.
    let rows: Vec<String> = (1..=12).map(|n| row(n, 2, "partial")).collect();
    let files = [flat("a:1", 12), flat("b:1", 3), table("t", ["a:1", "b:1"], "", &rows)];
    look(&files, |audited| assert_eq!(shapes(audited)[0].fans[0].clause.to_string(), "b:1/2"));
}
