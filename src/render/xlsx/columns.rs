//! Which columns of a table a sheet shows, and how wide they are.

use super::cell;
use super::measure::{PADDING, longest};
use super::text::one_line;
use crate::language::{DocumentLanguage, say};
use crate::render::in_words;
use crate::report::{Cell, Heading, Table};

/// A column of a table that a sheet shows.
pub(super) struct Chosen {
    /// Its position in the table.
    pub(super) at: usize,
    /// Its column on the sheet.
    pub(super) column: u16,
    /// Its heading.
    pub(super) label: String,
    /// Whether it is for programs alone: it comes after the others, takes one line and is not printed.
    pub(super) is_extra: bool,
    /// How wide it is, in pixels.
    pub(super) width: u32,
}

/// The columns for people, then those for programs that hold anything.
pub(super) fn chosen(table: &Table, language: DocumentLanguage) -> Vec<Chosen> {
    let seen = |is_seen: bool| {
        let is_so = move |at: &usize| table.headings[*at].audience.is_seen_in_workbooks() == Some(is_seen);
        (0..table.headings.len()).filter(is_so).collect::<Vec<usize>>()
    };
    let (people, programs) = (seen(true), seen(false));
    let labels: Vec<String> = people.iter().map(|at| one_line(&table.headings[*at].label)).collect();
    let holds_anything = |at: &usize| people.is_empty() || table.rows.iter().any(|row| row[*at] != Cell::Empty);
    let extra = programs.iter().copied().filter(holds_anything).map(|at| {
        let Heading { key, label, .. } = &table.headings[at];
        // A heading that is the key of programs is English, and so is what is added to it.
        let (label, language) = match **label == **key {
            true => (capitalized(key), DocumentLanguage::English),
            false => (one_line(label), language),
        };
        // What people read under the same name is shorter.
        let is_short = labels.contains(&label) || people.iter().any(|at| table.headings[*at].key == *key);
        let label = if is_short { in_words(&say!("heading-in-full", heading = label), language) } else { label };
        (at, label, !people.is_empty())
    });
    let extra: Vec<(usize, String, bool)> = extra.collect();
    let printed = people.iter().copied().zip(labels).map(|(at, label)| (at, label, false));
    let columns = printed.chain(extra).zip(0..).map(|((at, label, is_extra), column)| {
        let cells = table.rows.iter().map(|row| longest(&cell::text(&row[at], is_extra)) + PADDING).max();
        let width = width(cells.unwrap_or(0), &label, is_extra);
        (Chosen { at, column, label, is_extra, width }, cells.unwrap_or(0))
    });
    filling_the_page(columns.collect())
}

/// `done-when` as `Done when`.
fn capitalized(key: &str) -> String {
    let words = one_line(key).replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// How wide a column is: as wide as its cells, within reason, and its heading with the button of the filter.
fn width(cells: u32, label: &str, is_extra: bool) -> u32 {
    const BUTTON: u32 = 20;
    const LEAST: u32 = 48;
    const MOST: u32 = 425;
    const MOST_OF_LABEL: u32 = 180;
    const MOST_OF_EXTRA: u32 = 250;
    // Bold letters are wider.
    let label = (longest(label) * 11 / 10).min(MOST_OF_LABEL) + PADDING + BUTTON;
    label.max(cells).clamp(LEAST, if is_extra { MOST_OF_EXTRA } else { MOST })
}

/// Columns with how wide their cells would like to be, of which those that want more share what is left of a page.
fn filling_the_page(columns: Vec<(Chosen, u32)>) -> Vec<Chosen> {
    const PAGE: u32 = 1_000;
    let printed = || columns.iter().filter(|(column, _)| !column.is_extra);
    let wants_more = |column: &Chosen, wanted: u32| !column.is_extra && wanted > column.width;
    let left = PAGE.saturating_sub(printed().map(|(column, _)| column.width).sum());
    let count = printed().filter(|(column, wanted)| wants_more(column, *wanted)).count();
    let share = u32::try_from(count).ok().and_then(|count| left.checked_div(count)).unwrap_or(0);
    let widened = columns.into_iter().map(|(column, wanted)| {
        let width = if wants_more(&column, wanted) { wanted.min(column.width + share) } else { column.width };
        Chosen { width, ..column }
    });
    widened.collect()
}
