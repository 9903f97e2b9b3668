//! The clauses that subjects and objects of mappings are.

use std::collections::{BTreeMap, HashMap};

use super::local::decoded;
use super::mapping::{Mapping, Slot};
use super::metadata::Metadata;
use super::predicate::NO_TERM;
use crate::exchange::editions::EditionNames;
use crate::exchange::forms::Forms;
use crate::exchange::tally::Tally;
use crate::exchange::uris::ClauseUris;
use crate::load::raw::Scalar;
use crate::model::{Catalog, Clause, ClauseKind, EditionId, Library};

/// How a namespace begins that says of which edition it is.
pub(super) const NAMESPACE: &str = "urn:xwalk:";

/// One of the two ends of a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Subject,
    Object,
}

impl Side {
    pub(super) fn id(self) -> Slot {
        match self {
            Self::Subject => Slot::Subject,
            Self::Object => Slot::Object,
        }
    }

    fn source(self) -> [Slot; 2] {
        match self {
            Self::Subject => [Slot::SubjectSource, Slot::SubjectSourceVersion],
            Self::Object => [Slot::ObjectSource, Slot::ObjectSourceVersion],
        }
    }
}

/// What an end is.
#[derive(Debug, Clone, Copy)]
pub(super) enum End<'l> {
    /// A clause of an edition.
    Clause(&'l Catalog, &'l Clause),
    /// No clause of an edition, if it is said of which.
    Nothing(Option<&'l Catalog>),
}

/// Finds the clauses of a mapping set in a library.
pub(super) struct Ends<'l, 'm> {
    library: &'l Library,
    metadata: &'m Metadata,
    uris: ClauseUris<'l>,
    names: EditionNames<'l>,
    forms: Forms<'l>,
    prefixes: HashMap<(Side, String), Option<&'l Catalog>>,
    /// The prefix that most ids of a side have: what is said of the source of all is said of these.
    usual: [Option<String>; 2],
}

impl<'l, 'm> Ends<'l, 'm> {
    pub(super) fn new(library: &'l Library, metadata: &'m Metadata, mappings: &[Mapping]) -> Self {
        Self {
            usual: [Side::Subject, Side::Object].map(|side| usual(metadata, mappings, side)),
            library,
            metadata,
            uris: ClauseUris::of(library),
            names: EditionNames::of(library),
            forms: Forms::default(),
            prefixes: HashMap::new(),
        }
    }

