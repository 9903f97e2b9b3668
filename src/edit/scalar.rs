//! Texts as YAML scalars that every reader takes for the same text, in YAML 1.1 as in 1.2.

use crate::load::layout::{Quote, Style};

/// A text as it can be written in a mapping of a style: as it is where that is safe and usual, else in double quotes.
pub(crate) fn scalar(text: &str, style: Style) -> String {
    if is_plain(text, style) { text.to_owned() } else { quoted(text) }
}

/// A text in the quotes of the text before, if possible.
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

/// How wide a line of YAML may be: linters refuse wider ones where they could be broken.
pub(crate) const WIDTH: usize = 80;

/// A text in double quotes that begins in a column, with lines that are not too wide and that begin with so many blanks.
/// It begins in a line of its own where its first word would be too wide for the line. Words are never broken.
pub(crate) fn wrapped(text: &str, column: usize, indent: usize) -> String {
    let quoted = quoted(text);
    let margin = format!("\n{}", " ".repeat(indent));
    let (mut out, mut at) = (String::new(), column);
    for (number, word) in words(&quoted).into_iter().enumerate() {
        let width = word.chars().count();
        let gap = usize::from(number > 0);
        if at + gap + width > WIDTH && (number > 0 || column > indent) {
            out.push_str(&margin);
            at = indent + width;
        } else {
            out.push_str(&" ".repeat(gap));
            at += gap + width;
        }
        out.push_str(word);
    }
    out
}

/// The stretches of a quoted text between which a line may end: at one blank alone, since several are not kept there.
fn words(quoted: &str) -> Vec<&str> {
    let bytes = quoted.as_bytes();
    let last = bytes.len().saturating_sub(1);
    let is_alone = |at: &usize| at + 1 < last && *at > 1 && bytes[at - 1] != b' ' && bytes[at + 1] != b' ';
    let mut start = 0;
    let breaks = quoted.match_indices(' ').map(|(at, _)| at).filter(is_alone);
    let mut words: Vec<&str> = Vec::new();
    for at in breaks {
        words.push(&quoted[start..at]);
        start = at + 1;
    }
    words.push(&quoted[start..]);
    words
}

/// The lines of a comment, those after the first so much further to the right, none of them too wide.
pub(crate) fn comment(margin: &str, said: &str, further: &str) -> Vec<String> {
    let (first, rest) = (format!("{margin}# "), format!("{margin}# {further}"));
    let mut lines = vec![first];
    let mut is_empty = true;
    for word in said.split(' ') {
        let width = lines.last().map_or(0, |line| line.chars().count());
        if !is_empty && width + 1 + word.chars().count() > WIDTH {
            lines.push(rest.clone());
            is_empty = true;
        }
        if let Some(line) = lines.last_mut() {
            line.extend([if is_empty { "" } else { " " }, word]);
        }
        is_empty = false;
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
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

/// Whether a character can be written in a line as it is, and is visible.
pub(crate) fn is_printable(c: char) -> bool {
    !c.is_control()
        && !matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff0..=0xffff | 0xe0000..)
}

#[cfg(test)]
mod tests {
    use crate::load::layout::{Form, Layout};

    use super::{Quote, Style, quoted, requoted, scalar, wrapped};

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
    fn a_wide_text_is_broken_at_single_blanks_and_read_back_as_it_was() {
        let long = "word ".repeat(40);
        for text in [long.trim(), "two  blanks ".repeat(20).trim(), " begins\tand ends ", &"x".repeat(100), "a\nb"] {
            for column in [4, 20, 78] {
                let written = format!("{}{}", " ".repeat(column), wrapped(text, column, 4));
                let layout = Layout::read(&format!("k:\n{written}\n")).unwrap();
                let Form::Text(value, Quote::Double) = &layout.root.pairs()[0].value.form else { panic!("{written}") };
                assert_eq!(value, text);
                for line in written.lines() {
                    assert!(line.chars().count() <= 80 || !line.trim().contains(' '), "{line}");
                }
            }
        }
        assert_eq!(wrapped("a b", 76, 2), "\"a\n  b\"");
        assert_eq!(wrapped(&"x".repeat(79), 6, 2), format!("\n  \"{}\"", "x".repeat(79)));
    }

    #[test]
    fn quotes_are_kept_where_they_can_hold_the_text() {
        assert_eq!(requoted("it's", Quote::Single, Style::Block), "'it''s'");
        assert_eq!(requoted("a\nb", Quote::Single, Style::Block), r#""a\nb""#);
        assert_eq!(requoted("a", Quote::Double, Style::Block), "\"a\"");
        assert_eq!(quoted("a\"\\\u{1b}\u{85}\u{2028}\u{e0001}é"), r#""a\"\\\u001b\u0085\u2028\U000e0001é""#);
    }
}
