//! Reliability cards.

use xwalk::audit::{Amount, Card, Contradictions, cards, copies, shapes};

use crate::{flat, look, row, table};

fn with_cards<T>(files: &[(String, String)], ask: impl FnOnce(&[Card<'_>]) -> T) -> T {
    look(files, |audited| ask(&cards(audited, shapes(audited), &copies(audited), &Contradictions::of(audited))))
}

#[test]
fn a_card_counts_reviews_derived_rows_and_counterparts() {
    let edition = "xwalk: catalog/1\nid: b:1\ntitle: Made\nclauses: { \"4\": Chapter, \"4.1\": One, \"4.2\": Two, \"5\": Alone, \"6\": Alone }\n";
    let rows = [
        row("1", "4", "full, reviewed-by: [A. Lee, B. Roe]"),
        row("1", "5", "partial, reviewed-by: A. Lee"),
        row("2", "4.1", "partial, derived-from: other"),
        "to: \"6\", relation: none".to_owned(),
    ];
    let files = [
        flat("a:1", 4),
        ("b.yaml".to_owned(), edition.to_owned()),
        table("t", ["a:1", "b:1"], "unrelated: { \"4\": why }\n", &rows),
        table("other", ["a:1", "a:1"], "", &[row(1, 2, "full")]),
    ];
    with_cards(&files, |cards| {
        let card = &cards[1];
        assert_eq!((card.table.id.as_str(), card.rows), ("t", 4));
        assert_eq!(card.none, Amount::new(2, 5));
        assert_eq!(card.reviewed, Amount::new(2, 5), "four rows and a clause that is unrelated");
        let by: Vec<(&str, usize)> =
            card.reviewers.iter().map(|(name, amount)| (name.as_str(), amount.count)).collect();
        assert_eq!(by, [("A. Lee", 2), ("B. Roe", 1)]);
        assert_eq!(card.derived, Amount::new(1, 4));
        let [to, from] = card.counterparts;
        assert_eq!((to.named, to.with_headings), (Amount::new(2, 4), Amount::new(3, 4)));
        assert_eq!((from.named, from.with_headings), (Amount::new(2, 4), Amount::new(2, 4)));
        assert!(card.copy.is_none() && card.others.is_empty());
    });
}

#[test]
fn two_tables_of_a_pair_are_compared_and_what_is_left_open_is_neither_agreement_nor_conflict() {
    let own = [
        row(1, 1, "full"),
        row(2, 2, "partial, reverse: partial"),
        row(3, 3, "partial"),
        row(4, 4, "partial"),
        row(5, 5, "none"),
        row(6, 6, "related"),
    ];
    let same = [row(1, 1, "full"), row(2, 2, "full"), row(3, 3, "none"), row(7, 7, "full"), row(5, 5, "none")];
    let turned = [row(1, 1, "partial"), row(2, 2, "partial, reverse: partial"), row(4, 4, "partial, derived-from: t")];
    let files = [
        flat("a:1", 8),
        flat("b:1", 8),
        table("t", ["a:1", "b:1"], "", &own),
        table("u", ["a:1", "b:1"], "", &same),
        table("v", ["b:1", "a:1"], "", &turned),
    ];
    with_cards(&files, |cards| {
        let [u, v] = cards[0].others.as_slice() else { panic!("two others") };
        assert_eq!((u.other.id.as_str(), u.is_turned), ("u", false));
        // 1 and 5 agree; 2 and 3 do not; 4 is said here alone, 7 there alone.
        assert_eq!((u.agreement, u.conflicts, u.open), (Amount::new(2, 4), 2, 0));
        assert_eq!((u.additions, u.missing), (1, 1));
        assert_eq!((u.precision, u.recall, u.derived), (Amount::new(2, 4), Amount::new(2, 3), 0));
        assert_eq!((v.other.id.as_str(), v.is_turned), ("v", true));
        // 2 agrees; how far 1 and 4 are covered from here is left open there.
        assert_eq!((v.agreement, v.conflicts, v.open), (Amount::new(1, 1), 0, 2));
        assert_eq!((v.additions, v.missing), (1, 0));
        assert_eq!((v.precision, v.recall), (Amount::new(3, 4), Amount::new(3, 3)));
        assert_eq!(v.derived, 1, "a row that was composed of this table is no second opinion");
    });
}

#[test]
fn of_nothing_there_is_no_share() {
    assert_eq!((Amount::new(0, 0).share(), Amount::new(1, 4).share()), (None, Some(0.25)));
    assert!(!Amount::new(0, 0).is_at_least(0));
}
