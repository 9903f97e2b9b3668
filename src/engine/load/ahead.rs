//! Content that is not read yet is read in advance, in parallel.

use std::hint::black_box;

use super::share::share;
use crate::model::{Catalog, Library, Table};

/// Looks at every clause, row and step of a library, so that what waits for that is read.
pub fn read_ahead(library: &Library) {
    let (catalogs, tables): (Vec<&Catalog>, Vec<&Table>) = (library.catalogs().collect(), library.tables().collect());
    read_ahead_of(&catalogs, &tables);
    black_box(library.methods().map(|method| method.steps.len() + method.translations.len()).sum::<usize>());
}

/// Looks at every clause of these editions and every row of these tables.
pub fn read_ahead_of(catalogs: &[&Catalog], tables: &[&Table]) {
    black_box(share(catalogs, |catalog| catalog.clauses().len()));
    black_box(share(tables, |table| table.rows.len() + table.unrelated.len() + table.aside.len()));
}
