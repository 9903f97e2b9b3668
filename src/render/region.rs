//! What tools that annotate lines need: the region of a file, and the message of a finding.

use crate::diagnostic::Diagnostic;
use crate::report::sanitized;
use crate::source::{Position, Sources, Span};

/// A stretch of a file, as repositories and editors name it.
pub(super) struct FileRegion {
    /// The file, from the root of its repository.
    pub(super) file: String,
    /// Whether it is in the repository.
    pub(super) is_in_repository: bool,
    /// Where it begins.
    pub(super) start: Position,
    /// Where it ends: after its last character.
    pub(super) end: Position,
}

impl FileRegion {
    /// Where the stretch lies.
    pub(super) fn of(span: Span, sources: &Sources) -> Self {
        let source = sources.get(span.file);
        let place = source.place();
        Self {
            file: place.path,
            is_in_repository: place.is_in_repository,
            start: source.position(span.start),
            end: source.position(span.end.max(span.start)),
        }
    }
}

/// The name of a file with slashes between folders and without `./` before it: otherwise it is not found in a
/// repository.
pub(super) fn path(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches("./").to_owned()
}

/// What is wrong, its relation to a baseline, then how to correct it.
pub(super) fn message_with_help(finding: &Diagnostic) -> String {
    let help = finding.help.as_ref().map(|help| format!("; {help}"));
    let since = finding.since.as_ref().map(|state| format!(" ({})", state.in_words()));
    sanitized(&format!("{}{}{}", finding.message, since.unwrap_or_default(), help.unwrap_or_default()))
}
