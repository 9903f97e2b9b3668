//! Editions of other programs that are called otherwise, since editions of their names were there already.

use xwalk::diagnostic::counted;
use xwalk::exchange::format::Format;
use xwalk::model::{EditionId, Library};
use xwalk::report::Basis;

/// What is to be said where an answer speaks of an edition and another program's edition of the same name stands beside it,
/// of which it does not speak: one line for all of them.
pub(super) fn note(basis: &Basis, library: &Library) -> Option<String> {
    let is_answered = |id: &str| basis.editions.iter().any(|edition| edition.id == id);
    let other = |id: &str, format: Format| {
        let other = EditionId::parse(&format.id_beside(id)).ok()?;
        (library.catalog(&other).is_some() && !is_answered(other.as_str())).then_some(other)
    };
    let beside = |edition: &xwalk::report::BasisFile| {
        let others = Format::ALL.into_iter().filter_map(|format| other(&edition.id, format));
        others.map(|other| format!("that of {} is {other}", edition.id)).collect::<Vec<_>>()
    };
    let beside: Vec<String> = basis.editions.iter().flat_map(beside).collect();
    let names = beside.join("; ");
    let said = match beside.len() {
        0 => return None,
        1 => "an edition of --standards has the name of one that was there, and the answer does not speak of it"
            .to_owned(),
        several => format!(
            "{} of --standards have the names of others that were there, and the answer does not speak of them",
            counted(several, "edition", "editions")
        ),
    };
    Some(format!("{said}: {names}"))
}
