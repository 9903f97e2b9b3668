//! A row of a mapping set becomes a row of ours.

use super::annotation::Annotation;
use super::ends::End;
use super::mapping::{Relationship, Row};
use super::reader::Reader;
use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::exchange::content::Intersect;
use crate::load::raw::{self, Scalar};
use crate::model::{ClauseKind, EditionId};

const AS_PARTIAL: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row says intersect: it is read as partial with low confidence, and the reverse is not stated",
    many: "rows say intersect: they are read as partial with low confidence, and the reverse is not stated",
    help: "most libraries use this word for every connection; --intersect-as related claims even less",
};

const AS_RELATED: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row says intersect and is read as related: no requirements in common are claimed",
    many: "rows say intersect and are read as related: no requirements in common are claimed",
    help: "--intersect-as partial claims more",
};

const HEADING: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row names a node that is not assessable: it stands for all nodes below it",
    many: "rows name nodes that are not assessable: they stand for all nodes below them",
    help: "the row is read: a heading is the union of its requirements",
};

const STRENGTH: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a row has a strength_of_relationship, which is ignored",
    many: "rows have a strength_of_relationship, which is ignored",
    help: "libraries use three different scales for it, and none of them is a confidence",
};

/// What is said of a pair, by the row that is taken for it.
pub(super) struct Taken<'r> {
    pub(super) row: &'r Row,
    pub(super) from: End<'r>,
    pub(super) to: End<'r>,
    pub(super) relationship: Relationship,
    pub(super) note: Option<Scalar>,
    /// Other rows say that the pair is not related, or this one does and others that it is.
    pub(super) is_contradicted: bool,
    /// Other rows say something else that is shared.
    pub(super) is_disputed: bool,
}

impl Reader<'_> {
    /// Why the row says so, in the words of the library.
    pub(super) fn note(&self, row: &Row) -> Option<Scalar> {
        let annotation = row.annotation.as_ref().filter(|_| self.of_row(row).is_none());
        match (&row.rationale, annotation) {
            (Some(rationale), Some(annotation)) => {
                Some(Scalar::new(format!("{}: {}", rationale.value, annotation.value), rationale.span))
            }
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (None, None) => None,
        }
    }
    /// The row that is taken for a pair of clauses of two editions.
    pub(super) fn row(
        &self,
        taken: Taken<'_>,
        [from_edition, to_edition]: [&EditionId; 2],
        notes: &mut Tally,
    ) -> raw::Row {
        let Taken { row, from, to, relationship, note, is_contradicted: _, is_disputed } = taken;
        let span = row.span;
        if [from.kind, to.kind].contains(&ClauseKind::Heading) {
            notes.add(&HEADING, span);
        }
        if row.has_strength {
            notes.add(&STRENGTH, span);
        }
        let (own, place) = (self.of_row(row), row.annotation.as_ref().map_or(span, |text| text.span));
        let stated = own.as_ref().filter(|_| !is_disputed).and_then(|own| Stated::of(own, relationship));
        let (relation, reverse, confidence) = match relationship {
            _ if is_disputed => ("related", None, "low"),
            Relationship::Equal => ("full", Some("full"), "medium"),
            Relationship::Superset => ("full", Some("partial"), "medium"),
            Relationship::Subset => ("partial", Some("full"), "medium"),
            Relationship::NotRelated if self.file.is_own() => ("none", None, "medium"),
            Relationship::NotRelated => ("none", Some("none"), "medium"),
            Relationship::Intersect | Relationship::Unknown => {
                let (kind, word) = match self.choices.intersect {
                    Intersect::Partial => (&AS_PARTIAL, "partial"),
                    Intersect::Related => (&AS_RELATED, "related"),
                };
                if stated.is_none() {
                    notes.add(kind, span);
                }
                (word, None, "low")
            }
        };
        let (relation, reverse) = match &stated {
            Some(Stated { relation, reverse, .. }) => (*relation, *reverse),
            None => (relation, reverse),
        };
        let word = |word: &'static str| Scalar::new(word, span);
        let end = |end: &Option<Scalar>, number: &str| {
            Scalar::new(number.to_owned(), end.as_ref().map_or(span, |end| end.span))
        };
        let plain = raw::Row {
            from: vec![end(&row.source, from.number)],
            to: vec![end(&row.target, to.number)],
            relation: Some(word(relation)),
            reverse: reverse.map(word),
            note,
            // What is written here is as sure as its table if its annotation says nothing else.
            confidence: (!self.file.is_own()).then(|| word(confidence)),
            ..raw::Row::empty(span)
        };
        let Some(own) = own else { return plain };
        let said = |key: &str| own.scalar(key, place);
        let whole = raw::Row {
            items: said("items"),
            add: said("add"),
            add_reverse: said("add-reverse"),
            note: said("note").or(plain.note),
            confidence: said("confidence"),
            derived_from: self.tables(own.scalars("derived-from", place), notes),
            said: own.scalar_pairs("said", place),
            reviewed_by: own.scalars("reviewed-by", place),
            ..plain
        };
        match stated {
            // The reverse alone is stated, so that the row leads from the other edition.
            Some(Stated { is_backwards: true, .. }) => raw::Row {
                from: vec![Scalar::new(format!("{to_edition}/{}", to.number), place)],
                to: vec![Scalar::new(format!("{from_edition}/{}", from.number), place)],
                add: whole.add_reverse,
                add_reverse: whole.add,
                ..whole
            },
            Some(_) | None => whole,
        }
    }
}

/// What a row stated that is written by a weaker word.
struct Stated {
    relation: &'static str,
    reverse: Option<&'static str>,
    /// Whether the row leads from the target to the source.
    is_backwards: bool,
}

impl Stated {
    /// What an annotation says of a relationship, as long as it is written as that.
    fn of(own: &Annotation, relationship: Relationship) -> Option<Self> {
        let word = |key: &str| own.word(key, &["full", "partial"]);
        match (relationship, word("relation"), word("reverse")) {
            (Relationship::Intersect, Some(relation), None) => {
                Some(Self { relation, reverse: None, is_backwards: false })
            }
            (Relationship::Intersect, Some("partial"), Some("partial")) => {
                Some(Self { relation: "partial", reverse: Some("partial"), is_backwards: false })
            }
            (Relationship::Intersect, None, Some(relation)) => {
                Some(Self { relation, reverse: None, is_backwards: true })
            }
            (Relationship::NotRelated, ..) if own.word("reverse", &["none"]).is_some() => {
                Some(Self { relation: "none", reverse: Some("none"), is_backwards: false })
            }
            (
                Relationship::Intersect
                | Relationship::Equal
                | Relationship::Superset
                | Relationship::Subset
                | Relationship::NotRelated
                | Relationship::Unknown,
                ..,
            ) => None,
        }
    }
}
