//! The clauses of a library joined by their relations: a graph to walk.
//!
//! What follows is carried along chains as one of five things [`Known`] of a clause; a [`Level`] is what people are told of it.
//! [`Inference`] follows all chains at once, `trail` chooses the best of them, and `contribution` finds what else leads to a
//! clause; [`WhatIf`] tells how levels change with what is stated.
//!
//! Clauses are vertices, in the order of editions and then of their catalogs; a row between two clauses is a tie each way;
//! a joint row has a tie from each of its `from` clauses, and one back to each. Nothing is ever taken out, so the numbers of
//! vertices stay. Only this room knows of petgraph, and nothing of it leaves.

mod assumptions;
mod composition;
mod cone;
mod contribution;
mod denials;
mod inference;
mod known;
mod level;
mod lists;
mod trail;
mod what_if;

pub use assumptions::{Assumption, Assumptions};
pub use composition::Composed;
pub use contribution::Contribution;
pub use inference::Inference;
pub use known::Known;
pub use level::Level;
pub use trail::{Derivation, Implication, Step, Trail};
pub use what_if::{Rise, WhatIf};

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;

use denials::Denials;
use lists::Lists;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::model::{
    Catalog, Clause, ClauseId, ClauseKind, Confidence, Direction, EditionId, Library, Reading, Relation, Strength,
    Table, TableId,
};

/// Which rows take part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Rows below this confidence do not.
    pub min_confidence: Option<Confidence>,
    /// Nor do the rows of these tables.
    pub without: BTreeSet<TableId>,
}

/// A row that takes part.
#[derive(Debug, Clone, Copy)]
struct Row<'l> {
    table: &'l Table,
    relation: &'l Relation,
}

/// A row that its clauses cover jointly.
#[derive(Debug)]
struct Joint {
    row: u32,
    /// The clauses, in the order of the row.
    members: Vec<u32>,
    to: u32,
    /// Whether all of them in place put `to` in place.
    is_whole: bool,
}

/// One way to read a row, from a clause to another.
#[derive(Debug, Clone, Copy)]
struct Edge {
    row: u32,
    direction: Direction,
    /// How the one stands to the other; nothing from a clause of a joint row, which has this number.
    reading: Result<Reading, u32>,
}

/// An edge as it is seen from one of its ends.
#[derive(Debug, Clone, Copy)]
struct Tie {
    row: u32,
    direction: Direction,
    passage: Passage,
}

#[derive(Debug, Clone, Copy)]
enum Passage {
    /// To the clause at the other end, or from it, which stands so to the one that the row leads to.
    Step(u32, Reading),
    /// Through the joint row with this number.
    Joint(u32),
}

impl Edge {
    /// The edge with the clause at its other end.
    fn seen_from(self, other: u32) -> Tie {
        let passage = match self.reading {
            Ok(reading) => Passage::Step(other, reading),
            Err(joint) => Passage::Joint(joint),
        };
        Tie { row: self.row, direction: self.direction, passage }
    }
}

/// The graph, and what a walk over it needs to know of each clause.
#[derive(Debug)]
pub struct Crosswalk<'l> {
    library: &'l Library,
    rows: Vec<Row<'l>>,
    joints: Vec<Joint>,
    /// The clauses, and between them the readings of the rows.
    graph: DiGraph<(), Edge, u32>,
    /// All rows that take part, also those that lead nowhere: nothing is shared, or nothing is said to be.
    selected: Vec<Row<'l>>,
    ids: Vec<ClauseId>,
    kinds: Vec<ClauseKind>,
    /// The nearest heading above each clause.
    nearest_headings: Vec<Option<u32>>,
    /// The requirements below each heading, in published order.
    below: Lists<u32>,
    /// What rows say to share nothing.
    denials: Denials,
    /// The first vertex of each edition.
    starts: HashMap<&'l EditionId, (u32, &'l Catalog), FixedState>,
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four billion clauses and rows")
}

