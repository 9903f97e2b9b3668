//! The pairs of which mappers do not say the same, and how much that changes.

use std::collections::BTreeMap;

use super::world::World;
use crate::audit::agreement::{Difference, Opinion, Opinions, Unit, Word};
use crate::crosswalk::Level;
use crate::model::{ClauseId, Relation, Strength};
use crate::query::case::Case;
use crate::query::tally::Tally;

/// A pair of which mappers do not say the same.
#[derive(Debug, Clone)]
pub struct Disagreement {
    /// The clauses that cover.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
    /// What each mapper says, in their order, and how far backwards where that is stated.
    pub words: Vec<(Word, Option<Strength>)>,
    /// What each mapper says in words of the row: its note, else what remains to be done according to it.
    pub reasons: Vec<Option<crate::source::Text>>,
    /// The coverage of the target, by the rows on which all agree and the row of each mapper for this pair; nothing of a target
    /// without requirements.
    pub coverages: Vec<Option<f64>>,
}

impl Disagreement {
    /// How far the coverages lie apart.
    pub fn effect(&self) -> f64 {
        let known = || self.coverages.iter().flatten().copied();
        let highest = known().fold(f64::NEG_INFINITY, f64::max);
        let lowest = known().fold(f64::INFINITY, f64::min);
        if highest > lowest { highest - lowest } else { 0.0 }
    }
}

/// The disagreements, those first that change the coverage most, then in the order of pairs.
pub(super) fn disagreements(case: Case<'_>, opinions: &Opinions<'_>, absent_is_none: bool) -> Vec<Disagreement> {
    let world = World::of(case, opinions);
    let consensus = opinions.consensus(absent_is_none, opinions.to.span);
    // Who differs in the reverse or in the items still says how far one covers the other.
    let shared: Vec<Relation> =
        consensus.undecided.iter().filter_map(|undecided| opinions.shared_row(undecided, opinions.to.span)).collect();
    let agreed: Vec<&Relation> = consensus.agreed.iter().map(|agreed| &agreed.row).chain(&shared).collect();
    let requirements = world.requirements();
    let base = Counts::of(&world.levels(agreed.iter().copied(), &requirements));
    let mut disagreements: Vec<Disagreement> = consensus
        .undecided
        .iter()
        .filter(|undecided| undecided.difference == Difference::Strength)
        .map(|undecided| disagreement(case, &world, (undecided.unit, opinions), &agreed, &requirements, base))
        .collect();
    // The order of pairs is kept among equals. Effects are multiples of a share of a requirement, so rounding does not
    // change the order.
    disagreements.sort_by_key(|one| std::cmp::Reverse((one.effect() * 1e9).round() as u64));
    disagreements
}

/// How many requirements are full, and how many partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    full: usize,
    partial: usize,
}

impl Counts {
    fn of(levels: &[Level]) -> Self {
        let count = |level| levels.iter().filter(|known| **known == level).count();
        Self { full: count(Level::Full), partial: count(Level::Partial) }
    }
}

fn disagreement(
    case: Case<'_>,
    world: &World<'_, '_>,
    (unit, opinions): (&Unit<'_>, &Opinions<'_>),
    agreed: &[&Relation],
    requirements: &[ClauseId],
    base: Counts,
) -> Disagreement {
    let to = opinions.to;
    let line = |clause: &ClauseId| {
        let Some(place) = to.position(&unit.pair.to.number) else { return true };
        let Some(other) = to.position(&clause.number).filter(|_| clause.edition == to.id) else { return true };
        place == other
            || to.ancestors(place).any(|above| above == other)
            || to.ancestors(other).any(|above| above == place)
    };
    // If no third edition is named, only what is in one line with the clause can change.
    let is_near = |clause: &ClauseId| !world.is_of_two() || line(clause);
    let near: Vec<ClauseId> = requirements.iter().filter(|clause| is_near(clause)).cloned().collect();
    let is_of_target =
        |row: &Relation| if row.to.edition == to.id { is_near(&row.to) } else { row.from.iter().any(is_near) };
    let rows: Vec<&Relation> = agreed.iter().filter(|row| is_of_target(row)).copied().collect();
    let before = Counts::of(&world.levels(rows.iter().copied(), &near));
    let mut known: BTreeMap<(Word, Option<Strength>), Option<f64>> = BTreeMap::new();
    let coverages = unit.opinions.iter().map(|opinion: &Opinion<'_>| {
        *known.entry((opinion.word, opinion.reverse)).or_insert_with(|| {
            let with = Counts::of(&world.levels(rows.iter().copied().chain(opinion.row), &near));
            let tally = Tally {
                applicable: requirements.len(),
                full: base.full + with.full - before.full,
                partial: (base.partial + with.partial).saturating_sub(before.partial),
                presumed: 0,
            };
            tally.coverage(case.settings.partial_weight)
        })
    });
    Disagreement {
        from: unit.pair.from.clone(),
        to: unit.pair.to.clone(),
        words: unit.opinions.iter().map(|opinion| (opinion.word, opinion.reverse)).collect(),
        reasons: unit.opinions.iter().map(reason).collect(),
        coverages: coverages.collect(),
    }
}

/// Why a mapper says so, in the mapper's words.
pub(in crate::survey) fn reason(opinion: &Opinion<'_>) -> Option<crate::source::Text> {
    let row = opinion.row?;
    row.note.clone().or_else(|| row.add.clone())
}
