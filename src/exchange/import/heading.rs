//! Finds the header of a sheet, one row or two, and which column holds what.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Fit, Kind};
use super::mapping::Mapping;
use super::normal_form::normalized;
use crate::diagnostic::Refusal;
use crate::exchange::sheet::{Row, Sheet, Value};

/// The header must be among the first so many rows; a title and notes may be above it.
pub(super) const LAST_HEADING_ROW: usize = 30;

/// The header of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heading {
    /// What each column holds.
    pub(super) columns: BTreeMap<usize, Column>,
    /// Its headings as they are there, left to right.
    pub(super) heads: Vec<(usize, String)>,
    /// The columns that repeat another one, which counts in their place, such as `State` next to `Status`.
    pub(super) twins: BTreeMap<usize, Column>,
    /// The columns that are left out on purpose.
    pub(super) silent: BTreeSet<usize>,
    /// The position of its first row.
    start: usize,
    /// The position of the first row below it.
    pub(super) end: usize,
    /// How many of its headings the user speaks of.
    mapped: usize,
}

/// The names of a column's head, the likeliest first.
type Names = Vec<String>;

impl Heading {
    /// The header of a sheet, if it has one: the first row that names what is needed, with the row below it where that is
    /// a part of the header.
    pub(super) fn find(sheet: &Sheet, kind: Kind, mappings: &[Mapping]) -> Result<Option<Self>, Refusal> {
        for at in 0..sheet.rows.len().min(LAST_HEADING_ROW) {
            if let Some(found) = Self::at(sheet, at, kind, mappings)? {
                found.check_duplicates(sheet)?;
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The header that begins at a row, if one does.
    fn at(sheet: &Sheet, at: usize, kind: Kind, mappings: &[Mapping]) -> Result<Option<Self>, Refusal> {
        let row = &sheet.rows[at];
        let alone = Self::of(&names(row), at + 1, kind, mappings)?;
        let mut joined = None;
        if let Some(below) = sheet.rows.get(at + 1).filter(|below| below.number == row.number + 1) {
            let both = Self::of(&joined_names(sheet, row, below), at + 2, kind, mappings)?;
            let lower = Self::of(&names(below), at + 2, kind, mappings)?;
            let count = |heading: &Self| (heading.mapped, heading.columns.len());
            let is_better = |both: &&Self| {
                let single = [&alone, &lower].into_iter().filter(|single| single.is_complete(kind)).map(count).max();
                count(both) > single.unwrap_or_default()
                    || (alone.is_complete(kind) && is_all_heads(below, kind, mappings))
            };
            joined =
                Some(Self { start: at, ..both }).filter(|both| both.is_complete(kind)).filter(|both| is_better(&both));
        }
        Ok(joined.or_else(|| Some(alone).filter(|alone| alone.is_complete(kind))))
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
        let has_reasons = names.values().flatten().any(|name| kind.is_reasons(name));
        let is_only_read = |names: &Names| names.iter().any(|name| kind.is_only_read(name, has_reasons));
        silent.extend(names.iter().filter(|(_, names)| is_only_read(names)).map(|(column, _)| *column));
        let (full, rest): (Vec<_>, Vec<_>) = known.iter().cloned().partition(|(_, _, name)| Column::is_in_full(name));
        let (own, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, meant, name)| meant.is_called(name));
        let (vague, other): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, _, name)| Column::is_vague(name));
        // What the user says comes first, then whole ids, then a column's own name, then any other.
        for named in [full, own, other, vague] {
            let taken: Vec<Column> = columns.values().copied().collect();
            let free = named.iter().filter(|(_, meant, _)| !taken.contains(meant));
            columns.extend(free.map(|(column, meant, _)| (*column, *meant)));
        }
        // One that is for other rows is next to the first.
        let fits = known.iter().filter(|(column, meant, _)| {
            *meant == Column::Justification && columns.get(column) == Some(&Column::Justification)
        });
        let fits: Vec<(usize, Fit)> = fits.map(|(column, _, name)| (*column, Fit::of(name))).collect();
        if let Some((_, first)) = fits.first() {
            columns.retain(|column, _| fits.iter().all(|(other, fit)| other != column || fit == first));
        }
        let name = |column: &usize| names.get(column).and_then(|names| names.last()).map(String::as_str);
        let counts = |meant: Column| columns.iter().find(|(_, known)| **known == meant).and_then(|(at, _)| name(at));
        let is_twin = |meant: Column, own: &str| counts(meant).is_some_and(|counts| meant.is_twin(own, counts));
        let others = known.iter().filter(|(column, ..)| !columns.contains_key(column));
        let twins = others.filter(|(_, meant, name)| is_twin(*meant, name)).map(|(column, meant, _)| (*column, *meant));
        let twins = twins.collect();
        let heads = names.iter().map(|(column, names)| (*column, names.last().cloned().unwrap_or_default()));
        Ok(Self { columns, twins, heads: heads.collect(), silent, start: end - 1, end, mapped })
    }

