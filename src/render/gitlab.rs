//! The findings of a document as a code quality report of GitLab.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// GitLab's code quality report.
#[derive(Debug, Clone, Copy)]
pub struct GitLab;

impl Format for GitLab {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
