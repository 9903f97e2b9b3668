//! How the editions at hand cover each other, and what the same statements cover of all others.

use std::collections::BTreeSet;

use crate::crosswalk::Inference;
use crate::diagnostic::Refusal;
use crate::language::say;
use crate::model::{EditionId, TableId};
use crate::query::case::Assessed;
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column, Part, Table};
use crate::survey::matrix::{self, Matrix};

/// The square of how editions cover each other has at most so many lines.
pub(super) const MOST_EDITIONS: usize = 40;

/// The editions on which something is stated, and those that are targets.
pub(super) fn involved<'e>(case: Assessed<'e>, targets: &[&'e EditionId]) -> BTreeSet<&'e EditionId> {
    case.assessment.editions().into_iter().chain(targets.iter().copied()).collect()
}

/// How the editions at hand cover each other, if there are several and not too many.
pub(super) fn among(
    case: Assessed<'_>,
    targets: &[&EditionId],
    tables: &mut BTreeSet<TableId>,
) -> Result<Vec<Part>, Refusal> {
    let involved = involved(case, targets);
    if !(2..=MOST_EDITIONS).contains(&involved.len()) {
        return Ok(Vec::new());
    }
    let names = involved.iter().map(|edition| edition.to_string()).collect();
    let (rows, used) = Matrix { editions: names }.ask(case.case)?;
    tables.extend(used);
    let weight = case.case.settings.partial_weight;
    let mut heatmap = matrix::heatmap(&involved.iter().copied().collect::<Vec<_>>(), &rows, weight);
    heatmap.title = say!("report-mutual");
    Ok(vec![Part::Table(heatmap)])
}

/// What the same statements cover of all other editions, most first.
pub(super) fn others(
    case: Assessed<'_>,
    targets: &[&EditionId],
    inference: &Inference<'_, '_>,
    tables: &mut BTreeSet<TableId>,
) -> Option<Part> {
    let weight = case.case.settings.partial_weight;
    let involved = involved(case, targets);
    let crosswalk = case.case.crosswalk;
    let mut others: Vec<Other> = Vec::new();
    for catalog in case.case.library.catalogs().filter(|catalog| !involved.contains(&catalog.id)) {
        let tally = Tally::of(crosswalk.requirements(&catalog.id).map(|clause| inference.level(clause)));
        if tally.full + tally.partial > 0 {
            let steps = crosswalk.requirements(&catalog.id).flat_map(|clause| inference.steps(clause));
            tables.extend(steps.map(|step| step.table.id.clone()));
            others.push(Other { edition: catalog.id.clone(), title: catalog.title.to_string(), tally, weight });
        }
    }
    let rank = |other: &Other| (other.tally.lower(), other.tally.coverage(weight), other.tally.upper());
    others.sort_by(|left, right| {
        rank(right).partial_cmp(&rank(left)).expect("shares are numbers").then(left.edition.cmp(&right.edition))
    });
    let table = Table::of("elsewhere", say!("report-related"), OTHERS, &others);
    (!others.is_empty()).then_some(Part::Table(table))
}

/// An edition that is not a target.
struct Other {
    edition: EditionId,
    title: String,
    tally: Tally,
    weight: f64,
}

const OTHERS: &[Column<Other>] = &[
    Column::said(Audience::All, "edition", "heading-edition", |other| Cell::text(other.edition.as_str())),
    Column::said(Audience::All, "title", "heading-title", |other| Cell::text(&other.title)),
    Column::said(Audience::All, "applicable", "heading-number", |other| Cell::count(other.tally.applicable)),
    Column::said(Audience::All, "coverage", "heading-coverage", |other| toned(other.tally.coverage(other.weight))),
    Column::said(Audience::All, "lower", "heading-guaranteed", |other| Cell::share(other.tally.lower())),
    Column::said(Audience::All, "upper", "heading-up-to", |other| Cell::share(other.tally.upper())),
];
