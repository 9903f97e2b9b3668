//! What is told by indentation: lines with lines under them, and entries with entries under them.

use super::{Cell, Tone, harmless};

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
    pub says: Vec<(&'static str, Cell)>,
    /// What belongs to it.
    pub under: Vec<Entry>,
}

impl Entry {
    /// A heading with nothing under it. Control characters in it become harmless.
    pub fn new(title: impl AsRef<str>) -> Self {
        Self { title: harmless(title.as_ref()), mark: None, is_done: None, says: Vec::new(), under: Vec::new() }
    }

    /// The same with a word about it.
    #[must_use]
    pub fn mark(mut self, word: impl ToString, tone: Tone) -> Self {
        self.mark = Some((word.to_string(), tone));
        self
    }

    /// The same with something said of it, where there is a value.
    #[must_use]
    pub fn say(mut self, name: &'static str, cell: Cell) -> Self {
        if cell != Cell::Empty {
            self.says.push((name, cell));
        }
        self
    }
}
