//! Files and folders of the user: the only room that touches the disk.

mod find;
mod glob;
mod guard;
#[cfg_attr(not(feature = "git"), path = "no_history.rs")]
mod history;
mod hold;
mod lines;
mod parts;
mod pending;
mod root;
mod site;
mod write;

pub use find::{Exclusion, Found, FoundFile, found};
pub use glob::{Expanded, expanded};
pub use guard::{begins_with, is_same, refuse_foreign, refuse_input};
pub use history::history;
pub use hold::{Held, Patience, replace};
pub use lines::{Lines, open, read_text};
pub use parts::{PARTS_LIST, Part, PendingFolder};
pub use pending::Pending;
pub use root::locate;
pub use site::{Others, SITE_LIST, write_site};
pub use write::{create, write, write_into};

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Rule};
use crate::load::Files;
use crate::source::{FileId, Sources, Span};

/// A file as it was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit, by the first twelve digits of its hash.
    pub commit: String,
    /// The day on which its author made it, where they were.
    pub date: Date,
    /// What the file held.
    pub bytes: Vec<u8>,
}

/// The largest file that is read, in bytes.
pub const MAX_FILE_SIZE: u64 = 512 << 20;

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
        write!(f, "{}: {}", self.path.display(), self.why())
    }
}

impl Failure {
    /// Why, in a sentence: systems have words of their own for it, with a number.
    fn why(&self) -> String {
        let of_system = match self.error.kind() {
            io::ErrorKind::NotFound => "there is no such file or folder",
            io::ErrorKind::PermissionDenied => "there is no permission for it",
            io::ErrorKind::IsADirectory => "it is a folder, but a file is required",
            io::ErrorKind::NotADirectory => "a part of the path is a file, but a folder is required",
            io::ErrorKind::AlreadyExists => "the name is already in use",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "there is no space left for it",
            io::ErrorKind::FileTooLarge => "it would exceed the maximum file size",
            io::ErrorKind::ReadOnlyFilesystem => "nothing may be written there",
            io::ErrorKind::InvalidFilename => "a file cannot have this name",
            _ => "",
        };
        if of_system.is_empty() || self.error.get_ref().is_some() {
            let said = self.error.to_string();
            return said.split(" (os error ").next().unwrap_or(&said).to_owned();
        }
        of_system.to_owned()
    }
}

impl std::error::Error for Failure {}

/// Reads the bytes of one file, such as a workbook.
pub fn bytes(sources: &mut Sources, path: &Path) -> Result<Vec<u8>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    sources.note_file(path);
    if fs::metadata(path).map_err(failure)?.len() > MAX_FILE_SIZE {
        return Err(failure(io::Error::other(format!("it is larger than {} MiB", MAX_FILE_SIZE >> 20))));
    }
    fs::read(path).map_err(failure)
}

/// The number of bytes of a file, if it is known before the file is read.
pub fn size(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
}

/// Whether there is something here that can be read as a file, such as a file or a pipe.
pub fn names_file(path: &Path) -> bool {
    path.exists() && !path.is_dir()
}

/// Refuses a path that does not exist.
pub fn ensure_there(path: &Path) -> Result<(), Failure> {
    fs::metadata(path).map(drop).map_err(|error| Failure { path: path.to_owned(), error })
}

/// What to say of a file instead of a folder.
fn not_a_folder(path: &Path) -> Failure {
    Failure { path: path.to_owned(), error: io::Error::other("it is a file, but a folder is required") }
}

/// Whether there is a pack here, of any version.
pub fn is_pack(path: &Path) -> bool {
    const ENOUGH: u64 = 16;
    let mut start = Vec::new();
    let is_file = path.is_file();
    let read = is_file.then(|| fs::File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut start)));
    read.is_some_and(|read| read.is_ok()) && crate::load::pack::is_pack(&start)
}

/// The bytes of a file, to see what it holds before it is read; none if there is none or it is too large, and of a pipe, which
/// can be read only once.
pub fn held(path: &Path) -> Option<Vec<u8>> {
    size(path).filter(|size| *size <= MAX_FILE_SIZE)?;
    fs::read(path).ok()
}

/// Whether there is a file here.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Where the reviews of a file are kept: next to it, as `table.reviews.yaml`.
pub fn reviews_beside(path: &Path) -> PathBuf {
    path.with_extension("reviews.yaml")
}

