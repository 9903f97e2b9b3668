//! What is wrong with files, each fault with its place, apart from the texts that it was found in.

use std::fmt;

use anstream::adapter::strip_str;

use crate::diagnostic::{Diagnostic, Severity, grouped};
use crate::render::{Page, write_diagnostics};
use crate::report::sanitized;
use crate::source::Sources;

/// How wide the lines are in which faults are shown.
const WIDTH: usize = 80;

/// One thing that is wrong, at the word that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// The id of the rule that is broken, such as `unknown-clause`; `docs/rules.md` describes all of them.
    pub rule: &'static str,
    /// How bad that is.
    pub severity: Severity,
    /// The file, by the name under which it was read.
    pub file: String,
    /// The line, from one.
    pub line: u32,
    /// The column in characters, from one.
    pub column: u32,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to correct it, if that can be said.
    pub help: Option<String>,
}

/// All that is wrong, by file and place. Shown as text it is what the program shows, with the lines that are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    faults: Vec<Fault>,
    text: String,
}

impl Faults {
    pub(super) fn of(diagnostics: &[Diagnostic], sources: &Sources) -> Self {
        let mut shown = Vec::new();
        let grouped = grouped(diagnostics, &|file| sources.get(file).is_own());
        write_diagnostics(&grouped, Page::new(sources, WIDTH), &mut shown).expect("a vector takes all");
        let text = strip_str(&String::from_utf8_lossy(&shown)).to_string();
        Self {
            faults: diagnostics.iter().map(|diagnostic| Fault::of(diagnostic, sources)).collect(),
            text: text.trim_end().to_owned(),
        }
    }

    /// The same without notes, which say nothing that is wrong.
    pub(super) fn without_notes(diagnostics: &[Diagnostic], sources: &Sources) -> Self {
        let worth: Vec<Diagnostic> =
            diagnostics.iter().filter(|diagnostic| diagnostic.severity() != Severity::Note).cloned().collect();
        Self::of(&worth, sources)
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.faults.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.faults.len()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// The first of those that make the data unusable.
    pub fn first_error(&self) -> Option<&Fault> {
        self.iter().find(|fault| fault.severity == Severity::Error)
    }
}

impl<'f> IntoIterator for &'f Faults {
    type Item = &'f Fault;
    type IntoIter = std::slice::Iter<'f, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Fault {
    fn of(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let place = sources.position(diagnostic.span);
        Self {
            rule: diagnostic.rule.id(),
            severity: diagnostic.severity(),
            file: sanitized(sources.get(diagnostic.span.file).name()),
            line: place.line.get(),
            column: place.column.get(),
            message: sanitized(&diagnostic.message),
            help: diagnostic.help.as_ref().map(|help| sanitized(help)),
        }
    }
}

/// As compilers say it in one line: file, line, column, how bad, what.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, severity, file, line, column, message, .. } = self;
        write!(f, "{file}:{line}:{column}: {}[{rule}]: {message}", severity.name())
    }
}
