//! The standards that are bundled: read by `build.rs` ahead of time, so that starting costs no parsing.

use crate::load::Files;
use crate::load::packed::{Malformed, Reading, Shelf};
use crate::model::Library;
use crate::source::{FileId, Sources};

include!(concat!(env!("OUT_DIR"), "/standards.rs"));

/// The bundled library, to which files may be added. Its texts become the first of `sources`, which has to be empty: places
/// in them count from there.
pub fn files(sources: &mut Sources) -> Files {
    assert_eq!(sources.count(), 0, "the bundled texts are numbered from the beginning");
    for (name, text) in TEXTS {
        sources.add_bundled(name, text);
    }
    Files::with_base(library().expect("build.rs packed a sound library"))
}

fn library() -> Result<Library, Malformed> {
    let files = u32::try_from(TEXTS.len()).map_err(|_| Malformed)?;
    let reading = Reading { first_file: FileId::default(), files, damage: None, name: String::new() };
    let (shelf, mut library) = (Shelf::open(INDEX, PARTS, reading)?, Library::default());
    for catalog in &shelf.catalogs {
        library.add_catalog(catalog.clone()).map_err(|_| Malformed)?;
    }
    let (tables, methods) = shelf.tables_and_methods(&library)?;
    for table in tables {
        library.add_table(table).map_err(|_| Malformed)?;
    }
    for method in methods {
        library.add_method(method).map_err(|_| Malformed)?;
    }
    Ok(library)
}
