//! A relation table as written.

use super::fields::Fields;
use super::node::{Node, Scalar, Shape};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A relation table as written.
#[derive(Debug, Clone)]
pub struct Relations {
    /// The position of the kind of file.
    pub span: Span,
    /// `id`
    pub id: Option<Scalar>,
    /// `title`
    pub title: Option<Scalar>,
    /// `from`
    pub from: Option<Scalar>,
    /// `to`
    pub to: Option<Scalar>,
    /// `version`
    pub version: Option<Scalar>,
    /// `source`
    pub source: Option<Scalar>,
    /// `confidence`
    pub confidence: Option<Scalar>,
    /// `provenance`
    pub provenance: Option<Scalar>,
    /// `method`
    pub method: Option<Scalar>,
    /// `mapper`
    pub mapper: Option<Scalar>,
    /// `date`
    pub date: Option<Scalar>,
    /// `stage`
    pub stage: Option<Scalar>,
    /// `derived-from`
    pub derived_from: Vec<Scalar>,
    /// `from-hash`
    pub from_hash: Option<Scalar>,
    /// `to-hash`
    pub to_hash: Option<Scalar>,
    /// `status`
    pub status: Option<Scalar>,
    /// Whether the shape of its rows, or of what is unrelated, is wrong, so that there may be more than could be read.
    pub is_malformed: bool,
    /// `unrelated`
    pub unrelated: Vec<(Scalar, Scalar)>,
    /// `rows`
    pub rows: Vec<Row>,
    /// Rows of another program's file that are left out since they contradict each other, for an audit to tell.
    pub disputed: Vec<Row>,
}

/// A row as written.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where the row begins.
    pub span: Span,
    /// `from`
    pub from: Vec<Scalar>,
    /// `to`
    pub to: Vec<Scalar>,
    /// `relation`
    pub relation: Option<Scalar>,
    /// `reverse`
    pub reverse: Option<Scalar>,
    /// `items`
    pub items: Option<Scalar>,
    /// `add`
    pub add: Option<Scalar>,
    /// `add-reverse`
    pub add_reverse: Option<Scalar>,
    /// `note`
    pub note: Option<Scalar>,
    /// `confidence`
    pub confidence: Option<Scalar>,
    /// `derived-from`
    pub derived_from: Vec<Scalar>,
    /// `said`: a mapper, and the words.
    pub said: Vec<(Scalar, Scalar)>,
    /// `reviewed-by`
    pub reviewed_by: Vec<Scalar>,
    /// Whether its shape is wrong, so that what seems to be missing may only be unreadable.
    pub is_malformed: bool,
}

/// The rows of a table with what is wrong with their shape.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) list: Vec<Row>,
    pub(super) faults: Vec<Diagnostic>,
}

impl Relations {
    /// An empty table, for code that makes one from another program's file.
    pub fn empty(span: Span) -> Self {
        Self {
            span,
            id: None,
            title: None,
            from: None,
            to: None,
            version: None,
            source: None,
            confidence: None,
            provenance: None,
            method: None,
            mapper: None,
            date: None,
            stage: None,
            derived_from: Vec::new(),
            from_hash: None,
            to_hash: None,
            status: None,
            is_malformed: false,
            unrelated: Vec::new(),
            rows: Vec::new(),
            disputed: Vec::new(),
        }
    }

    pub(super) fn read(mut fields: Fields<'_, '_>, span: Span, rows: Rows) -> Self {
        let before = fields.faults().len();
        let mut table = Self {
            span,
            id: fields.required("id"),
            title: fields.text("title"),
            from: fields.required("from"),
            to: fields.required("to"),
            version: fields.required("version"),
            source: fields.required("source"),
            confidence: fields.required("confidence"),
            provenance: fields.text("provenance"),
            method: fields.text("method"),
            mapper: fields.text("mapper"),
            date: fields.text("date"),
            stage: fields.text("stage"),
            derived_from: fields.texts("derived-from"),
            from_hash: fields.text("from-hash"),
            to_hash: fields.text("to-hash"),
            status: fields.text("status"),
            unrelated: fields.stated_inner("unrelated").map(Fields::values).unwrap_or_default(),
            is_malformed: false,
            rows: rows.list,
            disputed: Vec::new(),
        };
        match fields.node("rows").map(|node| (node.span, node.shape)) {
            Some((_, Shape::List(_))) | None => {}
            Some((span, shape)) => {
                fields.faults().push(super::fields::wrong_type(span, "rows", "a list", shape.name()))
            }
        }
        fields.faults().extend(rows.faults);
        table.is_malformed = fields.faults().len() > before;
        table.rows.shrink_to_fit();
        fields.finish();
        table
    }
}

impl Rows {
    /// Reads one more row.
    pub(super) fn take(&mut self, node: Node<'_>) {
        self.list.extend(Row::read(node, &mut self.faults));
    }
}

impl Row {
    /// A row with only its position.
    pub fn empty(span: Span) -> Self {
        Self {
            span,
            from: Vec::new(),
            to: Vec::new(),
            relation: None,
            reverse: None,
            items: None,
            add: None,
            add_reverse: None,
            note: None,
            confidence: None,
            derived_from: Vec::new(),
            said: Vec::new(),
            reviewed_by: Vec::new(),
            is_malformed: false,
        }
    }

    /// Reads one row and notes what is wrong with its shape.
    pub(super) fn read(node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        let before = faults.len();
        let mut fields = Fields::new(node, "row", faults)?;
        let mut row = Self {
            span: fields.span(),
            from: fields.texts("from"),
            to: fields.texts("to"),
            relation: fields.required("relation"),
            reverse: fields.text("reverse"),
            items: fields.text("items"),
            add: fields.text("add"),
            add_reverse: fields.text("add-reverse"),
            note: fields.text("note"),
            confidence: fields.text("confidence"),
            derived_from: fields.texts("derived-from"),
            said: fields.stated_inner("said").map(Fields::values).unwrap_or_default(),
            reviewed_by: fields.texts("reviewed-by"),
            is_malformed: false,
        };
        fields.finish();
        row.is_malformed = faults.len() > before;
        Some(row)
    }
}
