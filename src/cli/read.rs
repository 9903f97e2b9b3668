//! What commands read: the library, assessments, other files; faults are shown where they are found.

use std::collections::BTreeSet;
use std::path::Path;

use xwalk::diagnostic::Diagnostic;
use xwalk::load::{self, disk, embedded, raw};
use xwalk::model::{Assessment, Library};
use xwalk::source::{FileId, Sources};

use super::failure::Failure;
use super::options::Options;
use super::output::Output;

/// What is bundled, with the folders of the user.
pub(super) fn read_library(options: &Options, output: &Output) -> Result<(Sources, Library), Failure> {
    let mut sources = Sources::default();
    let mut files = embedded::files(&mut sources);
    let mut seen = BTreeSet::new();
    for folder in options.standards.iter().filter(|folder| seen.insert(disk::canonical(folder))) {
        disk::folder(&mut sources, &mut files, folder)?;
    }
    let library = sound(load::library(&sources, files).sound(), &sources, output)?;
    Ok((sources, library))
}

pub(super) fn read_assessment(
    path: &Path,
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<(Assessment, FileId), Failure> {
    let file = match disk::file(sources, path)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    Ok((sound(load::assessment(sources, file, library).sound(), sources, output)?, file))
}

/// Reads a file of whatever kind, as it is written.
pub(super) fn read_as_written(
    path: &Path,
    sources: &mut Sources,
    output: &Output,
) -> Result<(FileId, raw::File), Failure> {
    let file = match disk::file(sources, path)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    match load::standalone::read(sources, file) {
        Ok(read) => Ok((file, read)),
        Err(faults) => fail(&faults, sources, output),
    }
}

/// What was read, its warnings shown; or all that is wrong.
pub(super) fn sound<T>(
    read: Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>,
    sources: &Sources,
    output: &Output,
) -> Result<T, Failure> {
    match read {
        Ok((read, warnings)) => {
            output.print_diagnostics(&warnings, sources)?;
            Ok(read)
        }
        Err(faults) => fail(&faults, sources, output),
    }
}

pub(super) fn fail<T>(faults: &[Diagnostic], sources: &Sources, output: &Output) -> Result<T, Failure> {
    output.print_diagnostics(faults, sources)?;
    output.print_count(faults)?;
    Err(Failure::Data)
}
