//! The positions of numbers among clauses, found by their text without a copy of it.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use super::clause::Clause;

/// The positions of clauses by their numbers: places in a circle, of which at least half are free. A number is at the
/// place that its hash names, or at the first one after it that was free.
#[derive(Debug, Clone)]
pub(super) struct Positions(Vec<u32>);

const FREE: u32 = u32::MAX;

impl Positions {
    /// Those of clauses, with room for so many. Of two that have one number only the first has a place.
    pub(super) fn of(clauses: &[Clause], room: usize) -> Self {
        let mut positions = Self(vec![FREE; (2 * room.max(clauses.len())).next_power_of_two()]);
        (0..clauses.len()).for_each(|at| positions.place(at, clauses));
        positions
    }

    /// Gives a place to the last clause, whose number no other has.
    pub(super) fn add_last(&mut self, clauses: &[Clause]) {
        match 2 * clauses.len() > self.0.len() {
            true => *self = Self::of(clauses, 2 * clauses.len()),
            false => self.place(clauses.len() - 1, clauses),
        }
    }

    /// How many clauses have a place.
    pub(super) fn count(&self) -> usize {
        self.0.iter().filter(|position| **position != FREE).count()
    }

    /// The position of a number.
    #[inline]
    pub(super) fn find(&self, number: &str, clauses: &[Clause]) -> Option<usize> {
        let (_, position) = self.search(number, clauses);
        position
    }

    fn place(&mut self, position: usize, clauses: &[Clause]) {
        if let (free, None) = self.search(clauses[position].number.as_str(), clauses) {
            self.0[free] = u32::try_from(position).expect("fewer than four billion clauses");
        }
    }

    /// The place of a number, and its position; or the place where it would be.
    #[inline]
    fn search(&self, number: &str, clauses: &[Clause]) -> (usize, Option<usize>) {
        let last = self.0.len() - 1;
        // What is cut off is not part of the place.
        let mut place = FixedState::default().hash_one(number) as usize & last;
        loop {
            match self.0[place] {
                FREE => return (place, None),
                position if clauses[position as usize].number.as_str() == number => {
                    return (place, Some(position as usize));
                }
                _ => place = (place + 1) & last,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Positions;
    use crate::model::{Attributes, Clause, ClauseKind, ClauseNumber, Translations};
    use crate::source::{Sources, Span, Text};

    fn clause(number: usize) -> Clause {
        Clause {
            number: ClauseNumber::parse(&number.to_string()).unwrap(),
            title: Text::default(),
            kind: ClauseKind::Requirement,
            parent: None,
            summary: None,
            mandatory: true,
            attributes: Attributes::default(),
            translations: Translations::default(),
            span: Span::start_of(Sources::default().add("t", "")),
        }
    }

    #[test]
    fn every_number_is_found_where_it_stands_and_no_other_is_found() {
        const CLAUSES: usize = 1_000;
        let mut clauses = Vec::new();
        let mut one_by_one = Positions::of(&clauses, 3);
        for number in 0..CLAUSES {
            clauses.push(clause(number));
            one_by_one.add_last(&clauses);
        }
        for positions in [one_by_one, Positions::of(&clauses, 0)] {
            assert_eq!(positions.count(), CLAUSES);
            assert!((0..CLAUSES).all(|at| positions.find(&at.to_string(), &clauses) == Some(at)));
            assert!((CLAUSES..2 * CLAUSES).all(|at| positions.find(&at.to_string(), &clauses).is_none()));
        }
        assert_eq!(Positions::of(&[], 0).find("0", &[]), None);
    }

    #[test]
    fn of_two_that_have_one_number_the_first_is_found() {
        let clauses = [clause(7), clause(8), clause(7)];
        let positions = Positions::of(&clauses, 0);
        assert_eq!((positions.count(), positions.find("7", &clauses)), (2, Some(0)));
    }
}
