//! What a YAML text consists of, in its order.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::load::raw::Scalar;
use crate::source::Span;

/// How deep a file may nest.
pub(super) const MAX_DEPTH: usize = 32;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<'t> {
    /// A text, a number, a truth value or nothing.
    Word(Word<'t>),
    /// A list begins here.
    List(Span),
    /// A mapping begins here: keys and values follow in turn.
    Map(Span),
    /// The innermost list or mapping that is open ends.
    End,
}

/// A scalar as it is in the file. If it has several lines, its place is the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Its text.
    pub value: Cow<'t, str>,
    /// Its place.
    pub span: Span,
    /// Whether it stands without quotes, so that it may be nothing or a truth value.
    pub is_bare: bool,
}

/// Why reading stops.
#[derive(Debug)]
pub enum Stop {
    /// The text is not written as the quick reader knows it.
    Unusual,
    /// The text is not YAML.
    Fault(Box<Diagnostic>),
}

/// A source of events.
pub trait Events<'t> {
    /// The next event; nothing after the document.
    fn next(&mut self) -> Result<Option<Event<'t>>, Stop>;

    /// Passes over the next value, whatever it is.
    fn skip(&mut self) -> Result<(), Stop>;
}

impl Word<'_> {
    /// Whether nothing is said.
    pub fn is_nothing(&self) -> bool {
        self.is_bare && matches!(&*self.value, "" | "~" | "null" | "Null" | "NULL")
    }

    /// The text without spaces around it, at its place.
    pub fn into_scalar(self) -> Scalar {
        let value = match self.value.trim() {
            trimmed if trimmed.len() == self.value.len() => self.value.into_owned(),
            trimmed => trimmed.to_owned(),
        };
        Scalar::new(value, self.span)
    }
}
