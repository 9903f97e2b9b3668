//! Many assessments at once: the coverage of each, what they have in common, and what one measure would complete for
//! many.
//!
//! [`PortfolioCase`] joins the crosswalk once and answers assessments one by one, from as many threads as there are;
//! [`Overview`] adds the answers up in the order in which they come, and keeps no assessment: what it holds depends on how
//! many requirements the targets have, not on how many assessments are added.

mod answering;
mod distribution;
mod extremes;
mod gaps;
mod heatmap;
mod kept;
mod league;
mod overview;
mod page;
mod requirements;
mod roll_up;
mod rows;
mod standing;
mod target;

pub use answering::{Answer, Detail, PortfolioCase};
pub use distribution::{Distribution, Fences};
pub use overview::{MOST_GROUPS, Overview};
pub use requirements::{ChapterCount, LevelCounts};
pub use roll_up::{GroupKey, Pool};
pub use rows::{ROW_FIELDS, TARGET_FIELD, row_values};
pub use standing::{Respondent, STANDING_KEYS, Standing};
pub use target::TargetOverview;

use jiff::civil::Date;

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Catalog, Library};
use crate::query::condition::{self, Chosen};
use crate::query::settings::Settings;

/// The questions for every assessment.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[group(skip)]
pub struct Portfolio {
    /// The target edition, by id or alias; may be given several times [default: each assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Vec<String>,
    /// Count open clauses that were due before this day
    #[arg(long, value_name = "DATE", value_parser = crate::query::day)]
    pub as_of: Option<Date>,
    /// Summarize only by this; may be given several times [default: by all that assessments name]
    #[arg(long, value_name = "KEY", value_enum)]
    pub by: Vec<GroupKey>,
    /// How many assessments the tables with a line for each of them show; csv, ndjson and parquet contain all
    #[arg(long, value_name = "N", default_value_t = Portfolio::ROWS, value_parser = rows)]
    pub rows: usize,
}

impl Portfolio {
    /// How many assessments tables show by default.
    pub const ROWS: usize = 200;

    /// The editions that are named, each once.
    pub fn named_targets<'l>(&self, library: &'l Library, settings: &Settings) -> Result<Vec<&'l Catalog>, Refusal> {
        let mut targets: Vec<&Catalog> = Vec::new();
        for name in &self.target {
            let target = name::edition(name, library)?;
            condition::check(&settings.conditions, target, Chosen::Requirements)?;
            if !targets.iter().any(|known| known.id == target.id) {
                targets.push(target);
            }
        }
        Ok(targets)
    }
}

impl Default for Portfolio {
    fn default() -> Self {
        Self { target: Vec::new(), as_of: None, by: Vec::new(), rows: Self::ROWS }
    }
}

fn rows(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(rows) if (1..=100_000).contains(&rows) => Ok(rows),
        Ok(_) | Err(_) => Err("a whole number from 1 to 100000".to_owned()),
    }
}
