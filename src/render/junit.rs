//! The findings of a document as a test report.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// JUnit XML.
#[derive(Debug, Clone, Copy)]
pub struct JUnit;

impl Format for JUnit {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
