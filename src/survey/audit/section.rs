//! One part of an audit, laid out.

use crate::diagnostic::Diagnostic;
use crate::report::Part;

/// What one part of an audit came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// What matters most of it, in sentences; they are at the start of the answer.
    pub(super) lead: Vec<String>,
    /// Its tables; where it has several, a [`Part::Section`] before them.
    pub(super) parts: Vec<Part>,
    /// What is reported at single rows. An error among them makes the exit code 1.
    pub(super) findings: Vec<Diagnostic>,
}
