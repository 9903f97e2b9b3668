//! Gaps that many assessments share, so that one central measure closes them for all of these.

use crate::model::EditionId;
use crate::report::{Audience, Cell, Column, Table};

use super::requirements::LevelCounts;

/// How many common gaps are listed for people.
const TOLD: usize = 25;

const COLUMNS: &[Column<LevelCounts>] = &[
    Column::for_programs("clause", |row| Cell::refs([&row.clause])),
    Column::for_people("Clause", |row| Cell::text(row.clause.number.as_str())),
    Column::new("title", "Requirement", |row| Cell::text(&row.title)),
    Column::new("brought-forward", "Assessments improved", |row| Cell::count(row.brought_forward())),
    Column::new("applicable", "of N", |row| Cell::count(row.tally.applicable)),
    Column::new("none", "None", |row| Cell::count(row.tally.none())),
    Column::new("presumed", "Pres.", |row| Cell::count(row.tally.presumed)),
    Column::new("partial", "Part", |row| Cell::count(row.tally.partial)),
];

/// The requirements that are not in place in most assessments, those first that would bring most of them forward; nothing
/// where no two assessments share a gap. Programs find all of them.
pub(super) fn tables(target: &EditionId, counts: &[LevelCounts]) -> Vec<Table> {
    let mut shared: Vec<&LevelCounts> = counts.iter().filter(|count| count.brought_forward() > 1).collect();
    let total = shared.len();
    // Of those that bring as many forward, first the one of which less is in place; then in the order of the catalog.
    shared.sort_by_key(|count| std::cmp::Reverse((count.brought_forward(), count.tally.none(), count.tally.presumed)));
    let title = format!("Common gaps in {target} that one central measure would close");
    let table = |title: &str, shared: &[&LevelCounts]| {
        Table::of("common-gaps", title.to_owned(), COLUMNS, shared.iter().copied())
    };
    match total {
        0 => Vec::new(),
        1..=TOLD => vec![table(&title, &shared)],
        _ => {
            let first = table(&format!("{title} (the first {TOLD} of {total})"), &shared[..TOLD]);
            vec![first.for_audience(Audience::People), table(&title, &shared).for_audience(Audience::Programs)]
        }
    }
}
