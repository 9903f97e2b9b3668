//! The state of one assessment for one target, as counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::crosswalk::{Inference, Level};
use crate::language::{Phrase, say};
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::Assessed;
use crate::query::maturity::{Maturity, Rating};
use crate::query::tally::{Tally, toned};
use crate::report::{Audience, Cell, Column};

/// Who is assessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// The name of the assessment: its file, or what a stream calls it.
    pub assessment: String,
    /// The organization.
    pub organization: String,
    /// The site.
    pub site: Option<String>,
    /// The organizational unit.
    pub unit: Option<String>,
    /// Further words by which it is grouped.
    pub tags: Vec<String>,
    /// The day of the assessment.
    pub date: Option<Date>,
    /// How many statements it has that are open and were due before the day that is asked about; nothing where none is.
    pub overdue: Option<usize>,
}

/// The state of one assessment for one target.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Who is assessed.
    pub respondent: Arc<Respondent>,
    /// The target.
    pub target: EditionId,
    /// The requirements that apply, by level.
    pub tally: Tally,
    /// How many requirements do not apply.
    pub not_applicable: usize,
    /// Statements on their maturity.
    pub maturity: Maturity,
    /// The tables that levels depend on.
    pub tables: BTreeSet<TableId>,
    /// The level of every requirement that counts, in published order; nothing where it does not apply.
    pub levels: Vec<Option<Level>>,
}

impl Standing {
    /// The state of an assessment by what follows from it.
    pub(super) fn of(
        case: Assessed<'_>,
        respondent: &Arc<Respondent>,
        target: &Catalog,
        inference: &Inference<'_, '_>,
    ) -> Self {
        let requirements = || case.case.counted_requirements(target);
        let levels: Vec<Option<Level>> = requirements().map(|clause| inference.level(clause)).collect();
        let tally = Tally::of(levels.iter().copied());
        let is_rated = case.assessment.statements().any(|(_, stated)| stated.maturity.is_some());
        let applicable = requirements().zip(&levels).filter(|(_, level)| is_rated && level.is_some());
        let maturity = Maturity::of(applicable.map(|(clause, _)| Rating::of(case, clause)));
        Self {
            respondent: Arc::clone(respondent),
            target: target.id.clone(),
            tally,
            not_applicable: levels.len() - tally.applicable,
            maturity,
            tables: inference.tables(requirements()).into_iter().cloned().collect(),
            levels,
        }
    }

    /// The same without what is said about single requirements.
    pub(super) fn as_counts(&self) -> Self {
        Self {
            respondent: Arc::clone(&self.respondent),
            target: self.target.clone(),
            tally: self.tally,
            not_applicable: self.not_applicable,
            maturity: self.maturity,
            tables: BTreeSet::new(),
            levels: Vec::new(),
        }
    }

    /// The row of a table; a coverage counts a partial requirement with this weight.
    pub(super) fn row(&self, weight: f64) -> StandingRow<'_> {
        StandingRow { standing: self, weight }
    }

    /// The fields of the row as programs read them, in the order of [`STANDING_KEYS`].
    pub fn fields(&self, weight: f64) -> Vec<Cell> {
        let row = self.row(weight);
        programs().map(|(_, cell)| cell(&row)).collect()
    }
}

/// A standing and the weight of what is partly met.
pub(super) struct StandingRow<'s> {
    pub(super) standing: &'s Standing,
    pub(super) weight: f64,
}

/// What the fields of a standing are called.
pub const STANDING_KEYS: [&str; 19] = [
    "assessment",
    "organization",
    "site",
    "unit",
    "tags",
    "date",
    "target",
    "applicable",
    "full",
    "partial",
    "presumed",
    "none",
    "not-applicable",
    "lower",
    "coverage",
    "upper",
    "rated",
    "maturity",
    "overdue",
];

type Field = (&'static str, fn(&StandingRow<'_>) -> Cell);

/// All that is reported on a standing, in the order of [`STANDING_KEYS`].
const FIELDS: [fn(&StandingRow<'_>) -> Cell; 19] = [
    |row| Cell::text(&row.standing.respondent.assessment),
    |row| Cell::text(&row.standing.respondent.organization),
    |row| Cell::maybe(row.standing.respondent.site.as_ref()),
    |row| Cell::maybe(row.standing.respondent.unit.as_ref()),
    |row| Cell::text(row.standing.respondent.tags.join("; ")),
    |row| Cell::day(row.standing.respondent.date),
    |row| Cell::text(row.standing.target.as_str()),
    |row| Cell::count(row.standing.tally.applicable),
    |row| Cell::count(row.standing.tally.full),
    |row| Cell::count(row.standing.tally.partial),
    |row| Cell::count(row.standing.tally.presumed),
    |row| Cell::count(row.standing.tally.none()),
    |row| Cell::count(row.standing.not_applicable),
    |row| Cell::share(row.standing.tally.lower()),
    |row| toned(row.standing.tally.coverage(row.weight)),
    |row| Cell::share(row.standing.tally.upper()),
    |row| Cell::count(row.standing.maturity.rated),
    |row| row.standing.maturity.average().map_or(Cell::Empty, Cell::Rating),
    |row| row.standing.respondent.overdue.map_or(Cell::Empty, Cell::count),
];

fn programs() -> impl Iterator<Item = Field> {
    STANDING_KEYS.into_iter().zip(FIELDS)
}

/// The columns of a table with a row for each assessment; people see the target if there are several, and the maturity
/// where some is rated.
pub(super) fn columns<'s>(has_targets: bool, is_rated: bool) -> Vec<Column<StandingRow<'s>>> {
    let label = |key: &'static str| match key {
        "assessment" => Some("portfolio-heading-assessment"),
        "target" if has_targets => Some("heading-target"),
        "applicable" => Some("heading-number"),
        "full" => Some("heading-full"),
        "partial" => Some("heading-part"),
        "presumed" => Some("heading-presumed-short"),
        "none" => Some("heading-none"),
        "lower" => Some("heading-guaranteed"),
        "coverage" => Some("portfolio-heading-counted"),
        "upper" => Some("heading-up-to"),
        "overdue" => Some("portfolio-heading-overdue"),
        _ => None,
    };
    let column = |(key, cell): Field| match label(key) {
        Some(label) => Column::said(Audience::All, key, label, cell),
        None => Column::for_programs(key, cell),
    };
    let mut columns: Vec<Column<StandingRow<'s>>> = programs().map(column).collect();
    if is_rated {
        columns.push(Column::said(Audience::People, "maturity-in-words", "heading-maturity", |row| {
            match row.standing.maturity.average() {
                Some(average) => {
                    let average = Phrase::number(average, 1);
                    Cell::text(say!("portfolio-maturity", average = average, count = row.standing.maturity.rated))
                }
                None => Cell::Empty,
            }
        }));
    }
    columns
}
