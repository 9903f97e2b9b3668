//! What the mappings between two editions say together: each pair once, and nothing that another mapping contradicts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::mapping::Mapping;
use crate::exchange::tally::Tally;
use crate::model::{ClauseNumber, Strength};

/// A mapping between two editions.
#[derive(Debug, Clone)]
pub(super) struct Found<'m> {
    pub(super) mapping: &'m Mapping,
    /// Its clause of the edition that covers; none if nothing there does.
    pub(super) from: Option<ClauseNumber>,
    /// Its clause of the edition that is covered; none where `from` relates to nothing there.
    pub(super) to: Option<ClauseNumber>,
    pub(super) forward: Strength,
    pub(super) reverse: Option<Strength>,
}

type Pair = (Option<ClauseNumber>, Option<ClauseNumber>, bool);

impl Found<'_> {
    /// What it speaks of: a touch point says nothing that another mapping of the pair could contradict.
    fn pair(&self) -> Pair {
        (self.from.clone(), self.to.clone(), self.forward == Strength::Related)
    }
}

/// The mappings without those that say again what another says, and without all those of a pair that contradict each
/// other; and those.
pub(super) fn consistent<'m>(found: Vec<Found<'m>>, tally: &mut Tally) -> (Vec<Found<'m>>, Vec<Found<'m>>) {
    let mut said: HashMap<Pair, BTreeSet<(Strength, Option<Strength>)>> = HashMap::new();
    let mut related: BTreeMap<(bool, ClauseNumber), ()> = BTreeMap::new();
    for one in &found {
        said.entry(one.pair()).or_default().insert((one.forward, one.reverse));
        if let (Some(from), Some(to)) = (&one.from, &one.to) {
            if one.forward != Strength::None {
                related.insert((true, from.clone()), ());
            }
            if one.forward.shares_demands() {
                related.insert((false, to.clone()), ());
            }
        }
    }
    let mut seen: BTreeSet<(Option<ClauseNumber>, Option<ClauseNumber>, bool)> = BTreeSet::new();
    let (mut kept, mut disputed) = (Vec::with_capacity(found.len()), Vec::new());
    for one in found {
        let name = || {
            let end = |number: &Option<ClauseNumber>| number.as_ref().map_or("nothing".to_owned(), ToString::to_string);
            format!("{} and {}", end(&one.from), end(&one.to))
        };
        let span = one.mapping.span;
        let is_denied = match (&one.from, &one.to) {
            (Some(from), None) => related.contains_key(&(true, from.clone())),
            (None, Some(to)) => related.contains_key(&(false, to.clone())),
            (Some(_), Some(_)) | (None, None) => false,
        };
        if said[&one.pair()].len() > 1 {
            tally.leave_out("rows left out since rows of one pair contradict each other", span, name());
            disputed.push(one);
        } else if is_denied {
            tally.leave_out("rows left out that say no term was found where another row has one", span, name());
        } else if !seen.insert(one.pair()) {
            tally.leave_out("rows left out that repeat another row", span, name());
        } else {
            kept.push(one);
        }
    }
    (kept, disputed)
}
