//! What xwalk knows and infers.

pub mod audit;
pub mod crosswalk;
pub mod deferred;
pub mod diagnostic;
pub mod language;
pub mod lines;
pub mod load;
pub mod model;
pub mod query;
pub mod report;
pub mod source;
pub mod workflow;
