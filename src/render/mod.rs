//! A document in a format: each format is one file and one line of [`FORMATS`].

mod csv;
mod diagnostics;
#[cfg(feature = "docx")]
mod docx;
mod dot;
mod github;
mod gitlab;
mod graphml;
mod html;
#[cfg(feature = "ics")]
mod ics;
mod json;
mod junit;
#[cfg(not(all(feature = "docx", feature = "ics", feature = "xlsx")))]
mod left_out;
mod logo;
mod markdown;
mod mermaid;
mod ndjson;
#[cfg(feature = "parquet")]
mod parquet;
mod pdf;
mod picture;
mod presentation;
mod region;
mod sarif;
mod sparkline;
mod streamed;
mod svg;
mod terminal;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use csv::{Csv, csv_record};
pub use diagnostics::write_diagnostics;
#[cfg(feature = "docx")]
pub use docx::Docx;
pub use dot::Dot;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use graphml::GraphMl;
pub use html::{Html, pages};
#[cfg(feature = "ics")]
pub use ics::ICalendar;
pub use json::{Json, SHAPE};
pub use junit::JUnit;
#[cfg(not(all(feature = "docx", feature = "ics", feature = "xlsx")))]
pub(crate) use left_out::LeftOut;
pub use logo::{Logo, LogoKind};
pub use markdown::Markdown;
pub use mermaid::Mermaid;
pub use ndjson::{ndjson_record, starts_ndjson};
#[cfg(feature = "parquet")]
pub use parquet::ParquetRecords;
pub use pdf::Pdf;
pub use presentation::{Front, Presentation, Theme};
pub use sarif::Sarif;
pub use streamed::{STREAMED, StreamFormat};
pub use svg::Svg;
pub use terminal::Terminal;
#[cfg(feature = "xlsx")]
pub use xlsx::Xlsx;

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;
use crate::language::{DocumentLanguage, Phrase, figures};
use crate::report::{Cell, Document, sanitized};
use crate::source::Sources;

/// What a format may know of where its output goes.
#[derive(Debug, Clone, Copy)]
pub struct Page<'s> {
    /// The texts that findings point into.
    pub sources: &'s Sources,
    /// How many columns a line may have.
    pub width: usize,
    /// How the document is handed over.
    pub presentation: &'s Presentation,
}

impl<'s> Page<'s> {
    /// Lines of so many columns at most, with nothing in front and in the usual colours and letters.
    pub fn new(sources: &'s Sources, width: usize) -> Self {
        Self { sources, width, presentation: Presentation::PLAIN }
    }
}

/// What kind of bytes a format writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// Text with colours as ANSI escapes; code that prints removes them where they do not belong.
    Colours,
    /// Text.
    Text,
    /// Bytes that no terminal shows.
    Binary,
}

/// A way to write a document.
pub trait Format: Sync {
    /// Whether it holds only the answer, and no other table.
    fn holds_answer_alone(&self) -> bool {
        false
    }

    /// Whether it holds only the findings, and nothing else of a document.
    fn holds_findings_alone(&self) -> bool {
        false
    }

    /// What kind of bytes it writes.
    fn medium(&self) -> Medium {
        Medium::Text
    }

    /// Whether it is for those who are handed an answer, and so calls editions by their names: ids are for those who ask and for
    /// programs.
    fn is_for_readers(&self) -> bool {
        false
    }

    /// Whether it is written for people, and so in their language; programs know the words of one language.
    fn is_in_words(&self) -> bool {
        self.is_for_readers()
    }

    /// Whether it shows what is in front of a document and on each of its pages.
    fn has_front(&self) -> bool {
        false
    }

    /// Content that this format needs and the document lacks, as one lower-case sentence with help; none if it can be
    /// written.
    fn missing_content(&self, _: &Document) -> Option<String> {
        None
    }

    /// Whether a file holds what this format wrote earlier, so that it may be replaced without asking.
    fn is_earlier_output(&self, held: &[u8]) -> bool;

    /// Writes a document that lacks nothing.
    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// A format with the names that users know it by.
pub struct NamedFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// Other names of it.
    pub aliases: &'static [&'static str],
    /// How the names of its files end; a file that ends so is written in it.
    pub extensions: &'static [&'static str],
    /// The format.
    pub format: &'static dyn Format,
}

/// The format where this build has the feature, else what refuses in its name.
macro_rules! optional {
    ($feature:literal, $format:ident) => {{
        #[cfg(feature = $feature)]
        let format: &dyn Format = &$format;
        #[cfg(not(feature = $feature))]
        let format: &dyn Format = &LeftOut { feature: $feature };
        format
    }};
}

const DOCX: &dyn Format = optional!("docx", Docx);
const ICS: &dyn Format = optional!("ics", ICalendar);
const XLSX: &dyn Format = optional!("xlsx", Xlsx);

