//! What `--where` asks of the attributes of a clause.

use std::collections::BTreeSet;
use std::fmt;

use super::words::{counted, listed};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::load::raw::nearest;
use crate::model::{Catalog, Clause, ClauseKind};
use crate::report::sanitized;

/// That an attribute of a clause has a value, or that its list holds one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The name of the attribute.
    pub key: String,
    /// The value, as in the catalog.
    pub value: String,
}

impl Condition {
    fn is_met(&self, clause: &Clause) -> bool {
        clause.attributes.has(&self.key, &self.value)
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.key, self.value)
    }
}

/// Reads `KEY=VALUE`.
pub(super) fn condition(text: &str) -> Result<Condition, String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => {
            Ok(Condition { key: key.trim().to_owned(), value: value.trim().to_owned() })
        }
        Some(_) | None => Err("an attribute and a value of it, such as pdca=plan".to_owned()),
    }
}

/// What is chosen of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// What is counted.
    Requirements,
    /// All clauses, headings and what is informative included.
    Clauses,
}

impl Chosen {
    fn is_one(self, clause: &Clause) -> bool {
        match self {
            Self::Requirements => clause.kind == ClauseKind::Requirement,
            Self::Clauses => true,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Requirements => "requirement",
            Self::Clauses => "clause",
        }
    }

    fn counted(self, count: usize) -> String {
        match self {
            Self::Requirements => counted(count, "requirement", "requirements"),
            Self::Clauses => counted(count, "clause", "clauses"),
        }
    }
}

/// Whether a clause meets every condition.
pub(super) fn are_met(conditions: &[Condition], clause: &Clause) -> bool {
    conditions.iter().all(|condition| condition.is_met(clause))
}

/// Refuses conditions that nothing in an edition meets, with what there is.
pub fn check(conditions: &[Condition], catalog: &Catalog, chosen: Chosen) -> Result<(), Refusal> {
    let clauses = || catalog.clauses().iter().filter(|clause| chosen.is_one(clause));
    for condition in conditions {
        let key = condition.key.as_str();
        let values: BTreeSet<&str> = clauses().flat_map(|clause| clause.attributes.values(key)).collect();
        if values.is_empty() {
            let names: BTreeSet<&str> =
                clauses().flat_map(|clause| clause.attributes.iter().map(|(name, _)| name)).collect();
            let there = if names.is_empty() {
                "they have no attributes: leave out --where".to_owned()
            } else {
                format!("their attributes are {}", some(names.iter().copied()))
            };
            let message = format!("no {} of {} has an attribute {key}", chosen.name(), catalog.id);
            return Err(Refusal::new(message, near(key, names, &there)));
        }
        if !values.contains(condition.value.as_str()) {
            let message = format!("no {} of {} has {condition}", chosen.name(), catalog.id);
            let there = format!("the values of {key} are {}", some(values.iter().copied()));
            return Err(Refusal::new(message, near(&condition.value, values, &there)));
        }
    }
    if !conditions.is_empty() && !clauses().any(|clause| are_met(conditions, clause)) {
        let message = format!("no {} of {} has {} at once", chosen.name(), catalog.id, all(conditions));
        return Err(Refusal::new(message, "give fewer conditions"));
    }
    Ok(())
}

/// That only some of an edition counts, and how many of how many; `done` is what is done with them.
pub(super) fn in_words(conditions: &[Condition], catalog: &Catalog, chosen: Chosen, done: &str) -> Phrase {
    let clauses: Vec<&Clause> = catalog.clauses().iter().filter(|clause| chosen.is_one(clause)).collect();
    let count = clauses.iter().filter(|clause| are_met(conditions, clause)).count();
    let shown = Phrase::list(conditions.iter().map(ToString::to_string));
    let (edition, total) = (&catalog.id, clauses.len());
    match chosen {
        Chosen::Requirements => {
            say!("only-counted", conditions = shown, count = count, total = total, edition = edition)
        }
        Chosen::Clauses => {
            format!("Only clauses with {shown} are {done}: {count} of {} of {edition}.", chosen.counted(total)).into()
        }
    }
}

fn all(conditions: &[Condition]) -> String {
    listed(&conditions.iter().map(ToString::to_string).collect::<Vec<_>>())
}

/// What there is; of much the first of it.
fn some<'w>(words: impl ExactSizeIterator<Item = &'w str>) -> String {
    const MOST: usize = 20;
    let beyond = words.len().saturating_sub(MOST);
    let mut shown: Vec<String> = words.take(MOST).map(sanitized).collect();
    if beyond > 0 {
        shown.push(format!("{beyond} more"));
    }
    listed(&shown)
}

/// The existing names, after the nearest one.
fn near(text: &str, words: BTreeSet<&str>, there: &str) -> String {
    match nearest(text, words) {
        Some(near) => format!("did you mean {near}? {there}"),
        None => there.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::condition;

    #[test]
    fn a_condition_is_a_name_and_a_value_around_the_first_equals_sign() {
        let read = condition(" groups = a=b ").unwrap();
        assert_eq!((read.key.as_str(), read.value.as_str()), ("groups", "a=b"));
        for text in ["", "groups", "=basic", "groups=", "groups= "] {
            assert!(condition(text).is_err(), "{text}");
        }
    }
}
