//! The work to be done, in order.

use super::{Assessed, AssessedQuestion, Unanswerable};
use crate::report::Document;

/// The work to be done, in the order of a method: steps, quick wins, effort, deadlines
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk plan examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk plan assessment.yaml --method iso-20000-implementation --format markdown --output plan.md
  xwalk plan assessment.yaml --format mermaid --start 2027-01-11
  xwalk plan assessment.yaml --format ics --output plan.ics")]
pub struct Plan {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
}

impl AssessedQuestion for Plan {
    fn document(&self, _: Assessed<'_>) -> Result<Document, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}
