//! How a part of a packed library is written, and read again.
//!
//! A part is all its texts, one after the other, and then numbers: lengths of texts among them, in the order in which the
//! texts stand. So the texts are checked to be UTF-8 at once, and none is copied.

use serde::{Deserialize, Serialize};

use crate::source::{FileId, Span, Text};

/// Why bytes are not part of a packed library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

/// For how many things room is made before they are read.
pub(super) const MOST_AT_ONCE: usize = 1 << 16;

/// A part that is being written.
#[derive(Default)]
pub(super) struct Writer {
    texts: String,
    numbers: Vec<u8>,
    /// Where the last span began.
    last: u32,
}

impl Writer {
    pub(super) fn number(&mut self, number: usize) {
        self.put(&u32::try_from(number).expect("files of less than four gigabytes"));
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.numbers.push(byte);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.texts.push_str(text);
    }

    /// A span of a file that is known otherwise.
    pub(super) fn span(&mut self, span: Span) {
        self.put(&(i64::from(span.start) - i64::from(self.last)));
        self.put(&(span.end - span.start));
        self.last = span.start;
    }

    fn put(&mut self, value: &impl Serialize) {
        self.numbers.extend(encoded(value));
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = encoded(&self.texts);
        bytes.extend(self.numbers);
        bytes
    }
}

/// A value as bytes.
pub fn encoded(value: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(value).expect("plain data serializes")
}

/// A value from bytes, all of them.
pub fn decoded<T: Deserialize<'static>>(bytes: &'static [u8]) -> Result<T, Malformed> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        Ok(_) | Err(_) => Err(Malformed),
    }
}

/// A part that is being read.
pub(super) struct Reader {
    texts: &'static str,
    numbers: &'static [u8],
    last: u32,
}

impl Reader {
    pub(super) fn new(part: &'static [u8]) -> Result<Self, Malformed> {
        let (texts, numbers) = postcard::take_from_bytes(part).map_err(|_| Malformed)?;
        Ok(Self { texts, numbers, last: 0 })
    }

    #[inline]
    pub(super) fn number(&mut self) -> Result<usize, Malformed> {
        self.take::<u32>().map(|number| number as usize)
    }

    #[inline]
    pub(super) fn byte(&mut self) -> Result<u8, Malformed> {
        let (byte, rest) = self.numbers.split_first().ok_or(Malformed)?;
        self.numbers = rest;
        Ok(*byte)
    }

    /// How many things follow, each of which takes a byte at least.
    pub(super) fn count(&mut self) -> Result<usize, Malformed> {
        self.number().and_then(|count| if count <= self.numbers.len() { Ok(count) } else { Err(Malformed) })
    }

    #[inline]
    pub(super) fn str(&mut self) -> Result<&'static str, Malformed> {
        let length = self.number()?;
        let (text, rest) = self.texts.split_at_checked(length).ok_or(Malformed)?;
        self.texts = rest;
        Ok(text)
    }

    #[inline]
    pub(super) fn text(&mut self) -> Result<Text, Malformed> {
        self.str().map(Text::from)
    }

    /// A text where there is one.
    #[inline]
    pub(super) fn text_if(&mut self, is_there: bool) -> Result<Option<Text>, Malformed> {
        if is_there { self.text().map(Some) } else { Ok(None) }
    }

    pub(super) fn span(&mut self, file: FileId) -> Result<Span, Malformed> {
        let start = u32::try_from(i64::from(self.last) + self.take::<i64>()?.clamp(-(1 << 40), 1 << 40));
        let start = start.map_err(|_| Malformed)?;
        self.last = start;
        Ok(Span { file, start, end: start.checked_add(self.take()?).ok_or(Malformed)? })
    }

    #[inline]
    fn take<T: Deserialize<'static>>(&mut self) -> Result<T, Malformed> {
        let (value, rest) = postcard::take_from_bytes(self.numbers).map_err(|_| Malformed)?;
        self.numbers = rest;
        Ok(value)
    }

    /// What was read, where that is all there is.
    pub(super) fn finish<T>(self, read: T) -> Result<T, Malformed> {
        if self.texts.is_empty() && self.numbers.is_empty() { Ok(read) } else { Err(Malformed) }
    }
}
