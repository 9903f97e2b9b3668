//! What a text document consists of: sections, and in them paragraphs, tables and figures.

use super::figure::Figure;
use super::grid::Grid;
use super::page::SectionKind;
use super::paragraph::Paragraph;

/// Pages of one kind.
pub(super) struct Section {
    pub(super) kind: SectionKind,
    pub(super) blocks: Vec<Block>,
    /// The id of what stands above each page, where anything does.
    pub(super) header: Option<String>,
    /// The id of what stands below each page, where anything does.
    pub(super) footer: Option<String>,
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
