//! A plan compared with an earlier one.

use std::path::{Path, PathBuf};

use xwalk::deliver::{Plan, PlanBaseline};
use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::exchange::other_content::{OtherContent, Wanted};
use xwalk::model::{Assessment, Library};
use xwalk::query::Assessed;
use xwalk::report::Document;
use xwalk::source::{FileId, Sources};

use super::failure::Failure;
use super::output::Output;
use super::read::read_assessment;

// The question with its files. A doc comment would become the help of the command, which is that of the question.
#[derive(Debug, clap::Args)]
pub(super) struct PlanWithBaseline {
    /// The self-assessment file
    pub(super) assessment: PathBuf,
    #[command(flatten)]
    pub(super) question: Plan,
    /// Compare with an earlier plan: an earlier assessment file, or the output of `plan --format json`
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
}

/// What an earlier plan is known by.
pub(super) enum EarlierPlan {
    /// The assessment that it was made of.
    Assessment(Box<Assessment>, FileId),
    /// Its tasks.
    Tasks(PlanBaseline),
}

impl EarlierPlan {
    /// Reads a file: what ends in `.json` and is not an assessment is an answer of `plan`.
    pub(super) fn read(
        path: &Path,
        sources: &mut Sources,
        library: &Library,
        output: &Output,
    ) -> Result<Self, Failure> {
        const TAKEN: &str = "name an earlier assessment, or a file that `xwalk plan FILE --output plan.json` wrote";
        let other = disk::held(path).and_then(|bytes| OtherContent::of(path, &bytes, Wanted::Own));
        if let Some(other) = other.filter(|other| !other.is_json) {
            let message = format!("{} is {}, but an earlier plan is required", disk::name_of(path), other.what);
            return Err(Refusal::new(message, TAKEN).into());
        }
        if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("json")) {
            let (assessment, file) = read_assessment(path, sources, library, output)?;
            return Ok(Self::Assessment(Box::new(assessment), file));
        }
        let tasks = PlanBaseline::from_json(&disk::text(sources, path)?)
            .map_err(|why| Refusal::new(format!("{} is not an earlier plan: {why}", path.display()), TAKEN))?;
        Ok(Self::Tasks(tasks))
    }

    /// The plan of today, with what has changed since the earlier one; that of an assessment is made for the targets of
    /// today.
    pub(super) fn document(&self, question: &Plan, case: Assessed<'_>) -> Result<Document, Refusal> {
        match self {
            Self::Tasks(tasks) => question.document_since(case, Some(tasks)),
            Self::Assessment(assessment, file) => {
                let then = Plan { target: question.target_ids(case)?, wins: 0, ..question.clone() };
                let plans = then.ask(Assessed { case: case.case, assessment, file: *file })?;
                question.document_since(case, Some(&PlanBaseline::of(&plans)))
            }
        }
    }
}
