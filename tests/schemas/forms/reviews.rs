//! The schema of a review file.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{ClauseId, ClauseKind, ClauseNumber, ContentHash, Day, Filled, OneOrMore, Text};

/// Who reviewed rows or statements, and what the catalogs contained at that time. `xwalk review` writes it.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk reviews", deny_unknown_fields)]
pub(crate) struct Reviews {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "reviews/1"))]
    pub(crate) xwalk: String,
    /// The id of a relation table, or the name of the file of an assessment in the same folder.
    pub(crate) of: Filled,
    /// What was reviewed.
    pub(crate) stamps: Option<Vec<Stamp>>,
    /// The content of clauses in the catalogs, by its hash.
    pub(crate) clauses: Option<BTreeMap<String, ClauseRecord>>,
}

/// The record of a review: of a row, named by its clauses, or of a statement, named by its clause.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Stamp {
    /// The clauses under `from` of the row.
    pub(crate) from: Option<OneOrMore<ClauseId>>,
    /// The clause under `to` of the row.
    pub(crate) to: Option<ClauseId>,
    /// The clause of the statement.
    pub(crate) clause: Option<ClauseId>,
    /// Who reviewed it.
    pub(crate) by: Option<Text>,
    /// The date of the review.
    pub(crate) date: Option<Day>,
    /// The hashes of the content of its clauses in the catalogs, in their order.
    pub(crate) seen: Option<OneOrMore<ContentHash>>,
}

/// The content of a clause in a catalog.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct ClauseRecord {
    /// The clause.
    pub(crate) clause: ClauseId,
    /// Its title.
    pub(crate) title: Option<Text>,
    /// How it is counted.
    pub(crate) kind: ClauseKind,
    /// What it requires, in one sentence.
    pub(crate) summary: Option<Text>,
    /// The clauses directly below it.
    pub(crate) children: Option<OneOrMore<ClauseNumber>>,
}
