//! Indented content: trees of lines, and nested entries.

use super::{Cell, Tone, sanitized};

/// A line with lines under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The line.
    pub line: String,
    /// The lines under it.
    pub children: Vec<Tree>,
}

impl Tree {
    /// A line with lines under it. Control characters in it become harmless.
    pub fn new(line: impl AsRef<str>, under: Vec<Self>) -> Self {
        Self { line: sanitized(line.as_ref()), children: under }
    }
}

/// Something described: a heading, what is said of it, and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The heading.
    pub title: String,
    /// A word about it, such as the relation of a clause, and what that means.
    pub mark: Option<(String, Tone)>,
    /// Where it is something to do: whether it is done.
    pub is_done: Option<bool>,
    /// What is said of it, each under a name; a plain sentence has none.
    pub values: Vec<(&'static str, Cell)>,
    /// What belongs to it.
    pub children: Vec<Entry>,
}

impl Entry {
    /// A heading with nothing under it. Control characters in it become harmless.
    pub fn new(title: impl AsRef<str>) -> Self {
        Self { title: sanitized(title.as_ref()), mark: None, is_done: None, values: Vec::new(), children: Vec::new() }
    }

    /// The same with a word about it.
    #[must_use]
    pub fn mark(mut self, word: impl ToString, tone: Tone) -> Self {
        self.mark = Some((word.to_string(), tone));
        self
    }

    /// The same with something said of it, where there is a value.
    #[must_use]
    pub fn value(mut self, name: &'static str, cell: Cell) -> Self {
        if cell != Cell::Empty {
            self.values.push((name, cell));
        }
        self
    }
}
