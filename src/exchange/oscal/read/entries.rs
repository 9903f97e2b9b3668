//! The rows of a table as they come from entries, each pair once.

use std::collections::{HashMap, HashSet};

use crate::load::raw;
use crate::source::Span;

/// Why an entry is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    UnknownEdition,
    UnknownClause,
    Informative,
    UnknownWord,
    ForeignWord,
    NoSource,
    NoTarget,
    ToItself,
    PartsShareNothing,
    Repeated,
    Contradicting,
}

impl Reason {
    /// What is true of several entries, for a count.
    pub(super) fn of_many(self) -> &'static str {
        match self {
            Self::UnknownEdition => "belong to an edition that is not available",
            Self::UnknownClause => "name a control that does not exist",
            Self::Informative => "name a control that contains no requirement",
            Self::UnknownWord => "have no known relationship",
            Self::ForeignWord => "have a relationship of another namespace",
            Self::NoSource => "have no source",
            Self::NoTarget => "have no target",
            Self::ToItself => "relate a control to itself",
            Self::PartsShareNothing => "say that parts have nothing in common",
            Self::Repeated => "repeat another entry",
            Self::Contradicting => "contradict another entry",
        }
    }

    /// The same as the beginning of a sentence, after a number.
    pub(super) fn of_entries(self) -> &'static str {
        match self {
            Self::UnknownEdition => "entries belong to an edition that is not available",
            Self::UnknownClause => "ends of entries name a control that does not exist",
            Self::Informative => "ends of entries name a control that contains no requirement",
            Self::UnknownWord => "entries have no known relationship",
            Self::ForeignWord => "entries have a relationship of another namespace",
            Self::NoSource => "entries have no source",
            Self::NoTarget => "entries have no target",
            Self::ToItself => "pairs relate a control to itself",
            Self::PartsShareNothing => "pairs say that parts have nothing in common",
            Self::Repeated => "pairs are related a second time",
            Self::Contradicting => "pairs are related a second time in a different way",
        }
    }

    /// The way out.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::UnknownEdition => "name the file of the catalog together with the mapping collection",
            Self::UnknownClause => "check it in the edition for which the mapping was made",
            Self::Informative => "relate its replacement",
            Self::UnknownWord | Self::ForeignWord => {
                "use one of equal-to, equivalent-to, superset-of, subset-of, intersects-with, no-relationship"
            }
            Self::NoSource | Self::NoTarget => "an entry relates at least one source to at least one target",
            Self::ToItself => "a clause covers itself without an entry",
            Self::PartsShareNothing => "nothing follows from this for their controls",
            Self::Repeated => "the first is kept",
            Self::Contradicting => "the first is kept; put two interpretations in two mappings",
        }
    }
}

/// What a row relates.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Pair {
    /// In the order of their numbers.
    from: Vec<String>,
    to: String,
    /// Whether it is only `related`, so another row of the pair is possible.
    is_related: bool,
}

/// Rows, and what they relate.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) rows: Vec<raw::Row>,
    /// Rows that contradict one of these on the same pair.
    pub(super) disputed: Vec<raw::Row>,
    /// What is said of each pair: the relation and its reverse.
    pairs: HashMap<Pair, (String, Option<String>)>,
    covered: HashSet<String>,
    related: HashSet<String>,
}

impl Entries {
    /// Adds a row, if nothing is said of its pair; or says why not.
    pub(super) fn add(&mut self, row: raw::Row) -> Result<(), (Reason, Span, String)> {
        let text = |scalar: &raw::Scalar| scalar.value.to_string();
        let mut from: Vec<String> = row.from.iter().map(text).collect();
        from.sort_unstable();
        let relation = row.relation.as_ref().map(text).unwrap_or_default();
        let says = (relation.clone(), row.reverse.as_ref().map(text));
        let Some(to) = row.to.first().map(text) else { return Ok(()) };
        let pair = Pair { from, to: to.clone(), is_related: relation == "related" };
        if let Some(known) = self.pairs.get(&pair) {
            let names = format!("{} and {to}", pair.from.join(" with "));
            let span = row.to.first().map_or(row.span, |to| to.span);
            if *known == says {
                return Err((Reason::Repeated, span, format!("{names} are related a second time")));
            }
            self.disputed.push(row);
            return Err((Reason::Contradicting, span, format!("{names} are related a second time in a different way")));
        }
        if relation != "none" {
            self.related.extend(pair.from.iter().cloned());
        }
        if relation == "full" || relation == "partial" {
            self.covered.insert(to);
        }
        self.pairs.insert(pair, says);
        self.rows.push(row);
        Ok(())
    }

    /// Whether a row says that a target is covered.
    pub(super) fn is_covered(&self, target: &str) -> bool {
        self.covered.contains(target)
    }

    /// Whether a row relates a source to anything.
    pub(super) fn is_related(&self, source: &str) -> bool {
        self.related.contains(source)
    }
}
