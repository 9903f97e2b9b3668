//! What a table of one direction and one of the other say together of the pairs that both relate.

use std::collections::BTreeMap;

use crate::model::{ClauseId, Direction, Possible, Relation, Table, Unstated};

/// A pair that both directions relate.
#[derive(Debug, Clone, Copy)]
pub struct BothWays<'l> {
    /// The clause of the edition that the first table calls `from`.
    pub from: &'l ClauseId,
    /// The other clause.
    pub to: &'l ClauseId,
    /// The row of the first table.
    pub forward: &'l Relation,
    /// The row of the table in the other direction.
    pub backward: &'l Relation,
    /// How `from` can lie to `to` by the first row alone.
    pub by_forward: Possible,
    /// How it can by both. Nothing: the two contradict each other.
    pub possible: Possible,
}

/// What two tables of opposite directions say together.
#[derive(Debug, Clone)]
pub struct Directions<'l> {
    /// The pairs that both relate, in the order of clauses. Touch points say nothing about requirements and are left
    /// out.
    pub pairs: Vec<BothWays<'l>>,
    /// How many pairs only the first relates.
    pub only_forward: usize,
    /// How many only the other relates.
    pub only_backward: usize,
}

impl BothWays<'_> {
    /// Whether no two sets can lie so: say full one way, and none the other.
    pub fn contradicts(&self) -> bool {
        self.possible.is_empty()
    }

    /// Whether the other direction says what the first leaves open: say full one way, partial the other, so that one contains the other.
    pub fn complements(&self) -> bool {
        !self.contradicts() && self.possible != self.by_forward
    }
}

impl<'l> Directions<'l> {
    /// Compares rows with those of a table in the other direction. What is left open stays open: what contradicts does so in every
    /// reading.
    pub fn of(forward: &'l [Relation], backward: &'l Table) -> Self {
        type Pairs<'l> = BTreeMap<(&'l ClauseId, &'l ClauseId), &'l Relation>;
        let says = |row: &&Relation| row.forward != crate::model::Strength::Related;
        let pairs = |row: &'l Relation| row.from.iter().map(move |from| ((from, &row.to), row));
        let ours: Pairs<'l> = forward.iter().filter(says).flat_map(pairs).collect();
        let turned = |((from, to), row)| ((to, from), row);
        let theirs: Pairs<'l> = backward.rows.iter().filter(says).flat_map(pairs).map(turned).collect();
        let both = |(&(from, to), &forward): (&(&'l ClauseId, &'l ClauseId), &&'l Relation)| {
            let backward = *theirs.get(&(from, to))?;
            let by_forward = forward.possible(Direction::Forward, Unstated::Open);
            let possible = by_forward.and(backward.possible(Direction::Backward, Unstated::Open));
            Some(BothWays { from, to, forward, backward, by_forward, possible })
        };
        let pairs: Vec<BothWays<'l>> = ours.iter().filter_map(both).collect();
        Self { only_forward: ours.len() - pairs.len(), only_backward: theirs.len() - pairs.len(), pairs }
    }
}
