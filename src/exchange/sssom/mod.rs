//! Mapping sets of SSSOM 1.0 and 1.1, as a table with tabs or commas (<https://mapping-commons.github.io/sssom/>).
//!
//! The subject of a mapping is the `from` of a row, its object the `to`.
//!
//! | predicate | relation | reverse |
//! |---|---|---|
//! | `skos:exactMatch` | full | full |
//! | `skos:narrowMatch` (the object is narrower) | full | partial |
//! | `skos:broadMatch` (the object is broader) | partial | full |
//! | `skos:relatedMatch` | related | |
//! | `skos:closeMatch` (no set meaning; never written) | related | |
//! | `Not` `skos:relatedMatch` | none | |
//! | any, and one end is `sssom:NoTermFound` | none, or `unrelated` | |
//!
//! | slot | ours |
//! |---|---|
//! | `mapping_set_id` `urn:xwalk:table:ID` | the table's id |
//! | `curie_map`, a namespace `urn:xwalk:EDITION:` | the edition |
//! | `mapping_set_title`, `mapping_set_description` | title, source |
//! | `comment`, `creator_label`, `mapping_date` of the set | method, mapper, date |
//! | `mapping_set_confidence`, `confidence`: 0.9, 0.6, 0.3 | confidence high, medium, low |
//! | `comment` of a row | note |
//! | `other`: pairs such as `add=…\|items=…` | what SSSOM has no slot for |
//!
//! SSSOM has no predicate for two clauses that overlap, none for a relation whose reverse is not stated, and no row
//! with several subjects. What would need them is left out and counted, or written as `skos:relatedMatch`, which claims
//! nothing.

mod ends;
mod local;
mod mapping;
mod metadata;
mod pairs;
mod predicate;
mod read;
mod write;

pub(super) use metadata::names_beside;
pub(super) use read::read;
pub use write::write;

/// How the id of a mapping set begins that is one of our tables.
const TABLE: &str = "urn:xwalk:table:";
