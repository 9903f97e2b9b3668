//! Finds the head of a sheet, one row or two, and which column holds what.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Kind, normalized};
use super::mapping::Mapping;
use crate::diagnostic::Refusal;
use crate::exchange::sheet::{Row, Sheet, Value};

/// The header must be among the first so many rows; a title and notes may stand above it.
pub(super) const LAST_HEADING_ROW: usize = 30;

/// The head of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heading {
    /// What each column holds.
    pub(super) columns: BTreeMap<usize, Column>,
    /// Its heads as they stand there, left to right.
    pub(super) heads: Vec<(usize, String)>,
    /// The columns that are left out on purpose.
    pub(super) silent: BTreeSet<usize>,
    /// The position of the first row below it.
    pub(super) end: usize,
    /// How many of its heads the user speaks of.
    mapped: usize,
}

/// The names of a column's head, the likeliest first.
type Names = Vec<String>;

impl Heading {
    /// The head of a sheet, if it has one: the first row that names what is needed, with the row below it where that is a
    /// part of the head.
    pub(super) fn find(sheet: &Sheet, kind: Kind, mappings: &[Mapping]) -> Result<Option<Self>, Refusal> {
        for (at, row) in sheet.rows.iter().enumerate().take(LAST_HEADING_ROW) {
            let alone = Self::of(&names(row), at + 1, kind, mappings)?;
            let mut joined = None;
            if let Some(below) = sheet.rows.get(at + 1).filter(|below| below.number == row.number + 1) {
                let both = Self::of(&joined_names(sheet, row, below), at + 2, kind, mappings)?;
                let lower = Self::of(&names(below), at + 2, kind, mappings)?;
                let count = |heading: &Self| (heading.mapped, heading.columns.len());
                let is_better = |both: &&Self| {
                    let single =
                        [&alone, &lower].into_iter().filter(|single| single.is_complete(kind)).map(count).max();
                    count(both) > single.unwrap_or_default()
                        || (alone.is_complete(kind) && is_all_heads(below, kind, mappings))
                };
                joined = Some(both).filter(|both| both.is_complete(kind)).filter(|both| is_better(&both));
            }
            let found = joined.or_else(|| Some(alone).filter(|alone| alone.is_complete(kind)));
            if let Some(found) = found {
                found.check_duplicates(sheet)?;
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn of(names: &BTreeMap<usize, Names>, end: usize, kind: Kind, mappings: &[Mapping]) -> Result<Self, Refusal> {
        let mapping = |names: &Names| mappings.iter().find(|mapping| names.iter().any(|name| mapping.is_of(name)));
        let (mut columns, mut silent, mut known) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
        let mapped = names.values().filter(|names| mapping(names).is_some()).count();
        for (column, names) in names {
            match mapping(names).map(|mapping| mapping.column(kind)).transpose()? {
                Some(Some(meant)) => drop(columns.insert(*column, meant)),
                Some(None) => drop(silent.insert(*column)),
                None => {
                    let meant = |name: &String| Some((*column, kind.column(name)?, name.clone()));
                    known.extend(names.iter().find_map(meant));
                }
            }
        }
        let (full, rest): (Vec<_>, Vec<_>) = known.into_iter().partition(|(_, _, name)| Column::is_in_full(name));
        let (own, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, meant, name)| meant.is_called(name));
        let (vague, other): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, _, name)| Column::is_vague(name));
        // What the user says comes first, then whole ids, then a column's own name, then any other.
        for named in [full, own, other, vague] {
            let taken: Vec<Column> = columns.values().copied().collect();
            let free = named.iter().filter(|(_, meant, _)| !taken.contains(meant));
            columns.extend(free.map(|(column, meant, _)| (*column, *meant)));
        }
        let heads = names.iter().map(|(column, names)| (*column, names.last().cloned().unwrap_or_default()));
        Ok(Self { columns, heads: heads.collect(), silent, end, mapped })
    }

    /// Whether it names what is needed.
    fn is_complete(&self, kind: Kind) -> bool {
        kind.required_columns().iter().all(|needed| self.columns.values().any(|column| column == needed))
    }

