//! What a packed library holds, and where: read at once, before any clause, row and step is.

use serde::{Deserialize, Serialize};

use super::{catalog, table};
use crate::model::Method;
use crate::source::{Span, Text};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Index {
    /// Editions that are packed elsewhere and that this library builds on, each with its fingerprint. Their numbers follow
    /// those of its own.
    pub(super) foreign: Vec<(Text, Text)>,
    /// In the order of ids, each with its clauses.
    pub(super) catalogs: Vec<(catalog::Head, Part)>,
    /// In the order of ids, each with its rows, with what it says to relate to nothing, and with what only an audit looks at.
    pub(super) tables: Vec<(table::Head, [Part; 3])>,
    /// In the order of ids, each with its steps and with its texts in other languages.
    pub(super) methods: Vec<(PackedMethod, [Part; 2])>,
}

/// What follows the index: how many bytes, and their SHA-256, which is empty where nothing can have changed them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Part {
    pub(super) length: u32,
    pub(super) digest: Text,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct PackedMethod {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) target: Option<u32>,
    pub(super) source: Option<Text>,
    pub(super) span: Span,
}

impl PackedMethod {
    pub(super) fn of(method: &Method, target: Option<u32>, span: Span) -> Self {
        Self {
            id: method.id.as_str().to_owned().into(),
            title: method.title.clone(),
            target,
            source: method.source.clone(),
            span,
        }
    }
}
