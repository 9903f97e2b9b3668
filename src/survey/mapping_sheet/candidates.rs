//! The clauses that should be examined for a requirement, each with the reasons.
//!
//! Words in common are not the subject of this file: what ranks clauses by them, or by anything else, is a
//! [`CandidateSource`] and is used in addition to the tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::Composed;
use crate::model::{Catalog, ClauseId, ClauseKind, Direction, Relation, Strength, Table, TableId};
use crate::query::case::Case;
use crate::query::words;

/// Why a clause should be examined, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A table relates the two.
    Stated(String),
    /// Rows in a chain decide how the two lie to each other.
    Follows(String),
    /// A table relates it, or a heading above it, to a heading above the requirement, or a heading above it to the requirement.
    Heading(String),
    /// Chains of two rows join the two and leave it open whether they share anything.
    Undecided(String),
    /// Somebody else suggests it, in words.
    Suggested(String),
}

/// A clause that should be examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The clause.
    pub from: ClauseId,
    /// Why, strongest first; never empty.
    pub reasons: Vec<Reason>,
    /// How many clauses of other editions join the two by undecided chains.
    pub pivots: usize,
    /// The tables of the rows that the reasons rest on, but for those of other sources.
    pub tables: BTreeSet<TableId>,
}

/// A source of clauses of an edition that should be examined for a requirement of another.
pub trait CandidateSource {
    /// The clauses of `from`, the likeliest first, each with the reason in words.
    fn candidates(&self, case: Case<'_>, from: &Catalog, to: &ClauseId) -> Vec<(ClauseId, String)>;

    /// The tables that its reasons rest on.
    fn tables(&self) -> &[TableId] {
        &[]
    }
}

impl Reason {
    /// The reason in words.
    pub fn words(&self) -> &str {
        match self {
            Self::Stated(words)
            | Self::Follows(words)
            | Self::Heading(words)
            | Self::Undecided(words)
            | Self::Suggested(words) => words,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Stated(_) => 0,
            Self::Follows(_) => 1,
            Self::Heading(_) => 2,
            Self::Undecided(_) => 3,
            Self::Suggested(_) => 4,
        }
    }
}

/// A row as it is seen from one of its clauses.
#[derive(Clone, Copy)]
struct Tie<'c> {
    other: &'c ClauseId,
    table: &'c Table,
    relation: &'c Relation,
    direction: Direction,
}

/// The clauses of other editions that join two clauses, and the tables that relate them to both.
#[derive(Default)]
struct Joining<'c> {
    clauses: BTreeSet<&'c ClauseId>,
    tables: BTreeSet<&'c TableId>,
}

/// What tables know of candidates, gathered once for all requirements.
pub(super) struct Known<'c> {
    case: Case<'c>,
    from: &'c Catalog,
    ties: BTreeMap<&'c ClauseId, Vec<Tie<'c>>>,
    /// What follows of each requirement through chains that decide something.
    decided: BTreeMap<ClauseId, Vec<Followed<'c>>>,
}

/// What follows of a clause over a chain: the clause, the chain in words, and its tables.
struct Followed<'c> {
    from: ClauseId,
    words: String,
    tables: Vec<&'c TableId>,
}

/// The reasons for a candidate, and the tables that they rest on.
#[derive(Default)]
struct Reasons {
    reasons: BTreeSet<Reason>,
    tables: BTreeSet<TableId>,
}

impl<'c> Known<'c> {
    pub(super) fn of(case: Case<'c>, from: &'c Catalog, to: &'c Catalog) -> Self {
        let mut ties: BTreeMap<&ClauseId, Vec<Tie<'_>>> = BTreeMap::new();
        for (table, relation) in case.crosswalk.rows().filter(|(_, relation)| relation.forward != Strength::None) {
            for other in &relation.from {
                let tie = |other, direction| Tie { other, table, relation, direction };
                ties.entry(&relation.to).or_default().push(tie(other, Direction::Backward));
                ties.entry(other).or_default().push(tie(&relation.to, Direction::Forward));
            }
        }
        let mut decided: BTreeMap<ClauseId, Vec<Followed<'_>>> = BTreeMap::new();
        for clause in from.requirements() {
            let source = ClauseId { edition: from.id.clone(), number: clause.number.clone() };
            for composed in case.crosswalk.composed(&source, &to.id, case.settings.max_hops) {
                if composed.steps.len() > 1 {
                    let tables = composed.steps.iter().map(|step| &step.table.id).collect();
                    let followed = Followed { from: source.clone(), words: follows(&composed), tables };
                    decided.entry(composed.to.clone()).or_default().push(followed);
                }
            }
        }
        Self { case, from, ties, decided }
    }

