//! The shape of a table: where its rows end, what they leave out, and which clauses have far more of them than others.

use std::collections::{BTreeMap, BTreeSet};

use super::amount::Amount;
use super::related_pairs::{Pair, pairs};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Catalog, ClauseId, ClauseKind, Confidence, Direction, Relation, Strength, Table};
use crate::source::Span;

/// To how many requirements a clause must be related before that is reported.
pub const WIDEST: usize = 10;

/// The shape of a table. Rows count one for each `to`.
#[derive(Debug, Clone)]
pub struct Shape<'l> {
    /// The table.
    pub table: &'l Table,
    /// Its rows that say none, related, partial, full.
    pub strengths: [(Strength, usize); 4],
    /// Of its rows, how many are so sure.
    pub confidences: [(Confidence, Amount); 3],
    /// How many of the rows that say partial state what remains to be done.
    pub with_add: Amount,
    /// Of the rows that have requirements in common, how many say how far `to` covers `from`.
    pub with_reverse: Amount,
    /// Of its rows, how many name a heading, on either side.
    pub at_headings: Amount,
    /// Of its rows, how many have several clauses that cover jointly.
    pub joint: Amount,
    /// How many pairs of clauses a joint row relates and another row as well.
    pub twice: usize,
    /// Clauses that have rows to at least half of the requirements of the other edition, and to at least [`WIDEST`] of them.
    pub fans: Vec<Fan>,
    /// The chapters of `from` and of `to` that have requirements, and what was done about each.
    pub chapters: [Vec<Chapter>; 2],
}

/// A clause with rows to much of the other edition.
#[derive(Debug, Clone)]
pub struct Fan {
    /// The clause.
    pub clause: ClauseId,
    /// Of the requirements of the other edition, to how many rows lead that have requirements in common.
    pub requirements: Amount,
    /// Where the first of them stands.
    pub span: Span,
}

/// A chapter: a clause at the top of an edition below which, or as which, there are requirements.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// The chapter.
    pub clause: ClauseId,
    /// How many requirements it has.
    pub requirements: usize,
    /// What was done about it.
    pub state: ChapterState,
}

/// What a table says about a chapter, all of its clauses taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChapterState {
    /// No row and no reason names it, or a clause below it: nothing shows that it was examined.
    NotMapped,
    /// Rows name some of its requirements, all of them say none, and nothing is said about the others.
    NotMappedInPart,
    /// Rows name it or each of its requirements, all of them say none, and one of them does not say why.
    NoCounterpart,
    /// Rows name it or each of its requirements, all of them say none, and each says why.
    NoCounterpartWithReason,
    /// A row relates it, or a clause below it.
    Mapped,
}

/// The shapes of all audited tables.
pub fn shapes<'l>(audited: &AuditedTables<'l>) -> Vec<Shape<'l>> {
    audited.tables.iter().map(|table| shape(audited, table)).collect()
}

pub(super) fn shape<'l>(audited: &AuditedTables<'l>, table: &'l Table) -> Shape<'l> {
    let rows: Vec<&Relation> = audited.rows_of(table).map(|row| row.relation).collect();
    let kind = |clause: &ClauseId| audited.library.clause(clause).map(|clause| clause.kind);
    let names_heading =
        |row: &&&Relation| row.from.iter().chain([&row.to]).any(|clause| kind(clause) == Some(ClauseKind::Heading));
    let count = |strength| (strength, rows.iter().filter(|row| row.forward == strength).count());
    let sure = |confidence| (confidence, Amount::among(&rows, |row| row.confidence == confidence));
    let partial = rows.iter().filter(|row| row.forward == Strength::Partial);
    let sharing = rows.iter().filter(|row| row.forward.shares_demands());
    Shape {
        table,
        strengths: [Strength::Full, Strength::Partial, Strength::Related, Strength::None].map(count),
        confidences: [Confidence::High, Confidence::Medium, Confidence::Low].map(sure),
        with_add: Amount::among(partial, |row| row.add.as_ref().is_some_and(|add| !add.trim().is_empty())),
        with_reverse: Amount::among(sharing, |row| row.reverse.is_some()),
        at_headings: Amount::among(&rows, names_heading),
        joint: Amount::among(&rows, |row| row.is_joint()),
        twice: twice(audited, table),
        fans: [Direction::Forward, Direction::Backward].map(|side| fans(audited, table, side)).concat(),
        chapters: [Direction::Backward, Direction::Forward].map(|side| chapters(audited, table, side)),
    }
}

/// Pairs that are in several rows of which one is joint; the loader finds those that appear twice alone.
fn twice(audited: &AuditedTables<'_>, table: &Table) -> usize {
    let all = pairs(table, audited.library, audited.min_confidence);
    let sharing: Vec<(Pair, bool)> = all
        .iter()
        .filter(|related| related.relation.forward.shares_demands())
        .map(|related| (related.pair, related.relation.is_joint()))
        .collect();
    let by_pair = sharing.chunk_by(|one, other| one.0 == other.0);
    by_pair.filter(|rows| rows.len() > 1 && rows.iter().any(|(_, is_joint)| *is_joint)).count()
}

