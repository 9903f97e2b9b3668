//! The items of several targets as those of one project: each clause once.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{self, Item};
use crate::model::{ClauseId, PersonDays};
use crate::query::case::Assessed;

/// The items of all targets: base clauses first, each once, then the requirements of the targets in their order. A base
/// clause of one target that is a requirement of another is an item there, and shows what depends on it.
pub(super) fn merged(case: Assessed<'_>, targets: Vec<Vec<Item>>) -> Vec<Item> {
    let targets = match <[Vec<Item>; 1]>::try_from(targets) {
        Ok([items]) => return items,
        Err(several) => several,
    };
    let (mut base, mut own): (Vec<Item>, Vec<Item>) = (Vec::new(), Vec::new());
    let mut required_by: BTreeMap<ClauseId, BTreeSet<ClauseId>> = BTreeMap::new();
    for item in targets.into_iter().flatten() {
        required_by.entry(item.clause.clone()).or_default().extend(item.required_by.iter().cloned());
        if item.is_base { base.push(item) } else { own.push(item) }
    }
    let mut work: BTreeMap<ClauseId, Option<PersonDays>> = BTreeMap::new();
    let requirements: BTreeSet<ClauseId> = own.iter().map(|item| item.clause.clone()).collect();
    base.retain(|item| match requirements.contains(&item.clause) {
        true => {
            work.entry(item.clause.clone()).or_insert(item.effort);
            false
        }
        false => true,
    });
    items::sort_by_place(case, &mut base);
    base.dedup_by(|later, first| later.clause == first.clause);
    let joined = base.into_iter().chain(own).map(|item| {
        let required_by = required_by.remove(&item.clause).into_iter().flatten().collect();
        // What was no work of its own, since it depends on other clauses, may be what they depend on in turn.
        let effort = match (item.effort, work.get(&item.clause)) {
            (Some(nothing), Some(effort)) if nothing == PersonDays::default() => *effort,
            (effort, _) => effort,
        };
        Item { required_by, effort, ..item }.with_origin(case)
    });
    joined.collect()
}
