//! The clauses of a library, connected by their relations as a graph.
//!
//! A chain carries one of five facts, [`Known`], about each clause on it; a [`Level`] is the form in which people see
//! this fact. [`Inference`] follows all chains at once, `trail` chooses the best of them, and `contribution` finds the
//! other clauses that contribute to a level. [`WhatIf`] calculates how levels change with the statements.
//!
//! Clauses are vertices, in the order of editions and then of their catalogs. A row between two clauses is an edge in
//! each direction; a joint row has an edge from each of its `from` clauses, and one back to each. Nothing is ever
//! removed, so the numbers of vertices do not change. Only this room uses petgraph, and none of its types are visible
//! outside.

mod assumptions;
mod composition;
mod cone;
mod contribution;
mod denials;
mod fact;
mod grounds;
mod inference;
mod joined;
mod known;
mod level;
mod neighbours;
mod proofs;
mod selection;
mod trail;
mod vicinity;
mod what_if;

pub use assumptions::{Assumption, Assumptions};
pub use composition::Composed;
pub use contribution::Contribution;
pub use inference::Inference;
pub use joined::Joined;
pub use known::Known;
pub use level::Level;
pub use neighbours::{Neighbour, Neighbours};
pub use selection::Selection;
pub use trail::{Derivation, Implication, Step, Trail};
pub use what_if::{Rise, WhatIf};

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use joined::{Edge, Joint, RowNumber, number};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::model::{Catalog, Clause, ClauseId, ClauseKind, Direction, EditionId, Library, Reading, Relation, Table};

/// A row that takes part.
#[derive(Debug, Clone, Copy)]
struct Row<'l> {
    table: &'l Table,
    relation: &'l Relation,
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
    /// To the clause at the other end, or from it, which has this relation to the clause at the end of the row.
    Step(u32, Reading),
    /// Through the joint row with this number.
    Joint(u32),
}

/// A library whose clauses are joined by the rows of a selection: as soon as code walks from one to another.
#[derive(Debug)]
pub struct Crosswalk<'l> {
    library: &'l Library,
    selection: Selection,
    /// In the order of ids.
    catalogs: Vec<&'l Catalog>,
    /// In the order of ids.
    tables: Vec<&'l Table>,
    joined: SharedGraph,
    /// The editions that are asked about, where it is joined for them.
    targets: Vec<EditionId>,
    /// How far each clause is from these.
    distances: OnceLock<Vec<u32>>,
}

/// The graph of a library and a selection, as soon as it is walked: for an owner who keeps it with the library and asks
/// many questions of both, one after the other or side by side.
#[derive(Debug, Clone, Default)]
pub struct SharedGraph(Arc<OnceLock<Joined>>);

impl<'l> Crosswalk<'l> {
    /// A library, and the rows that are to join its clauses.
    pub fn new(library: &'l Library, selection: &Selection) -> Self {
        Self::with_graph(library, selection, SharedGraph::default())
    }

    /// The same with a graph that was, or will be, made of this very library by this very selection.
    pub fn with_graph(library: &'l Library, selection: &Selection, joined: SharedGraph) -> Self {
        Self {
            library,
            selection: selection.clone(),
            catalogs: library.catalogs().collect(),
            tables: library.tables().collect(),
            joined,
            targets: Vec::new(),
            distances: OnceLock::new(),
        }
    }

    /// The part of a library that chains of at most `hops` rows to some editions can pass through: what follows of these
    /// editions is the same as in the whole, and takes less time where the library is large.
    pub fn around<'t>(
        library: &'l Library,
        selection: &Selection,
        targets: impl IntoIterator<Item = &'t EditionId>,
        hops: u32,
    ) -> Self {
        let targets: Vec<EditionId> = targets.into_iter().cloned().collect();
        let near = vicinity::editions(library, selection, &targets, hops);
        Self {
            library,
            selection: selection.clone(),
            catalogs: library.catalogs().filter(|catalog| near.contains(&catalog.id)).collect(),
            tables: library.tables().filter(|table| near.contains(&table.from) && near.contains(&table.to)).collect(),
            joined: SharedGraph::default(),
            targets,
            distances: OnceLock::new(),
        }
    }

    /// The part of a library that rows connect to some editions, through whatever others: what follows of these editions,
    /// and what anything states in them, is the same as in the whole.
    pub fn connected<'t>(
        library: &'l Library,
        selection: &Selection,
        editions: impl IntoIterator<Item = &'t EditionId>,
    ) -> Self {
        Self { targets: Vec::new(), ..Self::around(library, selection, editions, u32::MAX) }
    }

    /// The editions that are joined, in the order of their ids.
    pub fn catalogs(&self) -> &[&'l Catalog] {
        &self.catalogs
    }

    /// The tables whose rows join them, in the order of their ids.
    pub fn tables(&self) -> &[&'l Table] {
        &self.tables
    }

    /// Through how many rows each clause points to the editions that it is joined for, at least; nothing if it is
    /// joined for none.
    fn distances(&self) -> Option<&[u32]> {
        let is_asked = !self.targets.is_empty();
        is_asked.then(|| self.distances.get_or_init(|| vicinity::distances(self, &self.targets)).as_slice())
    }

    /// The library that is joined.
    pub fn library(&self) -> &'l Library {
        self.library
    }

    /// The clause with this id.
    pub fn clause(&self, clause: &ClauseId) -> Option<&'l Clause> {
        self.library.clause(clause)
    }
}

