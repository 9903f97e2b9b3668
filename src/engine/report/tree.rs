//! Indented content: trees of lines, and nested entries.

use super::{Cell, Tone};
use crate::language::Phrase;

/// A line with lines under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The line.
    pub line: Phrase,
    /// The lines under it.
    pub children: Vec<Tree>,
}

impl Tree {
    /// A line with lines under it. Control characters in it become harmless.
    pub fn new(line: impl Into<Phrase>, under: Vec<Self>) -> Self {
        Self { line: line.into().sanitized(), children: under }
    }
}

/// Something described: a heading, what is said about it, and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The heading.
    pub title: Phrase,
    /// A word about it, such as the relation of a clause, and what that means.
    pub mark: Option<(Phrase, Tone)>,
    /// Where it is something to do: whether it is done.
    pub is_done: Option<bool>,
    /// What is said about it, each under a name; a plain sentence has none.
    pub values: Vec<(Phrase, Cell)>,
    /// What belongs to it.
    pub children: Vec<Entry>,
}

impl Entry {
    /// A heading with nothing under it. Control characters in it become harmless.
    pub fn new(title: impl Into<Phrase>) -> Self {
        Self { title: title.into().sanitized(), mark: None, is_done: None, values: Vec::new(), children: Vec::new() }
    }

    /// The same with a word about it.
    #[must_use]
    pub fn mark(mut self, word: impl Into<Phrase>, tone: Tone) -> Self {
        self.mark = Some((word.into(), tone));
        self
    }

    /// The same with something said about it, if there is a value.
    #[must_use]
    pub fn value(mut self, name: impl Into<Phrase>, cell: Cell) -> Self {
        if cell != Cell::Empty {
            self.values.push((name.into(), cell));
        }
        self
    }
}
