//! What speaks for each pair of clauses of two editions.

use std::collections::BTreeMap;
use std::ops::Range;

use super::index::ClauseIndex;
use super::links::{Link, Links};
use super::terms::Reader;
use crate::model::{Catalog, Clause, ClauseKind};

/// What speaks for a pair: each kind from 0 for nothing to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
    /// How much the two read like each other, by titles, headings and summaries.
    pub words: f32,
    /// How many third clauses read like one of the two and are related to the other, and how much.
    pub alike: f32,
    /// How many third clauses are related to both, and how far.
    pub through: f32,
    /// Whether they have one number in chapters whose titles have the same word stems.
    pub place: f32,
    /// How many attributes they share, and how rare.
    pub attributes: f32,
    /// Whether one is a heading and the other is none.
    pub is_across_kinds: bool,
    /// The third clause that reads like the target and is related to the candidate, and counts most.
    pub(super) like_target: Option<u32>,
    /// The third clause that reads like the candidate and is related to the target, and counts most.
    pub(super) like_candidate: Option<u32>,
}

/// The evidence for all pairs of two editions.
#[derive(Debug)]
pub struct Evidences {
    candidates: usize,
    pairs: Vec<Evidence>,
}

impl Evidences {
    /// Looks at every clause of an edition as a candidate for every clause of another one, the target.
    pub fn new(index: &ClauseIndex<'_>, links: &Links<'_>, from: &Catalog, to: &Catalog) -> Self {
        let [candidates, targets] = [from, to].map(|catalog| catalog.clauses().len());
        let mut all = Self { candidates, pairs: vec![Evidence::default(); candidates * targets] };
        let range = |catalog: &Catalog| {
            let first = index.first(&catalog.id).unwrap_or(0);
            first..first + catalog.clauses().len()
        };
        let (from_numbers, to_numbers) = (range(from), range(to));
        read(index, links, &to_numbers, &from_numbers, |target, candidate, read| {
            let pair = all.pair_mut(target, candidate);
            pair.words += read.words / 2.0;
            pair.alike += read.alike / 2.0;
            pair.like_target = read.third;
        });
        read(index, links, &from_numbers, &to_numbers, |candidate, target, read| {
            let pair = all.pair_mut(target, candidate);
            pair.words += read.words / 2.0;
            pair.alike += read.alike / 2.0;
            pair.like_candidate = read.third;
        });
        all.add_through(links, &from_numbers, &to_numbers);
        all.add_likeness_of_catalogs(from, to);
        all
    }

    /// What speaks for a pair, by the positions of the two in their catalogs.
    pub fn pair(&self, target: usize, candidate: usize) -> &Evidence {
        &self.pairs[target * self.candidates + candidate]
    }

    fn pair_mut(&mut self, target: usize, candidate: usize) -> &mut Evidence {
        &mut self.pairs[target * self.candidates + candidate]
    }

    fn add_through(&mut self, links: &Links<'_>, from: &Range<usize>, to: &Range<usize>) {
        let mut sums = vec![0.0; from.len()];
        for target in to.clone() {
            sums.fill(0.0);
            for pivot in pivots(links, target, from, to) {
                let onward = onward(links, pivot.to, from);
                let share = pivot.counts / (onward.len().max(1) as f64).sqrt();
                onward.iter().for_each(|link| sums[link.to - from.start] += share * link.counts);
            }
            for (candidate, sum) in sums.iter().enumerate().filter(|(_, sum)| **sum > 0.0) {
                self.pair_mut(target - to.start, candidate).through = bounded(*sum);
            }
        }
    }

