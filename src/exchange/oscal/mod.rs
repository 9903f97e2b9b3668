//! Documents of OSCAL, NIST's Open Security Controls Assessment Language, in JSON and YAML.
//!
//! Read are versions 1.1 and 1.2 (<https://pages.nist.gov/OSCAL/>): catalogs, profiles, mapping collections and
//! assessment results. What a word of theirs becomes stands with the part that reads it.

pub mod write;

mod read;

pub(super) use read::read;

/// The namespace of properties that are ours: `edition`, `clause`, `relation`, `reverse`, `table`, `version`, `source`.
const OURS: &str = "urn:xwalk:oscal";
