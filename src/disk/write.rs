//! Writes files whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::{Failure, not_a_folder};

/// Writes a file atomically: to a temporary file next to it, which is then renamed. A link stays a link, and what
/// is not a file, such as a pipe or a terminal, is written to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    refuse_folder_name(path)?;
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {
            let target = fs::canonicalize(path).map_err(failure)?;
            // A file that may not be written is not replaced either.
            drop(fs::OpenOptions::new().write(true).open(&target).map_err(failure)?);
            let temporary = temporary_beside(&target, bytes).map_err(failure)?;
            temporary.persist(&target).map_err(|error| failure(error.error))?;
            Ok(())
        }
        Ok(metadata) if metadata.is_dir() => {
            let message = "it is a folder, but a file is required\n\n  tip: name a file in it";
            Err(failure(io::Error::other(message)))
        }
        Ok(_) => {
            fs::OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes)).map_err(failure)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            // A link to a file that does not exist yet points to the new file.
            Ok(target) => write(&folder_of(path).join(target), bytes),
            Err(_) => {
                refuse_missing_folder(path)?;
                let temporary = temporary_beside(path, bytes).map_err(failure)?;
                temporary.persist(path).map_err(|error| failure(error.error))?;
                Ok(())
            }
        },
        Err(error) => Err(failure(error)),
    }
}

/// Refuses a path that is written as that of a folder.
fn refuse_folder_name(path: &Path) -> Result<(), Failure> {
    if !path.to_string_lossy().ends_with(std::path::is_separator) || path.is_dir() {
        return Ok(());
    }
    let message = "its name ends like that of a folder, but a file is required\n\n  tip: remove the slash at its end";
    Err(Failure { path: path.to_owned(), error: io::Error::other(message) })
}

/// Refuses a path in a folder that is not there.
pub(super) fn refuse_missing_folder(path: &Path) -> Result<(), Failure> {
    let folder = folder_of(path);
    let is_missing = matches!(fs::metadata(folder), Err(error) if error.kind() == io::ErrorKind::NotFound);
    if !is_missing {
        return Ok(());
    }
    let folder = folder.display();
    let message = format!("there is no folder {folder}\n\n  tip: create it first, or name a file in another folder");
    Err(Failure { path: path.to_owned(), error: io::Error::other(message) })
}

/// Writes a whole file or nothing, like [`write()`], but only where there is none yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    refuse_folder_name(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(failure(io::Error::other("it already exists and was not overwritten: name another file")));
    }
    refuse_missing_folder(path)?;
    let temporary = temporary_beside(path, bytes).map_err(failure)?;
    temporary.persist_noclobber(path).map_err(|error| failure(error.error))?;
    Ok(())
}

/// A temporary file next to another one, with its mode and owner, ready to be renamed.
pub(super) fn temporary_beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    usual_mode(builder.prefix(".xwalk-"), 0o666);
    // What went wrong is of the file that is to be written, not of the temporary one with a name of chance.
    let of_kind = |error: io::Error| io::Error::from(error.kind());
    let mut temporary = builder.tempfile_in(folder_of(path)).map_err(of_kind)?;
    temporary.write_all(bytes).map_err(of_kind)?;
    temporary.as_file().sync_all()?;
    keep_mode(path, temporary.path())?;
    Ok(temporary)
}

/// The folder that contains something.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Writes files into a folder, each whole or not at all; makes the folder where there is none and leaves what else is in
/// it alone.
pub fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    if folder.is_file() {
        return Err(not_a_folder(folder));
    }
    fs::create_dir_all(folder).map_err(|error| Failure { path: folder.to_owned(), error })?;
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(folder_of(&path)).map_err(|error| Failure { path: path.clone(), error })?;
        write(&path, bytes)?;
    }
    Ok(())
}

/// A temporary folder in another one, that is removed unless it is kept.
pub(super) fn temporary_folder(within: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    usual_mode(builder.prefix(".xwalk-"), 0o777);
    builder.tempdir_in(within).map_err(|error| io::Error::from(error.kind()))
}

/// What is temporary is private; what it becomes is for others, as far as the user's mask says.
#[cfg(unix)]
fn usual_mode(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn usual_mode(_: &mut tempfile::Builder<'_, '_>, _: u32) {}

/// A file that takes the place of another has its mode, and its owner where that may be given.
#[cfg(unix)]
pub(super) fn keep_mode(path: &Path, temporary: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let (Ok(old), new) = (fs::metadata(path), fs::metadata(temporary)?) else { return Ok(()) };
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        // Only root may give a file away; others may give it to a group of theirs, or else nobody else gets at it by
        // that.
        let is_given = chown(temporary, Some(old.uid()), Some(old.gid())).is_ok();
        if !is_given && chown(temporary, None, Some(old.gid())).is_err() {
            return fs::set_permissions(temporary, fs::Permissions::from_mode(old.mode() & 0o707));
        }
    }
    fs::set_permissions(temporary, old.permissions())
}

#[cfg(not(unix))]
pub(super) fn keep_mode(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
