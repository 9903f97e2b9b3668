//! The clauses of an edition by the urns that they have in CISO Assistant.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::made_urns::Urns;
use crate::model::{Catalog, ClauseKind, EditionId};

/// A clause that a row of a mapping set names.
#[derive(Debug, Clone, Copy)]
pub(super) struct End<'l> {
    pub(super) number: &'l str,
    pub(super) kind: ClauseKind,
    /// Its position in its edition.
    pub(super) position: usize,
}

/// The clauses of one edition by their urns, whose case does not matter: those that were given, and those that are made
/// here.
#[derive(Debug, Default)]
pub(super) struct Nodes<'l>(HashMap<Cow<'l, str>, End<'l>, FixedState>);

impl<'l> Nodes<'l> {
    fn of(catalog: &'l Catalog) -> Self {
        let clauses = || catalog.clauses().iter().enumerate();
        let end = |position: usize| {
            let clause = &catalog.clauses()[position];
            End { number: clause.number.as_str(), kind: clause.kind, position }
        };
        let given = clauses().filter_map(|(at, clause)| Some((lower(clause.attributes.get("uri")?), end(at))));
        let mut nodes: HashMap<Cow<'l, str>, End<'l>, FixedState> = given.collect();
        if nodes.len() < catalog.clauses().len() {
            // Those without a urn have the one under which they would be written.
            for (position, urn) in Urns::of(catalog).nodes.into_iter().enumerate() {
                nodes.entry(Cow::Owned(lower(&urn).into_owned())).or_insert_with(|| end(position));
            }
        }
        Self(nodes)
    }

    pub(super) fn get(&self, urn: &str) -> Option<End<'l>> {
        self.0.get(&*lower(urn)).copied()
    }
}

/// The clauses of the editions that were requested.
#[derive(Debug, Default)]
pub(super) struct Ends<'l>(HashMap<&'l EditionId, Nodes<'l>, FixedState>);

impl<'l> Ends<'l> {
    /// The clauses of two editions, each searched once.
    pub(super) fn of(&mut self, catalogs: [&'l Catalog; 2]) -> [&Nodes<'l>; 2] {
        for catalog in catalogs {
            self.0.entry(&catalog.id).or_insert_with(|| Nodes::of(catalog));
        }
        catalogs.map(|catalog| &self.0[&catalog.id])
    }
}

fn lower(urn: &str) -> Cow<'_, str> {
    if urn.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(urn.to_ascii_lowercase())
    } else {
        Cow::Borrowed(urn)
    }
}
