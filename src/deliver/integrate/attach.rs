//! What each requirement of a further edition adds to the existing system, and which clauses it attaches to.

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Inference, Level, WhatIf};
use crate::language::{Phrase, words_of};
use crate::model::{Catalog, Clause, ClauseId, ClauseKind, ClauseNumber, Confidence, EditionId, TableId};
use crate::query::advice::{self, Part};
use crate::query::case::Case;
use crate::query::tally::{Tally, tone};
use crate::query::words;
use crate::report::Tone;
use crate::source::Text;

/// How a requirement becomes part of an integrated system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IntegrationKind {
    /// It is of the base.
    Base,
    /// It requires nothing that is not already there.
    Covered,
    /// It extends something that is there.
    Extend,
    /// Some of its chapter is there, which may be some of it or not: it has to be compared.
    Verify,
    /// It is separate.
    New,
}

impl IntegrationKind {
    /// All of them, starting with those that require least.
    pub const ALL: [Self; 5] = [Self::Base, Self::Covered, Self::Extend, Self::Verify, Self::New];

    fn of(level: Level) -> Self {
        match level {
            Level::Full => Self::Covered,
            Level::Partial => Self::Extend,
            Level::Presumed => Self::Verify,
            Level::None => Self::New,
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Self::Base => Tone::Plain,
            Self::Covered => tone(Level::Full),
            Self::Extend => tone(Level::Partial),
            Self::Verify => tone(Level::Presumed),
            Self::New => tone(Level::None),
        }
    }
}

words_of!(IntegrationKind {
    Base => "base", "integrate-base";
    Covered => "covered", "integrate-covered";
    Extend => "extend", "integrate-extend";
    Verify => "verify", "integrate-verify";
    New => "new", "integrate-new";
});

/// Clauses to which a requirement attaches: they give it its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// One clause that does so alone, a heading if it needs all requirements below it; or several that do so together.
    pub to: Vec<ClauseId>,
    /// What remains to be done, by the rows of the best chain.
    pub add: String,
    /// The same as far as the requirement itself says it, if those rows do not say it; empty if nothing remains.
    pub rest: Phrase,
    /// How many rows the chain has.
    pub hops: u32,
    /// Their tables.
    pub tables: Vec<TableId>,
    /// The confidence of the least confident one.
    pub confidence: Option<Confidence>,
}

impl Attachment {
    fn new(case: Case<'_>, inference: &Inference<'_, '_>, clause: &ClauseId, to: Vec<ClauseId>) -> Self {
        let steps = inference.steps(clause);
        let tables = words::tables(&steps);
        let add = words::adds(&steps);
        let rest = match inference.level(clause) {
            Some(Level::Partial) if add.is_empty() => {
                let part = Part { by: to.iter().collect(), chain: inference.chain(clause), steps };
                advice::left(case.library, clause, &[part], &ToString::to_string)
            }
            _ => Phrase::default(),
        };
        let hops = inference.hops(clause).unwrap_or(0);
        Self { to, add, rest, hops, tables, confidence: inference.confidence(clause) }
    }
}

/// A requirement of an integrated system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integrated {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// How much of it is in place with the editions before its own; nothing for the base.
    pub level: Option<Level>,
    /// What follows from that.
    pub kind: IntegrationKind,
    /// To what it attaches, in the order of editions and clauses; nothing if nothing is certain.
    pub attachments: Vec<Attachment>,
    /// What has requirements in common with its chapter, where that is all that is known: no duplicate and no
    /// extension, but the place to compare it with.
    pub hint: Option<Attachment>,
}

/// A run with the tally of the edition that it was made for.
pub(super) type Run<'c> = (Inference<'c, 'c>, Tally);

/// How much of each edition is in place where all those before it are; of the first one, nothing.
pub(super) fn runs<'c>(case: Case<'c>, editions: &[&Catalog]) -> Vec<Run<'c>> {
    let open = case.crosswalk.no_assumptions();
    let mut before: BTreeSet<EditionId> = BTreeSet::new();
    let mut runs = Vec::new();
    for catalog in editions {
        let inference =
            case.crosswalk.infer(&case.crosswalk.assuming_full(&open, &before, false), case.settings.max_hops);
        let tally = Tally::of(case.crosswalk.requirements(&catalog.id).map(|clause| inference.level(clause)));
        runs.push((inference, tally));
        before.insert(catalog.id.clone());
    }
    runs
}

