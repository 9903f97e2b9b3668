//! The schema of a method.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::{ClauseName, EditionId, Filled, OneOrMore, Slug, Text};

/// How an organization implements an edition: a sequence of steps to which a plan assigns the gaps.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk method", deny_unknown_fields)]
pub(crate) struct Method {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "method/1"))]
    pub(crate) xwalk: String,
    /// The id of the method, such as iso-20000-implementation.
    pub(crate) id: Slug,
    /// The title of the method.
    pub(crate) title: Filled,
    /// The edition that it implements.
    #[schemars(rename = "for")]
    pub(crate) target: Option<EditionId>,
    /// The source of the method.
    pub(crate) source: Option<Text>,
    /// The steps, by ids of the method. `after` determines the sequence; otherwise their order in the file applies.
    pub(crate) steps: Option<BTreeMap<String, Step>>,
}

/// Whether a step is mandatory.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum Mandatory {
    /// The source says that it is, or that it is not.
    Said(bool),
    /// The source does not say.
    Unsaid(Unsaid),
}

/// The word for information that the source does not give.
#[derive(Debug, JsonSchema)]
#[schemars(inline, rename_all = "kebab-case")]
pub(crate) enum Unsaid {
    /// The source does not say.
    Unsaid,
}

/// One step of a method.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Step {
    /// The title of the step.
    pub(crate) title: Filled,
    /// The phase that the step belongs to.
    pub(crate) phase: Option<Text>,
    /// Whether it is mandatory; true if the key is left out, unsaid if the source does not say.
    pub(crate) mandatory: Option<Mandatory>,
    /// The steps that must come before it, by their ids; without any, it can start immediately.
    pub(crate) after: Option<OneOrMore<Text>>,
    /// The clauses that the step implements; a heading represents all clauses below it.
    pub(crate) clauses: Option<OneOrMore<ClauseName>>,
    /// The results of the step.
    pub(crate) deliverables: Option<OneOrMore<Text>>,
    /// The criterion for completion of the step.
    pub(crate) done_when: Option<Text>,
    /// A remark.
    pub(crate) note: Option<Text>,
}
