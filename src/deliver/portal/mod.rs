//! The management system as a website: its processes, the clauses they support, the work in progress.

mod basis;
mod clauses;
mod documents;
mod objectives;
mod overview;
mod paths;
mod process;
mod processes;
mod standards;
mod system;
mod work;

use crate::diagnostic::Refusal;
use crate::query::case::{Assessed, SiteQuestion};
use crate::report::{Site, sanitized};
use system::System;

/// Writes the management system as a static site: one page per process, documents, objectives, current work
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk portal examples/harbour-it/assessment.yaml --output site
  xwalk portal assessment.yaml --method ims-roadmap --output site

The pages are made of `processes` and `objectives` of the assessment, of what it states of clauses, and of the plan for
its targets. A process is done when its description, its inputs and its outputs are there.")]
pub struct Portal {
    /// The method whose steps group the tasks of the plan [default: as in `xwalk plan`]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
}

impl SiteQuestion for Portal {
    fn site(&self, case: Assessed<'_>) -> Result<Site, Refusal> {
        let system = System::new(case, self.method.clone())?;
        let mut pages = vec![
            overview::page(&system),
            processes::page(&system),
            documents::page(&system),
            objectives::page(&system),
            work::page(&system),
            standards::page(&system),
            basis::page(&system),
        ];
        pages.extend(system.process_pages.iter().map(|site| process::page(&system, site)));
        Ok(Site { title: sanitized(&case.assessment.organization).into(), pages })
    }
}
