//! Work that several targets share: a requirement that the work on another clause implements has no task of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::items::Item;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, PersonDays};
use crate::query::case::Assessed;
use crate::query::effects::{Effect, Effects};
use crate::source::Text;

/// The same items, each with what it brings, without those whose work is part of another one.
///
/// A requirement is part of the first task in the order of items that completes it and is not part of another task itself;
/// if two complete each other, because rows prove that they require the same, the first of them represents both.
pub(super) fn joined(case: Assessed<'_>, items: Vec<Item>, effects: &mut Effects<'_>) -> Vec<Item> {
    let brought: Vec<Effect> = items.iter().map(|item| effect(case, item, effects)).collect();
    let places: BTreeMap<&ClauseId, usize> =
        items.iter().enumerate().filter(|(_, item)| !item.is_base).map(|(at, item)| (&item.clause, at)).collect();
    let completed: Vec<BTreeSet<usize>> = brought
        .iter()
        .enumerate()
        .map(|(at, effect)| {
            let others = effect.completes.iter().filter_map(|clause| places.get(clause).copied());
            others.filter(|other| *other != at).collect()
        })
        .collect();
    let mut completed_by: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (at, others) in completed.iter().enumerate() {
        others.iter().for_each(|other| completed_by[*other].push(at));
    }
    let stands_alone: Vec<bool> = completed_by
        .iter()
        .enumerate()
        .map(|(at, by)| by.iter().all(|other| completed[at].contains(other) && *other > at))
        .collect();
    let part_of: Vec<Option<usize>> = completed_by
        .iter()
        .enumerate()
        .map(|(at, by)| match stands_alone[at] {
            true => None,
            false => by.iter().copied().find(|other| stands_alone[*other]),
        })
        .collect();
    let leads: BTreeMap<ClauseId, ClauseId> = part_of
        .iter()
        .enumerate()
        .filter_map(|(at, lead)| Some((items[at].clause.clone(), items[(*lead)?].clause.clone())))
        .collect();
    let mut parts: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    let mut tasks: Vec<(usize, Item)> = Vec::new();
    for (at, (item, effect)) in items.into_iter().zip(brought).enumerate() {
        match part_of[at] {
            Some(lead) => parts.entry(lead).or_default().push(item),
            None => tasks.push((at, Item { completes: effect.completes, improves: effect.improves, ..item })),
        }
    }
    let with_parts = tasks.into_iter().map(|(at, item)| match parts.remove(&at) {
        Some(parts) => with_parts(item, parts),
        None => item,
    });
    with_parts.map(|item| after_leads(item, &leads)).collect()
}

/// What an item brings by itself.
fn effect(case: Assessed<'_>, item: &Item, effects: &mut Effects<'_>) -> Effect {
    if !item.puts_in_place() {
        return Effect::default();
    }
    effects.of(&case.case.crosswalk.requirements_of(&item.clause))
}

/// A task with others that are part of it. It is as much work as the greatest of them, due by the first of their days, and
/// has their owner where it has none.
fn with_parts(task: Item, parts: Vec<Item>) -> Item {
    let own_clauses = task.clauses().cloned().collect::<Vec<_>>();
    let due = parts.iter().filter_map(|part| part.due).chain(task.due).min();
    // Without work beyond that of the task, nothing is known about how much that is.
    let of_parts = parts.iter().filter_map(|part| part.effort).filter(|effort| *effort > PersonDays::default());
    let effort = of_parts.chain(task.effort).max();
    let mut owners: Vec<&Text> = parts.iter().filter_map(|part| part.owner.as_ref()).collect();
    owners.sort_unstable();
    owners.dedup();
    let owner = task.owner.clone().or_else(|| match owners.as_slice() {
        [one] => Some((*one).clone()),
        [] | [_, ..] => None,
    });
    let others: Vec<String> = parts
        .iter()
        .filter(|part| part.owner.is_some() && part.owner != owner)
        .filter_map(|part| Some(format!("{} ({})", part.clause, part.owner.as_ref()?.trim())))
        .collect();
    let others = (!others.is_empty()).then(|| say!("plan-other-owners", owners = Phrase::list(others)));
    let says = Phrase::joined(std::iter::once(task.task.clone()).chain(others), " ");
    let mut required_by = task.required_by.clone();
    required_by.extend(parts.iter().flat_map(|part| part.required_by.iter().cloned()));
    required_by.retain(|clause| !own_clauses.contains(clause));
    required_by.sort_unstable();
    required_by.dedup();
    Item {
        has_own_due: task.has_own_due && task.due == due,
        has_own_effort: task.has_own_effort && task.effort == effort,
        is_stated: task.is_stated && task.due == due && task.effort == effort && task.owner == owner,
        task: says,
        owner,
        due,
        effort,
        required_by,
        includes: parts.into_iter().map(|part| part.clause).collect(),
        ..task
    }
}

/// Prerequisites by the tasks that they are part of.
fn after_leads(item: Item, leads: &BTreeMap<ClauseId, ClauseId>) -> Item {
    let mut prerequisites: Vec<ClauseId> = Vec::new();
    for clause in &item.prerequisites {
        let lead = leads.get(clause).unwrap_or(clause);
        if *lead != item.clause && !prerequisites.contains(lead) {
            prerequisites.push(lead.clone());
        }
    }
    Item { prerequisites, ..item }
}