impl Deref for Crosswalk<'_> {
    type Target = Joined;

    #[inline]
    fn deref(&self) -> &Joined {
        self.joined.0.get_or_init(|| Joined::new(&self.catalogs, &self.tables, &self.selection))
    }
}

impl<'l> Crosswalk<'l> {
    /// The row with a number.
    #[inline]
    fn row(&self, row: RowNumber) -> Row<'l> {
        let table = self.tables[row.table as usize];
        Row { table, relation: &table.rows[row.row as usize] }
    }

    /// How rows lead on from a clause.
    fn onward(&self, clause: u32) -> impl Iterator<Item = Tie> {
        let edges = self.graph.edges(NodeIndex::new(clause as usize));
        edges.map(|edge| self.tie(*edge.weight(), number(edge.target().index())))
    }

    /// The rows to a clause; a joint row once, for all of its clauses.
    fn back(&self, clause: u32) -> impl Iterator<Item = Tie> {
        let edges = self.graph.edges_directed(NodeIndex::new(clause as usize), petgraph::Direction::Incoming);
        let ties = edges.map(|edge| {
            let from = number(edge.source().index());
            (from, self.tie(*edge.weight(), from))
        });
        let is_first = |(from, tie): &(u32, Tie)| match tie.passage {
            Passage::Step(..) => true,
            Passage::Joint(joint) => self.joints[joint as usize].members.first() == Some(from),
        };
        ties.filter(is_first).map(|(_, tie)| tie)
    }

    /// An edge with the clause at its other end.
    #[inline]
    fn tie(&self, edge: Edge, other: u32) -> Tie {
        let passage = match edge.reading {
            Some(reading) => Passage::Step(other, reading),
            None => Passage::Joint(self.joint_of(edge.row)),
        };
        Tie { row: edge.row, direction: edge.direction, passage }
    }

    /// Whether a row says that a requirement shares nothing with a clause, or with the edition of that clause.
    fn shares_nothing(&self, requirement: u32, clause: u32) -> bool {
        let with_above = |vertex: u32| std::iter::once(vertex).chain(self.headings(vertex));
        let first = self.places.get(&self.ids[clause as usize].edition).map(|place| place.first);
        with_above(requirement).any(|ours| {
            first.is_some_and(|first| self.denials.of_edition(ours, first))
                || with_above(clause).any(|theirs| self.denials.of_clauses(ours, theirs))
        })
    }

    fn vertex(&self, clause: &ClauseId) -> Option<u32> {
        self.vertex_among(&self.catalogs, clause)
    }

    /// The vertices of an edition.
    fn vertices(&self, edition: &EditionId) -> std::ops::Range<u32> {
        self.places.get(edition).map_or(0..0, |place| place.first..place.end)
    }

    /// The requirements of an edition, in published order.
    pub fn requirements(&self, edition: &EditionId) -> impl Iterator<Item = &ClauseId> {
        self.vertices(edition)
            .filter(|vertex| self.kinds[*vertex as usize] == ClauseKind::Requirement)
            .map(|vertex| &self.ids[vertex as usize])
    }

    /// The requirements that a clause represents: those below a heading, or itself.
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
        let tables = self.tables.iter().copied().filter(|table| self.selection.takes_table(table));
        tables.flat_map(|table| {
            table.rows.iter().filter(|row| self.selection.takes(row.confidence)).map(move |row| (table, row))
        })
    }
}