impl<'l> Crosswalk<'l> {
    /// Joins the clauses of a library by the rows of a selection.
    pub fn new(library: &'l Library, selection: &Selection) -> Self {
        let mut crosswalk = Self {
            library,
            rows: Vec::new(),
            joints: Vec::new(),
            graph: DiGraph::default(),
            selected: Vec::new(),
            ids: Vec::new(),
            kinds: Vec::new(),
            nearest_headings: Vec::new(),
            below: Lists::of(0, &[]),
            denials: Denials::default(),
            starts: HashMap::default(),
        };
        for catalog in library.catalogs() {
            crosswalk.add_clauses(catalog);
        }
        crosswalk.below = crosswalk.requirements_below();
        for table in library.tables().filter(|table| !selection.without.contains(&table.id)) {
            if selection.min_confidence.is_none_or(|least| table.confidence >= least) {
                crosswalk.add_unrelated(table);
            }
            for relation in &table.rows {
                if selection.min_confidence.is_none_or(|least| relation.confidence >= least) {
                    crosswalk.selected.push(Row { table, relation });
                    crosswalk.add_row(Row { table, relation });
                }
            }
        }
        crosswalk.denials.settle(&crosswalk.kinds, &crosswalk.below, &crosswalk.nearest_headings);
        crosswalk
    }

    fn add_clauses(&mut self, catalog: &'l Catalog) {
        let start = number(self.ids.len());
        self.starts.insert(&catalog.id, (start, catalog));
        for (position, clause) in catalog.clauses().iter().enumerate() {
            self.graph.add_node(());
            self.ids.push(ClauseId { edition: catalog.id.clone(), number: clause.number.clone() });
            self.kinds.push(clause.kind);
            let is_heading = |above: &usize| catalog.clauses()[*above].kind == ClauseKind::Heading;
            self.nearest_headings.push(catalog.ancestors(position).find(is_heading).map(|above| start + number(above)));
        }
    }

    fn requirements_below(&self) -> Lists<u32> {
        let requirements =
            (0..number(self.ids.len())).filter(|vertex| self.kinds[*vertex as usize] == ClauseKind::Requirement);
        let below: Vec<(u32, u32)> =
            requirements.flat_map(|vertex| self.headings(vertex).map(move |heading| (heading, vertex))).collect();
        Lists::of(self.ids.len(), &below)
    }

    /// The headings above a clause, nearest first.
    fn headings(&self, vertex: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(self.nearest_headings[vertex as usize], |above| self.nearest_headings[*above as usize])
    }

    fn add_row(&mut self, row: Row<'l>) {
        let relation = row.relation;
        let Some(to) = self.vertex(&relation.to) else { return };
        let from: Vec<u32> = relation.from.iter().filter_map(|clause| self.vertex(clause)).collect();
        if relation.reading(Direction::Forward) == Reading::Disjoint {
            for from in &from {
                self.denials.add(*from, to);
            }
            if let (true, Some((first, _))) = (from.is_empty(), self.starts.get(&row.table.from)) {
                self.denials.add_edition(to, *first);
            }
            return;
        }
        if !relation.forward.shares_demands() || from.is_empty() {
            return;
        }
        let row_number = number(self.rows.len());
        self.rows.push(row);
        let mut add = |from: u32, to: u32, direction: Direction, reading: Result<Reading, u32>| {
            let edge = Edge { row: row_number, direction, reading };
            self.graph.add_edge(NodeIndex::new(from as usize), NodeIndex::new(to as usize), edge);
        };
        for from in &from {
            add(to, *from, Direction::Backward, Ok(relation.reading(Direction::Backward)));
        }
        if let [one] = from.as_slice() {
            return add(*one, to, Direction::Forward, Ok(relation.reading(Direction::Forward)));
        }
        for from in &from {
            add(*from, to, Direction::Forward, Err(number(self.joints.len())));
        }
        let is_whole = relation.forward == Strength::Full;
        self.joints.push(Joint { row: row_number, members: from, to, is_whole });
    }

