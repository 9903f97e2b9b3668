//! A document in a format: each format is one file and one line of [`FORMATS`].

mod csv;
mod diagnostics;
mod dot;
mod github;
mod gitlab;
mod graphml;
mod html;
mod ics;
mod json;
mod junit;
mod mark;
mod markdown;
mod mermaid;
mod picture;
mod sarif;
mod svg;
mod terminal;
mod xlsx;

pub use csv::Csv;
pub use diagnostics::write_diagnostics;
pub use dot::Dot;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use graphml::GraphMl;
pub use html::{Html, pages};
pub use ics::ICalendar;
pub use json::{Json, SHAPE};
pub use junit::JUnit;
pub use markdown::Markdown;
pub use mermaid::Mermaid;
pub use sarif::Sarif;
pub use svg::Svg;
pub use terminal::Terminal;
pub use xlsx::Xlsx;

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;
use crate::report::{Cell, Document, Tone};
use crate::source::Sources;

/// What a format may know of where its output goes.
#[derive(Debug, Clone, Copy)]
pub struct Page<'s> {
    /// The texts that findings point into.
    pub sources: &'s Sources,
    /// How many columns a line may have.
    pub width: usize,
}

/// What kind of bytes a format writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// Text with colours as ANSI escapes; whoever prints takes them out where they do not belong.
    Colours,
    /// Text.
    Text,
    /// Bytes that no terminal shows.
    Binary,
}

/// A way to write a document.
pub trait Format: Sync {
    /// What kind of bytes it writes.
    fn medium(&self) -> Medium {
        Medium::Text
    }

    /// What a document lacks that this format shows, as one lower-case sentence with the way out; nothing where it can be
    /// written.
    fn lacks(&self, _: &Document) -> Option<String> {
        None
    }

    /// Writes a document that lacks nothing.
    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// A format with the names that users know it by.
pub struct Known {
    /// Its name on the command line.
    pub name: &'static str,
    /// Other names of it.
    pub aliases: &'static [&'static str],
    /// How the names of its files end; a file that ends so is written in it.
    pub endings: &'static [&'static str],
    /// The format.
    pub format: &'static dyn Format,
}

/// All formats; the first is the default.
pub const FORMATS: &[Known] = &[
    Known { name: "table", aliases: &["text"], endings: &[], format: &Terminal },
    Known { name: "csv", aliases: &[], endings: &["csv"], format: &Csv },
    Known { name: "json", aliases: &[], endings: &["json"], format: &Json },
    Known { name: "markdown", aliases: &[], endings: &["md", "markdown"], format: &Markdown },
    Known { name: "html", aliases: &[], endings: &["html", "htm"], format: &Html },
    Known { name: "xlsx", aliases: &[], endings: &["xlsx"], format: &Xlsx },
    Known { name: "dot", aliases: &[], endings: &["dot", "gv"], format: &Dot },
    Known { name: "graphml", aliases: &[], endings: &["graphml"], format: &GraphMl },
    Known { name: "mermaid", aliases: &[], endings: &["mmd"], format: &Mermaid },
    Known { name: "svg", aliases: &[], endings: &["svg"], format: &Svg },
    Known { name: "ics", aliases: &[], endings: &["ics"], format: &ICalendar },
    Known { name: "sarif", aliases: &[], endings: &["sarif"], format: &Sarif },
    Known { name: "github", aliases: &[], endings: &[], format: &GitHub },
    Known { name: "gitlab", aliases: &[], endings: &[], format: &GitLab },
    Known { name: "junit", aliases: &[], endings: &[], format: &JUnit },
];

/// The format with this name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().find(|known| known.name == name || known.aliases.contains(&name)).map(|known| known.format)
}

/// The format of files that end like this, without the dot.
pub fn format_of(ending: &str) -> Option<&'static dyn Format> {
    let known = FORMATS.iter().find(|known| known.endings.iter().any(|known| known.eq_ignore_ascii_case(ending)));
    known.map(|known| known.format)
}

/// A share as programs read it: four digits.
fn four_digits(share: f64) -> String {
    format!("{share:.4}")
}

/// A share as people read it.
fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// What people read of a cell.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Word(text, _) | Cell::Refs(_, text) => text.clone(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(share, _) => percent(*share),
        Cell::Effort(effort) => effort.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Truth(true) => "yes".to_owned(),
        Cell::Truth(false) => "no".to_owned(),
        Cell::Links(links) => links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(", "),
    }
}

/// Whether a cell is a number, which stands to the right and in one piece.
fn is_number(cell: &Cell) -> bool {
    match cell {
        Cell::Count(_) | Cell::Share(..) | Cell::Effort(_) => true,
        Cell::Empty
        | Cell::Text(_)
        | Cell::Word(..)
        | Cell::Day(_)
        | Cell::Truth(_)
        | Cell::Refs(..)
        | Cell::Links(_) => false,
    }
}

/// What a cell means.
fn tone(cell: &Cell) -> Tone {
    match cell {
        Cell::Word(_, tone) | Cell::Share(_, tone) => *tone,
        Cell::Empty
        | Cell::Text(_)
        | Cell::Count(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Truth(_)
        | Cell::Refs(..)
        | Cell::Links(_) => Tone::Plain,
    }
}

/// What programs read of links: their texts.
fn texts(links: &[crate::report::Link]) -> String {
    links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Where a finding is, as `file:line:column`.
fn place_of(finding: &Diagnostic, sources: &Sources) -> String {
    let place = sources.place(finding.span);
    format!("{}:{}:{}", sources.get(finding.span.file).name(), place.line, place.column)
}
