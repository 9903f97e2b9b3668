//! What commands read: the library, assessments, other files; faults are shown where they are found.

use std::io;
use std::path::{Path, PathBuf};

use xwalk::api::{self, refuse_other_content};
use xwalk::diagnostic::{Diagnostic, Severity};
use xwalk::disk;
use xwalk::disk::Patience;
use xwalk::exchange::other_content::Wanted;
use xwalk::load::{self, raw};
use xwalk::model::{Assessment, Library, Reviews};
use xwalk::source::{FileId, Sources};

use super::failure::Failure;
use super::options::Options;
use super::output::{self, Output};

/// What is bundled, with what the user adds; all of it read.
pub(super) fn read_library(options: &Options, output: &Output) -> Result<(Sources, Library), Failure> {
    let (sources, library) = open_library(options, output)?;
    if sources.may_be_damaged() {
        load::read_ahead(&library);
        output::ensure_intact(&sources)?;
    }
    Ok((sources, library))
}

/// The same; of what is packed, clauses and rows are read when a question needs them. What is written then has to go
/// through [`Output`], which refuses what depends on a damaged pack.
pub(super) fn open_library(options: &Options, output: &Output) -> Result<(Sources, Library), Failure> {
    let (sources, library) = gather_library(options, None, output)?;
    if let Some(project) = &options.project {
        let faults = project.check(&library);
        if !faults.is_empty() {
            return fail(&faults, project.sources(), output);
        }
        output.print_diagnostics(&project.unheeded(&sources), project.sources());
    }
    Ok((sources, library))
}

/// What is bundled, with what the user adds, and with what a file holds that was not read among that.
pub(super) fn gather_library(
    options: &Options,
    also: Option<&Path>,
    output: &Output,
) -> Result<(Sources, Library), Failure> {
    let mut sources = Sources::default();
    let paths = options.standards.iter().map(PathBuf::as_path);
    let read = api::library(paths, also, options.reading(), &mut sources)?;
    let library = sound(read.sound(), &sources, output)?;
    Ok((sources, library))
}

/// Where a file is read from.
pub(super) trait Origin {
    /// Reads it, as [`disk::file`] does.
    fn read(self, sources: &mut Sources) -> Result<Result<FileId, Diagnostic>, disk::Failure>;
    /// Where that is.
    fn path(&self) -> &Path;
}

impl Origin for &Path {
    fn read(self, sources: &mut Sources) -> Result<Result<FileId, Diagnostic>, disk::Failure> {
        disk::file(sources, self)
    }

    fn path(&self) -> &Path {
        self
    }
}

/// A file that is to be changed in place. It is held from before it is read, so that others who change it wait.
pub(super) enum Target {
    /// It is held.
    Held(disk::Held),
    /// It is only read.
    Shown(PathBuf),
    /// It may be read but not written; why.
    ReadOnly(PathBuf, disk::Failure),
}

impl Target {
    /// Takes hold of a file, unless it is only to be shown what would change.
    pub(super) fn new(path: &Path, is_dry_run: bool, patience: Patience) -> Result<Self, disk::Failure> {
        if is_dry_run {
            return Ok(Self::Shown(path.to_owned()));
        }
        match disk::Held::new(path, patience) {
            Ok(held) => Ok(Self::Held(held)),
            // What is wrong in it is reported all the same.
            Err(failure) if is_read_only(&failure.error) => Ok(Self::ReadOnly(path.to_owned(), failure)),
            Err(failure) => Err(failure),
        }
    }

    /// Replaces the text that was read.
    pub(super) fn replace(self, read: &str, text: &str) -> Result<(), disk::Failure> {
        match self {
            Self::Held(held) => held.replace(read, text),
            Self::Shown(_) => Ok(()),
            Self::ReadOnly(_, failure) => Err(failure),
        }
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

impl Origin for &mut Target {
    fn read(self, sources: &mut Sources) -> Result<Result<FileId, Diagnostic>, disk::Failure> {
        match self {
            Target::Held(held) => held.read(sources),
            Target::Shown(path) | Target::ReadOnly(path, _) => disk::file(sources, path),
        }
    }

    fn path(&self) -> &Path {
        match self {
            Target::Held(held) => held.path(),
            Target::Shown(path) | Target::ReadOnly(path, _) => path,
        }
    }
}

pub(super) fn read_assessment(
    origin: impl Origin,
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<(Assessment, FileId), Failure> {
    refuse_other_content(origin.path(), Wanted::Own)?;
    let file = match origin.read(sources)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    let mut assessment = sound(load::assessment(sources, file, library).sound(), sources, output)?;
    let beside = disk::reviews_beside(Path::new(sources.get(file).name()));
    if sources.get(file).is_file() && disk::is_file(&beside) {
        assessment.reviews = read_reviews(&beside, sources, library, output)?;
    }
    Ok((assessment, file))
}

/// Reads what was reviewed of an assessment.
fn read_reviews(
    path: &Path,
    sources: &mut Sources,
    library: &Library,
    output: &Output,
) -> Result<Option<Reviews>, Failure> {
    match disk::file(sources, path)? {
        Ok(file) => sound(load::assessment_reviews(sources, file, library).sound(), sources, output),
        Err(fault) => fail(&[fault], sources, output),
    }
}

/// Reads a file of whatever kind, as it is written.
pub(super) fn read_as_written(
    origin: impl Origin,
    sources: &mut Sources,
    output: &Output,
) -> Result<(FileId, raw::File), Failure> {
    refuse_other_content(origin.path(), Wanted::Own)?;
    let file = match origin.read(sources)? {
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
    let without_notes = |(read, mut warnings): (T, Vec<Diagnostic>)| {
        // Notes are for those who check.
        warnings.retain(|warning| warning.severity() != Severity::Note);
        (read, warnings)
    };
    taken_over(read.map(without_notes), sources, output)
}

/// What was taken over from a sheet, its warnings shown and its notes too: how cells were read is shown nowhere else.
pub(super) fn taken_over<T>(
    read: Result<(T, Vec<Diagnostic>), Vec<Diagnostic>>,
    sources: &Sources,
    output: &Output,
) -> Result<T, Failure> {
    match read {
        Ok((read, findings)) => {
            output.print_diagnostics(&findings, sources);
            Ok(read)
        }
        Err(faults) => fail(&faults, sources, output),
    }
}

/// Shows what is wrong. If a pack turned out to be damaged, that is what is wrong: what it seems to lack may be in it.
pub(super) fn fail<T>(faults: &[Diagnostic], sources: &Sources, output: &Output) -> Result<T, Failure> {
    output::ensure_intact(sources)?;
    output.print_diagnostics(faults, sources);
    output.print_count(faults);
    Err(Failure::Data)
}
