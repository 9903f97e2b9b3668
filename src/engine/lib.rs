//! What xwalk knows and infers: texts become a sound model, the model a graph, and the graph says what is covered.
//!
//! The lower floors of the house that the crate `xwalk` describes, which hands out all of these rooms as its own. Nothing here
//! reads a file, writes to a terminal or knows a format of other programs. Use `xwalk::api`, which keeps to semantic
//! versioning; everything here may change in any version.

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
