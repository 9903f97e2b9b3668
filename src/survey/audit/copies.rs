//! Tables that repeat other tables, laid out.

use super::amounts::{amount, amount_of};
use super::section::Section;
use crate::audit::{Amount, Copy, Original};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Table as RelationTable;
use crate::query::words::{counted, listed};
use crate::report::{Cell, Column, Part, Table};

/// A copy as a row.
struct Line {
    table: String,
    how: &'static str,
    of: String,
    pairs: Amount,
    original_pairs: Amount,
    strengths: Amount,
    proven: Amount,
    or: String,
}

const COPIES: &[Column<Line>] = &[
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("how", "How", |line| Cell::text(line.how)),
    Column::new("of", "Of", |line| Cell::text(&line.of)),
    Column::new("pairs", "Its pairs", |line| Cell::count(line.pairs.of)),
    Column::new("shared", "In both", |line| Cell::count(line.pairs.count)),
    Column::for_programs("shared-share", |line| Cell::share(line.pairs.share())),
    Column::new("original-pairs", "Pairs of the other", |line| Cell::count(line.original_pairs.of)),
    Column::for_programs("original-share", |line| Cell::share(line.original_pairs.share())),
    Column::new("strengths", "Same strength", |line| Cell::count(line.strengths.count)),
    Column::for_programs("strengths-share", |line| Cell::share(line.strengths.share())),
    Column::new("proven", "Proven", |line| Cell::count(line.proven.count)),
    Column::new("or", "Or instead", |line| Cell::text(&line.or)),
];

pub(super) fn section(copies: &[Copy<'_>]) -> Section {
    if copies.is_empty() {
        return Section::default();
    }
    let line = |copy: &Copy<'_>| Line {
        table: copy.table.id.to_string(),
        how: match copy.original {
            Original::Composed(..) => "composed",
            Original::Turned(_) => "reversed",
            Original::Repeated(_) => "repeated",
        },
        of: names(&copy.original.tables(), " "),
        pairs: copy.pairs,
        original_pairs: copy.original_pairs,
        strengths: copy.strengths,
        proven: copy.proven,
        or: names(&copy.or, " "),
    };
    let lines: Vec<Line> = copies.iter().map(line).collect();
    let copying = counted(copies.len(), "table repeats other tables", "tables repeat other tables");
    Section {
        lead: vec![format!("{copying} without stating it, so this is no confirmation of those.")],
        parts: vec![Part::Table(Table::of("copies", "Tables that repeat other tables", COPIES, &lines))],
        findings: findings(copies),
    }
}

/// One for each table that others compose, and one for all tables that repeat one.
fn findings(copies: &[Copy<'_>]) -> Vec<Diagnostic> {
    let mut groups: Vec<Vec<&Copy<'_>>> = Vec::new();
    for copy in copies {
        let original = copy.original.tables()[0];
        let is_of = |group: &&mut Vec<&Copy<'_>>| {
            group[0].original.tables()[0].id == original.id || group.iter().any(|known| known.table.id == original.id)
        };
        let repeats = |group: &&mut Vec<&Copy<'_>>| !matches!(group[0].original, Original::Composed(..));
        match groups.iter_mut().filter(repeats).find(is_of) {
            Some(group) if !matches!(copy.original, Original::Composed(..)) => group.push(copy),
            Some(_) | None => groups.push(vec![copy]),
        }
    }
    let of_group = |group: &Vec<&Copy<'_>>| match group.as_slice() {
        [copy] => finding(copy),
        several => finding_of_group(several),
    };
    groups.iter().map(of_group).collect()
}

/// Several tables that repeat one: a finding at the first of them, with the places of all others.
fn finding_of_group(copies: &[&Copy<'_>]) -> Diagnostic {
    let original = copies[0].original.tables()[0];
    let named = |copy: &&Copy<'_>| match copy.original {
        Original::Turned(other) if other.id == original.id => format!("{} (reversed)", copy.table.id),
        Original::Turned(other) => format!("{} ({} reversed)", copy.table.id, other.id),
        Original::Repeated(_) | Original::Composed(..) => copy.table.id.to_string(),
    };
    let names: Vec<String> = copies.iter().map(named).collect();
    let message = format!("{} repeat {}: all of its {}", listed(&names), original.id, pairs(copies[0]));
    let help = format!(
        "{} not independent evidence: keep one, or add `derived-from: [{}]` to the others",
        counted(copies.len() + 1, "table is", "tables are"),
        original.id
    );
    let fault = Diagnostic::new(Rule::CopiedTable, copies[0].table.span, message).help(help);
    let others = copies[1..].iter().map(|copy| copy.table).chain([original]);
    others.fold(fault, |fault, other| fault.label(other.span, "says the same"))
}

fn finding(copy: &Copy<'_>) -> Diagnostic {
    let table = copy.table;
    let message = match copy.original {
        Original::Composed(first, second) => format!(
            "{} of {} are those that {} and {} give together",
            amount_of(copy.pairs, "pair", "pairs"),
            table.id,
            first.id,
            second.id
        ),
        Original::Turned(other) => {
            format!("{} is {} reversed: all of its {}", table.id, other.id, pairs(copy))
        }
        Original::Repeated(other) => {
            format!("{} repeats {}: all of its {}", table.id, other.id, pairs(copy))
        }
    };
    let help = match copy.original {
        Original::Composed(..) => {
            let or = match copy.or.as_slice() {
                [] => String::new(),
                or => format!("; it is equally possible that {} was derived", ids(or).join(" or ")),
            };
            format!(
                "{} of the pairs of the two are in it; with the strength of the weaker row: {}; proven by the two: {}{or}. If it was derived \
                 from them, add `derived-from: [{}]`; it confirms neither of them",
                amount(copy.original_pairs),
                amount(copy.strengths),
                amount(copy.proven),
                names(&copy.original.tables(), ", ")
            )
        }
        Original::Turned(other) => format!(
            "rows are used in both directions: remove it, or add `derived-from: [{}]`; the two do not confirm each other",
            other.id
        ),
        Original::Repeated(other) => {
            format!("remove it, or add `derived-from: [{}]`; the two do not confirm each other", other.id)
        }
    };
    let fault = Diagnostic::new(Rule::CopiedTable, table.span, message).help(help);
    copy.original.tables().into_iter().fold(fault, |fault, other| fault.label(other.span, "says the same"))
}

fn pairs(copy: &Copy<'_>) -> String {
    counted(copy.pairs.of, "pair", "pairs")
}

fn ids(tables: &[&RelationTable]) -> Vec<String> {
    tables.iter().map(|table| table.id.to_string()).collect()
}

fn names(tables: &[&RelationTable], between: &str) -> String {
    ids(tables).join(between)
}
