//! The formats of other programs that hold standards, known by what is in a file and not by its ending.

use super::sssom;
use crate::load::layout;

/// A format of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A library of CISO Assistant: frameworks and mapping sets.
    CisoAssistant,
    /// A document of OSCAL, in JSON or YAML, of whatever model.
    Oscal,
    /// A mapping set of SSSOM, as a table.
    Sssom,
    /// Elements and relationships of NIST's Cybersecurity and Privacy Reference Tool, in JSON.
    Cprt,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::CisoAssistant, Self::Oscal, Self::Sssom, Self::Cprt];

    /// What an edition of it is called if its own id is taken.
    pub fn id_beside(self, id: &str) -> String {
        format!("{id}-{}", self.id())
    }

    /// Its name as an option.
    pub fn id(self) -> &'static str {
        match self {
            Self::CisoAssistant => "ciso-assistant",
            Self::Oscal => "oscal",
            Self::Sssom => "sssom",
            Self::Cprt => "cprt",
        }
    }

    /// What people call a file of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::CisoAssistant => "a CISO Assistant library",
            Self::Oscal => "an OSCAL document",
            Self::Sssom => "an SSSOM mapping set",
            Self::Cprt => "a CPRT export",
        }
    }

    /// The names of files that belong to a file of this format and may be next to it.
    pub fn companions(self, name: &str) -> Vec<String> {
        match self {
            Self::Sssom => sssom::names_beside(name),
            Self::CisoAssistant | Self::Oscal | Self::Cprt => Vec::new(),
        }
    }

    /// The format of a text; none if it is none of these, one of xwalk's own files among them.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}');
        if text.trim_start().starts_with('{') {
            return Self::of_json(text);
        }
        if is_sssom(text) {
            return Some(Self::Sssom);
        }
        Self::of_yaml(text)
    }

    fn of_json(text: &str) -> Option<Self> {
        let key = first_json_key(text)?;
        match key {
            // Some tools put the schema or a comment first.
            "$schema" => OSCAL_MODELS.iter().any(|model| text.contains(&format!("\"{model}\""))).then_some(Self::Oscal),
            key if OSCAL_MODELS.contains(&key) => Some(Self::Oscal),
            "response" | "requestType" | "elements" if text.contains("\"element_identifier\"") => Some(Self::Cprt),
            _ => None,
        }
    }

    fn of_yaml(text: &str) -> Option<Self> {
        let key = layout::first_key(text)?;
        if OSCAL_MODELS.contains(&key.as_str()) && text.contains("oscal-version") {
            return Some(Self::Oscal);
        }
        let has_key = |key: &str| text.starts_with(&key[1..]) || text.contains(key);
        let is_library = key != "xwalk" && has_key("\nurn:") && has_key("\nobjects:");
        let is_metadata = key != "xwalk" && (has_key("\nmapping_set_id:") || has_key("\ncurie_map:"));
        match (is_library, is_metadata) {
            (true, _) => Some(Self::CisoAssistant),
            (false, true) => Some(Self::Sssom),
            (false, false) => None,
        }
    }
}

/// The models of OSCAL, by the key that a document begins with.
const OSCAL_MODELS: [&str; 8] = [
    "catalog",
    "profile",
    "mapping-collection",
    "assessment-results",
    "plan-of-action-and-milestones",
    "assessment-plan",
    "component-definition",
    "system-security-plan",
];

/// The first key of a JSON object.
fn first_json_key(text: &str) -> Option<&str> {
    let inside = text.trim_start().strip_prefix('{')?.trim_start().strip_prefix('"')?;
    inside.split_once('"').map(|(key, _)| key)
}

/// Whether a table has the two columns of SSSOM that no other has, or says that it is a mapping set.
fn is_sssom(text: &str) -> bool {
    if ["#curie_map:", "#mapping_set_id:"].iter().any(|start| text.starts_with(start)) {
        return true;
    }
    let head = text.lines().find(|line| !line.starts_with('#'));
    let has = |head: &str, separator: char| {
        let mut columns = head.split(separator).map(|column| column.trim().trim_matches('"'));
        columns.clone().any(|column| column == "subject_id") && columns.any(|column| column == "predicate_id")
    };
    head.is_some_and(|head| has(head, '\t') || has(head, ','))
}

/// What a text looks like, for the message that it cannot be read.
pub fn looks_like(text: &str) -> String {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{')
        && ["\"elementIdentifier\"", "\"elementTypeIdentifier\""].iter().all(|key| start.contains(key))
    {
        // Which elements such a listing holds depends on the requested depth.
        return "a listing as the pages of CPRT load it, not the export (Export > JSON on the page of the document)"
            .to_owned();
    }
    if let Some(key) = first_json_key(start) {
        return format!("JSON that begins with the key {key}");
    }
    match start.chars().next() {
        None => "an empty file".to_owned(),
        Some('[') => "a JSON list".to_owned(),
        Some('<') => "XML or HTML".to_owned(),
        Some(_) if start.lines().next().is_some_and(|line| line.contains('\t')) => {
            "a table with tabs between its columns".to_owned()
        }
        Some(_) => match layout::first_key(start) {
            Some(key) => format!("YAML that begins with the key {key}"),
            None => "plain text".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, looks_like};

    #[test]
    fn an_export_of_cprt_is_known_and_a_listing_of_its_pages_is_told_apart() {
        let export = "{\"response\":{\"requestType\":4,\"elements\":{\"documents\":[],\"elements\":[{\"element_identifier\":\"GV\"}]}}}";
        assert_eq!(Format::of(export), Some(Format::Cprt));
        let listing = "{\"response\":{\"elements\":[{\"elementIdentifier\":\"GV\",\"elementTypeIdentifier\":\"function\",\"elements\":[]}]}}";
        assert_eq!(Format::of(listing), None);
        assert!(looks_like(listing).starts_with("a listing as the pages of CPRT load it"), "{}", looks_like(listing));
    }
}
