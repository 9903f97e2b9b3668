//! Why a pair should be examined, in words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::evidence::{Evidence, common_attributes, pivots};
use super::index::ClauseIndex;
use super::links::{Link, Links};
use super::terms::Reader;
use super::weights::Weights;
use crate::load::folded;
use crate::model::{Catalog, Clause, ClauseId, EditionId, TableId};
use crate::query::words::{counted, listed, some_of};

/// How many words in common are named.
const WORDS: usize = 5;
/// A reason that has a smaller share in the score is not given, unless there is no other.
const LEAST_SHARE: f64 = 0.05;

/// Says why.
pub(super) struct Reasons<'i, 'l> {
    index: &'i ClauseIndex<'l>,
    links: &'i Links<'l>,
    from: &'l Catalog,
    to: &'l Catalog,
    reader: Reader,
    /// The tables of the rows that were named.
    tables: BTreeSet<&'l TableId>,
}

impl<'i, 'l> Reasons<'i, 'l> {
    pub(super) fn new(index: &'i ClauseIndex<'l>, links: &'i Links<'l>, from: &'l Catalog, to: &'l Catalog) -> Self {
        Self { index, links, from, to, reader: Reader::new(), tables: BTreeSet::new() }
    }

    /// What speaks for a pair, by the positions of the two in their catalogs; what counts most first.
    pub(super) fn of(
        &mut self,
        target: usize,
        candidate: usize,
        evidence: &Evidence,
        weights: &Weights,
    ) -> Vec<String> {
        let mut said: Vec<(f64, Reason<'l>)> = Vec::new();
        let mut say = |weight: f64, part: f32, reason: Option<Reason<'l>>| {
            let counts = weight * f64::from(part);
            said.extend(reason.filter(|_| counts > 0.0).map(|reason| (counts, reason)));
        };
        say(1.0, evidence.words, self.common_words(target, candidate).map(Reason::without_rows));
        say(weights.alike, evidence.alike, self.alike(target, candidate, evidence));
        say(weights.through, evidence.through, self.through(target, candidate));
        say(weights.place, evidence.place, Some(Reason::without_rows(self.place(target, candidate))));
        say(weights.attributes, evidence.attributes, self.attributes(target, candidate).map(Reason::without_rows));
        said.sort_by(|one, other| other.0.total_cmp(&one.0));
        let whole: f64 = said.iter().map(|(counts, _)| counts).sum();
        let most = said.first().map_or(0.0, |(counts, _)| *counts);
        let is_told = |counts: f64| counts >= LEAST_SHARE * whole || counts == most;
        let told = said.into_iter().filter(|(counts, _)| is_told(*counts)).map(|(_, reason)| reason);
        let tables = &mut self.tables;
        told.map(|reason| {
            tables.extend(reason.tables);
            reason.words
        })
        .collect()
    }

    /// The tables of the rows that were named, in the order of ids.
    pub(super) fn tables(self) -> Vec<TableId> {
        self.tables.into_iter().cloned().collect()
    }

    fn common_words(&mut self, target: usize, candidate: usize) -> Option<String> {
        let common = self.index.common(self.number(self.to, target), self.number(self.from, candidate));
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for text in texts(self.to, target) {
            for term in self.reader.terms(text) {
                written.entry(term.stem).or_insert(term.written);
            }
        }
        let words = common.iter().filter_map(|term| written.get(self.index.stem(*term)));
        let words: Vec<&str> = words.take(WORDS).map(String::as_str).collect();
        (!words.is_empty()).then(|| format!("words in common: {}", words.join(", ")))
    }

