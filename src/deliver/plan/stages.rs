//! The steps of a method, each with its open items.

use std::collections::BTreeMap;

use super::items::Item;
use crate::crosswalk::Crosswalk;
use crate::language::{Phrase, say};
use crate::load::name;
use crate::model::{ClauseId, Method, PersonDays, Step, StepProgress, StepState, WorkingDays};
use crate::query::gap::Action;
use crate::source::Text;
use crate::workflow::Workflow;

/// A step with the items that hang on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The step; without a method, a kind of work.
    pub step: Step,
    /// Its title as people read it: that of a step as in the method, that of a kind of work in their language.
    pub title: Phrase,
    /// The wave in which it can be done, from 1: steps of one wave may run side by side.
    pub wave: usize,
    /// Its items: base clauses first, then requirements of the target in their order.
    pub items: Vec<Item>,
    /// How much work its items are, as far as that is stated.
    pub effort: PersonDays,
    /// How many of its items have no effort.
    pub without_effort: usize,
    /// When it can begin: what comes before it is done.
    pub start: WorkingDays,
    /// When its last task is done.
    pub finish: WorkingDays,
    /// Whether a delay of one of its tasks delays the whole.
    pub is_critical: bool,
    /// How far it has come, where the assessment says so.
    pub progress: Option<StepProgress>,
}

impl Stage {
    /// What people call its step.
    pub(super) fn name(&self) -> Phrase {
        Phrase::joined([Phrase::from(&self.step.id), self.title.clone()], " ")
    }

    /// Whether it is stated as done.
    pub(super) fn is_done(&self) -> bool {
        self.progress.as_ref().is_some_and(|progress| progress.state == StepState::Done)
    }

    /// How far it has come, and whether that agrees with what is open; nothing if nothing is stated.
    pub(super) fn state_in_words(&self) -> Phrase {
        let Some(progress) = &self.progress else { return Phrase::default() };
        let mut words = state(progress.state);
        if let Some(day) = progress.since {
            words = say!("plan-state-since", state = words, day = day);
        }
        if self.is_done() && !self.items.is_empty() {
            words = say!("plan-state-but", state = words, count = self.items.len());
        }
        let note = progress.note.as_ref().map(|note| note.trim().into());
        Phrase::joined(std::iter::once(words).chain(note), ". ")
    }
}

/// How far a step has come.
pub(super) fn state(state: StepState) -> Phrase {
    match state {
        StepState::Done => say!("plan-state-done"),
        StepState::UnderWay => say!("plan-state-under-way"),
        StepState::Open => say!("plan-state-open"),
    }
}

/// The steps in their order, each with the items that it implements; items that no step names are in a separate stage
/// at the end.
pub(super) fn stages(
    method: Option<&Method>,
    items: Vec<Item>,
    crosswalk: &Crosswalk<'_>,
    progress: Option<&BTreeMap<Text, StepProgress>>,
) -> Vec<Stage> {
    let (steps, hung) = match method {
        Some(method) => by_method(method, items, crosswalk),
        None => by_kind(items),
    };
    let ids: BTreeMap<&str, usize> = steps.iter().enumerate().map(|(at, (step, _))| (step.id.as_str(), at)).collect();
    let waits: Vec<Vec<usize>> = steps
        .iter()
        .map(|(step, _)| step.after.iter().filter_map(|id| ids.get(id.as_str()).copied()).collect())
        .collect();
    let workflow = Workflow::new(&waits).expect("the loader lets no method pass whose steps wait in a circle");
    let efforts: Vec<PersonDays> = hung.iter().map(|items| items.iter().filter_map(|item| item.effort).sum()).collect();
    let waves = workflow.waves();
    let mut stages: Vec<Option<Stage>> = steps
        .into_iter()
        .zip(hung)
        .enumerate()
        .map(|(at, ((step, title), items))| {
            Some(Stage {
                progress: progress.and_then(|stated| stated.get(&step.id)).cloned(),
                step,
                title,
                wave: waves[at],
                effort: efforts[at],
                without_effort: items.iter().filter(|item| item.effort.is_none()).count(),
                items,
                start: WorkingDays::default(),
                finish: WorkingDays::default(),
                is_critical: false,
            })
        })
        .collect();
    workflow.order().iter().filter_map(|at| stages[*at].take()).collect()
}

