//! Rows of a sheet become statements or relations, checked as those of a file are.
//!
//! A row is made what a file would say, with the cells as places; what that means, and what is wrong with it, is for
//! [`load`](crate::load) to say. Nothing is guessed: a number that may be several clauses and a word that is no status are
//! errors at their cells.

mod assessment;
mod column;
mod head;
mod record;
mod table;

pub use assessment::{Statements, changes, statements};
pub use column::{Column, Kind};
pub use head::{Mapping, Rows, rows};
pub use table::{TableHead, editions, table};

use std::fmt;

/// A sheet that cannot be read as what is asked for, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Why, in one lower-case sentence.
    pub message: String,
    /// The way out.
    pub help: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n\n  tip: {}", self.message, self.help)
    }
}

impl std::error::Error for Unreadable {}
