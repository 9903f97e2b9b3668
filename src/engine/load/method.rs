//! A method as written becomes ordered steps.

use std::collections::{HashMap, HashSet};

use super::method_texts;
use super::raw;
use super::resolve::Resolver;
use super::word::{OBLIGATIONS, any_word, bad_id, unknown_step};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Method, MethodId, Step};
use crate::source::Text;

/// Makes a method of a method as written.
pub(super) fn read(mut raw: raw::Method, resolver: &Resolver<'_>, faults: &mut Vec<Diagnostic>) -> Option<Method> {
    let written = raw.id.take()?;
    let id = match MethodId::parse(&written.value) {
        Ok(id) => id,
        Err(why) => {
            faults.push(bad_id(&written, "method", why));
            return None;
        }
    };
    let target = raw.target.as_ref().and_then(|text| resolver.edition(text, faults));
    let ids: Vec<Text> = raw.steps.iter().map(|step| step.id.value.clone()).collect();
    let positions: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let unread: HashSet<&str> = raw.unread.iter().map(|id| id.value.as_str()).collect();
    let mut after = Vec::with_capacity(ids.len());
    for step in &raw.steps {
        for clause in &step.clauses {
            if target.is_some() || clause.value.contains('/') {
                resolver.clause(clause, target, faults);
            } else if raw.target.is_none() {
                let message = format!("{} does not name its edition", clause.shown());
                let help = format!("write <edition>/{}, or name the edition of the method under `for`", clause.shown());
                faults.push(Diagnostic::new(Rule::BadId, clause.span, message).help(help));
            }
        }
        let mut earlier = Vec::new();
        for text in &step.after {
            match positions.get(text.value.as_str()) {
                Some(at) => earlier.push(*at),
                None if unread.contains(text.value.as_str()) => {}
                None => faults.push(unknown_step(text, &ids, faults.len())),
            }
        }
        after.push(earlier);
    }
    if raw.steps.is_empty() && raw.unread.is_empty() && !raw.is_without_list {
        let fault = Diagnostic::new(Rule::EmptyMethod, written.span, format!("{id} has no steps"));
        faults.push(fault.help("list them under `steps:`"));
    }
    if let Some(circle) = cycle(&after) {
        let names: Vec<&str> = circle.iter().map(|at| ids[*at].as_str()).collect();
        let message = match names.as_slice() {
            [one] => format!("step {one} waits for itself"),
            several => {
                format!("steps wait for each other in a circle: {} and {} again", several.join(", "), several[0])
            }
        };
        let fault = Diagnostic::new(Rule::StepCycle, raw.steps[circle[0]].id.span, message);
        faults.push(fault.help("remove one of the `after` entries"));
    }
    let translations = method_texts::read(&mut raw, faults);
    let values = |texts: Vec<raw::Scalar>| texts.into_iter().map(|text| text.value).collect::<Vec<_>>();
    let steps: Vec<Step> = raw
        .steps
        .into_iter()
        .map(|step| Step {
            id: step.id.value,
            title: step.title.map(|text| text.value).unwrap_or_default(),
            phase: step.phase.map(|text| text.value),
            mandatory: any_word(step.mandatory.as_ref(), OBLIGATIONS, "value of mandatory", faults)
                .unwrap_or(Some(true)),
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
        steps: steps.into(),
        translations: translations.into(),
        span: written.span,
    })
}

/// A circle among steps or clauses, if taking away whatever waits for nothing leaves any.
pub(super) fn cycle(after: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut waits: Vec<usize> = after.iter().map(Vec::len).collect();
    let mut later: Vec<Vec<usize>> = vec![Vec::new(); after.len()];
    for (at, earlier) in after.iter().enumerate() {
        earlier.iter().for_each(|earlier| later[*earlier].push(at));
    }
    let mut free: Vec<usize> = (0..after.len()).filter(|at| waits[*at] == 0).collect();
    let mut is_left = vec![true; after.len()];
    while let Some(at) = free.pop() {
        is_left[at] = false;
        for next in &later[at] {
            waits[*next] -= 1;
            if waits[*next] == 0 {
                free.push(*next);
            }
        }
    }
    // Whatever is left waits for something that is left, so going back from one to the next comes round.
    let mut path = vec![is_left.iter().position(|left| *left)?];
    let mut seen = HashMap::from([(path[0], 0)]);
    while let Some(next) = after[*path.last()?].iter().copied().find(|earlier| is_left[*earlier]) {
        if let Some(start) = seen.insert(next, path.len()) {
            return Some(path.split_off(start));
        }
        path.push(next);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::cycle;

    #[test]
    fn steps_without_a_circle_have_none() {
        assert_eq!(cycle(&[vec![], vec![0], vec![0, 1]]), None);
        assert_eq!(cycle(&[vec![], vec![2], vec![1, 0]]), Some(vec![1, 2]));
        assert_eq!(cycle(&[vec![0]]), Some(vec![0]));
    }
}
