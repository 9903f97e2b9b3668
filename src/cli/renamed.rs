//! Editions of other programs that are called otherwise, since editions of their names were there already.

use std::collections::BTreeSet;

use xwalk::diagnostic::counted;
use xwalk::exchange::format::Format;
use xwalk::model::{EditionId, Library};
use xwalk::report::Basis;

use super::output::Output;

/// Says so of the editions that an answer depends on.
pub(super) fn tell(basis: &Basis, library: &Library, output: &Output) {
    let editions: BTreeSet<&str> = basis.editions.iter().map(|edition| edition.id.as_str()).collect();
    tell_of(&editions, library, output);
}

/// The same of editions by their ids.
pub(super) fn tell_of(editions: &BTreeSet<&str>, library: &Library, output: &Output) {
    note(editions, library).iter().for_each(|note| output.print_note(note));
}

/// What is to be said where an answer speaks of an edition and another program's edition of the same name stands beside it,
/// of which it does not speak: one line for all of them.
fn note(editions: &BTreeSet<&str>, library: &Library) -> Option<String> {
    let other = |id: &str, format: Format| {
        let other = EditionId::parse(&format.id_beside(id)).ok()?;
        (library.catalog(&other).is_some() && !editions.contains(other.as_str())).then_some(other)
    };
    let beside = |edition: &&str| {
        let others = Format::ALL.into_iter().filter_map(|format| other(edition, format));
        others.map(|other| format!("that of {edition} is {other}")).collect::<Vec<_>>()
    };
    let beside: Vec<String> = editions.iter().flat_map(beside).collect();
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
