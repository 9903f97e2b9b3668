//! Rows of a sheet become statements or relations, checked as those of a file are.
//!
//! A row is made what a file would say, with the cells as places; what that means, and what is wrong with it, is for
//! [`load`](crate::load) to say. Nothing is guessed: a number that may be several clauses and a word that is no status are
//! errors at their cells.

mod column;
mod conversion;
mod heading;
mod record;
mod relations;
mod statements;

pub use column::{Column, Kind};
pub use conversion::{
    Failed, Imported, IntoAssessment, RelationChange, StatementChange, import_relations, import_statements, recognise,
};
pub use heading::{Mapping, Rows, rows};
pub use relations::{TableHeader, editions, table};
pub use statements::{Statements, changes, statements};
