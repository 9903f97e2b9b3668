//! Finds files in folders: which are read, and which are left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::{Failure, canonical, display_path, is_yaml};
use crate::diagnostic::Refusal;

/// The file that lists, in the syntax of `.gitignore`, what is ignored.
const IGNORE_FILE: &str = ".xwalkignore";

/// Folders that other programs fill with what they make or fetch.
const MADE: [&str; 2] = ["node_modules", "target"];

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoundFile {
    /// Its path.
    pub path: PathBuf,
    /// Whether it was named itself, and not found in a folder.
    pub is_named: bool,
}

/// What files and folders hold.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, each once and in the order of their paths.
    pub files: Vec<FoundFile>,
    /// What cannot be read in the folders.
    pub failures: Vec<Failure>,
    /// The folders that were not gone into because of their names alone.
    pub left_out: Vec<PathBuf>,
}

/// What is left out of what is named.
pub struct Exclusion {
    patterns: Gitignore,
    /// Whether `.xwalkignore` holds for named files too.
    is_strict: bool,
}

impl Exclusion {
    /// Leaves out what matches patterns as in `.gitignore`, which start from the current folder. `is_strict` says that
    /// `.xwalkignore` holds for files too that are named themselves.
    pub fn new(patterns: &[String], is_strict: bool) -> Result<Self, Refusal> {
        let mut builder = GitignoreBuilder::new("");
        let unusable = |pattern: &str| {
            let help = "write it as in .gitignore, such as drafts/ or *.template.yaml";
            Refusal::new(format!("{pattern} is not a valid file pattern"), help)
        };
        for pattern in patterns {
            builder.add_line(None, pattern).map_err(|_| unusable(pattern))?;
        }
        let patterns = builder.build().map_err(|_| unusable(&patterns.join(", ")))?;
        Ok(Self { patterns, is_strict })
    }
}

/// The named files, and the `.yaml` and `.yml` files of the named folders. Of a folder is left out what `.gitignore` and
/// `.xwalkignore` name, what is hidden, and what other programs make; links to folders are not followed.
pub fn found<'p>(paths: impl IntoIterator<Item = &'p Path>, exclusion: &Exclusion) -> Result<Found, Failure> {
    let mut found = Found::default();
    let mut ignored = IgnoreFiles::default();
    for path in paths {
        let failure = |error| Failure { path: path.to_owned(), error };
        if fs::metadata(path).map_err(failure)?.is_dir() {
            found.walk(path, exclusion);
        } else if !(is_excluded(&exclusion.patterns, path, false) || exclusion.is_strict && ignored.name(path)) {
            found.files.push(FoundFile { path: path.to_owned(), is_named: true });
        }
    }
    found.files.sort();
    let mut seen: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut each: Vec<FoundFile> = Vec::new();
    for file in std::mem::take(&mut found.files) {
        let place = canonical(&file.path);
        match seen.get(&place) {
            Some(at) => each[*at].is_named |= file.is_named,
            None => {
                seen.insert(place, each.len());
                each.push(file);
            }
        }
    }
    found.files = each;
    Ok(found)
}

impl Found {
    fn walk(&mut self, folder: &Path, exclusion: &Exclusion) {
        let left_out = Arc::new(Mutex::new(Vec::new()));
        let (patterns, named) = (exclusion.patterns.clone(), Arc::clone(&left_out));
        let enters = move |entry: &DirEntry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if entry.depth() == 0 {
                return true;
            }
            if is_excluded(&patterns, entry.path(), is_folder) {
                return false;
            }
            let is_made = is_folder && MADE.iter().any(|name| entry.file_name() == *name);
            if is_made {
                named.lock().unwrap_or_else(PoisonError::into_inner).push(plain(entry.path()));
            }
            !is_made
        };
        let mut builder = WalkBuilder::new(folder);
        // What the machine or its user ignores elsewhere does not count: the same folder has the same files everywhere.
        builder.standard_filters(false).hidden(true).parents(true).git_ignore(true).require_git(false);
        builder.add_custom_ignore_filename(IGNORE_FILE).sort_by_file_name(|left, right| left.cmp(right));
        for entry in builder.filter_entry(enters).build() {
            match entry {
                Ok(entry) => self.take(&entry),
                Err(error) => self.failures.push(failure(error, folder)),
            }
        }
        self.left_out.extend(left_out.lock().unwrap_or_else(PoisonError::into_inner).drain(..));
    }

    fn take(&mut self, entry: &DirEntry) {
        // An invalid pattern would not leave out what it was meant to leave out.
        if let Some(error) = entry.error() {
            self.failures.push(failure(error.clone(), entry.path()));
        }
        if entry.file_type().is_some_and(|kind| kind.is_dir()) || !is_yaml(entry.path()) {
            return;
        }
        let path = plain(entry.path());
        match fs::metadata(&path) {
            // What is not a file, such as a pipe, is none.
            Ok(metadata) if metadata.is_file() => self.files.push(FoundFile { path, is_named: false }),
            Ok(_) => {}
            Err(error) => self.failures.push(Failure { path, error }),
        }
    }
}

fn plain(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

/// An error of the walk, at the path that it is about.
fn failure(error: ignore::Error, otherwise: &Path) -> Failure {
    fn place(error: &ignore::Error) -> Option<&Path> {
        match error {
            ignore::Error::WithPath { path, .. } => Some(path),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
            ignore::Error::Partial(errors) => errors.iter().find_map(place),
            _ => None,
        }
    }
    let path = display_path(place(&error).unwrap_or(otherwise));
    let said = error.to_string();
    let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other(said));
    Failure { path, error }
}

/// Whether patterns exclude a path, or a folder that contains it.
fn is_excluded(patterns: &Gitignore, path: &Path, is_folder: bool) -> bool {
    if patterns.is_empty() {
        return false;
    }
    let path = display_path(path);
    if path.has_root() {
        return patterns.matched(&path, is_folder).is_ignore();
    }
    patterns.matched_path_or_any_parents(&path, is_folder).is_ignore()
}

/// The files that list what is ignored, each read once.
#[derive(Default)]
struct IgnoreFiles(BTreeMap<PathBuf, Gitignore>);

impl IgnoreFiles {
    /// Whether the nearest of them that speaks of a file leaves it out.
    fn name(&mut self, path: &Path) -> bool {
        let place = canonical(path);
        for folder in place.ancestors().skip(1) {
            let patterns =
                self.0.entry(folder.to_owned()).or_insert_with(|| Gitignore::new(folder.join(IGNORE_FILE)).0);
            let Ok(below) = place.strip_prefix(folder) else { continue };
            let matched = patterns.matched_path_or_any_parents(below, false);
            if !matched.is_none() {
                return matched.is_ignore();
            }
        }
        false
    }
}
