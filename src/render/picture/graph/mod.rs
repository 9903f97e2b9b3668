//! The picture of a graph: groups as columns side by side, and curves between them.

mod legend;
mod style;

use std::collections::BTreeSet;

use svg::node::element::Group;

use super::{canvas, circle, hint, joined, mark, path, rectangle, round, shortened, text, toned};
use crate::language::{DocumentLanguage, say};
use crate::render::in_words;
use crate::report::{Edge, Graph, Node, NodeKind, Tone};
use style::{EDGE, ROW, is_idle, line_class};

/// How far rows of a column with few of them may lie apart.
const LOOSEST: f64 = 30.0;
/// What the title of a group takes above its rows.
const HEAD: f64 = 46.0;
/// The width of a column, and of the space between two.
const COLUMN: f64 = 290.0;
const SPACE: f64 = 200.0;
/// How far a joint row is from the clause to which it points.
const JOINT: f64 = 34.0;
/// Of longer numbers only the beginning is shown.
const LONGEST: usize = 16;
/// Up to so many groups each has a column of its own.
const WIDE: usize = 4;

/// Draws a graph as a whole `<svg>` element.
pub(crate) fn draw(graph: &Graph, language: DocumentLanguage) -> String {
    let columns = columns(graph);
    let spots = spots(graph, &columns);
    let count = columns.len() as f64;
    // Curves within the only column swing out to its right.
    let swing = if columns.len() == 1 && !graph.edges.is_empty() { SPACE } else { 0.0 };
    let width = 2.0 * EDGE + count * COLUMN + (count - 1.0).max(0.0) * SPACE + swing;
    let bottom = columns.iter().map(Column::bottom).fold(EDGE, f64::max);
    let (legend, height) = legend::drawn(graph, language, bottom + 28.0, width);
    let clauses = graph.nodes.iter().filter(|node| node.kind == NodeKind::Clause).count();
    let description = in_words(&say!("picture-graph", clauses = clauses, editions = joined(&graph.groups)), language);
    let mut picture = canvas("graph", &graph.title, &description, width, height + EDGE);
    for tie in &graph.edges {
        picture = picture.add(drawn_edge(graph, tie, &spots, &columns));
    }
    for column in &columns {
        let number_width = column.number_width(graph);
        for block in &column.blocks {
            let title = shortened(&graph.groups[block.group], 40);
            let count = in_words(&say!("picture-shown", count = block.nodes.len()), language);
            picture = picture.add(text(column.left + 4.0, block.first - 21.0, "xw-strong", &title)).add(text(
                column.left + 4.0,
                block.first - 7.0,
                "xw-small xw-faint",
                &count,
            ));
            for node in &block.nodes {
                picture = picture.add(drawn_clause(&graph.nodes[*node], &spots[*node], number_width));
            }
        }
    }
    for (node, spot) in graph.nodes.iter().zip(&spots).filter(|(node, _)| node.kind == NodeKind::Joint) {
        picture = picture.add(toned(node.tone).add(hint(&node.title)).add(circle("xw-area", spot.left, spot.y, 3.2)));
    }
    picture.add(legend).to_string()
}

/// A column: one group, or several above each other.
struct Column {
    left: f64,
    blocks: Vec<Block>,
}

/// The nodes of a group, top to bottom, and how far its rows lie apart.
struct Block {
    group: usize,
    first: f64,
    pitch: f64,
    nodes: Vec<usize>,
}

impl Block {
    fn bottom(&self) -> f64 {
        self.first + self.pitch * self.nodes.len() as f64
    }

    /// The space between two rows that is nearest to a height.
    fn lane(&self, y: f64) -> f64 {
        self.first + self.pitch * ((y - self.first) / self.pitch).round().clamp(0.0, self.nodes.len() as f64)
    }
}

impl Column {
    fn right(&self) -> f64 {
        self.left + COLUMN
    }

    fn bottom(&self) -> f64 {
        self.blocks.last().map_or(0.0, Block::bottom)
    }

    fn lane(&self, y: f64) -> f64 {
        let is_beside = self.blocks.first().is_none_or(|block| y < block.first - HEAD) || y > self.bottom();
        if is_beside {
            return y;
        }
        let lanes = self.blocks.iter().map(|block| block.lane(y));
        lanes.min_by(|one, other| (one - y).abs().total_cmp(&(other - y).abs())).unwrap_or(y)
    }

