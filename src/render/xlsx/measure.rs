//! How much room texts take, in pixels of Excel's usual font.

use rust_xlsxwriter::cell_autofit_width;
use unicode_width::UnicodeWidthChar;

/// How tall a line is.
pub(super) const LINE: u32 = 20;

/// The tallest that a row may be.
pub(super) const TALLEST: u32 = 545;

/// The room between the edges of a cell and its text.
pub(super) const PADDING: u32 = 16;

const SPACE: u32 = 3;
const WIDE: u32 = 16;

/// How wide a text on one line is. Excel's own measure, which adds the padding of a cell, takes every letter beyond ASCII
/// for a narrow one.
pub(super) fn width(text: &str) -> u32 {
    let padding = cell_autofit_width("");
    let letter = |letter: char| match letter.width() {
        Some(0) | None => 0,
        Some(1) => cell_autofit_width(letter.encode_utf8(&mut [0; 4])) - padding,
        Some(_) => WIDE,
    };
    text.chars().map(letter).sum()
}

/// How wide the longest line of a text is.
pub(super) fn longest(text: &str) -> u32 {
    text.lines().map(width).max().unwrap_or(0)
}

/// How many lines a text takes where a line has this room. Words are kept whole where they fit.
pub(super) fn lines(text: &str, room: u32) -> u32 {
    let room = room.max(1);
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split_whitespace().map(width) {
            if used > 0 && used + SPACE + word > room {
                lines += 1;
                used = 0;
            }
            used += if used > 0 { SPACE + word } else { word };
            lines += (used.max(1) - 1) / room;
            used = (used.max(1) - 1) % room + 1;
        }
        lines
    };
    text.lines().map(of_line).sum::<u32>().max(1)
}

#[cfg(test)]
mod tests {
    use super::{lines, width};

    #[test]
    fn words_go_to_the_next_line_whole_and_only_what_fits_nowhere_is_broken() {
        // A zero is seven pixels wide, a space three.
        assert_eq!(width("0000"), 28);
        assert_eq!(lines("", 100), 1);
        assert_eq!(lines("0000 0000", 59), 1);
        assert_eq!(lines("0000 0000", 58), 2);
        assert_eq!(lines("0000 0000 0000", 60), 2);
        assert_eq!(lines("0000\n\n0000", 60), 3);
        assert_eq!(lines("0000000000", 28), 3);
        assert_eq!(lines("00 0000000000", 28), 4);
        assert_eq!(lines("日本", 16), 2);
        assert_eq!(lines(&"0".repeat(1_000), 700), 10);
    }
}
