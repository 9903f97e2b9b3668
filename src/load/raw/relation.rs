//! A relation table as written.

use super::fields::Fields;
use super::node::{Node, Shape, Text};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A relation table as written.
#[derive(Debug, Clone)]
pub struct Relations {
    /// Where the kind of file stands.
    pub span: Span,
    /// `id`
    pub id: Option<Text>,
    /// `title`
    pub title: Option<Text>,
    /// `from`
    pub from: Option<Text>,
    /// `to`
    pub to: Option<Text>,
    /// `version`
    pub version: Option<Text>,
    /// `source`
    pub source: Option<Text>,
    /// `confidence`
    pub confidence: Option<Text>,
    /// `provenance`
    pub provenance: Option<Text>,
    /// `method`
    pub method: Option<Text>,
    /// `status`
    pub status: Option<Text>,
    /// `unrelated`
    pub unrelated: Vec<(Text, Text)>,
    /// `rows`
    pub rows: Vec<Row>,
}

/// A row as written.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where the row begins.
    pub span: Span,
    /// `from`
    pub from: Vec<Text>,
    /// `to`
    pub to: Vec<Text>,
    /// `relation`
    pub relation: Option<Text>,
    /// `reverse`
    pub reverse: Option<Text>,
    /// `items`
    pub items: Option<Text>,
    /// `add`
    pub add: Option<Text>,
    /// `note`
    pub note: Option<Text>,
    /// `confidence`
    pub confidence: Option<Text>,
    /// Whether its shape is at fault, so that what seems to be missing may only be unreadable.
    pub is_broken: bool,
}

/// The rows of a table with what is wrong with their shape.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) list: Vec<Row>,
    pub(super) faults: Vec<Diagnostic>,
}

impl Relations {
    pub(super) fn read(mut fields: Fields<'_>, span: Span, rows: Rows) -> Self {
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
            status: fields.text("status"),
            unrelated: fields.inner("unrelated").map(Fields::attributes).unwrap_or_default(),
            rows: rows.list,
        };
        match fields.node("rows").map(|node| (node.span, node.shape)) {
            Some((_, Shape::List(_))) | None => {}
            Some((span, shape)) => {
                fields.faults().push(super::fields::wrong_type(span, "rows", "a list", shape.name()))
            }
        }
        fields.faults().extend(rows.faults);
        table.rows.shrink_to_fit();
        fields.finish();
        table
    }
}

impl Rows {
    /// Reads one more row.
    pub(super) fn take(&mut self, node: Node) {
        self.list.extend(Row::read(node, &mut self.faults));
    }
}

impl Row {
    /// Reads one row and notes what is wrong with its shape.
    fn read(node: Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
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
            note: fields.text("note"),
            confidence: fields.text("confidence"),
            is_broken: false,
        };
        fields.finish();
        row.is_broken = faults.len() > before;
        Some(row)
    }
}
