//! What is read plainly is what the general reader makes of the same text, value by value and place by place.

use std::borrow::Cow;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::read;
use crate::load::raw::node::{Absence, Keep, Node, Shape};
use crate::load::raw::{File, general, read_general, read_plain};
use crate::source::Sources;

/// Compares both readers on a text: whether it was read plainly, or how they differ.
pub(super) fn compare(text: &str) -> Result<bool, String> {
    // What is kept of a text that lasts borrows from it, and is the same all the same.
    let lasting: &'static str = text.to_owned().leak();
    compare_kept(lasting)?;
    compare_kept(text.to_owned())
}

fn compare_kept(text: impl Into<Cow<'static, str>>) -> Result<bool, String> {
    let mut sources = Sources::default();
    let file = sources.add("t", text);
    let source = sources.get(file);
    let text = source.text();
    let is_read = match read(text, Keep::copy(), file) {
        Ok(plain) => {
            let general = general::read(text, file, &mut |_| ()).map_err(|fault| fault.message.clone())?;
            same(&plain.root, &general)?;
            true
        }
        Err(_) => false,
    };
    if let Some((mut plain, rows)) = read_plain(source, file) {
        if let (File::Relations(table), Some(rows)) = (&mut plain, rows) {
            for stretch in rows.stretches() {
                rows.read(*stretch, source, file, &mut |row| table.rows.push(row));
            }
        }
        let mut faults = Vec::new();
        let general = read_general(text, file, &mut faults);
        let [plain, general] = [Some(plain), general].map(|read| format!("{read:?}"));
        if plain != general || !faults.is_empty() {
            return Err(format!("{plain}\n{general}\n{faults:?}"));
        }
    }
    Ok(is_read)
}

/// Whether two values are the same. The position of a list, of an empty mapping or of nothing is only reported with
/// faults.
fn same(plain: &Node<'_>, general: &Node<'_>) -> Result<(), String> {
    let is_there = plain.span == general.span;
    match (&plain.shape, &general.shape) {
        (Shape::Nothing(Absence::Blank), Shape::Nothing(Absence::Blank)) => Ok(()),
        (Shape::Nothing(Absence::Null(one)), Shape::Nothing(Absence::Null(other))) if one == other => Ok(()),
        (Shape::Text(one), Shape::Text(other)) if one == other && is_there => Ok(()),
        (Shape::List(one), Shape::List(other)) if one.len() == other.len() => {
            one.iter().zip(other).try_for_each(|(one, other)| same(one, other))
        }
        (Shape::Map(one), Shape::Map(other)) if one.len() == other.len() && (is_there || one.is_empty()) => {
            let mut pairs = one.iter().zip(other);
            pairs.try_for_each(|(one, other)| same(&one.0, &other.0).and_then(|()| same(&one.1, &other.1)))
        }
        _ => Err(format!("{plain:?}\n{general:?}")),
    }
}

/// What the texts of the first kind are made of: the common pieces first.
const PIECES: [&str; 76] = [
    "a",
    "b",
    "key",
    "rows",
    "xwalk",
    "\"4.1\"",
    "4.1",
    "4.10",
    "- ",
    "-",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "\n\n",
    " ",
    "  ",
    "{ ",
    "}",
    "[",
    "]",
    ", ",
    ",",
    "\"",
    "'",
    "#",
    " # c",
    "\n# c\n",
    "text with words",
    "''",
    "\\\"",
    "|",
    "|-",
    ">",
    ">-",
    ">+",
    "|2",
    "null",
    "~",
    "yes",
    "True",
    "1e3",
    "0x1f",
    "08",
    "1_000",
    ".inf",
    "-5",
    "+",
    "é",
    "\u{20ac}",
    "\t",
    "\r\n",
    "\r",
    "\u{feff}",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "---\n",
    "...",
    "%",
    "@",
    "`",
    "<<",
    "=",
    "http://x.y/z",
    "a:b",
    "x#y",
    "\\n",
    "\\",
    "\n- ",
    "\n  - ",
    "\u{85}",
    "\u{2028}",
    "\0",
];

const TEXTS: [&str; 5] = [
    "# made up\n---\nxwalk: catalog/1\nid: made:1\ntitle: \"Made: up\"\npublished: 2008-11-15\naliases: [\"Made 1\", M1]\n\
     source: >-\n  Numbers and titles\n  are made up.\n\n  Two paragraphs.\nclauses:\n  \"4\": Chapter\n  \"4.1\":\n    \
     title: It's a title that goes on\n      in a second line\n    pdca: plan\n    mandatory: false # told\n  '4.2': \
     { title: Flow, kind: requirement,\n    level: 2 }\n  \"4.3\":\n    summary: |\n      Line by line\n        and \
     further in\n    title: \"In \\\"quotes\\\"\n      over lines\"\n  A.5:\n    parent: null\n    title: é \u{20ac} \u{1f600}\n",
    "xwalk: relations/1\nid: t\nfrom: made:1\nto: made:2\nversion: 1\nsource: made up\nconfidence: low\nrows:\n  - from: \
     \"4.1\"\n    to: \"4.1\"\n    relation: partial\n    add: >-\n      Do this,\n      then that.\n  # a row\n\n  - { from: \
     [\"4.2\", \"4.3\"], to: \"4.2\", relation: full }\n  - { to: 4.10, relation: none, note: 'it''s' }\n  -\n    from: \
     4.1\n    to:\n      - \"4\"\n      - \"5\"\n    relation: full\nunrelated:\n  \"4.4\": why\n",
    "xwalk: relations/1\nid: t\nrows:\n- {from: \"1\", to: \"1\", relation: full}\n- {from: \"2\", to: \"2\", relation: partial}\n\
     to: b:1\nfrom: a:1\nversion: 2\nsource: s\nconfidence: high\n",
    "{\n  \"xwalk\": \"relations/1\", \"id\": \"t\", \"from\": \"a:1\", \"to\": \"b:1\",\n  \"version\": 1, \"source\": \"s\", \
     \"confidence\": \"low\",\n  \"rows\": [\n    {\"from\":\"1\",\"to\":[\"1\"],\"relation\":\"full\"},\n    {\"from\": \"2\", \
     \"to\": \"1\", \"relation\": \"partial\"}\n  ]\n}\n",
    "xwalk: assessment/1\norganization: Harbour IT\ntargets: [made:2]\nstatuses:\n  made:1:\n    \"4.1\": implemented\n    \
     \"4.2\":\n      status: partial\n      evidence: [docs/a.pdf, \"https://x.y\"]\n      due: 2027-03-31\n      maturity: 3\n",
];

