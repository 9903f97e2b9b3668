//! A table as a page shows it: what its columns are, and filters that need no script.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::language::{DocumentLanguage, say};
use crate::render::in_words;
use crate::render::picture::class;
use crate::report::{Cell, Table, Tone, Tree};

/// A table for people.
#[derive(Template)]
#[template(path = "html/table.html")]
pub(super) struct Grid<'d> {
    /// The number of its part, which its ids are made of.
    pub(super) number: usize,
    columns: Vec<Column<'d>>,
    rows: Vec<Row<'d>>,
    pub(super) filters: Vec<Filter<'d>>,
    language: DocumentLanguage,
}

/// A column for people.
struct Column<'d> {
    at: usize,
    label: &'d str,
    has_numbers: bool,
    /// Whether its cells are the headings of their rows.
    names_rows: bool,
    /// How much of the width it gets, in hundredths; nothing where the page decides.
    share: Option<usize>,
}

/// A row.
struct Row<'d> {
    cells: Vec<&'d Cell>,
    /// The number of each filter that has a word of the row, and the number of that word.
    choices: Vec<(usize, usize)>,
    details: Option<&'d Tree>,
}

/// The words of a column, by which rows can be hidden.
///
/// A rule of the style sheet hides the rows of an unchecked word. It holds in print too: a reader who filtered and then
/// prints wants what is on the screen, and a line under the filter says that rows are hidden. Rules and ids hold numbers
/// alone, so that nothing from a file gets into them.
pub(super) struct Filter<'d> {
    /// Its number among the filters of the table, from one.
    pub(super) number: usize,
    label: &'d str,
    /// Each word with its tone and how many rows have it, in the order in which they come up.
    pub(super) choices: Vec<(&'d str, Tone, usize)>,
}

impl<'d> Grid<'d> {
    /// With more columns than these, a table scrolls in a frame of its own and is printed across.
    const WIDE: usize = 12;
    /// With more rows than these, a table has filters.
    const LONG: usize = 8;

    pub(super) fn new(table: &'d Table, number: usize, language: DocumentLanguage) -> Self {
        let seen = table.headings.iter().enumerate().filter(|(_, heading)| heading.audience.has_people());
        let mut columns: Vec<Column<'d>> = seen
            .map(|(at, heading)| Column {
                at,
                label: &heading.label,
                has_numbers: table.rows.iter().any(|row| row[at].is_number() || is_figure(&row[at])),
                names_rows: false,
                share: None,
            })
            .collect();
        if let Some(first) = columns.iter_mut().find(|column| !column.has_numbers) {
            first.names_rows = tells_apart(table, first.at, language);
        }
        if columns.len() <= Self::WIDE {
            let wanted: Vec<usize> = columns.iter().map(|column| wanted_width(table, column, language)).collect();
            let all: usize = wanted.iter().sum();
            if wanted.iter().any(|width| *width > ROOMY) {
                for (column, width) in columns.iter_mut().zip(wanted) {
                    column.share = Some((width * 100).div_ceil(all));
                }
            }
        }
        let mut filters = Vec::new();
        let mut choices = vec![Vec::new(); table.rows.len()];
        for column in columns.iter().filter(|_| table.rows.len() > Self::LONG) {
            let Some(filter) = Filter::of(table, column, filters.len() + 1) else { continue };
            let numbers: BTreeMap<&str, usize> = filter.choices.iter().map(|choice| choice.0).zip(1..).collect();
            for (row, choices) in table.rows.iter().zip(&mut choices) {
                choices.extend(word(&row[column.at]).map(|(word, _)| (filter.number, numbers[word])));
            }
            filters.push(filter);
        }
        let rows = table.rows.iter().zip(choices).enumerate();
        let rows = rows
            .map(|(at, (row, choices))| Row {
                cells: columns.iter().map(|column| &row[column.at]).collect(),
                choices,
                details: table.details.get(at).and_then(Option::as_ref),
            })
            .collect();
        Self { number, columns, rows, filters, language }
    }

    /// The columns that have a share of the width, counted from one, and how many hundredths it is.
    pub(super) fn shares(&self) -> impl Iterator<Item = (usize, usize)> {
        (1..).zip(&self.columns).filter_map(|(number, column)| Some((number, column.share?)))
    }

