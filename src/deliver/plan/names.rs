//! Editions and clauses as people write them, such as ISO/IEC 27001:2022 A.5.1.

use crate::language::Phrase;
use crate::model::{Catalog, ClauseId, EditionId};
use crate::query::case::Assessed;

/// What people call an edition.
pub(super) fn edition<'n>(case: Assessed<'n>, edition: &'n EditionId) -> &'n str {
    case.case.library.catalog(edition).map_or(edition.as_str(), Catalog::name)
}

/// What people call a clause: its edition's name and its number.
pub(super) fn clause(case: Assessed<'_>, clause: &ClauseId) -> String {
    format!("{} {}", edition(case, &clause.edition), clause.number)
}

/// Several clauses: the name of an edition appears once before all of its numbers that follow each other.
pub(super) fn clauses<'c>(case: Assessed<'_>, clauses: impl IntoIterator<Item = &'c ClauseId>) -> Phrase {
    let mut said: Vec<String> = Vec::new();
    let mut last: Option<&EditionId> = None;
    for clause in clauses {
        match said.last_mut() {
            Some(numbers) if last == Some(&clause.edition) => *numbers += &format!(", {}", clause.number),
            Some(_) | None => said.push(self::clause(case, clause)),
        }
        last = Some(&clause.edition);
    }
    Phrase::joined(said, "; ")
}
