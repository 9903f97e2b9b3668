//! Reviews as written.

use super::fields::{Fields, wrong_type};
use super::node::{Scalar, Shape};
use crate::diagnostic::Rule;
use crate::source::Span;

/// The reviews of a relation table or of an assessment as written.
#[derive(Debug, Clone)]
pub struct Reviews {
    /// The position of the kind of file.
    pub span: Span,
    /// `of`: a table's id, or the name of the file of an assessment.
    pub of: Option<Scalar>,
    /// `stamps`
    pub stamps: Vec<Stamp>,
    /// `clauses`: what catalogs said about them, by hash.
    pub records: Vec<ClauseRecord>,
}

/// That a row or a statement was reviewed, as written.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// Its position.
    pub span: Span,
    /// `from`
    pub from: Vec<Scalar>,
    /// `to`
    pub to: Option<Scalar>,
    /// `clause`: that of a statement.
    pub clause: Option<Scalar>,
    /// `by`
    pub by: Option<Scalar>,
    /// `date`
    pub date: Option<Scalar>,
    /// `seen`
    pub seen: Vec<Scalar>,
}

/// What a catalog said about a clause, as written.
#[derive(Debug, Clone)]
pub struct ClauseRecord {
    /// Its hash.
    pub hash: Scalar,
    /// `clause`
    pub clause: Option<Scalar>,
    /// `title`
    pub title: Option<Scalar>,
    /// `kind`
    pub kind: Option<Scalar>,
    /// `summary`
    pub summary: Option<Scalar>,
    /// `children`
    pub children: Vec<Scalar>,
}

impl Reviews {
    pub(super) fn read(mut fields: Fields<'_, '_>, span: Span) -> Self {
        let mut reviews = Self { span, of: fields.required("of"), stamps: Vec::new(), records: Vec::new() };
        if let Some(node) = fields.node("stamps") {
            match node.shape {
                Shape::List(stamps) => {
                    for node in stamps {
                        let Some(stamp) = Fields::new(node, "stamp", fields.faults()) else { continue };
                        reviews.stamps.push(Stamp::read(stamp));
                    }
                }
                shape @ (Shape::Nothing(_) | Shape::Text(_) | Shape::Map(_)) => {
                    fields.faults().push(wrong_type(node.span, "stamps", "a list", shape.name()));
                }
            }
        }
        for (hash, node) in fields.pairs("clauses", Rule::DuplicateKey) {
            let Some(record) = Fields::new(node, "record of a clause", fields.faults()) else { continue };
            reviews.records.push(ClauseRecord::read(hash.into(), record));
        }
        fields.finish();
        reviews
    }
}

impl Stamp {
    fn read(mut fields: Fields<'_, '_>) -> Self {
        let stamp = Self {
            span: fields.span(),
            from: fields.texts("from"),
            to: fields.text("to"),
            clause: fields.text("clause"),
            by: fields.text("by"),
            date: fields.text("date"),
            seen: fields.texts("seen"),
        };
        fields.finish();
        stamp
    }
}

impl ClauseRecord {
    fn read(hash: Scalar, mut fields: Fields<'_, '_>) -> Self {
        let record = Self {
            hash,
            clause: fields.required("clause"),
            title: fields.text("title"),
            kind: fields.required("kind"),
            summary: fields.text("summary"),
            children: fields.texts("children"),
        };
        fields.finish();
        record
    }
}
