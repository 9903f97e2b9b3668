//! What is to be done about a requirement, in sentences.

use crate::language::{Phrase, say};
use crate::model::ClauseId;
use crate::query::action::Action;
use crate::query::gap_row::GapRow;
use crate::query::words;

/// What is to be done about a requirement; clauses are named in full.
pub fn what_to_do(row: &GapRow) -> Phrase {
    tasks(row, &row.add, &ToString::to_string)
}

/// The same with the clauses of the one base edition by number alone.
pub fn what_to_do_in_short(row: &GapRow) -> Phrase {
    tasks(row, &row.add_in_words, &|clause| row.short(clause))
}

fn tasks(row: &GapRow, add: &Phrase, name: &dyn Fn(&ClauseId) -> String) -> Phrase {
    let listed = |clauses: &mut dyn Iterator<Item = &ClauseId>| Phrase::list(clauses.map(name));
    let first = listed(&mut row.prerequisites.iter().filter(|clause| !row.unassessed.contains(clause)));
    let to_assess = listed(&mut row.unassessed.iter());
    let complete = (!first.is_empty()).then(|| say!("task-complete", clauses = &first));
    let assess = (!to_assess.is_empty()).then(|| say!("task-assess", clauses = to_assess));
    let summary = row.summary.as_ref().map(|summary| summary.trim());
    let start: Vec<Phrase> = match row.action {
        Action::None => vec![say!("task-none")],
        Action::Extend if row.hops == Some(0) => vec![match summary {
            Some(summary) => say!("task-extend-summary", text = summary),
            None => say!("task-extend"),
        }],
        Action::Extend => complete.into_iter().chain(assess).collect(),
        Action::Verify => {
            let from: Vec<String> = row.contributors.iter().map(|contributor| name(&contributor.clause)).collect();
            let check = say!("task-verify", clauses = words::some_of(&from));
            std::iter::once(check).chain(complete).chain(assess).collect()
        }
        Action::Implement if first.is_empty() => vec![match summary {
            Some(summary) => say!("task-implement-summary", text = summary),
            None => say!("task-implement"),
        }],
        Action::Implement => vec![say!("task-implement-first", clauses = first)],
        Action::Assess => vec![say!("task-assess", clauses = first)],
        Action::Build => vec![match summary {
            Some(summary) => say!("task-build-summary", text = summary),
            None => say!("task-build"),
        }],
    };
    let add = (!add.is_empty()).then(|| add.clone().as_sentence());
    Phrase::joined(start.into_iter().chain(add), " ")
}
