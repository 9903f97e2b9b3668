//! The standards that are bundled: read by `build.rs` ahead of time, so that starting costs no parsing.

use super::Files;
use super::packed;
use crate::source::Sources;

include!(concat!(env!("OUT_DIR"), "/standards.rs"));

/// The bundled library, to which files may be added. Its texts become the first of `sources`, which has to be empty: places
/// in them count from there.
pub fn files(sources: &mut Sources) -> Files {
    assert_eq!(sources.count(), 0, "the bundled texts are numbered from the beginning");
    for (name, text) in TEXTS {
        sources.add_bundled(name, text);
    }
    Files::with_base(packed::unpack(PACKED))
}
