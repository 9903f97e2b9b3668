//! A catalog or relation table that a file holds, read without being added to what is there under the same id.

use std::path::Path;

use xwalk::diagnostic::Rule;
use xwalk::load::raw::{self, File};
use xwalk::load::{self, Files, disk};
use xwalk::model::Library;
use xwalk::source::{FileId, Sources};

use crate::cli::output::Output;
use crate::cli::{Failure, fail, sound};

/// Reads a file of whatever kind, as it is written.
pub(super) fn read(path: &Path, sources: &mut Sources, output: &Output) -> Result<(FileId, File), Failure> {
    let file = match disk::file(sources, path)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    let mut faults = Vec::new();
    match raw::read(sources, file, &mut faults) {
        Some(read) => Ok((file, read)),
        None => fail(&faults, sources, output),
    }
}

/// A library of the editions at hand with the table of a file, and no other table. Versions often lie in files of other
/// names.
pub(super) fn with_table(
    file: FileId,
    library: &Library,
    sources: &Sources,
    output: &Output,
) -> Result<Library, Failure> {
    library_of(file, Files::on(library.editions_alone()), Rule::IdNotFileName, sources, output)
}

/// A library of the edition that a file holds, and no other, so that what it supersedes is not there.
pub(super) fn with_catalog(file: FileId, sources: &Sources, output: &Output) -> Result<Library, Failure> {
    library_of(file, Files::default(), Rule::UnknownEdition, sources, output)
}

fn library_of(
    file: FileId,
    mut files: Files,
    forgiven: Rule,
    sources: &Sources,
    output: &Output,
) -> Result<Library, Failure> {
    files.read(sources, file);
    sound(load::library(sources, files).forgiving(forgiven).sound(), sources, output)
}
