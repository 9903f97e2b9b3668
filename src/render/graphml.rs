//! The graph of a document as GraphML, for programs such as yEd, Gephi and NetworkX.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Format, Page, compact_head, valid_xml};
use crate::report::{Document, Edge, Graph, Node, NodeKind};

/// GraphML.
#[derive(Debug, Clone, Copy)]
pub struct GraphMl;

/// What nodes carry.
const OF_NODES: [&str; 5] = ["label", "title", "edition", "kind", "level"];
/// What edges carry.
const OF_EDGES: [&str; 4] = ["relation", "table", "confidence", "add"];

impl Format for GraphMl {
    fn missing_content(&self, document: &Document) -> Option<String> {
        let lack = "this answer contains no graph\n\n  tip: `xwalk graph` gives one";
        document.graph().is_none().then(|| lack.to_owned())
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        compact_head(held).contains("<graphmlxmlns=")
    }

    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let Some(graph) = document.graph() else { return Ok(()) };
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let root = xml.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
        root.write_inner_content(|xml| {
            write_keys("node", &OF_NODES, xml)?;
            write_keys("edge", &OF_EDGES, xml)?;
            let whole = xml.create_element("graph").with_attributes([("id", "crosswalk"), ("edgedefault", "directed")]);
            whole.write_inner_content(|xml| write_graph(graph, xml)).map(drop)
        })?;
        out.write_all(&xml.into_inner())?;
        writeln!(out)
    }
}

type Xml = Writer<Vec<u8>>;

fn write_keys(owner: &str, names: &[&str], xml: &mut Xml) -> io::Result<()> {
    for name in names {
        let key = [("id", *name), ("for", owner), ("attr.name", *name), ("attr.type", "string")];
        xml.create_element("key").with_attributes(key).write_empty()?;
    }
    Ok(())
}

fn write_graph(graph: &Graph, xml: &mut Xml) -> io::Result<()> {
    xml.create_element("desc").write_text_content(BytesText::new(&valid_xml(&graph.title)))?;
    for node in &graph.nodes {
        let values = node_values(graph, node);
        let element = xml.create_element("node").with_attribute(("id", valid_xml(&node.id).as_str()));
        element.write_inner_content(|xml| write_values(&OF_NODES, &values, xml))?;
    }
    for (number, tie) in graph.edges.iter().enumerate() {
        let (from, to) = (valid_xml(&graph.nodes[tie.from].id), valid_xml(&graph.nodes[tie.to].id));
        let ends = [("id", format!("tie-{}", number + 1)), ("source", from), ("target", to)];
        let ends = ends.iter().map(|(name, value)| (*name, value.as_str()));
        let element = xml.create_element("edge").with_attributes(ends);
        element.write_inner_content(|xml| write_values(&OF_EDGES, &edge_values(tie), xml))?;
    }
    Ok(())
}

fn node_values<'g>(graph: &'g Graph, node: &'g Node) -> [Option<&'g str>; 5] {
    let kind = match node.kind {
        NodeKind::Clause => "clause",
        NodeKind::Joint => "joint",
    };
    let edition = node.group.map(|group| graph.groups[group].as_str());
    [Some(&node.label), Some(&node.title), edition, Some(kind), node.state.as_deref()]
}

fn edge_values(tie: &Edge) -> [Option<&str>; 4] {
    [Some(&tie.label), tie.table.as_deref(), tie.confidence.as_deref(), tie.add.as_deref()]
}

/// The values that there are, each under its key.
fn write_values(keys: &[&str], values: &[Option<&str>], xml: &mut Xml) -> io::Result<()> {
    for (key, value) in keys.iter().zip(values) {
        if let Some(value) = value {
            let element = xml.create_element("data").with_attribute(("key", *key));
            element.write_text_content(BytesText::new(&valid_xml(value)))?;
        }
    }
    Ok(())
}
