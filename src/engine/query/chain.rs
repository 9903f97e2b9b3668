//! How a chain of clauses is described: in one line with arrows, in a sentence that names each relation, and by where
//! it begins.

use crate::crosswalk::{Derivation, Level, Step, Trail};
use crate::model::{ClauseId, Direction, Reading};
use crate::query::words::listed;

/// What a clause is called.
pub(crate) type Name<'n> = &'n dyn Fn(&ClauseId) -> String;

/// The chain in one line, its last clause included: `4.2.3 → 7.5`. What a joint row needs stands together:
/// `4.2.1 + 4.2.2 → 4.4.2`.
pub fn arrows(trail: &Trail<'_, '_>, name: Name<'_>) -> String {
    let mut stations = before(trail, name);
    stations.push(name(trail.clause));
    stations.join(" → ")
}

/// The chain in one line without its last clause; nothing where the clause is stated itself.
pub(crate) fn arrows_before(trail: &Trail<'_, '_>, name: Name<'_>) -> String {
    before(trail, name).join(" → ")
}

fn before(trail: &Trail<'_, '_>, name: Name<'_>) -> Vec<String> {
    let via = match &trail.derivation {
        Derivation::Hint { via, .. } => Some(*via),
        Derivation::Row { via, .. } => *via,
        Derivation::Stated | Derivation::Below(_) | Derivation::ShownAbove => None,
    };
    let premises = match telling(trail).as_slice() {
        [] => Vec::new(),
        [one] => vec![arrows(one, name)],
        several => {
            let chains = several.iter().map(|premise| match arrows(premise, name) {
                chain if chain.contains('→') => format!("({chain})"),
                clause => clause,
            });
            vec![chains.collect::<Vec<_>>().join(" + ")]
        }
    };
    premises.into_iter().chain(via.map(name)).collect()
}

/// The clauses from which the chain starts, first to last. A heading that is completely in place represents all below
/// it.
pub(crate) fn starts<'c>(trail: &Trail<'c, '_>) -> Vec<&'c ClauseId> {
    let mut starts: Vec<&ClauseId> = Vec::new();
    match telling(trail).as_slice() {
        [] => starts.push(trail.clause),
        premises => {
            for start in premises.iter().flat_map(|premise| self::starts(premise)) {
                if !starts.contains(&start) {
                    starts.push(start);
                }
            }
        }
    }
    starts
}

/// The premises that the chain goes along: none where it begins.
fn telling<'t, 'c, 'l>(trail: &'t Trail<'c, 'l>) -> Vec<&'t Trail<'c, 'l>> {
    let is_row =
        |premise: &&Trail<'_, '_>| matches!(premise.derivation, Derivation::Row { .. } | Derivation::Hint { .. });
    match &trail.derivation {
        Derivation::Stated | Derivation::ShownAbove => Vec::new(),
        Derivation::Below(premises) if trail.level == Level::Full => premises.iter().filter(is_row).collect(),
        Derivation::Below(premises) | Derivation::Row { premises, .. } | Derivation::Hint { premises, .. } => {
            premises.iter().collect()
        }
    }
}

/// The chain in a sentence: `4.1 contains 5.2, which overlaps with 6.1, which is part of 7`. Where several chains come together,
/// each comes first, as a separate clause. Nothing if there is no row.
pub(crate) fn sentence(trail: &Trail<'_, '_>, name: Name<'_>) -> Option<String> {
    let (mut before, mut links) = (Vec::new(), Vec::new());
    let start = follow(trail, name, &mut before, &mut links);
    let (first, others) = links.split_first()?;
    let others = others.iter().map(|link| format!(", which {link}")).collect::<String>();
    before.push(format!("{start} {first}{others}"));
    Some(before.join("; "))
}

/// Adds what each row, and each step from or to a heading, says, and the chains that come together; hands back what the chain
/// begins with.
fn follow(trail: &Trail<'_, '_>, name: Name<'_>, before: &mut Vec<String>, links: &mut Vec<String>) -> String {
    let premises = telling(trail);
    let start = match (premises.as_slice(), &trail.derivation) {
        ([], _) => return name(trail.clause),
        ([_, ..], Derivation::Below(all)) if trail.level == Level::Full && all.len() > 1 => together(all, name, before),
        ([one], _) => follow(one, name, before, links),
        (several, _) => together(several.iter().copied(), name, before),
    };
    match &trail.derivation {
        Derivation::Row { step, via, .. } => {
            links.push(link(step, premises.len() > 1, premises[0].clause, &name(via.unwrap_or(trail.clause)), name));
            links.extend(via.map(|_| format!("includes {}", name(trail.clause))));
        }
        Derivation::Hint { step, via, .. } => {
            links.push(link(step, premises.len() > 1, premises[0].clause, &name(via), name));
            links.push(format!("includes {}", name(trail.clause)));
        }
        Derivation::Below(all) if trail.level == Level::Full && all.len() > 1 => {
            links.push(format!("together are all of {}", name(trail.clause)));
        }
        Derivation::Below(_) => links.push(format!("belongs to {}", name(trail.clause))),
        Derivation::Stated | Derivation::ShownAbove => {}
    }
    start
}

/// Several premises by their names; the chain of each that has one comes before.
fn together<'t, 'c: 't, 'l: 't>(
    premises: impl IntoIterator<Item = &'t Trail<'c, 'l>>,
    name: Name<'_>,
    before: &mut Vec<String>,
) -> String {
    let mut names = Vec::new();
    for premise in premises {
        before.extend(sentence(premise, name));
        names.push(name(premise.clause));
    }
    listed(&names)
}

fn link(step: &Step<'_>, is_together: bool, from: &ClauseId, to: &str, name: Name<'_>) -> String {
    let relation = step.relation;
    if is_together {
        return format!("together cover {to}");
    }
    if relation.is_joint() && step.direction == Direction::Forward {
        let partners = relation.from.iter().filter(|clause| *clause != from).map(name).collect::<Vec<_>>();
        return format!("covers {to} together with {}", listed(&partners));
    }
    match relation.reading(step.direction) {
        Reading::Equal => format!("asks for the same as {to}"),
        Reading::Covers => format!("contains {to}"),
        Reading::Within => format!("is part of {to}"),
        Reading::Overlaps => format!("overlaps with {to}"),
        Reading::Related => format!("is related to {to}"),
        Reading::Disjoint => format!("shares nothing with {to}"),
    }
}
