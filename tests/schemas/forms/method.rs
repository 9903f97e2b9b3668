//! The schema of a method.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};

use super::{ClauseName, EditionId, Filled, Language, OneOrMore, Slug, Text, never_nothing, not_nothing};

/// Translations are either given or left out.
fn translated(schema: &mut Schema) {
    schema.pointer_mut("/properties/translations").into_iter().for_each(not_nothing);
}

/// How an organization implements an edition: a sequence of steps to which a plan assigns the gaps.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk method", deny_unknown_fields, transform = translated)]
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
    /// Its texts in other languages; what is missing in one of them is taken from above.
    pub(crate) translations: Option<BTreeMap<Language, MethodTexts>>,
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

/// The texts of a method in another language.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields, transform = never_nothing)]
pub(crate) struct MethodTexts {
    /// The title of the method.
    pub(crate) title: Option<Filled>,
    /// The phases as the steps name them, each with its name in the language.
    pub(crate) phases: Option<BTreeMap<String, Filled>>,
    /// The texts of the steps, by the ids of the steps.
    pub(crate) steps: Option<BTreeMap<String, StepTexts>>,
}

/// The texts of a step in another language.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields, transform = never_nothing)]
pub(crate) struct StepTexts {
    /// The title of the step.
    pub(crate) title: Option<Filled>,
    /// The results of the step: as many as the step has, in the same order.
    pub(crate) deliverables: Option<OneOrMore<Filled>>,
    /// The criterion for completion of the step.
    pub(crate) done_when: Option<Filled>,
    /// A remark.
    pub(crate) note: Option<Filled>,
}
