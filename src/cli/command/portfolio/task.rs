//! What is to be answered: an assessment as a text, or why there is none.

use std::sync::Arc;

use xwalk::disk;
use xwalk::exchange::statement_rows::LineFault;
use xwalk::model::EditionId;

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
    /// Where it begins in the text, after the header of CSV.
    pub(super) start: u32,
    /// How many lines of the file or stream are before the text.
    pub(super) lines_before: u32,
    /// The targets of its project, if it names none.
    pub(super) targets: Arc<[EditionId]>,
}

/// What is to be answered.
pub(super) enum Task {
    /// An assessment.
    Text(Text),
    /// Nothing: this is wrong with an assessment or a line before it is read. A warning leaves out nothing.
    Fault(Text, LineFault),
    /// Nothing: it could not be read.
    Unreadable(Unreadable),
}

impl Task {
    /// The same with the targets of the project.
    pub(super) fn aimed(mut self, targets: &Arc<[EditionId]>) -> Self {
        match &mut self {
            Self::Text(text) | Self::Fault(text, _) => text.targets = Arc::clone(targets),
            Self::Unreadable(_) => {}
        }
        self
    }
}

/// Why something could not be read.
pub(super) enum Unreadable {
    /// The system refuses.
    Failure(disk::Failure),
    /// It is too large or no UTF-8.
    NoText(std::path::PathBuf),
}
