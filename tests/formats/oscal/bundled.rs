//! What is bundled and the example assessments, all of them, as OSCAL.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use xwalk::bundled;
use xwalk::exchange::oscal::write::{assessment_results, catalog, mapping_collection};
use xwalk::exchange::written::OpenReverse;
use xwalk::load;
use xwalk::model::{Assessment, ClauseId, ClauseKind, Library};
use xwalk::source::Sources;

use super::{checked, look_over};

pub(super) fn library() -> (Sources, Library) {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let library = load::library(&sources, files).sound().unwrap().0;
    (sources, library)
}

/// The ids of all controls and parts of each edition.
fn ids(library: &Library) -> BTreeMap<String, BTreeSet<String>> {
    let editions = library.catalogs().map(|edition| {
        let written = catalog(edition);
        assert!(written.losses.is_empty());
        let value = checked(&written);
        let requirements = edition.clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement).count();
        assert_eq!(written.text.matches("\"name\": \"statement\"").count(), requirements, "{}", edition.id);
        let (mut defined, mut referred) = (Vec::new(), BTreeSet::new());
        look_over(&value["catalog"]["groups"], &mut defined, &mut referred);
        look_over(&value["catalog"]["controls"], &mut defined, &mut referred);
        (edition.id.to_string(), defined.into_iter().collect())
    });
    editions.collect()
}

fn strings<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get(key).and_then(Value::as_str));
            fields.values().for_each(|value| strings(value, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, key, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn edition(resource: &Value) -> &str {
    resource["props"][0]["value"].as_str().unwrap()
}

#[test]
fn all_that_is_bundled_is_taken_by_the_schema_and_leads_to_controls_that_are_there() {
    let (_, library) = library();
    let ids = ids(&library);
    for table in library.tables() {
        let written = mapping_collection(&[table], &library, OpenReverse::OwnWord, &BTreeSet::new());
        let value = checked(&written);
        let mappings = value["mapping-collection"]["mappings"].as_array().unwrap();
        let maps: usize = mappings.iter().map(|mapping| mapping["maps"].as_array().unwrap().len()).sum();
        let has_requirements = |clause: &ClauseId| {
            let edition = library.catalog(&clause.edition).unwrap();
            let position = edition.position(&clause.number).unwrap();
            edition.clauses()[position].kind == ClauseKind::Requirement || !edition.children(position).is_empty()
        };
        let gaps = table.rows.iter().filter(|row| row.from.is_empty() && has_requirements(&row.to)).count();
        let left_out = written.losses.iter().filter(|loss| loss.what.contains("left out")).map(|loss| loss.count);
        assert_eq!(maps + gaps + left_out.sum::<usize>(), table.rows.len(), "{}", table.id);
        for mapping in mappings {
            for (side, resource) in [("sources", "source-resource"), ("targets", "target-resource")] {
                let known = &ids[edition(&mapping[resource])];
                for map in mapping["maps"].as_array().unwrap() {
                    let mut named = Vec::new();
                    strings(&map[side], "id-ref", &mut named);
                    assert!(named.iter().all(|id| known.contains(*id)), "{} {named:?}", table.id);
                }
            }
        }
    }
}

/// The example assessments, each with its name.
pub(super) fn assessments() -> Vec<(&'static str, Assessment)> {
    let (mut sources, library) = library();
    let read = |name| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}/assessment.yaml"));
        let file = sources.add(name, std::fs::read_to_string(path).unwrap());
        (name, load::assessment(&sources, file, &library).sound().unwrap().0)
    };
    ["harbour-it", "service-bank", "service-start", "software-house"].map(read).into()
}

#[test]
fn the_example_assessments_are_taken_by_the_schema() {
    let (_, library) = library();
    let ids = ids(&library);
    for (name, assessment) in assessments() {
        let value = checked(&assessment_results(&assessment, &library));
        for result in value["assessment-results"]["results"].as_array().unwrap() {
            let known = &ids[edition(result)];
            let mut named = Vec::new();
            strings(result, "control-id", &mut named);
            strings(result, "target-id", &mut named);
            assert!(!named.is_empty() && named.iter().all(|id| known.contains(*id)), "{name}");
        }
    }
}
