//! Tables that have their ends swapped.

use xwalk::audit::{Sign, swapped};

use crate::{flat, look, row, table};

fn told(tables: Vec<(String, String)>) -> Vec<String> {
    let files: Vec<(String, String)> = [flat("a:1", 9), flat("b:1", 9)].into_iter().chain(tables).collect();
    look(&files, |audited| {
        let line = |swapped: xwalk::audit::Swapped<'_>| {
            let sign = match swapped.sign {
                Sign::Strengths => "strengths",
                Sign::Advice => "advice",
            };
            format!("{} {} {sign} {} {}", swapped.table.id, swapped.other.id, swapped.rows.len(), swapped.against)
        };
        swapped(audited).into_iter().map(line).collect()
    })
}

fn rows(count: usize, rest: &str) -> Vec<String> {
    (1..=count).map(|n| row(n, n, rest)).collect()
}

#[test]
fn strengths_that_agree_only_when_the_ends_are_swapped_show_it_from_three_pairs_on() {
    let tables = |count: usize, more: &[String]| {
        let mut own = rows(count, "full, reverse: partial");
        own.extend(more.iter().cloned());
        let mut other = rows(count, "partial, reverse: full");
        other.extend(more.iter().cloned());
        vec![table("t", ["a:1", "b:1"], "", &own), table("u", ["a:1", "b:1"], "", &other)]
    };
    assert_eq!(told(tables(3, &[])), ["u t strengths 3 0"]);
    assert_eq!(told(tables(2, &[])), [""; 0]);
    // Equal and overlapping pairs say nothing of the direction, one that is full one way in both does.
    assert_eq!(told(tables(3, &[row(8, 8, "full, reverse: full"), row(9, 9, "partial")])), ["u t strengths 3 0"]);
    assert_eq!(told(tables(3, &[row(9, 9, "full, reverse: partial")])), [""; 0]);
}

#[test]
fn a_table_that_leads_the_other_way_is_turned_before_it_is_compared() {
    let own = table("t", ["a:1", "b:1"], "", &rows(4, "full, reverse: partial"));
    let right = table("u", ["b:1", "a:1"], "", &rows(4, "partial, reverse: full"));
    let wrong = table("u", ["b:1", "a:1"], "", &rows(4, "full, reverse: partial"));
    assert_eq!(told(vec![own.clone(), right]), [""; 0]);
    assert_eq!(told(vec![own, wrong]), ["u t strengths 4 0"]);
}

/// Two mappers who only differ: one says full, the other partial, and neither looked at the reverse.
#[test]
fn a_partial_row_that_leaves_its_reverse_open_shows_nothing() {
    let tables = |own: &str, other: &[String]| {
        vec![table("t", ["a:1", "b:1"], "", &rows(5, own)), table("u", ["a:1", "b:1"], "", other)]
    };
    let mut differing = rows(3, "partial");
    differing.extend([row(4, 4, "none"), row(5, 5, "none")]);
    assert_eq!(told(tables("full", &differing)), [""; 0]);
    assert_eq!(told(tables("full", &rows(5, "partial"))), [""; 0]);
    assert_eq!(told(tables("full, reverse: partial", &rows(5, "partial"))), [""; 0]);
    let back = vec![
        table("t", ["a:1", "b:1"], "", &rows(5, "partial, reverse: full")),
        table("u", ["b:1", "a:1"], "", &rows(5, "partial")),
    ];
    assert_eq!(told(back), [""; 0]);
    // The partial row states its reverse, so the full one need not.
    assert_eq!(told(tables("full", &rows(5, "partial, reverse: full"))), ["u t strengths 5 0"]);
    // A pair that contradicts whichever way the ends are speaks against it.
    let mut mixed = rows(4, "partial, reverse: full");
    mixed.push(row(5, 5, "none"));
    assert_eq!(told(tables("full", &mixed)), [""; 0]);
}

#[test]
fn the_same_advice_for_both_sides_shows_it() {
    let with = |count: usize, words: &str| {
        (1..=count).map(|n| row(n, n, &format!("partial, add: {words} {n}"))).collect::<Vec<_>>()
    };
    let own = table("t", ["a:1", "b:1"], "", &with(5, "Do"));
    let mut mixed = with(3, "Do");
    mixed.extend((4..=5).map(|n| row(n, n, &format!("partial, add: Other {n}"))));
    assert_eq!(told(vec![own.clone(), table("u", ["b:1", "a:1"], "", &mixed)]), ["u t advice 3 2"]);
    // In the same direction the same advice is no more than the same advice.
    assert_eq!(told(vec![own.clone(), table("u", ["a:1", "b:1"], "", &mixed)]), [""; 0]);
    assert_eq!(told(vec![own, table("u", ["b:1", "a:1"], "", &with(2, "Do"))]), [""; 0]);
}
