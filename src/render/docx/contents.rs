//! The table of contents.

use super::block::Block;
use super::paragraph::Paragraph;
use crate::language::{DocumentLanguage, say};
use crate::render::in_words;

/// A heading that the table of contents names.
pub(super) struct Listed {
    /// The level of the heading, from one.
    pub(super) level: usize,
    pub(super) title: String,
    /// The number of its place.
    pub(super) place: usize,
}

/// With fewer headings than these, a document is seen at a glance.
const AT_A_GLANCE: usize = 4;

/// Lines that link to headings. The number of the page is a field: programs that lay out again show it at once, and
/// Word when fields are updated. The links work even before that.
pub(super) fn contents(listed: &[Listed], language: DocumentLanguage) -> Vec<Block> {
    if listed.len() < AT_A_GLANCE {
        return Vec::new();
    }
    let style = |level: usize| if level == 1 { "TOC1" } else { "TOC2" };
    let title = in_words(&say!("page-contents"), language);
    let mut blocks = vec![Block::Paragraph(Paragraph::new("TOCHeading", title))];
    blocks.extend(listed.iter().map(|it| Block::Listed(style(it.level), it.title.clone(), it.place)));
    blocks
}
