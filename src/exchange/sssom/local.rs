//! Names and texts that have to be in a cell of SSSOM without being taken for something else.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Under which key the slot `other` holds those who reviewed a row and whose names would be taken for nothing in a
/// cell.
pub(super) const REVIEWED_BY: &str = "reviewed-by";

/// What is spelt in the local part of a CURIE: all but letters, digits and the signs that clause numbers are made of. A
/// space there would cost the row, and so do some signs.
const IN_CURIE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'(').remove(b')');

/// What is spelt in a value of the slot `other`, whose pairs a bar parts.
const IN_PAIR: &AsciiSet = &percent_encoding::CONTROLS.add(b'%').add(b'|').add(b'"');

/// What pandas, with which most tools read tables, takes for nothing when it stands alone in a cell.
const NOTHING: [&str; 19] = [
    "", "#n/a", "#n/a n/a", "#na", "-1.#ind", "-1.#qnan", "-nan", "1.#ind", "1.#qnan", "<na>", "n/a", "na", "null",
    "nan", "none", "-", "n.a.", "?", "nil",
];

/// The local part of a CURIE for a clause number.
pub(super) fn encoded(number: &str) -> String {
    utf8_percent_encode(number, IN_CURIE).to_string()
}

/// The text that a spelling stands for.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// Several values as one cell holds them: a bar parts them, and is after a backslash if it is part of one.
pub(super) fn several<'t>(values: impl IntoIterator<Item = &'t str>) -> String {
    values.into_iter().map(|value| value.replace('|', r"\|")).collect::<Vec<_>>().join("|")
}

/// The values of such a cell, without spaces around them; none of them is empty.
pub(super) fn parted(cell: &str) -> Vec<String> {
    let (mut values, mut value, mut rest) = (Vec::new(), String::new(), cell.chars().peekable());
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek() == Some(&'|') => value.extend(rest.next()),
            '|' => values.push(std::mem::take(&mut value)),
            c => value.push(c),
        }
    }
    values.push(value);
    values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// Whether a text alone in a cell comes through the tools of the field as it is.
pub(super) fn is_safe(text: &str) -> bool {
    !NOTHING.contains(&text.to_lowercase().as_str()) && text.trim() == text && !text.contains('\r')
}

/// Pairs of keys and values as the slot `other` holds them. Blanks around a value are spelt, since a program may cut off
/// those at the end of a cell.
pub(super) fn pairs<'t>(pairs: impl IntoIterator<Item = (&'t str, String)>) -> String {
    let blanks = |count: usize| "%20".repeat(count);
    let pair = |(key, value): (&str, String)| {
        let from_start = value.trim_start_matches(' ');
        let inner = from_start.trim_end_matches(' ');
        let (before, behind) = (blanks(value.len() - from_start.len()), blanks(from_start.len() - inner.len()));
        format!("{key}={before}{}{behind}", utf8_percent_encode(inner, IN_PAIR))
    };
    pairs.into_iter().map(pair).collect::<Vec<_>>().join("|")
}

/// The value of a key in the slot `other`.
pub(super) fn value(other: &str, key: &str) -> Option<String> {
    let found = other.split('|').filter_map(|pair| pair.split_once('=')).find(|(known, _)| known.trim() == key);
    found.map(|(_, value)| decoded(value))
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded, is_safe, pairs, parted, several, value};

    #[test]
    fn what_is_spelt_comes_back_as_it_was() {
        for number in ["4.1", "AC-2(1)", "A+B", "=E", "50%", "KPA.é", "a:b", "C,D"] {
            let curie = encoded(number);
            assert!(curie.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':'), "{curie}");
            assert_eq!(decoded(&curie), number);
        }
        let other = pairs([("add", "a | b\n100 %".to_owned()), ("items", "c=d".to_owned())]);
        assert_eq!(other, "add=a %7C b%0A100 %25|items=c=d");
        assert_eq!(value(&other, "add").as_deref(), Some("a | b\n100 %"));
        assert_eq!((value(&other, "items").as_deref(), value(&other, "note")), (Some("c=d"), None));
        for text in [" a", "a  ", "  a b ", "\ta\t", " ", "", "a\r\n", "a\u{a0}"] {
            let other = pairs([("note", text.to_owned())]);
            assert!(is_safe(&other), "{other:?}");
            assert_eq!(value(&other, "note").as_deref(), Some(text));
        }
    }

    #[test]
    fn several_values_of_a_cell_are_parted_by_bars_that_are_no_part_of_them() {
        let names = ["A. Lee", "Audit | Risk", r"C:\d"];
        let cell = several(names);
        assert_eq!(cell, r"A. Lee|Audit \| Risk|C:\d");
        assert_eq!(parted(&cell), names);
        assert_eq!(parted(" | A |"), ["A"]);
    }

    #[test]
    fn nothing_stands_alone_in_a_cell_that_is_read_as_nothing() {
        for unsafe_text in ["NA", "n/a", "N/A", "None", "null", "", " a", "a\r\nb"] {
            assert!(!is_safe(unsafe_text), "{unsafe_text:?}");
        }
        assert!(is_safe("NA: see 4.1") && is_safe("a\tb\nc"));
    }
}
