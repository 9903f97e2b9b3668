//! What a YAML text consists of, in its order.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::load::raw::Scalar;
use crate::source::Span;

/// How deep a file may nest.
pub(super) const MAX_DEPTH: usize = 32;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event<'t> {
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
pub(crate) struct Word<'t> {
    pub(crate) value: Cow<'t, str>,
    pub(crate) span: Span,
    /// Whether it stands without quotes, so that it may be nothing or a truth value.
    pub(crate) is_bare: bool,
}

/// Why reading stops.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The text is not written as the quick reader knows it.
    Unusual,
    /// The text is not YAML.
    Fault(Box<Diagnostic>),
}

/// A source of events.
pub(crate) trait Events<'t> {
    /// The next event; nothing after the document.
    fn next(&mut self) -> Result<Option<Event<'t>>, Stop>;

    /// Passes over the next value, whatever it is.
    fn skip(&mut self) -> Result<(), Stop>;
}

impl Word<'_> {
    /// Whether nothing is said.
    pub(crate) fn is_nothing(&self) -> bool {
        self.is_bare && matches!(&*self.value, "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether CISO Assistant reads it as yes: it is one of the words for that of YAML 1.1, or, in quotation marks or
    /// not, of Django.
    pub(crate) fn is_true(&self) -> bool {
        self.is_one_of(["true", "yes", "on"], ["t", "True", "1"])
    }

    /// Whether CISO Assistant reads it as no.
    pub(crate) fn is_false(&self) -> bool {
        self.is_one_of(["false", "no", "off"], ["f", "False", "0"])
    }

    fn is_one_of(&self, bare: [&str; 3], any: [&str; 3]) -> bool {
        let is_word = |word: &&str| self.value.eq_ignore_ascii_case(word);
        self.is_bare && bare.iter().any(is_word) || any.contains(&&*self.value)
    }

    /// The text without spaces around it, at its place.
    pub(crate) fn into_scalar(self) -> Scalar {
        let value = match self.value.trim() {
            trimmed if trimmed.len() == self.value.len() => self.value.into_owned(),
            trimmed => trimmed.to_owned(),
        };
        Scalar::new(value, self.span)
    }
}
