//! Diagnostics: what is wrong with the data, and where.

mod allow;
mod baseline;
mod group;
mod refusal;
mod rule;
mod said;
mod words;

pub use allow::AllowComments;
pub use baseline::BaselineState;
pub use group::grouped;
pub use refusal::Refusal;
pub use rule::{ALL, Rule, Severity};
pub use said::{Said, SaidWord};
pub use words::counted;

use crate::source::{Sources, Span, digest};

/// One thing that is wrong, at the word that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: Rule,
    /// The wrong word.
    pub span: Span,
    /// One lower-case sentence without a full stop that names the thing as the user wrote it.
    pub message: String,
    /// The same for the readers of a document, if it may stand in one that is handed to a client.
    pub said: Option<Box<Said>>,
    /// How to fix it, if that can be said.
    pub help: Option<String>,
    /// Other places that belong to it, such as the first of two culprits.
    pub labels: Vec<Label>,
    /// What it is about, where its message says more than that and changes by itself, as an age or a percentage does.
    pub subject: Option<String>,
    /// How good what it is about is, where that can be measured; more is better.
    pub measure: Option<f64>,
    /// What it comes from, if many findings may have the same cause, in any file.
    pub cause: Option<String>,
    /// The number of findings that it represents.
    pub count: usize,
    /// Whether it counts as an error although its rule is none.
    pub is_denied: bool,
    /// The comparison with the baseline, if there is one.
    pub since: Option<BaselineState>,
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
        Self {
            rule,
            span,
            message: message.into(),
            said: None,
            help: None,
            labels: Vec::new(),
            subject: None,
            measure: None,
            cause: None,
            count: 1,
            is_denied: false,
            since: None,
        }
    }

    /// The same with what it says to the readers of a document.
    #[must_use]
    pub fn said(mut self, said: Said) -> Self {
        self.said = Some(Box::new(said));
        self
    }

    /// The same with help on how to correct it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with help on how to correct it, if there is any.
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

    /// The same about something that stays the same while its message changes.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// The same with how good that is; more is better.
    #[must_use]
    pub fn measure(mut self, measure: f64) -> Self {
        self.measure = Some(measure);
        self
    }

    /// The same where all that say so, in whatever file, come from one thing.
    #[must_use]
    pub fn of_one_cause(mut self) -> Self {
        self.cause = Some(self.message.clone());
        self
    }

    /// The same with the comparison with the baseline.
    #[must_use]
    pub fn since(mut self, state: BaselineState) -> Self {
        self.since = Some(state);
        self
    }

    /// What distinguishes it from other findings in every run, wherever it is in its file: a digest of rule, file in its
    /// repository and subject, which is its message if nothing else is.
    pub fn fingerprint(&self, sources: &Sources) -> String {
        self.fingerprint_in(&sources.get(self.span.file).place().path)
    }

    /// The same where its file is called so.
    pub fn fingerprint_in(&self, name: &str) -> String {
        let subject = self.subject.as_ref().unwrap_or(&self.message);
        digest([self.rule.id(), &name.replace('\\', "/"), subject].join("\n"))
    }

    /// How bad it is: what its rule says, unless it is denied.
    pub fn severity(&self) -> Severity {
        if self.is_denied { Severity::Error } else { self.rule.severity() }
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
