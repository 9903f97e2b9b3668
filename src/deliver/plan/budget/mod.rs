//! What to do first if there are only so many days: the tasks that improve the coverage most within them.

mod bound;
mod choose;
mod parts;

pub(super) use parts::{sentences, table};

use std::collections::{BTreeMap, BTreeSet};

use bound::Part;
use choose::{Offer, Value};

use super::items::Item;
use super::plans::Plans;
use super::summary::put_in_place;
use crate::crosswalk::Level;
use crate::model::{ClauseId, EditionId, PersonDays};
use crate::query::case::Assessed;
use crate::query::effects::{Effect, Effects};
use crate::query::scenarios::AllScenarios;
use crate::query::tally::Tally;

/// The tasks to take for so much work.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    /// How much work there is time for.
    pub days: PersonDays,
    /// The tasks, each after those that it depends on.
    pub tasks: Vec<BudgetTask>,
    /// How much all targets' coverage rises together, each target counting the same: 1 is one whole target.
    pub gain: f64,
    /// How much it can rise at the most by any tasks of so much work.
    pub most: f64,
    /// Whether no other choice brings more.
    pub is_best: bool,
    /// How many tasks can bring something and are not estimated, or depend on one that is not: they are left out.
    pub not_estimated: usize,
    /// The coverage of each target before and after these tasks.
    pub targets: Vec<(EditionId, Tally, Tally)>,
}

/// A task that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetTask {
    /// Its clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: String,
    /// How much work it is.
    pub effort: PersonDays,
    /// How much work it is with all those before it.
    pub total: PersonDays,
    /// The requirements that it completes, those before it being done.
    pub completes: Vec<ClauseId>,
    /// Those that it improves then.
    pub improves: Vec<ClauseId>,
}

/// Chooses among the tasks of a plan.
pub(super) fn choose(all: &AllScenarios<'_>, plans: &Plans, days: PersonDays) -> Budget {
    let case = all.case;
    let items: Vec<&Item> = plans.items().collect();
    let closures = closures(&items);
    let is_estimated = |at: &usize| closures[*at].iter().chain([at]).all(|task| items[*task].effort.is_some());
    let useful = (0..items.len()).filter(|at| items[*at].puts_in_place());
    let (useful, unknown): (Vec<usize>, Vec<usize>) = useful.partition(is_estimated);
    let offered: BTreeSet<usize> = useful.iter().flat_map(|at| closures[*at].iter().chain([at])).copied().collect();
    let offered: Vec<usize> = offered.into_iter().collect();
    let place: BTreeMap<usize, usize> = offered.iter().enumerate().map(|(place, at)| (*at, place)).collect();
    let offers: Vec<Offer> = offered
        .iter()
        .map(|at| Offer {
            cost: items[*at].effort.unwrap_or_default(),
            needs: closures[*at].iter().map(|task| place[task]).collect(),
        })
        .collect();
    let tasks: Vec<&Item> = offered.iter().map(|at| items[*at]).collect();
    let targets: Vec<&EditionId> = plans.summaries.iter().map(|summary| &summary.target).collect();
    let fresh =
        || Coverage { case, tasks: &tasks, effects: Effects::new(all, &targets), taken: BTreeSet::new(), worth: None };
    let choice = choose::choose(&offers, days, &fresh);
    let costs: Vec<PersonDays> = offers.iter().map(|offer| offer.cost).collect();
    let mut coverage = fresh();
    let most = match choice.is_best {
        true => choice.gain,
        false => bound::most(&costs, days, &coverage.parts()).max(choice.gain),
    };
    let mut chosen: Vec<BudgetTask> = Vec::new();
    let (mut done, mut brought): (BTreeSet<usize>, Effect) = Default::default();
    for task in &choice.tasks {
        done.insert(*task);
        let effect = coverage.effect(&done);
        let item = tasks[*task];
        let effort = item.effort.unwrap_or_default();
        let more = |now: &[ClauseId], before: &[ClauseId]| {
            now.iter().filter(|clause| !before.contains(clause)).cloned().collect()
        };
        chosen.push(BudgetTask {
            clause: item.clause.clone(),
            title: item.title.to_string(),
            effort,
            total: chosen.last().map_or(effort, |last| last.total + effort),
            completes: more(&effect.completes, &brought.completes),
            improves: more(&effect.improves, &brought.improves),
        });
        brought = effect;
    }
    let after = coverage.tallies(&done);
    let targets = plans.summaries.iter().zip(after);
    Budget {
        days,
        tasks: chosen,
        gain: choice.gain,
        most,
        is_best: choice.is_best || most <= choice.gain + 1e-9,
        not_estimated: unknown.len(),
        targets: targets.map(|(summary, after)| (summary.target.clone(), summary.before, after)).collect(),
    }
}

