//! Rows that follow from the others, and rows of which the others prove more than they say.

use super::claim::{Claim, Strictness, claims};
use super::contradiction::Contradictions;
use super::entailment::Entailment;
use super::network::{Network, Set};
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Provenance, Relation, Strength};

/// What follows from rows in addition to what they say.
#[derive(Debug, Clone, Default)]
pub struct Following<'l> {
    /// Rows that follow from the others: without all of them the rest says the same. In the order of tables and rows.
    pub superfluous: Vec<AuditedRow<'l>>,
    /// Rows whose reverse is not stated and follows, in the order of tables and rows.
    pub stronger: Vec<StrongerRow<'l>>,
    /// Whether that took so long that not every row was tried.
    pub is_cut: bool,
}

/// A row whose reverse is not stated and follows from other rows.
#[derive(Debug, Clone, Copy)]
pub struct StrongerRow<'l> {
    /// The row.
    pub row: AuditedRow<'l>,
    /// What its reverse has to be.
    pub reverse: Strength,
}

impl<'l> Following<'l> {
    /// Finds both, without the rows that repair contradictions: from what contradicts itself anything would follow.
    pub fn of(audited: &AuditedTables<'l>, contradictions: &Contradictions<'_>) -> Self {
        let network = Network::new(audited);
        Self::by(audited, contradictions, &network, Entailment::new(&network))
    }

    fn by<'n>(
        audited: &AuditedTables<'l>,
        contradictions: &Contradictions<'_>,
        network: &'n Network<'l>,
        mut entailment: Entailment<'n, 'l>,
    ) -> Self {
        let left_out: Vec<u32> = contradictions.left_out().chain(audited.disputed()).collect();
        let rows = u32::try_from(audited.table_rows().count()).expect("fewer than four billion rows");
        entailment.existence.selection.without(left_out.iter().copied());
        let superfluous = superfluous(network, rows, &mut entailment);
        entailment.existence.selection.without(left_out.iter().copied());
        let stronger = (0..rows).zip(&network.rows).filter_map(|(number, row)| {
            if !entailment.existence.selection.has(number) || entailment.existence.is_spent() {
                return None;
            }
            let reverse = reverse(network, &mut entailment, number)?;
            Some(StrongerRow { row: *row, reverse })
        });
        let stronger = stronger.collect();
        let superfluous = superfluous.into_iter().map(|row| network.rows[row as usize]).collect();
        Self { superfluous, stronger, is_cut: entailment.existence.is_spent() }
    }
}

/// The sets that a row relates; none where it relates none, or several apart.
fn ends(network: &Network<'_>, row: u32) -> Vec<[u32; 2]> {
    let named = network.named_by.of_number(row);
    let relation = network.rows[row as usize].relation;
    if relation.forward == Strength::None {
        return named.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
    }
    match named {
        [.., from, to] => vec![[*from, *to]],
        _ => Vec::new(),
    }
}

/// One of the first so many rows after the other is left out that the rest proves: those first that were computed, then
/// those with the lowest confidence, then the last.
fn superfluous(network: &Network<'_>, rows: u32, entailment: &mut Entailment<'_, '_>) -> Vec<u32> {
    let order = |row: &u32| {
        let AuditedRow { table, relation } = &network.rows[*row as usize];
        let is_derived = !relation.derived_from.is_empty()
            || !table.derived_from.is_empty()
            || table.provenance == Some(Provenance::Derived);
        (!is_derived, relation.confidence, std::cmp::Reverse(*row))
    };
    let mut rows: Vec<u32> = (0..rows).filter(|row| entailment.existence.selection.has(*row)).collect();
    rows.sort_by_key(order);
    let mut left_out = Vec::new();
    for row in rows {
        if entailment.existence.is_spent() {
            break;
        }
        entailment.existence.selection.leave_out(row);
        if follows(network, entailment, row) {
            left_out.push(row);
        } else {
            entailment.existence.selection.put_back(row);
        }
    }
    left_out.sort_unstable();
    left_out
}

