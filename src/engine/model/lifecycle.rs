//! What becomes of an edition after its day of publication.

use jiff::civil::Date;

use super::id::ClauseNumber;
use crate::source::{Span, Text};

/// The history of an edition since its publication: amendments, a successor, and how long it can still be used in
/// parallel with that.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lifecycle {
    /// The edition that replaced it, as people call it, where that is not an edition of the library.
    pub superseded_by: Option<Text>,
    /// Until when it may still be used in parallel with its successor.
    pub transition: Option<Transition>,
    /// What was changed in it, in the order of the file.
    pub amendments: Vec<Amendment>,
}

/// Until when an edition may still be used in parallel with its successor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The last day on which certificates to it are valid.
    pub ends: Date,
    /// A remark, such as who says so.
    pub note: Option<Text>,
}

/// A published change of an edition that keeps its clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What it is called, such as `Amd 1:2024`.
    pub id: Text,
    /// The day of its publication.
    pub date: Date,
    /// The clauses that gained something, each with what it is, in our own words.
    pub clauses: Vec<(ClauseNumber, Text)>,
    /// The position of its name.
    pub span: Span,
}
