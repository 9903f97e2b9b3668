//! A profile of OSCAL as an edition of its own, made of the controls that it picks, and the table that ties it to its
//! catalogs.
//!
//! A picked control is the same control, so that it and the catalog's are full both ways. Where the profile sets
//! parameters of it or adds to it, it requires more: what is in place for the profile is in place for the catalog, and
//! the reverse is not said. Where the profile takes something away, the two are related, and no more is claimed. A base
//! that is not picked stays as the heading of its picked enhancements, as in NIST's own resolved catalogs.
//!
//! Properties that a profile adds to a control are attributes of it, like those of a catalog. Whatever else it adds,
//! removes or sets changes wordings, which an edition does not have, and is counted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalog::attributes;
use super::edition;
use super::model::{Alter, Profile, Property};
use super::pick::{Controls, control_id};
use super::reference::{self, Candidate};
use super::said::Said;
use super::word::Places;
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::exchange::content::{Content, Count, Known};
use crate::exchange::names::Numbers;
use crate::load::raw;
use crate::model::{ClauseKind, EditionId, Library};
use crate::source::Span;

/// How a control of a profile stands to that of its catalog, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    /// Something of it may be taken away.
    Changed,
    /// It is the same and perhaps more.
    Extended,
    /// It is the same.
    Same,
}

/// A control of the edition, and what it was made of.
#[derive(Debug)]
struct Tied {
    number: raw::Scalar,
    catalog: EditionId,
    original: raw::Scalar,
    tie: Tie,
}

/// The tables of a profile that was resolved.
#[derive(Debug)]
pub(super) struct Ties {
    edition: EditionId,
    title: String,
    version: String,
    span: Span,
    ties: Vec<Tied>,
}

/// What becomes of a profile, as far as is known.
pub(super) enum Resolution {
    /// A catalog that it imports may still come.
    Waits,
    /// It is an edition, or never will be.
    Done(Option<Ties>),
}

pub(super) fn resolve(profile: &Profile, known: Known<'_>, places: Places, out: &mut Content) -> Resolution {
    let id = edition::id(&profile.metadata, profile.uuid.as_ref());
    let near = profile.metadata.title.as_ref().map_or(places.top(), |title| places.span(title, places.top()));
    let Some(id) = id else {
        let message = "the profile has neither a title nor a uuid that can be the name of an edition";
        out.faults
            .push(Diagnostic::new(Rule::LeftOut, near, message).help("give it a title and a version under metadata"));
        return Resolution::Done(None);
    };
    // A copy that was resolved by others is not a catalog to pick from.
    let is_other = |catalog: &&&raw::Catalog| catalog.id.as_ref().is_none_or(|known| known.value != *id.as_str());
    let catalogs: Vec<&raw::Catalog> = known.catalogs.iter().filter(is_other).copied().collect();
    let candidates: Vec<Candidate> = catalogs.iter().map(|catalog| candidate(catalog, known)).collect();
    let mut said = Said::default();
    let mut missing = Vec::new();
    let mut imports = Vec::new();
    for import in &profile.imports {
        match reference::find(&import.href, &[], &profile.back_matter, &candidates) {
            Some(found) => imports.push((import, found.at)),
            None => missing.push(import),
        }
    }
    if !missing.is_empty() && !known.is_last {
        return Resolution::Waits;
    }
    let copy = known.catalogs.iter().find(|catalog| !is_other(catalog));
    if let Some(first) = missing.first() {
        // A catalog that others resolved says the same.
        if copy.is_none() {
            let names: Vec<String> =
                missing.iter().map(|import| reference::shown(&import.href, &profile.back_matter)).collect();
            let span = places.span(&first.href, near);
            let message =
                format!("the profile {id} picks controls from {}, which is not available", names.join(" and "));
            let help = "name the catalog's file together with the profile, or the resolved catalog instead of it";
            out.faults.push(Diagnostic::new(Rule::LeftOut, span, message).help(help));
        }
        return Resolution::Done(None);
    }
    let mut described = edition::described(&id, &profile.metadata, profile.uuid.as_ref(), "OSCAL profile", places);
    let mut ties = Vec::new();
    edition::without_title(&profile.metadata, Some(&id), places, described.span, &mut said);
    let (clauses, counts) = pick(profile, &imports, &catalogs, places, &mut said, &mut ties);
    if clauses.is_empty() {
        said.left_out(near, "the profile picks no controls", "profiles pick no controls", "name some under with-ids");
    } else {
        if let Some(copy) = copy {
            out.replaced.push(id.clone());
            out.faults.push(instead_of_copy(copy, &clauses, near));
        }
        described.clauses = clauses;
        out.catalogs.push(described);
    }
    out.faults.extend(said.into_faults());
    out.counts.extend(counts);
    let version = edition::table_version(&profile.metadata.props);
    let title = profile.metadata.title.as_ref().map_or(id.to_string(), |title| title.text.clone());
    Resolution::Done(Some(Ties { edition: id, title, version, span: near, ties }))
}

