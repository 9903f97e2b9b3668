//! How much room texts take, in twentieths of a point, and how columns share a page.

use unicode_width::UnicodeWidthChar;

/// The room between the edges of a cell and its text, left and right together.
const PADDING: u32 = 170;

/// What a column would like to have.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wish {
    /// What its longest word takes.
    pub(super) least: u32,
    /// What its longest line takes, within reason.
    pub(super) most: u32,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// How large its letters are.
    pub(super) half_points: u32,
    pub(super) is_bold: bool,
    /// Whether it stays on one line.
    pub(super) is_whole: bool,
    /// Whether its letters are not the usual ones, and may be wider: programs without them take others.
    pub(super) is_foreign: bool,
}

impl Wish {
    /// A longer word is broken.
    const LONGEST_WORD: u32 = 2_300;
    /// A longer line counts no more than this.
    const LONGEST_LINE: u32 = 40_000;
    /// With so much, a column of text does not consist of single words below each other.
    const GOOD: u32 = 1_500;

    /// The same with another text below.
    pub(super) fn and(self, text: &str, setting: Setting) -> Self {
        let longest = |lengths: &mut dyn Iterator<Item = u32>| lengths.max().unwrap_or(0);
        let line = longest(&mut text.lines().map(|line| width(line, setting)));
        let word = longest(&mut text.split(may_break).map(|word| width(word, setting)));
        let least = if setting.is_whole { line } else { word };
        Self { least: self.least.max(least.min(Self::LONGEST_WORD)), most: self.most.max(line.min(Self::LONGEST_LINE)) }
    }

    /// The same with the edges of its cells.
    pub(super) fn with_edges(self) -> Self {
        Self { least: self.least + PADDING, most: self.most + PADDING }
    }

    /// What it gets before others get more than that.
    fn good(self) -> u32 {
        self.least.max(self.most.min(Self::GOOD))
    }
}

/// Whether a line may end here.
fn may_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

/// How wide a text on one line is in a letter such as Arial's.
fn width(text: &str, setting: Setting) -> u32 {
    let thousandths: u32 = text
        .chars()
        .map(|c| match c {
            ' ' | '\u{a0}' | '\u{202f}' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\''
            | '(' | ')' | '/' | '-' => 320,
            'm' | 'w' | 'M' | 'W' | '%' | '@' => 880,
            'A'..='Z' => 700,
            c if c.width() == Some(2) => 1_000,
            c if c.width() == Some(0) => 0,
            _ => 560,
        })
        .sum();
    let plain = thousandths * setting.half_points / 100;
    let plain = if setting.is_foreign { plain * 6 / 5 } else { plain };
    if setting.is_bold { plain * 9 / 8 } else { plain }
}

/// How many lines a text takes in a column, about: words that are kept whole leave some room at the ends of lines.
pub(super) fn lines(text: &str, setting: Setting, column: u32) -> u32 {
    let room = column.saturating_sub(PADDING).max(1);
    let of_line = |line: &str| {
        let width = width(line, setting);
        if width <= room { 1 } else { (width * 11 / 10).div_ceil(room) }
    };
    text.lines().map(of_line).sum::<u32>().max(1)
}

/// The widths of columns on a page: each what it needs; then what makes it read well; what is left goes where the text is.
pub(super) fn shared(wishes: &[Wish], page: u32) -> Vec<u32> {
    let good: Vec<u32> = wishes.iter().map(|wish| wish.good()).collect();
    let most: Vec<u32> = wishes.iter().map(|wish| wish.most).collect();
    let mut widths: Vec<u32> = wishes.iter().map(|wish| wish.least).collect();
    let least: u32 = widths.iter().sum();
    if least >= page {
        return widths.iter().map(|width| width * page / least.max(1)).collect();
    }
    for wanted in [good, most] {
        raise(&mut widths, &wanted, page);
    }
    widths
}

/// Brings widths nearer to those that are wanted, all by the same share, as far as a page allows.
fn raise(widths: &mut [u32], wanted: &[u32], page: u32) {
    let more: u32 = widths.iter().zip(wanted).map(|(width, wanted)| wanted.saturating_sub(*width)).sum();
    let left = page.saturating_sub(widths.iter().sum()).min(more);
    for (width, wanted) in widths.iter_mut().zip(wanted) {
        let share = u64::from(wanted.saturating_sub(*width)) * u64::from(left) / u64::from(more.max(1));
        *width += u32::try_from(share).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::{Setting, Wish, shared, width};

    const PLAIN: Setting = Setting { half_points: 18, is_bold: false, is_whole: false, is_foreign: false };

    #[test]
    fn each_column_has_its_longest_word_and_what_is_left_goes_where_the_text_is() {
        let wishes = [Wish { least: 1_000, most: 1_000 }, Wish { least: 1_000, most: 9_000 }];
        assert_eq!(shared(&wishes, 9_638), [1_000, 8_638]);
        // A title gets enough space before the long text next to it gets the rest.
        let titled = [Wish { least: 1_000, most: 3_000 }, Wish { least: 1_000, most: 40_000 }];
        assert_eq!(shared(&titled, 3_000), [1_500, 1_500]);
        assert_eq!(shared(&titled, 9_000), [1_725, 7_275]);
        // What no column needs is left.
        assert_eq!(shared(&wishes[..1], 9_638), [1_000]);
        // Where even the words have no room, all give way alike.
        assert_eq!(shared(&wishes, 1_000), [500, 500]);
        assert_eq!(shared(&[], 1_000), [0; 0]);
    }

    #[test]
    fn a_text_takes_the_room_of_its_longest_line_and_its_longest_word() {
        // Ten digits of nine points, each 0.56 of that wide.
        assert_eq!(width("0123456789", PLAIN), 1_008);
        assert_eq!(width("0123456789", Setting { is_bold: true, ..PLAIN }), 1_134);
        let wish = Wish::default().and("01234 01\n0", PLAIN);
        assert_eq!((wish.least, wish.most), (504, 763));
        assert_eq!(Wish::default().and("01234 01", Setting { is_whole: true, ..PLAIN }).least, 763);
        // A space that keeps words together, and letters of which nothing is known.
        assert_eq!(Wish::default().and("01234\u{a0}01", PLAIN).least, 763);
        assert_eq!(width("0123456789", Setting { is_foreign: true, ..PLAIN }), 1_209);
        assert_eq!(super::lines("0123456789", PLAIN, 1_200), 1);
        assert_eq!(super::lines("0123456789 0123456789\n0", PLAIN, 1_200), 4);
        assert_eq!(super::lines("", PLAIN, 0), 1);
        let endless = Wish::default().and(&"0".repeat(1_000), PLAIN);
        assert_eq!((endless.least, endless.most), (2_300, 40_000));
    }
}
