//! What every question reads, and what a question is.

use super::settings::Settings;
use super::unanswerable::Unanswerable;
use crate::crosswalk::Crosswalk;
use crate::model::{Assessment, Library};
use crate::report::{Document, Site};
use crate::source::{FileId, Sources};

/// All that a question reads.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The texts that were read.
    pub sources: &'a Sources,
    /// What they say.
    pub library: &'a Library,
    /// The library joined, by the rows of the settings' selection.
    pub crosswalk: &'a Crosswalk<'a>,
    /// How to infer and to count.
    pub settings: &'a Settings,
}

/// A case with an assessment.
#[derive(Debug, Clone, Copy)]
pub struct Assessed<'a> {
    /// The rest of the case.
    pub case: Case<'a>,
    /// What the organization says of itself.
    pub assessment: &'a Assessment,
    /// The file that holds it.
    pub file: FileId,
}

/// A question about the library.
pub trait Question {
    /// Answers it.
    fn document(&self, case: Case<'_>) -> Result<Document, Unanswerable>;
}

/// A question about an assessment.
pub trait AssessedQuestion {
    /// Answers it.
    fn document(&self, case: Assessed<'_>) -> Result<Document, Unanswerable>;
}

/// A question about an assessment whose answer is a folder of pages.
pub trait SiteQuestion {
    /// Answers it.
    fn site(&self, case: Assessed<'_>) -> Result<Site, Unanswerable>;
}
