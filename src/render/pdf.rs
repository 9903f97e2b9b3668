//! PDF: known by name, and made by the programs that every office has.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::Document;

/// A format that is not written, and says how to get it.
///
/// A PDF that people with a screen reader can use has tags, a language and an outline, and that needs a typesetter. The
/// pure-Rust one that is maintained, typst, locks some 300 packages where this one builds some 170; krilla writes pages, and
/// breaks neither lines nor tables. LibreOffice has it all from a text document, and browsers have it from a page.
#[derive(Debug, Clone, Copy)]
pub struct Pdf;

/// What remains to be done by hand.
const REFUSAL: &str = "xwalk does not write PDF itself; LibreOffice converts a Word document, with tags and bookmarks

  tip: write FILE.docx with --output, then run
       soffice --headless --convert-to 'pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}' FILE.docx
  tip: Word (Save as, PDF) and the print dialog of a browser that shows FILE.html make one too";

impl Format for Pdf {
    fn has_front(&self) -> bool {
        true
    }

    fn missing_content(&self, _: &Document) -> Option<String> {
        Some(REFUSAL.to_owned())
    }

    fn is_earlier_output(&self, _: &[u8]) -> bool {
        false
    }

    fn write(&self, _: &Document, _: Page<'_>, _: &mut dyn Write) -> io::Result<()> {
        Err(io::Error::other(REFUSAL))
    }
}
