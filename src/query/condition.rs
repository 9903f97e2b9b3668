//! Which requirements of an edition count: those whose attributes have the values that `--where` names.
//!
//! What is left out is not counted and not listed. It still takes part in inference: chains pass through it, and what is
//! stated of it holds.

use std::collections::BTreeSet;
use std::fmt;

use super::words::{counted, listed};
use crate::diagnostic::Refusal;
use crate::load::raw::nearest;
use crate::model::{Catalog, Clause, ClauseId, ClauseKind};
use crate::query::case::Case;
use crate::report::sanitized;

/// That an attribute of a clause has a value, or that its list holds one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The name of the attribute.
    pub key: String,
    /// The value, as it stands in the catalog.
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
pub(crate) enum Chosen {
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

impl<'a> Case<'a> {
    /// Whether a clause meets every condition of the settings.
    pub(crate) fn is_chosen(&self, clause: &Clause) -> bool {
        self.settings.conditions.iter().all(|condition| condition.is_met(clause))
    }

    /// The requirements of an edition that count, in published order.
    pub(crate) fn counted_requirements(&self, catalog: &'a Catalog) -> impl Iterator<Item = &'a ClauseId> {
        let requirements = catalog.requirements().zip(self.crosswalk.requirements(&catalog.id));
        requirements.filter(|(clause, _)| self.is_chosen(clause)).map(|(_, id)| id)
    }

    /// Whether a clause that is looked up counts: a requirement itself, a heading by one of the requirements below it.
    pub(crate) fn concerns_counted(&self, clause: &ClauseId) -> bool {
        let is_chosen = |clause: &ClauseId| self.library.clause(clause).is_some_and(|clause| self.is_chosen(clause));
        self.settings.conditions.is_empty() || self.crosswalk.requirements_of(clause).into_iter().any(is_chosen)
    }

    /// Refuses conditions that nothing in an edition meets, with what there is.
    pub(crate) fn check_conditions(&self, catalog: &Catalog, chosen: Chosen) -> Result<(), Refusal> {
        let conditions = &self.settings.conditions;
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
                    format!("what they have is {}", some(names.iter().copied()))
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
        if !conditions.is_empty() && !clauses().any(|clause| self.is_chosen(clause)) {
            let message = format!("no {} of {} has {} at once", chosen.name(), catalog.id, self.conditions_in_words());
            return Err(Refusal::new(message, "ask for fewer of them"));
        }
        Ok(())
    }

    /// That only some of an edition counts, and how many of how many, where that is so; `done` is what is done with them.
    pub(crate) fn chosen_in_words(&self, catalog: &Catalog, chosen: Chosen, done: &str) -> Option<String> {
        if self.settings.conditions.is_empty() {
            return None;
        }
        let all = catalog.clauses().iter().filter(|clause| chosen.is_one(clause));
        let (count, total) =
            all.fold((0, 0), |(count, total), clause| (count + usize::from(self.is_chosen(clause)), total + 1));
        let conditions = self.conditions_in_words();
        Some(format!("Only what has {conditions} is {done}: {count} of {} of {}.", chosen.counted(total), catalog.id))
    }

    /// Refuses conditions where there are no clauses of one edition to choose from, so that nobody believes them heeded.
    pub(crate) fn refuse_conditions(&self, asked: &str) -> Result<(), Refusal> {
        if self.settings.conditions.is_empty() {
            return Ok(());
        }
        let message = format!("--where chooses clauses of an edition, and {asked} is none");
        Err(Refusal::new(message, "leave out --where, or name an edition"))
    }

    fn conditions_in_words(&self) -> String {
        listed(&self.settings.conditions.iter().map(ToString::to_string).collect::<Vec<_>>())
    }
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

/// What is there, behind the nearest of it.
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
