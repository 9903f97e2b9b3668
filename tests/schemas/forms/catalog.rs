//! The schema of a catalog.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};

use super::{ClauseNumber, Confidence, Day, EditionId, Filled, OneOrMore, PartialDate, Provenance, Text, not_nothing};

/// Other languages are either named or left out.
fn translated(schema: &mut Schema) {
    for key in ["titles", "summaries"] {
        schema.pointer_mut(&format!("/properties/{key}")).into_iter().for_each(not_nothing);
    }
}

/// One edition of a standard and its clauses.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk catalog", deny_unknown_fields, rename_all = "kebab-case", transform = translated)]
pub(crate) struct Catalog {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "catalog/1"))]
    pub(crate) xwalk: String,
    /// The id of the edition, `<standard>:<edition>`, such as iso-9001:2008.
    pub(crate) id: EditionId,
    /// The title of the standard.
    pub(crate) title: Filled,
    /// Who published it.
    pub(crate) publisher: Option<Text>,
    /// The date of publication, or only its month or year: 2008-11-15, 2008-11, 2008.
    pub(crate) published: Option<PartialDate>,
    /// Whether the edition is in force.
    pub(crate) status: Option<Currency>,
    /// The edition that it replaced.
    pub(crate) supersedes: Option<EditionId>,
    /// The usual name of its replacement, if that has no catalog of its own.
    pub(crate) superseded_by: Option<Text>,
    /// Until when it may still be used in parallel with its successor.
    pub(crate) transition: Option<Transition>,
    /// Published amendments that keep the clauses, each under its name, such as "Amd 1:2024".
    pub(crate) amendments: Option<BTreeMap<String, Amendment>>,
    /// Other names that the command line accepts, such as 9001:2008.
    pub(crate) aliases: Option<OneOrMore<Text>>,
    /// What the edition is.
    pub(crate) kind: Option<CatalogKind>,
    /// The source of the numbers and titles.
    pub(crate) source: Option<Text>,
    /// The confidence that they are correct.
    pub(crate) confidence: Option<Confidence>,
    /// The provenance of the content of this file.
    pub(crate) provenance: Option<Provenance>,
    /// How the edition describes itself in comparison with others.
    pub(crate) profile: Option<Profile>,
    /// Its title in other languages.
    pub(crate) titles: Option<BTreeMap<Language, Filled>>,
    /// The clauses in their published order: ids in quotes, each with a title or a mapping. 4.2.1 is below 4.2.
    #[schemars(extend("minProperties" = 1))]
    pub(crate) clauses: BTreeMap<ClauseNumber, Titled>,
}

/// Whether an edition is in force.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Currency {
    /// In force.
    Current,
    /// Replaced or withdrawn.
    Withdrawn,
    /// Not published yet.
    Draft,
}

/// The kind of an edition: some are used for certification, others for guidance.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum CatalogKind {
    /// A standard with requirements for a management system.
    ManagementSystem,
    /// A model of processes or practices.
    ProcessModel,
    /// A model with levels of maturity.
    MaturityModel,
    /// The criteria of an award.
    AwardCriteria,
    /// A set of controls.
    ControlSet,
    /// A set of objectives.
    Objectives,
}

/// Until when an edition may still be used in parallel with its successor.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Transition {
    /// The last day on which certificates to it are valid.
    pub(crate) ends: Day,
    /// A remark, such as the source of the date.
    pub(crate) note: Option<Text>,
}

/// A published amendment of an edition that keeps its clauses.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Amendment {
    /// The date of its publication.
    pub(crate) date: Day,
    /// The clauses to which something was added, each with a description in your own words.
    pub(crate) clauses: Option<BTreeMap<ClauseNumber, Text>>,
}

/// How an edition describes itself in comparison with others, in free text.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Profile {
    /// What it abstracts from.
    pub(crate) abstraction: Option<Text>,
    /// Its audience.
    pub(crate) audience: Option<Text>,
    /// Its approach.
    pub(crate) approach: Option<Text>,
    /// Its level of detail.
    pub(crate) granularity: Option<Text>,
}

/// A title, or a mapping with a title and other keys.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum Titled {
    /// Only the title.
    Short(Filled),
    /// The title and other keys.
    Long(Clause),
}

/// A clause. Any other key is an attribute for grouping and filtering, such as pdca, level, element or stage; `after` names the
/// clauses of this edition that must be implemented before this clause and the clauses below it.
#[derive(Debug, JsonSchema)]
#[schemars(transform = translated)]
pub(crate) struct Clause {
    /// Its title, as published or, in round brackets, in your own words.
    pub(crate) title: Filled,
    /// How it is counted, if this is not clear: with clauses below it as a heading, else as a requirement.
    pub(crate) kind: Option<ClauseKind>,
    /// The clause above it, if its id does not show it.
    pub(crate) parent: Option<ClauseNumber>,
    /// What it requires, in one sentence in your own words.
    pub(crate) summary: Option<Text>,
    /// Whether it is mandatory; false if it is only a recommendation.
    pub(crate) mandatory: Option<bool>,
    /// Its title in other languages.
    pub(crate) titles: Option<BTreeMap<Language, Filled>>,
    /// Its summary in other languages.
    pub(crate) summaries: Option<BTreeMap<Language, Filled>>,
    /// Attributes for grouping and filtering, each a text or a list of texts.
    #[schemars(flatten)]
    pub(crate) attributes: BTreeMap<String, Option<OneOrMore<Text>>>,
}

/// The tag of a language, such as de, pt-BR or zh-Hant.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
pub(crate) struct Language(
    #[schemars(regex(pattern = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"))] pub(crate) String,
);

/// How a clause is counted.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum ClauseKind {
    /// A requirement; the only kind that is counted.
    Requirement,
    /// A heading, which represents all requirements below it.
    Heading,
    /// Contains no requirement.
    Informative,
}
