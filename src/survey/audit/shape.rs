//! The shapes of tables, laid out.

use std::collections::BTreeMap;

use super::section::Section;
use crate::audit::{Amount, Chapter, ChapterState, Fan, Shape};
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{ClauseId, EditionId, Strength};
use crate::query::words::{self, counted};
use crate::report::{Audience, Cell, Column, Part, Table, Tone};

/// A shape as a row.
struct Line {
    table: String,
    rows: usize,
    /// Full, partial, related, none.
    strengths: [usize; 4],
    with_add: Amount,
    with_reverse: Amount,
    at_headings: usize,
    joint: usize,
    twice: usize,
    /// High, medium, low.
    confidences: [usize; 3],
    not_mapped: usize,
}

const SHAPES: &[Column<Line>] = &[
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("rows", "Rows", |line| Cell::count(line.rows)),
    Column::for_programs("full", |line| Cell::count(line.strengths[0])),
    Column::for_programs("partial", |line| Cell::count(line.strengths[1])),
    Column::for_programs("related", |line| Cell::count(line.strengths[2])),
    Column::for_programs("none", |line| Cell::count(line.strengths[3])),
    Column::for_people("With add", |line| of(line.with_add)),
    Column::for_programs("with-add", |line| Cell::count(line.with_add.count)),
    Column::for_programs("could-have-add", |line| Cell::count(line.with_add.of)),
    Column::for_people("With a reverse", |line| of(line.with_reverse)),
    Column::for_programs("with-reverse", |line| Cell::count(line.with_reverse.count)),
    Column::for_programs("could-have-reverse", |line| Cell::count(line.with_reverse.of)),
    Column::new("at-headings", "At headings", |line| Cell::count(line.at_headings)),
    Column::for_programs("joint", |line| Cell::count(line.joint)),
    Column::for_programs("twice", |line| Cell::count(line.twice)),
    Column::for_programs("high", |line| Cell::count(line.confidences[0])),
    Column::for_programs("medium", |line| Cell::count(line.confidences[1])),
    Column::for_programs("low", |line| Cell::count(line.confidences[2])),
    Column::new("not-mapped", "Chapters not mapped", |line| Cell::count(line.not_mapped)),
];

fn line(shape: &Shape<'_>) -> Line {
    let is_left = |chapter: &&Chapter| chapter.state == ChapterState::NotMapped;
    Line {
        table: shape.table.id.to_string(),
        rows: shape.at_headings.of,
        strengths: shape.strengths.map(|(_, count)| count),
        with_add: shape.with_add,
        with_reverse: shape.with_reverse,
        at_headings: shape.at_headings.count,
        joint: shape.joint.count,
        twice: shape.twice,
        confidences: shape.confidences.map(|(_, amount)| amount.count),
        not_mapped: shape.chapters.iter().flatten().filter(is_left).count(),
    }
}

/// A chapter as a row.
struct ChapterLine {
    table: String,
    chapter: ClauseId,
    requirements: usize,
    state: ChapterState,
}

const CHAPTERS: &[Column<ChapterLine>] = &[
    Column::new("table", "Table", |line| Cell::text(&line.table)),
    Column::new("chapter", "Chapter", |line| Cell::refs([&line.chapter])),
    Column::new("requirements", "Requirements", |line| Cell::count(line.requirements)),
    Column::new("state", "State", |line| match line.state {
        ChapterState::NotMapped => Cell::word("not mapped yet", Tone::Unsure),
        ChapterState::NotMappedInPart => Cell::word("not mapped in part", Tone::Unsure),
        ChapterState::NoCounterpart => Cell::word("no counterpart, reason not always given", Tone::Middling),
        ChapterState::NoCounterpartWithReason => Cell::word("no counterpart", Tone::Plain),
        ChapterState::Mapped => Cell::word("mapped", Tone::Good),
    }),
];

/// A count with its total.
fn of(amount: Amount) -> Cell {
    Cell::text(format!("{} of {}", amount.count, amount.of))
}