    /// What the clauses themselves say: where they stand, what they are, and which attributes they have.
    fn add_likeness_of_catalogs(&mut self, from: &Catalog, to: &Catalog) {
        let mut reader = Reader::new();
        let chapters = [from, to].map(|catalog| {
            let mut title = |position| reader.terms(&catalog.chapter(position).title).into_iter().map(|term| term.stem);
            (0..catalog.clauses().len()).map(|position| title(position).collect()).collect::<Vec<Vec<String>>>()
        });
        let rarity = rarity(from);
        for (target, wanted) in to.clauses().iter().enumerate() {
            for (candidate, clause) in from.clauses().iter().enumerate() {
                let pair = self.pair_mut(target, candidate);
                pair.is_across_kinds = (wanted.kind == ClauseKind::Heading) != (clause.kind == ClauseKind::Heading);
                let shared: f64 = common_attributes(wanted, clause).filter_map(|pair| rarity.get(&pair)).sum();
                pair.attributes = bounded(shared);
            }
            if let Some(same) = from.position(&wanted.number).filter(|same| {
                let (theirs, ours) = (&chapters[0][*same], &chapters[1][target]);
                !ours.is_empty() && theirs == ours
            }) {
                self.pair_mut(target, same).place = 1.0;
            }
        }
    }
}

/// How a clause reads compared with another one.
struct Read {
    words: f32,
    alike: f32,
    third: Option<u32>,
}

/// Compares every clause of an edition with every clause of another one, and with third clauses that are related to it.
/// What is handed on are positions in the two editions.
fn read(
    index: &ClauseIndex<'_>,
    links: &Links<'_>,
    readers: &Range<usize>,
    others: &Range<usize>,
    mut hand_on: impl FnMut(usize, usize, Read),
) {
    let is_third = |number: &usize| !readers.contains(number) && !others.contains(number);
    let thirds: Vec<(usize, Vec<Link<'_>>)> = (0..index.len())
        .filter(is_third)
        .map(|third| (third, onward(links, third, others)))
        .filter(|(_, onward)| !onward.is_empty())
        .collect();
    let mut sums = vec![(0.0_f64, 0.0_f64, None); others.len()];
    for (position, number) in readers.clone().enumerate() {
        let likeness = index.likeness(number);
        sums.fill((0.0, 0.0, None));
        for (third, onward) in thirds.iter().filter(|(third, _)| likeness[*third] > 0.0) {
            // Nearly the same text is much stronger evidence than a word or two in common.
            let share = likeness[*third].powi(2) / (onward.len() as f64).sqrt();
            for link in onward {
                let adds = share * link.counts;
                let (sum, most, by) = &mut sums[link.to - others.start];
                *sum += adds;
                if adds > *most {
                    (*most, *by) = (adds, u32::try_from(*third).ok());
                }
            }
        }
        for (other, (sum, _, third)) in sums.iter().enumerate() {
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1 is rounded")]
            let words = likeness[others.start + other] as f32;
            hand_on(position, other, Read { words, alike: bounded(*sum), third: *third });
        }
    }
}

/// The rows that lead from a third clause to an edition.
fn onward<'l>(links: &Links<'l>, third: usize, edition: &Range<usize>) -> Vec<Link<'l>> {
    links.of(third).iter().filter(|link| edition.contains(&link.to)).copied().collect()
}

/// The third clauses to which rows lead from a target.
pub(super) fn pivots<'k, 'l>(
    links: &'k Links<'l>,
    target: usize,
    from: &'k Range<usize>,
    to: &'k Range<usize>,
) -> impl Iterator<Item = &'k Link<'l>> {
    links.of(target).iter().filter(|link| !from.contains(&link.to) && !to.contains(&link.to))
}

/// A sum as a share: however many there are, it stays below 1.
fn bounded(sum: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1 is rounded")]
    let share = (sum / (1.0 + sum)) as f32;
    share
}

/// The attributes that two clauses have in common.
pub(super) fn common_attributes<'c>(one: &'c Clause, other: &'c Clause) -> impl Iterator<Item = (&'c str, &'c str)> {
    one.attributes.iter().filter(|(name, value)| other.attributes.has(name, value))
}

/// How rare each attribute is in an edition: 1 if one clause has it, 0 if all have.
fn rarity(catalog: &Catalog) -> BTreeMap<(&str, &str), f64> {
    let mut holders: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for attribute in catalog.clauses().iter().flat_map(|clause| clause.attributes.iter()) {
        *holders.entry(attribute).or_default() += 1.0;
    }
    let all = (catalog.clauses().len() as f64).ln();
    let rarity = |count: f64| if all > 0.0 { 1.0 - count.ln() / all } else { 0.0 };
    holders.into_iter().map(|(attribute, count)| (attribute, rarity(count))).collect()
}
