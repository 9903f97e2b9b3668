//! The statements of many assessments in one stream, a row each: `assessment, clause, status, …`.
//!
//! The rows of an assessment stand together, and are read together as one text; so a stream of any length takes the
//! memory of its longest assessment.

mod csv;
mod header;
mod json;
#[cfg(feature = "parquet")]
mod parquet;

pub use csv::{CsvHead, OpenQuotes, csv};
pub use json::{json, json_line};
#[cfg(feature = "parquet")]
pub use parquet::ParquetRows;

use std::ops::Range;

use crate::diagnostic::{self, Diagnostic, Rule};
use crate::load::{Loaded, raw};
use crate::model::Assessment;
use crate::source::{FileId, Span};

/// What a line of a stream is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamLine {
    /// A whole assessment, with the keys of a file, and what it is called if it says so under `assessment`.
    Assessment(Option<String>),
    /// A statement of the assessment with this name.
    Row(String),
    /// Nothing.
    Blank,
}

/// What is wrong with a line of a stream by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The rule that is broken.
    pub rule: Rule,
    /// Where it stands in the line, in bytes.
    pub place: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// How to correct it.
    pub help: Option<String>,
}

impl LineFault {
    /// The fault of a line whose bytes are no UTF-8 from a place on; `is_first` says whether it begins a file.
    pub fn of_encoding(bytes: &[u8], at: usize, is_first: bool) -> Self {
        let message = match Self::is_utf16(bytes, is_first) {
            true => "the file is UTF-16 text",
            false => "the file is not UTF-8 text from here on",
        };
        Self::new(Rule::Encoding, at..at + 3, message).help("save it as UTF-8")
    }

    /// Whether a line begins a file of UTF-16, in which no line is what it seems.
    pub fn is_utf16(bytes: &[u8], is_first: bool) -> bool {
        is_first && matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
    }

    fn new(rule: Rule, place: Range<usize>, message: impl Into<String>) -> Self {
        Self { rule, place, message: message.into(), help: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same so many bytes further on.
    #[must_use]
    pub fn behind(self, bytes: usize) -> Self {
        Self { place: self.place.start + bytes..self.place.end + bytes, ..self }
    }

    /// The same in a text that was read.
    pub fn diagnostic(self, file: FileId) -> Diagnostic {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let span = Span { file, start: offset(self.place.start), end: offset(self.place.end) };
        Diagnostic::new(self.rule, span, self.message).maybe_help(self.help)
    }
}

/// What is wrong with a row that does not say of which assessment it is.
const NAMELESS: &str = "the row does not name its assessment";

/// An assessment with warnings, or all that is wrong with it.
pub type Sound = Result<(Assessment, Vec<Diagnostic>), Vec<Diagnostic>>;

/// What was loaded, with what was found wrong before.
fn sound(loaded: Loaded<Assessment>, mut faults: Vec<Diagnostic>) -> Sound {
    let (assessment, further) = loaded.into_parts();
    faults.extend(further);
    diagnostic::sort(&mut faults);
    if diagnostic::has_errors(&faults) { Err(faults) } else { Ok((assessment, faults)) }
}

/// The column, or key, by which rows belong together.
pub const ASSESSMENT: &str = raw::LINE_NAME;

/// The columns that say something of the whole assessment.
const OF_ASSESSMENT: [&str; 7] = ["organization", "scope", "site", "unit", "tags", "date", "targets"];

/// The parts of a cell that holds several, each in a line or after a semicolon.
fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}
