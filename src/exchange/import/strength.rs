//! The relation cells of rows.

use std::collections::BTreeMap;

use super::Column;
use super::record::Record;
use super::relation_words::{LETTERS, RelationOfAll, STRENGTHS, WORDS};
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::load::folded;
use crate::load::raw::{Scalar, nearest};

/// Reads the relation cells of rows, and remembers each unknown word once.
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
                format!("{} is {} in reverse, but the row says {}", said.trim(), implied.shown(), stated.shown());
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
        if let Some((_, short)) = LETTERS.iter().find(|(letter, _)| *letter == bare) {
            return (Some(scalar(short)), None);
        }
        let is_meant = |(words, ..): &&(&[&str], &str, Option<&str>)| words.contains(&bare.as_str());
        if let Some((_, forward, reverse)) = WORDS.iter().find(is_meant).filter(|_| column == Column::Relation) {
            return (Some(scalar(forward)), reverse.map(scalar));
        }
        self.unknown.entry((column, bare)).or_insert_with(|| (text.clone(), 0)).1 += 1;
        // The word is at fault; the rest of the row is checked as well.
        (Some(scalar("partial")), None)
    }

    /// A fault for each unknown word.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let fault = |((column, bare), (first, count)): ((Column, String), (Scalar, usize))| {
            let often = if count > 1 {
                format!("; it appears in {}, first here", counted(count, "cell", "cells"))
            } else {
                String::new()
            };
            let near = nearest(&bare, STRENGTHS).map(|near| format!("did you mean {near}? ")).unwrap_or_default();
            let mut help = format!("{near}use one of {}", STRENGTHS.join(", "));
            if column == Column::Relation {
                help +=
                    ", or a word of OSCAL or NIST IR 8477 such as equal-to, subset-of, superset-of, intersects-with";
            }
            Diagnostic::new(
                Rule::UnknownRelation,
                first.span,
                format!("{} is not a valid relation{often}", first.shown()),
            )
            .help(help)
        };
        self.unknown.into_iter().map(fault).collect()
    }
}