    fn number_width(&self, graph: &Graph) -> f64 {
        let nodes = self.blocks.iter().flat_map(|block| &block.nodes);
        let longest = nodes.map(|node| graph.nodes[*node].label.chars().count()).max().unwrap_or(0);
        8.0 * longest.min(LONGEST) as f64 + 6.0
    }
}

/// Columns of few rows spread over the height of the longest, so that curves stay flat.
fn columns(graph: &Graph) -> Vec<Column> {
    let nodes = |group| (0..graph.nodes.len()).filter(|node| graph.nodes[*node].group == Some(group)).collect();
    let columns: Vec<Vec<(usize, Vec<usize>)>> = stacks(graph)
        .into_iter()
        .map(|groups| groups.into_iter().map(|group| (group, nodes(group))).collect())
        .collect();
    let rows = |column: &[(usize, Vec<usize>)]| column.iter().map(|(_, nodes)| nodes.len()).sum::<usize>() as f64;
    let heads = |column: &[(usize, Vec<usize>)]| HEAD * column.len() as f64;
    let height = columns.iter().map(|column| heads(column) + ROW * rows(column)).fold(0.0, f64::max);
    let mut placed = Vec::new();
    for (at, column) in columns.into_iter().enumerate() {
        let pitch = ((height - heads(&column)) / rows(&column).max(1.0)).clamp(ROW, LOOSEST);
        let mut y = EDGE + (height - heads(&column) - pitch * rows(&column)).max(0.0) / 2.0;
        let mut blocks = Vec::new();
        for (group, nodes) in column {
            blocks.push(Block { group, first: y + HEAD, pitch, nodes });
            y = blocks.last().map_or(y, Block::bottom);
        }
        placed.push(Column { left: EDGE + at as f64 * (COLUMN + SPACE), blocks });
    }
    placed
}

/// The groups of each column. Where there are many, neighbours that nothing ties share one.
fn stacks(graph: &Graph) -> Vec<Vec<usize>> {
    let onward = |joint: usize| graph.edges.iter().find(|tie| tie.from == joint).map(|tie| tie.to);
    let group = |node: usize| graph.nodes[node].group.or_else(|| graph.nodes[onward(node)?].group);
    let tied: BTreeSet<(usize, usize)> = graph
        .edges
        .iter()
        .filter_map(|tie| Some((group(tie.from)?, group(tie.to)?)))
        .flat_map(|(from, to)| [(from, to), (to, from)])
        .collect();
    let mut stacks: Vec<Vec<usize>> = Vec::new();
    for group in 0..graph.groups.len() {
        match stacks.last_mut() {
            Some(stack) if graph.groups.len() > WIDE && stack.iter().all(|known| !tied.contains(&(*known, group))) => {
                stack.push(group);
            }
            Some(_) | None => stacks.push(vec![group]),
        }
    }
    stacks
}

/// Where a node stands, and from where to where it reaches.
#[derive(Clone, Copy, Default)]
struct Spot {
    left: f64,
    right: f64,
    y: f64,
}

fn spots(graph: &Graph, columns: &[Column]) -> Vec<Spot> {
    let mut spots = vec![Spot::default(); graph.nodes.len()];
    for column in columns {
        for block in &column.blocks {
            for (row, node) in block.nodes.iter().enumerate() {
                let y = block.first + block.pitch * (row as f64 + 0.5);
                spots[*node] = Spot { left: column.left, right: column.right(), y };
            }
        }
    }
    let target = |joint: usize| graph.edges.iter().find(|tie| tie.from == joint).map(|tie| tie.to);
    let joints: Vec<usize> = (0..graph.nodes.len()).filter(|node| graph.nodes[*node].kind == NodeKind::Joint).collect();
    for joint in &joints {
        let Some(to) = target(*joint) else { continue };
        let member = graph.edges.iter().find(|tie| tie.to == *joint).map_or(to, |tie| tie.from);
        let siblings: Vec<&usize> = joints.iter().filter(|other| target(**other) == Some(to)).collect();
        let rank = siblings.iter().position(|other| *other == joint).unwrap_or(0) as f64;
        let is_left = spots[member].left < spots[to].left;
        let x = if is_left { spots[to].left - JOINT } else { spots[to].right + JOINT };
        let y = spots[to].y + 8.0 * (rank - (siblings.len() as f64 - 1.0) / 2.0);
        spots[*joint] = Spot { left: x, right: x, y };
    }
    spots
}

