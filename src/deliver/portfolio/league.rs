//! Assessments ranked by their coverage, and those that are far from the others.

use crate::query::tally::{percent, share_tone};
use crate::report::{Cell, Column, Table};

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
        Column::for_people("Rank", |line| match line.tied() {
            0 => Cell::text(line.rank().to_string()),
            _ => Cell::text(format!("{}=", line.rank())),
        }),
        Column::for_programs("tied", |line| Cell::count(line.tied())),
        Column::new("assessment", "Assessment", |line| Cell::text(&line.kept.standing.respondent.assessment)),
        Column::new("organization", "Organization", |line| Cell::text(&line.kept.standing.respondent.organization)),
        Column::new("coverage", "Counted", |line| Cell::Share(line.share, share_tone(line.share))),
        Column::new("lower", "Guaranteed", |line| Cell::share(line.kept.standing.tally.lower())),
        Column::new("applicable", "N", |line| Cell::count(line.kept.standing.tally.applicable)),
    ]
}

/// The league tables: one, or both ends of it.
pub(super) fn tables(target: &TargetOverview, weight: f64) -> Vec<Table> {
    let (best, lowest, left_out) = target.extremes.ranked();
    let edition = &target.target;
    let table = |title: String, kept| Table::of("league", title, &columns(), &lines(target, kept, weight));
    match (best.len(), lowest.len(), left_out) {
        (0, ..) => Vec::new(),
        (_, 0, _) => vec![table(format!("Ranking for {edition}"), best)],
        (first, last, _) => vec![
            table(format!("Ranking for {edition}: the first {first} of {}", target.distribution.total()), best),
            table(format!("Ranking for {edition}: the last {last} of {}", target.distribution.total()), lowest),
        ],
    }
}

/// The outliers with the rule that makes them such; nothing if there are none, or too few figures.
pub(super) fn outliers(target: &TargetOverview, weight: f64) -> Option<(Table, String)> {
    let fences = target.distribution.fences()?;
    let count = target.distribution.beyond(&fences);
    if count == 0 {
        return None;
    }
    let share = |kept: &Kept| kept.standing.tally.coverage(weight);
    let found = target.extremes.filtered(|kept| share(kept).is_some_and(|share| fences.is_beyond(share)));
    let shown = match found.len() {
        shown if shown < count => format!(" (the {shown} of {count} that are farthest away)"),
        _ => String::new(),
    };
    let title = format!("Outliers for {}{shown}", target.target);
    let table = Table::of("outliers", title, &columns(), &lines(target, found, weight));
    Some((table, rule(target, &fences, count)))
}

fn rule(target: &TargetOverview, fences: &Fences, count: usize) -> String {
    let verb = if count == 1 { "is an outlier" } else { "are outliers" };
    format!(
        "For {}, {count} of {} {verb}: the counted coverage is more than one and a half times the distance between the quartiles \
         ({} and {}) away from the nearer of them (Tukey's rule; not applied to fewer than {} assessments).",
        target.target,
        target.distribution.total(),
        percent(fences.lower_quartile),
        percent(fences.upper_quartile),
        Distribution::FEWEST
    )
}
