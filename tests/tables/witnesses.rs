//! How many tables stand behind the pairs of clauses.

use xwalk::audit::{Amount, Contradictions, Witnesses, cards, copies, shapes};

use crate::{flat, look, row};

/// A table that somebody of its own made.
fn table(id: &str, ends: [&str; 2], head: &str, rows: &[String]) -> (String, String) {
    crate::table(id, ends, &format!("mapper: maker of {id}\n{head}"), rows)
}

/// Of all pairs, how many are confirmed, how many of them independently; the same by table; and which pairs only by copies.
fn told(files: &[(String, String)]) -> Vec<String> {
    look(files, |audited| {
        let witnesses = Witnesses::of(audited, &copies(audited), &Contradictions::of(audited));
        let amounts = |confirmed: Amount, independent: Amount| {
            format!("{}/{} {}", confirmed.count, confirmed.of, independent.count)
        };
        let all = format!("all: {}", amounts(witnesses.confirmed, witnesses.independent));
        let tables = witnesses.tables.iter();
        let tables = tables.map(|of| format!("{}: {}", of.table.id, amounts(of.confirmed, of.independent)));
        let pairs = witnesses.dependent.iter().map(|pair| {
            let tables: Vec<&str> = pair.tables.iter().map(|table| table.id.as_str()).collect();
            format!("{} {}: {}", pair.one, pair.other, tables.join(" "))
        });
        [all].into_iter().chain(tables).chain(pairs).collect()
    })
}

fn with_tables(tables: Vec<(String, String)>) -> Vec<(String, String)> {
    [flat("a:1", 10), flat("b:1", 10), flat("c:1", 10)].into_iter().chain(tables).collect()
}

/// From n to n, for 1 to 10.
fn straight(rest: &str) -> Vec<String> {
    (1..=10).map(|n| row(n, n, rest)).collect()
}

#[test]
fn two_tables_confirm_each_other_in_whatever_direction_they_lead_and_what_shares_nothing_counts_nowhere() {
    let one = [row(1, 1, "full"), row(2, 2, "partial"), row(3, 3, "none"), row(4, 4, "related"), row(5, 5, "full")];
    let two = [row(1, 1, "partial"), row(3, 3, "none"), row(4, 4, "full"), row(5, 6, "full")];
    let files = with_tables(vec![table("one", ["a:1", "b:1"], "", &one), table("two", ["b:1", "a:1"], "", &two)]);
    // One relates 1-1, 2-2, 5-5; two relates 1-1, 4-4, and 5 of b to 6 of a.
    assert_eq!(told(&files), ["all: 1/5 1", "one: 1/3 1", "two: 1/3 1"]);
}

#[test]
fn two_tables_of_one_source_and_mapper_are_one_witness() {
    let rows = [row(1, 1, "full"), row(2, 2, "full")];
    let files = |mapper: &str| {
        let made = |id: &str, mapper: &str| crate::table(id, ["a:1", "b:1"], mapper, &rows);
        with_tables(vec![made("one", "mapper: Ann\n"), made("two", mapper)])
    };
    assert_eq!(told(&files("mapper: Ann\n"))[0], "all: 2/2 0");
    assert_eq!(told(&files("mapper: Bea\n"))[0], "all: 2/2 2");
    assert_eq!(told(&files(""))[0], "all: 2/2 2");
}

#[test]
fn what_says_that_it_was_composed_confirms_nothing_independently() {
    let rows = [row(1, 1, "full"), row(2, 2, "full")];
    let composed = [row(1, 1, "full, derived-from: other"), row(2, 2, "full")];
    let files = |head: &str| {
        with_tables(vec![
            table("one", ["a:1", "b:1"], "", &rows),
            table("other", ["a:1", "c:1"], "", &[row(9, 9, "full")]),
            table("two", ["a:1", "b:1"], head, &composed),
        ])
    };
    let by_row = ["all: 2/3 1", "one: 2/2 1", "other: 0/1 0", "two: 2/2 1", "a:1/1 b:1/1: one two"];
    assert_eq!(told(&files("")), by_row);
    let by_table =
        ["all: 2/3 0", "one: 2/2 0", "other: 0/1 0", "two: 2/2 0", "a:1/1 b:1/1: one two", "a:1/2 b:1/2: one two"];
    assert_eq!(told(&files("derived-from: [other]\n")), by_table);
    assert_eq!(told(&files("provenance: derived\n")), by_table);
}

