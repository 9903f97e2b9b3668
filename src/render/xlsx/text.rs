//! Texts as Excel takes them: without line breaks where it knows none, and as long as it counts them.

use crate::report::sanitized;

/// The text without line breaks, and without what no XML may hold.
pub(super) fn one_line(text: &str) -> String {
    sanitized(text.trim()).replace('\n', " ").replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// How long Excel takes a text to be.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The longest beginning of a text that is no longer than this.
pub(super) fn first_units(text: &str, most: usize) -> &str {
    let mut sum = 0;
    let end = text.char_indices().find(|(_, c)| {
        sum += c.len_utf16();
        sum > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}
