//! The audit of relation tables: each part of it is laid out in a separate file, and they are joined to one answer.

mod amounts;
pub(super) mod card;
mod chapters;
mod contradictions;
mod copies;
mod direction;
mod following;
mod lineage;
mod question;
mod section;
mod shape;
mod witnesses;
mod wording;

pub use question::Audit;
