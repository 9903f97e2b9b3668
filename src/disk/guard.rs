//! What may be written over: nothing that the run has read, and nothing that is not of the kind that is written.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use same_file::Handle;

use super::{Failure, MAX_FILE_SIZE};
use crate::source::Sources;

/// Refuses a file that the run has read, by whatever name and link: what it holds would be lost.
pub fn refuse_input(path: &Path, sources: &Sources) -> Result<(), Failure> {
    let Some(target) = handle(path) else { return Ok(()) };
    let same = sources.files().find(|read| handle(read).is_some_and(|read| read == target));
    let Some(read) = same else { return Ok(()) };
    let by_another_name = if read == path { String::new() } else { format!(" as {}", read.display()) };
    let message =
        format!("this run reads the file{by_another_name}, so it was not overwritten\n\n  tip: name another file");
    Err(Failure { path: path.to_owned(), error: io::Error::other(message) })
}

/// The file to which a path points; none if it is not a regular file, which may block a reader, or does not exist.
fn handle(path: &Path) -> Option<Handle> {
    if fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) { Handle::from_path(path).ok() } else { None }
}

/// Whether two paths point to the same file, or would if it existed.
pub fn is_same(left: &Path, right: &Path) -> bool {
    let place = |path: &Path| {
        let name = path.file_name()?;
        Some(fs::canonicalize(super::write::folder_of(path)).ok()?.join(name))
    };
    match (handle(left), handle(right)) {
        (Some(left), Some(right)) => left == right,
        _ => left == right || place(left).is_some_and(|left| place(right) == Some(left)),
    }
}

/// Whether a file is there and begins otherwise than files of a kind do; an empty one holds nothing.
pub fn begins_with(path: &Path, is_of_kind: &dyn Fn(&[u8]) -> bool) -> bool {
    const ENOUGH: u64 = 4_096;
    let mut head = Vec::new();
    let is_file = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let read = is_file && fs::File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut head)).is_ok();
    !is_file || read && (head.is_empty() || is_of_kind(&head))
}

/// Refuses a file that is there and holds something of another kind than what is to be written; an empty one holds
/// nothing.
pub fn refuse_foreign(path: &Path, is_of_kind: &dyn Fn(&[u8]) -> bool) -> Result<(), Failure> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() && metadata.len() > 0 => metadata,
        Ok(_) | Err(_) => return Ok(()),
    };
    // If it cannot be read, its kind is not known.
    let is_of_kind = metadata.len() <= MAX_FILE_SIZE && fs::read(path).is_ok_and(|held| is_of_kind(&held));
    if is_of_kind {
        return Ok(());
    }
    let message = "the file exists and is not an earlier output of this kind, so it was not overwritten\n\n  tip: name another file, or add --force to replace it";
    Err(Failure { path: path.to_owned(), error: io::Error::other(message) })
}
