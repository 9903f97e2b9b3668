//! Files and folders of the user: the only room that touches the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::Files;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Sources, Span};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 512 << 20;

/// A file or folder that could not be read or written.
#[derive(Debug)]
pub struct Failure {
    /// Which one.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for Failure {}

/// Reads the bytes of one file, such as a workbook.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if fs::metadata(path).map_err(failure)?.len() > LARGEST {
        return Err(failure(io::Error::other(format!("it is larger than {} MiB", LARGEST >> 20))));
    }
    fs::read(path).map_err(failure)
}

/// Whether a file stands here.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// What a file is called in messages: its path, from the current folder where it stands in that, so that every way to name
/// it and every machine says the same.
fn name_of(path: &Path) -> String {
    let here = fs::canonicalize(".").unwrap_or_default();
    let below = path.strip_prefix(here).ok().filter(|below| path.is_absolute() && below.components().next().is_some());
    below.unwrap_or(path.strip_prefix("./").unwrap_or(path)).display().to_string()
}

/// Reads one file. The inner error is a fault of its content: too large, or no UTF-8.
pub fn file(sources: &mut Sources, path: &Path) -> Result<Result<FileId, Diagnostic>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let name = name_of(path);
    let metadata = fs::metadata(path).map_err(failure)?;
    if metadata.is_dir() {
        return Err(failure(io::Error::other("it is a folder, and a file is asked for")));
    }
    if metadata.len() > LARGEST {
        let file = sources.add(name, "");
        let message = format!("the file has {} MiB", metadata.len() >> 20);
        return Ok(Err(Diagnostic::new(Rule::TooLarge, Span::start_of(file), message)
            .help(format!("at most {} MiB are read: split it", LARGEST >> 20))));
    }
    let bytes = fs::read(path).map_err(failure)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => Err(not_utf8(sources, name, error)),
    })
}

fn not_utf8(sources: &mut Sources, name: String, error: std::string::FromUtf8Error) -> Diagnostic {
    let start = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(0);
    let is_utf16 = matches!(error.as_bytes(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let file = sources.add(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
    let message = if is_utf16 { "the file is UTF-16 text" } else { "the file is not UTF-8 text from here on" };
    Diagnostic::new(Rule::Encoding, Span { file, start, end: start + 3 }, message).help("save it as UTF-8")
}

/// Reads every `.yaml` and `.yml` file of a folder and the folders in it, in the order of their paths, as
/// [`yaml_files_in`] finds them.
pub fn folder(sources: &mut Sources, files: &mut Files, path: &Path) -> Result<(), Failure> {
    let mut found = Vec::new();
    for path in yaml_files_in(path) {
        match file(sources, &path?)? {
            Ok(file) => found.push(file),
            Err(fault) => files.add_fault(fault),
        }
    }
    files.read_all(sources, &found);
    Ok(())
}

/// Every `.yaml` and `.yml` file of a folder and of the folders in it, in the order of their paths, and what cannot be
/// looked at. Folders and files whose names begin with a dot are left out, links to folders are not followed, and what is
/// no file, such as a pipe, is none.
pub fn yaml_files_in(folder: &Path) -> impl Iterator<Item = Result<PathBuf, Failure>> {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
    };
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    entries.filter_entry(move |entry| !is_hidden(entry)).filter_map(move |entry| {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other("links run in a circle"));
                return Some(Err(Failure { path, error }));
            }
        };
        let is_yaml = entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        if !is_yaml || entry.file_type().is_dir() {
            return None;
        }
        let path = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_owned();
        match fs::metadata(&path) {
            Ok(metadata) => metadata.is_file().then_some(Ok(path)),
            Err(error) => Some(Err(Failure { path, error })),
        }
    })
}

/// Whether something stands at a path.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure { path: path.to_owned(), error })
}

/// A file that is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundFile {
    /// Its path.
    pub path: PathBuf,
    /// Whether it was named itself, and not found in a folder.
    pub is_named: bool,
}

