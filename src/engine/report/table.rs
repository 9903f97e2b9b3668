//! Rows under headings.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Cell, Tree};
use crate::language::Phrase;

/// Whom a table or a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone.
    All,
    /// Those who read: terminal, Markdown.
    People,
    /// Those who compute: CSV, JSON.
    Programs,
    /// Those who read and edit nothing: people, but not in a workbook, where they might take it for what is read back.
    Readers,
    /// Those who edit: programs, and people in a workbook.
    Editors,
}

impl Audience {
    /// Whether something for this audience is shown to people.
    pub fn has_people(self) -> bool {
        matches!(self, Self::All | Self::People | Self::Readers)
    }

    /// Whether something for this audience is given to programs.
    pub fn has_programs(self) -> bool {
        matches!(self, Self::All | Self::Programs | Self::Editors)
    }

    /// Whether something for this audience is shown to people in a workbook; nothing where it is not in it at all.
    pub fn is_seen_in_workbooks(self) -> Option<bool> {
        match self {
            Self::All | Self::People | Self::Editors => Some(true),
            Self::Programs => Some(false),
            Self::Readers => None,
        }
    }
}

/// Rows under headings, all of one length.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name in JSON. The table named `answer` is the one that CSV holds.
    pub name: &'static str,
    /// Its title.
    pub title: Phrase,
    /// Whom it is for.
    pub audience: Audience,
    /// Its headings, left to right.
    pub headings: Vec<Heading>,
    /// Its rows, top to bottom.
    pub rows: Vec<Vec<Cell>>,
    /// Details of each row, shown on demand; empty if there are none.
    pub details: Vec<Option<Tree>>,
    /// The words that a column takes, by its key: what a workbook offers to the person who fills it in.
    pub choices: Vec<(&'static str, &'static [&'static str])>,
    /// The column whose texts a terminal cuts rather than wraps, by its key.
    pub cut: Option<&'static str>,
    /// The positions of the rows that matter less than the others.
    pub quiet: BTreeSet<usize>,
}

/// The name of a table that CSV holds.
pub const ANSWER: &str = "answer";

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its name in CSV and JSON.
    pub key: Cow<'static, str>,
    /// Its name for people.
    pub label: Phrase,
    /// Whom it is for.
    pub audience: Audience,
}

/// The heading of a column.
#[derive(Debug, Clone, Copy)]
enum Label {
    Text(&'static str),
    Message(&'static str),
}

impl Label {
    fn phrase(self) -> Phrase {
        match self {
            Self::Text(text) => Cow::Borrowed(text).into(),
            Self::Message(id) => Phrase::message(id, Vec::new()),
        }
    }
}

/// A heading with the function that makes its cells: they cannot drift apart.
pub struct Column<R> {
    key: &'static str,
    label: Label,
    audience: Audience,
    cell: fn(&R) -> Cell,
}

impl<R> Clone for Column<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Column<R> {}

impl<R> Column<R> {
    /// Its name in CSV and JSON.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// A column for everyone.
    pub const fn new(key: &'static str, label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label: Label::Text(label), audience: Audience::All, cell }
    }

    /// A column for programs.
    pub const fn for_programs(key: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label: Label::Text(key), audience: Audience::Programs, cell }
    }

    /// A column for people.
    pub const fn for_people(label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key: label, label: Label::Text(label), audience: Audience::People, cell }
    }

    /// A column for people that says in their words what one for those who edit says.
    pub const fn for_readers(label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key: label, label: Label::Text(label), audience: Audience::Readers, cell }
    }

    /// A column for programs that people see in a workbook, since it is read back.
    pub const fn for_editors(key: &'static str, label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label: Label::Text(label), audience: Audience::Editors, cell }
    }

    /// A column for an audience whose heading is a message of this id.
    pub const fn said(audience: Audience, key: &'static str, label: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self { key, label: Label::Message(label), audience, cell }
    }
}

impl Table {
    /// A table of rows under columns, for everyone.
    pub fn of<'r, R: 'r>(
        name: &'static str,
        title: impl Into<Phrase>,
        columns: &[Column<R>],
        rows: impl IntoIterator<Item = &'r R>,
    ) -> Self {
        let heading = |column: &Column<R>| Heading {
            key: column.key.into(),
            label: column.label.phrase(),
            audience: column.audience,
        };
        Self {
            name,
            title: title.into(),
            audience: Audience::All,
            headings: columns.iter().map(heading).collect(),
            rows: rows.into_iter().map(|row| columns.iter().map(|column| (column.cell)(row)).collect()).collect(),
            details: Vec::new(),
            choices: Vec::new(),
            cut: None,
            quiet: BTreeSet::new(),
        }
    }

    /// The same table with the details of each of its rows.
    #[must_use]
    pub fn with_details(mut self, details: Vec<Option<Tree>>) -> Self {
        debug_assert_eq!(details.len(), self.rows.len());
        self.details = details;
        self
    }

    /// The same table in which people do not see columns without a single value; programs find every column, and so do people where
    /// there are no rows.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        for (at, heading) in self.headings.iter_mut().enumerate() {
            if heading.audience == Audience::All
                && !self.rows.is_empty()
                && self.rows.iter().all(|row| row[at] == Cell::Empty)
            {
                heading.audience = Audience::Programs;
            }
        }
        self
    }

    /// The same table with the words that a column takes.
    #[must_use]
    pub fn with_choices(mut self, key: &'static str, words: &'static [&'static str]) -> Self {
        self.choices.push((key, words));
        self
    }

    /// The same table in which a terminal cuts the texts of a column where they are too long, so that a row stays one line.
    #[must_use]
    pub fn with_cut_column(mut self, key: &'static str) -> Self {
        self.cut = Some(key);
        self
    }

    /// The same table in which some rows, by their positions, matter less than the others.
    #[must_use]
    pub fn with_quiet_rows(mut self, rows: impl IntoIterator<Item = usize>) -> Self {
        self.quiet.extend(rows);
        self
    }

    /// Adds columns to the right, for the same rows.
    pub fn extend<'r, R: 'r>(&mut self, columns: &[Column<R>], rows: impl IntoIterator<Item = &'r R>) {
        let more = Self::of(self.name, "", columns, rows);
        debug_assert_eq!(more.rows.len(), self.rows.len());
        self.headings.extend(more.headings);
        for (row, more) in self.rows.iter_mut().zip(more.rows) {
            row.extend(more);
        }
    }

    /// The same table for one audience.
    #[must_use]
    pub fn for_audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }
}
