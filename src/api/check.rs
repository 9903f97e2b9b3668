//! Whether files are right.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::Document;
use super::error::Error;
use super::judged::Judged;
use super::standards::Standards;
use super::words;
use crate::changes::{Checked, Gate};
use crate::diagnostic::{self, AllowComments, Severity};
use crate::disk;
use crate::load::layout::Layout;
use crate::load::{self, Files};
use crate::source::{FileId, Sources};

/// Checks files against every rule, and against the gates of their policies.
#[derive(Debug, Clone, Default)]
pub struct Check {
    paths: Vec<PathBuf>,
    gate: Gate,
    has_notes: bool,
}

/// Gates as options.
#[derive(Debug, clap::Parser)]
#[command(name = "xwalk", no_binary_name = true, disable_help_flag = true)]
struct Options {
    #[command(flatten)]
    gate: Gate,
}

impl Check {
    /// For one file.
    pub fn of(path: impl AsRef<Path>) -> Self {
        Self::default().and(path)
    }

    /// One more file. Files may depend on each other.
    #[must_use]
    pub fn and(mut self, path: impl AsRef<Path>) -> Self {
        self.paths.push(path.as_ref().to_owned());
        self
    }

    /// The same with notes: useful information although nothing is wrong.
    #[must_use]
    pub fn with_notes(mut self) -> Self {
        self.has_notes = true;
        self
    }

    /// The same with gates as options of the command line, such as `["--no-overdue", "--today", "2026-12-01"]`.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if an option does not exist or has a value that it does not take.
    pub fn with_gates<W: AsRef<str>>(mut self, options: impl IntoIterator<Item = W>) -> Result<Self, Error> {
        self.gate = words::parse::<Options, W>(options)?.gate;
        Ok(self)
    }

    /// The files, and the review files next to them, each once.
    fn files(&self) -> Vec<PathBuf> {
        let reviews = self.paths.iter().map(|path| disk::reviews_beside(path)).filter(|path| disk::is_file(path));
        let mut seen = BTreeSet::new();
        let mut files: Vec<PathBuf> = self.paths.iter().cloned().chain(reviews).collect();
        files.retain(|path| seen.insert(disk::canonical(path)));
        files
    }
}

impl Standards {
    /// Checks files: the document lists what is wrong. Faults in the content of files are not an error of this call.
    ///
    /// # Errors
    ///
    /// [`Error::File`] if a file does not exist or cannot be read, and [`Error::Refused`] if a gate names an edition
    /// that does not exist.
    pub fn check(&self, check: &Check) -> Result<Document, Error> {
        let mut sources = Sources::clone(self.sources());
        let (mut found, mut findings, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
        for path in check.files() {
            match disk::passing_file(&mut sources, &path)? {
                Ok(file) => found.push(file),
                Err(fault) => {
                    kinds.push((fault.span.file, None));
                    findings.push(fault);
                }
            }
        }
        disk::locate(&mut sources, None)?;
        let files = Files::with_base(self.library().clone());
        let (everything, more) = load::everything(&sources, files, &found, &BTreeSet::new()).into_parts();
        findings.extend(more);
        kinds.splice(0..0, everything.kinds.iter().copied());
        let judged = Judged::new(&check.gate, self.settings(), &sources, &everything, &findings, None, false)?;
        findings.extend(judged.findings.iter().cloned());
        diagnostic::sort(&mut findings);
        let allowing = AllowComments {
            comments: &|text| Layout::read(text).map(|layout| layout.comments).unwrap_or_default(),
            is_judged: &|file, rule| judged.has_judged(file, rule),
        };
        let found: BTreeSet<FileId> = found.into_iter().collect();
        let allowed = allowing.apply(&sources, &found, &mut findings).len();
        let before = findings.len();
        findings.retain(|finding| check.has_notes || finding.severity() != Severity::Note);
        let checked = Checked {
            files: kinds,
            shows_all: false,
            left_out: Vec::new(),
            hidden_notes: before - findings.len(),
            findings,
            allowed,
            since: None,
            others: 0,
            bundled: 0,
            unjudged: judged.unjudged(),
            written: None,
            basis: judged.basis,
        };
        Ok(Document::new(checked.document(&sources), self, &Arc::new(sources), false))
    }
}
