//! The graph or the schedule of a document as a picture.

use std::io::{self, Write};

use super::{Format, Page, picture, text_of};
use crate::report::Document;

/// Scalable Vector Graphics.
#[derive(Debug, Clone, Copy)]
pub struct Svg;

impl Format for Svg {
    fn is_for_readers(&self) -> bool {
        true
    }

    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = "this answer has neither a graph nor a schedule\n\n  tip: `xwalk graph` has the one, `xwalk plan` the other";
        (document.graph().is_none() && document.schedule().is_none()).then(|| lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        let text = text_of(held).unwrap_or_default();
        text.contains("<svg ") && text.contains("aria-labelledby=\"xw-")
    }

    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let graph = document.graph().map(picture::graph::draw);
        let drawn = graph.or_else(|| document.schedule().map(picture::schedule::draw));
        drawn.map_or(Ok(()), |drawn| writeln!(out, "{}", picture::standalone(&drawn)))
    }
}