/// For each task all those that it depends on, over any number of others.
fn closures(items: &[&Item]) -> Vec<BTreeSet<usize>> {
    let places: BTreeMap<&ClauseId, usize> = items.iter().enumerate().map(|(at, item)| (&item.clause, at)).collect();
    let before = |at: usize| items[at].prerequisites.iter().filter_map(|clause| places.get(clause).copied());
    let closure = |at: usize| {
        let (mut all, mut open) = (BTreeSet::new(), vec![at]);
        while let Some(task) = open.pop() {
            open.extend(before(task).filter(|earlier| all.insert(*earlier)));
        }
        all
    };
    (0..items.len()).map(closure).collect()
}

/// What tasks bring to the coverage of all targets.
struct Coverage<'a, 'i> {
    case: Assessed<'a>,
    tasks: &'i [&'i Item],
    effects: Effects<'a>,
    taken: BTreeSet<usize>,
    /// The worth of what is taken.
    worth: Option<f64>,
}

impl Coverage<'_, '_> {
    fn clauses(&self, tasks: &BTreeSet<usize>) -> Vec<ClauseId> {
        let items = tasks.iter().map(|task| self.tasks[*task]);
        put_in_place(self.case, items).into_iter().cloned().collect()
    }

    fn effect(&mut self, tasks: &BTreeSet<usize>) -> Effect {
        let clauses = self.clauses(tasks);
        self.effects.of(&clauses.iter().collect::<Vec<_>>())
    }

    fn tallies(&mut self, tasks: &BTreeSet<usize>) -> Vec<Tally> {
        let clauses = self.clauses(tasks);
        self.effects.tallies(&clauses.iter().collect::<Vec<_>>())
    }

    fn levels(&mut self, tasks: &BTreeSet<usize>) -> Vec<Option<Level>> {
        let clauses = self.clauses(tasks);
        self.effects.levels_with(&clauses.iter().collect::<Vec<_>>())
    }

    /// The coverage of all targets together, each counting the same.
    fn worth(&mut self, tasks: &BTreeSet<usize>) -> f64 {
        let weight = self.case.case.settings.partial_weight;
        self.tallies(tasks).iter().filter_map(|tally| tally.coverage(weight)).sum()
    }

    /// Each requirement as a part of the whole. A task helps to it that raises it alone; where all others together raise it
    /// as well, any task may help.
    fn parts(&mut self) -> Vec<Part> {
        let weight = self.case.case.settings.partial_weight;
        let worth = |level: Option<Level>| match level {
            Some(Level::Full) => 1.0,
            Some(Level::Partial) => weight,
            Some(Level::Presumed | Level::None) | None => 0.0,
        };
        let every: BTreeSet<usize> = (0..self.tasks.len()).collect();
        let (today, then) = (self.levels(&BTreeSet::new()), self.levels(&every));
        let sizes: BTreeMap<EditionId, usize> = self
            .effects
            .targets()
            .to_vec()
            .into_iter()
            .zip(self.tallies(&BTreeSet::new()).iter().map(|tally| tally.applicable))
            .collect();
        let alone: Vec<Vec<Option<Level>>> = every.iter().map(|task| self.levels(&BTreeSet::from([*task]))).collect();
        let mut others: BTreeMap<BTreeSet<usize>, Vec<Option<Level>>> = BTreeMap::new();
        let mut parts = Vec::new();
        for at in 0..today.len() {
            let gain = worth(then[at]) - worth(today[at]);
            let size = sizes.get(self.effects.edition(at)).copied().unwrap_or_default();
            if gain <= 0.0 || size == 0 {
                continue;
            }
            let rises = |levels: &[Option<Level>]| worth(levels[at]) > worth(today[at]);
            let helpers: BTreeSet<usize> = every.iter().copied().filter(|task| rises(&alone[*task])).collect();
            let rest: BTreeSet<usize> = every.difference(&helpers).copied().collect();
            if !others.contains_key(&rest) {
                let levels = self.levels(&rest);
                others.insert(rest.clone(), levels);
            }
            let helpers = if rises(&others[&rest]) { every.clone() } else { helpers };
            parts.push(Part { worth: gain / size as f64, helpers: helpers.into_iter().collect() });
        }
        parts
    }
}

impl Value for Coverage<'_, '_> {
    fn gain(&mut self, tasks: &BTreeSet<usize>) -> f64 {
        let all: BTreeSet<usize> = self.taken.union(tasks).copied().collect();
        let taken = match self.worth {
            Some(worth) => worth,
            None => {
                let taken = self.taken.clone();
                let worth = self.worth(&taken);
                self.worth = Some(worth);
                worth
            }
        };
        self.worth(&all) - taken
    }

    fn take(&mut self, tasks: &BTreeSet<usize>) {
        self.taken.extend(tasks);
        self.worth = None;
    }
}
