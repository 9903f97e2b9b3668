//! Assessments of one site, unit or tag together.

use std::collections::BTreeMap;

use crate::language::{Phrase, say};
use crate::model::EditionId;
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column, Table};

use super::standing::{Respondent, Standing};

/// By what assessments are summarized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum GroupKey {
    /// Their sites
    Site,
    /// Their organizational units
    Unit,
    /// Their tags; an assessment with several counts under each
    Tag,
}

impl GroupKey {
    /// All keys.
    pub const ALL: [Self; 3] = [Self::Site, Self::Unit, Self::Tag];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Unit => "unit",
            Self::Tag => "tag",
        }
    }

    /// Its name as people say it.
    pub(super) fn in_words(self) -> Phrase {
        match self {
            Self::Site => say!("portfolio-key-site"),
            Self::Unit => say!("portfolio-key-unit"),
            Self::Tag => say!("portfolio-key-tag"),
        }
    }

    /// What an assessment has under it.
    pub(super) fn values(self, respondent: &Respondent) -> Vec<&str> {
        match self {
            Self::Site => respondent.site.as_deref().into_iter().collect(),
            Self::Unit => respondent.unit.as_deref().into_iter().collect(),
            Self::Tag => respondent.tags.iter().map(String::as_str).collect(),
        }
    }
}

/// Several assessments of one target together: their requirements are counted as if they were those of one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pool {
    /// How many assessments they are.
    pub assessments: usize,
    /// Their requirements.
    pub tally: Tally,
    /// The lowest and the highest coverage of one of them; nothing if no requirement applies.
    pub range: Option<(f64, f64)>,
}

impl Pool {
    pub(super) fn add(&mut self, standing: &Standing, weight: f64) {
        self.assessments += 1;
        add(&mut self.tally, &standing.tally);
        if let Some(share) = standing.tally.coverage(weight) {
            self.range = Some(self.range.map_or((share, share), |(low, high)| (low.min(share), high.max(share))));
        }
    }
}

/// Counts one tally together with another.
pub(super) fn add(sum: &mut Tally, tally: &Tally) {
    sum.applicable += tally.applicable;
    sum.full += tally.full;
    sum.partial += tally.partial;
    sum.presumed += tally.presumed;
}

struct Line<'p> {
    target: &'p str,
    name: &'p str,
    pool: &'p Pool,
    weight: f64,
}

/// The groups of one key as a table.
pub(super) fn table(key: GroupKey, target: &EditionId, pools: &BTreeMap<String, Pool>, weight: f64) -> Table {
    let lines: Vec<Line<'_>> =
        pools.iter().map(|(name, pool)| Line { target: target.as_str(), name, pool, weight }).collect();
    let (name, label, title) = match key {
        GroupKey::Site => ("by-site", "portfolio-heading-site", say!("portfolio-by-site", edition = target)),
        GroupKey::Unit => ("by-unit", "portfolio-heading-unit", say!("portfolio-by-unit", edition = target)),
        GroupKey::Tag => ("by-tag", "portfolio-heading-tag", say!("portfolio-by-tag", edition = target)),
    };
    let columns = [
        Column::for_programs("target", |line: &Line<'_>| Cell::text(line.target)),
        Column::said(Audience::All, key.name(), label, |line| Cell::text(line.name)),
        Column::said(Audience::All, "assessments", "portfolio-heading-assessments", |line| {
            Cell::count(line.pool.assessments)
        }),
        Column::said(Audience::All, "applicable", "heading-number", |line| Cell::count(line.pool.tally.applicable)),
        Column::said(Audience::All, "full", "heading-full", |line| Cell::count(line.pool.tally.full)),
        Column::said(Audience::All, "partial", "heading-part", |line| Cell::count(line.pool.tally.partial)),
        Column::said(Audience::All, "presumed", "heading-presumed-short", |line| Cell::count(line.pool.tally.presumed)),
        Column::for_programs("none", |line| Cell::count(line.pool.tally.none())),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| Cell::share(line.pool.tally.lower())),
        Column::said(Audience::All, "coverage", "portfolio-heading-counted", |line| {
            toned(line.pool.tally.coverage(line.weight))
        }),
        Column::for_programs("upper", |line| Cell::share(line.pool.tally.upper())),
        Column::said(Audience::All, "lowest", "portfolio-heading-lowest", |line| {
            Cell::share(line.pool.range.map(|(low, _)| low))
        }),
        Column::said(Audience::All, "highest", "portfolio-heading-highest", |line| {
            Cell::share(line.pool.range.map(|(_, high)| high))
        }),
    ];
    Table::of(name, title, &columns, &lines)
}
