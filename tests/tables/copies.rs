//! Tables that say again what others say.

use xwalk::audit::{Original, copies};

use crate::{flat, look, row, table};

/// From n to n and to n + 1, in part, but for the last.
fn steps(clauses: usize, rest: &str) -> Vec<String> {
    let pairs = (1..=clauses).flat_map(|n| [(n, n), (n, n + 1)]).filter(|(_, to)| *to <= clauses);
    pairs.map(|(from, to)| row(from, to, rest)).collect()
}

/// What two such tables compose: from n to n, n + 1 and n + 2.
fn composed(clauses: usize, rest: &str) -> Vec<String> {
    let pairs = (1..=clauses).flat_map(|n| [(n, n), (n, n + 1), (n, n + 2)]).filter(|(_, to)| *to <= clauses);
    pairs.map(|(from, to)| row(from, to, rest)).collect()
}

fn world(third: (String, String), more: Vec<(String, String)>) -> Vec<(String, String)> {
    let editions = [flat("a:1", 10), flat("b:1", 10), flat("c:1", 10)];
    let tables = [
        table("a--b", ["a:1", "b:1"], "", &steps(10, "partial")),
        table("b--c", ["b:1", "c:1"], "", &steps(10, "partial")),
        third,
    ];
    editions.into_iter().chain(tables).chain(more).collect()
}

/// Each copy in a line: what it is, its pairs, those of the original, strengths, proven pairs.
fn told(files: &[(String, String)]) -> Vec<String> {
    look(files, |audited| {
        let line = |copy: xwalk::audit::Copy<'_>| {
            let how = match copy.original {
                Original::Composed(one, other) => format!("{} + {}", one.id, other.id),
                Original::Turned(one) => format!("turned {}", one.id),
                Original::Repeated(one) => format!("again {}", one.id),
            };
            let amounts = [copy.pairs, copy.original_pairs, copy.strengths, copy.proven];
            let amounts = amounts.map(|amount| format!("{}/{}", amount.count, amount.of)).join(" ");
            let or: String = copy.or.iter().map(|table| format!(" or {}", table.id)).collect();
            format!("{} = {how}: {amounts}{or}", copy.table.id)
        };
        copies(audited).into_iter().map(line).collect()
    })
}

#[test]
fn a_table_whose_pairs_are_those_of_two_others_composed_is_found_with_how_much_of_it_agrees() {
    // 10 + 9 + 8 pairs; every second one of the last eight is stronger than the weaker row.
    let files = world(table("a--c", ["a:1", "c:1"], "", &composed(10, "partial")), Vec::new());
    assert_eq!(told(&files), ["a--c = a--b + b--c: 27/27 27/27 27/27 0/27"]);
    let mut rows = composed(10, "partial");
    rows[0] = row(1, 1, "full");
    let files = world(table("a--c", ["a:1", "c:1"], "", &rows), Vec::new());
    assert_eq!(told(&files), ["a--c = a--b + b--c: 27/27 27/27 26/27 0/27"]);
}

#[test]
fn a_pair_in_twenty_may_differ_and_no_more() {
    // 26 of 27 are 96.3 %, 25 of 27 are 92.6 %.
    let rows = composed(10, "partial");
    let short = |left_out: usize| table("a--c", ["a:1", "c:1"], "", &rows[left_out..]);
    assert_eq!(told(&world(short(1), Vec::new())), ["a--c = a--b + b--c: 26/26 26/27 26/26 0/26"]);
    assert_eq!(told(&world(short(2), Vec::new())), [""; 0]);
    let mut more = rows.clone();
    more.push(row(10, 1, "partial"));
    let with = |rows: &[String]| world(table("a--c", ["a:1", "c:1"], "", rows), Vec::new());
    assert_eq!(told(&with(&more)), ["a--c = a--b + b--c: 27/28 27/27 27/27 0/27"]);
    more.push(row(9, 1, "partial"));
    assert_eq!(told(&with(&more)), [""; 0]);
}

