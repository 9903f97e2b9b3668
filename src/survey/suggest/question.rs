//! Which clauses of an edition should be examined for each clause of another one.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use super::evidence::{Evidence, Evidences};
use super::index::ClauseIndex;
use super::links::Links;
use super::reasons::Reasons;
use super::weights::Weights;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{
    Catalog, Clause, ClauseId, ClauseKind, EditionId, PairDecisions, PairVerdict, Strength, Table, TableId,
};
use crate::query::case::Case;

/// Suggests pairs of clauses for a new relation table, best first, each with its reasons
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[group(skip)]
pub struct Suggest {
    /// The edition that covers, by id or alias: candidates are its clauses
    pub from: String,
    /// The edition that is covered, by id or alias: each of its requirements gets candidates
    pub to: String,
    /// Only for this clause of the covered edition, or for those below it; may be given several times
    #[arg(long = "for", value_name = "CLAUSE")]
    pub clauses: Vec<String>,
    /// The largest number of candidates for each clause
    #[arg(long, value_name = "N", default_value = "5", value_parser = crate::query::settings::one_or_more)]
    pub limit: NonZeroUsize,
    /// Also suggest candidates for headings
    #[arg(long)]
    pub headings: bool,
    /// Also rank pairs about which a relation table already says something
    #[arg(long)]
    pub stated: bool,
}

/// Candidates for clauses.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestions {
    /// The edition of the candidates.
    pub from: EditionId,
    /// The edition of the clauses for which they are.
    pub to: EditionId,
    /// The clauses in published order, each with its candidates.
    pub targets: Vec<SuggestedFor>,
    /// The tables of the rows that the reasons name, in the order of ids.
    pub tables: Vec<TableId>,
    /// What was not ranked.
    pub left_out: LeftOut,
}

/// A clause with its candidates.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestedFor {
    /// The clause.
    pub target: ClauseId,
    /// Clauses that should be examined, best first; if nothing distinguishes two, in published order.
    pub candidates: Vec<Suggestion>,
}

/// A clause that should be examined.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Which one.
    pub clause: ClauseId,
    /// How much speaks for it, above 0 and at most 1; see [`Weights::score`].
    pub score: f64,
    /// What speaks for it.
    pub evidence: Evidence,
    /// The same in words, what counts most first.
    pub reasons: Vec<String>,
}

/// What was not ranked, because it is decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Pairs about which a relation table says something.
    pub stated: usize,
    /// Pairs that were refused.
    pub refused: usize,
    /// Pairs that were marked as unsure.
    pub unsure: usize,
    /// Clauses that, according to a relation table, nothing covers.
    pub uncovered: usize,
}

impl Suggest {
    /// Ranks every clause of one edition for each asked clause of the other.
    pub fn ask(&self, case: Case<'_>, decisions: &PairDecisions) -> Result<Suggestions, Refusal> {
        let from = name::edition(&self.from, case.library)?;
        let to = name::edition(&self.to, case.library)?;
        if from.id == to.id {
            return Err(Refusal::new(
                format!("{} and {} are the same edition", self.from, self.to),
                "name two different editions",
            ));
        }
        let asked = self.asked(case, to)?;
        let stated = if self.stated { Stated::default() } else { Stated::by(case, from, to)? };
        let index = ClauseIndex::new(case.library);
        let links = Links::new(&index, case.crosswalk);
        let evidences = Evidences::new(&index, &links, from, to);
        let (weights, mut left_out) = (Weights::default(), LeftOut::default());
        let mut reasons = Reasons::new(&index, &links, from, to);
        let mut targets = Vec::new();
        for position in asked {
            let target = id(to, position);
            if stated.targets.contains(&position) {
                left_out.uncovered += 1;
                continue;
            }
            let mut ranked: Vec<(f64, usize)> = Vec::new();
            for (candidate, _) in from.clauses().iter().enumerate().filter(|(_, clause)| is_candidate(clause)) {
                let is_stated = stated.candidates.contains(&candidate) || stated.pairs.contains(&(position, candidate));
                let score = weights.score(evidences.pair(position, candidate));
                match decisions.of(&id(from, candidate), &target).map(|decision| decision.verdict) {
                    _ if is_stated => left_out.stated += 1,
                    Some(PairVerdict::Refused) => left_out.refused += 1,
                    Some(PairVerdict::Unsure) => left_out.unsure += 1,
                    None if score > 0.0 => ranked.push((score, candidate)),
                    None => {}
                }
            }
            ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            ranked.truncate(self.limit.get());
            let candidate = |(score, candidate): &(f64, usize)| {
                let evidence = *evidences.pair(position, *candidate);
                let reasons = reasons.of(position, *candidate, &evidence, &weights);
                Suggestion { clause: id(from, *candidate), score: *score, evidence, reasons }
            };
            let candidates = ranked.iter().map(candidate).collect();
            targets.push(SuggestedFor { target, candidates });
        }
        Ok(Suggestions { from: from.id.clone(), to: to.id.clone(), targets, tables: reasons.tables(), left_out })
    }

