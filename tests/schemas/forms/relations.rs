//! The schema of a relation table.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{
    ClauseName, Confidence, ContentHash, EditionId, Filled, OneOrMore, OneOrSome, PartialDate, Provenance, Slug, Text,
};

/// What one source says about how the clauses of two editions cover each other.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk relation table", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Relations {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "relations/1"))]
    pub(crate) xwalk: String,
    /// The name of this file without its extension, such as iso-9001-2008--iso-iec-20000-1-2011.
    pub(crate) id: Slug,
    /// A title of one line.
    pub(crate) title: Option<Text>,
    /// The edition that covers.
    pub(crate) from: EditionId,
    /// The edition that is covered.
    pub(crate) to: EditionId,
    /// A whole number from 1, increased with every change of meaning.
    #[schemars(range(min = 1))]
    pub(crate) version: u32,
    /// The source: a citation.
    pub(crate) source: Filled,
    /// The confidence that the rows agree with the source; a row can give its own.
    pub(crate) confidence: Confidence,
    /// The provenance of the content of this file.
    pub(crate) provenance: Option<Provenance>,
    /// How the table was made: joint analysis, individual re-examination, joint review, …
    pub(crate) method: Option<Text>,
    /// Who made the table.
    pub(crate) mapper: Option<Text>,
    /// The date on which it was made, or only its month or year: 2026-11-20, 2026-11, 2026.
    pub(crate) date: Option<PartialDate>,
    /// The stage of the analysis in which it was made.
    pub(crate) stage: Option<Stage>,
    /// The tables from which it was composed: it is not independent evidence for them.
    pub(crate) derived_from: Option<OneOrMore<Slug>>,
    /// The hash of the content of `from` for which the table was made, as `xwalk show` prints it.
    pub(crate) from_hash: Option<ContentHash>,
    /// The hash of the content of `to` for which the table was made.
    pub(crate) to_hash: Option<ContentHash>,
    /// Whether the table is a draft.
    pub(crate) status: Option<TableStatus>,
    /// Clauses of `from` without a counterpart in `to`, each with the reason.
    pub(crate) unrelated: Option<BTreeMap<ClauseName, Text>>,
    /// The relations.
    pub(crate) rows: Option<Vec<Row>>,
}

/// The stage of the analysis in which a table was made.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Stage {
    /// Several people made it together.
    Joint,
    /// One person made it alone.
    Individual,
    /// Several people agreed on it after each had analysed the clauses alone.
    Consensus,
}

/// Whether a table is a draft.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum TableStatus {
    /// Answers that are based on it say so.
    Draft,
    /// The table is complete.
    Published,
}

/// How far some clauses cover another one. Only `relation: none` has no `from`.
#[derive(Debug, JsonSchema)]
#[schemars(
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend(
        "if" = { "required": ["relation"], "properties": { "relation": { "enum": ["full", "partial", "related"] } } },
        "then" = { "required": ["from"], "properties": { "from": { "type": ["string", "array"], "minItems": 1 } } }
    )
)]
pub(crate) struct Row {
    /// The clauses that cover; several clauses cover it jointly.
    pub(crate) from: Option<OneOrMore<ClauseName>>,
    /// The clause that is covered; several clauses count as one row each.
    pub(crate) to: OneOrSome<ClauseName>,
    /// How far `from` covers `to`.
    pub(crate) relation: Strength,
    /// How far `to` covers `from`.
    pub(crate) reverse: Option<Strength>,
    /// Which lettered items of `to` are meant, such as "b, c, g".
    pub(crate) items: Option<Text>,
    /// What remains to be done for `to` if `from` is in place, in your own words.
    pub(crate) add: Option<Text>,
    /// What remains to be done for `from` if `to` is in place.
    pub(crate) add_reverse: Option<Text>,
    /// A remark.
    pub(crate) note: Option<Text>,
    /// The confidence in this row; by default that of the table.
    pub(crate) confidence: Option<Confidence>,
    /// The tables from which the row was composed: it is not independent evidence for them.
    pub(crate) derived_from: Option<OneOrMore<Slug>>,
    /// The opinion of each mapper on the pair, by name: a relation, or with its reverse such as partial/full.
    pub(crate) said: Option<BTreeMap<String, Opinion>>,
    /// Who reviewed and confirmed the row.
    pub(crate) reviewed_by: Option<OneOrMore<Filled>>,
}

/// How far one side covers the other.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Strength {
    /// Completely.
    Full,
    /// In part.
    Partial,
    /// Not at all: a deliberate statement, not an omission.
    None,
    /// They are connected, for example by an interface; no common requirements are claimed, and no level follows.
    Related,
}

/// The opinion of a mapper: how far `from` covers `to` and, if stated, after a slash how far `to` covers `from`.
#[derive(Debug, JsonSchema)]
#[schemars(transparent)]
pub(crate) struct Opinion(
    #[schemars(regex(pattern = r"^(full|partial|none|related)(/(full|partial|none))?$"))] pub(crate) String,
);
