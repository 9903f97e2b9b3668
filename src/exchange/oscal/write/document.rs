//! The parts that all documents share, field by field as the schema has them.

use serde::Serialize;

use super::text::{UNKNOWN_MOMENT, line, prose, title};
use super::uuids::uuid;
use crate::model::{Language, Translations};
use crate::source::Text;

/// The namespace of props that OSCAL has no word for.
pub(super) const NAMESPACE: &str = "urn:xwalk:oscal";

/// The version that documents say.
const OSCAL_VERSION: &str = "1.2.1";

/// A name with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Prop {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

/// A reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    pub(super) href: String,
    pub(super) rel: &'static str,
}

/// What a document says of itself.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<String>,
    last_modified: String,
    version: String,
    oscal_version: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<Role>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parties: Vec<Party>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsible_parties: Vec<ResponsibleParty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remarks: Option<String>,
}

#[derive(Debug, Serialize)]
struct Role {
    id: &'static str,
    title: &'static str,
}

#[derive(Debug, Serialize)]
struct Party {
    uuid: String,
    #[serde(rename = "type")]
    kind: &'static str,
    name: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResponsibleParty {
    role_id: &'static str,
    party_uuids: Vec<String>,
}

/// What a document refers to.
#[derive(Debug, Default, Serialize)]
pub(super) struct BackMatter {
    resources: Vec<Resource>,
}

/// One thing that a document refers to.
#[derive(Debug, Serialize)]
struct Resource {
    uuid: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<Citation>,
}

#[derive(Debug, Serialize)]
struct Citation {
    text: String,
}

impl Prop {
    /// One of ours; nothing if the value is empty.
    pub(super) fn own(name: &str, value: impl AsRef<str>) -> Option<Self> {
        let value = line(value.as_ref())?;
        Some(Self { name: name.to_owned(), ns: Some(NAMESPACE), value, class: None, remarks: None })
    }

    /// One of ours for a text that may have several lines: its value is one line, and where that is not all, its
    /// remarks are.
    pub(super) fn whole(name: &str, text: impl AsRef<str>) -> Option<Self> {
        let text = text.as_ref();
        let prop = Self::own(name, text)?;
        // A line break at the end comes of how a file is laid out.
        let is_all = prop.value == text.trim_end_matches('\n');
        Some(if is_all { prop } else { prop.with_remarks(text) })
    }

    /// One that OSCAL defines.
    pub(super) fn oscal(name: &str, value: impl AsRef<str>) -> Option<Self> {
        Some(Self { ns: None, ..Self::own(name, value)? })
    }

    /// Titles and summaries in other languages: one each, in the class of its language.
    pub(super) fn translated(translations: &Translations) -> impl Iterator<Item = Self> {
        let titles = translations.titles().iter().map(|said| ("title", said));
        let summaries = translations.summaries().iter().map(|said| ("summary", said));
        let own = |(name, (language, text)): (_, &(Language, Text))| {
            Some(Self::whole(name, &**text)?.in_class(language.as_str()))
        };
        titles.chain(summaries).filter_map(own)
    }

    /// The same in a class.
    pub(super) fn in_class(self, class: &str) -> Self {
        Self { class: Some(class.to_owned()), ..self }
    }

    /// The same with a remark, if it is not blank.
    pub(super) fn with_remarks(self, remarks: &str) -> Self {
        Self { remarks: prose(remarks), ..self }
    }
}

impl Metadata {
    /// Of a document last modified at a moment; if none is known, a remark says so.
    pub(super) fn new(title: String, version: &str, last_modified: Option<String>) -> Self {
        let note = "It is not known when the data were last modified: the given time is a placeholder";
        let unknown = Prop::own("last-modified", "unknown").map(|prop| prop.with_remarks(note));
        Self {
            title,
            published: None,
            props: unknown.filter(|_| last_modified.is_none()).into_iter().collect(),
            last_modified: last_modified.unwrap_or_else(|| UNKNOWN_MOMENT.to_owned()),
            version: line(version).unwrap_or_else(|| "1".to_owned()),
            oscal_version: OSCAL_VERSION,
            links: Vec::new(),
            roles: Vec::new(),
            parties: Vec::new(),
            responsible_parties: Vec::new(),
            remarks: None,
        }
    }

    /// Adds who has a role, an organization or a person; nothing if the name is empty.
    pub(super) fn add_party(&mut self, role: (&'static str, &'static str), kind: &'static str, name: &str) {
        let Some(name) = line(name) else { return };
        let (id, role_title) = role;
        let party = uuid("party", &name);
        if self.parties.iter().all(|known| known.uuid != party) {
            self.parties.push(Party { uuid: party.clone(), kind, name });
        }
        match self.responsible_parties.iter_mut().find(|known| known.role_id == id) {
            Some(known) if known.party_uuids.contains(&party) => {}
            Some(known) => known.party_uuids.push(party),
            None => {
                self.roles.push(Role { id, title: role_title });
                self.responsible_parties.push(ResponsibleParty { role_id: id, party_uuids: vec![party] });
            }
        }
    }
}

impl BackMatter {
    /// Adds a thing once, and gives the reference to it.
    pub(super) fn refer(&mut self, kind: &str, id: &str, named: &str, cited: &str, props: Vec<Prop>) -> String {
        let uuid = uuid(kind, id);
        let href = format!("#{uuid}");
        if self.resources.iter().all(|known| known.uuid != uuid) {
            let citation = line(cited).map(|text| Citation { text });
            let title = title(named, id);
            self.resources.push(Resource { uuid, title, description: None, props, citation });
        }
        href
    }

    /// Adds a thing that is described here, and gives the reference to it.
    pub(super) fn describe(&mut self, kind: &str, id: &str, named: &str, description: &str) -> String {
        let href = self.refer(kind, id, named, "", Vec::new());
        if let Some(last) = self.resources.last_mut().filter(|last| href[1..] == last.uuid) {
            last.description = prose(description);
        }
        href
    }

    /// Itself, where it holds anything.
    pub(super) fn filled(self) -> Option<Self> {
        (!self.resources.is_empty()).then_some(self)
    }
}
