//! Documents of OSCAL: they are taken by NIST's schema, all that they refer to is there, and they say what was typed
//! here.

#[path = "oscal/assessments.rs"]
mod assessments;
#[path = "oscal/bundled.rs"]
mod bundled;
#[path = "oscal/catalogs.rs"]
mod catalogs;
#[path = "oscal/mappings.rs"]
mod mappings;
#[path = "oscal/round_trip.rs"]
mod round_trip;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;
use xwalk::exchange::oscal::write::catalog;
use xwalk::exchange::written::Written;

use crate::common::World;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let text = include_str!("oscal-complete-1.2.3.json");
    jsonschema::draft7::new(&serde_json::from_str(text).expect("JSON")).expect("a schema")
});

/// A document as a value, after it was looked over: by the schema, for references that lead nowhere, and for uuids that
/// appear twice.
fn checked(written: &Written) -> Value {
    let value: Value = serde_json::from_str(&written.text).expect("JSON");
    let faults: Vec<String> =
        SCHEMA.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).take(3).collect();
    assert_eq!(faults, [""; 0]);
    let (mut defined, mut referred) = (Vec::new(), BTreeSet::new());
    look_over(&value, &mut defined, &mut referred);
    let once: BTreeSet<&String> = defined.iter().collect();
    assert_eq!(once.len(), defined.len(), "a uuid or an id stands twice");
    let dangling: Vec<&String> = referred.iter().filter(|reference| !once.contains(reference)).collect();
    assert!(dangling.is_empty(), "{dangling:?}");
    value
}

/// The uuids and ids that are defined somewhere in a value, and those that something in it refers to. Controls of
/// catalogs that are not part of the document are looked for by the tests that have them.
fn look_over(value: &Value, defined: &mut Vec<String>, referred: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let is_part_of_us = |key: &str| key == "uuid" || key == "id" && fields.len() > 1;
            for (key, value) in fields {
                match value {
                    Value::String(text) if is_part_of_us(key) => defined.push(text.clone()),
                    Value::String(text) if key.ends_with("-uuid") => {
                        referred.insert(text.clone());
                    }
                    Value::String(text) if key == "href" && text.starts_with('#') => {
                        referred.insert(text[1..].to_owned());
                    }
                    Value::Array(items) if key.ends_with("-uuids") => {
                        referred.extend(items.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => look_over(value, defined, referred),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| look_over(item, defined, referred)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn losses(written: &Written) -> Vec<(usize, &str)> {
    written.losses.iter().map(|loss| (loss.count, loss.what.as_str())).collect()
}

/// The props of a value as `name=value`.
fn props(value: &Value) -> Vec<String> {
    let props = value["props"].as_array().map(Vec::as_slice).unwrap_or_default();
    props.iter().map(|prop| format!("{}={}", prop["name"].as_str().unwrap(), prop["value"].as_str().unwrap())).collect()
}

fn written(files: &[(&str, &str)], edition: &str) -> Written {
    let world = World::new(files, None);
    catalog(world.library.catalog_named(edition).unwrap())
}

const A: &str = r#"
xwalk: catalog/1
id: a:1
title: "Made  up:\n the first"
publisher: Makers
published: 2008-11-15
aliases: [A 1]
kind: management-system
provenance: stated
titles: { fr: Inventé }
source: Written for a test.
clauses:
  "4": Chapter
  "4.1": { title: "One\nand a half", summary: "Do it,\nthen check.", pdca: plan, mandatory: false }
  "4.2": Documents
  "4.2.1": { title: General, titles: { de: Allgemeines }, summaries: { de: Mach es }, element: documentation }
  "4.2.(2)": { title: Manual, parent: "4.2" }
  "4.3": { title: Note, kind: informative }
  "5": { title: Control, kind: requirement }
  "5.1": Enhancement
"#;

const B: &str = r#"
xwalk: catalog/1
id: b:2
title: Made up, the second
published: "2011"
clauses:
  "1": One
  "2": Two
  "2.1": Two one
  "2.2": Two two
  "3": Three
"#;
