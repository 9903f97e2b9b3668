//! A mapping set as it is written: two frameworks, and rows between their nodes.

use super::shape;
use super::tally::Tally;
use crate::load::events::{Event, Events, Stop};
use crate::load::raw::Scalar;
use crate::source::Span;

/// A mapping set as it is written.
#[derive(Debug)]
pub(super) struct MappingSet {
    pub(super) span: Span,
    pub(super) urn: Option<Scalar>,
    pub(super) name: Option<Scalar>,
    pub(super) source: Option<Scalar>,
    pub(super) target: Option<Scalar>,
    pub(super) description: Option<Scalar>,
    pub(super) annotation: Option<Scalar>,
    pub(super) rows: Vec<Row>,
}

/// How a row says that its source stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relationship {
    Equal,
    Superset,
    Subset,
    /// They have something to do with each other: 95 of 100 rows say so.
    Intersect,
    NotRelated,
    /// A word that CISO Assistant does not have.
    Unknown,
}

/// A row of a mapping set as it is written.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) span: Span,
    pub(super) source: Option<Scalar>,
    pub(super) target: Option<Scalar>,
    pub(super) relationship: Option<Relationship>,
    pub(super) rationale: Option<Scalar>,
    pub(super) annotation: Option<Scalar>,
    pub(super) has_strength: bool,
}

impl MappingSet {
    /// Reads a mapping set from its first event on.
    pub(super) fn read<'t>(
        first: Event<'t>,
        events: &mut impl Events<'t>,
        tally: &mut Tally,
    ) -> Result<Option<Self>, Stop> {
        let (mut urn, mut name, mut source, mut target, mut rows) = (None, None, None, None, Vec::new());
        let (mut description, mut annotation) = (None, None);
        let span = shape::map_from(first, events, tally, |events, key, tally| match &*key.value {
            "urn" => shape::text(&mut urn, events, tally),
            "name" => shape::text(&mut name, events, tally),
            "source_framework_urn" => shape::text(&mut source, events, tally),
            "target_framework_urn" => shape::text(&mut target, events, tally),
            "description" => shape::text(&mut description, events, tally),
            "annotation" => shape::text(&mut annotation, events, tally),
            "requirement_mappings" => shape::list(events, tally, |first, events, tally| {
                rows.extend(Row::read(first, events, tally)?);
                Ok(())
            }),
            _ => events.skip(),
        })?;
        Ok(span.map(|span| Self { span, urn, name, source, target, description, annotation, rows }))
    }

    /// Whether it says of itself that it is another one backwards.
    pub(super) fn is_reverse(&self) -> bool {
        self.urn.as_ref().is_some_and(|urn| urn.value.to_ascii_lowercase().ends_with("-revert"))
    }
}

impl Relationship {
    pub(super) fn of(word: &str) -> Self {
        match word {
            "equal" => Self::Equal,
            "superset" => Self::Superset,
            "subset" => Self::Subset,
            "intersect" => Self::Intersect,
            "not_related" => Self::NotRelated,
            _ => Self::Unknown,
        }
    }

    /// How the target stands to the source.
    pub(super) fn backwards(self) -> Self {
        match self {
            Self::Superset => Self::Subset,
            Self::Subset => Self::Superset,
            Self::Equal | Self::Intersect | Self::NotRelated | Self::Unknown => self,
        }
    }
}

impl Row {
    fn read<'t>(first: Event<'t>, events: &mut impl Events<'t>, tally: &mut Tally) -> Result<Option<Self>, Stop> {
        let (mut source, mut target, mut relationship) = (None, None, None);
        let (mut rationale, mut annotation, mut has_strength) = (None, None, false);
        let span = shape::map_from(first, events, tally, |events, key, tally| match &*key.value {
            "source_requirement_urn" => shape::text(&mut source, events, tally),
            "target_requirement_urn" => shape::text(&mut target, events, tally),
            "relationship" => {
                relationship = shape::word(events, tally)?.map(|word| Relationship::of(word.value.trim()));
                Ok(())
            }
            "rationale" => shape::text(&mut rationale, events, tally),
            "annotation" => shape::text(&mut annotation, events, tally),
            "strength_of_relationship" => {
                has_strength = shape::word(events, tally)?.is_some();
                Ok(())
            }
            _ => events.skip(),
        })?;
        Ok(span.map(|span| Self { span, source, target, relationship, rationale, annotation, has_strength }))
    }
}
