//! What is under what in a document of an export, and which of its elements are clauses.

use std::collections::{HashMap, HashSet};

use crate::exchange::forms::form;
use crate::exchange::strm::source::{Element, Export, Word};

/// The kinds of elements that describe others. What is of none of these, and is not called after another, is a clause.
const DESCRIPTIONS: [&str; 19] = [
    "about",
    "determination",
    "discussion",
    "documentation",
    "examine",
    "implementation_example",
    "interview",
    "odp",
    "odp_statement",
    "odp_type",
    "party",
    "reference",
    "related",
    "security_requirement",
    "sort",
    "suggested_action",
    "test",
    "transparency",
    WITHDRAWN,
];

/// The kind of an element that says why another was withdrawn.
const WITHDRAWN: &str = "withdraw_reason";

/// What is under what.
pub(super) struct Structure<'e> {
    clauses: HashSet<&'e str>,
    parents: HashMap<&'e str, &'e str>,
    pub(super) withdrawn: HashSet<&'e str>,
    reasons: HashMap<&'e str, Vec<&'e Word<'e>>>,
    sort: HashMap<&'e str, &'e str>,
}

impl<'e> Structure<'e> {
    pub(super) fn of(elements: &[&'e Element<'e>], export: &'e Export<'e>) -> Self {
        let kind: HashMap<&str, &str> = elements
            .iter()
            .map(|element| (element.element_identifier.text.trim(), element.element_type.text.trim()))
            .collect();
        let clauses: HashSet<&str> =
            kind.iter().filter(|(_, kind)| !DESCRIPTIONS.contains(*kind)).map(|(name, _)| *name).collect();
        let (mut parents, mut withdrawn, mut reasons) =
            (HashMap::new(), HashSet::new(), HashMap::<&str, Vec<&Word<'_>>>::new());
        let mut reason_of: HashMap<&str, &str> = HashMap::new();
        for relationship in &export.relationships {
            let from = relationship.source_element_identifier.text.trim();
            let to = relationship.dest_element_identifier.text.trim();
            match relationship.relationship_identifier.text.trim() {
                "projection" if kind.get(to) == Some(&WITHDRAWN) => {
                    withdrawn.insert(from);
                    reason_of.insert(to, from);
                }
                "projection" if clauses.contains(from) && clauses.contains(to) && from != to => {
                    parents.entry(to).or_insert(from);
                }
                "incorporated_into" | "moved_to" | "addressed_by" => {
                    reasons.entry(from).or_default().push(&relationship.dest_element_identifier);
                }
                _ => {}
            }
        }
        let reasons =
            reasons.into_iter().map(|(reason, to)| (reason_of.get(reason).copied().unwrap_or(reason), to)).collect();
        let sorts = elements.iter().filter(|element| element.element_type.text.trim() == "sort");
        let sort = sorts.filter_map(|element| {
            Some((element.element_identifier.text.trim().strip_prefix("S-")?, element.title.text.trim()))
        });
        Self { clauses, parents, withdrawn, reasons, sort: sort.collect() }
    }

    pub(super) fn is_clause(&self, element: &Element<'_>) -> bool {
        self.clauses.contains(element.element_identifier.text.trim())
    }

    /// What a clause is under; nothing where that leads back to itself.
    pub(super) fn parent(&self, name: &str) -> Option<&'e str> {
        let parent = *self.parents.get(name)?;
        let mut above = Some(parent);
        let mut seen = HashSet::new();
        while let Some(at) = above {
            if at == name || !seen.insert(at) {
                return None;
            }
            above = self.parents.get(at).copied();
        }
        Some(parent)
    }

    pub(super) fn successors(&self, name: &str) -> impl Iterator<Item = &'e Word<'e>> {
        self.reasons.get(name).into_iter().flatten().copied()
    }

    /// Clauses in the order that the export says, else in that of their numbers, each before what is under it.
    pub(super) fn order<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let mut keys: Vec<(Vec<String>, String)> = names
            .map(|name| {
                let above = std::iter::successors(Some(name), |name| self.parent(name));
                let mut way: Vec<String> = above.map(|name| self.key(name)).collect();
                way.reverse();
                (way, name.to_owned())
            })
            .collect();
        keys.sort();
        keys.into_iter().map(|(_, name)| name).collect()
    }

    /// A text by which names are in the order of their numbers.
    fn key(&self, name: &str) -> String {
        if let Some(sort) = self.sort.get(name) {
            return (*sort).to_owned();
        }
        let mut key = String::new();
        let mut digits = String::new();
        for c in form(name).chars().chain(['\0']) {
            if c.is_ascii_digit() {
                digits.push(c);
                continue;
            }
            if !digits.is_empty() {
                key += &format!("{digits:0>8}");
                digits.clear();
            }
            key.push(c);
        }
        key
    }
}
