//! How far tables agree by what each alone entails: one may relate a heading and another each of its clauses.

use super::score::Score;
use super::world::World;
use crate::audit::agreement::{Bootstrap, Opinions, Ratings};
use crate::crosswalk::Level;
use crate::model::ClauseId;
use crate::query::case::Case;
use crate::query::tally::Tally;

/// The levels of the requirements of the edition that is covered, with all of the other in place, by each table alone.
#[derive(Debug, Clone)]
pub struct Entailed {
    /// The requirements in published order, each with its level by the table of each mapper.
    pub levels: Vec<(ClauseId, Vec<Level>)>,
    /// What each table covers.
    pub tallies: Vec<Tally>,
    /// How far the levels agree; each is a rating of its requirement, in the order none, presumed, partial, full.
    pub score: Score,
}

impl Entailed {
    pub(super) fn of(case: Case<'_>, opinions: &Opinions<'_>, draws: Bootstrap) -> Self {
        let world = World::of(case, opinions);
        let requirements = world.requirements();
        let by_mapper: Vec<Vec<Level>> =
            opinions.mappers.iter().map(|mapper| world.levels_by(mapper.table, &requirements)).collect();
        let tallies = by_mapper.iter().map(|levels| Tally::of(levels.iter().map(|level| Some(*level)))).collect();
        let of = |at: usize| by_mapper.iter().map(|levels| levels[at]).collect::<Vec<Level>>();
        let levels: Vec<(ClauseId, Vec<Level>)> =
            requirements.into_iter().enumerate().map(|(at, clause)| (clause, of(at))).collect();
        let ratings = levels.iter().map(|(_, levels)| levels.iter().map(|level| Some(rating(*level))).collect());
        let score = Score::of(&Ratings::new(4, opinions.mappers.len(), ratings), draws);
        Self { levels, tallies, score }
    }
}

fn rating(level: Level) -> u8 {
    match level {
        Level::None => 0,
        Level::Presumed => 1,
        Level::Partial => 2,
        Level::Full => 3,
    }
}