    fn alike(&self, target: usize, candidate: usize, evidence: &Evidence) -> Option<Reason<'l>> {
        let (target, candidate) = (self.number(self.to, target), self.number(self.from, candidate));
        let by = |third: Option<u32>, read: usize, related: usize| {
            let third = third? as usize;
            let link = self.links.of(third).iter().find(|link| link.to == related)?;
            let [third, read, related] = [third, read, related].map(|number| self.index.id(number));
            let (read, related) = (read.number, related.number);
            let strength = link.strength;
            let words = format!("{third} has similar words to {read}, and a row relates it to {related} ({strength})");
            Some((words, link.table))
        };
        let ways = [by(evidence.like_target, target, candidate), by(evidence.like_candidate, candidate, target)];
        let (words, tables): (Vec<String>, Vec<&TableId>) = ways.into_iter().flatten().unzip();
        (!words.is_empty()).then(|| Reason { words: words.join("; "), tables })
    }

    fn through(&self, target: usize, candidate: usize) -> Option<Reason<'l>> {
        let candidate = self.number(self.from, candidate);
        let [from, to] = [self.from, self.to].map(|catalog| self.range(catalog));
        let mut thirds: Vec<ClauseId> = Vec::new();
        let (mut strengths, mut tables) = (Vec::new(), Vec::new());
        for pivot in pivots(self.links, self.number(self.to, target), &from, &to) {
            let onward: Option<&Link<'l>> = self.links.of(pivot.to).iter().find(|link| link.to == candidate);
            if let Some(onward) = onward {
                thirds.push(self.index.id(pivot.to));
                strengths.push((onward.strength, pivot.strength));
                tables.extend([onward.table, pivot.table]);
            }
        }
        let editions: BTreeSet<&EditionId> = thirds.iter().map(|third| &third.edition).collect();
        let shown = |(third, (one, other)): (&ClauseId, &(_, _))| format!("{third} ({one}, {other})");
        let named: Vec<String> = thirds.iter().zip(&strengths).map(shown).collect();
        let words = match named.as_slice() {
            [] => return None,
            [one] => format!("rows relate both to {one}"),
            several => {
                let standards = counted(editions.len(), "standard", "standards");
                format!("rows relate both to clauses of {standards}: {}", some_of(several))
            }
        };
        Some(Reason { words, tables })
    }

    fn place(&self, target: usize, candidate: usize) -> String {
        let [one, other] = [(self.to, target), (self.from, candidate)]
            .map(|(catalog, position)| folded(&catalog.chapter(position).title));
        // Of other titles the words have the same stems.
        let likeness = if one == other { "the same" } else { "a similar" };
        format!("the same number in a chapter of {likeness} title")
    }

    fn attributes(&self, target: usize, candidate: usize) -> Option<String> {
        let shared = common_attributes(&self.to.clauses()[target], &self.from.clauses()[candidate]);
        let shared: Vec<String> = shared.map(|(name, value)| format!("{name} {value}")).collect();
        (!shared.is_empty()).then(|| format!("both have {}", listed(&shared)))
    }

    fn number(&self, catalog: &Catalog, position: usize) -> usize {
        self.index.first(&catalog.id).unwrap_or(0) + position
    }

    fn range(&self, catalog: &Catalog) -> Range<usize> {
        self.number(catalog, 0)..self.number(catalog, catalog.clauses().len())
    }
}

/// A reason, and the tables of the rows that it names.
struct Reason<'l> {
    words: String,
    tables: Vec<&'l TableId>,
}

impl Reason<'_> {
    fn without_rows(words: String) -> Self {
        Self { words, tables: Vec::new() }
    }
}

/// What is read of a clause: its title and summary, and the titles above it and right below it.
fn texts(catalog: &Catalog, position: usize) -> impl Iterator<Item = &str> {
    let clauses = catalog.clauses();
    let title = |position: usize| clauses[position].title.as_str();
    let clause: &Clause = &clauses[position];
    let summary = clause.summary.as_ref().map(|summary| summary.as_str());
    let around = catalog.ancestors(position).chain(catalog.children(position).iter().copied()).map(title);
    std::iter::once(clause.title.as_str()).chain(summary).chain(around)
}
