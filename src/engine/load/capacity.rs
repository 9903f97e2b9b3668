//! The time that owners have, as written, becomes capacities of owners that statements name.

use std::collections::{BTreeMap, BTreeSet};

use super::raw::{Scalar, nearest};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{Assessment, Capacity, PersonDays};
use crate::source::Text;

/// What helps where a number is no capacity.
pub(super) const CAPACITY_HELP: &str =
    "a number above 0 with at most two decimal places, such as 2.5; a team may have more than 5";

/// The capacities of an assessment.
pub(super) fn capacities(written: &[(Scalar, Scalar)], faults: &mut Vec<Diagnostic>) -> BTreeMap<Text, Capacity> {
    let mut capacities = BTreeMap::new();
    for (owner, days) in written {
        if let Some(per_week) = per_week(&days.value) {
            capacities.insert(owner.value.clone(), Capacity { per_week, span: Some(owner.span) });
        } else {
            let message = format!("{} is not a valid number of person-days a week", days.shown());
            faults.push(Diagnostic::new(Rule::OutOfRange, days.span, message).help(CAPACITY_HELP));
        }
    }
    capacities
}

/// Person-days a week: more than none, since what has none of them would never be done.
pub(super) fn per_week(text: &str) -> Option<PersonDays> {
    PersonDays::parse(text).filter(|days| *days > PersonDays::default())
}

/// Names under `capacity` that no statement has as its owner.
pub(super) fn check_owners(assessment: &Assessment, faults: &mut Vec<Diagnostic>) {
    let owners = assessment.statements().filter_map(|(_, statement)| statement.owner.as_ref());
    let owners: BTreeSet<&str> = owners.map(|owner| owner.trim()).filter(|owner| !owner.is_empty()).collect();
    for (name, capacity) in &assessment.capacities {
        let Some(span) = capacity.span else { continue };
        let name = name.trim();
        if name == Assessment::UNASSIGNED || owners.contains(name) {
            continue;
        }
        let known = owners.iter().copied().chain([Assessment::UNASSIGNED]);
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean {near}?"),
            None => format!(
                "write the name as in `owner` of a statement; {} stands for tasks without an owner",
                Assessment::UNASSIGNED
            ),
        };
        let shown = Scalar { value: name.to_owned().into(), span, is_unquoted: false }.shown();
        let message = format!("no statement has the owner {shown}, so the capacity has no effect");
        faults.push(Diagnostic::new(Rule::UnknownOwner, span, message).help(help));
    }
}
