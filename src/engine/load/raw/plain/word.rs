//! Scalars that are not quoted.

use std::borrow::Cow;

use super::cursor::{Cursor, Sure, Unsure, is_break};
use crate::load::raw::node::{Absence, Node, Shape, Word};

/// What YAML takes a scalar for that is not quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// A number or a truth value.
    Other,
    Nothing,
}

/// Where a scalar that is not quoted ends on its line, and by what.
struct Stretch {
    end: usize,
    stop: Stop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Line,
    Comment,
    /// A colon that makes the text before it a key.
    Colon,
    /// A bracket or a comma, where those mean something.
    Bracket,
}

impl<'t> Cursor<'t> {
    /// A key of a block mapping, and the colon after it; nothing where the line holds no key.
    pub(super) fn key(&mut self) -> Sure<Option<Node<'t>>> {
        let start = self.at;
        let key = match self.byte() {
            b'"' | b'\'' => {
                let Some(word) = self.quoted_on_line()? else {
                    self.at = start;
                    return Ok(None);
                };
                Node { span: word.span, shape: Shape::Text(word) }
            }
            b'{' | b'[' | b'|' | b'>' => return Ok(None),
            _ if self.is_at_entry() => return Ok(None),
            _ => {
                self.check_first()?;
                let stretch = self.stretch(false)?;
                if stretch.stop != Stop::Colon {
                    return Ok(None);
                }
                self.at = stretch.end;
                let word = self.plain_word(start, stretch.end)?;
                self.skip_blanks();
                word
            }
        };
        if self.byte() != b':' || !matches!(self.byte_at(self.at + 1), b' ' | b'\n' | b'\r' | 0) {
            let is_blank = self.byte() == b' ';
            self.at = start;
            // A blank before the colon is rare.
            return if is_blank { Err(Unsure) } else { Ok(None) };
        }
        self.check_key(start)?;
        self.at += 1;
        Ok(Some(key))
    }

    /// A key that is longer than keys may be, or that merges mappings, is left to the general reader.
    pub(super) fn check_key(&self, start: usize) -> Sure<()> {
        const LONGEST: usize = 500;
        let key = &self.text[start..self.at];
        if key.len() > LONGEST || key.starts_with("<<") { Err(Unsure) } else { Ok(()) }
    }

    /// A scalar in brackets that is not quoted. It is on one line.
    pub(super) fn flow_word(&mut self) -> Sure<Node<'t>> {
        self.check_first()?;
        let start = self.at;
        let stretch = self.stretch(true)?;
        if stretch.stop == Stop::Comment {
            return Err(Unsure);
        }
        self.at = stretch.end;
        self.plain_word(start, stretch.end)
    }

    /// A scalar of a block that is not quoted: all lines that are further in than the block around it.
    pub(super) fn block_word(&mut self, parent: usize) -> Sure<Node<'t>> {
        self.check_first()?;
        let start = self.at;
        let stretch = self.stretch(false)?;
        match stretch.stop {
            Stop::Line => {}
            Stop::Comment => {
                self.at = stretch.end;
                let word = self.plain_word(start, stretch.end)?;
                self.end_line()?;
                return Ok(word);
            }
            Stop::Colon | Stop::Bracket => return Err(Unsure),
        }
        let line_end = self.line_end(stretch.end);
        self.at = line_end;
        let mut folded: Option<String> = None;
        while let Some(breaks) = self.line_within(parent)? {
            self.check_first()?;
            let from = self.at;
            let stretch = self.stretch(false)?;
            let value = folded.get_or_insert_with(|| self.text[start..line_end].trim_end_matches(' ').to_owned());
            fold(value, breaks);
            value.push_str(&self.text[from..stretch.end]);
            self.at = match stretch.stop {
                Stop::Line => self.line_end(stretch.end),
                Stop::Comment => stretch.end,
                Stop::Colon | Stop::Bracket => return Err(Unsure),
            };
            if stretch.stop == Stop::Comment {
                break;
            }
        }
        match folded {
            None => {
                let word = self.plain_word(start, stretch.end)?;
                self.end_line()?;
                Ok(word)
            }
            Some(value) => {
                self.end_line()?;
                // No number and no truth value has a blank in it. Its first line is the place to point at.
                let span = self.span(start, line_end);
                Ok(Node {
                    span,
                    shape: Shape::Text(Word { value: value.into(), keep: self.keep, span, is_unquoted: false }),
                })
            }
        }
    }

    /// From the end of a line to what the next one holds, where that goes on with a scalar, and how many line ends lie
    /// between. The cursor stays where it is if nothing does.
    pub(super) fn line_within(&mut self, parent: usize) -> Sure<Option<usize>> {
        let (before, mut breaks) = (self.at, 0);
        loop {
            self.skip_break();
            breaks += 1;
            let start = self.at;
            self.skip_blanks();
            match self.byte() {
                b'\n' | b'\r' => {}
                0 | b'#' => break,
                _ if self.at - start > parent => return Ok(Some(breaks)),
                _ => break,
            }
        }
        self.at = before;
        Ok(None)
    }

    /// Whether a scalar that is not quoted may begin here.
    fn check_first(&self) -> Sure<()> {
        let next = self.byte_at(self.at + 1);
        match self.byte() {
            b'-' if next.is_ascii_alphanumeric() || next == b'.' => Ok(()),
            b'-' | b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\''
            | b'"' | b'%' | b'@' | b'`' => Err(Unsure),
            byte if is_break(byte) || byte == b' ' => Err(Unsure),
            _ => Ok(()),
        }
    }

    /// From here to where a scalar ends that is not quoted, without the blanks after it.
    fn stretch(&self, is_flow: bool) -> Sure<Stretch> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut end = at;
        let stop = loop {
            let Some(byte) = bytes.get(at) else { break Stop::Line };
            match byte {
                b' ' => {
                    at += 1;
                    if self.byte_at(at) == b'#' {
                        break Stop::Comment;
                    }
                    continue;
                }
                b'\n' | b'\r' => break Stop::Line,
                b':' => match self.byte_at(at + 1) {
                    b' ' | b'\n' | b'\r' | 0 => break Stop::Colon,
                    b',' | b'[' | b']' | b'{' | b'}' if is_flow => return Err(Unsure),
                    _ => {}
                },
                b',' | b'[' | b']' | b'{' | b'}' if is_flow => break Stop::Bracket,
                _ => {}
            }
            at += 1;
            end = at;
        };
        Ok(Stretch { end, stop })
    }

    fn plain_word(&self, start: usize, end: usize) -> Sure<Node<'t>> {
        let text = &self.text[start..end];
        let span = self.span(start, end);
        let word = |is_unquoted| Word { value: Cow::Borrowed(text), keep: self.keep, span, is_unquoted };
        let shape = match kind(text)? {
            Kind::Text => Shape::Text(word(false)),
            Kind::Other => Shape::Text(word(true)),
            Kind::Nothing => Shape::Nothing(Absence::Null(word(true))),
        };
        Ok(Node { shape, span })
    }
}

