//! OSCAL 1.2 documents of ours: catalogs, mapping collections, assessment results, plans of action and milestones.
//!
//! The head of each file of this folder says how it is written. Written by the JSON Schema of OSCAL 1.2.3 and its
//! Metaschema; documents say 1.2.1, which is the same for these four models and the version that compliance-trestle
//! 5.2.0 names as its own. Everything that OSCAL has no word for is a `prop` in the namespace `urn:xwalk:oscal`. Uuids
//! come from ids and times from the data, so that the same input is the same bytes.

mod assessment;
mod catalog;
mod clauses;
mod document;
mod findings;
mod ids;
mod losses;
mod mapping;
mod outline;
mod poam;
mod rows;
mod text;
mod uuids;

pub use assessment::assessment_results;
pub use catalog::catalog;
pub(in crate::exchange::oscal) use clauses::CALLED;
pub(in crate::exchange::oscal) use ids::EditionIds;
pub use mapping::mapping_collection;
pub use poam::{PoamItem, poam};
pub(in crate::exchange::oscal) use text::{UNKNOWN_MOMENT, referred};
pub(in crate::exchange::oscal) use uuids::uuid;
