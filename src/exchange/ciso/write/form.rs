//! A library as YAML. Texts are in quotes, so that readers of YAML 1.1 and 1.2 read the same of them.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_yaml::DoubleQuoted;

/// A text in quotes.
pub(super) type Quoted = DoubleQuoted<String>;

/// The whole file.
#[derive(Debug, Serialize)]
pub(super) struct Library {
    pub(super) urn: Quoted,
    pub(super) locale: &'static str,
    pub(super) ref_id: Quoted,
    pub(super) name: Quoted,
    pub(super) description: Quoted,
    pub(super) version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publication_date: Option<Quoted>,
    pub(super) provider: Quoted,
    pub(super) packager: Quoted,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) dependencies: Vec<Quoted>,
    pub(super) objects: Objects,
}

/// What a library is there for.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Objects {
    Framework(Framework),
    RequirementMappingSets(Vec<MappingSet>),
}

#[derive(Debug, Serialize)]
pub(super) struct Framework {
    pub(super) urn: Quoted,
    pub(super) ref_id: Quoted,
    pub(super) name: Quoted,
    pub(super) description: Quoted,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) annotation: Option<Quoted>,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    pub(super) translations: Translations,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) implementation_groups_definition: Vec<Group>,
    pub(super) requirement_nodes: Vec<Node>,
}

#[derive(Debug, Serialize)]
pub(super) struct Group {
    pub(super) ref_id: Quoted,
    pub(super) name: Quoted,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Translation {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Quoted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Quoted>,
}

#[derive(Debug, Serialize)]
pub(super) struct Node {
    pub(super) urn: Quoted,
    pub(super) assessable: bool,
    pub(super) depth: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent_urn: Option<Quoted>,
    pub(super) ref_id: Quoted,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Quoted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Quoted>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) implementation_groups: Vec<Quoted>,
    #[serde(skip_serializing_if = "Translations::is_empty")]
    pub(super) translations: Translations,
}

#[derive(Debug, Serialize)]
pub(super) struct MappingSet {
    pub(super) urn: Quoted,
    pub(super) ref_id: Quoted,
    pub(super) name: Quoted,
    pub(super) description: Quoted,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) annotation: Option<Quoted>,
    pub(super) source_framework_urn: Quoted,
    pub(super) target_framework_urn: Quoted,
    pub(super) requirement_mappings: Vec<Mapping>,
}

#[derive(Debug, Serialize)]
pub(super) struct Mapping {
    pub(super) source_requirement_urn: Quoted,
    pub(super) target_requirement_urn: Quoted,
    pub(super) relationship: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) annotation: Option<Quoted>,
}

/// Translations by language, whose tags are in quotes as well: one of them is `no`.
#[derive(Debug)]
pub(super) struct Translations(pub(super) BTreeMap<String, Translation>);

impl Translations {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Translations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(language, translation)| (quoted(language), translation)))
    }
}

impl Library {
    /// The text of the file.
    pub(super) fn text(&self) -> String {
        serde_yaml::to_string(self).expect("texts, numbers and truth values can always be written")
    }
}

/// A text in quotes.
pub(super) fn quoted(text: impl Into<String>) -> Quoted {
    DoubleQuoted(text.into())
}
