//! Relation tables between two editions as two mapping sets, one in each direction.

use super::Losses;
use super::form::{Library, Mapping, MappingSet, Objects, quoted};
use super::pair::{Pair, pairs};
use crate::exchange::ciso::annotation::Annotation;
use crate::exchange::ciso::made_urns::{Urns, urn};
use crate::exchange::ciso::urn::PACKAGER;
use crate::exchange::written::{OpenReverse, Written};
use crate::model;
use crate::model::{Catalog, Confidence, Table};
use crate::source::digest;

/// The tables between two editions, those of the first of them, as a library with two mapping sets: as the first table
/// leads, and backwards with a urn that ends in `-revert`. The text is empty if nothing can be written.
pub fn tables(tables: &[&Table], library: &model::Library, open: OpenReverse) -> Written {
    let mut losses = Losses::default();
    let Some(first) = tables.first() else { return Written::default() };
    let [Some(from), Some(to)] = [&first.from, &first.to].map(|edition| library.catalog(edition)) else {
        return Written::default();
    };
    let (ours, others): (Vec<&Table>, Vec<&Table>) = tables
        .iter()
        .copied()
        .partition(|table| [(&table.from, &table.to), (&table.to, &table.from)].contains(&(&first.from, &first.to)));
    losses.add_many(
        ["row between other editions is left out", "rows between other editions are left out"],
        others.iter().map(|table| table.rows.len()).sum(),
    );
    let head = Head::of(&ours);
    let pairs = pairs(&ours, [from, to], open, head.confidence(), &mut losses);
    let unrelated: usize = ours.iter().map(|table| table.unrelated.len()).sum();
    if pairs.is_empty() {
        losses.add_many(
            ["clause that is listed as unrelated is left out", "clauses that are listed as unrelated are left out"],
            unrelated,
        );
        return Written { text: String::new(), losses: losses.finish() };
    }
    if let Head::Several(tables) = head {
        losses.add_many(
            ["clause that is listed as unrelated is left out", "clauses that are listed as unrelated are left out"],
            unrelated,
        );
        losses.add_many(
            [
                "table loses its own metadata because it shares one set with other tables",
                "tables lose their own metadata because they share one set",
            ],
            tables.len(),
        );
    }
    let name = head.name();
    let urns = [Urns::of(from), Urns::of(to)];
    let sources: Vec<&str> = ours.iter().map(|table| table.source.trim()).collect();
    let description = sources.join("; ");
    let set = |is_reverse: bool| {
        let ends = if is_reverse { [1, 0] } else { [0, 1] };
        let [source, target] = ends.map(|end| &urns[end]);
        let [from, to] = ends.map(|end| [from, to][end]);
        let end = if is_reverse { "-revert" } else { "" };
        let mapping = |pair: &Pair| Mapping {
            source_requirement_urn: quoted(&source.nodes[pair.ends[ends[0]]]),
            target_requirement_urn: quoted(&target.nodes[pair.ends[ends[1]]]),
            relationship: if is_reverse { pair.reverse } else { pair.relationship },
            annotation: pair.annotations[usize::from(is_reverse)].written().map(quoted),
        };
        MappingSet {
            urn: quoted(format!("{}{end}", urn("req_mapping_set", &name))),
            ref_id: quoted(format!("{name}{end}")),
            name: quoted(format!("{} -> {}", from.id, to.id)),
            description: quoted(&description),
            annotation: if is_reverse { None } else { head.annotation(from, to).written().map(quoted) },
            source_framework_urn: quoted(&source.framework),
            target_framework_urn: quoted(&target.framework),
            requirement_mappings: pairs.iter().map(mapping).collect(),
        }
    };
    let date = ours.iter().filter_map(|table| table.date.as_ref()).filter(|date| date.len() == 10).max();
    let written = Library {
        urn: quoted(urn("library", &name)),
        locale: "en",
        ref_id: quoted(&name),
        name: quoted(format!("{} -> {}", from.id, to.id)),
        description: quoted(&description),
        version: ours.iter().map(|table| table.version).max().unwrap_or(1),
        publication_date: date.map(|date| quoted(date.to_string())),
        provider: quoted(PACKAGER),
        packager: quoted(PACKAGER),
        dependencies: urns.iter().filter_map(|urns| urns.library.as_ref()).map(quoted).collect(),
        objects: Objects::RequirementMappingSets(vec![set(false), set(true)]),
    };
    Written { text: written.text(), losses: losses.finish() }
}

/// The tables of a set: one keeps its metadata, several keep nothing but their rows.
#[derive(Clone, Copy)]
enum Head<'t> {
    One(&'t Table),
    Several(&'t [&'t Table]),
}

/// How long the name of a set may be, so that its urns and its `ref_id` are no longer than CISO Assistant takes.
const LONGEST_NAME: usize = 80;

impl<'t> Head<'t> {
    fn of(tables: &'t [&'t Table]) -> Self {
        match tables {
            [table] => Self::One(table),
            tables => Self::Several(tables),
        }
    }

    /// How sure rows are that say nothing else.
    fn confidence(self) -> Option<Confidence> {
        match self {
            Self::One(table) => Some(table.confidence),
            Self::Several(_) => None,
        }
    }

    /// What no other set has: the ids of its tables, and where they are too long a beginning with a digest of them.
    fn name(self) -> String {
        let ids = match self {
            Self::One(table) => table.id.to_string(),
            Self::Several(tables) => tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>().join("-and-"),
        };
        // A urn that ends so is that of a set backwards.
        let is_plain = ids.len() <= LONGEST_NAME && !ids.ends_with("-revert");
        let short = || format!("{}-{}", &ids[..ids.len().min(LONGEST_NAME - 17)], &digest(&ids)[..16]);
        format!("mapping-{}", if is_plain { ids.clone() } else { short() })
    }

    /// What a set has no key for.
    fn annotation(self, from: &Catalog, to: &Catalog) -> Annotation {
        let mut said = Annotation::default();
        let Self::One(table) = self else {
            said.text("from", Some(&from.id));
            said.text("to", Some(&to.id));
            return said;
        };
        said.text("id", Some(&table.id));
        said.text("title", table.title.as_ref());
        said.text("from", Some(&from.id));
        said.text("to", Some(&to.id));
        said.text("confidence", Some(table.confidence));
        said.text("provenance", table.provenance);
        said.text("method", table.method.as_ref());
        said.text("mapper", table.mapper.as_ref());
        said.text("date", table.date.as_ref().filter(|date| date.len() != 10));
        said.text("stage", table.stage);
        said.text("status", table.is_draft.then_some("draft"));
        said.texts("derived-from", &table.derived_from);
        said.text("from-hash", table.from_hash.as_ref().map(|pin| &pin.hash));
        said.text("to-hash", table.to_hash.as_ref().map(|pin| &pin.hash));
        said.pairs("unrelated", table.unrelated.iter().map(|(number, why)| (number.to_string(), why.to_string())));
        said
    }
}
