//! What a row claims of two sets of requirements, taken apart into claims of four kinds.

use crate::model::{Relation, Strength};

/// A claim about what a row relates: `from`, which is what its clauses require together, and `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// All of `to` is in `from`.
    ToWithinFrom,
    /// All of `from` is in `to`.
    FromWithinTo,
    /// Something of `to` is not in `from`.
    ToBeyondFrom,
    /// Something of `from` is not in `to`.
    FromBeyondTo,
    /// They share something.
    Share,
    /// They share nothing.
    Apart,
}

/// In which reading of a reverse that is not stated a claim is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strictness {
    /// Whatever the reverse is.
    Every,
    /// Only where a reverse that is not stated is not full.
    Strict,
}

/// What a row claims. None of the claims says "this or that", which is why tables can be decided at all.
pub(super) fn claims(relation: &Relation) -> impl Iterator<Item = (Claim, Strictness)> {
    let every = |claim| Some((claim, Strictness::Every));
    let reverse = match (relation.forward, relation.reverse) {
        (Strength::None | Strength::Related, _) => None,
        (Strength::Partial | Strength::Full, Some(Strength::Full)) => every(Claim::FromWithinTo),
        (Strength::Partial | Strength::Full, Some(Strength::None | Strength::Related | Strength::Partial)) => {
            every(Claim::FromBeyondTo)
        }
        (Strength::Partial | Strength::Full, None) => Some((Claim::FromBeyondTo, Strictness::Strict)),
    };
    let forward = match relation.forward {
        Strength::Related => [None, None],
        Strength::None => [every(Claim::Apart), None],
        Strength::Partial => [every(Claim::Share), every(Claim::ToBeyondFrom)],
        Strength::Full => [every(Claim::ToWithinFrom), None],
    };
    forward.into_iter().chain([reverse]).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Claim, Strictness, claims};
    use crate::model::{
        ClauseId, ClauseNumber, Direction, EditionId, Possible, Relation, SetRelation, Strength, Unstated,
    };
    use crate::source::{Sources, Span};

    /// The relations of `from` to `to` of which a claim is true.
    fn allowed(claim: Claim) -> Possible {
        match claim {
            Claim::ToWithinFrom => Possible::COVERS,
            Claim::FromWithinTo => Possible::WITHIN,
            Claim::ToBeyondFrom => Possible::ALL.but(Possible::COVERS),
            Claim::FromBeyondTo => Possible::ALL.but(Possible::WITHIN),
            Claim::Share => Possible::SHARES,
            Claim::Apart => Possible::only(SetRelation::Disjoint),
        }
    }

    #[test]
    fn the_claims_of_a_row_allow_what_the_row_allows() {
        use Strength::{Full, None as Nothing, Partial, Related};
        let clause = |number: &str| ClauseId {
            edition: EditionId::parse("e:1").unwrap(),
            number: ClauseNumber::parse(number).unwrap(),
        };
        let reverses = [None, Some(Nothing), Some(Partial), Some(Full)];
        let says =
            [Nothing, Related, Partial, Full].into_iter().flat_map(|forward| reverses.map(|back| (forward, back)));
        for (forward, reverse) in says {
            let span = Span::start_of(Sources::default().add("", ""));
            let row = Relation::new(vec![clause("a")], clause("b"), forward, reverse, span);
            for (unstated, most) in [(Unstated::Open, Strictness::Every), (Unstated::Partial, Strictness::Strict)] {
                let made = claims(&row).filter(|(_, strictness)| *strictness <= most);
                let found = made.fold(Possible::ALL, |all, (claim, _)| all.and(allowed(claim)));
                assert_eq!(found, row.possible(Direction::Forward, unstated), "{forward} {reverse:?}");
            }
        }
    }
}
