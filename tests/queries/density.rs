//! Where two editions touch most, with counts by hand.

use xwalk::query::Question;
use xwalk::report::Document;
use xwalk::survey::{ClauseDensity, Densities, Density, Side};

use super::common::{World, answer};

const ONE: (&str, &str) = (
    "one.yaml",
    "xwalk: catalog/1\nid: one:1\ntitle: One\nclauses:\n  \"1\": First\n  \"1.1\": Plans\n  \"1.2\": Records\n  \"1.3\": Tools\n",
);

const OTHER: (&str, &str) = (
    "other.yaml",
    "xwalk: catalog/1\nid: other:1\ntitle: Other\nclauses:\n  \"A\": Planning\n  \"B\": Recording\n  \"C\": Means\n",
);

const THIRD: (&str, &str) = (
    "third.yaml",
    "xwalk: catalog/1\nid: third:1\ntitle: Third\nclauses:\n  \"1\": Plan\n  \"2\": Record\n  \"3\": Means\n",
);

fn table(id: &str, from: &str, to: &str, rows: &str) -> String {
    format!(
        "xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\nconfidence: high\nrows:\n{rows}"
    )
}

/// Two tables between one and other, one each way, and one from the third to other.
fn world() -> World {
    let there = table(
        "there",
        "one:1",
        "other:1",
        "  - { from: \"1.1\", to: A, relation: full, reverse: full }\n  - { from: [\"1.1\", \"1.2\"], to: B, relation: partial }\n  - { from: \"1.3\", to: A, relation: none }\n",
    );
    let back = table(
        "back",
        "other:1",
        "one:1",
        "  - { from: A, to: \"1.1\", relation: partial }\n  - { from: C, to: \"1.1\", relation: partial }\n",
    );
    let third = table(
        "outer",
        "third:1",
        "other:1",
        "  - { from: \"1\", to: A, relation: full, reverse: full }\n  - { from: \"2\", to: B, relation: partial }\n  - { from: \"3\", to: C, relation: full, reverse: full }\n",
    );
    World::new(&[ONE, OTHER, THIRD, ("there.yaml", &there), ("back.yaml", &back), ("outer.yaml", &third)], None)
}

fn question(from: &str, to: &str, inferred: bool) -> Density {
    Density { from: from.into(), to: to.into(), by: "clause".into(), side: None, inferred }
}

fn densities(question: &Density) -> Densities {
    world().ask(|case| question.ask(case.case).unwrap())
}

fn document(question: &Density) -> Document {
    world().ask(|case| question.document(case.case).unwrap())
}

/// The name, the rows and the pairs of each clause of a side.
fn ranking(answer: &Densities, side: Side) -> Vec<(&str, usize, usize)> {
    let of_side = answer.ranking.iter().filter(|line| line.side == side);
    of_side.map(|ClauseDensity { name, rows, pairs, .. }| (name.as_str(), *rows, *pairs)).collect()
}

#[test]
fn a_row_counts_whichever_way_its_table_is_written() {
    let answer = densities(&question("one:1", "other:1", false));
    assert_eq!((answer.forward, answer.backward), (2, 2), "a row that says none touches nothing");
    // 1.1 with A (twice), B and C; 1.2 with B.
    assert_eq!((answer.pairs.len(), answer.bidirectional.len()), (4, 1));
    assert_eq!(ranking(&answer, Side::From), [("1.1", 4, 3), ("1.2", 1, 1)]);
    assert_eq!(ranking(&answer, Side::To), [("A", 2, 1), ("B", 1, 2), ("C", 1, 1)]);
    let turned = densities(&question("other:1", "one:1", false));
    assert_eq!((turned.forward, turned.backward, turned.pairs.len()), (2, 2, 4));
    assert_eq!(ranking(&turned, Side::From), ranking(&answer, Side::To), "it is the same from the other side");
    let lead = document(&question("one:1", "other:1", false)).lead;
    assert_eq!(
        lead,
        [
            "4 rows and 4 pairs of clauses: 2 rows and 3 pairs from one:1 to other:1, 2 rows and 2 pairs from other:1 to one:1.",
            "Between two requirements: 3 pairs from one:1 to other:1, 2 from other:1 to one:1, 1 of them in both directions."
        ]
    );
}

#[test]
fn where_no_table_relates_two_editions_a_sentence_names_what_answers() {
    let document = document(&question("one:1", "third:1", false));
    assert_eq!(document.lead.len(), 1);
    assert!(document.lead[0].contains("`xwalk density one:1 third:1 --inferred`"), "{:?}", document.lead);
    assert!(answer(&document).is_empty());
}

#[test]
fn pairs_that_follow_over_chains_count_where_they_are_asked_for() {
    let answer = densities(&question("one:1", "third:1", true));
    // 1 equals A, which 1.1 equals; 3 equals C, which overlaps 1.1; 2 only overlaps B.
    let pairs: Vec<(String, String)> =
        answer.inferred.iter().map(|(one, other)| (one.number.to_string(), other.number.to_string())).collect();
    assert_eq!(pairs, [("1.1".into(), "1".into()), ("1.1".into(), "3".into())]);
    assert_eq!((answer.forward, answer.backward, answer.pairs.len()), (0, 0, 2));
    assert_eq!(ranking(&answer, Side::From), [("1.1", 0, 2)]);
    let lead = document(&question("one:1", "third:1", true)).lead;
    assert_eq!(lead[1], "2 pairs follow through chains of rows.");
}