#[test]
fn a_table_that_says_of_what_it_was_composed_is_not_suspected_and_no_witness_against_others() {
    let declared = |head: &str| world(table("a--c", ["a:1", "c:1"], head, &composed(10, "partial")), Vec::new());
    assert_eq!(told(&declared("derived-from: [a--b, b--c]\n")), [""; 0]);
    assert_eq!(told(&declared("provenance: derived\n")), [""; 0]);
    let rows: Vec<String> =
        composed(10, "partial").into_iter().map(|row| format!("{row}, derived-from: [a--b, b--c]")).collect();
    assert_eq!(told(&world(table("a--c", ["a:1", "c:1"], "", &rows), Vec::new())), [""; 0]);
    // What another table was composed of is not a copy of it reversed either.
    let back: Vec<String> = steps(10, "partial")
        .iter()
        .map(|row| row.replace("from", "x").replace("to:", "from:").replace("x:", "to:"))
        .collect();
    let other = table("b--a", ["b:1", "a:1"], "derived-from: [a--b]\n", &back);
    assert_eq!(told(&world(table("a--c", ["a:1", "c:1"], "", &[row(1, 1, "full")]), vec![other])), [""; 0]);
}

#[test]
fn where_each_of_three_is_what_the_others_compose_one_finding_names_them() {
    let same = |from: &str, to: &str| {
        let rows: Vec<String> = (1..=10).map(|n| row(n, n, "full, reverse: full")).collect();
        table(&format!("{from}--{to}"), [&format!("{from}:1"), &format!("{to}:1")], "", &rows)
    };
    let files = [flat("a:1", 10), flat("b:1", 10), flat("c:1", 10), same("a", "b"), same("a", "c"), same("b", "c")];
    assert_eq!(told(&files), ["a--b = a--c + b--c: 10/10 10/10 10/10 10/10 or a--c or b--c"]);
}

#[test]
fn a_table_turned_round_is_found_whether_its_words_were_turned_or_kept() {
    let rows = |rest: &str| (1..=10).map(|n| row(n, 11 - n, rest)).collect::<Vec<_>>();
    let files = |first: &str, second: &str| {
        let tables =
            [table("a--b", ["a:1", "b:1"], "", &rows(first)), table("b--a", ["b:1", "a:1"], "", &rows(second))];
        [flat("a:1", 10), flat("b:1", 10)].into_iter().chain(tables).collect::<Vec<_>>()
    };
    let found = ["b--a = turned a--b: 10/10 10/10 10/10 10/10"];
    assert_eq!(told(&files("full, reverse: partial", "partial, reverse: full")), found);
    assert_eq!(told(&files("full, reverse: partial", "partial")), found);
    assert_eq!(told(&files("full", "full")), found, "the word was kept");
    assert_eq!(told(&files("partial", "partial")), found);
    // Somebody looked at the other direction: it says more than the first one reversed.
    assert_eq!(told(&files("partial", "full")), [""; 0]);
}

#[test]
fn a_table_that_says_the_same_under_another_name_is_found_and_few_rows_are_not_enough() {
    let files = |clauses: usize, rest: &str| {
        let rows = |rest: &str| (1..=clauses).map(|n| row(n, n, rest)).collect::<Vec<_>>();
        let tables =
            [table("one", ["a:1", "b:1"], "", &rows("partial")), table("two", ["a:1", "b:1"], "", &rows(rest))];
        [flat("a:1", 10), flat("b:1", 10)].into_iter().chain(tables).collect::<Vec<_>>()
    };
    assert_eq!(told(&files(10, "partial")), ["two = again one: 10/10 10/10 10/10 10/10"]);
    assert_eq!(told(&files(10, "full")), [""; 0]);
    assert_eq!(told(&files(9, "partial")), [""; 0]);
}
