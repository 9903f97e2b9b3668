//! The stated clauses that give a requirement its level, each with its status, its evidence and what it leaves to do.

use crate::crosswalk::{Contribution, Inference, Step};
use crate::model::{ClauseId, Confidence, Status, TableId};
use crate::query::case::Assessed;
use crate::query::words;
use crate::source::Text;

/// A clause that gives a requirement its level.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contributor {
    /// The clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// Whether the best chain starts from it; the others do as much by chains of their own.
    pub is_best: bool,
    /// Its stated status; nothing if it is only assumed to be in place.
    pub status: Option<Status>,
    /// The evidence that its statement names.
    pub evidence: Vec<Text>,
    /// Its shortest chain to the requirement, first to last.
    pub chain: Vec<ClauseId>,
    /// What the rows of that chain leave to do.
    pub add: String,
    /// The tables of the chain.
    pub tables: Vec<TableId>,
    /// The confidence of its least confident row.
    pub confidence: Option<Confidence>,
}

/// The clauses that give a requirement its level in a run: those of its best chain first, then the others in the order of ids.
pub(super) fn contributors(
    case: Assessed<'_>,
    telling: &Inference<'_, '_>,
    others: &[Contribution<'_, '_>],
    clause: &ClauseId,
) -> Vec<Contributor> {
    let (chain, steps, confidence) = (telling.chain(clause), telling.steps(clause), telling.confidence(clause));
    let origins = telling.origins(clause).into_iter().filter(|origin| *origin != clause);
    let best = origins
        .map(|origin| Contributor { is_best: true, ..Contributor::new(case, origin, &chain, &steps, confidence) });
    let others =
        others.iter().map(|other| Contributor::new(case, other.origin, &other.chain, &other.steps, other.confidence));
    best.chain(others).collect()
}

impl Contributor {
    fn new(
        case: Assessed<'_>,
        clause: &ClauseId,
        chain: &[&ClauseId],
        steps: &[Step<'_>],
        confidence: Option<Confidence>,
    ) -> Self {
        let crosswalk = case.case.crosswalk;
        let statement = crosswalk.statement(clause, case.assessment).map(|(_, statement)| statement);
        Self {
            clause: clause.clone(),
            title: crosswalk.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default(),
            is_best: false,
            status: statement.map(|statement| statement.status),
            evidence: statement.map(|statement| statement.evidence.clone()).unwrap_or_default(),
            chain: chain.iter().copied().cloned().collect(),
            add: words::adds(steps),
            tables: words::tables(steps),
            confidence,
        }
    }
}
