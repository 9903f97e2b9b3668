//! A document as a text document of Office Open XML, for Word and all that read its files.
//!
//! Its parts are templates next to this file. Only styles determine how anything looks, so a recipient changes
//! a style and has changed the document: no paragraph and no run is formatted by itself.

mod block;
mod body;
mod chart;
mod contents;
mod figure;
mod grid;
mod measure;
mod package;
mod page;
mod paragraph;
mod part;

use std::io::{self, Write};

use self::body::body;
use self::package::{Member, Package, packed};
use super::{Format, Medium, Page, names_version_behind};
use crate::report::Document;

/// A text document of Office Open XML.
#[derive(Debug, Clone, Copy)]
pub struct Docx;

impl Format for Docx {
    fn is_for_readers(&self) -> bool {
        true
    }

    fn medium(&self) -> Medium {
        Medium::Binary
    }

    fn has_front(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        // The first part is packed as it is, and says who wrote the file; Word writes another one.
        let head = String::from_utf8_lossy(&held[..held.len().min(package::HEAD)]);
        held.starts_with(b"PK\x03\x04") && names_version_behind(&head, "<Application>")
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut package = Package::default();
        let sections = body(document, page, &mut package)?;
        let mut members = vec![part::application()?];
        members.push(Member::text("word/document.xml", part::document(&sections)?));
        members.extend(part::surroundings(document, page.presentation, &package)?);
        members.extend(package.into_members());
        out.write_all(&packed(&members)?)
    }
}
