//! A text in another program's format, and what of ours it could not hold.

use std::collections::BTreeMap;

/// What is done with a relation whose reverse nobody stated, in a format that always says something of both directions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OpenReverse {
    /// It is left out and counted: whatever the format says would be more than we know.
    #[default]
    LeaveOut,
    /// It is written by the weakest word that the format has, and counted.
    Weaken,
    /// It is written by a word of ours where the format lets everybody have words of their own, so that it comes back as it
    /// was and nobody takes it for more; else it is left out and counted.
    OwnWord,
}

/// A text in another program's format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What it could not hold, or holds in a weaker form.
    pub losses: Vec<Loss>,
}

/// What a format could not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is, and what became of it, as the rest of a sentence behind its count: `joint rows are left out`.
    pub what: String,
    /// How many there are; never zero.
    pub count: usize,
}

/// Losses while a text is written, counted by what they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Losses(BTreeMap<&'static str, usize>);

impl Losses {
    /// Counts one more.
    pub(super) fn add(&mut self, what: &'static str) {
        self.add_many(what, 1);
    }

    /// Counts some more; none is no loss.
    pub(super) fn add_many(&mut self, what: &'static str, count: usize) {
        if count > 0 {
            *self.0.entry(what).or_default() += count;
        }
    }

    /// The losses in the order of their words.
    pub(super) fn finish(self) -> Vec<Loss> {
        self.0.into_iter().map(|(what, count)| Loss { what: what.to_owned(), count }).collect()
    }
}
