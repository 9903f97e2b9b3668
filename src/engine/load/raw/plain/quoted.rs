//! Scalars in quotes.

use std::borrow::Cow;

use super::cursor::{Cursor, Sure, Unsure, is_break};
use super::word::fold;
use crate::load::raw::node::Word;

impl<'t> Cursor<'t> {
    /// A quoted scalar that ends on its line; nothing where it goes on after it.
    pub(super) fn quoted_on_line(&mut self) -> Sure<Option<Word<'t>>> {
        let (start, quote) = (self.at, self.byte());
        self.at += 1;
        let mut value: Option<String> = None;
        if !self.rest_of_quoted_line(quote, &mut value)? {
            return Ok(None);
        }
        Ok(Some(self.quoted_word(start, value)))
    }

    /// A quoted scalar. Lines that go on with it are further in than the block around it, where there is one.
    pub(super) fn quoted(&mut self, parent: Option<usize>) -> Sure<Word<'t>> {
        let (start, quote) = (self.at, self.byte());
        self.at += 1;
        let mut value: Option<String> = None;
        loop {
            let line = self.at;
            if self.rest_of_quoted_line(quote, &mut value)? {
                return Ok(self.quoted_word(start, value));
            }
            let parent = parent.ok_or(Unsure)?;
            // Here at the end of a line, which is folded.
            let value = value.get_or_insert_with(|| self.text[line..self.at].to_owned());
            let kept = value.trim_end_matches(' ').len();
            // An escaped blank would be kept.
            value.truncate(kept);
            let breaks = self.line_within(parent)?.ok_or(Unsure)?;
            fold(value, breaks);
        }
    }

    /// From here to after the closing quote, or to the end of the line where there is none: then false. What was read is
    /// added to `value`, where that was begun, or has to be begun because it differs from the text.
    fn rest_of_quoted_line(&mut self, quote: u8, value: &mut Option<String>) -> Sure<bool> {
        let bytes = self.text.as_bytes();
        let mut from = self.at;
        loop {
            let byte = self.byte();
            if is_break(byte) {
                if self.at >= bytes.len() {
                    return Err(Unsure);
                }
                if let Some(value) = value {
                    value.push_str(&self.text[from..self.at]);
                }
                return Ok(false);
            }
            if byte == quote {
                if quote == b'\'' && self.byte_at(self.at + 1) == b'\'' {
                    let value = value.get_or_insert_default();
                    value.push_str(&self.text[from..=self.at]);
                    self.at += 2;
                    from = self.at;
                    continue;
                }
                if let Some(value) = value {
                    value.push_str(&self.text[from..self.at]);
                }
                self.at += 1;
                return Ok(true);
            }
            if byte == b'\\' && quote == b'"' {
                let meant = match self.byte_at(self.at + 1) {
                    b'"' => '"',
                    b'\\' => '\\',
                    b'/' => '/',
                    _ => return Err(Unsure),
                };
                let value = value.get_or_insert_default();
                value.push_str(&self.text[from..self.at]);
                value.push(meant);
                self.at += 2;
                from = self.at;
                continue;
            }
            self.at += 1;
        }
    }

    /// The scalar from its first quote to here.
    fn quoted_word(&self, start: usize, value: Option<String>) -> Word<'t> {
        let mut value = value.map_or_else(|| Cow::Borrowed(&self.text[start + 1..self.at - 1]), Cow::Owned);
        if value.ends_with('\n') {
            let end = value.trim_end_matches('\n').len();
            value.to_mut().truncate(end);
        }
        Word { value, keep: self.keep, span: self.span(start, self.at), is_unquoted: false }
    }
}
