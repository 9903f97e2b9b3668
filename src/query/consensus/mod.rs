//! What several mappers agree on as a table of its own, with what they decided afterwards.

mod decisions;
mod document;
mod question;

pub use question::{Consensus, ConsensusHead, OppositeDirection, Reached};
