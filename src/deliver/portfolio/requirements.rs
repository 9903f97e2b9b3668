//! How many assessments have a requirement, or a chapter, at which level.

use crate::crosswalk::Level;
use crate::language::say;
use crate::model::{ClauseId, EditionId};
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column, Table};
use crate::source::Text;

/// How many assessments have one requirement at which level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelCounts {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// The assessments in which it applies, by level.
    pub tally: Tally,
    /// The assessments in which it does not.
    pub not_applicable: usize,
}

impl LevelCounts {
    pub(super) fn new(clause: ClauseId, title: Text) -> Self {
        Self { clause, title, tally: Tally::default(), not_applicable: 0 }
    }

    pub(super) fn add(&mut self, level: Option<Level>) {
        match level {
            None => self.not_applicable += 1,
            Some(level) => super::roll_up::add(&mut self.tally, &Tally::of([Some(level)])),
        }
    }

    /// How many assessments would come forward if it were in place in all in which it applies.
    pub fn brought_forward(&self) -> usize {
        self.tally.applicable - self.tally.full
    }
}

/// The requirements of a chapter in all assessments together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterCount {
    /// The target.
    pub target: EditionId,
    /// The number of the chapter.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The places of its requirements among those of the target.
    pub members: Vec<usize>,
    /// Its requirements in all assessments, by level.
    pub tally: Tally,
    /// In how many assessments it has the lowest coverage of all chapters, alone or with others.
    pub lowest_in: usize,
}

const REQUIREMENTS: &[Column<LevelCounts>] = &[
    Column::for_programs("clause", |row| Cell::refs([&row.clause])),
    Column::said(Audience::People, "clause-number", "heading-clause", |row| Cell::text(row.clause.number.as_str())),
    Column::said(Audience::All, "title", "heading-requirement", |row| Cell::text(&row.title)),
    Column::said(Audience::All, "applicable", "heading-number", |row| Cell::count(row.tally.applicable)),
    Column::said(Audience::All, "full", "heading-full", |row| Cell::count(row.tally.full)),
    Column::said(Audience::All, "partial", "heading-part", |row| Cell::count(row.tally.partial)),
    Column::said(Audience::All, "presumed", "heading-presumed-short", |row| Cell::count(row.tally.presumed)),
    Column::said(Audience::All, "none", "heading-none", |row| Cell::count(row.tally.none())),
    Column::said(Audience::All, "not-applicable", "portfolio-heading-not-applicable", |row| {
        Cell::count(row.not_applicable)
    }),
    Column::said(Audience::All, "lower", "heading-in-place", |row| toned(row.tally.lower())),
];

/// The requirements of a target, each with how many assessments have it at which level.
pub(super) fn table(target: &EditionId, counts: &[LevelCounts]) -> Table {
    Table::of("requirements", say!("portfolio-requirements", edition = target), REQUIREMENTS, counts)
}

struct Line<'c>(&'c ChapterCount, f64);

/// The chapters of a target, the least covered first.
pub(super) fn chapters(target: &EditionId, chapters: &[ChapterCount], weight: f64) -> Table {
    let mut lines: Vec<Line<'_>> = chapters.iter().map(|chapter| Line(chapter, weight)).collect();
    let share = |line: &Line<'_>| line.0.tally.coverage(weight).unwrap_or(f64::INFINITY);
    // Those of one share stay in the order of the catalog.
    lines.sort_by(|one, other| share(one).total_cmp(&share(other)));
    let columns = [
        Column::for_programs("target", |line: &Line<'_>| Cell::text(line.0.target.as_str())),
        Column::said(Audience::All, "chapter", "heading-chapter", |line| Cell::text(&line.0.number)),
        Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.0.title)),
        Column::said(Audience::All, "applicable", "heading-number", |line| Cell::count(line.0.tally.applicable)),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| Cell::share(line.0.tally.lower())),
        Column::said(Audience::All, "coverage", "portfolio-heading-counted", |line| {
            toned(line.0.tally.coverage(line.1))
        }),
        Column::said(Audience::All, "upper", "heading-up-to", |line| Cell::share(line.0.tally.upper())),
        Column::said(Audience::All, "lowest-in", "portfolio-heading-lowest-in", |line| Cell::count(line.0.lowest_in)),
    ];
    Table::of("chapters", say!("portfolio-chapters", edition = target), &columns, &lines)
}
