//! The words of all clauses, and how much one clause reads like another: BM25 over stems.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use super::terms::{Reader, Term};
use crate::model::{Catalog, ClauseId, EditionId, Library};

/// What a word counts in the title of a clause, in the titles above it, and in those right below it; in its summary, 1.
const TITLE: f64 = 2.0;
const ABOVE: f64 = 0.7;
const BELOW: f64 = 0.3;

/// The usual constants of BM25: how soon more of a word is enough, and how far length is compensated.
const ENOUGH: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// The clauses of a library by their words. Clauses are numbered in the order of editions and then of their catalogs.
#[derive(Debug)]
pub struct ClauseIndex<'l> {
    /// Each edition with the number of its first clause.
    catalogs: Vec<(usize, &'l Catalog)>,
    /// The terms of each clause with what they count, in the order of terms.
    documents: Vec<Vec<(u32, f64)>>,
    /// What a term adds to the likeness with each clause that has it.
    postings: Vec<Vec<(u32, f64)>>,
    /// The stem of each term.
    stems: Vec<String>,
}

impl<'l> ClauseIndex<'l> {
    /// Reads the titles and summaries of all clauses.
    pub fn new(library: &'l Library) -> Self {
        let (mut catalogs, mut documents, mut first) = (Vec::new(), Vec::new(), 0);
        let (mut reader, mut numbers) = (Reader::new(), Numbers::default());
        for catalog in library.catalogs() {
            catalogs.push((first, catalog));
            first += catalog.clauses().len();
            let titles: Vec<Vec<u32>> =
                catalog.clauses().iter().map(|clause| numbers.of(&reader.terms(&clause.title))).collect();
            for (position, clause) in catalog.clauses().iter().enumerate() {
                let mut document: BTreeMap<u32, f64> = BTreeMap::new();
                let mut add = |terms: &[u32], counts: f64| {
                    terms.iter().for_each(|term| *document.entry(*term).or_default() += counts);
                };
                add(&titles[position], TITLE);
                catalog.ancestors(position).for_each(|above| add(&titles[above], ABOVE));
                catalog.children(position).iter().for_each(|below| add(&titles[*below], BELOW));
                if let Some(summary) = &clause.summary {
                    add(&numbers.of(&reader.terms(summary)), 1.0);
                }
                documents.push(document.into_iter().collect());
            }
        }
        let postings = postings(&documents, numbers.stems.len());
        Self { catalogs, documents, postings, stems: numbers.stems }
    }

    /// How many clauses there are.
    pub(super) fn len(&self) -> usize {
        self.documents.len()
    }

    /// The number of the first clause of an edition.
    pub(super) fn first(&self, edition: &EditionId) -> Option<usize> {
        let at = self.catalogs.binary_search_by(|(_, catalog)| catalog.id.cmp(edition)).ok()?;
        Some(self.catalogs[at].0)
    }

    /// The number of a clause.
    pub(super) fn number(&self, clause: &ClauseId) -> Option<usize> {
        let at = self.catalogs.binary_search_by(|(_, catalog)| catalog.id.cmp(&clause.edition)).ok()?;
        let (first, catalog) = self.catalogs[at];
        Some(first + catalog.position(&clause.number)?)
    }

    /// The edition of the clause with a number, and its position there.
    pub(super) fn place(&self, number: usize) -> (&'l Catalog, usize) {
        let at = self.catalogs.partition_point(|(first, _)| *first <= number) - 1;
        let (first, catalog) = self.catalogs[at];
        (catalog, number - first)
    }

    /// The clause with a number.
    pub(super) fn id(&self, number: usize) -> ClauseId {
        let (catalog, position) = self.place(number);
        ClauseId { edition: catalog.id.clone(), number: catalog.clauses()[position].number.clone() }
    }

    /// The stem that a term is.
    pub(super) fn stem(&self, term: u32) -> &str {
        &self.stems[term as usize]
    }

    /// How much every clause reads like one: 1 for the clause of another edition that does most.
    pub(super) fn likeness(&self, clause: usize) -> Vec<f64> {
        let mut likeness = vec![0.0; self.len()];
        for (term, counts) in &self.documents[clause] {
            for (other, adds) in &self.postings[*term as usize] {
                likeness[*other as usize] += counts * adds;
            }
        }
        let (catalog, position) = self.place(clause);
        let home = clause - position..clause - position + catalog.clauses().len();
        let others = likeness.iter().enumerate().filter(|(number, _)| !home.contains(number));
        let most = others.map(|(_, likeness)| *likeness).fold(0.0, f64::max);
        if most > 0.0 {
            likeness.iter_mut().for_each(|likeness| *likeness /= most);
        }
        likeness
    }

    /// The terms that two clauses have in common, starting with the most distinctive ones.
    pub(super) fn common(&self, clause: usize, other: usize) -> Vec<u32> {
        let adds = |term: u32| {
            let postings = &self.postings[term as usize];
            let at = postings.binary_search_by_key(&other, |(clause, _)| *clause as usize).ok()?;
            Some(postings[at].1)
        };
        let common = self.documents[clause].iter();
        let mut common: Vec<(u32, f64)> =
            common.filter_map(|(term, counts)| Some((*term, (counts * adds(*term)? * 1e5).round()))).collect();
        common.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        common.into_iter().map(|(term, _)| term).collect()
    }
}

/// What each term adds to the likeness with each clause, for every time that it counts in the other one.
fn postings(documents: &[Vec<(u32, f64)>], terms: usize) -> Vec<Vec<(u32, f64)>> {
    let lengths: Vec<f64> = documents.iter().map(|document| document.iter().map(|(_, counts)| counts).sum()).collect();
    let all = documents.len().max(1) as f64;
    let average = (lengths.iter().sum::<f64>() / all).max(f64::MIN_POSITIVE);
    let mut postings: Vec<Vec<(u32, f64)>> = vec![Vec::new(); terms];
    for (number, (document, length)) in documents.iter().zip(&lengths).enumerate() {
        for (term, counts) in document {
            let often = counts * (ENOUGH + 1.0) / (counts + ENOUGH * (1.0 - LENGTH + LENGTH * length / average));
            postings[*term as usize].push((u32::try_from(number).unwrap_or(u32::MAX), often));
        }
    }
    for clauses in &mut postings {
        let holders = clauses.len() as f64;
        let rarity = (1.0 + (all - holders + 0.5) / (holders + 0.5)).ln();
        clauses.iter_mut().for_each(|(_, adds)| *adds *= rarity);
    }
    postings
}

/// Terms by number, in the order in which they were first met.
#[derive(Default)]
struct Numbers {
    known: HashMap<String, u32, FixedState>,
    stems: Vec<String>,
}

impl Numbers {
    fn of(&mut self, terms: &[Term]) -> Vec<u32> {
        let number = |term: &Term| match self.known.get(&term.stem) {
            Some(known) => *known,
            None => {
                let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
                self.known.insert(term.stem.clone(), next);
                self.stems.push(term.stem.clone());
                next
            }
        };
        terms.iter().map(number).collect()
    }
}
