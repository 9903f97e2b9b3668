//! What lies within each other on a page: lines under lines, entries under entries.

use askama::Template;

use crate::language::{DocumentLanguage, Phrase};
use crate::report::{Cell, Entry, Tree};

/// Lines with lines under them, as lists.
#[derive(Template)]
#[template(path = "html/tree.html")]
pub(super) struct Branches<'d> {
    children: &'d [Tree],
}

impl<'d> Branches<'d> {
    /// The lines under a line.
    pub(super) fn of(tree: &'d Tree) -> Self {
        Self { children: &tree.children }
    }
}

/// The content below the heading of an entry.
#[derive(Template)]
#[template(path = "html/entry.html")]
pub(super) struct Card<'d> {
    pub(super) entry: &'d Entry,
    level: u8,
    pub(super) language: DocumentLanguage,
}

impl<'d> Card<'d> {
    /// The lowest heading that HTML has.
    const LOWEST: u8 = 6;

    /// An entry whose heading is of a level.
    pub(super) fn new(entry: &'d Entry, level: u8, language: DocumentLanguage) -> Self {
        Self { entry, level: level.min(Self::LOWEST), language }
    }

    /// What is said about it: plain sentences and names with values, in turns.
    fn turns(&self) -> impl Iterator<Item = &'d [(Phrase, Cell)]> {
        self.entry.values.chunk_by(|(one, _), (other, _)| one.is_empty() == other.is_empty())
    }

    fn children(&self) -> impl Iterator<Item = Card<'d>> {
        self.entry.children.iter().map(|entry| Card::new(entry, self.level + 1, self.language))
    }
}
