//! What is said of a document: one sentence for each kind of thing that is left out or read as less, with how many
//! there are.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// Kinds of things in the order in which the first of each was met.
#[derive(Debug, Default)]
pub(super) struct Said {
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    rule: Rule,
    one: String,
    many: &'static str,
    help: &'static str,
    first: Span,
    count: usize,
}

impl Said {
    /// Something that is left out. `many` says what of several, after their number; `one` says it of this one.
    pub(super) fn left_out(&mut self, span: Span, one: impl Into<String>, many: &'static str, help: &'static str) {
        self.note(Rule::LeftOut, span, one.into(), many, help);
    }

    /// Something that is read as less than it may mean, or under another name.
    pub(super) fn read_as(&mut self, span: Span, one: impl Into<String>, many: &'static str, help: &'static str) {
        self.note(Rule::ReadAs, span, one.into(), many, help);
    }

    fn note(&mut self, rule: Rule, first: Span, one: String, many: &'static str, help: &'static str) {
        match self.kinds.iter_mut().find(|kind| kind.rule == rule && kind.many == many) {
            Some(kind) => kind.count += 1,
            None => self.kinds.push(Kind { rule, one, many, help, first, count: 1 }),
        }
    }

    /// One sentence for each kind, at the first of it.
    pub(super) fn into_faults(self) -> impl Iterator<Item = Diagnostic> {
        self.kinds.into_iter().map(|kind| {
            let message = match kind.count {
                1 => kind.one,
                count => format!("{count} {}; the first: {}", kind.many, kind.one),
            };
            let mut fault = Diagnostic::new(kind.rule, kind.first, message).help(kind.help);
            fault.count = kind.count;
            fault
        })
    }
}
