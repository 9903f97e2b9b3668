//! The schema of a review file.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{ClauseId, ClauseKind, ClauseNumber, ContentHash, Day, Filled, OneOrMore, Text};

/// Who reviewed rows or statements, and what the catalogs contained at that time. `xwalk review` writes it.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk reviews", deny_unknown_fields)]
pub struct Reviews {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "reviews/1"))]
    pub xwalk: String,
    /// The id of a relation table, or the name of the file of an assessment in the same folder.
    pub of: Filled,
    /// What was reviewed.
    pub stamps: Option<Vec<Stamp>>,
    /// The content of clauses in the catalogs, by its hash.
    pub clauses: Option<BTreeMap<String, ClauseRecord>>,
}

/// The record of a review: of a row, named by its clauses, or of a statement, named by its clause.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Stamp {
    /// The clauses under `from` of the row.
    pub from: Option<OneOrMore<ClauseId>>,
    /// The clause under `to` of the row.
    pub to: Option<ClauseId>,
    /// The clause of the statement.
    pub clause: Option<ClauseId>,
    /// Who reviewed it.
    pub by: Option<Text>,
    /// The date of the review.
    pub date: Option<Day>,
    /// The hashes of the content of its clauses in the catalogs, in their order.
    pub seen: Option<OneOrMore<ContentHash>>,
}

/// The content of a clause in a catalog.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClauseRecord {
    /// The clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: Option<Text>,
    /// How it is counted.
    pub kind: ClauseKind,
    /// What it requires, in one sentence.
    pub summary: Option<Text>,
    /// The clauses directly below it.
    pub children: Option<OneOrMore<ClauseNumber>>,
}
