//! A catalog as a mapping.

use super::value::{Layout, Mapping, Scalar, Value, block, boolean, id, name, text, texts};
use crate::model::{Amendment, Attributes, Catalog, Clause, ClauseKind, Language, Profile, Transition};
use crate::source::{Span, Text};

/// Keys of a clause that mean something else than an attribute.
const KEYS: [&str; 7] = ["title", "kind", "parent", "summary", "mandatory", "titles", "summaries"];

/// The whole of a catalog.
pub(super) fn entries(catalog: &Catalog) -> Mapping {
    let words = |words: &Option<Text>| words.as_ref().map(text);
    let clauses = catalog.clauses().iter().enumerate();
    let clauses = clauses.map(|(position, clause)| (id(&clause.number), self::clause(catalog, position, clause)));
    Mapping::of("xwalk", text("catalog/1"))
        .with("id", text(&catalog.id))
        .with("title", text(&catalog.title))
        .maybe("titles", by_language(catalog.translations.titles()))
        .maybe("publisher", words(&catalog.publisher))
        .maybe("published", words(&catalog.published))
        .maybe("status", catalog.status.map(text))
        .maybe("supersedes", catalog.supersedes.as_ref().map(text))
        .maybe("superseded-by", words(&catalog.lifecycle.superseded_by))
        .maybe("transition", catalog.lifecycle.transition.as_ref().map(transition))
        .maybe("amendments", block(catalog.lifecycle.amendments.iter().map(amendment).collect()))
        .maybe("aliases", texts(&catalog.aliases))
        .maybe("kind", catalog.kind.map(text))
        .maybe("source", words(&catalog.source))
        .maybe("confidence", catalog.confidence.map(text))
        .maybe("provenance", catalog.provenance.map(text))
        .maybe("profile", profile(&catalog.profile))
        .with("clauses", Value::Map(clauses.collect(), Layout::Block))
}

fn transition(transition: &Transition) -> Value {
    Mapping::of("ends", text(transition.ends)).maybe("note", transition.note.as_ref().map(text)).block().fitted()
}

fn amendment(amendment: &Amendment) -> (Scalar, Value) {
    let Amendment { id: called, date, clauses, span: Span { .. } } = amendment;
    let gained = clauses.iter().map(|(number, gained)| (id(number), text(gained)));
    (name(called), Mapping::of("date", text(date)).maybe("clauses", block(gained.collect())).block())
}

fn profile(profile: &Profile) -> Option<Value> {
    let Profile { abstraction, audience, approach, granularity } = profile;
    let entries = Mapping(Vec::new())
        .maybe("abstraction", abstraction.as_ref().map(text))
        .maybe("audience", audience.as_ref().map(text))
        .maybe("approach", approach.as_ref().map(text))
        .maybe("granularity", granularity.as_ref().map(text));
    block(entries.0)
}

/// Texts by the tags of their languages, in one line where they fit.
fn by_language(texts: &[(Language, Text)]) -> Option<Value> {
    let entries = texts.iter().map(|(language, words)| (name(language), text(words)));
    block(entries.collect()).map(Value::fitted)
}

/// A title alone, or a mapping where more is said; in one line where that fits.
fn clause(catalog: &Catalog, position: usize, clause: &Clause) -> Value {
    let Clause {
        number: _,
        title,
        kind: _,
        parent: _,
        summary,
        mandatory,
        attributes,
        translations,
        span: Span { .. },
    } = clause;
    let entries = Mapping::of("title", text(title))
        .maybe("titles", by_language(translations.titles()))
        .maybe("kind", kind(catalog, position).map(text))
        .maybe("parent", parent(catalog, clause))
        .maybe("mandatory", (!mandatory).then(|| boolean(false)))
        .maybe("summary", summary.as_ref().map(text))
        .maybe("summaries", by_language(translations.summaries()));
    let entries = with_attributes(entries, attributes);
    if entries.0.len() > 1 { entries.block().fitted() } else { text(title) }
}

/// What a clause is to a count, where its children do not say so.
fn kind(catalog: &Catalog, position: usize) -> Option<ClauseKind> {
    let has_children = !catalog.children(position).is_empty();
    let by_children = if has_children { ClauseKind::Heading } else { ClauseKind::Requirement };
    Some(catalog.clauses()[position].kind).filter(|kind| *kind != by_children)
}

/// The clause above, where the number does not say so: another one, or none although a number that it begins with is there.
fn parent(catalog: &Catalog, clause: &Clause) -> Option<Value> {
    let by_number = clause.number.prefixes().find_map(|prefix| catalog.find(prefix)).map(|above| &above.number);
    let parent = clause.parent.map(|above| &catalog.clauses()[above].number);
    (parent != by_number).then(|| Value::Scalar(parent.map_or(Scalar::Nothing, id)))
}

fn with_attributes(entries: Mapping, attributes: &Attributes) -> Mapping {
    attributes.lists().fold(entries, |entries, (key, values)| {
        // What another program calls an attribute may be a key of ours, whose meaning it would take.
        let key = if KEYS.contains(&key) { format!("{key} (attribute)") } else { key.to_owned() };
        match values.as_slice() {
            [one] => entries.with(&key, text(one)),
            several => entries.maybe(&key, texts(several)),
        }
    })
}
