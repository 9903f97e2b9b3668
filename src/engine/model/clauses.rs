//! Clauses in their published order, their hierarchy, and the position of each number.

use std::sync::OnceLock;

use super::clause::{Clause, ClauseKind};
use super::positions::Positions;

/// The clauses of an edition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clauses {
    clauses: Vec<Clause>,
    /// The clauses directly below each clause; made on demand.
    children: OnceLock<Children>,
    /// Made when a number is first searched.
    positions: OnceLock<Positions>,
    /// The place of each clause in the hierarchy; made on demand.
    heights: OnceLock<Vec<Height>>,
}

/// The clauses directly below each clause, one list after the other.
#[derive(Debug, Clone)]
struct Children {
    /// Where each list begins, and where the last one ends.
    starts: Vec<u32>,
    positions: Vec<usize>,
}

/// The place of a clause in the hierarchy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Height {
    /// The position of the clause at the top above it, or its own.
    pub(super) top: usize,
    /// The number of clauses above it.
    pub(super) depth: usize,
}

impl Clauses {
    /// Clauses that are known to be sound.
    pub(crate) fn known(clauses: Vec<Clause>) -> Self {
        Self { clauses, ..Self::default() }
    }

    /// Clauses that perhaps are not; nothing where two have one number, or one is above itself.
    pub(crate) fn sound(clauses: Vec<Clause>) -> Option<Self> {
        let is_within = |clause: &Clause| clause.parent.is_none_or(|parent| parent < clauses.len());
        if !clauses.iter().all(is_within) {
            return None;
        }
        let clauses = Self::known(clauses);
        // Whoever is below a top is below no circle.
        let mut below: Vec<usize> =
            (0..clauses.clauses.len()).filter(|at| clauses.clauses[*at].parent.is_none()).collect();
        let mut reached = 0;
        while let Some(at) = below.pop() {
            reached += 1;
            below.extend(clauses.children(at));
        }
        let is_sound = reached == clauses.clauses.len() && clauses.positions().count() == reached;
        is_sound.then_some(clauses)
    }

    /// Makes room for so many more and for no others.
    pub(super) fn reserve(&mut self, clauses: usize) {
        self.clauses.reserve_exact(clauses);
        self.positions = Positions::of(&self.clauses, self.clauses.len() + clauses).into();
    }

    pub(super) fn add(&mut self, clause: Clause) -> Result<(), &Clause> {
        if let Some(position) = self.position_of(clause.number.as_str()) {
            return Err(&self.clauses[position]);
        }
        self.clauses.push(clause);
        if let Some(positions) = self.positions.get_mut() {
            positions.add_last(&self.clauses);
        }
        self.children.take();
        self.heights.take();
        Ok(())
    }

    pub(super) fn set_parent(&mut self, child: usize, parent: usize) {
        self.clauses[child].parent = Some(parent);
        self.children.take();
        self.heights.take();
    }

    pub(super) fn set_kind(&mut self, position: usize, kind: ClauseKind) {
        self.clauses[position].kind = kind;
    }

    pub(crate) fn all(&self) -> &[Clause] {
        &self.clauses
    }

    pub(super) fn children(&self, position: usize) -> &[usize] {
        let Children { starts, positions } = self.children.get_or_init(|| Children::of(&self.clauses));
        &positions[starts[position] as usize..starts[position + 1] as usize]
    }

    #[inline]
    pub(super) fn position_of(&self, number: &str) -> Option<usize> {
        self.positions().find(number, &self.clauses)
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::of(&self.clauses, self.clauses.len()))
    }

    pub(super) fn ancestors(&self, position: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.clauses[position].parent, |above| self.clauses[*above].parent)
    }

    /// The heights of all clauses. Each clause is passed once: above one whose height is known, the search stops.
    pub(super) fn heights(&self) -> &[Height] {
        self.heights.get_or_init(|| {
            let mut heights: Vec<Option<Height>> = vec![None; self.clauses.len()];
            for position in 0..self.clauses.len() {
                let above = std::iter::once(position).chain(self.ancestors(position));
                let climbed: Vec<usize> = above.take_while(|above| heights[*above].is_none()).collect();
                for below in climbed.into_iter().rev() {
                    let parent = self.clauses[below].parent.and_then(|parent| heights[parent]);
                    heights[below] = Some(match parent {
                        Some(Height { top, depth }) => Height { top, depth: depth + 1 },
                        None => Height { top: below, depth: 0 },
                    });
                }
            }
            heights.into_iter().map(|height| height.expect("every clause was passed")).collect()
        })
    }
}

impl Children {
    fn of(clauses: &[Clause]) -> Self {
        let mut starts = vec![0; clauses.len() + 1];
        for parent in clauses.iter().filter_map(|clause| clause.parent) {
            starts[parent + 1] += 1;
        }
        for at in 0..clauses.len() {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; starts[clauses.len()] as usize];
        for (child, clause) in clauses.iter().enumerate() {
            if let Some(parent) = clause.parent {
                positions[next[parent] as usize] = child;
                next[parent] += 1;
            }
        }
        Self { starts, positions }
    }
}

#[cfg(test)]
mod tests {
    use super::Clauses;
    use crate::model::{Attributes, Clause, ClauseKind, ClauseNumber, Translations};
    use crate::source::{Sources, Span, Text};

    fn clauses(parents: &[Option<usize>]) -> Vec<Clause> {
        let span = Span::start_of(Sources::default().add("t", ""));
        let clause = |(at, parent): (usize, &Option<usize>)| Clause {
            number: ClauseNumber::parse(&at.to_string()).unwrap(),
            title: Text::default(),
            kind: ClauseKind::Requirement,
            parent: *parent,
            summary: None,
            mandatory: true,
            attributes: Attributes::default(),
            translations: Translations::default(),
            span,
        };
        parents.iter().enumerate().map(clause).collect()
    }

    #[test]
    fn clauses_in_a_circle_and_two_of_one_number_are_not_sound() {
        assert!(Clauses::sound(clauses(&[None, Some(2), Some(0)])).is_some());
        assert!(Clauses::sound(clauses(&[None, Some(2), Some(1)])).is_none());
        assert!(Clauses::sound(clauses(&[Some(0)])).is_none());
        assert!(Clauses::sound(clauses(&[None, Some(2)])).is_none());
        let mut twice = clauses(&[None, None]);
        twice[1].number = twice[0].number.clone();
        assert!(Clauses::sound(twice).is_none());
    }
}
