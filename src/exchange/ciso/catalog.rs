//! A framework becomes an edition with its clauses.
//!
//! - The edition's id comes from the framework's urn, which stays its alias. Its clauses are numbered by `ref_id`, else
//!   by the end of their urn; `uri` keeps the urn itself.
//! - Clauses are under what `parent_urn` names, whatever their numbers are. What is assessable is a requirement, what
//!   is not is a heading, or informative if nothing is under it.
//! - `implementation_groups` is the list `groups`, `translations` are titles in other languages.
//! - The text of a standard is never copied, unless it is requested: `description` then becomes the attribute `text`. A
//!   `name` longer than CISO Assistant takes is text as well. Where that leaves no title, one of our own is in
//!   brackets. Of a library that was written here, a description is the summary that it was made of, `ref_id` of the
//!   framework the id of the edition, and its annotation what else was said of it.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::framework::{Framework, Node};
use super::library::LibraryFile;
use super::own::{Own, is_made};
use super::tally::{Kind, Tally};
use super::translation::Translations;
use super::{tree, urn};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::content::{Choices, Content, Count};
use crate::exchange::names::Numbers;
use crate::load::raw::Scalar;
use crate::load::{day, raw};
use crate::model::EditionId;
use crate::source::FileId;

/// How long a name may be, in characters: what is longer is not a title. It is the limit that CISO Assistant has.
const LONGEST_NAME: usize = 200;

const NO_EDITION: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node is left out with its framework, whose urn names no edition",
    many: "requirement nodes are left out with their framework, whose urn names no edition",
    help: "give the framework a urn such as urn:example:risk:framework:name-2026",
};

const NO_URN: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node has no urn, and is left out",
    many: "requirement nodes have no urn, and are left out",
    help: "give it a unique urn",
};

const SAME_URN: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node has the urn of an earlier one, and is left out",
    many: "requirement nodes have the urn of an earlier one, and are left out",
    help: "give it a different urn; upper and lower case make no difference",
};

const NO_NUMBER: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node has neither a ref_id nor a urn that could be a clause number, and is left out",
    many: "requirement nodes have neither a ref_id nor a urn that could be a clause number, and are left out",
    help: "give it a ref_id of up to 72 visible characters",
};

const NO_PARENT: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a parent_urn names no node of the framework; its node is placed at the top level",
    many: "parent_urns name no node of the framework; their nodes are placed at the top level",
    help: "name a node that is listed in requirement_nodes",
};

const CIRCLE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node is above itself through parent_urn; it is placed at the top level",
    many: "requirement nodes are above themselves through parent_urn; they are placed at the top level",
    help: "give one of the nodes in the circle a different parent",
};

const NO_DATE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "the publication_date is not a valid date and is left out",
    many: "publication_dates are not valid dates and are left out",
    help: "write year-month-day, year-month or year, such as 2026-11-20",
};

const NO_REF_ID: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a requirement node has no ref_id and takes its number from the end of its urn",
    many: "requirement nodes have no ref_id and take their numbers from the end of their urns",
    help: "the attribute uri keeps the whole urn",
};

const OTHER_NUMBER: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a ref_id is not a valid clause number and is read with hyphens for spaces and slashes, or with a counter",
    many: "ref_ids are not valid clause numbers and are read with hyphens for spaces and slashes, or with a counter",
    help: "the attribute uri keeps the urn",
};

const NO_TITLE: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a requirement node has no name, and gets a title in brackets from the node above it",
    many: "requirement nodes have no name, and get a title in brackets from the node above them",
    help: "the description of a node may be the text of the standard, so it is not used as a title",
};

const LONG_NAME: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a name is longer than 200 characters and is read as a text, not as a title",
    many: "names are longer than 200 characters and are read as texts, not as titles",
    help: "the text of a standard is not copied into a catalog",
};

const NO_TEXT: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a requirement node has a description, which is not copied",
    many: "requirement nodes have descriptions, which are not copied",
    help: "they may be the text of the standard; `xwalk import --with-text` copies them as the attribute text",
};

