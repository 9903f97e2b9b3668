//! Pairs of clauses that a person examined without making a row.

use std::collections::BTreeMap;
use std::fmt;

use super::id::ClauseId;
use crate::source::{Span, Text};

/// What a person decided of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PairVerdict {
    /// It gets no row.
    Refused,
    /// Whether it gets one is left open.
    Unsure,
}

/// A decision, and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairDecision {
    /// What was decided.
    pub verdict: PairVerdict,
    /// Why.
    pub why: Option<Text>,
    /// The position of its verdict.
    pub span: Span,
}

/// Decisions about pairs of clauses. A pair is one pair whichever of its clauses is named first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairDecisions {
    of: BTreeMap<(ClauseId, ClauseId), PairDecision>,
}

impl PairVerdict {
    /// Both words for it.
    pub const ALL: [Self; 2] = [Self::Refused, Self::Unsure];
}

impl fmt::Display for PairVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Refused => "refused",
            Self::Unsure => "unsure",
        })
    }
}

impl PairDecisions {
    /// Adds a decision; returns the existing one about the pair, if there is one.
    pub fn add(&mut self, one: ClauseId, other: ClauseId, decision: PairDecision) -> Result<(), &PairDecision> {
        let pair = in_order(one, other);
        if self.of.contains_key(&pair) {
            return Err(&self.of[&pair]);
        }
        self.of.insert(pair, decision);
        Ok(())
    }

    /// What was decided of a pair.
    pub fn of(&self, one: &ClauseId, other: &ClauseId) -> Option<&PairDecision> {
        if self.of.is_empty() {
            return None;
        }
        self.of.get(&in_order(one.clone(), other.clone()))
    }
}

fn in_order(one: ClauseId, other: ClauseId) -> (ClauseId, ClauseId) {
    if one <= other { (one, other) } else { (other, one) }
}
