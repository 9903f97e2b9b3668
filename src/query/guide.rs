//! How a system by one edition becomes a system by another one as well, clause by clause.

use super::{Assessed, AssessedQuestion, Case, Question, Unanswerable};
use crate::report::Document;

/// How to get from one edition to another, clause by clause: what is covered, what to add, what is new
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk guide iso-9001:2008 iso-iec-20000-1:2011 --output guide.html
  xwalk guide 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml
  xwalk guide 9001:2008 20000-1:2011 --format markdown")]
pub struct Guide {
    /// The edition that is in place, by id or alias
    pub base: String,
    /// The edition that is aimed at, by id or alias
    pub target: String,
    /// Show the related requirements of every clause, also of those that are covered fully
    #[arg(long)]
    pub all: bool,
}

impl Question for Guide {
    fn document(&self, _: Case<'_>) -> Result<Document, Unanswerable> {
        unanswerable()
    }
}

impl AssessedQuestion for Guide {
    fn document(&self, _: Assessed<'_>) -> Result<Document, Unanswerable> {
        unanswerable()
    }
}

fn unanswerable() -> Result<Document, Unanswerable> {
    Err(Unanswerable { message: "no answer".to_owned(), help: None })
}
