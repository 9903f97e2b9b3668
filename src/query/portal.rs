//! The management system as a site: its processes, what they serve, what is in work.

use super::{Assessed, SiteQuestion, Unanswerable};
use crate::report::Site;

/// The management system as a static site: a page a process, documents, objectives, current work
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk portal examples/harbour-it/assessment.yaml --output site")]
pub struct Portal {}

impl SiteQuestion for Portal {
    fn site(&self, _: Assessed<'_>) -> Result<Site, Unanswerable> {
        Err(Unanswerable { message: "no answer".to_owned(), help: None })
    }
}
