//! What several mappers agree on as a separate table, with what they decided afterwards.

mod decisions;
mod document;
mod question;

pub use question::{Consensus, ConsensusHead, OppositeDirection, Reached};
