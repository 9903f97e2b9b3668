//! The forms of files, of which the schemas under `schemas/` are made: one type for each mapping of a file.
//!
//! The types mirror those of `src/engine/load/raw`, and no value of them is ever made: their shape, and the words that describe
//! them, become the schemas.

#![expect(dead_code, reason = "their shape is read, and no value is ever made")]

mod assessment;
mod catalog;
mod method;
mod relations;
mod reviews;

use assessment::Assessment;
use catalog::{Catalog, ClauseKind, Language};
use method::Method;
use relations::Relations;
use reviews::Reviews;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// The schema of every kind of file by its name.
pub(crate) fn all() -> [(&'static str, String); 5] {
    [
        ("assessment", text::<Assessment>()),
        ("catalog", text::<Catalog>()),
        ("relations", text::<Relations>()),
        ("method", text::<Method>()),
        ("reviews", text::<Reviews>()),
    ]
}

fn text<T: JsonSchema>() -> String {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    transform_subschemas(&mut without_formats, &mut schema);
    format!("{}\n", serde_json::to_string_pretty(&schema).expect("a schema is a value of JSON"))
}

/// Removes formats: strict validators do not know `uint8`, and many know no formats at all.
fn without_formats(schema: &mut Schema) {
    schema.remove("format");
    transform_subschemas(&mut without_formats, schema);
}

/// Requires that every key of a mapping is either left out or has a value.
fn never_nothing(schema: &mut Schema) {
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    properties.into_iter().flat_map(|map| map.values_mut()).for_each(not_nothing);
}

/// The same of one key.
fn not_nothing(property: &mut Value) {
    let Some(property) = property.as_object_mut() else { return };
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            property.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(ways)) = property.get_mut("anyOf") {
        ways.retain(|way| way.get("type").is_none_or(|kind| kind != "null"));
    }
}

/// A text that is not empty.
#[derive(Debug, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number", "boolean"], "pattern" = r"\S"))]
pub(crate) struct Filled(pub(crate) String);

/// A text; numbers and truth values of YAML are read as the text that is written.
#[derive(Debug, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number", "boolean"]))]
pub(crate) struct Text(pub(crate) String);

/// One value, or a list of them.
#[derive(Debug, JsonSchema)]
#[schemars(inline, untagged)]
pub(crate) enum OneOrMore<T> {
    /// One.
    One(T),
    /// A list.
    More(Vec<T>),
}

/// One value, or a list of some.
#[derive(Debug, JsonSchema)]
#[schemars(inline, untagged)]
pub(crate) enum OneOrSome<T> {
    /// One.
    One(T),
    /// A list that is not empty.
    Some(#[schemars(length(min = 1))] Vec<T>),
}

/// The id of an edition, `<standard>:<edition>`, such as iso-9001:2008.
#[derive(Debug, JsonSchema)]
pub(crate) struct EditionId(#[schemars(regex(pattern = r"^[a-z0-9._-]+:[a-z0-9._-]+$"))] pub(crate) String);

/// The id of a clause inside its edition, in quotes, such as "4.2.1".
#[derive(Debug, JsonSchema)]
pub(crate) struct ClauseNumber(#[schemars(regex(pattern = r"^[^\s/]{1,80}$"))] pub(crate) String);

/// A clause, in quotes: "4.2.1" if the edition is clear, or with its edition "iso-9001:2008/4.2.1".
#[derive(Debug, JsonSchema)]
pub(crate) struct ClauseName(
    #[schemars(regex(pattern = r"^([a-z0-9._-]+:[a-z0-9._-]+/)?[^\s/]{1,80}$"))] pub(crate) String,
);

/// A clause with its edition, such as iso-9001:2008/4.2.1.
#[derive(Debug, JsonSchema)]
pub(crate) struct ClauseId(#[schemars(regex(pattern = r"^[a-z0-9._-]+:[a-z0-9._-]+/[^\s/]{1,80}$"))] pub(crate) String);

/// A hash of the content of a catalog: sixteen hexadecimal digits, in quotes.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct ContentHash(#[schemars(regex(pattern = r"^[0-9a-f]{16}$"))] pub(crate) String);

/// An id in lower-case letters, digits, hyphens, dots and underscores.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Slug(#[schemars(regex(pattern = r"^[a-z0-9._-]+$"))] pub(crate) String);

/// A date, such as 2026-11-20.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Day(
    #[schemars(regex(
        pattern = r"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
    ))]
    pub(crate) String,
);

/// The confidence that a file agrees with its source.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Confidence {
    /// Read in the source.
    High,
    /// Published, and read in part.
    Medium,
    /// A reconstruction, or only recalled.
    Low,
}

/// A day, a month or a year.
#[derive(Debug, JsonSchema)]
#[schemars(inline, untagged)]
pub(crate) enum PartialDate {
    /// A day or a month, such as 2008-11-15 or 2008-11, or a year in quotes.
    Text(#[schemars(regex(pattern = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"))] String),
    /// A year.
    Year(#[schemars(range(min = 1000, max = 9999))] u16),
}

/// The provenance of the content of a file.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Provenance {
    /// A source document states it.
    Stated,
    /// It is published, and was read at least in part.
    Published,
    /// It is published, and was not read again.
    Recalled,
    /// A community published it, not the publisher of the standards.
    Community,
    /// It is computed from two catalogs.
    Derived,
    /// It is our own; no published source could be read.
    Reconstruction,
}