    /// The candidates of a requirement, those with the strongest reasons first, then those that most pivots join, then in the order of
    /// clauses.
    pub(super) fn candidates(
        &self,
        to: &'c ClauseId,
        headings: &[ClauseId],
        others: &[&dyn CandidateSource],
    ) -> Vec<Candidate> {
        let mut reasons: BTreeMap<ClauseId, Reasons> = BTreeMap::new();
        let mut add = |from: &ClauseId, reason: Reason, tables: &[&TableId]| {
            let known = reasons.entry(from.clone()).or_default();
            known.reasons.insert(reason);
            known.tables.extend(tables.iter().map(|table| (*table).clone()));
        };
        for tie in self.ties_of(to).filter(|tie| tie.other.edition == self.from.id) {
            let tables = [&tie.table.id];
            add(tie.other, Reason::Stated(said(&tie)), &tables);
            for below in self.below(tie.other) {
                let words = format!("{} for its heading {}", said(&tie), tie.other.number);
                add(&below, Reason::Heading(words), &tables);
            }
        }
        for Followed { from, words, tables } in self.decided.get(to).into_iter().flatten() {
            add(from, Reason::Follows(words.clone()), tables);
        }
        for heading in headings {
            for tie in self.ties_of(heading).filter(|tie| tie.other.edition == self.from.id) {
                let words = format!("{} for the heading {}", said(&tie), heading.number);
                let tables = [&tie.table.id];
                add(tie.other, Reason::Heading(words.clone()), &tables);
                for below in self.below(tie.other) {
                    add(&below, Reason::Heading(words.clone()), &tables);
                }
            }
        }
        let mut pivots: BTreeMap<&ClauseId, Joining<'_>> = BTreeMap::new();
        for near in self.ties_of(to).filter(|tie| ![&self.from.id, &to.edition].contains(&&tie.other.edition)) {
            for far in self.ties_of(near.other).filter(|far| far.other.edition == self.from.id) {
                let joining = pivots.entry(far.other).or_default();
                joining.clauses.insert(near.other);
                joining.tables.extend([&near.table.id, &far.table.id]);
            }
        }
        // Chapters touch each other over what is wide; that points at no requirement.
        let is_heading = |clause: &ClauseId| {
            self.from.clause(&clause.number).is_some_and(|clause| clause.kind == ClauseKind::Heading)
        };
        pivots.retain(|from, _| !is_heading(from));
        for (from, Joining { clauses, tables }) in &pivots {
            let names: Vec<String> = clauses.iter().map(ToString::to_string).collect();
            let tables: Vec<&TableId> = tables.iter().copied().collect();
            add(from, Reason::Undecided(format!("both are related to {}", words::some_of(&names))), &tables);
        }
        for (from, words) in others.iter().flat_map(|source| source.candidates(self.case, self.from, to)) {
            add(&from, Reason::Suggested(words), &[]);
        }
        let candidate = |(from, Reasons { reasons, tables }): (ClauseId, Reasons)| {
            let pivots = pivots.get(&from).map_or(0, |joining| joining.clauses.len());
            Candidate { pivots, reasons: reasons.into_iter().collect(), tables, from }
        };
        let mut candidates: Vec<Candidate> = reasons.into_iter().map(candidate).collect();
        candidates.sort_by_key(|one| {
            let rank = one.reasons.first().map_or(u8::MAX, Reason::rank);
            (rank, std::cmp::Reverse(one.pivots), self.from.position(&one.from.number))
        });
        candidates
    }

    fn ties_of(&self, clause: &ClauseId) -> impl Iterator<Item = Tie<'c>> {
        self.ties.get(clause).into_iter().flatten().copied()
    }

    /// The requirements below a heading of the edition that covers.
    fn below(&self, clause: &ClauseId) -> Vec<ClauseId> {
        let kind = self.from.clause(&clause.number).map(|clause| clause.kind);
        match kind {
            Some(ClauseKind::Heading) => self.case.crosswalk.requirements_of(clause).into_iter().cloned().collect(),
            Some(ClauseKind::Requirement | ClauseKind::Informative) | None => Vec::new(),
        }
    }
}

/// What a row says, with its table.
fn said(tie: &Tie<'_>) -> String {
    let Tie { table, relation, direction, .. } = tie;
    let draft = if table.is_draft { ", a draft" } else { "" };
    let way = match direction {
        Direction::Backward => "",
        Direction::Forward => " in the reverse direction",
    };
    format!("{}{way} in {}{draft}", relation.forward, table.id)
}

fn follows(composed: &Composed<'_, '_>) -> String {
    let chain = &composed.chain;
    let between = chain.get(1..chain.len().saturating_sub(1)).unwrap_or_default();
    format!("follows through {}", words::joined(between, ", "))
}
