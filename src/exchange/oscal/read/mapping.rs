//! A mapping collection of OSCAL as relation tables.
//!
//! | there | here |
//! |---|---|
//! | equal-to, equivalent-to | full / full |
//! | superset-of | full / partial |
//! | subset-of | partial / full |
//! | intersects-with | partial / partial |
//! | no-relationship | none / none |
//! | several sources | a joint row |
//! | several targets | a row each, with what is known of each |
//! | a statement | its control, with what is known of that |
//! | qualifier of the target, or of the source | `add`, or `add-reverse` |
//! | remarks, other qualifiers | `note` |
//! | confidence by category | confidence; by percentage: none |
//! | unmapped controls of the target, or of the source | `none` rows, or `unrelated`; what we wrote of them next to it is theirs |
//!
//! A relationship in a namespace of others is left out: its meaning is not known here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::clauses::{Clauses, candidates};
use super::collection::{GapSummary, Map, Mapping, MappingCollection, ResourceReference};
use super::edition::{self, is_own, ours, whole};
use super::entries::{Entries, Reason};
use super::entry::{OVERRULED, Pair, confidence, known_table, row, saying, unknown_table};
use super::model::{Property, Selection};
use super::pick::is_yes;
use super::reference::{self, Candidate};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::content::{Content, Count};
use crate::exchange::names;
use crate::exchange::oscal::write::EditionIds;
use crate::load::raw;
use crate::model::{ClauseKind, Library, TableId};
use crate::source::Span;

pub(super) fn tables(
    collection: &MappingCollection,
    library: &Library,
    files: &HashMap<String, String>,
    places: Places,
    out: &mut Content,
) {
    let candidates = candidates(library, files);
    let mut said = Said::default();
    let mut count = Tally::default();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for mapping in &collection.mappings.0 {
        count.read += mapping.maps.len();
        let reader = Reader { collection, mapping, library, places };
        let resolved = reader.edition(&mapping.source_resource, "from", &candidates, &mut said);
        let target = reader.edition(&mapping.target_resource, "to", &candidates, &mut said);
        let (Some(source), Some(target)) = (resolved, target) else {
            count.leave(Reason::UnknownEdition, mapping.maps.len());
            continue;
        };
        let (entries, unrelated) = reader.rows(&source, &target, &mut said, &mut count);
        let Entries { rows, disputed, .. } = entries;
        if rows.is_empty() && unrelated.is_empty() {
            continue;
        }
        let id = reader.id(&source, &target, &ids);
        ids.insert(id.clone());
        let table = reader.table(id, [&source, &target], (rows, unrelated), &mut said);
        out.tables.push(raw::Relations { disputed, ..table });
    }
    out.faults.extend(said.into_faults());
    out.counts.push(count.into_count(places));
}

/// How many entries were read, and what became of them.
#[derive(Default)]
struct Tally {
    read: usize,
    taken: usize,
    left_out: Vec<(Reason, usize)>,
}

impl Tally {
    fn leave(&mut self, reason: Reason, count: usize) {
        match self.left_out.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, known)) => *known += count,
            None => self.left_out.push((reason, count)),
        }
    }

    fn into_count(self, places: Places) -> Count {
        let left_out = self.left_out.into_iter().filter(|(_, count)| *count > 0);
        Count {
            file: places.file(),
            what: "mapping entries",
            read: self.read,
            taken: self.taken,
            left_out: left_out.map(|(reason, count)| (reason.of_many().to_owned(), count)).collect(),
        }
    }
}

struct Reader<'r> {
    collection: &'r MappingCollection,
    mapping: &'r Mapping,
    library: &'r Library,
    places: Places,
}

/// What is unrelated, and why.
type Unrelated = Vec<(raw::Scalar, raw::Scalar)>;

