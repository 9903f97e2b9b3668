//! The rows of a table, replaced in its text.

use std::collections::BTreeMap;

use xwalk::edit::{with_rows, write};
use xwalk::model::{Relation, Strength, Table};

use super::world;
use super::write::{said, table};

const TABLE: &str = r#"xwalk: relations/1
id: t
from: odd:1
to: plain:1
version: 3
source: us # and nobody else
confidence: medium
status: draft

# What we found.
rows:
  # the first
  - { from: "4.1", to: ["1", "2"],   relation: full }   # both

  # the second
  - from: ["4.2"]
    to: "1"
    relation: partial
    note: |
      by lines

  # the third
  - { from: "4.10", to: "3", relation: partial }
# the end
"#;

/// The text with the rows that are made of its own.
fn changed(text: &str, rows: impl FnOnce(Vec<Relation>) -> Vec<Relation>) -> String {
    let library = world(None).library;
    let before = table(text.to_owned(), &library);
    let after = Table { rows: rows(before.rows.to_vec()).into(), ..before.clone() };
    let changed = with_rows(text, &before, &after).unwrap();
    assert_eq!(said(&table(changed.replace("\r\n", "\n"), &library)), said(&after), "{changed}");
    changed
}

#[test]
fn the_same_rows_are_the_same_text() {
    assert_eq!(changed(TABLE, |rows| rows), TABLE);
    let windows = TABLE.replace('\n', "\r\n");
    let library = world(None).library;
    let before = table(TABLE.to_owned(), &library);
    let again = table(windows.clone(), &library);
    assert_eq!(said(&again), said(&before));
    assert_eq!(with_rows(&windows, &again, &again), Some(windows.clone()));
    let full = |row: &Relation| Relation { forward: Strength::Full, ..row.clone() };
    let changed = with_rows(&windows, &again, &Table { rows: again.rows.iter().map(full).collect(), ..again.clone() });
    let changed = changed.unwrap();
    assert_eq!(changed.matches('\n').count(), changed.matches("\r\n").count(), "{changed:?}");
}

#[test]
fn a_row_that_changes_keeps_the_comment_above_it_and_the_others_all_their_bytes() {
    let after = changed(TABLE, |mut rows| {
        rows[2].forward = Strength::Full;
        rows
    });
    let row = "  - from: [\"4.2\"]\n    to: \"1\"\n    relation: partial\n    note: |\n      by lines\n";
    assert!(TABLE.contains(row));
    let written = "  - {from: \"4.2\", to: \"1\", relation: full, note: by lines}\n";
    assert_eq!(after, TABLE.replace(row, written));
}

#[test]
fn rows_go_with_their_comments_come_and_change_places() {
    let gone = changed(TABLE, |mut rows| rows.split_off(3));
    let [head, rest] = [TABLE.split_once("  # the first").unwrap().0, "\n  # the third"];
    assert_eq!(gone, format!("{head}{rest}{}", TABLE.split_once("  # the third").unwrap().1));
    let half = changed(TABLE, |rows| rows[..1].to_vec());
    assert!(
        half.contains("  # the first\n  - {from: \"4.1\", to: \"1\", relation: full}   # both\n# the end\n"),
        "{half}"
    );
    let moved = changed(TABLE, |mut rows| {
        rows.rotate_left(2);
        rows
    });
    assert!(moved.ends_with("relation: full }   # both\n# the end\n"), "{moved}");
    let none = changed(TABLE, |_| Vec::new());
    assert_eq!(none, format!("{}rows: []\n# the end\n", TABLE.split_once("rows:").unwrap().0));
}

#[test]
fn what_is_called_unrelated_comes_changes_and_goes() {
    let library = world(None).library;
    let before = table(TABLE.to_owned(), &library);
    let number = crate::common::clause("odd:1/5.1").number;
    let with = |why: Option<&'static str>| Table {
        unrelated: why.map(|why| (number.clone(), why.into())).into_iter().collect::<BTreeMap<_, _>>().into(),
        ..before.clone()
    };
    let first = with_rows(TABLE, &before, &with(Some("so"))).unwrap();
    assert_eq!(first, TABLE.replace("rows:\n", "unrelated:\n  \"5.1\": so\nrows:\n"));
    let second = with_rows(&first, &table(first.clone(), &library), &with(Some("thus"))).unwrap();
    assert_eq!(second, first.replace("so\nrows", "thus\nrows"));
    assert_eq!(with_rows(&second, &table(second.clone(), &library), &before).unwrap(), TABLE);
}

#[test]
fn rows_keep_where_they_stand_and_what_is_not_laid_out_line_by_line_is_not_changed() {
    let library = world(None).library;
    let before = table(TABLE.to_owned(), &library);
    assert_eq!(with_rows("{ xwalk: relations/1, rows: [] }", &before, &before), None);
    assert_eq!(with_rows("xwalk: relations/1\n", &before, &before), None);
    let start = "xwalk: relations/1\nid: t\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: low\n";
    let flow = format!("{start}rows: [{{ from: \"4\", to: \"1\", relation: full }}]\n");
    assert_eq!(changed(&flow, |rows| rows), flow);
    let flow_table = table(flow.clone(), &library);
    assert_eq!(with_rows(&flow, &flow_table, &Table { rows: Vec::new().into(), ..flow_table.clone() }), None);
    let partly = |row: &Relation| Relation { forward: Strength::Partial, ..row.clone() };
    for rows in [
        "rows:  # all\n- { from: \"4\", to: \"1\", relation: full } # why\r\n# between\n- { from: \"4\", to: \"2\", relation: full }",
        "rows:\n      - { from: \"4\", to: \"1\", relation: full }\n      - { from: \"4\", to: \"2\", relation: full }\n",
    ] {
        let text = format!("{start}{rows}");
        assert_eq!(changed(&text, |rows| rows), text);
        let first = changed(&text, |rows| vec![partly(&rows[0]), rows[1].clone()]);
        let ends_alike = text
            .replacen("{ from: \"4\", to: \"1\", relation: full }", "{from: \"4\", to: \"1\", relation: partial}", 1)
            .replace("\r\n", "\n");
        assert_eq!(first, ends_alike, "new lines end as that of the key does");
    }
}

#[test]
fn every_bundled_table_keeps_its_text_under_its_own_rows_and_says_the_same_without_it() {
    let (sources, library) = super::write::bundled();
    for table in library.tables() {
        let text = sources.get(table.span.file).text();
        assert_eq!(with_rows(text, table, table).as_deref(), Some(text), "{}", table.id);
        let rest = Table { rows: table.rows[1..].to_vec().into(), ..table.clone() };
        let without = with_rows(text, table, &rest).unwrap();
        assert_eq!(said(&super::write::table(without.clone(), &library)), said(&rest), "{}", table.id);
        assert_ne!(without, write::table(&rest), "{}", table.id);
    }
}
