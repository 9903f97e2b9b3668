//! Assessment results, by the names of their parts in OSCAL.

use serde::Deserialize;

use super::model::{BackMatter, Metadata, Property};
use super::word::Word;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AssessmentResults {
    #[serde(default)]
    pub(super) metadata: Metadata,
    pub(super) import_ap: Option<ImportPlan>,
    #[serde(default)]
    pub(super) results: Vec<ResultSet>,
    #[serde(default)]
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Deserialize)]
pub(super) struct ImportPlan {
    pub(super) href: Word,
}

#[derive(Debug, Deserialize)]
pub(super) struct ResultSet {
    pub(super) title: Option<Word>,
    pub(super) start: Option<Word>,
    pub(super) end: Option<Word>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) observations: Vec<Observation>,
    #[serde(default)]
    pub(super) findings: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: Option<Word>,
    pub(super) collected: Option<Word>,
    #[serde(default)]
    pub(super) relevant_evidence: Vec<Evidence>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Evidence {
    pub(super) href: Option<Word>,
    pub(super) description: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) target: FindingTarget,
    #[serde(default)]
    pub(super) related_observations: Vec<RelatedObservation>,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedObservation {
    pub(super) observation_uuid: Word,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct FindingTarget {
    #[serde(rename = "type")]
    pub(super) kind: Option<Word>,
    pub(super) target_id: Word,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) status: TargetStatus,
    pub(super) implementation_status: Option<State>,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct TargetStatus {
    pub(super) state: Word,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct State {
    pub(super) state: Word,
    pub(super) remarks: Option<Word>,
}
