//! How an organization gets there: ordered steps.

use serde::{Deserialize, Serialize};

use super::id::{EditionId, MethodId};
use super::translation::Language;
use crate::deferred::Deferred;
use crate::source::{Span, Text};

/// One step of a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Step {
    /// Its id inside the method.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// The phase that it belongs to.
    pub phase: Option<Text>,
    /// Whether it has to be taken; nothing where the source does not say.
    pub mandatory: Option<bool>,
    /// The steps that come before it.
    pub after: Vec<Text>,
    /// The clauses that it implements, as written.
    pub clauses: Vec<Text>,
    /// Its results.
    pub deliverables: Vec<Text>,
    /// When it is done.
    pub done_when: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}

/// An ordered set of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Its id.
    pub id: MethodId,
    /// Its title.
    pub title: Text,
    /// The edition that it implements.
    pub target: Option<EditionId>,
    /// Who says so.
    pub source: Option<Text>,
    /// Its steps in the order of the file.
    pub steps: Deferred<Vec<Step>>,
    /// Its texts in other languages, in the order of tags.
    pub translations: Deferred<Vec<MethodTexts>>,
    /// The position of its id.
    pub span: Span,
}

/// The texts of a method in another language, as far as they are translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct MethodTexts {
    /// The language.
    pub language: Language,
    /// Its title.
    pub title: Option<Text>,
    /// The phases as the steps name them, each with its name in the language.
    pub phases: Vec<(Text, Text)>,
    /// The ids of steps, each with the texts of the step.
    pub steps: Vec<(Text, StepTexts)>,
}

/// The texts of a step in another language, as far as they are translated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct StepTexts {
    /// Its title.
    pub title: Option<Text>,
    /// Its results, as many as the step has and in its order; none where they are not translated.
    pub deliverables: Vec<Text>,
    /// When it is done.
    pub done_when: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}
