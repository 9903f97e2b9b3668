//! What an answer rests on.

use crate::language::{Phrase, say};
use crate::model::{Confidence, Provenance};
use crate::source::FileId;

/// What an answer rests on: enough to make it again.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    /// The settings that shaped it, each with its value.
    pub settings: Vec<(&'static str, String)>,
    /// The editions that it speaks of.
    pub editions: Vec<BasisFile>,
    /// The tables that it follows from.
    pub tables: Vec<BasisFile>,
    /// The assessment that it was asked about.
    pub assessment: Option<BasisFile>,
}

impl Basis {
    /// Whether nothing is said: another page of the same site says it.
    pub fn is_empty(&self) -> bool {
        let Self { settings, editions, tables, assessment } = self;
        settings.is_empty() && editions.is_empty() && tables.is_empty() && assessment.is_none()
    }
}

impl BasisFile {
    /// What is known of it beside its id: its version, whether it is a draft, how sure it is, and where it comes from.
    pub fn in_words(&self) -> Phrase {
        let version = self.version.map(|version| say!("basis-version", version = version));
        let draft = self.is_draft.then(|| say!("draft"));
        let confidence = self.confidence.map(|confidence| say!("basis-confidence", confidence = confidence));
        let provenance = self.provenance.map(Phrase::from);
        Phrase::joined([version, draft, confidence, provenance].into_iter().flatten(), ", ")
    }
}

/// A file that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisFile {
    /// The id of what the file holds.
    pub id: String,
    /// Its version where it has one.
    pub version: Option<u32>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// The file.
    pub file: FileId,
}
