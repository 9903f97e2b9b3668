//! Which requirements of an edition count: those that meet the conditions of the settings.
//!
//! What is left out is not counted and not listed. It still takes part in inference: chains pass through it, and what is
//! stated on it holds.

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{Catalog, Clause, ClauseId};
use crate::query::case::Case;
use crate::query::condition::{self, Chosen};

impl<'a> Case<'a> {
    /// Whether a clause meets every condition.
    pub fn is_chosen(&self, clause: &Clause) -> bool {
        condition::are_met(&self.settings.conditions, clause)
    }

    /// The requirements of an edition that count, in published order.
    pub fn counted_requirements(&self, catalog: &'a Catalog) -> impl Iterator<Item = &'a ClauseId> {
        let requirements = catalog.requirements().zip(self.crosswalk.requirements(&catalog.id));
        requirements.filter(|(clause, _)| self.is_chosen(clause)).map(|(_, id)| id)
    }

    /// Whether a clause is of those that count: a requirement itself, a heading by one of the requirements below it.
    pub fn concerns_counted(&self, clause: &ClauseId) -> bool {
        let is_chosen = |clause: &ClauseId| self.library.clause(clause).is_some_and(|clause| self.is_chosen(clause));
        self.settings.conditions.is_empty() || self.crosswalk.requirements_of(clause).into_iter().any(is_chosen)
    }

    /// Refuses conditions that nothing in an edition meets, with what there is.
    pub fn check_conditions(&self, catalog: &Catalog, chosen: Chosen) -> Result<(), Refusal> {
        condition::check(&self.settings.conditions, catalog, chosen)
    }

    /// That only some of an edition counts, and how many of how many, where that is so; `done` is what is done with them.
    pub fn chosen_in_words(&self, catalog: &Catalog, chosen: Chosen, done: &str) -> Option<Phrase> {
        let conditions = &self.settings.conditions;
        (!conditions.is_empty()).then(|| condition::in_words(conditions, catalog, chosen, done))
    }

    /// Refuses conditions if there are no clauses of one edition to choose from, so no user believes that they have an
    /// effect.
    pub fn refuse_conditions(&self, asked: &str) -> Result<(), Refusal> {
        if self.settings.conditions.is_empty() {
            return Ok(());
        }
        let message = format!("--where selects clauses of an edition, but {asked} is not an edition");
        Err(Refusal::new(message, "leave out --where, or name an edition"))
    }
}