    /// Whether it names what is needed.
    fn is_complete(&self, kind: Kind) -> bool {
        // How far the clauses of a table relate may be said of all rows at once.
        kind.required_columns().into_iter().all(|needed| self.has(needed))
            || (kind == Kind::Table && self.has(Column::From) && self.has(Column::To))
    }

    /// Whether it has a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.values().any(|known| *known == column)
    }

    /// What it calls a column.
    pub(super) fn head(&self, column: Column) -> Option<&str> {
        let (at, _) = self.columns.iter().find(|(_, known)| **known == column)?;
        Some(self.head_at(*at))
    }

    /// The header of a column by its position; nothing stands over some.
    pub(super) fn head_at(&self, at: usize) -> &str {
        self.heads.iter().find(|(known, _)| *known == at).map_or("", |(_, head)| head)
    }

    /// Whether a mapping speaks of one of its headings; `rows` are those of its sheet.
    pub(super) fn uses(&self, mapping: &Mapping, rows: &[Row]) -> bool {
        let mut cells = rows[self.start..self.end].iter().flat_map(|row| &row.cells);
        self.heads.iter().any(|(_, head)| mapping.is_of(head)) || cells.any(|cell| mapping.is_of(&cell.value.text()))
    }

    fn check_duplicates(&self, sheet: &Sheet) -> Result<(), Refusal> {
        let mut first: BTreeMap<Column, usize> = BTreeMap::new();
        for (at, column) in &self.columns {
            if let Some(before) = first.insert(*column, *at) {
                let (left, right) = (sheet.column(before), sheet.column(*at));
                let message = format!("the columns {left} and {right} both contain {}", column.name());
                return Err(Refusal { message, help: Some("leave one of them out: --map \"Head=ignore\"".to_owned()) });
            }
        }
        Ok(())
    }

    /// Whether the needed headings of this one stand again in a row below, in the same columns.
    fn is_repeated_by(&self, row: &Row, kind: Kind) -> bool {
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

/// What a sheet without a heading is lacking, if one of its first rows is one but for a column that is needed: that
/// column, and the header that may be meant to be it.
pub(super) fn lacking(sheet: &Sheet, kind: Kind) -> Option<(Column, Option<String>)> {
    let lacking = |row: &Row| {
        let heads: Vec<String> = row.cells.iter().map(|cell| cell.value.text()).collect();
        let has = |column: &Column| heads.iter().any(|head| kind.column(head) == Some(*column));
        let known = heads.iter().filter(|head| kind.column(head).is_some()).count();
        let (there, missing): (Vec<Column>, Vec<Column>) = kind.required_columns().into_iter().partition(has);
        let ([_], [missing]) = (there.as_slice(), missing.as_slice()) else { return None };
        let near = heads.iter().find(|head| kind.column(head).is_none() && missing.is_near(head)).cloned();
        (near.is_some() || known > 2).then_some((*missing, near))
    };
    sheet.rows.iter().take(LAST_HEADING_ROW).find_map(lacking)
}

/// Finds the headings that are below the first, as where each theme has a block of its own.
pub(super) struct FurtherHeads<'s> {
    sheet: &'s Sheet,
    kind: Kind,
    mappings: &'s [Mapping],
    first: &'s Heading,
    /// All that is in the first header.
    words: BTreeSet<String>,
}

