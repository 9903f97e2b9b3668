//! What can be said of relation tables by looking at them alone: how far they agree, and what follows from them.
//!
//! Nothing is asked of an assessment here, and nothing is changed: a finding names rows, and people decide.

mod claim;
mod conflict;
mod contradiction;
mod entailment;
mod existence;
mod following;
#[cfg(test)]
mod laws;
mod lists;
mod network;
mod repair;
mod same;
mod strong;
mod tables;

pub use claim::Strictness;
pub use contradiction::{Contradiction, ContradictionKind, Contradictions};
pub use following::{Following, StrongerRow};
pub use repair::Repair;
pub use same::SameClauses;
pub use tables::{AuditedRow, AuditedTables};