/// The edition to which rows lead in a direction.
fn edition<'l>(audited: &AuditedTables<'l>, table: &Table, side: Direction) -> Option<&'l Catalog> {
    audited.library.catalog(match side {
        Direction::Forward => &table.to,
        Direction::Backward => &table.from,
    })
}

fn fans(audited: &AuditedTables<'_>, table: &Table, side: Direction) -> Vec<Fan> {
    let Some(catalog) = edition(audited, table, side) else { return Vec::new() };
    let all = catalog.requirements().count();
    let mut ends: BTreeMap<&ClauseId, (BTreeSet<&ClauseId>, Span)> = BTreeMap::new();
    for AuditedRow { relation, .. } in audited.rows_of(table).filter(|row| row.relation.forward.shares_demands()) {
        for from in &relation.from {
            let (clause, end) = match side {
                Direction::Forward => (from, &relation.to),
                Direction::Backward => (&relation.to, from),
            };
            let is_requirement = end.edition == catalog.id
                && catalog.clause(&end.number).is_some_and(|end| end.kind == ClauseKind::Requirement);
            if is_requirement {
                ends.entry(clause).or_insert_with(|| (BTreeSet::new(), relation.span)).0.insert(end);
            }
        }
    }
    let fan = |(clause, (ends, span)): (&ClauseId, (BTreeSet<&ClauseId>, Span))| {
        let requirements = Amount::new(ends.len(), all);
        let is_wide = requirements.count >= WIDEST && requirements.is_at_least(50);
        is_wide.then(|| Fan { clause: clause.clone(), requirements, span })
    };
    ends.into_iter().filter_map(fan).collect()
}

fn chapters(audited: &AuditedTables<'_>, table: &Table, side: Direction) -> Vec<Chapter> {
    let Some(catalog) = edition(audited, table, side) else { return Vec::new() };
    let mut chapters: BTreeMap<usize, (usize, ChapterState)> = BTreeMap::new();
    let top = |at: usize| catalog.position(&catalog.chapter(at).number).unwrap_or(at);
    let requirements =
        catalog.clauses().iter().enumerate().filter(|(_, clause)| clause.kind == ClauseKind::Requirement);
    for (at, _) in requirements.clone() {
        chapters.entry(top(at)).or_insert((0, ChapterState::NotMapped)).0 += 1;
    }
    let mut is_heard = vec![false; catalog.clauses().len()];
    let mut hear = |clause: &ClauseId, said: ChapterState| {
        let at = Some(clause).filter(|clause| clause.edition == catalog.id);
        let Some(at) = at.and_then(|clause| catalog.position(&clause.number)) else { return };
        is_heard[at] = true;
        if let Some((_, state)) = chapters.get_mut(&top(at)) {
            *state = state.with(said);
        }
    };
    for AuditedRow { relation, .. } in audited.rows_of(table) {
        let says = |text: Option<&crate::source::Text>| text.is_some_and(|text| !text.trim().is_empty());
        let said = match (relation.forward, says(relation.note.as_ref())) {
            (Strength::None, true) => ChapterState::NoCounterpartWithReason,
            (Strength::None, false) => ChapterState::NoCounterpart,
            (Strength::Related | Strength::Partial | Strength::Full, _) => ChapterState::Mapped,
        };
        match side {
            Direction::Forward => hear(&relation.to, said),
            Direction::Backward => relation.from.iter().for_each(|from| hear(from, said)),
        }
    }
    if side == Direction::Backward {
        for number in table.unrelated.keys() {
            let clause = ClauseId { edition: table.from.clone(), number: number.clone() };
            hear(&clause, ChapterState::NoCounterpartWithReason);
        }
    }
    // One requirement without a counterpart says nothing about those next to it.
    for (at, _) in requirements {
        let is_left = !is_heard[at] && !catalog.ancestors(at).any(|above| is_heard[above]);
        if let Some((_, state)) = chapters.get_mut(&top(at)).filter(|_| is_left) {
            *state = state.in_part();
        }
    }
    let chapter = |(at, (requirements, state)): (usize, (usize, ChapterState))| {
        let clause = ClauseId { edition: catalog.id.clone(), number: catalog.clauses()[at].number.clone() };
        Chapter { clause, requirements, state }
    };
    chapters.into_iter().map(chapter).collect()
}

impl ChapterState {
    /// What holds if nothing is said about a requirement of a chapter.
    fn in_part(self) -> Self {
        match self {
            Self::NoCounterpart | Self::NoCounterpartWithReason => Self::NotMappedInPart,
            Self::NotMapped | Self::NotMappedInPart | Self::Mapped => self,
        }
    }

    /// What holds where something more is said about a chapter: one row that relates it is enough, and one `none`
    /// without a reason leaves the reason open.
    fn with(self, said: Self) -> Self {
        match (self, said) {
            (Self::NotMapped, said) => said,
            (Self::Mapped, _) | (_, Self::Mapped) => Self::Mapped,
            (Self::NoCounterpart, _) | (_, Self::NoCounterpart) => Self::NoCounterpart,
            (known, _) => known,
        }
    }
}
