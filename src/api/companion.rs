//! Files that belong to a file of another program and are next to it.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::exchange::format::Format;
use crate::source::Sources;

/// Reads the first file that belongs to one of a format and is next to it, if that was not already read.
pub fn read_companion(format: Format, path: &Path, sources: &mut Sources) -> Result<Option<Diagnostic>, disk::Failure> {
    let names = format.companions(&path.display().to_string());
    let Some(beside) = names.iter().map(Path::new).find(|beside| disk::is_file(beside)) else { return Ok(None) };
    if sources.files().any(|read| disk::canonical(read) == disk::canonical(beside)) {
        return Ok(None);
    }
    Ok(disk::file(sources, beside)?.err())
}
