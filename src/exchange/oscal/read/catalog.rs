//! A catalog of OSCAL as an edition.
//!
//! | there | here |
//! |---|---|
//! | group | heading, or informative where nothing stands in it |
//! | control, enhancement | requirement, under what it stands in, or under the base that it names as required |
//! | label without a class, else the first label, else the id | number |
//! | id | attribute `uri` |
//! | status withdrawn, in any case | informative, `status: withdrawn`, with what took its place as `successors` |
//! | other properties | attributes |
//! | prose of the statement | attribute `text`, where it is asked for |
//! | parameters, links | counted |

use std::collections::{HashMap, HashSet};

use super::edition;
use super::model::{Catalog, Control, Group, Link, Part, Property};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::content::{Choices, Content, Count};
use crate::exchange::names::Numbers;
use crate::load::raw;
use crate::source::Span;

/// Keys of a clause that have a meaning of their own, and properties that are read otherwise or only sort.
const NO_ATTRIBUTES: [&str; 16] = [
    "label",
    "sort-id",
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
    "edition",
    "clause",
    "alt-identifier",
];

/// An edition as a catalog describes it.
#[derive(Debug)]
pub(super) struct Described {
    edition: Option<raw::Catalog>,
    /// The text of clauses, by their positions.
    texts: Vec<(usize, raw::Scalar)>,
    said: Said,
    counts: Vec<Count>,
}

impl Described {
    /// Reads a whole catalog.
    pub(super) fn of(catalog: &Catalog, places: Places) -> Self {
        let mut reader = Reader {
            places,
            numbers: Numbers::default(),
            clauses: Vec::new(),
            above: Vec::new(),
            texts: Vec::new(),
            controls: HashMap::new(),
            groups: HashMap::new(),
            required: Vec::new(),
            successors: Vec::new(),
            said: Said::default(),
            seen: Seen { parameters: catalog.params.len(), ..Seen::default() },
        };
        let id = edition::id(&catalog.metadata, catalog.uuid.as_ref());
        let what = "OSCAL catalog";
        let described = id.map(|id| edition::described(&id, &catalog.metadata, catalog.uuid.as_ref(), what, places));
        let near = described.as_ref().map_or(places.top(), |described| described.span);
        for control in &catalog.controls {
            reader.control(control, None, near);
        }
        for group in &catalog.groups {
            reader.group(group, None, near);
        }
        reader.resolve_links();
        reader.finish(described, near)
    }

    /// Hands over the edition.
    pub(super) fn put(self, choices: Choices, out: &mut Content) {
        let mut counts = self.counts;
        if let Some(mut edition) = self.edition {
            let count = self.texts.len();
            let with_text = if choices.with_text { count } else { 0 };
            if let Some(first) = edition.clauses.first().map(|clause| clause.id.span) {
                let left_out =
                    if choices.with_text { Vec::new() } else { vec![("were not asked for".to_owned(), count)] };
                counts.push(Count {
                    file: first.file,
                    what: "statements of controls",
                    read: count,
                    taken: with_text,
                    left_out,
                });
            }
            if choices.with_text {
                for (at, text) in self.texts {
                    let clause = &mut edition.clauses[at];
                    clause.attributes.push((raw::Scalar::new("text", text.span), text));
                }
            }
            out.catalogs.push(edition);
        }
        out.faults.extend(self.said.into_faults());
        out.counts.extend(counts);
    }
}

/// What a catalog holds, counted.
#[derive(Debug, Default)]
struct Seen {
    groups: usize,
    controls: usize,
    without_id: usize,
    repeated: usize,
    repeated_groups: usize,
    parameters: usize,
}

struct Reader {
    places: Places,
    numbers: Numbers,
    clauses: Vec<raw::Clause>,
    /// The position of the clause above each.
    above: Vec<Option<usize>>,
    texts: Vec<(usize, raw::Scalar)>,
    /// The positions of controls by their ids.
    controls: HashMap<String, usize>,
    /// The positions of groups by their ids.
    groups: HashMap<String, usize>,
    /// The positions of controls that stand in no other, with the control that each requires.
    required: Vec<(usize, String)>,
    /// The positions of withdrawn controls, with what took their places.
    successors: Vec<(usize, raw::Scalar)>,
    said: Said,
    seen: Seen,
}

/// A clause that others stand under.
#[derive(Clone, Copy)]
struct Above<'c> {
    position: usize,
    /// Its title, if it is a control.
    title: Option<&'c str>,
}

