//! A catalog of OSCAL as an edition.
//!
//! | there | here |
//! |---|---|
//! | group | heading, or informative if nothing is in it |
//! | control, enhancement | requirement, under what it is in, or under the base that it names as required |
//! | label without a class, else the first label, else the id | number |
//! | id | attribute `uri` |
//! | status withdrawn, in any case | informative, `status: withdrawn`, with what took its place as `successors` |
//! | other properties | attributes |
//! | prose of the statement | attribute `text`, if it is requested |
//! | parameters, links | counted |
//!
//! The title of an enhancement alone says little, so that it is after that of its base, as in NIST's own sheets. What
//! we wrote into a catalog ourselves, in properties of our namespace, is what it was.

use std::collections::{HashMap, HashSet};

use super::described::{Described, Seen};
use super::edition::{self, in_full, is_ours, is_own, ours, translated};
use super::model::{Catalog, Control, Group, Link, Part, Property};
use super::tree::{Tree, number_of, write_prose};
use super::word::{Places, Word};
use crate::exchange::oscal::OURS;
use crate::exchange::oscal::write::CALLED;
use crate::load::raw;
use crate::source::Span;

/// Properties that are read otherwise or only sort, and keys of a clause that have a meaning of their own.
const NO_ATTRIBUTES: [&str; 14] = [
    "label",
    "sort-id",
    "alt-identifier",
    "status",
    "title",
    "kind",
    "parent",
    "summary",
    "mandatory",
    "titles",
    "summaries",
    "uri",
    "text",
    "successors",
];

/// Reads a whole catalog.
pub(super) fn read(catalog: &Catalog, places: Places) -> Described {
    let metadata = &catalog.metadata;
    let id = edition::id(metadata, catalog.uuid.as_ref());
    let mut described =
        id.as_ref().map(|id| edition::described(id, metadata, catalog.uuid.as_ref(), "OSCAL catalog", places));
    let near = described.as_ref().map_or(places.top(), |described| described.span);
    let mut reader = Reader {
        is_ours: ours(&metadata.props, "edition").is_some(),
        tree: Tree::new(places),
        controls: HashMap::new(),
        groups: HashMap::new(),
        required: Vec::new(),
        stated: Vec::new(),
        amended: Vec::new(),
        successors: Vec::new(),
        seen: Seen { parameters: catalog.params.len(), ..Seen::default() },
    };
    edition::without_title(metadata, id.as_ref(), places, near, &mut reader.tree.said);
    for control in &catalog.controls {
        reader.control(control, None, near);
    }
    for group in &catalog.groups {
        reader.group(group, None, near);
    }
    reader.resolve_links();
    for (position, amendment, gained) in std::mem::take(&mut reader.amended) {
        let named = described.iter_mut().flat_map(|described| &mut described.amendments);
        for known in named.filter(|known| known.id.value == *amendment) {
            known.clauses.push((reader.tree.clauses[position].id.clone(), gained.clone()));
        }
    }
    Described::new(described, reader.tree, &reader.seen, near).written_here(reader.is_ours)
}

struct Reader {
    /// Whether it is a catalog of ours that was written as OSCAL.
    is_ours: bool,
    tree: Tree,
    /// The positions of controls by their ids.
    controls: HashMap<String, usize>,
    /// The positions of groups by their ids.
    groups: HashMap<String, usize>,
    /// The positions of controls that are in no other, with the control that each requires.
    required: Vec<(usize, String)>,
    /// The positions of clauses that say the number of the one above them.
    stated: Vec<(usize, String)>,
    /// The positions of clauses that an amendment changed, with its name and what they gained.
    amended: Vec<(usize, String, raw::Scalar)>,
    /// The positions of withdrawn controls, with what took their places.
    successors: Vec<(usize, raw::Scalar)>,
    seen: Seen,
}

/// A clause that others are under.
#[derive(Clone, Copy)]
struct Above<'c> {
    position: usize,
    /// Its title, if it is a control.
    title: Option<&'c str>,
}

/// What a group of ours may say that it is.
const GROUP_KINDS: [&str; 2] = ["heading", "informative"];

impl Reader {
    fn group(&mut self, group: &Group, above: Option<Above<'_>>, near: Span) {
        self.seen.groups += 1;
        self.seen.parameters += group.params.len();
        // Some writers give a group a second time with more of what is in it.
        let again = group.id.as_ref().and_then(|id| self.groups.get(&id.text)).copied();
        if let Some(position) = again {
            self.seen.repeated_groups += 1;
            return self.inside(group, Some(Above { position, title: None }), near);
        }
        if ours(&group.props, "kind").is_some_and(|kind| kind.text == "unnumbered") {
            return self.inside(group, above, near);
        }
        let heading = Heading {
            id: group.id.as_ref(),
            title: group.title.as_ref(),
            props: &group.props,
            kind: ours(&group.props, "kind").and_then(|kind| GROUP_KINDS.into_iter().find(|known| kind.text == *known)),
        };
        let inner = match self.heading(&heading, above, near) {
            Some(position) => {
                if let Some(id) = &group.id {
                    self.groups.insert(id.text.clone(), position);
                }
                self.prose(position, &group.parts, near);
                Some(Above { position, title: None })
            }
            None => above,
        };
        self.inside(group, inner, near);
    }

