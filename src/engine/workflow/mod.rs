//! Tasks that depend on each other: their order, what can run in parallel, and the critical path.

mod serial;

pub use serial::{Timetable, Work};

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use petgraph::{Direction, algo};

use crate::model::{Method, PersonDays};

/// Tasks by their positions, and which waits for which. There is no circle among them.
#[derive(Debug, Clone)]
pub struct Workflow {
    graph: DiGraph<(), (), usize>,
    order: Vec<usize>,
}

/// Earliest starts and the critical path, if each task takes its stated effort and starts as early as it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// For each task, the effort on the longest path before it.
    pub earliest_start: Vec<PersonDays>,
    /// For each task, whether delaying it delays the whole plan.
    pub is_critical: Vec<bool>,
    /// The effort on the critical path.
    pub length: PersonDays,
}

impl Workflow {
    /// Joins tasks; `waits` holds for each the positions of those that it waits for. Nothing where some wait in a circle.
    pub fn new(waits: &[Vec<usize>]) -> Option<Self> {
        let mut graph = DiGraph::with_capacity(waits.len(), waits.iter().map(Vec::len).sum());
        waits.iter().for_each(|_| {
            graph.add_node(());
        });
        for (task, earlier) in waits.iter().enumerate() {
            for earlier in earlier {
                graph.update_edge(NodeIndex::new(*earlier), NodeIndex::new(task), ());
            }
        }
        if algo::is_cyclic_directed(&graph) {
            return None;
        }
        let order = order(&graph);
        Some(Self { graph, order })
    }

    /// Joins the steps of a method by their positions.
    pub fn of(method: &Method) -> Option<Self> {
        let positions: BTreeMap<&str, usize> =
            method.steps.iter().enumerate().map(|(at, step)| (step.id.as_str(), at)).collect();
        let waits: Vec<Vec<usize>> = method
            .steps
            .iter()
            .map(|step| step.after.iter().filter_map(|id| positions.get(id.as_str()).copied()).collect())
            .collect();
        Self::new(&waits)
    }

    /// The tasks, each after all that it waits for; if that leaves a choice, in the order of their positions.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Of each task the wave in which it can be done, from 1: those of one wave may run side by side.
    pub fn waves(&self) -> Vec<usize> {
        let mut waves = vec![1; self.order.len()];
        for task in &self.order {
            waves[*task] = self.predecessors(*task).map(|earlier| waves[earlier] + 1).max().unwrap_or(1);
        }
        waves
    }

    /// When each task can start, and which are critical; `efforts` holds how much work each is.
    pub fn timing(&self, efforts: &[PersonDays]) -> Timing {
        let mut begins = vec![PersonDays::default(); self.order.len()];
        for task in &self.order {
            let ends = self.predecessors(*task).map(|earlier| begins[earlier] + efforts[earlier]);
            begins[*task] = ends.max().unwrap_or_default();
        }
        let ends = begins.iter().zip(efforts).map(|(begin, effort)| *begin + *effort);
        let length = ends.max().unwrap_or_default();
        // How much work is left from the start of a task to the end on the longest way.
        let mut left = vec![PersonDays::default(); self.order.len()];
        for task in self.order.iter().rev() {
            let behind = self.successors(*task).map(|later| left[later]).max().unwrap_or_default();
            left[*task] = behind + efforts[*task];
        }
        let is_critical = (0..self.order.len())
            .map(|task| efforts[task] > PersonDays::default() && begins[task] + left[task] == length)
            .collect();
        Timing { earliest_start: begins, is_critical, length }
    }

    fn predecessors(&self, task: usize) -> impl Iterator<Item = usize> {
        self.graph.edges_directed(NodeIndex::new(task), Direction::Incoming).map(|edge| edge.source().index())
    }

    fn successors(&self, task: usize) -> impl Iterator<Item = usize> {
        self.graph.edges_directed(NodeIndex::new(task), Direction::Outgoing).map(|edge| edge.target().index())
    }
}

/// A topological order that among free tasks takes the first, which that of the crate does not promise.
fn order(graph: &DiGraph<(), (), usize>) -> Vec<usize> {
    let mut waits: Vec<usize> =
        graph.node_indices().map(|task| graph.neighbors_directed(task, Direction::Incoming).count()).collect();
    let mut free: BinaryHeap<Reverse<usize>> = (0..waits.len()).filter(|task| waits[*task] == 0).map(Reverse).collect();
    let mut order = Vec::with_capacity(waits.len());
    while let Some(Reverse(task)) = free.pop() {
        order.push(task);
        for later in graph.neighbors(NodeIndex::new(task)) {
            waits[later.index()] -= 1;
            if waits[later.index()] == 0 {
                free.push(Reverse(later.index()));
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(days: &[u32]) -> Vec<PersonDays> {
        days.iter().map(|days| PersonDays::whole(*days)).collect()
    }

    #[test]
    fn tasks_come_behind_what_they_wait_for_and_else_in_their_order() {
        let workflow = Workflow::new(&[vec![3], vec![], vec![0, 1], vec![]]).unwrap();
        assert_eq!(workflow.order(), [1, 3, 0, 2]);
        assert_eq!(workflow.waves(), [2, 1, 3, 1]);
    }

    #[test]
    fn tasks_in_a_circle_have_no_order() {
        assert!(Workflow::new(&[vec![1], vec![0]]).is_none());
        assert!(Workflow::new(&[vec![0]]).is_none());
        assert_eq!(Workflow::new(&[]).unwrap().order(), [0; 0]);
    }

    #[test]
    fn the_longest_way_is_critical() {
        // 0 (2 days) before 1 (3) and 2 (1); both before 3 (4); 4 (8) on its own.
        let workflow = Workflow::new(&[vec![], vec![0], vec![0], vec![1, 2], vec![]]).unwrap();
        let timing = workflow.timing(&days(&[2, 3, 1, 4, 8]));
        assert_eq!(timing.earliest_start, days(&[0, 2, 2, 5, 0]));
        assert_eq!(timing.length, PersonDays::whole(9));
        assert_eq!(timing.is_critical, [true, true, false, true, false]);
    }

    #[test]
    fn nothing_is_critical_where_nothing_is_known_to_be_work() {
        let timing = Workflow::new(&[vec![], vec![0]]).unwrap().timing(&days(&[0, 0]));
        assert_eq!((timing.length, timing.is_critical), (PersonDays::default(), vec![false, false]));
    }
}
