//! The questions, one a file: each is a value, its answer is a value, and the answer becomes one [`Document`].

mod baseline;
mod basis;
mod check;
mod compare;
mod coverage;
mod density;
mod diff;
mod explain;
mod export;
mod finding;
mod gap;
mod gate;
mod graph;
mod guide;
mod integrate;
mod list;
mod map;
mod matrix;
mod migrate;
pub mod name;
mod plan;
mod portal;
mod report;
mod runs;
mod search;
mod show;
mod soa;
mod stated;
mod succession;
mod tally;
mod words;

pub use baseline::Baseline;
pub use check::Checked;
pub use compare::Compare;
pub use coverage::{Coverage, Coverages, Group};
pub use density::{Densities, Density, Side, Touched};
pub use diff::{
    AssessmentChanges, AssessmentDiff, CatalogChanges, CatalogDiff, ClauseChange, EditionChange, EditionChanges,
    EditionDiff, Fate, FieldChange, RequirementChange, RowChange, StatementChange, TableChanges, TableDiff,
    TableEffect, TargetChange, Turn,
};
pub use explain::Explain;
pub use export::{Export, Exported};
pub use finding::of as finding_of;
pub use gap::{Action, Gap, GapRow, Gaps, Outcome};
pub use gate::{FigureName, Gate, Standing};
pub use graph::{Graph, GraphClause, GraphRow, Network, State as GraphState};
pub use guide::{Guide, Guideline, Guidelines, NewRequirement, Opinion, Related, Stance, Unrelated};
pub use integrate::{
    Attachment, Candidate, Group as IntegrationGroup, How, Integrate, Integrated, Integration, Member,
};
pub use list::List;
pub use map::{Basis as MapBasis, Map, MapRow, Mapping};
pub use matrix::{Matrix, MatrixRow};
pub use migrate::{Carriage, Migrate, Migration, Move, Origin, Withdrawn};

pub use plan::{Item, Plan, Plans, Stage, TargetPlan, Win};
pub use portal::Portal;
pub use report::Report;
pub use search::Search;
pub use show::Show;
pub use soa::{Applicability, Control, Controls, Soa};
pub use stated::Stated;
pub use tally::Tally;

use std::fmt;

use jiff::civil::Date;

use crate::crosswalk::{Crosswalk, Selection};
use crate::load;
use crate::model::{Assessment, Confidence, Library, TableId};
use crate::report::{Document, Site};
use crate::source::{FileId, Sources};

/// How to infer and to count; the same for every question.
#[derive(Debug, Clone, PartialEq, clap::Args)]
pub struct Settings {
    /// The longest chain of relation rows that a conclusion may rest on
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=100), global = true, help_heading = "Inference")]
    pub max_hops: u32,
    /// What a partly met requirement counts in a coverage, from 0 to 1
    #[arg(long, value_name = "W", default_value_t = 0.5, value_parser = share, global = true, help_heading = "Inference")]
    pub partial_weight: f64,
    /// Leave out rows of a lower confidence: low, medium or high
    #[arg(long, value_name = "CONFIDENCE", value_parser = confidence, global = true, help_heading = "Inference")]
    pub min_confidence: Option<Confidence>,
    /// Leave out a relation table; may be given several times
    #[arg(long, value_name = "TABLE", global = true, help_heading = "Inference")]
    pub without_table: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { max_hops: 3, partial_weight: 0.5, min_confidence: None, without_table: Vec::new() }
    }
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        Ok(_) | Err(_) => Err("a number from 0 to 1".to_owned()),
    }
}

/// Reads a day as files write it.
pub fn day(text: &str) -> Result<Date, String> {
    load::day(text).ok_or_else(|| "year-month-day, such as 2026-11-20".to_owned())
}

fn confidence(text: &str) -> Result<Confidence, String> {
    match text {
        "low" => Ok(Confidence::Low),
        "medium" => Ok(Confidence::Medium),
        "high" => Ok(Confidence::High),
        _ => Err("one of low, medium, high".to_owned()),
    }
}

impl Settings {
    /// What they are, by name.
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let mut named =
            vec![("max-hops", self.max_hops.to_string()), ("partial-weight", self.partial_weight.to_string())];
        if let Some(confidence) = self.min_confidence {
            named.push(("min-confidence", confidence.to_string()));
        }
        if !self.without_table.is_empty() {
            named.push(("without-table", self.without_table.join(" ")));
        }
        named
    }

    /// The rows that take part; the tables that are left out have to exist.
    pub fn selection(&self, library: &Library) -> Result<Selection, Unanswerable> {
        let mut selection = Selection { min_confidence: self.min_confidence, without: Default::default() };
        for name in &self.without_table {
            let known = TableId::parse(name).ok().filter(|id| library.table(id).is_some());
            selection.without.insert(known.ok_or_else(|| name::unknown_table(name, library))?);
        }
        Ok(selection)
    }
}

/// All that a question reads.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The texts that were read.
    pub sources: &'a Sources,
    /// What they say.
    pub library: &'a Library,
    /// The library joined, by the rows of the settings' selection.
    pub crosswalk: &'a Crosswalk<'a>,
    /// How to infer and to count.
    pub settings: &'a Settings,
}

/// A case with an assessment.
#[derive(Debug, Clone, Copy)]
pub struct Assessed<'a> {
    /// The rest of the case.
    pub case: Case<'a>,
    /// What the organization says of itself.
    pub assessment: &'a Assessment,
    /// The file that holds it.
    pub file: FileId,
}

/// A question that has no answer here, and what would have been possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswerable {
    /// Why, in one lower-case sentence.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl fmt::Display for Unanswerable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(help) = &self.help {
            write!(f, "\n\n  tip: {help}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Unanswerable {}

/// A question about the library.
pub trait Question {
    /// Answers it.
    fn document(&self, case: Case<'_>) -> Result<Document, Unanswerable>;
}

/// A question about an assessment.
pub trait AssessedQuestion {
    /// Answers it.
    fn document(&self, case: Assessed<'_>) -> Result<Document, Unanswerable>;
}

/// A question about an assessment whose answer is a folder of pages.
pub trait SiteQuestion {
    /// Answers it.
    fn site(&self, case: Assessed<'_>) -> Result<Site, Unanswerable>;
}
