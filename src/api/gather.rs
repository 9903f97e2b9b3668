//! What is bundled and what is named in addition become one library.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::Error;
use super::files::StandardFiles;
use super::reading::ForeignReading;
use crate::bundled;
use crate::disk;
use crate::load::{self, Loaded};
use crate::model::Library;
use crate::source::Sources;

/// What is bundled, with packs, files and folders; and with what one more file holds, where it was not read among these. The
/// texts become the first of `sources`, which has to be empty.
pub fn library<'p>(
    paths: impl IntoIterator<Item = &'p Path>,
    also: Option<&Path>,
    reading: ForeignReading,
    sources: &mut Sources,
) -> Result<Loaded<Library>, Error> {
    let mut files = bundled::files(sources);
    let (mut seen, mut standards) = (BTreeSet::new(), StandardFiles::default());
    for path in paths.into_iter().filter(|path| seen.insert(disk::canonical(path))) {
        standards.take(path, sources)?;
    }
    if let Some(path) = also
        && !sources.files().any(|read| disk::canonical(read) == disk::canonical(path))
    {
        standards.take(path, sources)?;
    }
    standards.note_reading(reading, sources)?;
    standards.add_to(&mut files, sources, reading);
    Ok(load::library(sources, files))
}