/// Makes an edition of a framework.
pub(super) fn read(framework: Framework, library: &LibraryFile, choices: Choices, file: FileId, out: &mut Content) {
    let read = framework.nodes.len();
    let (mut lost, mut notes) = (Tally::default(), Tally::default());
    let own = Own::of(&framework, library);
    let Framework { span, urn, name, translations, nodes, mut unread, description: described, annotation, .. } =
        framework;
    let id = urn.as_ref().and_then(|urn| {
        let stated = own.as_ref().and_then(|own| own.id.clone());
        Some((stated.or_else(|| urn::edition(&urn.value))?, urn.clone()))
    });
    let mut taken = 0;
    match id {
        None => lost.add_many(&NO_EDITION, read, urn.map_or(span, |urn| urn.span)),
        Some((id, urn)) => {
            let description = description(library, choices);
            let clauses = clauses(nodes, description, own.is_some().then_some(&id), &mut lost, &mut notes);
            taken = clauses.len();
            let title = name.or_else(|| library.name.clone());
            let names = translations.names;
            let names = if names.is_empty() { library.translations.names.clone() } else { names };
            let place = urn.span;
            let catalog = raw::Catalog {
                published: published(library, &mut notes),
                title: Some(title.unwrap_or_else(|| urn.clone())),
                titles: names,
                publisher: library.provider.clone(),
                id: Some(Scalar::new(id.to_string(), place)),
                ..raw::Catalog::empty(place)
            };
            let catalog = match own {
                Some(own) => {
                    out.ours.push(id);
                    own.catalog(raw::Catalog { source: described, clauses, ..catalog }, urn)
                }
                None => raw::Catalog {
                    source: Some(Scalar::new(source(library), place)),
                    provenance: Some(Scalar::new("community", place)),
                    confidence: Some(Scalar::new("medium", place)),
                    aliases: vec![urn],
                    clauses,
                    ..catalog
                },
            };
            // What contains no clauses is not a catalog.
            if catalog.clauses.is_empty() {
                let message = "the framework contains no requirement nodes and is left out";
                out.faults
                    .push(Diagnostic::new(Rule::LeftOut, span, message).help("list them under requirement_nodes"));
            } else {
                out.catalogs.push(catalog);
            }
        }
    }
    out.counts.push(Count { file, what: "requirement nodes", read, taken, left_out: lost.counts() });
    out.faults.extend(lost.into_faults().chain(notes.into_faults()));
    if let Some(annotation) = annotation.filter(|_| !library.is_own()) {
        unread.add("annotation", annotation.span);
    }
    if library.is_own() {
        // They name the groups of the nodes, and nothing else.
        unread.0.retain(|(key, ..)| key != "implementation_groups_definition");
    }
    if let [(_, _, place), ..] = unread.0.as_slice() {
        let keys: Vec<String> = unread.0.iter().map(|(key, count, _)| format!("{key} ({count})")).collect();
        let message = format!("keys of the framework and its nodes that are not read: {}", keys.join(", "));
        let help = "no result depends on them; they remain only in the library";
        out.faults.push(Diagnostic::new(Rule::ReadAs, *place, message).help(help));
    }
}

/// Who says so: the library by its name, urn and version.
pub(super) fn source(library: &LibraryFile) -> String {
    let said = |text: &Option<Scalar>, before: &str| {
        text.as_ref().map(|text| format!("{before}{}", text.value)).unwrap_or_default()
    };
    format!(
        "CISO Assistant library{}{}{}{}{}",
        said(&library.name, " "),
        said(&library.version, ", version "),
        said(&library.provider, ", provider "),
        said(&library.packager, ", packager "),
        said(&library.urn, ", ")
    )
}

/// The date of a library, if it is one.
pub(super) fn published(library: &LibraryFile, notes: &mut Tally) -> Option<Scalar> {
    let date = library.published.as_ref()?;
    let filled = match date.value.len() {
        4 => format!("{}-01-01", date.value),
        7 => format!("{}-01", date.value),
        _ => date.value.to_string(),
    };
    if day(&filled).is_none() {
        notes.add(&NO_DATE, date.span);
        return None;
    }
    Some(date.clone())
}

/// What becomes of descriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Description {
    Dropped,
    Text,
    Summary,
}

fn description(library: &LibraryFile, choices: Choices) -> Description {
    match (library.is_own(), choices.with_text) {
        (true, _) => Description::Summary,
        (false, true) => Description::Text,
        (false, false) => Description::Dropped,
    }
}

