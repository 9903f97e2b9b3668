//! What the guide says about pairs of clauses: what to add, by which table, and what other tables say.

use super::guideline::{Agreement, OtherMapping, Related, Unrelated};
use crate::crosswalk::Level;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Direction, Status};
use crate::query::stated::EffectiveStatement;
use crate::report::Tone;

/// That no table says anything of a clause.
pub(super) fn no_mapping() -> Phrase {
    say!("guide-no-mapping")
}

/// The mark of what does not apply.
pub(super) fn not_applicable() -> Phrase {
    say!("guide-not-applicable")
}

/// Whether it is stated that a clause does not apply.
pub(super) fn is_not_applicable(stated: &Option<EffectiveStatement>) -> bool {
    stated.as_ref().is_some_and(|stated| stated.statement.status == Status::NotApplicable)
}

/// What a relation means for the reader.
pub(super) fn tone(relation: Level) -> Tone {
    match relation {
        Level::None => Tone::Quiet,
        Level::Presumed => Tone::Unsure,
        Level::Partial => Tone::Middling,
        Level::Full => Tone::Good,
    }
}

/// That a table states a clause to be related to nothing: which table, why, and as part of which heading.
pub(super) fn declared_unrelated(said: &Unrelated, clause: &ClauseId) -> Phrase {
    let (table, confidence) = (&said.table, said.confidence);
    let heading = (said.clause != *clause).then(|| said.clause.number.as_str());
    let note = said.note.as_ref().map(|note| note.trim().trim_end_matches('.'));
    match (heading, note) {
        (None, None) => say!("guide-said-none", table = table, confidence = confidence),
        (None, Some(note)) => say!("guide-said-none-since", table = table, confidence = confidence, note = note),
        (Some(heading), None) => {
            say!("guide-said-none-part", heading = heading, table = table, confidence = confidence)
        }
        (Some(heading), Some(note)) => {
            say!("guide-said-none-part-since", heading = heading, table = table, confidence = confidence, note = note)
        }
    }
}

/// What has to be added to a base clause for the sake of a related one.
pub(super) fn to_add(related: &Related) -> Phrase {
    match (related.row.relation, related.row.add.as_ref().or(related.row.rest.as_ref())) {
        (Level::None, Some(add)) if related.row.is_touch_point => add.into(),
        (Level::Partial | Level::Presumed, _) if related.is_covered => say!("guide-covered-elsewhere"),
        (Level::Full, _) => say!("guide-nothing"),
        (Level::Partial, Some(add)) => add.into(),
        (Level::None | Level::Partial | Level::Presumed, _) => Phrase::default(),
    }
}

/// Who says that two clauses are related, and what others say about it.
pub(super) fn by(related: &Related) -> Phrase {
    let row = &related.row;
    let confidence = row.confidence.map(|confidence| say!("guide-confidence", confidence = confidence));
    let read = match related.direction {
        Some(Direction::Forward) => None,
        Some(Direction::Backward) => Some(say!("guide-backwards")),
        None => {
            let chain = Phrase::joined(&row.chain, " → ");
            Some(say!("guide-through", hops = row.hops.unwrap_or_default(), chain = chain))
        }
    };
    let own = std::iter::once(Phrase::joined(&row.tables, " ")).chain(confidence).chain(read);
    let add_by = related.add_table.as_ref().map(|table| say!("guide-add-by", table = table));
    let others = related.other_mappings.iter().map(other_mapping);
    Phrase::joined(std::iter::once(Phrase::joined(own, ", ")).chain(add_by).chain(others), "; ")
}

/// What another mapping table says about a pair.
pub(super) fn other_mapping(other: &OtherMapping) -> Phrase {
    let (table, confidence) = (&other.table, other.confidence);
    match &other.agreement {
        Agreement::Agrees => say!("guide-agrees", table = table, confidence = confidence),
        Agreement::Composed => say!("guide-composed", table = table, confidence = confidence),
        Agreement::Differs(relation) => {
            say!("guide-differs", table = table, confidence = confidence, relation = *relation)
        }
        Agreement::Unrelated(clause) => {
            say!("guide-differs-unrelated", table = table, confidence = confidence, clause = clause)
        }
    }
}
