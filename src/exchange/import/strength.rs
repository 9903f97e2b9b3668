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
//! `intersect` is the word of CISO Assistant for nearly everything; it says that something is shared, and not that nothing
//! contains the other. Predicates of SKOS are no such words: what they say of demands has no set meaning.

use std::collections::BTreeMap;

use super::Column;
use super::column::folded;
use super::record::Record;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw::{Scalar, nearest};

pub(super) const NONE: &str = "none";
const STRENGTHS: [&str; 4] = ["full", "partial", NONE, "related"];

/// The words of others, without blanks and signs, with both strengths.
const WORDS: [(&[&str], &str, Option<&str>); 6] = [
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

/// Reads the relation cells of rows, and remembers each word that nobody knows once.
#[derive(Default)]
pub(super) struct RelationCells {
    unknown: BTreeMap<(Column, String), (Scalar, usize)>,
}

impl RelationCells {
    /// The relation and the reverse of a row.
    pub(super) fn read(
        &mut self,
        record: &Record<'_, '_>,
        of_all: Option<RelationOfAll>,
        faults: &mut Vec<Diagnostic>,
    ) -> (Option<Scalar>, Option<Scalar>) {
        let (mut relation, mut implied) = self.word(Column::Relation, record, faults);
        if let Some(RelationOfAll { forward, reverse }) = of_all {
            relation = Some(Scalar::new(forward, record.span()));
            implied = reverse.map(|reverse| Scalar::new(reverse, record.span()));
        }
        let (reverse, _) = self.word(Column::Reverse, record, faults);
        if let (Some(relation), Some(implied), Some(stated)) = (record.cell(Column::Relation), &implied, &reverse)
            && implied.value != stated.value
        {
            let said = relation.value.text();
            let message =
                format!("{} is {} in reverse, and the row says {}", said.trim(), implied.shown(), stated.shown());
            faults.push(
                Diagnostic::new(Rule::ContradictingCells, stated.span, message)
                    .label(relation.span, "here")
                    .help("correct one of the two, or empty this cell"),
            );
        }
        (relation, reverse.or(implied))
    }

    /// The strength that a cell says, and the reverse that its word implies.
    fn word(
        &mut self,
        column: Column,
        record: &Record<'_, '_>,
        faults: &mut Vec<Diagnostic>,
    ) -> (Option<Scalar>, Option<Scalar>) {
        let Some(text) = record.trimmed(column, faults) else { return (None, None) };
        let bare = folded(&text.value);
        let scalar = |word: &str| Scalar { value: word.to_owned().into(), ..text.clone() };
        if let Some(own) = STRENGTHS.iter().find(|word| **word == bare) {
            return (Some(scalar(own)), None);
        }
        let is_meant = |(words, ..): &&(&[&str], &str, Option<&str>)| words.contains(&bare.as_str());
        if let Some((_, forward, reverse)) = WORDS.iter().find(is_meant).filter(|_| column == Column::Relation) {
            return (Some(scalar(forward)), reverse.map(scalar));
        }
        self.unknown.entry((column, bare)).or_insert_with(|| (text.clone(), 0)).1 += 1;
        // The word is at fault; what else the row says is looked at all the same.
        (Some(scalar("partial")), None)
    }

    /// A fault for each word that nobody knows.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let fault = |((column, bare), (first, count)): ((Column, String), (Scalar, usize))| {
            let often = if count > 1 { format!("; it stands in {count} cells, first here") } else { String::new() };
            let near = nearest(&bare, STRENGTHS).map(|near| format!("did you mean {near}? ")).unwrap_or_default();
            let mut help = format!("{near}the words are {}", STRENGTHS.join(", "));
            if column == Column::Relation {
                help +=
                    ", and those of OSCAL and NIST IR 8477 such as equal-to, subset-of, superset-of, intersects-with";
            }
            Diagnostic::new(Rule::UnknownRelation, first.span, format!("{} is no relation{often}", first.shown()))
                .help(help)
        };
        self.unknown.into_iter().map(fault).collect()
    }
}