/// Steps, each with the title that people read, and the items of each.
type GroupedItems = (Vec<(Step, Phrase)>, Vec<Vec<Item>>);

fn by_method(method: &Method, items: Vec<Item>, crosswalk: &Crosswalk<'_>) -> GroupedItems {
    // Of the clauses that steps name, the one nearest to a requirement decides; of several, the first.
    let mut places: BTreeMap<ClauseId, (usize, usize)> = BTreeMap::new();
    for (at, step) in method.steps.iter().enumerate() {
        for named in &step.clauses {
            let whole = match &method.target {
                Some(target) if !named.contains('/') => format!("{target}/{named}"),
                Some(_) | None => named.to_string(),
            };
            let Ok(clause) = name::clause(&whole, crosswalk.library(), None) else { continue };
            let below = crosswalk.requirements_of(&clause);
            for requirement in &below {
                let place = places.entry((*requirement).clone()).or_insert((usize::MAX, at));
                if below.len() < place.0 {
                    *place = (below.len(), at);
                }
            }
        }
    }
    let positions = |order: &[usize], at: usize| order.iter().position(|step| *step == at).unwrap_or(usize::MAX);
    let order = Workflow::of(method).map(|workflow| workflow.order().to_vec()).unwrap_or_default();
    let mut steps: Vec<(Step, Phrase)> =
        method.steps.iter().map(|step| (step.clone(), Phrase::from(&step.title))).collect();
    let mut hung: Vec<Vec<Item>> = vec![Vec::new(); steps.len()];
    let mut outside = Vec::new();
    for item in items {
        let own = places.get(&item.clause).map(|(_, at)| *at);
        // A base clause that no step names belongs to the first step that needs it.
        let first_in_need = || {
            let steps = item.required_by.iter().filter_map(|clause| places.get(clause)).map(|(_, at)| *at);
            steps.min_by_key(|at| positions(&order, *at))
        };
        match own.or_else(first_in_need) {
            Some(at) => hung[at].push(item),
            None => outside.push(item),
        }
    }
    if !outside.is_empty() {
        steps.push(work_step("-", say!("plan-outside-method"), &[]));
        hung.push(outside);
    }
    (steps, hung)
}

/// Without a method: looking comes first, since it may save work, then the base, then what builds on it.
fn by_kind(items: Vec<Item>) -> GroupedItems {
    let steps = vec![
        work_step("1", say!("plan-kind-assess"), &[]),
        work_step("2", say!("plan-kind-base"), &["1"]),
        work_step("3", say!("plan-kind-extend"), &["2"]),
        work_step("4", say!("plan-kind-implement"), &["2"]),
    ];
    let mut hung: Vec<Vec<Item>> = vec![Vec::new(); steps.len()];
    for item in items {
        let at = match item.action {
            Action::Assess | Action::Verify | Action::None => 0,
            Action::Extend | Action::Implement if item.is_base => 1,
            Action::Extend => 2,
            Action::Implement | Action::Build => 3,
        };
        hung[at].push(item);
    }
    (steps, hung)
}

fn work_step(id: &str, title: Phrase, after: &[&str]) -> (Step, Phrase) {
    let step = Step {
        id: id.to_owned().into(),
        title: title.as_str().to_owned().into(),
        phase: None,
        mandatory: Some(true),
        after: after.iter().map(|id| (*id).to_owned().into()).collect(),
        clauses: Vec::new(),
        deliverables: Vec::new(),
        done_when: None,
        note: None,
    };
    (step, title)
}
