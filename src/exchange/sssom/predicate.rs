//! Predicates of SSSOM, and the strengths of relations.

use crate::model::Strength;

/// The namespace of SKOS.
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// The place of a clause where none was found.
pub(super) const NO_TERM: &str = "sssom:NoTermFound";

/// What says that a predicate does not hold.
pub(super) const NOT: &str = "Not";

/// What says that two clauses have to do with each other, and nothing more.
pub(super) const RELATED: &str = "skos:relatedMatch";

/// How far the subject covers the object, and the object the subject, with the predicate that says so.
const PREDICATES: [(Strength, Option<Strength>, &str); 4] = [
    (Strength::Full, Some(Strength::Full), "skos:exactMatch"),
    (Strength::Full, Some(Strength::Partial), "skos:narrowMatch"),
    (Strength::Partial, Some(Strength::Full), "skos:broadMatch"),
    (Strength::Related, None, RELATED),
];

/// What a predicate says of the subject and the object; `closeMatch` has no set meaning, and is read as related. Nothing where it
/// is none of SKOS's, or where what is denied leaves too much open.
pub(super) fn strengths(predicate: &str, is_denied: bool) -> Option<(Strength, Option<Strength>)> {
    let short = predicate.strip_prefix(SKOS).map(|name| format!("skos:{name}"));
    let predicate = short.as_deref().unwrap_or(predicate);
    if is_denied {
        // Not to be the same, or not to be narrower, leaves everything else open.
        return (predicate == RELATED).then_some((Strength::None, None));
    }
    if predicate == "skos:closeMatch" {
        return Some((Strength::Related, None));
    }
    PREDICATES.iter().find(|(.., name)| *name == predicate).map(|(forward, reverse, _)| (*forward, *reverse))
}

/// The predicate that says just this; none of SKOS's says that two overlap, or leaves the reverse open.
pub(super) fn predicate(forward: Strength, reverse: Option<Strength>) -> Option<&'static str> {
    let says = |said: &&(Strength, Option<Strength>, &str)| (said.0, said.1) == (forward, reverse);
    PREDICATES.iter().find(says).map(|(.., name)| *name)
}

#[cfg(test)]
mod tests {
    use super::{Strength, predicate, strengths};

    #[test]
    fn a_predicate_comes_back_as_the_strengths_that_it_was_written_for() {
        let all = [None, Some(Strength::None), Some(Strength::Partial), Some(Strength::Full)];
        for forward in [Strength::Full, Strength::Partial, Strength::Related] {
            for reverse in all {
                if let Some(predicate) = predicate(forward, reverse) {
                    assert_eq!(strengths(predicate, false), Some((forward, reverse)));
                }
            }
        }
        assert_eq!(predicate(Strength::Partial, Some(Strength::Partial)), None);
        assert_eq!(predicate(Strength::Full, None), None);
        assert_eq!(
            strengths("http://www.w3.org/2004/02/skos/core#broadMatch", false),
            Some((Strength::Partial, Some(Strength::Full)))
        );
        assert_eq!(strengths("skos:closeMatch", false), Some((Strength::Related, None)));
        assert_eq!(strengths("skos:relatedMatch", true), Some((Strength::None, None)));
        assert_eq!((strengths("skos:exactMatch", true), strengths("owl:sameAs", false)), (None, None));
    }
}
