//! How far steps have come, as written, becomes a state of steps that exist.

use std::collections::{BTreeMap, HashSet};

use super::near::NearWords;
use super::raw::{self, Scalar, nearest};
use super::resolve::Resolver;
use super::word::{STEP_STATES, any_word, date};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Method, MethodId, StepProgress};
use crate::source::Text;

/// The state of the steps of each method.
pub(super) fn read(
    written: Vec<(Scalar, Vec<raw::Advance>)>,
    resolver: &Resolver<'_>,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<MethodId, BTreeMap<Text, StepProgress>> {
    let mut progress = BTreeMap::new();
    for (name, steps) in written {
        let method = resolver.method(&name, faults);
        let (mut stated, near) = (BTreeMap::new(), NearWords::new());
        let known: HashSet<&str> =
            method.iter().flat_map(|method| &method.steps).map(|step| step.id.as_str()).collect();
        for advance in steps {
            let is_there = known.contains(advance.step.value.as_str());
            if let (Some(method), false) = (method, is_there) {
                faults.push(unknown_step(&advance.step, method, &near));
            }
            let state = any_word(advance.state.as_ref(), STEP_STATES, "state of a step", faults);
            let since = date(advance.since.as_ref(), faults);
            let note = advance.note.map(|text| text.value);
            if let (Some(state), true) = (state, is_there) {
                stated.insert(advance.step.value, StepProgress { state, since, note });
            }
        }
        if let (Some(method), false) = (method, stated.is_empty()) {
            progress.insert(method.id.clone(), stated);
        }
    }
    progress
}

fn unknown_step(text: &Scalar, method: &Method, near: &NearWords) -> Diagnostic {
    let ids = || method.steps.iter().map(|step| step.id.as_str());
    let search = || nearest(&text.value, ids()).map(str::to_owned);
    let help = match near.find(&text.value, method.steps.len(), search) {
        Some(near) => format!("did you mean {near}? `xwalk show {}` lists the steps", method.id),
        None => format!("`xwalk show {}` lists the steps", method.id),
    };
    let message = format!("{} has no step {}", method.id, text.shown());
    Diagnostic::new(Rule::UnknownStep, text.span, message).help(help)
}
