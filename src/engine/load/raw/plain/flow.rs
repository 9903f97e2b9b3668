//! Lists and mappings in brackets.

use super::cursor::{Cursor, Sure, Unsure, is_break};
use super::rows::Found;
use crate::load::raw::node::{Node, Shape};

impl<'t> Cursor<'t> {
    /// A list or a mapping in brackets, inside a block with this indentation.
    pub(super) fn flow(&mut self, parent: Option<usize>) -> Sure<Node<'t>> {
        match self.byte() {
            b'{' => self.flow_map(parent, None),
            b'[' => {
                let mut list = Vec::new();
                let span = self.span(self.at, self.at + 1);
                self.flow_list(parent, &mut |node| {
                    list.push(node);
                    Ok(())
                })?;
                Ok(Node { shape: Shape::List(list), span })
            }
            _ => Err(Unsure),
        }
    }

    /// A mapping in brackets. If it is the whole file, it contains the rows of a table.
    pub(super) fn flow_map(&mut self, parent: Option<usize>, mut rows: Option<&mut Found>) -> Sure<Node<'t>> {
        let span = self.span(self.at, self.at + 1);
        self.at += 1;
        let mut pairs = Vec::with_capacity(4);
        self.deeper(|cursor| {
            loop {
                cursor.gap(parent)?;
                if cursor.byte() == b'}' {
                    break;
                }
                let key = cursor.flow_key()?;
                cursor.gap(parent)?;
                let table = rows.as_deref_mut().filter(|rows| rows.begins_at(&key));
                let value = match table {
                    Some(rows) => cursor.flow_rows(parent, rows)?,
                    None => cursor.flow_value(parent)?,
                };
                pairs.push((key, value));
                if !cursor.is_followed(parent, b'}')? {
                    break;
                }
            }
            Ok(())
        })?;
        self.at += 1;
        Ok(Node { shape: Shape::Map(pairs), span })
    }

    /// A list in brackets, whose values are handed over one by one.
    pub(super) fn flow_list(&mut self, parent: Option<usize>, take: &mut dyn FnMut(Node<'t>) -> Sure<()>) -> Sure<()> {
        self.at += 1;
        self.deeper(|cursor| {
            loop {
                cursor.gap(parent)?;
                if cursor.byte() == b']' {
                    break;
                }
                let value = cursor.flow_value(parent)?;
                take(value)?;
                if !cursor.is_followed(parent, b']')? {
                    break;
                }
            }
            Ok(())
        })?;
        self.at += 1;
        Ok(())
    }

    /// Whether a value is followed by a comma, which is skipped, and not by the closing bracket.
    fn is_followed(&mut self, parent: Option<usize>, closing: u8) -> Sure<bool> {
        self.gap(parent)?;
        match self.byte() {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            byte if byte == closing => Ok(false),
            _ => Err(Unsure),
        }
    }

    /// A key with its colon, on one line.
    fn flow_key(&mut self) -> Sure<Node<'t>> {
        let start = self.at;
        let (key, is_quoted) = match self.byte() {
            b'"' | b'\'' => {
                let word = self.quoted_on_line()?.ok_or(Unsure)?;
                (Node { span: word.span, shape: Shape::Text(word) }, true)
            }
            _ => (self.flow_word()?, false),
        };
        if self.byte() != b':' {
            return Err(Unsure);
        }
        self.check_key(start)?;
        self.at += 1;
        match self.byte() {
            b' ' | b'\n' | b'\r' => Ok(key),
            b'"' | b'\'' | b'{' | b'[' if is_quoted => Ok(key),
            _ => Err(Unsure),
        }
    }

    fn flow_value(&mut self, parent: Option<usize>) -> Sure<Node<'t>> {
        match self.byte() {
            b'"' | b'\'' => {
                let word = self.quoted(parent)?;
                Ok(Node { span: word.span, shape: Shape::Text(word) })
            }
            b'{' | b'[' => self.flow(parent),
            _ => self.flow_word(),
        }
    }

    /// Skips blanks and line ends. Lines are further in than the block around the brackets; at the top only what closes
    /// them may be at the beginning of a line.
    fn gap(&mut self, parent: Option<usize>) -> Sure<()> {
        let before = self.at;
        self.skip_blanks();
        if !is_break(self.byte()) {
            return if self.byte() == b'#' && self.at > before { Err(Unsure) } else { Ok(()) };
        }
        loop {
            self.skip_break();
            let start = self.at;
            self.skip_blanks();
            let indent = self.at - start;
            match (self.byte(), parent) {
                (b'\n' | b'\r', _) => {}
                (0 | b'#', _) => return Err(Unsure),
                (_, Some(parent)) if indent > parent => return Ok(()),
                (b'}' | b']', None) => return Ok(()),
                (_, None) if indent > 0 => return Ok(()),
                (_, Some(_) | None) => return Err(Unsure),
            }
        }
    }
}
