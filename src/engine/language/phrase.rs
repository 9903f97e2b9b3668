//! Something that a document says, before and after it is put into a language.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::words::{self, Argument};
use super::{DocumentLanguage, figures};
use crate::model::{ClauseId, EditionId, PersonDays, TableId};
use crate::source::{Text, sanitized};

/// Something that a document says. As text it reads in English until it is put into another language.
#[derive(Clone)]
pub struct Phrase(Kind);

#[derive(Clone)]
enum Kind {
    Verbatim(Cow<'static, str>),
    Term(&'static Term),
    Made(Box<Made>),
}

/// A word of a fixed set.
#[derive(Debug, PartialEq, Eq)]
pub struct Term {
    /// The word that programs read, which is the English one.
    pub word: &'static str,
    /// The message that says it in other languages.
    pub id: &'static str,
}

/// What is made of other things, with how it reads in English once somebody wanted to know.
#[derive(Clone)]
struct Made {
    content: Content,
    english: OnceLock<String>,
}

#[derive(Clone)]
enum Content {
    Message(&'static str, Vec<(&'static str, Phrase)>),
    Count(u64),
    Share(f64, usize),
    Number(f64, usize),
    Effort(PersonDays),
    Day(Date),
    List(Vec<Phrase>),
    Joined(Vec<Phrase>, &'static str),
    Sentence(Phrase),
}

/// A message with its arguments: `say!("report-title", organization = name)`.
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::Phrase::message($id, vec![$((stringify!($name), $crate::language::Phrase::from($value))),*])
    };
}
pub use say;

impl Phrase {
    /// A message with its arguments by name.
    pub fn message(id: &'static str, arguments: Vec<(&'static str, Self)>) -> Self {
        Self::made(Content::Message(id, arguments))
    }

    /// A share between 0 and 1 as a percentage with one digit.
    pub fn share(share: f64) -> Self {
        Self::made(Content::Share(share, 1))
    }

    /// The same without a digit behind the point.
    pub fn whole_share(share: f64) -> Self {
        Self::made(Content::Share(share, 0))
    }

    /// A number with so many digits behind the point.
    pub fn number(number: f64, digits: usize) -> Self {
        Self::made(Content::Number(number, digits))
    }

    /// Each of some texts as it stands.
    pub fn each(texts: impl IntoIterator<Item = impl Into<Self>>) -> Vec<Self> {
        texts.into_iter().map(Into::into).collect()
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list(phrases: impl IntoIterator<Item = impl Into<Self>>) -> Self {
        Self::several(phrases, Content::List)
    }

    /// Phrases with a sign between them that is the same in every language.
    pub fn joined(phrases: impl IntoIterator<Item = impl Into<Self>>, sign: &'static str) -> Self {
        Self::several(phrases, |phrases| Content::Joined(phrases, sign))
    }

    /// The same as a sentence, or several: it begins with a capital, and no semicolon follows a full stop.
    #[must_use]
    pub fn as_sentence(self) -> Self {
        Self::made(Content::Sentence(self))
    }

    fn several(phrases: impl IntoIterator<Item = impl Into<Self>>, content: impl FnOnce(Vec<Self>) -> Content) -> Self {
        let mut phrases: Vec<Self> = phrases.into_iter().map(Into::into).collect();
        match phrases.len() {
            0 => Self::default(),
            1 => phrases.remove(0),
            _ => Self::made(content(phrases)),
        }
    }

    fn made(content: Content) -> Self {
        Self(Kind::Made(Box::new(Made { content, english: OnceLock::new() })))
    }

    /// The text: that of the language into which it was put, else the English one.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kind::Verbatim(text) => text,
            Kind::Term(term) => term.word,
            Kind::Made(made) => made.english.get_or_init(|| made.content.in_language(DocumentLanguage::English)),
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        match &self.0 {
            Kind::Verbatim(text) => text.is_empty(),
            Kind::Term(_) | Kind::Made(_) => false,
        }
    }

    /// Whether it stands in a file as it does here, and so in every language.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.0, Kind::Verbatim(_))
    }

    /// Puts it into a language. What stands in a file stays as it is.
    #[must_use]
    pub fn in_language(&self, language: DocumentLanguage) -> Self {
        match (&self.0, language) {
            (Kind::Verbatim(_), _) | (_, DocumentLanguage::English) => self.clone(),
            (Kind::Term(term), _) => words::message(language, term.id, []).into(),
            (Kind::Made(made), _) => made.content.in_language(language).into(),
        }
    }

    /// The same with other texts in the places of those that stand in it as they stand in files; nothing if all of them stay.
    pub fn with_texts(&self, change: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        match &self.0 {
            Kind::Verbatim(text) => change(text).map(Self::from),
            Kind::Term(_) => None,
            Kind::Made(made) => made.content.with_texts(change).map(Self::made),
        }
    }

    /// The same with no character that could steer a terminal.
    #[must_use]
    pub fn sanitized(self) -> Self {
        match self.0 {
            Kind::Verbatim(text) => sanitized(&text).into(),
            // What is made is harmless already.
            Kind::Term(_) | Kind::Made(_) => self,
        }
    }

    /// What it is to a message: counts and efforts decide on the forms of words beside them.
    fn argument(&self, language: DocumentLanguage) -> Argument {
        if let Kind::Made(made) = &self.0 {
            match made.content {
                Content::Count(count) => return Argument::Number(count as f64),
                Content::Effort(effort) => return Argument::Number(effort.days()),
                Content::Message(..)
                | Content::Share(..)
                | Content::Number(..)
                | Content::Day(_)
                | Content::List(_)
                | Content::Joined(..)
                | Content::Sentence(_) => {}
            }
        }
        Argument::Text(self.in_language(language).into())
    }
}

