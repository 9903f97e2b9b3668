//! The crosswalk between editions, or around a clause, as a graph.

use super::{Assessed, AssessedQuestion, Case, Question, Unanswerable};
use crate::report::Document;

/// The crosswalk between editions, or around a clause, as a picture or for graph programs
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk graph iso-9001:2008 iso-iec-20000-1:2011 --format svg --output crosswalk.svg
  xwalk graph iso-iec-20000-1:2011/4.1.1 --depth 2 --format mermaid
  xwalk graph 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml")]
pub struct Graph {
    /// Two or more editions, or one clause as EDITION/NUMBER, by id or alias
    #[arg(value_name = "EDITION|CLAUSE", required = true)]
    pub names: Vec<String>,
    /// How many rows to go from a clause
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10))]
    pub depth: u32,
}

impl Question for Graph {
    fn document(&self, _: Case<'_>) -> Result<Document, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}

impl AssessedQuestion for Graph {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Unanswerable> {
        Question::document(self, case.case)
    }
}
