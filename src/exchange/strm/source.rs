//! The text of a CPRT export as it stands, each identifier in its place.

use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::json_faults::{self, WrongKind};
use crate::exchange::json_words::plain;
use crate::load::raw::Scalar;
use crate::source::{FileId, Span};

/// A text of the file: borrowed from it where it holds no escapes, so that its place is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Word<'t> {
    pub(super) text: std::borrow::Cow<'t, str>,
}

impl<'t> Word<'t> {
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text at its place in the whole; at the beginning if that is not known.
    pub(super) fn scalar(&self, whole: &str, file: FileId) -> Scalar {
        Scalar::new(self.text.trim().to_owned(), self.span(whole, file))
    }

    pub(super) fn span(&self, whole: &str, file: FileId) -> Span {
        let start = whole.as_ptr().addr();
        let at = self.text.as_ptr().addr().wrapping_sub(start);
        let is_inside = matches!(self.text, std::borrow::Cow::Borrowed(_)) && at <= whole.len();
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        match is_inside {
            true => Span { file, start: offset(at), end: offset(at + self.text.len()) },
            false => Span::start_of(file),
        }
    }
}

impl<'de: 't, 't> Deserialize<'de> for Word<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Word { text: text.into() })
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Word { text: text.to_owned().into() })
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Word::default())
            }

            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Word { text: number.to_string().into() })
            }

            fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Word { text: number.to_string().into() })
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A document.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Document<'t> {
    #[serde(borrow)]
    pub(super) doc_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) name: Word<'t>,
    #[serde(borrow)]
    pub(super) version: Word<'t>,
    #[serde(borrow)]
    pub(super) website: Word<'t>,
}

/// An element of a document.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Element<'t> {
    #[serde(borrow)]
    pub(super) element_type: Word<'t>,
    #[serde(borrow)]
    pub(super) element_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) title: Word<'t>,
    #[serde(borrow)]
    pub(super) text: Word<'t>,
    #[serde(borrow)]
    pub(super) doc_identifier: Word<'t>,
}

/// A relationship between two elements.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Relationship<'t> {
    #[serde(borrow)]
    pub(super) source_element_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) source_doc_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) dest_element_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) dest_doc_identifier: Word<'t>,
    #[serde(borrow)]
    pub(super) relationship_identifier: Word<'t>,
}

/// What an export holds.
#[derive(Debug, Default)]
pub(super) struct Export<'t> {
    pub(super) documents: Vec<Document<'t>>,
    pub(super) elements: Vec<Element<'t>>,
    pub(super) relationships: Vec<Relationship<'t>>,
}

/// Downloads wrap the lists in `response` and its `elements`; tools that make such files by the published schema do
/// not.
impl<'de: 't, 't> Deserialize<'de> for Export<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Export<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("documents, elements and relationships")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut export = Export::default();
                while let Some(key) = map.next_key::<Word<'de>>()? {
                    match key.text.as_ref() {
                        "response" => export = map.next_value()?,
                        "documents" => export.documents = map.next_value()?,
                        "relationships" => export.relationships = map.next_value()?,
                        "elements" => match map.next_value()? {
                            Elements::List(elements) => export.elements = elements,
                            Elements::Whole(whole) => export = *whole,
                        },
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(export)
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

enum Elements<'t> {
    List(Vec<Element<'t>>),
    Whole(Box<Export<'t>>),
}

impl<'de: 't, 't> Deserialize<'de> for Elements<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Elements<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of elements, or what holds one")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                let elements = Vec::deserialize(serde::de::value::SeqAccessDeserializer::new(seq))?;
                Ok(Elements::List(elements))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let whole = Export::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Elements::Whole(Box::new(whole)))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// All values of a wrong kind in a text that is JSON.
pub(super) fn wrong_kinds(text: &str, file: FileId) -> Vec<Diagnostic> {
    let json = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - json.len();
    let offset = |at: usize| u32::try_from(at + skipped).unwrap_or(u32::MAX);
    let read = |text: &str| serde_json::from_str::<Export<'_>>(text).map(drop);
    let told = |wrong: WrongKind| {
        let rule = if wrong.message.starts_with("duplicate field") { Rule::DuplicateKey } else { Rule::WrongType };
        let place = Span { file, start: offset(wrong.start), end: offset(wrong.end) };
        let message = format!("this cannot be read as an export of CPRT: {}", plain(&wrong.message));
        Diagnostic::new(rule, place, message).help("download the export again")
    };
    json_faults::wrong_kinds(json, read).into_iter().map(told).collect()
}