    /// How rows lead on from a clause.
    fn onward(&self, clause: u32) -> impl Iterator<Item = Tie> {
        let edges = self.graph.edges(NodeIndex::new(clause as usize));
        edges.map(|edge| edge.weight().seen_from(number(edge.target().index())))
    }

    /// How rows lead to a clause; a joint row once, though all of its clauses do.
    fn back(&self, clause: u32) -> impl Iterator<Item = Tie> {
        let edges = self.graph.edges_directed(NodeIndex::new(clause as usize), petgraph::Direction::Incoming);
        let edges = edges.map(|edge| (number(edge.source().index()), *edge.weight()));
        let is_first = |(from, edge): &(u32, Edge)| match edge.reading {
            Ok(_) => true,
            Err(joint) => self.joints[joint as usize].members.first() == Some(from),
        };
        edges.filter(is_first).map(|(from, edge)| edge.seen_from(from))
    }

    fn add_unrelated(&mut self, table: &'l Table) {
        let Some((first, _)) = self.starts.get(&table.to) else { return };
        let first = *first;
        for number in table.unrelated.keys() {
            let clause = ClauseId { edition: table.from.clone(), number: number.clone() };
            if let Some(clause) = self.vertex(&clause) {
                self.denials.add_edition(clause, first);
            }
        }
    }

    /// Whether a row says that a requirement shares nothing with a clause, or with the edition of that clause.
    fn shares_nothing(&self, requirement: u32, clause: u32) -> bool {
        let with_above = |vertex: u32| std::iter::once(vertex).chain(self.headings(vertex));
        let first = self.starts.get(&self.ids[clause as usize].edition).map(|(first, _)| *first);
        with_above(requirement).any(|ours| {
            first.is_some_and(|first| self.denials.of_edition(ours, first))
                || with_above(clause).any(|theirs| self.denials.of_clauses(ours, theirs))
        })
    }

    fn vertex(&self, clause: &ClauseId) -> Option<u32> {
        let (start, catalog) = self.starts.get(&clause.edition)?;
        Some(start + number(catalog.position(&clause.number)?))
    }

    /// The vertices of an edition.
    fn vertices(&self, edition: &EditionId) -> std::ops::Range<u32> {
        let Some((start, catalog)) = self.starts.get(edition) else { return 0..0 };
        *start..start + number(catalog.clauses().len())
    }

    /// The library that was joined.
    pub fn library(&self) -> &'l Library {
        self.library
    }

    /// The clause with this id.
    pub fn clause(&self, clause: &ClauseId) -> Option<&'l Clause> {
        self.library.clause(clause)
    }

    /// The requirements of an edition, in published order.
    pub fn requirements(&self, edition: &EditionId) -> impl Iterator<Item = &ClauseId> {
        self.vertices(edition)
            .filter(|vertex| self.kinds[*vertex as usize] == ClauseKind::Requirement)
            .map(|vertex| &self.ids[vertex as usize])
    }

    /// The requirements that a clause stands for: those below a heading, or itself.
    pub fn requirements_of(&self, clause: &ClauseId) -> Vec<&ClauseId> {
        let Some(vertex) = self.vertex(clause) else { return Vec::new() };
        match self.kinds[vertex as usize] {
            ClauseKind::Heading => {
                self.below.of_number(vertex).iter().map(|below| &self.ids[*below as usize]).collect()
            }
            ClauseKind::Requirement => vec![&self.ids[vertex as usize]],
            ClauseKind::Informative => Vec::new(),
        }
    }

    /// The rows that take part, each with its table, in the order of tables.
    pub fn rows(&self) -> impl Iterator<Item = (&'l Table, &'l Relation)> {
        self.selected.iter().map(|row| (row.table, row.relation))
    }
}
