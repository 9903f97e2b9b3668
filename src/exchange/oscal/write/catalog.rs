//! An edition as a catalog of OSCAL.
//!
//! Clauses become what `clauses` says. Of the edition itself: the number of the edition is the version, its publisher a
//! party in the role `publisher`, its day of publication `published` (a month or a year is the prop alone), the edition
//! that it replaced a link `predecessor-version`, and one that replaced it `successor-version`, to resources that name
//! them. What else is known is in props of ours: `edition`, `published`, `status`, `kind`, `confidence`, `provenance`,
//! `source`, `alias`, `title` in the class of another language, `abstraction`, `audience`, `approach`, `granularity`,
//! `superseded-by`, `transition-ends`, `amendment`. `last-modified` is the day of publication, the only one that an
//! edition has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::clauses::{Control, Described, Group};
use super::document::{BackMatter, Link, Metadata, Prop};
use super::ids::EditionIds;
use super::losses::{Losses, written};
use super::outline::outline;
use super::text::{count_changed, count_changed_names, is_token, line, moment, title};
use super::uuids::uuid;
use crate::exchange::written::{Written, has_space_around};
use crate::model::Catalog;

/// What the remarks of a catalog say of its statements.
const WORDING: &str = "The statement of a control is marked by the prop `wording`: `summary` is a sentence in words of \
                       this catalog, no text of the standard; `none` says that no words are given; `text` is the text as \
                       it was imported.";