/// All formats; the first is the default.
pub const FORMATS: &[NamedFormat] = &[
    NamedFormat { name: "table", aliases: &["text"], extensions: &[], format: &Terminal },
    NamedFormat { name: "csv", aliases: &[], extensions: &["csv"], format: &Csv },
    NamedFormat { name: "json", aliases: &[], extensions: &["json"], format: &Json },
    NamedFormat { name: "markdown", aliases: &[], extensions: &["md", "markdown"], format: &Markdown },
    NamedFormat { name: "html", aliases: &[], extensions: &["html", "htm"], format: &Html },
    NamedFormat { name: "docx", aliases: &["word"], extensions: &["docx"], format: DOCX },
    NamedFormat { name: "xlsx", aliases: &[], extensions: &["xlsx"], format: XLSX },
    NamedFormat { name: "dot", aliases: &[], extensions: &["dot", "gv"], format: &Dot },
    NamedFormat { name: "graphml", aliases: &[], extensions: &["graphml"], format: &GraphMl },
    NamedFormat { name: "mermaid", aliases: &[], extensions: &["mmd"], format: &Mermaid },
    NamedFormat { name: "svg", aliases: &[], extensions: &["svg"], format: &Svg },
    NamedFormat { name: "ics", aliases: &[], extensions: &["ics"], format: ICS },
    NamedFormat { name: "sarif", aliases: &[], extensions: &["sarif"], format: &Sarif },
    NamedFormat { name: "github", aliases: &[], extensions: &[], format: &GitHub },
    NamedFormat { name: "gitlab", aliases: &[], extensions: &[], format: &GitLab },
    NamedFormat { name: "junit", aliases: &[], extensions: &[], format: &JUnit },
];

/// A format that is named but made by other programs: it refuses, and says how.
pub const MADE_ELSEWHERE: &[NamedFormat] =
    &[NamedFormat { name: "pdf", aliases: &[], extensions: &["pdf"], format: &Pdf }];

fn known() -> impl Iterator<Item = &'static NamedFormat> {
    FORMATS.iter().chain(STREAMED).chain(MADE_ELSEWHERE)
}

/// The name by which a format is known, for one of its names or the ending of a file.
pub fn name_of_format(name: Option<&str>, ending: Option<&str>) -> Option<&'static str> {
    let has_name = |known: &&NamedFormat| name.is_some_and(|name| known.name == name || known.aliases.contains(&name));
    let ends = |known: &&NamedFormat| {
        ending.is_some_and(|ending| known.extensions.iter().any(|known| known.eq_ignore_ascii_case(ending)))
    };
    let found = if name.is_some() { known().find(has_name) } else { known().find(ends) };
    found.map(|known| known.name)
}

/// The format with this name.
pub fn format(name: &str) -> Option<&'static dyn Format> {
    known().find(|known| known.name == name || known.aliases.contains(&name)).map(|known| known.format)
}

/// The format of files that end like this, without the dot.
pub fn format_for_extension(ending: &str) -> Option<&'static dyn Format> {
    let known = known().find(|known| known.extensions.iter().any(|known| known.eq_ignore_ascii_case(ending)));
    known.map(|known| known.format)
}

/// The text without what XML cannot hold, not even escaped.
fn valid_xml(text: &str) -> String {
    sanitized(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The text of a file, if it is one.
fn text_of(held: &[u8]) -> Option<&str> {
    std::str::from_utf8(held).ok()
}

/// The beginning of a file, without the spaces in it, as JSON has it in any layout.
fn compact_head(held: &[u8]) -> String {
    const ENOUGH: usize = 4_096;
    String::from_utf8_lossy(&held[..held.len().min(ENOUGH)]).split_whitespace().collect()
}

/// Whether a text names xwalk and a version after some words.
fn names_version_behind(text: &str, words: &str) -> bool {
    let is_version = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    text.split(words).skip(1).filter_map(|rest| rest.strip_prefix("xwalk ")).any(is_version)
}

/// A share as programs read it: four digits.
fn four_digits(share: f64) -> String {
    figures::rounded(share, 4)
}

/// A phrase in a language, as text.
fn in_words(phrase: &Phrase, language: DocumentLanguage) -> String {
    phrase.in_language(language).into()
}

/// Whether a cell is a number, also one that was put in words, such as `37 %`.
fn is_figure(cell: &Cell) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '%' | '.' | ',') || c.is_whitespace();
    let is_number_in_words =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(is_of_number);
    cell.is_number() || matches!(cell, Cell::Word(word, _) if is_number_in_words(word))
}

/// What programs read of links: their texts.
fn texts(links: &[crate::report::Link]) -> String {
    links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join("; ")
}

/// Where a finding is, as `file:line:column`.
fn position_of(finding: &Diagnostic, sources: &Sources) -> String {
    let place = sources.position(finding.span);
    format!("{}:{}:{}", sources.get(finding.span.file).name(), place.line, place.column)
}
