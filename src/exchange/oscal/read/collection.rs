//! A mapping collection, by the names of its parts in OSCAL.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor, value};

use super::model::{BackMatter, Metadata, Property, Selection};
use super::word::Word;

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
    pub(super) matching_rationale: Option<Word>,
    pub(super) confidence_score: Option<ConfidenceScore>,
    pub(super) coverage: Option<IgnoredAny>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) links: Vec<IgnoredAny>,
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