    fn inside(&mut self, group: &Group, above: Option<Above<'_>>, near: Span) {
        for control in &group.controls {
            self.control(control, above, near);
        }
        for group in &group.groups {
            self.group(group, above, near);
        }
    }

    /// Adds a clause that is only above others.
    fn heading(&mut self, heading: &Heading<'_>, above: Option<Above<'_>>, near: Span) -> Option<usize> {
        let named = number_of(heading.props).or(heading.id).or(Word::filled(heading.title))?;
        let near = self.tree.places.find(named).unwrap_or(near);
        let title = Word::filled(heading.title).unwrap_or_else(|| {
            self.untitled(named, heading.title, near);
            named
        });
        let number = self.tree.number(named, near)?;
        let title = self.tree.title(title.as_str(), title, near);
        let position = self.tree.add(number, title, heading.kind, above.map(|above| above.position));
        if let Some(id) = heading.id {
            self.uri(position, id, near);
        }
        self.own(position, heading.props, near);
        Some(position)
    }

    fn control(&mut self, control: &Control, above: Option<Above<'_>>, near: Span) {
        self.seen.controls += 1;
        self.seen.parameters += control.params.len();
        let places = self.tree.places;
        let Some(id) = &control.id else {
            self.seen.without_id += 1;
            let span = control.title.as_ref().map_or(near, |title| places.span(title, near));
            let many = "controls have no id and are left out";
            self.tree.said.left_out(span, "a control has no id and is left out", many, "give each control an id");
            return self.inner(control, above, near);
        };
        let near = places.span(id, near);
        let number = if self.controls.contains_key(&id.text) {
            None
        } else {
            let named = number_of(&control.props).unwrap_or(id);
            self.tree.number(named, near).or_else(|| self.tree.number(id, near))
        };
        let Some(number) = number else {
            self.seen.repeated += 1;
            let one = format!("control {} already exists and is left out", id.text);
            let many = "controls already exist and are left out";
            self.tree.said.left_out(near, one, many, "give each control a different id");
            return self.inner(control, above, near);
        };
        let bare = Word::filled(control.title.as_ref()).unwrap_or_else(|| {
            self.untitled(id, control.title.as_ref(), near);
            id
        });
        let title = match above.and_then(|above| above.title).filter(|_| is_enhancement(control)) {
            Some(base) => format!("{base} | {}", bare.as_str()),
            None => bare.text.clone(),
        };
        let title = self.tree.title(&title, bare, near);
        let is_withdrawn = is_withdrawn(&control.props);
        let is_required = ours(&control.props, "kind").is_some_and(|kind| kind.text == "requirement");
        let kind = if is_withdrawn && !is_required { "informative" } else { "requirement" };
        let position = self.tree.add(number, title, Some(kind), above.map(|above| above.position));
        self.controls.insert(id.text.clone(), position);
        self.uri(position, id, near);
        if is_withdrawn {
            self.tree.attribute(position, "status", raw::Scalar::new("withdrawn", near));
        }
        for prop in attributes(&control.props) {
            self.tree.attribute(position, &prop.name.text, places.scalar(&prop.value, near));
        }
        self.own(position, &control.props, near);
        for link in control.links.iter().filter(|_| is_withdrawn) {
            if is_rel(link, &["incorporated-into", "moved-to"]) {
                self.successors.push((position, places.scalar(&link.href, near)));
            }
        }
        let is_below_control = above.is_some_and(|above| above.title.is_some());
        if !is_below_control && is_enhancement(control) {
            let required = control.links.iter().find(|link| is_rel(link, &["required"]));
            self.required.extend(required.map(|link| (position, target(&link.href).to_owned())));
        }
        self.prose(position, &control.parts, near);
        let inner = Above { position, title: Some(bare.as_str()) };
        self.inner(control, Some(inner), near);
        // Below a control a heading of ours is a part.
        for part in control.parts.iter().filter(|part| part.ns.as_ref().is_some_and(|ns| ns.text == OURS)) {
            let is_informative = is_named(part, "informative");
            if is_informative || is_named(part, "heading") {
                let kind = is_informative.then_some("informative");
                let heading = Heading { id: part.id.as_ref(), title: part.title.as_ref(), props: &part.props, kind };
                if let Some(position) = self.heading(&heading, Some(inner), near) {
                    self.tree.clauses[position].summary = part.prose.as_ref().map(|prose| places.scalar(prose, near));
                }
            }
        }
    }

    /// Says that a group or a control has no title.
    fn untitled(&mut self, named: &Word, title: Option<&Word>, near: Span) {
        let near = title.map_or(near, |title| self.tree.places.span(title, near));
        let one = format!("{} has no title: its id is used instead", named.text);
        let many = "groups and controls have no title: their ids are used instead";
        self.tree.said.read_as(near, one, many, "give it a title");
    }

    fn inner(&mut self, control: &Control, above: Option<Above<'_>>, near: Span) {
        for inner in &control.controls {
            self.control(inner, above, near);
        }
    }