/// Whether the selected rows prove all that a row claims in every reading.
fn follows(network: &Network<'_>, entailment: &mut Entailment<'_, '_>, row: u32) -> bool {
    let relation = network.rows[row as usize].relation;
    let ends = ends(network, row);
    // A joint row says more than of its clauses together, which are a set of this row alone.
    let is_joint = ends.iter().flatten().any(|set| matches!(network.sets[*set as usize], Set::Together(_)));
    // A touch point claims nothing, so that nothing could prove it.
    if ends.is_empty() || is_joint || open_claims(relation).next().is_none() {
        return false;
    }
    ends.iter().all(|ends| open_claims(relation).all(|claim| entailment.proves(claim, *ends)))
}

fn open_claims(relation: &Relation) -> impl Iterator<Item = Claim> {
    claims(relation).filter(|(_, strictness)| *strictness == Strictness::Every).map(|(claim, _)| claim)
}

/// The reverse that the selected rows prove of a row that does not state it.
fn reverse(network: &Network<'_>, entailment: &mut Entailment<'_, '_>, row: u32) -> Option<Strength> {
    let relation = network.rows[row as usize].relation;
    if relation.reverse.is_some() || !relation.forward.shares_demands() {
        return None;
    }
    let [ends] = ends(network, row).try_into().ok()?;
    if entailment.proves(Claim::FromWithinTo, ends) {
        return Some(Strength::Full);
    }
    entailment.proves(Claim::FromBeyondTo, ends).then_some(Strength::Partial)
}

#[cfg(test)]
mod tests {
    use super::{Contradictions, Entailment, Following, Network};
    use crate::audit::existence::Existence;
    use crate::audit::laws::{Row, library};
    use crate::audit::tables::AuditedTables;
    use crate::model::Strength::{self, Full, Partial};

    /// What follows where so much work may be done: how many rows, how many reverses, and whether something was left.
    fn within(rows: &[Row], most: u64) -> (usize, usize, bool) {
        let library = library(rows, false);
        let audited =
            AuditedTables { library: &library, tables: library.tables().collect(), asides: &[], min_confidence: None };
        let contradictions = Contradictions::of(&audited);
        let network = Network::new(&audited);
        let entailment = Entailment::with(&network, Existence::within(&network, most));
        let found = Following::by(&audited, &contradictions, &network, entailment);
        (found.superfluous.len(), found.stronger.len(), found.is_cut)
    }

    fn row(from: usize, to: usize, forward: Strength) -> Row {
        Row { from: vec![from], to, forward, reverse: None }
    }

    /// `a:1/1.1` and `b:1/1.1` cover each other, so each reverse follows; that they do is said twice in one direction.
    fn rows() -> Vec<Row> {
        vec![row(1, 6, Full), row(6, 1, Full), row(1, 6, Full), row(2, 7, Partial)]
    }

    #[test]
    fn what_follows_is_found_where_the_work_suffices() {
        assert_eq!(within(&rows(), u64::MAX), (1, 3, false));
    }

    #[test]
    fn where_no_work_may_be_done_the_first_row_alone_is_tried_and_that_is_said() {
        assert_eq!(within(&rows(), 0), (1, 0, true));
    }

    #[test]
    fn with_less_work_never_more_follows_and_what_is_missing_is_said() {
        let all = within(&rows(), u64::MAX);
        let mut found = Vec::new();
        for most in 0..2_000 {
            let (rows, reverses, is_cut) = within(&rows(), most);
            assert!(rows <= all.0 && reverses <= all.1, "{most}: {:?}", (rows, reverses));
            let is_all = (rows, reverses, is_cut) == all;
            assert!(is_cut || is_all, "{most}: {:?}, and nothing said", (rows, reverses));
            found.push((rows, reverses, is_cut));
        }
        assert!(found.iter().any(|(rows, _, is_cut)| *is_cut && *rows > 0), "some of it is found before the end");
        assert_eq!(found.last(), Some(&all));
    }
}
