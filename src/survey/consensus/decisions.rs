//! What was decided of the pairs on which mappers differ: the rows of it, and what stays open.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::agreement::{Consensus, Opinions, Pair, Unit, items};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{ClauseId, Relation, Strength};
use crate::source::Span;

/// Decisions as rows of the result.
pub(super) struct Decided {
    /// The rows, in the order of the decisions; then those that follow from them.
    pub(super) rows: Vec<Relation>,
    /// How many of the decided ones no mapper had proposed.
    pub(super) added: usize,
    /// How many decisions say what all agree on; these are not rows.
    pub(super) repeated: usize,
    /// How many of those have texts of their own.
    pub(super) repeated_texts: usize,
    /// How many rows are none since it was decided that nothing covers their clause.
    pub(super) settled: usize,
    /// The pairs that are left to decide.
    pub(super) open: BTreeSet<Pair>,
}

impl Decided {
    /// The rows of decisions; all that contradicts what every mapper says is reported at its row. That nothing covers a
    /// clause settles each open pair to it, and a row that covers a clause settles whether nothing does.
    pub(super) fn of(
        decisions: &[Relation],
        found: &Consensus<'_, '_>,
        opinions: &Opinions<'_>,
        span: Span,
    ) -> Result<Self, Vec<Diagnostic>> {
        let faults: Vec<Diagnostic> =
            decisions.iter().filter_map(|decision| contradiction(decision, found, opinions)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let agreed: BTreeSet<Pair> = found.agreed.iter().map(|one| pair(&one.row)).collect();
        let units: BTreeMap<&Pair, &Unit<'_>> = found.undecided.iter().map(|one| (&one.unit.pair, one.unit)).collect();
        let said = |pair: &Pair| units.get(pair).map(|unit| opinions.said(unit));
        let open = units.keys().map(|pair| (*pair).clone()).collect();
        let mut decided = Self { rows: Vec::new(), added: 0, repeated: 0, repeated_texts: 0, settled: 0, open };
        for decision in decisions {
            let pair = pair(decision);
            if agreed.contains(&pair) {
                let texts = [&decision.add, &decision.add_reverse, &decision.note];
                decided.repeated += 1;
                decided.repeated_texts += usize::from(texts.into_iter().any(Option::is_some));
                continue;
            }
            decided.added += usize::from(!units.contains_key(&pair));
            decided.open.remove(&pair);
            let nothing = nothing_covers(&decision.to);
            let mut words = said(&pair);
            if decision.forward.shares_demands() {
                decided.open.remove(&nothing);
                words = words.or_else(|| said(&nothing));
            }
            decided.rows.push(Relation {
                said: words.unwrap_or_else(|| decision.said.clone()),
                span,
                ..decision.clone()
            });
        }
        for decision in decisions.iter().filter(|decision| decision.from.is_empty()) {
            let (settled, open) = decided.open.into_iter().partition(|pair: &Pair| pair.to == decision.to);
            decided.open = open;
            let settled: BTreeSet<Pair> = settled;
            decided.settled += settled.len();
            decided.rows.extend(settled.into_iter().map(|pair| Relation {
                said: said(&pair).unwrap_or_default(),
                from: pair.from,
                note: None,
                span,
                ..decision.clone()
            }));
        }
        Ok(decided)
    }
}

/// The pair of a row.
pub(super) fn pair(row: &Relation) -> Pair {
    let mut from = row.from.clone();
    from.sort();
    Pair { from, to: row.to.clone() }
}

fn nothing_covers(clause: &ClauseId) -> Pair {
    Pair { from: Vec::new(), to: clause.clone() }
}

/// What a decision says against what all mappers say.
fn contradiction(decision: &Relation, found: &Consensus<'_, '_>, opinions: &Opinions<'_>) -> Option<Diagnostic> {
    let own = pair(decision);
    let rows = || found.agreed.iter().map(|one| &one.row).filter(|row| row.to == decision.to);
    let against = if let Some(row) = rows().find(|row| pair(row) == own) {
        let is_same = (row.forward, row.reverse) == (decision.forward, decision.reverse);
        let is_of_same_items = decision.items.is_none() || items(decision) == items(row);
        (!is_same || !is_of_same_items).then(|| says(row))
    } else if decision.from.is_empty() {
        let covering = rows().find(|row| row.forward.shares_demands());
        covering.map(|row| format!("{} of {}", says(row), shown(&pair(row))))
    } else if decision.forward.shares_demands() && rows().any(|row| row.from.is_empty()) {
        Some(format!("that nothing covers {}", decision.to))
    } else {
        let is_unrelated = |clause: &&ClauseId| {
            clause.edition == opinions.from.id && found.unrelated.iter().any(|(number, _)| *number == clause.number)
        };
        let unrelated = decision.from.iter().find(is_unrelated).filter(|_| decision.forward != Strength::None);
        unrelated.map(|clause| format!("that {clause} has no counterpart"))
    }?;
    let message = format!("{} is {} here, but all mappers say {against}", shown(&own), says(decision));
    let fault = Diagnostic::new(Rule::ContradictingRows, decision.span, message);
    Some(fault.help("remove the row from the sheet, or have a mapper change the table"))
}

/// What a row says both ways, in words.
pub(super) fn says(row: &Relation) -> String {
    let reverse = row.reverse.filter(|_| row.forward != Strength::None);
    let words = reverse.map_or_else(|| row.forward.to_string(), |reverse| format!("{}/{reverse}", row.forward));
    with_items(words, row)
}

/// The same, with the items that the row means.
pub(super) fn with_items(words: String, row: &Relation) -> String {
    match row.items.as_ref().map(|items| items.trim()).filter(|items| !items.is_empty()) {
        Some(items) => format!("{words} (items {items})"),
        None => words,
    }
}

fn shown(pair: &Pair) -> String {
    let from: Vec<String> = pair.from.iter().map(ToString::to_string).collect();
    if from.is_empty() { pair.to.to_string() } else { format!("{} and {}", from.join(" with "), pair.to) }
}
