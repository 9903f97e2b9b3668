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
//! | unmapped controls of the target, or of the source | `none` rows, or `unrelated` |
//!
//! A relationship in a namespace of others is left out: nobody here knows what it means.

use std::collections::{BTreeSet, HashMap};

use super::answer::Known;
use super::clauses::{Clauses, Named, candidates};
use super::edition::{self, ours};
use super::entries::{Entries, Reason};
use super::model::{ConfidenceScore, GapSummary, Map, Mapping, MappingCollection, ResourceReference};
use super::pick::is_yes;
use super::reference::{self, Candidate};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::content::{Content, Count};
use crate::exchange::names;
use crate::exchange::oscal::OURS;
use crate::load::raw;
use crate::model::{ClauseKind, Library, TableId};
use crate::source::Span;

/// The namespace of the words of the model.
const OSCAL: &str = "http://csrc.nist.gov/ns/oscal";

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
        let (rows, unrelated) = reader.rows(&source, &target, &mut said, &mut count);
        if rows.is_empty() && unrelated.is_empty() {
            continue;
        }
        let id = reader.id(&source, &target, &ids);
        ids.insert(id.clone());
        out.tables.push(reader.table(id, &source, &target, rows, unrelated));
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
        // Another library may have the edition that we wrote beside it under a name of its own.
        let catalog = found.and_then(|at| self.library.catalog_named(&candidates[at].id));
        if catalog.is_none() {
            let stated = ours(&resource.props, "edition").map(|edition| edition.text.clone());
            let name = stated.unwrap_or_else(|| reference::shown(&resource.href, back_matter));
            let one = format!("the mapping leads {end} {name}, which is not here, and is left out");
            let many = "mappings lead from or to what is not here and are left out";
            let help = "name the file of the catalog or profile beside the mapping collection";
            said.left_out(self.places.span(&resource.href, self.near()), one, many, help);
        }
        catalog.map(Clauses::of)
    }

    fn rows(
        &self,
        source: &Clauses<'r>,
        target: &Clauses<'r>,
        said: &mut Said,
        count: &mut Tally,
    ) -> (Vec<raw::Row>, Unrelated) {
        let mut entries = Entries::default();
        for map in &self.mapping.maps {
            match self.entry(map, source, target, &mut entries, said) {
                Ok(()) => count.taken += 1,
                Err(reason) => count.leave(reason, 1),
            }
        }
        let of_target = self.unmapped(self.mapping.target_gap_summary.as_ref(), target, said);
        for (clause, span) in of_target {
            if entries.is_covered(&clause) {
                mapped_all_the_same(&clause, span, said);
            } else {
                entries.rows.push(self.row(Vec::new(), raw::Scalar::new(clause, span), ("none", None), span));
            }
        }
        let mut unrelated = Vec::new();
        for (clause, span) in self.unmapped(self.mapping.source_gap_summary.as_ref(), source, said) {
            if entries.is_related(&clause) {
                mapped_all_the_same(&clause, span, said);
            } else {
                let why = "The mapping names it as unmapped";
                unrelated.push((raw::Scalar::new(clause, span), raw::Scalar::new(why, span)));
            }
        }
        (entries.rows, unrelated)
    }

    /// Makes the rows of an entry; or says why it has none.
    fn entry(
        &self,
        map: &Map,
        source: &Clauses<'r>,
        target: &Clauses<'r>,
        entries: &mut Entries,
        said: &mut Said,
    ) -> Result<(), Reason> {
        let place = map.relationship.as_ref().map(|relationship| &relationship.word);
        let place = place.and_then(|word| self.places.find(word));
        let first = map.sources.first().or(map.targets.first());
        let span = first.map_or(self.near(), |item| self.places.span(&item.id_ref, place.unwrap_or(self.near())));
        let known = meaning(map).map_err(|(reason, word)| {
            let message = format!("the relationship {word} has no meaning here");
            self.leave(reason, place.unwrap_or(span), message, said)
        })?;
        let mut from = Vec::new();
        let mut is_part = false;
        for item in &map.sources {
            let named = self.item(item, source, said)?;
            is_part |= named.is_part;
            let number = named.clause.number.as_str();
            if from.iter().all(|scalar: &raw::Scalar| scalar.value != *number) {
                from.push(raw::Scalar::new(number.to_owned(), self.places.span(&item.id_ref, span)));
            }
        }
        let mut to: Vec<(raw::Scalar, bool)> = Vec::new();
        let mut failed = Reason::NoTarget;
        for item in &map.targets {
            let named = match self.item(item, target, said) {
                Ok(named) => named,
                Err(reason) => {
                    failed = reason;
                    continue;
                }
            };
            let number = named.clause.number.as_str();
            match to.iter_mut().find(|(known, _)| known.value == *number) {
                Some((_, is_known_part)) => *is_known_part |= named.is_part,
                None => {
                    let scalar = raw::Scalar::new(number.to_owned(), self.places.span(&item.id_ref, span));
                    to.push((scalar, named.is_part));
                }
            }
        }
        if from.is_empty() {
            return Err(self.leave(Reason::NoSource, span, "the entry has no source".to_owned(), said));
        }
        // Where all targets are parts of one control they are one part of it.
        let is_one = to.len() == 1 && map.targets.len() == to.len()
            || to.len() == 1 && map.targets.iter().all(|item| self.is_in(item, target));
        let mut is_any = false;
        for (to, is_part_of_target) in to {
            let strength = match known {
                Meaning::Row(forward, reverse) => (forward, reverse),
                Meaning::Known(known) if known.is_nothing() && (is_part || is_part_of_target) => {
                    let message = format!("parts of {} and {} have nothing in common", shown(&from), to.value);
                    failed = self.leave(Reason::PartsShareNothing, to.span, message, said);
                    continue;
                }
                Meaning::Known(known) => {
                    let known = if is_part { known.of_whole_sources() } else { known };
                    let known = if is_one { known } else { known.of_each_target() };
                    let known = if is_part_of_target { known.of_whole_targets() } else { known };
                    let row = known.row();
                    self.weakened(map, row, to.span, said);
                    row
                }
            };
            if source.catalog.id == target.catalog.id && from.iter().any(|from| from.value == to.value) {
                let message = format!("{} is related to itself", to.value);
                failed = self.leave(Reason::ToItself, to.span, message, said);
                continue;
            }
            let mut row = self.row(from.clone(), to, strength, span);
            self.describe(map, &mut row, said);
            match entries.add(row) {
                Ok(()) => is_any = true,
                Err((reason, span, message)) => failed = self.leave(reason, span, message, said),
            }
        }
        if is_any { Ok(()) } else { Err(failed) }
    }

    fn is_in(&self, item: &super::model::Item, clauses: &Clauses<'_>) -> bool {
        clauses.find(&item.id_ref, &item.props, may_be_part(item)).is_some()
    }

    fn item(&self, item: &super::model::Item, clauses: &Clauses<'r>, said: &mut Said) -> Result<Named<'r>, Reason> {
        let span = self.places.span(&item.id_ref, self.near());
        let id = &clauses.catalog.id;
        let Some(named) = clauses.find(&item.id_ref, &item.props, may_be_part(item)) else {
            let message = format!("{id} has no control {}", item.id_ref.text);
            return Err(self.leave(Reason::UnknownClause, span, message, said));
        };
        if named.clause.kind == ClauseKind::Informative {
            let message = format!("{id}/{} asks for nothing", named.clause.number);
            return Err(self.leave(Reason::Informative, span, message, said));
        }
        Ok(named)
    }

    fn leave(&self, reason: Reason, span: Span, message: String, said: &mut Said) -> Reason {
        said.left_out(span, format!("{message}: an entry is left out"), reason.of_entries(), reason.help());
        reason
    }

    /// Notes that an entry is read as related although it says more of parts, or of several targets together.
    fn weakened(&self, map: &Map, row: (&str, Option<&str>), span: Span, said: &mut Said) {
        if row.0 == "related" {
            let word = map.relationship.as_ref().map_or("", |relationship| relationship.word.as_str());
            let one = format!("{word} of statements, or of several targets together, is read as related");
            let many = "relations of statements, or of several targets together, are read as related";
            let help =
                "what holds of a part need not hold of its control, and what holds of several need not hold of each";
            said.read_as(span, one, many, help);
        }
    }

    fn row(
        &self,
        from: Vec<raw::Scalar>,
        to: raw::Scalar,
        (forward, reverse): (&'static str, Option<&'static str>),
        span: Span,
    ) -> raw::Row {
        raw::Row {
            span,
            from,
            to: vec![to],
            relation: Some(raw::Scalar::new(forward, span)),
            reverse: reverse.map(|reverse| raw::Scalar::new(reverse, span)),
            items: None,
            add: None,
            add_reverse: None,
            note: None,
            confidence: None,
            derived_from: Vec::new(),
            is_malformed: false,
        }
    }

    /// What an entry says beside its relation.
    fn describe(&self, map: &Map, row: &mut raw::Row, said: &mut Said) {
        let span = row.span;
        let (mut add, mut add_reverse, mut note) = (Vec::new(), Vec::new(), Vec::new());
        note.extend(map.remarks.as_ref().map(|remarks| remarks.text.trim().to_owned()));
        for qualifier in &map.qualifiers {
            let Some(description) = qualifier.description.as_ref().map(|text| text.text.trim().to_owned()) else {
                continue;
            };
            let word = |word: &Option<Word>| word.as_ref().map_or(String::new(), |word| word.text.trim().to_owned());
            let (subject, predicate) = (word(&qualifier.subject), word(&qualifier.predicate));
            match (subject.as_str(), predicate.as_str()) {
                ("target", "has-requirement") => add.push(description),
                ("source", "has-requirement") => add_reverse.push(description),
                ("both", "has-requirement") => {
                    add.push(description.clone());
                    add_reverse.push(description);
                }
                _ => note.push(format!("{subject} {predicate}: {description}")),
            }
        }
        let joined = |texts: Vec<String>| {
            let text = texts.join("; ");
            (!text.is_empty()).then(|| raw::Scalar::new(text, span))
        };
        [row.add, row.add_reverse, row.note] = [joined(add), joined(add_reverse), joined(note)];
        if map.confidence_score.as_ref().is_some_and(|score| score.category.is_none() && score.percentage.is_some()) {
            let one = "a confidence in percent has no word here and is left out";
            let many = "confidences in percent have no words here and are left out";
            said.left_out(span, one, many, "a category is high, medium or low");
        }
        row.confidence = confidence(map.confidence_score.as_ref(), self.places, span);
    }

    /// The clauses that a summary names as unmapped, each once.
    fn unmapped(&self, gap: Option<&GapSummary>, clauses: &Clauses<'_>, said: &mut Said) -> Vec<(String, Span)> {
        let mut found: Vec<(String, Span)> = Vec::new();
        let mut seen = BTreeSet::new();
        for selection in gap.iter().flat_map(|gap| &gap.unmapped_controls) {
            for id in &selection.with_ids {
                let span = self.places.span(id, self.near());
                let Some(named) = clauses.find(id, &[], false) else {
                    let one = format!("{} has no control {}, which is called unmapped", clauses.catalog.id, id.text);
                    let many = "controls that are called unmapped are in no catalog";
                    said.left_out(span, one, many, Reason::UnknownClause.help());
                    continue;
                };
                let all = clauses.catalog.clauses();
                let mut named: Vec<usize> =
                    all.iter().position(|clause| clause.number == named.clause.number).into_iter().collect();
                let mut at = 0;
                while let Some(position) =
                    named.get(at).copied().filter(|_| is_yes(selection.with_child_controls.as_ref()))
                {
                    named.extend(clauses.catalog.children(position));
                    at += 1;
                }
                let normative = named.into_iter().filter(|position| all[*position].kind != ClauseKind::Informative);
                let numbers = normative.map(|position| all[position].number.to_string());
                found.extend(numbers.filter(|number| seen.insert(number.clone())).map(|number| (number, span)));
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
        source: &Clauses<'_>,
        target: &Clauses<'_>,
        rows: Vec<raw::Row>,
        unrelated: Unrelated,
    ) -> raw::Relations {
        let (metadata, provenance) = (&self.collection.metadata, &self.collection.provenance);
        let near = self.near();
        let said = |text: String| Some(raw::Scalar::new(text, near));
        let words =
            |own: &Option<Word>, all: &Option<Word>| own.as_ref().or(all.as_ref()).map(|word| word.text.clone());
        let method = words(&self.mapping.method, &provenance.method);
        let rationale = words(&self.mapping.matching_rationale, &provenance.matching_rationale);
        let method: Vec<String> =
            method.into_iter().chain(rationale.map(|rationale| format!("{rationale} matching"))).collect();
        let status = words(&self.mapping.status, &provenance.status);
        let of_mapping = confidence(self.mapping.confidence_score.as_ref(), self.places, near);
        let of_all = || confidence(provenance.confidence_score.as_ref(), self.places, near);
        let title = metadata.title.as_ref().map(|title| format!(" \"{}\"", title.as_str())).unwrap_or_default();
        let version = metadata.version.as_ref().map(|version| format!(", version {}", version.as_str()));
        let cited = || format!("OSCAL mapping collection{title}{}", version.unwrap_or_default());
        raw::Relations {
            span: near,
            id: said(id),
            title: None,
            from: said(source.catalog.id.to_string()),
            to: said(target.catalog.id.to_string()),
            version: said(edition::table_version(&self.mapping.props)),
            source: said(ours(&self.mapping.props, "source").map_or_else(cited, |source| source.text.clone())),
            confidence: of_mapping.or_else(of_all).or_else(|| said("low".to_owned())),
            provenance: said(edition::provenance(metadata).to_owned()),
            method: (!method.is_empty()).then(|| method.join(", ")).and_then(said),
            mapper: edition::organization(metadata).map(|name| self.places.scalar(name, near)),
            date: None,
            stage: None,
            derived_from: Vec::new(),
            status: status.filter(|status| status == "draft").and_then(said),
            is_malformed: false,
            unrelated,
            rows,
        }
    }

    /// A place for what has none of its own.
    fn near(&self) -> Span {
        let uuid = self.mapping.uuid.as_ref().and_then(|uuid| self.places.find(uuid));
        uuid.or_else(|| self.places.find(&self.mapping.source_resource.href)).unwrap_or(self.places.top())
    }
}

/// What an entry says of its sources and targets.
#[derive(Clone, Copy)]
enum Meaning {
    /// A relation of ours with its reverse.
    Row(&'static str, Option<&'static str>),
    /// A word of the model.
    Known(Known),
}

fn meaning(map: &Map) -> Result<Meaning, (Reason, String)> {
    const STRENGTHS: [&str; 4] = ["full", "partial", "related", "none"];
    let strength = |word: &Word| STRENGTHS.into_iter().find(|strength| *strength == word.text.trim());
    if let Some(forward) = ours(&map.props, "relation").and_then(strength) {
        let reverse = ours(&map.props, "reverse").and_then(strength);
        return Ok(Meaning::Row(forward, reverse.filter(|_| forward != "related")));
    }
    let Some(relationship) = &map.relationship else { return Err((Reason::UnknownWord, "(none)".to_owned())) };
    let word = relationship.word.text.trim();
    let ns = relationship.ns.as_ref().or(map.ns.as_ref()).map_or(OSCAL, |ns| ns.text.trim_end_matches('/'));
    let known = match ns {
        OSCAL => Known::of(word).map(Meaning::Known),
        OURS => {
            strength(&relationship.word).map(|forward| Meaning::Row(forward, (forward == "none").then_some("none")))
        }
        _ => return Err((Reason::ForeignWord, format!("{word} of {ns}"))),
    };
    known.ok_or((Reason::UnknownWord, word.to_owned()))
}

fn may_be_part(item: &super::model::Item) -> bool {
    item.kind.as_ref().is_none_or(|kind| kind.text.trim() != "control")
}

fn confidence(score: Option<&ConfidenceScore>, places: Places, near: Span) -> Option<raw::Scalar> {
    let category = score?.category.as_ref()?;
    let word = category.text.trim().to_lowercase();
    ["high", "medium", "low"].contains(&word.as_str()).then(|| raw::Scalar::new(word, places.span(category, near)))
}

fn mapped_all_the_same(clause: &str, span: Span, said: &mut Said) {
    let one = format!("{clause} is called unmapped and an entry maps it: that it is unmapped is left out");
    let many = "controls are called unmapped and mapped all the same";
    said.left_out(span, one, many, "take them out of the gap summary, or out of the entries");
}

fn shown(from: &[raw::Scalar]) -> String {
    from.iter().map(|from| from.value.to_string()).collect::<Vec<_>>().join(" with ")
}
