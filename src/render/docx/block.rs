//! What a text document consists of: sections, and in them paragraphs, tables and figures.

use super::figure::Figure;
use super::grid::Grid;
use super::page::SectionKind;
use super::paragraph::Paragraph;

/// Pages of one kind.
pub(super) struct Section {
    pub(super) kind: SectionKind,
    pub(super) blocks: Vec<Block>,
    /// The id of the header of each page, if there is one.
    pub(super) header: Option<String>,
    /// The id of the footer of each page, if there is one.
    pub(super) footer: Option<String>,
}

/// The content of pages, top to bottom.
pub(super) enum Block {
    Paragraph(Paragraph),
    /// A heading, and the number of its place if the table of contents links to it.
    Heading(Paragraph, Option<usize>),
    Table(Grid),
    Figure(Figure),
    /// A line of the contents: its style, its words, and the number of the place to which it links.
    Listed(&'static str, String, usize),
}
