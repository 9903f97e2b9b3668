//! What a document could not hold, counted while it is written.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::exchange::written::{Loss, Written};

/// Counts by what was lost.
#[derive(Debug, Default)]
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

    /// A document with what it could not hold; no text where there is no document.
    pub(super) fn written(self, document: Option<&impl Serialize>) -> Written {
        let text = document.and_then(|document| serde_json::to_string_pretty(document).ok());
        let losses = self.0.into_iter().map(|(what, count)| Loss { what: what.to_owned(), count }).collect();
        Written { text: text.map(|text| text + "\n").unwrap_or_default(), losses }
    }
}
