//! Two editions with some rows, and what they bring when one of the two is fully in place.

use std::collections::BTreeSet;

use crate::audit::agreement::Opinions;
use crate::crosswalk::{Crosswalk, Level, Selection};
use crate::model::{ClauseId, EditionId, Library, Relation, Table, TableId};
use crate::query::case::Case;

/// The editions that some tables relate, without rows.
pub(super) struct World<'c, 'l> {
    case: Case<'c>,
    opinions: &'c Opinions<'l>,
    editions: Library,
    selection: Selection,
}

impl<'c, 'l> World<'c, 'l> {
    pub(super) fn of(case: Case<'c>, opinions: &'c Opinions<'l>) -> Self {
        let rows = opinions.mappers.iter().flat_map(|mapper| mapper.table.rows.iter());
        let named = rows.flat_map(|row| row.from.iter().chain([&row.to])).map(|clause| &clause.edition);
        let ids: BTreeSet<&EditionId> = named.chain([&opinions.from.id, &opinions.to.id]).collect();
        let mut editions = Library::default();
        for catalog in ids.into_iter().filter_map(|id| case.library.catalog(id)) {
            editions.add_catalog(catalog.clone()).expect("the editions are a set");
        }
        let selection = Selection { min_confidence: case.settings.min_confidence, ..Selection::default() };
        Self { case, opinions, editions, selection }
    }

    /// Whether rows name no third edition, so a row is evidence only on the clause that it points to and those in line
    /// with it.
    pub(super) fn is_of_two(&self) -> bool {
        self.editions.catalogs().count() < 3
    }

    /// The level of requirements of the edition that is covered, with all of the other in place, by some rows.
    pub(super) fn levels<'r>(
        &self,
        rows: impl IntoIterator<Item = &'r Relation>,
        requirements: &[ClauseId],
    ) -> Vec<Level> {
        let (mut there, mut back) = (Vec::new(), Vec::new());
        for row in rows {
            let is_there = row.to.edition == self.opinions.to.id;
            if is_there { &mut there } else { &mut back }.push(row.clone());
        }
        let (from, to) = (&self.opinions.from.id, &self.opinions.to.id);
        self.inferred([("there", from, to, there), ("back", to, from, back)], requirements)
    }

    /// The same by a table alone.
    pub(super) fn levels_by(&self, table: &Table, requirements: &[ClauseId]) -> Vec<Level> {
        let mut library = self.editions.clone();
        library.add_table(table.clone()).expect("no other table is there");
        self.infer(&library, requirements)
    }

    fn inferred(
        &self,
        tables: [(&str, &EditionId, &EditionId, Vec<Relation>); 2],
        requirements: &[ClauseId],
    ) -> Vec<Level> {
        let mut library = self.editions.clone();
        for (name, from, to, rows) in tables {
            let Ok(id) = TableId::parse(name) else { continue };
            let table = Table {
                id,
                from: from.clone(),
                to: to.clone(),
                rows: rows.into(),
                unrelated: Default::default(),
                derived_from: Vec::new(),
                ..self.opinions.mappers[0].table.clone()
            };
            library.add_table(table).expect("the two have names of their own");
        }
        self.infer(&library, requirements)
    }

    fn infer(&self, library: &Library, requirements: &[ClauseId]) -> Vec<Level> {
        let crosswalk = Crosswalk::new(library, &self.selection);
        let nothing = crosswalk.no_assumptions();
        let base = BTreeSet::from([self.opinions.from.id.clone()]);
        let in_place = crosswalk.assuming_full(&nothing, &base, false);
        let inference = crosswalk.infer(&in_place, self.case.settings.max_hops);
        requirements.iter().map(|clause| inference.level(clause).unwrap_or(Level::None)).collect()
    }

    /// The requirements of the edition that is covered.
    pub(super) fn requirements(&self) -> Vec<ClauseId> {
        let to = self.opinions.to;
        let id = |clause: &crate::model::Clause| ClauseId { edition: to.id.clone(), number: clause.number.clone() };
        to.requirements().map(id).collect()
    }
}
