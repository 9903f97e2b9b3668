//! Assessments by chapters, as a table of coloured shares.

use crate::language::{Phrase, say};
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column, Heading, Table};

use super::kept::Kept;
use super::requirements::ChapterCount;
use super::target::TargetOverview;

/// The coverage of every chapter in every assessment that is kept: a line for each assessment for people, a row for each
/// pair for programs.
pub(super) fn tables(target: &TargetOverview, weight: f64) -> [Table; 2] {
    [for_people(target, weight), for_programs(target, weight)]
}

fn for_people(target: &TargetOverview, weight: f64) -> Table {
    let heading = |label: Phrase| Heading { key: label.to_string().into(), label, audience: Audience::People };
    let mut headings = vec![heading(say!("portfolio-heading-assessment"))];
    let size = |chapter: &ChapterCount| {
        heading(say!("portfolio-chapter", chapter = chapter.number.clone(), count = chapter.members.len()))
    };
    headings.extend(target.chapters.iter().map(size));
    let line = |kept: &Kept| {
        let name = Cell::text(&kept.standing.respondent.assessment);
        std::iter::once(name).chain(kept.chapters.iter().map(|tally| share(tally, weight))).collect()
    };
    Table {
        name: "heatmap",
        title: title(target),
        audience: Audience::People,
        headings,
        rows: target.first.iter().map(line).collect(),
        details: Vec::new(),
        choices: Vec::new(),
        cut: None,
        quiet: std::collections::BTreeSet::new(),
    }
}

struct Spot<'t> {
    kept: &'t Kept,
    chapter: &'t ChapterCount,
    tally: &'t Tally,
    weight: f64,
}

fn for_programs(target: &TargetOverview, weight: f64) -> Table {
    let mut spots: Vec<Spot<'_>> = Vec::new();
    for kept in &target.first {
        let chapters = target.chapters.iter().zip(&kept.chapters);
        spots.extend(chapters.map(|(chapter, tally)| Spot { kept, chapter, tally, weight }));
    }
    let columns = [
        Column::said(Audience::All, "target", "heading-target", |spot: &Spot<'_>| {
            Cell::text(spot.chapter.target.as_str())
        }),
        Column::said(Audience::All, "assessment", "portfolio-heading-assessment", |spot| {
            Cell::text(&spot.kept.standing.respondent.assessment)
        }),
        Column::said(Audience::All, "chapter", "heading-chapter", |spot| Cell::text(&spot.chapter.number)),
        Column::said(Audience::All, "applicable", "heading-number", |spot| Cell::count(spot.tally.applicable)),
        Column::said(Audience::All, "lower", "heading-guaranteed", |spot| Cell::share(spot.tally.lower())),
        Column::said(Audience::All, "coverage", "portfolio-heading-counted", |spot| share(spot.tally, spot.weight)),
    ];
    Table::of("heatmap", title(target), &columns, &spots).for_audience(Audience::Programs)
}

fn title(target: &TargetOverview) -> Phrase {
    say!("portfolio-heatmap", edition = &target.target)
}

fn share(tally: &Tally, weight: f64) -> Cell {
    toned(tally.coverage(weight))
}
