//! Other people's forms: what only this room knows the words of.
//!
//! A foreign text goes one way: the text, its rows, statements or relations with what is wrong with them, the change
//! that they make, and the text with that change, which is read again to prove that it says what the rows said. Files
//! that hold whole standards become [`content`], which is what files of ours would say. Nothing here knows a terminal
//! or a disk.

pub mod beside;
pub mod ciso;
pub mod content;
pub mod decisions;
pub mod foreign;
pub mod format;
pub mod import;
pub mod oscal;
pub mod other_content;
pub mod owner;
pub mod sheet;
pub mod sssom;
pub mod statement_rows;
pub mod strm;
pub mod written;

mod claim;
mod editions;
mod forms;
mod json_faults;
mod json_places;
mod json_words;
mod names;
mod once;
mod tally;
mod uris;
