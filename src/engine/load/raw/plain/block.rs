//! Lists, mappings and scalars that are laid out line by line.

use std::borrow::Cow;

use super::cursor::{Cursor, Sure, Unsure, is_break};
use super::rows::Found;
use super::word::fold;
use crate::load::raw::node::{Absence, Node, Shape, Word};

impl<'t> Cursor<'t> {
    /// The whole text: one document, a mapping.
    pub(super) fn document(&mut self, rows: &mut Found) -> Sure<Node<'t>> {
        while self.byte() == b'#' || is_break(self.byte()) && self.at < self.text.len() {
            self.at = self.line_end(self.at);
            self.skip_break();
        }
        if self.text[self.at..].starts_with("---") {
            self.at += "---".len();
            if !is_break(self.byte()) {
                return Err(Unsure);
            }
            self.skip_break();
        }
        self.next_line()?;
        if self.indent != Some(0) {
            return Err(Unsure);
        }
        let root = if self.byte() == b'{' {
            let mut root = self.flow_map(None, Some(rows))?;
            self.end_line()?;
            if let Shape::Map(pairs) = &root.shape {
                root.span = pairs.first().map_or(root.span, |(key, _)| key.span);
            }
            root
        } else {
            let key = self.key()?.ok_or(Unsure)?;
            self.map(0, key, Some(rows))?
        };
        if self.indent.is_some() { Err(Unsure) } else { Ok(root) }
    }

    /// A mapping whose keys are indented so, from after its first key. That of a file contains the rows of a table.
    fn map(&mut self, indent: usize, first: Node<'t>, mut rows: Option<&mut Found>) -> Sure<Node<'t>> {
        let span = first.span;
        let mut pairs = Vec::with_capacity(4);
        self.deeper(|cursor| {
            let mut key = first;
            loop {
                let table = rows.as_deref_mut().filter(|rows| rows.begins_at(&key));
                let value = match table {
                    Some(rows) => cursor.block_rows(indent, rows)?,
                    None => cursor.map_value(indent)?,
                };
                pairs.push((key, value));
                match cursor.indent {
                    Some(next) if next == indent => key = cursor.key()?.ok_or(Unsure)?,
                    Some(next) if next > indent => return Err(Unsure),
                    Some(_) | None => return Ok(()),
                }
            }
        })?;
        Ok(Node { shape: Shape::Map(pairs), span })
    }

    /// The value after the colon of a key with this indentation.
    fn map_value(&mut self, indent: usize) -> Sure<Node<'t>> {
        if !self.is_line_empty() {
            return self.value(indent);
        }
        let start = self.at;
        self.end_line()?;
        match self.indent {
            Some(next) if next > indent => self.block(next, indent),
            // The entries of a list may be directly below the key.
            Some(next) if next == indent && self.is_at_entry() => self.list(next),
            Some(_) | None => Ok(Node { shape: Shape::Nothing(Absence::Blank), span: self.span(start, start) }),
        }
    }

    /// Whether nothing but a comment follows on the line.
    pub(super) fn is_line_empty(&self) -> bool {
        let rest = self.text.as_bytes()[self.at..].iter().find(|byte| **byte != b' ');
        rest.is_none_or(|byte| is_break(*byte) || *byte == b'#')
    }

    /// What begins on a line of its own that is indented so.
    fn block(&mut self, indent: usize, parent: usize) -> Sure<Node<'t>> {
        if self.is_at_entry() {
            return self.list(indent);
        }
        match self.key()? {
            Some(key) => self.map(indent, key, None),
            None => self.value(parent),
        }
    }

    fn list(&mut self, indent: usize) -> Sure<Node<'t>> {
        let span = self.span(self.at, self.at);
        let mut list = Vec::new();
        self.deeper(|cursor| {
            while cursor.indent == Some(indent) && cursor.is_at_entry() {
                list.push(cursor.entry(indent)?);
            }
            match cursor.indent {
                Some(next) if next > indent => Err(Unsure),
                Some(_) | None => Ok(()),
            }
        })?;
        Ok(Node { shape: Shape::List(list), span })
    }

    /// An entry of a list, from its dash, which is indented so.
    pub(super) fn entry(&mut self, indent: usize) -> Sure<Node<'t>> {
        let dash = self.at;
        self.at += 1;
        if self.is_line_empty() {
            self.end_line()?;
            return match self.indent {
                Some(next) if next > indent => self.block(next, indent),
                Some(_) | None => Ok(Node { shape: Shape::Nothing(Absence::Blank), span: self.span(dash, dash) }),
            };
        }
        self.skip_blanks();
        // A list right in a list is rare.
        if self.is_at_entry() {
            return Err(Unsure);
        }
        let inner = indent + self.at - dash;
        match self.key()? {
            Some(key) => self.map(inner, key, None),
            None => self.value(indent),
        }
    }

    /// A value that begins on this line, in a block that is indented so.
    fn value(&mut self, parent: usize) -> Sure<Node<'t>> {
        self.skip_blanks();
        match self.byte() {
            b'"' | b'\'' => {
                let word = self.quoted(Some(parent))?;
                self.end_line()?;
                Ok(Node { span: word.span, shape: Shape::Text(word) })
            }
            b'{' | b'[' => {
                let node = self.flow(Some(parent))?;
                self.end_line()?;
                Ok(node)
            }
            b'|' | b'>' => self.literal(parent),
            _ => self.block_word(parent),
        }
    }

    /// A text below `|`, line by line, or below `>`, folded.
    fn literal(&mut self, parent: usize) -> Sure<Node<'t>> {
        let is_folded = self.byte() == b'>';
        self.at += 1;
        if self.byte() == b'-' {
            self.at += 1;
        }
        if !is_break(self.byte()) {
            return Err(Unsure);
        }
        // Its first line is the place to point at.
        let mut span = self.span(self.at, self.at);
        let mut value: Cow<'t, str> = Cow::Borrowed("");
        let mut inner: Option<usize> = None;
        let (mut breaks, mut widest) = (0, 0);
        self.skip_break();
        let mut line;
        loop {
            line = self.at;
            self.skip_blanks();
            let indent = self.at - line;
            if is_break(self.byte()) {
                if inner.is_some_and(|inner| indent > inner) {
                    return Err(Unsure);
                }
                widest = widest.max(indent);
                if self.at >= self.text.len() {
                    break;
                }
                breaks += 1;
                self.skip_break();
                continue;
            }
            let own = *inner.get_or_insert(indent);
            if indent < own || own <= parent {
                self.at = line;
                break;
            }
            if widest > own || is_folded && indent > own {
                return Err(Unsure);
            }
            let end = self.line_end(self.at);
            let text = &self.text[line + own..end];
            if value.is_empty() {
                span = self.span(line + own, end);
            }
            if value.is_empty() && breaks == 0 {
                value = Cow::Borrowed(text);
            } else {
                let value = value.to_mut();
                match value.is_empty() || !is_folded {
                    true => value.extend(std::iter::repeat_n('\n', breaks)),
                    false => fold(value, breaks),
                }
                value.push_str(text);
            }
            self.at = end;
            breaks = usize::from(self.at < self.text.len());
            self.skip_break();
        }
        if value.is_empty() {
            return Err(Unsure);
        }
        // The general reader takes that for a quoted text, whose position is the whole text up to what follows.
        if self.text[span.start as usize..].starts_with(['"', '\'']) {
            self.skip_blanks();
            span.end = self.span(self.at, self.at).end;
            self.at = line;
        }
        self.next_line()?;
        Ok(Node { span, shape: Shape::Text(Word { value, keep: self.keep, span, is_unquoted: false }) })
    }
}
