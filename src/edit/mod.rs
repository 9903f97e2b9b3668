//! Texts of assessments and tables, written and changed: text in, text out.
//!
//! What is changed is an entry; every other byte of a text stays as it is.

mod interview;
mod migrate;
mod rows;
mod scalar;
mod set;
mod template;
pub mod write;

pub use interview::{Interview, Interviewee, Remark, Reply};
pub use migrate::{Entry, with_section, with_target};
pub use rows::with_rows;
pub use set::{Draft, removed_fields};
pub use template::Template;
