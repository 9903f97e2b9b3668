//! Assessments ranked by their coverage, and those that are far from the others.

use crate::language::{Phrase, say};
use crate::query::tally::share_tone;
use crate::report::{Audience, Cell, Column, Table};

use super::distribution::{Distribution, Fences};
use super::kept::Kept;
use super::target::TargetOverview;

struct Line<'t> {
    kept: &'t Kept,
    share: f64,
    distribution: &'t Distribution,
}

impl Line<'_> {
    fn rank(&self) -> usize {
        self.distribution.rank(self.share)
    }

    /// How many others have the same share.
    fn tied(&self) -> usize {
        self.distribution.count_of(self.share) - 1
    }
}

fn lines<'t>(target: &'t TargetOverview, kept: Vec<&'t Kept>, weight: f64) -> Vec<Line<'t>> {
    let line = |kept: &'t Kept| {
        Some(Line { kept, share: kept.standing.tally.coverage(weight)?, distribution: &target.distribution })
    };
    kept.into_iter().filter_map(line).collect()
}

fn columns<'t>() -> [Column<Line<'t>>; 9] {
    [
        Column::for_programs("target", |line: &Line<'_>| Cell::text(line.kept.standing.target.as_str())),
        Column::for_programs("rank", |line| Cell::count(line.rank())),
        Column::said(Audience::People, "rank-in-words", "portfolio-heading-rank", |line| match line.tied() {
            0 => Cell::text(line.rank().to_string()),
            _ => Cell::text(format!("{}=", line.rank())),
        }),
        Column::for_programs("tied", |line| Cell::count(line.tied())),
        Column::said(Audience::All, "assessment", "portfolio-heading-assessment", |line| {
            Cell::text(&line.kept.standing.respondent.assessment)
        }),
        Column::said(Audience::All, "organization", "portfolio-heading-organization", |line| {
            Cell::text(&line.kept.standing.respondent.organization)
        }),
        Column::said(Audience::All, "coverage", "portfolio-heading-counted", |line| {
            Cell::Share(line.share, share_tone(line.share))
        }),
        Column::said(Audience::All, "lower", "heading-guaranteed", |line| {
            Cell::share(line.kept.standing.tally.lower())
        }),
        Column::said(Audience::All, "applicable", "heading-number", |line| {
            Cell::count(line.kept.standing.tally.applicable)
        }),
    ]
}

/// The league tables: one, or both ends of it.
pub(super) fn tables(target: &TargetOverview, weight: f64) -> Vec<Table> {
    let (best, lowest, left_out) = target.extremes.ranked();
    let (edition, total) = (&target.target, target.distribution.total());
    let table = |title: Phrase, kept| Table::of("league", title, &columns(), &lines(target, kept, weight));
    match (best.len(), lowest.len(), left_out) {
        (0, ..) => Vec::new(),
        (_, 0, _) => vec![table(say!("portfolio-ranking", edition = edition), best)],
        (first, last, _) => vec![
            table(say!("portfolio-ranking-first", edition = edition, shown = first, count = total), best),
            table(say!("portfolio-ranking-last", edition = edition, shown = last, count = total), lowest),
        ],
    }
}

/// The outliers with the rule that makes them such; nothing if there are none, or too few figures.
pub(super) fn outliers(target: &TargetOverview, weight: f64) -> Option<(Table, Phrase)> {
    let fences = target.distribution.fences()?;
    let count = target.distribution.beyond(&fences);
    if count == 0 {
        return None;
    }
    let share = |kept: &Kept| kept.standing.tally.coverage(weight);
    let found = target.extremes.filtered(|kept| share(kept).is_some_and(|share| fences.is_beyond(share)));
    let edition = &target.target;
    let title = match found.len() {
        shown if shown < count => {
            say!("portfolio-outliers-farthest", edition = edition, shown = shown, count = count)
        }
        _ => say!("portfolio-outliers", edition = edition),
    };
    let table = Table::of("outliers", title, &columns(), &lines(target, found, weight));
    Some((table, rule(target, &fences, count)))
}

fn rule(target: &TargetOverview, fences: &Fences, count: usize) -> Phrase {
    say!(
        "portfolio-outliers-rule",
        edition = &target.target,
        count = count,
        total = target.distribution.total(),
        lower = Phrase::share(fences.lower_quartile),
        upper = Phrase::share(fences.upper_quartile),
        fewest = Distribution::FEWEST,
    )
}
