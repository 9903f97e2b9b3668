//! A document as one HTML page that needs nothing else, and a site as pages that lead to each other.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::{Document, Site};

/// One self-contained page.
#[derive(Debug, Clone, Copy)]
pub struct Html;

impl Format for Html {
    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", document.title)
    }
}

/// The pages of a site, each with its file name.
pub fn pages(site: &Site, page: Page<'_>) -> io::Result<Vec<(String, Vec<u8>)>> {
    let written = site.pages.iter().map(|one| {
        let mut bytes = Vec::new();
        Html.write(&one.document, page, &mut bytes)?;
        Ok((one.path.clone(), bytes))
    });
    written.collect()
}
