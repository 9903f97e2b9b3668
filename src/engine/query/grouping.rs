//! The requirements of an edition in groups: by chapter, or by an attribute.

use std::collections::HashMap;

use crate::crosswalk::Crosswalk;
use crate::language::{Phrase, Term};
use crate::model::{Catalog, Clause, ClauseId, ClauseKind};

/// The name of the group that holds a whole edition.
pub const TOTAL: &str = "total";

/// The property by which every edition can be grouped.
pub const CHAPTER: &str = "chapter";

/// The group of what does not have the property.
pub const UNSPECIFIED: &str = "unspecified";

/// What people call a group.
pub(super) fn name(name: &str) -> Phrase {
    const WHOLE: &Term = &Term { word: TOTAL, id: "group-total" };
    const NO_VALUE: &Term = &Term { word: UNSPECIFIED, id: "group-unspecified" };
    match name {
        TOTAL => WHOLE.into(),
        UNSPECIFIED => NO_VALUE.into(),
        name => name.into(),
    }
}

/// Requirements that belong together.
pub struct Grouped<'c> {
    /// The chapter's number, or the attribute's value; `total` for the whole edition.
    pub name: String,
    /// The chapter's title, where it is one.
    pub title: String,
    /// The requirements, in published order.
    pub members: Vec<&'c ClauseId>,
}

/// The requirements that count, by a property, and all of them last. A requirement is in the group of each value of a list, and
/// once in the total.
pub fn groups<'c>(
    catalog: &Catalog,
    by: &str,
    crosswalk: &'c Crosswalk<'_>,
    is_counted: &dyn Fn(&Clause) -> bool,
) -> Vec<Grouped<'c>> {
    let mut groups: Vec<Grouped<'c>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut all = Vec::new();
    let requirements =
        catalog.clauses().iter().enumerate().filter(|(_, clause)| clause.kind == ClauseKind::Requirement);
    for ((position, clause), id) in requirements.zip(crosswalk.requirements(&catalog.id)) {
        if !is_counted(clause) {
            continue;
        }
        let mut names: Vec<(&str, &str)> = if by == CHAPTER {
            let chapter = catalog.chapter(position);
            vec![(chapter.number.as_str(), chapter.title.as_str())]
        } else {
            clause.attributes.values(by).map(|value| (value, "")).collect()
        };
        if names.is_empty() {
            names.push((UNSPECIFIED, ""));
        }
        all.push(id);
        for (name, title) in names {
            let place = *places.entry(name).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Grouped { name: name.to_owned(), title: title.to_owned(), members: Vec::new() });
            }
            groups[place].members.push(id);
        }
    }
    groups.push(Grouped { name: TOTAL.to_owned(), title: catalog.title.to_string(), members: all });
    groups
}
