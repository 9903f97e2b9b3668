//! What is to be done about a requirement, in sentences.

use crate::model::ClauseId;
use crate::query::action::Action;
use crate::query::gap_row::GapRow;
use crate::query::words;

/// What is to be done about a requirement; clauses are named in full.
pub(crate) fn what_to_do(row: &GapRow) -> String {
    tasks(row, &row.add, &ToString::to_string)
}

/// The same with the clauses of the one base edition by number alone.
pub(crate) fn what_to_do_in_short(row: &GapRow) -> String {
    tasks(row, &row.add_in_words, &|clause| row.short(clause))
}

fn tasks(row: &GapRow, add: &str, name: &dyn Fn(&ClauseId) -> String) -> String {
    let listed = |clauses: &mut dyn Iterator<Item = &ClauseId>| words::listed(&clauses.map(name).collect::<Vec<_>>());
    let first = listed(&mut row.prerequisites.iter().filter(|clause| !row.unassessed.contains(clause)));
    let to_assess = listed(&mut row.unassessed.iter());
    let complete = [("Complete", &first), ("Assess", &to_assess)];
    let complete: Vec<String> = complete
        .iter()
        .filter(|(_, clauses)| !clauses.is_empty())
        .map(|(verb, clauses)| format!("{verb} {clauses}."))
        .collect();
    let complete = complete.join(" ");
    let summary = row.summary.as_ref();
    let start = match row.action {
        Action::None => "Nothing to do.".to_owned(),
        Action::Extend if row.hops == Some(0) => words::with_summary("Complete what is only partly in place", summary),
        Action::Extend => complete,
        Action::Verify => {
            let from: Vec<String> = row.contributors.iter().map(|contributor| name(&contributor.clause)).collect();
            let check =
                format!("Check how much is already in place; part of it may follow from {}.", words::some_of(&from));
            if complete.is_empty() { check } else { format!("{check} {complete}") }
        }
        Action::Implement if first.is_empty() => words::with_summary("Implement it", summary),
        Action::Implement => format!("Implement {first}."),
        Action::Assess => format!("Assess {first}."),
        Action::Build => words::with_summary("Implement in full", summary),
    };
    [start, capitalized(&add.replace(".; ", ". "))]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text as the beginning of a sentence.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
