//! A row for each applicable requirement of each assessment: its fields, and their values.

use crate::model::{Catalog, ClauseId};
use crate::query::position::Position;
use crate::query::words;
use crate::report::{Field, FieldKind, FieldValue};

use super::standing::Standing;

/// The place of the target among [`ROW_FIELDS`].
pub const TARGET_FIELD: usize = 6;

/// The fields of a row, in their order.
pub const ROW_FIELDS: [Field; 17] = [
    Field::required("assessment", FieldKind::Text),
    Field::required("organization", FieldKind::Text),
    Field::optional("site", FieldKind::Text),
    Field::optional("unit", FieldKind::Text),
    Field::optional("tags", FieldKind::Text),
    Field::optional("date", FieldKind::Day),
    Field::required("target", FieldKind::Text),
    Field::required("clause", FieldKind::Text),
    Field::required("chapter", FieldKind::Text),
    Field::required("level", FieldKind::Text),
    Field::required("outcome", FieldKind::Text),
    Field::required("action", FieldKind::Text),
    Field::optional("because", FieldKind::Text),
    Field::optional("first", FieldKind::Text),
    Field::optional("status", FieldKind::Text),
    Field::optional("confidence", FieldKind::Text),
    Field::required("hops", FieldKind::Count),
];

/// The values of the fields of a row.
pub fn row_values<'r>(standing: &'r Standing, catalog: &'r Catalog, position: &'r Position) -> [FieldValue<'r>; 17] {
    let respondent = &*standing.respondent;
    let refs = |refs: &[ClauseId]| FieldValue::text(words::joined(refs, " "));
    let chapter = catalog.position(&position.clause.number).map_or("", |at| catalog.chapter(at).number.as_str());
    [
        FieldValue::Text(respondent.assessment.as_str().into()),
        FieldValue::Text(respondent.organization.as_str().into()),
        FieldValue::maybe(respondent.site.as_deref()),
        FieldValue::maybe(respondent.unit.as_deref()),
        FieldValue::text(respondent.tags.join("; ")),
        respondent.date.map_or(FieldValue::Nothing, FieldValue::Day),
        FieldValue::Text(standing.target.as_str().into()),
        FieldValue::Text(position.clause.to_string().into()),
        FieldValue::Text(chapter.into()),
        FieldValue::Text(position.level.name().into()),
        FieldValue::Text(position.outcome.name().into()),
        FieldValue::Text(position.action.name().into()),
        refs(&position.chain),
        refs(&position.first),
        FieldValue::maybe(position.status.map(|status| status.to_string())),
        FieldValue::maybe(position.confidence.map(|confidence| confidence.to_string())),
        // Readers make numbers with a point of counts of which one is missing.
        FieldValue::Count(u64::from(position.hops.unwrap_or(0))),
    ]
}