#[test]
fn tables_that_repeat_each_other_are_one_witness_and_a_third_one_confirms_them() {
    let back = table("two", ["b:1", "a:1"], "", &straight("partial"));
    let again = table("three", ["a:1", "b:1"], "", &straight("partial"));
    let own = table("four", ["a:1", "b:1"], "", &[row(1, 1, "partial"), row(1, 2, "full")]);
    let first = table("first", ["a:1", "b:1"], "", &straight("partial"));
    let found = told(&with_tables(vec![first, back, again, own]));
    let of_tables = ["all: 10/11 1", "first: 10/10 1", "four: 1/2 1", "three: 10/10 1", "two: 10/10 1"];
    assert_eq!(found[..5], of_tables);
    assert_eq!(found[5], "a:1/2 b:1/2: first three two");
    assert_eq!(found.len(), 5 + 9);
}

#[test]
fn a_table_that_is_what_two_others_compose_confirms_nothing_independently() {
    let steps: Vec<String> = (1..=9)
        .flat_map(|n| [row(n, n, "partial"), row(n, n + 1, "partial")])
        .chain([row(10, 10, "partial")])
        .collect();
    let composed: Vec<String> =
        (1..=10).flat_map(|n| (n..=10.min(n + 2)).map(move |to| row(n, to, "partial"))).collect();
    let files = with_tables(vec![
        table("a--b", ["a:1", "b:1"], "", &steps),
        table("a--c", ["a:1", "c:1"], "", &composed),
        table("a--c--own", ["a:1", "c:1"], "", &[row(1, 1, "partial"), row(1, 9, "partial")]),
        table("b--c", ["b:1", "c:1"], "", &steps),
    ]);
    let found = told(&files);
    // 19 + 27 + 1 + 19 pairs.
    let of_tables = ["all: 1/66 0", "a--b: 0/19 0", "a--c: 1/27 0", "a--c--own: 1/2 0", "b--c: 0/19 0"];
    assert_eq!(found[..5], of_tables);
    assert_eq!(found[5..], ["a:1/1 c:1/1: a--c a--c--own"]);
}

#[test]
fn a_card_says_how_many_pairs_are_confirmed() {
    let files = with_tables(vec![
        table("one", ["a:1", "b:1"], "", &straight("partial")),
        table("two", ["a:1", "b:1"], "", &straight("partial")),
        table("three", ["a:1", "b:1"], "", &[row(1, 1, "partial"), row(1, 2, "full")]),
    ]);
    look(&files, |audited| {
        let cards = cards(audited, shapes(audited), &copies(audited), &Contradictions::of(audited));
        let counts = |at: usize| {
            let witnesses = cards[at].witnesses.unwrap();
            (witnesses.confirmed, witnesses.independent)
        };
        assert_eq!(cards.iter().map(|card| card.table.id.as_str()).collect::<Vec<_>>(), ["one", "three", "two"]);
        assert_eq!(counts(0), (Amount::new(10, 10), Amount::new(1, 10)));
        assert_eq!(counts(1), (Amount::new(1, 2), Amount::new(1, 2)));
    });
}

#[test]
fn a_pair_of_which_a_row_is_contradicted_is_not_confirmed() {
    let files = with_tables(vec![
        table("one", ["a:1", "b:1"], "", &[row(1, 1, "full"), row(2, 2, "full"), row(3, 3, "full, reverse: full")]),
        table("two", ["a:1", "b:1"], "", &[row(1, 1, "partial"), row(2, 2, "partial, reverse: partial")]),
        table("three", ["a:1", "b:1"], "", &[row(1, 1, "none"), row(3, 3, "full, reverse: full")]),
    ]);
    // Of 1 and 1 one table says full, one partial and one none; of 2 and 2 one full and one partial; of 3 and 3 both the same.
    let found = told(&files);
    assert_eq!(found, ["all: 1/3 1", "one: 1/3 1", "three: 1/1 1", "two: 0/2 0"]);
    let contradicted =
        look(&files, |audited| Witnesses::of(audited, &copies(audited), &Contradictions::of(audited)).contradicted);
    assert_eq!(contradicted, 2);
}