    /// What an end of a mapping is; nothing where it names no clause, which is counted.
    pub(super) fn find(&mut self, side: Side, mapping: &Mapping, tally: &mut Tally) -> Option<End<'l>> {
        let Some(id) = mapping.get(side.id()) else {
            tally.leave_out(format!("rows left out without {}", side.id().name()), mapping.span, "");
            return None;
        };
        let text = id.value.trim();
        if text == NO_TERM {
            return Some(End::Nothing(self.source(side, mapping)));
        }
        let (prefix, local) = parted(self.metadata, text);
        let iri = self.metadata.namespace(&prefix).map(|namespace| format!("{namespace}{local}"));
        let uri = [Some(text), iri.as_deref()].into_iter().flatten().find_map(|uri| self.uris.get(uri));
        if let Some(known) = uri
            && let (Some(catalog), Some(clause)) = (self.library.catalog(&known.edition), self.library.clause(known))
        {
            return self.asking(catalog, clause, id, tally);
        }
        let Some(catalog) = self.edition(side, &prefix, mapping) else {
            let namespace = self.metadata.namespace(&prefix).unwrap_or("nothing");
            let what =
                format!("rows left out since no edition is known by the prefix {prefix}, which stands for {namespace}");
            let help = "add the catalog of that edition with --standards, with the prefix among its aliases; `xwalk import` makes such a catalog from an OSCAL document, a CISO Assistant library or a CPRT export; or write the edition's id as subject_source or object_source";
            tally.leave_out_with(what, help, id.span, text);
            return None;
        };
        let number = decoded(&local);
        let exact = catalog.find(&local).or_else(|| catalog.find(&number));
        let clause = exact.or_else(|| {
            let clause = self.forms.clause(catalog, &number)?;
            tally.read_as(format!("ids read in the form that {} uses", catalog.id), id.span, text);
            Some(clause)
        });
        match clause {
            Some(clause) => self.asking(catalog, clause, id, tally),
            None => {
                tally.leave_out(format!("rows left out since {} has no such clause", catalog.id), id.span, text);
                None
            }
        }
    }

    /// A clause that contains a requirement; one that does not is counted.
    fn asking(&self, catalog: &'l Catalog, clause: &'l Clause, id: &Scalar, tally: &mut Tally) -> Option<End<'l>> {
        if clause.kind == ClauseKind::Informative {
            let what = format!("rows left out since the clause of {} is informative", catalog.id);
            tally.leave_out(what, id.span, id.value.as_str());
            return None;
        }
        Some(End::Clause(catalog, clause))
    }

    /// The edition that a source names, in a row or for all of them.
    fn source(&self, side: Side, mapping: &Mapping) -> Option<&'l Catalog> {
        let [source, version] = side.source();
        let value =
            |slot: Slot| mapping.get(slot).or_else(|| self.metadata.get(slot.name())).map(|value| value.value.as_str());
        let (source, version) = (value(source)?, value(version));
        let (prefix, local) = parted(self.metadata, source);
        let namespace = self.metadata.namespace(&prefix).unwrap_or_default();
        let whole = format!("{namespace}{local}");
        let names = [source, whole.as_str(), last_segment(source), &decoded(&local)].map(str::to_owned);
        names.iter().find_map(|name| self.of_namespace(name).or_else(|| self.names.find(name, version)))
    }

    fn of_namespace(&self, namespace: &str) -> Option<&'l Catalog> {
        let edition = namespace.strip_prefix(NAMESPACE)?.trim_end_matches(':');
        self.library.catalog(&EditionId::parse(edition).ok()?)
    }

    /// The edition that a prefix means: by its namespace, by its source, or by its own name.
    fn edition(&mut self, side: Side, prefix: &str, mapping: &Mapping) -> Option<&'l Catalog> {
        let has_own = side.source().iter().any(|slot| mapping.get(*slot).is_some());
        let key = (side, prefix.to_owned());
        if let (Some(known), false) = (self.prefixes.get(&key), has_own) {
            return *known;
        }
        let namespace = self.metadata.namespace(prefix).unwrap_or_default();
        let version = self.metadata.get(side.source()[1].name()).map(|version| version.value.as_str());
        let by_name = || {
            let names = [prefix, last_segment(namespace)];
            names.into_iter().find_map(|name| self.names.find(name, version))
        };
        let is_usual = has_own || self.usual[usize::from(side == Side::Object)].as_deref() == Some(prefix);
        let by_source = || is_usual.then(|| self.source(side, mapping)).flatten();
        let found = self.of_namespace(namespace).or_else(by_name).or_else(by_source);
        if !has_own {
            self.prefixes.insert(key, found);
        }
        found
    }
}

/// The prefix and the local part of an id; an address is taken apart by the longest namespace that it begins with.
fn parted(metadata: &Metadata, id: &str) -> (String, String) {
    let bare = id.trim_start_matches('<').trim_end_matches('>');
    if let Some((prefix, length)) = metadata.longest_namespace(bare) {
        return (prefix.to_owned(), bare[length..].to_owned());
    }
    match bare.split_once(':') {
        Some((prefix, local)) => (prefix.to_owned(), local.to_owned()),
        None => (String::new(), bare.to_owned()),
    }
}

/// The prefix that most ids of a side have; of several the first in the order of letters.
fn usual(metadata: &Metadata, mappings: &[Mapping], side: Side) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for id in mappings.iter().filter_map(|mapping| mapping.get(side.id())) {
        *counts.entry(parted(metadata, id.value.trim()).0).or_default() += 1;
    }
    let most = counts.into_iter().filter(|(prefix, _)| prefix != "sssom");
    most.max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0))).map(|(prefix, _)| prefix)
}

/// The last part of an address.
fn last_segment(address: &str) -> &str {
    let trimmed = address.trim_end_matches(['/', '#', ':', '_', '=']);
    trimmed.rsplit(['/', '#']).next().unwrap_or(trimmed)
}
