//! Clauses and what ties them, as a picture shows them.

use super::Tone;
use crate::language::Phrase;

/// Nodes in groups, and ties between nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// Its title.
    pub title: Phrase,
    /// The titles of the groups, such as editions, in their order from left to right.
    pub groups: Vec<Phrase>,
    /// Its nodes; those of a group in reading order.
    pub nodes: Vec<Node>,
    /// Its ties.
    pub edges: Vec<Edge>,
}

/// What a node represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A clause.
    Clause,
    /// A joint row: what leads into it leads on together.
    Joint,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its id, unlike that of any other node: a whole reference, or one made for a joint row.
    pub id: String,
    /// Its content: a number.
    pub label: Phrase,
    /// What it is called.
    pub title: Phrase,
    /// The position of its group in [`Graph::groups`]; none for a joint row.
    pub group: Option<usize>,
    /// What it represents.
    pub kind: NodeKind,
    /// What its state means.
    pub tone: Tone,
    /// Its state in a word, such as a level, if there is one.
    pub state: Option<Phrase>,
}

/// What ties a node to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The position of the node that it starts from.
    pub from: usize,
    /// The position of the node to which it points.
    pub to: usize,
    /// What it says, such as `full`.
    pub label: Phrase,
    /// What that means.
    pub tone: Tone,
    /// The table that says so.
    pub table: Option<String>,
    /// Its confidence.
    pub confidence: Option<String>,
    /// What remains to be done along it.
    pub add: Option<String>,
}
