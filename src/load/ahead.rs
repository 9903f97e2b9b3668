//! Content that is not read yet is read in advance, in parallel.

use std::hint::black_box;

use super::share::share;
use crate::model::{Catalog, Library, Table};

/// Looks at every clause and every row of a library, so that what waits for that is read.
pub fn read_ahead(library: &Library) {
    let catalogs: Vec<&Catalog> = library.catalogs().collect();
    black_box(share(&catalogs, |catalog| catalog.clauses().len()));
    let tables: Vec<&Table> = library.tables().collect();
    black_box(share(&tables, |table| table.rows.len() + table.unrelated.len() + table.aside.len()));
}
