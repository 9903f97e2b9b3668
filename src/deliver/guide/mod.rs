//! How a system by one edition becomes a system by another one as well, clause by clause.

mod gather;
mod guideline;
mod page;
mod rows;

pub use guideline::{Agreement, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::query::case::{Assessed, AssessedQuestion, Case, Question};
use crate::report::Document;
use page::Layout;

/// How to get from one edition to another, clause by clause: what is covered, what to add, what is new
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk guide iso-9001:2008 iso-iec-20000-1:2011 --output guide.html
  xwalk guide 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml
  xwalk guide 9001:2008 20000-1:2011 --format markdown

It tells what relation tables say directly, over no chains. Where several tables relate two clauses, the most confident \
row counts and the others are named.")]
pub struct Guide {
    /// The edition that is in place, by id or alias
    pub base: String,
    /// The edition that is aimed at, by id or alias
    pub target: String,
    /// Show the related requirements of every clause, also of those that are covered fully
    #[arg(long)]
    pub all: bool,
}

impl Guide {
    /// Answers for every requirement of the base and of the target.
    pub fn ask(&self, case: Case<'_>) -> Result<Guidelines, Refusal> {
        self.guidelines(case, None)
    }

    /// The same with what an assessment states of each; what does not apply gives nothing and is not counted.
    pub fn ask_about(&self, case: Assessed<'_>) -> Result<Guidelines, Refusal> {
        self.guidelines(case.case, Some(case))
    }

    fn guidelines(&self, case: Case<'_>, assessed: Option<Assessed<'_>>) -> Result<Guidelines, Refusal> {
        let base = name::edition(&self.base, case.library)?;
        let target = name::edition(&self.target, case.library)?;
        if base.id == target.id {
            return Err(Refusal {
                message: format!("{} and {} are one edition", self.base, self.target),
                help: Some("name two".to_owned()),
            });
        }
        gather::guidelines(case, assessed, base, target)
    }
}

impl Question for Guide {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let guidelines = self.ask(case)?;
        let basis = case.basis([&guidelines.base, &guidelines.target], guidelines.tables());
        Ok(Layout { case, assessed: None, guidelines: &guidelines, shows_all: self.all }.document("Guide", basis))
    }
}

impl AssessedQuestion for Guide {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let guidelines = self.ask_about(case)?;
        let basis = case.basis([&guidelines.base, &guidelines.target], guidelines.tables());
        let layout = Layout { case: case.case, assessed: Some(case), guidelines: &guidelines, shows_all: self.all };
        Ok(layout.document(&format!("Guide for {}", case.assessment.organization), basis))
    }
}
