//! A method as written.

use super::fields::Fields;
use super::node::Scalar;
use crate::diagnostic::Rule;
use crate::source::Span;

/// A method as written.
#[derive(Debug, Clone)]
pub struct Method {
    /// The position of the kind of file.
    pub span: Span,
    /// `id`
    pub id: Option<Scalar>,
    /// `title`
    pub title: Option<Scalar>,
    /// `for`
    pub target: Option<Scalar>,
    /// `source`
    pub source: Option<Scalar>,
    /// `steps`
    pub steps: Vec<Step>,
    /// The ids of steps that could not be read.
    pub unread: Vec<Scalar>,
}

/// A step as written.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its id.
    pub id: Scalar,
    /// `title`
    pub title: Option<Scalar>,
    /// `phase`
    pub phase: Option<Scalar>,
    /// `mandatory`
    pub mandatory: Option<Scalar>,
    /// `after`
    pub after: Vec<Scalar>,
    /// `clauses`
    pub clauses: Vec<Scalar>,
    /// `deliverables`
    pub deliverables: Vec<Scalar>,
    /// `done-when`
    pub done_when: Option<Scalar>,
    /// `note`
    pub note: Option<Scalar>,
}

impl Method {
    pub(super) fn read(mut fields: Fields<'_, '_>, span: Span) -> Self {
        let mut method = Self {
            span,
            id: fields.required("id"),
            title: fields.required("title"),
            target: fields.text("for"),
            source: fields.text("source"),
            steps: Vec::new(),
            unread: Vec::new(),
        };
        for (id, node) in fields.pairs("steps", Rule::DuplicateKey) {
            let Some(mut step) = Fields::new(node, "step", fields.faults()) else {
                method.unread.push(id.into());
                continue;
            };
            method.steps.push(Step {
                title: step.required("title"),
                phase: step.text("phase"),
                mandatory: step.text("mandatory"),
                after: step.texts("after"),
                clauses: step.texts("clauses"),
                deliverables: step.texts("deliverables"),
                done_when: step.text("done-when"),
                note: step.text("note"),
                id: id.into(),
            });
            step.finish();
        }
        fields.finish();
        method
    }
}
