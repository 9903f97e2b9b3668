//! A sheet on which one person writes how the clauses of two editions relate.

mod candidates;
mod question;
mod suggested;

pub use candidates::{Candidate, CandidateSource, Reason};
pub use question::{MapSheet, MappingSheet, SheetRow};