/// A note that a catalog is not read since the profile says it better.
fn instead_of_copy(copy: &raw::Catalog, clauses: &[raw::Clause], near: Span) -> Diagnostic {
    let ids = |clauses: &'_ [raw::Clause]| -> BTreeSet<String> {
        clauses.iter().filter_map(|clause| control_id(clause).map(str::to_owned)).collect()
    };
    let (theirs, ours) = (ids(&copy.clauses), ids(clauses));
    let (more, fewer) = (theirs.difference(&ours).count(), ours.difference(&theirs).count());
    let message = format!(
        "the profile is read with {}, not the resolved catalog, which has {} (more than here: {more}, missing there: {fewer})",
        counted(ours.len(), "control", "controls"),
        theirs.len()
    );
    let fault = Diagnostic::new(Rule::ReadAs, near, message).label(copy.span, "the resolved catalog");
    fault.help(
        "a control of which only the enhancements are picked is a heading here and a control in resolved catalogs",
    )
}

pub(super) fn candidate(catalog: &raw::Catalog, known: Known<'_>) -> Candidate {
    let text = |scalar: &Option<raw::Scalar>| scalar.as_ref().map(|text| text.value.to_string()).unwrap_or_default();
    let aliases = catalog.aliases.iter().map(|alias| alias.value.to_string());
    let file = known.sources.get(catalog.span.file).name().to_owned();
    Candidate::new(text(&catalog.id), text(&catalog.title), aliases, Some(file))
}

/// The clauses of the edition, in the order of the catalogs.
fn pick(
    profile: &Profile,
    imports: &[(&super::model::Import, usize)],
    catalogs: &[&raw::Catalog],
    places: Places,
    said: &mut Said,
    ties: &mut Vec<Tied>,
) -> (Vec<raw::Clause>, Vec<Count>) {
    // Two imports of one catalog are one selection from it.
    let mut picked: BTreeMap<usize, BTreeMap<usize, Span>> = BTreeMap::new();
    let mut order = Vec::new();
    let controls: BTreeMap<usize, Controls<'_>> =
        imports.iter().map(|(_, at)| (*at, Controls::of(catalogs[*at]))).collect();
    for (import, at) in imports {
        if !order.contains(at) {
            order.push(*at);
        }
        let more = controls[at].picked(import, places, said);
        picked.entry(*at).or_default().extend(more);
    }
    let ids = controls.values().flat_map(|controls| controls.catalog.clauses.iter().filter_map(control_id));
    let changes = Changes::of(profile, &ids.map(plain).collect());
    tell_changes(profile, places, said);
    let mut numbers = Numbers::default();
    let mut clauses = Vec::new();
    let mut taken = 0;
    let read =
        order.iter().map(|at| catalogs[*at].clauses.iter().filter(|clause| control_id(clause).is_some()).count()).sum();
    for at in order {
        let (controls, picked) = (&controls[&at], &picked[&at]);
        let mut kept = picked.clone();
        for (position, span) in picked {
            for above in controls.above(*position) {
                kept.entry(above).or_insert(*span);
            }
        }
        let edition = controls.catalog.id.as_ref().and_then(|id| EditionId::parse(&id.value).ok());
        let mut renamed: HashMap<usize, raw::Scalar> = HashMap::new();
        for (position, span) in kept {
            let original = &controls.catalog.clauses[position];
            let Some(number) = numbers.number(&original.id.value) else { continue };
            let number = raw::Scalar::new(number.as_str().to_owned(), span);
            let is_picked = picked.contains_key(&position);
            taken += usize::from(is_picked);
            if let (true, Some(id), Some(edition)) = (is_picked, control_id(original), &edition) {
                ties.push(Tied {
                    number: number.clone(),
                    catalog: edition.clone(),
                    original: original.id.clone(),
                    tie: changes.tie(id),
                });
            }
            let mut clause = original.clone();
            clause.parent = match controls.above[position].and_then(|above| renamed.get(&above)) {
                Some(parent) => raw::Parent::Named(raw::Scalar::new(parent.value.clone(), span)),
                None => raw::Parent::Nothing,
            };
            if !is_picked {
                clause.kind = None;
            }
            if let (true, Some(id)) = (is_picked, control_id(original)) {
                changes.add_attributes(id, &mut clause, places);
            }
            clause.id = number.clone();
            renamed.insert(position, number);
            clauses.push(clause);
        }
    }
    let left_out = vec![("are not picked".to_owned(), read - taken)];
    let count = Count { file: places.file(), what: "controls of the catalogs", read, taken, left_out };
    (clauses, vec![count])
}

