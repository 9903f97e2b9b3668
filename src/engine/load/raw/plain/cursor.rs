//! A place in a text that goes forward by characters, lines and indentations.

use crate::load::raw::node::Keep;
use crate::source::{FileId, Span};

/// The text holds something that is left to the general reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load::raw) struct Unsure;

/// A value, unless the general reader is needed.
pub(super) type Sure<T> = Result<T, Unsure>;

/// How deep values may lie in each other here; the general reader allows more.
const MAX_DEPTH: usize = 16;

/// A place in a text. Between values, it is at the first character of a line that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    /// What becomes of a stretch of the text that is kept.
    pub(super) keep: Keep<'t>,
    pub(super) at: usize,
    /// The number of blanks before the content of the line; nothing at the end of the text.
    pub(super) indent: Option<usize>,
    file: FileId,
    depth: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, keep: Keep<'t>, file: FileId) -> Self {
        Self { text, keep, at: 0, indent: None, file, depth: 0 }
    }

    pub(super) fn file(&self) -> FileId {
        self.file
    }

    /// The byte at a place; zero after the end, which appears nowhere else.
    pub(super) fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The byte here.
    pub(super) fn byte(&self) -> u8 {
        self.byte_at(self.at)
    }

    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        // Texts are shorter than that.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.byte() == b' ' {
            self.at += 1;
        }
    }

    /// Where the line ends that holds a place.
    pub(super) fn line_end(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().position(|byte| is_break(*byte)).unwrap_or(rest.len())
    }

    /// Skips what ends a line, if anything does here.
    pub(super) fn skip_break(&mut self) {
        if self.byte() == b'\r' {
            self.at += 1;
        }
        if self.byte() == b'\n' {
            self.at += 1;
        }
    }

    /// Goes to the end of a line that contains at most a comment, and on to the next line that is not empty.
    pub(super) fn end_line(&mut self) -> Sure<()> {
        let behind = self.at;
        self.skip_blanks();
        match self.byte() {
            b'#' if self.at > behind => self.at = self.line_end(self.at),
            byte if is_break(byte) => {}
            _ => return Err(Unsure),
        }
        self.skip_break();
        self.next_line()
    }

    /// Goes from the beginning of a line to what the next one holds, over empty lines and comments.
    pub(super) fn next_line(&mut self) -> Sure<()> {
        loop {
            let start = self.at;
            self.skip_blanks();
            match self.byte() {
                0 => {
                    self.indent = None;
                    return Ok(());
                }
                b'\n' | b'\r' => self.skip_break(),
                b'#' => {
                    self.at = self.line_end(self.at);
                    self.skip_break();
                }
                byte => {
                    let indent = self.at - start;
                    let rest = &self.text.as_bytes()[self.at..];
                    // What begins or ends a document.
                    if indent == 0
                        && matches!(byte, b'-' | b'.')
                        && (rest.starts_with(b"---") || rest.starts_with(b"..."))
                    {
                        return Err(Unsure);
                    }
                    self.indent = Some(indent);
                    return Ok(());
                }
            }
        }
    }

    /// Whether there is an entry of a list here.
    pub(super) fn is_at_entry(&self) -> bool {
        self.byte() == b'-' && matches!(self.byte_at(self.at + 1), b' ' | b'\n' | b'\r' | 0)
    }

    /// Reads something that lies one level deeper.
    pub(super) fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Sure<T>) -> Sure<T> {
        if self.depth == MAX_DEPTH {
            return Err(Unsure);
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }
}

/// Whether a line ends here.
pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r' | 0)
}

/// Whether a text holds only characters whose part in YAML nobody doubts: no tabs or other control characters, no
/// carriage return alone, no mark of byte order, none of the further line breaks of Unicode.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Most of a text is processed in large ranges.
    const STRETCH: usize = 32;
    let is_common = |byte: &u8| matches!(byte, b'\n' | 0x20..=0x7e);
    bytes.chunks(STRETCH).enumerate().all(|(number, stretch)| {
        stretch.iter().fold(true, |all, byte| all & is_common(byte))
            || (0..stretch.len()).all(|at| is_plain_at(bytes, number * STRETCH + at))
    })
}

fn is_plain_at(bytes: &[u8], at: usize) -> bool {
    let next = |by: usize| bytes.get(at + by).copied().unwrap_or(0);
    match bytes[at] {
        b'\n' | 0x20..=0x7e => true,
        b'\r' => next(1) == b'\n',
        0..=0x1f | 0x7f => false,
        // U+0080 to U+009F, U+2028 and U+2029, U+FEFF, and U+FFF0 to U+FFFF.
        0xc2 => next(1) >= 0xa0,
        0xe2 => (next(1), next(2) & 0xfe) != (0x80, 0xa8),
        0xef => (next(1), next(2)) != (0xbb, 0xbf) && !(next(1) == 0xbf && next(2) >= 0xb0),
        _ => true,
    }
}
