//! An edition as a framework.

use std::collections::BTreeMap;

use super::Losses;
use super::form::{self, Framework, Group, Library, Node, Objects, Translation, quoted};
use crate::exchange::ciso::annotation::Annotation;
use crate::exchange::ciso::made_urns::{Urns, plain, urn};
use crate::exchange::ciso::tree;
use crate::exchange::ciso::urn::PACKAGER;
use crate::exchange::written::{Written, has_space_around};
use crate::model::{Catalog, Clause, ClauseKind, Translations};
use crate::source::Text;

/// How long names may be, in characters: the limit of CISO Assistant.
const LONGEST_NAME: usize = 200;

/// Attributes that a node holds in its own way, or that are not written on purpose and counted by themselves.
const WRITTEN: [&str; 3] = ["groups", "uri", "text"];

/// An edition as a library with one framework. Each clause is a node below the node of the clause above it, in the
/// order of the catalog as far as that allows; `groups` are its implementation groups, a summary its description.
pub fn catalog(catalog: &Catalog) -> Written {
    let mut losses = Losses::default();
    let urns = Urns::of(catalog);
    let name = plain(&catalog.id);
    let description = catalog.source.as_ref().map_or_else(String::new, |source| source.trim().to_owned());
    let mut nodes = Vec::with_capacity(catalog.clauses().len());
    let tops = (0..catalog.clauses().len()).filter(|at| catalog.clauses()[*at].parent.is_none());
    // Clauses still to be written, the next one last.
    let mut waiting: Vec<(usize, usize)> = tops.map(|at| (at, 1)).collect();
    waiting.reverse();
    // The nearest clause with a title of its own, from each clause upwards.
    let mut titled: Vec<Option<usize>> = vec![None; catalog.clauses().len()];
    let title = |at: usize| catalog.clauses()[at].title.as_str();
    while let Some((at, depth)) = waiting.pop() {
        let above = catalog.clauses()[at].parent.and_then(|parent| titled[parent]);
        let has_title = title(at) != tree::title(above.map(title));
        titled[at] = if has_title { Some(at) } else { above };
        nodes.push(node(catalog, at, depth, has_title, &urns, &mut losses));
        waiting.extend(catalog.children(at).iter().rev().map(|child| (*child, depth + 1)));
    }
    count_edition(catalog, &mut losses);
    count_blanks(catalog, &mut losses);
    let is_day = |date: &&Text| date.len() == 10;
    let framework = Framework {
        urn: quoted(&urns.framework),
        ref_id: quoted(catalog.id.as_str()),
        name: quoted(short(&catalog.title, &mut losses)),
        description: quoted(&description),
        annotation: annotation(catalog, &urns.framework).written().map(quoted),
        translations: translations(&catalog.translations, &mut losses),
        implementation_groups_definition: groups(catalog),
        requirement_nodes: nodes,
    };
    let library = Library {
        urn: quoted(urn("library", &name)),
        locale: "en",
        ref_id: quoted(&name),
        name: quoted(short(&catalog.title, &mut Losses::default())),
        description: quoted(description),
        version: 1,
        publication_date: catalog.published.as_ref().filter(is_day).map(|date| quoted(date.to_string())),
        provider: quoted(catalog.publisher.as_ref().map_or(PACKAGER, |publisher| publisher.as_str())),
        packager: quoted(PACKAGER),
        dependencies: Vec::new(),
        objects: Objects::Framework(framework),
    };
    Written { text: library.text(), losses: losses.finish() }
}

fn node(catalog: &Catalog, at: usize, depth: usize, has_title: bool, urns: &Urns, losses: &mut Losses) -> Node {
    let clause = &catalog.clauses()[at];
    count_clause(catalog, at, urns, losses);
    Node {
        urn: quoted(&urns.nodes[at]),
        assessable: clause.kind == ClauseKind::Requirement,
        depth,
        parent_urn: clause.parent.map(|parent| quoted(&urns.nodes[parent])),
        ref_id: quoted(clause.number.as_str()),
        name: has_title.then(|| quoted(short(&clause.title, losses))),
        description: clause.summary.as_ref().map(|summary| quoted(summary.to_string())),
        implementation_groups: groups_of(clause).map(|(_, group)| quoted(group)).collect(),
        translations: translations(&clause.translations, losses),
    }
}

/// Titles and summaries in other languages.
fn translations(written: &Translations, losses: &mut Losses) -> form::Translations {
    let mut translations: BTreeMap<String, Translation> = BTreeMap::new();
    for (language, title) in written.titles() {
        translations.entry(language.to_string()).or_default().name = Some(quoted(short(title, losses)));
    }
    for (language, summary) in written.summaries() {
        translations.entry(language.to_string()).or_default().description = Some(quoted(summary.as_str()));
    }
    form::Translations(translations)
}

