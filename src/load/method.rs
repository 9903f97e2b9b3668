//! A method as written becomes ordered steps.

use super::raw::{self, nearest};
use super::resolve::Resolver;
use super::word::truth;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Method, MethodId, Step};
use crate::source::Words;

/// Makes a method of a method as written.
pub(super) fn read(raw: raw::Method, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Option<Method> {
    let written = raw.id?;
    let id = match MethodId::parse(&written.value) {
        Ok(id) => id,
        Err(why) => {
            faults.push(
                Diagnostic::new(Rule::BadId, written.span, format!("{} is no method id", written.value))
                    .help(why.to_string()),
            );
            return None;
        }
    };
    let target = raw.target.as_ref().and_then(|text| resolver.edition(text, faults));
    let ids: Vec<Words> = raw.steps.iter().map(|step| step.id.value.clone()).collect();
    let mut after = Vec::with_capacity(ids.len());
    for step in &raw.steps {
        for clause in &step.clauses {
            if target.is_some() || clause.value.contains('/') {
                resolver.clause(clause, target, faults);
            }
        }
        let mut earlier = Vec::new();
        for text in &step.after {
            match ids.iter().position(|id| *id == text.value) {
                Some(at) => earlier.push(at),
                None => faults.push(
                    Diagnostic::new(Rule::UnknownStep, text.span, format!("there is no step {}", text.value))
                        .maybe_help(
                            nearest(&text.value, ids.iter().map(Words::as_str))
                                .map(|near| format!("did you mean {near}?")),
                        ),
                ),
            }
        }
        after.push(earlier);
    }
    if let Some(circle) = circle(&after) {
        let names: Vec<&str> = circle.iter().map(|at| ids[*at].as_str()).collect();
        let message = format!("steps wait for each other in a circle: {} and {} again", names.join(", "), names[0]);
        faults.push(
            Diagnostic::new(Rule::StepCycle, raw.steps[circle[0]].id.span, message)
                .help("take one of the `after` entries out"),
        );
    }
    let values = |texts: Vec<raw::Text>| texts.into_iter().map(|text| text.value).collect::<Vec<_>>();
    let steps = raw
        .steps
        .into_iter()
        .map(|step| Step {
            id: step.id.value,
            title: step.title.map(|text| text.value).unwrap_or_default(),
            phase: step.phase.map(|text| text.value),
            mandatory: truth(step.mandatory.as_ref(), true, "value of mandatory", faults),
            after: values(step.after),
            clauses: values(step.clauses),
            deliverables: values(step.deliverables),
            done_when: step.done_when.map(|text| text.value),
            note: step.note.map(|text| text.value),
        })
        .collect();
    Some(Method {
        id,
        title: raw.title.map(|text| text.value).unwrap_or_default(),
        target: target.map(|catalog| catalog.id.clone()),
        source: raw.source.map(|text| text.value),
        steps,
        span: written.span,
    })
}

/// A circle among steps, if taking away whatever waits for nothing leaves any.
fn circle(after: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut is_left = vec![true; after.len()];
    loop {
        let free = (0..after.len()).find(|at| is_left[*at] && !after[*at].iter().any(|earlier| is_left[*earlier]));
        match free {
            Some(at) => is_left[at] = false,
            None => break,
        }
    }
    let first = is_left.iter().position(|left| *left)?;
    let next = |at: &usize| after[*at].iter().copied().find(|earlier| is_left[*earlier]);
    let mut path = vec![first];
    while let Some(at) = next(path.last()?) {
        if let Some(start) = path.iter().position(|seen| *seen == at) {
            return Some(path.split_off(start));
        }
        path.push(at);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn steps_without_a_circle_have_none() {
        assert_eq!(circle(&[vec![], vec![0], vec![0, 1]]), None);
        assert_eq!(circle(&[vec![], vec![2], vec![1, 0]]), Some(vec![1, 2]));
        assert_eq!(circle(&[vec![0]]), Some(vec![0]));
    }
}
