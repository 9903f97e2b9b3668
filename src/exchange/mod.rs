//! Other people's forms: what only this room knows the words of.
//!
//! A foreign text goes one way: the text, its rows, statements or relations with what is wrong with them, the change that
//! they make, and the text with that change, which is read again to prove that it says what the rows said. Nothing here
//! knows a terminal or a disk.

pub mod import;
pub mod sheet;