/// Every requirement of the editions, in their order, with what it attaches to.
///
/// A requirement attaches to each clause before it that alone gives it its level, to a heading only if nothing below
/// the heading does. Where none does so alone, it attaches to all that its best chain starts from, together. What is only
/// presumed attaches to nothing: with all editions before it in place, it depends on a hint about its chapter.
pub(super) fn requirements(case: Case<'_>, editions: &[&Catalog], runs: &[Run<'_>]) -> Vec<Integrated> {
    let mut of_editions: Vec<Vec<Integrated>> = Vec::new();
    for (number, (catalog, (inference, _))) in editions.iter().zip(runs).enumerate() {
        let ids = case.crosswalk.requirements(&catalog.id);
        let requirement = |(clause, id): (&Clause, &ClauseId)| {
            let level = if number == 0 { None } else { inference.level(id) };
            Integrated {
                clause: id.clone(),
                title: clause.title.clone(),
                level,
                kind: level.map_or(IntegrationKind::Base, IntegrationKind::of),
                attachments: Vec::new(),
                hint: None,
            }
        };
        of_editions.push(catalog.requirements().zip(ids).map(requirement).collect());
    }
    for (number, catalog) in editions.iter().enumerate() {
        attach_alone(case, catalog, &mut of_editions[number + 1..]);
    }
    for (number, (requirements, (inference, _))) in of_editions.iter_mut().zip(runs).enumerate() {
        for requirement in requirements {
            if requirement.level > Some(Level::None) && requirement.attachments.is_empty() {
                let origins = inference.origins(&requirement.clause).into_iter().collect();
                let to = collapsed(case, &editions[..number], &origins, |_| true);
                let attachment = Attachment::new(case, inference, &requirement.clause, to);
                match requirement.kind {
                    IntegrationKind::Verify => requirement.hint = Some(attachment),
                    IntegrationKind::Base
                    | IntegrationKind::Covered
                    | IntegrationKind::Extend
                    | IntegrationKind::New => requirement.attachments.push(attachment),
                }
            }
        }
    }
    of_editions.into_iter().flatten().collect()
}

/// Attaches what is certain of requirements to each clause of an earlier edition that alone makes it so.
fn attach_alone(case: Case<'_>, catalog: &Catalog, later: &mut [Vec<Integrated>]) {
    let open = case.crosswalk.no_assumptions();
    let watched: Vec<ClauseId> = later.iter().flatten().map(|requirement| requirement.clause.clone()).collect();
    let mut what_if = WhatIf::new(case.crosswalk, &open, &watched, case.settings.max_hops);
    let starts: Vec<usize> = later.iter().flatten().map(|requirement| requirement.attachments.len()).collect();
    for (position, place) in places(catalog) {
        // Nothing is stated, so what does not rise is at none.
        let mut levels = vec![None; watched.len()];
        for rise in what_if.rises(case.crosswalk.requirements_of(&place)) {
            levels[rise.place] = Some(rise.level);
        }
        let stands_below = |known: &Attachment| {
            let below = known.to.first().filter(|first| first.edition == catalog.id);
            let below = below.and_then(|first| catalog.position(&first.number));
            below.is_some_and(|below| catalog.ancestors(below).any(|above| above == position))
        };
        // Levels show whether anything attaches; only then chains are needed.
        let mut inference = None;
        for ((requirement, start), level) in later.iter_mut().flatten().zip(&starts).zip(levels) {
            if level > Some(Level::Presumed)
                && level == requirement.level
                && !requirement.attachments.iter().any(stands_below)
            {
                let inference = inference.get_or_insert_with(|| alone(case, &place));
                let attachment = Attachment::new(case, inference, &requirement.clause, vec![place.clone()]);
                requirement.attachments.insert(*start, attachment);
            }
        }
    }
}

/// The clauses of an edition with a requirement, each with its position, those below a heading before the heading.
pub(super) fn places(catalog: &Catalog) -> impl Iterator<Item = (usize, ClauseId)> {
    let places = catalog.clauses().iter().enumerate().filter(|(_, clause)| clause.kind != ClauseKind::Informative);
    let id = |number: &ClauseNumber| ClauseId { edition: catalog.id.clone(), number: number.clone() };
    places.rev().map(move |(position, clause)| (position, id(&clause.number)))
}

/// What follows where a clause alone is in place.
fn alone<'c>(case: Case<'c>, place: &ClauseId) -> Inference<'c, 'c> {
    let full = Assumption::Stated(Level::Full);
    let below = case.crosswalk.requirements_of(place).into_iter();
    let open = case.crosswalk.no_assumptions();
    let assumptions = below.fold(open, |assumptions, below| case.crosswalk.with(&assumptions, below, full));
    case.crosswalk.infer(&assumptions, case.settings.max_hops)
}

/// The highest headings that clauses fill completely and may represent, and the remaining clauses, in the order of
/// editions and clauses.
pub(super) fn collapsed(
    case: Case<'_>,
    editions: &[&Catalog],
    clauses: &BTreeSet<&ClauseId>,
    may_stand: impl Fn(&ClauseId) -> bool,
) -> Vec<ClauseId> {
    let mut folded: Vec<ClauseId> = Vec::new();
    let mut told: BTreeSet<&ClauseId> = BTreeSet::new();
    let is_named = |catalog: &&&Catalog| clauses.iter().any(|clause| clause.edition == catalog.id);
    for catalog in editions.iter().filter(is_named) {
        for clause in catalog.clauses() {
            let id = ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
            let below = case.crosswalk.requirements_of(&id);
            let is_whole = below.iter().all(|below| clauses.contains(below) && !told.contains(below));
            if !below.is_empty() && is_whole && (clause.kind == ClauseKind::Requirement || may_stand(&id)) {
                told.extend(below);
                folded.push(id);
            }
        }
    }
    folded
}
