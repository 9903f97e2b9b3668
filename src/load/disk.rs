//! Files and folders of the user: the only room that touches the disk.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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

/// Reads one file. The inner error is a fault of its content: too large, or no UTF-8.
pub fn file(sources: &mut Sources, path: &Path) -> Result<Result<FileId, Diagnostic>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let name = path.display().to_string();
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

/// Reads every `.yaml` and `.yml` file of a folder and the folders in it, in the order of their paths. Links to folders are not followed.
pub fn folder(sources: &mut Sources, files: &mut Files, path: &Path) -> Result<(), Failure> {
    let mut found = Vec::new();
    for path in yaml_files_in(path, |_| true)? {
        match file(sources, &path)? {
            Ok(file) => found.push(file),
            Err(fault) => files.add_fault(fault),
        }
    }
    files.read_all(sources, &found);
    Ok(())
}

/// Every `.yaml` and `.yml` file of a folder and of the wanted folders in it, in the order of their paths.
fn yaml_files_in(folder: &Path, is_wanted: impl Fn(&walkdir::DirEntry) -> bool) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_wanted) {
        let entry = entry.map_err(|error| Failure {
            path: error.path().unwrap_or(folder).to_owned(),
            error: error.into_io_error().unwrap_or_else(|| io::Error::other("links run in a circle")),
        })?;
        let is_yaml = entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        if is_yaml && !entry.file_type().is_dir() {
            found.push(entry.into_path());
        }
    }
    Ok(found)
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

/// The named files, and the `.yaml` and `.yml` files of the named folders and of those in them, each once and in the order
/// of their paths. Folders and files whose names begin with a dot are left out, and links to folders are not followed.
pub fn yaml_files<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Result<Vec<FoundFile>, Failure> {
    let mut found: Vec<FoundFile> = Vec::new();
    for path in paths {
        let failure = |error| Failure { path: path.to_owned(), error };
        if !fs::metadata(path).map_err(failure)?.is_dir() {
            found.push(FoundFile { path: path.to_owned(), is_named: true });
            continue;
        }
        let is_hidden = |entry: &walkdir::DirEntry| {
            entry.depth() > 0 && entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
        };
        for path in yaml_files_in(path, |entry| !is_hidden(entry))? {
            let path = path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
            found.push(FoundFile { path, is_named: false });
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    found.sort();
    Ok(found)
}

/// Writes a whole file or nothing: to a temporary file beside it, which then takes its name.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    beside(path, bytes).and_then(|temporary| Ok(temporary.persist(path)?)).map_err(failure)?;
    Ok(())
}

/// Writes a whole file or nothing, like [`write()`], but only where there is none yet.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if path.symlink_metadata().is_ok() {
        return Err(failure(io::Error::other("it is there already and is not overwritten: name another file")));
    }
    beside(path, bytes).and_then(|temporary| Ok(temporary.persist_noclobber(path)?)).map_err(failure)?;
    Ok(())
}

/// Replaces the text of a file, like [`write()`], but only where the file still holds the text that was read. A link stays
/// a link.
pub fn replace(path: &Path, read: &str, text: &str) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    let target = fs::canonicalize(path).map_err(failure)?;
    let temporary = beside(&target, text.as_bytes()).map_err(failure)?;
    if fs::read(&target).map_err(failure)? != read.as_bytes() {
        return Err(failure(io::Error::other(
            "it was changed by somebody else meanwhile and is left as it is: run again",
        )));
    }
    temporary.persist(&target).map_err(|error| failure(error.error))?;
    Ok(())
}

/// A temporary file beside another, with its mode, that is ready to take its name.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut temporary = tempfile::Builder::new().prefix(".xwalk-").tempfile_in(folder_of(path))?;
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
    let beside = || tempfile::Builder::new().prefix(".xwalk-").tempdir_in(folder_of(path)).map_err(failure);
    let fresh = beside()?;
    for (name, bytes) in files {
        fs::write(fresh.path().join(name), bytes).map_err(failure)?;
    }
    fs::write(fresh.path().join(MARK), "written by xwalk; replaced by its next run\n").map_err(failure)?;
    usual_mode(fresh.path()).map_err(failure)?;
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

/// A temporary folder is private; a site is for others.
#[cfg(unix)]
fn usual_mode(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn usual_mode(_: &Path) -> io::Result<()> {
    Ok(())
}

/// A temporary file is private; the file that it becomes has the mode of the one that it replaces, or the usual one.
#[cfg(unix)]
fn keep_mode(path: &Path, temporary: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).map_or(0o644, |metadata| metadata.permissions().mode());
    fs::set_permissions(temporary, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_mode(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
