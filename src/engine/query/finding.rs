//! Where what is stated differs from what follows from the other statements.

use std::collections::BTreeSet;

use crate::crosswalk::{Assumption, Assumptions, Implication, Inference, Level};
use crate::diagnostic::{Diagnostic, Rule, Said, SaidWord};
use crate::model::{ClauseId, Statement};
use crate::query::case::Assessed;
use crate::query::words;
use crate::source::Span;

/// What an assessment states otherwise than follows from its other statements.
///
/// What a statement proves goes as far as chains are followed, and what another one rules out goes as far to meet it. So two
/// statements contradict each other over twice as many rows as an answer depends on.
pub fn contradictions(case: Assessed<'_>) -> Vec<Diagnostic> {
    let (crosswalk, hops) = (case.case.crosswalk, case.case.settings.max_hops);
    let assumptions = crosswalk.assumptions(case.assessment);
    let stated = crosswalk.infer(&assumptions, hops);
    let mut findings = findings(case, &assumptions, &stated);
    let far = crosswalk.infer(&assumptions, hops.saturating_mul(2));
    for clause in case.assessment.editions().into_iter().flat_map(|edition| crosswalk.requirements(edition)) {
        let is_full = |implied: &Implication<'_>| implied.level == Level::Full;
        if !stated.implied(clause).as_ref().is_some_and(is_full) {
            findings
                .extend(far.implied(clause).filter(is_full).and_then(|implied| contradiction(case, clause, &implied)));
        }
    }
    findings
}

/// The differences, in the order of clauses. What is stated is kept; they are said, never settled. Only what is certain
/// contradicts a statement and is a warning; the rest are notes, since inference says what is known at the least.
///
/// That other statements imply more than is stated shows in the run itself. That they imply less is read off a run
/// without the statements about the clause's own edition, so that a clause does not bear itself out.
pub fn findings(case: Assessed<'_>, assumptions: &Assumptions, stated: &Inference<'_, '_>) -> Vec<Diagnostic> {
    let crosswalk = case.case.crosswalk;
    let mut findings = Vec::new();
    for edition in case.assessment.editions() {
        let others = crosswalk.infer(&crosswalk.without(assumptions, edition), case.case.settings.max_hops);
        for clause in crosswalk.requirements(edition) {
            let Assumption::Stated(level) = crosswalk.assumption(assumptions, clause) else { continue };
            let lower = others.level(clause).filter(|implied| (Level::Presumed..level).contains(implied));
            match (stated.implied(clause), lower) {
                (Some(implied), _) if implied.level == Level::Full => {
                    findings.extend(contradiction(case, clause, &implied));
                }
                (Some(implied), _) => {
                    let rule = match implied.level {
                        Level::Presumed => Rule::StatedBelowPresumed,
                        Level::None | Level::Partial | Level::Full => Rule::StatedBelowInferred,
                    };
                    findings.extend(finding(case, clause, rule, implied.level, &implied.chain));
                }
                (None, Some(implied)) => {
                    findings.extend(finding(case, clause, Rule::StatedAboveInferred, implied, &others.chain(clause)));
                }
                (None, None) => {}
            }
        }
    }
    findings
}

/// Two statements that cannot both be true: one of a clause that is not, or not wholly, in place, and one that proves that all of it is.
fn contradiction(case: Assessed<'_>, clause: &ClauseId, implied: &Implication<'_>) -> Option<Diagnostic> {
    let (carrier, statement) = case.case.crosswalk.statement(clause, case.assessment)?;
    let by = if carrier == clause { String::new() } else { format!(" (by {carrier})") };
    let others: Vec<(&ClauseId, &Statement)> =
        implied.origins.iter().filter_map(|origin| case.case.crosswalk.statement(origin, case.assessment)).collect();
    let names: BTreeSet<String> = others.iter().map(|(carrier, _)| carrier.to_string()).collect();
    let names: Vec<String> = names.into_iter().collect();
    let others_prove = match names.as_slice() {
        [name] => format!("the statement on {name} proves"),
        several => format!("the statements on {} prove", words::listed(several)),
    };
    let all_names = words::listed(&names);
    let message = format!(
        "{clause} is {}{by}, but {others_prove} that it is completely in place",
        words::status(statement.status)
    );
    let said = Said::new("finding-contradicted")
        .with("clause", SaidWord::Text(clause.to_string()))
        .with("status", SaidWord::Message(stated(clause, carrier, statement)))
        .with("others", SaidWord::Texts(names.clone()))
        .with("count", SaidWord::Count(names.len()));
    let chain = words::joined(&implied.chain, " → ");
    let help = format!(
        "the chain is {chain}: if {} is completely in place, state it as implemented; otherwise correct the statement on {all_names}, or the wrong row of the chain",
        clause.number
    );
    let finding = Diagnostic::new(Rule::StatementsContradict, statement.span, message).said(said).help(help);
    let spans: BTreeSet<Span> = others.iter().map(|(_, other)| other.span).collect();
    let finding = spans.into_iter().fold(finding, |finding, span| finding.label(span, "the other statement"));
    Some(finding.subject(clause.to_string()))
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
    let message = format!(
        "{clause} is {}{by}, but according to other statements it is {implied}",
        words::status(statement.status)
    );
    let chain = words::joined(chain, " → ");
    let help = format!("the chain is {chain}; the statement is unchanged");
    let level = match implied {
        Level::None => "level-none",
        Level::Presumed => "level-presumed",
        Level::Partial => "level-partial",
        Level::Full => "level-full",
    };
    let said = Said::new("finding-implied")
        .with("clause", SaidWord::Text(clause.to_string()))
        .with("status", SaidWord::Message(stated(clause, carrier, statement)))
        .with("level", SaidWord::Message(Said::new(level)));
    Some(Diagnostic::new(rule, statement.span, message).said(said).help(help).subject(clause.to_string()))
}

/// What is stated of a clause, and the heading that carries it where that is another clause.
fn stated(clause: &ClauseId, carrier: &ClauseId, statement: &Statement) -> Said {
    let status = Said::new(words::status_message(statement.status));
    match carrier == clause {
        true => status,
        false => Said::new("status-by")
            .with("status", SaidWord::Message(status))
            .with("clause", SaidWord::Text(carrier.to_string())),
    }
}