    /// Whether a mapping speaks of one of its heads; `rows` are those of the sheet above [`Heading::end`].
    pub(super) fn uses(&self, mapping: &Mapping, rows: &[Row]) -> bool {
        let mut cells = rows[self.end.saturating_sub(2)..self.end].iter().flat_map(|row| &row.cells);
        self.heads.iter().any(|(_, head)| mapping.is_of(head)) || cells.any(|cell| mapping.is_of(&cell.value.text()))
    }

    fn check_duplicates(&self, sheet: &Sheet) -> Result<(), Refusal> {
        let mut first: BTreeMap<Column, usize> = BTreeMap::new();
        for (at, column) in &self.columns {
            if let Some(before) = first.insert(*column, *at) {
                let (left, right) = (sheet.column(before), sheet.column(*at));
                let message = format!("the columns {left} and {right} both say {}", column.name());
                return Err(Refusal { message, help: Some("leave one of them out: --map \"Head=ignore\"".to_owned()) });
            }
        }
        Ok(())
    }

    /// Whether a row below says again what the head says, as where each theme has a block of its own.
    pub(super) fn is_repeated_by(&self, row: &Row, kind: Kind) -> bool {
        let says = |needed: Column| {
            let columns = self.columns.iter().filter(|(_, column)| **column == needed);
            columns.clone().count() > 0
                && columns.into_iter().all(|(at, _)| {
                    let head = self.heads.iter().find(|(column, _)| column == at).map(|(_, head)| normalized(head));
                    let cell = row.cells.iter().find(|cell| cell.column == *at);
                    head.is_some_and(|head| cell.is_some_and(|cell| normalized(&cell.value.text()) == head))
                })
        };
        kind.required_columns().into_iter().all(says)
    }
}

/// The heads of a row.
fn names(row: &Row) -> BTreeMap<usize, Names> {
    row.cells.iter().map(|cell| (cell.column, vec![cell.value.text()])).filter(is_named).collect()
}

fn is_named((_, names): &(usize, Names)) -> bool {
    names.iter().any(|name| !name.trim().is_empty())
}

/// The heads of two rows: the lower, or both as one; the upper where nothing stands below it. What is merged over several
/// columns stands above each of them.
fn joined_names(sheet: &Sheet, upper: &Row, lower: &Row) -> BTreeMap<usize, Names> {
    let mut above: BTreeMap<usize, (String, bool)> = BTreeMap::new();
    for merged in sheet.wide.iter().filter(|merged| merged.rows.contains(&upper.number)) {
        let first = upper.cells.iter().find(|cell| cell.column == *merged.columns.start());
        let Some(first) = first else { continue };
        above.extend(merged.columns.clone().map(|column| (column, (first.value.text(), true))));
    }
    above.extend(upper.cells.iter().map(|cell| (cell.column, (cell.value.text(), false))));
    let mut joined: BTreeMap<usize, Names> = BTreeMap::new();
    for cell in lower.cells.iter().filter(|cell| !cell.value.text().trim().is_empty()) {
        let own = cell.value.text();
        let names = match above.get(&cell.column) {
            Some((group, _)) if normalized(group) != normalized(&own) && !group.trim().is_empty() => {
                vec![own.clone(), format!("{} {own}", group.trim())]
            }
            Some(_) | None => vec![own],
        };
        joined.insert(cell.column, names);
    }
    for (column, (name, is_of_group)) in above {
        if !is_of_group && !name.trim().is_empty() {
            joined.entry(column).or_insert_with(|| vec![name]);
        }
    }
    joined
}

/// Whether all that stands in a row are heads that are known.
fn is_all_heads(row: &Row, kind: Kind, mappings: &[Mapping]) -> bool {
    let is_head = |value: &Value| {
        let head = value.text();
        kind.column(&head).is_some() || mappings.iter().any(|mapping| mapping.is_of(&head))
    };
    row.cells.iter().all(|cell| is_head(&cell.value))
}
