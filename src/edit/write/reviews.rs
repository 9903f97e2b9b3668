//! Reviews as YAML.

use super::value::{Layout, Mapping, Value, block, id, text};
use crate::model::{ClauseId, ClauseRecord, Reviews, Stamp, Subject};

/// The entries of a file of reviews: stamps in the order of what was reviewed, records in that of hashes.
pub(super) fn entries(reviews: &Reviews) -> Mapping {
    let stamps: Vec<Value> = reviews.stamps().map(|(subject, reviewed)| stamp(subject, reviewed)).collect();
    let records = reviews.records().map(|(hash, said)| (id(hash), record(said)));
    Mapping::of("xwalk", text("reviews/1"))
        .with("of", text(&reviews.of))
        .maybe("stamps", (!stamps.is_empty()).then_some(Value::List(stamps, Layout::Block)))
        .maybe("clauses", block(records.collect()))
}

fn stamp(subject: &Subject, stamp: &Stamp) -> Value {
    let ends = match subject {
        Subject::Row { from, to } => Mapping(Vec::new())
            .maybe("from", ids(from.iter().map(ClauseId::to_string)))
            .maybe("to", to.as_ref().map(|clause| Value::Scalar(id(clause)))),
        Subject::Statement(clause) => Mapping(Vec::new()).with("clause", Value::Scalar(id(clause))),
    };
    let entries = ends
        .maybe("by", stamp.by.as_ref().map(text))
        .maybe("date", stamp.date.map(text))
        .maybe("seen", ids(stamp.seen.iter().map(|hash| hash.to_string())));
    entries.block().fitted()
}

fn record(record: &ClauseRecord) -> Value {
    let entries = Mapping(Vec::new())
        .with("clause", Value::Scalar(id(&record.clause)))
        .maybe("title", (!record.title.is_empty()).then(|| text(&record.title)))
        .with("kind", text(record.kind))
        .maybe("summary", record.summary.as_ref().map(text))
        .maybe("children", ids(record.children.iter().map(|number| number.to_string())));
    entries.block().fitted()
}

/// One id, or a list of them; nothing where there is none.
fn ids(ids: impl Iterator<Item = String>) -> Option<Value> {
    let mut values: Vec<Value> = ids.map(|written| Value::Scalar(id(written))).collect();
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Value::List(values, Layout::Flow)),
    }
}
