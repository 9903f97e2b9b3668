//! The parts of OSCAL's documents that are read, by their names there. Keys that are not named are nobody's business here.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor, value};

use super::word::Word;

/// A document of any model.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) catalog: Option<Catalog>,
    pub(super) profile: Option<Profile>,
    pub(super) mapping_collection: Option<MappingCollection>,
    pub(super) assessment_results: Option<AssessmentResults>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Metadata {
    pub(super) title: Option<Word>,
    pub(super) version: Option<Word>,
    pub(super) published: Option<Word>,
    pub(super) props: Vec<Property>,
    pub(super) links: Vec<Link>,
    pub(super) parties: Vec<Party>,
    pub(super) responsible_parties: Vec<ResponsibleParty>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Party {
    pub(super) uuid: Option<Word>,
    #[serde(rename = "type")]
    pub(super) kind: Option<Word>,
    pub(super) name: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleParty {
    pub(super) role_id: Option<Word>,
    #[serde(default)]
    pub(super) party_uuids: Vec<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Property {
    pub(super) name: Word,
    pub(super) value: Word,
    pub(super) ns: Option<Word>,
    pub(super) class: Option<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Link {
    pub(super) href: Word,
    pub(super) rel: Option<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Resource {
    pub(super) uuid: Word,
    pub(super) title: Option<Word>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) rlinks: Vec<Link>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Catalog {
    pub(super) uuid: Option<Word>,
    #[serde(default)]
    pub(super) metadata: Metadata,
    #[serde(default)]
    pub(super) params: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) controls: Vec<Control>,
    #[serde(default)]
    pub(super) groups: Vec<Group>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Group {
    pub(super) id: Option<Word>,
    pub(super) title: Option<Word>,
    #[serde(default)]
    pub(super) params: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) parts: Vec<Part>,
    #[serde(default)]
    pub(super) groups: Vec<Group>,
    #[serde(default)]
    pub(super) controls: Vec<Control>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Control {
    pub(super) id: Option<Word>,
    pub(super) class: Option<Word>,
    pub(super) title: Option<Word>,
    #[serde(default)]
    pub(super) params: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
    #[serde(default)]
    pub(super) parts: Vec<Part>,
    #[serde(default)]
    pub(super) controls: Vec<Control>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Part {
    pub(super) name: Option<Word>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) prose: Option<Word>,
    #[serde(default)]
    pub(super) parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Profile {
    pub(super) uuid: Option<Word>,
    #[serde(default)]
    pub(super) metadata: Metadata,
    #[serde(default)]
    pub(super) imports: Vec<Import>,
    #[serde(default)]
    pub(super) modify: Modify,
    #[serde(default)]
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Import {
    pub(super) href: Word,
    pub(super) include_all: Option<IgnoredAny>,
    pub(super) include_controls: Option<Vec<Selection>>,
    #[serde(default)]
    pub(super) exclude_controls: Vec<Selection>,
}

/// Controls, by their ids or by patterns of ids.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Selection {
    pub(super) with_child_controls: Option<Word>,
    #[serde(default)]
    pub(super) with_ids: Vec<Word>,
    #[serde(default)]
    pub(super) matching: Vec<Matching>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Matching {
    pub(super) pattern: Option<Word>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Modify {
    pub(super) set_parameters: Vec<SetParameter>,
    pub(super) alters: Vec<Alter>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SetParameter {
    pub(super) param_id: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Alter {
    pub(super) control_id: Word,
    #[serde(default)]
    pub(super) removes: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) adds: Vec<Add>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Add {
    pub(super) title: Option<IgnoredAny>,
    #[serde(default)]
    pub(super) params: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) parts: Vec<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct MappingCollection {
    #[serde(default)]
    pub(super) metadata: Metadata,
    #[serde(default)]
    pub(super) provenance: Provenance,
    #[serde(default)]
    pub(super) mappings: OneOrMany<Mapping>,
    #[serde(default)]
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Provenance {
    pub(super) method: Option<Word>,
    pub(super) matching_rationale: Option<Word>,
    pub(super) status: Option<Word>,
    pub(super) confidence_score: Option<ConfidenceScore>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ConfidenceScore {
    pub(super) category: Option<Word>,
    pub(super) percentage: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Mapping {
    pub(super) uuid: Option<Word>,
    pub(super) method: Option<Word>,
    pub(super) matching_rationale: Option<Word>,
    pub(super) status: Option<Word>,
    pub(super) source_resource: ResourceReference,
    pub(super) target_resource: ResourceReference,
    #[serde(default)]
    pub(super) maps: Vec<Map>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) source_gap_summary: Option<GapSummary>,
    pub(super) target_gap_summary: Option<GapSummary>,
    pub(super) confidence_score: Option<ConfidenceScore>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ResourceReference {
    pub(super) href: Word,
    #[serde(default)]
    pub(super) props: Vec<Property>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct GapSummary {
    #[serde(default)]
    pub(super) unmapped_controls: Vec<Selection>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Map {
    pub(super) ns: Option<Word>,
    pub(super) relationship: Option<Relationship>,
    #[serde(default)]
    pub(super) sources: Vec<Item>,
    #[serde(default)]
    pub(super) targets: Vec<Item>,
    #[serde(default)]
    pub(super) qualifiers: Vec<Qualifier>,
    pub(super) confidence_score: Option<ConfidenceScore>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) remarks: Option<Word>,
}

/// What a source or target of a mapping is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Item {
    #[serde(rename = "type")]
    pub(super) kind: Option<Word>,
    pub(super) id_ref: Word,
    #[serde(default)]
    pub(super) props: Vec<Property>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Qualifier {
    pub(super) subject: Option<Word>,
    pub(super) predicate: Option<Word>,
    pub(super) description: Option<Word>,
}

/// A relationship as a word, as 1.2 has it, or as an object, as drafts before it had.
#[derive(Debug)]
pub(super) struct Relationship {
    pub(super) ns: Option<Word>,
    pub(super) word: Word,
}

impl<'de> Deserialize<'de> for Relationship {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Object {
            ns: Option<Word>,
            #[serde(rename = "type")]
            word: Word,
        }
        struct Relationships;
        impl<'de> Visitor<'de> for Relationships {
            type Value = Relationship;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a relationship")
            }

            fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<Relationship, E> {
                let word = Word::deserialize(value::BorrowedStrDeserializer::new(text))?;
                Ok(Relationship { ns: None, word })
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Relationship, E> {
                let word = Word::deserialize(value::StrDeserializer::new(text))?;
                Ok(Relationship { ns: None, word })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Relationship, A::Error> {
                let Object { ns, word } = Object::deserialize(value::MapAccessDeserializer::new(map))?;
                Ok(Relationship { ns, word })
            }
        }
        deserializer.deserialize_any(Relationships)
    }
}

/// A list, or the only item of one without its list, as some writers have it.
#[derive(Debug)]
pub(super) struct OneOrMany<T>(pub(super) Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list or an object")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<OneOrMany<T>, A::Error> {
                Vec::deserialize(value::SeqAccessDeserializer::new(items)).map(OneOrMany)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OneOrMany<T>, A::Error> {
                T::deserialize(value::MapAccessDeserializer::new(map)).map(|item| OneOrMany(vec![item]))
            }
        }
        deserializer.deserialize_any(Items(std::marker::PhantomData))
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct AssessmentResults {
    #[serde(default)]
    pub(super) metadata: Metadata,
    pub(super) import_ap: Option<ImportPlan>,
    #[serde(default)]
    pub(super) results: Vec<ResultSet>,
    #[serde(default)]
    pub(super) back_matter: BackMatter,
}

#[derive(Debug, Deserialize)]
pub(super) struct ImportPlan {
    pub(super) href: Word,
}

#[derive(Debug, Deserialize)]
pub(super) struct ResultSet {
    pub(super) title: Option<Word>,
    pub(super) start: Option<Word>,
    pub(super) end: Option<Word>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) observations: Vec<Observation>,
    #[serde(default)]
    pub(super) findings: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: Option<Word>,
    pub(super) collected: Option<Word>,
    #[serde(default)]
    pub(super) relevant_evidence: Vec<Evidence>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Evidence {
    pub(super) href: Option<Word>,
    pub(super) description: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) target: FindingTarget,
    #[serde(default)]
    pub(super) related_observations: Vec<RelatedObservation>,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RelatedObservation {
    pub(super) observation_uuid: Word,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct FindingTarget {
    #[serde(rename = "type")]
    pub(super) kind: Option<Word>,
    pub(super) target_id: Word,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    pub(super) status: TargetStatus,
    pub(super) implementation_status: Option<State>,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct TargetStatus {
    pub(super) state: Word,
    pub(super) remarks: Option<Word>,
}

#[derive(Debug, Deserialize)]
pub(super) struct State {
    pub(super) state: Word,
    pub(super) remarks: Option<Word>,
}
