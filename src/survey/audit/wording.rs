//! What rows say, in the words of an audit.

use crate::audit::{AuditedRow, ContradictionKind, Strictness};
use crate::model::Strength;
use crate::query::words::{counted, listed};

/// What a row says, such as `a:1/4.1 covers b:1/6 fully, reverse partial`.
pub(super) fn statement(row: &AuditedRow<'_>) -> String {
    let AuditedRow { table, relation } = row;
    let from: Vec<String> = relation.from.iter().map(ToString::to_string).collect();
    let (from, to, is_joint) = (listed(&from), &relation.to, relation.is_joint());
    let cover = if is_joint { "together cover" } else { "covers" };
    let reverse = match relation.reverse.filter(|_| relation.forward.shares_demands()) {
        None => String::new(),
        Some(strength) => format!(", reverse {strength}"),
    };
    match relation.forward {
        Strength::Full => format!("{from} {cover} {to} fully{reverse}"),
        Strength::Partial => format!("{from} {cover} {to} in part{reverse}"),
        Strength::Related => format!("{from} is related to {to}"),
        Strength::None if relation.from.is_empty() => format!("{to} has nothing in common with {}", table.from),
        Strength::None => format!("{from} has nothing in common with {to}"),
    }
}

/// The table of a row and its confidence, such as `a-1--b-1 (low)`.
pub(super) fn origin(row: &AuditedRow<'_>) -> String {
    format!("{} ({})", row.table.id, row.relation.confidence)
}

/// Several of them in one phrase: the first ones, and how many more there are.
pub(super) fn statements(rows: &[&AuditedRow<'_>]) -> String {
    const FEW: usize = 4;
    let mut said: Vec<String> = rows.iter().take(FEW).map(|row| format!("that {}", statement(row))).collect();
    if rows.len() > FEW {
        said.push(counted(rows.len() - FEW, "more row", "more rows"));
    }
    listed(&said)
}

/// The name of a kind for programs, and for people.
pub(super) fn kind(kind: ContradictionKind) -> (&'static str, &'static str) {
    match kind {
        ContradictionKind::OneRow => ("one-row", "one row"),
        ContradictionKind::OnePair => ("one-pair", "one pair"),
        ContradictionKind::EqualTwice => ("equal-twice", "equal twice"),
        ContradictionKind::HeadingAgainstClause => ("heading-against-clause", "heading against clause"),
        ContradictionKind::NoneAgainstShared => ("none-against-shared", "none against requirements in common"),
        ContradictionKind::Triangle => ("triangle", "triangle"),
        ContradictionKind::LongerCycle => ("longer-cycle", "longer cycle"),
        ContradictionKind::JointRow => ("joint-row", "joint row"),
    }
}

/// In which reading something holds.
pub(super) fn reading(strictness: Strictness) -> &'static str {
    match strictness {
        Strictness::Every => "every",
        Strictness::Strict => "strict",
    }
}