pub(super) fn count(shape: &Shape<'_>, strength: Strength) -> usize {
    shape.strengths.iter().find(|(known, _)| *known == strength).map_or(0, |(_, count)| *count)
}

pub(super) fn section(shapes: &[Shape<'_>]) -> Section {
    let chapters: Vec<ChapterLine> = shapes.iter().flat_map(chapter_lines).collect();
    let lines: Vec<Line> = shapes.iter().map(line).collect();
    let mut parts = vec![Part::Table(Table::of("shape", "Shape of the tables", SHAPES, &lines))];
    if !chapters.is_empty() {
        let title = "Chapters that are not mapped, or have no counterpart";
        parts.push(Part::Table(Table::of("chapters", title, CHAPTERS, &chapters).for_audience(Audience::Programs)));
    }
    let fans = shapes.iter().flat_map(|shape| shape.fans.iter().map(of_fan));
    let mut beside: BTreeMap<[&EditionId; 2], Vec<&Shape<'_>>> = BTreeMap::new();
    for shape in shapes {
        beside.entry(ends(shape)).or_default().push(shape);
    }
    let left_out = shapes.iter().filter_map(|shape| of_left_out(shape, &beside[&ends(shape)]));
    Section { lead: Vec::new(), parts, findings: fans.chain(left_out).collect() }
}

fn chapter_lines(shape: &Shape<'_>) -> Vec<ChapterLine> {
    let told = shape.chapters.iter().flatten().filter(|chapter| chapter.state != ChapterState::Mapped);
    let line = |chapter: &Chapter| ChapterLine {
        table: shape.table.id.to_string(),
        chapter: chapter.clause.clone(),
        requirements: chapter.requirements,
        state: chapter.state,
    };
    told.map(line).collect()
}

fn of_fan(fan: &Fan) -> Diagnostic {
    let Fan { clause, requirements, span } = fan;
    let message = format!(
        "{clause} is related to {} of the {} of the other edition",
        requirements.count,
        counted(requirements.of, "requirement", "requirements")
    );
    let help = "keep the rows of requirements that certainly have something in common with it; what applies to a whole edition is better stated for its headings, or as `related`";
    Diagnostic::new(Rule::WideFan, *span, message).help(help)
}

/// The editions of a table, whichever of them it starts from.
fn ends<'t>(shape: &Shape<'t>) -> [&'t EditionId; 2] {
    let (from, to) = (&shape.table.from, &shape.table.to);
    if from <= to { [from, to] } else { [to, from] }
}

/// The chapters of `to` that neither the table nor another audited one examines. `beside` are all audited tables between the
/// same editions.
fn of_left_out(shape: &Shape<'_>, beside: &[&Shape<'_>]) -> Option<Diagnostic> {
    let table = shape.table;
    let is_seen = |clause: &ClauseId| {
        let chapters = beside.iter().flat_map(|other| other.chapters.iter().flatten());
        chapters.filter(|chapter| chapter.clause == *clause).any(|chapter| chapter.state != ChapterState::NotMapped)
    };
    // One of several tables speaks for all.
    let speaks = beside.iter().find(|other| other.table.to == table.to)?;
    let [_, of_to] = &shape.chapters;
    let left: Vec<&Chapter> = of_to.iter().filter(|chapter| !is_seen(&chapter.clause)).collect();
    if left.is_empty() || speaks.table.id != table.id || shape.at_headings.of == 0 {
        return None;
    }
    let numbers: Vec<String> = left.iter().map(|chapter| chapter.clause.number.to_string()).collect();
    let requirements: usize = left.iter().map(|chapter| chapter.requirements).sum();
    let message = format!(
        "{} of {} {} not mapped by {}: {}, with {}",
        counted(left.len(), "chapter", "chapters"),
        table.to,
        if left.len() == 1 { "is" } else { "are" },
        table.id,
        words::some_of(&numbers),
        counted(requirements, "requirement", "requirements")
    );
    let help = "examine them; if a chapter has no counterpart, state `relation: none` with the reason as its note";
    Some(Diagnostic::new(Rule::ChapterNotMapped, table.span, message).help(help))
}
