//! The words of every answer, each in one sentence.

use crate::crosswalk::Level;
use crate::language::{Phrase, say};
use crate::query::action::{Action, Outcome};
use crate::query::tally;
use crate::report::{Audience, Cell, Column, Table, Tone};

/// A word and what it means.
#[derive(Debug, Clone)]
pub struct Term {
    /// What kind of word it is, such as a level.
    pub kind: Phrase,
    /// The word.
    pub word: Phrase,
    /// What it means, in a sentence.
    pub meaning: Phrase,
    tone: Tone,
}

/// All words, kind by kind, in the order in which a reader meets them.
pub fn terms() -> Vec<Term> {
    let levels = [Level::Full, Level::Partial, Level::Presumed, Level::None];
    let levels = levels.map(|level| Term {
        kind: say!("glossary-level"),
        word: level.into(),
        meaning: level_meaning(level),
        tone: tally::tone(level),
    });
    let outcomes = Outcome::ALL.map(|outcome| Term {
        kind: say!("glossary-outcome"),
        word: outcome.into(),
        meaning: outcome.meaning(),
        tone: outcome.action().tone(),
    });
    let actions = Action::ALL.map(|action| Term {
        kind: say!("glossary-action"),
        word: action.into(),
        meaning: action.sentence(),
        tone: action.tone(),
    });
    let figures =
        figures().map(|(word, meaning)| Term { kind: say!("glossary-figure"), word, meaning, tone: Tone::Plain });
    levels.into_iter().chain(outcomes).chain(actions).chain(figures).collect()
}

fn level_meaning(level: Level) -> Phrase {
    match level {
        Level::Full => say!("glossary-full"),
        Level::Partial => say!("glossary-partial"),
        Level::Presumed => say!("glossary-presumed"),
        Level::None => say!("glossary-none"),
    }
}

fn figures() -> [(Phrase, Phrase); 4] {
    [
        (say!("glossary-word-coverage"), say!("glossary-coverage")),
        (say!("glossary-word-guaranteed"), say!("glossary-guaranteed")),
        (say!("glossary-word-up-to"), say!("glossary-up-to")),
        (say!("glossary-word-confidence"), say!("glossary-confidence")),
    ]
}

const COLUMNS: &[Column<Term>] = &[
    Column::said(Audience::All, "kind", "glossary-heading-kind", |term| Cell::text(&term.kind)),
    Column::said(Audience::All, "word", "glossary-heading-word", |term| match term.tone {
        Tone::Plain => Cell::text(&term.word),
        tone => Cell::word(&term.word, tone),
    }),
    Column::said(Audience::All, "meaning", "glossary-heading-meaning", |term| Cell::text(&term.meaning)),
];

/// The name of the table that explains the words.
pub const LEGEND: &str = "glossary";

/// The legend of what is handed over.
pub fn legend() -> Table {
    Table::of(LEGEND, say!("glossary-title"), COLUMNS, &terms()).for_audience(Audience::People)
}
