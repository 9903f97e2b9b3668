//! Chapter rows that outrun their clauses.

use xwalk::audit::{Said, chapter_rows};

use crate::{look, row, table};

fn editions() -> Vec<(String, String)> {
    let text = |id: &str| {
        let clauses =
            "  \"4\": Chapter\n  \"4.1\": One\n  \"4.2\": Two\n  \"4.3\": Three\n  \"4.4\": Four\n  \"5\": Alone\n";
        (format!("{id}.yaml"), format!("xwalk: catalog/1\nid: {id}:1\ntitle: Made\nclauses:\n{clauses}"))
    };
    vec![text("a"), text("b")]
}

/// Each chapter row with the requirements of which rows say less.
fn told(tables: Vec<(String, String)>) -> Vec<String> {
    let files: Vec<(String, String)> = editions().into_iter().chain(tables).collect();
    look(&files, |audited| {
        let line = |chapter: xwalk::audit::ChapterRow<'_>| {
            let outrun: Vec<String> = chapter
                .outrun
                .iter()
                .map(|outrun| {
                    let said = match outrun.said {
                        Said::Nothing => "nothing",
                        Said::None(_) => "none",
                        Said::Partial(_) => "partial",
                    };
                    let not_alone = if outrun.is_alone { "" } else { " too" };
                    format!("{} {said}{not_alone}", outrun.requirement.number)
                })
                .collect();
            format!("{} {} of {}: {}", chapter.row.table.id, chapter.heading, chapter.below, outrun.join(", "))
        };
        chapter_rows(audited).into_iter().map(line).collect()
    })
}

#[test]
fn a_chapter_row_is_set_against_what_rows_at_the_level_of_each_requirement_say() {
    let rows = [
        row("4", "4", "full"),
        row("4.1", "4.1", "full"),
        row("4.2", "4.2", "partial"),
        "to: \"4.3\", relation: none".to_owned(),
        row("4.4", "4.4", "related"),
    ];
    let found = told(vec![table("t", ["a:1", "b:1"], "", &rows)]);
    assert_eq!(found, ["t b:1/4 of 4: 4.2 partial, 4.3 none, 4.4 nothing"]);
}

#[test]
fn rows_of_another_table_count_and_so_do_other_chapter_rows() {
    let chapter = table("t", ["a:1", "b:1"], "", &[row("4", "4", "full")]);
    let clauses = table(
        "u",
        ["b:1", "a:1"],
        "",
        &[row("4.1", "4.1", "partial, reverse: full"), row("4.2", "4.2", "full"), row("4.3", "4.3", "partial")],
    );
    let found = told(vec![chapter.clone(), clauses]);
    // Read backwards, full that states no reverse is a part.
    assert_eq!(found, ["t b:1/4 of 4: 4.2 partial, 4.3 partial, 4.4 nothing"]);
    let again = table("v", ["a:1", "b:1"], "", &[row("5", "4", "full"), row("4.1", "4.1", "full")]);
    assert_eq!(
        told(vec![chapter, again]),
        [
            "t b:1/4 of 4: 4.2 nothing too, 4.3 nothing too, 4.4 nothing too",
            "v b:1/4 of 4: 4.2 nothing too, 4.3 nothing too, 4.4 nothing too"
        ]
    );
}

#[test]
fn what_a_chapter_is_said_to_be_covered_by_backwards_counts_and_a_part_of_it_does_not() {
    let of = |rest: &str| told(vec![table("t", ["a:1", "b:1"], "", &[row("4", "5", rest)])]);
    assert_eq!(of("partial, reverse: full"), ["t a:1/4 of 4: 4.1 nothing, 4.2 nothing, 4.3 nothing, 4.4 nothing"]);
    assert_eq!(of("partial"), [""; 0]);
    assert_eq!(of("full"), [""; 0], "5 is no heading, and what covers it is not covered");
    let to_heading = told(vec![table("t", ["a:1", "b:1"], "", &[row("4", "4", "partial")])]);
    assert_eq!(to_heading, [""; 0], "a chapter that is covered in part covers no requirement");
    let unrelated =
        table("t", ["a:1", "b:1"], "unrelated: { \"4.1\": why }\n", &[row("4", "4", "full, reverse: full")]);
    let found = told(vec![unrelated]);
    assert_eq!(found[1], "t a:1/4 of 4: 4.1 none, 4.2 nothing, 4.3 nothing, 4.4 nothing");
}
