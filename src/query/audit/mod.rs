//! The audit of relation tables: each part of it is laid out in a file of its own, and they are joined to one answer.

mod question;
mod section;

pub use question::Audit;
