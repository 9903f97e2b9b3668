//! xwalk: coverage and gap analysis across management-system standards.
pub mod crosswalk;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod query;
pub mod render;
pub mod report;
pub mod source;
