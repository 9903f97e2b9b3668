//! Finds the files to check.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::load::{disk, is_xwalk_file};
use xwalk::source::{FileId, Sources};

use crate::cli::failure::Failure;

/// The files of xwalk that were found, and what was found beside them.
#[derive(Default)]
pub(super) struct Found {
    /// Those to look at.
    pub(super) files: Vec<FileId>,
    /// Those of them that stand in a folder of standards.
    pub(super) standards: BTreeSet<FileId>,
    /// What is wrong with files that could not be taken in.
    pub(super) faults: Vec<Diagnostic>,
    /// What could not be read.
    pub(super) failures: Vec<disk::Failure>,
    /// How many files of the folders are none of xwalk's.
    pub(super) others: usize,
    /// How many files are, letter by letter, part of the program.
    pub(super) bundled: usize,
}

impl Found {
    /// Finds what is in files and folders; a folder of standards holds nothing else. `skips_others` leaves out named files
    /// that are none of xwalk's.
    pub(super) fn new(
        paths: &[PathBuf],
        standards: &[PathBuf],
        skips_others: bool,
        sources: &mut Sources,
    ) -> Result<Self, Failure> {
        let mut found = Self::default();
        let folders: Vec<PathBuf> = standards.iter().map(|folder| disk::canonical(folder)).collect();
        let is_standard = |path: &Path| folders.iter().any(|folder| disk::canonical(path).starts_with(folder));
        let (files, failures) = disk::yaml_files(paths.iter().chain(standards).map(PathBuf::as_path))?;
        found.failures = failures;
        for file in files {
            let is_standard = is_standard(&file.path);
            found.add(&file.path, is_standard, is_standard || (file.is_named && !skips_others), sources);
        }
        if found.files.is_empty() && found.faults.is_empty() && found.failures.is_empty() && found.bundled == 0 {
            let where_ = paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
            return Err(anyhow::anyhow!(
                "there is no file of xwalk in {where_}\n\n  tip: files of xwalk begin with `xwalk: assessment/1` or the like"
            )
            .into());
        }
        Ok(found)
    }

    /// Takes a file in; `is_meant` says that somebody means it to be one of xwalk's.
    fn add(&mut self, path: &Path, is_standard: bool, is_meant: bool, sources: &mut Sources) {
        match disk::file(sources, path) {
            Ok(Ok(file)) => {
                if !is_meant && !is_xwalk_file(sources.get(file).text()) {
                    self.others += 1;
                } else if !is_standard && sources.is_bundled_text(file) {
                    self.bundled += 1;
                } else {
                    self.files.push(file);
                    self.standards.extend(is_standard.then_some(file));
                }
            }
            Ok(Err(fault)) => {
                // What is no text is another's, unless what can be read of it says that it is one of xwalk's.
                let text = sources.get(fault.span.file).text().replace(['\0', '\u{fffd}'], "");
                if is_meant || fault.rule != Rule::Encoding || is_xwalk_file(&text) {
                    self.faults.push(fault);
                } else {
                    self.others += 1;
                }
            }
            Err(failure) => self.failures.push(failure),
        }
    }
}