    fn has_shares(&self) -> bool {
        self.columns.iter().any(|column| column.share.is_some())
    }

    fn is_wide(&self) -> bool {
        self.columns.len() > Self::WIDE
    }
}

impl<'d> Filter<'d> {
    /// With more words than these to choose from, a column has no filter.
    const MOST: usize = 8;

    /// A filter for a column, where it has words enough to choose from and few enough to choose.
    fn of(table: &'d Table, column: &Column<'d>, number: usize) -> Option<Self> {
        let mut choices: Vec<(&str, Tone, usize)> = Vec::new();
        for cell in table.rows.iter().map(|row| &row[column.at]) {
            let Some((word, tone)) = word(cell) else { continue };
            match choices.iter().position(|choice| choice.0 == word) {
                Some(known) => choices[known].2 += 1,
                None if choices.len() == Self::MOST => return None,
                None => choices.push((word, tone, 1)),
            }
        }
        (choices.len() > 1).then_some(Self { number, label: column.label, choices })
    }
}

impl Grid<'_> {
    fn show_all(&self) -> String {
        in_words(&say!("page-show-all", rows = self.rows.len()), self.language)
    }

    fn filter_hides(&self) -> String {
        in_words(&say!("page-filter-hides", rows = self.rows.len()), self.language)
    }

    /// The content of a table without rows.
    fn none(&self) -> String {
        in_words(&say!("page-none"), self.language)
    }
}

/// A column that wants more than so many characters gets its share of the width, and so do those next to it.
const ROOMY: usize = 24;

/// How many characters of a line a column wants: its longest word and its heading fit, and of long texts the longer they are the
/// more, so that the column with most to read is the widest.
fn wanted_width(table: &Table, column: &Column<'_>, language: DocumentLanguage) -> usize {
    const MOST: usize = 96;
    let longest_word = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let texts: Vec<String> =
        table.rows.iter().map(|row| row[column.at].shown(language)).filter(|text| !text.is_empty()).collect();
    let length: usize = texts.iter().map(|text| text.chars().count()).sum();
    let mean = length / texts.len().max(1);
    let word = texts.iter().map(|text| longest_word(text)).max().unwrap_or(0).min(ROOMY);
    let has_disc = table.rows.iter().any(|row| matches!(row[column.at], Cell::Word(..)));
    let reading = mean.min(ROOMY) + mean.saturating_sub(ROOMY) * 2 / 5;
    reading.max(word + word / 4 + 5 + 3 * usize::from(has_disc)).max(longest_word(column.label) + 5).min(MOST)
}

/// A word by which rows can be distinguished.
fn word(cell: &Cell) -> Option<(&str, Tone)> {
    match cell {
        Cell::Word(word, tone) if !is_figure(cell) => Some((word, *tone)),
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
        | Cell::Refs(..)
        | Cell::Links(_) => None,
    }
}

/// Whether a cell is a number that was put in words, such as `37 %`: it stands as a number, on the ground of its tone.
fn is_figure(cell: &Cell) -> bool {
    matches!(cell, Cell::Word(word, _) if word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether each row has a text of its own in a column.
fn tells_apart(table: &Table, at: usize, language: DocumentLanguage) -> bool {
    let texts: BTreeSet<String> = table.rows.iter().map(|row| row[at].shown(language)).collect();
    texts.len() == table.rows.len() && !texts.contains("")
}

/// The classes of a cell that is a number, or nothing where it is none.
fn number(cell: &Cell) -> Option<String> {
    (cell.is_number() || is_figure(cell)).then(|| format!("n {}", class(&cell.tone())))
}

/// The class of a text that does not simply break between words: a short one stays on one line, a long one needs room,
/// and an endless word breaks anywhere.
fn breaks(cell: &Cell, language: &DocumentLanguage) -> Option<&'static str> {
    const SHORT: usize = 18;
    const LONG: usize = 80;
    const ENDLESS: usize = 30;
    if let Cell::Day(_) = cell {
        return Some("d");
    }
    let text = cell.shown(*language);
    match text.len() {
        0 => None,
        _ if text.split_whitespace().any(|word| word.len() > ENDLESS) => Some("a"),
        length if length <= SHORT => Some("k"),
        length if length > LONG => Some("p"),
        _ => None,
    }
}
