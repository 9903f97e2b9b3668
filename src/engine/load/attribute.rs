//! Attributes as written become those of a clause.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::raw::Scalar;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Attributes;
use crate::source::Span;

/// The attributes of a clause; a key that comes several times is that of a list, in which each value appears once.
pub(super) fn read(written: Vec<(Scalar, Scalar)>, faults: &mut Vec<Diagnostic>) -> Attributes {
    report_repeated(&written, faults);
    written.into_iter().map(|(key, value)| (key.value, value.value)).collect()
}

/// The items of one list come one after the other.
fn report_repeated(written: &[(Scalar, Scalar)], faults: &mut Vec<Diagnostic>) {
    for list in written.chunk_by(|(one, _), (other, _)| one.value == other.value).filter(|list| list.len() > 1) {
        let mut places: HashMap<&str, Span, FixedState> = HashMap::default();
        for (key, value) in list {
            if let Some(first) = places.get(value.value.as_str()).copied() {
                let message = format!("{} appears a second time in {}", value.shown(), key.shown());
                let fault = Diagnostic::new(Rule::RepeatedValue, value.span, message).label(first, "first here");
                faults.push(fault.help("keep one of the two"));
            } else {
                places.insert(&value.value, value.span);
            }
        }
    }
}
