//! What can be said of relation tables by looking at them alone: how far they agree, and what follows from them.
//!
//! Nothing is asked of an assessment here, and nothing is changed: a finding names rows, and people decide.

mod tables;

pub use tables::{AuditedRow, AuditedTables};