/// The clauses of an edition; `own` is its id if its library was written here.
fn clauses(
    nodes: Vec<Node>,
    description: Description,
    own: Option<&EditionId>,
    lost: &mut Tally,
    notes: &mut Tally,
) -> Vec<raw::Clause> {
    let mut numbers = Numbers::default();
    let mut positions: HashMap<String, usize, FixedState> = HashMap::default();
    let mut kept: Vec<(Node, Scalar)> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let Some(urn) = &node.urn else {
            lost.add(&NO_URN, node.span);
            continue;
        };
        let key = urn.value.to_ascii_lowercase();
        if positions.contains_key(&key) {
            lost.add(&SAME_URN, urn.span);
            continue;
        }
        let Some(number) = number(&node, urn, &mut numbers, notes) else {
            lost.add(&NO_NUMBER, urn.span);
            continue;
        };
        positions.insert(key, kept.len());
        kept.push((node, number));
    }
    let parents = parents(&kept, &positions, notes);
    let mut has_children = vec![false; kept.len()];
    parents.iter().flatten().for_each(|parent| has_children[*parent] = true);
    let titles: Vec<Option<Scalar>> = kept.iter_mut().map(|(node, _)| title(node, notes)).collect();
    let above = |at: usize| std::iter::successors(parents[at], |above| parents[*above]);
    let stand_in = |at: usize| tree::title(above(at).find_map(|above| Some(&*titles[above].as_ref()?.value)));
    let stand_ins: Vec<Option<String>> = (0..kept.len()).map(|at| titles[at].is_none().then(|| stand_in(at))).collect();
    let ids: Vec<Scalar> = kept.iter().map(|(_, number)| number.clone()).collect();
    let mut clauses = Vec::with_capacity(kept.len());
    let described = kept.iter().filter_map(|(node, _)| node.description.as_ref());
    if description == Description::Dropped {
        described.for_each(|text| notes.add(&NO_TEXT, text.span));
    }
    for (at, ((mut node, id), (title, in_brackets))) in
        kept.into_iter().zip(titles.into_iter().zip(stand_ins)).enumerate()
    {
        let parent = match parents[at] {
            Some(parent) => {
                let place = node.parent.as_ref().map_or(node.span, |parent| parent.span);
                raw::Parent::Named(Scalar::new(ids[parent].value.clone(), place))
            }
            None => raw::Parent::Nothing,
        };
        let title = title.or_else(|| in_brackets.map(|title| Scalar::new(title, id.span)));
        node.urn.take_if(|urn| own.is_some_and(|edition| is_made(urn, edition, &id)));
        clauses.push(node.clause(id, title, parent, has_children[at], description));
    }
    clauses
}

/// The number of a node: its `ref_id`, else the end of its urn.
fn number(node: &Node, urn: &Scalar, numbers: &mut Numbers, notes: &mut Tally) -> Option<Scalar> {
    let by_ref_id = node.ref_id.as_ref().and_then(|written| Some((written, numbers.number(&written.value)?)));
    if let Some((written, number)) = by_ref_id {
        if written.value != *number.as_str() {
            notes.add(&OTHER_NUMBER, written.span);
        }
        return Some(Scalar::new(number.to_string(), written.span));
    }
    let number = numbers.number(&urn::suffix(&urn.value))?;
    notes.add(&NO_REF_ID, urn.span);
    Some(Scalar::new(number.to_string(), urn.span))
}

/// The position of the node above each, without circles.
fn parents(
    nodes: &[(Node, Scalar)],
    positions: &HashMap<String, usize, FixedState>,
    notes: &mut Tally,
) -> Vec<Option<usize>> {
    let mut parent = |(node, _): &(Node, Scalar)| {
        let named = node.parent.as_ref()?;
        let found = positions.get(&named.value.to_ascii_lowercase()).copied();
        if found.is_none() {
            notes.add(&NO_PARENT, named.span);
        }
        found
    };
    let mut parents: Vec<Option<usize>> = nodes.iter().map(&mut parent).collect();
    for at in tree::cut_circles(&mut parents) {
        notes.add(&CIRCLE, nodes[at].0.span);
    }
    parents
}

/// The name of a node, if it is a title; what is too long for one becomes a part of its text.
fn title(node: &mut Node, notes: &mut Tally) -> Option<Scalar> {
    let Some(name) = node.name.take() else {
        notes.add(&NO_TITLE, node.span);
        return None;
    };
    if name.value.chars().count() <= LONGEST_NAME {
        return Some(name);
    }
    notes.add(&LONG_NAME, name.span);
    node.description = Some(match node.description.take() {
        Some(text) => Scalar::new(format!("{}\n\n{}", name.value, text.value), name.span),
        None => name,
    });
    None
}

impl Node {
    fn clause(
        self,
        id: Scalar,
        title: Option<Scalar>,
        parent: raw::Parent,
        has_children: bool,
        description: Description,
    ) -> raw::Clause {
        let kind = match (self.is_assessable, has_children) {
            (true, true) => Some("requirement"),
            (false, false) => Some("informative"),
            (true, false) | (false, true) => None,
        };
        let attribute = |key: &'static str, value: Scalar| (Scalar::new(key, value.span), value);
        let groups = self.groups.into_iter().map(|group| attribute("groups", group));
        let uri = self.urn.map(|urn| attribute("uri", urn));
        let (summary, text) = match description {
            Description::Dropped => (None, None),
            Description::Text => (None, self.description.map(|text| attribute("text", text))),
            Description::Summary => (self.description, None),
        };
        let Translations { names, descriptions } = self.translations;
        let titles = names.into_iter().filter(|(_, name)| name.value.chars().count() <= LONGEST_NAME);
        raw::Clause {
            title,
            kind: kind.map(|kind| Scalar::new(kind, id.span)),
            parent,
            summary,
            titles: titles.collect(),
            summaries: if description == Description::Summary { descriptions } else { Vec::new() },
            attributes: groups.chain(uri).chain(text).collect(),
            ..raw::Clause::empty(id)
        }
    }
}
