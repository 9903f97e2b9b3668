//! What every question reads, and what a question is.

use super::condition::{self, Chosen};
use super::settings::Settings;
use crate::crosswalk::Crosswalk;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Assessment, Catalog, Library};
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
    /// What the organization says about itself.
    pub assessment: &'a Assessment,
    /// The file that holds it.
    pub file: FileId,
}

impl<'a> Assessed<'a> {
    /// The editions that are asked about: those named, each once, or else those that the assessment names as targets.
    /// Each has requirements that meet the conditions of the settings.
    pub fn targets(&self, names: &[String]) -> Result<Vec<&'a Catalog>, Refusal> {
        let targets = self.named_targets(names)?;
        for target in &targets {
            condition::check(&self.case.settings.conditions, target, Chosen::Requirements)?;
        }
        Ok(targets)
    }

    fn named_targets(&self, names: &[String]) -> Result<Vec<&'a Catalog>, Refusal> {
        let library = self.case.library;
        if !names.is_empty() {
            return name::editions(names, library);
        }
        let targets = self.assessment.targets.iter();
        let targets: Vec<&Catalog> = targets.filter_map(|target| library.catalog(target)).collect();
        if targets.is_empty() {
            let ids = library.catalogs().map(|catalog| catalog.id.as_str()).collect::<Vec<_>>().join(", ");
            return Err(Refusal::new(
                "the assessment names no target under `targets`",
                format!("add --target EDITION, one of {ids}"),
            ));
        }
        Ok(targets)
    }
}

/// A question about the library.
pub trait Question {
    /// Answers it.
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal>;

    /// Whether conditions on clauses have an effect on its answer.
    fn heeds_conditions(&self) -> bool {
        false
    }
}

/// A question about an assessment.
pub trait AssessedQuestion {
    /// Answers it.
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal>;

    /// What users could add to get a better answer; it is not part of the answer.
    fn hint(&self, _: &Assessment) -> Option<String> {
        None
    }

    /// The targets that are named, where the answer is about them, or those of the assessment, and rows that connect
    /// neither them nor what is stated to anything cannot change it; nothing where all of the library may matter.
    fn named_targets(&self) -> Option<&[String]> {
        None
    }

    /// Whether the answer says if the files of evidence exist, so this has to be checked first.
    fn looks_for_evidence(&self) -> bool {
        false
    }

    /// Whether conditions on clauses have an effect on its answer.
    fn heeds_conditions(&self) -> bool {
        false
    }
}

/// A question about an assessment whose answer is a folder of pages.
pub trait SiteQuestion {
    /// Answers it.
    fn site(&self, case: Assessed<'_>) -> Result<Site, Refusal>;
}
