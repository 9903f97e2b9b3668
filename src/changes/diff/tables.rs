//! What changed between two versions of a relation table, and what that means for the editions that it relates.

use std::collections::{BTreeMap, BTreeSet};

use super::named_values::NamedValues;
use super::{ChangeKind, FieldChange};
use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::model::{ClauseId, EditionId, Relation, Table};
use crate::query::case::Case;
use crate::query::tally::Tally;

/// What changed between two versions of a relation table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableDiff;

/// A row that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// What happened to it.
    pub kind: ChangeKind,
    /// The clauses that cover, in the order of ids; none if nothing does.
    pub from: Vec<ClauseId>,
    /// The clause that is covered.
    pub to: ClauseId,
    /// What is another of it.
    pub fields: Vec<FieldChange>,
}

/// What the change means for an edition if all of another one is in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableEffect {
    /// The edition that is fully in place.
    pub base: EditionId,
    /// The edition whose coverage is examined.
    pub target: EditionId,
    /// Its count by the rows before.
    pub before: Tally,
    /// Its count by the rows after.
    pub after: Tally,
    /// The requirements that have another level, in catalog order, each with its level before and after.
    pub level_changes: Vec<(ClauseId, Level, Level)>,
}

/// What changed between two versions of a relation table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChanges {
    /// The rows that changed, in the order of what they cover.
    pub rows: Vec<RowChange>,
    /// What changed in the header, and what is listed as unrelated.
    pub head: Vec<FieldChange>,
    /// What that means, forwards and then backwards.
    pub effects: Vec<TableEffect>,
    /// Whether the rows, or what is called unrelated, mean something else.
    pub is_meaning_changed: bool,
    /// The version before and after.
    pub versions: (u32, u32),
}

impl TableChanges {
    /// Whether the meaning changed and the version was not raised.
    pub fn lacks_new_version(&self) -> bool {
        self.is_meaning_changed && self.versions.1 <= self.versions.0
    }
}

impl TableDiff {
    /// Answers for two cases whose libraries have the same editions and a table each: the two versions.
    pub fn ask(&self, before: Case<'_>, after: Case<'_>) -> Result<TableChanges, Refusal> {
        let (old, new) = (only_table(before)?, only_table(after)?);
        if (&old.from, &old.to) != (&new.from, &new.to) {
            return Err(Refusal {
                message: format!(
                    "one table relates {} to {}, but the other relates {} to {}",
                    old.from, old.to, new.from, new.to
                ),
                help: Some("name two versions of one table".to_owned()),
            });
        }
        let rows = row_changes(old, new);
        let head = NamedValues::changes(NamedValues::table(old), NamedValues::table(new));
        let has_meaning = |field: &FieldChange| !matches!(field.name.as_str(), "note" | "confidence");
        let is_related =
            |field: &FieldChange| field.name.starts_with("unrelated/") && field.kind() != ChangeKind::Changed;
        Ok(TableChanges {
            is_meaning_changed: rows.iter().any(|row| row.fields.iter().any(has_meaning))
                || head.iter().any(is_related),
            versions: (old.version, new.version),
            effects: [(&new.from, &new.to), (&new.to, &new.from)]
                .map(|(base, target)| effect(before, after, base, target))
                .into(),
            rows,
            head,
        })
    }
}

pub(super) fn only_table<'l>(case: Case<'l>) -> Result<&'l Table, Refusal> {
    let mut tables = case.library.tables();
    match (tables.next(), tables.next()) {
        (Some(table), None) => Ok(table),
        (None, _) | (_, Some(_)) => {
            Err(Refusal { message: "one table is required on each side".to_owned(), help: None })
        }
    }
}

/// The rows of a table by what they relate. A pair that appears twice is distinguished by its number.
fn by_pair(table: &Table) -> BTreeMap<(ClauseId, Vec<ClauseId>, usize), &Relation> {
    let mut rows = BTreeMap::new();
    for row in &table.rows {
        let mut from = row.from.clone();
        from.sort_unstable();
        let mut key = (row.to.clone(), from, 0);
        while rows.contains_key(&key) {
            key.2 += 1;
        }
        rows.insert(key, row);
    }
    rows
}

fn row_changes(before: &Table, after: &Table) -> Vec<RowChange> {
    let (old, new) = (by_pair(before), by_pair(after));
    let pairs: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let described = |row: Option<&&Relation>, table| row.map(|row| NamedValues::row(row, table)).unwrap_or_default();
    pairs
        .into_iter()
        .map(|pair| RowChange {
            kind: ChangeKind::between(old.get(pair), new.get(pair)),
            from: pair.1.clone(),
            to: pair.0.clone(),
            fields: NamedValues::changes(described(old.get(pair), before), described(new.get(pair), after)),
        })
        .filter(|change| !change.fields.is_empty())
        .collect()
}

fn effect(before: Case<'_>, after: Case<'_>, base: &EditionId, target: &EditionId) -> TableEffect {
    let levels = |case: Case<'_>| -> Vec<Level> {
        let crosswalk = case.crosswalk;
        let whole = crosswalk.assuming_full(&crosswalk.no_assumptions(), &BTreeSet::from([base.clone()]), false);
        let inference = crosswalk.infer(&whole, case.settings.max_hops);
        crosswalk.requirements(target).map(|clause| inference.level(clause).unwrap_or(Level::None)).collect()
    };
    let (old, new) = (levels(before), levels(after));
    let tally = |levels: &[Level]| Tally::of(levels.iter().copied().map(Some));
    let both = old.iter().copied().zip(new.iter().copied());
    TableEffect {
        base: base.clone(),
        target: target.clone(),
        before: tally(&old),
        after: tally(&new),
        level_changes: after
            .crosswalk
            .requirements(target)
            .zip(both)
            .filter(|(_, (before, after))| before != after)
            .map(|(clause, (before, after))| (clause.clone(), before, after))
            .collect(),
    }
}
