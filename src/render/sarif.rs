//! The findings of a document as SARIF 2.1.0.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// SARIF.
#[derive(Debug, Clone, Copy)]
pub struct Sarif;

impl Format for Sarif {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
