//! Texts of assessments and tables, written and changed: text in, text out.
//!
//! What is changed is an entry; every other byte of a text stays as it is.

mod set;
mod sheet;
mod skeleton;
mod write;