impl<'r> Reader<'r> {
    fn edition(
        &self,
        resource: &ResourceReference,
        end: &str,
        candidates: &[Candidate],
        said: &mut Said,
    ) -> Option<Clauses<'r>> {
        let back_matter = &self.collection.back_matter;
        let found = reference::find(&resource.href, &resource.props, back_matter, candidates);
        // Another library may have the edition that we wrote next to it under a name of its own.
        let catalog = found.and_then(|found| self.library.catalog_named(&candidates[found.at].id));
        let span = self.places.span(&resource.href, self.near());
        if let Some(catalog) = catalog.filter(|_| found.is_some_and(|found| found.is_overruled)) {
            let one = format!(
                "the reference points to {}, but a property next to it names another edition: the reference counts",
                catalog.id
            );
            said.read_as(
                span,
                one,
                "references point to other editions than the properties next to them say",
                OVERRULED,
            );
        }
        if catalog.is_none() {
            let stated = ours(&resource.props, "edition").map(|edition| edition.text.clone());
            let name = stated.unwrap_or_else(|| reference::shown(&resource.href, back_matter));
            let one = format!("the mapping goes {end} {name}, which is not available, and is left out");
            let many = "mappings go from or to documents that are not available and are left out";
            let help = "name the file of the catalog or profile together with the mapping collection";
            said.left_out(span, one, many, help);
        }
        catalog.map(Clauses::of)
    }

    fn rows(
        &self,
        source: &Clauses<'r>,
        target: &Clauses<'r>,
        said: &mut Said,
        count: &mut Tally,
    ) -> (Entries, Unrelated) {
        let mut entries = Entries::default();
        let pair = Pair { source, target, library: self.library, places: self.places, near: self.near() };
        for map in &self.mapping.maps {
            match pair.rows(map, &mut entries, said) {
                Ok(()) => count.taken += 1,
                Err(reason) => count.leave(reason, 1),
            }
        }
        for (clause, span) in self.gaps(self.mapping.target_gap_summary.as_ref(), "none", target, said) {
            if entries.is_covered(&clause) {
                mapped_all_the_same(&clause, span, said);
            } else {
                let mut none = row(Vec::new(), raw::Scalar::new(clause.clone(), span), ("none", None), span);
                [none.note, none.add, none.add_reverse, none.items] =
                    ["none", "none-add", "none-add-reverse", "none-items"].map(|name| {
                        self.own(name, &clause)?.remarks.as_ref().map(|text| self.places.scalar(text, span))
                    });
                let confidence = self.own("none-confidence", &clause).and_then(|prop| prop.class.as_ref());
                none.confidence = confidence.map(|word| self.places.scalar(word, span));
                let each = |name: &str| {
                    let own = self.mapping.props.iter().filter(|prop| is_own(prop, name));
                    let of_clause = own.filter(|prop| prop.value.text.trim() == clause);
                    of_clause.filter_map(|prop| prop.remarks.as_ref()).collect::<Vec<_>>()
                };
                none.said = each("none-said").into_iter().filter_map(|word| saying(word, span)).collect();
                let names = each("none-reviewed-by").into_iter();
                none.reviewed_by = names.map(|name| self.places.scalar(name, span)).collect();
                none.derived_from = self.known_tables(each("none-derived-from"), span, said);
                entries.rows.push(none);
            }
        }
        let mut unrelated = Vec::new();
        for (clause, span) in self.gaps(self.mapping.source_gap_summary.as_ref(), "unrelated", source, said) {
            if entries.is_related(&clause) {
                mapped_all_the_same(&clause, span, said);
            } else {
                let own = self.own("unrelated", &clause).and_then(|prop| prop.remarks.as_ref());
                let why = own.map(|why| self.places.scalar(why, span));
                let why = why.unwrap_or_else(|| raw::Scalar::new("The mapping lists it as unmapped", span));
                unrelated.push((raw::Scalar::new(clause, span), why));
            }
        }
        (entries, unrelated)
    }

    /// What we wrote of a clause of a gap summary.
    fn own(&self, name: &str, clause: &str) -> Option<&'r Property> {
        self.mapping.props.iter().find(|prop| is_own(prop, name) && prop.value.text.trim() == clause)
    }

    /// The clauses of a gap summary, each once. Where we wrote next to it that a heading is meant, it is that and not
    /// the requirements below it.
    fn gaps(
        &self,
        gap: Option<&GapSummary>,
        name: &str,
        clauses: &Clauses<'_>,
        said: &mut Said,
    ) -> Vec<(String, Span)> {
        let catalog = clauses.catalog;
        let named = self.mapping.props.iter().filter(|prop| is_own(prop, name));
        let position = |number: &str| catalog.position(&catalog.find(number)?.number);
        let named = named.filter_map(|prop| Some((position(prop.value.text.trim())?, prop)));
        let headings = named
            .filter(|(at, _)| catalog.clauses()[*at].kind == ClauseKind::Heading)
            .map(|(at, prop)| (at, self.places.span(&prop.value, self.near())));
        let mut headings: BTreeMap<usize, Span> = headings.collect();
        let mut found = self.unmapped(gap, clauses, said);
        // A heading is unmapped as long as the summary names all that it stands for.
        let ids = EditionIds::of(catalog);
        headings.retain(|at, span| {
            let is_named = |at: usize| found.iter().any(|(number, _)| position(number) == Some(at));
            let is_whole = ids.requirements(*at).into_iter().all(is_named);
            if !is_whole {
                let number = &catalog.clauses()[*at].number;
                let one = format!("the gap summary does not name all controls of {number}, which a property marks as unmapped: the summary counts");
                said.read_as(*span, one, "headings are marked as unmapped by properties but not by the gap summary", OVERRULED);
            }
            is_whole
        });
        if headings.is_empty() {
            return found;
        }
        found.retain(|(number, _)| {
            let is_below = |at: usize| catalog.ancestors(at).any(|above| headings.contains_key(&above));
            position(number).is_none_or(|at| self.own(name, number).is_some() || !is_below(at))
        });
        found.retain(|(number, _)| position(number).is_none_or(|at| !headings.contains_key(&at)));
        found.extend(headings.into_iter().map(|(at, span)| (catalog.clauses()[at].number.to_string(), span)));
        found
    }

    /// The clauses that a summary names as unmapped, each once.
    fn unmapped(&self, gap: Option<&GapSummary>, clauses: &Clauses<'_>, said: &mut Said) -> Vec<(String, Span)> {
        let mut found: Vec<(String, Span)> = Vec::new();
        let mut seen = BTreeSet::new();
        let all = clauses.catalog.clauses();
        let mut take = |selection: &Selection, mut named: Vec<usize>, span: Span| {
            let mut at = 0;
            while let Some(position) = named.get(at).copied().filter(|_| is_yes(selection.with_child_controls.as_ref()))
            {
                named.extend(clauses.catalog.children(position));
                at += 1;
            }
            let normative = named.into_iter().filter(|position| all[*position].kind != ClauseKind::Informative);
            let numbers = normative.map(|position| all[position].number.to_string());
            found.extend(numbers.filter(|number| seen.insert(number.clone())).map(|number| (number, span)));
        };
        for selection in gap.iter().flat_map(|gap| &gap.unmapped_controls) {
            for id in &selection.with_ids {
                let span = self.places.span(id, self.near());
                let Some(named) = clauses.find(id, &[], false) else {
                    let one = format!("{} has no control {}, which is marked as unmapped", clauses.catalog.id, id.text);
                    let many = "controls that are marked as unmapped are in no catalog";
                    said.left_out(span, one, many, Reason::UnknownClause.help());
                    continue;
                };
                take(selection, clauses.catalog.position(&named.clause.number).into_iter().collect(), span);
            }
            for pattern in selection.matching.iter().filter_map(|matching| matching.pattern.as_ref()) {
                let (span, named) = (self.places.span(pattern, self.near()), clauses.matching(pattern.text.trim()));
                if named.is_empty() {
                    let one = format!(
                        "{} has no control like {}, which is called unmapped",
                        clauses.catalog.id, pattern.text
                    );
                    let many = "patterns of controls that are called unmapped match none";
                    said.left_out(span, one, many, Reason::UnknownClause.help());
                }
                take(selection, named, span);
            }
        }
        found
    }

    fn id(&self, source: &Clauses<'_>, target: &Clauses<'_>, taken: &BTreeSet<String>) -> String {
        let stated = ours(&self.mapping.props, "table").map(|id| id.text.trim().to_owned());
        let stated = stated.filter(|id| TableId::parse(id).is_ok());
        let made = || {
            let title = self.collection.metadata.title.as_ref().map(|title| names::slug(title.as_str()));
            let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| "oscal".to_owned());
            format!("{}--{}--{title}", source.catalog.id, target.catalog.id).replace(':', "-")
        };
        let id = stated.unwrap_or_else(made);
        let counted = (2..).map(|count| format!("{id}-{count}"));
        std::iter::once(id.clone()).chain(counted).find(|id| !taken.contains(id)).unwrap_or(id)
    }

    fn table(
        &self,
        id: String,
        [source, target]: [&Clauses<'_>; 2],
        (rows, unrelated): (Vec<raw::Row>, Unrelated),
        notes: &mut Said,
    ) -> raw::Relations {
        let (metadata, provenance) = (&self.collection.metadata, &self.collection.provenance);
        let near = self.near();
        let said = |text: String| Some(raw::Scalar::new(text, near));
        let words =
            |own: &Option<Word>, all: &Option<Word>| own.as_ref().or(all.as_ref()).map(|word| word.text.clone());
        let method = words(&self.mapping.method, &provenance.method);
        let general = words(&self.mapping.matching_rationale, &provenance.matching_rationale);
        let rationale = self.rationale(general, notes);
        let method: Vec<String> =
            method.into_iter().chain(rationale.map(|rationale| format!("{rationale} matching"))).collect();
        let status = self.mapping.status.as_ref().or(provenance.status.as_ref());
        let status = status.map(|status| (status.text.trim(), self.places.span(status, near)));
        if let Some((word, span)) = status.filter(|(word, _)| !["complete", "draft"].contains(word)) {
            let one = format!("the status {word} of a mapping has no equivalent and is left out");
            let many = "states of mappings have no equivalent and are left out";
            notes.left_out(span, one, many, "the states that are read are complete and draft");
        }
        let score = self.mapping.confidence_score.as_ref().or(provenance.confidence_score.as_ref());
        let of_mapping = confidence(score, self.places, near, notes);
        let title = metadata.title.as_ref().map(|title| format!(" \"{}\"", title.as_str())).unwrap_or_default();
        let version = metadata.version.as_ref().map(|version| format!(", version {}", version.as_str()));
        let cited = || format!("OSCAL mapping collection{title}{}", version.unwrap_or_default());
        let own = |name: &str| whole(&self.mapping.props, name).map(|value| self.places.scalar(value, near));
        // A table that was written here says of itself all there is to say.
        let is_ours = ours(&self.mapping.props, "table").is_some();
        let derived = self.mapping.props.iter().filter(|prop| is_own(prop, "derived-from")).map(|prop| &prop.value);
        let derived_from = self.known_tables(derived.collect(), near, notes);
        raw::Relations {
            id: said(id),
            title: own("title"),
            from: said(source.catalog.id.to_string()),
            to: said(target.catalog.id.to_string()),
            version: said(edition::table_version(&self.mapping.props)),
            source: said(whole(&self.mapping.props, "source").map_or_else(cited, |source| source.text.clone())),
            confidence: of_mapping.or_else(|| said("low".to_owned())),
            provenance: own("provenance")
                .or_else(|| said(edition::provenance(metadata).to_owned()).filter(|_| !is_ours)),
            method: own("method")
                .or_else(|| (!method.is_empty() && !is_ours).then(|| method.join(", ")).and_then(said)),
            mapper: own("mapper").or_else(|| {
                let organization = edition::organization(metadata).filter(|_| !is_ours);
                organization.map(|name| self.places.scalar(name, near))
            }),
            date: own("date"),
            stage: own("stage"),
            derived_from,
            from_hash: own("from-hash"),
            to_hash: own("to-hash"),
            status: status
                .filter(|(word, _)| *word == "draft")
                .map(|(word, span)| raw::Scalar::new(word.to_owned(), span)),
            unrelated,
            rows,
            ..raw::Relations::empty(near)
        }
    }

    /// How entries were matched: what they say themselves counts, and else what is said of all.
    fn rationale(&self, general: Option<String>, notes: &mut Said) -> Option<String> {
        let own = |map: &'r Map| map.matching_rationale.as_ref();
        let each =
            self.mapping.maps.iter().filter_map(|map| own(map).map(|word| word.text.clone()).or(general.clone()));
        let each: BTreeSet<String> = each.collect();
        if each.len() > 1 {
            let names: Vec<&str> = each.iter().map(String::as_str).collect();
            let names = names.join(" and ");
            for word in self.mapping.maps.iter().filter_map(own).filter(|word| Some(&word.text) != general.as_ref()) {
                let one = format!(
                    "an entry was matched in another way than all, {}: the method of the table is {names} matching",
                    word.text
                );
                let many =
                    "entries were matched in another way than all, which the method of the table says and no row";
                notes.read_as(
                    self.places.span(word, self.near()),
                    one,
                    many,
                    "make a mapping for each way of matching",
                );
            }
            return Some(names);
        }
        each.into_iter().next().or(general)
    }

    /// The tables that are there among those of which something was composed.
    fn known_tables(&self, names: Vec<&Word>, span: Span, told: &mut Said) -> Vec<raw::Scalar> {
        let (known, missing): (Vec<&Word>, Vec<&Word>) =
            names.into_iter().partition(|name| known_table(self.library, name));
        missing.into_iter().for_each(|name| unknown_table(span, name, told));
        known.into_iter().map(|name| self.places.scalar(name, span)).collect()
    }

    /// A place for what has none of its own.
    fn near(&self) -> Span {
        let uuid = self.mapping.uuid.as_ref().and_then(|uuid| self.places.find(uuid));
        uuid.or_else(|| self.places.find(&self.mapping.source_resource.href)).unwrap_or(self.places.top())
    }
}

fn mapped_all_the_same(clause: &str, span: Span, said: &mut Said) {
    let one = format!("{clause} is marked as unmapped, but an entry maps it: the mark is left out");
    let many = "controls are marked as unmapped but are mapped";
    said.left_out(span, one, many, "remove them from the gap summary or from the entries");
}
