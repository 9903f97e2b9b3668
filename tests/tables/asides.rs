//! What tables state beside their rows: clauses that are unrelated to a whole edition.

use xwalk::audit::{AuditedTables, Contradictions, Following, ForcedPairs, asides};

use crate::common::World;
use crate::{flat, row, table};

/// A chapter with two clauses, and one beside it.
const CHAPTERS: &str =
    "xwalk: catalog/1\nid: a:1\ntitle: Made\nclauses: { \"4\": Chapter, \"4.1\": One, \"4.2\": Two, \"5\": Alone }\n";

fn files(tables: Vec<(String, String)>) -> Vec<(String, String)> {
    let editions = [("a-1.yaml".to_owned(), CHAPTERS.to_owned()), flat("b:1", 3), flat("c:1", 3)];
    editions.into_iter().chain(tables).collect()
}

fn with_audited<T>(files: &[(String, String)], ask: impl FnOnce(&World, &AuditedTables<'_>) -> T) -> T {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let world = World::new(&files, None);
    let tables: Vec<_> = world.library.tables().collect();
    let asides = asides(&tables);
    ask(&world, &AuditedTables { library: &world.library, tables, asides: &asides, min_confidence: None })
}

/// The places of the rows of each contradiction, which hold in every reading.
fn contradictions(files: &[(String, String)]) -> Vec<String> {
    with_audited(files, |world, audited| {
        let found = Contradictions::of(audited).found;
        let place = |span: xwalk::source::Span| {
            let position = world.sources.position(span);
            format!("{}:{}:{}", world.sources.get(span.file).name(), position.line, position.column)
        };
        let places = found
            .iter()
            .map(|found| found.rows.iter().map(|row| place(row.relation.span)).collect::<Vec<_>>().join(" "));
        places.collect()
    })
}

const UNRELATED: &str = "unrelated:\n  \"4\": It is about trains\n";

#[test]
fn a_clause_below_an_unrelated_heading_is_related_by_a_row_in_whatever_direction_and_table() {
    let there = table("there", ["a:1", "b:1"], "", &[row("4.1", 2, "partial")]);
    let back = table("back", ["b:1", "a:1"], "", &[row(3, "4.2", "full")]);
    let says = table("t", ["a:1", "b:1"], UNRELATED, &[row(5, 1, "full")]);
    assert_eq!(contradictions(&files(vec![there, says.clone()])), ["there.yaml:9:5 t.yaml:9:3"]);
    assert_eq!(contradictions(&files(vec![back, says])), ["back.yaml:9:5 t.yaml:9:3"]);
    let by_itself = table("t", ["a:1", "b:1"], UNRELATED, &[row("4.1", 1, "full")]);
    assert_eq!(contradictions(&files(vec![by_itself])), ["t.yaml:11:5 t.yaml:9:3"]);
}

#[test]
fn what_is_unrelated_to_one_edition_may_be_related_to_another_and_a_touch_point_or_none_contradicts_nothing() {
    let other = table("other", ["a:1", "c:1"], "", &[row("4.1", 2, "partial")]);
    let rows = [row("4.1", 1, "none"), row("5", 1, "full"), row("4.2", 2, "related")];
    let says = table("t", ["a:1", "b:1"], UNRELATED, &rows);
    assert_eq!(contradictions(&files(vec![other, says])), [""; 0]);
}

#[test]
fn a_heading_may_be_related_while_a_clause_below_it_is_not_and_not_where_none_below_it_is() {
    let over = table("over", ["a:1", "b:1"], "", &[row("4", 2, "partial")]);
    let one = table("t", ["a:1", "b:1"], "unrelated:\n  \"4.1\": why\n", &[]);
    let both = table("t", ["a:1", "b:1"], "unrelated:\n  \"4.1\": why\n  \"4.2\": why\n", &[]);
    assert_eq!(contradictions(&files(vec![over.clone(), one])), [""; 0]);
    assert_eq!(contradictions(&files(vec![over, both])), ["over.yaml:9:5 t.yaml:9:3 t.yaml:10:3"]);
}

#[test]
fn rows_prove_beside_what_is_unrelated_and_nothing_of_it_is_reported_as_a_row() {
    let rows = [row("4.1", 1, "none"), row("5", 1, "full")];
    let files = files(vec![table("t", ["a:1", "b:1"], UNRELATED, &rows)]);
    with_audited(&files, |_, audited| {
        assert_eq!(audited.table_rows().count(), 2);
        let contradictions = Contradictions::of(audited);
        assert!(contradictions.found.is_empty());
        let following = Following::of(audited, &contradictions);
        let superfluous: Vec<String> =
            following.superfluous.iter().map(|row| row.relation.from[0].to_string()).collect();
        assert_eq!(superfluous, ["a:1/4.1"]);
        assert!(ForcedPairs::of(audited, &contradictions).pairs.is_empty());
    });
}
