//! Texts as OSCAL takes them: one line or several, tokens, moments and addresses.

use std::fmt::Display;

use jiff::civil::Date;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::losses::Losses;

/// The moment that stands where the data have none: a document has to say when it was last modified.
pub(in crate::exchange::oscal) const UNKNOWN_MOMENT: &str = "1970-01-01T00:00:00Z";

/// What an address cannot hold as it is; `%` is handled separately.
const NOT_IN_ADDRESSES: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// A text on one line: line breaks, other white space and invisible characters become single spaces. Nothing if nothing
/// is left.
pub(super) fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(is_blank).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A text that may have several lines, as it is except for control characters. Nothing if no character is visible.
pub(super) fn prose(text: &str) -> Option<String> {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let visible = |c: char| if matches!(c, '\n' | '\t') || !is_outside_of_xml(c) { c } else { ' ' };
    let is_seen = text.chars().any(|c| !is_blank(c));
    is_seen.then(|| lines.chars().map(visible).collect())
}

/// Counts the texts that no document holds as they are.
pub(super) fn count_changed<'t>(texts: impl IntoIterator<Item = &'t str>, losses: &mut Losses) {
    for text in texts {
        match prose(text) {
            Some(written) if written == text => {}
            Some(_) => losses.add([
                "text loses control characters, or has another kind of line break",
                "texts lose control characters, or have another kind of line break",
            ]),
            None => losses
                .add(["text without a visible character is left out", "texts without visible characters are left out"]),
        }
    }
}

/// Counts the names that are written otherwise, since a name has one line and no blanks around it.
pub(super) fn count_changed_names<'t>(names: impl IntoIterator<Item = &'t str>, losses: &mut Losses) {
    let changed = names.into_iter().filter(|name| line(name).as_deref() != Some(name.trim_end_matches('\n'))).count();
    losses.add_many(
        [
            "name is written in one line, with single spaces inside it and none around it",
            "names are written in one line, with single spaces inside them and none around them",
        ],
        changed,
    );
}

/// A title that a document has to have: a text on one line, or another where the text is empty.
pub(super) fn title(text: &str, otherwise: impl Display) -> String {
    line(text).or_else(|| line(&otherwise.to_string())).unwrap_or_else(|| "Untitled".to_owned())
}

/// A text as a token: letters and digits of ASCII, `.`, `-` and `_`, the first a letter or `_`.
pub(super) fn token(text: &str) -> String {
    let plain: String = text.chars().map(|c| if is_in_tokens(c) { c } else { '-' }).collect();
    let may_begin = plain.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if may_begin { plain } else { format!("_{plain}") }
}

/// Whether a text is a token already.
pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty() && token(text) == text
}

/// The beginning of the day, the month or the year that a text says (`2008-11-15`, `2008-11`, `2008`), in UTC.
pub(super) fn moment(text: &str) -> Option<String> {
    let text = text.trim();
    let day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    day.parse().ok().and_then(moment_of)
}

/// The beginning of a day in UTC. OSCAL has no years before 1900 and none after 2999.
pub(super) fn moment_of(day: Date) -> Option<String> {
    (1900..3000).contains(&day.year()).then(|| format!("{day}T00:00:00Z"))
}

/// A path or an address as a reference: what it cannot hold is percent-encoded, and none leads into the document
/// itself.
pub(super) fn reference(text: &str) -> Option<String> {
    let text = line(text)?;
    let mut encoded = String::with_capacity(text.len());
    for (at, piece) in text.split('%').enumerate() {
        let is_encoded = piece.len() >= 2 && piece.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
        if at > 0 {
            encoded.push_str(if is_encoded { "%" } else { "%25" });
        }
        encoded.extend(utf8_percent_encode(piece, NOT_IN_ADDRESSES));
    }
    // A second number sign, and one at the very beginning, are part of a file's name.
    let (path, fragment) = match encoded.split_once('#') {
        Some(("", rest)) => (format!("%23{}", rest.replace('#', "%23")), None),
        Some((path, fragment)) => (path.to_owned(), Some(fragment.replace('#', "%23"))),
        None => (encoded, None),
    };
    // Brackets belong around the address of a host, and nowhere else.
    let path = if path.contains("://") { path } else { path.replace('[', "%5B").replace(']', "%5D") };
    Some(match fragment {
        Some(fragment) => format!("{path}#{}", fragment.replace('[', "%5B").replace(']', "%5D")),
        None => path,
    })
}

