//! What happened to the requirements of an edition in another one of the same standard.

use std::collections::{BTreeMap, BTreeSet};

use super::revision::{self, RevisionKind};
use crate::changes::succession::{Succession, SuccessionRow};
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{ClauseId, Confidence, EditionId, TableId};
use crate::query::case::Case;
use crate::query::words::listed;

/// What happened to the requirements of an edition in another one of the same standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionDiff {
    /// The earlier edition, by id or alias.
    pub old: String,
    /// The later edition, by id or alias.
    pub new: String,
}

/// Requirements and what happened to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionChange {
    /// What happened to them.
    pub kind: RevisionKind,
    /// The earlier clauses, as rows name them: a heading represents the requirements below it.
    pub old: Vec<ClauseId>,
    /// The later clauses.
    pub new: Vec<ClauseId>,
    /// How the later ones relate to the earlier ones, in words.
    pub what: String,
    /// What remains to be done where the earlier ones are in place, by the rows.
    pub add: String,
    /// The tables that say so.
    pub tables: Vec<TableId>,
    /// The confidence of the least confident row.
    pub confidence: Option<Confidence>,
}

/// What happened to every requirement, in the order of the later edition; then what is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionChanges {
    /// The earlier edition.
    pub old: EditionId,
    /// The later edition.
    pub new: EditionId,
    /// Every requirement of the later edition is in one of them, and every one of the earlier edition, or a heading
    /// above it, in at least one.
    pub changes: Vec<EditionChange>,
}

impl EditionDiff {
    /// Answers by the rows between the two editions, read in both directions.
    pub fn ask(&self, case: Case<'_>) -> Result<EditionChanges, Refusal> {
        let old = name::edition(&self.old, case.library)?;
        let new = name::edition(&self.new, case.library)?;
        let succession = Succession::between(case, old, new)?;
        let arrivals: Vec<LaterRequirement<'_, '_>> = case
            .crosswalk
            .requirements(&new.id)
            .map(|clause| LaterRequirement { clause, links: succession.to(clause) })
            .collect();
        let mut served: BTreeMap<&ClauseId, Vec<&ClauseId>> = BTreeMap::new();
        let mut used = BTreeSet::new();
        for arrival in &arrivals {
            for old in arrival.sources() {
                served.entry(old).or_default().push(arrival.clause);
            }
            used.extend(arrival.links.iter().map(|link| (link.relation.span, &link.relation.to)));
        }
        let same: BTreeSet<&ClauseId> =
            arrivals.iter().filter_map(LaterRequirement::equal).map(|link| link.old[0]).collect();
        let mut changes: Vec<EditionChange> = Vec::new();
        let mut split: BTreeMap<&ClauseId, usize> = BTreeMap::new();
        for arrival in &arrivals {
            match arrival.sources().as_slice() {
                [one] if arrival.equal().is_none() && !same.contains(one) && served[one].len() > 1 => {
                    let at = *split.entry(one).or_insert(changes.len());
                    let part = arrival.change(RevisionKind::Split);
                    match changes.get_mut(at) {
                        Some(change) => change.join(part),
                        None => changes.push(part),
                    }
                }
                sources => changes.push(arrival.change(arrival.kind(sources.len()))),
            }
            if let (RevisionKind::New, Some(change)) = (arrival.kind(arrival.sources().len()), changes.last_mut()) {
                change.what = succession.reason(arrival.clause).unwrap_or_default().to_owned();
            }
        }
        for (old, at) in split {
            changes[at].mention(served[old].iter().copied());
        }
        for clause in case.crosswalk.requirements(&old.id) {
            let links = succession.from(clause);
            if links.is_empty() {
                let reason = succession.reason(clause).unwrap_or_default();
                changes.push(EditionChange::withdrawn(clause, reason));
            } else if !links.iter().any(|link| used.contains(&(link.relation.span, &link.relation.to))) {
                // Its rows point to headings whose requirements all have rows of their own.
                changes.push(EditionChange::absorbed(&links));
            }
        }
        Ok(EditionChanges { old: old.id.clone(), new: new.id.clone(), changes })
    }
}

/// A requirement of the later edition with the rows that point to it.
struct LaterRequirement<'s, 'l> {
    clause: &'l ClauseId,
    links: Vec<&'s SuccessionRow<'l>>,
}

