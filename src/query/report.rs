//! All that an assessment means, as one report to hand over.

use super::{Assessed, AssessedQuestion, Unanswerable};
use crate::report::Document;

/// All that an assessment means as one report: summary, coverage, gaps with proofs, plan, basis
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk report examples/harbour-it/assessment.yaml --output report.html
  xwalk report assessment.yaml --target 20000-1:2011 --output report.xlsx")]
pub struct Report {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
}

impl AssessedQuestion for Report {
    fn document(&self, _: Assessed<'_>) -> Result<Document, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}
