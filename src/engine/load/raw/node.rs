//! Values as trees in which every value knows its position and every scalar is the text in the file.

use std::borrow::Cow;

use crate::source::{Span, Text, is_invisible};

/// A scalar as written in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Its text; `4.10` stays `4.10`, quoted or not.
    pub value: Text,
    /// Its position.
    pub span: Span,
    /// Whether YAML reads it as a number, a truth value or nothing, because it is not quoted.
    pub is_unquoted: bool,
}

impl Scalar {
    /// A text at a place, as if it had been quoted.
    pub fn new(value: impl Into<Text>, span: Span) -> Self {
        Self { value: value.into(), span, is_unquoted: false }
    }

    /// The text as messages show it: in one line, not longer than a line, with names for characters that nobody
    /// sees, and visible where there is none.
    pub fn shown(&self) -> String {
        shown(&self.value)
    }
}

/// What becomes of a stretch of a text that is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keep<'t>(fn(&'t str) -> Text);

impl Keep<'_> {
    /// A copy of it.
    pub(super) fn copy() -> Self {
        Self(|stretch| stretch.to_owned().into())
    }
}

impl Keep<'static> {
    /// The stretch itself, of a text that is there for as long as the program runs.
    pub(super) fn itself() -> Self {
        Self(Text::from)
    }
}

/// A scalar on its way from the file: borrowed from there if it is written in the same way.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    pub(super) value: Cow<'t, str>,
    pub(super) keep: Keep<'t>,
    pub(super) span: Span,
    pub(super) is_unquoted: bool,
}

impl PartialEq<Word<'_>> for Word<'_> {
    fn eq(&self, other: &Word<'_>) -> bool {
        (&self.value, self.span, self.is_unquoted) == (&other.value, other.span, other.is_unquoted)
    }
}

impl Word<'_> {
    /// The text as messages show it.
    pub(super) fn shown(&self) -> String {
        shown(&self.value)
    }
}

impl From<Word<'_>> for Scalar {
    fn from(word: Word<'_>) -> Self {
        let value = match word.value {
            Cow::Borrowed(stretch) => (word.keep.0)(stretch),
            Cow::Owned(mut value) => {
                value.shrink_to_fit();
                value.into()
            }
        };
        Self { value, span: word.span, is_unquoted: word.is_unquoted }
    }
}

/// A value and its place.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub(super) shape: Shape<'t>,
    pub(super) span: Span,
}

/// The shapes of a value.
#[derive(Debug)]
pub(super) enum Shape<'t> {
    /// No value.
    Nothing(Absence<'t>),
    Text(Word<'t>),
    List(Vec<Node<'t>>),
    Map(Vec<(Node<'t>, Node<'t>)>),
}

/// How it is written that there is not a value.
#[derive(Debug, Clone)]
pub(super) enum Absence<'t> {
    /// Nothing stands after the colon or the dash.
    Blank,
    /// A key in brackets stands without a colon: `{ title: Plan, do }`.
    NoColon,
    /// `null` or `~`, which are texts if they are used as an id.
    Null(Word<'t>),
}

impl Shape<'_> {
    /// What people call such a value.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Nothing(_) => "nothing",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

/// A text in one line, not longer than a line, with names for characters that are invisible, and visible where there is
/// none.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.replace('\n', " ");
    let line = line.chars().fold(String::with_capacity(line.len()), |mut line, c| {
        match c {
            c if is_invisible(c) => line.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => line.push(c),
        }
        line
    });
    match line.char_indices().nth(LONGEST) {
        // Blanks at an end are seen between quotes alone.
        _ if line.trim() != line || line.is_empty() => format!("\"{line}\""),
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
