//! xwalk: coverage and gap analysis across management-system standards.
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod source;
