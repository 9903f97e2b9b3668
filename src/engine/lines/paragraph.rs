//! Running text in lines of a width.

use std::borrow::Cow;

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::sanitized;

/// The space between columns.
pub const GAP: usize = 2;
/// How titles look.
pub const TITLE: Style = Style::new().bold();

/// A text in lines of a width, those after the first with an indentation.
pub fn wrapped(text: &str, width: usize, indent: &str) -> String {
    filled(text, "", indent, width.max(20))
}

/// One paragraph in lines of a width, the first after one indentation and the others after another. Only a word that is
/// wider than a line is broken.
pub fn filled(text: &str, first: &str, next: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).initial_indent(first).subsequent_indent(next).break_words(false);
    let options = options
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let room = width.saturating_sub(first.width().max(next.width())).max(8);
    let text = sanitized(text).replace('\n', " ");
    let text = broken(&text, room);
    let mut lines = text.split('\n');
    let head = textwrap::fill(lines.next().unwrap_or(""), &options);
    // What follows a piece of a word is not a first line.
    let options = options.initial_indent(next);
    lines.fold(head, |text, line| text + "\n" + &textwrap::fill(line, &options))
}

/// The text with every word that is wider than a column broken, after a hyphen or another sign if there is one.
pub(super) fn broken(text: &str, width: usize) -> Cow<'_, str> {
    if text.split(' ').all(|word| columns_of(word) <= width) {
        return text.into();
    }
    let break_word = |word: &str| {
        let (mut broken, mut line) = (String::new(), String::new());
        // No line is wider than that. What it is takes a pass over the whole line, since signs may join.
        let mut at_most = 0;
        for c in word.chars() {
            line.push(c);
            at_most += most_added(c);
            if at_most < width {
                continue;
            }
            at_most = line.width();
            if at_most >= width {
                let cut = line.rfind(['-', '/', ':', '.', '_']).map_or(line.len(), |at| at + 1);
                broken.push_str(&line[..cut]);
                broken.push('\n');
                line.drain(..cut);
                at_most = line.width();
            }
        }
        broken + &line
    };
    text.split(' ')
        .map(|word| if columns_of(word) > width { break_word(word) } else { word.to_owned() })
        .collect::<Vec<_>>()
        .join(" ")
        .into()
}

/// How many columns a text takes.
pub(super) fn columns_of(text: &str) -> usize {
    // What is most of all texts needs no table of characters.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain { text.len() } else { text.width() }
}

/// By how much a character widens a line at the most: by its own width, but for the one that makes a sign before it a
/// picture, which may be wider.
pub(super) fn most_added(c: char) -> usize {
    const PICTURE: char = '\u{fe0f}';
    if c == PICTURE { 1 } else { c.width().unwrap_or(1) }
}
