//! What a workbook says of the mapping that it holds: the sheet General Information of NIST's OLIR templates, and what
//! others put there. And what one says of the assessment that it holds.

use super::normal_form::normalized;
use super::record::unescaped;
use crate::exchange::editions::EditionNames;
use crate::exchange::sheet::{Row, Sheet};
use crate::model::{EditionId, Library, Provenance, TableId};

/// What a workbook says of its mapping, each where it says it and it is known here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GeneralInformation {
    /// The focal document, as an edition.
    pub from: Option<EditionId>,
    /// The reference document, as an edition.
    pub to: Option<EditionId>,
    /// The table that it was written of.
    pub id: Option<TableId>,
    /// What the mapping is called.
    pub title: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// Its version, where that is a whole number.
    pub version: Option<u32>,
    /// How sure it is: high, medium or low.
    pub confidence: Option<String>,
    /// What kind of thing it is.
    pub provenance: Option<Provenance>,
    /// How it was made.
    pub method: Option<String>,
    /// Who made it.
    pub mapper: Option<String>,
    /// When it was made.
    pub date: Option<String>,
    /// In which stage: joint, individual or consensus.
    pub stage: Option<String>,
    /// Whether it calls itself a draft.
    pub is_draft: bool,
    /// Of an assessment: who assesses itself.
    pub organization: Option<String>,
    /// Of an assessment: what part of it.
    pub scope: Option<String>,
    /// Of an assessment: where it is about.
    pub site: Option<String>,
    /// Of an assessment: the part of the organization.
    pub unit: Option<String>,
    /// Of an assessment: words to group it by.
    pub tags: Vec<String>,
    /// Of an assessment: who made it.
    pub assessor: Option<String>,
    /// Of an assessment: the editions that are aimed at, as they are named there.
    pub targets: Vec<String>,
}

/// In which of the first rows a field is looked for.
const LAST_ROW: usize = 60;

impl GeneralInformation {
    /// What the sheets of a workbook say that hold a field and its value in each row.
    pub fn of(sheets: &[Sheet], library: &Library) -> Self {
        let is_general = |sheet: &&Sheet| {
            let name = sheet.name.as_deref().map(normalized);
            name.is_some_and(|name| name.starts_with("generalinformation"))
        };
        let rows: Vec<&Row> =
            sheets.iter().filter(is_general).flat_map(|sheet| sheet.rows.iter().take(LAST_ROW)).collect();
        let value = |fields: &[&str]| {
            let of_field = |field: &&str| {
                let row = rows
                    .iter()
                    .find(|row| row.cells.first().is_some_and(|cell| normalized(&cell.value.text()) == **field))?;
                let value = row.cells.get(1)?.value.text().trim().to_owned();
                (!value.is_empty()).then_some(value)
            };
            fields.iter().find_map(of_field)
        };
        let names = EditionNames::of(library);
        let edition = |document: &[&str], version: &[&str]| {
            let (document, version) = (value(document), value(version));
            let both = document.as_deref().and_then(|document| names.find(document, version.as_deref()));
            // Templates put the name of the document into the field for its version.
            both.or_else(|| names.find(version.as_deref()?, None)).map(|catalog| catalog.id.clone())
        };
        let id = value(&["table"]).and_then(|id| TableId::parse(&id).ok());
        // A table without a title is called by its id there.
        let is_id = |title: &String| id.as_ref().is_some_and(|id| id.as_str() == title);
        let provenance = |word: String| Provenance::ALL.into_iter().find(|known| known.to_string() == word);
        Self {
            from: edition(&["focaldocument", "focaldocumentname"], &["focaldocumentversion"]),
            to: edition(
                &["referencedocument", "referencedocumentname"],
                &["referencedocumentversion", "referenceversion"],
            ),
            title: value(&["informativereferencename", "referencename", "title"]).filter(|title| !is_id(title)),
            source: value(&["summary", "referencedocumentauthor", "informativereferencedeveloper", "webaddress"]),
            version: value(&["informativereferenceversion"]).and_then(|version| version.parse().ok()),
            provenance: value(&["provenance"]).and_then(provenance),
            method: value(&["method"]),
            mapper: value(&["mapper"]),
            date: value(&["date"]),
            stage: value(&["stage"]),
            is_draft: value(&["status"]).as_deref() == Some("draft"),
            organization: value(&["organization"]).map(|text| unescaped(&text)),
            scope: value(&["scope"]).map(|text| unescaped(&text)),
            site: value(&["site"]).map(|text| unescaped(&text)),
            unit: value(&["unit"]).map(|text| unescaped(&text)),
            tags: value(&["tags"]).iter().flat_map(|tags| tags.lines()).map(unescaped).collect(),
            assessor: value(&["assessor"]).map(|text| unescaped(&text)),
            targets: value(&["targets"]).iter().flat_map(|named| named.lines()).map(str::to_owned).collect(),
            id,
            confidence: value(&["confidence"]).filter(|word| ["high", "medium", "low"].contains(&word.as_str())),
        }
    }
}