/// The groups that clauses are in, in the order in which they come up.
fn groups(catalog: &Catalog) -> Vec<Group> {
    let mut groups: Vec<&str> = Vec::new();
    for (_, group) in catalog.clauses().iter().flat_map(groups_of) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups.into_iter().map(|group| Group { ref_id: quoted(group), name: quoted(group) }).collect()
}

fn groups_of(clause: &Clause) -> impl Iterator<Item = (&str, &str)> {
    clause.attributes.iter().filter(|(key, _)| *key == "groups")
}

/// A name as long as CISO Assistant takes.
fn short(name: &str, losses: &mut Losses) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    losses.add(["title is cut to 200 characters", "titles are cut to 200 characters"]);
    name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}

/// What a node cannot say.
fn count_clause(catalog: &Catalog, at: usize, urns: &Urns, losses: &mut Losses) {
    let clause = &catalog.clauses()[at];
    let attributes = || clause.attributes.iter();
    for (key, _) in attributes().filter(|(key, _)| !WRITTEN.contains(key)) {
        let what =
            |values: &str| format!("of the attribute {key} {values} left out: the format has a place for groups only");
        losses.add([format!("value {}", what("is")), format!("values {}", what("are"))]);
    }
    losses.add_many(
        ["text of a clause is left out", "texts of clauses are left out"],
        attributes().filter(|(key, _)| *key == "text").count(),
    );
    losses.add_many(
        [
            "clause that is only recommended is not marked as recommended",
            "clauses that are only recommended are not marked as recommended",
        ],
        usize::from(!clause.mandatory),
    );
    let has_children = !catalog.children(at).is_empty();
    let uris = attributes().filter(|(key, uri)| *key == "uri" && *uri != urns.nodes[at]).count();
    losses.add_many(
        [
            "uri is left out because the format does not accept it as a urn",
            "uris are left out because the format does not accept them as urns",
        ],
        uris,
    );
    let is_bare = clause.kind == ClauseKind::Heading && !has_children;
    let bare = [
        "heading without clauses below it is written as informative",
        "headings without clauses below them are written as informative",
    ];
    losses.add_many(bare, usize::from(is_bare));
    let is_heading = clause.kind == ClauseKind::Informative && has_children;
    losses.add_many(
        [
            "informative clause with others below it is written as a heading",
            "informative clauses with others below them are written as headings",
        ],
        usize::from(is_heading),
    );
}

/// What a framework has no key for and its annotation says.
fn annotation(catalog: &Catalog, framework: &str) -> Annotation {
    let mut said = Annotation::default();
    said.text("published", catalog.published.as_ref().filter(|date| date.len() != 10));
    said.text("status", catalog.status);
    said.text("supersedes", catalog.supersedes.as_ref());
    said.texts("aliases", catalog.aliases.iter().filter(|alias| alias.as_str() != framework));
    said.text("kind", catalog.kind);
    said.text("confidence", catalog.confidence);
    said.text("provenance", catalog.provenance);
    said
}

/// Counts the texts that come back without what stands around them.
fn count_blanks(catalog: &Catalog, losses: &mut Losses) {
    let translated = |said: &Translations| {
        let texts = said.titles().iter().chain(said.summaries());
        texts.filter(|(_, text)| has_blanks(text)).count()
    };
    let of_clause = |clause: &Clause| {
        let groups = groups_of(clause).filter(|(_, group)| has_blanks(group)).count();
        let summary = clause.summary.as_deref().is_some_and(has_blanks);
        translated(&clause.translations) + groups + usize::from(summary)
    };
    let of_edition = usize::from(catalog.publisher.as_deref().is_some_and(has_blanks));
    losses.add_many(
        [
            "text loses spaces around it, or is empty and left out",
            "texts lose spaces around them, or are empty and left out",
        ],
        of_edition + translated(&catalog.translations) + catalog.clauses().iter().map(of_clause).sum::<usize>(),
    );
}

fn has_blanks(text: &str) -> bool {
    text.is_empty() || has_space_around(text)
}

/// What a framework cannot say.
fn count_edition(catalog: &Catalog, losses: &mut Losses) {
    let Catalog { lifecycle, profile, .. } = catalog;
    let profile = [&profile.abstraction, &profile.audience, &profile.approach, &profile.granularity];
    let said = [
        profile.iter().any(|said| said.is_some()),
        lifecycle.superseded_by.is_some(),
        lifecycle.transition.is_some(),
        !lifecycle.amendments.is_empty(),
    ];
    let count = said.into_iter().filter(|is_said| *is_said).count();
    losses.add_many(
        [
            "property of the edition (profile, successor, transition, amendments) is left out",
            "properties of the edition (profile, successor, transition, amendments) are left out",
        ],
        count,
    );
}
