//! The graph of a document in the language of Graphviz.

use std::io::{self, Write};

use super::{Format, Page};
use crate::report::{Document, Edge, Graph, Node, NodeKind, Tone, sanitized};

/// Graphviz's DOT.
#[derive(Debug, Clone, Copy)]
pub struct Dot;

impl Format for Dot {
    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = "this answer contains no graph\n\n  tip: `xwalk graph` gives one";
        document.graph().is_none().then(|| lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        held.starts_with(b"digraph ")
    }

    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        document.graph().map_or(Ok(()), |graph| write_graph(graph, out))
    }
}

/// A cluster for each group. All of it is on one rank, so groups become columns even if nothing ties a node.
fn write_graph(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "digraph {} {{", quoted(&graph.title))?;
    let has_touch_points = graph.edges.iter().any(|tie| tie.tone == Tone::Quiet);
    let dotted = if has_touch_points { "; dotted: related (touch point)" } else { "" };
    let title = format!("{}\nsolid: covers in full; dashed: in part{dotted}", graph.title);
    writeln!(out, "  graph [label={}, labelloc=t, rankdir=LR, newrank=true, ranksep=3, nodesep=0.08]", quoted(&title))?;
    writeln!(out, "  graph [fontname=\"sans-serif\", fontsize=12]")?;
    writeln!(out, "  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=10, height=0.2]")?;
    writeln!(out, "  edge [arrowsize=0.6]")?;
    for (number, group) in graph.groups.iter().enumerate() {
        writeln!(out, "  subgraph \"cluster_{number}\" {{")?;
        writeln!(out, "    graph [label={}, style=rounded, color=\"#8c959f\", rank=same]", quoted(group))?;
        for node in graph.nodes.iter().filter(|node| node.group == Some(number)) {
            writeln!(out, "    {}", statement(node))?;
        }
        writeln!(out, "  }}")?;
    }
    for node in graph.nodes.iter().filter(|node| node.group.is_none()) {
        writeln!(out, "  {}", statement(node))?;
    }
    graph.edges.iter().try_for_each(|tie| write_edge(graph, tie, out))?;
    writeln!(out, "}}")
}

fn statement(node: &Node) -> String {
    let state = node.state.as_ref().map(|state| format!(": {state}")).unwrap_or_default();
    let tooltip = quoted(&format!("{} {}{state}", node.id, node.title));
    let (line, fill) = colours(node.tone);
    let id = quoted(&node.id);
    match node.kind {
        NodeKind::Clause => {
            let label = quoted(&format!("{} {}", node.label, node.title));
            format!("{id} [label={label}, tooltip={tooltip}, color=\"{line}\", fillcolor=\"{fill}\"]")
        }
        NodeKind::Joint => format!("{id} [shape=point, width=0.08, tooltip={tooltip}, color=\"{line}\"]"),
    }
}

fn write_edge(graph: &Graph, tie: &Edge, out: &mut dyn Write) -> io::Result<()> {
    let (from, to) = (&graph.nodes[tie.from], &graph.nodes[tie.to]);
    let table = tie.table.as_ref().map(|table| format!("\n{table}")).unwrap_or_default();
    let confidence = tie.confidence.as_ref().map(|confidence| format!(", confidence {confidence}")).unwrap_or_default();
    let add = tie.add.as_ref().map(|add| format!("\n{add}")).unwrap_or_default();
    let tooltip = quoted(&format!("{} → {}: {}{table}{confidence}{add}", from.label, to.label, tie.label));
    let style = match tie.tone {
        Tone::Good => "solid",
        Tone::Plain | Tone::Middling | Tone::Bad => "dashed",
        Tone::Unsure | Tone::Quiet => "dotted",
    };
    let head = match to.kind {
        NodeKind::Clause => "normal",
        NodeKind::Joint => "none",
    };
    let (colour, _) = colours(tie.tone);
    let (from, to) = (quoted(&from.id), quoted(&to.id));
    writeln!(out, "  {from} -> {to} [style={style}, arrowhead={head}, color=\"{colour}\", tooltip={tooltip}]")
}

/// The colours of a line and of a surface.
fn colours(tone: Tone) -> (&'static str, &'static str) {
    match tone {
        Tone::Plain => ("#57606a", "#ffffff"),
        Tone::Good => ("#2e7d32", "#e3f3e4"),
        Tone::Middling => ("#b26a00", "#fdf0d9"),
        Tone::Unsure => ("#5b5bd6", "#ececfb"),
        Tone::Bad => ("#c62828", "#fbe4e4"),
        Tone::Quiet => ("#8c959f", "#f3f4f6"),
    }
}

/// A text in quotation marks, taken for nothing but text: Graphviz reads backslashes and entities even in there.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in sanitized(text).chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '&' => quoted.push_str("&amp;"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