fn drawn_edge(graph: &Graph, tie: &Edge, spots: &[Spot], columns: &[Column]) -> Group {
    let (from, to) = (&graph.nodes[tie.from], &graph.nodes[tie.to]);
    let add = tie.add.as_ref().map(|add| format!("\n{add}")).unwrap_or_default();
    let table = tie.table.as_ref().map(|table| format!("\n{table}")).unwrap_or_default();
    let (line, end, ahead) = route(spots[tie.from], spots[tie.to], columns);
    let strength = if is_idle(from) { "xw-soft xw-idle" } else { "xw-soft" };
    let mut shapes = Group::new().set("class", strength).add(path(line_class(tie.tone), &line));
    if to.kind == NodeKind::Clause {
        let (x, y) = (round(end.0), round(end.1));
        shapes = shapes.add(path("xw-area", &format!("M {x} {y} l {} -3.4 v 6.8 z", -7.0 * ahead)));
    }
    toned(tie.tone).add(hint(&format!("{} → {}: {}{table}{add}", from.label, to.label, tie.label))).add(shapes)
}

/// A curve from one spot to another, where it ends, and whether it ends rightwards (1) or leftwards (-1). It passes columns
/// on its way between two of their rows.
fn route(from: Spot, to: Spot, columns: &[Column]) -> (String, (f64, f64), f64) {
    let (start, end, ahead) = if from.right <= to.left {
        (from.right, to.left, 1.0)
    } else if to.right <= from.left {
        (from.left, to.right, -1.0)
    } else {
        let swing = (30.0 + (to.y - from.y).abs() / 4.0).min(SPACE * 0.6);
        let (x, y, out) = (round(from.right), round(from.y), round(from.right + swing));
        let line = format!("M {x} {y} C {out} {y} {out} {} {} {}", round(to.y), round(to.right), round(to.y));
        return (line, (to.right, to.y), -1.0);
    };
    let mut line = format!("M {} {}", round(start), round(from.y));
    let mut at = (start, from.y);
    let mut curve = |at: (f64, f64), to: (f64, f64)| {
        let middle = round((at.0 + to.0) / 2.0);
        line += &format!(" C {middle} {} {middle} {} {} {}", round(at.1), round(to.1), round(to.0), round(to.1));
    };
    let is_passed = |column: &&Column| column.left > start.min(end) && column.right() < start.max(end);
    let mut passed: Vec<&Column> = columns.iter().filter(is_passed).collect();
    if ahead < 0.0 {
        passed.reverse();
    }
    for column in passed {
        let (near, far) = if ahead > 0.0 { (column.left, column.right()) } else { (column.right(), column.left) };
        let share = (near - start) / (end - start);
        let lane = column.lane(from.y + (to.y - from.y) * share);
        curve(at, (near, lane));
        curve((near, lane), (far, lane));
        at = (far, lane);
    }
    curve(at, (end, to.y));
    (line, (end, to.y), ahead)
}

fn drawn_clause(node: &Node, spot: &Spot, number_width: f64) -> Group {
    let state = node.state.as_ref().map(|state| format!(": {state}")).unwrap_or_default();
    let from = spot.left + 20.0;
    let room = (spot.right - from - number_width) / 7.2;
    let baseline = spot.y + 4.0;
    let weight = if node.tone == Tone::Quiet { "xw-faint" } else { "" };
    Group::new()
        .add(hint(&format!("{} {}{state}", node.id, node.title)))
        .add(rectangle("xw-band", spot.left, spot.y - ROW / 2.0 + 1.5, spot.right - spot.left, ROW - 3.0))
        .add(mark(node.tone, spot.left + 10.0, spot.y))
        .add(text(from, baseline, &format!("xw-strong {weight}"), &shortened(&node.label, LONGEST)))
        .add(text(from + number_width, baseline, weight, &shortened(&node.title, room as usize)))
}
