//! Which rows of a library take part.

use std::collections::BTreeSet;

use crate::model::{Confidence, Table, TableId};

/// Which rows take part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Rows below this confidence do not.
    pub min_confidence: Option<Confidence>,
    /// Nor do the rows of these tables.
    pub without: BTreeSet<TableId>,
}

impl Selection {
    /// Whether rows of a table may take part.
    pub fn takes_table(&self, table: &Table) -> bool {
        !self.without.contains(&table.id)
    }

    /// Whether a row of this confidence takes part.
    pub fn takes(&self, confidence: Confidence) -> bool {
        self.min_confidence.is_none_or(|least| confidence >= least)
    }
}
