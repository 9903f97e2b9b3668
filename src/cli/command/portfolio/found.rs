//! Where the assessments of a portfolio are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::source::Sources;

use crate::cli::command::folder_of;
use crate::cli::failure::Failure;

/// Where assessments are.
pub(super) enum Place {
    /// In a file of its own, which was named or found in a folder.
    File(disk::FoundFile),
    /// In rows of a CSV file.
    Csv(PathBuf),
    /// In lines of JSON.
    Lines(PathBuf),
    /// In rows of a Parquet file.
    Parquet(PathBuf),
    /// In lines of JSON on standard input.
    StandardInput,
}

impl Place {
    /// The folder in which, or above which, its project file is.
    pub(super) fn folder(&self) -> PathBuf {
        match self {
            Self::File(file) => folder_of(&file.path),
            Self::Csv(path) | Self::Lines(path) | Self::Parquet(path) => folder_of(path),
            Self::StandardInput => PathBuf::from("."),
        }
    }
}

/// All places, in the order in which they were named, and what could not be searched.
pub(super) struct Found {
    pub(super) places: Vec<Place>,
    pub(super) failures: Vec<disk::Failure>,
}

impl Found {
    /// Looks at what is named. What is there twice is there once.
    pub(super) fn new(paths: &[PathBuf], sources: &mut Sources) -> Result<Self, Failure> {
        let mut found = Self { places: Vec::new(), failures: Vec::new() };
        let exclusion = disk::Exclusion::new(&[], false)?;
        let mut seen = BTreeSet::new();
        for path in paths {
            if path == Path::new("-") {
                if found.places.iter().any(|place| matches!(place, Place::StandardInput)) {
                    return Err(Refusal::new("standard input is named twice", "name - once").into());
                }
                found.places.push(Place::StandardInput);
                continue;
            }
            let expanded = disk::expanded(path)?;
            found.failures.extend(expanded.failures);
            for path in expanded.paths {
                disk::ensure_there(&path)?;
                let place = match ending(&path).as_deref() {
                    Some("csv") => Some(Place::Csv(path.clone())),
                    Some("ndjson" | "jsonl") => Some(Place::Lines(path.clone())),
                    Some("parquet") => Some(Place::Parquet(path.clone())),
                    Some(_) | None => None,
                };
                if let Some(place) = place.filter(|_| !path.is_dir()) {
                    if seen.insert(disk::canonical(&path)) {
                        sources.note_file(&path);
                        found.places.push(place);
                    }
                    continue;
                }
                let in_it = disk::found([path.as_path()], &exclusion)?;
                found.failures.extend(in_it.failures);
                for file in in_it.files {
                    if seen.insert(disk::canonical(&file.path)) {
                        sources.note_file(&file.path);
                        found.places.push(Place::File(file));
                    }
                }
            }
        }
        Ok(found)
    }

    /// Whether something is a stream, which may hold nothing.
    pub(super) fn has_stream(&self) -> bool {
        self.places.iter().any(|place| !matches!(place, Place::File(_)))
    }

    /// How many assessments there are at most, where that is known before they are read.
    pub(super) fn count(&self) -> Option<usize> {
        let are_files = self.places.iter().all(|place| matches!(place, Place::File(_)));
        are_files.then_some(self.places.len())
    }
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_lowercase())
}
