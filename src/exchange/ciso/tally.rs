//! What is not taken over, or not as it stands: counted by kind, with the place of the first.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// A kind of things that are reported together.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) rule: Rule,
    /// What is reported of one.
    pub(super) one: &'static str,
    /// What is reported of several, after their count.
    pub(super) many: &'static str,
    pub(super) help: &'static str,
}

/// Counts by kind, in the order in which kinds came up.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<(&'static Kind, usize, Span)>);

impl Tally {
    /// Counts one more.
    pub(super) fn add(&mut self, kind: &'static Kind, place: Span) {
        self.add_many(kind, 1, place);
    }

    /// Counts several, the first of them at a place; none if there are none.
    pub(super) fn add_many(&mut self, kind: &'static Kind, count: usize, place: Span) {
        match self.0.iter_mut().find(|(known, ..)| known.one == kind.one) {
            Some((_, known, _)) => *known += count,
            None if count == 0 => {}
            None => self.0.push((kind, count, place)),
        }
    }

    /// How many there are of each kind, by what is reported of several.
    pub(super) fn counts(&self) -> Vec<(String, usize)> {
        self.0.iter().map(|(kind, count, _)| (kind.many.to_owned(), *count)).collect()
    }

    /// A sentence for each kind.
    pub(super) fn into_faults(self) -> impl Iterator<Item = Diagnostic> {
        self.0.into_iter().map(|(kind, count, place)| {
            let message = if count == 1 { kind.one.to_owned() } else { format!("{count} {}", kind.many) };
            Diagnostic::new(kind.rule, place, message).help(kind.help)
        })
    }
}
