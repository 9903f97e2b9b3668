//! Which tasks to take for so much work, so that they bring most: what a task needs comes with it.
//!
//! What tasks bring need not add up: one may bring nothing until another is done, and two may bring the same. So few tasks are
//! tried in every combination that the budget allows, and of many the one that brings most for its work is taken again and
//! again, together with what it needs; from nothing, and from the one that brings most alone. No ratio to the best choice
//! holds for that in general, which is why [`bound`](super::bound) says how much any choice can bring at the most.

use std::collections::BTreeSet;

use crate::model::PersonDays;

/// A task that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// How much work it is.
    pub(super) cost: PersonDays,
    /// All tasks that come with it, whatever these need included; itself is not among them.
    pub(super) needs: BTreeSet<usize>,
}

/// Says what tasks bring. More tasks never bring less.
pub(super) trait Value {
    /// What some tasks improve in addition to those that are chosen.
    fn gain(&mut self, tasks: &BTreeSet<usize>) -> f64;
    /// Takes tasks from here on.
    fn take(&mut self, tasks: &BTreeSet<usize>);
}

/// The tasks that are taken.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Choice {
    /// The tasks, in the order in which they were taken; with each stands what it needs, before it.
    pub(super) tasks: Vec<usize>,
    /// What they bring.
    pub(super) gain: f64,
    /// Whether no other choice brings more.
    pub(super) is_best: bool,
}

/// Up to so many tasks, every combination is tried.
pub(super) const FEW: usize = 12;
/// What is less than this is nothing: shares of requirements are greater by far.
const NOTHING: f64 = 1e-9;

/// Chooses tasks whose work is at most the budget.
pub(super) fn choose<V: Value>(offers: &[Offer], budget: PersonDays, fresh: &dyn Fn() -> V) -> Choice {
    let fits = |task: &usize| cost(offers, &with_needs(offers, *task)) <= budget;
    let candidates: Vec<usize> = (0..offers.len()).filter(fits).collect();
    let all: BTreeSet<usize> = candidates.iter().copied().collect();
    if cost(offers, &all) <= budget {
        return Choice { gain: fresh().gain(&all), tasks: in_order(offers, &all), is_best: true };
    }
    if candidates.len() <= FEW {
        return exact(offers, &candidates, budget, fresh());
    }
    let from_nothing = greedy(offers, &candidates, budget, &BTreeSet::new(), fresh());
    let mut alone = fresh();
    let gains = candidates.iter().map(|task| alone.gain(&with_needs(offers, *task)));
    let best = candidates.iter().zip(gains).reduce(|best, other| if other.1 > best.1 + NOTHING { other } else { best });
    let Some((best, _)) = best else { return from_nothing };
    let from_best = greedy(offers, &candidates, budget, &with_needs(offers, *best), fresh());
    if from_best.gain > from_nothing.gain + NOTHING { from_best } else { from_nothing }
}

fn with_needs(offers: &[Offer], task: usize) -> BTreeSet<usize> {
    let mut all = offers[task].needs.clone();
    all.insert(task);
    all
}

fn cost(offers: &[Offer], tasks: &BTreeSet<usize>) -> PersonDays {
    tasks.iter().map(|task| offers[*task].cost).sum()
}

/// Takes what brings most for its work, again and again.
fn greedy<V: Value>(
    offers: &[Offer],
    candidates: &[usize],
    budget: PersonDays,
    start: &BTreeSet<usize>,
    mut value: V,
) -> Choice {
    let mut choice = Choice { tasks: in_order(offers, start), gain: value.gain(start), is_best: false };
    value.take(start);
    let mut taken = start.clone();
    loop {
        let spent = cost(offers, &taken);
        let mut best: Option<(f64, f64, BTreeSet<usize>)> = None;
        for task in candidates.iter().filter(|task| !taken.contains(task)) {
            let more: BTreeSet<usize> = with_needs(offers, *task).difference(&taken).copied().collect();
            let work = cost(offers, &more);
            if spent + work > budget {
                continue;
            }
            let gain = value.gain(&more);
            let density = gain / work.days().max(NOTHING);
            if gain > NOTHING && best.as_ref().is_none_or(|(known, ..)| density > known + NOTHING) {
                best = Some((density, gain, more));
            }
        }
        let Some((_, gain, more)) = best else { return choice };
        value.take(&more);
        choice.gain += gain;
        choice.tasks.extend(in_order(offers, &more));
        taken.extend(more);
    }
}

