//! The graph of a crosswalk, and the information about each clause that is needed to follow chains.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use petgraph::graph::{DiGraph, NodeIndex};

use super::denials::Denials;
use super::selection::Selection;
use crate::model::{Catalog, ClauseId, ClauseKind, Direction, EditionId, Lists, Reading, Relation, Strength, Table};

/// A row that takes part, by the numbers of its table and of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowNumber {
    pub(super) table: u32,
    pub(super) row: u32,
}

/// A row that its clauses cover jointly.
#[derive(Debug)]
pub(super) struct Joint {
    pub(super) row: u32,
    /// The clauses, in the order of the row.
    pub(super) members: Vec<u32>,
    pub(super) to: u32,
    /// Whether all of them in place put `to` in place.
    pub(super) is_whole: bool,
}

/// One way to read a row, from a clause to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) row: u32,
    pub(super) direction: Direction,
    /// How one is related to the other; nothing from a clause of a joint row.
    pub(super) reading: Option<Reading>,
}

/// The positions of the clauses of an edition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its first vertex.
    pub(super) first: u32,
    /// The vertex after its last one.
    pub(super) end: u32,
    /// The number of the edition.
    pub(super) catalog: u32,
}

/// The graph. It names tables and editions by their numbers.
#[derive(Debug)]
pub struct Joined {
    /// The rows from a clause to another one.
    pub(super) rows: Vec<RowNumber>,
    /// In the order of their rows.
    pub(super) joints: Vec<Joint>,
    /// The clauses, and between them the readings of the rows.
    pub(super) graph: DiGraph<(), Edge, u32>,
    pub(super) ids: Vec<ClauseId>,
    pub(super) kinds: Vec<ClauseKind>,
    /// The nearest heading above each clause.
    pub(super) nearest_headings: Vec<Option<u32>>,
    /// The requirements below each heading, in published order.
    pub(super) below: Lists<u32>,
    /// The clauses that, according to rows, have nothing in common.
    pub(super) denials: Denials,
    pub(super) places: HashMap<EditionId, Place, FixedState>,
}

#[inline]
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four billion clauses and rows")
}

impl Joined {
    /// Joins the clauses of editions by those rows of tables that are selected.
    pub(super) fn new(catalogs: &[&Catalog], tables: &[&Table], selection: &Selection) -> Self {
        let clauses = catalogs.iter().map(|catalog| catalog.clauses().len()).sum();
        let rows = tables.iter().map(|table| table.rows.count()).sum();
        let mut joined = Self {
            rows: Vec::with_capacity(rows),
            joints: Vec::new(),
            graph: DiGraph::with_capacity(clauses, 2 * rows),
            ids: Vec::with_capacity(clauses),
            kinds: Vec::with_capacity(clauses),
            nearest_headings: Vec::with_capacity(clauses),
            below: Lists::of(0, &[]),
            denials: Denials::default(),
            places: HashMap::default(),
        };
        for (at, catalog) in catalogs.iter().enumerate() {
            joined.add_clauses(number(at), catalog);
        }
        joined.below = joined.requirements_below();
        let mut from = Vec::new();
        for (at, table) in tables.iter().enumerate().filter(|(_, table)| selection.takes_table(table)) {
            if selection.takes(table.confidence) {
                joined.add_unrelated(catalogs, table);
            }
            for (row, relation) in table.rows.iter().enumerate().filter(|(_, row)| selection.takes(row.confidence)) {
                let row = RowNumber { table: number(at), row: number(row) };
                joined.add_row(catalogs, table, relation, row, &mut from);
            }
        }
        joined.denials.settle(&joined.kinds, &joined.below, &joined.nearest_headings);
        joined
    }

