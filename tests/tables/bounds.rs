//! What is too much to try is left, and the answer says so.

use std::fmt::Write as _;

use xwalk::audit::{Contradictions, ForcedPairs};

use crate::{flat, look, row, table};

/// An edition with one chapter and so many clauses below it.
fn chapter(id: &str, clauses: usize) -> (String, String) {
    let mut text = format!("xwalk: catalog/1\nid: {id}\ntitle: Made\nclauses:\n  \"4\": Chapter\n");
    (1..=clauses).for_each(|number| writeln!(text, "  \"4.{number}\": Clause {number}").unwrap());
    (format!("{}.yaml", id.replace(':', "-")), text)
}

/// One clause that lies in the chapter of each of so many editions, whose clauses of one number share nothing with each other. With
/// more editions than clauses that cannot be, and nobody knows how to see it without trying.
fn pigeons(editions: usize, holes: usize) -> Vec<(String, String)> {
    let mut files = vec![flat("d:1", 1)];
    for one in 1..=editions {
        files.push(chapter(&format!("e{one}:1"), holes));
        let rows = [row("4", "1", "full")];
        files.push(table(&format!("e{one}--d"), [&format!("e{one}:1"), "d:1"], "", &rows));
        for other in one + 1..=editions {
            let rows: Vec<String> =
                (1..=holes).map(|hole| row(format!("4.{hole}"), format!("4.{hole}"), "none")).collect();
            let ends = [&*format!("e{one}:1"), &*format!("e{other}:1")];
            files.push(table(&format!("e{one}--e{other}"), ends, "", &rows));
        }
    }
    files
}

#[test]
fn few_clauses_that_have_to_be_tried_are_tried_and_many_are_left_undecided() {
    let found = |editions: usize, holes: usize| {
        look(&pigeons(editions, holes), |audited| {
            let contradictions = Contradictions::of(audited);
            (contradictions.found.len(), contradictions.undecided)
        })
    };
    assert_eq!(found(3, 3), (0, 0));
    // Two chapters with one clause each: the clause of d would be in both.
    assert_eq!(found(2, 1), (1, 0));
    assert_eq!(found(9, 8), (0, 1));
}

#[test]
fn where_more_pairs_follow_than_are_reported_that_is_said() {
    let files = |clauses: usize| {
        vec![
            flat("d:1", 1),
            chapter("a:1", 1),
            chapter("b:1", clauses),
            chapter("c:1", clauses),
            table("a--b", ["a:1", "b:1"], "", &[row("4", "4", "none")]),
            table("a--d", ["a:1", "d:1"], "", &[row("4", "1", "none")]),
            table("c--a", ["c:1", "a:1"], "", &[row("4", "4", "partial, reverse: full")]),
        ]
    };
    let forced = |clauses: usize| {
        look(&files(clauses), |audited| {
            let forced = ForcedPairs::of(audited, &Contradictions::of(audited));
            (forced.pairs.len(), forced.is_cut)
        })
    };
    // The chapter of c and what is below it share nothing with the chapter of b and what is below that, nor with the clause of d.
    assert_eq!(forced(3), (4 * 4 + 4, false));
    // After 501 * 501 of them nobody goes on to the clause of d.
    assert_eq!(forced(500), (501 * 501, true));
}
