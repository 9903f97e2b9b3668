//! The audit of relation tables: each part of it is laid out in a file of its own, and they are joined to one answer.

mod contradictions;
mod question;
mod section;
mod wording;

pub use question::Audit;
