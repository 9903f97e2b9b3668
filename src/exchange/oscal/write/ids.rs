//! The ids of an edition's clauses in OSCAL: tokens, each given out once, the same in every document.

use std::collections::{BTreeMap, HashSet};

use super::text::{is_token, token};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, Library};

/// What is before the number of a clause that has no OSCAL id of its own.
const PREFIX: &str = "c-";

/// The ids of one edition's clauses.
#[derive(Debug)]
pub(in crate::exchange::oscal) struct EditionIds<'l> {
    /// The edition.
    pub(super) catalog: &'l Catalog,
    /// By position in the catalog.
    ids: Vec<String>,
}

/// The ids of the editions of a library that were requested so far.
#[derive(Debug)]
pub(super) struct LibraryIds<'l> {
    library: &'l Library,
    known: BTreeMap<EditionId, EditionIds<'l>>,
}

impl<'l> EditionIds<'l> {
    /// A clause whose attribute `uri` is a token has that as its id, the first of those that share one: so the ids of a
    /// catalog of NIST stay what they are. The others have their number after a prefix, since an id may not begin with
    /// a digit; what is not a part of a token becomes a hyphen, and what is taken is distinguished by a count.
    pub(in crate::exchange::oscal) fn of(catalog: &'l Catalog) -> Self {
        let mut taken: HashSet<String> = HashSet::new();
        let mut take = |id: &str| {
            let is_free = !taken.contains(id) && !taken.contains(&statement_of(id));
            is_free.then(|| {
                taken.extend([id.to_owned(), statement_of(id)]);
                id.to_owned()
            })
        };
        let own = |position: usize| catalog.clauses()[position].attributes.get("uri").filter(|uri| is_token(uri));
        let kept: Vec<Option<String>> =
            (0..catalog.clauses().len()).map(|position| own(position).and_then(&mut take)).collect();
        let given = kept.into_iter().zip(catalog.clauses()).map(|(kept, clause)| {
            kept.unwrap_or_else(|| {
                let plain = token(&format!("{PREFIX}{}", clause.number));
                let counted = (2_usize..).map(|count| format!("{plain}_{count}"));
                let mut wanted = std::iter::once(plain.clone()).chain(counted);
                wanted.find_map(|id| take(&id)).unwrap_or(plain)
            })
        });
        Self { catalog, ids: given.collect() }
    }

    /// The id of the clause at a position.
    pub(in crate::exchange::oscal) fn id(&self, position: usize) -> &str {
        &self.ids[position]
    }

    /// The id of what the clause at a position requires, as a part of its control.
    pub(super) fn statement(&self, position: usize) -> String {
        statement_of(self.id(position))
    }

    /// The position of the clause that has a number, or an id here, that is written so.
    pub(super) fn named(&self, text: &str) -> Option<usize> {
        let by_number = self.catalog.clauses().iter().position(|clause| clause.number.as_str() == text);
        by_number.or_else(|| self.ids.iter().position(|id| id == text))
    }

    /// The requirements that the clause at a position stands for, in published order: itself, or those below a heading.
    pub(in crate::exchange::oscal) fn requirements(&self, position: usize) -> Vec<usize> {
        if self.catalog.clauses()[position].kind == ClauseKind::Requirement {
            return vec![position];
        }
        let mut below = self.catalog.children(position).to_vec();
        let mut found = Vec::new();
        while let Some(next) = below.pop() {
            below.extend(self.catalog.children(next));
            if self.catalog.clauses()[next].kind == ClauseKind::Requirement {
                found.push(next);
            }
        }
        found.sort_unstable();
        found
    }
}

impl<'l> LibraryIds<'l> {
    /// Of a library; no edition is processed before it is requested.
    pub(super) fn new(library: &'l Library) -> Self {
        Self { library, known: BTreeMap::new() }
    }

    /// The ids of an edition; nothing where the library does not have it.
    pub(super) fn edition(&mut self, edition: &EditionId) -> Option<&EditionIds<'l>> {
        if !self.known.contains_key(edition) {
            let catalog = self.library.catalog(edition)?;
            self.known.insert(edition.clone(), EditionIds::of(catalog));
        }
        self.known.get(edition)
    }

    /// The ids of the edition of a clause, and the clause's position there.
    pub(super) fn clause(&mut self, clause: &ClauseId) -> Option<(&EditionIds<'l>, usize)> {
        let ids = self.edition(&clause.edition)?;
        let position = ids.catalog.position(&clause.number)?;
        Some((ids, position))
    }
}

fn statement_of(id: &str) -> String {
    format!("{id}_smt")
}
