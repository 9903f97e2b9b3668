//! Mapping sets become relation tables.

use std::collections::BTreeMap;

use super::ends::{End, Ends, Side};
use super::local::{REVIEWED_BY, parted, value};
use super::mapping::{self, Mapping, Slot};
use super::metadata::{self, Metadata};
use super::pairs::{Found, consistent};
use super::predicate::{NOT, is_any, strengths};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::{Choices, Content, Count, ForeignFile};
use crate::exchange::names;
use crate::exchange::tally::Tally;
use crate::load::{self, raw, raw::Scalar};
use crate::model::{Catalog, EditionId, Library, Strength, TableId};
use crate::source::{FileId, Sources, Span};

/// A mapping set whose text was parsed.
#[derive(Debug)]
struct MappingSet {
    file: FileId,
    /// Its file's name without the ending that gives its kind.
    name: String,
    metadata: Metadata,
    mappings: Vec<Mapping>,
}

/// Parses a file; faults if it is none. A file of metadata without a table goes with the table next to it.
pub(in crate::exchange) fn read(
    sources: &Sources,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Option<Box<dyn ForeignFile>> {
    let source = sources.get(file);
    if metadata::is_external(source.text()) {
        let goes_with = |other: &FileId| metadata::beside(sources, *other) == Some(file);
        let is_table = |other: &FileId| {
            let name = sources.get(*other).name();
            [".tsv", ".csv"].iter().any(|ending| name.ends_with(ending))
        };
        if !sources.ids().filter(is_table).any(|other| goes_with(&other)) {
            let message = "this is the metadata of a mapping set, but its table is missing";
            let fault = Diagnostic::new(Rule::LeftOut, Span::start_of(file), message);
            faults.push(fault.help("put the table next to it, with the same name and the ending .sssom.tsv"));
        }
        return None;
    }
    let before = faults.len();
    let own = described(file, &mapping::block(source.text()), faults);
    let other = metadata::beside(sources, file).map(|other| described(other, sources.get(other).text(), faults));
    let metadata = match other {
        Some(other) => own.or(other),
        None => own,
    };
    if metadata.is_empty() {
        let message = "the mapping set does not say what its prefixes stand for";
        let help = "put its metadata before the table, each line after a #, or into a file next to it that ends in .sssom.yml; prefixes are looked up among the names of editions";
        faults.push(Diagnostic::new(Rule::LeftOut, Span::start_of(file), message).help(help));
    }
    let mappings = mapping::read(sources, file, faults);
    if crate::diagnostic::has_errors(&faults[before..]) {
        return None;
    }
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.split('.').next().unwrap_or_default().to_owned();
    Some(Box::new(MappingSet { file, name, metadata, mappings }))
}

fn described(file: FileId, yaml: &str, faults: &mut Vec<Diagnostic>) -> Metadata {
    Metadata::read(yaml, file).unwrap_or_else(|| {
        let fault =
            Diagnostic::new(Rule::Syntax, Span::start_of(file), "the metadata of the mapping set is not valid YAML");
        faults.push(fault.help("each of its lines begins with a #, followed by a line of YAML"));
        Metadata::default()
    })
}

/// What is said of mappings whose ends stand for several entities.
const COMPOSED: &str = "rows left out in which an end stands for several entities together";

/// The two editions of a table.
type Editions = (EditionId, EditionId);

impl ForeignFile for MappingSet {
    fn tables(&mut self, library: &Library, _choices: Choices, out: &mut Content) {
        let mut tally = Tally::default();
        let (mut pairs, mut taken): (BTreeMap<Editions, Vec<Found<'_>>>, usize) = (BTreeMap::new(), 0);
        for (editions, found) in self.found(library, &mut tally) {
            pairs.entry(editions).or_default().push(found);
        }
        let is_only = pairs.len() == 1;
        for (editions, found) in pairs {
            let (found, disputed) = consistent(found, &mut tally);
            if !(found.is_empty() && disputed.is_empty()) {
                taken += found.len();
                let table = self.table(&editions, &found, is_only, library, &mut tally);
                // Nothing is reported about how they are read, since no answer uses them.
                let disputed = disputed.iter().map(|one| row(one, library, &mut Tally::default())).collect();
                out.tables.push(raw::Relations { disputed, ..table });
            }
        }
        let left_out = tally.left_out();
        let count = Count { file: self.file, what: "mapping rows", read: self.mappings.len(), taken, left_out };
        out.counts.push(count);
        out.faults.extend(tally.finish());
    }
}

impl MappingSet {
    /// The mappings between clauses that are there, each with its editions.
    fn found(&self, library: &Library, tally: &mut Tally) -> Vec<(Editions, Found<'_>)> {
        let mut ends = Ends::new(library, &self.metadata, &self.mappings);
        let mut found = Vec::new();
        for mapping in &self.mappings {
            if let Some(composed) = self.composed(mapping) {
                tally.leave_out(COMPOSED, composed.span, composed.value.as_str());
                continue;
            }
            let Some(subject) = ends.find(Side::Subject, mapping, tally) else { continue };
            let Some(object) = ends.find(Side::Object, mapping, tally) else { continue };
            found.push((mapping, subject, object));
        }
        let only = |side: Side| {
            let end = |(_, subject, object): &(&Mapping, End<'_>, End<'_>)| match if side == Side::Subject {
                *subject
            } else {
                *object
            } {
                End::Clause(catalog, _) => Some(catalog.id.clone()),
                End::Nothing(_) => None,
            };
            let mut editions: Vec<EditionId> = found.iter().filter_map(end).collect();
            editions.sort_unstable();
            editions.dedup();
            if let [one] = editions.as_slice() { Some(one.clone()) } else { None }
        };
        let (of_subjects, of_objects) = (only(Side::Subject), only(Side::Object));
        let mut related = Vec::with_capacity(found.len());
        for (mapping, subject, object) in found {
            let ends = [(subject, &of_subjects), (object, &of_objects)];
            related.extend(relation(mapping, ends, &self.metadata, tally));
        }
        related
    }

    /// What says that an end of a mapping stands for several entities together: SSSOM leaves open how such an id is
    /// read.
    fn composed<'s>(&'s self, mapping: &'s Mapping) -> Option<&'s Scalar> {
        let types = [Slot::SubjectType, Slot::ObjectType];
        let said = types.map(|slot| mapping.get(slot).or_else(|| self.metadata.get(slot.name())));
        said.into_iter().flatten().find(|kind| {
            let plain = kind.value.rsplit([':', '/']).next().unwrap_or_default().to_lowercase().replace([' ', '_'], "");
            ["composedentityexpression", "compositeentityexpression"].contains(&plain.as_str())
        })
    }

    fn table(
        &self,
        (from, to): &Editions,
        found: &[Found<'_>],
        is_only: bool,
        library: &Library,
        tally: &mut Tally,
    ) -> raw::Relations {
        let start = Span::start_of(self.file);
        let own = |slot: &str| self.metadata.get(slot).cloned();
        let other = own("other");
        // A set of one table that was written here says of itself all there is to say, whichever editions its rows
        // relate.
        let is_ours = self.own_table().is_some();
        let kept = |key: &str| {
            let other = other.as_ref().filter(|_| is_only || is_ours)?;
            value(&other.value, key).map(|value| Scalar::new(value, other.span))
        };
        let id = self.id((from, to), is_only, library);
        let version = own("mapping_set_version");
        let number = version.clone().filter(|version| version.value.parse::<u32>().is_ok_and(|number| number > 0));
        let source =
            own("mapping_set_description").or_else(|| own("mapping_set_title")).or_else(|| own("mapping_set_id"));
        let mut source = source.unwrap_or_else(|| Scalar::new(self.name.clone(), start));
        if let (Some(version), None) = (&version, &number) {
            source.value = format!("{}, version {}", source.value.trim(), version.value.trim()).into();
        }
        let date =
            own("mapping_date").or_else(|| own("publication_date")).filter(|date| load::day(&date.value).is_some());
        let confidence = own("mapping_set_confidence").map(|text| sure(&text, tally));
        let mut table = raw::Relations {
            id: Some(Scalar::new(id.to_string(), start)),
            title: own("mapping_set_title"),
            from: Some(Scalar::new(from.to_string(), start)),
            to: Some(Scalar::new(to.to_string(), start)),
            version: number,
            source: Some(source),
            confidence: confidence.or_else(|| Some(Scalar::new("medium", start))),
            provenance: kept("provenance").or_else(|| Some(Scalar::new("community", start)).filter(|_| !is_ours)),
            method: own("comment").or_else(|| justifications(found).filter(|_| !is_ours)),
            mapper: self.metadata.joined("creator_label").or_else(|| self.metadata.joined("creator_id")),
            date: kept("date").or(date),
            stage: kept("stage"),
            derived_from: tables(kept("derived-from"), library, tally),
            status: kept("status"),
            from_hash: kept("from-hash"),
            to_hash: kept("to-hash"),
            ..raw::Relations::empty(start)
        };
        for one in found {
            match (&one.from, &one.to) {
                (Some(from), None) => {
                    let why = note(one.mapping).unwrap_or_else(|| Scalar::new("no term was found", one.mapping.span));
                    table.unrelated.push((at(one.mapping, Slot::Subject, from.as_str()), why));
                }
                (_, Some(_)) | (None, None) => table.rows.push(row(one, library, tally)),
            }
        }
        table
    }

    /// The id of the table that was written here as this set, where it was one.
    fn own_table(&self) -> Option<TableId> {
        let id = self.metadata.get("mapping_set_id")?.value.trim().strip_prefix(super::TABLE)?.to_owned();
        TableId::parse(&id).ok()
    }

    /// Whether the set says that it leads from one edition to another, as we write it.
    fn leads(&self, from: &EditionId, to: &EditionId) -> bool {
        let is = |slot: &str, edition: &EditionId| {
            self.metadata
                .get(slot)
                .is_some_and(|said| said.value.trim().strip_prefix("xwalk:") == Some(edition.as_str()))
        };
        is("subject_source", from) && is("object_source", to)
    }

    /// An id that no table of the library has.
    fn id(&self, (from, to): (&EditionId, &EditionId), is_only: bool, library: &Library) -> TableId {
        let set = self.metadata.get("mapping_set_id").map_or("", |id| id.value.trim());
        let own = set.strip_prefix(super::TABLE).unwrap_or_else(|| last_part(set));
        let pair = format!("{from}--{to}").replace(':', "-");
        let own = match TableId::parse(own) {
            Ok(own) => own.to_string(),
            Err(_) if names::slug(own).is_empty() => names::slug(&self.name),
            Err(_) => names::slug(own),
        };
        // Rows between other editions are tables of their own next to it.
        let is_main = is_only || self.own_table().is_some() && self.leads(from, to);
        let whole = match (own.is_empty(), is_main) {
            (true, _) => pair,
            (false, true) => own,
            (false, false) => format!("{own}--{pair}"),
        };
        let counted = (2..).map(|count| format!("{whole}-{count}"));
        let ids = [whole.clone(), format!("{whole}-sssom")].into_iter().chain(counted);
        let free = ids.filter_map(|id| TableId::parse(&id).ok()).find(|id| library.table(id).is_none());
        free.expect("a name with a count behind it is free at some time, and is made of letters, digits and hyphens")
    }
}

/// The last part of an address without its ending.
fn last_part(address: &str) -> &str {
    let last = address.trim_end_matches(['/', '#']).rsplit(['/', '#']).next().unwrap_or_default();
    last.strip_suffix(".tsv").unwrap_or(last).trim_end_matches(".sssom")
}

/// What a mapping says, with its editions; nothing if no relation says it, which is counted.
fn relation<'m>(
    mapping: &'m Mapping,
    ends: [(End<'_>, &Option<EditionId>); 2],
    metadata: &Metadata,
    tally: &mut Tally,
) -> Option<(Editions, Found<'m>)> {
    let numbers =
        ends.map(|(end, _)| if let End::Clause(_, clause) = end { Some(clause.number.clone()) } else { None });
    let edition = |(end, only): (End<'_>, &Option<EditionId>)| match end {
        End::Clause(Catalog { id, .. }, _) | End::Nothing(Some(Catalog { id, .. })) => Some(id.clone()),
        End::Nothing(None) => only.clone(),
    };
    let editions = ends.map(edition);
    let text = |slot: Slot| mapping.get(slot).map_or("", |cell| cell.value.trim());
    let place = |slot: Slot| mapping.get(slot).map_or(mapping.span, |cell| cell.span);
    let ([Some(from), Some(to)], false) = (editions, numbers == [None, None]) else {
        tally.leave_out("rows left out that do not say where no term was found", mapping.span, text(Slot::Subject));
        return None;
    };
    let (predicate, modifier) = (text(Slot::Predicate), text(Slot::Modifier));
    let is_denied = modifier.eq_ignore_ascii_case(NOT);
    let namespace = |prefix: &str| metadata.namespace(prefix);
    let is_nothing = numbers.contains(&None);
    if is_nothing && modifier.is_empty() && !is_any(predicate, namespace) {
        let what = "rows left out that say of one predicate only that no term was found by it";
        let help = "another predicate may find one; skos:mappingRelation with sssom:NoTermFound says that none does";
        tally.leave_out_with(what, help, place(Slot::Predicate), predicate);
        return None;
    }
    let said = match (is_nothing, modifier.is_empty() || is_denied) {
        (true, true) if !is_denied => Some((Strength::None, None)),
        (false, true) => strengths(predicate, is_denied, namespace),
        (true | false, _) => None,
    };
    let Some((forward, reverse)) = said else {
        let said = format!("{modifier} {predicate}");
        let what = format!("rows left out since no relation says {}", said.trim());
        match is_denied {
            true => tally.leave_out_with(what, DENIED, place(Slot::Predicate), ""),
            false => tally.leave_out(what, place(Slot::Predicate), ""),
        }
        return None;
    };
    if predicate.ends_with("closeMatch") && forward == Strength::Related {
        tally.read_as(
            "rows of skos:closeMatch, which has no fixed meaning, read as related",
            place(Slot::Predicate),
            "",
        );
    }
    if from == to && numbers[0] == numbers[1] {
        tally.leave_out("rows left out that map a clause to itself", mapping.span, text(Slot::Subject));
        return None;
    }
    let [from_number, to_number] = numbers;
    Some(((from, to), Found { mapping, from: from_number, to: to_number, forward, reverse }))
}

/// What to do where something is denied that leaves too much open.
const DENIED: &str = "a denied relation leaves everything else open; Not skos:mappingRelation denies that the two have anything in common";

fn at(mapping: &Mapping, slot: Slot, text: &str) -> Scalar {
    let span = mapping.get(slot).map_or(mapping.span, |cell| cell.span);
    Scalar::new(text.to_owned(), span)
}

/// What a row keeps in the slot for what SSSOM has no slot for.
fn kept(mapping: &Mapping, key: &str) -> Option<Scalar> {
    let other = mapping.get(Slot::Other)?;
    Some(Scalar::new(value(&other.value, key)?, other.span))
}

fn note(mapping: &Mapping) -> Option<Scalar> {
    kept(mapping, "note").or_else(|| mapping.get(Slot::Comment).cloned())
}

fn row(one: &Found<'_>, library: &Library, tally: &mut Tally) -> raw::Row {
    let mapping = one.mapping;
    let kept = |key: &str| kept(mapping, key);
    let strength = |strength: Strength| at(mapping, Slot::Predicate, &strength.to_string());
    let said = mapping.get(Slot::Confidence);
    let sure = said.map(|text| sure(text, tally));
    raw::Row {
        from: one.from.iter().map(|number| at(mapping, Slot::Subject, number.as_str())).collect(),
        to: one.to.iter().map(|number| at(mapping, Slot::Object, number.as_str())).collect(),
        relation: Some(strength(one.forward)),
        reverse: one.reverse.map(strength).or_else(|| kept("reverse").filter(|_| one.forward == Strength::None)),
        items: kept("items"),
        add: kept("add"),
        add_reverse: kept("add-reverse"),
        note: note(mapping),
        confidence: sure,
        derived_from: tables(kept("derived-from"), library, tally),
        said: kept("said").map_or_else(Vec::new, |lines| sayings(&lines)),
        reviewed_by: reviewers(mapping),
        ..raw::Row::empty(mapping.span)
    }
}

/// What mappers said, a line each, as we write it.
fn sayings(lines: &Scalar) -> Vec<(Scalar, Scalar)> {
    let said = lines.value.lines().filter_map(|line| line.rsplit_once(": "));
    let scalar = |text: &str| Scalar::new(text.to_owned(), lines.span);
    said.map(|(mapper, words)| (scalar(mapper), scalar(words))).collect()
}

/// Who reviewed a mapping: by name if there are names, else by their ids.
fn reviewers(mapping: &Mapping) -> Vec<Scalar> {
    let hidden = kept(mapping, REVIEWED_BY);
    let cell = hidden.as_ref().or_else(|| mapping.get(Slot::ReviewerLabel)).or_else(|| mapping.get(Slot::Reviewer));
    let Some(cell) = cell else { return Vec::new() };
    let mut names: Vec<Scalar> = Vec::new();
    for name in parted(&cell.value) {
        if !names.iter().any(|known| known.value == *name) {
            names.push(Scalar::new(name, cell.span));
        }
    }
    names
}

/// The tables that are there among those of which something was composed.
fn tables(names: Option<Scalar>, library: &Library, tally: &mut Tally) -> Vec<Scalar> {
    let Some(names) = names else { return Vec::new() };
    let mut tables = Vec::new();
    for name in names.value.split_whitespace() {
        match TableId::parse(name).ok().filter(|id| library.table(id).is_some()) {
            Some(id) => tables.push(Scalar::new(id.to_string(), names.span)),
            None => tally.read_as("tables from which rows were composed and that are not available", names.span, name),
        }
    }
    tables
}

/// How mappings are justified, each way once.
fn justifications(found: &[Found<'_>]) -> Option<Scalar> {
    let cells = || found.iter().filter_map(|one| one.mapping.get(Slot::Justification));
    let first = cells().next()?;
    let mut names: Vec<&str> = cells().map(|cell| cell.value.trim()).collect();
    names.sort_unstable();
    names.dedup();
    Some(Scalar::new(names.join(", "), first.span))
}

/// The word for a confidence; low, and counted, if it is not a number from 0 to 1.
fn sure(text: &Scalar, tally: &mut Tally) -> Scalar {
    let word = confidence(text).unwrap_or_else(|| {
        tally.read_as("confidences that are not a number from 0 to 1 read as low", text.span, text.value.as_str());
        "low"
    });
    Scalar::new(word, text.span)
}

/// The word for a number from 0 to 1.
fn confidence(text: &Scalar) -> Option<&'static str> {
    let number: f64 = text.value.trim().parse().ok()?;
    match number {
        0.75..=1.0 => Some("high"),
        0.45..0.75 => Some("medium"),
        0.0..0.45 => Some("low"),
        _ => None,
    }
}
