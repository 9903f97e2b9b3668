//! Rows of a sheet become statements or relations, checked as those of a file are.
//!
//! A row is made what a file would say, with the cells as places; what that means, and what is wrong with it, is for
//! [`load`](crate::load) to say. Nothing is guessed: a number that may be several clauses and a word that is not a
//! status are errors at their cells.

mod changes;
mod column;
mod conversion;
mod general;
mod groups;
mod heading;
mod ids;
mod mapping;
mod normal_form;
mod own_sheets;
mod pieces;
mod reading;
mod record;
mod relation_words;
mod relations;
mod rows;
mod statements;
mod status;
mod strength;
mod titles;
mod unread;
mod wide;
mod words;

pub use changes::changes;
pub use column::{Column, Kind};
pub use conversion::{
    Failed, Imported, IntoAssessment, RelationChange, StatementChange, import_relations, import_statements, recognise,
};
pub use general::GeneralInformation;
pub use mapping::Mapping;
pub use reading::{DateOrder, Reading, Remedy};
pub use relation_words::RelationOfAll;
pub use relations::{TableHeader, editions, table};
pub use rows::{Rows, SheetChoice, rows};
pub use statements::{Statements, statements};
pub use status::WordUse;
pub use wide::{ToColumn, column_rows};
pub use words::{Reason, StatusWords, status_words};
