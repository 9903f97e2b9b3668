//! What is said of pieces of evidence, as written, becomes a register of them.

use super::raw;
use super::word::date;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Evidence;

/// The register, in the order of the file.
pub(super) fn register(written: Vec<raw::Evidence>, faults: &mut Vec<Diagnostic>) -> Vec<Evidence> {
    written.into_iter().map(|piece| read(piece, faults)).collect()
}

fn read(piece: raw::Evidence, faults: &mut Vec<Diagnostic>) -> Evidence {
    let made = date(piece.date.as_ref(), faults);
    let valid_until = date(piece.valid_until.as_ref(), faults);
    if let (Some(made), Some(last), Some(text)) = (made, valid_until, &piece.valid_until)
        && last < made
    {
        let message = format!("{} is valid until {last}, which is before its own date, {made}", piece.place.shown());
        faults.push(Diagnostic::new(Rule::OutOfRange, text.span, message).help("correct one of the two"));
    }
    Evidence {
        span: piece.place.span,
        place: piece.place.value,
        title: piece.title.map(|text| text.value),
        owner: piece.owner.map(|text| text.value),
        date: made,
        valid_until,
        note: piece.note.map(|text| text.value),
    }
}
