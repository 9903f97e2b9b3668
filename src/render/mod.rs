//! A document in a format: each format is one file and one line of [`FORMATS`].

mod csv;
mod diagnostics;
mod json;
mod markdown;
mod terminal;

pub use csv::Csv;
pub use diagnostics::write_diagnostics;
pub use json::{Json, SHAPE};
pub use markdown::Markdown;
pub use terminal::Terminal;

use std::io::{self, Write};

use crate::report::Document;
use crate::source::Sources;

/// What a format may know of where its output goes.
#[derive(Debug, Clone, Copy)]
pub struct Page<'s> {
    /// The texts that findings point into.
    pub sources: &'s Sources,
    /// How many columns a line may have.
    pub width: usize,
}

/// A way to write a document. Colours are written as ANSI escapes; whoever prints takes them out where they do not belong.
pub trait Format: Sync {
    /// Writes the document.
    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// All formats by the names that users know them by; the first is the default.
pub const FORMATS: &[(&str, &dyn Format)] =
    &[("table", &Terminal), ("csv", &Csv), ("json", &Json), ("markdown", &Markdown)];

/// The format with this name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
}

/// A share as programs read it: four digits.
fn four_digits(share: f64) -> String {
    format!("{share:.4}")
}

/// A share as people read it.
fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}
