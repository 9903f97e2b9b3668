//! What tools need that mark lines: where a stretch of a file lies, and what a finding says of it.

use crate::diagnostic::Diagnostic;
use crate::report::harmless;
use crate::source::{Place, Sources, Span};

/// A stretch of a file, as repositories and editors name it.
pub(super) struct Mark {
    /// The file, as [`path`] has it.
    pub(super) file: String,
    /// Where it begins.
    pub(super) start: Place,
    /// Where it ends: behind its last character.
    pub(super) end: Place,
}

impl Mark {
    /// Where the stretch lies.
    pub(super) fn of(span: Span, sources: &Sources) -> Self {
        let source = sources.get(span.file);
        Self { file: path(source.name()), start: source.place(span.start), end: source.place(span.end.max(span.start)) }
    }
}

/// The name of a file with slashes between folders and without `./` before it: otherwise nobody finds it in a repository.
pub(super) fn path(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches("./").to_owned()
}

/// What is wrong, then the way out.
pub(super) fn said(finding: &Diagnostic) -> String {
    let help = finding.help.as_ref().map(|help| format!("; {help}"));
    harmless(&format!("{}{}", finding.message, help.unwrap_or_default()))
}
