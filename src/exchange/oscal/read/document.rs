//! A document of OSCAL, of whatever model.

use serde::Deserialize;

use super::collection::MappingCollection;
use super::model::{Catalog, Profile};
use super::report::AssessmentResults;

/// A document of any model.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) catalog: Option<Catalog>,
    pub(super) profile: Option<Profile>,
    pub(super) mapping_collection: Option<MappingCollection>,
    pub(super) assessment_results: Option<AssessmentResults>,
}

/// Reads a text as JSON only for what is wrong with it.
pub(super) fn read_json(text: &str) -> Result<(), serde_json::Error> {
    serde_json::from_str::<Document>(text).map(drop)
}