/// What a reference names: the text that it was made of where that is next to it, or else the path that it encodes.
pub(in crate::exchange::oscal) fn referred(href: &str, described: Option<&str>) -> String {
    if let Some(described) = described
        && reference(described).as_deref() == Some(href)
    {
        return described.to_owned();
    }
    let decoded = percent_decode_str(href).decode_utf8().map(|path| path.into_owned());
    let is_path = |path: &String| !href.contains("://") && reference(path).as_deref() == Some(href);
    decoded.ok().filter(is_path).unwrap_or_else(|| href.to_owned())
}

fn is_in_tokens(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_outside_of_xml(c)
}

/// Whether a character is a control, or one that the XML form of a document cannot hold.
fn is_outside_of_xml(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::{is_token, line, moment, prose, reference, referred, token};

    #[test]
    fn a_line_keeps_all_words_and_no_break() {
        assert_eq!(line(" a\r\nb\u{2028}c\u{0}d\t e\u{feff} ").as_deref(), Some("a b c d e"));
        assert_eq!(line("\n \u{1b}"), None);
    }

    #[test]
    fn prose_keeps_its_lines_and_loses_control_characters() {
        assert_eq!(prose("a \r\nb\u{7}c\n\n d\te\n").as_deref(), Some("a \nb c\n\n d\te\n"));
        assert_eq!(prose("\u{0}\n"), None);
    }

    #[test]
    fn a_token_begins_with_a_letter() {
        assert_eq!(
            [token("A.5(1)"), token("4.1"), token("é:x"), token("")],
            ["A.5-1-", "_4.1", "--x", "_"].map(|expected| if expected.starts_with('-') {
                format!("_{expected}")
            } else {
                expected.to_owned()
            })
        );
        assert!(is_token("ac-2.1") && !is_token("4.1") && !is_token("urn:a") && !is_token(""));
    }

    #[test]
    fn a_day_a_month_and_a_year_begin_at_midnight() {
        let moments = ["2008-11-15", "2008-02", "2008", "1899", "2008-02-30", "soon", ""].map(moment);
        let expected = [Some("2008-11-15"), Some("2008-02-01"), Some("2008-01-01"), None, None, None, None];
        assert_eq!(moments, expected.map(|day| day.map(|day| format!("{day}T00:00:00Z"))));
    }

    #[test]
    fn a_path_becomes_a_reference_that_leads_out_of_the_document() {
        for (text, expected) in [
            ("docs/My manual.pdf", "docs/My%20manual.pdf"),
            ("100% done.md", "100%25%20done.md"),
            ("a%20b?c=d#e", "a%20b?c=d#e"),
            ("#3 of the list", "%233%20of%20the%20list"),
            ("https://example.com/é", "https://example.com/%C3%A9"),
            (r"C:\docs\a[1].md", "C:%5Cdocs%5Ca%5B1%5D.md"),
        ] {
            assert_eq!(reference(text).as_deref(), Some(expected));
        }
        assert_eq!(reference(" \n"), None);
    }

    #[test]
    fn an_address_is_the_text_that_it_was_made_of() {
        for (href, described, expected) in [
            ("docs/My%20manual.pdf", Some("docs/My manual.pdf"), "docs/My manual.pdf"),
            ("docs/My%20manual.pdf", Some("The manual"), "docs/My manual.pdf"),
            ("a%20b.md", Some("a%20b.md"), "a%20b.md"),
            ("%233%20of%20the%20list", None, "#3 of the list"),
            ("https://example.com/a%20b", Some("A page"), "https://example.com/a%20b"),
            ("https://example.com/a%20b", Some("https://example.com/a b"), "https://example.com/a b"),
            ("%FF.md", None, "%FF.md"),
        ] {
            assert_eq!(referred(href, described), expected, "{href} {described:?}");
        }
    }
}
