//! Gaps that many assessments share, so that one central measure closes them for all of these.

use crate::language::{Phrase, say};
use crate::model::EditionId;
use crate::report::{Audience, Cell, Column, Table};

use super::requirements::LevelCounts;

/// How many common gaps are listed for people.
const TOLD: usize = 25;

const COLUMNS: &[Column<LevelCounts>] = &[
    Column::for_programs("clause", |row| Cell::refs([&row.clause])),
    Column::said(Audience::People, "clause-number", "heading-clause", |row| Cell::text(row.clause.number.as_str())),
    Column::said(Audience::All, "title", "heading-requirement", |row| Cell::text(&row.title)),
    Column::said(Audience::All, "brought-forward", "portfolio-heading-improved", |row| {
        Cell::count(row.brought_forward())
    }),
    Column::said(Audience::All, "applicable", "portfolio-heading-of", |row| Cell::count(row.tally.applicable)),
    Column::said(Audience::All, "none", "heading-none", |row| Cell::count(row.tally.none())),
    Column::said(Audience::All, "presumed", "heading-presumed-short", |row| Cell::count(row.tally.presumed)),
    Column::said(Audience::All, "partial", "heading-part", |row| Cell::count(row.tally.partial)),
];

/// The requirements that are not in place in most assessments, those first that would bring most of them forward; nothing
/// where no two assessments share a gap. Programs find all of them.
pub(super) fn tables(target: &EditionId, counts: &[LevelCounts]) -> Vec<Table> {
    let mut shared: Vec<&LevelCounts> = counts.iter().filter(|count| count.brought_forward() > 1).collect();
    let total = shared.len();
    // Of those that bring as many forward, first the one of which less is in place; then in the order of the catalog.
    shared.sort_by_key(|count| std::cmp::Reverse((count.brought_forward(), count.tally.none(), count.tally.presumed)));
    let title = || say!("portfolio-common-gaps", edition = target);
    let table =
        |title: Phrase, shared: &[&LevelCounts]| Table::of("common-gaps", title, COLUMNS, shared.iter().copied());
    match total {
        0 => Vec::new(),
        1..=TOLD => vec![table(title(), &shared)],
        _ => {
            let title_of_first = say!("portfolio-common-gaps-first", edition = target, shown = TOLD, count = total);
            let first = table(title_of_first, &shared[..TOLD]);
            vec![first.for_audience(Audience::People), table(title(), &shared).for_audience(Audience::Programs)]
        }
    }
}
