//! The metadata of a mapping set: the lines with `#` before its table, or a file next to it.

use std::collections::BTreeMap;

use crate::load::layout::{Form, Layout, Node};
use crate::load::raw::Scalar;
use crate::source::{FileId, Sources, Span};

/// The slots of a mapping set, each with the values it has, and the prefixes of its CURIEs.
#[derive(Debug, Clone, Default)]
pub(super) struct Metadata {
    values: BTreeMap<String, Vec<Scalar>>,
    prefixes: BTreeMap<String, Scalar>,
}

impl Metadata {
    /// Reads a block of YAML whose every place is that of the file; nothing if it is not YAML.
    pub(super) fn read(yaml: &str, file: FileId) -> Option<Self> {
        let mut metadata = Self::default();
        if yaml.trim().is_empty() {
            return Some(metadata);
        }
        let layout = Layout::read(yaml)?;
        for pair in layout.root.pairs() {
            let Form::Text(key, _) = &pair.key.form else { continue };
            if key == "curie_map" {
                let prefix =
                    |(prefix, value): (&Node, &Node)| Some((text(prefix, file)?.value.to_string(), text(value, file)?));
                let pairs = pair.value.pairs().iter().map(|pair| (&pair.key, &pair.value));
                metadata.prefixes.extend(pairs.filter_map(prefix));
                continue;
            }
            let values = match &pair.value.form {
                Form::List(_, items) => items.iter().filter_map(|item| text(item, file)).collect(),
                Form::Text(..) | Form::Nothing | Form::Alias(_) | Form::Map(..) => {
                    text(&pair.value, file).into_iter().collect()
                }
            };
            metadata.values.insert(key.clone(), values);
        }
        Some(metadata)
    }

    /// What it says, and where it says nothing, what another says.
    pub(super) fn or(mut self, other: Self) -> Self {
        for (key, values) in other.values {
            self.values.entry(key).or_insert(values);
        }
        for (prefix, namespace) in other.prefixes {
            self.prefixes.entry(prefix).or_insert(namespace);
        }
        self
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.prefixes.is_empty()
    }

    /// The first value of a slot.
    pub(super) fn get(&self, slot: &str) -> Option<&Scalar> {
        self.values.get(slot)?.first().filter(|value| !value.value.trim().is_empty())
    }

    /// All values of a slot in a line.
    pub(super) fn joined(&self, slot: &str) -> Option<Scalar> {
        let values = self.values.get(slot)?;
        let first = values.first()?;
        let texts: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
        Some(Scalar::new(texts.join(", "), first.span))
    }

    /// The prefix whose namespace is the longest that an address begins with, and how long that is.
    pub(super) fn longest_namespace(&self, address: &str) -> Option<(&str, usize)> {
        let begins = self.prefixes.iter().filter(|(_, namespace)| !namespace.value.is_empty());
        let begins = begins.filter(|(_, namespace)| address.starts_with(namespace.value.as_str()));
        let longest = begins.max_by_key(|(prefix, namespace)| (namespace.value.len(), std::cmp::Reverse(prefix.len())));
        longest.map(|(prefix, namespace)| (prefix.as_str(), namespace.value.len()))
    }

    /// What a prefix stands for.
    pub(super) fn namespace(&self, prefix: &str) -> Option<&str> {
        self.prefixes.get(prefix).map(|namespace| namespace.value.as_str())
    }
}

fn text(node: &Node, file: FileId) -> Option<Scalar> {
    let Form::Text(text, _) = &node.form else { return None };
    Some(Scalar::new(text.clone(), span(file, node.span.start, node.span.end)))
}

pub(super) fn span(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}

/// Whether a text is a file of metadata without a table, by its keys.
pub(super) fn is_external(text: &str) -> bool {
    let has = |key: &str| text.lines().any(|line| line.trim_start_matches('\u{feff}').starts_with(key));
    has("mapping_set_id:") || (has("curie_map:") && !has("subject_id"))
}

/// The file of metadata that goes with a table: the one that is called like it, else the only one in its folder.
pub(super) fn beside(sources: &Sources, table: FileId) -> Option<FileId> {
    let name = sources.get(table).name();
    let is_metadata = |file: &FileId| {
        let source = sources.get(*file);
        let is_yaml = [".yml", ".yaml"].iter().any(|ending| source.name().ends_with(ending));
        is_yaml && folder(source.name()) == folder(name) && is_external(source.text())
    };
    let near: Vec<FileId> = sources.ids().filter(is_metadata).collect();
    let same = near.iter().find(|file| stem(sources.get(**file).name()) == stem(name));
    match (same, near.as_slice()) {
        (Some(same), _) => Some(*same),
        (None, [only]) => Some(*only),
        (None, _) => None,
    }
}

/// The names that a file next to a table may have that holds its metadata.
pub(in crate::exchange) fn names_beside(table: &str) -> Vec<String> {
    let stem = stem(table);
    let endings = [".sssom", "-meta", "_metadata", ".sssom-meta", ""];
    let names = endings.iter().flat_map(|ending| [".yml", ".yaml"].map(|yaml| format!("{stem}{ending}{yaml}")));
    names.collect()
}

fn folder(name: &str) -> &str {
    name.rfind(['/', '\\']).map_or("", |at| &name[..at])
}

/// The name of a file without the ending that gives its kind.
fn stem(name: &str) -> &str {
    let endings = [".tsv", ".csv", ".yml", ".yaml", ".sssom", "-meta", "_metadata"];
    endings.iter().fold(name, |name, ending| name.strip_suffix(ending).unwrap_or(name))
}