impl Content {
    fn with_texts(&self, change: &dyn Fn(&str) -> Option<String>) -> Option<Self> {
        let all = |phrases: &[Phrase]| {
            let changed: Vec<Option<Phrase>> = phrases.iter().map(|phrase| phrase.with_texts(change)).collect();
            let is_changed = changed.iter().any(Option::is_some);
            let each =
                changed.into_iter().zip(phrases).map(|(changed, phrase)| changed.unwrap_or_else(|| phrase.clone()));
            is_changed.then(|| each.collect::<Vec<Phrase>>())
        };
        match self {
            Self::Message(id, arguments) => {
                let (names, phrases): (Vec<&'static str>, Vec<Phrase>) = arguments.iter().cloned().unzip();
                all(&phrases).map(|phrases| Self::Message(id, names.into_iter().zip(phrases).collect()))
            }
            Self::List(phrases) => all(phrases).map(Self::List),
            Self::Joined(phrases, sign) => all(phrases).map(|phrases| Self::Joined(phrases, sign)),
            Self::Sentence(phrase) => phrase.with_texts(change).map(Self::Sentence),
            Self::Count(_) | Self::Share(..) | Self::Number(..) | Self::Effort(_) | Self::Day(_) => None,
        }
    }

    fn in_language(&self, language: DocumentLanguage) -> String {
        let all = |phrases: &[Phrase]| -> Vec<String> {
            phrases.iter().map(|phrase| phrase.in_language(language).as_str().to_owned()).collect()
        };
        let text = match self {
            Self::Message(id, arguments) => {
                let argument = |phrase: &Phrase| phrase.argument(language);
                words::message(language, id, arguments.iter().map(|(name, phrase)| (*name, argument(phrase))))
            }
            Self::Count(count) => figures::count(language, *count),
            Self::Share(share, digits) => figures::percentage(language, *share, *digits),
            Self::Number(number, digits) => figures::number(language, *number, *digits),
            Self::Effort(effort) => figures::effort(language, *effort),
            Self::Day(day) => figures::day(language, *day),
            Self::List(phrases) => list(language, all(phrases)),
            Self::Joined(phrases, sign) => all(phrases).join(&figures::between(language, sign)),
            Self::Sentence(phrase) => {
                let after_stop = format!(".{}", figures::between(language, "; "));
                capitalized(&phrase.in_language(language).replace(&after_stop, ". "))
            }
        };
        sanitized(&text)
    }
}

/// `a`, `a and b`, `a, b and c`.
fn list(language: DocumentLanguage, texts: Vec<String>) -> String {
    let [before @ .., last] = texts.as_slice() else { return String::new() };
    if before.is_empty() {
        return last.clone();
    }
    let arguments = [("before", before.join(", ")), ("last", last.clone())];
    words::message(language, "list", arguments.map(|(name, text)| (name, Argument::Text(text))))
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl Default for Phrase {
    fn default() -> Self {
        Self(Kind::Verbatim(Cow::Borrowed("")))
    }
}

impl Deref for Phrase {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Phrase {}

impl PartialEq<str> for Phrase {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Phrase {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Phrase {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl AsRef<str> for Phrase {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<Phrase> for String {
    fn from(phrase: Phrase) -> Self {
        phrase.as_str().to_owned()
    }
}

impl From<&Phrase> for String {
    fn from(phrase: &Phrase) -> Self {
        phrase.as_str().to_owned()
    }
}

impl From<&'static Term> for Phrase {
    fn from(term: &'static Term) -> Self {
        Self(Kind::Term(term))
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self(Kind::Verbatim(text.into()))
    }
}

impl From<Cow<'static, str>> for Phrase {
    fn from(text: Cow<'static, str>) -> Self {
        Self(Kind::Verbatim(text))
    }
}

impl From<Date> for Phrase {
    fn from(day: Date) -> Self {
        Self::made(Content::Day(day))
    }
}

impl From<PersonDays> for Phrase {
    fn from(effort: PersonDays) -> Self {
        Self::made(Content::Effort(effort))
    }
}

macro_rules! from_texts {
    ($($text:ty),*) => {
        $(impl From<$text> for Phrase {
            fn from(text: $text) -> Self {
                text.to_string().into()
            }
        })*
    };
}
from_texts!(&str, &&str, &String, &Text, Text, &Cow<'_, str>, &ClauseId, &EditionId, &TableId, ClauseId, EditionId);

impl From<&Phrase> for Phrase {
    fn from(phrase: &Phrase) -> Self {
        phrase.clone()
    }
}

macro_rules! from_counts {
    ($($count:ty),*) => {
        $(impl From<$count> for Phrase {
            fn from(count: $count) -> Self {
                Self::made(Content::Count(u64::try_from(count).unwrap_or(u64::MAX)))
            }
        })*
    };
}
from_counts!(u8, u32, u64, usize);
