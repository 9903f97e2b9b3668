//! A method as written.

use super::fields::{Fields, texts};
use super::node::{Node, Scalar};
use crate::diagnostic::{Diagnostic, Rule};
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
    /// Whether what is written under `steps` is something else than steps.
    pub is_without_list: bool,
    /// `translations`: a language, and the texts in it.
    pub translations: Vec<(Scalar, MethodTexts)>,
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
    /// Whether all of it could be read.
    pub is_whole: bool,
}

/// The texts of a method in another language as written.
#[derive(Debug, Clone)]
pub struct MethodTexts {
    /// `title`
    pub title: Option<Scalar>,
    /// `phases`: a phase as the steps name it, and its name in the language.
    pub phases: Vec<(Scalar, Scalar)>,
    /// `steps`: the id of a step, and its texts.
    pub steps: Vec<(Scalar, StepTexts)>,
}

/// The texts of a step in another language as written.
#[derive(Debug, Clone)]
pub struct StepTexts {
    /// `title`
    pub title: Option<Scalar>,
    /// `deliverables`, and the position of all of them; nothing where they are left out or could not be read.
    pub deliverables: Option<(Vec<Scalar>, Span)>,
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
            is_without_list: false,
            translations: Vec::new(),
        };
        let before = fields.faults().len();
        let steps = fields.pairs("steps", Rule::DuplicateKey);
        method.is_without_list = steps.is_empty() && fields.faults().len() > before;
        for (id, node) in steps {
            let before = fields.faults().len();
            let Some(mut step) = Fields::new(node, "step", fields.faults()) else {
                method.unread.push(id.into());
                continue;
            };
            let mut read = Step {
                title: step.required("title"),
                phase: step.text("phase"),
                mandatory: step.text("mandatory"),
                after: step.texts("after"),
                clauses: step.texts("clauses"),
                deliverables: step.texts("deliverables"),
                done_when: step.text("done-when"),
                note: step.text("note"),
                is_whole: true,
                id: id.into(),
            };
            step.finish();
            read.is_whole = fields.faults().len() == before;
            method.steps.push(read);
        }
        for (language, node) in fields.stated_pairs("translations", Rule::DuplicateKey) {
            let texts = MethodTexts::read(node, fields.faults());
            method.translations.extend(texts.map(|texts| (language.into(), texts)));
        }
        fields.finish();
        method
    }
}

impl MethodTexts {
    fn read(node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::new(node, "translation", faults)?;
        let title = fields.stated("title");
        let phases = fields.stated_inner("phases").map(Fields::values).unwrap_or_default();
        let mut steps = Vec::new();
        for (id, node) in fields.stated_pairs("steps", Rule::DuplicateKey) {
            steps.extend(StepTexts::read(node, fields.faults()).map(|texts| (id.into(), texts)));
        }
        fields.finish();
        Some(Self { title, phases, steps })
    }
}

impl StepTexts {
    fn read(node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::new(node, "translated step", faults)?;
        let title = fields.stated("title");
        let deliverables = fields.stated_node("deliverables").and_then(|node| {
            let (span, before) = (node.span, fields.faults().len());
            let read = texts(node, "deliverables", fields.faults());
            (fields.faults().len() == before).then_some((read, span))
        });
        let read = Self { title, deliverables, done_when: fields.stated("done-when"), note: fields.stated("note") };
        fields.finish();
        Some(read)
    }
}
