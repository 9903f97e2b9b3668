//! The file of refused and unsure pairs of two editions: where it stands, and what it holds.

use std::path::{Path, PathBuf};

use xwalk::diagnostic::has_errors;
use xwalk::disk;
use xwalk::exchange::decisions;
use xwalk::model::{EditionId, Library, PairDecisions};
use xwalk::source::{FileId, Sources};

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::read::{Origin, fail};

/// What was decided of pairs of two editions, with the name of the file that says so; nothing where nobody names a file and there
/// is none at the usual place.
pub(super) fn known_decisions(
    named: Option<&Path>,
    sources: &mut Sources,
    library: &Library,
    editions: [&EditionId; 2],
    output: &Output,
) -> Result<(PairDecisions, Option<String>), Failure> {
    let path = named.map_or_else(|| usual_path(sources, library, editions), Path::to_owned);
    if named.is_none() && !disk::names_file(&path) {
        return Ok((PairDecisions::default(), None));
    }
    let (decisions, file) = read_decisions(path.as_path(), sources, library, editions, output)?;
    Ok((decisions, Some(sources.get(file).name().to_owned())))
}

/// Reads decisions; faults are shown.
pub(super) fn read_decisions(
    origin: impl Origin,
    sources: &mut Sources,
    library: &Library,
    editions: [&EditionId; 2],
    output: &Output,
) -> Result<(PairDecisions, FileId), Failure> {
    let file = match origin.read(sources)? {
        Ok(file) => file,
        Err(fault) => return fail(&[fault], sources, output),
    };
    let (decisions, faults) = decisions::read(sources, file, library, editions);
    if has_errors(&faults) {
        return fail(&faults, sources, output);
    }
    output.print_diagnostics(&faults, sources);
    Ok((decisions, file))
}

/// Where decisions stand if nobody says: beside the user's own table of the two editions, else in the current folder; a file
/// that is there in the other direction is the same.
pub(super) fn usual_path(sources: &Sources, library: &Library, [from, to]: [&EditionId; 2]) -> PathBuf {
    let ends = [(from, to), (to, from)];
    let own = ends.iter().find_map(|ends| {
        let own = |table: &&xwalk::model::Table| {
            let source = sources.get(table.span.file);
            (&table.from, &table.to) == *ends && source.is_file() && disk::is_file(Path::new(source.name()))
        };
        library.tables().find(own)
    });
    if let Some(table) = own {
        let beside = Path::new(sources.get(table.span.file).name());
        return beside.with_file_name(format!("{}{}", table.id, decisions::ENDING));
    }
    let paths = ends.map(|(from, to)| PathBuf::from(decisions::file_name(from, to)));
    let [usual, reverse] = paths;
    if !disk::names_file(&usual) && disk::names_file(&reverse) { reverse } else { usual }
}
