//! What is left to do about a clause that is covered in part.
//!
//! First what the rows of a chain say in the direction in which they are read (`add` forward, `add-reverse` backward). Where a
//! row that leaves something open says nothing, what the clause asks for; and where no summary tells that, which part is known
//! to be covered. Where several clauses cover parts of it, what each of them leaves open stands with its name.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::Step;
use crate::model::{ClauseId, Direction, Library, Reading};
use crate::query::chain::Name;
use crate::query::words::{self, listed};
use crate::source::Text;

/// A chain that shows part of a clause to be covered.
pub(crate) struct Part<'a, 'l> {
    /// The clauses that do so, together where there are several.
    pub(crate) by: Vec<&'a ClauseId>,
    /// The clauses of the chain, first to last.
    pub(crate) chain: Vec<&'a ClauseId>,
    /// Its rows.
    pub(crate) steps: Vec<Step<'l>>,
}

/// What is left to do of the last clause of one chain, as far as its rows, the clause's summary or its title tell.
pub(crate) fn of_chain(library: &Library, chain: &[&ClauseId], steps: &[Step<'_>]) -> String {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return String::new() };
    let part = Part { by: vec![first], chain: chain.to_vec(), steps: steps.to_vec() };
    left(library, last, &[part], &ToString::to_string)
}

/// What is left to do of a clause of which one or more chains cover a part each; never empty.
pub(crate) fn left(library: &Library, clause: &ClauseId, parts: &[Part<'_, '_>], name: Name<'_>) -> String {
    if parts.iter().all(|part| part.said().is_empty()) {
        return rest(library, clause, parts, name);
    }
    let said = told(parts.iter().map(|part| (part, part.said())).collect(), name);
    let leaves_open = |part: &Part<'_, '_>| !part.said().is_empty() && !part.is_said_in_full(library);
    match parts.iter().any(leaves_open) {
        true => format!("{}. {}", said.trim_end_matches('.'), rest(library, clause, parts, name)),
        false => said,
    }
}

/// What rows say is left to do where parts of a clause may be covered; empty where no row says anything.
pub(crate) fn said(parts: &[Part<'_, '_>], name: Name<'_>) -> String {
    told(parts.iter().map(|part| (part, part.said())).filter(|(_, said)| !said.is_empty()).collect(), name)
}

/// One text as it stands; several with the clauses that have to be in place for each.
fn told(parts: Vec<(&Part<'_, '_>, String)>, name: Name<'_>) -> String {
    let called = |part: &Part<'_, '_>| part.by.iter().map(|clause| name(clause)).collect::<Vec<_>>().join(" + ");
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut silent: Vec<String> = Vec::new();
    for (part, said) in parts {
        match places.get(&said) {
            _ if said.is_empty() => silent.push(called(part)),
            Some(at) => texts[*at].1.push(called(part)),
            None => {
                places.insert(said.clone(), texts.len());
                texts.push((said, vec![called(part)]));
            }
        }
    }
    let also = (!silent.is_empty()).then(|| {
        let verb = if silent.len() == 1 { "covers" } else { "cover" };
        format!("{} {verb} part of it as well", listed(&silent))
    });
    if let ([(text, _)], None) = (texts.as_slice(), &also) {
        return text.clone();
    }
    let with = |(text, clauses): &(String, Vec<String>)| {
        format!("with {} in place: {}", listed(clauses), text.trim_end_matches('.'))
    };
    texts.iter().map(with).chain(also).collect::<Vec<_>>().join("; ")
}

/// What a clause asks for, where a sentence says that; else which part of it is covered.
fn rest(library: &Library, clause: &ClauseId, parts: &[Part<'_, '_>], name: Name<'_>) -> String {
    let found = library.clause(clause);
    if let Some(summary) = found.and_then(|found| found.summary.as_ref()) {
        return format!("Do what is left of: {}", summary.trim());
    }
    let titled = |clause: &ClauseId| {
        let title = library.clause(clause).map(|clause| clause.title.as_str()).unwrap_or_default();
        format!("{} {title}", name(clause)).trim_end().to_owned()
    };
    let (mut covering, mut known): (Vec<String>, BTreeSet<String>) = (Vec::new(), BTreeSet::new());
    for part in parts {
        let items = part.items(clause).map(|items| format!(" (items {})", items.trim())).unwrap_or_default();
        let by = part.by.iter().map(|clause| titled(clause)).collect::<Vec<_>>().join(" + ");
        let by = format!("{by}{items}");
        if known.insert(by.clone()) {
            covering.push(by);
        }
    }
    let title = found.map(|found| format!(" {}", found.title)).unwrap_or_default();
    format!(
        "Part of it is covered by {}; check what else {}{title} asks for.",
        words::some_of(&covering),
        clause.number
    )
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
        last.relation.items.as_ref().filter(|_| last.relation.to == *clause)
    }
}