#[derive(Debug, Serialize)]
struct Document {
    catalog: Content,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Content {
    uuid: String,
    metadata: Metadata,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    controls: Vec<Control>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Group>,
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

/// An edition as a catalog.
pub fn catalog(catalog: &Catalog) -> Written {
    let ids = EditionIds::of(catalog);
    let mut back_matter = BackMatter::default();
    let metadata = metadata(catalog, &mut back_matter);
    let (groups, controls) = outline(&ids, &title(&catalog.title, &catalog.id));
    let content = Content {
        uuid: uuid("catalog", catalog.id.as_str()),
        metadata,
        controls,
        groups,
        back_matter: back_matter.filled(),
    };
    written(losses(&ids), Some(&Document { catalog: content }))
}

/// What a catalog cannot hold.
fn losses(ids: &EditionIds<'_>) -> Losses {
    let catalog = ids.catalog;
    let mut losses = Losses::default();
    let titles = std::iter::once(&catalog.title).chain(catalog.clauses().iter().map(|clause| &clause.title));
    let changed = titles.filter(|title| line(title).as_deref() != Some(title.trim())).count();
    losses.add_many(["title loses line breaks or spaces", "titles lose line breaks or spaces"], changed);
    let named = catalog.clauses().iter().flat_map(|clause| clause.attributes.iter());
    let broken = named.filter(|(name, value)| !is_token(name) && line(value).as_deref() != Some(value.trim())).count();
    let texts = catalog.clauses().iter().filter_map(|clause| clause.attributes.get("text"));
    losses.add_many(
        ["text of a clause loses spaces around it", "texts of clauses lose spaces around them"],
        texts.filter(|text| has_space_around(text)).count(),
    );
    count_changed(catalog.clauses().iter().filter_map(|clause| clause.summary.as_deref()), &mut losses);
    count_changed_names(catalog.publisher.as_deref(), &mut losses);
    losses.add_many(["attribute loses line breaks or spaces", "attributes lose line breaks or spaces"], broken);
    losses.add_many(
        [
            "clause is placed after the controls below the same control, which OSCAL keeps separately",
            "clauses are placed after the controls below the same control, which OSCAL keeps separately",
        ],
        parts_before_controls(ids),
    );
    losses
}

/// How many clauses are parts of a control and are before another control in it.
fn parts_before_controls(ids: &EditionIds<'_>) -> usize {
    let clauses = ids.catalog.clauses();
    let is_control = |at: usize| Described { ids, position: at, within: None }.is_control();
    let above = |at: usize| ids.catalog.ancestors(at).find(|above| is_control(*above));
    // The last control in each control.
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    last.extend((0..clauses.len()).filter(|at| is_control(*at)).filter_map(|at| Some((above(at)?, at))));
    let parts = (0..clauses.len()).filter(|at| !is_control(*at));
    parts.filter(|at| above(*at).and_then(|control| last.get(&control)).is_some_and(|last| last > at)).count()
}

/// Adds an edition as something that a document refers to, and gives the reference.
pub(super) fn refer(catalog: &Catalog, back_matter: &mut BackMatter) -> String {
    let edition = Prop::own("edition", catalog.id.as_str());
    let published = catalog.published.as_deref().map(|day| format!(", {day}"));
    let publisher = catalog.publisher.as_deref().map(|publisher| format!(", {publisher}"));
    let cited = format!(
        "{}: {}{}{}",
        catalog.name(),
        catalog.title,
        publisher.unwrap_or_default(),
        published.unwrap_or_default()
    );
    back_matter.refer("edition", catalog.id.as_str(), &catalog.title, &cited, edition.into_iter().collect())
}

fn metadata(catalog: &Catalog, back_matter: &mut BackMatter) -> Metadata {
    let id = catalog.id.as_str();
    let published = catalog.published.as_deref();
    let version = id.split_once(':').map_or(id, |(_, edition)| edition);
    let mut metadata = Metadata::new(title(&catalog.title, &catalog.id), version, published.and_then(moment));
    metadata.published = published.filter(|text| text.len() > "2008-11".len()).and_then(moment);
    metadata.props.extend(props(catalog));
    if let Some(source) = catalog.source.as_deref() {
        let named = format!("Source of {}", catalog.name());
        let href = back_matter.refer("source", id, &named, source, Vec::new());
        metadata.links.push(Link { href, rel: "reference" });
    }
    if let Some(before) = &catalog.supersedes {
        let edition = Prop::own("edition", before.as_str()).into_iter().collect();
        let href = back_matter.refer("edition", before.as_str(), before.as_str(), before.as_str(), edition);
        metadata.links.push(Link { href, rel: "predecessor-version" });
    }
    if let Some(after) = catalog.lifecycle.superseded_by.as_deref() {
        let href = back_matter.refer("successor", id, after, after, Vec::new());
        metadata.links.push(Link { href, rel: "successor-version" });
    }
    metadata.add_party(
        ("publisher", "Publisher of the standard"),
        "organization",
        catalog.publisher.as_deref().unwrap_or_default(),
    );
    metadata.remarks = Some(WORDING.to_owned());
    metadata
}

fn props(catalog: &Catalog) -> impl Iterator<Item = Prop> {
    let (profile, lifecycle) = (&catalog.profile, &catalog.lifecycle);
    let single = [
        ("edition", Some(catalog.id.to_string())),
        ("published", catalog.published.as_ref().map(ToString::to_string)),
        ("status", catalog.status.map(|status| status.to_string())),
        ("kind", catalog.kind.map(|kind| kind.to_string())),
        ("confidence", catalog.confidence.map(|confidence| confidence.to_string())),
        ("provenance", catalog.provenance.map(|provenance| provenance.to_string())),
        ("source", catalog.source.as_ref().map(ToString::to_string)),
        ("abstraction", profile.abstraction.as_ref().map(ToString::to_string)),
        ("audience", profile.audience.as_ref().map(ToString::to_string)),
        ("approach", profile.approach.as_ref().map(ToString::to_string)),
        ("granularity", profile.granularity.as_ref().map(ToString::to_string)),
        ("supersedes", catalog.supersedes.as_ref().map(ToString::to_string)),
        ("superseded-by", lifecycle.superseded_by.as_ref().map(ToString::to_string)),
    ];
    let single = single.into_iter().filter_map(|(name, value)| Prop::whole(name, value?));
    let aliases = catalog.aliases.iter().filter_map(|alias| Prop::whole("alias", &**alias));
    let transition = lifecycle.transition.iter().filter_map(|transition| {
        let note = transition.note.as_deref().unwrap_or_default();
        Some(Prop::own("transition-ends", transition.ends.to_string())?.with_remarks(note))
    });
    let amendments = lifecycle.amendments.iter().filter_map(|amendment| {
        Some(Prop::own("amendment", &*amendment.id)?.with_remarks(&amendment.date.to_string()))
    });
    single.chain(aliases).chain(transition).chain(amendments).chain(Prop::translated(&catalog.translations))
}
