//! The binary form of a library: what editions and tables there are is read at once; clauses, rows and steps, which are most of
//! it, are read when they are used.
//!
//! `build.rs` packs what the loader made of `standards/`, and [`pack`](super::pack) what is in folders of the user.
//! Clauses are kept by position and texts are borrowed, so that unpacking looks up no name and copies nothing.

mod catalog;
mod index;
mod part;
mod shelf;
mod table;

pub use part::{Malformed, decoded, encoded};
pub use shelf::{Contents, Foreign, Reading, Shelf, Written, write};
