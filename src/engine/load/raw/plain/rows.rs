//! The rows of a relation table, which are left in the text until they are needed, since there may be a million.

use std::ops::Range;

use super::cursor::{Cursor, Sure, Unsure};
use crate::load::raw::node::{Keep, Node, Shape};
use crate::load::raw::relation::Row;
use crate::load::share::share;
use crate::source::{FileId, Source};

/// The rows of a table in the text: correct in their form, and not kept in memory.
#[derive(Debug, Clone)]
pub(crate) struct RowsInText {
    /// The indentation of the dashes of the rows.
    indent: usize,
    stretches: Vec<Stretch>,
}

/// Some rows that are below each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    start: usize,
    end: usize,
    /// How many rows they are.
    pub(crate) count: usize,
}

/// The rows of a file as they are met.
#[derive(Debug, Default)]
pub(super) struct Found {
    is_met: bool,
    pub(super) below: Option<RowsInText>,
    pub(super) within: Vec<Row>,
}

impl Found {
    /// Whether a key is the first one that contains rows.
    pub(super) fn begins_at(&self, key: &Node<'_>) -> bool {
        !self.is_met && matches!(&key.shape, Shape::Text(word) if !word.is_unquoted && word.value == "rows")
    }
}

impl RowsInText {
    /// The stretches in which the rows lie, in their order.
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// How many rows there are.
    pub(crate) fn count(&self) -> usize {
        self.stretches.iter().map(|stretch| stretch.count).sum()
    }

    /// Reads the rows of a stretch out of the text in which they were found.
    pub(crate) fn read(&self, stretch: Stretch, source: &Source, file: FileId, take: &mut dyn FnMut(Row)) {
        let Stretch { start, end, .. } = stretch;
        let read = match source.lasting_text() {
            Some(text) => read_rows(text, Keep::itself(), file, self.indent, start..end, take),
            None => read_rows(source.text(), Keep::copy(), file, self.indent, start..end, take),
        };
        read.expect("the same text was read before");
    }
}

impl<'t> Cursor<'t> {
    /// The rows below a key that is indented so, from after its colon.
    pub(super) fn block_rows(&mut self, indent: usize, found: &mut Found) -> Sure<Node<'t>> {
        let span = self.span(self.at, self.at);
        found.is_met = true;
        if !self.is_line_empty() {
            self.skip_blanks();
            if self.byte() != b'[' {
                return Err(Unsure);
            }
            let rows = self.flow_rows(Some(indent), found)?;
            self.end_line()?;
            return Ok(rows);
        }
        self.end_line()?;
        match self.indent {
            Some(entry) if entry >= indent && self.is_at_entry() => {
                found.below = Some(self.rows_in_text(entry)?);
                Ok(Node { shape: Shape::List(Vec::new()), span })
            }
            Some(_) | None => Err(Unsure),
        }
    }

    /// Rows in brackets.
    pub(super) fn flow_rows(&mut self, parent: Option<usize>, found: &mut Found) -> Sure<Node<'t>> {
        if self.byte() != b'[' {
            return Err(Unsure);
        }
        let span = self.span(self.at, self.at + 1);
        found.is_met = true;
        self.flow_list(parent, &mut |node| {
            found.within.push(sound_row(node)?);
            Ok(())
        })?;
        Ok(Node { shape: Shape::List(Vec::new()), span })
    }

    /// Skips rows whose dashes are indented so, side by side where they are many. No row reaches over a line on which a
    /// dash has this indentation, so that text from there on is read as if it were at the beginning.
    fn rows_in_text(&mut self, indent: usize) -> Sure<RowsInText> {
        // Tests use many ranges with few rows.
        const STRETCH: usize = if cfg!(test) { 1 << 10 } else { 1 << 19 };
        let dash = format!("\n{}- ", " ".repeat(indent));
        let mut starts = vec![self.at - indent];
        while let Some(start) = starts.last().and_then(|start| {
            // The text may be cut only where a character begins, which a line end is.
            let rest = self.text.as_bytes().get(start + STRETCH..)?;
            let line = rest.windows(dash.len()).position(|window| window == dash.as_bytes())?;
            Some(start + STRETCH + line + 1)
        }) {
            starts.push(start);
        }
        let ends = starts.iter().skip(1).copied().chain([self.text.len()]);
        let parts: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
        let (text, keep, file) = (self.text, self.keep, self.file());
        let read = share(&parts, |(start, end)| {
            let mut count = 0;
            let reached = read_rows(text, keep, file, indent, *start..*end, &mut |_| count += 1)?;
            Ok((reached, count))
        });
        let mut stretches = Vec::with_capacity(parts.len());
        for ((start, end), read) in parts.into_iter().zip(read) {
            let (reached, count) = read?;
            stretches.push(Stretch { start, end: reached, count });
            self.at = reached;
            // The list ends here, and what was taken for more of it is something else.
            if reached < end {
                break;
            }
        }
        self.next_line()?;
        match self.indent {
            Some(next) if next > indent => Err(Unsure),
            Some(_) | None => Ok(RowsInText { indent, stretches }),
        }
    }
}

/// Reads rows from the beginning of a line up to an end, or to the line on which no row begins: where that is.
fn read_rows<'t>(
    text: &'t str,
    keep: Keep<'t>,
    file: FileId,
    indent: usize,
    Range { start, end }: Range<usize>,
    take: &mut dyn FnMut(Row),
) -> Sure<usize> {
    let mut cursor = Cursor::new(&text[..end], keep, file);
    cursor.at = start;
    cursor.next_line()?;
    while cursor.indent == Some(indent) && cursor.is_at_entry() {
        let row = cursor.entry(indent)?;
        take(sound_row(row)?);
    }
    match cursor.indent {
        Some(next) if next > indent => Err(Unsure),
        Some(next) => Ok(cursor.at - next),
        None => Ok(end),
    }
}

/// A row with which nothing is wrong.
fn sound_row(node: Node<'_>) -> Sure<Row> {
    let mut faults = Vec::new();
    let row = Row::read(node, &mut faults).ok_or(Unsure)?;
    if faults.is_empty() { Ok(row) } else { Err(Unsure) }
}
