//! The graph of a document in the language of Graphviz.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// Graphviz's DOT.
#[derive(Debug, Clone, Copy)]
pub struct Dot;

impl Format for Dot {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
