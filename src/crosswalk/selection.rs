//! Which rows of a library take part.

use std::collections::BTreeSet;

use crate::model::{Confidence, TableId};

/// Which rows take part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Rows below this confidence do not.
    pub min_confidence: Option<Confidence>,
    /// Nor do the rows of these tables.
    pub without: BTreeSet<TableId>,
}
