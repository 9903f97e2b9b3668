//! An answer as titles, sentences, tables and pictures, before any format.
//!
//! A document says its answer twice: its parts are for people, spreadsheets and programs; its findings, which have places,
//! are for tools that mark lines. Text from files becomes harmless here: no control character gets into a [`Cell`], an
//! [`Entry`] or a picture.

mod basis;
mod cell;
mod chart;
mod findings;
mod graph;
mod link;
mod names;
mod phrases;
mod plot;
mod record;
mod schedule;
mod site;
mod table;
mod tree;

pub use basis::{Basis, BasisFile, BasisKind, BasisLine};
pub use cell::{Cell, Tone};
pub use chart::{Bar, Chart, Segment};
pub use findings::{in_words, severity};
pub use graph::{Edge, Graph, Node, NodeKind};
pub use link::Link;
pub use names::EditionNames;
pub use plot::{Line, Lines, Plot, Radar, Ring, Scale};
pub use record::{Field, FieldKind, FieldValue};
pub use schedule::{Deadline, Schedule, Task};
pub use site::{Site, SitePage};
pub use table::{ANSWER, Audience, Column, Heading, Table};
pub use tree::{Entry, Tree};

pub use crate::source::sanitized;

use crate::diagnostic::Diagnostic;
use crate::language::Phrase;

/// An answer, ready for any format.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The command that was asked, such as `gap`.
    pub command: &'static str,
    /// What it is, in a line.
    pub title: Phrase,
    /// What matters most, in sentences.
    pub lead: Vec<Phrase>,
    /// What it consists of, in reading order.
    pub parts: Vec<Part>,
    /// What is worth knowing about single lines of the files.
    pub findings: Vec<Diagnostic>,
    /// What the answer depends on.
    pub basis: Basis,
}

/// A part of a document. Only tables are for programs; whatever the others show is also in a table.
#[derive(Debug, Clone)]
pub enum Part {
    /// The heading of the parts that follow, up to the next one.
    Section(Phrase),
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
    /// Figures along axes.
    Plot(Plot),
}

/// The commands whose answers are handed to a client.
const DELIVERABLES: &[&str] =
    &["coverage", "evidence", "guide", "integrate", "plan", "portal", "report", "soa", "trend"];

impl Document {
    /// Whether its reader has neither the files nor the tool: nothing in it is only for users of these.
    pub fn is_deliverable(&self) -> bool {
        DELIVERABLES.contains(&self.command)
    }

    /// The tables, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }

    /// The first graph.
    pub fn graph(&self) -> Option<&Graph> {
        self.parts.iter().find_map(|part| if let Part::Graph(graph) = part { Some(graph) } else { None })
    }

    /// The first figures along axes.
    pub fn plot(&self) -> Option<&Plot> {
        self.parts.iter().find_map(|part| if let Part::Plot(plot) = part { Some(plot) } else { None })
    }

    /// The first schedule.
    pub fn schedule(&self) -> Option<&Schedule> {
        self.parts.iter().find_map(|part| if let Part::Schedule(schedule) = part { Some(schedule) } else { None })
    }
}

/// Lines for people in which nothing is a command to the program that keeps the log of a build: `::name` at the beginning of
/// a line, `##[name]` and `##vso[…]` anywhere. They may hold ANSI escapes.
pub fn without_commands(text: &str) -> String {
    if !text.contains("::") && !text.contains("##") {
        return text.to_owned();
    }
    text.split_inclusive('\n').map(harmless_line).collect()
}

fn harmless_line(line: &str) -> String {
    const HARMLESS: &str = "\u{fffd}";
    let mut line = line.to_owned();
    let start = start_of_words(&line);
    if line[start..].strip_prefix("::").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())) {
        line.replace_range(start..=start, HARMLESS);
    }
    let is_command = |rest: &str| rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with('[');
    let signs = line.match_indices('#').map(|(at, _)| at).filter(|at| line[..*at].ends_with('#'));
    let commands: Vec<usize> = signs.filter(|at| is_command(&line[at + 1..])).collect();
    for at in commands.into_iter().rev() {
        line.replace_range(at..=at, HARMLESS);
    }
    line
}

/// The place of the first character of a line that is neither a space nor part of an ANSI escape.
fn start_of_words(line: &str) -> usize {
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        let Some(escape) = rest.strip_prefix("\u{1b}[") else { return line.len() - rest.len() };
        rest = escape.find(|c: char| ('@'..='~').contains(&c)).map_or("", |end| &escape[end + 1..]);
    }
}

#[cfg(test)]
mod tests {
    use super::without_commands;

    #[test]
    fn no_line_is_a_command_to_a_builder() {
        let harmless = [
            ("::error file=a::b\n", "\u{fffd}:error file=a::b\n"),
            ("  \u{1b}[1m\u{1b}[31m::add-mask::x\u{1b}[0m\n", "  \u{1b}[1m\u{1b}[31m\u{fffd}:add-mask::x\u{1b}[0m\n"),
            ("a ##[error]b", "a #\u{fffd}[error]b"),
            ("##vso[task.setvariable]x ##[group]\n", "#\u{fffd}vso[task.setvariable]x #\u{fffd}[group]\n"),
            ("###[a]", "##\u{fffd}[a]"),
        ];
        for (text, said) in harmless {
            assert_eq!(without_commands(text), said);
        }
        for text in ["a::b\n", "::1 is an address", "## Findings\n[a]", "x::error::y", "# [a]", ""] {
            assert_eq!(without_commands(text), text);
        }
    }
}
