//! Texts as YAML scalars that every reader takes for the same text, in YAML 1.1 as in 1.2.

use crate::load::layout::{Quote, Style};

/// A text as it may stand in a mapping of a style: as it is where that is safe and usual, else in double quotes.
pub(crate) fn scalar(text: &str, style: Style) -> String {
    if is_plain(text, style) { text.to_owned() } else { quoted(text) }
}

/// A text in the quotes that stood there before, where they can hold it.
pub(crate) fn requoted(text: &str, quote: Quote, style: Style) -> String {
    match quote {
        Quote::Plain | Quote::Block => scalar(text, style),
        Quote::Single if text.chars().all(is_printable) => format!("'{}'", text.replace('\'', "''")),
        Quote::Single | Quote::Double => quoted(text),
    }
}

/// A text in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_printable(c) => quoted.push(c),
            c => quoted.push_str(&match u32::from(c) {
                // JSON knows this one too, unlike `\x1b`.
                code @ 0..=0xffff => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            }),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text without quotes is that text and nothing else to any reader: no number, no word such as `no`, no sign
/// that means something.
fn is_plain(text: &str, style: Style) -> bool {
    let begins_well = text.starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '(');
    let ends_well = !text.ends_with(|c: char| c.is_whitespace() || c == ':');
    let means_nothing = match style {
        Style::Block => !text.contains(": ") && !text.contains(" #"),
        Style::Flow => !text.contains([',', '[', ']', '{', '}', ':', '#']),
        Style::Json => false,
    };
    // Numbers, days and times begin with a digit, signs and points being ruled out; only times hold a blank.
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ':' | ' ' | 'T' | 't' | 'Z' | 'z');
    let is_number =
        text.starts_with(|c: char| c.is_ascii_digit()) && (!text.contains(' ') || text.chars().all(is_of_time));
    let is_word = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    begins_well && ends_well && means_nothing && !is_number && !is_word && text.chars().all(is_printable)
}

/// Whether a character may stand in a line as it is, and is seen there.
pub(crate) fn is_printable(c: char) -> bool {
    !c.is_control()
        && !matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff0..=0xffff | 0xe0000..)
}

#[cfg(test)]
mod tests {
    use super::{Quote, Style, quoted, requoted, scalar};

    #[test]
    fn a_text_is_plain_only_where_no_reader_takes_it_for_anything_else() {
        for plain in [
            "Quality manager",
            "docs/a.pdf",
            "Ann (IT)",
            "é",
            "10 servers in use",
            "it's",
            "Ada",
            "4.1 is met",
            "/srv/x",
        ] {
            assert_eq!(scalar(plain, Style::Block), plain);
        }
        let quoted = [
            "",
            " a",
            "a ",
            "no",
            "Yes",
            "NULL",
            "~",
            "4.10",
            "1e3",
            "0x1F",
            "12:30",
            "2026-11-20",
            "1_000",
            "0b101",
            "0o17",
            "a: b",
            "a:",
            "a #b",
            "- a",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "|",
            ">",
            "'a",
            "\"a",
            "[a",
            "{a",
            "?",
            "#a",
            "a\nb",
            "a\tb",
            "=",
            "<<",
            "...",
            "---",
            "y",
            "3d",
            "\u{feff}a",
            ".5",
            "+1",
            "2026-11-20 10:00:00",
        ];
        for text in quoted {
            assert!(scalar(text, Style::Block).starts_with('"'), "{text:?}");
        }
        for text in ["a, b", "a]", "https://example.com", "a}", "a#b"] {
            assert!(scalar(text, Style::Flow).starts_with('"'), "{text:?}");
        }
        assert_eq!(scalar("a, b https://example.com", Style::Block), "a, b https://example.com");
    }

    #[test]
    fn quotes_are_kept_where_they_can_hold_the_text() {
        assert_eq!(requoted("it's", Quote::Single, Style::Block), "'it''s'");
        assert_eq!(requoted("a\nb", Quote::Single, Style::Block), r#""a\nb""#);
        assert_eq!(requoted("a", Quote::Double, Style::Block), "\"a\"");
        assert_eq!(quoted("a\"\\\u{1b}\u{85}\u{2028}\u{e0001}é"), r#""a\"\\\u001b\u0085\u2028\U000e0001é""#);
    }
}
