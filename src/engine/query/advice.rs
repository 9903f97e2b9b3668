//! What remains to be done about a clause that is covered in part.
//!
//! First what the rows of a chain say in the direction in which they are read (`add` forward, `add-reverse` backward). Where a
//! row that leaves something open says nothing, what the clause requires; and if no summary says that, which part is
//! known to be covered. Where several clauses cover parts of it, what each of them leaves open stands with its name.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::Step;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, Direction, Library, Reading};
use crate::query::chain::Name;
use crate::query::words;
use crate::source::Text;

/// A chain that shows part of a clause to be covered.
pub struct Part<'a, 'l> {
    /// The clauses that do so, together if there are several.
    pub by: Vec<&'a ClauseId>,
    /// The clauses of the chain, first to last.
    pub chain: Vec<&'a ClauseId>,
    /// Its rows.
    pub steps: Vec<Step<'l>>,
}

/// What remains to be done for the last clause of one chain, as far as its rows, the clause's summary or its title
/// show.
pub fn of_chain(library: &Library, chain: &[&ClauseId], steps: &[Step<'_>]) -> Phrase {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return Phrase::default() };
    let part = Part { by: vec![first], chain: chain.to_vec(), steps: steps.to_vec() };
    left(library, last, &[part], &ToString::to_string)
}

/// What remains to be done for a clause of which one or more chains cover a part each; never empty.
pub fn left(library: &Library, clause: &ClauseId, parts: &[Part<'_, '_>], name: Name<'_>) -> Phrase {
    if parts.iter().all(|part| part.said().is_empty()) {
        return rest(library, clause, parts, name);
    }
    let leaves_open = |part: &Part<'_, '_>| !part.said().is_empty() && !part.is_said_in_full(library);
    let said = parts.iter().map(|part| (part, part.said()));
    match parts.iter().any(leaves_open) {
        true => {
            let said = said.map(|(part, said)| (part, said.trim_end_matches('.').to_owned())).collect();
            Phrase::joined([told(said, name), rest(library, clause, parts, name)], ". ")
        }
        false => told(said.collect(), name),
    }
}

/// What remains to be done according to rows, if parts of a clause may be covered; empty if no row says anything.
pub(crate) fn said(parts: &[Part<'_, '_>], name: Name<'_>) -> Phrase {
    told(parts.iter().map(|part| (part, part.said())).filter(|(_, said)| !said.is_empty()).collect(), name)
}

/// One text as it is; several with the clauses that have to be in place for each.
fn told(parts: Vec<(&Part<'_, '_>, String)>, name: Name<'_>) -> Phrase {
    let called = |part: &Part<'_, '_>| part.by.iter().map(|clause| name(clause)).collect::<Vec<_>>().join(" + ");
    // Of each text the clauses, and how many they are: some stand together.
    let mut texts: Vec<(String, Vec<String>, usize)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut silent: Vec<String> = Vec::new();
    for (part, said) in parts {
        match places.get(&said) {
            _ if said.is_empty() => silent.push(called(part)),
            Some(at) => {
                texts[*at].1.push(called(part));
                texts[*at].2 += part.by.len();
            }
            None => {
                places.insert(said.clone(), texts.len());
                texts.push((said, vec![called(part)], part.by.len()));
            }
        }
    }
    let count = silent.len();
    let also = (count > 0).then(|| say!("left-also", clauses = Phrase::list(silent), count = count));
    if let ([(text, ..)], None) = (texts.as_slice(), &also) {
        return text.into();
    }
    let with = |(text, clauses, count): (String, Vec<String>, usize)| {
        say!("left-with", clauses = Phrase::list(clauses), count = count, text = text.trim_end_matches('.'))
    };
    Phrase::joined(texts.into_iter().map(with).chain(also), "; ")
}

/// What a clause requires, if a sentence says that; else which part of it is covered.
fn rest(library: &Library, clause: &ClauseId, parts: &[Part<'_, '_>], name: Name<'_>) -> Phrase {
    let found = library.clause(clause);
    if let Some(summary) = found.and_then(|found| found.summary.as_ref()) {
        return say!("left-of-summary", text = summary.trim());
    }
    let titled = |clause: &ClauseId| {
        let title = library.clause(clause).map(|clause| clause.title.as_str()).unwrap_or_default();
        format!("{} {title}", name(clause)).trim_end().to_owned()
    };
    let (mut covering, mut known): (Vec<Phrase>, BTreeSet<(String, Option<String>)>) = (Vec::new(), BTreeSet::new());
    for part in parts {
        let items = part.items(clause).map(|items| items.trim().to_owned());
        let by = part.by.iter().map(|clause| titled(clause)).collect::<Vec<_>>().join(" + ");
        if known.insert((by.clone(), items.clone())) {
            covering.push(match items {
                Some(items) => say!("left-items", clause = by, items = items),
                None => by.into(),
            });
        }
    }
    let title = found.map(|found| format!(" {}", found.title)).unwrap_or_default();
    let clause = format!("{}{title}", clause.number);
    say!("left-part", covering = words::some_of(&covering), clause = clause)
}

impl Part<'_, '_> {
    /// What the rows say.
    fn said(&self) -> String {
        words::adds(&self.steps)
    }

    /// Whether every row that leaves something open says what.
    fn is_said_in_full(&self, library: &Library) -> bool {
        let is_silent = |step: &Step<'_>| step.relation.left_to_do(step.direction).is_none();
        !self.rises(library) && !self.steps.iter().any(|step| self.leaves_something(step) && is_silent(step))
    }

    /// Whether a row hands on less than all of what is in place.
    fn leaves_something(&self, step: &Step<'_>) -> bool {
        let relation = step.relation;
        let is_alone = relation.is_joint()
            && step.direction == Direction::Forward
            && !relation.from.iter().all(|clause| self.chain.contains(&clause));
        match relation.reading(step.direction) {
            Reading::Equal | Reading::Covers => is_alone,
            Reading::Within | Reading::Overlaps | Reading::Related | Reading::Disjoint => true,
        }
    }

    /// Whether the chain goes from a clause to a heading above it, which holds more.
    fn rises(&self, library: &Library) -> bool {
        self.chain.windows(2).any(|pair| {
            let [below, above] = [&pair[0], &pair[1]];
            let catalog = library.catalog(&below.edition).filter(|_| below.edition == above.edition);
            catalog.is_some_and(|catalog| {
                let positions = (catalog.position(&below.number), catalog.position(&above.number));
                matches!(positions, (Some(below), Some(above)) if catalog.ancestors(below).any(|at| at == above))
            })
        })
    }

    /// Which items of a clause the last row means.
    fn items(&self, clause: &ClauseId) -> Option<&Text> {
        let last = self.steps.last().filter(|step| step.direction == Direction::Forward)?;
        last.relation.items.as_deref().filter(|_| last.relation.to == *clause)
    }
}