/// The name of a file in messages: its path, relative to the current folder if it is inside, so that every way to name
/// it and every machine says the same.
pub fn name_of(path: &Path) -> String {
    display_path(path).display().to_string()
}

fn display_path(path: &Path) -> PathBuf {
    let is_roundabout = path.is_absolute() || path.components().any(|part| part == Component::ParentDir);
    let below = || {
        // The folder may be reached over a link; a file that is a link keeps its own name.
        let place = canonical(path.parent()?).join(path.file_name()?);
        Some(place.strip_prefix(fs::canonicalize(".").ok()?).ok()?.to_owned())
    };
    let plain = || path.strip_prefix("./").unwrap_or(path).to_owned();
    if is_roundabout { below().unwrap_or_else(plain) } else { plain() }
}

/// Reads one file. The inner error is a fault of its content: too large, or no UTF-8.
pub fn file(sources: &mut Sources, path: &Path) -> Result<Result<FileId, Diagnostic>, Failure> {
    let mut opened = open_file(path)?;
    read_open(sources, path, &mut opened)
}

/// The same for a file whose text is kept no longer than `sources`: for programs that read many, one after the other.
pub fn passing_file(sources: &mut Sources, path: &Path) -> Result<Result<FileId, Diagnostic>, Failure> {
    let mut opened = open_file(path)?;
    let bytes = match read_bytes(sources, path, &mut opened)? {
        Ok(bytes) => bytes,
        Err(fault) => return Ok(Err(fault)),
    };
    let name = name_of(path);
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Ok(sources.add(name, text)),
        Err(error) => Err(not_utf8(sources, name, error)),
    })
}

fn open_file(path: &Path) -> Result<fs::File, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if path.is_dir() {
        return Err(failure(io::Error::other("it is a folder, but a file is required")));
    }
    fs::File::open(path).map_err(failure)
}

/// The same for a file that is open.
fn read_open(sources: &mut Sources, path: &Path, opened: &mut fs::File) -> Result<Result<FileId, Diagnostic>, Failure> {
    Ok(match read_bytes(sources, path, opened)? {
        Ok(bytes) => text_of(sources, path, bytes).map_err(|fault| *fault),
        Err(fault) => Err(fault),
    })
}

/// What an open file holds, unless that is too much.
fn read_bytes(
    sources: &mut Sources,
    path: &Path,
    opened: &mut fs::File,
) -> Result<Result<Vec<u8>, Diagnostic>, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    sources.note_file(path);
    let metadata = opened.metadata().map_err(failure)?;
    if metadata.len() > MAX_FILE_SIZE {
        let file = sources.add(name_of(path), "");
        let message = format!("the file has {} MiB", metadata.len() >> 20);
        return Ok(Err(Diagnostic::new(Rule::TooLarge, Span::start_of(file), message)
            .help(format!("the limit is {} MiB: split the file", MAX_FILE_SIZE >> 20))));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    opened.read_to_end(&mut bytes).map_err(failure)?;
    Ok(Ok(bytes))
}

/// The text of a file whose bytes were read; a fault where it is no UTF-8.
pub fn text_of(sources: &mut Sources, path: &Path, bytes: Vec<u8>) -> Result<FileId, Box<Diagnostic>> {
    let name = name_of(path);
    match String::from_utf8(bytes) {
        // Content read from it borrows from it, and is used as long as the program runs.
        Ok(text) => Ok(sources.add(name, &*text.leak())),
        Err(error) => Err(Box::new(not_utf8(sources, name, error))),
    }
}

