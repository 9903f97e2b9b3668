//! Reads a catalog or relation table from a file as a library of its own, instead of adding it to the loaded one.

use super::raw::{self, File};
use super::{Files, Loaded, library};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Library;
use crate::source::{FileId, Sources};

/// Reads a file of whatever kind, as it is written; or says all that is wrong with its shape.
pub fn read(sources: &Sources, file: FileId) -> Result<File, Vec<Diagnostic>> {
    let mut faults = Vec::new();
    raw::read(sources, file, &mut faults).ok_or(faults)
}

/// A library of the editions available with the table of a file, and no other table. Versions often lie in files of other
/// names.
pub fn with_table(sources: &Sources, file: FileId, editions: &Library) -> Loaded<Library> {
    let files = Files::with_base(editions.without_relations());
    let known = editions.tables().map(|table| table.id.clone());
    library_of(sources, file, files.knowing(known), Rule::IdNotFileName)
}

/// A library of the edition that a file holds, and no other, so that what it supersedes is not there.
pub fn with_catalog(sources: &Sources, file: FileId) -> Loaded<Library> {
    library_of(sources, file, Files::default(), Rule::UnknownEdition)
}

fn library_of(sources: &Sources, file: FileId, mut files: Files, forgiven: Rule) -> Loaded<Library> {
    files.read(sources, file);
    library(sources, files).ignoring(forgiven)
}
