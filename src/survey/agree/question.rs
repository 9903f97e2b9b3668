//! The question of how far mappers agree, and its answer as values.

use clap::ValueEnum;

use super::effect::{self, Disagreement};
use super::entailed::Entailed;
use super::score::Score;
use crate::audit::agreement::{Bootstrap, EntailedPairs, Opinions, Unit};
use crate::diagnostic::Refusal;
use crate::model::{ClauseNumber, Library, Table};
use crate::query::case::Case;
use crate::source::Text;

/// How agreement is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub struct Agree {
    /// The meaning of a missing row for a pair for which another table has one, unless the table says that one of the
    /// two has no counterpart
    #[arg(long, value_enum, default_value_t = Absent::Missing)]
    pub absent: Absent,
    /// The number of draws of pairs for the intervals
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub resamples: u32,
    /// The seed of the random numbers for the draws: the same seed gives the same intervals
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// The largest number of disagreements to list, starting with those that matter most
    #[arg(long, value_name = "N", value_parser = crate::query::settings::count)]
    pub limit: Option<usize>,
}

/// What a missing row means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Absent {
    /// It is unknown whether the mapper examined the pair: it is a missing value
    #[default]
    Missing,
    /// The mapper examined every pair, and recorded those that relate: it is none
    None,
}

impl Default for Agree {
    fn default() -> Self {
        Self { absent: Absent::Missing, resamples: 1000, seed: 1, limit: None }
    }
}

/// The same for the pairs of a chapter of the edition that is covered.
#[derive(Debug, Clone, PartialEq)]
pub struct ChapterAgreement {
    /// The chapter.
    pub chapter: ClauseNumber,
    /// Its title.
    pub title: Text,
    /// How far they agree there.
    pub score: Score,
}

/// How far mappers agree.
#[derive(Debug, Clone)]
pub struct Agreement<'l> {
    /// What each says about every pair.
    pub opinions: Opinions<'l>,
    /// How far they agree, by rows.
    pub overall: Score,
    /// The same by chapter of the edition that is covered, in its order; chapters without a pair are left out.
    pub chapters: Vec<ChapterAgreement>,
    /// How far they agree by what each table alone entails.
    pub entailed: Entailed,
    /// What each table alone entails about the pairs that rows name.
    pub entailed_pairs: EntailedPairs,
    /// The pairs on which they do not agree, starting with those that change the coverage most.
    pub disagreements: Vec<Disagreement>,
}

/// What tables say about one pair of editions, or why they cannot be compared.
pub(in crate::survey) fn opinions<'l>(tables: &[&'l Table], library: &'l Library) -> Result<Opinions<'l>, Refusal> {
    if tables.len() < 2 {
        return Err(Refusal::new("one table agrees with itself", "name two tables or more, by id or file"));
    }
    let is_second = |(at, table): &(usize, &&Table)| tables[..*at].iter().any(|known| known.id == table.id);
    if let Some((_, table)) = tables.iter().enumerate().find(is_second) {
        let help = "give the files and their ids different names";
        return Err(Refusal::new(format!("two tables are called {}", table.id), help));
    }
    Opinions::of(tables, library).map_err(|other| match other {
        Some(other) => {
            let first = tables[0];
            Refusal::new(
                format!(
                    "{} relates {} to {}, but {} relates {} to {}",
                    first.id, first.from, first.to, other.id, other.from, other.to
                ),
                "name tables of the same two editions, in either direction",
            )
        }
        None => Refusal::new("an edition of the tables is unknown", "add its folder with --standards"),
    })
}

impl Agree {
    /// Compares tables of one pair of editions.
    pub fn ask<'l>(&self, case: Case<'l>, tables: &[&'l Table]) -> Result<Agreement<'l>, Refusal> {
        let opinions = opinions(tables, case.library)?;
        let draws = Bootstrap { resamples: self.resamples, seed: self.seed };
        let score = |units: &[&Unit<'l>]| {
            Score::of(&opinions.ratings(units.iter().copied(), self.absent == Absent::None), draws)
        };
        let all: Vec<&Unit<'l>> = opinions.units.iter().collect();
        let place = |unit: &Unit<'_>| opinions.to.position(&unit.pair.to.number);
        let tops = opinions.to.clauses().iter().filter(|clause| clause.parent.is_none());
        let chapters = tops.filter_map(|top| {
            let is_of =
                |unit: &&&Unit<'_>| place(unit).is_some_and(|place| opinions.to.chapter(place).number == top.number);
            let units: Vec<&Unit<'l>> = all.iter().filter(is_of).copied().collect();
            let score = (!units.is_empty()).then(|| score(&units))?;
            Some(ChapterAgreement { chapter: top.number.clone(), title: top.title.clone(), score })
        });
        let chapters = chapters.collect();
        let overall = score(&all);
        let entailed = Entailed::of(case, &opinions, draws);
        let entailed_pairs = EntailedPairs::of(&opinions, case.library, case.settings.min_confidence);
        let disagreements = effect::disagreements(case, &opinions, self.absent == Absent::None);
        Ok(Agreement { overall, chapters, entailed, entailed_pairs, disagreements, opinions })
    }
}