/// What a profile changes of the controls that it picks.
struct Changes<'p> {
    alters: HashMap<&'p str, Tie>,
    /// The properties that it adds to whole controls.
    added: HashMap<&'p str, Vec<&'p Property>>,
    /// The controls of which it sets parameters, with their numbers plain; nothing if that is not clear for all.
    set: Option<BTreeSet<String>>,
}

impl<'p> Changes<'p> {
    fn of(profile: &'p Profile, controls: &BTreeSet<String>) -> Self {
        let mut alters: HashMap<&str, Tie> = HashMap::new();
        let mut added: HashMap<&str, Vec<&Property>> = HashMap::new();
        for alter in &profile.modify.alters {
            let tie = tie_of(alter);
            let known = alters.entry(alter.control_id.text.trim()).or_insert(tie);
            *known = tie.min(*known);
            let props = alter.adds.iter().filter(|add| add.by_id.is_none()).flat_map(|add| attributes(&add.props));
            added.entry(alter.control_id.text.trim()).or_default().extend(props);
        }
        // The id of a parameter begins with that of its control: ac-1_prm_1, or ac-01_odp.01.
        let owner = |id: &super::word::Word| {
            let (control, _) = id.text.split_once('_')?;
            Some(plain(control)).filter(|control| controls.contains(control))
        };
        let set = profile.modify.set_parameters.iter().map(|set| set.param_id.as_ref().and_then(owner)).collect();
        Self { alters, added, set }
    }

    /// Adds to a clause what it adds to a control.
    fn add_attributes(&self, id: &str, clause: &mut raw::Clause, places: Places) {
        let near = clause.id.span;
        for prop in self.added.get(id).into_iter().flatten() {
            let (key, value) = (prop.name.text.as_str(), prop.value.text.as_str());
            let is_said = clause.attributes.iter().any(|(known, said)| known.value == *key && said.value == *value);
            if !is_said {
                let value = places.scalar(&prop.value, near);
                clause.attributes.push((raw::Scalar::new(key.to_owned(), value.span), value));
            }
        }
    }

    fn tie(&self, id: &str) -> Tie {
        let is_set = self.set.as_ref().is_none_or(|set| set.contains(&plain(id)));
        let altered = self.alters.get(id).copied().unwrap_or(Tie::Same);
        if is_set { altered.min(Tie::Extended) } else { altered }
    }
}

