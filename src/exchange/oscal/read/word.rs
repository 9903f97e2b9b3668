//! Texts of a foreign document that know where they stand.

use std::fmt;
use std::num::NonZeroUsize;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use crate::load::raw::Scalar;
use crate::source::{FileId, Span};

/// A text of a document.
///
/// Readers of JSON and YAML hand out the very bytes of the document wherever a text is there as it is meant, so that
/// its address gives its place. A text that is spelt with escapes, or over several lines, has no place of its own.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    pub(super) text: String,
    address: Option<NonZeroUsize>,
}

impl Word {
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// A text in which there is something to read.
    pub(super) fn filled(word: Option<&Self>) -> Option<&Self> {
        word.filter(|word| !word.text.trim().is_empty())
    }

    /// The same as it is written.
    pub(super) fn filled_text(word: Option<&Self>) -> Option<&str> {
        Self::filled(word).map(|word| word.text.as_str())
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Word, E> {
                Ok(Word { text: text.to_owned(), address: NonZeroUsize::new(text.as_ptr().addr()) })
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Word, E> {
                Ok(Word { text: text.to_owned(), address: None })
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Word, E> {
                Ok(Word { text, address: None })
            }
        }
        deserializer.deserialize_str(Words)
    }
}

/// A document in memory, which distinguishes addresses in it from others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    file: FileId,
    start: usize,
    bytes: usize,
}

impl Places {
    pub(super) fn of(text: &str, file: FileId) -> Self {
        Self { file, start: text.as_ptr().addr(), bytes: text.len() }
    }

    /// The file of the document.
    pub(super) fn file(self) -> FileId {
        self.file
    }

    /// Where a text stands, if that is known.
    pub(super) fn find(self, word: &Word) -> Option<Span> {
        let start = word.address?.get().checked_sub(self.start)?;
        let end = start.checked_add(word.text.len())?;
        let offset = |bytes: usize| u32::try_from(bytes).ok();
        (end <= self.bytes).then_some(Span { file: self.file, start: offset(start)?, end: offset(end)? })
    }

    /// Where a text stands, or else another place near it.
    pub(super) fn span(self, word: &Word, near: Span) -> Span {
        self.find(word).unwrap_or(near)
    }

    /// A text with its place, or another near it.
    pub(super) fn scalar(self, word: &Word, near: Span) -> Scalar {
        Scalar::new(word.text.clone(), self.span(word, near))
    }

    /// The start of the document.
    pub(super) fn top(self) -> Span {
        Span::start_of(self.file)
    }
}
