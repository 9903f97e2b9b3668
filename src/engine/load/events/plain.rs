//! The part of YAML that tools write who lay out a file line by line: mappings and lists in block style, texts plain or
//! in quotes. It reads several times as fast as a parser of all YAML, and stops at everything that it does not know for
//! sure.

use super::event::{Event, Events, MAX_DEPTH, Stop, Word};
use super::scan::{self, Scanned};
use crate::source::{FileId, Span};

/// The events of a text.
pub(super) struct Plain<'t> {
    text: &'t str,
    file: FileId,
    /// The offset of what is not read yet.
    at: usize,
    levels: Vec<Level>,
    expected: Expected,
    /// Whether what is read is not needed, so nothing has to be made of it.
    is_skipping: bool,
}

/// A list or mapping that is open.
#[derive(Clone, Copy)]
struct Level {
    indent: usize,
    is_list: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// The first line.
    Document,
    /// An item or key of the innermost level, or its end, from the next line.
    Line,
    /// A key or item of the innermost level, which begins here.
    Here,
    /// The value of a key, after its colon.
    Value,
    /// The end of a list or mapping that is empty.
    End,
}

/// A line with something in it: how far to the right that begins, and at which offset.
#[derive(Clone, Copy)]
struct Line {
    indent: usize,
    start: usize,
}

impl<'t> Plain<'t> {
    /// The events of a text, if nothing in it is unusual at first sight.
    pub(super) fn new(text: &'t str, file: FileId) -> Option<Self> {
        let is_usual = u32::try_from(text.len()).is_ok() && scan::is_printable(text);
        let (levels, expected) = (Vec::new(), Expected::Document);
        is_usual.then_some(Self { text, file, at: 0, levels, expected, is_skipping: false })
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Whether an item of a list begins at an offset.
    fn is_item(&self, start: usize) -> bool {
        self.byte(start) == Some(b'-') && matches!(self.byte(start + 1), Some(b' ' | b'\n') | None)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    /// The next line with something in it.
    fn line(&mut self) -> Result<Option<Line>, Stop> {
        let bytes = self.text.as_bytes();
        loop {
            let indent = bytes[self.at..].iter().take_while(|byte| **byte == b' ').count();
            let start = self.at + indent;
            match bytes.get(start) {
                None => return Ok(None),
                Some(b'\n') => self.at = start + 1,
                Some(b'#') => self.at = scan::line_end(self.text, start) + 1,
                Some(b'-' | b'.')
                    if indent == 0
                        && matches!(bytes.get(..start + 3), Some([.., b'-', b'-', b'-'] | [.., b'.', b'.', b'.'])) =>
                {
                    return Err(Stop::Unusual);
                }
                Some(_) => return Ok(Some(Line { indent, start })),
            }
            self.at = self.at.min(bytes.len());
        }
    }

    fn open(&mut self, indent: usize, is_list: bool, start: usize) -> Result<Event<'t>, Stop> {
        if self.levels.len() >= MAX_DEPTH {
            return Err(Stop::Unusual);
        }
        self.levels.push(Level { indent, is_list });
        self.at = start;
        self.expected = Expected::Here;
        let span = self.span(start, start);
        Ok(if is_list { Event::List(span) } else { Event::Map(span) })
    }

    fn close(&mut self) -> Event<'t> {
        self.levels.pop();
        self.expected = Expected::Line;
        Event::End
    }

