//! Packs: a library read, checked and joined once, kept in one file that is opened without reading it again.
//!
//! A pack contains, one after the other: the line `xwalk-pack/6`, which names the version of the format; the SHA-256 of
//! everything before the parts; three lengths; the front, which names the files and how those of other programs were read;
//! the index of the [packed](super::packed) library; its parts, which are the clauses and rows; and the texts of the files,
//! compressed. Reviews are small and have no packed form: they are read from their text. Front and index contain the
//! SHA-256 of each part and text. So the first digest covers the whole pack, but only the content that is used must be read.

mod front;
mod open;
mod write;

pub use front::is_pack;
pub use open::{Pack, open};
pub use write::{Written, write};