impl Reader {
    fn group(&mut self, group: &Group, above: Option<Above<'_>>, near: Span) {
        self.seen.groups += 1;
        self.seen.parameters += group.params.len();
        // Some writers give a group a second time with more of what stands in it.
        let again = group.id.as_ref().and_then(|id| self.groups.get(&id.text)).copied();
        if let Some(position) = again {
            self.seen.repeated_groups += 1;
            return self.inside(group, Some(Above { position, title: None }), near);
        }
        let named = number_of(&group.props).or(group.id.as_ref()).or(group.title.as_ref());
        let near = named.and_then(|named| self.places.find(named)).unwrap_or(near);
        let title = group.title.as_ref().or(named);
        let number = named.and_then(|named| self.number(named, near));
        let position = self.clauses.len();
        let inner = match (number, title) {
            (Some(number), Some(title)) => {
                let title = self.title(title.as_str(), title, near);
                self.add(number, title, None, above);
                if let Some(id) = &group.id {
                    self.groups.insert(id.text.clone(), position);
                    self.attribute(position, "uri", self.places.scalar(id, near));
                }
                self.text(position, &group.parts, near);
                Some(Above { position, title: None })
            }
            (None, _) | (_, None) => above,
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

    fn control(&mut self, control: &Control, above: Option<Above<'_>>, near: Span) {
        self.seen.controls += 1;
        self.seen.parameters += control.params.len();
        let Some(id) = &control.id else {
            self.seen.without_id += 1;
            let span = control.title.as_ref().map_or(near, |title| self.places.span(title, near));
            let help = "give each control an id";
            self.said.left_out(
                span,
                "a control has no id and is left out",
                "controls have no id and are left out",
                help,
            );
            return self.inner(control, above, near);
        };
        let near = self.places.span(id, near);
        let number = if self.controls.contains_key(&id.text) {
            None
        } else {
            let named = number_of(&control.props).unwrap_or(id);
            self.number(named, near).or_else(|| self.number(id, near))
        };
        let Some(number) = number else {
            self.seen.repeated += 1;
            let one = format!("control {} is here already and is left out", id.text);
            let many = "controls are here already and are left out";
            self.said.left_out(near, one, many, "give each control an id of its own");
            return self.inner(control, above, near);
        };
        let position = self.clauses.len();
        let bare = control.title.as_ref().unwrap_or(id);
        let title = match above.and_then(|above| above.title).filter(|_| is_enhancement(control)) {
            Some(base) => format!("{base} | {}", bare.as_str()),
            None => bare.text.clone(),
        };
        let title = self.title(&title, bare, near);
        let is_withdrawn = is_withdrawn(&control.props);
        self.add(number, title, Some(if is_withdrawn { "informative" } else { "requirement" }), above);
        self.controls.insert(id.text.clone(), position);
        self.attribute(position, "uri", self.places.scalar(id, near));
        if is_withdrawn {
            self.attribute(position, "status", raw::Scalar::new("withdrawn", near));
        }
        for prop in attributes(&control.props) {
            self.attribute(position, &prop.name.text, self.places.scalar(&prop.value, near));
        }
        for link in control.links.iter().filter(|_| is_withdrawn) {
            if is_rel(link, &["incorporated-into", "moved-to"]) {
                self.successors.push((position, self.places.scalar(&link.href, near)));
            }
        }
        let is_below_control = above.is_some_and(|above| above.title.is_some());
        if !is_below_control && is_enhancement(control) {
            let required = control.links.iter().find(|link| is_rel(link, &["required"]));
            self.required.extend(required.map(|link| (position, target(&link.href).to_owned())));
        }
        self.text(position, &control.parts, near);
        self.inner(control, Some(Above { position, title: Some(bare.as_str()) }), near);
    }

    fn inner(&mut self, control: &Control, above: Option<Above<'_>>, near: Span) {
        for inner in &control.controls {
            self.control(inner, above, near);
        }
    }

    fn number(&mut self, named: &Word, near: Span) -> Option<raw::Scalar> {
        let number = self.numbers.number(named.as_str())?;
        if number.as_str().contains('~') && !named.text.contains('~') {
            let one = format!("{} is the number of two clauses: the second is {number}", named.text);
            let many = "clauses have the number of another and are told apart by a count";
            self.said.read_as(self.places.span(named, near), one, many, "give each a label of its own");
        }
        Some(raw::Scalar::new(number.as_str().to_owned(), self.places.span(named, near)))
    }

    /// A title in one line.
    fn title(&self, text: &str, word: &Word, near: Span) -> raw::Scalar {
        let plain = if text.contains(['\n', '\r', '\t']) {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            text.trim().to_owned()
        };
        raw::Scalar::new(plain, self.places.span(word, near))
    }

    fn add(&mut self, id: raw::Scalar, title: raw::Scalar, kind: Option<&'static str>, above: Option<Above<'_>>) {
        let span = id.span;
        let parent = match above {
            Some(above) => raw::Parent::Named(raw::Scalar::new(self.clauses[above.position].id.value.clone(), span)),
            None => raw::Parent::Nothing,
        };
        self.above.push(above.map(|above| above.position));
        self.clauses.push(raw::Clause {
            id,
            title: Some(title),
            kind: kind.map(|kind| raw::Scalar::new(kind, span)),
            parent,
            summary: None,
            mandatory: None,
            titles: Vec::new(),
            summaries: Vec::new(),
            attributes: Vec::new(),
        });
    }

    fn attribute(&mut self, position: usize, key: &str, value: raw::Scalar) {
        let key = raw::Scalar::new(key.to_owned(), value.span);
        self.clauses[position].attributes.push((key, value));
    }

    fn text(&mut self, position: usize, parts: &[Part], near: Span) {
        let is_statement = |part: &&Part| part.name.as_ref().is_some_and(|name| name.as_str() == "statement");
        let mut text = String::new();
        for part in parts.iter().filter(is_statement) {
            write_prose(part, 0, &mut text);
        }
        if !text.is_empty() {
            self.texts.push((position, raw::Scalar::new(text, near)));
        }
    }

    /// Puts enhancements under the base that they require, and says successors by their numbers here.
    fn resolve_links(&mut self) {
        for (position, base) in std::mem::take(&mut self.required) {
            let Some(base) = self.controls.get(&base).copied().filter(|base| *base != position) else { continue };
            // A base that is below the control itself would make a circle.
            if std::iter::successors(Some(base), |at| self.above[*at]).all(|at| at != position) {
                self.above[position] = Some(base);
                let number = self.clauses[base].id.value.clone();
                let span = self.clauses[position].id.span;
                self.clauses[position].parent = raw::Parent::Named(raw::Scalar::new(number, span));
            }
        }
        // A heading is nothing without what stands under it.
        let with_clauses: HashSet<usize> = self.above.iter().flatten().copied().collect();
        for (position, clause) in self.clauses.iter_mut().enumerate() {
            if clause.kind.is_none() && !with_clauses.contains(&position) {
                clause.kind = Some(raw::Scalar::new("informative", clause.id.span));
            }
        }
        let mut seen: HashSet<(usize, String)> = HashSet::new();
        for (position, href) in std::mem::take(&mut self.successors) {
            let id = href.value.trim_start_matches('#');
            let name = self
                .controls
                .get(id)
                .or_else(|| self.groups.get(id))
                .map_or(id, |at| self.clauses[*at].id.value.as_str())
                .to_owned();
            if seen.insert((position, name.clone())) {
                self.attribute(position, "successors", raw::Scalar::new(name, href.span));
            }
        }
    }

    fn finish(mut self, described: Option<raw::Catalog>, near: Span) -> Described {
        let Seen { groups, controls, without_id, repeated, repeated_groups, parameters } = self.seen;
        let taken = controls - without_id - repeated;
        let edition = match described {
            Some(mut edition) if !self.clauses.is_empty() => {
                edition.clauses = self.clauses;
                Some(edition)
            }
            Some(_) => {
                self.said.left_out(near, "the catalog holds no controls", "catalogs hold no controls", NO_CLAUSES);
                None
            }
            None => {
                let one = "the catalog has neither a title nor a uuid that could name an edition";
                self.said.left_out(near, one, one, "give it a title and a version under metadata");
                None
            }
        };
        let file = self.places.file();
        let mut left_out: Vec<(String, usize)> = vec![("have no id".to_owned(), without_id), again(repeated)];
        let taken = if edition.is_some() {
            taken
        } else {
            left_out.push(("are of no edition".to_owned(), taken));
            0
        };
        left_out.retain(|(_, count)| *count > 0);
        let counts = vec![
            Count { file, what: "controls", read: controls, taken, left_out },
            Count {
                file,
                what: "groups",
                read: groups,
                taken: groups - repeated_groups,
                left_out: if repeated_groups > 0 { vec![again(repeated_groups)] } else { Vec::new() },
            },
            Count {
                file,
                what: "parameters",
                read: parameters,
                taken: 0,
                left_out: vec![("have no place in a catalog".to_owned(), parameters)],
            },
        ];
        let counts = counts.into_iter().filter(|count| count.read > 0).collect();
        Described { edition, texts: self.texts, said: self.said, counts }
    }
}

fn again(count: usize) -> (String, usize) {
    ("are there already".to_owned(), count)
}

/// What to do about a document that describes nothing.
const NO_CLAUSES: &str = "an edition has at least one clause";

/// The number that people know a clause by: its label without a class, or else its first.
fn number_of(props: &[Property]) -> Option<&Word> {
    let labels = || props.iter().filter(|prop| prop.name.as_str() == "label");
    labels().find(|label| label.class.is_none()).or_else(|| labels().next()).map(|label| &label.value)
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

/// Properties to group and filter by.
fn attributes(props: &[Property]) -> impl Iterator<Item = &Property> {
    props.iter().filter(|prop| {
        !NO_ATTRIBUTES.contains(&prop.name.as_str()) && !prop.value.text.trim().is_empty() && prop.class.is_none()
    })
}

/// Prose with the labels of its items, one paragraph a line, items further in.
fn write_prose(part: &Part, depth: usize, text: &mut String) {
    if let Some(prose) = &part.prose {
        if !text.is_empty() {
            text.push('\n');
        }
        text.extend(std::iter::repeat_n("  ", depth));
        if let Some(label) = number_of(&part.props) {
            text.push_str(label.as_str());
            text.push(' ');
        }
        text.push_str(prose.text.trim());
    }
    for inner in &part.parts {
        write_prose(inner, depth + 1, text);
    }
}
