//! The graph, the schedule or the figures of a document as a picture.

use std::io::{self, Write};

use super::{Format, Page, picture, text_of};
use crate::report::Document;

/// Scalable Vector Graphics.
#[derive(Debug, Clone, Copy)]
pub struct Svg;

impl Format for Svg {
    fn is_in_words(&self) -> bool {
        true
    }

    fn is_for_readers(&self) -> bool {
        true
    }

    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = "this answer contains no picture\n\n  tip: `xwalk graph`, `xwalk plan` and `xwalk trend` give one";
        (document.graph().is_none() && document.schedule().is_none() && document.plot().is_none())
            .then(|| lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        let text = text_of(held).unwrap_or_default();
        text.contains("<svg ") && text.contains("aria-labelledby=\"xw-")
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let language = page.presentation.language;
        let graph = document.graph().map(|graph| picture::graph::draw(graph, language));
        let drawn = graph.or_else(|| document.schedule().map(|schedule| picture::schedule::draw(schedule, language)));
        let drawn = drawn.or_else(|| document.plot().map(|plot| picture::plot::draw(plot, language)));
        drawn.map_or(Ok(()), |drawn| writeln!(out, "{}", picture::standalone(&drawn)))
    }
}
