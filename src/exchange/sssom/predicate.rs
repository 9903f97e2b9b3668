//! Predicates of SSSOM, and the strengths of relations.
//!
//! What is denied says little: not to be the same leaves everything else open. SKOS has each of its mapping properties
//! below `skos:mappingRelation` (Reference, S40), so that this alone, denied, denies all of them, and this is what we
//! write for `none`. `Not skos:relatedMatch` is weaker than that: a pair that is the same is never a `relatedMatch`
//! (S46). The same holds of a term that was not found: by SSSOM's specification a row with `sssom:NoTermFound` says
//! that none can be mapped *using its predicate*.
//!
//! SSSOM lets everybody have predicates of their own ("implementations MUST accept any arbitrary predicate"). Ours say
//! what SKOS has no word for: an overlap, and what covers or overlaps if the reverse is not stated.
use crate::model::Strength;

/// The namespace of SKOS.
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// The namespace of our own predicates.
const OWN: &str = "urn:xwalk:relation:";

/// The prefix for it.
pub(super) const OWN_PREFIX: (&str, &str) = ("xwalk-relation", OWN);

/// What any mapping is: it says nothing of which.
pub(super) const MAPPING: &str = "skos:mappingRelation";

/// The place of a clause if none was found.
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

/// The same for what SKOS has no word for.
const OWN_PREDICATES: [(Strength, Option<Strength>, &str); 3] = [
    (Strength::Full, None, "xwalk-relation:full"),
    (Strength::Partial, None, "xwalk-relation:partial"),
    (Strength::Partial, Some(Strength::Partial), "xwalk-relation:overlap"),
];

/// A predicate by its short name, however its prefix is called; `namespace` says what a prefix stands for.
fn short<'n>(predicate: &str, namespace: impl Fn(&str) -> Option<&'n str>) -> String {
    let spelt = || predicate.split_once(':').and_then(|(prefix, name)| Some(format!("{}{name}", namespace(prefix)?)));
    let whole = spelt().unwrap_or_else(|| predicate.to_owned());
    let named = [("skos", SKOS), OWN_PREFIX]
        .into_iter()
        .find_map(|(prefix, namespace)| Some(format!("{prefix}:{}", whole.strip_prefix(namespace)?)));
    named.unwrap_or_else(|| predicate.to_owned())
}

/// Whether a predicate is above all others, so that what is denied of it is denied of each.
pub(super) fn is_any<'n>(predicate: &str, namespace: impl Fn(&str) -> Option<&'n str>) -> bool {
    short(predicate, namespace) == MAPPING
}

/// What a predicate says of the subject and the object; `closeMatch` has no set meaning, and is read as related.
/// Nothing where it is none of SKOS's, or where what is denied leaves too much open.
pub(super) fn strengths<'n>(
    predicate: &str,
    is_denied: bool,
    namespace: impl Fn(&str) -> Option<&'n str>,
) -> Option<(Strength, Option<Strength>)> {
    let predicate = short(predicate, namespace);
    if is_denied {
        return (predicate == MAPPING).then_some((Strength::None, None));
    }
    if predicate == "skos:closeMatch" {
        return Some((Strength::Related, None));
    }
    let known = PREDICATES.iter().chain(&OWN_PREDICATES);
    known.into_iter().find(|(.., name)| *name == predicate).map(|(forward, reverse, _)| (*forward, *reverse))
}

/// The predicate that says just this; none of SKOS's says that two overlap, or leaves the reverse open.
pub(super) fn predicate(forward: Strength, reverse: Option<Strength>) -> Option<&'static str> {
    let says = |said: &&(Strength, Option<Strength>, &str)| (said.0, said.1) == (forward, reverse);
    PREDICATES.iter().find(says).map(|(.., name)| *name)
}

/// The predicate of ours that says just this, where SKOS has none.
pub(super) fn own_predicate(forward: Strength, reverse: Option<Strength>) -> Option<&'static str> {
    let says = |said: &&(Strength, Option<Strength>, &str)| (said.0, said.1) == (forward, reverse);
    OWN_PREDICATES.iter().find(says).map(|(.., name)| *name)
}

#[cfg(test)]
mod tests {
    use super::{OWN, Strength, is_any, own_predicate, predicate};

    fn strengths(predicate: &str, is_denied: bool) -> Option<(Strength, Option<Strength>)> {
        super::strengths(predicate, is_denied, |prefix| (prefix == "ours").then_some(OWN))
    }

    #[test]
    fn a_predicate_comes_back_as_the_strengths_that_it_was_written_for() {
        let all = [None, Some(Strength::None), Some(Strength::Partial), Some(Strength::Full)];
        for forward in [Strength::Full, Strength::Partial, Strength::Related] {
            for reverse in all {
                for predicate in [predicate(forward, reverse), own_predicate(forward, reverse)].into_iter().flatten() {
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
        assert_eq!(strengths("ours:partial", false), Some((Strength::Partial, None)));
        assert_eq!(strengths("skos:mappingRelation", true), Some((Strength::None, None)));
        assert_eq!((strengths("skos:relatedMatch", true), strengths("skos:mappingRelation", false)), (None, None));
        assert!(is_any("http://www.w3.org/2004/02/skos/core#mappingRelation", |_| None));
        assert_eq!((strengths("skos:exactMatch", true), strengths("owl:sameAs", false)), (None, None));
    }
}