impl<'s, 'l> LaterRequirement<'s, 'l> {
    /// The one row by which it requires the same as an earlier clause.
    fn equal(&self) -> Option<&'s SuccessionRow<'l>> {
        let mut equal = self.links.iter().filter(|link| link.is_equal_to(self.clause));
        equal.next().copied().filter(|_| equal.next().is_none())
    }

    /// The earlier clauses that point to it, each once: only the equal one, if there is one.
    fn sources(&self) -> Vec<&'l ClauseId> {
        if let Some(equal) = self.equal() {
            return equal.old.clone();
        }
        let mut sources: Vec<&ClauseId> = Vec::new();
        for old in self.links.iter().flat_map(|link| &link.old) {
            if !sources.contains(old) {
                sources.push(old);
            }
        }
        sources
    }

    fn kind(&self, sources: usize) -> RevisionKind {
        match (self.equal(), sources) {
            (Some(link), _) if link.old[0].number == self.clause.number => RevisionKind::Kept,
            (Some(_), _) => RevisionKind::Renumbered,
            (None, 0) => RevisionKind::New,
            (None, 1) => RevisionKind::Changed,
            (None, _) => RevisionKind::Merged,
        }
    }

    fn change(&self, kind: RevisionKind) -> EditionChange {
        match self.equal() {
            Some(equal) => EditionChange::of(kind, &[equal], self.clause),
            None => EditionChange::of(kind, &self.links, self.clause),
        }
    }
}

impl EditionChange {
    /// A requirement of the later edition with the rows that point to it.
    fn of(kind: RevisionKind, links: &[&SuccessionRow<'_>], new: &ClauseId) -> Self {
        let what = revision::relation(kind, links, new);
        Self { new: vec![new.clone()], what, ..Self::by(kind, links) }
    }

    /// A requirement of the earlier edition that goes into headings as a whole.
    fn absorbed(links: &[&SuccessionRow<'_>]) -> Self {
        let mut change = Self { what: revision::whole(links), ..Self::by(RevisionKind::Changed, links) };
        add_each(&mut change.new, links.iter().flat_map(|link| link.new.iter().copied()));
        change
    }

    fn withdrawn(clause: &ClauseId, reason: &str) -> Self {
        Self { old: vec![clause.clone()], what: reason.to_owned(), ..Self::by(RevisionKind::Withdrawn, &[]) }
    }

    /// What rows say, whatever they point to.
    fn by(kind: RevisionKind, links: &[&SuccessionRow<'_>]) -> Self {
        let mut change = Self {
            kind,
            old: Vec::new(),
            new: Vec::new(),
            what: String::new(),
            add: String::new(),
            tables: Vec::new(),
            confidence: links.iter().map(|link| link.confidence()).min(),
        };
        let mut adds: Vec<&str> = Vec::new();
        for link in links {
            add_each(&mut change.old, link.old.iter().copied());
            add_each(&mut change.tables, [&link.table.id]);
            adds.extend(link.add().filter(|add| !adds.contains(add)));
        }
        change.add = adds.join("; ");
        change
    }

    /// Takes in another part of what one clause became.
    fn join(&mut self, part: Self) {
        self.new.extend(part.new);
        self.what = format!("{}, {}", self.what, part.what);
        self.add =
            [self.add.as_str(), &part.add].into_iter().filter(|add| !add.is_empty()).collect::<Vec<_>>().join("; ");
        add_each(&mut self.tables, &part.tables);
        self.confidence = self.confidence.min(part.confidence);
    }

    /// Says to which requirements elsewhere the clause also points.
    fn mention<'c>(&mut self, all: impl Iterator<Item = &'c ClauseId>) {
        let elsewhere: Vec<String> =
            all.filter(|clause| !self.new.contains(clause)).map(|clause| clause.number.to_string()).collect();
        if !elsewhere.is_empty() {
            self.what = format!("{}; with others it became {}", self.what, listed(&elsewhere));
        }
    }
}

fn add_each<'t, T: Clone + PartialEq + 't>(list: &mut Vec<T>, items: impl IntoIterator<Item = &'t T>) {
    for item in items {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}
