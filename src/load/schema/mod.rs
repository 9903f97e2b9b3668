//! The form of the files, for editors and validators: a JSON Schema for each kind of file.
//!
//! The types mirror [`raw`](super::raw) and are never made: their shape and their words become the schema. Draft 7 is
//! what editors understand best. A schema sees one file and no other, so whether a clause exists is beyond it.

mod assessment;
mod catalog;
mod method;
mod relations;
mod reviews;

pub use assessment::{
    Advance, Assessment, Efforts, Figure, Objective, Policy, Process, Proof, Stated, Statement, Status, StepAdvance,
    StepState,
};
pub use catalog::{
    Amendment, Catalog, CatalogKind, Clause, ClauseKind, Currency, Language, Profile, Titled, Transition,
};
pub use method::{Mandatory, Method, MethodTexts, Step, StepTexts, Unsaid};
pub use relations::{Relations, Row, Stage, Strength, TableStatus};
pub use reviews::{ClauseRecord, Reviews, Stamp};

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// A kind of file and how its schema is made.
#[derive(Debug)]
pub struct Kind {
    /// The word before the slash in the first line of such a file.
    pub name: &'static str,
    make: fn() -> String,
}

impl Kind {
    /// The schema as it is kept in `schemas/`.
    pub fn schema(&self) -> String {
        (self.make)()
    }
}

/// Every kind of file.
pub const KINDS: &[Kind] = &[
    Kind { name: "assessment", make: text::<Assessment> },
    Kind { name: "catalog", make: text::<Catalog> },
    Kind { name: "relations", make: text::<Relations> },
    Kind { name: "method", make: text::<Method> },
    Kind { name: "reviews", make: text::<Reviews> },
];

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
pub struct Filled(pub String);

/// A text; numbers and truth values of YAML are read as the text that is written.
#[derive(Debug, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number", "boolean"]))]
pub struct Text(pub String);

/// One value, or a list of them.
#[derive(Debug, JsonSchema)]
#[schemars(inline, untagged)]
pub enum OneOrMore<T> {
    /// One.
    One(T),
    /// A list.
    More(Vec<T>),
}

/// One value, or a list of some.
#[derive(Debug, JsonSchema)]
#[schemars(inline, untagged)]
pub enum OneOrSome<T> {
    /// One.
    One(T),
    /// A list that is not empty.
    Some(#[schemars(length(min = 1))] Vec<T>),
}

/// The id of an edition, `<standard>:<edition>`, such as iso-9001:2008.
#[derive(Debug, JsonSchema)]
pub struct EditionId(#[schemars(regex(pattern = r"^[a-z0-9._-]+:[a-z0-9._-]+$"))] pub String);

/// The id of a clause inside its edition, in quotes, such as "4.2.1".
#[derive(Debug, JsonSchema)]
pub struct ClauseNumber(#[schemars(regex(pattern = r"^[^\s/]{1,80}$"))] pub String);

/// A clause, in quotes: "4.2.1" if the edition is clear, or with its edition "iso-9001:2008/4.2.1".
#[derive(Debug, JsonSchema)]
pub struct ClauseName(#[schemars(regex(pattern = r"^([a-z0-9._-]+:[a-z0-9._-]+/)?[^\s/]{1,80}$"))] pub String);

/// A clause with its edition, such as iso-9001:2008/4.2.1.
#[derive(Debug, JsonSchema)]
pub struct ClauseId(#[schemars(regex(pattern = r"^[a-z0-9._-]+:[a-z0-9._-]+/[^\s/]{1,80}$"))] pub String);

/// A hash of the content of a catalog: sixteen hexadecimal digits, in quotes.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct ContentHash(#[schemars(regex(pattern = r"^[0-9a-f]{16}$"))] pub String);

/// An id in lower-case letters, digits, hyphens, dots and underscores.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct Slug(#[schemars(regex(pattern = r"^[a-z0-9._-]+$"))] pub String);

/// A date, such as 2026-11-20.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct Day(
    #[schemars(regex(
        pattern = r"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
    ))]
    pub String,
);

/// The confidence that a file agrees with its source.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Confidence {
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
pub enum PartialDate {
    /// A day or a month, such as 2008-11-15 or 2008-11, or a year in quotes.
    Text(#[schemars(regex(pattern = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"))] String),
    /// A year.
    Year(#[schemars(range(min = 1000, max = 9999))] u16),
}

/// The provenance of the content of a file.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Provenance {
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
