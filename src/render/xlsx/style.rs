//! How cells look: dark letters on light grounds, which print in black and white too.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::language::DocumentLanguage;
use crate::report::Tone;

const INK: Color = Color::RGB(0x1F3864);
const HEAD: Color = Color::RGB(0xD9E1F2);
const EXTRA_HEAD: Color = Color::RGB(0xEEEEEE);
const ADDRESS: Color = Color::RGB(0x0563C1);
const LINE: Color = Color::RGB(0xD0D5DD);

/// The number of Excel's own format `@`. It wins over any format that is named later.
const TEXT: u8 = 49;

/// The styles of all cells except for the meaning of words.
pub(super) struct Styles {
    /// The document's title.
    pub(super) title: Format,
    /// A sentence of its lead.
    pub(super) lead: Format,
    /// The title of a table on the front sheet.
    pub(super) heading: Format,
    /// The heading of a column.
    pub(super) head: Format,
    /// The heading of a column of numbers, with room for the button of the filter.
    pub(super) number_head: Format,
    /// The heading of a column for programs.
    pub(super) extra_head: Format,
    /// Text, which stays text when someone edits it: `4.10` is not a number.
    pub(super) text: Format,
    /// Text of a column for programs, which takes one line however long it is.
    pub(super) extra: Format,
    /// A count, an effort.
    pub(super) number: Format,
    /// A number with one decimal place.
    pub(super) rating: Format,
    /// A share.
    pub(super) share: Format,
    /// A day.
    pub(super) day: Format,
    /// A truth value.
    pub(super) truth: Format,
    /// What leads somewhere.
    pub(super) link: Format,
}

impl Styles {
    pub(super) fn new(language: DocumentLanguage) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let wrapped = top.clone().set_text_wrap().set_num_format_index(TEXT);
        let lined = |format: Format| format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
        let left = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        let text = lined(left(wrapped.clone()));
        let plain = lined(left(top.clone()));
        let number = lined(top.clone()).set_align(FormatAlign::Right).set_indent(1);
        let head = left(wrapped.clone()).set_bold().set_background_color(HEAD);
        let head = head.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(INK);
        Self {
            title: wrapped.clone().set_bold().set_font_size(18).set_font_color(INK),
            lead: wrapped,
            heading: top.set_num_format_index(TEXT).set_bold().set_font_size(13).set_font_color(INK),
            number_head: head.clone().set_align(FormatAlign::Right).set_indent(2),
            extra_head: head.clone().set_background_color(EXTRA_HEAD),
            head,
            extra: plain.clone().set_num_format_index(TEXT),
            day: plain.clone().set_num_format(day_format(language)),
            // Excel knows truth values without this, others show numbers.
            truth: plain.set_num_format(r#""TRUE";"TRUE";"FALSE""#),
            share: number.clone().set_num_format("0.0 %"),
            rating: number.clone().set_num_format("0.0"),
            number,
            link: text.clone().set_font_color(ADDRESS).set_underline(FormatUnderline::Single),
            text,
        }
    }
}

/// How a day is written.
fn day_format(language: DocumentLanguage) -> &'static str {
    match language {
        DocumentLanguage::English => "yyyy-mm-dd",
        DocumentLanguage::German => "dd.mm.yyyy",
        DocumentLanguage::French | DocumentLanguage::Spanish => "dd/mm/yyyy",
    }
}

/// The ground and the letters of a tone.
pub(super) fn colors(tone: Tone) -> Option<(Color, Color)> {
    let (ground, letters) = match tone {
        Tone::Plain => return None,
        Tone::Good => (0xC6EFCE, 0x006100),
        Tone::Middling => (0xFFEB9C, 0x7F6000),
        Tone::Unsure => (0xDDEBF7, 0x1F4E78),
        Tone::Bad => (0xFFC7CE, 0x9C0006),
        Tone::Quiet => (0xF2F2F2, 0x767676),
    };
    Some((Color::RGB(ground), Color::RGB(letters)))
}

/// The style with the colours of a tone.
pub(super) fn toned(look: &Format, tone: Tone) -> Format {
    match colors(tone) {
        Some((ground, letters)) => look.clone().set_background_color(ground).set_font_color(letters),
        None => look.clone(),
    }
}
