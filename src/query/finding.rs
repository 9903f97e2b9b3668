//! Where what is stated differs from what follows from the other statements.

use crate::crosswalk::{Assumption, Assumptions, Inference, Level};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::ClauseId;
use crate::query::case::Assessed;

/// What an assessment states otherwise than follows from its other statements.
pub fn contradictions(case: Assessed<'_>) -> Vec<Diagnostic> {
    let assumptions = case.case.crosswalk.assumptions(case.assessment);
    let stated = case.case.crosswalk.infer(&assumptions, case.case.settings.max_hops);
    findings(case, &assumptions, &stated)
}

/// The differences, in the order of clauses. What is stated is kept; they are said, never settled. Only what is certain
/// contradicts a statement and is a warning; the rest are notes, since inference says what is known at the least.
///
/// That other statements imply more than is stated shows in the run itself. That they imply less is read off a run
/// without the statements about the clause's own edition, so that a clause does not bear itself out.
pub(crate) fn findings(case: Assessed<'_>, assumptions: &Assumptions, stated: &Inference<'_, '_>) -> Vec<Diagnostic> {
    let crosswalk = case.case.crosswalk;
    let mut findings = Vec::new();
    for edition in case.assessment.editions() {
        let others = crosswalk.infer(&crosswalk.without(assumptions, edition), case.case.settings.max_hops);
        for clause in crosswalk.requirements(edition) {
            let Assumption::Stated(level) = crosswalk.assumption(assumptions, clause) else { continue };
            let lower = others.level(clause).filter(|implied| (Level::Presumed..level).contains(implied));
            let difference = match (stated.implied(clause), lower) {
                (Some((implied @ Level::Presumed, chain)), _) => Some((Rule::StatedBelowPresumed, implied, chain)),
                (Some((implied, chain)), _) => Some((Rule::StatedBelowInferred, implied, chain)),
                (None, Some(implied)) => Some((Rule::StatedAboveInferred, implied, others.chain(clause))),
                (None, None) => None,
            };
            if let Some((rule, implied, chain)) = difference {
                findings.extend(finding(case, clause, rule, implied, &chain));
            }
        }
    }
    findings
}

fn finding(
    case: Assessed<'_>,
    clause: &ClauseId,
    rule: Rule,
    implied: Level,
    chain: &[&ClauseId],
) -> Option<Diagnostic> {
    let (carrier, statement) = case.case.crosswalk.statement(clause, case.assessment)?;
    let by = if carrier == clause { String::new() } else { format!(" (by {carrier})") };
    let message =
        format!("{clause} is {}{by}, and by other statements it is {implied}", super::words::status(statement.status));
    let chain = super::words::joined(chain, " → ");
    let help = format!("the chain is {chain}; what is stated is kept");
    Some(Diagnostic::new(rule, statement.span, message).help(help).subject(clause.to_string()))
}
