//! What is to be answered: an assessment as a text, or why there is none.

use xwalk::diagnostic::Rule;
use xwalk::load::disk;

/// What a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// An assessment in a separate file.
    File,
    /// An assessment in a line, which a stream may have given a name.
    Line,
    /// Rows of JSON.
    JsonRows,
    /// A header and rows of CSV.
    CsvRows,
}

/// An assessment as a text.
pub(super) struct Text {
    pub(super) form: Form,
    /// The file or stream.
    pub(super) source: String,
    /// Its name; nothing if only its text says so.
    pub(super) name: Option<String>,
    pub(super) text: String,
    /// How many lines of the file or stream are before it.
    pub(super) lines_before: u32,
}

/// What is to be answered.
pub(super) enum Task {
    /// An assessment.
    Text(Text),
    /// Nothing: it could not be read.
    Unreadable(Unreadable),
}

/// Why something could not be read.
pub(super) enum Unreadable {
    /// The system refuses.
    Failure(disk::Failure),
    /// It is too large or no UTF-8.
    NoText(std::path::PathBuf),
    /// A line or row says nothing that could be an assessment.
    Line { source: String, text: String, lines_before: u32, rule: Rule, message: String },
}
