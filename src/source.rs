//! Texts, and places in them.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::num::NonZeroU32;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

/// Text from a file: borrowed from the binary if bundled, so that reading it copies nothing; owned where it was read.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Text(Cow<'static, str>);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'de str>::deserialize(deserializer).map(|text| Self(text.into()))
    }
}

/// The SHA-256 of a text, in hexadecimal.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The number of a text in [`Sources`], in the order in which texts were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(u32);

/// A range of one text, in bytes: `start` included, `end` excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The text that it lies in.
    pub file: FileId,
    /// The offset of its first byte.
    pub start: u32,
    /// The offset behind its last byte; never below `start`.
    pub end: u32,
}

impl Span {
    /// The empty stretch at the very beginning of a text.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// A position as editors count it: lines and columns from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from one.
    pub line: NonZeroU32,
    /// The column in characters, from one.
    pub column: NonZeroU32,
}

/// A text and the name shown to users.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: Cow<'static, str>,
    is_bundled: bool,
}

impl Source {
    /// The name that messages show: the path as the user wrote it, or `standards/…` for what is bundled.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is part of the program.
    pub fn is_bundled(&self) -> bool {
        self.is_bundled
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The SHA-256 of the text, in hexadecimal.
    pub fn sha256(&self) -> String {
        digest(&self.text)
    }

    /// Where the byte at `offset` stands; an offset beyond the text, or inside a character, is moved back into it.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let newlines = before.bytes().filter(|byte| *byte == b'\n').count();
        let line = before.rsplit('\n').next().unwrap_or(before);
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        Position { line: one_based(newlines), column: one_based(line.chars().count()) }
    }
}

fn one_based(zero_based: usize) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(u32::try_from(zero_based).unwrap_or(u32::MAX))
}

/// Every text that a run has read, in the order of reading.
#[derive(Debug, Clone, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Stores a text and returns its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> FileId {
        let id = FileId(u32::try_from(self.0.len()).expect("fewer than four billion files"));
        self.0.push(Source { name: name.into(), text: text.into(), is_bundled: false });
        id
    }

    /// Keeps a text that is part of the program.
    pub fn add_bundled(&mut self, name: &'static str, text: &'static str) {
        self.0.push(Source { name: name.to_owned(), text: text.into(), is_bundled: true });
    }

    /// The text with this number.
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[file.0 as usize]
    }

    /// Whether a text is, letter by letter, one of those that are part of the program.
    pub fn is_bundled_text(&self, file: FileId) -> bool {
        let text = self.get(file).text();
        self.0.iter().any(|source| source.is_bundled && source.text == text)
    }

    /// The position at which a span begins.
    pub fn position(&self, span: Span) -> Position {
        self.get(span.file).position(span.start)
    }

    /// The first text.
    pub fn first(&self) -> Option<FileId> {
        (!self.0.is_empty()).then_some(FileId(0))
    }

    /// All texts, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..self.0.len()).map(|at| FileId(u32::try_from(at).expect("there are fewer texts than that")))
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &'static str, offset: u32) -> (u32, u32) {
        let mut sources = Sources::default();
        let file = sources.add("t", text);
        let place = sources.get(file).position(offset);
        (place.line.get(), place.column.get())
    }

    #[test]
    fn lines_and_columns_count_from_one_and_columns_in_characters() {
        assert_eq!(place("ab\ncd", 0), (1, 1));
        assert_eq!(place("ab\ncd", 4), (2, 2));
        assert_eq!(place("é=x", 3), (1, 3));
        assert_eq!(place("a\r\nb", 3), (2, 1));
        assert_eq!(place("\u{feff}a: b", 6), (1, 4));
        assert_eq!(place("ab", 99), (1, 3));
    }
}
