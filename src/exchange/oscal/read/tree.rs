//! Clauses on their way into a catalog: numbers given out once, each below another, links between them looked up last.

use std::collections::{HashMap, HashSet};

use super::model::{Part, Property};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::names::Numbers;
use crate::load::raw;
use crate::source::Span;

/// The clauses of one catalog.
pub(super) struct Tree {
    pub(super) places: Places,
    pub(super) said: Said,
    pub(super) clauses: Vec<raw::Clause>,
    /// The text of clauses, by their positions.
    pub(super) texts: Vec<(usize, raw::Scalar)>,
    numbers: Numbers,
    /// The position of the clause above each.
    above: Vec<Option<usize>>,
}

impl Tree {
    pub(super) fn new(places: Places) -> Self {
        Self {
            places,
            said: Said::default(),
            clauses: Vec::new(),
            texts: Vec::new(),
            numbers: Numbers::default(),
            above: Vec::new(),
        }
    }

    /// A number that no other clause has, as near to a name as can be.
    pub(super) fn number(&mut self, named: &Word, near: Span) -> Option<raw::Scalar> {
        let number = self.numbers.number(named.as_str())?;
        let span = self.places.span(named, near);
        if number.as_str().contains('~') && !named.text.contains('~') {
            let one = format!("{} is the number of two clauses: the second is {number}", named.text);
            let many = "clauses have the number of another clause and get a counter";
            self.said.read_as(span, one, many, "give each a different label");
        }
        Some(raw::Scalar::new(number.as_str().to_owned(), span))
    }

    /// A title in one line.
    pub(super) fn title(&self, text: &str, word: &Word, near: Span) -> raw::Scalar {
        let plain = if text.contains(['\n', '\r', '\t']) {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.trim().to_owned()
        };
        raw::Scalar::new(plain, self.places.span(word, near))
    }

    /// Adds a clause after the others and says its position.
    pub(super) fn add(
        &mut self,
        id: raw::Scalar,
        title: raw::Scalar,
        kind: Option<&'static str>,
        above: Option<usize>,
    ) -> usize {
        let span = id.span;
        let position = self.clauses.len();
        self.clauses.push(raw::Clause {
            title: Some(title),
            kind: kind.map(|kind| raw::Scalar::new(kind, span)),
            parent: raw::Parent::Nothing,
            ..raw::Clause::empty(id)
        });
        self.above.push(None);
        if let Some(above) = above {
            self.put_under(position, above);
        }
        position
    }

    pub(super) fn attribute(&mut self, position: usize, key: &str, value: raw::Scalar) {
        let key = raw::Scalar::new(key.to_owned(), value.span);
        self.clauses[position].attributes.push((key, value));
    }

    /// Puts a clause under another, unless that is below it.
    pub(super) fn put_under(&mut self, position: usize, base: usize) {
        if std::iter::successors(Some(base), |at| self.above[*at]).all(|at| at != position) {
            self.above[position] = Some(base);
            let number = self.clauses[base].id.value.clone();
            let span = self.clauses[position].id.span;
            self.clauses[position].parent = raw::Parent::Named(raw::Scalar::new(number, span));
        }
    }

    /// The position of a clause by its number.
    pub(super) fn by_number(&self) -> HashMap<String, usize> {
        self.clauses.iter().enumerate().map(|(at, clause)| (clause.id.value.to_string(), at)).collect()
    }

    /// Makes headings informative that nothing is under.
    pub(super) fn empty_headings(&mut self) {
        let with_clauses: HashSet<usize> = self.above.iter().flatten().copied().collect();
        for (position, clause) in self.clauses.iter_mut().enumerate() {
            if clause.kind.is_none() && !with_clauses.contains(&position) {
                clause.kind = Some(raw::Scalar::new("informative", clause.id.span));
            }
        }
    }
}

/// The number that people know a clause by: its label without a class, or else its first.
pub(super) fn number_of(props: &[Property]) -> Option<&Word> {
    let labels = || props.iter().filter(|prop| prop.name.as_str() == "label");
    labels().find(|label| label.class.is_none()).or_else(|| labels().next()).map(|label| &label.value)
}

/// Prose with the labels of its items, one paragraph a line, items further in.
pub(super) fn write_prose(part: &Part, depth: usize, text: &mut String) {
    if let Some(prose) = &part.prose {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend(std::iter::repeat_n("  ", depth));
        if let Some(label) = number_of(&part.props) {
            text.push_str(label.as_str());
            text.push(' ');
        }
        text.push_str(prose.text.trim());
    }
    for inner in &part.parts {
        write_prose(inner, depth + 1, text);
    }
}
