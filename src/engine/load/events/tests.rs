//! The quick reader says of a text what the full one says, or nothing.

use proptest::prelude::*;

use super::event::{Event, Events};
use super::full::Full;
use super::plain::Plain;
use crate::source::Sources;

/// An event in a form that can be compared: what it is, its text, whether that is bare, where it stands.
type Seen = (&'static str, String, bool, u32, u32);

fn seen<'t>(mut events: impl Events<'t>) -> Option<Vec<Seen>> {
    let mut all = Vec::new();
    while let Some(event) = events.next().ok()? {
        all.push(match event {
            // If nothing is written, there is no place.
            Event::Word(word) if word.value.is_empty() => ("word", String::new(), word.is_bare, 0, 0),
            Event::Word(word) => ("word", word.value.into_owned(), word.is_bare, word.span.start, word.span.end),
            // A list without an indentation of its own has no place that all agree on.
            Event::List(_) => ("list", String::new(), false, 0, 0),
            Event::Map(span) => ("map", String::new(), false, span.start, span.end),
            Event::End => ("end", String::new(), false, 0, 0),
        });
    }
    Some(all)
}

fn both(text: &str) -> (Option<Vec<Seen>>, Option<Vec<Seen>>) {
    let file = Sources::default().add("t", "");
    (Plain::new(text, file).and_then(seen), seen(Full::new(text, file)))
}

#[test]
fn what_tools_write_is_read_quickly() {
    for text in [
        "urn: a:b:c\nlist:\n- one\n- two: 2\n  three: 'it''s'\n- \"\\u00e9 \\\"x\\\" \\\n    \\ y\"\nempty: []\nnone: {}\nnull:\n",
        "a:\n  b: one\n    two\n\n    three\n  c: 'one\n    two\n\n    three'\n  d: \"one\n    two\\n\\\n    \\  three\"\n",
        "a:\n- - x\n  - y\n- z\n# comment\nb:\n    - c: d\n      e: f\n    - g\n",
        "a: -1\nb: x:y\nc: x#y\nd: http://example.org/?q=1#2\ne: \"\"\nf: ''\n'g': h\n\"i\": j\n",
        "a: é\nb: \"\\U0001F600\"\n",
        "a: b",
        "a:\n",
    ] {
        let (plain, full) = both(text);
        assert!(plain.is_some(), "{text}");
        assert_eq!(plain, full, "{text}");
    }
}

#[test]
fn what_is_unusual_is_left_to_the_full_reader() {
    for text in [
        "a: |\n  b\n",
        "a: [b, c]\n",
        "a: {b: c}\n",
        "a: b # c\n",
        "a: &x b\n",
        "a: !!str b\n",
        "--- \na: b\n",
        "? a\n: b\n",
        "a: b\r\n",
        "a:\tb\n",
        "\u{feff}a: b\n",
        "- a\n",
        "a: b: c\n",
        "a: 'b\n",
        "a: \"\\q\"\n",
        "a:\n  b\n",
        "a: b\n c: d\n",
        "a: b\n...\n",
        "a: \"b\nc\"\n",
        "a: b\n  # c\n",
    ] {
        assert_eq!(both(text).0, None, "{text}");
    }
}

#[test]
fn aliases_repeat_what_they_name_within_bounds() {
    let (_, full) = both("a: &x\n- b\n- c: &y d\ne: *x\nf: *y\n");
    let words: Vec<String> = full.unwrap().into_iter().filter(|seen| seen.0 == "word").map(|seen| seen.1).collect();
    assert_eq!(words.join(" "), "a b c d e b c d f d");
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let above = level - 1;
        bomb += &format!("a{level}: &a{level} [*a{above}, *a{above}, *a{above}, *a{above}, *a{above}, *a{above}]\n");
    }
    assert_eq!(both(&bomb).1, None);
    assert_eq!(both("a: &x [*x]\n").1, None);
}

/// A text in one of the ways in which tools write it, on lines after its key that are indented so far.
fn scalar(indent: usize) -> impl Strategy<Value = String> {
    let margin = " ".repeat(indent);
    let words = prop::collection::vec("[a-zé0-9'\"\\\\:#,.-]{1,4}", 1..5);
    (words, 0..4_u8, prop::collection::vec(0..4_usize, 5)).prop_map(move |(words, style, breaks)| {
        let joined = words.iter().zip(&breaks).fold(String::new(), |mut joined, (word, gap)| {
            if !joined.is_empty() {
                match gap {
                    0 | 1 => joined.push(' '),
                    gap => joined += &format!("{}{margin}", "\n".repeat(gap - 1)),
                }
            }
            match style {
                0 => joined += &word.replace('\'', "''"),
                1 => joined += &word.replace('\\', "\\\\").replace('"', "\\\""),
                _ => joined += word,
            }
            joined
        });
        match style {
            0 => format!("'{joined}'"),
            1 => format!("\"{joined}\""),
            _ => joined,
        }
    })
}

/// Lines of a mapping at an indentation, with what may be in it.
fn mapping(indent: usize, depth: u32) -> BoxedStrategy<String> {
    let margin = " ".repeat(indent);
    let value = scalar(indent + 2).prop_map(|text| format!(" {text}\n")).boxed();
    let value = if depth == 0 {
        value
    } else {
        let lists = (0..2_usize).prop_flat_map(move |inner| {
            let at = indent + 2 * inner;
            let item = prop_oneof![
                scalar(at + 2),
                mapping(at + 2, depth - 1).prop_map(|lines| lines.trim_start().trim_end_matches('\n').to_owned())
            ];
            prop::collection::vec(item, 1..3).prop_map(move |items| {
                items.iter().fold("\n".to_owned(), |lines, item| lines + &format!("{}- {item}\n", " ".repeat(at)))
            })
        });
        prop_oneof![value, lists, mapping(indent + 2, depth - 1).prop_map(|lines| format!("\n{lines}"))].boxed()
    };
    prop::collection::vec(("[a-z]{1,3}", value), 1..4)
        .prop_map(move |pairs| {
            pairs.iter().fold(String::new(), |lines, (key, value)| lines + &format!("{margin}{key}:{value}"))
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_say_the_same_of_what_is_laid_out_by_tools(text in mapping(0, 2)) {
        if let (Some(plain), full) = both(&text) {
            prop_assert_eq!(Some(plain), full);
        }
    }

    #[test]
    fn and_of_the_same_with_a_slip_in_it(text in mapping(0, 2), at in any::<prop::sample::Index>(), slip in "[ \n:#'\"\\\\{}\\[\\]|>&*!?,a-]{0,2}", length in 0..3_usize) {
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let start = starts[at.index(starts.len())];
        let end = text[start..].char_indices().nth(length).map_or(text.len(), |(end, _)| start + end);
        let text = format!("{}{slip}{}", &text[..start], &text[end..]);
        if let (Some(plain), full) = both(&text) {
            prop_assert_eq!(Some(plain), full, "{}", text);
        }
    }
}
