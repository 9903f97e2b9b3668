//! What a catalog looks like.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};

use super::{ClauseNumber, Confidence, Day, EditionId, Filled, OneOrMore, PartialDate, Provenance, Text, not_nothing};

/// Other languages are named or left out.
fn translated(schema: &mut Schema) {
    for key in ["titles", "summaries"] {
        schema.pointer_mut(&format!("/properties/{key}")).into_iter().for_each(not_nothing);
    }
}

/// One edition of a standard and its clauses.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk catalog", deny_unknown_fields, rename_all = "kebab-case", transform = translated)]
pub struct Catalog {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "catalog/1"))]
    pub xwalk: String,
    /// The id of the edition, `<standard>:<edition>`, such as iso-9001:2008.
    pub id: EditionId,
    /// The title of the standard.
    pub title: Filled,
    /// Who published it.
    pub publisher: Option<Text>,
    /// The day of publication, or only its month or year: 2008-11-15, 2008-11, 2008.
    pub published: Option<PartialDate>,
    /// Whether the edition is in force.
    pub status: Option<Currency>,
    /// The edition that it replaced.
    pub supersedes: Option<EditionId>,
    /// What replaced it, as people call it, where that is no edition with a catalog of its own.
    pub superseded_by: Option<Text>,
    /// Until when it may still be used beside its successor.
    pub transition: Option<Transition>,
    /// Published changes that keep its clauses, each under its name, such as "Amd 1:2024".
    pub amendments: Option<BTreeMap<String, Amendment>>,
    /// Other names by which the command line knows it, such as 9001:2008.
    pub aliases: Option<OneOrMore<Text>>,
    /// What the edition is.
    pub kind: Option<CatalogKind>,
    /// Where numbers and titles come from.
    pub source: Option<Text>,
    /// How sure it is that they are right.
    pub confidence: Option<Confidence>,
    /// How the content of this file came about.
    pub provenance: Option<Provenance>,
    /// How the edition describes itself beside others.
    pub profile: Option<Profile>,
    /// Its title in other languages.
    pub titles: Option<BTreeMap<Language, Filled>>,
    /// The clauses in their published order: ids in quotes, each with a title or a mapping. 4.2.1 stands under 4.2.
    #[schemars(extend("minProperties" = 1))]
    pub clauses: BTreeMap<ClauseNumber, Titled>,
}

/// Whether an edition is in force.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Currency {
    /// In force.
    Current,
    /// Replaced or taken back.
    Withdrawn,
    /// Not published yet.
    Draft,
}

/// What an edition is: some are certified against, some are learnt from.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum CatalogKind {
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

/// Until when an edition may still be used beside its successor.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Transition {
    /// The last day on which certificates to it are valid.
    pub ends: Day,
    /// A remark, such as who says so.
    pub note: Option<Text>,
}

/// A published change of an edition that keeps its clauses.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Amendment {
    /// The day of its publication.
    pub date: Day,
    /// The clauses that gained something, each with what it is, in words of one's own.
    pub clauses: Option<BTreeMap<ClauseNumber, Text>>,
}

/// How an edition describes itself beside others, in free text.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Profile {
    /// What it abstracts from.
    pub abstraction: Option<Text>,
    /// Whom it speaks to.
    pub audience: Option<Text>,
    /// How it goes about its matter.
    pub approach: Option<Text>,
    /// How fine its parts are.
    pub granularity: Option<Text>,
}

/// A title, or a mapping with a title and more.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Titled {
    /// The title alone.
    Short(Filled),
    /// The title and more.
    Long(Clause),
}

/// A clause. Any further key is an attribute to group and filter by, such as pdca, level, element or stage; `after` names the
/// clauses of this edition whose work comes before that of this one and of those below it.
#[derive(Debug, JsonSchema)]
#[schemars(transform = translated)]
pub struct Clause {
    /// Its title, as published or, in round brackets, in words of one's own.
    pub title: Filled,
    /// What it is to a count, where that is not plain: a clause with others below it is a heading, any other a requirement.
    pub kind: Option<ClauseKind>,
    /// The clause that it stands under, where its id does not say so.
    pub parent: Option<ClauseNumber>,
    /// What it asks for, in one sentence of one's own.
    pub summary: Option<Text>,
    /// Whether it has to be met; false marks what is only recommended.
    pub mandatory: Option<bool>,
    /// Its title in other languages.
    pub titles: Option<BTreeMap<Language, Filled>>,
    /// Its summary in other languages.
    pub summaries: Option<BTreeMap<Language, Filled>>,
    /// Attributes to group and filter by, each a text or a list of them.
    #[schemars(flatten)]
    pub attributes: BTreeMap<String, Option<OneOrMore<Text>>>,
}

/// The tag of a language, such as de, pt-BR or zh-Hant.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
pub struct Language(#[schemars(regex(pattern = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"))] pub String);

/// What a clause is to a count.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum ClauseKind {
    /// Something to be met; the only kind that is counted.
    Requirement,
    /// Stands for all requirements below it.
    Heading,
    /// Asks for nothing.
    Informative,
}
