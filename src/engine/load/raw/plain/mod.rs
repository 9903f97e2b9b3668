//! The YAML that most files are written in, read straight from the text without a copy of its content.
//!
//! What is read here is what the general reader makes of the same text, value by value and place by place. Of everything
//! else nothing is read: of tags, anchors and aliases, of several documents, of tabs, of escapes and indentations that
//! are rare, and of whatever is wrong, so that there is one place where faults are reported.

mod block;
mod cursor;
mod flow;
mod quoted;
mod rows;
#[cfg(test)]
mod tests;
mod word;

pub(crate) use rows::RowsInText;

use super::node::{Keep, Node, Shape};
use super::relation::Row;
use crate::source::FileId;
use cursor::{Cursor, Unsure};

/// A text as its top, and the rows of a relation table apart from it.
#[derive(Debug)]
pub(super) struct Plain<'t> {
    /// A mapping, in which the list of rows is empty.
    pub(super) root: Node<'t>,
    /// The rows, if they are below each other.
    pub(super) below: Option<RowsInText>,
    /// The rows, if they are in brackets.
    pub(super) within: Vec<Row>,
}

/// Reads a text. Whatever is wrong with the shape of a row makes the reader unsure.
pub(super) fn read<'t>(text: &'t str, keep: Keep<'t>, file: FileId) -> Result<Plain<'t>, Unsure> {
    const LARGEST: usize = 1 << 31;
    if text.len() > LARGEST || !cursor::is_plain(text) {
        return Err(Unsure);
    }
    let mut cursor = Cursor::new(text, keep, file);
    let mut rows = rows::Found::default();
    let root = cursor.document(&mut rows)?;
    match root.shape {
        Shape::Map(_) => Ok(Plain { root, below: rows.below, within: rows.within }),
        Shape::Nothing(_) | Shape::Text(_) | Shape::List(_) => Err(Unsure),
    }
}
