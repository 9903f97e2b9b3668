//! Relation tables between two editions as two mapping sets, one in each direction.

use super::Losses;
use super::form::{Library, Mapping, MappingSet, Objects, quoted};
use super::pair::{Pair, pairs};
use super::urns::{Urns, plain, urn};
use crate::exchange::ciso::urn::PACKAGER;
use crate::exchange::written::{OpenReverse, Written};
use crate::model;
use crate::model::Table;

/// The tables between two editions, those of the first of them, as a library with two mapping sets: as the first table leads,
/// and backwards with a urn that ends in `-revert`. The text is empty where nothing can be written.
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
    losses.add(others.iter().map(|table| table.rows.len()).sum(), "rows between other editions are left out");
    let pairs = pairs(&ours, [from, to], open, &mut losses);
    if pairs.is_empty() {
        return Written { text: String::new(), losses: losses.0 };
    }
    losses.add(pairs.len(), "pairs do not say how sure they are");
    let name = format!("mapping-{}-to-{}", plain(&from.id), plain(&to.id));
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
            annotation: pair.annotations[usize::from(is_reverse)].as_ref().map(quoted),
        };
        MappingSet {
            urn: quoted(format!("{}{end}", urn("req_mapping_set", &name))),
            ref_id: quoted(format!("{name}{end}")),
            name: quoted(format!("{} -> {}", from.id, to.id)),
            description: quoted(&description),
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
    Written { text: written.text(), losses: losses.0 }
}
