//! Clauses of an edition by the names that a document has for them.

use std::collections::HashMap;

use super::edition::ours;
use super::model::Property;
use super::reference::Candidate;
use super::word::Word;
use crate::model::{Catalog, Clause, Library};

/// The clauses of an edition, by number and by their ids in OSCAL.
pub(super) struct Clauses<'l> {
    pub(super) catalog: &'l Catalog,
    by_id: HashMap<&'l str, &'l Clause>,
}

/// A clause that a document names.
#[derive(Clone, Copy)]
pub(super) struct Named<'l> {
    pub(super) clause: &'l Clause,
    /// Whether only a part of it is meant: an item of its statement, or an objective of its assessment.
    pub(super) is_part: bool,
}

impl<'l> Clauses<'l> {
    pub(super) fn of(catalog: &'l Catalog) -> Self {
        let with_id = catalog.clauses().iter().rev().filter_map(|clause| Some((clause.attributes.get("uri")?, clause)));
        Self { catalog, by_id: with_id.collect() }
    }

    /// The clause that an id of the model means, by what we wrote beside it, as a control, as a number, or, where `has_parts`
    /// says that it may be one, as a part of a control, whose ids begin with that of the control: `ac-2_smt.a`.
    pub(super) fn find(&self, id: &Word, props: &[Property], has_parts: bool) -> Option<Named<'l>> {
        let id = id.text.trim();
        let whole = |clause| Named { clause, is_part: false };
        if let Some(named) = ours(props, "clause") {
            let named = named.text.trim();
            let number = named.strip_prefix(self.catalog.id.as_str()).and_then(|rest| rest.strip_prefix('/'));
            return self.catalog.find(number.unwrap_or(named)).map(whole);
        }
        let number = || self.catalog.find(id).or_else(|| self.catalog.find(id.strip_prefix("c-")?));
        let control = self.by_id.get(id).copied().or_else(number).map(whole);
        control.or_else(|| if has_parts { self.part(id) } else { None })
    }

    fn part(&self, id: &str) -> Option<Named<'l>> {
        let mut ends = id.rmatch_indices('_').map(|(at, _)| at);
        ends.find_map(|end| {
            let clause = self.by_id.get(&id[..end]).copied()?;
            // The whole statement and all objectives are what the control asks for.
            Some(Named { clause, is_part: !["_smt", "_obj"].contains(&&id[end..]) })
        })
    }
}

/// The editions of a library as what a reference may mean. `files` are the names of those that come from files of the run.
pub(super) fn candidates(library: &Library, files: &HashMap<String, String>) -> Vec<Candidate> {
    let candidate = |catalog: &Catalog| Candidate {
        id: catalog.id.to_string(),
        title: catalog.title.to_string(),
        aliases: catalog.aliases.iter().map(ToString::to_string).collect(),
        file: files.get(catalog.id.as_str()).cloned(),
    };
    library.catalogs().map(candidate).collect()
}
