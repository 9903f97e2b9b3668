//! Several editions as one system: what attaches to each clause of the base, and what is new from each.

use super::{Case, Question, Unanswerable};
use crate::report::Document;

/// Several editions as one system: what attaches to each base clause, what is new, what integration saves
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk integrate iso-9001:2008 iso-iec-20000-1:2011 iso-iec-27001:2005
  xwalk integrate 9001:2008 14001:2004 27001:2005 --suggest-base
  xwalk integrate 9001:2008 14001:2004 27001:2005 --by iso-guide-72:2001")]
pub struct Integrate {
    /// The editions, by id or alias; the first is the base
    #[arg(value_name = "EDITION", required = true, num_args = 2..)]
    pub editions: Vec<String>,
    /// Compute the same with each of the editions as the base, and rank them
    #[arg(long)]
    pub suggest_base: bool,
    /// Group by base clause, by chapter, by an attribute such as element, or by the clauses of another edition, by id or alias
    #[arg(long, value_name = "PROPERTY|EDITION", default_value = "clause")]
    pub by: String,
}

impl Question for Integrate {
    fn document(&self, _: Case<'_>) -> Result<Document, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}
