//! The form of the files, for editors and validators: a JSON Schema for each kind of file.
//!
//! They are kept in `schemas/`. `tests/schemas` makes them of types, and shows that their keys and words are those that
//! [`raw`](crate::load::raw) reads. Draft 7 is what editors understand best. A schema sees one file and no other, so whether a
//! clause exists is beyond it.

/// A kind of file and its schema.
#[derive(Debug)]
pub struct Kind {
    /// The word before the slash in the first line of such a file.
    pub name: &'static str,
    /// The schema as it is kept.
    pub schema: &'static str,
}

/// Every kind of file.
pub const KINDS: &[Kind] = &[
    Kind { name: "assessment", schema: include_str!("../schemas/assessment.json") },
    Kind { name: "catalog", schema: include_str!("../schemas/catalog.json") },
    Kind { name: "relations", schema: include_str!("../schemas/relations.json") },
    Kind { name: "method", schema: include_str!("../schemas/method.json") },
    Kind { name: "reviews", schema: include_str!("../schemas/reviews.json") },
];
