//! What is wrong with the data, and where.

mod allow;
mod rule;

pub use allow::allow;
pub use rule::{ALL, Rule, Severity};

use crate::source::{Sources, Span, digest};

/// One thing that is wrong, at the word that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// The word at fault.
    pub span: Span,
    /// One lower-case sentence without a full stop that names the thing as the user wrote it.
    pub message: String,
    /// The way out, where there is one to name.
    pub help: Option<String>,
    /// Other places that belong to it, such as the first of two culprits.
    pub labels: Vec<Label>,
}

/// A further place and what it has to do with the fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words, such as `first here`.
    pub text: String,
}

impl Diagnostic {
    /// A fault without help and without further places.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self { rule, span, message: message.into(), help: None, labels: Vec::new() }
    }

    /// The same with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with a way out if there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// What tells it from other findings in every run, wherever in its file it stands: a digest of rule, file and message.
    pub fn fingerprint(&self, sources: &Sources) -> String {
        let name = sources.get(self.span.file).name().replace('\\', "/");
        digest(&[self.rule.id(), name.trim_start_matches("./"), &self.message].join("\n"))
    }

    /// How bad it is: what its rule says.
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}

/// Puts diagnostics in the order in which a reader wants them: by file, place, rule.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics
        .sort_by(|left, right| (left.span, left.rule, &left.message).cmp(&(right.span, right.rule, &right.message)));
    diagnostics.dedup();
}

/// Whether any of them makes the data unusable.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}
