//! What a file of reviews looks like.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{ClauseId, ClauseKind, ClauseNumber, ContentHash, Day, Filled, OneOrMore, Text};

/// Who reviewed rows of a table or statements of an assessment, and what the catalogs said then. `xwalk review` writes it.
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
    /// What catalogs said of clauses, by a hash of that.
    pub clauses: Option<BTreeMap<String, ClauseRecord>>,
}

/// That a row, named by its ends, or a statement, named by its clause, was reviewed.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Stamp {
    /// The clauses of the row that cover.
    pub from: Option<OneOrMore<ClauseId>>,
    /// The clause of the row that is covered.
    pub to: Option<ClauseId>,
    /// The clause of the statement.
    pub clause: Option<ClauseId>,
    /// Who reviewed it.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Day>,
    /// The hashes of what catalogs said of its clauses, in their order.
    pub seen: Option<OneOrMore<ContentHash>>,
}

/// What a catalog said of a clause.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ClauseRecord {
    /// The clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: Option<Text>,
    /// What it is to a count.
    pub kind: ClauseKind,
    /// What it asks for, in a sentence.
    pub summary: Option<Text>,
    /// The clauses right below it.
    pub children: Option<OneOrMore<ClauseNumber>>,
}
