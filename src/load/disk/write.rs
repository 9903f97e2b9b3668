//! Writes files atomically, and never overwrites changes made by somebody else.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use same_file::Handle;

use super::Failure;

/// Writes a whole file or nothing: to a temporary file beside it, which then takes its name. A link stays a link, and what
/// is no file, such as a pipe or a terminal, is written to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {
            let target = fs::canonicalize(path).map_err(failure)?;
            // A file that may not be written is not replaced either.
            drop(fs::OpenOptions::new().write(true).open(&target).map_err(failure)?);
            let temporary = temporary_beside(&target, bytes).map_err(failure)?;
            temporary.persist(&target).map_err(|error| failure(error.error))?;
            Ok(())
        }
        Ok(metadata) if metadata.is_dir() => Err(failure(io::Error::other("it is a folder, and a file is asked for"))),
        Ok(_) => {
            fs::OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes)).map_err(failure)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            // A link that leads nowhere yet leads to the new file.
            Ok(target) => write(&folder_of(path).join(target), bytes),
            Err(_) => {
                let temporary = temporary_beside(path, bytes).map_err(failure)?;
                temporary.persist(path).map_err(|error| failure(error.error))?;
                Ok(())
            }
        },
        Err(error) => Err(failure(error)),
    }
}

/// Writes a whole file or nothing, like [`write()`], but only where there is none yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if path.symlink_metadata().is_ok() {
        return Err(failure(io::Error::other("it is there already and is not overwritten: name another file")));
    }
    let temporary = temporary_beside(path, bytes).map_err(failure)?;
    temporary.persist_noclobber(path).map_err(|error| failure(error.error))?;
    Ok(())
}

/// Replaces the text of a file, like [`write()`], but only where the file still holds the text that was read, and may be
/// written. Of several programs that do so at the same time, one goes first, and the others find the text changed.
pub fn replace(path: &Path, read: &str, text: &str) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let target = fs::canonicalize(path).map_err(failure)?;
    let temporary = temporary_beside(&target, text.as_bytes()).map_err(failure)?;
    let mut held = lock(&target).map_err(failure)?;
    let mut now = Vec::new();
    held.read_to_end(&mut now).map_err(failure)?;
    if now != read.as_bytes() {
        return Err(failure(io::Error::other(
            "it was changed by somebody else meanwhile and is left as it is: run again",
        )));
    }
    if cfg!(windows) {
        // There no file takes the place of one that is open.
        drop(held);
    }
    temporary.persist(&target).map_err(|error| failure(error.error))?;
    Ok(())
}

/// Waits until nobody else replaces a file, and keeps others waiting until it is closed.
fn lock(path: &Path) -> io::Result<fs::File> {
    loop {
        let file = fs::OpenOptions::new().read(true).write(true).open(path)?;
        match file.lock() {
            // Some network drives know no locks; there, the text alone tells that somebody was quicker.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            locked => locked?,
        }
        // Whoever had it may have put another in its place.
        if Handle::from_file(file.try_clone()?)? == Handle::from_path(path)? {
            return Ok(file);
        }
    }
}

/// A temporary file beside another, with its mode and owner, that is ready to take its name.
fn temporary_beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    usual_mode(builder.prefix(".xwalk-"), 0o666);
    // What went wrong is of the file that is to be written, not of the temporary one with a name of chance.
    let mut temporary = builder.tempfile_in(folder_of(path)).map_err(|error| io::Error::from(error.kind()))?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    keep_mode(path, temporary.path())?;
    Ok(temporary)
}

/// The folder in which something stands.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Writes files into a folder, each whole or not at all; makes the folder where there is none and leaves what else is in it alone.
pub fn write_into(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure { path: folder.to_owned(), error })?;
    files.iter().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))
}

/// The file by which a folder is known as written by xwalk, so that it may be replaced.
pub const SITE_MARKER: &str = ".xwalk-site";

/// Writes a whole folder or nothing: to a temporary folder beside it, which then takes its name. A folder that is there
/// already is replaced where xwalk wrote it, so that no page of an earlier run is left; any other is left alone.
pub fn write_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let is_there = path.symlink_metadata().is_ok();
    // A link to a folder stays, and the folder that it leads to is replaced.
    let target = if is_there { fs::canonicalize(path).map_err(failure)? } else { path.to_owned() };
    let path = target.as_path();
    if fs::canonicalize(".").is_ok_and(|here| is_there && here.starts_with(path)) {
        let error = "this is where you are, and it would be another folder: name one in it or beside it";
        return Err(failure(io::Error::other(error)));
    }
    let is_ours = path.join(SITE_MARKER).is_file();
    let is_empty = || fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
    if is_there && !is_ours && !is_empty() {
        let error = "it is there already and was not written by xwalk: name a new or an empty folder";
        return Err(failure(io::Error::other(error)));
    }
    let beside = || {
        let mut builder = tempfile::Builder::new();
        usual_mode(builder.prefix(".xwalk-"), 0o777);
        builder.tempdir_in(folder_of(path)).map_err(|error| failure(io::Error::from(error.kind())))
    };
    let fresh = beside()?;
    for (name, bytes) in files {
        fs::write(fresh.path().join(name), bytes).map_err(failure)?;
    }
    fs::write(fresh.path().join(SITE_MARKER), "written by xwalk; replaced by its next run\n").map_err(failure)?;
    if is_there {
        keep_mode(path, fresh.path()).map_err(failure)?;
    }
    let before = beside()?;
    let aside = before.path().join("before");
    if is_there {
        fs::rename(path, &aside).map_err(failure)?;
    }
    if let Err(error) = fs::rename(fresh.path(), path) {
        if is_there {
            fs::rename(&aside, path).map_err(failure)?;
        }
        return Err(failure(error));
    }
    Ok(())
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
fn keep_mode(path: &Path, temporary: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let (Ok(old), new) = (fs::metadata(path), fs::metadata(temporary)?) else { return Ok(()) };
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        // Only root may give a file away; others may give it to a group of theirs, or else nobody else gets at it by that.
        let is_given = chown(temporary, Some(old.uid()), Some(old.gid())).is_ok();
        if !is_given && chown(temporary, None, Some(old.gid())).is_err() {
            return fs::set_permissions(temporary, fs::Permissions::from_mode(old.mode() & 0o707));
        }
    }
    fs::set_permissions(temporary, old.permissions())
}

#[cfg(not(unix))]
fn keep_mode(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
