//! The pairs of clauses that a table relates, by their positions in its two editions.

use crate::model::{Confidence, Direction, Library, Possible, Relation, Strength, Table, Unstated};

/// Two clauses of the editions of a table, by their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Pair {
    /// In the edition that covers.
    pub(super) from: u32,
    /// In the edition that is covered.
    pub(super) to: u32,
}

/// A pair, and the row that relates it.
#[derive(Debug, Clone, Copy)]
pub(super) struct RelatedPair<'l> {
    pub(super) pair: Pair,
    pub(super) relation: &'l Relation,
    /// In which direction the row leads from the one to the other.
    pub(super) direction: Direction,
}

impl RelatedPair<'_> {
    /// How far the first covers the second: what the row says, or that it does so at least in part where it leaves that open.
    pub(super) fn strength(&self) -> Strength {
        stated(self.relation, self.direction).unwrap_or(match self.relation.forward {
            Strength::Partial | Strength::Full => Strength::Partial,
            other @ (Strength::None | Strength::Related) => other,
        })
    }

    /// How the first may lie to the second.
    pub(super) fn possible(&self) -> Possible {
        self.relation.possible(self.direction, Unstated::Open)
    }

    /// The same pair, seen from the other side.
    fn turned(self) -> Self {
        let Self { pair: Pair { from, to }, relation, direction } = self;
        let direction = match direction {
            Direction::Forward => Direction::Backward,
            Direction::Backward => Direction::Forward,
        };
        Self { pair: Pair { from: to, to: from }, relation, direction }
    }
}

/// How far one side of a row covers the other, where the row says it. What shares nothing, or only touches, does so both ways.
pub(super) fn stated(relation: &Relation, direction: Direction) -> Option<Strength> {
    match (direction, relation.forward) {
        (Direction::Forward, forward) => Some(forward),
        (Direction::Backward, Strength::None | Strength::Related) => Some(relation.forward),
        (Direction::Backward, Strength::Partial | Strength::Full) => relation.reverse,
    }
}

/// Whether a row says itself, or its table does, that it was composed of others.
pub(super) fn is_derived(table: &Table, relation: &Relation) -> bool {
    !table.derived_from.is_empty() || !relation.derived_from.is_empty()
}

/// The pairs of a table sorted by their positions, of rows that are sure enough; a joint row has one for each of its clauses.
/// Rows that name clauses of other editions have none.
pub(super) fn pairs<'l>(table: &'l Table, library: &Library, least: Option<Confidence>) -> Vec<RelatedPair<'l>> {
    let (Some(from), Some(to)) = (library.catalog(&table.from), library.catalog(&table.to)) else {
        return Vec::new();
    };
    let number = |position: usize| u32::try_from(position).ok();
    let mut pairs = Vec::with_capacity(table.rows.count());
    for relation in table.rows.iter().filter(|row| least.is_none_or(|least| row.confidence >= least)) {
        let end = Some(&relation.to).filter(|to| to.edition == table.to);
        let Some(end) = end.and_then(|end| to.position(&end.number)).and_then(number) else { continue };
        for clause in relation.from.iter().filter(|clause| clause.edition == table.from) {
            if let Some(start) = from.position(&clause.number).and_then(number) {
                let pair = Pair { from: start, to: end };
                pairs.push(RelatedPair { pair, relation, direction: Direction::Forward });
            }
        }
    }
    pairs.sort_by_key(|related| related.pair);
    pairs
}

/// The same pairs seen from the other side, sorted again.
pub(super) fn turned<'l>(pairs: &[RelatedPair<'l>]) -> Vec<RelatedPair<'l>> {
    let mut turned: Vec<RelatedPair<'l>> = pairs.iter().map(|related| related.turned()).collect();
    turned.sort_by_key(|related| related.pair);
    turned
}
