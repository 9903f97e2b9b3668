//! An answer as titles, sentences, tables and pictures, before any format.
//!
//! A document says its answer twice: its parts are for people, spreadsheets and programs; its findings, which have places,
//! are for tools that mark lines. Text from files becomes harmless here: no control character gets into a [`Cell`], an
//! [`Entry`] or a picture.

mod basis;
mod cell;
mod chart;
mod graph;
mod link;
mod schedule;
mod site;
mod table;
mod tree;

pub use basis::{Basis, BasisFile};
pub use cell::{Cell, Tone};
pub use chart::{Bar, Chart, Segment};
pub use graph::{Edge, Graph, Node, NodeKind};
pub use link::Link;
pub use schedule::{Deadline, Schedule, Task};
pub use site::{Site, SitePage};
pub use table::{ANSWER, Audience, Column, Heading, Table};
pub use tree::{Entry, Tree};

use crate::diagnostic::Diagnostic;

/// An answer, ready for any format.
#[derive(Debug, Clone)]
pub struct Document {
    /// The command that was asked, such as `gap`.
    pub command: &'static str,
    /// What it is, in a line.
    pub title: String,
    /// What matters most, in sentences.
    pub lead: Vec<String>,
    /// What it consists of, in reading order.
    pub parts: Vec<Part>,
    /// What is worth knowing about single lines of the files.
    pub findings: Vec<Diagnostic>,
    /// What the answer rests on.
    pub basis: Basis,
}

/// A part of a document. Only tables are for programs; whatever the others show stands in a table too.
#[derive(Debug, Clone)]
pub enum Part {
    /// The head of the parts that follow, up to the next one.
    Section(String),
    /// A table.
    Table(Table),
    /// A tree of lines.
    Tree(Tree),
    /// Something described under headings.
    Entry(Entry),
    /// Bars.
    Chart(Chart),
    /// Clauses and the relations between them.
    Graph(Graph),
    /// Tasks in time.
    Schedule(Schedule),
}

impl Document {
    /// The tables, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }

    /// The first graph.
    pub fn graph(&self) -> Option<&Graph> {
        self.parts.iter().find_map(|part| if let Part::Graph(graph) = part { Some(graph) } else { None })
    }

    /// The first schedule.
    pub fn schedule(&self) -> Option<&Schedule> {
        self.parts.iter().find_map(|part| if let Part::Schedule(schedule) = part { Some(schedule) } else { None })
    }
}

/// The text with every character that could steer a terminal replaced by one that shows it.
pub fn sanitized(text: &str) -> String {
    let is_harmful = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    if !text.contains(is_harmful) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            '\u{7f}' => '\u{2421}',
            '\n' => '\n',
            '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            c if is_harmful(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}
