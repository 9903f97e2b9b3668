//! A catalog as written.

use super::fields::{Fields, is_blank, text, wrong_type};
use super::node::{Node, Scalar, Shape};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// A catalog as written.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The position of the kind of file.
    pub span: Span,
    /// `id`
    pub id: Option<Scalar>,
    /// `title`
    pub title: Option<Scalar>,
    /// `publisher`
    pub publisher: Option<Scalar>,
    /// `published`
    pub published: Option<Scalar>,
    /// `status`
    pub status: Option<Scalar>,
    /// `supersedes`
    pub supersedes: Option<Scalar>,
    /// `superseded-by`
    pub superseded_by: Option<Scalar>,
    /// `transition`: ends, note.
    pub transition: Option<[Option<Scalar>; 2]>,
    /// `amendments`
    pub amendments: Vec<Amendment>,
    /// `aliases`
    pub aliases: Vec<Scalar>,
    /// `kind`
    pub kind: Option<Scalar>,
    /// `source`
    pub source: Option<Scalar>,
    /// `confidence`
    pub confidence: Option<Scalar>,
    /// `provenance`
    pub provenance: Option<Scalar>,
    /// `profile`: abstraction, audience, approach, granularity.
    pub profile: [Option<Scalar>; 4],
    /// `titles`: a language, and the title in it.
    pub titles: Vec<(Scalar, Scalar)>,
    /// `clauses`
    pub clauses: Vec<Clause>,
}

/// The parent that a clause names.
#[derive(Debug, Clone)]
pub enum Parent {
    /// None: its number shows it.
    ByNumber,
    /// Under no other, whatever its number says.
    Nothing,
    /// Under the one that it names.
    Named(Scalar),
}

/// An amendment as written.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// What it is called.
    pub id: Scalar,
    /// `date`
    pub date: Option<Scalar>,
    /// `clauses`, each with what it gained.
    pub clauses: Vec<(Scalar, Scalar)>,
}

/// A clause as written.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Its id.
    pub id: Scalar,
    /// `title`
    pub title: Option<Scalar>,
    /// `kind`
    pub kind: Option<Scalar>,
    /// `parent`
    pub parent: Parent,
    /// `summary`
    pub summary: Option<Scalar>,
    /// `mandatory`
    pub mandatory: Option<Scalar>,
    /// `titles`: a language, and the title in it.
    pub titles: Vec<(Scalar, Scalar)>,
    /// `summaries`: a language, and the summary in it.
    pub summaries: Vec<(Scalar, Scalar)>,
    /// Everything else; a key whose value is a list appears here once for each item.
    pub attributes: Vec<(Scalar, Scalar)>,
}

impl Catalog {
    /// An empty catalog, for code that makes one from another program's file.
    pub fn empty(span: Span) -> Self {
        Self {
            span,
            id: None,
            title: None,
            publisher: None,
            published: None,
            status: None,
            supersedes: None,
            superseded_by: None,
            transition: None,
            amendments: Vec::new(),
            aliases: Vec::new(),
            kind: None,
            source: None,
            confidence: None,
            provenance: None,
            profile: Default::default(),
            titles: Vec::new(),
            clauses: Vec::new(),
        }
    }

    pub(super) fn read(mut fields: Fields<'_, '_>, span: Span) -> Self {
        let mut catalog = Self {
            span,
            id: fields.required("id"),
            title: fields.required("title"),
            publisher: fields.text("publisher"),
            published: fields.text("published"),
            status: fields.text("status"),
            supersedes: fields.text("supersedes"),
            superseded_by: fields.text("superseded-by"),
            transition: None,
            amendments: Vec::new(),
            aliases: fields.texts("aliases"),
            kind: fields.text("kind"),
            source: fields.text("source"),
            confidence: fields.text("confidence"),
            provenance: fields.text("provenance"),
            profile: Default::default(),
            titles: Vec::new(),
            clauses: Vec::new(),
        };
        if let Some(mut profile) = fields.inner("profile") {
            catalog.profile = ["abstraction", "audience", "approach", "granularity"].map(|key| profile.text(key));
            profile.finish();
        }
        catalog.titles = fields.stated_inner("titles").map(Fields::values).unwrap_or_default();
        if let Some(mut transition) = fields.inner("transition") {
            catalog.transition = Some([transition.required("ends"), transition.text("note")]);
            transition.finish();
        }
        for (id, node) in fields.pairs("amendments", Rule::DuplicateKey) {
            catalog.amendments.extend(Amendment::read(id.into(), node, fields.faults()));
        }
        for (id, node) in fields.pairs("clauses", Rule::DuplicateClause) {
            catalog.clauses.extend(Clause::read(id.into(), node, fields.faults()));
        }
        fields.finish();
        catalog
    }
}

impl Parent {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let is_nothing = fields.is_nothing("parent");
        match fields.text("parent") {
            Some(named) => Self::Named(named),
            None if is_nothing => Self::Nothing,
            None => Self::ByNumber,
        }
    }
}

impl Amendment {
    fn read(id: Scalar, node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut fields = Fields::new(node, "amendment", faults)?;
        let date = fields.required("date");
        let mut clauses = Vec::new();
        for (number, node) in fields.pairs("clauses", Rule::DuplicateKey) {
            clauses.extend(text(node, &number.shown(), fields.faults()).map(|gained| (number.into(), gained)));
        }
        fields.finish();
        Some(Self { id, date, clauses })
    }
}

impl Clause {
    /// A clause with only an id.
    pub fn empty(id: Scalar) -> Self {
        Self {
            id,
            title: None,
            kind: None,
            parent: Parent::ByNumber,
            summary: None,
            mandatory: None,
            titles: Vec::new(),
            summaries: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// The short form is a title, the long form a mapping.
    fn read(id: Scalar, node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.shape {
            Shape::Text(_) => {
                let title = text(node, "a clause", faults);
                if let Some(title) = title.as_ref().filter(|title| is_blank(&title.value)) {
                    let fault = Diagnostic::new(Rule::MissingKey, title.span, "the clause has no title");
                    faults.push(fault.help(format!("write `\"{}\": Title`", id.value)));
                }
                Some(Self { title, ..Self::empty(id) })
            }
            Shape::Map(_) => {
                let mut fields = Fields::new(node, "clause", faults)?;
                Some(Self {
                    title: fields.required("title"),
                    kind: fields.text("kind"),
                    parent: Parent::read(&mut fields),
                    summary: fields.text("summary"),
                    mandatory: fields.text("mandatory"),
                    titles: fields.stated_inner("titles").map(Fields::values).unwrap_or_default(),
                    summaries: fields.stated_inner("summaries").map(Fields::values).unwrap_or_default(),
                    attributes: fields.attributes(),
                    id,
                })
            }
            Shape::Nothing(_) | Shape::List(_) => {
                let place = if matches!(node.shape, Shape::Nothing(_)) { id.span } else { node.span };
                faults.push(
                    wrong_type(place, &format!("clause {}", id.value), "a title or a mapping", node.shape.name())
                        .help(format!("write `\"{}\": Title` or `\"{}\": {{ title: Title }}`", id.value, id.value)),
                );
                None
            }
        }
    }
}
