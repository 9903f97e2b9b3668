//! How an organization gets there: ordered steps.

use serde::{Deserialize, Serialize};

use super::id::{EditionId, MethodId};
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
    pub steps: Vec<Step>,
    /// The position of its id.
    pub span: Span,
}
