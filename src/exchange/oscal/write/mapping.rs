//! Relation tables as a mapping collection of OSCAL: one mapping a table, and one more for each other pair of editions
//! that its rows relate.
//!
//! Rows become what `rows` says. Clauses of which a table says that nothing covers them, or that they relate to
//! nothing, are the gap summaries of the target and of the source. The table's id, version, title, source, day, mapper,
//! stage and provenance are props of ours; its method is the description. `method` is `automation` for tables that were
//! computed, and `human` for others. `last-modified` is the latest day of a table.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::catalog::refer;
use super::document::{BackMatter, Metadata, Prop};
use super::ids::LibraryIds;
use super::losses::{Losses, written};
use super::rows::{ConfidenceScore, Entry, Map, entry, is_syntactic};
use super::text::{count_changed, moment, prose, title};
use super::uuids::uuid;
use crate::diagnostic::counted;
use crate::exchange::written::{OpenReverse, Written};
use crate::model::{ClauseId, EditionId, Library, Provenance, Relation, Table};
use crate::source::Text;

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    mapping_collection: Collection,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Collection {
    uuid: String,
    metadata: Metadata,
    provenance: MappingProvenance,
    mappings: Vec<Mapping>,
    back_matter: BackMatter,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct MappingProvenance {
    method: &'static str,
    matching_rationale: &'static str,
    status: &'static str,
    mapping_description: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Mapping {
    uuid: String,
    method: &'static str,
    matching_rationale: &'static str,
    status: &'static str,
    source_resource: Edition,
    target_resource: Edition,
    maps: Vec<Map>,
    props: Vec<Prop>,
    mapping_description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_gap_summary: Option<GapSummary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_gap_summary: Option<GapSummary>,
    confidence_score: ConfidenceScore,
}

/// An edition that is mapped.
#[derive(Debug, Serialize)]
struct Edition {
    #[serde(rename = "type")]
    kind: &'static str,
    href: String,
    props: Vec<Prop>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct GapSummary {
    uuid: String,
    unmapped_controls: Vec<WithIds>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct WithIds {
    with_ids: Vec<String>,
}

/// What the rows of a table say of one pair of editions.
#[derive(Debug, Default)]
struct Pair {
    maps: Vec<Map>,
    gaps: BTreeSet<String>,
    props: Vec<Prop>,
}

/// Tables as a mapping collection. `uncovered` are clauses of which an answer says that nothing covers them; they go
/// into the gap summary of their edition, if no row of the table points to them. The text is empty if no row is left to
/// write, since a mapping has at least one entry.
pub fn mapping_collection(
    tables: &[&Table],
    library: &Library,
    open: OpenReverse,
    uncovered: &BTreeSet<ClauseId>,
) -> Written {
    let (mut ids, mut losses, mut back_matter) = (LibraryIds::new(library), Losses::default(), BackMatter::default());
    let mut mappings = Vec::new();
    for table in tables {
        count_changed(texts(table), &mut losses);
        let mut pairs = pairs(table, &mut ids, open, &mut losses);
        // The editions of the table itself come first, since the first mapping of a table keeps its id.
        let main = pairs.remove_entry(&(table.from.clone(), table.to.clone()));
        for (editions, pair) in main.into_iter().chain(pairs) {
            mappings.extend(mapping(table, &editions, pair, uncovered, &mut ids, &mut back_matter, &mut losses));
        }
    }
    let collection = Collection {
        uuid: uuid("collection", &tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>().join(" ")),
        metadata: metadata(tables),
        provenance: provenance(tables),
        mappings,
        back_matter,
    };
    let document = Document { mapping_collection: collection };
    written(losses, (!document.mapping_collection.mappings.is_empty()).then_some(&document))
}

/// The rows of a table by the editions that they relate; those of the table itself are always there.
fn pairs(
    table: &Table,
    ids: &mut LibraryIds<'_>,
    open: OpenReverse,
    losses: &mut Losses,
) -> BTreeMap<(EditionId, EditionId), Pair> {
    let mut pairs: BTreeMap<(EditionId, EditionId), Pair> = BTreeMap::new();
    pairs.entry((table.from.clone(), table.to.clone())).or_default();
    let mut keys: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        let Some(entry) = entry(table, row, ids, open, losses) else { continue };
        let from = row.from.first().map_or(&table.from, |clause| &clause.edition);
        let pair = pairs.entry((from.clone(), row.to.edition.clone())).or_default();
        match entry {
            Entry::Map(mut map) => {
                let before = keys.entry(map.key.clone()).or_default();
                map.uuid = uuid("row", &format!("{} {} {before}", table.id, map.key));
                *before += 1;
                pair.maps.push(*map);
            }
            Entry::Gap(ids, said) => {
                pair.gaps.extend(ids);
                pair.props.extend(said);
            }
        }
    }
    pairs
}

fn mapping(
    table: &Table,
    (from, to): &(EditionId, EditionId),
    pair: Pair,
    uncovered: &BTreeSet<ClauseId>,
    ids: &mut LibraryIds<'_>,
    back_matter: &mut BackMatter,
    losses: &mut Losses,
) -> Option<Mapping> {
    let Pair { maps, mut gaps, props: said_of_gaps } = pair;
    let is_main = (from, to) == (&table.from, &table.to);
    let related: BTreeSet<&ClauseId> =
        table.rows.iter().filter(|row| !row.from.is_empty()).map(|row| &row.to).collect();
    let open = uncovered.iter().filter(|clause| clause.edition == *to && !related.contains(clause));
    for clause in open.filter(|_| is_main) {
        gaps.extend(requirements(clause, ids));
    }
    let unrelated = table.unrelated.keys().filter(|_| is_main);
    let unrelated = unrelated.map(|number| ClauseId { edition: from.clone(), number: number.clone() });
    let unrelated: BTreeSet<String> = unrelated.flat_map(|clause| requirements(&clause, ids)).collect();
    if maps.is_empty() {
        losses.add_many(
            [
                "clause that a table leaves uncovered or unrelated is left out: the table has no row that can be written",
                "clauses that a table leaves uncovered or unrelated are left out: the table has no row that can be written",
            ],
            gaps.len() + unrelated.len(),
        );
        return None;
    }
    let place = format!("{} {from} {to}", table.id);
    let gap_summary = |kind: &str, ids: BTreeSet<String>| {
        let unmapped_controls = vec![WithIds { with_ids: ids.into_iter().collect() }];
        let is_filled = !unmapped_controls[0].with_ids.is_empty();
        is_filled.then(|| GapSummary { uuid: uuid(kind, &place), unmapped_controls })
    };
    let mut edition = |id: &EditionId| {
        let href = refer(ids.edition(id)?.catalog, back_matter);
        Some(Edition { kind: "catalog", href, props: Prop::own("edition", id.as_str()).into_iter().collect() })
    };
    let (source_resource, target_resource) = (edition(from)?, edition(to)?);
    let reasons = table.unrelated.iter().filter(|_| is_main);
    let reasons = reasons.filter_map(|(number, why)| Some(Prop::own("unrelated", number.as_str())?.with_remarks(why)));
    Some(Mapping {
        uuid: uuid("mapping", &place),
        method: method(table),
        matching_rationale: rationale(table),
        status: status(table),
        source_resource,
        target_resource,
        maps,
        props: props(table).chain(said_of_gaps).chain(reasons).collect(),
        mapping_description: description(table),
        source_gap_summary: gap_summary("source-gap", unrelated),
        target_gap_summary: gap_summary("target-gap", gaps),
        confidence_score: table.confidence.into(),
    })
}

/// The ids of the requirements that a clause stands for.
fn requirements(clause: &ClauseId, ids: &mut LibraryIds<'_>) -> Vec<String> {
    let found = ids.clause(clause);
    let ids = found.map(|(edition, position)| {
        let requirements = edition.requirements(position);
        requirements.into_iter().map(|requirement| edition.id(requirement).to_owned()).collect()
    });
    ids.unwrap_or_default()
}

fn metadata(tables: &[&Table]) -> Metadata {
    let (named, version) = match tables {
        [table] => (name(table), table.version.to_string()),
        _ => (counted(tables.len(), "relation table", "relation tables"), "1".to_owned()),
    };
    let latest = tables.iter().filter_map(|table| moment(table.date.as_deref()?)).max();
    let mut metadata = Metadata::new(title(&named, "Relation table"), &version, latest);
    for table in tables {
        metadata.add_party(
            ("mapper", "Author of a relation table"),
            "organization",
            table.mapper.as_deref().unwrap_or_default(),
        );
    }
    metadata
}

fn provenance(tables: &[&Table]) -> MappingProvenance {
    let one = |words: Vec<&'static str>, mixed: &'static str| match words.first() {
        Some(first) if words.iter().all(|word| word == first) => *first,
        _ => mixed,
    };
    let is_draft = tables.iter().any(|table| table.is_draft);
    MappingProvenance {
        method: one(tables.iter().map(|table| method(table)).collect(), "hybrid"),
        matching_rationale: one(tables.iter().map(|table| rationale(table)).collect(), "semantic"),
        status: if is_draft { "draft" } else { "complete" },
        mapping_description: match tables {
            [table] => description(table),
            _ => "Relation tables, each as a separate mapping, which says how the table was made.".to_owned(),
        },
    }
}

/// What is said in words in a table.
fn texts(table: &Table) -> impl Iterator<Item = &str> {
    let Table { title, method, mapper, unrelated, rows, .. } = table;
    fn of_row(row: &Relation) -> impl Iterator<Item = &Text> {
        let Relation { items, add, add_reverse, note, reviewed_by, .. } = row;
        items.as_deref().into_iter().chain([add, add_reverse, note].into_iter().flatten()).chain(reviewed_by)
    }
    let of_head = [title, method, mapper].into_iter().flatten().chain(unrelated.values()).chain([&table.source]);
    of_head.chain(rows.iter().flat_map(of_row)).map(|text| &**text)
}

fn props(table: &Table) -> impl Iterator<Item = Prop> {
    let single = [
        ("table", Some(table.id.to_string())),
        ("table-version", Some(table.version.to_string())),
        ("title", table.title.as_ref().map(ToString::to_string)),
        ("source", Some(table.source.to_string())),
        ("date", table.date.as_ref().map(ToString::to_string)),
        ("mapper", table.mapper.as_ref().map(ToString::to_string)),
        ("stage", table.stage.map(|stage| stage.to_string())),
        ("provenance", table.provenance.map(|provenance| provenance.to_string())),
        ("method", table.method.as_ref().map(ToString::to_string)),
        ("from-hash", table.from_hash.as_ref().map(|pin| pin.hash.to_string())),
        ("to-hash", table.to_hash.as_ref().map(|pin| pin.hash.to_string())),
    ];
    let derived = table.derived_from.iter().filter_map(|table| Prop::own("derived-from", table.as_str()));
    single.into_iter().filter_map(|(name, value)| Prop::whole(name, value?)).chain(derived)
}

fn name(table: &Table) -> String {
    table.title.as_deref().map_or_else(|| format!("{} to {}", table.from, table.to), str::to_owned)
}

fn description(table: &Table) -> String {
    let made = table.method.as_deref().and_then(prose);
    made.or_else(|| prose(&table.source)).unwrap_or_else(|| name(table))
}

fn method(table: &Table) -> &'static str {
    if table.provenance == Some(Provenance::Derived) { "automation" } else { "human" }
}

fn rationale(table: &Table) -> &'static str {
    if is_syntactic(table) { "syntactic" } else { "semantic" }
}

fn status(table: &Table) -> &'static str {
    if table.is_draft { "draft" } else { "complete" }
}
