//! What an assessment says in addition to its statements, little of which other programs' formats can hold.

use super::written::{Loss, Losses};
use crate::model::{Assessment, Efforts, Policy};

/// Counts what an assessment contains in addition to statements and its header.
pub(super) fn count_beside_statements(assessment: &Assessment, losses: &mut Losses) {
    losses.add_many(["objective is left out", "objectives are left out"], assessment.objectives.len());
    losses.add_many(["process is left out", "processes are left out"], assessment.processes.len());
    let steps = assessment.progress.values().map(std::collections::BTreeMap::len).sum();
    losses.add_many(["state of a step of a method is left out", "states of steps of methods are left out"], steps);
    losses.add_many(
        ["piece of the register of evidence is left out", "pieces of the register of evidence are left out"],
        assessment.register.len(),
    );
    let mut whole = |what: &'static str, is_said: bool| losses.add_many([what; 2], usize::from(is_said));
    whole("list of maturity targets is left out", !assessment.maturity_targets.is_empty());
    whole("policy is left out", assessment.policy != Policy::default());
    whole("list of usual efforts is left out", assessment.efforts != Efforts::default());
    losses.add_many(
        ["capacity of an owner is left out", "capacities of owners are left out"],
        assessment.capacities.len(),
    );
    let days_off = assessment.calendar.days_off().count();
    losses.add_many(["day off is left out", "days off are left out"], days_off);
}

/// What of an assessment a spreadsheet cannot hold. One that holds rows alone has no place for the head either.
pub fn sheet_losses(assessment: &Assessment, holds_rows_alone: bool) -> Vec<Loss> {
    let mut losses = Losses::default();
    count_beside_statements(assessment, &mut losses);
    if holds_rows_alone {
        let Assessment { scope, site, unit, tags, date, assessor, targets, .. } = assessment;
        let mut whole = |what: &'static str, is_said: bool| losses.add_many([what; 2], usize::from(is_said));
        whole("name of the organization is left out", true);
        whole("scope is left out", scope.is_some());
        whole("site is left out", site.is_some());
        whole("unit is left out", unit.is_some());
        whole("day of the assessment is left out", date.is_some());
        whole("name of the assessor is left out", assessor.is_some());
        losses.add_many(["tag is left out", "tags are left out"], tags.len());
        losses.add_many(["target is left out", "targets are left out"], targets.len());
    }
    losses.finish()
}
