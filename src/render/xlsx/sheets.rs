//! The sheets of a workbook: what of a document is on which.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{chart, name};
use crate::language::DocumentLanguage;
use crate::report::{ANSWER, Chart, Document, Part, Table};

/// A sheet after the front sheet: a table, or a chart with the table of its numbers.
pub(super) struct Sheet<'d> {
    pub(super) name: String,
    pub(super) table: Cow<'d, Table>,
    pub(super) chart: Option<&'d Chart>,
    /// Whether it holds the answer itself.
    pub(super) is_answer: bool,
}

/// The tables that are on the front sheet because they have its name, and the other sheets: the answer itself, then the
/// others in reading order. A table
/// for programs is among them where people have none of its name.
pub(super) fn sheets(document: &Document, language: DocumentLanguage) -> (Vec<&Table>, Vec<Sheet<'_>>) {
    let front = name::front(language);
    let for_people: BTreeSet<&str> =
        document.tables().filter(|table| table.audience.has_people()).map(|table| table.name).collect();
    let (mut on_front, mut behind) = (Vec::new(), Vec::new());
    for part in &document.parts {
        match part {
            Part::Table(table) if !table.audience.has_people() && for_people.contains(table.name) => {}
            Part::Table(table) if table.title == front => on_front.push(table),
            Part::Table(table) => behind.push((Cow::Borrowed(table), None)),
            Part::Chart(chart) => behind.push((Cow::Owned(chart::numbers(chart, language)), Some(chart))),
            // What these show is in tables.
            Part::Section(_) | Part::Tree(_) | Part::Entry(_) | Part::Graph(_) | Part::Schedule(_) | Part::Plot(_) => {}
        }
    }
    // The sort keeps the order of reading among those that are alike.
    behind.sort_by_key(|(table, _): &(Cow<'_, Table>, _)| table.name != ANSWER);
    let names = name::names(behind.iter().map(|(table, _)| table.title.as_str()), language);
    let sheets = names.into_iter().zip(behind).map(|(name, (table, chart))| {
        let is_answer = table.name == ANSWER;
        Sheet { name, table, chart, is_answer }
    });
    (on_front, sheets.collect())
}
