//! The possible relations between two sets (RCC-5), and how they follow from one another.

use std::fmt;

/// How a non-empty set is related to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetRelation {
    /// They are the same (EQ).
    Equal,
    /// The first is a proper part of the second (PP).
    Inside,
    /// The second is a proper part of the first (PPi).
    Contains,
    /// They share something, and neither contains the other (PO).
    Overlaps,
    /// They share nothing (DR).
    Disjoint,
}

/// The relations that are possible between two sets. None of them is a contradiction, all of them say nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Possible(u8);

const EQ: Possible = Possible::only(SetRelation::Equal);
const PP: Possible = Possible::only(SetRelation::Inside);
const PPI: Possible = Possible::only(SetRelation::Contains);
const PO: Possible = Possible::only(SetRelation::Overlaps);
const DR: Possible = Possible::only(SetRelation::Disjoint);
const ALL: Possible = Possible::ALL;

/// What is possible between a and c: a row for the relation of a to b, a column for the relation of b to c, both in the
/// order of [`SetRelation::ALL`].
#[rustfmt::skip]
const COMPOSITION: [[Possible; 5]; 5] = [
    //  EQ   PP                   PPi                  PO                   DR
    [   EQ,  PP,                  PPI,                 PO,                  DR                  ], // EQ
    [   PP,  PP,                  ALL,                 PP.or(PO).or(DR),    DR                  ], // PP
    [   PPI, ALL.but(DR),         PPI,                 PPI.or(PO),          PPI.or(PO).or(DR)   ], // PPi
    [   PO,  PP.or(PO),           PPI.or(PO).or(DR),   ALL,                 PPI.or(PO).or(DR)   ], // PO
    [   DR,  PP.or(PO).or(DR),    DR,                  PP.or(PO).or(DR),    ALL                 ], // DR
];

impl SetRelation {
    /// Every one there is.
    pub const ALL: [Self; 5] = [Self::Equal, Self::Inside, Self::Contains, Self::Overlaps, Self::Disjoint];

    /// How the second set is related to the first.
    pub const fn converse(self) -> Self {
        match self {
            Self::Inside => Self::Contains,
            Self::Contains => Self::Inside,
            Self::Equal | Self::Overlaps | Self::Disjoint => self,
        }
    }
}

impl Possible {
    /// Nothing: what was said contradicts itself.
    pub const NONE: Self = Self(0);
    /// Everything: nothing is said.
    pub const ALL: Self = Self(0b1_1111);
    /// The first contains the second, or is the same.
    pub const COVERS: Self = EQ.or(PPI);
    /// The first is part of the second, or the same.
    pub const WITHIN: Self = EQ.or(PP);
    /// They share something.
    pub const SHARES: Self = ALL.but(DR);

    /// This relation, and no other.
    pub const fn only(relation: SetRelation) -> Self {
        Self(1 << relation as u8)
    }

    /// What is possible by either.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is possible by both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is possible by this one and not by the other.
    pub const fn but(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether nothing is possible.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a relation is possible.
    pub const fn contains(self, relation: SetRelation) -> bool {
        !self.and(Self::only(relation)).is_empty()
    }

    /// Whether whatever is possible by this one is possible by the other.
    pub const fn is_subset(self, other: Self) -> bool {
        self.but(other).is_empty()
    }

    /// The relations that are possible, in the order of [`SetRelation::ALL`].
    pub fn relations(self) -> impl Iterator<Item = SetRelation> {
        SetRelation::ALL.into_iter().filter(move |relation| self.contains(*relation))
    }

    /// What is possible between the second set and the first.
    pub fn converse(self) -> Self {
        self.relations().map(SetRelation::converse).collect()
    }

    /// What is possible between a and c, where this is possible between a and b, and `next` between b and c.
    pub fn compose(self, next: Self) -> Self {
        let pairs = self.relations().flat_map(|first| next.relations().map(move |second| (first, second)));
        pairs.fold(Self::NONE, |all, (first, second)| all.or(COMPOSITION[first as usize][second as usize]))
    }
}

impl FromIterator<SetRelation> for Possible {
    fn from_iter<I: IntoIterator<Item = SetRelation>>(relations: I) -> Self {
        relations.into_iter().fold(Self::NONE, |all, relation| all.or(Self::only(relation)))
    }
}

impl fmt::Display for SetRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Equal => "EQ",
            Self::Inside => "PP",
            Self::Contains => "PPi",
            Self::Overlaps => "PO",
            Self::Disjoint => "DR",
        })
    }
}

impl fmt::Debug for Possible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.relations()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sets of four things, one bit each, that are not empty. With three, seventeen of the twenty-five entries come
    /// out right.
    const SETS: std::ops::Range<u8> = 1..16;

    fn between(a: u8, b: u8) -> SetRelation {
        match (a & !b == 0, b & !a == 0, a & b == 0) {
            (true, true, _) => SetRelation::Equal,
            (true, false, _) => SetRelation::Inside,
            (false, true, _) => SetRelation::Contains,
            (false, false, false) => SetRelation::Overlaps,
            (false, false, true) => SetRelation::Disjoint,
        }
    }

    fn all() -> impl Iterator<Item = Possible> {
        (0..32).map(Possible)
    }

    #[test]
    fn the_composition_table_holds_what_sets_do() {
        let mut found = [[Possible::NONE; 5]; 5];
        for (a, b, c) in SETS.flat_map(|a| SETS.flat_map(move |b| SETS.map(move |c| (a, b, c)))) {
            let entry = &mut found[between(a, b) as usize][between(b, c) as usize];
            *entry = entry.or(Possible::only(between(a, c)));
        }
        assert_eq!(found, COMPOSITION);
    }

    #[test]
    fn a_chain_read_backwards_is_the_converse_of_the_chain() {
        for (a, b) in all().flat_map(|a| all().map(move |b| (a, b))) {
            assert_eq!(a.compose(b).converse(), b.converse().compose(a.converse()), "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_is_the_same_changes_nothing_and_a_contradiction_stays_one() {
        for a in all() {
            assert_eq!((EQ.compose(a), a.compose(EQ)), (a, a));
            assert_eq!((Possible::NONE.compose(a), a.compose(Possible::NONE)), (Possible::NONE, Possible::NONE));
            assert_eq!(a.converse().converse(), a);
        }
    }

    #[test]
    fn it_does_not_matter_which_rows_of_a_chain_are_composed_first() {
        for (a, b, c) in all().flat_map(|a| all().flat_map(move |b| all().map(move |c| (a, b, c)))) {
            assert_eq!(a.compose(b).compose(c), a.compose(b.compose(c)), "{a:?} {b:?} {c:?}");
        }
    }

    #[test]
    fn possibilities_are_a_set_of_relations() {
        assert_eq!(format!("{:?}", Possible::COVERS), "{Equal, Contains}");
        assert_eq!(Possible::COVERS.and(Possible::WITHIN), EQ);
        assert_eq!(Possible::COVERS.converse(), Possible::WITHIN);
        assert!(Possible::COVERS.is_subset(Possible::SHARES) && !Possible::SHARES.contains(SetRelation::Disjoint));
        assert_eq!(Possible::ALL.relations().collect::<Vec<_>>(), SetRelation::ALL);
    }
}
