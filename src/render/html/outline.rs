//! The parts of a document under headings that never skip a level.

use super::nested::Card;
use super::table::Grid;
use crate::language::DocumentLanguage;
use crate::render::picture::{graph, plot, schedule};
use crate::report::{Chart, Part, Tree};

/// The level of a part that is in no section.
const TOP: u8 = 2;

/// A part with its heading.
pub(super) struct HeadedPart<'d> {
    /// The id of its heading.
    pub(super) id: String,
    pub(super) level: u8,
    pub(super) title: &'d str,
    pub(super) block: Block<'d>,
}

/// The content below a heading.
pub(super) enum Block<'d> {
    Section,
    Table(Grid<'d>),
    Tree(&'d Tree),
    Entry(Card<'d>),
    Chart(&'d Chart),
    /// A picture, drawn.
    Picture(String),
}

impl HeadedPart<'_> {
    /// Entries under a section are too many for a table of contents.
    pub(super) fn is_in_contents(&self) -> bool {
        self.level == TOP || !matches!(self.block, Block::Entry(_))
    }
}

/// The parts for people, each with a heading: those after a section are one level below it.
pub(super) fn headed(parts: &[Part], language: DocumentLanguage) -> Vec<HeadedPart<'_>> {
    let mut below = TOP;
    let mut headed = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let id = format!("p{}", number + 1);
        let (level, title, block) = match part {
            Part::Section(title) => {
                below = TOP + 1;
                (TOP, title, Block::Section)
            }
            Part::Table(table) if table.audience.has_people() => {
                (below, &table.title, Block::Table(Grid::new(table, number + 1, language)))
            }
            Part::Table(_) => continue,
            Part::Tree(tree) => (below, &tree.line, Block::Tree(tree)),
            Part::Entry(entry) => (below, &entry.title, Block::Entry(Card::new(entry, below, language))),
            Part::Chart(chart) => (below, &chart.title, Block::Chart(chart)),
            Part::Graph(one) => (below, &one.title, Block::Picture(graph::draw(one, language))),
            Part::Plot(one) => (below, one.title(), Block::Picture(plot::draw(one, language))),
            Part::Schedule(one) => (below, &one.title, Block::Picture(schedule::draw(one, language))),
        };
        headed.push(HeadedPart { id, level, title, block });
    }
    headed
}
