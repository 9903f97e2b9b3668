//! What a relation table looks like.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{
    ClauseName, Confidence, ContentHash, EditionId, Filled, OneOrMore, OneOrSome, PartialDate, Provenance, Slug, Text,
};

/// What one source says about how the clauses of two editions cover each other.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk relation table", rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relations {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "relations/1"))]
    pub xwalk: String,
    /// The name of this file without its ending, such as iso-9001-2008--iso-iec-20000-1-2011.
    pub id: Slug,
    /// What the table is, in a line.
    pub title: Option<Text>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// A whole number from 1, raised by every change of meaning.
    #[schemars(range(min = 1))]
    pub version: u32,
    /// Who says so: a citation.
    pub source: Filled,
    /// How sure it is that the rows say what the source says, where they do not say so themselves.
    pub confidence: Confidence,
    /// How the content of this file came about.
    pub provenance: Option<Provenance>,
    /// How the table was made: joint analysis, individual re-examination, joint review, …
    pub method: Option<Text>,
    /// Who made the table.
    pub mapper: Option<Text>,
    /// The day on which it was made, or only its month or year: 2026-11-20, 2026-11, 2026.
    pub date: Option<PartialDate>,
    /// In which stage of an analysis it was made.
    pub stage: Option<Stage>,
    /// The tables of which it was composed: it is no second witness for them.
    pub derived_from: Option<OneOrMore<Slug>>,
    /// The content of `from` that the table was made for, as `xwalk show` prints its hash.
    pub from_hash: Option<ContentHash>,
    /// The content of `to` that the table was made for.
    pub to_hash: Option<ContentHash>,
    /// Whether the table is a draft.
    pub status: Option<TableStatus>,
    /// Clauses of `from` that relate to nothing, each with the reason why.
    pub unrelated: Option<BTreeMap<ClauseName, Text>>,
    /// The relations.
    pub rows: Option<Vec<Row>>,
}

/// In which stage of an analysis a table was made.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Stage {
    /// Several people made it together.
    Joint,
    /// One person made it alone.
    Individual,
    /// It is what several people agreed on who had looked alone before.
    Consensus,
}

/// Whether a table is a draft.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum TableStatus {
    /// Answers that rest on it say so.
    Draft,
    /// It is done.
    Published,
}

/// How far some clauses cover another. Only `relation: none` goes without `from`.
#[derive(Debug, JsonSchema)]
#[schemars(
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend(
        "if" = { "required": ["relation"], "properties": { "relation": { "enum": ["full", "partial", "related"] } } },
        "then" = { "required": ["from"], "properties": { "from": { "type": ["string", "array"], "minItems": 1 } } }
    )
)]
pub struct Row {
    /// The clauses that cover; several cover jointly.
    pub from: Option<OneOrMore<ClauseName>>,
    /// The clause that is covered; several make a row each.
    pub to: OneOrSome<ClauseName>,
    /// How far `from` covers `to`.
    pub relation: Strength,
    /// How far `to` covers `from`.
    pub reverse: Option<Strength>,
    /// Which lettered items of `to` are meant, such as "b, c, g".
    pub items: Option<Text>,
    /// What is left to do for `to` where `from` is in place, in words of one's own.
    pub add: Option<Text>,
    /// What is left to do for `from` where `to` is in place.
    pub add_reverse: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
    /// How sure this row is; the table's confidence where nothing is said.
    pub confidence: Option<Confidence>,
    /// The tables of which the row was composed: it is no second witness for them.
    pub derived_from: Option<OneOrMore<Slug>>,
    /// What each of several mappers said of the pair, by name: a relation, or with its reverse such as partial/full.
    pub said: Option<BTreeMap<String, Opinion>>,
    /// Who looked at the row again and confirmed it.
    pub reviewed_by: Option<OneOrMore<Filled>>,
}

/// How far one side covers the other.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Strength {
    /// Wholly.
    Full,
    /// In part.
    Partial,
    /// Not at all: said on purpose, not forgotten.
    None,
    /// They have to do with each other, such as by an interface; no demands in common are claimed, and no level follows.
    Related,
}

/// What a mapper said: how far `from` covers `to`, and behind a slash how far backwards where that was said.
#[derive(Debug, JsonSchema)]
#[schemars(transparent)]
pub struct Opinion(#[schemars(regex(pattern = r"^(full|partial|none|related)(/(full|partial|none))?$"))] pub String);
