//! Relations between clauses, and what each means for sets of demands.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::{ClauseId, ClauseNumber, EditionId, TableId};
use crate::source::{Span, Words};

/// How far one clause covers another, as a row states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// Not at all.
    None,
    /// In part.
    Partial,
    /// Wholly.
    Full,
}

/// How sure it is that rows say what their source says, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// A reconstruction, or recalled only.
    Low,
    /// Published, and read in part.
    Medium,
    /// Read in the source.
    High,
}

/// What kind of thing a file is: how its content came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Provenance {
    /// A source document states it.
    Stated,
    /// It is published, and was read at least in part.
    Published,
    /// It is published, and was not read again.
    Recalled,
    /// A community published it, not the publisher of the standards.
    Community,
    /// It is computed from two catalogs.
    Derived,
    /// It is our own; no published source could be read.
    Reconstruction,
}

/// Which way a row is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From its `from` to its `to`.
    Forward,
    /// From its `to` to its `from`.
    Backward,
}

/// What a row, read in one direction from a clause c to a clause d, says of their demands as sets.
/// Where the row leaves it open, the weaker of the possible readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// c and d ask for the same (EQ).
    Equal,
    /// c asks for all that d asks for, and perhaps more (PPi, or PPi or EQ).
    Covers,
    /// d asks for all that c asks for, and more (PP).
    Within,
    /// They share something; nothing more is known (PO, or PO or PP).
    Overlaps,
    /// They share nothing (DR).
    Disjoint,
}

/// One row: clauses that jointly cover one clause, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The clauses that cover, jointly where there are several; none where the row says that nothing covers `to`.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
    /// How far `from` covers `to`.
    pub forward: Strength,
    /// How far `to` covers `from`, where the row states it.
    pub reverse: Option<Strength>,
    /// Which lettered items of `to` are meant.
    pub items: Option<Words>,
    /// What is left to do where `from` is in place, in our own words.
    pub add: Option<Words>,
    /// A remark.
    pub note: Option<Words>,
    /// How sure the row is: its own confidence, or its table's.
    pub confidence: Confidence,
    /// Where the row stands.
    pub span: Span,
}

impl Relation {
    /// What the row says when it is read in a direction. A joint row says in its backward reading what holds for each of its `from` clauses.
    pub fn reading(&self, direction: Direction) -> Reading {
        let is_joint = self.is_joint();
        match (direction, self.forward, self.reverse) {
            (_, Strength::None, _) => Reading::Disjoint,
            (Direction::Backward, _, Some(Strength::Full)) if is_joint => Reading::Covers,
            (Direction::Backward, _, _) if is_joint => Reading::Overlaps,
            (Direction::Forward, Strength::Full, Some(Strength::Full)) if is_joint => Reading::Covers,
            (_, Strength::Full, Some(Strength::Full)) => Reading::Equal,
            (Direction::Forward, Strength::Full, _) => Reading::Covers,
            (Direction::Backward, Strength::Full, _) => Reading::Within,
            (Direction::Forward, Strength::Partial, Some(Strength::Full)) => Reading::Within,
            (Direction::Backward, Strength::Partial, Some(Strength::Full)) => Reading::Covers,
            (_, Strength::Partial, _) => Reading::Overlaps,
        }
    }

    /// Whether another row says the same, wherever it stands.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { from, to, forward, reverse, items, add, note, confidence, span: Span { .. } } = self;
        (from, to, forward, reverse) == (&other.from, &other.to, &other.forward, &other.reverse)
            && (items, add, note, confidence) == (&other.items, &other.add, &other.note, &other.confidence)
    }

    /// Whether several clauses cover `to` together.
    pub fn is_joint(&self) -> bool {
        self.from.len() > 1
    }
}

/// A relation table: rows of one source between two editions.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its id: its file name.
    pub id: TableId,
    /// What it is, in a line.
    pub title: Option<Words>,
    /// The edition that covers.
    pub from: EditionId,
    /// The edition that is covered.
    pub to: EditionId,
    /// Raised by every change of meaning.
    pub version: u32,
    /// Who says so.
    pub source: Words,
    /// How sure its rows are where they do not say so themselves.
    pub confidence: Confidence,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it was made.
    pub method: Option<Words>,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Clauses of `from` of which the source says that they relate to nothing in `to`, each with the reason.
    pub unrelated: BTreeMap<ClauseNumber, Words>,
    /// Its rows in the order of the file, one `to` each.
    pub rows: Vec<Relation>,
    /// Where its id stands.
    pub span: Span,
}

impl fmt::Display for Strength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
        })
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        })
    }
}

impl Provenance {
    /// Every one there is.
    pub const ALL: [Self; 6] =
        [Self::Stated, Self::Published, Self::Recalled, Self::Community, Self::Derived, Self::Reconstruction];
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Stated => "stated",
            Self::Published => "published",
            Self::Recalled => "recalled",
            Self::Community => "community",
            Self::Derived => "derived",
            Self::Reconstruction => "reconstruction",
        })
    }
}