/// A change of a text: where, how many characters give way, and to what.
type Change = (Index, usize, &'static str);

fn changed(text: &str, changes: &[Change], line_end: &str) -> String {
    let mut characters: Vec<String> = text.replace('\n', line_end).chars().map(String::from).collect();
    for (place, count, piece) in changes {
        let from = place.index(characters.len() + 1);
        let to = (from + count).min(characters.len());
        characters.splice(from..to, [(*piece).to_owned()]);
    }
    characters.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn texts_of_any_pieces_are_read_alike(
        start in select(&["", "k: ", "k:\n  ", "- "][..]),
        pieces in prop::collection::vec(prop_oneof![3 => select(&PIECES[..30]), 1 => select(&PIECES[..])], 0..24),
    ) {
        prop_assert_eq!(compare(&format!("{start}{}", pieces.concat())).err(), None);
    }

    #[test]
    fn files_with_any_changes_are_read_alike(
        text in select(&TEXTS[..]),
        changes in prop::collection::vec((any::<Index>(), 0_usize..4, prop_oneof![Just(""), select(&PIECES[..])]), 0..4),
        line_end in select(&["\n", "\n", "\r\n"][..]),
    ) {
        prop_assert_eq!(compare(&changed(text, &changes, line_end)).err(), None);
    }
}

#[test]
fn what_people_write_is_read_plainly() {
    for text in TEXTS {
        assert_eq!(compare(text), Ok(true), "{text}");
        assert_eq!(compare(&text.replace('\n', "\r\n")), Ok(true), "{text}");
    }
}

#[test]
fn what_is_rare_or_at_fault_is_left_to_the_general_reader() {
    let texts = [
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "? a",
        "a: b\n---\nc: d",
        "a: \"\\u00e9\"",
        "a:\tb",
        "\u{feff}a: b",
        "a: b: c",
        "a: |2\n  b",
        "a: |+\n  b",
        "a: 0x1f",
        "<<: b",
        "a: {b}",
        "a: [b: c]",
        "a: b\r",
        "a: \u{85}",
        "- a",
        "a",
        "",
        "a: \"b",
        "a: {b: c\nd: e}",
        "a: b\n  c: d",
        "a: 'b' c",
        "a: @b",
        "a:\n  - - b",
        "rows: b",
        "rows:\n  a: b",
        "rows:\n  - a: b",
    ];
    for text in texts {
        assert_eq!(compare(text), Ok(false), "{text}");
    }
}

/// A table whose rows lie in several stretches, which are distinguished by the length of their texts.
fn table(after: &str) -> String {
    let row = |number: usize| {
        let note = "x".repeat(number % 90);
        match number % 3 {
            0 => format!("  - {{ from: \"{number}\", to: \"1\", relation: full, note: n{note}- }}\n"),
            1 => format!(
                "  - from: \"{number}\"\n    to: [\"1\", \"2\"]\n    relation: partial\n    add: >-\n      Of {note}\n\n"
            ),
            _ => format!("  # {note}\n  - to: {number}\n    relation: none\n"),
        }
    };
    let header = "xwalk: relations/1\nid: t\nfrom: a:1\nto: b:1\nversion: 1\nsource: s\nconfidence: low\nrows:\n";
    (0..300).map(row).fold(header.to_owned(), |text, row| text + &row) + after
}

#[test]
fn rows_are_read_alike_side_by_side() {
    let text = table("");
    assert!(text.len() > 20_000, "{}", text.len());
    assert_eq!(compare(&text), Ok(true));
    // What is not a row below the last one, what looks like rows and belongs to another key, and what is wrong.
    assert_eq!(compare(&table("title: T\n")), Ok(true));
    let more = (0..900).fold("derived-from:\n".to_owned(), |text, _| text + "  - t-of-others\n");
    assert_eq!(compare(&table(&more)), Ok(true));
    assert_eq!(compare(&table("  - { to: \"1\", relation: none ]\n")), Ok(false));
    assert_eq!(compare(&table("title: \"T\n  - { to: \"\n")), Ok(true));
    assert_eq!(compare(&text.replacen("  - to: 11\n", "  - to: &a 11\n", 1)), Ok(false));
}
