//! What lines and marks in the picture of a graph mean.

use svg::node::element::Group;

use super::style::{EDGE, ROW, is_idle, line_class};
use crate::language::{DocumentLanguage, Phrase, say};
use crate::render::in_words;
use crate::render::picture::{circle, mark, path, round, text, toned};
use crate::report::{Edge, Graph, NodeKind, Tone};

/// A sample in the legend.
#[derive(Clone, Copy, PartialEq)]
enum Sample {
    Line,
    IdleLine,
    Joint,
    Mark,
}

impl Sample {
    fn drawn(self, tone: Tone, x: f64, y: f64) -> Group {
        let line = || path(line_class(tone), &format!("M {} {} h 22", round(x), round(y)));
        match self {
            Self::Line => toned(tone).add(line()),
            Self::IdleLine => toned(tone).add(line()).set("opacity", 0.3),
            Self::Joint => toned(tone).add(line()).add(circle("xw-area", x + 11.0, y, 3.2)),
            Self::Mark => mark(tone, x + 14.0, y),
        }
    }
}

/// What lines and marks mean, as far as they are there, and where it ends.
pub(super) fn drawn(graph: &Graph, language: DocumentLanguage, top: f64, width: f64) -> (Group, f64) {
    let mut entries: Vec<(Phrase, Tone, Sample)> = Vec::new();
    let leads_on = |tie: &&Edge| graph.nodes[tie.to].kind == NodeKind::Clause;
    let meaning = |tie: &Edge| match tie.tone {
        Tone::Quiet => say!("picture-touch-point", strength = &tie.label),
        Tone::Plain | Tone::Good | Tone::Middling | Tone::Unsure | Tone::Bad => {
            say!("picture-relation", strength = &tie.label)
        }
    };
    entries.extend(graph.edges.iter().filter(leads_on).map(|tie| (meaning(tie), tie.tone, Sample::Line)));
    if graph.edges.iter().any(|tie| is_idle(&graph.nodes[tie.from])) {
        entries.push((say!("picture-not-in-place"), Tone::Middling, Sample::IdleLine));
    }
    if graph.nodes.iter().any(|node| node.kind == NodeKind::Joint) {
        entries.push((say!("picture-jointly"), Tone::Good, Sample::Joint));
    }
    for node in &graph.nodes {
        entries.extend(node.state.as_ref().map(|state| (state.clone(), node.tone, Sample::Mark)));
    }
    let mut shown: Vec<(String, Tone, Sample)> = Vec::new();
    for (label, tone, sample) in entries {
        let entry = (in_words(&label, language), tone, sample);
        if !shown.contains(&entry) {
            shown.push(entry);
        }
    }
    let (mut x, mut y) = (EDGE + 4.0, top);
    let mut legend = Group::new();
    for (label, tone, sample) in shown {
        let length = 44.0 + 6.6 * label.chars().count() as f64;
        if x + length > width - EDGE && x > EDGE + 4.0 {
            (x, y) = (EDGE + 4.0, y + ROW);
        }
        legend = legend.add(sample.drawn(tone, x, y - 4.0)).add(text(x + 28.0, y, "xw-small", &label));
        x += length;
    }
    (legend, y)
}
