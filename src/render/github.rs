//! The findings of a document as annotations of GitHub Actions.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// Workflow commands of GitHub Actions.
#[derive(Debug, Clone, Copy)]
pub struct GitHub;

impl Format for GitHub {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}
