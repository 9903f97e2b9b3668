//! Whether tables relate two editions directly, and which command answers where none does.

use std::collections::BTreeSet;

use crate::crosswalk::Level;
use crate::model::{ClauseId, EditionId};
use crate::query::case::Case;
use crate::query::words::counted;

/// Whether a row that takes part speaks of clauses of both editions, or says that nothing of one relates to the other.
pub(crate) fn is_direct(case: Case<'_>, one: &EditionId, other: &EditionId) -> bool {
    let of = |clauses: &[ClauseId], edition: &EditionId| clauses.iter().any(|clause| clause.edition == *edition);
    case.crosswalk.rows().any(|(table, row)| {
        let (to, from) = (&row.to.edition, row.from.as_slice());
        let is_about = |one: &EditionId, other: &EditionId| {
            to == one && (of(from, other) || from.is_empty() && (table.from == *other || table.to == *other))
        };
        is_about(one, other) || is_about(other, one)
    })
}

/// That no table relates two editions directly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDirectTable {
    /// Whether anything follows over other tables.
    pub follows: bool,
    /// Whether settings leave rows out.
    pub leaves_rows_out: bool,
}

impl NoDirectTable {
    /// What is so between two editions; nothing where a table relates them directly.
    pub fn between(case: Case<'_>, from: &EditionId, to: &EditionId) -> Option<Self> {
        if is_direct(case, from, to) {
            return None;
        }
        let (settings, crosswalk) = (case.settings, case.crosswalk);
        let whole = crosswalk.assuming_full(&crosswalk.no_assumptions(), &BTreeSet::from([from.clone()]), false);
        let inference = crosswalk.infer(&whole, settings.max_hops);
        Some(Self {
            follows: crosswalk.requirements(to).any(|clause| inference.level(clause) > Some(Level::None)),
            leaves_rows_out: settings.min_confidence.is_some() || !settings.without_table.is_empty(),
        })
    }
}

/// A sentence where no table relates two editions directly: that it is so, and which command answers, if any does.
pub fn no_direct_table(
    case: Case<'_>,
    command: &str,
    from: &EditionId,
    to: &EditionId,
    inferred: bool,
) -> Option<String> {
    let missing = NoDirectTable::between(case, from, to)?;
    let left_out = if missing.leaves_rows_out { " (--min-confidence and --without-table leave rows out)" } else { "" };
    Some(match (missing.follows, inferred) {
        (true, true) => format!(
            "No relation table relates {from} and {to} directly{left_out}: what is shown follows through chains of other \
             tables."
        ),
        (true, false) => format!(
            "No relation table relates {from} and {to} directly{left_out}: `xwalk {command} {from} {to} --inferred` shows \
             what follows through other tables, `xwalk map {from} {to} --inferred` lists it, and `xwalk gap ASSESSMENT \
             --target {to}` shows what your statements cover."
        ),
        (false, _) => format!(
            "No relation table relates {from} and {to}, neither directly nor through chains of at most {}{left_out}.",
            counted(case.settings.max_hops, "row", "rows")
        ),
    })
}
