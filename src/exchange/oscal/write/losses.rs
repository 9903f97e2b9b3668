//! A document as a text, with what it could not hold.

use serde::Serialize;

pub(super) use crate::exchange::written::Losses;
use crate::exchange::written::Written;

/// A document with what it could not hold; no text if there is no document.
pub(super) fn written(losses: Losses, document: Option<&impl Serialize>) -> Written {
    let text = document.and_then(|document| serde_json::to_string_pretty(document).ok());
    Written { text: text.map(|text| text + "\n").unwrap_or_default(), losses: losses.finish() }
}