/// Counts what a profile changes of controls that no edition has a place for.
fn tell_changes(profile: &Profile, places: Places, said: &mut Said) {
    const HELP: &str =
        "its table says full, or related, of such a control; the wording itself is in a resolved catalog";
    for alter in &profile.modify.alters {
        let (id, span) = (alter.control_id.text.trim(), places.span(&alter.control_id, places.top()));
        for _ in &alter.removes {
            let one = format!("a part that the profile takes out of {id} stays");
            said.left_out(span, one, "parts that profiles take out of controls stay", HELP);
        }
        for add in &alter.adds {
            let is_other =
                |prop: &&Property| add.by_id.is_some() || attributes(std::slice::from_ref(*prop)).next().is_none();
            let props = add.props.iter().filter(is_other).count();
            let count = add.parts.len() + add.params.len() + add.links.len() + props + usize::from(add.title.is_some());
            for _ in 0..count {
                let one = format!(
                    "a part, parameter or link that the profile adds to {id} has no place here and is left out"
                );
                let many =
                    "parts, parameters and links that profiles add to controls have no place here and are left out";
                said.left_out(span, one, many, HELP);
            }
        }
    }
    for set in &profile.modify.set_parameters {
        let span = set.param_id.as_ref().map_or(places.top(), |id| places.span(id, places.top()));
        let name = set.param_id.as_ref().map_or("(without an id)", |id| id.text.as_str());
        let one = format!("the value that the profile sets for the parameter {name} has no place here and is left out");
        said.left_out(span, one, "values that profiles set for parameters have no place here and are left out", HELP);
    }
}

fn tie_of(alter: &Alter) -> Tie {
    let adds_nothing =
        alter.adds.iter().all(|add| add.title.is_none() && add.params.is_empty() && add.parts.is_empty());
    match (alter.removes.is_empty(), adds_nothing) {
        (false, _) => Tie::Changed,
        (true, false) => Tie::Extended,
        (true, true) => Tie::Same,
    }
}

/// An id without zeros before its numbers.
fn plain(id: &str) -> String {
    let mut plain = String::with_capacity(id.len());
    for (at, c) in id.char_indices() {
        let is_padding = c == '0'
            && !id[..at].ends_with(|c: char| c.is_ascii_digit())
            && id[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !is_padding {
            plain.push(c.to_ascii_lowercase());
        }
    }
    plain
}

impl Ties {
    /// A table for each catalog, of the clauses that are in the library and contain a requirement.
    pub(super) fn tables(&self, library: &Library, out: &mut Content) {
        let Some(edition) = library.catalog(&self.edition) else { return };
        let catalogs: BTreeSet<&EditionId> = self.ties.iter().map(|tied| &tied.catalog).collect();
        for catalog in catalogs.into_iter().filter_map(|id| library.catalog(id)) {
            let is_normative = |catalog: &crate::model::Catalog, number: &str| {
                catalog.find(number).is_some_and(|clause| clause.kind == ClauseKind::Requirement)
            };
            let of_catalog = self.ties.iter().filter(|tied| tied.catalog == catalog.id);
            let rows: Vec<raw::Row> = of_catalog
                .filter(|tied| is_normative(edition, &tied.number.value) && is_normative(catalog, &tied.original.value))
                .map(|tied| self.row(tied))
                .collect();
            if !rows.is_empty() {
                out.tables.push(self.table(&catalog.id, rows));
            }
        }
    }

    fn row(&self, tied: &Tied) -> raw::Row {
        let span = tied.number.span;
        let (relation, reverse) = match tied.tie {
            Tie::Same => ("full", Some("full")),
            Tie::Extended => ("full", None),
            Tie::Changed => ("related", None),
        };
        let said = |text: &'static str| raw::Scalar::new(text, span);
        raw::Row {
            from: vec![tied.number.clone()],
            to: vec![raw::Scalar::new(tied.original.value.clone(), span)],
            relation: Some(said(relation)),
            reverse: reverse.map(said),
            ..raw::Row::empty(span)
        }
    }

    fn table(&self, catalog: &EditionId, rows: Vec<raw::Row>) -> raw::Relations {
        let said = |text: String| Some(raw::Scalar::new(text, self.span));
        raw::Relations {
            id: said(format!("{}--{}", self.edition, catalog).replace(':', "-")),
            from: said(self.edition.to_string()),
            to: said(catalog.to_string()),
            version: said(self.version.clone()),
            source: said(format!("OSCAL profile \"{}\"", self.title)),
            confidence: said("high".to_owned()),
            provenance: said("derived".to_owned()),
            method: said("The profile picks the controls of the catalog".to_owned()),
            rows,
            ..raw::Relations::empty(self.span)
        }
    }
}