    /// An item or key of the innermost level, or its end.
    fn entry(&mut self) -> Result<Option<Event<'t>>, Stop> {
        let line = match self.expected {
            Expected::Here => self.levels.last().map(|level| Line { indent: level.indent, start: self.at }),
            _ => self.line()?,
        };
        let Some(level) = self.levels.last().copied() else {
            return if line.is_none() { Ok(None) } else { Err(Stop::Unusual) };
        };
        match line {
            Some(Line { indent, start }) if indent == level.indent => match (level.is_list, self.is_item(start)) {
                (true, true) => self.item(start, indent).map(Some),
                (true, false) => Ok(Some(self.close())),
                (false, true) => Err(Stop::Unusual),
                (false, false) => self.key(start).map(Some),
            },
            Some(Line { indent, .. }) if indent > level.indent => Err(Stop::Unusual),
            Some(_) | None => Ok(Some(self.close())),
        }
    }

    /// What is after a dash.
    fn item(&mut self, dash: usize, indent: usize) -> Result<Event<'t>, Stop> {
        let start = dash + 2;
        let is_usual = self.byte(dash + 1) == Some(b' ') && !matches!(self.byte(start), None | Some(b' ' | b'\n'));
        if !is_usual {
            return Err(Stop::Unusual);
        }
        if self.is_item(start) {
            return self.open(indent + 2, true, start);
        }
        if scan::key(self.text, start)?.is_some() {
            return self.open(indent + 2, false, start);
        }
        self.scalar(start, indent)
    }

    fn key(&mut self, start: usize) -> Result<Event<'t>, Stop> {
        let Some(key) = scan::key(self.text, start)? else { return Err(Stop::Unusual) };
        self.at = key.colon + 1;
        self.expected = Expected::Value;
        let span = self.span(start, key.end);
        Ok(Event::Word(Word { value: key.value, span, is_bare: key.is_bare }))
    }

    /// What is after a colon.
    fn value(&mut self) -> Result<Event<'t>, Stop> {
        let Some(Level { indent: outer, .. }) = self.levels.last().copied() else { return Err(Stop::Unusual) };
        let colon = self.at;
        let blanks = self.text.as_bytes()[colon..].iter().take_while(|byte| **byte == b' ').count();
        let start = colon + blanks;
        if !matches!(self.byte(start), None | Some(b'\n')) {
            return self.scalar(start, outer);
        }
        self.at = (start + 1).min(self.text.len());
        match self.line()? {
            Some(Line { indent, start }) if indent >= outer && self.is_item(start) => self.open(indent, true, start),
            Some(Line { indent, start }) if indent > outer => match scan::key(self.text, start)? {
                Some(_) => self.open(indent, false, start),
                None => Err(Stop::Unusual),
            },
            Some(_) | None => {
                self.expected = Expected::Line;
                let span = self.span(colon, colon);
                Ok(Event::Word(Word { value: "".into(), span, is_bare: true }))
            }
        }
    }

    /// A text that begins here, inside a level that is indented so far.
    fn scalar(&mut self, start: usize, outer: usize) -> Result<Event<'t>, Stop> {
        for (empty, is_list) in [("[]", true), ("{}", false)] {
            if self.text[start..].starts_with(empty) {
                self.at = scan::rest_of_line(self.text, start + 2)?;
                self.levels.push(Level { indent: outer, is_list });
                self.expected = Expected::End;
                let span = self.span(start, start);
                return Ok(if is_list { Event::List(span) } else { Event::Map(span) });
            }
        }
        let Scanned { value, first_end, next, is_bare } = scan::scalar(self.text, start, outer, self.is_skipping)?;
        self.at = next;
        self.expected = Expected::Line;
        Ok(Event::Word(Word { value, span: self.span(start, first_end), is_bare }))
    }
}

impl<'t> Events<'t> for Plain<'t> {
    fn next(&mut self) -> Result<Option<Event<'t>>, Stop> {
        match self.expected {
            Expected::Document => match self.line()? {
                Some(Line { indent: 0, start }) if scan::key(self.text, start)?.is_some() => {
                    self.open(0, false, start).map(Some)
                }
                Some(_) | None => Err(Stop::Unusual),
            },
            Expected::Line | Expected::Here => self.entry(),
            Expected::Value => self.value().map(Some),
            Expected::End => Ok(Some(self.close())),
        }
    }

    fn skip(&mut self) -> Result<(), Stop> {
        let depth = self.levels.len();
        self.is_skipping = true;
        loop {
            if self.next()?.is_none() || self.levels.len() <= depth {
                self.is_skipping = false;
                return Ok(());
            }
        }
    }
}
