//! Which controls of a catalog a profile picks.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::model::{Import, Selection};
use super::said::Said;
use super::word::{Places, Word};
use crate::load::raw;
use crate::source::Span;

/// The controls of an edition, by their ids in OSCAL, and which is below which.
pub(super) struct Controls<'k> {
    pub(super) catalog: &'k raw::Catalog,
    by_id: HashMap<&'k str, usize>,
    /// The position of the clause above each.
    pub(super) above: Vec<Option<usize>>,
}

impl<'k> Controls<'k> {
    pub(super) fn of(catalog: &'k raw::Catalog) -> Self {
        let mut by_id = HashMap::new();
        let mut by_number = HashMap::new();
        for (position, clause) in catalog.clauses.iter().enumerate() {
            by_number.insert(clause.id.value.as_str(), position);
            if let Some(id) = control_id(clause) {
                by_id.insert(id, position);
            }
        }
        let above = catalog.clauses.iter().map(|clause| match &clause.parent {
            raw::Parent::Named(parent) => by_number.get(parent.value.as_str()).copied(),
            raw::Parent::Nothing | raw::Parent::ByNumber => None,
        });
        Self { above: above.collect(), by_id, catalog }
    }

    /// The clauses above one, nearest first.
    pub(super) fn above(&self, position: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.above[position], |at| self.above[*at])
    }

    /// The controls of an import, each with the place that requests it.
    pub(super) fn picked(&self, import: &Import, places: Places, said: &mut Said) -> BTreeMap<usize, Span> {
        let near = places.span(&import.href, places.top());
        let mut picked = BTreeMap::new();
        match &import.include_controls {
            Some(selections) if import.include_all.is_none() => {
                for selection in selections {
                    self.select(selection, near, places, said, &mut |position, span| {
                        picked.entry(position).or_insert(span);
                    });
                }
            }
            // If nothing is named, everything is meant.
            Some(_) | None => picked.extend(self.by_id.values().map(|position| (*position, near))),
        }
        for selection in &import.exclude_controls {
            self.select(selection, near, places, said, &mut |position, _| {
                picked.remove(&position);
            });
        }
        picked
    }

    /// Every control that a selection names, by its id, by a pattern, or as a child of one of those.
    fn select(
        &self,
        selection: &Selection,
        near: Span,
        places: Places,
        said: &mut Said,
        take: &mut dyn FnMut(usize, Span),
    ) {
        let mut named: Vec<(usize, Span)> = Vec::new();
        for id in &selection.with_ids {
            let span = places.span(id, near);
            match self.by_id.get(id.text.trim()) {
                Some(position) => named.push((*position, span)),
                None => {
                    let edition = self.catalog.id.as_ref().map_or("the catalog", |id| id.value.as_str());
                    let one = format!("{edition} has no control {}, which is left out", id.text);
                    let help = "check it in the edition for which the document was made";
                    said.left_out(span, one, "controls are in no catalog and are left out", help);
                }
            }
        }
        for pattern in selection.matching.iter().filter_map(|matching| matching.pattern.as_ref()) {
            let span = places.span(pattern, near);
            let matches = |(id, _): &(&&str, &usize)| is_match(pattern.text.as_bytes(), id.as_bytes());
            named.extend(self.by_id.iter().filter(matches).map(|(_, position)| (*position, span)));
        }
        if is_yes(selection.with_child_controls.as_ref()) {
            let roots: HashMap<usize, Span> = named.iter().copied().collect();
            let below = (0..self.above.len()).filter(|position| control_id(&self.catalog.clauses[*position]).is_some());
            let inherited = below.filter_map(|position| {
                self.above(position).find_map(|above| roots.get(&above)).map(|span| (position, *span))
            });
            named.extend(inherited);
        }
        // In the order of the catalog, so the reports do not depend on hashing.
        let unique: BTreeSet<(usize, Span)> = named.into_iter().collect();
        for (position, span) in unique {
            take(position, span);
        }
    }
}

pub(super) fn is_yes(word: Option<&Word>) -> bool {
    word.is_some_and(|word| word.text.trim() == "yes")
}

/// The id of a clause in OSCAL, if it is a control; groups are none.
pub(super) fn control_id(clause: &raw::Clause) -> Option<&str> {
    let value =
        |key: &str| clause.attributes.iter().find(|(known, _)| known.value == *key).map(|(_, value)| &value.value);
    let is_control = clause.kind.as_ref().is_some_and(|kind| kind.value == "requirement")
        || value("status").is_some_and(|status| *status == "withdrawn");
    is_control.then(|| value("uri").map(|uri| uri.as_str()))?
}

/// Whether a pattern matches a whole id: `*` stands for any characters, `?` for one.
pub(super) fn is_match(pattern: &[u8], id: &[u8]) -> bool {
    let (mut at, mut in_id) = (0, 0);
    // Where the last star stands, and how much of the id it has taken.
    let mut star: Option<(usize, usize)> = None;
    while in_id < id.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, in_id));
                at += 1;
            }
            Some(byte) if *byte == b'?' || *byte == id[in_id] => {
                at += 1;
                in_id += 1;
            }
            Some(_) | None => {
                let Some((star_at, taken)) = star else { return false };
                star = Some((star_at, taken + 1));
                at = star_at + 1;
                in_id = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::is_match;

    #[test]
    fn a_pattern_matches_whole_ids() {
        for (pattern, id, expected) in [
            ("ac-*", "ac-2.1", true),
            ("ac-?", "ac-2", true),
            ("ac-?", "ac-12", false),
            ("*.1", "ac-2.1", true),
            ("a*-*1", "ac-2.1", true),
            ("ac-2", "ac-2.1", false),
            ("*", "", true),
            ("", "a", false),
        ] {
            assert_eq!(is_match(pattern.as_bytes(), id.as_bytes()), expected, "{pattern} {id}");
        }
    }
}
