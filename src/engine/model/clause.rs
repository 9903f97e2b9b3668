//! One clause, and what it is to a count.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::id::ClauseNumber;
use super::translation::Translations;
use crate::source::{Span, Text};

/// What a clause is to a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ClauseKind {
    /// Something to be met; the only kind that is counted.
    Requirement,
    /// Stands for all requirements below it.
    Heading,
    /// Asks for nothing.
    Informative,
}

/// Properties of a clause to group and filter by, in the order of their names; one whose value is a list has several
/// values, in the order of the file. Copies share them, since many clauses of an edition have the same; none take no
/// room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Attributes(Option<Arc<[(Text, Text)]>>);

impl Attributes {
    fn all(&self) -> &[(Text, Text)] {
        self.0.as_deref().unwrap_or_default()
    }

    /// The value of the property with a name; of a list the first.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values(name).next()
    }

    /// The values of the property with a name, in the order of the file; none where the clause does not have it.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.all().iter().filter(move |(known, _)| *known == *name).map(|(_, value)| value.as_str())
    }

    /// Whether a value is one of those of the property with a name.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|known| known == value)
    }

    /// All properties with their values: a name once for each of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.all().iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All properties, each once with all its values.
    pub fn lists(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.all().chunk_by(|(one, _), (other, _)| one == other).filter_map(|list| {
            let (name, _) = list.first()?;
            Some((name.as_str(), list.iter().map(|(_, value)| value.as_str()).collect()))
        })
    }
}

impl FromIterator<(Text, Text)> for Attributes {
    /// A name that comes several times is that of a list; a value that comes several times is kept once.
    fn from_iter<I: IntoIterator<Item = (Text, Text)>>(properties: I) -> Self {
        let mut sorted: Vec<(Text, Text)> = properties.into_iter().collect();
        // Values of one name keep their order.
        sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
        if sorted.windows(2).all(|pair| pair[0].0 != pair[1].0) {
            return Self((!sorted.is_empty()).then(|| sorted.into()));
        }
        let mut seen: HashSet<(Text, Text), foldhash::fast::FixedState> = HashSet::default();
        sorted.retain(|property| seen.insert(property.clone()));
        Self(Some(sorted.into()))
    }
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its number.
    pub number: ClauseNumber,
    /// Its title, as published or, in round brackets, in our own words.
    pub title: Text,
    /// What it is to a count.
    pub kind: ClauseKind,
    /// The position of the clause above it in [`Catalog::clauses`](super::Catalog::clauses).
    pub parent: Option<usize>,
    /// What it requires, in one sentence of our own.
    pub summary: Option<Text>,
    /// Whether it has to be met; false marks what is only recommended.
    pub mandatory: bool,
    /// Properties to group and filter by, such as `pdca` and `element`.
    pub attributes: Attributes,
    /// Its title and its summary in other languages.
    pub translations: Translations,
    /// The position of its number.
    pub span: Span,
}

impl Clause {
    /// The key of the clauses whose work comes before that of this one, and of those below it.
    pub const AFTER: &'static str = "after";

    /// The numbers of the clauses whose work comes before that of this one, and of those below it.
    pub fn after(&self) -> impl Iterator<Item = &str> {
        self.attributes.values(Self::AFTER)
    }
}

impl fmt::Display for ClauseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Requirement => "requirement",
            Self::Heading => "heading",
            Self::Informative => "informative",
        })
    }
}
