//! The statement of applicability: every control, and why it applies or not.

use super::{Assessed, AssessedQuestion, Unanswerable};
use crate::report::Document;

/// The statement of applicability: every control, applicable or not and why, its state and its evidence
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk soa examples/service-bank/assessment.yaml --edition iso-iec-27001:2005
  xwalk soa assessment.yaml --edition 27001:2022 --output soa.xlsx")]
pub struct Soa {
    /// The edition whose controls are meant, by id or alias [default: every edition with controls that the assessment states something of or aims at]
    #[arg(long, value_name = "EDITION")]
    pub edition: Option<String>,
}

impl AssessedQuestion for Soa {
    fn document(&self, _: Assessed<'_>) -> Result<Document, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}

/// The statement for a report.
pub(super) fn parts(_: Assessed<'_>) -> Result<Vec<crate::report::Part>, Unanswerable> {
    Ok(Vec::new())
}