fn not_utf8(sources: &mut Sources, name: String, error: std::string::FromUtf8Error) -> Diagnostic {
    let start = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(0);
    let is_utf16 = matches!(error.as_bytes(), [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    let file = sources.add(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
    let message = if is_utf16 { "the file is UTF-16 text" } else { "the file is not UTF-8 text from here on" };
    Diagnostic::new(Rule::Encoding, Span { file, start, end: start + 3 }, message).help("save it as UTF-8")
}

/// Reads every `.yaml` and `.yml` file of a folder and the folders in it, in the order of their paths; files of other
/// programs, which [`standard_files`] finds as well, are not searched.
pub fn folder(sources: &mut Sources, files: &mut Files, path: &Path) -> Result<(), Failure> {
    let mut found = Vec::new();
    for path in files_in(path, is_yaml) {
        match file(sources, &path?)? {
            Ok(file) => found.push(file),
            Err(fault) => files.add_fault(fault),
        }
    }
    files.read_all(sources, &found);
    Ok(())
}

/// What to say of a file or folder that was found and cannot be read; `way_out` says what to do.
pub fn unreadable(sources: &mut Sources, failure: &Failure, way_out: &str) -> Diagnostic {
    let is_link = fs::symlink_metadata(&failure.path).is_ok_and(|metadata| metadata.is_symlink());
    let message = match failure.error.kind() {
        io::ErrorKind::NotFound if is_link => "it is a link to a file or folder that does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "there is no permission to read it".to_owned(),
        _ => format!("it cannot be read: {}", failure.error).replace('\n', " "),
    };
    let file = sources.add(name_of(&failure.path), "");
    Diagnostic::new(Rule::Unreadable, Span::start_of(file), message).help(way_out)
}

/// Every file of a folder and of the folders in it that may hold standards by its ending, in the order of their paths,
/// and what cannot be read; or the file itself, where it is one. Folders and files whose names begin with a dot are left
/// out, links to folders are not followed, and what is not a file, such as a pipe, is none.
pub fn standard_files(path: &Path) -> impl Iterator<Item = Result<PathBuf, Failure>> {
    files_in(path, move |found| found == path || is_yaml(found) || has_ending(found, &FOREIGN))
}

/// The packs of a folder, in the order of their paths; none if the path is not a folder.
pub fn packs_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let found = files_in(folder, move |found| found != folder && has_ending(found, &["xwp"]));
    found.filter_map(Result::ok).filter(|path| is_pack(path))
}

/// Whether a folder contains packs and no other file of standards.
pub fn holds_packs_alone(folder: &Path) -> bool {
    is_folder(folder) && standard_files(folder).next().is_none() && packs_in(folder).next().is_some()
}

/// The endings of files in which other programs keep standards as text, in addition to those of YAML.
const FOREIGN: [&str; 2] = ["json", "tsv"];

fn files_in<'p>(
    folder: &'p Path,
    is_wanted: impl Fn(&Path) -> bool + 'p,
) -> impl Iterator<Item = Result<PathBuf, Failure>> + 'p {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().to_str().is_some_and(|name| name.starts_with('.'))
    };
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    entries.filter_entry(move |entry| !is_hidden(entry)).filter_map(move |entry| {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = display_path(error.path().unwrap_or(folder));
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other("the links form a circle"));
                return Some(Err(Failure { path, error }));
            }
        };
        if entry.file_type().is_dir() || !is_wanted(entry.path()) {
            return None;
        }
        let path = entry.path().strip_prefix("./").unwrap_or(entry.path()).to_owned();
        match fs::metadata(&path) {
            Ok(metadata) => metadata.is_file().then_some(Ok(path)),
            Err(error) => Some(Err(Failure { path, error })),
        }
    })
}

/// What is at a path that is given relative to a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A file, at or below the folder.
    File,
    /// Nothing that can be seen.
    Nothing,
    /// A folder.
    Folder,
    /// A device, a pipe or the like.
    Special,
    /// Something outside the folder: a path from the root, over `..` or over a link.
    Outside,
}

/// What is at a path that is given relative to a folder; nothing is opened.
pub fn standing(folder: &Path, path: &str) -> Standing {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let is_of_file_address = path.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("file:"));
    if is_of_file_address || Path::new(path).has_root() || Path::new(path).is_absolute() {
        return Standing::Outside;
    }
    let Ok(place) = fs::canonicalize(folder.join(path)) else { return Standing::Nothing };
    if !place.starts_with(canonical(folder)) {
        return Standing::Outside;
    }
    match fs::metadata(&place) {
        Ok(metadata) if metadata.is_file() => Standing::File,
        Ok(metadata) if metadata.is_dir() => Standing::Folder,
        Ok(_) => Standing::Special,
        Err(_) => Standing::Nothing,
    }
}

/// Whether the name of a file says that it is YAML.
fn is_yaml(path: &Path) -> bool {
    has_ending(path, &["yaml", "yml"])
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether there is a folder here.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// What has this name in a folder, or in the nearest folder above it.
pub fn file_above(folder: &Path, name: &str) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    canonical(folder).ancestors().map(|folder| folder.join(name)).find(|path| path.exists())
}

/// Whether a path exists.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// The text of a file.
pub fn text(sources: &mut Sources, path: &Path) -> Result<String, Failure> {
    sources.note_file(path);
    fs::read_to_string(path).map_err(|error| Failure { path: path.to_owned(), error })
}

/// The canonical path of a file or folder.
pub fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
