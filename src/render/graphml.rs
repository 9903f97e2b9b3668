//! The graph of a document as GraphML.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// GraphML.
#[derive(Debug, Clone, Copy)]
pub struct GraphMl;

impl Format for GraphMl {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
