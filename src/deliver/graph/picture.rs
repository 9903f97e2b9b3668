//! A network of clauses as the nodes and ties of a picture.

use std::collections::{BTreeMap, BTreeSet};

use super::{GraphClause, GraphRow, Network, strength_tone};
use crate::model::{ClauseId, EditionId, Strength};
use crate::query::tally::tone;
use crate::query::words::joined;
use crate::report::{Edge, Graph, Node, NodeKind, Tone, sanitized};
use crate::survey::map::MapRow;

impl Network {
    /// The picture: clauses in columns of editions, and a node more for each joint row.
    pub(super) fn picture(&self, title: &str) -> Graph {
        let mut nodes: Vec<Node> = self.clauses.iter().map(|clause| self.node(clause)).collect();
        let places: BTreeMap<&ClauseId, usize> =
            self.clauses.iter().enumerate().map(|(place, clause)| (&clause.clause, place)).collect();
        let place = |clause: &ClauseId| places.get(clause).copied();
        let mut ties = Vec::new();
        for row in &self.rows {
            let Some(to) = place(&row.relation.to) else { continue };
            let from: Vec<usize> = row.relation.from.iter().filter_map(place).collect();
            match from.as_slice() {
                [] => {}
                [from] => ties.push(edge(row, *from, to)),
                // Clauses of one touch point touch each by itself.
                several if row.relation.forward == Strength::Related => {
                    ties.extend(several.iter().map(|from| edge(row, *from, to)));
                }
                several => {
                    let joint = nodes.len();
                    nodes.push(joint_node(row, joint - self.clauses.len() + 1));
                    let share = |from: &usize| Edge {
                        label: "jointly".to_owned().into(),
                        add: None,
                        ..edge(row, *from, joint)
                    };
                    ties.extend(several.iter().map(share));
                    ties.push(edge(row, joint, to));
                }
            }
        }
        for row in &self.inferred {
            let Some(to) = place(&row.to) else { continue };
            ties.extend(row.from.iter().filter_map(place).map(|from| inferred_edge(row, from, to)));
        }
        Graph {
            title: title.to_owned().into(),
            groups: self.editions.iter().map(Into::into).collect(),
            nodes,
            edges: ties,
        }
    }

    /// The editions of which a row covers something, or to which a chain leads.
    fn covered(&self) -> BTreeSet<&EditionId> {
        let covering = self.rows.iter().filter(|row| row.relation.forward.shares_demands());
        let covering = covering.map(|row| &row.relation.to.edition);
        covering.chain(self.inferred.iter().map(|row| &row.to.edition)).collect()
    }

    fn node(&self, clause: &GraphClause) -> Node {
        let edition = &clause.clause.edition;
        let is_covered = || self.covered().contains(edition);
        let (tone, state) = match clause.state.word() {
            Some((word, tone)) => (tone, Some(word)),
            None if clause.is_related && !(clause.is_only_touched && is_covered()) => (Tone::Plain, None),
            // What nothing covers is new in an edition of which rows cover something; elsewhere it only leads nowhere.
            None if is_covered() => (Tone::Bad, Some("uncovered".to_owned())),
            None => (Tone::Quiet, Some("unrelated".to_owned())),
        };
        Node {
            id: clause.clause.to_string(),
            label: clause.clause.number.to_string().into(),
            title: sanitized(&clause.title).into(),
            group: self.editions.iter().position(|known| known == edition),
            kind: NodeKind::Clause,
            tone,
            state: state.map(Into::into),
        }
    }
}

fn joint_node(row: &GraphRow, number: usize) -> Node {
    let members = joined(&row.relation.from, " with ");
    Node {
        id: format!("joint-{number}"),
        label: "+".to_owned().into(),
        title: format!("{members}, jointly").into(),
        group: None,
        kind: NodeKind::Joint,
        tone: strength_tone(row.relation.forward),
        state: None,
    }
}

fn edge(row: &GraphRow, from: usize, to: usize) -> Edge {
    Edge {
        from,
        to,
        label: row.relation.forward.to_string().into(),
        tone: strength_tone(row.relation.forward),
        table: Some(row.table.to_string()),
        confidence: Some(row.relation.confidence.to_string()),
        add: row.relation.add.as_ref().map(|add| sanitized(add)),
    }
}

fn inferred_edge(row: &MapRow, from: usize, to: usize) -> Edge {
    Edge {
        from,
        to,
        label: format!("{}, inferred", row.relation).into(),
        tone: tone(row.relation),
        table: Some(joined(&row.tables, " ")),
        confidence: row.confidence.map(|confidence| confidence.to_string()),
        add: row.add.as_ref().map(|add| sanitized(add)),
    }
}
