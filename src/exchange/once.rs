//! What several files of a run describe is taken from the first of them.

use std::collections::HashMap;

use super::content::Content;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw;
use crate::source::{FileId, Span};

/// Takes editions out that a file before describes in the same way, as with a document that is there in two forms. Two
/// that have one id and differ stay, for the loader to name them.
pub(super) fn catalogs(contents: &mut [(FileId, Content)]) {
    let mut seen: HashMap<String, (Span, Vec<String>)> = HashMap::new();
    for (_, content) in contents {
        let Content { catalogs, faults, .. } = content;
        catalogs.retain(|catalog| {
            let Some(id) = &catalog.id else { return true };
            let numbers = || catalog.clauses.iter().map(|clause| clause.id.value.to_string()).collect();
            match seen.get(id.value.as_str()) {
                None => {
                    seen.insert(id.value.to_string(), (catalog.span, numbers()));
                    true
                }
                Some((first, known)) if *known == numbers() => {
                    faults.push(again(&id.value, catalog.span, *first, "has the same clauses"));
                    false
                }
                Some(_) => true,
            }
        });
    }
}

/// Takes tables out that a file before holds in the same way.
pub(super) fn tables(contents: &mut [(FileId, Content)]) {
    let mut seen: HashMap<String, (Span, Vec<String>)> = HashMap::new();
    for (_, content) in contents {
        let Content { tables, faults, .. } = content;
        tables.retain(|table| {
            let Some(id) = &table.id else { return true };
            match seen.get(id.value.as_str()) {
                None => {
                    seen.insert(id.value.to_string(), (table.span, pairs(table)));
                    true
                }
                Some((first, known)) if *known == pairs(table) => {
                    faults.push(again(&id.value, table.span, *first, "has the same rows"));
                    false
                }
                Some(_) => true,
            }
        });
    }
}

/// The rows of a table, each as one text.
fn pairs(table: &raw::Relations) -> Vec<String> {
    let names = |texts: &[raw::Scalar]| texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(" ");
    let word = |text: &Option<raw::Scalar>| text.as_ref().map_or(String::new(), |text| text.value.to_string());
    let row = |row: &raw::Row| [names(&row.from), names(&row.to), word(&row.relation), word(&row.reverse)].join("\n");
    table.rows.iter().map(row).collect()
}

fn again(id: &str, span: Span, first: Span, why: &str) -> Diagnostic {
    let message = format!("{id} is already in another file and {why} there: it is left out here");
    Diagnostic::new(Rule::LeftOut, span, message).label(first, "first here").help("name one of the two files")
}
