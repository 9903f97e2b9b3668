//! What statements of sheets change in an assessment.

use super::Column;
use super::statements::Statements;
use crate::model::{Assessment, ClauseId, Library, Statement, Status};

/// The statements that an assessment has to take over to say what sheets say. What a sheet has no column for stays as
/// it is; an empty cell removes what was said. A row that only repeats what followed when the sheet was written is no
/// news where the assessment states it of the clause itself or of a heading above it.
pub fn changes(assessment: &Assessment, statements: &Statements, library: &Library) -> Vec<(ClauseId, Statement)> {
    let merged = |(clause, said): &(ClauseId, Statement)| {
        let before = assessment.statement(clause);
        if statements.derived.contains(&said.span) && is_stated(assessment, clause, library) {
            return None;
        }
        let after = before.map_or_else(|| said.clone(), |before| merged(before, said, statements));
        let is_news = before.is_none_or(|before| Statement { span: after.span, ..before.clone() } != after);
        is_news.then(|| (clause.clone(), after))
    };
    statements.list.iter().filter_map(merged).collect()
}

fn merged(before: &Statement, said: &Statement, statements: &Statements) -> Statement {
    fn chosen<T: Clone>(is_said: bool, said: &T, before: &T) -> T {
        if is_said { said.clone() } else { before.clone() }
    }
    let has = |column| statements.says(said, column);
    Statement {
        status: said.status,
        evidence: chosen(has(Column::Evidence), &said.evidence, &before.evidence),
        owner: chosen(has(Column::Owner), &said.owner, &before.owner),
        due: chosen(has(Column::Due), &said.due, &before.due),
        assessed: chosen(has(Column::Assessed), &said.assessed, &before.assessed),
        maturity: chosen(has(Column::Maturity), &said.maturity, &before.maturity),
        maturity_target: chosen(has(Column::MaturityTarget), &said.maturity_target, &before.maturity_target),
        effort: chosen(has(Column::Effort), &said.effort, &before.effort),
        // A clause that applies no longer has a reason why it does not.
        justification: match before.status == Status::NotApplicable && said.status != Status::NotApplicable {
            true if !has(Column::Justification) => None,
            _ => chosen(has(Column::Justification), &said.justification, &before.justification),
        },
        risks: chosen(has(Column::Risks), &said.risks, &before.risks),
        note: chosen(has(Column::Note), &said.note, &before.note),
        span: said.span,
    }
}

/// Whether an assessment states something of a clause, or of a heading above it.
fn is_stated(assessment: &Assessment, clause: &ClauseId, library: &Library) -> bool {
    let above = || {
        let catalog = library.catalog(&clause.edition)?;
        let numbers = catalog.ancestors(catalog.position(&clause.number)?);
        let mut ids = numbers
            .map(|at| ClauseId { edition: clause.edition.clone(), number: catalog.clauses()[at].number.clone() });
        Some(ids.any(|id| assessment.statement(&id).is_some()))
    };
    assessment.statement(clause).is_some() || above().unwrap_or(false)
}
