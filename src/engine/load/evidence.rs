//! What is said of pieces of evidence, as written, becomes a register of them.

use super::raw::{self, Scalar};
use super::word::date;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Evidence;
use crate::source::Text;

/// The register, in the order of the file.
pub(super) fn register(written: Vec<raw::Evidence>, faults: &mut Vec<Diagnostic>) -> Vec<Evidence> {
    let mut written = written;
    written.retain(|piece| !is_empty(&piece.place, faults));
    written.into_iter().map(|piece| read(piece, faults)).collect()
}

/// The evidence of a statement, as written: an empty text is reported, and stays so that nothing else than what is asked for
/// changes when the file is written again.
pub(super) fn places(written: Vec<Scalar>, faults: &mut Vec<Diagnostic>) -> Vec<Text> {
    written.iter().for_each(|place| {
        is_empty(place, faults);
    });
    written.into_iter().map(|place| place.value).collect()
}

/// Whether an entry names nothing, which is reported.
fn is_empty(place: &Scalar, faults: &mut Vec<Diagnostic>) -> bool {
    let is_empty = place.value.trim().is_empty();
    if is_empty {
        let fault =
            Diagnostic::new(Rule::EmptyEvidence, place.span, "this piece of evidence is empty and does not count");
        faults.push(fault.help("write the path of a file or a web address, or remove it"));
    }
    is_empty
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
