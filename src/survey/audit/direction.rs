//! Tables that have their ends swapped, laid out.

use super::section::Section;
use crate::audit::{Sign, Swapped};
use crate::diagnostic::{Diagnostic, Rule};
use crate::query::words::counted;
use crate::report::{Cell, Column, Part, Table};

/// Two tables as a row.
struct Line {
    table: String,
    other: String,
    sign: &'static str,
    pairs: usize,
    against: usize,
}

const SWAPPED: &[Column<Line>] = &[
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("other", "Other table", |line| Cell::text(&line.other)),
    Column::new("sign", "Evidence", |line| Cell::text(line.sign)),
    Column::new("pairs", "Pairs that show it", |line| Cell::count(line.pairs)),
    Column::new("against", "Pairs against it", |line| Cell::count(line.against)),
];

pub(super) fn section(swapped: &[Swapped<'_>]) -> Section {
    let mut section = Section::default();
    if !swapped.is_empty() {
        let pairs = counted(swapped.len(), "pair of tables", "pairs of tables");
        section.lead.push(format!("In {pairs}, one table may have its ends swapped."));
        let line = |swapped: &Swapped<'_>| Line {
            table: swapped.table.id.to_string(),
            other: swapped.other.id.to_string(),
            sign: match swapped.sign {
                Sign::Strengths => "strengths",
                Sign::Advice => "what remains to be done",
            },
            pairs: swapped.rows.len(),
            against: swapped.against,
        };
        let lines: Vec<Line> = swapped.iter().map(line).collect();
        section.parts.push(Part::Table(Table::of("swapped", "Tables that may have swapped ends", SWAPPED, &lines)));
    }
    section.findings.extend(swapped.iter().filter_map(of_swapped));
    section
}

fn of_swapped(swapped: &Swapped<'_>) -> Option<Diagnostic> {
    let [own, other] = swapped.rows.first()?;
    let pairs = counted(swapped.rows.len(), "pair", "pairs");
    let message = match swapped.sign {
        Sign::Strengths => format!(
            "{} and {} contradict each other on {pairs}, but agree on all of them if from and to are swapped in one of the two",
            swapped.table.id, swapped.other.id
        ),
        Sign::Advice => format!(
            "what remains to be done for one side in {} is, word for word, what remains to be done for the other side in {}, on {pairs}",
            swapped.table.id, swapped.other.id
        ),
    };
    let help = "check which of the two has the opposite direction to its header, and swap its `from` and `to`, or its `add` and `add-reverse`";
    let fault = Diagnostic::new(Rule::SwappedEnds, own.relation.span, message).help(help);
    Some(fault.label(other.relation.span, "the first of them in the other table"))
}
