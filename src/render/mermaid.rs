//! The graph of a document as a Mermaid flow chart, or its schedule as a Mermaid Gantt chart.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// Mermaid.
#[derive(Debug, Clone, Copy)]
pub struct Mermaid;

impl Format for Mermaid {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
