//! What an organization says about itself, read against standards.

use std::path::Path;
use std::sync::Arc;

use super::ask::{self, Ask, Asked};
use super::coverage::{Coverage, Coverages};
use super::document::Document;
use super::error::Error;
use super::faults::Faults;
use super::gap::{Gap, Gaps};
use super::standards::{Standards, sound};
use super::unfit::unfit;
use crate::diagnostic::{Diagnostic, Refusal};
use crate::disk;
use crate::load;
use crate::model::{self, EditionId};
use crate::query::Assessed;
use crate::source::{FileId, Sources};

/// What an organization says about itself. It keeps the standards that it was read against, and is a value of its own:
/// drop it when it is answered, and thousands can be asked one after the other.
#[derive(Debug, Clone)]
pub struct Assessment {
    standards: Standards,
    sources: Arc<Sources>,
    file: FileId,
    read: model::Assessment,
    warnings: Faults,
    /// Whether it was read from a file, so evidence can be checked from its folder.
    is_of_file: bool,
}

impl Standards {
    /// Reads an assessment from a file, with the review file next to it. No project file is read: only your settings
    /// count.
    ///
    /// # Errors
    ///
    /// [`Error::File`] if one of the two files cannot be read, and [`Error::Data`] if something in them is wrong.
    pub fn assessment(&self, path: impl AsRef<Path>) -> Result<Assessment, Error> {
        let path = path.as_ref();
        let mut sources = Sources::clone(self.sources());
        let file = read(path, &mut sources)?;
        let (mut assessment, mut warnings) = sound(load::assessment(&sources, file, self.library()), &sources)?;
        let beside = disk::reviews_beside(path);
        if disk::is_file(&beside) {
            let reviews = read(&beside, &mut sources)?;
            let read = load::assessment_reviews(&sources, reviews, self.library());
            let (reviews, more) = sound(read, &sources)?;
            assessment.reviews = reviews;
            warnings.extend(more);
        }
        disk::locate(&mut sources, None)?;
        Ok(Assessment::new(self, (assessment, file), &warnings, sources, true))
    }

    /// Reads an assessment from a text, which messages call by a name. Its evidence is not checked.
    ///
    /// # Errors
    ///
    /// [`Error::Data`] if something in it is wrong.
    pub fn assessment_from_text(&self, name: impl Into<String>, text: impl Into<String>) -> Result<Assessment, Error> {
        let mut sources = Sources::clone(self.sources());
        let file = sources.add(name, text.into());
        let (read, warnings) = sound(load::assessment(&sources, file, self.library()), &sources)?;
        Ok(Assessment::new(self, (read, file), &warnings, sources, false))
    }
}

impl Assessment {
    fn new(
        standards: &Standards,
        (read, file): (model::Assessment, FileId),
        warnings: &[Diagnostic],
        sources: Sources,
        is_of_file: bool,
    ) -> Self {
        let warnings = Faults::without_notes(warnings, &sources);
        Self { standards: standards.clone(), sources: Arc::new(sources), file, read, warnings, is_of_file }
    }

    /// The name of the organization.
    pub fn organization(&self) -> &str {
        &self.read.organization
    }

    /// The editions that it names as targets.
    pub fn targets(&self) -> &[EditionId] {
        &self.read.targets
    }

    /// What is worth knowing about its file, although it can be used.
    pub fn warnings(&self) -> &Faults {
        &self.warnings
    }

    /// The state of every applicable requirement of the targets.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if neither the question nor the assessment names a target, if a target does not exist, or if
    /// none of its requirements fits the conditions of the settings; also if part of a pack turns out to be damaged.
    pub fn gap(&self, question: &Gap) -> Result<Gaps, Error> {
        let answer = self.ask(&self.read, |case| question.0.ask(case))?;
        let findings = Faults::of(&answer.findings, &self.sources);
        Ok(Gaps { targets: answer.targets, rows: answer.rows, findings })
    }

    /// How much of the targets is covered.
    ///
    /// # Errors
    ///
    /// As [`Assessment::gap`], and [`Error::Refused`] if no clause has the attribute to group by.
    pub fn coverage(&self, question: &Coverage) -> Result<Coverages, Error> {
        let answer = self.ask(&self.read, |case| question.0.ask(case))?;
        let findings = Faults::of(&answer.findings, &self.sources);
        Ok(Coverages { groups: answer.groups, findings })
    }

    /// Answers a question about the assessment, or about the standards that it was read against.
    ///
    /// # Errors
    ///
    /// As [`Assessment::gap`] and [`Standards::document`], except that no question lacks an assessment here.
    pub fn document(&self, question: &impl Ask) -> Result<Document, Error> {
        ask::check(question, &self.standards)?;
        let (Asked::Assessment(asked) | Asked::Either(_, asked)) = question.asked() else {
            return self.standards.document(question);
        };
        let document = if asked.looks_for_evidence() && self.is_of_file {
            let mut read = self.read.clone();
            read.unfit = Some(unfit(&read, self.file, &self.sources));
            self.ask(&read, |case| asked.document(case))?
        } else {
            self.ask(&self.read, |case| asked.document(case))?
        };
        Ok(Document::new(document, &self.standards, &self.sources, true))
    }

    fn ask<T>(
        &self,
        assessment: &model::Assessment,
        question: impl FnOnce(Assessed<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Error> {
        self.standards.ask(&self.sources, |case| question(Assessed { case, assessment, file: self.file }))
    }
}

fn read(path: &Path, sources: &mut Sources) -> Result<FileId, Error> {
    disk::passing_file(sources, path)?.map_err(|fault| Error::Data(Faults::of(&[fault], sources)))
}
