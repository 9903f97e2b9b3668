//! Candidates for a sheet that words, and what they are related to, speak for.

use std::num::NonZeroUsize;

use super::candidates::CandidateSource;
use crate::diagnostic::Refusal;
use crate::model::{Catalog, ClauseId, PairDecisions, TableId};
use crate::query::case::Case;
use crate::survey::suggest::{Suggest, Suggestions};

/// Ranked candidates by words.
pub(super) struct Suggested(Suggestions);

impl Suggested {
    /// The best candidates of one edition for each requirement of another, so many of them at the most; those that tables state
    /// are on a sheet anyway.
    pub(super) fn of(
        case: Case<'_>,
        from: &Catalog,
        to: &Catalog,
        count: NonZeroUsize,
        decisions: &PairDecisions,
    ) -> Result<Self, Refusal> {
        let question = Suggest {
            from: from.id.to_string(),
            to: to.id.to_string(),
            clauses: Vec::new(),
            limit: count,
            headings: false,
            stated: false,
        };
        question.ask(case, decisions).map(Self)
    }
}

impl CandidateSource for Suggested {
    fn candidates(&self, _: Case<'_>, _: &Catalog, to: &ClauseId) -> Vec<(ClauseId, String)> {
        let found = self.0.targets.iter().find(|found| found.target == *to);
        let candidates = found.into_iter().flat_map(|found| &found.candidates);
        candidates.map(|one| (one.clause.clone(), one.reasons.join("; "))).collect()
    }

    fn tables(&self) -> &[TableId] {
        &self.0.tables
    }
}