    /// The positions of the requested clauses, in published order.
    fn asked(&self, case: Case<'_>, to: &Catalog) -> Result<BTreeSet<usize>, Refusal> {
        let clauses = to.clauses();
        let is_wanted = |position: &usize| match clauses[*position].kind {
            ClauseKind::Requirement => true,
            ClauseKind::Heading => self.headings,
            ClauseKind::Informative => false,
        };
        if self.clauses.is_empty() {
            return Ok((0..clauses.len()).filter(is_wanted).collect());
        }
        let mut asked = BTreeSet::new();
        for name in &self.clauses {
            let clause = name::clause_of(name, case.library, std::slice::from_ref(&to.id))?;
            let position = to.position(&clause.number).filter(|_| clause.edition == to.id);
            let Some(position) = position else {
                let message = format!("{clause} is not a clause of {}", to.id);
                return Err(Refusal::new(
                    message,
                    "candidates are for clauses of the second edition: change the order",
                ));
            };
            if clauses[position].kind == ClauseKind::Informative {
                let message = format!("{clause} is informative, so nothing is related to it");
                return Err(Refusal::new(message, "name a requirement or a heading"));
            }
            let is_below = |other: &usize| to.ancestors(*other).any(|above| above == position);
            let below: Vec<usize> = (0..clauses.len()).filter(|other| is_below(other) && is_wanted(other)).collect();
            // A heading that is named is meant with what is below it, and alone if headings are requested.
            if clauses[position].kind == ClauseKind::Requirement || self.headings || below.is_empty() {
                asked.insert(position);
            }
            asked.extend(below);
        }
        Ok(asked)
    }
}

/// What relation tables already say, by positions in the two catalogs.
#[derive(Default)]
struct Stated {
    /// A target and a candidate.
    pairs: BTreeSet<(usize, usize)>,
    /// Targets that, according to a table, nothing covers.
    targets: BTreeSet<usize>,
    /// Candidates that, according to a table, have no counterpart.
    candidates: BTreeSet<usize>,
}

impl Stated {
    fn by(case: Case<'_>, from: &Catalog, to: &Catalog) -> Result<Self, Refusal> {
        let mut stated = Self::default();
        let position = |catalog: &Catalog, clause: &ClauseId| {
            catalog.position(&clause.number).filter(|_| clause.edition == catalog.id)
        };
        for (table, row) in case.crosswalk.rows() {
            if row.from.is_empty() && row.forward == Strength::None {
                let is_of_pair = |one: &EditionId, other: &EditionId| (&table.from, &row.to.edition) == (one, other);
                if is_of_pair(&from.id, &to.id) {
                    stated.targets.extend(position(to, &row.to));
                } else if is_of_pair(&to.id, &from.id) {
                    stated.candidates.extend(position(from, &row.to));
                }
            }
            for clause in &row.from {
                let there = position(from, clause).zip(position(to, &row.to));
                let back = position(from, &row.to).zip(position(to, clause));
                stated.pairs.extend(there.or(back).map(|(candidate, target)| (target, candidate)));
            }
        }
        let selection = case.settings.selection(case.library)?;
        let takes_part = |table: &&Table| selection.takes_table(table) && selection.takes(table.confidence);
        for table in case.library.tables().filter(takes_part) {
            if (&table.from, &table.to) == (&from.id, &to.id) {
                stated.candidates.extend(table.unrelated.keys().filter_map(|number| from.position(number)));
            } else if (&table.from, &table.to) == (&to.id, &from.id) {
                stated.targets.extend(table.unrelated.keys().filter_map(|number| to.position(number)));
            }
        }
        Ok(stated)
    }
}

fn id(catalog: &Catalog, position: usize) -> ClauseId {
    ClauseId { edition: catalog.id.clone(), number: catalog.clauses()[position].number.clone() }
}

/// Whether a clause may cover another one.
fn is_candidate(clause: &Clause) -> bool {
    clause.kind != ClauseKind::Informative
}
