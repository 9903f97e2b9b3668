//! A value in a table or under a heading.

use jiff::civil::Date;

use super::Link;
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::model::{ClauseId, PersonDays};

/// What a word means, for colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// In place.
    Good,
    /// In part.
    Middling,
    /// To be checked.
    Unsure,
    /// Not in place.
    Bad,
    /// Of less importance.
    Quiet,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// Running text.
    Text(Phrase),
    /// A word of a fixed set.
    Word(Phrase, Tone),
    /// A count.
    Count(u64),
    /// A share between 0 and 1, and a tone for it.
    Share(f64, Tone),
    /// A number that is neither a count nor a share, such as a coefficient; three decimal places are shown.
    Number(f64),
    /// A rating on a scale of a few whole numbers, such as an average maturity; one decimal place is shown.
    Rating(f64),
    /// An effort.
    Effort(PersonDays),
    /// A day.
    Day(Date),
    /// A truth value.
    Boolean(bool),
    /// References in order, and what people read instead.
    Refs(Vec<ClauseId>, Phrase),
    /// Texts that may lead somewhere, in order.
    Links(Vec<Link>),
}

impl Cell {
    /// What people read of it, in a language.
    pub fn shown(&self, language: DocumentLanguage) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Word(text, _) | Self::Refs(_, text) => text.to_string(),
            Self::Count(count) => figures::count(language, *count),
            Self::Share(share, _) => figures::share(language, *share),
            Self::Number(number) => figures::number(language, *number, 3),
            Self::Rating(rating) => figures::number(language, *rating, 1),
            Self::Effort(effort) => figures::effort(language, *effort),
            Self::Day(day) => figures::day(language, *day),
            Self::Boolean(true) => say!("page-yes").in_language(language).into(),
            Self::Boolean(false) => say!("page-no").in_language(language).into(),
            Self::Links(links) => links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(", "),
        }
    }

    /// Whether it is a number, which stands to the right and in one piece.
    pub fn is_number(&self) -> bool {
        match self {
            Self::Count(_) | Self::Share(..) | Self::Number(_) | Self::Rating(_) | Self::Effort(_) => true,
            Self::Empty
            | Self::Text(_)
            | Self::Word(..)
            | Self::Day(_)
            | Self::Boolean(_)
            | Self::Refs(..)
            | Self::Links(_) => false,
        }
    }

    /// What it means.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Word(_, tone) | Self::Share(_, tone) => *tone,
            Self::Empty
            | Self::Text(_)
            | Self::Count(_)
            | Self::Number(_)
            | Self::Rating(_)
            | Self::Effort(_)
            | Self::Day(_)
            | Self::Boolean(_)
            | Self::Refs(..)
            | Self::Links(_) => Tone::Plain,
        }
    }

    /// Running text, or no value where it is empty. Control characters in it become harmless.
    pub fn text(text: impl Into<Phrase>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text.sanitized()) }
    }

    /// Running text if there is one.
    pub fn maybe(text: Option<impl Into<Phrase>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// A word of a fixed set.
    pub fn word(word: impl Into<Phrase>, tone: Tone) -> Self {
        Self::Word(word.into(), tone)
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// A share if there is one: there is none of nothing.
    pub fn share(share: Option<f64>) -> Self {
        share.map_or(Self::Empty, |share| Self::Share(share, Tone::Plain))
    }

    /// An effort if there is one.
    pub fn effort(effort: Option<PersonDays>) -> Self {
        effort.map_or(Self::Empty, Self::Effort)
    }

    /// A day if there is one.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// Whole references, shown as they are.
    pub fn refs<'c>(refs: impl IntoIterator<Item = &'c ClauseId>) -> Self {
        let refs: Vec<ClauseId> = refs.into_iter().cloned().collect();
        let shown = refs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        Self::refs_shown(refs, shown)
    }

    /// References, or no value if there are none, with what people read instead.
    pub fn refs_shown(refs: Vec<ClauseId>, shown: impl Into<Phrase>) -> Self {
        if refs.is_empty() { Self::Empty } else { Self::Refs(refs, shown.into()) }
    }

    /// Evidence and the like: what is an address of the web leads there, everything else is text.
    pub fn resources<T: AsRef<str>>(places: &[T]) -> Self {
        Self::links(places.iter().map(|place| Link::to_resource(place.as_ref())))
    }

    /// Links, or no value if there are none.
    pub fn links(links: impl IntoIterator<Item = Link>) -> Self {
        let links: Vec<Link> = links.into_iter().collect();
        if links.is_empty() { Self::Empty } else { Self::Links(links) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_steers_a_terminal_gets_into_a_cell() {
        assert_eq!(
            Cell::text("a\u{1b}[31mb\u{7f}\u{9b}c\u{202e}d\te\nf"),
            Cell::Text("a\u{241b}[31mb\u{2421}\u{fffd}c\u{fffd}d e\nf".into())
        );
        assert_eq!(Cell::text(""), Cell::Empty);
    }
}
