//! What a text document consists of: sections, and in them paragraphs, tables and figures.

use super::figure::Figure;
use super::grid::Grid;
use super::package::Package;
use crate::render::shown;
use crate::report::{Cell, Tone};

/// Pages of one kind.
pub(super) struct Section {
    pub(super) kind: SectionKind,
    pub(super) blocks: Vec<Block>,
    /// The id of what stands above each page, where anything does.
    pub(super) header: Option<String>,
    /// The id of what stands below each page, where anything does.
    pub(super) footer: Option<String>,
}

/// Kinds of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionKind {
    /// The pages before the document itself.
    Front,
    /// Upright.
    Upright,
    /// Across, for what is too wide.
    Across,
}

impl SectionKind {
    /// Whether its pages are wider than high.
    pub(super) fn is_across(self) -> bool {
        self == Self::Across
    }

    /// How wide what stands on a page may be, in twentieths of a point.
    pub(super) fn width(self) -> u32 {
        // A4 with margins of 20 mm.
        if self.is_across() { 14_570 } else { 9_638 }
    }

    /// How high what stands on a page may be, in twentieths of a point.
    pub(super) fn height(self) -> u32 {
        if self.is_across() { 9_638 } else { 14_570 }
    }
}

/// What stands on pages, top to bottom.
pub(super) enum Block {
    Paragraph(Paragraph),
    /// A heading, and the number of its place where the contents lead to it.
    Heading(Paragraph, Option<usize>),
    Table(Grid),
    Figure(Figure),
    /// A line of the contents: its style, its words, and the number of the place that it leads to.
    Listed(&'static str, String, usize),
}

/// Words in a style.
pub(super) struct Paragraph {
    pub(super) style: &'static str,
    pub(super) runs: Vec<Run>,
}

/// Words of one kind within a paragraph.
pub(super) struct Run {
    /// The style of its letters, where they differ from those of the paragraph.
    pub(super) style: Option<&'static str>,
    pub(super) text: String,
    /// The id of what it leads to.
    pub(super) link: Option<String>,
}

impl Run {
    /// Words like those around them.
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { style: None, text: text.into(), link: None }
    }

    /// Words in a style of their own.
    pub(super) fn styled(text: impl Into<String>, style: &'static str) -> Self {
        Self { style: Some(style), text: text.into(), link: None }
    }

    /// A word of a fixed set.
    pub(super) fn word(text: impl Into<String>, tone: Tone) -> Self {
        Self { style: letters(tone), text: text.into(), link: None }
    }

    /// Its lines.
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n')
    }
}

impl Paragraph {
    /// Words in a style.
    pub(super) fn new(style: &'static str, text: impl Into<String>) -> Self {
        Self { style, runs: vec![Run::plain(text)] }
    }
}

/// The style of letters that say what a tone says.
fn letters(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("LevelGood"),
        Tone::Middling => Some("LevelMiddling"),
        Tone::Unsure => Some("LevelUnsure"),
        Tone::Bad => Some("LevelBad"),
        Tone::Quiet => Some("LevelQuiet"),
    }
}

/// What people read of a cell.
pub(super) fn runs(cell: &Cell, package: &mut Package) -> Vec<Run> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::Word(word, tone) => vec![Run::word(word, *tone)],
        Cell::Share(_, tone) => vec![Run::word(shown(cell), *tone)],
        Cell::Links(links) => {
            let mut runs = Vec::new();
            for link in links {
                if !runs.is_empty() {
                    runs.push(Run::plain(", "));
                }
                // What leads to a page of the same site leads nowhere from here.
                let target = link.target.as_deref().filter(|target| target.contains(':'));
                runs.push(match target {
                    Some(target) => {
                        Run { style: Some("Hyperlink"), text: link.text.clone(), link: Some(package.link(target)) }
                    }
                    None => Run::plain(&link.text),
                });
            }
            runs
        }
        Cell::Text(_)
        | Cell::Refs(..)
        | Cell::Count(_)
        | Cell::Number(_)
        | Cell::Rating(_)
        | Cell::Effort(_)
        | Cell::Day(_)
        | Cell::Boolean(_) => vec![Run::plain(shown(cell))],
    }
}