/// Joins lines as YAML folds them: by a blank where one line follows another, else by the empty lines between.
pub(super) fn fold(value: &mut String, breaks: usize) {
    match breaks {
        0 | 1 => value.push(' '),
        several => value.extend(std::iter::repeat_n('\n', several - 1)),
    }
}

/// What YAML takes a text for, in the wide sense of the general reader: `yes` is a truth value, `08` is a number.
fn kind(text: &str) -> Sure<Kind> {
    const TRUTHS: [&str; 8] = ["true", "yes", "y", "on", "false", "no", "n", "off"];
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    match digits.bytes().next() {
        Some(b'0'..=b'9' | b'.') => {
            let letter = digits.as_bytes().get(1).copied().unwrap_or(0);
            let is_of_another_base = digits.starts_with('0') && matches!(letter | 0x20, b'x' | b'o' | b'b');
            let is_named = digits.starts_with('.') && letter.is_ascii_alphabetic();
            let is_number_perhaps = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b'_' | b'.' | b'+' | b'-');
            // Numbers that are written in another way.
            if is_named || is_of_another_base || digits.contains('_') && digits.bytes().all(is_number_perhaps) {
                return Err(Unsure);
            }
            Ok(if is_number(digits) { Kind::Other } else { Kind::Text })
        }
        _ if matches!(text, "~" | "null" | "Null" | "NULL") => Ok(Kind::Nothing),
        _ if text.len() <= 5 && TRUTHS.iter().any(|truth| text.eq_ignore_ascii_case(truth)) => Ok(Kind::Other),
        _ => Ok(Kind::Text),
    }
}

/// Whether digits, perhaps with one point among them, or with an exponent, are a number.
fn is_number(digits: &str) -> bool {
    let is_digit_or_point = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if digits.bytes().all(is_digit_or_point) {
        let points = digits.bytes().filter(|byte| *byte == b'.').count();
        return points == 0 || points == 1 && digits.len() > 1;
    }
    // One that is too large for it is one as well.
    digits.bytes().all(|byte| is_digit_or_point(byte) || matches!(byte, b'e' | b'E' | b'+' | b'-'))
        && digits.parse::<f64>().is_ok()
}
