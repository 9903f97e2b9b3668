//! Catalogs and profiles, and what all documents have, by their names in OSCAL. Keys that are not named are not read.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::word::Word;

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
    pub(super) remarks: Option<Word>,
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
    pub(super) id: Option<Word>,
    pub(super) name: Option<Word>,
    pub(super) ns: Option<Word>,
    pub(super) title: Option<Word>,
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
#[serde(rename_all = "kebab-case")]
pub(super) struct Add {
    pub(super) by_id: Option<IgnoredAny>,
    pub(super) title: Option<IgnoredAny>,
    #[serde(default)]
    pub(super) props: Vec<Property>,
    #[serde(default)]
    pub(super) links: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) params: Vec<IgnoredAny>,
    #[serde(default)]
    pub(super) parts: Vec<IgnoredAny>,
}
