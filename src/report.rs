//! An answer as titles, sentences and tables, before any format.
//!
//! A document says its answer twice: its parts are for people, spreadsheets and programs; its findings, which have places,
//! are for tools that mark lines. Text from files becomes harmless here: no control character gets into a [`Cell`].

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::model::{ClauseId, Confidence, Provenance};
use crate::source::FileId;

/// An answer, ready for any format.
#[derive(Debug, Clone)]
pub struct Document {
    /// The command that was asked, such as `gap`.
    pub command: &'static str,
    /// What it is, in a line.
    pub title: String,
    /// What matters most, in sentences.
    pub lead: Vec<String>,
    /// Tables and trees, in reading order.
    pub parts: Vec<Part>,
    /// What is worth knowing about single lines of the files.
    pub findings: Vec<Diagnostic>,
    /// What the answer rests on.
    pub basis: Basis,
}

/// A part of a document.
#[derive(Debug, Clone)]
pub enum Part {
    /// A table.
    Table(Table),
    /// A tree, for people; programs find the same in a table.
    Tree(Tree),
}

/// Whom a table or a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone.
    All,
    /// Those who read: terminal, Markdown.
    People,
    /// Those who compute: CSV, JSON.
    Programs,
}

impl Audience {
    /// Whether something for this audience is shown to people.
    pub fn has_people(self) -> bool {
        matches!(self, Self::All | Self::People)
    }

    /// Whether something for this audience is given to programs.
    pub fn has_programs(self) -> bool {
        matches!(self, Self::All | Self::Programs)
    }
}

/// Rows under headings, all of one length.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name in JSON. The table named `answer` is the one that CSV holds.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Its headings, left to right.
    pub headings: Vec<Heading>,
    /// Its rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
}

/// The name of a table that CSV holds.
pub const ANSWER: &str = "answer";

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its name in CSV and JSON.
    pub key: Cow<'static, str>,
    /// Its name for people.
    pub label: Cow<'static, str>,
    /// Whom it is for.
    pub audience: Audience,
}

/// A heading with the function that makes its cells: they cannot drift apart.
pub struct Column<R> {
    key: &'static str,
    label: &'static str,
    audience: Audience,
    cell: fn(&R) -> Cell,
}

impl<R> Column<R> {
    /// A column for everyone.
    pub const fn new(key: &'static str, label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label, audience: Audience::All, cell }
    }

    /// A column for programs.
    pub const fn data(key: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label: key, audience: Audience::Programs, cell }
    }

    /// A column for people.
    pub const fn reading(label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key: label, label, audience: Audience::People, cell }
    }
}

impl Table {
    /// A table of rows under columns, for everyone.
    pub fn of<'r, R: 'r>(
        name: &'static str,
        title: impl Into<String>,
        columns: &[Column<R>],
        rows: impl IntoIterator<Item = &'r R>,
    ) -> Self {
        let heading = |column: &Column<R>| Heading {
            key: column.key.into(),
            label: column.label.into(),
            audience: column.audience,
        };
        Self {
            name,
            title: title.into(),
            audience: Audience::All,
            headings: columns.iter().map(heading).collect(),
            rows: rows.into_iter().map(|row| columns.iter().map(|column| (column.cell)(row)).collect()).collect(),
        }
    }

    /// The same table for one audience.
    #[must_use]
    pub fn for_audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }
}

/// A line with lines under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The line.
    pub line: String,
    /// The lines under it.
    pub under: Vec<Tree>,
}

impl Tree {
    /// A line with lines under it. Control characters in it become harmless.
    pub fn new(line: impl AsRef<str>, under: Vec<Self>) -> Self {
        Self { line: harmless(line.as_ref()), under }
    }
}

/// What a word means, for colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// In place.
    Good,
    /// In part.
    Middling,
    /// To be looked at.
    Unsure,
    /// Not in place.
    Bad,
    /// Of less importance.
    Quiet,
}

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// Running text.
    Text(String),
    /// A word of a fixed set.
    Word(String, Tone),
    /// A count.
    Count(u64),
    /// A share between 0 and 1, and a tone for it.
    Share(f64, Tone),
    /// A truth value.
    Truth(bool),
    /// References in order, and what people read instead.
    Refs(Vec<ClauseId>, String),
}

impl Cell {
    /// Running text, or no value where it is empty. Control characters in it become harmless.
    pub fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        if text.is_empty() { Self::Empty } else { Self::Text(harmless(text)) }
    }

    /// Running text if there is one.
    pub fn maybe(text: Option<impl AsRef<str>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A word of a fixed set.
    pub fn word(word: impl ToString, tone: Tone) -> Self {
        Self::Word(word.to_string(), tone)
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// A share if there is one: there is none of nothing.
    pub fn share(share: Option<f64>) -> Self {
        share.map_or(Self::Empty, |share| Self::Share(share, Tone::Plain))
    }

    /// Whole references, shown as they are.
    pub fn refs<'c>(refs: impl IntoIterator<Item = &'c ClauseId>) -> Self {
        let refs: Vec<ClauseId> = refs.into_iter().cloned().collect();
        if refs.is_empty() {
            return Self::Empty;
        }
        let shown = refs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        Self::Refs(refs, shown)
    }
}

/// The text with every character that could steer a terminal replaced by one that shows it.
pub fn harmless(text: &str) -> String {
    let is_harmful = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    if !text.contains(is_harmful) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            '\u{7f}' => '\u{2421}',
            '\n' => '\n',
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            c if is_harmful(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// What an answer rests on: enough to make it again.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    /// The settings that shaped it, each with its value.
    pub settings: Vec<(&'static str, String)>,
    /// The editions that it speaks of.
    pub editions: Vec<Support>,
    /// The tables that it follows from.
    pub tables: Vec<Support>,
    /// The assessment that it was asked about.
    pub assessment: Option<Support>,
}

/// A file that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The id of what the file holds.
    pub id: String,
    /// Its version where it has one.
    pub version: Option<u32>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// The file.
    pub file: FileId,
}

impl Document {
    /// The tables, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            Part::Tree(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_steers_a_terminal_gets_into_a_cell() {
        assert_eq!(
            Cell::text("a\u{1b}[31mb\u{7f}\u{9b}c\u{202e}d\te\nf"),
            Cell::Text("a\u{241b}[31mb\u{2421}\u{fffd}c\u{fffd}d e\nf".into())
        );
        assert_eq!(Cell::text(""), Cell::Empty);
    }
}
