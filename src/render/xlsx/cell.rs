//! Cells on a sheet: numbers as numbers, days as days, and whatever is text as nothing but text.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Url, Worksheet, XlsxError};

use super::style::Styles;
use super::text::{first_units, units};
use crate::language::DocumentLanguage;
use crate::render::four_digits;
use crate::report::{Cell, Link};

/// The most UTF-16 units that a cell holds.
const MOST: usize = 32_767;

/// Writes a cell with a style.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    is_extra: bool,
    look: &Format,
) -> Result<(), XlsxError> {
    let written = match cell {
        Cell::Empty => sheet.write_blank(row, column, look),
        Cell::Count(count) => sheet.write_number_with_format(row, column, *count as f64, look),
        Cell::Share(share, _) => {
            let share = four_digits(*share).parse::<f64>().unwrap_or(*share);
            sheet.write_number_with_format(row, column, share, look)
        }
        Cell::Number(number) | Cell::Rating(number) => {
            let number = four_digits(*number).parse::<f64>().unwrap_or(*number);
            sheet.write_number_with_format(row, column, number, look)
        }
        Cell::Effort(effort) => sheet.write_number_with_format(row, column, effort.days(), look),
        Cell::Day(day) => match excel_day(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, day, look),
            None => sheet.write_string_with_format(row, column, day.to_string(), look),
        },
        Cell::Boolean(truth) => sheet.write_boolean_with_format(row, column, *truth, look),
        Cell::Text(_) | Cell::Word(..) | Cell::Refs(..) | Cell::Links(_) => {
            sheet.write_string_with_format(row, column, fitted(&text(cell, is_extra)), look)
        }
    };
    written.map(drop)
}

/// Writes a link that leads somewhere.
pub(super) fn write_link(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    (text, target): (&str, &str),
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.write_url_with_format(row, column, Url::new(target).set_text(fitted(text)), &styles.link).map(drop)
}

/// The style of a cell, independent of its meaning.
pub(super) fn cell_format<'s>(cell: &Cell, is_extra: bool, styles: &'s Styles) -> &'s Format {
    match cell {
        Cell::Count(_) | Cell::Number(_) | Cell::Effort(_) => &styles.number,
        Cell::Rating(_) => &styles.rating,
        Cell::Share(..) => &styles.share,
        Cell::Day(_) => &styles.day,
        Cell::Boolean(_) => &styles.truth,
        Cell::Empty | Cell::Text(_) | Cell::Word(..) | Cell::Refs(..) | Cell::Links(_) if is_extra => &styles.extra,
        Cell::Empty | Cell::Text(_) | Cell::Word(..) | Cell::Refs(..) | Cell::Links(_) => &styles.text,
    }
}

/// What a cell says: programs get references whole, and several links have a line each.
pub(super) fn text(cell: &Cell, is_extra: bool) -> String {
    match cell {
        Cell::Refs(refs, _) if is_extra => refs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Cell::Links(links) => links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join("\n"),
        Cell::Empty
        | Cell::Text(_)
        | Cell::Word(..)
        | Cell::Count(_)
        | Cell::Share(..)
        | Cell::Number(_)
        | Cell::Rating(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Boolean(_)
        | Cell::Refs(..) => cell.shown(DocumentLanguage::English),
    }
}

/// The text and the target of a cell's only link, where that is an address that Excel takes.
pub(super) fn only_link(cell: &Cell) -> Option<(&str, &str)> {
    const MOST_OF_ADDRESS: usize = 2_079;
    let Cell::Links(links) = cell else { return None };
    let [Link { text, target: Some(target) }] = links.as_slice() else { return None };
    let is_address = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    // Each of these takes three characters in the file; the noncharacters cannot be there at all.
    let escaped = target.matches(['%', '"', '<', '>', '[', ']', '^', '`', '{', '}']).count();
    let is_short = units(target) + 2 * escaped <= MOST_OF_ADDRESS;
    (is_address && is_short && !target.contains(['\u{fffe}', '\u{ffff}'])).then_some((text, target))
}

/// As much of a text as a cell holds, with a sign where it is cut.
pub(super) fn fitted(text: &str) -> Cow<'_, str> {
    const SIGN: &str = "… [cut: a cell holds 32,767 characters]";
    if units(text) <= MOST {
        return text.into();
    }
    format!("{}{SIGN}", first_units(text, MOST - units(SIGN))).into()
}

/// The day as Excel counts it: it knows none before 1900.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}
