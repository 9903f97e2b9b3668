//! What the guide comes to, and how to read it.

use std::collections::BTreeMap;

use super::guideline::Guidelines;
use super::page::Layout;
use super::wording::is_not_applicable;
use crate::language::{Phrase, say};
use crate::model::{ClauseKind, Status};
use crate::query::case::Assessed;
use crate::query::direct::NoDirectTable;

impl Layout<'_> {
    /// Whether there is anything to show: rows between the two editions, or what follows over others.
    pub(super) fn is_answered(&self) -> bool {
        self.no_direct_table.is_none()
            || self.inferred && self.guidelines.target_tally.none() < self.guidelines.target_tally.applicable
    }

    /// What the guide comes to, and how to read it.
    pub(super) fn lead(&self) -> Vec<Phrase> {
        let mut lead: Vec<Phrase> = self.no_direct_table.iter().flat_map(|missing| self.not_direct(missing)).collect();
        if !self.is_answered() {
            return lead;
        }
        lead.extend([self.of_base(), self.of_target()]);
        lead.extend(self.touch_points());
        if let Some(assessed) = self.assessed {
            let Guidelines { base, target, .. } = self.guidelines;
            lead.extend([base, target].into_iter().filter_map(|edition| assessed.out_of_scope(edition)));
            lead.extend(self.base_in_place(assessed));
        }
        let limits = if self.inferred { say!("guide-chains-too") } else { say!("guide-direct-only") };
        lead.push(Phrase::joined(
            [say!("guide-how-to-read", base = &self.guidelines.base, target = &self.guidelines.target), limits],
            " ",
        ));
        lead.extend(self.case.care(&self.guidelines.tables()));
        lead
    }

    fn of_base(&self) -> Phrase {
        let Guidelines { base, target, base_tally: given, .. } = self.guidelines;
        say!(
            "guide-of-base",
            all = given.applicable,
            base = base,
            full = given.full,
            target = target,
            partial = given.partial,
            none = given.none(),
        )
    }

    fn of_target(&self) -> Phrase {
        let Guidelines { base, target, target_tally: taken, .. } = self.guidelines;
        let of_target = say!(
            "guide-of-target",
            all = taken.applicable,
            target = target,
            full = taken.full,
            base = base,
            partial = taken.partial,
            new = taken.none(),
        );
        let to_check = (taken.presumed > 0).then(|| say!("guide-to-check", count = taken.presumed));
        Phrase::joined(std::iter::once(of_target).chain(to_check), " ")
    }

    /// How many touch points there are, and what they are not.
    fn touch_points(&self) -> Option<Phrase> {
        let related = self.guidelines.clauses.iter().flat_map(|line| &line.related);
        let count = related.filter(|related| related.row.is_touch_point).count();
        (count > 0).then(|| say!("guide-touch-points", count = count))
    }

    /// How much of what the guide builds on is in place; nothing where it builds on nothing.
    fn base_in_place(&self, assessed: Assessed<'_>) -> Option<Phrase> {
        let mut counts: BTreeMap<Option<Status>, usize> = BTreeMap::new();
        for line in
            self.guidelines.clauses.iter().filter(|line| !line.strengths.is_empty() && !is_not_applicable(&line.stated))
        {
            if self.clause(&line.clause).is_some_and(|clause| clause.kind == ClauseKind::Requirement) {
                *counts.entry(line.stated.as_ref().map(|stated| stated.statement.status)).or_default() += 1;
            }
        }
        let open = counts.get(&None).copied();
        let stated = counts.iter().filter_map(|(status, count)| Some(with_status((*status)?, *count)));
        let states: Vec<Phrase> =
            stated.chain(open.map(|count| say!("guide-count-not-assessed", count = count))).collect();
        (!counts.is_empty()).then(|| {
            say!(
                "guide-in-place",
                all = counts.values().sum::<usize>(),
                base = &self.guidelines.base,
                organization = &assessed.assessment.organization,
                states = Phrase::joined(states, ", "),
            )
        })
    }

    /// That no table relates the two editions directly, and what shows what follows through others.
    fn not_direct(&self, missing: &NoDirectTable) -> Vec<Phrase> {
        let Guidelines { base, target, .. } = self.guidelines;
        let mut said = match (missing.follows, self.inferred) {
            (true, true) => vec![say!("guide-chains-only", base = base, target = target)],
            // There is nothing to hand over, so this one is for the user.
            (true, false) => vec![
                say!("guide-empty", base = base, target = target),
                say!("guide-hint", command = format!("`xwalk guide {base} {target} --inferred`")),
            ],
            (false, _) => {
                let hops = self.case.settings.max_hops;
                vec![say!("guide-unrelated-editions", base = base, target = target, hops = hops)]
            }
        };
        said.extend(missing.leaves_rows_out.then(|| say!("guide-left-out")));
        said
    }
}

/// How many requirements have a status.
fn with_status(status: Status, count: usize) -> Phrase {
    match status {
        Status::Implemented => say!("guide-count-implemented", count = count),
        Status::Partial => say!("guide-count-partial", count = count),
        Status::Planned => say!("guide-count-planned", count = count),
        Status::NotImplemented => say!("guide-count-not-implemented", count = count),
        Status::NotApplicable => say!("guide-count-not-applicable", count = count),
    }
}
