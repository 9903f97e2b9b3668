//! Clauses of an edition by the names that a document has for them.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::edition::ours;
use super::model::Property;
use super::pick::is_match;
use super::reference::Candidate;
use super::word::Word;
use crate::exchange::oscal::write::EditionIds;
use crate::model::{Catalog, Clause, ClauseKind, Library};

/// The clauses of an edition, by number and by their ids in OSCAL.
pub(super) struct Clauses<'l> {
    pub(super) catalog: &'l Catalog,
    by_id: HashMap<&'l str, &'l Clause>,
    /// The ids that a document of ours has for them.
    ids: OnceCell<EditionIds<'l>>,
    /// The positions of the clauses by these ids.
    written: OnceCell<HashMap<String, usize>>,
}

/// A clause that a document names.
#[derive(Clone, Copy)]
pub(super) struct Named<'l> {
    pub(super) clause: &'l Clause,
    /// Whether only a part of it is meant: an item of its statement, or an objective of its assessment.
    pub(super) is_part: bool,
    /// Whether the property `clause` next to the id says otherwise.
    pub(super) beside: Beside,
}

/// What the property `clause`, which we write next to an id, means for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// It is not there, or says the same.
    Agrees,
    /// It names another clause: the id counts.
    Overruled,
    /// The id names nothing here, so that only the property says what is meant.
    Alone,
}

impl<'l> Clauses<'l> {
    pub(super) fn of(catalog: &'l Catalog) -> Self {
        let with_id = catalog.clauses().iter().rev().filter_map(|clause| Some((clause.attributes.get("uri")?, clause)));
        Self { catalog, by_id: with_id.collect(), ids: OnceCell::new(), written: OnceCell::new() }
    }

    /// The clause that an id of the model means: as a control, as a number, or, where `has_parts` says that it may be
    /// one, as a part of a control, whose ids begin with that of the control: `ac-2_smt.a`. What we wrote next to an id
    /// counts only where the id itself names nothing: another program may have changed the id, and knows nothing of our
    /// property.
    pub(super) fn find(&self, id: &Word, props: &[Property], has_parts: bool) -> Option<Named<'l>> {
        let named = self.by_id(id.text.trim(), has_parts);
        let Some(beside) = self.beside(props) else { return named };
        match named {
            Some(named) if named.clause.number == beside.number => Some(named),
            Some(named) => Some(Named { beside: Beside::Overruled, ..named }),
            None => Some(Named { clause: beside, is_part: false, beside: Beside::Alone }),
        }
    }

    /// The controls whose ids go with a pattern, by their positions.
    pub(super) fn matching(&self, pattern: &str) -> Vec<usize> {
        let ids = self.ids();
        let all = self.catalog.clauses().iter().enumerate();
        let controls = all.filter(|(_, clause)| clause.kind == ClauseKind::Requirement);
        let id = |at: usize, clause: &'l Clause| clause.attributes.get("uri").unwrap_or_else(|| ids.id(at));
        let found = controls.filter(|(at, clause)| is_match(pattern.as_bytes(), id(*at, clause).as_bytes()));
        found.map(|(at, _)| at).collect()
    }

    /// The clause that the property `clause` names.
    fn beside(&self, props: &[Property]) -> Option<&'l Clause> {
        let named = ours(props, "clause")?.text.trim();
        let number = named.strip_prefix(self.catalog.id.as_str()).and_then(|rest| rest.strip_prefix('/'));
        self.catalog.find(number.unwrap_or(named))
    }

    fn by_id(&self, id: &str, has_parts: bool) -> Option<Named<'l>> {
        let whole = self.whole(id).map(|clause| Named { clause, is_part: false, beside: Beside::Agrees });
        whole.or_else(|| if has_parts { self.part(id) } else { None })
    }

    fn whole(&self, id: &str) -> Option<&'l Clause> {
        let number = || self.catalog.find(id).or_else(|| self.catalog.find(id.strip_prefix("c-")?));
        self.by_id.get(id).copied().or_else(number).or_else(|| self.written(id))
    }

    fn ids(&self) -> &EditionIds<'l> {
        self.ids.get_or_init(|| EditionIds::of(self.catalog))
    }

    /// The clause that a document of ours has this id for.
    fn written(&self, id: &str) -> Option<&'l Clause> {
        let written = self.written.get_or_init(|| {
            let ids = self.ids();
            (0..self.catalog.clauses().len()).map(|position| (ids.id(position).to_owned(), position)).collect()
        });
        written.get(id).map(|position| &self.catalog.clauses()[*position])
    }

    fn part(&self, id: &str) -> Option<Named<'l>> {
        let mut ends = id.rmatch_indices('_').map(|(at, _)| at);
        ends.find_map(|end| {
            let control = &id[..end];
            let clause = self.by_id.get(control).copied().or_else(|| self.written(control))?;
            // The whole statement and all objectives are what the control requires.
            Some(Named { clause, is_part: !["_smt", "_obj"].contains(&&id[end..]), beside: Beside::Agrees })
        })
    }
}

/// The editions of a library as what a reference may mean. `files` are the names of those that come from files of the
/// run.
pub(super) fn candidates(library: &Library, files: &HashMap<String, String>) -> Vec<Candidate> {
    let candidate = |catalog: &Catalog| {
        let (id, aliases) = (catalog.id.to_string(), catalog.aliases.iter().map(ToString::to_string));
        let file = files.get(catalog.id.as_str()).cloned();
        Candidate::new(id, catalog.title.to_string(), aliases, file)
    };
    library.catalogs().map(candidate).collect()
}