    /// The id of a clause, unless it is one that we only made of its number.
    fn uri(&mut self, position: usize, id: &Word, near: Span) {
        let is_made = self.is_ours
            && id.text.strip_prefix("c-").is_some_and(|rest| self.tree.clauses[position].id.value == *rest);
        if !is_made {
            let id = self.tree.places.scalar(id, near);
            self.tree.attribute(position, "uri", id);
        }
    }

    /// What we wrote down of a clause.
    fn own(&mut self, position: usize, props: &[Property], near: Span) {
        let places = self.tree.places;
        let is_attribute = |class: &Option<Word>| class.as_ref().is_some_and(|class| class.text == "attribute");
        for prop in props.iter().filter(|prop| is_ours(prop) && is_attribute(&prop.class)) {
            if prop.name.text == "uri" {
                self.tree.clauses[position].attributes.retain(|(key, _)| key.value != "uri");
            }
            let called = prop.remarks.as_ref().and_then(|remarks| remarks.text.strip_prefix(CALLED));
            let value = if called.is_some() { &prop.value } else { in_full(prop) };
            self.tree.attribute(position, called.unwrap_or(&prop.name.text), places.scalar(value, near));
        }
        let amended = props.iter().filter(|prop| is_own(prop, "amendment"));
        self.amended.extend(amended.filter_map(|prop| {
            let gained = places.scalar(prop.remarks.as_ref()?, near);
            Some((position, prop.value.text.trim().to_owned(), gained))
        }));
        self.tree.clauses[position].mandatory =
            ours(props, "mandatory").map(|mandatory| places.scalar(mandatory, near));
        self.tree.clauses[position].titles = translated(props, "title", places, near);
        self.tree.clauses[position].summaries = translated(props, "summary", places, near);
        self.stated.extend(ours(props, "parent").map(|parent| (position, parent.text.clone())));
    }

    /// The text of a clause, or a summary of ours that is in its place.
    fn prose(&mut self, position: usize, parts: &[Part], near: Span) {
        let mut text = String::new();
        for part in parts {
            let wording = part.props.iter().find(|prop| is_own(prop, "wording")).map(|prop| prop.value.as_str());
            if wording == Some("summary") {
                let summary = part.prose.as_ref().map(|prose| self.tree.places.scalar(prose, near));
                self.tree.clauses[position].summary = summary;
            } else if is_named(part, "statement") {
                write_prose(part, 0, &mut text);
            }
        }
        if !text.is_empty() {
            self.tree.texts.push((position, raw::Scalar::new(text, near)));
        }
    }

    /// Puts clauses under those that they name, and says successors by their numbers here.
    fn resolve_links(&mut self) {
        for (position, base) in std::mem::take(&mut self.required) {
            if let Some(base) = self.controls.get(&base) {
                self.tree.put_under(position, *base);
            }
        }
        let by_number = self.tree.by_number();
        for (position, parent) in std::mem::take(&mut self.stated) {
            if let Some(base) = by_number.get(&parent) {
                self.tree.put_under(position, *base);
            }
        }
        self.tree.empty_headings();
        let mut seen: HashSet<(usize, String)> = HashSet::new();
        for (position, href) in std::mem::take(&mut self.successors) {
            let id = href.value.trim().trim_start_matches('#');
            let known = self.controls.get(id).or_else(|| self.groups.get(id));
            let name = known.map_or(id, |at| self.tree.clauses[*at].id.value.as_str()).to_owned();
            if seen.insert((position, name.clone())) {
                self.tree.attribute(position, "successors", raw::Scalar::new(name, href.span));
            }
        }
    }
}

/// A clause that is only above others, as a group or a part says it.
struct Heading<'h> {
    id: Option<&'h Word>,
    title: Option<&'h Word>,
    props: &'h [Property],
    kind: Option<&'static str>,
}

fn is_named(part: &Part, name: &str) -> bool {
    part.name.as_ref().is_some_and(|known| known.as_str() == name)
}

fn is_enhancement(control: &Control) -> bool {
    control.class.as_ref().is_some_and(|class| class.text.to_ascii_lowercase().contains("enhancement"))
}

fn is_withdrawn(props: &[Property]) -> bool {
    let is_status = |prop: &&Property| prop.name.as_str() == "status";
    props.iter().filter(is_status).any(|prop| prop.value.text.trim().eq_ignore_ascii_case("withdrawn"))
}

/// Whether a link is one of these; some writers have `_` for `-`.
fn is_rel(link: &Link, rels: &[&str]) -> bool {
    link.rel.as_ref().is_some_and(|rel| rels.contains(&rel.text.trim().replace('_', "-").as_str()))
}

/// What a reference inside the document names.
fn target(href: &Word) -> &str {
    href.text.trim().trim_start_matches('#')
}

/// Properties of others to group and filter by.
pub(super) fn attributes(props: &[Property]) -> impl Iterator<Item = &Property> {
    props.iter().filter(|prop| {
        !NO_ATTRIBUTES.contains(&prop.name.as_str())
            && !prop.value.text.trim().is_empty()
            && prop.class.is_none()
            && !is_ours(prop)
    })
}
