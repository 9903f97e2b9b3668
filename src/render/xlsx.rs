//! A document as a workbook: one sheet a table.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// A workbook of Office Open XML.
#[derive(Debug, Clone, Copy)]
pub struct Xlsx;

impl Format for Xlsx {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
