//! What can be said of relation tables by looking at them alone: how far they agree, and what follows from them.
//!
//! Nothing is asked of an assessment here, and nothing is changed: a finding names rows, and people decide.

pub mod agreement;
mod amount;
mod card;
mod chapters;
mod claim;
mod conflict;
mod contradiction;
mod copies;
mod direction;
mod entailment;
mod existence;
mod following;
#[cfg(test)]
mod laws;
mod lineage;
mod minimal;
mod network;
mod pairs;
mod reason;
mod related_pairs;
mod repair;
mod same;
mod selection;
mod shape;
mod strong;
mod suspects;
mod tables;
mod witnesses;

pub use amount::Amount;
pub use card::{Against, Card, Counterparts, card, cards};
pub use chapters::{ChapterRow, Outrun, Said, chapter_rows};
pub use claim::Strictness;
pub use contradiction::{Contradiction, ContradictionKind, Contradictions};
pub use copies::{Copy, ENOUGH, FEWEST_PAIRS, Original, copies};
pub use direction::{FEWEST_SIGNS, Sign, Swapped, swapped};
pub use following::{Following, StrongerRow};
pub use lineage::{Impossible, impossible};
pub use pairs::{ForcedPair, ForcedPairs};
pub use repair::Repair;
pub use same::SameClauses;
pub use shape::{Chapter, ChapterState, Fan, Shape, WIDEST, shapes};
pub use tables::{AuditedRow, AuditedTables, asides};
pub use witnesses::{DependentPair, TableWitnesses, Witnesses};
