//! Rows that cover more than the rows below them say, laid out.

use super::section::Section;
use crate::audit::{ChapterRow, Outrun, Said};
use crate::crosswalk::Step;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::ClauseId;
use crate::query::words::{self, counted};
use crate::report::{Audience, Cell, Column, Part, Table, Tone};

/// A chapter row as a row.
struct Line {
    row: String,
    heading: ClauseId,
    below: usize,
    outrun: usize,
    /// Said in part, not at all, nothing said.
    counts: [usize; 3],
    alone: usize,
    table: String,
}

const CHAPTERS: &[Column<Line>] = &[
    Column::new("row", "Row", |line| Cell::text(&line.row)),
    Column::for_programs("heading", |line| Cell::refs([&line.heading])),
    Column::new("below", "Requirements below", |line| Cell::count(line.below)),
    Column::new("outrun", "Covered only by it", |line| Cell::count(line.outrun)),
    Column::new("partial", "Own rows: partial", |line| Cell::count(line.counts[0])),
    Column::new("none", "Own rows: none", |line| Cell::count(line.counts[1])),
    Column::new("nothing", "No own row", |line| Cell::count(line.counts[2])),
    Column::new("alone", "No other chapter row", |line| Cell::count(line.alone)),
    Column::new("table", "Table", |line| Cell::text(&line.table)),
];

/// A requirement that a chapter row covers, as a row.
struct ClauseLine {
    heading: ClauseId,
    requirement: ClauseId,
    said: (&'static str, Tone),
    by: Option<String>,
    is_alone: bool,
    table: String,
}

const CLAUSES: &[Column<ClauseLine>] = &[
    Column::new("heading", "Heading", |line| Cell::refs([&line.heading])),
    Column::new("requirement", "Requirement", |line| Cell::refs([&line.requirement])),
    Column::new("said", "Rows at its own level say", |line| Cell::word(line.said.0, line.said.1)),
    Column::new("by", "By", |line| Cell::maybe(line.by.as_ref())),
    Column::new("alone", "No other chapter row", |line| Cell::Boolean(line.is_alone)),
    Column::new("table", "Table", |line| Cell::text(&line.table)),
];

pub(super) fn section(chapters: &[ChapterRow<'_>]) -> Section {
    if chapters.is_empty() {
        return Section::default();
    }
    let rows = counted(chapters.len(), "row covers a chapter", "rows cover chapters");
    let mut clauses: Vec<&ClauseId> =
        chapters.iter().flat_map(|chapter| &chapter.outrun).map(|one| &one.requirement).collect();
    clauses.sort_unstable();
    clauses.dedup();
    let requirements = counted(clauses.len(), "requirement", "requirements");
    let by_clause: Vec<ClauseLine> = chapters.iter().flat_map(clause_lines).collect();
    let mut by_row: Vec<Line> = chapters.iter().map(line).collect();
    by_row.sort_by_key(|line| std::cmp::Reverse(line.outrun));
    let title = "Chapter rows that say more than the rows below them";
    let by_clause = Table::of("chapter-clauses", "What they cover alone", CLAUSES, &by_clause);
    Section {
        lead: vec![format!("{rows}, including {requirements} below that no row at their own level covers.")],
        parts: vec![
            Part::Table(Table::of("chapter-rows", title, CHAPTERS, &by_row)),
            Part::Table(by_clause.for_audience(Audience::Programs)),
        ],
        findings: chapters.iter().map(finding).collect(),
    }
}

fn line(chapter: &ChapterRow<'_>) -> Line {
    Line {
        row: says(chapter),
        heading: chapter.heading.clone(),
        below: chapter.below,
        outrun: chapter.outrun.len(),
        counts: chapter.counts(),
        alone: chapter.outrun.iter().filter(|outrun| outrun.is_alone).count(),
        table: chapter.row.table.id.to_string(),
    }
}

fn clause_lines(chapter: &ChapterRow<'_>) -> Vec<ClauseLine> {
    let line = |outrun: &Outrun<'_>| ClauseLine {
        heading: chapter.heading.clone(),
        requirement: outrun.requirement.clone(),
        said: match outrun.said {
            Said::Nothing => ("nothing", Tone::Quiet),
            Said::None(_) => ("none", Tone::Bad),
            Said::Partial(_) => ("partial", Tone::Middling),
        },
        by: match outrun.said {
            Said::Nothing | Said::None(None) => None,
            Said::None(Some(row)) | Said::Partial(row) => Some(row.table.id.to_string()),
        },
        is_alone: outrun.is_alone,
        table: chapter.row.table.id.to_string(),
    };
    chapter.outrun.iter().map(line).collect()
}

fn says(chapter: &ChapterRow<'_>) -> String {
    let row = chapter.row;
    words::step(&Step { table: row.table, relation: row.relation, direction: chapter.direction }).into()
}

fn finding(chapter: &ChapterRow<'_>) -> Diagnostic {
    let [partial, none, nothing] = chapter.counts();
    let rule = if partial + none > 0 { Rule::ChapterOutrunsClauses } else { Rule::ChapterAlone };
    let counts = [
        (partial, counted(partial, "is covered in part", "are covered in part")),
        (none, counted(none, "has nothing in common", "have nothing in common")),
        (nothing, counted(nothing, "has no row", "have no row")),
    ];
    let said: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    let message = format!(
        "{}, and so {}; at their own level, {}",
        says(chapter),
        match (chapter.outrun.len(), chapter.below) {
            (outrun, below) if outrun == below =>
                format!("all {} below it", counted(below, "requirement", "requirements")),
            (outrun, below) => format!(
                "{outrun} of the {} below it that they do not cover",
                counted(below, "requirement", "requirements")
            ),
        },
        words::listed(&said)
    );
    let help = match rule {
        Rule::ChapterAlone => {
            "write rows for the requirements, or make sure that the row is true for each of them: they have not been examined one by one"
        }
        _ => {
            "state full for a chapter only if each of its requirements is covered; otherwise remove the row and keep those below it"
        }
    };
    let mut fault = Diagnostic::new(rule, chapter.row.relation.span, message).help(help);
    const SHOWN: usize = 3;
    let places = chapter.outrun.iter().filter_map(|outrun| match outrun.said {
        Said::Nothing | Said::None(None) => None,
        Said::None(Some(row)) => Some((row.relation.span, format!("none for {}", outrun.requirement))),
        Said::Partial(row) => Some((row.relation.span, format!("partial for {}", outrun.requirement))),
    });
    for (span, text) in places.take(SHOWN) {
        fault = fault.label(span, text);
    }
    fault
}
