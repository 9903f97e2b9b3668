//! Words in styles.

use super::package::Package;
use crate::language::DocumentLanguage;
use crate::report::{Cell, Tone};

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
    /// The id of what it links to.
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
pub(super) fn runs(cell: &Cell, language: DocumentLanguage, package: &mut Package) -> Vec<Run> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::Word(word, tone) => vec![Run::word(word, *tone)],
        Cell::Share(_, tone) => vec![Run::word(cell.shown(language), *tone)],
        Cell::Links(links) => {
            let mut runs = Vec::new();
            for link in links {
                if !runs.is_empty() {
                    runs.push(Run::plain(", "));
                }
                // A link to a page of the same site does not work from here.
                let target = link.target.as_deref().filter(|target| target.contains(':'));
                runs.push(match target {
                    Some(target) => {
                        Run { style: Some("Hyperlink"), text: link.text.to_string(), link: Some(package.link(target)) }
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
        | Cell::Boolean(_) => vec![Run::plain(cell.shown(language))],
    }
}
