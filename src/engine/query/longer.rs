//! Chains that are longer than the limit: whether nothing supports a requirement, or nothing near enough.

use std::cell::OnceCell;

use crate::crosswalk::{Inference, Level};
use crate::model::ClauseId;
use crate::query::scenarios::Scenarios;

/// What a complete base would give through chains of any length.
pub(super) struct LongerChains<'s, 'a> {
    scenarios: &'s Scenarios<'a>,
    /// Made once, when it is needed.
    run: OnceCell<Inference<'a, 'a>>,
}

impl<'s, 'a> LongerChains<'s, 'a> {
    pub(super) fn new(scenarios: &'s Scenarios<'a>) -> Self {
        Self { scenarios, run: OnceCell::new() }
    }

    /// Over how many rows a complete base would give a clause a level; nothing where it would over no number of rows.
    pub(super) fn hops(&self, clause: &ClauseId) -> Option<u32> {
        let Scenarios { case, base, assumptions, .. } = self.scenarios;
        let crosswalk = case.case.crosswalk;
        let run =
            self.run.get_or_init(|| crosswalk.infer(&crosswalk.assuming_full(assumptions, base, false), u32::MAX));
        run.hops(clause).filter(|_| run.level(clause).is_some_and(|level| level > Level::None))
    }
}
