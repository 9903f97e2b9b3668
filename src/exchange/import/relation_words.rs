//! Words for how two clauses relate: xwalk's own, and those of OSCAL, NIST IR 8477 and CISO Assistant.
//!
//! | word | relation | reverse |
//! |---|---|---|
//! | `equal-to`, `equivalent-to`, `equal`, `equivalent` | full | full |
//! | `superset-of`, `superset` | full | partial |
//! | `subset-of`, `subset` | partial | full |
//! | `intersects-with` | partial | partial |
//! | `intersect` | partial | |
//! | `no-relationship`, `not-related`, `not-related-to` | none | |
//!
//! `F` and `P` are full and partial, as mappers write them.
//!
//! `intersect` is the word of CISO Assistant for nearly everything; it says that something is shared, and not that
//! nothing contains the other. Predicates of SKOS are no such words: what they say of demands has no set meaning.

use crate::load::folded;

pub(super) const NONE: &str = "none";
/// How sure a row is, surest first.
pub(super) const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];

pub(super) const STRENGTHS: [&str; 4] = ["full", "partial", NONE, "related"];

/// The letters that mappers write for them.
pub(super) const LETTERS: [(&str, &str); 2] = [("f", "full"), ("p", "partial")];

/// The words of others, without spaces and signs, with both strengths.
pub(super) const WORDS: [(&[&str], &str, Option<&str>); 6] = [
    (&["equal", "equalto", "equals", "equivalent", "equivalentto"], "full", Some("full")),
    (&["superset", "supersetof"], "full", Some("partial")),
    (&["subset", "subsetof"], "partial", Some("full")),
    (&["intersectswith", "intersects"], "partial", Some("partial")),
    (&["intersect"], "partial", None),
    (&["norelationship", "norelation", "notrelated", "notrelatedto"], NONE, None),
];

/// How far clauses relate, said of all rows of a sheet that has no column for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationOfAll {
    pub(super) forward: &'static str,
    pub(super) reverse: Option<&'static str>,
}

impl RelationOfAll {
    /// Reads one of the words for a relation, or says which there are.
    pub fn parse(text: &str) -> Result<Self, String> {
        let bare = folded(text);
        if let Some(forward) = STRENGTHS.iter().find(|word| **word == bare) {
            return Ok(Self { forward, reverse: None });
        }
        let known = WORDS.iter().find(|(words, ..)| words.contains(&bare.as_str()));
        let known = known.map(|(_, forward, reverse)| Self { forward, reverse: *reverse });
        let words = STRENGTHS.join(", ");
        known.ok_or_else(|| format!("one of {words}, or a word of NIST IR 8477 such as intersects-with"))
    }
}
