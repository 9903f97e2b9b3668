//! What rows that contradict each other have to do with each other.

use xwalk::audit::{ContradictionKind, Contradictions};

use crate::{flat, look, row, table};

/// An edition with the chapters 4 and 5, each with two clauses.
fn chapters(id: &str) -> (String, String) {
    let clauses = "{ \"4\": Chapter, \"4.1\": One, \"4.2\": Two, \"5\": Chapter, \"5.1\": One, \"5.2\": Two }";
    let text = format!("xwalk: catalog/1\nid: {id}\ntitle: Made\nclauses: {clauses}\n");
    (format!("{}.yaml", id.replace(':', "-")), text)
}

fn kinds(tables: Vec<(String, String)>) -> Vec<(ContradictionKind, usize)> {
    let editions = [flat("a:1", 3), flat("b:1", 3), flat("c:1", 3), flat("d:1", 3), chapters("x:1"), chapters("y:1")];
    let files: Vec<_> = editions.into_iter().chain(tables).collect();
    look(&files, |audited| {
        Contradictions::of(audited).found.iter().map(|found| (found.kind, found.rows.len())).collect()
    })
}

#[test]
fn two_rows_on_one_pair_are_one_pair() {
    let rows = [row(1, 1, "full, reverse: full"), row(1, 1, "full, reverse: partial")];
    let tables = vec![table("t", ["a:1", "b:1"], "", &rows[..1]), table("u", ["a:1", "b:1"], "", &rows[1..])];
    assert_eq!(kinds(tables), [(ContradictionKind::OnePair, 2)]);
}

#[test]
fn a_row_to_a_heading_and_one_to_a_clause_of_it_are_heading_against_clause() {
    let rows = [row(1, "4", "none"), row(1, "4.1", "partial")];
    assert_eq!(kinds(vec![table("t", ["a:1", "x:1"], "", &rows)]), [(ContradictionKind::HeadingAgainstClause, 2)]);
}

#[test]
fn more_rows_with_a_heading_between_them_are_a_longer_cycle() {
    // a/1 shares something with x/4.1, which is in x/4, which b/1 covers; a/1 and b/1 share nothing.
    let tables = vec![
        table("a--x", ["a:1", "x:1"], "", &[row(1, "4.1", "partial")]),
        table("b--x", ["b:1", "x:1"], "", &[row(1, "4", "full")]),
        table("a--b", ["a:1", "b:1"], "", &[row(1, 1, "none")]),
    ];
    assert_eq!(kinds(tables), [(ContradictionKind::LongerCycle, 3)]);
}

#[test]
fn a_clause_that_is_equal_to_two_clauses_of_one_edition_is_equal_twice() {
    // a/1 is x/4.1 and x/5.1, but a/1 contains x/4 and more than that.
    let rows = [row(1, "4.1", "full, reverse: full"), row(1, "5.1", "full, reverse: full")];
    let tables = vec![
        table("a--x", ["a:1", "x:1"], "", &rows),
        table("x--y", ["x:1", "y:1"], "", &[row("4.1", "4.1", "full"), row("5.1", "4.1", "none")]),
    ];
    assert_eq!(kinds(tables), [(ContradictionKind::EqualTwice, 4)]);
}

#[test]
fn three_rows_between_three_clauses_are_a_triangle_and_more_a_longer_cycle() {
    let inside = |id: &str, ends: [&str; 2]| table(id, ends, "", &[row(1, 1, "full, reverse: partial")]);
    let three = vec![inside("a--b", ["a:1", "b:1"]), inside("b--c", ["b:1", "c:1"]), inside("c--a", ["c:1", "a:1"])];
    assert_eq!(kinds(three), [(ContradictionKind::Triangle, 3)]);
    let four = vec![
        inside("a--b", ["a:1", "b:1"]),
        inside("b--c", ["b:1", "c:1"]),
        inside("c--d", ["c:1", "d:1"]),
        inside("d--a", ["d:1", "a:1"]),
    ];
    assert_eq!(kinds(four), [(ContradictionKind::LongerCycle, 4)]);
}

#[test]
fn rows_that_share_something_against_one_that_says_none_are_none_against_shared() {
    let tables = vec![
        table("a--b", ["a:1", "b:1"], "", &[row(1, 1, "full")]),
        table("b--c", ["b:1", "c:1"], "", &[row(1, 1, "full")]),
        table("a--c", ["a:1", "c:1"], "", &[row(1, 1, "none")]),
    ];
    assert_eq!(kinds(tables), [(ContradictionKind::NoneAgainstShared, 3)]);
}

#[test]
fn a_conflict_with_a_joint_row_is_one_of_a_joint_row_with_headings_or_without() {
    let joint = "from: [\"1\", \"2\"], to: \"1\", relation: full".to_owned();
    let without =
        vec![table("a--b", ["a:1", "b:1"], "", &[joint]), table("b--a", ["b:1", "a:1"], "", &[row(1, 1, "none")])];
    assert_eq!(kinds(without), [(ContradictionKind::JointRow, 2)]);
    let joint = "from: [\"1\", \"2\"], to: \"4.1\", relation: full".to_owned();
    let with =
        vec![table("a--x", ["a:1", "x:1"], "", &[joint]), table("x--a", ["x:1", "a:1"], "", &[row("4", 1, "none")])];
    assert_eq!(kinds(with), [(ContradictionKind::JointRow, 2)]);
}
