//! The standards that are bundled: read by `build.rs` ahead of time, so that starting costs no parsing.

use super::Files;
use super::raw;
use crate::source::{FileId, Sources};

include!(concat!(env!("OUT_DIR"), "/standards.rs"));

/// The bundled files. Their texts become the first of `sources`, which has to be empty: places in them count from there.
pub fn files(sources: &mut Sources) -> Files {
    assert_eq!(sources.count(), 0, "the bundled texts are numbered from the beginning");
    for (name, text) in TEXTS {
        sources.add(*name, *text);
    }
    let files: Vec<(FileId, raw::File)> = postcard::from_bytes(READ).expect("build.rs wrote what this reads");
    Files::sound(files)
}

/// Whether a text of this name is bundled.
pub fn is_bundled(name: &str) -> bool {
    TEXTS.iter().any(|(bundled, _)| *bundled == name)
}