    fn add_clauses(&mut self, at: u32, catalog: &Catalog) {
        let first = number(self.ids.len());
        let end = first + number(catalog.clauses().len());
        self.places.insert(catalog.id.clone(), Place { first, end, catalog: at });
        for (position, clause) in catalog.clauses().iter().enumerate() {
            self.graph.add_node(());
            self.ids.push(ClauseId { edition: catalog.id.clone(), number: clause.number.clone() });
            self.kinds.push(clause.kind);
            let is_heading = |above: &usize| catalog.clauses()[*above].kind == ClauseKind::Heading;
            self.nearest_headings.push(catalog.ancestors(position).find(is_heading).map(|above| first + number(above)));
        }
    }

    fn requirements_below(&self) -> Lists<u32> {
        let requirements =
            (0..number(self.ids.len())).filter(|vertex| self.kinds[*vertex as usize] == ClauseKind::Requirement);
        let below: Vec<(u32, u32)> =
            requirements.flat_map(|vertex| self.headings(vertex).map(move |heading| (heading, vertex))).collect();
        Lists::of(self.ids.len(), &below)
    }

    /// Adds a row; `from` is room for the vertices of its clauses, so that it need not be found again for each.
    fn add_row(
        &mut self,
        catalogs: &[&Catalog],
        table: &Table,
        relation: &Relation,
        row: RowNumber,
        from: &mut Vec<u32>,
    ) {
        let Some(to) = self.vertex_among(catalogs, &relation.to) else { return };
        from.clear();
        from.extend(relation.from.iter().filter_map(|clause| self.vertex_among(catalogs, clause)));
        // A part of a joint row says less than the whole.
        if from.len() < relation.from.len() {
            return;
        }
        if relation.reading(Direction::Forward) == Reading::Disjoint {
            for from in from.iter() {
                self.denials.add(*from, to);
            }
            if let (true, Some(place)) = (from.is_empty(), self.places.get(&table.from)) {
                self.denials.add_edition(to, place.first);
            }
            return;
        }
        if !relation.forward.shares_demands() || from.is_empty() {
            return;
        }
        let row_number = number(self.rows.len());
        self.rows.push(row);
        let mut add = |from: u32, to: u32, direction: Direction, reading: Option<Reading>| {
            let edge = Edge { row: row_number, direction, reading };
            self.graph.add_edge(NodeIndex::new(from as usize), NodeIndex::new(to as usize), edge);
        };
        for from in from.iter() {
            add(to, *from, Direction::Backward, Some(relation.reading(Direction::Backward)));
        }
        if let [one] = from.as_slice() {
            return add(*one, to, Direction::Forward, Some(relation.reading(Direction::Forward)));
        }
        for from in from.iter() {
            add(*from, to, Direction::Forward, None);
        }
        let is_whole = relation.forward == Strength::Full;
        self.joints.push(Joint { row: row_number, members: from.clone(), to, is_whole });
    }

    fn add_unrelated(&mut self, catalogs: &[&Catalog], table: &Table) {
        let (Some(from), Some(to)) = (self.places.get(&table.from), self.places.get(&table.to)) else { return };
        let (from, to) = (*from, *to);
        let positions = table.unrelated.keys().filter_map(|number| catalogs[from.catalog as usize].position(number));
        for position in positions {
            self.denials.add_edition(from.first + number(position), to.first);
        }
    }

    /// The vertex of a clause; `catalogs` are those that were joined.
    #[inline]
    pub(super) fn vertex_among(&self, catalogs: &[&Catalog], clause: &ClauseId) -> Option<u32> {
        let place = self.places.get(&clause.edition)?;
        Some(place.first + number(catalogs[place.catalog as usize].position(&clause.number)?))
    }

    /// The number of the joint row that a row is.
    pub(super) fn joint_of(&self, row: u32) -> u32 {
        number(self.joints.partition_point(|joint| joint.row < row))
    }

    /// The headings above a clause, nearest first.
    pub(super) fn headings(&self, vertex: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(self.nearest_headings[vertex as usize], |above| self.nearest_headings[*above as usize])
    }
}
