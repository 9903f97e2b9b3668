//! The clauses of a library by the names that they have elsewhere.

use std::collections::HashMap;

use crate::model::{ClauseId, Library};

/// The clauses of a library by the names that they have elsewhere.
#[derive(Debug, Default)]
pub struct ClauseUris<'l> {
    clauses: HashMap<&'l str, ClauseId>,
}

impl<'l> ClauseUris<'l> {
    /// Those that say so in the attribute `uri`.
    pub fn of(library: &'l Library) -> Self {
        let mut clauses = HashMap::new();
        for catalog in library.catalogs() {
            for clause in catalog.clauses() {
                if let Some(uri) = clause.attributes.get("uri") {
                    let id = || ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
                    clauses.entry(uri).or_insert_with(id);
                }
            }
        }
        Self { clauses }
    }

    /// The clause with a name.
    pub fn get(&self, uri: &str) -> Option<&ClauseId> {
        self.clauses.get(uri)
    }
}
