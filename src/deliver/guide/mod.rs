//! How a system by one edition becomes a system by another one as well, clause by clause.

mod gather;
mod guideline;
mod lead;
mod page;
mod rows;
mod wording;

pub use guideline::{Agreement, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::query::case::{Assessed, AssessedQuestion, Case, Question};
use crate::query::direct::NoDirectTable;
use crate::report::Document;
use page::Layout;

/// Guides from one edition to another, clause by clause: what is covered, what to add, what is new
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk guide iso-9001:2008 iso-iec-20000-1:2011 --output guide.html
  xwalk guide 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml
  xwalk guide 9001:2008 20000-1:2011 --format markdown
  xwalk guide 9001:2000 20000-1:2011 --inferred

Without --inferred it shows what relation tables say directly. If several tables relate two clauses, the strongest row \
counts, of equally strong ones the most confident, and the others are named.")]
pub struct Guide {
    /// The edition that is in place, by id or alias
    pub base: String,
    /// The target edition, by id or alias
    pub target: String,
    /// Show the related requirements of every clause, also of those that are fully covered
    #[arg(long)]
    pub all: bool,
    /// Add what follows through chains of rows
    #[arg(long)]
    pub inferred: bool,
}

impl Guide {
    /// Answers for every requirement of the base and of the target.
    pub fn ask(&self, case: Case<'_>) -> Result<Guidelines, Refusal> {
        self.guidelines(case, None)
    }

    /// The same with the statements of an assessment on each; what does not apply gives nothing and is not counted.
    pub fn ask_about(&self, case: Assessed<'_>) -> Result<Guidelines, Refusal> {
        self.guidelines(case.case, Some(case))
    }

    fn guidelines(&self, case: Case<'_>, assessed: Option<Assessed<'_>>) -> Result<Guidelines, Refusal> {
        let base = name::edition(&self.base, case.library)?;
        let target = name::edition(&self.target, case.library)?;
        if base.id == target.id {
            return Err(Refusal {
                message: format!("{} and {} are the same edition", self.base, self.target),
                help: Some("name two different editions".to_owned()),
            });
        }
        gather::guidelines(case, assessed, base, target, self.inferred)
    }

    fn layout<'a>(&self, case: Case<'a>, assessed: Option<Assessed<'a>>, guidelines: &'a Guidelines) -> Layout<'a> {
        Layout {
            case,
            assessed,
            guidelines,
            shows_all: self.all,
            inferred: self.inferred,
            no_direct_table: NoDirectTable::between(case, &guidelines.base, &guidelines.target),
        }
    }
}

impl Question for Guide {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let guidelines = self.ask(case)?;
        let basis = case.basis([&guidelines.base, &guidelines.target], guidelines.tables());
        Ok(self.layout(case, None, &guidelines).document(basis))
    }
}

impl AssessedQuestion for Guide {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let guidelines = self.ask_about(case)?;
        let basis = case.basis([&guidelines.base, &guidelines.target], guidelines.tables());
        Ok(self.layout(case.case, Some(case), &guidelines).document(basis))
    }
}
