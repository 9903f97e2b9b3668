//! The clauses of a library joined by their relations: a graph to walk.
//!
//! What follows is carried along chains as one of five things [`Known`] of a clause; a [`Level`] is what people are told of it.
//! [`Inference`] follows all chains at once, `trail` chooses the best of them, and `contribution` finds what else leads to a
//! clause.
//!
//! Only this room knows of petgraph, and nothing of it leaves. Clauses are vertices, in the order of editions and then of
//! their catalogs; a row between two clauses is an edge each way; a joint row is a vertex of its own, into which its
//! `from` clauses lead and which leads to its `to`. Nothing is ever taken out, so the numbers of vertices stay.

mod assumptions;
mod composition;
mod contribution;
mod denials;
mod inference;
mod known;
mod level;
mod trail;

pub use assumptions::{Assumption, Assumptions};
pub use composition::Composed;
pub use contribution::Contribution;
pub use inference::Inference;
pub use known::Known;
pub use level::Level;
pub use trail::{Derivation, Implication, Step, Trail};

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;

use petgraph::graph::{DiGraph, NodeIndex};

use denials::Denials;

use crate::model::{
    Catalog, Clause, ClauseId, ClauseKind, Confidence, Direction, EditionId, Library, Reading, Relation, Table, TableId,
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

/// What stands at a vertex: a clause, or a joint row with how many clauses lead into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vertex {
    Clause,
    Joint { members: u32 },
}

/// What an edge means for a level that goes along it.
#[derive(Debug, Clone, Copy)]
struct Tie {
    row: u32,
    direction: Direction,
    passage: Passage,
}

#[derive(Debug, Clone, Copy)]
enum Passage {
    /// From a clause to a clause.
    Step(Reading),
    /// From a clause into a joint row.
    Share,
    /// From a joint row to the clause that it covers.
    Together,
}

/// The graph, and what a walk over it needs to know of each clause.
#[derive(Debug)]
pub struct Crosswalk<'l> {
    library: &'l Library,
    graph: DiGraph<Vertex, Tie, u32>,
    rows: Vec<Row<'l>>,
    /// All rows that take part, also those that lead nowhere: nothing is shared, or nothing is said to be.
    selected: Vec<Row<'l>>,
    ids: Vec<ClauseId>,
    kinds: Vec<ClauseKind>,
    /// The headings above each clause, nearest first.
    headings: Vec<Vec<u32>>,
    /// The requirements below each heading, in published order.
    below: Vec<Vec<u32>>,
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
            graph: DiGraph::default(),
            rows: Vec::new(),
            selected: Vec::new(),
            ids: Vec::new(),
            kinds: Vec::new(),
            headings: Vec::new(),
            below: Vec::new(),
            denials: Denials::default(),
            starts: HashMap::default(),
        };
        for catalog in library.catalogs() {
            crosswalk.add_clauses(catalog);
        }
        for table in library.tables().filter(|table| !selection.without.contains(&table.id)) {
            crosswalk.add_unrelated(table);
            for relation in &table.rows {
                if selection.min_confidence.is_none_or(|least| relation.confidence >= least) {
                    crosswalk.selected.push(Row { table, relation });
                    crosswalk.add_row(Row { table, relation });
                }
            }
        }
        crosswalk.denials.settle(&crosswalk.kinds, &crosswalk.below, &crosswalk.headings);
        crosswalk
    }

    fn add_clauses(&mut self, catalog: &'l Catalog) {
        let start = number(self.ids.len());
        self.starts.insert(&catalog.id, (start, catalog));
        for (position, clause) in catalog.clauses().iter().enumerate() {
            self.graph.add_node(Vertex::Clause);
            self.ids.push(ClauseId { edition: catalog.id.clone(), number: clause.number.clone() });
            self.kinds.push(clause.kind);
            self.below.push(Vec::new());
            let is_heading = |above: &usize| catalog.clauses()[*above].kind == ClauseKind::Heading;
            self.headings
                .push(catalog.ancestors(position).filter(is_heading).map(|above| start + number(above)).collect());
        }
        for vertex in start..number(self.ids.len()) {
            if self.kinds[vertex as usize] == ClauseKind::Requirement {
                for heading in &self.headings[vertex as usize] {
                    self.below[*heading as usize].push(vertex);
                }
            }
        }
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
        let forward = |passage| Tie { row: row_number, direction: Direction::Forward, passage };
        let backward = Tie {
            row: row_number,
            direction: Direction::Backward,
            passage: Passage::Step(relation.reading(Direction::Backward)),
        };
        let to = NodeIndex::new(to as usize);
        for from in &from {
            self.graph.add_edge(to, NodeIndex::new(*from as usize), backward);
        }
        match from.as_slice() {
            [one] => {
                let passage = Passage::Step(relation.reading(Direction::Forward));
                self.graph.add_edge(NodeIndex::new(*one as usize), to, forward(passage));
            }
            several => {
                let joint = self.graph.add_node(Vertex::Joint { members: number(several.len()) });
                for from in several {
                    self.graph.add_edge(NodeIndex::new(*from as usize), joint, forward(Passage::Share));
                }
                self.graph.add_edge(joint, to, forward(Passage::Together));
            }
        }
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
            ClauseKind::Heading => self.below[vertex as usize].iter().map(|below| &self.ids[*below as usize]).collect(),
            ClauseKind::Requirement => vec![&self.ids[vertex as usize]],
            ClauseKind::Informative => Vec::new(),
        }
    }

    /// The rows that take part, each with its table, in the order of tables.
    pub fn rows(&self) -> impl Iterator<Item = (&'l Table, &'l Relation)> {
        self.selected.iter().map(|row| (row.table, row.relation))
    }

    /// The requirements of `base` from which a clause can be reached over at most so many rows, in published order.
    pub fn sources(&self, clause: &ClauseId, base: &BTreeSet<EditionId>, hops: u32) -> Vec<&ClauseId> {
        let Some(vertex) = self.vertex(clause) else { return Vec::new() };
        let is_base = |vertex: &u32| {
            self.kinds[*vertex as usize] == ClauseKind::Requirement
                && base.contains(&self.ids[*vertex as usize].edition)
        };
        self.behind(vertex, hops).into_iter().filter(is_base).map(|vertex| &self.ids[vertex as usize]).collect()
    }

    /// The clauses from which a vertex can be reached, as a walk against the edges finds them.
    fn behind(&self, vertex: u32, hops: u32) -> BTreeSet<u32> {
        let mut seen: BTreeSet<u32> = BTreeSet::new();
        let mut front = vec![vertex];
        for _ in 0..=hops {
            // A requirement may be given something over the headings above it, and a heading stands on those below.
            let widened: Vec<u32> = front
                .drain(..)
                .flat_map(|vertex| {
                    let around = self.headings[vertex as usize].iter().chain(&self.below[vertex as usize]).copied();
                    std::iter::once(vertex).chain(around).collect::<Vec<_>>()
                })
                .filter(|vertex| seen.insert(*vertex))
                .collect();
            for vertex in widened {
                for before in
                    self.graph.neighbors_directed(NodeIndex::new(vertex as usize), petgraph::Direction::Incoming)
                {
                    match self.graph[before] {
                        Vertex::Clause => front.push(number(before.index())),
                        Vertex::Joint { .. } => {
                            front.extend(
                                self.graph
                                    .neighbors_directed(before, petgraph::Direction::Incoming)
                                    .map(|member| number(member.index())),
                            );
                        }
                    }
                }
            }
        }
        seen
    }
}