/// Tasks in an order in which each comes after those that it needs: it needs whatever they need, and them.
fn in_order(offers: &[Offer], tasks: &BTreeSet<usize>) -> Vec<usize> {
    let mut tasks: Vec<usize> = tasks.iter().copied().collect();
    tasks.sort_by_key(|task| (offers[*task].needs.len(), *task));
    tasks
}

/// Every combination that the budget allows, of which the one that brings most is kept; of two alike the one with less work.
fn exact<V: Value>(offers: &[Offer], candidates: &[usize], budget: PersonDays, value: V) -> Choice {
    let order = in_order(offers, &candidates.iter().copied().collect());
    let mut search = Exact { offers, order, budget, value, best: (0.0, PersonDays::default(), BTreeSet::new()) };
    search.decide(0, &mut BTreeSet::new(), PersonDays::default());
    let (gain, _, tasks) = search.best;
    Choice { tasks: in_order(offers, &tasks), gain, is_best: true }
}

struct Exact<'o, V> {
    offers: &'o [Offer],
    order: Vec<usize>,
    budget: PersonDays,
    value: V,
    best: (f64, PersonDays, BTreeSet<usize>),
}

impl<V: Value> Exact<'_, V> {
    fn decide(&mut self, at: usize, taken: &mut BTreeSet<usize>, spent: PersonDays) {
        let Some(task) = self.order.get(at).copied() else {
            let gain = self.value.gain(taken);
            let (known, work, _) = &self.best;
            if gain > known + NOTHING || gain > known - NOTHING && spent < *work {
                self.best = (gain, spent, taken.clone());
            }
            return;
        };
        // All that is left to decide on brings at least as much as any part of it.
        let hope: BTreeSet<usize> = taken.iter().chain(&self.order[at..]).copied().collect();
        if self.value.gain(&hope) < self.best.0 - NOTHING {
            return;
        }
        let work = spent + self.offers[task].cost;
        if work <= self.budget && self.offers[task].needs.is_subset(taken) {
            taken.insert(task);
            self.decide(at + 1, taken, work);
            taken.remove(&task);
        }
        self.decide(at + 1, taken, spent);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use crate::deliver::plan::budget::bound::{Part, most};
    use crate::deliver::plan::budget::choose::*;

    /// Things of a worth, each brought by any task of a set that is wholly done; some sets have one task, some have several.
    #[derive(Debug, Clone)]
    struct Things {
        things: Vec<(f64, Vec<BTreeSet<usize>>)>,
        taken: BTreeSet<usize>,
    }

    impl Things {
        fn worth(&self, tasks: &BTreeSet<usize>) -> f64 {
            let is_there = |sets: &[BTreeSet<usize>]| sets.iter().any(|set| set.is_subset(tasks));
            self.things.iter().filter(|(_, sets)| is_there(sets)).map(|(worth, _)| worth).sum()
        }
    }

    impl Value for Things {
        fn gain(&mut self, tasks: &BTreeSet<usize>) -> f64 {
            let all = self.taken.union(tasks).copied().collect();
            self.worth(&all) - self.worth(&self.taken)
        }

        fn take(&mut self, tasks: &BTreeSet<usize>) {
            self.taken.extend(tasks);
        }
    }

    fn offer(days: u32, needs: &[usize]) -> Offer {
        Offer { cost: PersonDays::whole(days), needs: needs.iter().copied().collect() }
    }

    fn set(tasks: &[usize]) -> BTreeSet<usize> {
        tasks.iter().copied().collect()
    }

    #[test]
    fn two_cheap_tasks_that_bring_something_together_beat_one_that_brings_more_alone() {
        // 0 and 1 together bring 5 for 4 days; 2 brings 3 for 3 days; 5 days are there.
        let things = Things { things: vec![(5.0, vec![set(&[0, 1])]), (3.0, vec![set(&[2])])], taken: set(&[]) };
        let offers = [offer(2, &[]), offer(2, &[]), offer(3, &[])];
        let choice = choose(&offers, PersonDays::whole(5), &|| things.clone());
        assert_eq!(choice, Choice { tasks: vec![0, 1], gain: 5.0, is_best: true });
    }

    #[test]
    fn what_a_task_needs_is_paid_for_too() {
        // 1 brings 4 for 1 day and needs 0, which is 4 days; 2 brings 2 for 3 days. 4 days are there.
        let things = Things { things: vec![(4.0, vec![set(&[1])]), (2.0, vec![set(&[2])])], taken: set(&[]) };
        let offers = [offer(4, &[]), offer(1, &[0]), offer(3, &[])];
        assert_eq!(choose(&offers, PersonDays::whole(4), &|| things.clone()).tasks, [2]);
        assert_eq!(choose(&offers, PersonDays::whole(5), &|| things.clone()).tasks, [0, 1]);
    }

    /// The helpers of each thing: those that complete it alone if nothing else does, else all.
    fn parts(things: &Things, tasks: usize) -> Vec<Part> {
        let part = |(worth, sets): &(f64, Vec<BTreeSet<usize>>)| Part {
            worth: *worth,
            helpers: match sets.iter().all(|set| set.len() == 1) {
                true => sets.iter().flatten().copied().collect(),
                false => (0..tasks).collect(),
            },
        };
        things.things.iter().map(part).collect()
    }

    fn worlds(tasks: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = (Vec<Offer>, Things, u32)> {
        tasks.prop_flat_map(|tasks| {
            let sets = prop::collection::vec(prop::collection::btree_set(0..tasks, 1..=2), 1..=2);
            (
                prop::collection::vec((0_u32..6, prop::option::weighted(0.3, 0..tasks)), tasks),
                prop::collection::vec((1_u32..9, sets), 1..10),
                0_u32..20,
            )
                .prop_map(|(costs, things, budget)| {
                    let mut offers: Vec<Offer> = Vec::new();
                    for (at, (cost, needed)) in costs.into_iter().enumerate() {
                        let needs = needed.filter(|needed| *needed < at);
                        let needs = needs.iter().flat_map(|task| with_needs(&offers, *task)).collect();
                        offers.push(Offer { cost: PersonDays::whole(cost), needs });
                    }
                    let things = things.into_iter().map(|(worth, sets)| (f64::from(worth), sets)).collect();
                    (offers, Things { things, taken: BTreeSet::new() }, budget)
                })
        })
    }

    fn brute_force(offers: &[Offer], things: &Things, budget: PersonDays) -> f64 {
        (0_u32..1 << offers.len())
            .map(|bits| (0..offers.len()).filter(|task| bits >> task & 1 == 1).collect::<BTreeSet<usize>>())
            .filter(|tasks| tasks.iter().all(|task| offers[*task].needs.is_subset(tasks)))
            .filter(|tasks| cost(offers, tasks) <= budget)
            .map(|tasks| things.worth(&tasks))
            .fold(0.0, f64::max)
    }

    proptest! {
        // Every choice is also tried by hand.
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn few_tasks_are_chosen_as_well_as_can_be((offers, things, budget) in worlds(1..=8)) {
            let budget = PersonDays::whole(budget);
            let choice = choose(&offers, budget, &|| things.clone());
            prop_assert!(choice.is_best);
            prop_assert!((choice.gain - brute_force(&offers, &things, budget)).abs() < 1e-6);
        }

        #[test]
        fn a_choice_keeps_to_the_budget_holds_what_its_tasks_need_and_never_beats_the_bound(
            (offers, things, budget) in worlds(13..=13)
        ) {
            let budget = PersonDays::whole(budget);
            let choice = choose(&offers, budget, &|| things.clone());
            let tasks: BTreeSet<usize> = choice.tasks.iter().copied().collect();
            prop_assert!(cost(&offers, &tasks) <= budget && tasks.len() == choice.tasks.len());
            prop_assert!(tasks.iter().all(|task| offers[*task].needs.is_subset(&tasks)));
            prop_assert!((choice.gain - things.worth(&tasks)).abs() < 1e-6);
            let best = brute_force(&offers, &things, budget);
            let costs: Vec<PersonDays> = offers.iter().map(|offer| offer.cost).collect();
            let most = most(&costs, budget, &parts(&things, offers.len()));
            prop_assert!(choice.gain <= best + 1e-6 && best <= most + 1e-6, "{} {best} {most}", choice.gain);
        }
    }
}
