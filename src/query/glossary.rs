//! The words of every answer, each in one sentence.

use crate::crosswalk::Level;
use crate::query::action::{Action, Outcome};
use crate::query::tally;
use crate::report::{Audience, Cell, Column, Table, Tone};

/// A word and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// What kind of word it is, such as a level.
    pub kind: &'static str,
    /// The word.
    pub word: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
    tone: Tone,
}

/// All words, kind by kind, in the order in which a reader meets them.
pub fn terms() -> Vec<Term> {
    let levels = [Level::Full, Level::Partial, Level::Presumed, Level::None];
    let levels = levels.map(|level| Term {
        kind: "Level",
        word: level.name(),
        meaning: level_meaning(level),
        tone: tally::tone(level),
    });
    let outcomes = Outcome::ALL.map(|outcome| Term {
        kind: "Outcome",
        word: outcome.name(),
        meaning: outcome.meaning(),
        tone: outcome.action().tone(),
    });
    let actions = Action::ALL.map(|action| Term {
        kind: "Action",
        word: action.name(),
        meaning: action.sentence(),
        tone: action.tone(),
    });
    let figures = FIGURES.iter().map(|(word, meaning)| Term { kind: "Figure", word, meaning, tone: Tone::Plain });
    levels.into_iter().chain(outcomes).chain(actions).chain(figures).collect()
}

fn level_meaning(level: Level) -> &'static str {
    match level {
        Level::Full => "Everything that the requirement asks for is in place.",
        Level::Partial => "Part of what the requirement asks for is certainly in place.",
        Level::Presumed => "Part of what the requirement asks for may be in place; this has to be checked.",
        Level::None => "Nothing of what the requirement asks for is known to be in place.",
    }
}

const FIGURES: &[(&str, &str)] = &[
    (
        "coverage",
        "The share of applicable requirements that are met, a partly met requirement counting as half unless stated otherwise.",
    ),
    (
        "guaranteed",
        "The share of applicable requirements at level full: what an audit would find in place today if the statements are right.",
    ),
    (
        "up to",
        "The share of applicable requirements at level full, partial or presumed: what the coverage could become if everything presumed is confirmed and every partial requirement is completed.",
    ),
    ("confidence", "How sure the source of a relation between two clauses is: high, medium or low."),
];

const COLUMNS: &[Column<Term>] = &[
    Column::new("kind", "Kind", |term| Cell::text(term.kind)),
    Column::new("word", "Word", |term| match term.tone {
        Tone::Plain => Cell::text(term.word),
        tone => Cell::word(term.word, tone),
    }),
    Column::new("meaning", "Meaning", |term| Cell::text(term.meaning)),
];

/// The name of the table that explains the words.
pub const LEGEND: &str = "glossary";

/// The legend of what is handed over.
pub fn legend() -> Table {
    Table::of(LEGEND, "Words used", COLUMNS, &terms()).for_audience(Audience::People)
}