impl<'s> FurtherHeads<'s> {
    /// What is looked for below the first header of a sheet.
    pub(super) fn below(first: &'s Heading, sheet: &'s Sheet, kind: Kind, mappings: &'s [Mapping]) -> Self {
        let cells = sheet.rows[first.start..first.end].iter().flat_map(|row| &row.cells);
        let words = cells.map(|cell| normalized(&cell.value.text())).collect();
        Self { sheet, kind, mappings, first, words }
    }

    /// The header that begins at a row below the first one: it names what is needed, and nothing but headings is in it,
    /// or what is needed is where it is in the first.
    pub(super) fn at(&self, at: usize) -> Result<Option<Heading>, Refusal> {
        let row = &self.sheet.rows[at];
        if !self.may_begin(row) {
            return Ok(None);
        }
        let Some(found) = Heading::at(self.sheet, at, self.kind, self.mappings)? else { return Ok(None) };
        // Data below a heading of one row are not part of it.
        let is_taller = found.end - at > self.first.end - self.first.start;
        let found = match is_taller && !self.is_heads(&self.sheet.rows[at + 1]) {
            true => Heading::of(&names(row), at + 1, self.kind, self.mappings)?,
            false => found,
        };
        let is_head = found.is_complete(self.kind)
            && (self.sheet.rows[at..found.end].iter().all(|row| self.is_heads(row))
                || self.first.is_repeated_by(row, self.kind));
        if !is_head {
            return Ok(None);
        }
        found
            .check_duplicates(self.sheet)
            .map_err(|refusal| Refusal { message: format!("row {}: {}", row.number, refusal.message), ..refusal })?;
        Ok(Some(found))
    }

    /// Whether a row should be examined: its first cell is a heading, or one where the first header has what is needed.
    fn may_begin(&self, row: &Row) -> bool {
        let needed = self.kind.required_columns();
        let columns = self.first.columns.iter().filter(|(_, column)| needed.contains(column)).map(|(at, _)| *at);
        let mut cells = columns.filter_map(|at| row.cells.iter().find(|cell| cell.column == at));
        row.cells.first().is_some_and(|cell| self.is_head(&cell.value)) || cells.any(|cell| self.is_head(&cell.value))
    }

    fn is_heads(&self, row: &Row) -> bool {
        row.cells.iter().all(|cell| self.is_head(&cell.value))
    }

    /// Whether a value is a heading that is known, or one that is in the first header.
    fn is_head(&self, value: &Value) -> bool {
        const LONGEST: usize = 100;
        let Value::Text(text) = value else { return false };
        if text.len() > LONGEST {
            return false;
        }
        let word = normalized(text);
        word.is_empty()
            || self.words.contains(&word)
            || self.kind.column(text).is_some()
            || self.mappings.iter().any(|mapping| mapping.is_of(text))
    }
}

/// The headings of a row.
fn names(row: &Row) -> BTreeMap<usize, Names> {
    row.cells.iter().map(|cell| (cell.column, vec![cell.value.text()])).filter(is_named).collect()
}

fn is_named((_, names): &(usize, Names)) -> bool {
    names.iter().any(|name| !name.trim().is_empty())
}

/// The headings of two rows: the lower, or both as one; the upper if nothing is below it. What is merged over several
/// columns is above each of them.
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

/// Whether all that is in a row are headings that are known.
fn is_all_heads(row: &Row, kind: Kind, mappings: &[Mapping]) -> bool {
    let is_head = |value: &Value| {
        let head = value.text();
        kind.column(&head).is_some() || mappings.iter().any(|mapping| mapping.is_of(&head))
    };
    row.cells.iter().all(|cell| is_head(&cell.value))
}