/// The named files, and the `.yaml` and `.yml` files of the named folders, as [`yaml_files_in`] finds them, each once and in
/// the order of their paths; and what cannot be looked at in the folders.
pub fn yaml_files<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Result<(Vec<FoundFile>, Vec<Failure>), Failure> {
    let (mut found, mut failures) = (Vec::new(), Vec::new());
    for path in paths {
        let failure = |error| Failure { path: path.to_owned(), error };
        if !fs::metadata(path).map_err(failure)?.is_dir() {
            found.push(FoundFile { path: path.to_owned(), is_named: true });
            continue;
        }
        for path in yaml_files_in(path) {
            match path {
                Ok(path) => found.push(FoundFile { path, is_named: false }),
                Err(failure) => failures.push(failure),
            }
        }
    }
    found.sort();
    let mut seen: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut each: Vec<FoundFile> = Vec::new();
    for file in found {
        let place = place_of(&file.path);
        match seen.get(&place) {
            Some(at) => each[*at].is_named |= file.is_named,
            None => {
                seen.insert(place, each.len());
                each.push(file);
            }
        }
    }
    Ok((each, failures))
}

/// Where something stands, whichever way leads there.
pub fn place_of(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Writes a whole file or nothing: to a temporary file beside it, which then takes its name. A link stays a link, and what
/// is no file, such as a pipe or a terminal, is written to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {
            let target = fs::canonicalize(path).map_err(failure)?;
            // A file that may not be written is not replaced either.
            drop(fs::OpenOptions::new().write(true).open(&target).map_err(failure)?);
            let temporary = beside(&target, bytes).map_err(failure)?;
            temporary.persist(&target).map_err(|error| failure(error.error))?;
            Ok(())
        }
        Ok(metadata) if metadata.is_dir() => Err(failure(io::Error::other("it is a folder, and a file is asked for"))),
        Ok(_) => {
            fs::OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes)).map_err(failure)
        }
        Err(_) => {
            let temporary = beside(path, bytes).map_err(failure)?;
            temporary.persist(path).map_err(|error| failure(error.error))?;
            Ok(())
        }
    }
}

/// Writes a whole file or nothing, like [`write()`], but only where there is none yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if path.symlink_metadata().is_ok() {
        return Err(failure(io::Error::other("it is there already and is not overwritten: name another file")));
    }
    let temporary = beside(path, bytes).map_err(failure)?;
    temporary.persist_noclobber(path).map_err(|error| failure(error.error))?;
    Ok(())
}

/// Replaces the text of a file, like [`write()`], but only where the file still holds the text that was read, and may be
/// written. Of several programs that do so at the same time, one goes first, and the others find the text changed.
pub fn replace(path: &Path, read: &str, text: &str) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let target = fs::canonicalize(path).map_err(failure)?;
    let temporary = beside(&target, text.as_bytes()).map_err(failure)?;
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
        file.lock()?;
        // Whoever had it may have put another in its place.
        if Handle::from_file(file.try_clone()?)? == Handle::from_path(path)? {
            return Ok(file);
        }
    }
}

/// A temporary file beside another, with its mode and owner, that is ready to take its name.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
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
pub const MARK: &str = ".xwalk-site";

/// Writes a whole folder or nothing: to a temporary folder beside it, which then takes its name. A folder that is there
/// already is replaced where xwalk wrote it, so that no page of an earlier run is left; any other is left alone.
pub fn write_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let is_there = path.symlink_metadata().is_ok();
    let is_ours = path.join(MARK).is_file();
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
    fs::write(fresh.path().join(MARK), "written by xwalk; replaced by its next run\n").map_err(failure)?;
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
    use std::os::unix::fs::{MetadataExt, chown};
    let (Ok(old), new) = (fs::metadata(path), fs::metadata(temporary)?) else { return Ok(()) };
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        // Only root may give a file away; for others it stays their own.
        drop(chown(temporary, Some(old.uid()), Some(old.gid())));
    }
    fs::set_permissions(temporary, old.permissions())
}

#[cfg(not(unix))]
fn keep_mode(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
