//! What legend and picture of a graph share: measures and lines.

use crate::report::{Node, Tone};

/// The height of a row.
pub(super) const ROW: f64 = 20.0;
/// The space around all.
pub(super) const EDGE: f64 = 16.0;

pub(super) fn is_idle(node: &Node) -> bool {
    match node.tone {
        Tone::Bad | Tone::Quiet => true,
        Tone::Plain | Tone::Good | Tone::Middling | Tone::Unsure => false,
    }
}

pub(super) fn line_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "xw-line",
        Tone::Plain | Tone::Middling | Tone::Bad => "xw-line xw-dashed",
        Tone::Unsure | Tone::Quiet => "xw-line xw-dotted",
    }
}
