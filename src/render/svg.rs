//! The graph or the schedule of a document as a picture.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// Scalable Vector Graphics.
#[derive(Debug, Clone, Copy)]
pub struct Svg;

impl Format for Svg {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
