//! What a method looks like.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{ClauseName, EditionId, Filled, OneOrMore, Slug, Text};

/// How an organization gets there: ordered steps that a plan hangs the gaps on.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk method", deny_unknown_fields)]
pub struct Method {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "method/1"))]
    pub xwalk: String,
    /// The id of the method, such as iso-20000-implementation.
    pub id: Slug,
    /// What the method is called.
    pub title: Filled,
    /// The edition that it puts in place.
    #[schemars(rename = "for")]
    pub target: Option<EditionId>,
    /// Who says so.
    pub source: Option<Text>,
    /// The steps by ids of the method's own. Their order breaks ties; `after` decides.
    pub steps: Option<BTreeMap<String, Step>>,
}

/// Whether a step has to be taken.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Mandatory {
    /// The source says so, or says that it has not.
    Said(bool),
    /// The source does not say.
    Unsaid(Unsaid),
}

/// The word for what a source does not say.
#[derive(Debug, JsonSchema)]
#[schemars(inline, rename_all = "kebab-case")]
pub enum Unsaid {
    /// The source does not say.
    Unsaid,
}

/// One step of a method.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Step {
    /// What is to be done.
    pub title: Filled,
    /// The phase that the step belongs to.
    pub phase: Option<Text>,
    /// Whether it has to be taken; true where the key is left out, unsaid where the source does not say.
    pub mandatory: Option<Mandatory>,
    /// The steps that come before it, by their ids; without any it may start at once.
    pub after: Option<OneOrMore<Text>>,
    /// The clauses that the step puts in place; a heading stands for all below it.
    pub clauses: Option<OneOrMore<ClauseName>>,
    /// What the step leaves behind.
    pub deliverables: Option<OneOrMore<Text>>,
    /// When the step is done.
    pub done_when: Option<Text>,
    /// A remark.
    pub note: Option<Text>,
}
